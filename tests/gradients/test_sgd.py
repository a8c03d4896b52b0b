"""SGD: os números do Keras, e o que liga o gradiente de um lote ao de todas as amostras."""

from typing import Any

import numpy
import pytest

import reference as np
from reference.data.batches import batches
from reference.gradients.functions import mean
from reference.gradients.graph import Variable, gradients
from reference.gradients.sgd import SGD
from tests.gradients.peers import KERAS, apart, stored, trained

CASES = [name for name, (kind, _) in KERAS.items() if kind == "SGD"]


@pytest.mark.parametrize("name", CASES)
def test_a_hundred_steps_are_those_of_keras(name: str) -> None:
    assert apart(trained(SGD(**KERAS[name][1])), stored()["optimizers"][name]) < 1e-12


@pytest.mark.parametrize("momentum", [-0.1, 1.5, float("nan")])
def test_a_momentum_out_of_range_is_refused(momentum: float) -> None:
    with pytest.raises(ValueError, match="SGD: o momentum fica entre 0 e 1"):
        SGD(momentum=momentum)


def test_without_momentum_nothing_is_kept() -> None:
    optimizer = SGD(0.1)
    optimizer.apply([1.0], [Variable(1.0)])
    assert optimizer.state == {"iterations": [1]} and SGD(0.1, momentum=0.5).slots == ("velocity",)


def slope_of(x: Any, y: Any, w: float) -> float:
    """O gradiente do erro quadrático médio de y ≈ w·x, pelo grafo."""
    variable = Variable(w)
    error = x * variable - y
    return float(gradients(mean(error * error), [variable])[0])


def test_the_mean_of_the_gradients_of_equal_batches_is_the_full_gradient() -> None:
    rng = numpy.random.default_rng(0)
    x, y = (np.array(rng.normal(size=12).tolist()) for _ in range(2))
    whole = slope_of(x, y, 0.7)
    for size in (1, 3, 4, 12):
        parts = [slope_of(a, b, 0.7) for a, b in zip(batches(x, size), batches(y, size), strict=True)]
        assert sum(parts) / len(parts) == pytest.approx(whole, rel=1e-12)
        assert size == 12 or max(abs(part - whole) for part in parts) > 0.01


def test_with_a_full_batch_it_is_the_descent_of_the_formula() -> None:
    w, optimizer = Variable(1.0), SGD(0.1)
    seen = []
    for _ in range(3):
        optimizer.apply([2 * w.value], [w])
        seen.append(round(w.value, 12))
    assert seen == [0.8, 0.64, 0.512]
