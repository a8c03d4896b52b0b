r"""Avisos: o que se faz quando uma conta de ponto flutuante não tem resposta comum, como $1/0$ ou $\ln(-1)$.

O NumPy dá a resposta do IEEE 754 (infinito, `nan`) e, se lhe pedem, avisa. Aqui a resposta é a mesma e o aviso não
existe. Estas funções guardam o que se pediu e o devolvem, para que um programa escrito para o NumPy rode.
"""

from collections.abc import Callable, Mapping
from contextlib import ContextDecorator
from contextvars import ContextVar
from types import MappingProxyType
from typing import Any

KINDS = ("divide", "over", "under", "invalid")
CHOICES = ("ignore", "warn", "raise", "call", "print", "log")
SILENT = MappingProxyType(dict.fromkeys(KINDS, "ignore"))
CURRENT: ContextVar[Mapping[str, str]] = ContextVar("CURRENT", default=SILENT)


# --8<-- [start:seterr]
def seterr(
    all: str | None = None,
    divide: str | None = None,
    over: str | None = None,
    under: str | None = None,
    invalid: str | None = None,
) -> dict[str, str]:
    """Guarda o que se quer que aconteça em cada caso. Aqui só há um comportamento: responder, sem avisar.

    Args:
        all: Para todos os casos de uma vez.
        divide: Divisão por zero.
        over: Número grande demais.
        under: Número pequeno demais.
        invalid: Conta sem resposta.

    Returns:
        O que valia antes.

    Raises:
        ValueError: Se a escolha não existir, ou se for `"raise"`, `"call"`, `"print"` ou `"log"`: aqui nada disso
            aconteceria, e é melhor saber já.

    Examples:
        >>> before = seterr(divide="ignore")
        >>> array([1.0, -1.0, 0.0]) / 0.0
        array([ inf, -inf,  nan])
    """
    before = CURRENT.get()
    chosen = {"divide": divide, "over": over, "under": under, "invalid": invalid}
    for kind, choice in chosen.items():
        choice = choice or all
        if choice is not None and choice not in CHOICES:
            raise ValueError(f"seterr: {kind}={choice!r} não existe; há {', '.join(CHOICES)}")
        if choice not in (None, "ignore", "warn"):
            raise ValueError(f"seterr: {kind}={choice!r} não é oferecido aqui; a conta responde sempre, sem avisar")
        chosen[kind] = choice or before[kind]
    CURRENT.set({kind: str(choice) for kind, choice in chosen.items()})
    return dict(before)
# --8<-- [end:seterr]


def geterr() -> dict[str, str]:
    """O que se pediu para cada caso; se nada foi pedido, `"ignore"`, que é o que aqui acontece.

    Examples:
        >>> geterr()["invalid"]
        'ignore'
    """
    return dict(CURRENT.get())


# --8<-- [start:errstate]
class errstate(ContextDecorator):
    """Escolhas de `seterr` que valem só dentro do `with`, ou da função decorada.

    Aqui, com `with` ou sem ele, a conta responde o mesmo e não avisa; o que o `with` faz é ser aceito.

    Args:
        call: Não é oferecido aqui.
        choices: Os argumentos de `seterr`.

    Raises:
        TypeError: Se for dado `call`, ou um caso que não existe.
        ValueError: Como em `seterr`.

    Examples:
        >>> with errstate(divide="ignore", invalid="ignore"):
        ...     print(log(array([1.0, 0.0, -1.0])))
        [  0. -inf  nan]
    """

    def __init__(self, *, call: Callable[..., Any] | None = None, **choices: str) -> None:
        if call is not None:
            raise TypeError("errstate: call não é oferecido aqui; a conta responde sempre, sem avisar")
        if unknown := set(choices) - {"all", *KINDS}:
            raise TypeError(f"errstate: {sorted(unknown)} não existe; há all, {', '.join(KINDS)}")
        self.choices = choices

    def __enter__(self) -> None:
        self.before = seterr(**self.choices)

    def __exit__(self, *error: object) -> None:
        CURRENT.set(self.before)
# --8<-- [end:errstate]
