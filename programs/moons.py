r"""Uma rede separa duas luas: a demonstração do micrograd, os mesmos sorteios e as mesmas perdas, com tensores.

    python3 -m programs.moons       100 pontos, rede 2-16-16-1, 100 passos: menos de um segundo

Cada neurônio do micrograd é feito de números soltos, um nó do grafo por multiplicação: dezenas de milhares de nós por
passo. Aqui os nós são tensores, e bastam algumas dezenas. As contas são as mesmas.
"""

import random
from dataclasses import dataclass, field
from typing import Any

from reference.data.moons import make_moons
from reference.gradients.functions import matmul, mean, sum
from reference.gradients.graph import Variable, gradients
from reference.networks.activations import relu
from reference.tensors.creation import asarray, zeros
from reference.tensors.tensor import Tensor

SIZES = (2, 16, 16, 1)
SEED = 1337
POINTS, NOISE, STEPS = 100, 0.1, 100
PENALTY = 1e-4


# --8<-- [start:start]
def data() -> tuple[Tensor, Tensor]:
    """Os cem pontos, de forma (100, 2), e os seus lados, −1 ou 1, de forma (100, 1)."""
    x, y = make_moons(POINTS, NOISE, SEED)
    return x, (2.0 * y - 1.0).reshape((POINTS, 1))


def start(sizes: tuple[int, ...] = SIZES, seed: int = SEED) -> list[Variable]:
    """Matriz e viés de cada camada: pesos sorteados de −1 a 1, neurônio por neurônio, e vieses zero.

    Examples:
        >>> [w.shape for w in start()]
        [(2, 16), (16,), (16, 16), (16,), (16, 1), (1,)]
    """
    draw = random.Random(seed).uniform
    weights = []
    for inputs, outputs in zip(sizes, sizes[1:]):
        neurons = [[draw(-1, 1) for _ in range(inputs)] for _ in range(outputs)]
        weights += [Variable(asarray(neurons).T.copy()), Variable(zeros(outputs))]
    return weights
# --8<-- [end:start]


# --8<-- [start:scores]
def scores(x: Any, weights: list[Variable]) -> Any:
    """A nota de cada ponto, de forma (m, 1): positiva de um lado da fronteira, negativa do outro."""
    *hidden, last = zip(weights[::2], weights[1::2])
    for w, b in hidden:
        x = relu(matmul(x, w) + b)
    w, b = last
    return matmul(x, w) + b
# --8<-- [end:scores]


# --8<-- [start:cost]
def cost(y: Any, notes: Any, weights: list[Variable]) -> Any:
    r"""Custo: $\frac{1}{m}\sum_i \max(0,\ 1 - y_i s_i) + 10^{-4} \sum_j w_j^2$.

    Args:
        y: Os lados, −1 ou 1, de forma (m, 1).
        notes: As notas, $s$, de forma (m, 1).
        weights: Os pesos e os vieses.
    """
    size = Variable(0.0)
    for w in weights:
        size = size + sum(w * w)
    return mean(relu(1.0 - notes * y)) + size * PENALTY
# --8<-- [end:cost]
