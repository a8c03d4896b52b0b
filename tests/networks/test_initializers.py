"""Inicializadores: os limites e a variância de cada sorteio, as contas de parcelas do Keras, e a ortogonalidade."""

import json
import math
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reference as np
from reference.networks import initializers
from reference.networks.initializers import described, fans, get, orthogonal
from reference.random import RandomState
from tests.networks.layer_peers import SHAPES, stored

DENSE, WINDOW = (40, 60), (3, 3, 10, 20)
"""Uma camada densa, de 40 entradas e 60 saídas; uma convolução, de 90 e 180."""
VARIANCES: dict[str, Callable[[int, int], float]] = {
    "glorot_uniform": lambda n_in, n_out: 2 / (n_in + n_out),
    "glorot_normal": lambda n_in, n_out: 2 / (n_in + n_out),
    "he_uniform": lambda n_in, n_out: 2 / n_in,
    "he_normal": lambda n_in, n_out: 2 / n_in,
    "random_uniform": lambda n_in, n_out: 0.05**2 / 3,
    "random_normal": lambda n_in, n_out: 0.05**2,
}


def drawn(initializer: Any, shape: tuple[int, ...], seed: int = 0) -> Any:
    return numpy.array(get(initializer)(shape, RandomState(seed)).tolist())


def test_the_fans_of_keras() -> None:
    assert [list(fans(shape)) for shape in SHAPES] == stored()["fans"]


@pytest.mark.parametrize("shape", [DENSE, WINDOW])
@pytest.mark.parametrize("name", VARIANCES)
def test_mean_zero_and_the_promised_variance(name: str, shape: tuple[int, ...]) -> None:
    """De milhares de sorteios: a média a menos de quatro desvios de zero, a variância a menos de 6 % da prometida."""
    w = drawn(name, shape)
    variance = VARIANCES[name](*fans(shape))
    assert w.shape == shape
    assert abs(w.mean()) < 4 * math.sqrt(variance / w.size)
    assert w.var() == pytest.approx(variance, rel=0.06)


@pytest.mark.parametrize("name", ["glorot_uniform", "he_uniform", "random_uniform"])
def test_the_uniform_ones_stay_inside_and_reach_the_edges(name: str) -> None:
    w = drawn(name, DENSE)
    limit = math.sqrt(3 * VARIANCES[name](*fans(DENSE)))
    assert 0.99 * limit < abs(w).max() <= limit


@pytest.mark.parametrize("name", [name for name in VARIANCES if "normal" in name])
def test_the_normal_ones_have_a_bell(name: str) -> None:
    """Entre ±1 desvio caem 68 % dos números, e entre ±2, 95 %."""
    w = drawn(name, DENSE) / math.sqrt(VARIANCES[name](*fans(DENSE)))
    assert (abs(w) < 1).mean() == pytest.approx(0.683, abs=0.03)
    assert (abs(w) < 2).mean() == pytest.approx(0.954, abs=0.015)


def test_the_limits_of_the_notes() -> None:
    """De 4 para 5 neurônios, Xavier sorteia entre ±0,8165."""
    assert math.sqrt(6 / sum(fans((4, 5)))) == pytest.approx(0.8165, abs=5e-5)


def test_the_draws_are_those_of_numpy() -> None:
    theirs = numpy.random.RandomState(7)
    limit = math.sqrt(6 / 7)
    assert drawn("glorot_uniform", (3, 4), 7).tolist() == theirs.uniform(-limit, limit, (3, 4)).tolist()
    theirs = numpy.random.RandomState(7)
    assert drawn("random_normal", (3, 4), 7).tolist() == theirs.normal(0.0, 0.05, (3, 4)).tolist()


def test_what_is_not_drawn() -> None:
    assert drawn("zeros", (2, 3)).tolist() == [[0.0] * 3] * 2
    assert drawn("ones", (2,)).tolist() == [1.0, 1.0]
    assert drawn(partial(initializers.constant, value=3), (2,)).tolist() == [3.0, 3.0]


@settings(max_examples=15)
@given(st.lists(st.integers(1, 6), min_size=2, max_size=4), st.integers(0, 99))
def test_orthogonal_neither_stretches_nor_shrinks(shape: list[int], seed: int) -> None:
    w = drawn(partial(orthogonal, gain=2.0), tuple(shape), seed)
    assert w.shape == tuple(shape)
    w = w.reshape(-1, shape[-1]) / 2
    gram = w @ w.T if w.shape[0] <= w.shape[1] else w.T @ w
    numpy.testing.assert_allclose(gram, numpy.eye(len(gram)), atol=1e-14)


def test_a_direction_that_repeats_is_not_lost() -> None:
    """Dois vetores quase paralelos: sem a segunda passada, o que sobra é quase todo arredondamento."""

    class Parallel(RandomState):
        def normal(self, loc: Any = 0.0, scale: Any = 1.0, size: Any = None) -> Any:
            return np.array([[1.0, 1.0, 1.0], [1.0, 1.0, 1.0 + 1e-9]])

    w = numpy.array(orthogonal((2, 3), Parallel(0)).tolist())
    numpy.testing.assert_allclose(w @ w.T, numpy.eye(2), atol=1e-14)


@pytest.mark.parametrize("name", sorted(initializers.INITIALIZERS))
def test_the_name_is_kept_and_read(name: str) -> None:
    assert get(described(get(name))) is get(name)
    assert get(name)((4, 3), RandomState(0)).shape == (4, 3)


def test_the_options_are_kept_and_read() -> None:
    told = json.loads(json.dumps(described(partial(orthogonal, gain=0.5))))
    assert told == {"name": "orthogonal", "gain": 0.5}
    assert drawn(told, (3, 3)).tolist() == drawn(partial(orthogonal, gain=0.5), (3, 3)).tolist()


def test_what_is_said_to_who_errs() -> None:
    for bad in ("xavier", {"gain": 1.0}, None, 3):
        with pytest.raises(ValueError, match="não há inicializador"):
            get(bad)
    with pytest.raises(ValueError, match="dois eixos"):
        orthogonal((3,), RandomState(0))
    assert described(len) is len  # quem não cabe num arquivo, `save` recusa
