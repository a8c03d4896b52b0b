"""Procurar: a posição do maior e a do menor."""

import math
from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from tests.oracle import Pair, agree, arrays

NAMES = ["argmax", "argmin"]


@pytest.mark.parametrize("name", NAMES)
def test_numpy_agrees(name: str) -> None:
    """Em tensores pequenos, com nan, infinitos, zeros dos dois sinais e muitos empates."""

    @given(arrays(kinds="biuf", domain=(-2, 2)), st.one_of(st.none(), st.integers(-5, 4)), st.booleans())
    def check(x: Pair, axis: Any, keepdims: bool) -> None:
        agree(name, lambda xp, x: getattr(xp, name)(x, axis=axis, keepdims=keepdims), x)

    @given(arrays(kinds="O"), st.one_of(st.none(), st.integers(-5, 4)))
    def check_objects(x: Pair, axis: Any) -> None:
        agree(name, lambda xp, x: getattr(xp, name)(x, axis=axis), x)

    check()
    check_objects()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("x", [[], [[], []], 5, [[1, 1]], [3.0, math.nan, math.nan, 9.0], [True, True], [-0.0, 0.0]])
@pytest.mark.parametrize("axis", [None, 0, -1, 1, (0,), 1.0])
def test_corners(name: str, x: Any, axis: Any) -> None:
    agree(name, lambda xp: getattr(xp, name)(xp.asarray(x), axis=axis))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("shape", "kind"), [((2,), "int64"), ((3,), "int64"), ((2,), "float64"), ((2,), "int32")])
def test_out(name: str, shape: tuple[int, ...], kind: str) -> None:
    agree(name, lambda xp: getattr(xp, name)(xp.asarray([[1, 5], [7, 2]]), axis=1, out=xp.zeros(shape, dtype=kind)))


def test_the_first_of_a_tie_wins_whatever_the_memory_order() -> None:
    x = np.array([[1, 7], [7, 1]])
    assert int(x.argmax()) == 1
    assert int(x.T[::-1].argmax()) == 0
    assert numpy.array(x.tolist()).T[::-1].argmax() == 0
