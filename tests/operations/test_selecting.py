"""Escolher: de máscaras a posições, de posições a elementos."""

from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from tests.oracle import Pair, agree, arrays, broadcastable, shapes

AXES = st.one_of(st.none(), st.integers(-5, 4))
MODES = st.sampled_from(["raise", "wrap", "clip"])
SMALL = arrays(kinds="biufO", domain=(-1, 1))


@pytest.mark.parametrize("name", ["nonzero", "where", "argwhere", "flatnonzero"])
def test_where_they_are(name: str) -> None:
    @given(SMALL)
    def check(x: Pair) -> None:
        agree(name, lambda xp, x: getattr(xp, name)(x), x)

    check()


@given(SMALL, AXES, st.booleans())
def test_count_nonzero(x: Pair, axis: int | None, keepdims: bool) -> None:
    agree("count_nonzero", lambda xp, x: xp.count_nonzero(x, axis=axis, keepdims=keepdims), x)


@given(broadcastable(3, kinds="biuf"))
def test_where_of_two_values(operands: tuple[Pair, ...]) -> None:
    agree("where", lambda xp, condition, x, y: xp.where(condition, x, y), *operands)


@pytest.mark.parametrize("values", [(1, 2), (1.5, 2), (True, 0), (1,)])
@pytest.mark.parametrize("condition", [True, [True, False], [[0, 3]]])
def test_where_of_python_numbers(condition: Any, values: tuple[Any, ...]) -> None:
    agree("where", lambda xp: xp.where(condition, *values))


@st.composite
def positions(draw: st.DrawFn) -> Any:
    """Posições: um inteiro, ou um tensor delas; quase sempre, que existem."""
    shape = draw(shapes(ranks=range(3), sides=range(1, 4)))
    low, high = draw(st.sampled_from([(0, 1), (-1, 1), (-1, 1), (-3, 5)]))
    kind = draw(st.sampled_from(["int64", "int8", "uint8", "float64"] if low >= 0 else ["int64", "int8"]))
    rng = numpy.random.default_rng(draw(st.integers(0, 999)))
    return Pair(rng.integers(low, high, shape, endpoint=False).astype(kind))


@given(arrays(kinds="biufO"), positions(), AXES, MODES)
def test_take(x: Pair, indices: Pair, axis: int | None, mode: str) -> None:
    agree("take", lambda xp, x, i: xp.take(x, i, axis, mode=mode), x, indices)


@pytest.mark.parametrize("indices", [[], [True], [1.0], 0, [[0, 1]], [5], [-3]])
@pytest.mark.parametrize("x", [[1, 2], [], 5])
def test_take_with_lists(x: Any, indices: Any) -> None:
    agree("take", lambda xp: xp.take(xp.asarray(x), indices))
    agree("take", lambda xp: xp.take(xp.asarray(x), indices, axis=0, mode="outro"))


def test_take_copies_and_fills_out() -> None:
    x, out = np.array([[1, 2], [3, 4]]), np.zeros(2, dtype=int)
    np.take(x, 0, axis=0)[0] = 9
    assert x.tolist() == [[1, 2], [3, 4]]
    assert np.take(x, 1, axis=1, out=out) is out and out.tolist() == [2, 4]


@given(arrays(shapes(ranks=range(4)), kinds="iuf"), st.integers(-3, 2))
def test_along_axis_rebuilds_the_sorted(x: Pair, axis: int) -> None:
    def compute(xp: Any, x: Any) -> Any:
        return xp.take_along_axis(x, xp.argsort(x, axis=axis, kind="stable"), axis)

    agree("take_along_axis", compute, x)


@given(arrays(shapes(ranks=(1, 2, 3)), kinds="if"), positions(), AXES)
def test_take_and_put_along_axis(x: Pair, indices: Pair, axis: int | None) -> None:
    def put(xp: Any, x: Any, i: Any) -> Any:
        x = xp.asarray(x, copy=True)
        xp.put_along_axis(x, i, 7, axis)
        return x

    agree("take_along_axis", lambda xp, x, i: xp.take_along_axis(x, i, axis), x, indices)
    if axis is not None:
        agree("put_along_axis", put, x, indices)


def test_put_along_axis_writes_through_a_view() -> None:
    x = np.zeros((2, 3))
    np.put_along_axis(x.T, np.array([0, 3]), np.array([5.0, 6.0]), None)
    assert x.tolist() == [[5, 0, 0], [0, 6, 0]]


@given(arrays(shapes(ranks=range(4)), kinds="if"), positions(), arrays(shapes(ranks=(0, 1)), kinds="i"), MODES)
def test_put(x: Pair, indices: Pair, values: Pair, mode: str) -> None:
    def compute(xp: Any, x: Any, i: Any, v: Any) -> Any:
        x = xp.asarray(x, copy=True)
        xp.put(x, i, v, mode=mode)
        return x

    agree("put", compute, x, indices, values)


def test_put_only_changes_tensors() -> None:
    agree("put", lambda xp: xp.put([1, 2], [0], 5))


@pytest.mark.parametrize("condition", [[True, False], [False, True, True], [True], [0, 0, 0, 5], [], [[True]]])
@pytest.mark.parametrize("axis", [None, 0, 1, 2])
def test_compress(condition: Any, axis: int | None) -> None:
    agree("compress", lambda xp: xp.compress(condition, xp.asarray([[1, 2, 3], [4, 5, 6]]), axis=axis))


@given(arrays(shapes(ranks=range(4)), kinds="ib", domain=(-1, 1)))
def test_extract(x: Pair) -> None:
    agree("extract", lambda xp, x: xp.extract(x > 0, x), x)


@given(positions(), st.sampled_from([(), (2,), (2, 3), (1, 4, 2), (0,)]))
def test_unravel_index(indices: Pair, shape: tuple[int, ...]) -> None:
    if shape and indices.base.size and indices.base.dtype != "uint8":
        agree("unravel_index", lambda xp, i: xp.unravel_index(i, shape), indices)


def test_unravel_index_finds_the_element() -> None:
    x = np.array([[1, 9, 3], [4, 5, 6]])
    assert x[np.unravel_index(np.argmax(x), x.shape)] == 9
    assert np.unravel_index(4, (2, 3)) == (1, 1)


@pytest.mark.parametrize("xp", [np, numpy])
def test_methods(xp: Any) -> None:
    x = xp.array([[3, 1], [0, 2]])
    assert x.nonzero()[0].tolist() == [0, 0, 1] and x.take([0, -1]).tolist() == [3, 2]
    x.put([0, 3], [7, 8])
    assert x.tolist() == [[7, 1], [0, 8]] and x.repeat(2).tolist() == [7, 7, 1, 1, 0, 0, 8, 8]
    assert x.cumsum().tolist() == [7, 8, 8, 16] and x.cumprod(axis=0).tolist() == [[7, 1], [0, 8]]
    assert x.trace() == 15 and x.diagonal(1).tolist() == [1]
    assert x.argsort(axis=0).tolist() == [[1, 0], [0, 1]] and x[0, ::-1].searchsorted([2, 9]).tolist() == [1, 2]


def test_messages() -> None:
    with pytest.raises(IndexError, match="take: a posição 5 não existe num eixo de tamanho 2"):
        np.take([1, 2], 5)
    with pytest.raises(ValueError, match=r"as posições têm 1 eixo\(s\), e o tensor tem 2"):
        np.take_along_axis(np.ones((2, 2)), np.array([0]), 1)
