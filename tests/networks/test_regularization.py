"""Regularização: as multas do Keras, os seus gradientes, e o dropout, que age no treino e só nele."""

import json
from pathlib import Path
from typing import Any

import array_api_strict
import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reference as np
from reference.gradients.functions import sum as total
from reference.gradients.gradient import check_gradient
from reference.gradients.graph import Variable
from reference.gradients.sgd import SGD
from reference.networks import regularization
from reference.networks.layers import Dense, Dropout
from reference.networks.regularization import L1, L1L2, L2
from reference.networks.sequential import Sequential
from reference.random import RandomState
from tests.gradients.peers import LIBRARIES, listed
from tests.networks import layer_peers as peers


def test_the_penalties_of_keras() -> None:
    expected = peers.stored()["penalties"]
    for build in LIBRARIES.values():
        w = build(peers.W)
        found = [float(L1(peers.L1)(w)), float(L2(peers.L2)(w))]
        assert found == pytest.approx(expected, abs=1e-15)
        assert float(L1L2(peers.L1, peers.L2)(w)) == pytest.approx(sum(expected), abs=1e-15)
    assert (L1().l1, L1().l2, L2().l1, L2().l2, L1L2().l1, L1L2().l2) == (0.01, 0.0, 0.0, 0.01, 0.0, 0.0)


@settings(max_examples=15)
@given(st.lists(st.integers(1, 4), min_size=1, max_size=3), st.floats(0, 2), st.floats(0, 2))
def test_the_gradients_of_the_penalties(shape: list[int], l1: float, l2: float) -> None:
    check_gradient(L1L2(l1, l2), RandomState(3).randn(*shape)).require()


def test_no_pull_at_the_tip() -> None:
    w = Variable(np.array([0.0, -2.0, 5.0]))
    L1(0.5)(w).backward()
    assert w.grad.tolist() == [0.0, -0.5, 0.5]


def test_the_penalty_is_in_the_cost_and_pulls_the_weights() -> None:
    """Com entradas zeradas só a multa age: um passo de taxa 1 leva w a w − 2λw."""
    x, y = np.zeros((4, 2)), np.zeros((4, 1))
    model = Sequential([Dense(1, kernel_initializer="ones", kernel_regularizer=L2(0.1))])
    model.compile(SGD(1.0), "mse")
    logs = model.train_on_batch(x, y)
    assert logs["loss"] == pytest.approx(0.2)
    assert model.get_weights()[0].tolist() == [[pytest.approx(0.8)], [pytest.approx(0.8)]]
    assert model.evaluate(x, y, verbose=0) == pytest.approx(0.1 * 2 * 0.64)


@pytest.mark.parametrize("name", ["l1", "l2", "l1_l2"])
def test_by_name_and_by_options(name: str) -> None:
    made = regularization.get(name)
    told = json.loads(json.dumps(regularization.described(made)))
    assert repr(regularization.get(told)) == repr(made)
    assert regularization.get(made) is made


def test_what_is_said_to_who_errs() -> None:
    for bad in (-0.1, float("nan"), float("inf")):
        with pytest.raises(ValueError, match="l2 é quanto se multa"):
            L2(bad)
        with pytest.raises(ValueError, match="l1 é quanto se multa"):
            L1(bad)
    with pytest.raises(ValueError, match="regularizador 'l3'; há l1, l2, l1_l2"):
        regularization.get("l3")
    assert regularization.described(len) is len  # quem não cabe num arquivo, `save` recusa
    for rate in (-0.1, 1.0, 1.5, float("nan")):
        with pytest.raises(ValueError, match="probabilidade"):
            Dropout(rate)


# Dropout


def dropped(x: Any, rate: float, seed: int = 0, training: bool = True) -> Any:
    layer = Dropout(rate)
    layer.build_once(tuple(x.shape[1:]), RandomState(seed))
    return layer(x, training)


@pytest.mark.parametrize("rate", [0.1, 0.5, 0.8])
def test_some_are_gone_and_the_mean_stays(rate: float) -> None:
    x = np.ones((100, 60))
    y = numpy.array(dropped(x, rate).tolist())
    assert sorted(set(y.ravel())) == pytest.approx([0.0, 1 / (1 - rate)])
    assert (y == 0).mean() == pytest.approx(rate, abs=0.02)
    assert y.mean() == pytest.approx(1.0, abs=4 * (rate / (1 - rate) / y.size) ** 0.5)


def test_outside_training_nothing_happens() -> None:
    x = np.ones((3, 4))
    assert dropped(x, 0.5, training=False) is x
    assert dropped(x, 0.0) is x
    random = RandomState(0)
    layer = Dropout(0.5)
    layer.build_once((4,), random)
    layer(x)
    assert random.random_sample() == RandomState(0).random_sample()


def test_the_gradient_passes_where_the_number_passed() -> None:
    for build in LIBRARIES.values():
        x = Variable(build([[1.0, 2.0, 3.0, 4.0], [5.0, 6.0, 7.0, 8.0]]))
        y = dropped(x, 0.5)
        total(y).backward()
        assert [[2.0 * bool(v) for v in row] for row in listed(y.value)] == listed(x.grad)
        assert {v for row in listed(x.grad) for v in row} == {0.0, 2.0}


def test_the_gradient_by_differences() -> None:
    layer, x = Dropout(0.4), RandomState(0).randn(3, 5)
    layer.build_once((5,), RandomState(0))

    def same_draw(x: Any) -> Any:
        layer.random.seed(9)
        return layer(x, True)

    check_gradient(same_draw, x).require()


def test_type_and_device_are_kept() -> None:
    device = array_api_strict.Device("device1")
    assert dropped(array_api_strict.ones((2, 3), device=device), 0.5).device == device
    assert str(dropped(numpy.ones((2, 3), dtype="float32"), 0.5).dtype) == "float32"


def network() -> Sequential:
    model = Sequential([Dense(8, "tanh"), Dropout(0.5), Dense(1, "sigmoid")], seed=4)
    model.compile("adam", "binary_crossentropy")
    return model


def test_training_is_the_same_in_any_library_and_after_a_stop(tmp_path: Path) -> None:
    points = RandomState(1).randn(24, 2).tolist()
    answers = [[float(a * b > 0)] for a, b in points]
    runs = {}
    for name, build in LIBRARIES.items():
        model = network()
        runs[name] = model.fit(build(points), build(answers), batch_size=8, epochs=3, verbose=0).history["loss"]
    for losses in runs.values():
        assert losses == pytest.approx(runs["reference"], abs=1e-12)
    x, y, path = np.array(points), np.array(answers), tmp_path / "treino.safetensors"
    network().fit(x, y, batch_size=8, epochs=1, verbose=0, checkpoint=path)
    resumed = network().fit(x, y, batch_size=8, epochs=3, verbose=0, checkpoint=path)
    assert resumed.history["loss"] == runs["reference"]
