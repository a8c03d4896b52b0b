"""Uma atualização dos pesos do programa do MNIST, só com listas: a volta, o passo do Adam e a conta das multiplicações.

O programa que chama estas peças, com a ida e com o laço de todas as atualizações, é `programs.line_by_line`.
"""

from itertools import pairwise

from reference.operations.reductions import add_in_order, add_in_pairs

Rows = list[list[float]]


# --8<-- [start:backward]
def dense_slopes(x: Rows, dz: Rows) -> tuple[Rows, Rows]:
    """A volta de uma camada: do gradiente das somas, `dz`, ao dos pesos e ao dos vieses.

    Examples:
        >>> dense_slopes([[1.0, 2.0]], [[10.0, 20.0]])
        ([[10.0, 20.0], [20.0, 40.0]], [[10.0, 20.0]])
    """
    dw = [[0.0] * len(dz[0]) for _ in x[0]]
    for sample, d in zip(x, dz):
        for k, x_k in enumerate(sample):
            if x_k:  # nem culpa nem mérito
                dw[k] = [g + x_k * d_j for g, d_j in zip(dw[k], d)]
    return dw, [[add_in_order(column) for column in zip(*dz)]]


def backward(x: Rows, h: Rows, p: Rows, y: Rows, w2: Rows) -> list[Rows]:
    """A volta: do lote, das respostas das duas camadas e dos alvos, um gradiente por peso.

    Examples:
        >>> dw1, db1, dw2, db2 = backward([[1.0]], [[2.0]], [[0.5, 0.5]], [[0.0, 1.0]], [[0.0, 0.0]])
        >>> dw2, db2
        ([[1.0, -1.0]], [[0.5, -0.5]])
    """
    dz2 = []
    for p_i, y_i in zip(p, y):
        dp = [-1 / len(x) * y_j * (1 / p_j) if 1e-7 < p_j < 1 - 1e-7 else 0.0 for p_j, y_j in zip(p_i, y_i)]
        mixed = add_in_pairs([d * p_j for d, p_j in zip(dp, p_i)])
        dz2.append([p_j * (d - mixed) for d, p_j in zip(dp, p_i)])
    dh = [[add_in_order([d_j * w_kj for d_j, w_kj in zip(d, w_k)]) for w_k in w2] for d in dz2]
    dz1 = [[d if h_k > 0 else 0.0 for d, h_k in zip(*pair)] for pair in zip(dh, h)]
    return [*dense_slopes(x, dz1), *dense_slopes(h, dz2)]
# --8<-- [end:backward]


# --8<-- [start:adam]
def adam(weights: list[Rows], gradients: list[Rows], means: list[Rows], squares: list[Rows], t: int) -> None:
    """`optimizer="adam"`: o passo de número `t`, em cada peso de cada linha de cada camada.

    Examples:
        >>> weights, means, squares = [[[1.0]]], [[[0.0]]], [[[0.0]]]
        >>> adam(weights, [[[0.5]]], means, squares, t=1)
        >>> f"{weights[0][0][0]:.6f}"
        '0.999000'
    """
    pace = 0.001 * (1 - 0.999**t) ** 0.5 / (1 - 0.9**t)
    for layer in zip(weights, gradients, means, squares):
        for w, g, m, s in zip(*layer):
            for j in range(len(w)):
                m[j] += (g[j] - m[j]) * (1 - 0.9)
                s[j] += (g[j] * g[j] - s[j]) * (1 - 0.999)
                w[j] -= pace * m[j] / (s[j] ** 0.5 + 1e-7)
# --8<-- [end:adam]


# --8<-- [start:products]
def products(m: int, sizes: tuple[int, ...] = (784, 512, 10)) -> tuple[int, int]:
    """Quantas multiplicações fazem a ida e a volta de `m` imagens, nos produtos de matrizes.

    Examples:
        >>> products(1, (784, 512, 10))
        (406528, 411648)
    """
    forward = [m * inputs * outputs for inputs, outputs in pairwise(sizes)]
    return sum(forward), 2 * sum(forward) - forward[0]  # ninguém pergunta pelo gradiente das imagens
# --8<-- [end:products]
