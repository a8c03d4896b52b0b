"""Namespaces: de quem é cada valor, e as operações que servem a um número."""

import math
from fractions import Fraction

import array_api_strict
import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference
from reference.operations.namespaces import NUMBERS, array_namespace, as_value, shape_of


def test_the_first_tensor_decides() -> None:
    x = reference.ones(3)
    assert array_namespace(x) is reference
    assert array_namespace(2.5, x) is reference
    assert array_namespace(numpy.ones(3)) is numpy
    assert array_namespace(array_api_strict.ones(3)).__name__ == "array_api_strict"
    assert array_namespace(1, 2.5, Fraction(1, 3)) is NUMBERS


def test_a_library_that_does_not_say_its_namespace() -> None:
    class Foreign:
        shape = (3,)

    with pytest.raises(TypeError, match="Foreign não diz o seu namespace"):
        array_namespace(Foreign())


def test_lists_become_tensors_and_the_rest_stays() -> None:
    x = reference.ones(3)
    assert as_value(x) is x
    assert as_value(2.5) == 2.5
    assert as_value(((1, 2), (3, 4))).tolist() == [[1, 2], [3, 4]]


def test_shape_of() -> None:
    assert [shape_of(x) for x in (2.5, reference.ones((2, 3)), numpy.ones(3))] == [(), (2, 3), (3,)]


NAMES_OF_ONE = ["abs", "exp", "tanh", "sign", "zeros_like", "ones_like"]


@given(st.floats(-20, 20))
def test_numbers_behave_as_tensors_of_order_zero(x: float) -> None:
    for name in NAMES_OF_ONE:
        expected = getattr(reference, name)(reference.asarray(x))
        assert getattr(NUMBERS, name)(x) == pytest.approx(float(expected), rel=1e-15), name
    if x > 0:
        assert NUMBERS.log(x) == float(reference.log(reference.asarray(x)))
        assert NUMBERS.sqrt(x) == float(reference.sqrt(reference.asarray(x)))


@given(st.sampled_from([-1.5, 0.0, 2.0, math.inf, math.nan]), st.sampled_from([-1.5, 0.0, 2.0, -math.inf, math.nan]))
def test_maximum_minimum_and_where(x: float, y: float) -> None:
    for name in ("maximum", "minimum"):
        assert repr(getattr(NUMBERS, name)(x, y)) == repr(float(getattr(numpy, name)(x, y)))
    assert repr(NUMBERS.where(x > y, x, y)) == repr(x if x > y else y)


def test_exact_numbers_stay_exact() -> None:
    third = Fraction(-1, 3)
    for name in ("abs", "sign", "zeros_like", "ones_like"):
        assert isinstance(getattr(NUMBERS, name)(third), Fraction)
    assert isinstance(NUMBERS.sum(third), Fraction) and NUMBERS.broadcast_to(third, ()) is third
