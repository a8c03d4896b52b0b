r"""A conversa entre dois processos: o que é pequeno vai por um cano, e os números, por uma memória que os dois veem.

Um processo não lê a memória do outro. O que um manda por um cano (*pipe*) é copiado para bytes, passado ao sistema aos
pedaços e remontado do outro lado: para um punhado de números tanto faz, para os milhões de um treino não. Por isso cada
ponta tem também uma memória em que só ela escreve e que a outra lê: os números se copiam para lá de uma vez.
"""

import pickle
from collections.abc import Callable
from io import BytesIO
from itertools import pairwise
from multiprocessing.connection import Connection
from traceback import format_exception
from typing import Any

from reference.tensors.layout import is_contiguous
from reference.tensors.tensor import Tensor, from_bytes


# --8<-- [start:Packer]
class Packer(pickle.Pickler):
    """Copia uma mensagem para bytes, menos os números dos nossos tensores, que oferece à parte; os do NumPy já o fazem.

    Examples:
        >>> numbers, rest = [], BytesIO()
        >>> Packer(rest, protocol=5, buffer_callback=numbers.append).dump(["laço", array([1.5, 2.5])])
        >>> [each.raw().nbytes for each in numbers], pickle.loads(rest.getvalue(), buffers=numbers)
        ([16], ['laço', array([1.5, 2.5])])
    """

    def reducer_override(self, value: Any) -> Any:
        """Como refazer `value` do outro lado; `NotImplemented`, do jeito de sempre."""
        if type(value) is not Tensor or value.dtype.kind == "O" or not is_contiguous(value.shape, value.steps):
            return NotImplemented
        numbers: Any = value.storage[value.offset : value.offset + value.size]
        return from_bytes, (pickle.PickleBuffer(numbers), value.shape, value.dtype)
# --8<-- [end:Packer]


# --8<-- [start:End]
class End:
    """Uma ponta de uma conversa. Quem manda espera resposta antes de mandar de novo: a memória é uma só.

    Args:
        pipe: A ponta do cano.
        mine: A memória em que só esta ponta escreve.
        theirs: A memória em que só a outra escreve.

    Examples:
        >>> import multiprocessing
        >>> ours, theirs = conversation(multiprocessing, 1000)
        >>> ours.send({"laço": array([1.5, 2.5])})
        >>> theirs.recv()
        {'laço': array([1.5, 2.5])}
    """

    def __init__(self, pipe: Connection, mine: Any, theirs: Any) -> None:
        self.pipe, self.mine, self.theirs = pipe, mine, theirs

    def send(self, message: Any) -> None:
        """Manda uma cópia de `message`: os números dos tensores pela memória, enquanto couberem; o resto pelo cano."""
        memory, ends = memoryview(self.mine).cast("B"), [0]

        def stays(numbers: pickle.PickleBuffer) -> bool:
            raw = numbers.raw()
            end = ends[-1] + raw.nbytes
            if end > memory.nbytes:
                return True  # não couberam: vão com o resto
            memory[ends[-1] : end] = raw
            ends.append(end)
            return False

        rest = BytesIO()
        Packer(rest, protocol=5, buffer_callback=stays).dump(message)
        self.pipe.send((rest.getvalue(), ends))

    def recv(self) -> Any:
        """O que a outra ponta mandou; se ainda não mandou, espera.

        Raises:
            EOFError: Se a outra ponta se fechou.
        """
        rest, ends = self.pipe.recv()
        memory = memoryview(self.theirs).cast("B")
        return pickle.loads(rest, buffers=[bytearray(memory[start:end]) for start, end in pairwise(ends)])

    def close(self) -> None:
        """Desliga o cano; a outra ponta, que só espera notícias, vê que acabou."""
        self.pipe.close()


def conversation(context: Any, size: int) -> tuple[End, End]:
    """As duas pontas de uma conversa.

    Args:
        context: De onde vêm os canos e a memória: o módulo `multiprocessing`, ou um contexto dele.
        size: Bytes da memória de cada ponta; o que passar disso vai pelo cano.

    Examples:
        >>> import multiprocessing
        >>> ours, theirs = conversation(multiprocessing, 1000)
        >>> theirs.send("laço")
        >>> ours.recv()
        'laço'
    """
    ours, theirs = context.Pipe()
    first, second = (context.RawArray("B", max(1, size)) for _ in range(2))
    return End(ours, first, second), End(theirs, second, first)
# --8<-- [end:End]


# --8<-- [start:reply]
def reply(end: Any, job: Callable[..., Any], *values: Any) -> None:
    """Manda o que `job` dá; se ele falha, manda o erro, para que o principal o mostre a quem treina.

    Examples:
        >>> import multiprocessing
        >>> ours, theirs = conversation(multiprocessing, 1000)
        >>> reply(theirs, "laço".upper)
        >>> heard(ours)
        'LAÇO'
    """
    try:
        answer = job(*values)
    except Exception as problem:
        answer = portable(problem)
    end.send(answer)


def heard(end: Any) -> Any:
    """O que o ajudante respondeu; se foi um erro, ele acontece aqui.

    Examples:
        >>> import multiprocessing
        >>> ours, theirs = conversation(multiprocessing, 1000)
        >>> reply(theirs, [].pop)
        >>> try:
        ...     heard(ours)
        ... except IndexError as problem:
        ...     print(problem)
        pop from empty list
    """
    answer = end.recv()
    if isinstance(answer, Exception):
        raise answer
    return answer
# --8<-- [end:reply]


def portable(problem: Exception) -> Exception:
    """O erro, com o rastro numa nota, se ele sabe viajar entre processos; senão, um que conta o que houve.

    Examples:
        >>> portable(ValueError("dot: as formas não combinam"))
        ValueError('dot: as formas não combinam')
    """
    problem.add_note("No processo ajudante:\n" + "".join(format_exception(problem)))
    try:
        if type(pickle.loads(pickle.dumps(problem))) is type(problem):
            return problem
    except Exception:  # um erro de outrem pode falhar de qualquer jeito ao ser copiado
        pass
    return RuntimeError(f"fit: um processo ajudante falhou com {type(problem).__name__}: {problem}")
