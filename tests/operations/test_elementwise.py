"""A aritmética, os dois laços à vista e o que dá a volta."""

import math
import random
from typing import Any

import numpy
import pytest
from hypothesis import given

import reference as np
from tests.generate import Pair, arrays, broadcastable, shapes
from tests.oracle import agree, same_error

NOTES = [[0.5, 0.0, -3.0], [2.3, 5.9, -1.3]]


def test_the_notes_own_examples() -> None:
    assert np.naive_relu(np.array(NOTES)).tolist() == [[0.5, 0.0, 0.0], [2.3, 5.9, 0.0]]
    added = np.naive_add(np.array([[1, 2, 3], [6, 7, 8]]), np.array([[4, 5, 9], [1, 3, 3]]))
    assert added.tolist() == [[5, 7, 12], [7, 10, 11]]


@given(arrays(shapes(ranks=[2], empty=True), kinds="if"))
def test_naive_relu_is_maximum_with_zero(x: Pair) -> None:
    same_error(
        lambda: np.add(np.naive_relu(x.ours), 0), lambda: numpy.add(numpy.maximum(x.theirs, 0), 0), name="naive_relu"
    )


@given(arrays(shapes(ranks=[2]), kinds="biuf", special=False), arrays(shapes(ranks=[2]), kinds="biuf", special=False))
def test_naive_add_promotes_as_add_does(x: Pair, y: Pair) -> None:
    if x.theirs.shape == y.theirs.shape:
        agree("naive_add", lambda xp, a, b: np.naive_add(a, b) if xp is np else a + b, x, y)
    else:
        with pytest.raises(ValueError, match="duas matrizes de mesma forma"):
            np.naive_add(x.ours, y.ours)


def test_naive_versions_leave_their_input_alone_and_want_matrices() -> None:
    x = np.array(NOTES)
    np.naive_relu(x), np.naive_add(x, x)
    assert x.tolist() == NOTES
    with pytest.raises(ValueError, match="espera uma matriz"):
        np.naive_relu(np.array([1.0]))
    with pytest.raises(ValueError, match="duas matrizes"):
        np.naive_add(np.array([1.0]), np.array([1.0]))


def test_a_fraction_is_not_lost_when_integers_meet_floats() -> None:
    found = np.naive_add(np.array([[1, 2]]), np.array([[0.5, 0.9]]))
    assert found.tolist() == [[1.5, 2.9]] and found.dtype == "float64"


EXPONENTS = [2, 2.0, 0.5, -1, -1.0, 0, 1, 3, True]
SPECIAL = [math.inf, -math.inf, math.nan, 0.0, -0.0, 1e-30, 1e30, -4.0]


@pytest.mark.parametrize("kind", ["float64", "float32", "int32"])
@pytest.mark.parametrize("exponent", EXPONENTS)
def test_a_power_with_one_exponent_is_numpys_bit_for_bit(kind: str, exponent: Any) -> None:
    rng = random.Random(3)
    values = [rng.gauss(0, 10) for _ in range(3000)] + SPECIAL * (kind != "int32")
    x = numpy.array(values, dtype=kind)
    if kind == "int32" and type(exponent) is int and exponent < 0:
        return
    if exponent == 3 and kind == "float32":  # aqui a potência geral do NumPy tem os seus próprios arredondamentos
        return
    for other in (exponent, numpy.array(exponent), numpy.array([exponent])):
        ours = other if other is exponent else np.asarray(other)
        with numpy.errstate(all="ignore"):
            expected = x**other
        found = np.array(x) ** ours
        assert found.dtype == expected.dtype
        assert numpy.array_equal(numpy.asarray(found), expected, equal_nan=True)
        zeros = expected == 0
        assert (numpy.signbit(numpy.asarray(found)) == numpy.signbit(expected))[zeros].all()


def test_between_scalars_and_between_tensors_the_power_is_the_general_one() -> None:
    rng = random.Random(5)
    values = [rng.gauss(0, 1) for _ in range(5000)]
    x, y = np.array(values), np.full(5000, 2.0)
    general = [math.pow(value, 2) for value in values]
    assert (x**y).tolist() == [float(value**2) for value in x] == general
    assert (x**2).tolist() == [value * value for value in values] != general


@given(broadcastable(2, kinds="biuf"))
def test_divmod(pairs: tuple[Pair, ...]) -> None:
    agree("divmod", lambda xp, x, y: xp.divmod(x, y), *pairs)


@pytest.mark.parametrize(
    ("dtype", "x", "y", "expected"),
    [
        ("uint8", 200, 100, 44),
        ("int8", 127, 1, -128),
        ("uint64", 2**64 - 1, 2, 1),
        ("int64", 2**63 - 1, 1, -(2**63)),
    ],
)
def test_integers_go_round(dtype: str, x: int, y: int, expected: int) -> None:
    a, b = np.asarray([x], dtype=dtype), np.asarray([y], dtype=dtype)
    assert (a + b).tolist() == [expected]
    assert (a[0] + b[0]).item() == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("np.divide([1.0, -1.0, 0.0], 0.0)", "[ inf -inf  nan]"),
        ("np.array([7, -7]) // 0", "[0 0]"),
        ("np.array([7, -7]) % 0", "[0 0]"),
        ("np.array([7.0, -7.0]) % 0", "[nan nan]"),
        ("np.array([0.0, -0.0]) ** -1", "[ inf -inf]"),
        ("np.array([-8.0]) ** (1 / 3)", "[nan]"),
        ("np.maximum([np.nan, 1.0], [0.0, np.nan])", "[nan nan]"),
        ("-np.array([0, 1], dtype='uint8')", "[  0 255]"),
        ("abs(np.array([-128], dtype='int8'))", "[-128]"),
        ("10 - np.array([1, 2])", "[9 8]"),
        ("2 ** np.array([1, 2])", "[2 4]"),
    ],
)
def test_what_is_printed(text: str, expected: str) -> None:
    assert str(eval(text, {"np": np})) == expected


@given(arrays(kinds="iuf"))
def test_operators_are_operations(x: Pair) -> None:
    for f in (lambda a: -a, lambda a: +a, abs, lambda a: a + a, lambda a: a * a, lambda a: a - a):
        agree("operadores", lambda xp, a, f=f: f(a), x)


def test_one_look_at_each_element_of_a_line() -> None:
    seen: list[Any] = []

    class Watched(float):
        def __add__(self, other: Any) -> Any:
            seen.append(self)
            return float(self) + other

    np.add(np.asarray([Watched(1.0), Watched(2.0)], dtype=object), 1)
    assert seen == [1.0, 2.0]
