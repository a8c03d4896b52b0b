"""O neurônio: a conta dos livros, as contas que têm de dar o mesmo, e o que um só não consegue."""

import math
from collections.abc import Callable
from typing import Any

import array_api_strict
import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from reference.networks.activations import linear, relu, sigmoid, step
from reference.networks.neuron import Neuron, weighted_sum

numbers = st.floats(-1e6, 1e6)
pairs = st.lists(st.tuples(numbers, numbers), min_size=1, max_size=20)
XOR = [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], [0.0, 1.0, 1.0, 0.0]


def test_the_example_of_the_notes() -> None:
    neuron = Neuron(np.array([0, 1]), 4)
    assert neuron.preactivation(np.array([2, 3])) == 7
    assert float(neuron.feedforward(np.array([2, 3]))) == 0.9990889488055994
    assert str(neuron) == "pesos: [0 1] | viés: 4 | ativação: sigmoid"


@given(pairs, numbers)
def test_the_loop_is_numpys_dot(terms: list[tuple[float, float]], bias: float) -> None:
    x, w = zip(*terms, strict=True)
    scale = sum(abs(a * b) for a, b in terms) + abs(bias)
    assert math.isclose(weighted_sum(x, w, bias), numpy.dot(x, w) + bias, rel_tol=1e-13, abs_tol=1e-14 * scale)


@given(pairs, numbers)
def test_the_neuron_adds_in_the_order_of_the_loop(terms: list[tuple[float, float]], bias: float) -> None:
    x, w = zip(*terms, strict=True)
    assert float(Neuron(list(w), bias).preactivation(list(x))) == weighted_sum(x, w, bias)


@pytest.mark.parametrize("build", [list, np.array, numpy.array, array_api_strict.asarray], ids=lambda b: b.__module__)
@pytest.mark.parametrize("activation", [sigmoid, step, relu, linear])
def test_a_batch_is_its_samples_one_by_one(build: Callable[..., Any], activation: Callable[..., Any]) -> None:
    neuron = Neuron(build([0.1, 2.0]), -12.0, activation)
    rows = [[80.0, 3.0], [80.0, 2.0], [60.0, 2.0]]
    together = neuron.feedforward(build(rows))
    assert together.shape == (3,)
    for i, row in enumerate(rows):
        expected = activation(weighted_sum(row, [0.1, 2.0], -12.0))
        assert math.isclose(float(together[i]), float(neuron.feedforward(build(row))), rel_tol=1e-15)
        assert math.isclose(float(together[i]), expected, rel_tol=1e-12)


def test_arrays_of_a_library_stay_in_it() -> None:
    neuron = Neuron(numpy.array([1.0, 2.0]), numpy.float64(0.5))
    assert isinstance(neuron.feedforward(numpy.ones((4, 2))), numpy.ndarray)
    assert isinstance(Neuron([1.0, 2.0]).feedforward([[1.0, 2.0]]), np.Tensor)


def test_a_point_on_the_line_is_a_tie() -> None:
    neuron = Neuron([0.1, 2.0], -12.0)
    for rooms in range(7):
        size = (12 - 2 * rooms) / 0.1
        assert math.isclose(float(neuron.feedforward([size, rooms])), 0.5, rel_tol=1e-12)


@given(st.floats(0.001, 1000), st.lists(numbers, min_size=2, max_size=2))
def test_changing_the_unit_of_an_input_changes_the_weight_and_nothing_else(factor: float, x: list[float]) -> None:
    before, after = Neuron([100.0, 50.0], 20.0, linear), Neuron([100.0 * factor, 50.0], 20.0, linear)
    expected = float(before.feedforward(x))
    scale = 100 * abs(x[0]) + 50 * abs(x[1]) + 20
    assert math.isclose(float(after.feedforward([x[0] / factor, x[1]])), expected, rel_tol=1e-12, abs_tol=1e-13 * scale)


@given(numbers, numbers, numbers)
def test_no_single_neuron_computes_xor(w1: float, w2: float, bias: float) -> None:
    inputs, expected = XOR
    assert Neuron([w1, w2], bias, step).feedforward(inputs).tolist() != expected


def test_three_neurons_compute_xor() -> None:
    inputs, expected = XOR
    some, both = Neuron([1.0, 1.0], 0.0, relu), Neuron([1.0, 1.0], -1.0, relu)
    hidden = np.stack([some.feedforward(inputs), both.feedforward(inputs)], axis=1)
    assert Neuron([1.0, -2.0], 0.0, linear).feedforward(hidden).tolist() == expected


def test_two_linear_neurons_in_a_row_are_one() -> None:
    first, second = Neuron([2.0], 3.0, linear), Neuron([-4.0], 5.0, linear)
    for x in (-1.5, 0.0, 7.0):
        chained = second.feedforward([float(first.feedforward([x]))])
        assert float(chained) == float(Neuron([-8.0], -7.0, linear).feedforward([x]))


def test_errors_say_which_shapes() -> None:
    with pytest.raises(ValueError, match="há 2 entradas e 3 pesos"):
        weighted_sum([1, 2], [1, 2, 3])
    with pytest.raises(ValueError, match=r"a entrada tem forma \(3,\) e há 2 pesos"):
        Neuron([1, 2]).feedforward([1, 2, 3])
    with pytest.raises(ValueError, match=r"a entrada tem forma \(\) e há 2 pesos"):
        Neuron([1, 2]).feedforward(5.0)
    with pytest.raises(ValueError, match=r"a forma destes é \(1, 2\)"):
        Neuron([[1, 2]])
    with pytest.raises(ValueError, match=r"a forma destes é \(\)"):
        Neuron(3.0)


def test_a_callable_without_a_name_is_shown_as_it_is() -> None:
    class Double:
        def __call__(self, x: Any) -> Any:
            return 2 * x

        def __repr__(self) -> str:
            return "Double()"

    neuron = Neuron([1.0], 0.0, Double())
    assert str(neuron).endswith("ativação: Double()") and neuron.feedforward([3.0]) == 6
