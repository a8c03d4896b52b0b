r"""As regras de um número só, com as respostas do padrão IEEE 754 onde o Python se recusa a responder.

O Python levanta um erro em `1.0 / 0.0`, `math.log(0.0)` e `math.exp(1000.0)`. Um tensor não pode parar por causa de um
elemento: o padrão IEEE 754 manda que a conta siga, com `inf`, `-inf` ou `nan` no lugar daquele. Aqui está, função a
função, o que fica no lugar.
"""

import math
import struct
from collections.abc import Callable
from math import copysign, inf, isfinite, isinf, isnan, nan
from typing import Any


# --8<-- [start:divide]
def divide(x: float, y: float) -> float:
    r"""Quociente $x / y$; por zero, infinito com o sinal dos dois, e $0/0$ não é número.

    Examples:
        >>> divide(1.0, 0.0), divide(-1.0, 0.0), divide(1.0, -0.0), divide(0.0, 0.0)
        (inf, -inf, -inf, nan)
    """
    if y != 0:
        return x / y
    return nan if x == 0 or isnan(x) else copysign(inf, x) * copysign(1.0, y)
# --8<-- [end:divide]


def floor_divide(x: Any, y: Any) -> Any:
    r"""Quociente arredondado para baixo, $\lfloor x / y \rfloor$; inteiro por zero dá 0.

    Examples:
        >>> floor_divide(-7, 2), floor_divide(7, 0), floor_divide(7.0, 0.0)
        (-4, 0, inf)
    """
    if y != 0 and not isinf(x):
        return x // y
    return 0 if isinstance(x, int) else divide(x, y) if y == 0 else nan


def remainder(x: Any, y: Any) -> Any:
    r"""Resto com o sinal do divisor, $x - y\lfloor x/y \rfloor$; por zero, 0 entre inteiros e `nan` nos demais.

    Examples:
        >>> remainder(-7, 3), remainder(7, 0), remainder(7.5, 0.0), remainder(-1.0, inf)
        (2, 0, nan, inf)
    """
    if y != 0 and not isinf(x):
        return x % y
    return 0 if isinstance(x, int) else nan


def fmod(x: Any, y: Any) -> Any:
    """Resto com o sinal do dividendo; por zero, 0 entre inteiros e `nan` nos demais.

    Examples:
        >>> fmod(-7, 3), fmod(-7.5, 2.0), fmod(1.0, 0.0)
        (-1, -1.5, nan)
    """
    if isinstance(x, int) and isinstance(y, int):
        return abs(x) % abs(y) * (1 if x > 0 else -1) if y else 0
    return math.fmod(x, y) if y != 0 and not isinf(x) else nan


def power(x: float, y: float) -> float:
    r"""Potência $x^y$: zero a expoente negativo é infinito, negativo a expoente quebrado não é número (real).

    Examples:
        >>> power(0.0, -1.0), power(-8.0, 1 / 3), power(10.0, 400.0), power(-10.0, 401.0)
        (inf, nan, inf, -inf)
    """
    try:
        return math.pow(x, y)
    except OverflowError:
        return -inf if x < 0 and y % 2 == 1 else inf
    except ValueError:
        if x != 0:
            return nan
        return copysign(inf, x) if y % 2 == 1 else inf


POWERS: dict[float, Callable[[float, float], float]] = {
    0: lambda x, _: 1.0,
    1: lambda x, _: x,
    2: lambda x, _: x * x,
    0.5: lambda x, _: sqrt(x),
    -1: lambda x, _: divide(1.0, x),
}
"""Os expoentes que têm conta própria, mais exata que a potência geral."""


def integer_power(x: int, y: int) -> int:
    """Potência entre inteiros, pelo que sobra dela nos 64 bits da memória: $x^y$ inteiro seria enorme à toa.

    Raises:
        ValueError: Se o expoente for negativo: o resultado não seria inteiro.

    Examples:
        >>> integer_power(2, 10), integer_power(2, 64)
        (1024, 0)
    """
    if y < 0:
        raise ValueError("pow: inteiro elevado a inteiro negativo não é inteiro; use ponto flutuante")
    return pow(x, y, 1 << 64)


def integer_reciprocal(x: int) -> int:
    """Parte inteira de $1 / x$: só 1 e −1 não dão zero. (De zero também dá 0; no NumPy depende do processador.)

    Examples:
        >>> integer_reciprocal(-1), integer_reciprocal(2), integer_reciprocal(0)
        (-1, 0, 0)
    """
    return x if abs(x) == 1 else 0


# --8<-- [start:exp]
def exp(x: float) -> float:
    """Exponencial $e^x$; o que passa do maior número representável é infinito.

    Examples:
        >>> exp(1000.0), exp(-1000.0)
        (inf, 0.0)
    """
    try:
        return math.exp(x)
    except OverflowError:
        return inf
# --8<-- [end:exp]


def growing(function: Callable[[float], float]) -> Callable[[float], float]:
    """Função que cresce depressa e responde infinito quando passa do maior número representável.

    Examples:
        >>> exp2(10.0), exp2(2000.0), expm1(1e-20), cosh(-1000.0)
        (1024.0, inf, 1e-20, inf)
    """

    def rule(x: float) -> float:
        try:
            return function(x)
        except OverflowError:
            return inf

    return rule


exp2, expm1, cosh = growing(math.exp2), growing(math.expm1), growing(math.cosh)


def sinh(x: float) -> float:
    r"""Seno hiperbólico, $(e^x - e^{-x})/2$.

    Examples:
        >>> sinh(0.0), sinh(-1000.0)
        (0.0, -inf)
    """
    try:
        return math.sinh(x)
    except OverflowError:
        return copysign(inf, x)


# --8<-- [start:log]
def log(x: float) -> float:
    r"""Logaritmo natural $\ln x$; de zero, $-\infty$; de negativo, não é número.

    Examples:
        >>> log(0.0), log(-1.0)
        (-inf, nan)
    """
    return math.log(x) if x > 0 else -inf if x == 0 else nan
# --8<-- [end:log]


def log2(x: float) -> float:
    r"""Logaritmo de base 2, $\log_2 x$.

    Examples:
        >>> log2(8.0), log2(0.0)
        (3.0, -inf)
    """
    return math.log2(x) if x > 0 else -inf if x == 0 else nan


def log10(x: float) -> float:
    r"""Logaritmo de base 10, $\log_{10} x$.

    Examples:
        >>> log10(1000.0), log10(-1.0)
        (3.0, nan)
    """
    return math.log10(x) if x > 0 else -inf if x == 0 else nan


def log1p(x: float) -> float:
    r"""$\ln(1 + x)$, exato também perto de zero.

    Examples:
        >>> log1p(1e-20), log1p(-1.0)
        (1e-20, -inf)
    """
    return math.log1p(x) if x > -1 else -inf if x == -1 else nan


# --8<-- [start:logaddexp]
def logaddexp(x: float, y: float) -> float:
    r"""$\ln(e^x + e^y)$ sem calcular exponenciais grandes: o maior sai para fora, $M + \ln(1 + e^{m - M})$.

    Examples:
        >>> logaddexp(1000.0, 0.0), logaddexp(-inf, 3.0)
        (1000.0, 3.0)
    """
    if x == y:
        return x + math.log(2)
    high, low = (x, y) if x > y else (y, x)
    return nan if isnan(x) or isnan(y) else high + math.log1p(math.exp(low - high))
# --8<-- [end:logaddexp]


def sqrt(x: float) -> float:
    r"""Raiz quadrada $\sqrt x$; de negativo, não é número.

    Examples:
        >>> sqrt(9.0), sqrt(-1.0)
        (3.0, nan)
    """
    return math.sqrt(x) if x >= 0 else nan


def circular(function: Callable[[float], float]) -> Callable[[float], float]:
    """Função trigonométrica que responde `nan` onde não está definida (seno de infinito, arco seno de 2).

    Examples:
        >>> circular(math.sin)(inf), circular(math.asin)(2.0)
        (nan, nan)
    """

    def rule(x: float) -> float:
        try:
            return function(x)
        except ValueError:
            return nan

    return rule


sin, cos, tan = circular(math.sin), circular(math.cos), circular(math.tan)
asin, acos, acosh = circular(math.asin), circular(math.acos), circular(math.acosh)


def atanh(x: float) -> float:
    """Arco tangente hiperbólica; nas pontas do domínio, ±1, é infinita.

    Examples:
        >>> atanh(1.0), atanh(2.0)
        (inf, nan)
    """
    return math.atanh(x) if abs(x) < 1 else copysign(inf, x) if abs(x) == 1 else nan


def floor(x: float) -> float:
    r"""Maior inteiro que não passa de $x$, $\lfloor x \rfloor$.

    Examples:
        >>> floor(-2.5), floor(inf)
        (-3.0, inf)
    """
    return copysign(math.floor(x), x) if isfinite(x) else x


def ceil(x: float) -> float:
    r"""Menor inteiro que não fica abaixo de $x$, $\lceil x \rceil$.

    Examples:
        >>> ceil(2.1), ceil(-0.5)
        (3.0, -0.0)
    """
    return copysign(math.ceil(x), x) if isfinite(x) else x


def trunc(x: float) -> float:
    """Parte inteira: corta o que vem depois da vírgula.

    Examples:
        >>> trunc(2.7), trunc(-2.7)
        (2.0, -2.0)
    """
    return copysign(math.trunc(x), x) if isfinite(x) else x


def rint(x: float) -> float:
    """Inteiro mais próximo; no meio do caminho, o par.

    Examples:
        >>> rint(2.5), rint(3.5), rint(-0.4)
        (2.0, 4.0, -0.0)
    """
    return copysign(round(x), x) if isfinite(x) else x


def sign(x: Any) -> Any:
    """Sinal: −1, 0 ou 1; de `nan`, `nan`.

    Examples:
        >>> sign(-3.0), sign(0), sign(nan)
        (-1, 0, nan)
    """
    return (x > 0) - (x < 0) if x == x else x


def next_single(x: float, y: float) -> float:
    """O `float32` seguinte a $x$, na direção de $y$: os bits dele, lidos como inteiro, mais ou menos um.

    Examples:
        >>> next_single(1.0, 2.0) - 1.0 == 2**-23, next_single(0.0, -1.0) == -(2**-149)
        (True, True)
    """
    if x == y or isnan(x) or isnan(y):
        return y if x == y else nan
    if x == 0:
        return copysign(2**-149, y)
    (bits,) = struct.unpack("i", struct.pack("f", x))
    (following,) = struct.unpack("f", struct.pack("i", bits + (1 if (x < y) == (x > 0) else -1)))
    return float(following)


def shift_left(x: int, y: int) -> int:
    """$x \\cdot 2^y$ nos bits da memória; deslocar mais que eles dá 0.

    Examples:
        >>> shift_left(3, 2), shift_left(1, 64)
        (12, 0)
    """
    return x << y if 0 <= y < 64 else 0


def shift_right(x: int, y: int) -> int:
    r"""$\lfloor x / 2^y \rfloor$; deslocar mais que os bits da memória deixa só o sinal.

    Examples:
        >>> shift_right(12, 2), shift_right(-1, 70)
        (3, -1)
    """
    return x >> y if 0 <= y < 64 else -(x < 0)
