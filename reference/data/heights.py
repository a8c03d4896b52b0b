r"""Alturas e pesos de pessoas inventadas: a reta mais conhecida da estatística, com a resposta certa à vista.

Como os números são sorteados de uma reta com ruído, sabe-se o que uma boa regressão tem de achar.
"""

from reference.random import RandomState
from reference.tensors.tensor import Tensor

MEAN_HEIGHT, HEIGHT_SPREAD = 172.0, 9.0
MEAN_WEIGHT, SLOPE, WEIGHT_SPREAD = 75.0, 1.1, 8.0


# --8<-- [start:heights]
def heights_and_weights(people: int = 200, seed: int | RandomState = 0) -> tuple[Tensor, Tensor]:
    r"""Altura e peso de cada pessoa: $p = 75 + 1{,}1\,(a - 172) + \text{ruído}$, com desvio de 8 kg.

    Args:
        people: Quantas pessoas.
        seed: Semente, ou o próprio gerador de sorteios.

    Returns:
        As alturas, em centímetros, e os pesos, em quilos, com uma casa decimal, os dois de forma (people,).

    Raises:
        ValueError: Se não houver ao menos uma pessoa.

    Examples:
        >>> heights, weights = heights_and_weights(4)
        >>> print(heights, weights)
        [187.9 175.6 180.8 192.2] [107.4  71.1  92.3  96. ]

    [Notas: Regressão linear; Previsão do peso em função da altura]
    """
    if people < 1:
        raise ValueError(f"heights_and_weights: ao menos uma pessoa, e foram pedidas {people}")
    random = seed if isinstance(seed, RandomState) else RandomState(seed)
    heights = (MEAN_HEIGHT + HEIGHT_SPREAD * random.randn(people)).round(1)
    noise = WEIGHT_SPREAD * random.randn(people)
    return heights, (MEAN_WEIGHT + SLOPE * (heights - MEAN_HEIGHT) + noise).round(1)
# --8<-- [end:heights]
