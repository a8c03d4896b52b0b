"""Funções de um número complexo: as respostas do padrão nos cantos, as identidades, e o NumPy no resto."""

import cmath
import itertools
import math
from collections.abc import Callable
from math import inf, nan, pi

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from reference.operations import complex_functions as functions
from reference.operations.universal import OPERATIONS
from tests.generate import Pair, arrays
from tests.oracle import agree, check_operation
from tests.planar import COMMON, CORNERS, NUMBERS, disagreements, finite, mirrored, same

C = complex
OF_ONE = ["sqrt", "exp", "exp2", "expm1", "log", "log1p", "log2", "log10"]

STANDARD: list[tuple[str, complex, complex]] = [
    ("exp", C(-0.0, 0), 1 + 0j), ("exp", C(2, inf), C(nan, nan)), ("exp", C(2, nan), C(nan, nan)),
    ("exp", C(inf, 0), C(inf, 0)), ("exp", C(-inf, 2), C(-0.0, 0)), ("exp", C(inf, 2), C(-inf, inf)),
    ("exp", C(-inf, inf), 0j), ("exp", C(inf, inf), C(inf, nan)), ("exp", C(-inf, nan), 0j),
    ("exp", C(inf, nan), C(inf, nan)), ("exp", C(nan, 0), C(nan, 0)), ("exp", C(nan, 1), C(nan, nan)),
    ("exp", C(1000, 0), C(inf, 0)), ("exp", C(1000, -1), C(inf, -inf)),
    ("expm1", 0j, 0j), ("expm1", C(-0.0, 0), 0j), ("expm1", C(2, inf), C(nan, nan)), ("expm1", C(inf, 0), C(inf, 0)),
    ("expm1", C(-inf, 2), C(-1, 0)), ("expm1", C(inf, 2), C(-inf, inf)), ("expm1", C(-inf, inf), C(-1, 0)),
    ("expm1", C(inf, nan), C(inf, nan)), ("expm1", C(nan, 0), C(nan, 0)), ("expm1", C(1000, 0), C(inf, 0)),
    ("log", C(-0.0, 0), C(-inf, pi)), ("log", 0j, C(-inf, 0)), ("log", C(2, inf), C(inf, pi / 2)),
    ("log", C(2, nan), C(nan, nan)), ("log", C(-inf, 2), C(inf, pi)), ("log", C(inf, 2), C(inf, 0)),
    ("log", C(-inf, inf), C(inf, 3 * pi / 4)), ("log", C(inf, inf), C(inf, pi / 4)),
    ("log", C(-inf, nan), C(inf, nan)), ("log", C(nan, inf), C(inf, nan)), ("log", C(nan, 1), C(nan, nan)),
    ("log1p", C(-1, 0), C(-inf, 0)), ("log1p", C(2, inf), C(inf, pi / 2)), ("log1p", C(-inf, 2), C(inf, pi)),
    ("log1p", C(inf, nan), C(inf, nan)), ("log1p", C(nan, inf), C(inf, nan)),
    ("log2", 0j, C(-inf, 0)), ("log10", C(-0.0, 0), C(-inf, pi / math.log(10))), ("log2", 8 + 0j, 3 + 0j),
    ("sqrt", C(-0.0, 0), 0j), ("sqrt", C(nan, inf), C(inf, inf)), ("sqrt", C(2, inf), C(inf, inf)),
    ("sqrt", C(2, nan), C(nan, nan)), ("sqrt", C(-inf, 2), C(0, inf)), ("sqrt", C(inf, 2), C(inf, 0)),
    ("sqrt", C(inf, nan), C(inf, nan)), ("sqrt", C(nan, 2), C(nan, nan)), ("sqrt", C(-4, 0), 2j),
    ("sqrt", C(-4, -0.0), C(0, -2)),
]  # fmt: skip


@pytest.mark.parametrize(("name", "z", "expected"), STANDARD)
def test_special_values(name: str, z: complex, expected: complex) -> None:
    assert same(getattr(functions, name)(z), expected, tolerance=1e-15)


def differs(name: str, z: complex) -> bool:
    """Onde não seguimos o NumPy: ele se perde no caminho, ou o padrão diz outra coisa."""
    if name == "expm1":
        return not 0 < abs(z.real) <= 709
    if name == "log1p":
        return abs(z) < 1e-3 if finite(z) and abs(z.real) < 1 else abs(z.real) > 1e308
    return False


@pytest.mark.parametrize("name", OF_ONE)
def test_the_corners_are_numpys(name: str) -> None:
    numbers = [(z,) for z in CORNERS if not differs(name, z)]
    assert len(numbers) > len(CORNERS) / 4
    assert disagreements(getattr(functions, name), getattr(numpy, name), numbers) == []


@given(st.sampled_from(OF_ONE), NUMBERS)
def test_any_number_is_numpys(name: str, z: complex) -> None:
    if not differs(name, z):
        assert disagreements(getattr(functions, name), getattr(numpy, name), [(z,)]) == []


@pytest.mark.parametrize("name", ["sqrt", "exp", "expm1", "log", "log1p", "log2", "log10"])
@given(z=NUMBERS)
def test_the_conjugate_goes_through(name: str, z: complex) -> None:
    rule: Callable[[complex], complex] = getattr(functions, name)
    known = not cmath.isnan(z) and not cmath.isnan(rule(z)) and math.isfinite(z.imag)
    assert same(rule(mirrored(z)), mirrored(rule(z)), signs=known, tolerance=0)


@given(COMMON)
def test_inverses(z: complex) -> None:
    assert cmath.isclose(functions.sqrt(z) * functions.sqrt(z), z, rel_tol=1e-13, abs_tol=1e-300)
    assert functions.sqrt(z).real >= 0
    if z:
        assert cmath.isclose(functions.exp(functions.log(z)), z, rel_tol=1e-13)
        assert -pi <= functions.log(z).imag <= pi


@given(st.builds(complex, *[st.floats(-1e-10, 1e-10)] * 2))
def test_near_zero_no_digit_is_lost(z: complex) -> None:
    assert same(functions.expm1(z), z + z * z / 2, signs=False, tolerance=1e-15)
    assert same(functions.log1p(z), z - z * z / 2, signs=False, tolerance=1e-15)


@given(st.builds(complex, *[st.floats(-0.6, 0.6)] * 2))
def test_log1p_and_expm1_undo_each_other(z: complex) -> None:
    assert cmath.isclose(functions.expm1(functions.log1p(z)), z, rel_tol=1e-15, abs_tol=2e-15 * abs(z) + 1e-300)


def test_exp2_of_an_integer_is_exact() -> None:
    assert [functions.exp2(C(n, 0)) for n in range(-999, 999, 37)] == [2.0**n for n in range(-999, 999, 37)]


def test_where_cmath_answers_the_rule_is_its() -> None:
    for z, name in itertools.product(CORNERS, ["sqrt", "exp", "log", "log10"]):
        try:
            expected = getattr(cmath, name)(z)
        except (ArithmeticError, ValueError):
            continue
        assert repr(getattr(functions, name)(z)) == repr(expected), (name, z)


TENSORS = ["sqrt", "exp", "exp2", "expm1", "log", "log1p", "log2", "log10", "square", "reciprocal", "abs", "sign"]


@pytest.mark.parametrize("name", TENSORS)
@given(x=arrays(kinds="c", special=False, domain=(-5, 5)))
def test_tensors_of_complex_numbers(name: str, x: Pair) -> None:
    check_operation(OPERATIONS[name], [x], rtol=1e-12 if str(x.base.dtype) == "complex128" else 2e-5)


@given(arrays(kinds="c", special=False, domain=(-5, 5)))
def test_a_mask_an_output_and_a_wanted_type(x: Pair) -> None:
    agree("exp", lambda xp, x: xp.exp(x, where=x.real > 0, out=xp.ones_like(x)), x)
    agree("sqrt", lambda xp, x: xp.sqrt(x.real, dtype="complex128"), x)


def test_each_result_is_rounded_to_its_type() -> None:
    numbers = numpy.array([1 + 2j, -3.5 + 0.1j, 90 + 1j], "complex64")
    for name in ("exp", "log", "sqrt", "log1p"):
        found = getattr(np, name)(np.asarray(numbers))
        exact = [getattr(functions, name)(z) for z in numbers.tolist()]
        with numpy.errstate(over="ignore"):
            assert found.dtype == "complex64" and found.tolist() == numpy.array(exact).astype("complex64").tolist()
    assert np.exp(1j).dtype == "complex128" and np.exp(np.asarray(numbers)[0]).dtype == "complex64"
