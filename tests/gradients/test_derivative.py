"""A derivada por diferenças: a conhecida de cada curva, o passo que perde menos, e os pontos em que não há derivada."""

import math
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import array_api_strict
import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from reference.gradients.derivative import derivative, machine_epsilon, one_sided, suitable_step

CURVES: dict[str, tuple[Callable[[Any], Any], Callable[[Any], Any]]] = {
    "reta": (lambda x: 3 * x - 1, lambda x: 3.0),
    "parábola": (lambda x: -(x**2), lambda x: -2 * x),
    "cubo": (lambda x: x**3, lambda x: 3 * x**2),
    "seno": (math.sin, math.cos),
    "exponencial": (math.exp, math.exp),
    "tanh": (math.tanh, lambda x: 1 - math.tanh(x) ** 2),
    "inverso": (lambda x: 1 / (x * x + 1), lambda x: -2 * x / (x * x + 1) ** 2),
}
points = st.floats(-5, 5)


@pytest.mark.parametrize("name", CURVES)
@given(x=points)
def test_known_derivatives(name: str, x: float) -> None:
    f, slope = CURVES[name]
    scale = max(1.0, abs(f(x)), abs(slope(x)))
    assert math.isclose(derivative(f, x), slope(x), rel_tol=1e-8, abs_tol=1e-8 * scale)
    assert math.isclose(one_sided(f, x), slope(x), rel_tol=1e-5, abs_tol=1e-5 * scale)
    assert math.isclose(one_sided(f, x, side=-1), slope(x), rel_tol=1e-5, abs_tol=1e-5 * scale)


@pytest.mark.parametrize("kind", [float, numpy.float64, np.float64], ids=["float", "numpy", "reference"])
def test_the_suitable_step_loses_fewer_digits_than_bigger_and_smaller_ones(kind: Callable[[Any], Any]) -> None:
    x = kind(1.0)

    def error(step: float) -> float:
        found = [float(derivative(lambda v: math.exp(float(v)), x * k, step)) / math.exp(k) for k in (0.9, 1.0, 1.1)]
        return max(abs(each - 1) for each in found)

    best = error(suitable_step(x))
    assert best < 1e-9
    assert error(1e-2) > 1000 * best and error(1e-13) > 1000 * best


def test_central_differences_are_exact_on_a_parabola_and_one_sided_ones_are_off_by_the_step() -> None:
    x, h = Fraction(3), Fraction(1, 10)
    assert derivative(lambda x: x**2, x, h) == 6
    assert one_sided(lambda x: x**2, x, 1, h) == 6 + h and one_sided(lambda x: x**2, x, -1, h) == 6 - h


@pytest.mark.parametrize(
    ("one", "bits"),
    [
        (1.0, 52),
        (numpy.float32(5), 23),
        (numpy.ones((2, 2), numpy.float16), 10),
        (np.array([1.0], dtype=np.float32), 23),
        (array_api_strict.ones(3), 52),
    ],
    ids=["float", "float32", "float16", "reference", "strict"],
)
def test_machine_epsilon_is_that_of_the_type(one: Any, bits: int) -> None:
    assert machine_epsilon(one) == 2.0**-bits


@given(st.floats(-1e6, 1e6, width=32))
def test_float32_keeps_its_type_and_four_digits(x: float) -> None:
    found = derivative(lambda v: v * v, np.float32(x))
    assert found.dtype == np.float32
    assert math.isclose(float(found), 2 * x, rel_tol=1e-3, abs_tol=1e-3)


def test_the_divisor_is_the_distance_the_machine_really_walked() -> None:
    assert derivative(lambda x: 3.0 * x, 1e6, step=1e-7) == pytest.approx(3.0, abs=1e-2)
    assert derivative(lambda x: x, 0.1, step=1e-15) == 1.0


def test_kinks_and_jumps() -> None:
    def step(x: float) -> float:
        return 1.0 if x >= 0 else 0.0

    assert (one_sided(abs, 0.0), one_sided(abs, 0.0, side=-1), derivative(abs, 0.0)) == (1.0, -1.0, 0.0)
    assert one_sided(step, 0.0) == 0.0 and one_sided(step, 0.0, side=-1) > 1e7


@pytest.mark.parametrize(("x", "step"), [(1.0, 0), (1.0, -1e-3), (1.0, math.nan), (1e20, 1e-3)])
@pytest.mark.parametrize("function", [derivative, one_sided])
def test_bad_steps(function: Callable[..., Any], x: float, step: float) -> None:
    with pytest.raises(ValueError, match=f"{function.__name__}: o passo"):
        function(abs, x, step=step)


def test_bad_side() -> None:
    with pytest.raises(ValueError, match="o lado é 1"):
        one_sided(abs, 0.0, side=0)
