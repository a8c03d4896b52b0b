"""Vetores de palavras: escolher a linha é multiplicar pelo one-hot; quem foi usado duas vezes soma dois gradientes."""

from functools import partial
from typing import Any

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reference as np
from reference.gradients.functions import matmul
from reference.gradients.functions import sum as total
from reference.gradients.graph import gradients
from reference.networks.embedding import Embedding
from reference.networks.layers import Dense, Flatten
from reference.networks.sequential import Sequential
from tests.gradients.peers import LIBRARIES, apart
from tests.networks.layer_peers import ROWS, TABLE, agrees, stored
from tests.networks.test_layers import checked, rebuilt


def test_the_numbers_of_pytorch() -> None:
    agrees(partial(Embedding, 3, 2), ROWS, [TABLE], stored()["embedding"])


@settings(max_examples=12)
@given(st.lists(st.integers(0, 3), min_size=1, max_size=6), st.sampled_from([(), (1,), (1, 1)]))
def test_one_hot_times_the_table(rows: list[int], extra: tuple[int, ...]) -> None:
    x = np.reshape(np.array(rows), (len(rows), *extra))
    layer = Embedding(4, 3, embeddings_initializer="glorot_normal")
    checked(layer, x)
    y = layer(x)
    table = layer.embeddings.value
    assert y.shape == (*x.shape, 3) and layer.output_shape(extra) == (*extra, 3)
    one_hot = np.eye(4)[np.array(rows)]
    assert y.value.tolist() == np.reshape(one_hot @ table, y.shape).tolist()
    both = [gradients(total(z * z), [layer.embeddings])[0].tolist() for z in (y, matmul(one_hot, layer.embeddings))]
    numpy.testing.assert_allclose(both[0], both[1], rtol=1e-14)


def test_the_same_losses_in_any_library() -> None:
    runs: list[Any] = []
    for build in LIBRARIES.values():
        model = Sequential([Embedding(3, 2), Flatten(), Dense(1)], seed=0)
        model.compile("adam", "mse")
        y = build([[1.0], [0.0], [2.0]])
        runs.append(model.fit(build(ROWS), y, epochs=4, batch_size=2, verbose=0).history["loss"])
        assert type(model.get_weights()[0]) is type(y)
    for run in runs[1:]:
        assert apart(run, runs[0]) < 1e-12


def test_a_row_that_nobody_used_stays_where_it_was() -> None:
    model = Sequential([Embedding(3, 2), Flatten(), Dense(1)], seed=0)
    model.compile("sgd", "mse")
    x = np.array([[0, 2], [2, 2]])
    model(x)
    before = model.get_weights()[0].tolist()
    model.train_on_batch(x, np.ones((2, 1)))
    after = model.get_weights()[0].tolist()
    assert [a != b for a, b in zip(before, after, strict=True)] == [True, False, True]


def test_rebuilt_from_its_options() -> None:
    layer = Embedding(5, 2, "orthogonal", name="palavras")
    assert rebuilt(layer).get_config() == layer.get_config()


def test_what_is_said_to_who_errs() -> None:
    for sizes in ((0, 2), (3, 0), (2.5, 1), (3, -1)):
        with pytest.raises(ValueError, match="inteiro positivo"):
            Embedding(*sizes)  # type: ignore[arg-type]
    layer = Embedding(3, 2)
    for rows in ([[0, 3]], [[-1, 0]]):
        with pytest.raises(IndexError, match="as linhas vão de 0 a 2"):
            layer(np.array(rows))
    with pytest.raises(TypeError, match="inteiros, e vieram de tipo float64"):
        layer(np.array([[0.0, 1.0]]))
    assert layer(np.zeros((0, 2), dtype="int64")).shape == (0, 2, 2)
