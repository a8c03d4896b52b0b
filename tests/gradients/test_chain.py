"""A regra da cadeia: contra polinômios derivados à mão, e a cadeia de cadeias."""

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference.gradients.chain import Step, backward, chain, forward

DOUBLE: Step = (lambda x: 2 * x, lambda x: 2)
SQUARE: Step = (lambda x: x * x, lambda x: 2 * x)
PLUS_ONE: Step = (lambda x: x + 1, lambda x: 1)
INVERSE: Step = (lambda x: 1 / x, lambda x: -1 / x**2)
STEPS = [DOUBLE, SQUARE, PLUS_ONE]


def test_values_and_gradients_of_each_step() -> None:
    assert forward(STEPS, 3) == [3, 6, 36, 37]
    assert backward(STEPS, [3, 6, 36, 37]) == [24, 12, 1, 1]
    assert backward(STEPS, [3, 6, 36, 37], 10) == [240, 120, 10, 10]


@given(st.fractions(-9, 9))
def test_the_order_of_the_steps_matters(x: Fraction) -> None:
    assert chain(DOUBLE, SQUARE)[1](x) == 8 * x  # (2x)²
    assert chain(SQUARE, DOUBLE)[1](x) == 4 * x  # 2x²
    assert chain(SQUARE, PLUS_ONE, INVERSE)[1](x) == -2 * x / (x * x + 1) ** 2


@given(st.lists(st.sampled_from([DOUBLE, SQUARE, PLUS_ONE]), max_size=5), st.integers(0, 5), st.integers(-3, 3))
def test_a_chain_of_chains_is_the_chain(steps: list[Step], cut: int, x: int) -> None:
    function, derivative = chain(chain(*steps[:cut]), chain(*steps[cut:]))
    assert (function(x), derivative(x)) == (forward(steps, x)[-1], chain(*steps)[1](x))


def test_no_step_at_all_is_the_identity() -> None:
    assert (chain()[0](7), chain()[1](7)) == (7, 1)


@given(st.floats(-2, 2))
def test_differences_agree(x: float) -> None:
    sine: Step = (math.sin, math.cos)
    function, derivative = chain(SQUARE, sine, PLUS_ONE, SQUARE)
    assert derivative(x) == pytest.approx((function(x + 6e-6) - function(x - 6e-6)) / 1.2e-5, rel=1e-6, abs=1e-8)


def test_values_must_be_those_of_the_steps() -> None:
    with pytest.raises(ValueError, match="3 etapas passam por 4 valores, e há 2"):
        backward(STEPS, [3, 37])
