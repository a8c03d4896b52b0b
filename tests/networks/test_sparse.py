"""Camada esparsa: onde não há ligação nada passa, nem para a frente nem para trás."""

from functools import partial
from pathlib import Path
from typing import Any

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reference as np
from reference.gradients.functions import sum as total
from reference.gradients.graph import Variable, gradients
from reference.networks.layers import Dense, Dropout, Input
from reference.networks.normalization import BatchNormalization
from reference.networks.sequential import Sequential
from reference.networks.sparse import SparseDense
from reference.random import RandomState
from tests.gradients.peers import LIBRARIES, apart, listed
from tests.networks.layer_peers import MASK, B, W, X, agrees, stored
from tests.networks.test_layers import checked, rebuilt

masks = st.lists(st.lists(st.integers(0, 1), min_size=3, max_size=3), min_size=2, max_size=4)


def test_the_numbers_of_pytorch() -> None:
    agrees(partial(SparseDense, 2, MASK, activation="tanh"), X, [W, B], stored()["sparse"])


@settings(max_examples=12)
@given(masks)
def test_no_gradient_where_there_is_no_connection(mask: list[list[int]]) -> None:
    layer, x = SparseDense(3, mask, activation="tanh"), RandomState(0).randn(4, len(mask))
    checked(layer, x)
    slope = gradients(total(layer(x)), [layer.kernel])[0].tolist()
    assert [[bool(g) for g in row] for row in slope] == [[bool(n) for n in row] for row in mask]
    assert layer.connections == sum(map(sum, mask))


@settings(max_examples=12)
@given(masks)
def test_an_input_only_moves_the_neurons_it_talks_to(mask: list[list[int]]) -> None:
    layer = SparseDense(3, mask)
    x = RandomState(0).randn(1, len(mask))
    before = layer(x).value.tolist()[0]
    for i, row in enumerate(mask):
        other = x.copy()
        other[0, i] += 1.0
        after = layer(other).value.tolist()[0]
        assert [a != b for a, b in zip(before, after, strict=True)] == [bool(n) for n in row]


def test_a_full_mask_is_a_dense_layer() -> None:
    sparse, dense = SparseDense(3, np.ones((4, 3))), Dense(3)
    x = RandomState(0).randn(5, 4)
    for layer in (sparse, dense):
        layer.build_once((4,), RandomState(1))
    assert sparse(x).value.tolist() == dense(x).value.tolist()


def test_training_leaves_the_missing_weights_at_zero_in_any_library() -> None:
    runs = []
    for build in LIBRARIES.values():
        model = Sequential([SparseDense(2, MASK, activation="tanh", kernel_regularizer="l1_l2"), Dense(1)], seed=0)
        model.compile("adamw", "mse")
        history = model.fit(build(X), build([[1.0], [0.0], [2.0], [1.0]]), epochs=4, batch_size=2, verbose=0).history
        kernel = listed(model.get_weights()[0])
        assert [[bool(w) for w in row] for row in kernel] == [[bool(n) for n in row] for row in MASK]
        runs.append([history["loss"], kernel])
    for run in runs[1:]:
        assert apart(run, runs[0]) < 1e-12


ALIKE = [MASK, np.array(MASK), numpy.array(MASK), numpy.array(MASK) == 1, [[1, 0], [1, 1], [0, 1]]]


@pytest.mark.parametrize("mask", ALIKE)
def test_any_kind_of_mask(mask: Any) -> None:
    layer = SparseDense(2, mask)
    assert layer.connections == 4
    again = rebuilt(layer)
    assert again.get_config() == layer.get_config() and again.connections == 4


def test_what_is_said_to_who_errs() -> None:
    with pytest.raises(ValueError, match="uma coluna por neurônio, 3"):
        SparseDense(3, MASK)
    with pytest.raises(ValueError, match="uma coluna por neurônio"):
        SparseDense(2, [1, 0])
    with pytest.raises(ValueError, match="zeros e uns"):
        SparseDense(2, [[0.5, 1.0]])
    with pytest.raises(ValueError, match="3 linhas, uma por entrada; as entradas são 4"):
        SparseDense(2, MASK)(np.ones((1, 4)))
    assert isinstance(SparseDense(2, MASK)(np.ones((1, 3))), Variable)


def test_every_kind_of_layer_goes_to_a_file_and_back(tmp_path: Path) -> None:
    layers = [Input((3,)), SparseDense(2, MASK), BatchNormalization(), Dropout(0.5), Dense(1, kernel_regularizer="l2")]
    model = Sequential(layers, seed=0)
    model.compile("adam", "mse")
    x = np.array(X)
    model.fit(x, np.ones((4, 1)), epochs=2, batch_size=2, verbose=0)
    model.save(tmp_path / "rede.safetensors")
    again = Sequential.load(tmp_path / "rede.safetensors")
    assert again.predict(x).tolist() == model.predict(x).tolist()
    assert [layer.get_config() for layer in again.layers] == [layer.get_config() for layer in model.layers]
