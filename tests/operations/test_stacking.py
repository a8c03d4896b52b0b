"""Empilhar, acrescentar, inserir e tirar."""

from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from tests.oracle import Pair, agree, arrays, shapes

ANY = arrays(shapes(ranks=range(5)), kinds="biufO")
STACKS = ["vstack", "hstack", "dstack", "column_stack"]


@given(ANY, ANY)
def test_at_least(x: Pair, y: Pair) -> None:
    for name in ("atleast_1d", "atleast_2d", "atleast_3d"):
        agree(name, lambda xp, x, name=name: getattr(xp, name)(x), x)
        agree(name, lambda xp, x, y, name=name: getattr(xp, name)(x, y, 5), x, y)


@pytest.mark.parametrize("name", STACKS)
def test_stacks(name: str) -> None:
    side = shapes(ranks=range(4), sides=(1, 2, 2, 2))

    @given(arrays(side), arrays(side))
    def check(x: Pair, y: Pair) -> None:
        agree(name, lambda xp, x, y: getattr(xp, name)([x, y]), x, y)
        agree(name, lambda xp, x: getattr(xp, name)((x, x, x)), x)

    check()


CASES: list[Any] = [[], 5, [1, 2], [[1, 2], 3], [[[1], [2]], [3, 4]], [[1, 2], [3.5, 4]], [[[1, 2]], [[3, 4]]]]


@pytest.mark.parametrize("name", STACKS)
@pytest.mark.parametrize("case", CASES)
def test_corners(name: str, case: Any) -> None:
    agree(name, lambda xp: getattr(xp, name)(case))


@pytest.mark.parametrize("name", STACKS[:2])
def test_dtype_and_casting(name: str) -> None:
    for kind, casting in [("int8", "same_kind"), ("int8", "unsafe"), ("float64", "safe")]:
        agree(name, lambda xp, k=kind, c=casting: getattr(xp, name)([[1.5], [2]], dtype=k, casting=c))


@given(arrays(shapes(ranks=range(4)), kinds="if"), arrays(shapes(ranks=range(4)), kinds="if"), st.integers(-4, 3))
def test_append(x: Pair, values: Pair, axis: int) -> None:
    agree("append", lambda xp, x, v: xp.append(x, v), x, values)
    agree("append", lambda xp, x: xp.append(x, x, axis), x)


INDICES = st.one_of(
    st.integers(-4, 4),
    st.lists(st.integers(-4, 4), max_size=4),
    st.builds(slice, st.none() | st.integers(-4, 4), st.none() | st.integers(-4, 4), st.sampled_from([None, 2, -1])),
)
ONE_AXIS = st.one_of(st.none(), st.integers(-4, 3))


@given(arrays(shapes(ranks=range(4)), kinds="ifO"), INDICES, ONE_AXIS)
def test_delete(x: Pair, index: Any, axis: int | None) -> None:
    agree("delete", lambda xp, x: xp.delete(x, index, axis), x)


@pytest.mark.parametrize("index", [[True, False, True], [True, False], True, [1.0], 1.5, [[0, 1]], numpy.array([2])])
def test_delete_by_masks(index: Any) -> None:
    agree("delete", lambda xp: xp.delete(xp.asarray([1, 2, 3]), index))


@given(arrays(shapes(ranks=range(4)), kinds="ifO"), INDICES, ONE_AXIS, st.sampled_from([9, [7], [7, 8], [[5], [6]]]))
def test_insert(x: Pair, index: Any, axis: int | None, values: Any) -> None:
    def compute(xp: Any, x: Any) -> Any:
        return xp.insert(x, index, values, axis)

    length = x.theirs.size if axis is None else 4
    if isinstance(index, list) and any(abs(i) > length for i in index):
        return  # o NumPy só confere as posições de uma lista depois de as deslocar
    agree("insert", compute, x)


@pytest.mark.parametrize("index", [numpy.array([True, False, True]), [], 1, [1], [2, 0], [0, 0, 3], -1, slice(0, 2)])
@pytest.mark.parametrize("values", [9, [9], 2.7])
def test_insert_corners(index: Any, values: Any) -> None:
    agree("insert", lambda xp: xp.insert(xp.asarray([1, 2, 3]), index, values))


def test_insert_several_at_once() -> None:
    for index, values, axis in [(1, [9, 8], 1), (1, [[9, 8]], 0), ([1], [[9], [8]], 1), (0, [[1, 2], [3, 4]], 0)]:
        agree("insert", lambda xp, i=index, v=values, a=axis: xp.insert(xp.asarray([[1, 2], [3, 4]]), i, v, a))


def test_everything_is_a_copy() -> None:
    x = np.array([1, 2, 3])
    for result in (np.append(x, []), np.delete(x, []), np.insert(x, [], []), np.vstack([x]), np.hstack([x])):
        result[...] = 0
    assert x.tolist() == [1, 2, 3]


def test_messages() -> None:
    with pytest.raises(TypeError, match="vstack: espera uma sequência de tensores, e não int"):
        np.vstack(5)
    with pytest.raises(IndexError, match="insert: a posição 5 não existe num eixo de tamanho 1"):
        np.insert([1], 5, 0)
    with pytest.raises(ValueError, match=r"delete: a máscara tem forma \(1,\), e o eixo 0, tamanho 2"):
        np.delete([1, 2], [True])
