"""No lugar: o que muda o próprio tensor, e o que o mostra sem copiar."""

from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from tests.oracle import Pair, agree, arrays, shapes

SMALL = arrays(shapes(ranks=range(4)), kinds="biuf", special=False)


@given(SMALL, st.integers(-4, 3))
def test_sort(x: Pair, axis: int) -> None:
    def compute(xp: Any, x: Any) -> Any:
        x = xp.asarray(x, copy=True)
        assert x.sort(axis) is None
        return x

    agree("ndarray.sort", compute, x)


@given(SMALL, st.integers(-5, 5), st.integers(0, 100))
def test_flat(x: Pair, index: int, value: int) -> None:
    def compute(xp: Any, x: Any) -> Any:
        x = xp.asarray(x, copy=True)
        x.flat[index] = value
        return x, x.flat[index], xp.asarray([*x.flat], dtype=x.dtype), len(x.flat), x.flat[1:]

    agree("ndarray.flat", compute, x)


@pytest.mark.parametrize("xp", [np, numpy])
def test_a_view_changes_with_it(xp: Any) -> None:
    x = xp.array([[3, 1], [0, 2]])
    same, column = x.view(), x[:, 0]
    x.T.sort()
    assert same.tolist() == [[0, 1], [3, 2]] and column.tolist() == [0, 3]
    assert x.fill(5) is None
    assert same.tolist() == [[5, 5], [5, 5]]
    x.T.flat[1] = 9
    assert x.tolist() == [[5, 5], [9, 5]]
    x.T.flat = [1, 2, 3, 4]
    assert column.tolist() == [1, 2] and x.flat[[0, -1]].tolist() == [1, 4]


@pytest.mark.parametrize("xp", [np, numpy])
def test_parts_of_real_numbers(xp: Any) -> None:
    x = xp.array([1.5, -2.0])
    assert x.real is x and x.imag.tolist() == [0, 0] and x.imag.dtype == x.dtype
    assert x.conj().tolist() == x.conjugate().tolist() == [1.5, -2]
    with pytest.raises(ValueError):
        x.imag[0] = 1


def test_what_cannot_be_written_does_not_change() -> None:
    x = np.broadcast_to([2, 1], (2, 2))
    for change in (x.sort, lambda: x.fill(0), lambda: x.flat.__setitem__(0, 9)):
        with pytest.raises(ValueError, match="só de leitura"):
            change()
    assert x.tolist() == [[2, 1], [2, 1]]
