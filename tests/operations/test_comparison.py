"""Comparar e escolher."""

from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from tests.generate import Pair, arrays, broadcastable, shapes
from tests.oracle import agree, same_error


@given(broadcastable(3, kinds="biufO"))
def test_where(found: tuple[Pair, ...]) -> None:
    if found[0].theirs.dtype != object:
        agree("where", lambda xp, c, a, b: xp.where(c, a, b), *found)


@pytest.mark.parametrize("other", [0, 1, 300, -1, 0.5, 1e300, True, float("nan")])
@pytest.mark.parametrize("dtype", ["uint8", "int64", "float32", "bool"])
def test_where_with_python_numbers(dtype: str, other: Any) -> None:
    if dtype == "uint8" and other in (300, -1):
        with pytest.raises(OverflowError, match="não cabe em uint8"):  # o NumPy dá a volta em silêncio
            np.where([True, False], np.ones(2, dtype=dtype), other)
        return
    for flip in (False, True):

        def chosen(xp: Any) -> Any:
            x = xp.ones(2, dtype=dtype)
            return xp.where(xp.asarray([True, False]), *((other, x) if flip else (x, other)))  # noqa: B023

        with numpy.errstate(all="ignore"):
            same_error(lambda: chosen(np), lambda: chosen(numpy))


@given(broadcastable(3, kinds="iuf"))
def test_clip(found: tuple[Pair, ...]) -> None:
    agree("clip", lambda xp, x, low, high: xp.add(xp.clip(x, low, high), 0), *found)


BOUNDS: list[tuple[Any, Any]] = [
    (0, 5), (None, 5), (0, None), (None, None), (-1000, 1000), (0.5, 2), (5, 0), (300, None), (None, -300),
]  # fmt: skip


@pytest.mark.parametrize(("low", "high"), BOUNDS)
@pytest.mark.parametrize("dtype", ["int8", "uint8", "int64", "float32", "float64"])
def test_clip_with_python_numbers(dtype: str, low: Any, high: Any) -> None:
    data = [3, 100, 0, 7]

    def clipped(xp: Any, **names: Any) -> Any:
        return xp.clip(xp.asarray(data, dtype=dtype), **(names or {"min": low, "max": high}))

    same_error(lambda: clipped(np), lambda: clipped(numpy), name="clip")
    same_error(lambda: clipped(np, a_min=low, a_max=high), lambda: clipped(numpy, a_min=low, a_max=high), name="clip")
    same_error(lambda: np.asarray(data, dtype=dtype).clip(low, high), lambda: clipped(numpy), name="clip")


def test_clip_into_out_and_of_a_number() -> None:
    x = np.array([-3.0, 0.5, 7.0])
    assert np.clip(x, 0, 1, out=x) is x and x.tolist() == [0.0, 0.5, 1.0]
    assert repr(np.clip(7, 0, 5)) == "np.int64(5)"
    assert np.clip(x, None, None) is not x


@given(broadcastable(2, kinds="iuf"), st.booleans())
def test_isclose(pairs: tuple[Pair, ...], equal_nan: bool) -> None:
    agree("isclose", lambda xp, x, y: xp.isclose(x, y, equal_nan=equal_nan), *pairs)
    agree("isclose", lambda xp, x, y: xp.isclose(x, y, rtol=0.5, atol=1), *pairs)


@given(arrays(kinds="iuf"), st.sampled_from([0, 1e-9, 1e-3, 1]))
def test_allclose_and_array_equal(x: Pair, by: float) -> None:
    for f in (
        lambda xp, a: xp.allclose(a, a + by),
        lambda xp, a: xp.allclose(a, a, equal_nan=True),
        lambda xp, a: xp.array_equal(a, a + by),
        lambda xp, a: xp.array_equal(a, a, equal_nan=True),
    ):
        agree("allclose", f, x)


def test_array_equal_wants_the_same_shape() -> None:
    assert not np.array_equal([1, 2], [[1, 2]])
    assert not np.array_equal([1], [1, 1])


@pytest.mark.parametrize("operator", ["__lt__", "__le__", "__gt__", "__ge__", "__eq__", "__ne__"])
@pytest.mark.parametrize("other", [2, 2.0, 300, -1, 2**70, [1, 2, 3], float("nan"), True])
@pytest.mark.parametrize("dtype", ["uint8", "int64", "float32"])
def test_operators_against_anything(operator: str, other: Any, dtype: str) -> None:
    same_error(
        lambda: getattr(np.asarray([1, 2, 3], dtype=dtype), operator)(other),
        lambda: getattr(numpy.asarray([1, 2, 3], dtype=dtype), operator)(other),
    )


def test_integers_are_compared_without_rounding() -> None:
    x, y = np.asarray([2**63 - 1]), np.asarray([2**63], dtype="uint64")
    assert (x < y).tolist() == [True] and (x == y).tolist() == [False]
    assert (x == np.asarray([2.0**63])).tolist() == [True]  # com ponto flutuante, arredonda-se antes


def test_special_numbers() -> None:
    x = np.array([np.nan, np.inf, -np.inf, -0.0, 1.0])
    assert np.isnan(x).tolist() == [True, False, False, False, False]
    assert np.isinf(x).tolist() == [False, True, True, False, False]
    assert np.isfinite(x).tolist() == [False, False, False, True, True]
    assert np.signbit(x).tolist() == [False, False, True, True, False]


@given(broadcastable(2, shape=shapes(ranks=range(3)), kinds="biuf"))
def test_array_equiv(pair: tuple[Pair, Pair]) -> None:
    agree("array_equiv", lambda xp, x, y: xp.array_equiv(x, y), *pair)
    agree("array_equiv", lambda xp, x, y: xp.array_equiv(x, xp.stack([x, x])), *pair)


def test_array_equiv_of_lists() -> None:
    for x, y in (([1, 2], [[1, 2], [1, 2]]), ([1, 2], [1, 2, 3]), ([float("nan")], [float("nan")]), ([], [1])):
        agree("array_equiv", lambda xp: xp.array_equiv(x, y))  # noqa: B023
