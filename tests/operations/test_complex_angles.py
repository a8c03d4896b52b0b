"""Ângulos de um número complexo: as respostas do padrão nos cantos, os lados dos cortes, e o NumPy no resto."""

import cmath
import itertools
import math
from math import inf, nan, pi

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference.operations import complex_angles as angles
from reference.operations.universal import OPERATIONS
from tests.generate import Pair, arrays
from tests.oracle import check_operation
from tests.planar import CORNERS, NUMBERS, disagreements, finite, mirrored, same

C = complex
NUMPY = {
    "sin": "sin", "cos": "cos", "tan": "tan", "asin": "arcsin", "acos": "arccos", "atan": "arctan",
    "sinh": "sinh", "cosh": "cosh", "tanh": "tanh", "asinh": "arcsinh", "acosh": "arccosh", "atanh": "arctanh",
}  # fmt: skip

STANDARD: list[tuple[str, complex, complex]] = [
    ("sinh", 0j, 0j), ("sinh", C(0, inf), C(0, nan)), ("sinh", C(2, inf), C(nan, nan)), ("sinh", C(inf, 0), C(inf, 0)),
    ("sinh", C(inf, 2), C(-inf, inf)), ("sinh", C(inf, inf), C(inf, nan)), ("sinh", C(inf, nan), C(inf, nan)),
    ("sinh", C(nan, 0), C(nan, 0)), ("sinh", C(nan, 2), C(nan, nan)), ("sinh", C(-1000, 1), C(-inf, inf)),
    ("sinh", C(1400, 5e-324), C(inf, math.exp(700) * 5e-324 * (math.exp(700) / 2))),
    ("cosh", 0j, 1 + 0j), ("cosh", C(0, inf), C(nan, 0)), ("cosh", C(2, inf), C(nan, nan)),
    ("cosh", C(inf, 0), C(inf, 0)), ("cosh", C(inf, 2), C(-inf, inf)), ("cosh", C(inf, inf), C(inf, nan)),
    ("cosh", C(-inf, nan), C(inf, nan)), ("cosh", C(nan, 0), C(nan, 0)), ("cosh", C(-1000, 1), C(inf, -inf)),
    ("tanh", 0j, 0j), ("tanh", C(2, inf), C(nan, nan)), ("tanh", C(0, inf), C(0, nan)), ("tanh", C(0, nan), C(0, nan)),
    ("tanh", C(-0.0, nan), C(-0.0, nan)), ("tanh", C(inf, 2), C(1, 0)),
    ("tanh", C(-inf, -2), C(-1, -0.0)), ("tanh", C(inf, 1), C(1, 0)),
    ("tanh", C(-inf, nan), C(-1, 0)), ("tanh", C(nan, 0), C(nan, 0)), ("tanh", C(nan, 2), C(nan, nan)),
    ("asinh", 0j, 0j), ("asinh", C(2, inf), C(inf, pi / 2)), ("asinh", C(2, nan), C(nan, nan)),
    ("asinh", C(inf, 2), C(inf, 0)), ("asinh", C(inf, inf), C(inf, pi / 4)), ("asinh", C(nan, 0), C(nan, 0)),
    ("asinh", C(nan, inf), C(inf, nan)),
    ("acosh", C(-0.0, 0), C(0, pi / 2)), ("acosh", C(2, inf), C(inf, pi / 2)), ("acosh", C(2, nan), C(nan, nan)),
    ("acosh", C(0, nan), C(nan, pi / 2)), ("acosh", C(-inf, 2), C(inf, pi)), ("acosh", C(inf, 2), C(inf, 0)),
    ("acosh", C(-inf, inf), C(inf, 3 * pi / 4)), ("acosh", C(-inf, nan), C(inf, nan)),
    ("acosh", C(nan, inf), C(inf, nan)),
    ("atanh", 0j, 0j), ("atanh", C(0, nan), C(0, nan)), ("atanh", C(1, 0), C(inf, 0)),
    ("atanh", C(-1, -0.0), C(-inf, -0.0)),
    ("atanh", C(2, inf), C(0, pi / 2)), ("atanh", C(2, nan), C(nan, nan)), ("atanh", C(inf, 2), C(0, pi / 2)),
    ("atanh", C(inf, nan), C(0, nan)), ("atanh", C(nan, inf), C(0, pi / 2)),
    ("acos", C(-0.0, 0), C(pi / 2, -0.0)), ("acos", C(0, nan), C(pi / 2, nan)), ("acos", C(2, inf), C(pi / 2, -inf)),
    ("acos", C(-inf, 2), C(pi, -inf)), ("acos", C(inf, 2), C(0, -inf)), ("acos", C(-inf, inf), C(3 * pi / 4, -inf)),
    ("acos", C(nan, inf), C(nan, -inf)), ("acos", C(2, nan), C(nan, nan)),
    ("tan", C(nan, 0), C(nan, 0)), ("tan", C(inf, 0), C(nan, 0)), ("sin", C(inf, 0), C(nan, 0)),
    ("cos", C(inf, 0), C(nan, 0)), ("atan", C(0, 1), C(0, inf)), ("asin", C(0, inf), C(0, inf)),
]  # fmt: skip


@pytest.mark.parametrize(("name", "z", "expected"), STANDARD)
def test_special_values(name: str, z: complex, expected: complex) -> None:
    assert same(getattr(angles, name)(z), expected, tolerance=1e-15)


def differs(name: str, z: complex) -> bool:
    """Onde o padrão e o NumPy não concordam: no sinal do zero ao lado de ±1."""
    return (name == "tanh" and math.isinf(z.real)) or (name == "tan" and math.isinf(z.imag))


@pytest.mark.parametrize("name", NUMPY)
def test_the_corners_are_numpys(name: str) -> None:
    for differing in (True, False):
        numbers = [(z,) for z in CORNERS if differs(name, z) is differing]
        assert disagreements(getattr(angles, name), getattr(numpy, NUMPY[name]), numbers, signs=not differing) == []


@given(st.sampled_from(sorted(NUMPY)), NUMBERS)
def test_any_number_is_numpys(name: str, z: complex) -> None:
    assert disagreements(getattr(angles, name), getattr(numpy, NUMPY[name]), [(z,)], signs=not differs(name, z)) == []


@given(st.sampled_from(sorted(NUMPY)), NUMBERS)
def test_the_conjugate_goes_through(name: str, z: complex) -> None:
    rule = getattr(angles, name)
    known = not cmath.isnan(z) and not cmath.isnan(rule(z)) and finite(z)
    assert same(rule(mirrored(z)), mirrored(rule(z)), signs=known, tolerance=0)


@pytest.mark.parametrize(
    ("name", "side"),
    [
        ("asin", C(2, 0)),
        ("acos", C(2, 0)),
        ("acosh", C(-2, 0)),
        ("atanh", C(2, 0)),
        ("asinh", C(0, 2)),
        ("atan", C(0, 2)),
    ],
)
def test_the_sign_of_zero_says_the_side_of_the_cut(name: str, side: complex) -> None:
    rule, other = getattr(angles, name), C(side.real or -0.0, side.imag or -0.0)
    assert side == other and abs(rule(side) - rule(other)) > 1
    step = C(0 if side.real else 1e-12, 0 if side.imag else 1e-12)
    assert cmath.isclose(rule(side), rule(side + step), rel_tol=1e-9)
    assert cmath.isclose(rule(other), rule(other - step), rel_tol=1e-9)


@given(st.builds(complex, st.floats(-1.5, 1.5), st.floats(-20, 20)))
def test_each_inverse_undoes_its_function(z: complex) -> None:
    assert cmath.isclose(angles.asin(angles.sin(z)), z, rel_tol=1e-9, abs_tol=1e-12)
    assert cmath.isclose(angles.tan(angles.atan(z)), z, rel_tol=1e-9, abs_tol=1e-12) or abs(z * z + 1) < 1e-6


def test_where_cmath_answers_the_rule_is_its() -> None:
    for z, name in itertools.product(CORNERS, ["sin", "cos", "asin", "acos", "atan", "sinh", "cosh", "asinh", "atanh"]):
        try:
            expected = getattr(cmath, name)(z)
        except (ArithmeticError, ValueError):
            continue
        found = getattr(angles, name)(z)
        assert repr(found) == repr(expected) or cmath.isnan(z), (name, z)


@pytest.mark.parametrize("name", NUMPY)
@given(x=arrays(kinds="c", special=False, domain=(-5, 5)))
def test_tensors_of_complex_numbers(name: str, x: Pair) -> None:
    check_operation(OPERATIONS[name], [x], rtol=1e-12 if str(x.base.dtype) == "complex128" else 2e-5)
