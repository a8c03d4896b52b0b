"""As regras de um número só: nunca levantam erro, e dão o que o NumPy dá."""

import itertools
import math

import numpy
import pytest

from reference.operations import scalars
from tests.oracle import assert_same_elements

TINY = [5e-324, 2.2250738585072014e-308, 1e-300, 1e-20, 1e-8]
COMMON = [0.1, 0.5, 0.75, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 7.0, 100.0, 709.0, 709.8, 1023.0, 1024.0, 1e15 + 0.5, 1e300]
NUMBERS = [0.0, *TINY, *COMMON, math.inf]
NUMBERS = [*NUMBERS, *(-x for x in NUMBERS), math.nan]

OF_ONE = {
    "exp": "exp", "exp2": "exp2", "expm1": "expm1", "sinh": "sinh", "cosh": "cosh", "log": "log", "log2": "log2",
    "log10": "log10", "log1p": "log1p", "sqrt": "sqrt", "sin": "sin", "cos": "cos", "tan": "tan", "asin": "arcsin",
    "acos": "arccos", "acosh": "arccosh", "atanh": "arctanh", "floor": "floor", "ceil": "ceil", "trunc": "trunc",
    "rint": "rint", "sign": "sign",
}  # fmt: skip
OF_TWO = ["divide", "floor_divide", "remainder", "fmod", "power", "logaddexp"]


def agree(mine: list[float], theirs: numpy.ndarray) -> None:
    assert_same_elements(numpy.array(mine, float), theirs, None, 0)


@pytest.mark.parametrize("name", OF_ONE)
def test_of_one_number(name: str) -> None:
    with numpy.errstate(all="ignore"):
        agree([getattr(scalars, name)(x) for x in NUMBERS], getattr(numpy, OF_ONE[name])(numpy.array(NUMBERS)))


@pytest.mark.parametrize("name", OF_TWO)
def test_of_two_numbers(name: str) -> None:
    pairs = list(itertools.product(NUMBERS, repeat=2))
    x, y = numpy.array(pairs).T
    with numpy.errstate(all="ignore"):
        agree([getattr(scalars, name)(a, b) for a, b in pairs], getattr(numpy, name)(x.copy(), y.copy()))


INTEGERS = [0, 1, -1, 2, -2, 3, 7, -7, 62, 63, 64, 65, 2**62, 2**63 - 1, -(2**63)]


@pytest.mark.parametrize(
    ("rule", "theirs"),
    [
        (scalars.floor_divide, numpy.floor_divide),
        (scalars.remainder, numpy.remainder),
        (scalars.fmod, numpy.fmod),
        (scalars.shift_left, numpy.left_shift),
        (scalars.shift_right, numpy.right_shift),
    ],
)
def test_of_two_integers(rule: object, theirs: numpy.ufunc) -> None:
    for x, y in itertools.product(INTEGERS, repeat=2):
        with numpy.errstate(all="ignore"):
            expected = int(theirs(numpy.int64(x), numpy.int64(y)))
        assert (rule(x, y) - expected) % 2**64 == 0, (x, y)  # type: ignore[operator]


def test_integer_power_is_what_is_left_in_64_bits() -> None:
    for x, y in itertools.product(INTEGERS, [0, 1, 2, 3, 63, 64]):
        assert scalars.integer_power(x, y) == x**y % 2**64
    with pytest.raises(ValueError, match="negativo"):
        scalars.integer_power(2, -1)


def test_integer_reciprocal() -> None:
    assert [scalars.integer_reciprocal(x) for x in (-3, -1, 1, 2)] == numpy.reciprocal([-3, -1, 1, 2]).tolist()


def test_the_following_float32() -> None:
    numbers = [0.0, -0.0, 1.0, -1.0, 0.1, 3.4028234663852886e38, 1e-45, -1e-45, math.inf, -math.inf, math.nan]
    rounded = numpy.array(numbers, "float32")
    for x, y in itertools.product(rounded, repeat=2):
        with numpy.errstate(all="ignore"):
            expected = float(numpy.nextafter(x, y))
        found = scalars.next_single(float(x), float(y))
        assert found == expected or (found != found and expected != expected), (x, y)
        assert math.copysign(1, found) == math.copysign(1, expected) or found != found
