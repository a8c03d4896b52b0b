"""Conversão: o que vem de um tensor se converte como no NumPy; o que vem do Python é conferido."""

import itertools
import math
import platform
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reference as np
from reference.tensors.casting import allocate, cast, fit, pack, truncate, wrap
from reference.tensors.dtypes import DTYPES, DType, bool_, bounds, float32, float64, int8, int32, object_, uint8
from tests.generate import Pair, arrays
from tests.oracle import agree, same_error

NUMERIC = [d for d in DTYPES if d.kind != "O"]
INTEGERS = [d for d in DTYPES if d.kind in "iu"]
EDGES = (
    math.nan,
    math.inf,
    -math.inf,
    1e20,
    -1e20,
    3e9,
    -3e9,
    2.0**31,
    2.0**31 - 0.5,
    -(2.0**31) - 0.5,
    2.0**63,
    300.7,
)
EDGES += (-300.7, 70000.5, -1.5, -0.5, 0.9, 255.9, 1e10, -(2.0**63), 2.0**64)
x86 = pytest.mark.skipif(platform.machine() not in ("x86_64", "AMD64"), reason="cada processador converte a seu modo")


@given(arrays(kinds="biufc", special=False), st.sampled_from(NUMERIC))
@settings(max_examples=300)
@pytest.mark.filterwarnings("ignore::RuntimeWarning")  # de complexo a real, a parte imaginária se perde
def test_every_pair_of_dtypes(x: Pair, target: DType) -> None:
    agree("astype", lambda xp, x: x.astype(target.name), x)


@given(arrays(kinds="biu"), st.sampled_from(NUMERIC))
def test_integers_wrap_around(x: Pair, target: DType) -> None:
    agree("astype", lambda xp, x: x.astype(target.name), x)


@x86
@pytest.mark.parametrize("source", ["float32", "float64"])
@pytest.mark.parametrize("target", ["int8", "uint8", "int16", "uint16", "int32", "int64"])
@pytest.mark.filterwarnings("ignore:invalid value")
def test_what_no_integer_represents(source: str, target: str) -> None:
    theirs = numpy.array(EDGES, source)
    assert np.array(EDGES, source).astype(target).tolist() == theirs.astype(target).tolist()


@pytest.mark.parametrize("target", INTEGERS, ids=str)
def test_inside_the_bounds_the_fraction_is_cut(target: DType) -> None:
    low, high = bounds(target)
    for value in (0.9, 1.5, 100.99, float(low), float(high // 2), -0.9):
        assert truncate(value, target) == math.trunc(value)
    assert truncate(math.nan, target) == truncate(-math.inf, target) == truncate(-1e30, target) < 0


@pytest.mark.parametrize(("a", "b"), list(itertools.product(NUMERIC, repeat=2)), ids=lambda d: d.name)
def test_a_rule_can_forbid(a: DType, b: DType) -> None:
    for casting in ("safe", "same_kind"):
        same_error(
            lambda casting=casting: np.ones(2, a).astype(b, casting=casting),
            lambda casting=casting: numpy.ones(2, a.name).astype(b.name, casting=casting),
        )


VALUES = (True, 0, 1, -1, 127, 128, 255, 256, -129, 2**31, 2**63, 2**64, 2**70, 2.7, -2.7, 300.0, -1.0, 1e30, math.nan)
VALUES += (math.inf, -math.inf, "12", "1.5", "abc", numpy.float32(2.5))


@pytest.mark.parametrize("value", VALUES, ids=str)
@pytest.mark.parametrize("target", NUMERIC, ids=str)
@pytest.mark.filterwarnings("ignore:overflow")
def test_values_from_python_are_checked(value: Any, target: DType) -> None:
    if isinstance(value, str) and target.kind == "b":
        pytest.skip("no NumPy, bool('abc') depende do caminho")
    same_error(lambda: np.array([value], dtype=target), lambda: numpy.array([value], dtype=target.name))
    same_error(lambda: np.array(value, dtype=target), lambda: numpy.array(value, dtype=target.name))


def test_what_the_error_says() -> None:
    with pytest.raises(OverflowError, match="o inteiro 256 não cabe em uint8, que vai de 0 a 255"):
        fit(256, uint8)
    with pytest.raises(ValueError, match="nan não pode virar um número do tipo int8"):
        fit(math.nan, int8)
    with pytest.raises(TypeError, match="1j não pode virar um número do tipo float32; se é a parte real"):
        fit(1j, float32)
    with pytest.raises(TypeError, match="None não pode virar um número do tipo int8"):
        fit(None, int8)


@given(st.integers(-(2**70), 2**70), st.sampled_from(INTEGERS))
def test_wrap_around_is_arithmetic_modulo_a_power_of_two(value: int, d: DType) -> None:
    low, high = bounds(d)
    (wrapped,) = wrap([value], d)
    assert low <= wrapped <= high and (wrapped - value) % 2 ** (8 * d.itemsize) == 0
    assert pack([value], d).tolist() == [wrapped]


def test_objects_become_numbers_only_if_they_can() -> None:
    x = np.array([Fraction(7, 2), Decimal("1.5"), 3, True], dtype=object)
    assert x.astype(float).tolist() == [3.5, 1.5, 3.0, 1.0]
    assert x.astype("int8").tolist() == [3, 1, 3, 1]
    assert x.astype(bool).tolist() == [True, True, True, True]
    with pytest.raises(OverflowError):
        np.array([300], dtype=object).astype("int8")
    assert np.array([1, 2]).astype(object).tolist() == [1, 2]


def test_memory_is_typed_and_writeable() -> None:
    for d in (d for d in NUMERIC if d.kind != "c"):
        for memory in (memoryview(pack([1, 0], d)), allocate(2, d)):
            assert isinstance(memory, memoryview) and not memory.readonly
            assert memory.itemsize == d.itemsize and memory.format == d.char
    for d in (np.complex64, np.complex128):
        for pairs in (pack([1, 0], d), allocate(2, d)):
            assert not pairs.readonly and pairs.nbytes == 2 * d.itemsize and pairs.numbers.format == d.char.lower()
    assert pack([1, 2], object_) == [1, 2] and allocate(2, object_) == [0, 0]


def test_float32_rounds_and_overflows() -> None:
    assert pack([0.1, 1e300, -1e300], float32).tolist() == [0.10000000149011612, math.inf, -math.inf]
    x = np.zeros(1, "float32")
    x[0] = 1e300
    assert x.tolist() == [math.inf]


def test_casting_a_line() -> None:
    assert cast([1.9, -1.9], float64, int32) == [1, -1]
    assert cast([2, 0], int32, bool_) == [True, False]
    assert [type(v) for v in cast([True], bool_, int32)] == [int]
    assert cast([1, 2], int32, int8) == [1, 2]
