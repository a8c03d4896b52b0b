r"""Distribuições: de números uniformes em [0, 1) a números com a cara que se quiser.

São três truques. **Inverter**: achar onde a probabilidade acumulada chega ao número sorteado. **Rejeitar**: sortear
pontos numa região fácil e ficar com os que caem debaixo da curva. **Transformar**: um ponto ao acaso num círculo dá,
com uma conta, dois números da normal. Cada função recebe `uniform`, que dá o próximo número uniforme em [0, 1).
"""

import math
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence

Uniform = Callable[[], float]
"""O que dá o próximo número uniforme em [0, 1)."""


# --8<-- [start:polar]
def polar(uniform: Uniform) -> tuple[float, float]:
    r"""Dois números da normal padrão, de um ponto ao acaso dentro do círculo de raio 1.

    Examples:
        >>> polar(lambda: 0.75)
        (0.8325546111576977, 0.8325546111576977)
    """
    while True:
        x, y = 2.0 * uniform() - 1.0, 2.0 * uniform() - 1.0
        square = x * x + y * y
        if 0.0 < square < 1.0:
            factor = math.sqrt(-2.0 * math.log(square) / square)
            return factor * y, factor * x
# --8<-- [end:polar]


# --8<-- [start:exponential]
def exponential(uniform: Uniform) -> float:
    r"""Número da exponencial de média 1: o ponto em que a probabilidade acumulada, $1 - e^{-x}$, chega ao sorteado.

    Examples:
        >>> f"{exponential(lambda: 0.5):.6f}"
        '0.693147'
    """
    return -math.log(1.0 - uniform())
# --8<-- [end:exponential]


def laplace(uniform: Uniform, loc: float = 0.0, scale: float = 1.0) -> float:
    """Número da distribuição de Laplace: uma exponencial para cada lado de `loc`.

    Examples:
        >>> laplace(lambda: 0.5), f"{laplace(lambda: 0.25):.6f}"
        (0.0, '-0.693147')
    """
    while True:
        u = uniform()
        if u >= 0.5:
            return loc - scale * math.log(2.0 - u - u)
        if u > 0.0:
            return loc + scale * math.log(u + u)


def gumbel(uniform: Uniform, loc: float = 0.0, scale: float = 1.0) -> float:
    """Número da distribuição de Gumbel, a do maior entre muitos.

    Examples:
        >>> f"{gumbel(lambda: 0.5):.6f}"
        '0.366513'
    """
    while True:
        u = 1.0 - uniform()
        if u < 1.0:
            return loc - scale * math.log(-math.log(u))


# --8<-- [start:search]
def search(chances: Sequence[float], samples: Iterable[float]) -> list[int]:
    """Posição em que cada número de [0, 1) cai, quando cada elemento ocupa o comprimento da sua probabilidade.

    Examples:
        >>> search([0.25, 0.5, 0.25], [0.1, 0.3, 0.7, 0.9])
        [0, 1, 1, 2]
    """
    ends, total = [], 0.0
    for chance in chances:
        total += chance
        ends.append(total)
    ends = [end / total for end in ends]
    return [bisect_right(ends, sample) for sample in samples]
# --8<-- [end:search]


# --8<-- [start:distinct]
def distinct(uniform: Uniform, chances: Sequence[float], count: int) -> list[int]:
    """Posições distintas, com as probabilidades dadas: quem já saiu passa a ter probabilidade zero.

    Examples:
        >>> distinct(lambda: 0.0, [0.2, 0.3, 0.5], 2)
        [0, 1]
    """
    found: dict[int, None] = {}
    while len(found) < count:
        samples = [uniform() for _ in range(count - len(found))]
        chances = [0.0 if i in found else chance for i, chance in enumerate(chances)]
        found |= dict.fromkeys(search(chances, samples))
    return list(found)
# --8<-- [end:distinct]


# --8<-- [start:binomial]
def binomial(uniform: Uniform, n: int, p: float) -> int:
    """Quantos acertos em `n` tentativas, cada uma com probabilidade `p`.

    Acima de ½ contam-se os erros, que são menos. Se os acertos esperados forem muitos, subir a escada da inversão
    degrau por degrau demoraria, e é melhor rejeitar.

    Examples:
        >>> binomial(lambda: 0.5, 10, 0.2), binomial(lambda: 0.5, 10, 0.8)
        (2, 8)
    """
    if p > 0.5:
        return n - binomial(uniform, n, 1.0 - p)
    return by_inversion(uniform, n, p) if n * p <= 30 else by_rejection(uniform, n, p)


def by_inversion(uniform: Uniform, n: int, p: float) -> int:
    """Desconta do número sorteado a probabilidade de 0 acertos, a de 1, a de 2… até ele acabar."""
    q = 1.0 - p
    none = math.exp(n * math.log(q))
    most = int(min(n, n * p + 10.0 * math.sqrt(n * p * q + 1)))
    hits, chance, left = 0, none, uniform()
    while left > chance:
        hits += 1
        if hits > most:  # o que sobrou é só o arredondamento das contas: recomeça
            hits, chance, left = 0, none, uniform()
        else:
            left -= chance
            chance = ((n - hits + 1) * p * chance) / (hits * q)
    return hits
# --8<-- [end:binomial]


# --8<-- [start:multinomial]
def multinomial(uniform: Uniform, n: int, chances: Sequence[float]) -> list[int]:
    """De `n` sorteios entre vários resultados, quantos de cada: uma binomial após a outra, com os que sobraram.

    Examples:
        >>> multinomial(lambda: 0.5, 10, [0.2, 0.3, 0.5])
        [2, 3, 5]
    """
    counts, rest = [], 1.0
    for chance in chances[:-1]:
        counts.append(binomial(uniform, n, chance / rest) if n and chance else 0)
        n -= counts[-1]
        rest -= chance
    return [*counts, n]
# --8<-- [end:multinomial]


# --8<-- [start:by_rejection]
def by_rejection(uniform: Uniform, n: int, p: float) -> int:
    """Sorteia sob uma curva fácil que cobre a distribuição, e recusa o que ficar acima dela.

    É o algoritmo BTPE (Kachitvichyanukul e Schmeiser, 1988). A curva tem um triângulo no meio, que nunca passa da
    distribuição, duas faixas ao lado dele e duas caudas exponenciais.
    """
    q = 1.0 - p
    mode = math.floor(n * p + p)
    width = math.floor(2.195 * math.sqrt(n * p * q) - 4.6 * q) + 0.5
    middle = mode + 0.5
    left, right = middle - width, middle + width
    height = 0.134 + 20.5 / (15.3 + mode)
    left_rate = tail_rate((n * p + p - left) / (n * p + p - left * p))
    right_rate = tail_rate((right - (n * p + p)) / (right * q))
    bands = width * (1.0 + 2.0 * height)  # áreas acumuladas: triângulo, faixas, cauda da esquerda, cauda da direita
    left_tail = bands + height / left_rate
    total = left_tail + height / right_rate
    while True:
        u, v = uniform() * total, uniform()
        if u <= width:
            return math.floor(middle - width * v + u)
        if u <= bands:
            x = left + (u - width) / height
            v = v * height + 1.0 - abs(mode - x + 0.5) / width
            hits = math.floor(x) if v <= 1.0 else -1
        elif v == 0.0:
            continue
        elif u <= left_tail:
            hits = math.floor(left + math.log(v) / left_rate)
            v *= (u - bands) * left_rate
        else:
            hits = math.floor(right - math.log(v) / right_rate)
            v *= (u - left_tail) * right_rate
        if 0 <= hits <= n and under_curve(n, p, mode, hits, v):
            return hits
# --8<-- [end:by_rejection]


def tail_rate(slope: float) -> float:
    """Taxa da exponencial que cobre uma cauda."""
    return slope * (1.0 + slope / 2.0)


def under_curve(n: int, p: float, mode: int, hits: int, v: float) -> bool:
    """Se `v` não passa da razão entre a probabilidade de `hits` acertos e a da moda."""
    q = 1.0 - p
    spread, distance = n * p * q, abs(hits - mode)
    if distance <= 20 or distance >= spread / 2.0 - 1:  # poucos fatores, ou uma razão minúscula: multiplica um por um
        ratio, odds = 1.0, p / q
        for i in range(mode + 1, hits + 1):
            ratio *= odds * (n + 1) / i - odds
        for i in range(hits + 1, mode + 1):
            ratio /= odds * (n + 1) / i - odds
        return v <= ratio
    slack = (distance / spread) * ((distance * (distance / 3.0 + 0.625) + 1 / 6) / spread + 0.5)
    bell = -distance * distance / (2 * spread)
    log_v = math.log(v) if v > 0 else -math.inf
    if log_v < bell - slack:  # longe da curva do sino, já se sabe a resposta
        return True
    if log_v > bell + slack:
        return False
    above, below, left, lost = float(hits + 1), float(mode + 1), float(n + 1 - mode), float(n - hits + 1)
    bound = (mode + 0.5) * math.log(below / above) + (n - mode + 0.5) * math.log(left / lost)
    bound += (hits - mode) * math.log(lost * p / (above * q))
    for x in (below, left, above, lost):
        bound += stirling(x)
    return log_v <= bound


def stirling(x: float) -> float:
    """Correção da fórmula de Stirling para o fatorial."""
    square = x * x
    return (13680.0 - (462.0 - (132.0 - (99.0 - 140.0 / square) / square) / square) / square) / x / 166320.0
