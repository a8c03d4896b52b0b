r"""Colunas: muitos números, uma largura só.

Uma coluna se alinha porque todos os elementos são olhados **antes** de o primeiro ser escrito: o mais largo dá a
largura dos outros, e um único número muito grande ou muito pequeno leva todos à notação científica. Aqui moram também
as opções que mandam nisso.
"""

import math
import operator
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, NamedTuple

from reference.tensors.numerals import narrow, positional, scientific, sign_of

if TYPE_CHECKING:
    from reference.tensors.tensor import Tensor

FLOATMODES = ("fixed", "unique", "maxprec", "maxprec_equal")

class PrintOptions(NamedTuple):
    """Opções de impressão; o que cada uma faz está em `set_printoptions`."""

    edgeitems: int = 3
    threshold: float = 1000
    floatmode: str = "maxprec"
    precision: int = 8
    suppress: bool = False
    linewidth: float = 75
    nanstr: str = "nan"
    infstr: str = "inf"
    sign: str = "-"
    formatter: dict[str, Callable[[Any], str]] | None = None


DEFAULTS = PrintOptions()
CURRENT = ContextVar("CURRENT", default=DEFAULTS)


def changed(**given: Any) -> PrintOptions:
    """Opções de agora com as de `given` no lugar; `None` não muda nada."""
    options = CURRENT.get()._replace(**{name: value for name, value in given.items() if value is not None})
    if options.floatmode not in FLOATMODES:
        raise ValueError(f"floatmode: {options.floatmode!r} não é um modo; os modos são {', '.join(FLOATMODES)}")
    if options.sign not in ("-", "+", " "):
        raise ValueError(f"sign: {options.sign!r} não é um sinal; os sinais são '-', '+' e ' '")
    try:
        threshold, precision = float(options.threshold), operator.index(options.precision)
    except (TypeError, ValueError):
        raise TypeError("threshold é um número, e precision é um inteiro") from None
    if math.isnan(threshold):
        raise ValueError("threshold: nan não é um limite; para mostrar tudo, use math.inf")
    if precision < 0:
        raise ValueError(f"precision: {precision} é negativo; deve ser >= 0")
    return options._replace(precision=precision, suppress=bool(options.suppress))


def set_printoptions(
    precision: int | None = None,
    threshold: float | None = None,
    edgeitems: int | None = None,
    linewidth: float | None = None,
    suppress: bool | None = None,
    nanstr: str | None = None,
    infstr: str | None = None,
    formatter: dict[str, Callable[[Any], str]] | None = None,
    sign: str | None = None,
    floatmode: str | None = None,
) -> None:
    """Muda o jeito de imprimir; o que não for dito fica como está, menos `formatter`, que volta a nenhum.

    Args:
        precision: Quantos algarismos depois do ponto, no máximo (8).
        threshold: Acima de quantos elementos só as pontas aparecem (1000).
        edgeitems: Quantos elementos em cada ponta (3).
        linewidth: Largura da linha, em caracteres (75).
        suppress: Se números pequenos aparecem por extenso, e não em notação científica (`False`).
        nanstr: Como se escreve nan.
        infstr: Como se escreve o infinito.
        formatter: Função por tipo: `bool`, `int`, `float`, `complexfloat`, `object`, `int_kind`, `float_kind`,
            `complex_kind` ou `all`.
        sign: `-` mostra só o dos negativos, `+` também o dos positivos, e um espaço guarda o lugar dele.
        floatmode: `maxprec` mostra o que for preciso, até `precision`; `maxprec_equal`, o mesmo tanto em todos;
            `fixed`, sempre `precision`; `unique`, quantos distinguem um número de qualquer outro.

    Raises:
        ValueError: Se `floatmode` ou `sign` não existirem, `threshold` for nan ou `precision` for negativo.
        TypeError: Se `threshold` não for um número ou `precision` não for inteiro.

    Examples:
        >>> set_printoptions(precision=3)
        >>> array([1 / 3, 0.5])
        array([0.333, 0.5  ])
        >>> set_printoptions(precision=8)

    [Notas: Impressão]
    """
    options = changed(
        precision=precision,
        threshold=threshold,
        edgeitems=edgeitems,
        linewidth=linewidth,
        suppress=suppress,
        nanstr=nanstr,
        infstr=infstr,
        sign=sign,
        floatmode=floatmode,
    )
    CURRENT.set(options._replace(formatter=formatter))


def get_printoptions() -> dict[str, Any]:
    """Opções de impressão de agora.

    Examples:
        >>> get_printoptions()["precision"], get_printoptions()["linewidth"]
        (8, 75)
    """
    return CURRENT.get()._asdict()


@contextmanager
def printoptions(*args: Any, **options: Any) -> Iterator[dict[str, Any]]:
    """Opções de impressão que valem só dentro do `with`; os argumentos são os de `set_printoptions`.

    Examples:
        >>> with printoptions(precision=2):
        ...     print(array([3.14159, 2.71828]))
        [3.14 2.72]
    """
    before = CURRENT.get()
    set_printoptions(*args, **options)
    try:
        yield get_printoptions()
    finally:
        CURRENT.set(before)


def bool_words(values: list[Any], x: "Tensor", options: PrintOptions) -> list[str]:
    """`True` ganha um espaço para ficar da largura de `False`, menos quando está sozinho."""
    return [str(value).rjust(5 if x.ndim else 0) for value in values]


# --8<-- [start:int_words]
def int_words(values: list[int], x: "Tensor", options: PrintOptions) -> list[str]:
    """Inteiros na largura do mais largo, que só pode ser o maior ou o menor."""
    low, high = min(values), max(values)
    sign = "-" if options.sign == " " and low < 0 else options.sign
    width = max(len(f"{low:{sign}d}"), len(f"{high:{sign}d}"))
    return [f"{value:{sign}{width}d}" for value in values]
# --8<-- [end:int_words]


def object_words(values: list[Any], x: "Tensor", options: PrintOptions) -> list[str]:
    """Objetos mostram o seu `repr`; uma lista diz que é lista, para não parecer um eixo."""
    return [f"list({value!r})" if type(value) is list else repr(value) for value in values]


def float_words(values: list[float], x: "Tensor", options: PrintOptions) -> list[str]:
    """Números de ponto flutuante, alinhados pelo ponto."""
    return point_aligned(values, x.dtype.name == "float32", options)


# --8<-- [start:complex_words]
def complex_words(values: list[complex], x: "Tensor", options: PrintOptions) -> list[str]:
    """As duas partes de um complexo são duas colunas, cada uma alinhada por si; a imaginária leva sempre o sinal."""
    single, signed = x.dtype.name == "complex64", options._replace(sign="+")
    reals = point_aligned([value.real for value in values], single, options)
    imags = point_aligned([value.imag for value in values], single, signed)
    return [real + (imag.rstrip() + "j").ljust(len(imag) + 1) for real, imag in zip(reals, imags)]
# --8<-- [end:complex_words]


# --8<-- [start:point_aligned]
def needs_exponent(values: list[float], single: bool, suppress: bool) -> bool:
    """Se a coluna vai em notação científica: há um número grande, um pequeno, ou os dois longe demais um do outro."""
    sizes = [abs(value) for value in values if value]
    if not sizes:
        return False
    if max(sizes) >= (1e6 if single else 1e8):
        return True
    rounded = narrow if single else float
    return not suppress and (min(sizes) < rounded(1e-4) or rounded(max(sizes) / min(sizes)) > 1000)


def with_point(sizes: list[float], single: bool, options: PrintOptions) -> list[tuple[str, str]]:
    """O que cada número põe à esquerda e à direita do ponto, por extenso."""
    most = None if options.floatmode == "unique" else options.precision
    pairs = [positional(size, single, most) for size in sizes]
    pairs = [(left, right.rstrip("0")) for left, right in pairs]
    if options.floatmode in ("maxprec", "unique"):
        return pairs
    fixed = options.floatmode == "fixed"
    count = options.precision if fixed else widest(right for _, right in pairs)
    return [positional(size, single, count, count, unique=not fixed) for size in sizes]


def with_exponent(sizes: list[float], single: bool, options: PrintOptions) -> list[tuple[str, str]]:
    """O mesmo, em notação científica: todos com tantas casas quantas pede o que precisa de mais."""
    most = None if options.floatmode == "unique" else options.precision
    parts = [scientific(size, single, most) for size in sizes]
    fixed = options.floatmode == "fixed"
    count = options.precision if fixed else widest(rest.rstrip("0") for _, rest, _ in parts)
    parts = [scientific(size, single, count, count, unique=not fixed) for size in sizes]
    width = 1 + max(2, widest(str(abs(exponent)) for _, _, exponent in parts))
    return [(first, f"{rest}e{exponent:+0{width}d}") for first, rest, exponent in parts]


def point_aligned(values: list[float], single: bool, options: PrintOptions) -> list[str]:
    """Palavras da mesma largura, com o ponto na mesma coluna; os zeros que sobrariam à direita viram espaços."""
    plus = "+" if options.sign == "+" else ""
    finite = [value for value in values if math.isfinite(value)]
    split = with_exponent if needs_exponent(finite, single, options.suppress) else with_point
    pairs = split([abs(value) for value in finite], single, options)
    pairs = [(sign_of(value, plus) + left, right) for value, (left, right) in zip(finite, pairs)]
    after = widest(right for _, right in pairs)
    before = widest(left for left, _ in pairs)
    if options.sign == " " and not any(left.startswith("-") for left, _ in pairs):
        before += 1
    if len(finite) < len(values):
        before = max(before, special_width(values, options) - after - 1)
    words = iter([f"{left.rjust(before)}.{right.ljust(after)}" for left, right in pairs])
    width = before + 1 + after
    return [next(words) if math.isfinite(value) else special(value, plus, options).rjust(width) for value in values]
# --8<-- [end:point_aligned]


def special(value: float, plus: str, options: PrintOptions) -> str:
    """Nome de nan ou do infinito, com o seu sinal."""
    return plus + options.nanstr if math.isnan(value) else sign_of(value, plus) + options.infstr


def special_width(values: list[float], options: PrintOptions) -> int:
    """Largura que nan e os infinitos pedem, estejam os dois na coluna ou só um deles."""
    signed = options.sign != "-" or -math.inf in values
    return max(len(options.nanstr), len(options.infstr) + signed)


def widest(words: Iterable[str]) -> int:
    """Largura da palavra mais larga."""
    return max(map(len, words), default=0)


RULES: dict[str, Callable[[list[Any], "Tensor", PrintOptions], list[str]]] = {
    "b": bool_words,
    "i": int_words,
    "u": int_words,
    "f": float_words,
    "c": complex_words,
    "O": object_words,
}
"""Uma regra por família de `dtype`: recebe os números e devolve uma palavra para cada um."""

FORMATTER_KEYS = {
    "b": ("all", "bool"),
    "i": ("all", "int_kind", "int"),
    "u": ("all", "int_kind", "int"),
    "f": ("all", "float_kind", "float"),
    "c": ("all", "complex_kind", "complexfloat"),
    "O": ("all", "object"),
}
"""Chaves de `formatter` que valem para cada família; a última que houver é a que manda."""


def own_rule(x: "Tensor", options: PrintOptions) -> Callable[[Any], str] | None:
    """Função que o usuário deu em `formatter` para o tipo de `x`, se deu."""
    given = options.formatter or {}
    rules = [given[key] for key in FORMATTER_KEYS[x.dtype.kind] if given.get(key)]
    return rules[-1] if rules else None


def column(values: list[Any], x: "Tensor", options: PrintOptions) -> list[str]:
    """Uma palavra por elemento de `x` que aparece, pela regra do tipo."""
    return RULES[x.dtype.kind](values, x, options)
