r"""As luas: dois arcos de meia-volta encaixados um no outro, a menor tarefa que pede uma fronteira curva.

É o `make_moons` do scikit-learn: com a mesma semente, a mesma ordem e os mesmos pontos.
"""

import math

from reference.random import RandomState
from reference.tensors.creation import zeros
from reference.tensors.ranges import linspace
from reference.tensors.tensor import Tensor


# --8<-- [start:make_moons]
def make_moons(samples: int = 100, noise: float = 0.0, seed: int | RandomState = 0) -> tuple[Tensor, Tensor]:
    r"""Duas luas: na classe 0, $(\cos t,\ \sin t)$; na 1, $(1 - \cos t,\ \tfrac12 - \sin t)$, com $t$ de 0 a $\pi$.

    Args:
        samples: Quantos pontos ao todo; se forem ímpares, a classe 1 fica com o que sobra.
        noise: Desvio padrão do ruído normal somado a cada coordenada.
        seed: Semente da ordem e do ruído, ou o próprio gerador de sorteios.

    Returns:
        Os pontos, de forma (samples, 2), em ordem sorteada, e a classe de cada um, 0 ou 1, de forma (samples,).

    Raises:
        ValueError: Se não houver ao menos um ponto, ou se o ruído for negativo.

    Examples:
        >>> x, y = make_moons(4, seed=1)
        >>> x.round(3) + 0.0
        array([[ 2. ,  0.5],
               [ 0. ,  0.5],
               [ 1. ,  0. ],
               [-1. ,  0. ]])
        >>> y
        array([1, 1, 0, 0])
    """
    if samples < 1 or noise < 0:
        raise ValueError(f"make_moons: ao menos um ponto, e ruído não negativo; pediu {samples} e {noise}")
    random = seed if isinstance(seed, RandomState) else RandomState(seed)
    upper = samples // 2
    points = [(math.cos(t), math.sin(t), 0) for t in linspace(0, math.pi, upper).tolist()]
    points += [(1 - math.cos(t), 1 - math.sin(t) - 0.5, 1) for t in linspace(0, math.pi, samples - upper).tolist()]
    order = random.permutation(samples).tolist()
    shakes = random.normal(scale=noise, size=(samples, 2)) if noise else zeros((samples, 2))
    x, y = zeros((samples, 2)), zeros(samples, dtype="int64")
    for i, k in enumerate(order):
        horizontal, vertical, label = points[k]
        x[i, 0], x[i, 1], y[i] = horizontal, vertical, label
    return x + shakes, y
# --8<-- [end:make_moons]
