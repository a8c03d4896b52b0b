"""A rede ingênua: o passo desce a ladeira, as camadas são as de `Dense`, e ela aprende."""

from functools import partial
from typing import Any

import pytest

import reference as np
from programs import naive_network
from programs.naive_network import NaiveDense, NaiveSequential, accuracy, fit, main, one_training_step
from reference.gradients.gradient import gradient
from reference.networks.activations import relu
from reference.networks.losses import cost, sparse_categorical_crossentropy
from reference.networks.softmax import softmax
from reference.random import RandomState

x = np.array([[0.5, -1.0, 2.0], [1.5, 0.3, -0.7]])
y = np.array([1, 0])


def network(seed: int = 0) -> NaiveSequential:
    random = RandomState(seed)
    return NaiveSequential([NaiveDense(3, 4, relu, random), NaiveDense(4, 2, softmax, random)])


def test_weights_are_drawn_from_zero_to_a_tenth() -> None:
    kernel, bias, *rest = network().weights
    assert kernel.value.tolist() == RandomState(0).uniform(0, 0.1, (3, 4)).tolist()
    assert bias.value.tolist() == [0] * 4 and [w.shape for w in rest] == [(4, 2), (2,)]


def test_a_step_is_the_rate_times_the_measured_slope() -> None:
    model, rate = network(), 0.5
    for w in model.weights:  # sem neurônio na dobra da ReLU, onde não há derivada
        w.value = w.value + 0.05
    before = [w.value for w in model.weights]

    def loss(place: int, values: Any) -> float:
        for i, w in enumerate(model.weights):
            w.value = values if i == place else before[i]
        return float(cost(sparse_categorical_crossentropy, y, model(x)).value)

    slopes = [gradient(partial(loss, place), value) for place, value in enumerate(before)]
    expected = loss(0, before[0])
    assert one_training_step(model, x, y, rate) == expected
    for w, value, slope in zip(model.weights, before, slopes):
        assert np.allclose(w.value, value - rate * slope, atol=1e-7)


def test_training_lowers_the_cost_the_same_way_each_time() -> None:
    first, second = (fit(network(), x, y, epochs=30, batch_size=1, rate=0.5) for _ in range(2))
    assert first == second and first[-1] < first[0] / 2


def test_the_program(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    assert float(capsys.readouterr().out.splitlines()[-1].split()[-1].rstrip("%")) > 85


def test_digits_learn_from_toy_images(monkeypatch: pytest.MonkeyPatch) -> None:
    images = np.array([[[255, 0], [0, 0]], [[0, 0], [0, 255]]] * 8, dtype="uint8")
    labels = np.array([0, 1] * 8, dtype="uint8")
    monkeypatch.setattr(naive_network, "load_data", lambda: ((images, labels), (images, labels)))
    model, x_test, y_test, history = naive_network.digits()
    assert model.weights[0].shape == (4, 512) and x_test.shape == (16, 4) and len(history) == 2
    assert history[1] < history[0] and 0 <= accuracy(model, x_test, y_test) <= 1


def test_without_data_it_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def nothing() -> None:
        raise OSError("o MNIST não está aqui")

    monkeypatch.setattr(naive_network, "load_data", nothing)
    assert main(["--mnist"]) == 1 and "não está aqui" in capsys.readouterr().err
