"""As luas: os custos do micrograd passo a passo, e o passo conferido com o gradiente do custo inteiro."""

import random

import pytest

import reference as np
from programs.moons import PENALTY, accuracy, data, main, margins, relu, scores, start, step, train
from reference.gradients.functions import mean, sum
from reference.gradients.graph import gradients
from tests.programs import peers


def test_the_costs_of_micrograd_at_every_step() -> None:
    expected = peers.stored()["micrograd"]
    found, weights = train()
    assert len(found) == len(expected) == 100
    assert max(abs(a - b) for a, b in zip(found, expected)) < 1e-12
    assert accuracy(*data(), weights) == 1


def test_micrograd_itself() -> None:
    pytest.importorskip("micrograd")
    pytest.importorskip("sklearn")
    found, _ = train(3)
    assert found == pytest.approx(peers.micrograd(3), abs=1e-12, rel=0)


def test_the_weights_are_drawn_neuron_by_neuron() -> None:
    draw = random.Random(1337)
    for w in start():
        for neuron in w.value.tolist():
            assert neuron == [*[draw.uniform(-1, 1) for _ in neuron[:-1]], 0.0]


def test_shrinking_is_the_gradient_of_the_penalty() -> None:
    """O passo com encolhimento é o passo da descida no custo inteiro, com a multa no grafo."""
    (x, y), by_graph, by_step = data(), start(), start()
    for rate in (1.0, 0.5, 0.1):
        cost = mean(relu(margins(x, y, by_graph)))
        for w in by_graph:
            cost = cost + sum(w * w) * PENALTY
        slopes = gradients(cost, by_graph)
        assert step(x, y, by_step, rate) == pytest.approx(float(cost.value), abs=1e-14)
        for a, b, slope in zip(by_graph, by_step, slopes):
            a.value = a.value - rate * slope
            assert np.allclose(a.value, b.value, rtol=0, atol=1e-14)


def test_scores_are_those_of_neurons() -> None:
    """Uma camada, à mão: a última coluna é o viés."""
    x, weights = np.array([[2.0], [3.0]]), start((2, 1))
    ((a, b, bias),) = weights[0].value.tolist()
    assert scores(x, weights).value.tolist() == [[pytest.approx(2 * a + 3 * b + bias)]]


def test_the_program(capsys: pytest.CaptureFixture[str]) -> None:
    assert main() == 0
    assert capsys.readouterr().out.splitlines()[-1] == "acerto: 100%"
