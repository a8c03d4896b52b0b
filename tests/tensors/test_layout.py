"""Memória: formas, passos e casas, conferidos com os passos do NumPy e com a conta índice por índice."""

import itertools
from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference.tensors.layout import (
    broadcast_shapes,
    broadcast_steps,
    contiguous_steps,
    is_contiguous,
    lines,
    merge_axes,
    offsets,
    read,
    read_all,
    size_of,
    stretch,
)
from tests.generate import Pair, arrays, shapes
from tests.oracle import same_error

SHAPES = st.lists(st.integers(0, 4), max_size=5).map(tuple)


def place_by_place(shape: tuple[int, ...], steps: tuple[int, ...], start: int) -> list[int]:
    """A fórmula: uma soma de produtos por índice."""
    indices = itertools.product(*map(range, shape))
    return [start + sum(i * step for i, step in zip(index, steps)) for index in indices]


@given(SHAPES)
def test_contiguous_steps_are_numpys(shape: tuple[int, ...]) -> None:
    assert size_of(shape) == numpy.zeros(shape).size
    if 0 not in shape:
        assert contiguous_steps(shape) == tuple(s // 8 for s in numpy.zeros(shape).strides)
        assert offsets(shape, contiguous_steps(shape)) == list(range(size_of(shape)))


@given(arrays())
def test_views_have_numpys_strides(x: Pair) -> None:
    ours, theirs = x.ours, x.theirs
    if theirs.size:
        long = [axis for axis, n in enumerate(theirs.shape) if n > 1]
        assert [ours.strides[axis] for axis in long] == [theirs.strides[axis] for axis in long]
        assert is_contiguous(ours.shape, ours.steps) == theirs.flags.c_contiguous


@given(arrays())
def test_places_are_the_formula(x: Pair) -> None:
    x = x.ours
    expected = place_by_place(x.shape, x.steps, x.offset)
    assert offsets(x.shape, x.steps, x.offset) == expected
    assert read_all(range_of(x), x.shape, x.steps, x.offset) == expected


def range_of(x: Any) -> list[int]:
    """Uma memória em que cada casa guarda o próprio número."""
    return list(range(len(x.storage)))


@given(arrays(), st.data())
def test_lines_walk_every_place_once_and_in_order(x: Pair, data: st.DataObject) -> None:
    x = x.ours
    length, (step, one), starts = lines(x.shape, (x.offset, x.steps), (0, contiguous_steps(x.shape)))
    walked, counted = [], []
    for start, count in starts:
        walked += read(range_of(x), start, length, step)
        counted += [count + k * one for k in range(length)]
    assert walked == place_by_place(x.shape, x.steps, x.offset)
    assert counted == list(range(x.size))


def test_neighbouring_axes_are_one_when_nobody_jumps() -> None:
    assert merge_axes((2, 3, 4), (12, 4, 1)) == ((24,), ((1,),))
    assert merge_axes((2, 3, 4), (24, 4, 1)) == ((2, 12), ((24, 1),))
    assert merge_axes((2, 1, 3), (3, 77, 1)) == ((6,), ((1,),))
    assert merge_axes((2, 3), (3, 1), (0, 1)) == ((2, 3), ((3, 1), (0, 1)))
    assert merge_axes((2, 3), (0, 0)) == ((6,), ((0,),))
    assert merge_axes((), ()) == ((1,), ((1,),)) == merge_axes((1, 1), (5, 9))


@given(st.lists(SHAPES | st.integers(0, 3), max_size=4))
def test_broadcast_shapes_are_numpys(found: list[Any]) -> None:
    same_error(lambda: broadcast_shapes(*found), lambda: numpy.broadcast_shapes(*found), name="broadcast_shapes")


def test_broadcast_errors_name_the_shapes_and_the_axis() -> None:
    with pytest.raises(ValueError, match=r"as formas \(2, 3\) e \(4,\) não combinam: eixo 1 com 3 e 4"):
        broadcast_shapes((2, 3), (4,))
    with pytest.raises(ValueError, match=r"a forma \(4,\) não pode ser repetida até \(2, 3\)"):
        broadcast_steps((4,), (1,), (2, 3))
    with pytest.raises(ValueError, match=r"a forma \(1, 3\) não pode ser repetida até \(3,\)"):
        broadcast_steps((1, 3), (3, 1), (3,))


@given(shapes(ranks=range(4)), st.data())
def test_a_repeated_axis_has_step_zero(target: tuple[int, ...], data: st.DataObject) -> None:
    own = tuple(data.draw(st.sampled_from([n, 1])) for n in target[data.draw(st.integers(0, len(target))) :])
    theirs = numpy.broadcast_to(numpy.empty(own, numpy.int8), target)
    steps = broadcast_steps(own, contiguous_steps(own), target)
    if theirs.size:
        assert [s for s, n in zip(steps, target) if n > 1] == [s for s, n in zip(theirs.strides, target) if n > 1]


@pytest.mark.parametrize(
    ("start", "length", "step"), [(0, 3, 1), (1, 2, 3), (5, 3, -2), (2, 3, -1), (0, 1, -4), (3, 0, 1)]
)
def test_a_stretch_is_a_slice(start: int, length: int, step: int) -> None:
    memory = list(range(7))
    assert memory[stretch(start, length, step)] == [start + k * step for k in range(length)]
    assert read(memory, start, length, step) == memory[stretch(start, length, step)]


def test_reading_with_step_zero_repeats() -> None:
    assert read([10, 20], 1, 3, 0) == [20, 20, 20]
    assert read(memoryview(b"abc"), 2, 3, -1) == [99, 98, 97]
