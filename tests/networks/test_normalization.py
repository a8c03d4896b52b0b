"""Normalização de lote: os números do PyTorch e do Keras, os gradientes, e a diferença entre treinar e responder."""

from functools import partial
from typing import Any

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reference as np
from reference.networks.layers import Dense
from reference.networks.normalization import BatchNormalization
from reference.networks.sequential import Sequential
from reference.random import RandomState
from tests.gradients.peers import LIBRARIES, apart, listed
from tests.networks.layer_peers import BETA, GAMMA, MEAN, MOMENTUM, VARIANCE, X, agrees, stored
from tests.networks.test_layers import checked, rebuilt

WEIGHTS = [GAMMA, BETA, MEAN, VARIANCE]


@pytest.mark.parametrize(("name", "training"), [("normalization", True), ("inference", False)])
def test_the_numbers_of_pytorch(name: str, training: bool) -> None:
    agrees(BatchNormalization, X, WEIGHTS, stored()[name], training)


def test_the_moving_averages_of_keras() -> None:
    for build in LIBRARIES.values():
        model = Sequential([BatchNormalization(momentum=MOMENTUM)])
        x = build(X)
        model(x, training=True)
        model(x * 2.0, training=True)
        found = [*map(listed, model.get_weights()[2:])]
        assert apart(found, stored()["moving"]) < 1e-10


@settings(max_examples=10)
@given(st.lists(st.integers(1, 3), min_size=1, max_size=3), st.booleans(), st.booleans(), st.booleans())
def test_the_gradients(shape: list[int], center: bool, scale: bool, training: bool) -> None:
    if not (center or scale):
        return
    layer = BatchNormalization(center=center, scale=scale, gamma_initializer="glorot_uniform")
    checked(layer, RandomState(0).randn(4, *shape), training)


def test_the_gradient_of_the_batch_alone() -> None:
    checked(BatchNormalization(center=False, scale=False), RandomState(0).randn(5, 2))


@settings(max_examples=15)
@given(st.floats(-100, 100), st.floats(0.1, 100))
def test_mean_zero_and_deviation_one_wherever_the_batch_is(mean: float, deviation: float) -> None:
    x = RandomState(0).normal(mean, deviation, (50, 3))
    y = numpy.array(BatchNormalization(epsilon=1e-12)(x, training=True).value.tolist())
    numpy.testing.assert_allclose(y.mean(axis=0), 0, atol=1e-9)
    numpy.testing.assert_allclose(y.std(axis=0), 1, atol=1e-9)


def test_outside_training_a_sample_is_answered_alone() -> None:
    layer, x = BatchNormalization(), RandomState(0).randn(6, 3)
    layer(x, training=True)
    before = [w.value.tolist() for w in layer.weights]
    together = layer(x).value.tolist()
    assert [layer(x[i : i + 1]).value.tolist()[0] for i in range(6)] == together
    assert [w.value.tolist() for w in layer.weights] == before


def test_frozen_it_answers_in_training_as_outside() -> None:
    layer, x = BatchNormalization(trainable=False), RandomState(0).randn(6, 3)
    assert layer(x, training=True).value.tolist() == layer(x).value.tolist()
    assert layer.moving_mean.value.tolist() == [0.0, 0.0, 0.0]


def test_the_averages_are_weights_that_do_not_train() -> None:
    layer = BatchNormalization()
    layer.build_once((3,), RandomState(0))
    assert [w.name.rpartition("/")[2] for w in layer.trainable_weights] == ["gamma", "beta"]
    assert layer.count_params() == 12


def test_after_training_the_averages_are_those_of_the_data() -> None:
    x = RandomState(0).normal(5.0, 3.0, (64, 2))
    model = Sequential([BatchNormalization(momentum=0.8), Dense(1)], seed=0)
    model.compile("sgd", "mse")
    model.fit(x, np.zeros((64, 1)), epochs=20, batch_size=64, verbose=0)
    mean, variance = (w.tolist() for w in model.get_weights()[2:4])
    numpy.testing.assert_allclose(mean, x.mean(axis=0).tolist(), rtol=0.02)
    numpy.testing.assert_allclose(variance, x.var(axis=0).tolist(), rtol=0.02)


def test_the_same_losses_in_any_library() -> None:
    runs: list[Any] = []
    for build in LIBRARIES.values():
        model = Sequential([Dense(3), BatchNormalization(), Dense(1)], seed=0)
        model.compile("adam", "mse")
        y = build([[1.0], [0.0], [2.0], [1.0]])
        history = model.fit(build(X), y, epochs=3, batch_size=2, verbose=0, validation_data=(build(X), y)).history
        runs.append([history["loss"], history["val_loss"]])
    for run in runs[1:]:
        assert apart(run, runs[0]) < 1e-12


@pytest.mark.parametrize(
    "make", [BatchNormalization, partial(BatchNormalization, 0.5, 1e-5, False, gamma_initializer="random_normal")]
)
def test_rebuilt_from_its_options(make: Any) -> None:
    assert rebuilt(make()).get_config() == make().get_config()
    defaults = BatchNormalization().get_config()
    assert (defaults["momentum"], defaults["epsilon"]) == (0.99, 1e-3)


def test_what_is_said_to_who_errs() -> None:
    for momentum in (-0.1, 1.1, float("nan")):
        with pytest.raises(ValueError, match="momentum"):
            BatchNormalization(momentum)
    for epsilon in (0.0, -1.0, float("nan"), float("inf")):
        with pytest.raises(ValueError, match="epsilon"):
            BatchNormalization(epsilon=epsilon)
    with pytest.raises(ValueError, match="números soltos"):
        BatchNormalization()(np.ones(3))
    layer = BatchNormalization()
    layer(np.ones((2, 3)), training=True)
    before = layer.moving_mean.value.tolist()
    for columns in (4, 1):
        with pytest.raises(ValueError, match="3 números"):
            layer(np.ones((2, columns)), training=True)
    assert layer.moving_mean.value.tolist() == before
