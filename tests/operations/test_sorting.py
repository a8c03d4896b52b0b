"""Ordenar e procurar no que está em ordem."""

from fractions import Fraction
from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from reference.operations.sorting import bisect
from tests.oracle import Pair, agree, arrays, assert_same, shapes

AXES = st.one_of(st.none(), st.integers(-5, 4))


@given(arrays(kinds="biufO"), AXES)
def test_sort_and_argsort(x: Pair, axis: int | None) -> None:
    agree("sort", lambda xp, x: xp.sort(x, axis=axis, kind="stable"), x)
    agree("argsort", lambda xp, x: xp.argsort(x, axis=axis, kind="stable"), x)


@given(arrays(shapes(ranks=range(1, 4)), kinds="biu"), st.integers(-1, 0))
def test_descending_is_ascending_of_the_opposite(x: Pair, axis: int) -> None:
    backwards = numpy.flip(numpy.sort(x.theirs, axis=axis), axis=axis)
    assert_same(np.sort(x.ours, axis=axis, descending=True), backwards)
    ranks = numpy.searchsorted(numpy.unique(x.theirs), x.theirs)  # a oposta de uma posição não transborda
    expected = numpy.argsort(-ranks, axis=axis, kind="stable")
    assert_same(np.argsort(x.ours, axis=axis, descending=True), expected)


def test_the_original_does_not_change() -> None:
    x = np.array([3, 1, 2])
    assert np.sort(x).tolist() == [1, 2, 3] and x.tolist() == [3, 1, 2]


@pytest.mark.parametrize("kind", [None, "quicksort", "mergesort", "heapsort", "stable", "bogo"])
@pytest.mark.parametrize("name", ["sort", "argsort"])
def test_kind(name: str, kind: str | None) -> None:
    agree(name, lambda xp: getattr(xp, name)([3, 1, 2], kind=kind))


@given(
    arrays(shapes(ranks=(0, 1, 1, 1, 2), sides=range(1, 12)), domain=(-4, 4)),
    arrays(shapes(ranks=range(4)), domain=(-4, 4)),
    st.sampled_from(["left", "right", "meio"]),
)
def test_searchsorted(x: Pair, values: Pair, side: str) -> None:
    def compute(xp: Any, x: Any, values: Any) -> Any:
        return xp.searchsorted(xp.sort(x, axis=None) if x.ndim == 1 else x, values, side)

    agree("searchsorted", compute, x, values)


@given(arrays(shapes(ranks=(1,), sides=range(1, 9))), st.integers(0, 9), st.sampled_from(["left", "right"]))
def test_searchsorted_with_a_sorter(x: Pair, value: int, side: str) -> None:
    agree("searchsorted", lambda xp, x: xp.searchsorted(x, value, side, xp.argsort(x, kind="stable")), x)


@pytest.mark.parametrize("sorter", [[1, 0, 0], [1.0, 0.0], [5, 0], [1], [-1, 0]])
def test_bad_sorters(sorter: Any) -> None:
    agree("searchsorted", lambda xp: xp.searchsorted(xp.asarray([2, 1]), 1, sorter=sorter))


def test_a_bisection_asks_few_questions() -> None:
    asked = []

    class Asked(list[int]):
        def __getitem__(self, i: Any) -> Any:
            asked.append(i)
            return super().__getitem__(i)

    assert bisect(Asked(range(1_000_000)), 777_777) == 777_777
    assert len(asked) <= 20


@given(arrays(shapes(ranks=range(4)), kinds="biufO", domain=(-3, 3)))
def test_unique(x: Pair) -> None:
    with_zeros = Pair(x.base + x.base.dtype.type(0) if x.base.dtype.kind == "f" else x.base, x.layout)  # -0.0 vira 0.0
    agree("unique", lambda xp, x: xp.unique(x), with_zeros)
    agree("unique", lambda xp, x: xp.unique(x, True, True, True), with_zeros)
    agree("unique", lambda xp, x: xp.unique(x, return_counts=True, equal_nan=False), with_zeros)
    agree("unique_all", lambda xp, x: tuple(xp.unique_all(x)), with_zeros)
    agree("unique_counts", lambda xp, x: tuple(xp.unique_counts(x)), with_zeros)
    agree("unique_inverse", lambda xp, x: tuple(xp.unique_inverse(x)), with_zeros)
    agree("unique_values", lambda xp, x: xp.sort(xp.unique_values(x)), with_zeros)


@pytest.mark.parametrize("equal_nan", [True, False])
def test_unique_nan(equal_nan: bool) -> None:
    x = [numpy.nan, 1.0, numpy.nan, numpy.inf, 1.0]
    agree("unique", lambda xp: xp.unique(xp.asarray(x), True, True, True, equal_nan=equal_nan))
    agree("unique_counts", lambda xp: tuple(xp.unique_counts(xp.asarray(x))))


@given(arrays(shapes(ranks=range(4), empty=False), special=False, domain=(0, 1)), st.integers(-3, 2))
def test_unique_slices(x: Pair, axis: int) -> None:
    agree("unique", lambda xp, x: xp.unique(x, True, True, True, axis=axis), x)


def test_the_inverse_rebuilds() -> None:
    x = np.array([[3, 1], [3, 7]])
    values, inverse = np.unique(x, return_inverse=True)
    assert values[inverse].tolist() == x.tolist()
    assert np.unique_inverse(x).inverse_indices.shape == x.shape


def test_fractions_are_sorted_exactly() -> None:
    x = np.array([Fraction(1, 3), 0.5, Fraction(1, 4)], dtype=object)
    assert np.sort(x).tolist() == [Fraction(1, 4), Fraction(1, 3), 0.5]
    with pytest.raises(TypeError):
        np.sort(np.array([1, "a"], dtype=object))


def test_messages() -> None:
    with pytest.raises(ValueError, match=r"searchsorted: espera um vetor e side 'left' ou 'right', e não \(1, 1\)"):
        np.searchsorted([[1]], 1)
    with pytest.raises(np.AxisError, match="sort: o eixo 1 não existe"):
        np.sort([1], axis=1)


@given(st.integers(1, 4), shapes(ranks=range(4)), st.integers(-3, 2), st.integers(0, 99), st.booleans())
def test_lexsort(count: int, shape: tuple[int, ...], axis: int, seed: int, holes: bool) -> None:
    keys = numpy.random.default_rng(seed).integers(0, 3, (count, *shape)) / 1.0
    if holes:
        keys[keys == 1] = numpy.nan
    agree("lexsort", lambda xp: xp.lexsort([xp.array(key.tolist()).reshape(shape) for key in keys], axis=axis))


def test_lexsort_refuses() -> None:
    for keys in ((), 5, ([1, 2], [1, 2, 3])):
        agree("lexsort", lambda xp: xp.lexsort(keys))  # noqa: B023
    agree("lexsort", lambda xp: xp.lexsort(([3, 1, 2], xp.array([1, 1, 0]))))
    agree("lexsort", lambda xp: xp.lexsort([3, 1, 2]))
