"""Listas aninhadas: a forma e o tipo que se descobrem nelas são os que o NumPy descobre."""

from collections import deque
from enum import IntEnum
from fractions import Fraction
from typing import Any

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reference as np
from reference.tensors.nested import flatten, infer, is_sequence, nested_shape
from tests.oracle import same_error

NUMBERS = st.one_of(
    st.booleans(), st.integers(-9, 9), st.floats(-9, 9), st.sampled_from([2**31, 2**63, -(2**63), 2**64, -(2**63) - 1])
)


def regular(shape: tuple[int, ...]) -> st.SearchStrategy[Any]:
    """Listas aninhadas desta forma, com números de todo tipo misturados."""
    if not shape:
        return NUMBERS
    part = regular(shape[1:])
    lists = st.lists(part, min_size=shape[0], max_size=shape[0])
    return lists | lists.map(tuple)


SHAPES = st.lists(st.integers(0, 3), max_size=4).map(tuple)
RAGGED = st.recursive(NUMBERS, lambda part: st.lists(part, max_size=3), max_leaves=8)


@given(SHAPES.flatmap(regular))
@settings(max_examples=300)
def test_shape_and_dtype_of_regular_lists(data: Any) -> None:
    theirs = numpy.array(data)
    assert nested_shape(data) == theirs.shape
    assert (infer(data) or np.float64).name == theirs.dtype.name
    assert flatten(data, theirs.ndim) == flatten(theirs.tolist(), theirs.ndim) or theirs.dtype.kind in "fO"


@given(RAGGED)
@settings(max_examples=300)
def test_ragged_lists_are_an_error(data: Any) -> None:
    same_error(lambda: np.array(data), lambda: numpy.array(data), name="array")


@given(RAGGED)
def test_ragged_lists_of_objects_keep_the_axes_they_agree_on(data: Any) -> None:
    assert nested_shape(data, ragged=True) == numpy.array(data, dtype=object).shape
    assert np.array(data, dtype=object).tolist() == data


def test_the_error_names_the_shapes() -> None:
    with pytest.raises(ValueError, match=r"as partes de uma lista têm formas diferentes: \(2,\) e \(1,\)"):
        nested_shape([[1, 2], [3]])
    with pytest.raises(ValueError, match=r"\(2,\) e \(\)"):
        nested_shape([[1, 2], 3])


def test_tensors_and_arrays_can_be_parts() -> None:
    part = np.array([1, 2], dtype="int8")
    assert nested_shape([part, [3, 4]]) == (2, 2) and infer([part, part]) is np.int8
    assert infer([part, [3.0, 4.0]]) is np.float64
    assert nested_shape([part[0], 5]) == (2,) and infer([part[0]]) is np.int8
    assert infer([numpy.float32(1)]) is np.float32 and nested_shape([numpy.zeros(3)]) == (1, 3)


class Digit(IntEnum):
    SEVEN = 7


def test_what_counts_as_a_sequence() -> None:
    assert [is_sequence(x) for x in ([], (), range(2), deque([1]), np.zeros(1))] == [True] * 5
    assert [is_sequence(x) for x in ("ab", b"ab", {1: 2}, {1}, 1, None, Fraction(1, 2))] == [False] * 7
    assert nested_shape(range(3)) == (3,) and nested_shape([range(3), range(3)]) == (2, 3)
    assert np.array(deque([1, 2])).tolist() == [1, 2]
    assert infer([Digit.SEVEN]) is np.int64
    assert infer({1, 2}) is infer([None]) is infer([Fraction(1, 2)]) is np.object_


@pytest.mark.parametrize("data", ["texto", [["a"]], [b"x"], [1, "2"]])
def test_text_is_refused(data: Any) -> None:
    with pytest.raises(TypeError, match="é texto, e um tensor guarda números"):
        np.array(data)


def test_one_complex_number_makes_all_of_them_complex() -> None:
    assert infer([1.0, 1 + 2j]) is infer([[True], [1j]]) is infer(1j) is np.complex128
    assert np.array([1 + 2j], dtype=object).tolist() == [1 + 2j]
