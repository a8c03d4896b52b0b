"""Uma atualização do programa do MNIST: a volta contra as diferenças, o passo do Adam, e as contas que a página faz."""

from typing import Any

import pytest

from programs.line_by_line import dense, matrices, one_hot, predict, rows, sample, slopes
from programs.one_update import adam, backward, products
from reference.data.batches import count_batches
from reference.networks.layers import Dense
from reference.networks.sequential import Sequential
from reference.random import RandomState


def toy(m: int = 13) -> tuple[Any, Any, Any]:
    """Amostras com muitos zeros, como as imagens, um alvo para cada uma, e os pesos de uma rede 7-5-10."""
    random = RandomState(1)
    x = random.rand(m, 7)
    y = one_hot(random.randint(0, 10, m).tolist())
    network = Sequential([Dense(5, "relu", input_shape=(7,)), Dense(10, "softmax")], seed=0)
    return (x * (x > 0.5)).tolist(), y, matrices(network)


# A matemática


def test_the_slopes_are_the_measured_ones() -> None:
    x, y, weights = toy(m=4)
    _, found = slopes(x, y, weights)
    h = 1e-6
    for w, g in zip(weights, found):
        for row, slope in zip(w, g):
            for j, value in enumerate(row):
                costs = []
                for row[j] in (value + h, value - h):
                    costs.append(slopes(x, y, weights)[0])
                row[j] = value
                assert slope[j] == pytest.approx((costs[0] - costs[1]) / (2 * h), abs=1e-8)


def test_the_two_gates_together_give_the_difference() -> None:
    """O gradiente do viés da saída é a soma de (p − y) / m."""
    x, y, weights = toy()
    p = predict(x, weights)
    expected = [sum((a[j] - b[j]) / len(x) for a, b in zip(p, y)) for j in range(10)]
    assert slopes(x, y, weights)[1][3][0] == pytest.approx(expected, abs=1e-15)


@pytest.mark.parametrize(("gradient", "step"), [(-3.0, 1.0), (0.02, -0.99984), (1e-5, -0.7597), (0.0, 0.0)])
def test_the_first_step_of_adam_looks_at_the_sign(gradient: float, step: float) -> None:
    weights: Any = [[[0.0]]]
    adam(weights, [[[gradient]]], [[[0.0]]], [[[0.0]]], t=1)
    assert weights[0][0][0] == pytest.approx(0.001 * step, abs=1e-7)


@pytest.mark.parametrize(("second", "step"), [(2.0, -1.0), (-2.0, 0.01 / 0.19), (0.0, -0.67006)])
def test_the_second_step_of_adam_remembers_the_first(second: float, step: float) -> None:
    """Um gradiente que se repete dá outra taxa; um que se inverte quase para; um que some ainda leva embalo."""
    weights, mean, square = ([[0.0]] for _ in range(3))
    adam([weights], [[[2.0]]], [mean], [square], t=1)
    first = weights[0][0]
    adam([weights], [[[second]]], [mean], [square], t=2)
    assert weights[0][0] - first == pytest.approx(0.001 * step, abs=1e-8)


def test_a_point_dark_in_the_whole_batch_teaches_nothing() -> None:
    (images, labels), _ = sample()
    x, y = rows(images[:8].tolist()), one_hot(labels[:8].tolist())
    network = Sequential([Dense(16, "relu", input_shape=(784,)), Dense(10, "softmax")], seed=0)
    gradient = slopes(x, y, matrices(network))[1][0]
    dark = [k for k in range(784) if not any(image[k] for image in x)]
    assert len(dark) == 416 and not any(any(gradient[k]) for k in dark)


# A conta das multiplicações


class Counted(float):
    """Um número que conta as vezes em que é multiplicado, de um lado ou do outro."""

    times = 0

    def __mul__(self, other: float) -> float:
        Counted.times += 1
        return float(self) * other

    __rmul__ = __mul__


def counted(matrix: Any) -> Any:
    return [[Counted(value) for value in row] for row in matrix]


def test_the_products_are_the_multiplications_that_the_loops_make() -> None:
    """Na volta contam-se os três produtos: as matrizes que entram neles são as que contam."""
    m, inputs, hidden, classes = 3, 4, 5, 2
    forward, back = products(m, (inputs, hidden, classes))
    x, w1, w2 = [[1.5] * inputs] * m, [[0.5] * hidden] * inputs, [[0.25] * classes] * hidden
    h, p, y = [[1.0] * hidden] * m, [[0.5] * classes] * m, [[0.0, 1.0]] * m
    Counted.times = 0
    dense(counted(x), w1, [[0.0] * hidden])
    dense(counted(h), w2, [[0.0] * classes])
    assert Counted.times == forward
    Counted.times = 0
    backward(counted(x), counted(h), p, y, counted(w2))
    assert Counted.times == back


def test_the_numbers_of_the_page() -> None:
    assert products(128) == (51_380_224 + 655_360, 52_690_944)
    assert sum(products(1)) == 818_176 and 5 * sum(products(60_000)) == 245_452_800_000
    assert products(10_000)[0] == 4_065_280_000
    assert 5 * count_batches(60_000, 128) == 2345
