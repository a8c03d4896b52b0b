"""Funções de ativação: contra contas de 50 algarismos, nos limites, e a mesma resposta em qualquer biblioteca."""

import math
from collections.abc import Callable
from decimal import Decimal, localcontext
from typing import Any

import array_api_strict
import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from reference.networks.activations import linear, relu, sigmoid, step, tanh
from tests.oracle import Pair, arrays, assert_same

ALL = [linear, step, sigmoid, tanh, relu]
FLOATING = [sigmoid, tanh]
POINTS = [-1e308, -745.0, -700.0, -37.5, -2.0, -0.5, -1e-300, 0.0, 5e-324, 0.5, 2.0, 36.0, 40.0, 710.0, 1e308]
every = pytest.mark.parametrize("f", ALL, ids=lambda f: f.__name__)


def exact_sigmoid(x: float) -> float:
    """A sigmoide com 50 algarismos, arredondada uma vez só."""
    with localcontext() as context:
        context.prec = 50
        return float(1 / (1 + (-Decimal(x)).exp()))


def exact_tanh(x: float) -> float:
    with localcontext() as context:
        context.prec = 50
        e = (2 * Decimal(x)).exp()
        return float((e - 1) / (e + 1))


@given(st.floats(-745, 745))
def test_sigmoid_is_right_to_the_last_digits_in_both_tails(x: float) -> None:
    expected = exact_sigmoid(x)
    assert abs(sigmoid(x) - expected) <= 2 * math.ulp(expected)


@given(st.floats(-300, 300))
def test_tanh_is_right_to_the_last_digits(x: float) -> None:
    expected = exact_tanh(x)
    assert abs(tanh(x) - expected) <= 4 * math.ulp(expected) + 1e-48


def test_the_formula_as_written_would_overflow() -> None:
    with pytest.raises(OverflowError):
        1 / (1 + math.exp(710.0))
    assert 0 < sigmoid(-710.0) < 1e-300


LIMITS = {
    linear: [-math.inf, -1e308, 0.0, 1e308, math.inf],
    step: [0.0, 0.0, 1.0, 1.0, 1.0],
    sigmoid: [0.0, 0.0, 0.5, 1.0, 1.0],
    tanh: [-1.0, -1.0, 0.0, 1.0, 1.0],
    relu: [0.0, 0.0, 0.0, 1e308, math.inf],
}


@every
@pytest.mark.parametrize("build", [list, np.array, numpy.array, array_api_strict.asarray], ids=lambda b: b.__module__)
def test_limits(f: Callable[[Any], Any], build: Callable[[list[float]], Any]) -> None:
    points = [-math.inf, -1e308, 0.0, 1e308, math.inf]
    found = f(build(points))
    assert [float(found[i]) for i in range(5)] == LIMITS[f]
    assert [f(x) for x in points] == LIMITS[f]


@every
def test_what_is_not_a_number_stays_so(f: Callable[[Any], Any]) -> None:
    assert math.isnan(f(math.nan))
    assert math.isnan(f(np.array([math.nan]))[0])
    assert math.isnan(f(numpy.array([math.nan]))[0])


@every
def test_the_same_answer_whoever_asks(f: Callable[[Any], Any]) -> None:
    ours, theirs, strict = (f(build(POINTS)) for build in (np.array, numpy.array, array_api_strict.asarray))
    assert isinstance(ours, np.Tensor) and isinstance(theirs, numpy.ndarray)
    assert isinstance(strict, type(array_api_strict.asarray(0)))
    for i, x in enumerate(POINTS):
        alone = f(x)
        assert type(alone) is float
        for other in (ours[i], theirs[i], strict[i]):
            assert math.isclose(alone, float(other), rel_tol=1e-15, abs_tol=5e-324), (f.__name__, x)


@every
@pytest.mark.parametrize("build", [np.array, numpy.array])
def test_float32_stays_float32(f: Callable[[Any], Any], build: Callable[..., Any]) -> None:
    assert str(f(build([-1.0, 2.0], dtype="float32")).dtype) == "float32"


@every
def test_a_device_is_kept(f: Callable[[Any], Any]) -> None:
    device = array_api_strict.Device("device1")
    assert f(array_api_strict.asarray([-1.0, 2.0], device=device)).device == device


@pytest.mark.parametrize("build", [np.array, numpy.array])
def test_unsigned_integers_do_not_wrap_around(build: Callable[..., Any]) -> None:
    x = build([0, 200, 255], dtype="uint8")
    assert sigmoid(x).tolist() == [0.5, 1.0, 1.0]
    assert tanh(x).tolist() == [0.0, 1.0, 1.0]
    assert relu(x).tolist() == [0, 200, 255] and str(relu(x).dtype) == "uint8"


@given(arrays(kinds="f"))
def test_numpy_agrees_on_relu_and_step(x: Pair) -> None:
    assert_same(np.asarray(relu(x.ours)), numpy.where(x.theirs < 0, x.theirs.dtype.type(0), x.theirs), rtol=0)
    steps = numpy.asarray(numpy.heaviside(x.theirs, numpy.asarray(1, x.theirs.dtype)))
    assert_same(np.asarray(step(x.ours)), steps, rtol=0)


@given(arrays(kinds="iuf", domain=(-50, 50)))
def test_our_tensors_and_numpys_give_the_same_numbers(x: Pair) -> None:
    for f in FLOATING:
        expected = f(x.theirs)
        assert_same(np.asarray(f(x.ours)), numpy.asarray(expected), rtol=1e-6 if expected.dtype.itemsize < 8 else 1e-14)


@given(st.floats(allow_nan=False))
def test_the_two_halves_of_the_sigmoid_add_up_to_one(x: float) -> None:
    assert 0 <= sigmoid(x) <= 1
    assert math.isclose(sigmoid(x) + sigmoid(-x), 1, rel_tol=1e-15)


@given(st.floats(allow_nan=False).filter(lambda x: abs(x) > 1e-15))
def test_the_step_is_one_where_the_sigmoid_is_at_least_half(x: float) -> None:
    assert step(x) == (sigmoid(x) >= 0.5)


@given(st.floats(-20, 20))
def test_tanh_is_a_stretched_sigmoid(x: float) -> None:
    assert math.isclose(tanh(x), 2 * sigmoid(2 * x) - 1, rel_tol=1e-12, abs_tol=1e-15)


@every
def test_the_input_is_left_alone(f: Callable[[Any], Any]) -> None:
    x = np.array([-1.0, 0.0, 2.0])
    f(x)
    assert x.tolist() == [-1.0, 0.0, 2.0]
