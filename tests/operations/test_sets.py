"""Conjuntos: pertencer, unir, cruzar e tirar."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from tests.oracle import Pair, agree, arrays, shapes

SMALL = arrays(shapes(ranks=range(3)), kinds="biuf", domain=(-3, 3))
VECTORS = arrays(shapes(ranks=(1,), sides=range(1, 8)), kinds="biuf", domain=(-3, 3), special=False)


@given(SMALL, SMALL, st.booleans())
def test_isin(x: Pair, y: Pair, invert: bool) -> None:
    if (x.theirs.dtype.kind, y.theirs.dtype.kind) in {("u", "i"), ("i", "u")} and x.theirs.dtype != y.theirs.dtype:
        x, y = (Pair(pair.base.astype("int32"), pair.layout) for pair in (x, y))
    agree("isin", lambda xp, x, y: xp.isin(x, y, invert=invert), x, y)


@pytest.mark.parametrize("name", ["union1d", "intersect1d", "setdiff1d", "setxor1d"])
def test_of_two(name: str) -> None:
    @given(VECTORS, VECTORS)
    def check(x: Pair, y: Pair) -> None:
        agree(name, lambda xp, x, y: getattr(xp, name)(x, y), x, y)

    check()


def test_lists_numbers_and_order() -> None:
    for args in ((2, [1, 2]), ([[1, 2]], 2), ([], [1]), ([1, 2], []), ([float("nan")], [float("nan")])):
        agree("isin", lambda xp, a=args: xp.isin(*a))
    agree("setdiff1d", lambda xp: xp.setdiff1d([5, 3, 5, 1], [3], assume_unique=True))
    agree("isin", lambda xp: xp.isin([1], [1], kind="outro"))
    with pytest.raises(ValueError, match="kind é None, 'sort' ou 'table', e não 'outro'"):
        np.isin([1], [1], kind="outro")


@pytest.mark.parametrize("name", ["union1d", "intersect1d", "setdiff1d", "setxor1d"])
def test_several_nan(name: str) -> None:
    nan = float("nan")
    for x, y in (([nan, nan, 1.0], [2.0, nan]), ([nan, 1.0], [1.0]), ([1.0, 2.0], [nan, nan, nan]), ([nan], [])):
        agree(name, lambda xp: getattr(xp, name)(xp.array(x), xp.array(y)))  # noqa: B023
    agree("setxor1d", lambda xp: xp.setxor1d([3, 1], [1, 2], assume_unique=True))
