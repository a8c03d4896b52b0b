"""Redes recorrentes: o Keras, as diferenças centrais, e uma sequência que só se adivinha com memória."""

from typing import Any

import numpy
import pytest

import reference as np
from reference.gradients.graph import Variable
from reference.networks.layers import Dense
from reference.networks.recurrent import GRU, LSTM, Recurrent, SimpleRNN
from reference.networks.sequential import Sequential
from reference.random import RandomState
from tests.gradients.differences import LIBRARIES, STEP
from tests.networks.keras_peers import RECURRENT, SEQUENCES, SIMPLE, UNITS, compare, numbers

LAYERS: dict[str, type[Recurrent]] = {kind.__name__: kind for kind in (SimpleRNN, LSTM, GRU)}


@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize("name", [*SIMPLE, *RECURRENT])
def test_the_same_numbers_as_keras_or_pytorch(name: str, library: str) -> None:
    kind, options = {**SIMPLE, **RECURRENT}[name]
    layer = LAYERS[kind](UNITS, **options)
    y = compare("recurrent", name, layer, numbers(SEQUENCES), LIBRARIES[library])
    assert tuple(y.shape[1:]) == layer.output_shape(SEQUENCES[1:])


@pytest.mark.parametrize("options", [{}, {"return_sequences": True, "use_bias": False}, {"reset_after": False}])
@pytest.mark.parametrize("kind", LAYERS)
def test_gradients_against_differences(kind: str, options: dict[str, Any]) -> None:
    if "reset_after" in options and kind != "GRU":
        return
    layer, x = LAYERS[kind](2, **options), Variable(numbers((2, 3, 2)))
    layer.build_once((3, 2), RandomState(1))
    for weight in layer.weights:
        weight.value = numpy.array(weight.value.tolist())
    y = layer(x)
    upstream = numbers(y.shape, 4)
    y.backward(upstream)
    for variable in [x, *layer.weights]:
        for place in numpy.ndindex(variable.shape):
            kept, sides = variable.value, []
            for step in (STEP, -STEP):
                variable.value = kept.copy()
                variable.value[place] += step
                sides.append((layer(x).value * upstream).sum())
            variable.value = kept
            measured = (sides[0] - sides[1]) / (2 * STEP)
            assert abs(variable.grad[place] - measured) < 1e-6 * max(1.0, abs(measured)), (variable.name, place)


@pytest.mark.parametrize("kind", LAYERS)
def test_the_answer_of_all_steps_ends_with_the_last(kind: str) -> None:
    x = np.array(numbers((2, 5, 3)).tolist())
    last, every = LAYERS[kind](2), LAYERS[kind](2, return_sequences=True)
    for layer in (last, every):
        layer.build_once((5, 3), RandomState(0))
    assert every(x).value[:, -1].tolist() == last(x).value.tolist()
    assert every(x[:, :2]).value.tolist() == every(x).value[:, :2].tolist()  # o passo não vê o futuro


def test_the_forget_gate_starts_open() -> None:
    layer = LSTM(2)
    layer.build_once((4, 3), RandomState(0))
    assert layer.bias.value.tolist() == [0.0, 0.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0]
    plain = LSTM(2, unit_forget_bias=False)
    plain.build_once((4, 3), RandomState(0))
    assert sum(plain.bias.value.tolist()) == 0.0


def test_a_closed_door_keeps_the_cell() -> None:
    """Esquecimento em 1, entrada em 0: a célula atravessa duzentos passos, e o gradiente também."""
    layer = LSTM(1, kernel_initializer="zeros", recurrent_initializer="zeros")
    layer.build_once((1, 1), RandomState(0))
    layer.bias.value = np.array([-1e3, 1e3, 0.0, 1e3])
    cell = Variable(np.array([[0.25]]))
    h, c = np.zeros((1, 1)), cell
    for _ in range(200):
        h, c = layer.step(np.array([[5.0]]), [h, c])
    c.backward()
    assert float(c.value[0, 0]) == 0.25 and float(cell.grad[0, 0]) == 1.0


def reader(kind: str, seed: int = 0) -> Sequential:
    model = Sequential([LAYERS[kind](4, return_sequences=True), LAYERS[kind](3), Dense(1)], seed=seed)
    model.compile(optimizer="adam", loss="mse")
    return model


@pytest.mark.parametrize("kind", LAYERS)
def test_twenty_steps_give_the_same_losses_in_any_library(kind: str) -> None:
    x, y = numbers((4, 3, 2)), numbers((4, 1), 9)
    losses = {}
    for library, convert in LIBRARIES.items():
        history = reader(kind).fit(convert(x), convert(y), batch_size=2, epochs=10, verbose=0)
        losses[library] = history.history["loss"]
    assert losses["reference"][-1] < losses["reference"][0]
    for found in losses.values():
        numpy.testing.assert_allclose(found, losses["reference"], rtol=0, atol=1e-12)


@pytest.mark.parametrize("kind", LAYERS)
def test_a_saved_network_answers_the_same(kind: str, tmp_path: Any) -> None:
    x, model = np.array(numbers((2, 3, 2)).tolist()), reader(kind)
    answer = model.predict(x).tolist()
    model.save(tmp_path / "rede.safetensors")
    assert Sequential.load(tmp_path / "rede.safetensors").predict(x).tolist() == answer


@pytest.mark.parametrize("kind", ["LSTM", "GRU"])
def test_the_first_mark_is_remembered(kind: str) -> None:
    """Só o primeiro de oito números importa; os outros são ruído."""
    x = RandomState(0).uniform(-1.0, 1.0, size=(32, 8, 1))
    y = (x[:, 0] > 0).astype("float64")
    model = Sequential([LAYERS[kind](6), Dense(1, activation="sigmoid")], seed=0)
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    model.optimizer.learning_rate = 0.03
    history = model.fit(numpy.array(x.tolist()), numpy.array(y.tolist()), batch_size=32, epochs=150, verbose=0)
    assert history.history["accuracy"][-1] == 1.0


def test_bad_requests_are_refused() -> None:
    with pytest.raises(ValueError, match="ao menos um número, e foram pedidos 0"):
        LSTM(0)
    with pytest.raises(ValueError, match=r"gru: cada amostra tem forma \(passos, n\)"):
        GRU(2)(np.ones((4, 3)))
    with pytest.raises(ValueError, match="ao menos um passo"):
        SimpleRNN(2)(np.ones((4, 0, 3)))
    layer = SimpleRNN(2, name="leitora")
    layer(np.ones((4, 5, 3)))
    with pytest.raises(ValueError, match="leitora: cada passo tem 3 números, e nestes há 2"):
        layer(np.ones((4, 5, 2)))
    with pytest.raises(TypeError, match="não diz o seu passo"):
        Recurrent(1).step(None, [])


def test_the_door_before_the_state_of_the_first_paper() -> None:
    """Com `reset_after=False`, a porta multiplica o estado antes de $U_h$: as contas escritas por extenso."""
    layer, x, h = GRU(2, reset_after=False), numbers((3, 2)) / 3, numbers((3, 2), 50) / 3
    layer.build_once((1, 2), RandomState(0))
    w, u, b = (numbers(weight.shape, 7 * i) / 4 for i, weight in enumerate(layer.weights))
    for weight, value in zip(layer.weights, (w, u, b)):
        weight.value = value
    z, r = (1 / (1 + numpy.exp(-(x @ w + b)[:, k : k + 2] - h @ u[:, k : k + 2])) for k in (0, 2))
    candidate = numpy.tanh((x @ w + b)[:, 4:] + (r * h) @ u[:, 4:])
    (found,) = layer.step(x, [h])
    numpy.testing.assert_allclose(found.value, z * h + (1 - z) * candidate, rtol=1e-12)
