r"""O zigurate: um número da normal com uma multiplicação e uma comparação, quase sempre.

A curva do sino (a metade dela: o sinal se sorteia à parte) é coberta por uma pirâmide de 256 faixas deitadas, todas da
mesma área. Sorteia-se uma faixa, e um ponto nela. Se ele está debaixo da faixa de cima, está debaixo da curva, e não é
preciso olhar para ela: é o que acontece em 99 de cada 100 vezes. As faixas são contas que se fazem uma vez só.
"""

import math
from collections.abc import Callable
from decimal import Context, Decimal, localcontext
from functools import cache
from typing import Any, NamedTuple

EDGE, AREA = 3.6541528853610088, 0.004928673233974652  # onde começa a cauda da normal, e a área de cada faixa
EXACT = Context(prec=40)
EXPONENTIAL_EDGE = Decimal("7.6971174701310497140446280481")


class Strips(NamedTuple):
    """As faixas, da 255, a mais larga, à 1, a do topo; a 0 é a da base, que continua na cauda."""

    widths: list[float]
    """Largura da faixa, dividida pelo maior ponto que se sorteia."""

    limits: list[int]
    """Os pontos menores que este estão debaixo da faixa de cima."""

    heights: list[float]
    """Altura da curva na ponta da faixa."""


# --8<-- [start:stack]
def stack(
    edge: Any, area: Any, curve: Callable[[Any], Any], inverse: Callable[[Any], Any], count: int = 256
) -> tuple[list[Any], ...]:
    """Larguras, alturas e partes seguras de `count` faixas, da 0, a base, à mais larga, a última.

    Uma faixa de largura $x$ e área $v$ tem altura $v / x$; somada à altura em que ela começa, dá a altura da próxima, e
    a inversa da curva diz a largura dela. A parte segura é a que tem a próxima por cima.

    Examples:
        >>> widths, heights, safe = stack(EDGE, AREA, bell, inverse_bell)
        >>> for strip in (255, 254, 1):
        ...     print(f"{widths[strip]:.3f} {heights[strip]:.5f} {safe[strip]:.3f}")
        3.654 0.00126 0.944
        3.449 0.00261 0.963
        0.215 0.97710 0.000
    """
    widths, heights, safe = [edge], [curve(edge)], []
    for _ in range(count - 2):
        widths.append(inverse(area / widths[-1] + heights[-1]))
        heights.append(curve(widths[-1]))
        safe.append(widths[-1] / widths[-2])
    base = area / heights[0]  # a faixa de baixo não acaba: a largura dela é a de um retângulo da mesma área
    return [base, *reversed(widths)], [type(edge)(1), *reversed(heights)], [edge / base, 0, *reversed(safe)]
# --8<-- [end:stack]


def bell(x: float) -> float:
    r"""Altura da curva do sino, $e^{-x^2/2}$, com todos os bits certos em qualquer máquina.

    Menos um: o NumPy traz a tabela pronta, e nela a faixa 38 está arredondada para cima. A próxima parte dessa altura.

    Examples:
        >>> bell(0.0), bell(2.0)
        (1.0, 0.1353352832366127)
    """
    height = float(EXACT.exp(Decimal(-0.5 * x * x)))
    return math.nextafter(height, 1.0) if height == 0.6773880362187734 else height


def inverse_bell(y: float) -> float:
    """Onde a curva do sino tem a altura `y`."""
    return math.sqrt(-2.0 * float(EXACT.ln(Decimal(y))))


@cache
def normal_strips() -> Strips:
    """As faixas da normal, com pontos de 52 bits."""
    widths, heights, safe = stack(EDGE, AREA, bell, inverse_bell)
    return Strips([x * 2.0**-52 for x in widths], [round(x * 2.0**52) for x in safe], heights)


# --8<-- [start:normal]
def normal(word64: Callable[[], int], uniform: Callable[[], float]) -> float:
    """Um número da normal padrão.

    Args:
        word64: Dá os próximos 64 bits: 8 para a faixa, um para o sinal, 52 para o ponto.
        uniform: Dá o próximo número uniforme em [0, 1).

    Examples:
        >>> normal(lambda: 2**60 + 255, lambda: 0.5)  # o meio da faixa mais larga
        1.8270764426805044
    """
    widths, limits, heights = normal_strips()
    while True:
        word = word64()
        strip, point = word & 255, word >> 9 & 2**52 - 1
        x = -point * widths[strip] if word & 256 else point * widths[strip]
        if point < limits[strip]:  # debaixo da faixa de cima, e portanto da curva
            return x
        if strip == 0:
            return tail(uniform) * (-1.0 if point & 256 else 1.0)
        if heights[strip] + (heights[strip - 1] - heights[strip]) * uniform() < math.exp(-0.5 * x * x):
            return x
# --8<-- [end:normal]


# --8<-- [start:tail]
def tail(uniform: Callable[[], float]) -> float:
    """Um número da cauda da normal: uma exponencial que cobre a curva dali em diante, e recusa o que passa dela.

    Examples:
        >>> f"{tail(lambda: 0.5):.6f}"
        '3.843840'
    """
    while True:
        beyond = -(1.0 / EDGE) * math.log1p(-uniform())
        height = -math.log1p(-uniform())
        if height + height > beyond * beyond:
            return EDGE + beyond
# --8<-- [end:tail]


@cache
def exponential_strips() -> Strips:
    """As faixas da exponencial, com pontos de 53 bits; a cauda dela é ela mesma, dali em diante."""
    with localcontext(EXACT):
        area = (EXPONENTIAL_EDGE + 1) * (-EXPONENTIAL_EDGE).exp()
        widths, heights, safe = stack(EXPONENTIAL_EDGE, area, lambda x: (-x).exp(), lambda y: -y.ln())
        return Strips([float(x / 2**53) for x in widths], [2 * int(x * 2**52) for x in safe], list(map(float, heights)))


# --8<-- [start:exponential]
def exponential(word64: Callable[[], int], uniform: Callable[[], float]) -> float:
    """Um número da exponencial de média 1.

    Args:
        word64: Dá os próximos 64 bits: 8 para a faixa e 53 para o ponto.
        uniform: Dá o próximo número uniforme em [0, 1).

    Examples:
        >>> exponential(lambda: 2**62, lambda: 0.5)
        2.1742793675327623
    """
    widths, limits, heights = exponential_strips()
    while True:
        word = word64() >> 3
        strip, point = word & 255, word >> 8
        x = point * widths[strip]
        if point < limits[strip]:
            return x
        if strip == 0:
            return float(EXPONENTIAL_EDGE) - math.log1p(-uniform())
        if heights[strip] + (heights[strip - 1] - heights[strip]) * uniform() < math.exp(-x):
            return x
# --8<-- [end:exponential]
