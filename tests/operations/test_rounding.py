"""Arredondamentos."""

import math
from fractions import Fraction

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from tests.generate import Pair, arrays
from tests.oracle import agree, same_error


@given(arrays(kinds="iuf", domain=(-1000, 1000)), st.integers(-4, 6))
def test_round(x: Pair, decimals: int) -> None:
    if decimals < 0 and x.theirs.dtype.itemsize == 8 and x.theirs.dtype.kind in "iu":
        x = Pair(x.base // 2**12, x.layout)  # perto de 2**63, o que volta do ponto flutuante depende do processador
    agree("round", lambda xp, a: xp.round(a, decimals), x)
    agree("round", lambda xp, a: a.round(decimals), x)


@pytest.mark.parametrize(("x", "decimals"), [(2.5, 0), (-0.4, 0), (5, -1), (15, -1), (2.675, 2), (1e308, 2), (7, 3)])
def test_round_of_a_number(x: float, decimals: int) -> None:
    same_error(lambda: np.round(x, decimals), lambda: numpy.round(x, decimals))


@pytest.mark.parametrize("dtype", ["float64", "float32", "int64"])
def test_round_into_out(dtype: str) -> None:
    def rounded(xp):
        out = xp.zeros(3, dtype=dtype)
        assert xp.round(xp.asarray([1.25, -2.5, 3.5]), 0, out=out) is out
        return out

    same_error(lambda: rounded(np), lambda: rounded(numpy))


def test_halves_go_to_the_even_neighbour() -> None:
    assert np.rint([0.5, 1.5, 2.5, -0.5, -1.5]).tolist() == [0.0, 2.0, 2.0, 0.0, -2.0]
    assert np.round([15, 25, 35, -15], -1).tolist() == [20, 20, 40, -20]


@given(arrays(kinds=["float64"], special=False))
def test_floor_and_ceil_hold_the_number_between_them(x: Pair) -> None:
    low, high = np.floor(x.ours), np.ceil(x.ours)
    assert (low <= x.ours).all() and (x.ours <= high).all() and (high - low <= 1).all()
    assert np.array_equal(np.trunc(x.ours), np.where(x.ours < 0, high, low))


@pytest.mark.parametrize("name", ["floor", "ceil", "trunc"])
def test_integers_and_fractions_keep_their_kind(name: str) -> None:
    operation = getattr(np, name)
    assert operation(np.array([7, -7], dtype="int8")).dtype == "int8"
    assert operation(np.asarray([Fraction(-7, 2)], dtype=object)).tolist() == [getattr(math, name)(Fraction(-7, 2))]


def test_neighbours_in_memory() -> None:
    assert np.nextafter(1.0, 2.0).item() == 1 + 2**-52
    following = np.nextafter(np.asarray([1.0], dtype="float32"), np.asarray([2.0], dtype="float32"))
    assert following.dtype == "float32" and following.tolist() == [1 + 2**-23]
    assert str(np.copysign([1.0, -2.0], [-0.0, 3.0])) == "[-1.  2.]"
