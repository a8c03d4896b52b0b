"""Contas com complexos: as regras, número a número, contra o NumPy; e as operações que as usam, em qualquer forma."""

import cmath
import math
from itertools import product
from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from reference.operations import complexes
from tests.generate import special_values
from tests.oracle import Pair, agree, arrays, assert_same, broadcastable, shapes

PLAIN = arrays(shapes(ranks=range(4)), kinds="c", special=False)
VALUES = special_values("complex128").tolist()
BINARY = {
    "multiply": complexes.multiply, "divide": complexes.divide, "less": complexes.less,
    "less_equal": complexes.less_equal, "greater": complexes.greater, "greater_equal": complexes.greater_equal,
}  # fmt: skip
UNARY = {
    "reciprocal": complexes.reciprocal, "absolute": complexes.magnitude, "sign": complexes.sign, "rint": complexes.rint
}  # fmt: skip


@pytest.mark.parametrize("name", BINARY)
def test_rules_of_two_numbers(name: str) -> None:
    x, y = map(numpy.array, zip(*product(VALUES, repeat=2)))
    with numpy.errstate(all="ignore"):
        expected = getattr(numpy, name)(x, y)
    assert_same(np.array([BINARY[name](a, b) for a, b in product(VALUES, repeat=2)]), expected)


@pytest.mark.parametrize("name", UNARY)
def test_rules_of_one_number(name: str) -> None:
    values = [z for z in VALUES if name != "sign" or not cmath.isnan(z)]
    with numpy.errstate(all="ignore"):
        expected = getattr(numpy, name)(numpy.array(values))
    assert_same(np.array([UNARY[name](z) for z in values]), expected)


def test_the_sign_of_what_has_no_direction_and_of_what_is_too_long() -> None:
    for z in (complex(math.nan, 1), complex(math.inf, math.nan), complex(math.nan, -math.inf)):
        assert cmath.isnan(complexes.sign(z)) and math.isnan(complexes.sign(z).imag)  # no NumPy, ±1 ou ±i
    assert cmath.isclose(complexes.sign(1.7e308 - 1.7e308j), math.sqrt(0.5) * (1 - 1j))  # no NumPy, −i


@given(st.complex_numbers(min_magnitude=1e-100, max_magnitude=1e100), st.complex_numbers(max_magnitude=1e100))
def test_dividing_undoes_multiplying(x: complex, y: complex) -> None:
    assert cmath.isclose(complexes.multiply(complexes.divide(y, x), x), y, rel_tol=1e-14, abs_tol=1e-200)
    assert math.isclose(complexes.magnitude(complexes.multiply(x, y)), abs(x) * abs(y), rel_tol=1e-14, abs_tol=1e-300)


def test_nothing_grows_too_much_in_a_division() -> None:
    for size in (1e300, 1e-300):
        assert cmath.isclose(complexes.divide(size * (3 + 4j), size * (1 + 2j)), 2.2 - 0.4j, rel_tol=1e-15)
    assert complexes.magnitude(3e300 + 4e300j) == pytest.approx(5e300)
    assert complexes.magnitude(1.5e308 + 1.5e308j) == math.inf


@given(st.complex_numbers(min_magnitude=0.1, max_magnitude=3), st.integers(-20, 20))
def test_an_integer_power_is_a_product(x: complex, n: int) -> None:
    expected = 1 + 0j
    for _ in range(abs(n)):
        expected *= x
    assert cmath.isclose(complexes.power(x, n + 0j), expected if n >= 0 else 1 / expected, rel_tol=1e-12)


@given(st.complex_numbers(min_magnitude=0.1, max_magnitude=3), st.complex_numbers(max_magnitude=3))
def test_any_power_is_an_exponential(x: complex, y: complex) -> None:
    assert cmath.isclose(complexes.power(x, y), cmath.exp(y * cmath.log(x)), rel_tol=1e-12)


def test_powers_never_fail() -> None:
    for x, y in product([*VALUES, 1e300 + 1e300j], repeat=2):
        assert isinstance(complexes.power(x, y), complex)
    assert complexes.power(0j, 0j) == complexes.power(complex(math.nan, 1), 0j) == 1
    for base in (2 + 1j, -1j, 3 + 0j):
        assert complexes.power(base, 1 + 0j) == base and complexes.power(base, 2 + 0j) == base * base


def test_the_order_is_numpys() -> None:
    values = VALUES * 2
    assert_same(np.array(sorted(values, key=complexes.sort_key)), numpy.sort(numpy.array(values), kind="stable"))
    for extreme in (complexes.maximum, complexes.minimum):
        found = np.array([extreme(x, y) for x, y in product(VALUES, repeat=2)]) + 0
        x, y = map(numpy.array, zip(*product(VALUES, repeat=2)))
        assert_same(found, getattr(numpy, extreme.__name__)(x, y) + 0)


@given(broadcastable(2, kinds="bifc"))
def test_operators(pair: tuple[Pair, ...]) -> None:
    for name, act in {"add": lambda x, y: x + y, "multiply": lambda x, y: x * y, "equal": lambda x, y: x == y}.items():
        agree(name, lambda xp, x, y, act=act: act(xp.asarray(x), y), *pair)


@given(broadcastable(2, kinds="fc", special=False))
def test_operators_that_may_refuse(pair: tuple[Pair, ...]) -> None:
    for act in (lambda x, y: x / y, lambda x, y: x - y, lambda x, y: x // y, lambda x, y: x % y, lambda x, y: x < y):
        agree("operadores", lambda xp, x, y, act=act: act(xp.asarray(x), y), *pair)


@given(PLAIN, st.sampled_from([2, 2.5, 1j, 1 - 2j, True]))
def test_python_numbers_are_weak(x: Pair, number: Any) -> None:
    agree("operadores", lambda xp, x: [x + number, number * x, number - x, x / 3j, x**2, number == x, -x, +x], x)


@given(PLAIN)
def test_in_place(x: Pair) -> None:
    def compute(xp: Any, x: Any) -> Any:
        x = xp.asarray(x, copy=True)
        x += 1j
        x *= x if x.ndim else 2
        x /= 2
        x[...] -= 1
        return x

    agree("no lugar", compute, x)


@given(arrays(shapes(ranks=(1, 2, 3), empty=False), kinds="c", special=False))
def test_reductions(x: Pair) -> None:
    scale = 20 * x.theirs.size
    agree("sum", lambda xp, x: [xp.sum(x), x.sum(axis=-1), xp.mean(x, axis=0), xp.cumsum(x, axis=0)], x, scale=scale)
    agree("var", lambda xp, x: [xp.var(x), xp.std(x, axis=0, ddof=0)], x, rtol=1e-4)
    agree("max", lambda xp, x: [x.max(), x.min(axis=0), x.argmax(), x.argmin(axis=-1)], x)
    agree("any", lambda xp, x: [x.any(), x.all(axis=0), xp.count_nonzero(x), *x.nonzero()], x)


def test_the_sum_of_many() -> None:
    values = numpy.exp(1j * numpy.arange(1000.0)).reshape(10, 100)
    x = np.asarray(values)
    for axis in (None, 0, 1):
        assert_same(x.sum(axis), values.sum(axis), scale=1)
        assert_same(x.prod(axis), values.prod(axis), rtol=1e-12)


@given(st.integers(1, 12), st.integers(1, 12), st.integers(1, 12), st.integers(0, 2**32 - 1))
def test_products(m: int, k: int, n: int, seed: int) -> None:
    rng = numpy.random.default_rng(seed)
    a, b = (rng.normal(size=s) + 1j * rng.normal(size=s) for s in ((m, k), (k, n)))
    a[rng.random(a.shape) < 0.3] = 0
    x, y = np.asarray(a), np.asarray(b)
    assert_same(x @ y, a @ b, rtol=1e-12, scale=k)
    assert_same(np.dot(x, y.real), numpy.dot(a, b.real), rtol=1e-12, scale=k)
    assert_same(np.vecdot(x, 1j * x), numpy.vecdot(a, 1j * a), rtol=1e-12, scale=k)
    assert_same(np.tensordot(x, y, axes=1), numpy.tensordot(a, b, axes=1), rtol=1e-12, scale=k)
    assert_same(np.einsum("ij,jk->k", x, y), numpy.einsum("ij,jk->k", a, b), rtol=1e-12, scale=m * k)


def test_a_zero_times_infinity_is_not_left_out() -> None:
    a, b = numpy.zeros((30, 30), complex), numpy.full((30, 30), complex(numpy.inf, 0))
    assert np.isnan(np.asarray(a) @ np.asarray(b)).all()


@pytest.mark.parametrize("xp", [np, numpy])
def test_vecdot_conjugates_the_first(xp: Any) -> None:
    x, y = xp.array([1j, 2]), xp.array([1, 1j])
    assert xp.vecdot(x, y) == -1j + 2j and xp.vecdot(x, x) == 5 and x @ x == 3


@given(arrays(shapes(ranks=(1, 2)), kinds="fc"), st.booleans())
def test_angle(x: Pair, deg: bool) -> None:
    agree("angle", lambda xp, x: xp.angle(x, deg=deg), x)


@given(arrays(shapes(ranks=(1, 2)), kinds="c"))
def test_holes_and_rounding(x: Pair) -> None:
    agree("nan_to_num", lambda xp, x: [xp.nan_to_num(x), xp.nan_to_num(x, nan=1.5, posinf=2.0), xp.round(x, 2)], x)
    agree("isnan", lambda xp, x: [xp.isnan(x), xp.isinf(x), xp.isfinite(x), xp.isreal(x), xp.iscomplex(x)], x)


def test_what_has_no_order_is_refused() -> None:
    x = np.array([1j, 2])
    for refused in (np.digitize, np.histogram, np.quantile, np.percentile):
        with pytest.raises(TypeError, match="complexos não têm ordem"):
            refused(x, 1) if refused is np.histogram else refused(x, [0.5])
    for refused in (np.floor, np.ceil, np.trunc, np.signbit):
        with pytest.raises(TypeError, match="não existe para elementos do tipo complex128"):
            refused(x)


@given(arrays(shapes(ranks=(1,), sides=range(2, 9), empty=False), kinds="c", special=False))
def test_statistics_of_two_variables(x: Pair) -> None:
    agree("gradient", lambda xp, x: [xp.gradient(x), xp.trapezoid(x), xp.diff(x)], x, scale=100)
    agree("cov", lambda xp, x: [xp.cov(x, x[::-1] * 1j), xp.corrcoef(x, 2j * x)], x, rtol=1e-5)
    agree("correlate", lambda xp, x: [xp.correlate(x, x[:2]), xp.correlate(x[:2], x, "full")], x, scale=1000)
