r"""Uma rede separa duas luas: a demonstração do micrograd, os mesmos sorteios e as mesmas perdas, com tensores.

    python3 -m programs.moons       100 pontos, rede 2-16-16-1, 100 passos: cerca de um segundo

No micrograd cada nó do grafo é um número: dezenas de milhares de nós por passo. Aqui cada nó é um tensor, e bastam
vinte. Quatro escolhas poupam contas, e nenhuma muda o resultado: os pontos vão em **colunas**, e cada produto combina
linhas compridas; o viés é o **peso de uma entrada que vale sempre 1**; quem já passou da margem, e tem gradiente zero,
**não faz a volta**; e a multa pelo tamanho dos pesos vira um **encolhimento** na hora de atualizar.
"""

import random
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from reference.data.moons import make_moons
from reference.gradients.functions import concat, matmul
from reference.gradients.functions import sum as total
from reference.gradients.graph import Variable, differentiable, gradients
from reference.networks.losses import value_of
from reference.operations.one_pass import one_pass
from reference.tensors.creation import asarray, ones

SIZES = (2, 16, 16, 1)
SEED = 1337
POINTS, NOISE, STEPS = 100, 0.1, 100
PENALTY = 1e-4


# --8<-- [start:start]
def data() -> tuple[Any, Any]:
    """Os cem pontos, um por coluna, de forma (2, 100), e os lados, −1 ou 1, de forma (1, 100).

    Examples:
        >>> x, y = data()
        >>> x.shape, y[0, :6]
        ((2, 100), array([-1., -1.,  1., -1.,  1.,  1.]))
    """
    x, y = make_moons(POINTS, NOISE, SEED)
    return x.T.copy(), (2.0 * y - 1.0).reshape((1, POINTS))


def start(sizes: tuple[int, ...] = SIZES, seed: int = SEED) -> list[Variable]:
    """Uma matriz por camada: uma linha por neurônio, com os pesos sorteados de −1 a 1 e o viés, zero, na última coluna.

    Examples:
        >>> [w.shape for w in start()]
        [(16, 3), (16, 17), (1, 17)]
    """
    draw = random.Random(seed).uniform
    weights = []
    for inputs, outputs in pairwise(sizes):
        neurons = [[draw(-1, 1) for _ in range(inputs)] + [0.0] for _ in range(outputs)]
        weights.append(Variable(asarray(neurons)))
    return weights
# --8<-- [end:start]


# --8<-- [start:scores]
@differentiable(lambda z, h: z > 0)
@one_pass
def relu(elements: Any) -> list[Any]:
    r"""ReLU, $\max(z, 0)$: quem passa na ida deixa o gradiente passar na volta."""
    return [z if z > 0.0 else 0.0 for (z,) in elements]


def scores(x: Any, weights: Sequence[Any]) -> Any:
    """A nota de cada ponto, de forma (1, m): positiva de um lado da fronteira, negativa do outro."""
    always = ones((1, x.shape[1]))
    *hidden, last = weights
    for w in hidden:
        x = relu(matmul(w, concat([x, always])))
    return matmul(last, concat([x, always]))
# --8<-- [end:scores]


# --8<-- [start:step]
def margins(x: Any, y: Any, weights: Sequence[Any]) -> Any:
    r"""A margem que falta a cada ponto, $1 - y_i s_i$; de quem já passou dela, o que dá é negativo."""
    return 1.0 - scores(x, weights) * y


@one_pass
def shrunk_step(elements: Any, kept: Any, rate: Any) -> list[Any]:
    r"""Um passo contra o gradiente, de um peso que antes encolhe: $k\,w - \alpha\,g$."""
    return [kept * w - rate * g for w, g in elements]


def step(x: Any, y: Any, weights: list[Variable], rate: float) -> float:
    r"""Um passo da descida, com todos os pontos; devolve o custo de antes dele.

    O gradiente de quem já passou da margem é zero: a volta se faz só com os outros. A derivada da multa,
    $2\lambda w_j$, é um encolhimento, $w - \alpha (g + 2\lambda w) = (1 - 2\alpha\lambda)\,w - \alpha g$.

    Args:
        x: Os pontos, de forma (2, m).
        y: Os lados, −1 ou 1, de forma (1, m).
        weights: As matrizes, que são trocadas por novas.
        rate: A taxa de aprendizagem, $\alpha$.
    """
    m, values = x.shape[1], [w.value for w in weights]
    missing = margins(x, y, values)
    cost = float(relu(missing).sum() / m + PENALTY * sum((w * w).sum() for w in values))
    late = concat([x, y])[:, missing[0] > 0]
    slopes = gradients(total(margins(late[:-1], late[-1:], weights)), weights)
    for w, g in zip(weights, slopes):
        w.value = shrunk_step(w.value, g, 1 - 2 * rate * PENALTY, rate / m)
    return cost
# --8<-- [end:step]


# --8<-- [start:train]
def train(steps: int = STEPS) -> tuple[list[float], list[Variable]]:
    """A demonstração: a taxa desce de 1 a quase 0,1. Devolve o custo de cada passo e as matrizes."""
    (x, y), weights = data(), start()
    return [step(x, y, weights, 1 - 0.9 * k / 100) for k in range(steps)], weights


def accuracy(x: Any, y: Any, weights: list[Variable]) -> float:
    """Que parte dos pontos fica do lado certo."""
    return float(((value_of(scores(x, weights)) > 0) == (y > 0)).mean())
# --8<-- [end:train]


def main() -> int:
    """O programa; devolve o código de saída."""
    costs, weights = train()
    for k in (0, 1, 2, 9, 49, STEPS - 1):
        print(f"passo {k:2}: custo {costs[k]:.6f}")
    print(f"acerto: {accuracy(*data(), weights):.0%}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
