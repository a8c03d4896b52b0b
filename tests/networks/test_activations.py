"""Funções de ativação: contra contas de 50 algarismos, os números do PyTorch, as diferenças e os limites."""

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
from reference.gradients.functions import sum as total
from reference.gradients.gradient import check_gradient
from reference.gradients.graph import Variable, gradients
from reference.networks import activations
from reference.networks.activations import (
    elu,
    gelu,
    hardtanh,
    leaky_relu,
    linear,
    relu,
    sigmoid,
    softplus,
    step,
    tanh,
)
from reference.random import RandomState
from tests.networks.peers import LIBRARIES, OURS, check_live, check_stored
from tests.networks.peers import POINTS as PLACES
from tests.oracle import Pair, arrays, assert_same

ALL = [linear, step, sigmoid, tanh, hardtanh, relu, leaky_relu, elu, softplus, gelu]
FLOATING = [sigmoid, tanh, elu, softplus]
CASES = [name for name, (_, x, _) in OURS.items() if x is PLACES]
DERIVATIVE_AT_THE_CORNER = {step: {0.0: 0.0}, relu: {0.0: 0.0}, leaky_relu: {0.0: 0.01}, elu: {0.0: 1.0}}
DERIVATIVE_AT_THE_CORNER[hardtanh] = {-1.0: 0.0, 1.0: 0.0}
POINTS = [-1e100, -745.0, -700.0, -37.5, -2.0, -0.5, -1e-300, 0.0, 5e-324, 0.5, 2.0, 36.0, 40.0, 710.0, 1e100]
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
    linear: [-1e100, -1000.0, 0.0, 1000.0, 1e100],
    step: [0.0, 0.0, 1.0, 1.0, 1.0],
    sigmoid: [0.0, 0.0, 0.5, 1.0, 1.0],
    tanh: [-1.0, -1.0, 0.0, 1.0, 1.0],
    hardtanh: [-1.0, -1.0, 0.0, 1.0, 1.0],
    relu: [0.0, 0.0, 0.0, 1000.0, 1e100],
    leaky_relu: [-1e98, -10.0, 0.0, 1000.0, 1e100],
    elu: [-1.0, -1.0, 0.0, 1000.0, 1e100],
    softplus: [0.0, 0.0, math.log(2), 1000.0, 1e100],
    gelu: [0.0, 0.0, 0.0, 1000.0, 1e100],
}


@every
@pytest.mark.parametrize("build", [list, *LIBRARIES.values()], ids=["list", *LIBRARIES])
def test_limits(f: Callable[[Any], Any], build: Callable[[list[float]], Any]) -> None:
    points = [-1e100, -1000.0, 0.0, 1000.0, 1e100]
    found = f(build(points))
    assert [float(found[i]) for i in range(5)] == pytest.approx(LIMITS[f], rel=1e-15)
    assert [f(x) for x in points] == pytest.approx(LIMITS[f], rel=1e-15)


@pytest.mark.parametrize("f", [linear, step, sigmoid, tanh, hardtanh, relu, leaky_relu, elu, softplus])
def test_infinities(f: Callable[[Any], Any]) -> None:
    far = {linear: -math.inf, leaky_relu: -math.inf}
    expected = [far.get(f, LIMITS[f][0]), math.inf if LIMITS[f][-1] > 1 else 1.0]
    assert f(np.array([-math.inf, math.inf])).tolist() == [f(-math.inf), f(math.inf)] == expected


@pytest.mark.parametrize("build", LIBRARIES.values(), ids=LIBRARIES)
def test_values_and_derivatives_are_those_of_pytorch(build: Callable[[Any], Any]) -> None:
    check_stored(CASES, build)


def test_pytorch_itself_gives_the_stored_figures() -> None:
    check_live(pytest.importorskip("torch"), CASES)


@every
@pytest.mark.parametrize("shape", [(), (5,), (2, 3), (3, 1, 2)])
def test_derivatives_are_the_slopes_of_the_curves(f: Callable[[Any], Any], shape: tuple[int, ...]) -> None:
    random = RandomState(len(shape))
    bent = {0.0, *DERIVATIVE_AT_THE_CORNER.get(f, {})}
    x = np.asarray(random.uniform(-4, 4, size=shape or (1,)))
    for corner in bent:
        x = np.where(np.abs(x - corner) < 0.01, x + 0.1, x)
    check_gradient(f, x if shape else float(x[0])).require()


@pytest.mark.parametrize("f", [sigmoid, tanh, softplus, gelu, linear])
def test_smooth_curves_have_a_slope_at_zero_too(f: Callable[[Any], Any]) -> None:
    check_gradient(f, np.array([0.0, -0.0, 1.0, -1.0])).require()


@pytest.mark.parametrize(("f", "corners"), DERIVATIVE_AT_THE_CORNER.items(), ids=lambda v: getattr(v, "__name__", ""))
def test_conventions_at_the_corner(f: Callable[[Any], Any], corners: dict[float, float]) -> None:
    x = Variable(np.array(list(corners)))
    assert gradients(total(f(x)), [x])[0].tolist() == list(corners.values())


def test_options_reach_the_derivative() -> None:
    x = np.array([[-2.0, -0.5], [0.5, 2.0]])
    check_gradient(lambda x: leaky_relu(x, negative_slope=0.3), x).require()
    check_gradient(lambda x: elu(x, alpha=2.5), x).require()


@every
def test_derivatives_stay_in_the_type_and_the_device(f: Callable[[Any], Any]) -> None:
    device = array_api_strict.Device("device1")
    x = Variable(array_api_strict.asarray([-1.5, 0.5], dtype=array_api_strict.float32, device=device))
    slope = gradients(total(f(x)), [x])[0]
    assert slope.dtype == array_api_strict.float32 and slope.device == device


def test_sigmoid_slope_is_at_most_a_quarter() -> None:
    x = Variable(np.linspace(-10, 10, 2001))
    slopes = gradients(total(sigmoid(x)), [x])[0]
    assert float(np.max(slopes)) == 0.25 == slopes[1000]


def test_gelu_is_close_to_the_exact_one() -> None:
    exact = [0.5 * x * (1 + math.erf(x / math.sqrt(2))) for x in numpy.linspace(-6, 6, 2001)]
    apart = numpy.abs(gelu(numpy.linspace(-6, 6, 2001)) - exact)
    assert 0.0004 < apart.max() < 0.0005


def test_names() -> None:
    for name in ("linear", "step", "sigmoid", "tanh", "hardtanh", "relu", "leaky_relu", "elu", "softplus", "gelu"):
        assert activations.get(name) is getattr(activations, name)
    assert activations.get("softmax").__name__ == "softmax" and activations.get("log_softmax") is not None
    with pytest.raises(ValueError, match="não há função de ativação 'swishy'; há elu, gelu"):
        activations.get("swishy")


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
            assert math.isclose(alone, float(other), rel_tol=1e-14, abs_tol=5e-324), (f.__name__, x)


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


@given(arrays(kinds="iuf", special=False, domain=(-50, 50)))
def test_our_gelu_and_numpys_give_the_same_numbers(x: Pair) -> None:
    """Sem o maior número de cada tipo, de que o cubo estoura."""
    expected = gelu(x.theirs)
    assert_same(np.asarray(gelu(x.ours)), numpy.asarray(expected), rtol=1e-5 if expected.dtype.itemsize < 8 else 1e-13)


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
