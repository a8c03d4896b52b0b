"""Raízes, exponenciais e logaritmos: exatos onde a conta é exata, com IEEE 754 onde o Python se recusa."""

import math

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from tests.oracle import assert_same

EDGES = [
    ("exp", [1000.0, -1000.0, -math.inf], "[inf  0.  0.]"),
    ("exp2", [1024.0, -1080.0], "[inf  0.]"),
    ("expm1", [1000.0, -1000.0], "[inf -1.]"),
    ("log", [0.0, -1.0, math.inf], "[-inf  nan  inf]"),
    ("log2", [8.0, 0.0, -1.0], "[  3. -inf  nan]"),
    ("log10", [1000.0, 0.0], "[  3. -inf]"),
    ("log1p", [0.0, -1.0, -2.0], "[  0. -inf  nan]"),
    ("sqrt", [9.0, -0.0, -1.0], "[ 3. -0. nan]"),
    ("cbrt", [-27.0, 8.0], "[-3.  2.]"),
    ("sinh", [1000.0, -1000.0], "[ inf -inf]"),
    ("cosh", [-1000.0, 0.0], "[inf  1.]"),
    ("tanh", [-1000.0, 0.0, 1000.0], "[-1.  0.  1.]"),
    ("acosh", [1.0, 0.5], "[ 0. nan]"),
    ("atanh", [1.0, -1.0, 2.0], "[ inf -inf  nan]"),
]


@pytest.mark.parametrize(("name", "x", "expected"), EDGES)
def test_the_edges_of_the_domain(name: str, x: list[float], expected: str) -> None:
    assert str(getattr(np, name)(np.array(x))) == expected
    for value, element in zip(x, getattr(np, name)(np.array(x)).tolist()):
        alone = float(getattr(np, name)(np.array(x)[0] * 0 + value if math.isfinite(value) else value))
        assert alone == element or (alone != alone and element != element)


def test_one_bad_element_does_not_spoil_its_line() -> None:
    x = numpy.linspace(0.0, 800.0, 9000)
    with numpy.errstate(over="ignore"):
        assert_same(np.exp(np.asarray(x)), numpy.exp(x), name="exp")


@given(st.floats(-1e-10, 1e-10))
def test_near_zero_no_digit_is_lost(x: float) -> None:
    assert math.isclose(np.expm1(x).item(), x + x * x / 2, rel_tol=1e-15)
    assert math.isclose(np.log1p(x).item(), x - x * x / 2, rel_tol=1e-15)


@given(st.floats(-700, 700), st.floats(-700, 700))
def test_logaddexp_is_the_logarithm_of_the_sum(x: float, y: float) -> None:
    plain = math.log(math.exp(x) + math.exp(y))
    assert math.isclose(np.logaddexp(x, y).item(), plain, rel_tol=1e-12, abs_tol=1e-12)


def test_logaddexp_of_large_numbers() -> None:
    assert np.logaddexp(1000.0, 1000.0).item() == 1000.0 + math.log(2)
    assert np.logaddexp(-1000.0, -np.inf).item() == -1000.0


@pytest.mark.parametrize(
    ("dtype", "expected"),
    [("bool", "float32"), ("int8", "float32"), ("uint8", "float32"), ("int16", "float32"), ("uint16", "float32"),
     ("int32", "float64"), ("uint64", "float64"), ("float32", "float32")],
)  # fmt: skip
def test_small_integers_become_float32(dtype: str, expected: str) -> None:
    theirs = str(numpy.sqrt(numpy.ones(1, dtype)).dtype).replace("float16", "float32")
    assert np.sqrt(np.ones(1, dtype=dtype)).dtype == expected == theirs
