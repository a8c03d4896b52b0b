"""O laço sobre os elementos, contra o jeito mais ingênuo de fazer a mesma coisa: um índice por vez."""

import operator
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from reference.operations import loop
from reference.operations.loop import cut, only_where, over_lines, overlap, pick, read_rows, write_rows
from reference.tensors.dtypes import float64, int64
from tests.generate import Pair, broadcastable


def add_columns(*columns: Any) -> list[Any]:
    return list(map(operator.add, *columns))


@given(broadcastable(2, kinds=["float64", "int64"], special=False), st.sampled_from([1, 2, 3, 7, 4096]))
def test_any_handful_gives_the_same(pairs: tuple[Pair, ...], handful: int) -> None:
    x, y = (pair.ours for pair in pairs)
    out = np.zeros(np.broadcast_shapes(x.shape, y.shape))
    usual, loop.HANDFUL = loop.HANDFUL, handful
    try:
        over_lines(add_columns, [x, y], [float64, float64], out)
    finally:
        loop.HANDFUL = usual
    a, b = np.broadcast_arrays(x, y)
    for index in product(*map(range, out.shape)):
        assert out[index] == a[index] + b[index]


@given(broadcastable(3, kinds=["int64"], special=False))
def test_writing_into_a_view(pairs: tuple[Pair, ...]) -> None:
    x, y, _ = (pair.ours for pair in pairs)
    shape = np.broadcast_shapes(x.shape, y.shape)
    base = np.full(tuple(2 * n + 1 for n in shape[::-1]), -7, dtype="int64")
    out = base[tuple(slice(2 * n - 1, None, -2) if n else slice(0, 0) for n in shape[::-1])].T
    over_lines(add_columns, [x, y], [int64, int64], out)
    assert out.tolist() == np.add(x, y).tolist()
    assert sum(1 for value in base.elements() if value != -7) <= out.size


def test_a_long_line_is_cut() -> None:
    length, steps, handfuls = cut((10_000,), (0, (1,)), (5, (0,)))
    assert length == 1
    assert steps == [(1, 1), (0, 0)]
    assert list(handfuls) == [(4096, [0, 5]), (4096, [4096, 5]), (1808, [8192, 5])]


def test_short_lines_come_many_at_a_time() -> None:
    length, steps, handfuls = cut((2, 5000, 3), (0, (15_000, 3, 1)), (0, (0, 0, 1)))
    assert (length, steps) == (3, [(3, 1), (0, 1)])
    assert [rows for rows, _ in handfuls] == [1365] * 7 + [445]


def test_nothing_to_cut() -> None:
    assert list(cut((3, 0), (0, (0, 1)))[2]) == []
    assert list(cut((), (7, ()))[2]) == [(1, [7])]


@pytest.mark.parametrize("steps", [(3, 1), (1, 3), (1, 1), (0, 1), (1, 0), (0, 0), (6, 2), (-3, -1), (-1, 1), (5, -2)])
@pytest.mark.parametrize("start", [10, 12])
def test_reading_rows(start: int, steps: tuple[int, int]) -> None:
    memory = memoryview(bytes(range(30)))
    found = read_rows(memory, start, 3, 3, steps)
    assert list(found) == [start + i * steps[0] + j * steps[1] for i in range(3) for j in range(3)]


@pytest.mark.parametrize("dtype", ["uint8", "float32", "bool", "object"])
@pytest.mark.parametrize("steps", [(3, 1), (1, 3), (-3, -1), (-4, 1), (6, 2)])
def test_writing_rows(dtype: str, steps: tuple[int, int]) -> None:
    out = np.zeros(40, dtype=dtype)
    write_rows(out, 20, 3, 3, steps, [1, 0, 1, 1, 1, 0, 0, 1, 1])
    places = [20 + i * steps[0] + j * steps[1] for i in range(3) for j in range(3)]
    assert [out.storage[place] for place in places] == [1, 0, 1, 1, 1, 0, 0, 1, 1]
    assert sum(out.elements()) == 6


def test_an_integer_that_does_not_fit_goes_round() -> None:
    out = np.zeros(3, dtype="uint8")
    write_rows(out, 0, 3, 1, (1, 1), [255, 256, -1])
    assert out.tolist() == [255, 0, 255]


def test_choosing() -> None:
    assert pick([True, False, True], [1, 2, 3], [10, 20, 30]) == [1, 20, 3]
    seen: list[Any] = []

    def negate(column: list[int]) -> list[int]:
        seen.extend(column)
        return [-x for x in column]

    assert only_where(negate)([True, False, True], [1, 2, 3]) == [-1, 0, -3]
    assert seen == [1, 3]


def test_overlap() -> None:
    x = np.arange(6)
    assert not overlap(x, x) and not overlap(x[1:], x[1:]) and not overlap(x, x.copy())
    assert overlap(x[1:], x[:-1]) and overlap(x[::-1], x) and overlap(x.reshape(2, 3), x)
