"""Uma passada só: a fórmula inteira em cada elemento tem de dar o que ela dá operação a operação, no NumPy."""

from fractions import Fraction
from typing import Any

import array_api_strict
import numpy
import pytest
from hypothesis import given

import reference as np
from reference.operations.one_pass import one_pass
from reference.tensors.tensor import Tensor
from tests.oracle import arrays, assert_same, broadcastable

CALLS: list[Any] = []


@one_pass
def toward(elements: Any, part: Any) -> list[Any]:
    """Anda uma parte do caminho."""
    return [x + (target - x) * part for x, target in elements]


@one_pass
def ratio(elements: Any) -> list[Any]:
    """Uma divisão, que o Python recusa por zero."""
    return [x / y for x, y in elements]


@one_pass
def watched(elements: Any, factor: Any) -> list[Any]:
    """Anota com o que foi chamada."""
    CALLS.append(found := [x for (x,) in elements])
    return [x * factor for x in found]


@given(broadcastable(2, kinds=("float64",)))
def test_the_same_bits_as_numpy(pair: Any) -> None:
    x, y = pair
    with numpy.errstate(all="ignore"):
        expected = toward(x.theirs, y.theirs, 0.25)
    assert_same(toward(x.ours, y.ours, 0.25), expected, rtol=0)


@given(arrays(kinds=("float32",), special=False))
def test_a_single_precision_tensor_stays_one(x: Any) -> None:
    assert_same(toward(x.ours, 2.0, 0.25), toward(x.theirs, 2.0, 0.25), rtol=1e-6, scale=10)


@given(broadcastable(2, kinds=("float64",)))
def test_where_python_refuses_the_answer_is_numpys(pair: Any) -> None:
    x, y = pair
    with numpy.errstate(all="ignore"):
        expected = ratio(x.theirs, y.theirs)
    assert_same(ratio(x.ours, y.ours), expected, rtol=0)


@given(arrays(kinds="bi", special=False))
def test_other_types_go_operation_by_operation(x: Any) -> None:
    with numpy.errstate(all="ignore"):
        expected = toward(x.theirs, 3, 2)
    assert_same(toward(x.ours, 3, 2), expected)


def test_a_quotient_of_integers_is_not_an_integer() -> None:
    assert_same(ratio(np.array([1, 3]), np.array([2, 4])), ratio(numpy.array([1, 3]), numpy.array([2, 4])))


def test_who_calls_the_rule_and_with_what() -> None:
    CALLS.clear()
    assert watched(np.array([1.0, 2.0]), 2).tolist() == [2.0, 4.0] and CALLS == [[1.0, 2.0]]
    for whole in (3.0, numpy.array([1.0, 2.0]), array_api_strict.asarray([1.0]), Fraction(1, 2), np.float64(1.5)):
        CALLS.clear()
        result = watched(whole, 2.0)
        ((given,),) = CALLS
        assert given is whole and type(result) is type(whole * 2.0)


def test_objects_keep_their_arithmetic() -> None:
    x = toward(np.array([Fraction(1, 3)]), Fraction(1), Fraction(1, 2))
    assert isinstance(x, Tensor) and x.tolist() == [Fraction(2, 3)]


def test_shapes_that_do_not_match_are_refused_as_in_numpy() -> None:
    for xp in (np, numpy):
        with pytest.raises(ValueError):
            toward(xp.zeros((2, 3)), xp.zeros((2,)), 0.5)


def test_nothing_changes_in_the_operands() -> None:
    x, y = np.array([1.0, 2.0]), np.array([3.0, 5.0])
    assert toward(x, y, 0.5).tolist() == [2.0, 3.5]
    assert x.tolist() == [1.0, 2.0] and y.tolist() == [3.0, 5.0]
