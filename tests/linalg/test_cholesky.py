"""Cholesky: o triângulo que, vezes a sua transposta, dá a matriz."""

from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from tests.linalg.samples import ROUNDING, close, stacks, wide
from tests.oracle import Pair, agree


@given(stacks(sides=range(1, 6)), st.booleans())
def test_the_triangle_of_a_positive_definite_matrix(a: Pair, upper: bool) -> None:
    x = a.theirs / (numpy.abs(a.theirs).max(initial=0.0) or 1)
    positive = (x @ x.conj().swapaxes(-1, -2) + numpy.eye(x.shape[-2])).astype(x.dtype)
    found = np.linalg.cholesky(np.asarray(positive), upper=upper)
    close(found, numpy.linalg.cholesky(positive, upper=upper), ROUNDING[str(x.dtype)])
    t = wide(found)
    t = t.conj().swapaxes(-1, -2) if upper else t
    assert (numpy.abs(t @ t.conj().swapaxes(-1, -2) - positive) <= ROUNDING[str(x.dtype)] * 20).all()


@pytest.mark.parametrize("upper", [False, True])
@pytest.mark.parametrize(
    "x",
    [
        [[4, 2], [9, 5]],  # cada triângulo é uma matriz
        [[1, 2], [2, 1]],
        [[0.0, 0.0], [0.0, 0.0]],
        [[1.0, float("inf")], [float("inf"), 2.0]],
        [[1.0, 0.0], [0.0, float("inf")]],
        [[float("nan"), 0.0], [1.0, 2.0]],
        [[1, 2, 3]],
        [1, 2],
        [[True, False], [False, True]],
        [[[4.0]], [[9.0]]],
        [[[4.0]], [[-9.0]]],
    ],
)
def test_what_is_read_and_what_is_refused(x: Any, upper: bool) -> None:
    agree("linalg.cholesky", lambda xp: xp.linalg.cholesky(x, upper=upper))


def test_empty() -> None:
    for shape in (0, 0), (0, 2, 2), (2, 0, 0):
        agree("linalg.cholesky", lambda xp, s=shape: xp.linalg.cholesky(xp.zeros(s)))


def test_messages() -> None:
    with pytest.raises(np.linalg.LinAlgError, match=r"a matriz 2×2 não é positiva definida; o pivô 1 é -3"):
        np.linalg.cholesky([[1, 2], [2, 1]])
