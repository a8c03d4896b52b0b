"""Algarismos: um número sozinho se escreve como o NumPy o escreve."""

from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference.tensors.dtypes import float32
from reference.tensors.numerals import (
    float_str,
    format_float_positional,
    format_float_scientific,
    narrow,
    shortest,
)
from reference.tensors.tensor import scalar

POWERS_OF_TWO = st.integers(-1074, 1023).map(lambda power: 2.0**power)
DECIMALS = st.builds(lambda digits, power: float(f"{digits}e{power}"), st.integers(0, 10**6), st.integers(-9, 6))
NUMBERS = st.one_of(st.floats(), st.floats(width=32), DECIMALS, POWERS_OF_TWO)
LIMITS = st.one_of(
    st.fixed_dictionaries({}, optional={"min_digits": st.integers(1, 9)}),
    st.fixed_dictionaries({"precision": st.integers(0, 20), "unique": st.booleans()}),
    st.fixed_dictionaries({"precision": st.integers(9, 20), "min_digits": st.integers(1, 9), "unique": st.booleans()}),
)


def both(value: float, single: bool) -> tuple[Any, Any]:
    """O mesmo escalar dos dois lados."""
    with numpy.errstate(over="ignore"):
        theirs = numpy.float32(value) if single else numpy.float64(value)
    return (scalar(narrow(value), float32) if single else value), theirs


def test_the_shortest_decimal_is_the_one_that_was_written() -> None:
    assert repr(narrow(0.1)) == "0.10000000149011612"
    assert shortest(narrow(0.1), single=True) == ("1", -1)
    assert shortest(0.1 + 0.2) == ("30000000000000004", -1)


@pytest.mark.parametrize("power", range(-149, 128))
def test_the_shortest_float32_of_every_power_of_two(power: int) -> None:
    theirs = numpy.format_float_scientific(numpy.float32(2.0**power), trim="-")
    mantissa, _, exponent = theirs.partition("e")
    assert shortest(2.0**power, single=True) == (mantissa.replace(".", ""), int(exponent))


@given(st.floats(width=32, min_value=0, allow_infinity=False, exclude_min=True))
def test_the_shortest_float32_comes_back_and_nothing_shorter_does(value: float) -> None:
    digits, exponent = shortest(value, single=True)
    assert narrow(float(f"{digits}e{exponent - len(digits) + 1}")) == value
    count = len(digits) - 1
    assert count == 0 or narrow(float(f"{value:.{count - 1}e}")) != value


@given(st.lists(NUMBERS, min_size=10, max_size=10), st.booleans())
def test_a_lone_number_prints_as_in_numpy(values: list[float], single: bool) -> None:
    for value in values:
        ours, theirs = both(value, single)
        assert float_str(float(ours), single) == str(theirs)


@given(NUMBERS, st.booleans(), LIMITS, st.sampled_from("k.0-"), st.integers(1, 9))
def test_positional_as_in_numpy(value: float, single: bool, options: dict[str, Any], trim: str, width: int) -> None:
    ours, theirs = both(value, single)
    for more in ({}, {"pad_left": width, "pad_right": width}, {"sign": True}):
        options = {**options, **more, "trim": trim}
        assert format_float_positional(ours, **options) == numpy.format_float_positional(theirs, **options)


# Com trim="-", o NumPy às vezes deixa o ponto que prometeu cortar.
@given(NUMBERS, st.booleans(), LIMITS, st.sampled_from("k.0"), st.integers(1, 5))
def test_scientific_as_in_numpy(value: float, single: bool, options: dict[str, Any], trim: str, width: int) -> None:
    ours, theirs = both(value, single)
    for more in ({}, {"pad_left": width, "exp_digits": width}, {"sign": True}):
        options = {**options, **more, "trim": trim}
        assert format_float_scientific(ours, **options) == numpy.format_float_scientific(theirs, **options)


@pytest.mark.parametrize("value", [123456.789, 1.5, 100.0, -2.25])
@pytest.mark.parametrize("precision", [1, 2, 4, 8])
def test_precision_may_count_from_the_first_digit(value: float, precision: int) -> None:
    options: dict[str, Any] = {"precision": precision, "fractional": False}
    assert format_float_positional(value, **options) == numpy.format_float_positional(value, **options)


def test_the_point_goes_too_when_asked() -> None:
    assert format_float_scientific(1000.0, trim="-") == "1e+03"
    assert format_float_positional(1000.0, trim="-") == "1000"


@pytest.mark.parametrize("write", [format_float_positional, format_float_scientific])
@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"precision": -1}, ValueError, "precision: -1 é negativo"),
        ({"pad_left": -2}, ValueError, "pad_left: -2 é negativo"),
        ({"precision": 2, "min_digits": 3}, ValueError, "min_digits: 3 é maior que precision, 2"),
        ({"trim": "x"}, ValueError, "trim: 'x' não é um corte"),
        ({"unique": False}, TypeError, "com unique=False, diga quantos"),
    ],
)
def test_options_that_make_no_sense(write: Any, options: dict[str, Any], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        write(1.0, **options)
