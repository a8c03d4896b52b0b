"""Uma resposta é um texto em Python; quem a julga é uma função que recebe os nomes que ela definiu.

Para escrever a conferência de uma questão:

    @exercise(
        given='''
            import reference as np
        ''',
        start='''
            shape = ...  # a forma de np.dot(x, y)
        ''',
        solution="shape = (2, 4)",
        wrong={
            "shape = (4, 2)": "a ordem",
            "shape = (3, 3)": "o eixo de 3 se soma e some",
            "shape = 8": "uma forma é uma tupla",
        },
    )
    def product_shape(shape):
        expect(isinstance(shape, tuple), "uma forma é uma tupla, como (5, 7)")
        expect(3 not in shape, "o eixo de 3 se soma e some: é o de dentro, nos dois")
        expect(shape != (4, 2), "quase: olhe a ordem. As linhas vêm de x, e as colunas de y")
        expect(shape == (2, 4), "case os tamanhos de dentro; ficam os de fora")

Os parâmetros da função são os nomes que a resposta tem de definir.
"""

import inspect
import re
import textwrap
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from reference import allclose, asarray

FILE = "resposta"
DECIMAL_COMMA = re.compile(r"^(\w+) *= *(-?\d+),(\d+) *(?:#.*)?$", re.MULTILINE)


class Mistake(Exception):
    """A resposta está errada; a mensagem diz o que há de errado nela, a quem a escreveu."""


@dataclass(frozen=True)
class Exercise:
    """Uma questão, do lado de quem confere.

    Attributes:
        check: Recebe os nomes que a resposta definiu; levanta `Mistake` se ela está errada.
        given: Código que a resposta já traz pronto: importações e os números da questão.
        start: O que falta completar.
        solution: Uma resposta certa; vazia, se é o código da solução que a página mostra.
        wrong: Respostas erradas típicas, e um trecho da mensagem que cada uma tem de receber.
    """

    check: Callable[..., None]
    given: str
    start: str
    solution: str
    wrong: dict[str, str]

    @property
    def names(self) -> list[str]:
        """O que a resposta tem de definir."""
        return list(inspect.signature(self.check).parameters)

    @property
    def template(self) -> str:
        """A resposta por fazer."""
        return "\n\n".join(part for part in (self.given, self.start) if part) + "\n"


def exercise(
    *, start: str, wrong: dict[str, str], given: str = "", solution: str = ""
) -> Callable[[Callable[..., None]], Exercise]:
    """Faz da função de conferência uma questão; os textos podem vir recuados, como ficam bem no arquivo."""
    mistakes = {plain(answer): message for answer, message in wrong.items()}
    return lambda check: Exercise(check, plain(given), plain(start), plain(solution), mistakes)


def plain(code: str) -> str:
    """Código sem o recuo nem as linhas em branco das pontas.

    Examples:
        >>> plain('''
        ...     x = 1
        ... ''')
        'x = 1'
    """
    return textwrap.dedent(code).strip()


def expect(condition: object, message: str) -> None:
    """Se a condição não vale, a resposta está errada, e a mensagem diz por quê."""
    if not condition:
        raise Mistake(message)


def near(answer: Any, right: Any, tolerance: float = 1e-9) -> bool:
    """Se a resposta é o número, a lista ou o tensor certo, a menos do arredondamento; nunca levanta erro.

    Examples:
        >>> near(0.1 + 0.2, 0.3), near([1, 2], [1, 2, 3]), near("3", 3)
        (True, False, False)
    """
    try:
        answer, right = asarray(answer), asarray(right)
        return answer.shape == right.shape and bool(allclose(answer, right, rtol=tolerance, atol=tolerance))
    except (TypeError, ValueError):
        return False


def judge(exercise: Exercise, answer: str, file: str = FILE) -> str:
    """O que há de errado na resposta; vazio, se está certa.

    Args:
        exercise: A questão.
        answer: O texto da resposta.
        file: Como chamar o arquivo dela nas mensagens.
    """
    message = first_mistake(exercise, answer, file)
    return message and message + about_the_comma(exercise, answer)


def about_the_comma(exercise: Exercise, answer: str) -> str:
    """O que dizer a mais, numa resposta errada, a quem escreveu `9,7`; vazio, se não é o caso."""
    for name, whole, decimals in DECIMAL_COMMA.findall(answer):
        if name in exercise.names:
            number, pair = f"{whole}.{decimals}", f"({whole}, {decimals})"
            return f". Se `{name}` é um número, escreva {number}, com ponto: com vírgula, o Python entende o par {pair}"
    return ""


def first_mistake(exercise: Exercise, answer: str, file: str) -> str:
    """A primeira coisa errada que se acha na resposta; vazio, se ela está certa."""
    namespace: dict[str, Any] = {"__name__": FILE}
    try:
        exec(compile(answer, file, "exec"), namespace)
        values = [namespace.get(name, exercise) for name in exercise.names]
        for name, value in zip(exercise.names, values):
            expect(value is not exercise, f"falta definir `{name}`")
            expect(value is not ..., f"troque as reticências de `{name}` pela sua resposta")
        exercise.check(*values)
    except Mistake as mistake:
        return str(mistake)
    except SyntaxError as error:
        return f"o Python não entendeu a linha {error.lineno}: {error.msg}"
    except (Exception, SystemExit) as error:
        lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == file]
        where = f"na linha {lines[-1]}" if lines else "ao ser conferida"
        return f"a resposta falhou {where}: {type(error).__name__}: {error}"
    return ""
