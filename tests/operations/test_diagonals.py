"""Diagonais e triângulos."""

from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from tests.oracle import Pair, agree, arrays, shapes

OFFSETS = st.integers(-4, 4)
ANY = arrays(shapes(ranks=range(4)), kinds="biufO")


@given(ANY, OFFSETS, st.integers(-3, 2), st.integers(-3, 2))
def test_diagonal_and_trace(x: Pair, offset: int, axis1: int, axis2: int) -> None:
    agree("diagonal", lambda xp, x: xp.diagonal(x, offset, axis1, axis2), x)
    if x.base.dtype.kind != "f":
        agree("trace", lambda xp, x: xp.trace(x, offset, axis1, axis2), x)


@given(arrays(shapes(ranks=(2, 3)), kinds="if", special=False), OFFSETS)
def test_trace(x: Pair, offset: int) -> None:
    agree("trace", lambda xp, x: xp.trace(x, offset, dtype="float64"), x, scale=40)


@pytest.mark.parametrize("name", ["diag", "diagflat", "tril", "triu"])
def test_matrices(name: str) -> None:
    @given(ANY, OFFSETS)
    def check(x: Pair, k: int) -> None:
        agree(name, lambda xp, x: getattr(xp, name)(x, k), x)

    check()


@pytest.mark.parametrize("n", [0, 1, 3, -1])
@pytest.mark.parametrize("m", [None, 0, 2, 4])
@pytest.mark.parametrize("k", [-2, 0, 1])
def test_tri(n: int, m: int | None, k: int) -> None:
    agree("tri", lambda xp: xp.tri(n, m, k))
    agree("tri", lambda xp: xp.tri(n, m, k, dtype="bool"))
    if n >= 0:
        agree("tril_indices", lambda xp: xp.tril_indices(n, k, m))
        agree("triu_indices", lambda xp: xp.triu_indices(n, k, m))


@pytest.mark.parametrize("shape", [(3, 3), (2, 4), (3, 2), (2, 2, 2), (2, 3, 2), (4,), ()])
@pytest.mark.parametrize("value", [7, [1, 2], [[1], [2]]])
def test_fill_diagonal(shape: tuple[int, ...], value: Any) -> None:
    def compute(xp: Any) -> Any:
        x = xp.zeros(shape)
        xp.fill_diagonal(x, value)
        return x

    agree("fill_diagonal", compute)


def test_the_diagonal_is_a_view_that_cannot_be_written() -> None:
    x = np.array([[1, 2], [3, 4]])
    diagonal = np.diagonal(x)
    x[0, 0] = 9
    assert diagonal.tolist() == [9, 4]
    with pytest.raises(ValueError, match="só de leitura"):
        diagonal[0] = 1


def test_triangles_are_copies() -> None:
    x = numpy.arange(9).reshape(3, 3)
    lower, upper = np.tril(np.asarray(x)), np.triu(np.asarray(x), 1)
    assert (lower + upper).tolist() == x.tolist()
    lower[0, 0] = 99
    assert x[0, 0] == 0
