"""Atribuição: o que entra, em que tipo, e que nada muda quando dá errado."""

from fractions import Fraction
from typing import Any

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reference as np
from reference.tensors.assignment import as_operand, assign, element, same_memory
from tests.generate import Pair, arrays
from tests.oracle import assert_same, same_error

SLICES = st.builds(
    slice, st.none() | st.integers(-6, 6), st.none() | st.integers(-6, 6), st.sampled_from([1, -1, 2, -2])
)


@given(
    st.sampled_from([(6,), (3, 4), (2, 3, 4)]).flatmap(lambda s: st.tuples(st.just(s), SLICES, SLICES, st.booleans()))
)
@settings(max_examples=400)
def test_overlapping_slices(case: tuple[Any, ...]) -> None:
    shape, to, origin, last = case
    ours, theirs = (
        np.arange(24)[: int(numpy.prod(shape))].reshape(shape),
        numpy.arange(numpy.prod(shape)).reshape(shape),
    )
    to, origin = ((..., to), (..., origin)) if last else (to, origin)

    def move(x: Any) -> Any:
        x[to] = x[origin]
        return x

    same_error(lambda: move(ours), lambda: move(theirs), name="atribuir: sobrepostos")
    assert ours.tolist() == theirs.tolist()


def test_the_copy_that_reads_what_it_wrote_does_not_happen() -> None:
    x = np.arange(5)
    x[1:] = x[:-1]
    assert x.tolist() == [0, 0, 1, 2, 3]
    y = np.arange(9).reshape((3, 3))
    y[...] = y.T
    assert y.tolist() == [[0, 3, 6], [1, 4, 7], [2, 5, 8]]
    y[::-1] = y
    assert y.tolist() == [[2, 5, 8], [1, 4, 7], [0, 3, 6]]
    memory = bytearray(range(6))
    a, b = np.asarray(memory).reshape((2, 3)), np.asarray(memory).reshape((3, 2))
    assert a.storage is not b.storage and same_memory(a.storage, b.storage)
    a[...] = b.T
    assert list(memory) == [0, 2, 4, 1, 3, 5]


@given(arrays((3, 4), kinds="biuf", special=False), arrays(kinds="biuf", special=False))
def test_every_pair_of_dtypes_and_layouts(x: Pair, y: Pair) -> None:
    def put(x: Any, y: Any) -> Any:
        x[...] = y
        return x

    ours, theirs = x.ours, x.theirs
    same_error(lambda: put(ours, y.ours), lambda: put(theirs, y.theirs), name="atribuir: tipos")
    assert_same(ours, theirs)


VALUES = [[1], np.array([5]), numpy.array([5]), [[1, 2, 3]], [[[1], [2], [3]]], "abc", [1, 2], [1.5, "a", 2], object()]
VALUES += [[1, [2], 3], 2**70, float("nan"), [300, 1, 1], [0, 1, float("inf")], np.ones((2, 3)), None]


@pytest.mark.parametrize("value", VALUES, ids=[str(i) for i in range(len(VALUES))])
@pytest.mark.parametrize("key", [0, slice(None), [0, 2], [True, False, True], ...], ids=str)
def test_nothing_changes_when_it_fails(key: Any, value: Any) -> None:
    x = np.array([1, 2, 3], dtype="int8")
    y = numpy.array([1, 2, 3], dtype="int8")
    other = numpy.asarray(value) if isinstance(value, np.Tensor) else value
    try:
        y[key] = other
    except (TypeError, ValueError, OverflowError):
        with pytest.raises((TypeError, ValueError, OverflowError)):
            x[key] = value
        assert x.tolist() == [1, 2, 3]
    else:
        x[key] = value
        assert x.tolist() == y.tolist()


def test_a_late_object_does_not_leave_half_a_change() -> None:
    x = np.zeros((2, 3))[:, :2]  # duas linhas na memória: a segunda falha
    with pytest.raises((TypeError, ValueError)):
        x[...] = np.array([[1, 2], [3, object()]], dtype=object)
    assert not x.any()
    with pytest.raises(OverflowError):
        np.zeros((2, 1), "int8")[...] = np.array([[1], [300]], dtype=object)


def test_the_element_of_each_dtype() -> None:
    assert element(2.7, np.int64) == 2 and element(True, np.float64) == 1.0 and element(3, np.bool_) is True
    assert element(np.array(300), np.int8) == 44  # de outro tensor: dá a volta
    with pytest.raises(OverflowError):
        element(300, np.int8)  # do Python: é conferido
    with pytest.raises(ValueError, match="uma sequência não cabe na casa de um número"):
        element([1], np.float64)
    assert element([1], np.object_) == [1]


def test_objects_keep_whatever_they_are_given() -> None:
    x = np.zeros(3, dtype=object)
    x[0], x[1:] = [1, 2], Fraction(1, 3)
    assert x.tolist() == [[1, 2], Fraction(1, 3), Fraction(1, 3)]
    y = np.zeros(2)
    y[:] = [Fraction(1, 2), Fraction(3, 2)]
    y[0] += Fraction(1, 4).__float__()
    assert y.tolist() == [0.75, 1.5]


def test_a_read_only_tensor_refuses() -> None:
    for x in (np.broadcast_to(np.zeros(1), (3,)), np.asarray(b"abc"), np.float64(1)):
        for key in (..., (), None, [0], 0):
            with pytest.raises((ValueError, TypeError)):
                x[key] = 7
    with pytest.raises(ValueError, match="só de leitura"):
        np.asarray(b"abc")[0] = 1


def test_errors_say_what_did_not_fit() -> None:
    x = np.zeros((2, 3))
    with pytest.raises(ValueError, match=r"a forma \(2,\) não pode ser repetida até \(2, 3\)"):
        x[...] = [1, 2]
    with pytest.raises(ValueError, match="listas de 2 níveis não cabem em 1 eixo"):
        x[0] = [[1, 2, 3]]
    with pytest.raises(OverflowError, match="o inteiro 256 não cabe em uint8"):
        np.zeros(2, "uint8")[:] = 256


def test_operands_become_tensors() -> None:
    x = np.zeros(3, "float32")
    assert as_operand([1, 2, 3], x).dtype is np.float32
    assert as_operand(numpy.ones(3, "int8"), x).dtype is np.int8
    y = np.ones(3)
    assert as_operand(y, x) is y
    assign(x, y)
    assert x.tolist() == [1.0, 1.0, 1.0]
