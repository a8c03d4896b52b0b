"""Momentum e Nesterov: as formas certas, a errada das notas, e o que se sabe de cada uma por conta própria."""

import math
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from reference.gradients.momentum import classical, nesterov, push
from reference.gradients.sgd import SGD
from tests.gradients.peers import apart, trained, with_torch

factors = st.floats(0.0, 0.95)


def wrong_sign(w: float, g: float, v: float, rate: float, momentum: float) -> tuple[float, float]:
    """A forma das notas, com + na velocidade."""
    v = momentum * v + rate * g
    return w + momentum * v - rate * g, v


def run(rule: Any, momentum: float, steps: int, g: Callable[[float], float], w: float, rate: float) -> float:
    v = 0.0
    for _ in range(steps):
        w, v = rule(w, g(w), v, rate, momentum)
    return w


@given(factors, st.floats(0.01, 1.0), st.floats(-3, 3))
def test_under_a_constant_push_the_step_grows_to_the_rate_over_one_minus_m(m: float, rate: float, g: float) -> None:
    for rule in (classical, nesterov):
        before, v = 0.0, 0.0
        for _ in range(2000):
            w, v = rule(before, g, v, rate, m)
            step, before = w - before, w
        assert math.isclose(step, -rate * g / (1 - m), rel_tol=1e-6, abs_tol=1e-9)


@given(factors, st.floats(0.01, 0.5), st.floats(-1.5, 1.5))
def test_nesterov_walks_on_the_point_ahead_of_the_look_ahead_form(m: float, rate: float, start: float) -> None:
    """θ e v da forma que mede o gradiente em θ + m·v: o nosso w é esse ponto, a cada passo."""
    slope = math.sin
    w, v, theta, speed = start, 0.0, start, 0.0
    for _ in range(30):
        w, v = nesterov(w, slope(w), v, rate, m)
        speed = m * speed - rate * slope(theta + m * speed)
        theta += speed
        assert math.isclose(w, theta + m * speed, rel_tol=1e-9, abs_tol=1e-9)


@given(st.floats(-2, 2), st.floats(-2, 2), st.floats(0.01, 1))
def test_without_momentum_both_are_plain_descent(w: float, g: float, rate: float) -> None:
    for rule in (classical, nesterov):
        assert rule(w, g, 0.0, rate, 0.0)[0] == w - rate * g


def test_the_wrong_sign_brakes_stalls_and_explodes_and_the_right_one_arrives() -> None:
    def end(rule: Any, m: float) -> float:
        return run(rule, m, 60, lambda w: 2 * w, 1.0, 0.1)

    assert abs(end(wrong_sign, 0.1)) < 1e-5
    assert end(wrong_sign, 0.5) == pytest.approx(0.8333, abs=1e-4)
    assert end(wrong_sign, 0.9) > 2e7
    for m in (0.1, 0.5, 0.9):
        assert abs(end(classical, m)) < 0.1 and abs(end(nesterov, m)) < 0.01


def test_momentum_neither_ensures_nor_forbids_the_global_minimum() -> None:
    def end(m: float, start: float, rate: float) -> float:
        return run(classical, m, 1000, lambda w: 4 * w**3 - 8 * w + 1, start, rate)

    ends = [end(m, -2.3, 0.03) for m in (0.0, 0.1, 0.5, 0.9)]
    assert ends == pytest.approx([-1.473, -1.473, -1.473, 1.347], abs=1e-3)
    assert [end(m, 2.0, 0.01) for m in (0.0, 0.1, 0.5, 0.9)] == pytest.approx([1.347] * 4, abs=1e-3)


@pytest.mark.parametrize("rule", [classical, nesterov])
def test_arrays_are_their_elements(rule: Any) -> None:
    rng = numpy.random.default_rng(0)
    w, g, v = rng.normal(size=(3, 2, 3))
    expected = rule(w, g, v, 0.1, 0.9)
    ours = rule(np.array(w.tolist()), np.array(g.tolist()), np.array(v.tolist()), 0.1, 0.9)
    for a, b in zip(ours, expected, strict=True):
        assert numpy.array_equal(numpy.array(a.tolist()), b)
    assert push(v, g, 0.1, 0.9).shape == (2, 3)


@pytest.mark.parametrize("ahead", [False, True])
def test_pytorch_walks_the_same_path(ahead: bool) -> None:
    torch = pytest.importorskip("torch")
    theirs = with_torch(torch, partial(torch.optim.SGD, lr=0.02, momentum=0.9, nesterov=ahead))
    assert apart(trained(SGD(0.02, momentum=0.9, nesterov=ahead)), theirs) < 1e-12
