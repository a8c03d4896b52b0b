r"""Uma rede separa duas luas: a demonstração do micrograd, os mesmos sorteios e as mesmas perdas, com tensores.

    python3 -m programs.moons       100 pontos, rede 2-16-16-1, 100 passos: cerca de um segundo

No micrograd cada nó do grafo é um número: dezenas de milhares de nós por passo. Aqui cada nó é um tensor, e bastam
vinte. Três escolhas poupam contas, e nenhuma muda o resultado: os pontos vão em **colunas**, e cada produto combina
linhas compridas; o viés é o **peso de uma entrada que vale sempre 1**; e a multa pelo tamanho dos pesos, cuja derivada é
o próprio peso, vira um **encolhimento** na hora de atualizar.
"""

import random
from typing import Any

from reference.data.moons import make_moons
from reference.gradients.functions import concat, matmul, mean, where
from reference.gradients.graph import Variable, gradients
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
    for inputs, outputs in zip(sizes, sizes[1:]):
        neurons = [[draw(-1, 1) for _ in range(inputs)] + [0.0] for _ in range(outputs)]
        weights.append(Variable(asarray(neurons)))
    return weights
# --8<-- [end:start]


# --8<-- [start:scores]
def relu(z: Variable) -> Any:
    r"""ReLU, $\max(z, 0)$: quem passa na ida deixa o gradiente passar na volta."""
    return where(z.value > 0, z, 0.0)


def scores(x: Any, weights: list[Variable]) -> Any:
    """A nota de cada ponto, de forma (1, m): positiva de um lado da fronteira, negativa do outro."""
    always = ones((1, x.shape[1]))
    *hidden, last = weights
    for w in hidden:
        x = relu(matmul(w, concat([x, always])))
    return matmul(last, concat([x, always]))
# --8<-- [end:scores]


# --8<-- [start:step]
def margin(x: Any, y: Any, weights: list[Variable]) -> Any:
    r"""A margem que falta, na média: $\frac{1}{m}\sum_i \max(0,\ 1 - y_i s_i)$."""
    return mean(relu(1.0 - scores(x, weights) * y))


def step(x: Any, y: Any, weights: list[Variable], rate: float) -> float:
    r"""Um passo da descida, com todos os pontos; devolve o custo de antes dele.

    O custo é a margem que falta mais $\lambda \sum_j w_j^2$. A derivada dessa multa é $2 \lambda w_j$, e o passo,
    $w - \alpha (g + 2 \lambda w) = (1 - 2 \alpha \lambda)\,w - \alpha g$: antes de andar, o peso encolhe um pouco.

    Args:
        x: Os pontos, de forma (2, m).
        y: Os lados, −1 ou 1, de forma (1, m).
        weights: As matrizes, que são trocadas por novas.
        rate: A taxa de aprendizagem, $\alpha$.
    """
    missing = margin(x, y, weights)
    penalty = PENALTY * sum((w.value * w.value).sum() for w in weights)
    for w, g in zip(weights, gradients(missing, weights)):
        w.value = (1 - 2 * rate * PENALTY) * w.value - rate * g
    return float(missing.value + penalty)
# --8<-- [end:step]


# --8<-- [start:train]
def train(steps: int = STEPS) -> tuple[list[float], list[Variable]]:
    """A demonstração: a taxa desce de 1 a quase 0,1. Devolve o custo de cada passo e as matrizes."""
    (x, y), weights = data(), start()
    return [step(x, y, weights, 1 - 0.9 * k / 100) for k in range(steps)], weights


def accuracy(x: Any, y: Any, weights: list[Variable]) -> float:
    """Que parte dos pontos fica do lado certo."""
    return float(((scores(x, weights).value > 0) == (y > 0)).mean())
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
