"""Virar, deslocar, repetir e emoldurar."""

from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from tests.oracle import Pair, agree, arrays, shapes

ANY = arrays(kinds="biufO")
ONE_AXIS = st.one_of(st.none(), st.integers(-5, 4))
AXES = st.one_of(ONE_AXIS, st.lists(st.integers(-3, 3), max_size=3).map(tuple))


@given(ANY, AXES)
def test_flip(x: Pair, axis: Any) -> None:
    agree("flip", lambda xp, x: xp.flip(x, axis), x)
    agree("fliplr", lambda xp, x: xp.fliplr(x), x)
    agree("flipud", lambda xp, x: xp.flipud(x), x)


@given(ANY, st.integers(-5, 5), st.sampled_from([(0, 1), (1, 0), (-1, 0), (2, 1), (1, 1), (0,), (0, 1, 2), (0, 9)]))
def test_rot90(x: Pair, k: int, axes: tuple[int, ...]) -> None:
    agree("rot90", lambda xp, x: xp.rot90(x, k, axes), x)


def test_what_turns_is_a_view() -> None:
    x = np.array([[1, 2], [3, 4]])
    views = [np.flip(x), np.fliplr(x), np.rot90(x), np.rot90(x, 4)]
    x[0, 0] = 9
    assert all(9 in view for view in views)


SHIFTS = st.one_of(st.integers(-7, 7), st.lists(st.integers(-3, 3), min_size=1, max_size=3).map(tuple))


@given(ANY, SHIFTS, AXES)
def test_roll(x: Pair, shift: Any, axis: Any) -> None:
    if axis != ():
        agree("roll", lambda xp, x: xp.roll(x, shift, axis), x)


def test_roll_is_a_copy() -> None:
    x = np.array([1, 2])
    np.roll(x, 0)[0] = 9
    np.roll(x, 0, axis=0)[0] = 9
    assert x.tolist() == [1, 2]


REPS = st.one_of(st.integers(-1, 3), st.lists(st.integers(0, 2), max_size=4).map(tuple), st.just(1.5))


@given(arrays(shapes(ranks=range(4)), kinds="biufO"), REPS)
def test_tile(x: Pair, reps: Any) -> None:
    agree("tile", lambda xp, x: xp.tile(x, reps), x)


REPEATS = st.one_of(st.integers(-1, 3), st.lists(st.integers(-1, 3), max_size=4))


@given(arrays(shapes(ranks=range(4)), kinds="biufO"), REPEATS, ONE_AXIS)
def test_repeat(x: Pair, repeats: Any, axis: int | None) -> None:
    agree("repeat", lambda xp, x: xp.repeat(x, repeats, axis), x)


def test_repeat_a_whole_number_of_times() -> None:
    for times in (1.5, [1.0, 2.0]):
        agree("repeat", lambda xp, times=times: xp.repeat([1, 2], times))
        agree("repeat", lambda xp, times=times: xp.repeat([1, 2], xp.asarray(times)))


WIDTHS = st.sampled_from(
    [0, 1, 3, (1, 2), ((2, 1),), (0, 5), [[1], [2]], [[0, 1], [2, 0]], [[1, 0], [0, 2], [1, 1]], (1, 2, 3), -1, 1.5]
)


@given(
    arrays(shapes(ranks=range(4)), kinds="biuf"),
    WIDTHS,
    st.sampled_from(["constant", "edge", "reflect", "symmetric", "wrap"]),
)
def test_pad(x: Pair, widths: Any, mode: str) -> None:
    agree("pad", lambda xp, x: xp.pad(x, widths, mode=mode), x)


@pytest.mark.parametrize("values", [7, (7, 8), ((7, 8), (5, 6)), 1.5, [1, 2, 3]])
def test_pad_with_values(values: Any) -> None:
    agree("pad", lambda xp: xp.pad(xp.asarray([[1, 2]]), ((1, 2), (2, 1)), constant_values=values))


def test_a_mirror_facing_another() -> None:
    agree("pad", lambda xp: xp.pad(xp.arange(3), 10, mode="reflect"))
    agree("pad", lambda xp: xp.pad(xp.arange(3), 10, mode="symmetric"))
    agree("pad", lambda xp: xp.pad(xp.arange(1), 3, mode="reflect"))


def test_messages() -> None:
    with pytest.raises(ValueError, match="pad: o modo 'mean' não existe aqui; há constant, edge"):
        np.pad([1, 2], 1, mode="mean")
    with pytest.raises(ValueError, match=r"pad: num eixo vazio não há o que repetir; a forma é \(0,\)"):
        np.pad([], 1, mode="edge")
    assert numpy.array_equal(np.rot90(np.eye(2)), numpy.rot90(numpy.eye(2)))
