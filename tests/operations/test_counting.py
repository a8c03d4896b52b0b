"""Contar: de cada inteiro, e em cada faixa."""

from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from tests.oracle import Pair, agree, arrays, assert_same, shapes

VECTOR = shapes(ranks=(1,), sides=range(1, 30))


@given(arrays(VECTOR, kinds="biu", special=False, domain=(0, 6)), st.integers(0, 9))
def test_bincount(x: Pair, minlength: int) -> None:
    agree("bincount", lambda xp, x: xp.bincount(x, minlength=minlength), x)
    agree("bincount", lambda xp, x: xp.bincount(x, xp.arange(x.size, dtype="float32") / 4, minlength), x)


CASES: list[Any] = [[], 5, [[1]], [-1], [True, False], [1, 2]]


@pytest.mark.parametrize("x", CASES)
@pytest.mark.parametrize("options", [{}, {"minlength": -1}, {"weights": [1]}, {"weights": [1.5, 2]}])
def test_bincount_corners(x: Any, options: Any) -> None:
    agree("bincount", lambda xp: xp.bincount(x, **options))
    agree("bincount", lambda xp: xp.bincount(xp.asarray(x), **options))


@given(arrays(shapes(ranks=range(4)), domain=(-1, 5)), st.booleans(), st.booleans())
def test_digitize(x: Pair, right: bool, backwards: bool) -> None:
    bins = [0.0, 1.0, 1.0, 2.5, 4.0][:: -1 if backwards else 1]
    agree("digitize", lambda xp, x: xp.digitize(x, bins, right), x)


@pytest.mark.parametrize("bins", [[], [1], [1, 3, 2], [[1, 2]], 5, [2, 2], [0, 2, 4], [4, 2, 0]])
@pytest.mark.parametrize("x", [2, 2.5, [0, 2, 4]])
@pytest.mark.parametrize("right", [False, True])
def test_digitize_corners(x: Any, bins: Any, right: bool) -> None:
    agree("digitize", lambda xp: xp.digitize(x, bins, right))


@given(
    arrays(shapes(ranks=range(3), sides=range(1, 12)), kinds=["int64", "uint8", "int8", "float64"], special=False),
    st.integers(1, 7),
    st.sampled_from([None, (-3, 3), (0.0, 0.0), (2, 8.5)]),
)
def test_histogram_of_even_bins(x: Pair, bins: int, span: Any) -> None:
    agree("histogram", lambda xp, x: xp.histogram(x, bins, span), x)
    agree("histogram", lambda xp, x: xp.histogram(x, bins, span, weights=x), x, scale=1000)


@given(arrays(shapes(sides=range(1, 12)), kinds="iuf", special=False), st.lists(st.integers(-6, 6), max_size=6))
def test_histogram_of_given_edges(x: Pair, edges: list[int]) -> None:
    agree("histogram", lambda xp, x: xp.histogram(x, edges), x)
    agree("histogram", lambda xp, x: xp.histogram(x, sorted(edges), density=bool(x.size and len(edges) > 2)), x)


BINS: list[Any] = [0, -1, 2.0, "auto", [2, 1], [[1, 2]], [], [1], 3]


@pytest.mark.parametrize("bins", BINS)
@pytest.mark.parametrize("x", [[], [1, 2, 2], [1.0, numpy.nan], [numpy.inf], 5])
@pytest.mark.parametrize("span", [None, (0, 3), (2, 1), (0, numpy.nan)])
def test_histogram_corners(x: Any, bins: Any, span: Any) -> None:
    if bins != "auto" and not (isinstance(bins, list) and span):
        agree("histogram", lambda xp: xp.histogram(x, bins, span))


def test_histogram_of_booleans_and_of_float32() -> None:
    assert_same(np.histogram([True, False, True], 2), (numpy.array([1, 2]), numpy.array([0, 0.5, 1])))
    agree("histogram", lambda xp: xp.histogram(xp.asarray([1, 2, 2], dtype="float32"), 4))


def test_nothing_is_lost_between_bins() -> None:
    x = np.random.RandomState(0).randn(500)
    counts, edges = np.histogram(x, bins=7)
    assert counts.sum() == 500 and edges.size == 8
    density, _ = np.histogram(x, bins=7, density=True)
    assert abs(float((density * np.diff(edges)).sum()) - 1) < 1e-12


def test_bincount_wants_integers() -> None:
    for x in ([1.0], np.array([1.0]), np.array([])):
        with pytest.raises(TypeError, match="bincount: posições são inteiros, e não float64"):
            np.bincount(x)


def test_messages() -> None:
    with pytest.raises(ValueError, match="histogram: 'auto' pede que o número de faixas seja calculado"):
        np.histogram([1, 2], bins="auto")
    with pytest.raises(ValueError, match="histogram: os pesos têm forma"):
        np.histogram([1, 2], weights=[1])
    with pytest.raises(ValueError, match="bincount: são 2 elementos"):
        np.bincount([1, 2], [1])
