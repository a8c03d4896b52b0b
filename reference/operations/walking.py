"""Percorrer um tensor: todos os índices, cada índice com o seu elemento, e os elementos um por um para mudá-los."""

import math
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any

from reference.operations.broadcasting import broadcast_to
from reference.tensors.creation import as_shape, asarray, zeros
from reference.tensors.dtypes import result_type
from reference.tensors.layout import Shape, broadcast_shapes
from reference.tensors.tensor import Tensor


# --8<-- [start:ndindex]
class ndindex:
    """Todos os índices de uma forma, na ordem em que se contam: o último eixo anda mais depressa.

    Args:
        shape: A forma, numa tupla ou solta: `ndindex(2, 3)`.

    Examples:
        >>> list(ndindex(2, 2))
        [(0, 0), (0, 1), (1, 0), (1, 1)]
    """

    def __init__(self, *shape: Any) -> None:
        self.shape = as_shape(shape[0] if len(shape) == 1 else shape)
        self.places = product(*map(range, self.shape))

    def __iter__(self) -> Iterator[Shape]:
        return self

    def __next__(self) -> Shape:
        return next(self.places)
# --8<-- [end:ndindex]


# --8<-- [start:ndenumerate]
def ndenumerate(x: Any) -> Iterator[tuple[Shape, Any]]:
    """Cada índice e o elemento que está nele: o `enumerate` dos tensores.

    Examples:
        >>> for place, value in ndenumerate(array([[10, 20], [30, 40]])):
        ...     print(place, value)
        (0, 0) 10
        (0, 1) 20
        (1, 0) 30
        (1, 1) 40
    """
    x = asarray(x)
    for place in ndindex(x.shape):
        yield place, x[place]
# --8<-- [end:ndenumerate]


FLAGS = ("multi_index", "c_index", "refs_ok", "zerosize_ok", "buffered", "grow_inner", "reduce_ok", "delay_bufalloc")
"""O que se aceita em `flags`; só os dois primeiros mudam alguma coisa aqui."""


# --8<-- [start:nditer]
class nditer:
    """Um cursor que percorre um tensor elemento por elemento, sempre na ordem dos índices.

    Cada elemento é uma vista sem eixos: para mudá-lo, `v[...] = valor`, com `op_flags=["readwrite"]`. No NumPy a ordem
    padrão é a da memória, que só difere desta em tensores que não são contíguos.

    Args:
        op: Um tensor, ou uma lista deles, que se repetem até a forma comum; um `None` na lista é um resultado, que o
            cursor cria, no tipo comum, para ser preenchido.
        flags: `"multi_index"` (o cursor sabe o índice em que está) e `"c_index"` (sabe a posição na fila).
        op_flags: `["readwrite"]` ou `["writeonly"]` para mudar os elementos; de vários tensores, uma lista por tensor.
        order: Só `"C"` e `"K"`, que aqui são a mesma.

    Attributes:
        finished: Se já passou do último.
        multi_index: O índice em que o cursor está.
        index: A posição em que está, na fila.

    Raises:
        ValueError: Se um `flag` ou uma ordem não existirem aqui, ou se o tensor estiver vazio sem `"zerosize_ok"`.
        TypeError: Se só houver resultados, e nenhum tensor de que saiam.

    Examples:
        >>> x = array([[1, 2], [3, 4]])
        >>> cursor = nditer(x, flags=["multi_index"], op_flags=["readwrite"])
        >>> while not cursor.finished:
        ...     x[cursor.multi_index] *= 10
        ...     _ = cursor.iternext()
        >>> x
        array([[10, 20],
               [30, 40]])
        >>> for v in nditer(x, op_flags=["readwrite"]):
        ...     v[...] = v + 1
        >>> x.tolist()
        [[11, 21], [31, 41]]
    """

    def __init__(self, op: Any, flags: Sequence[str] = (), op_flags: Any = None, order: str = "K") -> None:
        if unknown := set(flags) - set(FLAGS):
            raise ValueError(f"nditer: {sorted(unknown)} não é oferecido aqui; em flags há {', '.join(FLAGS)}")
        if order not in ("C", "K"):
            raise ValueError(f"nditer: aqui a ordem é sempre a dos índices, 'C', e não {order!r}")
        given = [x if x is None else asarray(x) for x in (op if isinstance(op, list | tuple) else [op])]
        alone = op_flags and isinstance(op_flags[0], str)
        rights = [op_flags or ["readonly"]] * len(given) if alone or not op_flags else op_flags
        known = [x for x in given if x is not None]
        if not known:
            raise (TypeError if given else ValueError)("nditer: é preciso ao menos um tensor")
        self.shape = broadcast_shapes(*(x.shape for x in known))
        result = result_type(*known)
        self.operands = tuple(
            zeros(self.shape, result) if x is None else prepared(x, set(r), self.shape)
            for x, r in zip(given, rights, strict=True)
        )
        self.flags, self.itersize = set(flags), math.prod(self.shape)
        if not self.itersize and "zerosize_ok" not in self.flags:
            raise ValueError(f"nditer: não há o que percorrer na forma {self.shape}")
        self.reset()

    def reset(self) -> None:
        """Volta ao primeiro elemento."""
        self.places = list(ndindex(self.shape))
        self.iterindex = 0

    @property
    def finished(self) -> bool:
        """Se o cursor já passou do último elemento."""
        return self.iterindex >= self.itersize

    def iternext(self) -> bool:
        """Anda um elemento; devolve se ainda há onde estar."""
        self.iterindex += 1
        return not self.finished
    # --8<-- [end:nditer]

    @property
    def place(self) -> Shape:
        """Índice do elemento da vez.

        Raises:
            ValueError: Se o cursor já tiver passado do último.
        """
        if self.finished:
            raise ValueError("nditer: o cursor já passou do último elemento")
        return self.places[self.iterindex]

    @property
    def multi_index(self) -> Shape:
        """Índice em que o cursor está.

        Raises:
            ValueError: Sem `flags=["multi_index"]`.
        """
        if "multi_index" not in self.flags:
            raise ValueError("nditer: para saber o índice, crie o cursor com flags=['multi_index']")
        return self.place

    @property
    def index(self) -> int:
        """Posição em que o cursor está, na fila.

        Raises:
            ValueError: Sem `flags=["c_index"]`.
        """
        if "c_index" not in self.flags:
            raise ValueError("nditer: para saber a posição na fila, crie o cursor com flags=['c_index']")
        return self.iterindex

    @property
    def value(self) -> Any:
        """O elemento da vez, como vista sem eixos; de vários tensores, um de cada."""
        found = tuple(x[(*self.place, ...)] for x in self.operands)
        return found if len(found) > 1 else found[0]

    def __getitem__(self, k: int) -> Tensor:
        return self.operands[k][(*self.place, ...)]  # type: ignore[no-any-return]

    def __setitem__(self, k: int, value: Any) -> None:
        self.operands[k][self.place] = value

    def __iter__(self) -> Iterator[Any]:
        while not self.finished:
            yield self.value
            self.iternext()

    def __len__(self) -> int:
        return len(self.operands)

    def __enter__(self) -> "nditer":
        return self

    def __exit__(self, *error: object) -> None:
        pass


def prepared(x: Tensor, rights: set[str], shape: Shape) -> Tensor:
    """O operando como o cursor o percorre: só de leitura, se não se pediu outra coisa.

    Raises:
        ValueError: Se for mudar um tensor só de leitura, ou um que se repete.
    """
    if not rights & {"readwrite", "writeonly"}:
        view = broadcast_to(x, shape)
        view = view.view_as(view.shape, view.steps, view.offset)
        view.writeable = False
        return view
    if not x.writeable or x.shape != shape:
        raise ValueError(f"nditer: este tensor, de forma {x.shape}, não pode ser mudado percorrendo a forma {shape}")
    return x
