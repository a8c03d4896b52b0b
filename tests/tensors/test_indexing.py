"""Índices: ler e atribuir por qualquer mistura deles dá o que dá no NumPy, ou o mesmo tipo de erro."""

import operator
from typing import Any

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reference as np
from reference.tensors.indexing import View, expand, parse, place, positions, select, view
from tests.generate import Pair, arrays, to_reference
from tests.oracle import agree, assert_same, same_error

SHAPES = st.lists(st.integers(0, 4), max_size=4).map(tuple)


def slices(length: int) -> st.SearchStrategy[slice]:
    """Fatias de qualquer passo, que podem passar das pontas ou não escolher nada."""
    end = st.none() | st.integers(-length - 2, length + 2)
    return st.builds(slice, end, end, st.none() | st.sampled_from([1, 2, 3, -1, -2, -3]))


@st.composite
def whole_numbers(draw: st.DrawFn, length: int) -> Any:
    """Lista ou array de posições, quase sempre existentes."""
    shape = draw(st.sampled_from([(), (1,), (2,), (3,), (2, 1), (1, 3), (0,), (2, 2)]))
    reach = draw(st.sampled_from([max(length, 1)] * 9 + [length + 1]))
    values = draw(st.lists(st.integers(-reach, reach - 1), min_size=9, max_size=9))
    kind = draw(st.sampled_from(["int64", "int8", "list"]))
    array = numpy.array(values[: int(numpy.prod(shape))], "int64").reshape(shape)
    return array.tolist() if kind == "list" else array.astype(kind)


@st.composite
def masks(draw: st.DrawFn, lengths: tuple[int, ...]) -> Any:
    """Máscara sobre os eixos de tamanhos `lengths`, às vezes com um tamanho errado."""
    wrong = draw(st.sampled_from([0] * 15 + [1]))
    shape = tuple(n + wrong for n in lengths)
    rng = numpy.random.default_rng(draw(st.integers(0, 99)))
    mask = rng.random(shape) < 0.5
    return mask.tolist() if mask.size and draw(st.booleans()) else mask


@st.composite
def keys(draw: st.DrawFn, shape: tuple[int, ...]) -> Any:
    """Um índice qualquer para um tensor de forma `shape`, às vezes com itens demais."""
    items: list[Any] = []
    axis = 0
    for _ in range(draw(st.integers(0, 5))):
        left = max(0, len(shape) - axis)
        kinds = ["newaxis", "dots", "flag"] + (
            ["int", "slice", "whole", "int", "slice", "whole", "mask"] if left else []
        )
        kind = draw(st.sampled_from(kinds if left else [*kinds, "int"]))
        length = shape[axis] if left else 1
        if kind == "newaxis":
            items.append(None)
        elif kind == "dots":
            items.append(...)
        elif kind == "flag":
            items.append(draw(st.sampled_from([True, False, numpy.True_])))
        elif kind == "int":
            items.append(draw(st.integers(-length - (length == 0), max(length - 1, 0))))
        elif kind == "slice":
            items.append(draw(slices(length)))
        elif kind == "whole":
            items.append(draw(whole_numbers(length)))
        else:
            covered = draw(st.integers(1, min(left, 2)))
            items.append(draw(masks(shape[axis : axis + covered])))
            axis += covered - 1
        axis += kind in ("int", "slice", "whole", "mask")
    return items[0] if len(items) == 1 and draw(st.booleans()) else tuple(items)


def translate(key: Any) -> Any:
    """O mesmo índice, com tensores nossos no lugar dos arrays do NumPy."""
    if isinstance(key, tuple):
        return tuple(map(translate, key))
    return to_reference(key) if isinstance(key, numpy.ndarray) else key


def on(xp: Any, key: Any) -> Any:
    return key if xp is numpy else translate(key)


@st.composite
def tensors_and_keys(draw: st.DrawFn, kinds: str = "biufO") -> tuple[Pair, Any]:
    shape = draw(SHAPES)
    return draw(arrays(shape, kinds=kinds)), draw(keys(shape))


@given(tensors_and_keys())
@settings(max_examples=500)
def test_reading(case: tuple[Pair, Any]) -> None:
    x, key = case
    agree("índices: ler", lambda xp, x: x[on(xp, key)], x)


@st.composite
def assignments(draw: st.DrawFn) -> tuple[Pair, Any, Any]:
    """Um tensor, um índice e o que atribuir: quase sempre de uma forma que se repete até a do que foi escolhido."""
    x, key = draw(tensors_and_keys("biuf"))
    try:
        shape = list(numpy.shape(x.theirs[key]))
    except IndexError:
        return x, key, 0  # um erro de cada vez
    if draw(st.integers(0, 4)) == 0:
        return x, key, draw(st.sampled_from([0, 1, -1, 2.5, True, 300, -(2**40), 2**70, float("nan"), float("inf")]))
    for axis in range(len(shape)):
        if draw(st.integers(0, 3)) == 0:
            shape[axis] = draw(st.sampled_from([1, 1, 1, 2]))
    if shape and draw(st.booleans()):
        shape = draw(st.sampled_from([shape[1:], [1, *shape]]))
    return x, key, draw(arrays(tuple(shape), kinds="biuf", special=False))


@given(assignments())
@settings(max_examples=500)
@pytest.mark.filterwarnings("ignore:invalid value")
def test_assigning(case: tuple[Pair, Any, Any]) -> None:
    x, key, value = case
    ours, theirs = x.ours, x.theirs
    own, other = (value.ours, value.theirs) if isinstance(value, Pair) else (value, value)
    failed = {}

    def assign(x: Any, key: Any, value: Any, side: str) -> None:
        try:
            x[key] = value
        except Exception:
            failed[side] = True
            raise

    def run_ours() -> None:
        assign(ours, translate(key), own, "ours")

    same_error(run_ours, lambda: assign(theirs, key, other, "theirs"), name="índices: atribuir")
    assert_same(ours, x.theirs if failed else theirs)


def test_an_integer_is_a_place_in_memory() -> None:
    assert place((1, 2), (2, 3), (3, 1), 0) == 5
    assert place((-1, -1), (2, 3), (-3, 1), 3) == 2
    with pytest.raises(IndexError, match="índice 3 fora do eixo 1, que tem tamanho 3"):
        place((0, 3), (2, 3), (3, 1), 0)


def test_basic_items_are_arithmetic_on_shape_and_steps() -> None:
    source = View((4, 5), (5, 1), 0)
    assert view(expand((slice(1, 3),), 2), source) == View((2, 5), (5, 1), 5)
    assert view(expand((..., slice(None, None, -2)), 2), source) == View((4, 3), (5, -2), 4)
    assert view(expand((2, None), 2), source) == View((1, 5), (0, 1), 10)


def test_lists_and_masks_choose_lines() -> None:
    source = View((4, 5), (5, 1), 0)
    assert select(expand(([0, 3],), 2), source) == ((2, 5), [0, 15], 5, 1)
    assert select(expand(([0, 3], [1, 2]), 2), source) == ((2,), [1, 17], 1, 1)
    assert parse([True, False]).mask and not parse([True, 2]).mask


@given(st.integers(0, 6).flatmap(lambda n: st.tuples(st.just(n), slices(n))))
def test_positions_are_those_of_a_list(case: tuple[int, slice]) -> None:
    length, item = case
    assert list(positions(item, length)) == list(range(length))[item]


BAD_KEYS = ["a", 1.0, (0, 0, 0), (..., ...), [1.0], [None], {}, 2**70, [2**70], ([0, 1], [0, 1, 2]), slice(0, 2, 0)]
BAD_KEYS += [
    slice(0.0, 2),
    numpy.array([0.0]),
    numpy.array([]),
    numpy.float64(1),
    [[0, 1], [0]],
    numpy.ones((2, 2), bool),
]


@pytest.mark.parametrize("key", BAD_KEYS, ids=str)
def test_impossible_keys(key: Any) -> None:
    def put(x: Any, key: Any) -> None:
        x[key] = 7

    ours, theirs = np.zeros((2, 3)), numpy.zeros((2, 3))
    same_error(lambda: ours[translate(key)], lambda: theirs[key])
    same_error(lambda: put(ours, translate(key)), lambda: put(theirs, key))
    assert not ours.any()


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ((0, 5), "índice 5 fora do eixo 1, que tem tamanho 3"),
        ([0, -3], "índice -3 fora do eixo 0, que tem tamanho 2"),
        ((0, 0, 0), "o tensor tem 2 eixo"),
        (1.5, "um índice é feito de inteiros"),
        ([True], "a máscara tem tamanho 1 onde o eixo 0 do tensor tem tamanho 2"),
        (([0, 1], [0, 1, 2]), r"as formas \(2,\) e \(3,\) não combinam"),
    ],
)
def test_what_the_error_says(key: Any, words: str) -> None:
    with pytest.raises(IndexError, match=words):
        np.zeros((2, 3))[key]


@pytest.mark.parametrize("key", [(..., [0, 1], [2, 0], None), (None, ..., [1], [0]), ([1], ..., [0]), (0, ..., [1, 2])])
def test_dots_that_stand_for_nothing_still_separate(key: Any) -> None:
    assert_same(np.arange(6).reshape((2, 3))[key], numpy.arange(6).reshape((2, 3))[key])


def test_any_integer_is_an_index() -> None:
    x, y = np.arange(24).reshape((2, 3, 4)), numpy.arange(24).reshape((2, 3, 4))
    i = np.array([0, 1, 2])
    assert_same(x[i[1]], y[1])
    assert_same(x[:, np.array(2)], y[:, 2])
    assert_same(x[i[0] :, : i[2], i[1]], y[0:, :2, 1])
    assert_same(x[range(2)], y[range(2)])
    assert_same(x[(0, 1),], y[(0, 1),])
    assert [10, 20, 30][i[2]] == 30 and operator.index(i[1]) == 1


def test_a_basic_index_is_a_view_and_a_list_is_a_copy() -> None:
    x = np.arange(12).reshape((3, 4))
    row, columns, chosen, masked = x[1], x[:, ::-2], x[[0, 2]], x[x > 5]
    assert row.base is columns.base and chosen.base is None and masked.base is None
    row[0], columns[0, 0], chosen[0, 0], masked[0] = 100, 200, 300, 400
    assert x.tolist() == [[0, 1, 2, 200], [100, 5, 6, 7], [8, 9, 10, 11]]


def test_repeated_indices_keep_the_last() -> None:
    x = np.zeros(3)
    x[[0, 0, 2, 0]] = [1, 2, 3, 4]
    assert x.tolist() == [4.0, 0.0, 3.0]
    x[[1, 1, 1]] += 1
    assert x.tolist() == [4.0, 1.0, 3.0]
