"""Subir e descer pelo gradiente: os valores exatos de −x², a estabilidade, a parada e a reta das alturas e pesos."""

import math
from fractions import Fraction
from itertools import pairwise
from typing import Any

import array_api_strict
import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from reference.gradients.descent import fit_line, gradient_ascent, gradient_descent, line_cost, line_gradient
from reference.gradients.gradient import check_gradient, gradient

# w, b e perda depois de k passos com a amostra (177; 88,2), de 0,7 e 6 com taxa 5e-5: contas exatas, em frações.
HEIGHT = [
    (0.700000000, 6.000000000, 869.445000),
    (0.330955000, 5.997915000, 279.024246),
    (0.540018992, 5.999096152, 89.545089),
    (0.421584241, 5.998427030, 28.737011),
    (0.488677528, 5.998806088, 9.222346),
    (0.450669181, 5.998591351, 2.959656),
    (0.472200909, 5.998712999, 0.949820),
    (0.460003185, 5.998644086, 0.304818),
    (0.466913196, 5.998683125, 0.097823),
    (0.462998675, 5.998661009, 0.031394),
    (0.465216251, 5.998673538, 0.010075),
]


def slope(x: Any) -> Any:
    """O gradiente de −x²."""
    return -2 * x


@pytest.mark.parametrize("rate", ["1", "0.1", "0.01", "1.1", "0.5"])
def test_ascent_on_the_parabola_follows_the_closed_form(rate: str) -> None:
    alpha = Fraction(rate)
    path = gradient_ascent(slope, -4.0, float(rate), steps=10)
    for k, x in enumerate(path):
        assert math.isclose(x, -4 * (1 - 2 * alpha) ** k, rel_tol=1e-13, abs_tol=1e-15)
    assert len(path) == (2 if rate == "0.5" else 11)


def test_exact_fractions_walk_exactly() -> None:
    path = gradient_ascent(slope, Fraction(-4), Fraction(1, 10), steps=10)
    assert path[1:3] == [Fraction(-32, 10), Fraction(-256, 100)]
    assert float(path[10]) == -0.4294967296


@pytest.mark.parametrize(("rate", "count"), [(0.1, 27), (0.01, 297)])
def test_steps_until_near_the_top(rate: float, count: int) -> None:
    path = gradient_ascent(slope, -4.0, rate, steps=1000, tolerance=0.02)
    assert len(path) - 1 == count and abs(path[-1]) <= 0.01 < abs(path[-2])


@given(st.floats(0.001, 3))
def test_it_converges_only_below_one(rate: float) -> None:
    last = abs(gradient_ascent(slope, -4.0, rate, steps=50)[-1])
    assert last < 4 if rate < 1 else last >= 4


def test_descent_and_ascent_are_mirrors() -> None:
    up = gradient_ascent(lambda x: -3 * x * x, 1.0, 0.1, 20)
    assert up == gradient_descent(lambda x: 3 * x * x, 1.0, 0.1, 20)


@pytest.mark.parametrize("build", [np.array, numpy.array, array_api_strict.asarray])
def test_a_valley_of_two_dimensions(build: Any) -> None:
    scale = build([1.0, 25.0])
    path = gradient_descent(lambda x: scale * x, build([-5.0, 1.0]), 0.07, steps=4)
    expected = [[-5, 1], [-4.65, -0.75], [-4.3245, 0.5625], [-4.021785, -0.421875], [-3.74026005, 0.31640625]]
    numpy.testing.assert_allclose([[float(x[0]), float(x[1])] for x in path], expected, rtol=1e-12)
    assert type(path[-1]) is type(scale)


def test_the_start_is_not_changed_and_every_point_is_its_own() -> None:
    start = np.array([1.0, 2.0])
    path = gradient_descent(lambda x: x, start, 0.5, steps=2)
    assert start.tolist() == [1, 2] and [p.tolist() for p in path] == [[1, 2], [0.5, 1], [0.25, 0.5]]
    assert gradient_descent(lambda x: x, [4.0], 0.5, steps=1)[-1].tolist() == [2]


def test_it_stops_where_it_is_flat_and_when_it_has_left_the_world() -> None:
    assert gradient_descent(lambda x: 2 * x, 0.0, 0.1) == [0.0]
    assert gradient_descent(lambda x: 2 * x, 1.0, 1e200, steps=100)[1:] == [-2e200, math.inf]
    assert len(gradient_descent(lambda x: math.nan, 1.0, 0.1)) == 1
    assert len(gradient_descent(lambda x: x * np.array([1.0, math.nan]), np.ones(2), 0.1)) == 1
    assert gradient_descent(lambda x: 2 * x, 1.0, 0.1, steps=0) == [1.0]


@pytest.mark.parametrize("rate", [0, -0.1, math.nan, math.inf])
def test_bad_rates(rate: float) -> None:
    with pytest.raises(ValueError, match="a taxa de aprendizagem precisa ser positiva"):
        gradient_descent(slope, 1.0, rate)
    with pytest.raises(ValueError, match="fit_line: a taxa"):
        fit_line([1.0], [1.0], 0.0, 0.0, rate, 1)


def test_bad_number_of_steps() -> None:
    with pytest.raises(ValueError, match="o número de passos não pode ser negativo"):
        gradient_descent(slope, 1.0, 0.1, steps=-1)


# A reta


def test_one_sample_walks_as_the_exact_arithmetic_says() -> None:
    for found, expected in zip(fit_line(177.0, 88.2, 0.7, 6.0, 5e-5, epochs=10), HEIGHT, strict=True):
        assert found == pytest.approx(expected, abs=6e-7)


def test_the_error_of_one_sample_shrinks_by_a_fixed_factor() -> None:
    errors = [w * 177 + b - 88.2 for w, b, _ in fit_line(177.0, 88.2, 0.7, 6.0, 5e-5, epochs=6)]
    for before, after in pairwise(errors):
        assert math.isclose(after / before, 1 - 5e-5 * (177**2 + 1), rel_tol=1e-9)


@pytest.mark.parametrize(("rate", "converges"), [(6.38e-5, True), (6.39e-5, False)])
def test_the_limit_of_stability(rate: float, converges: bool) -> None:
    losses = [loss for *_, loss in fit_line(177.0, 88.2, 0.7, 6.0, rate, epochs=200)]
    assert (losses[-1] < losses[0]) is converges


def test_the_gradient_of_the_cost() -> None:
    x, y = [150.0, 160.0, 177.0], [55.0, 61.0, 88.2]
    check_gradient(
        lambda w, b: line_cost(w, b, x, y), 0.7, 6.0, analytic=lambda w, b: line_gradient(w, b, x, y)
    ).require()
    both = gradient(lambda p: line_cost(p[0], p[1], x, y), [0.7, 6.0])
    assert both.tolist() == pytest.approx(line_gradient(0.7, 6.0, x, y), rel=1e-7)


@pytest.mark.parametrize("seed", range(5))
def test_it_ends_on_the_least_squares_line(seed: int) -> None:
    draw = numpy.random.default_rng(seed).normal
    x, y = draw(size=8), draw(size=8)
    x = (x - x.mean()) / x.std()
    w, b, cost = fit_line(x, y, 1.0, 0.0, 0.2, epochs=150)[-1]
    best_w, best_b = numpy.polyfit(x, y, 1)
    assert (w, b) == pytest.approx((best_w, best_b), abs=1e-12)
    assert cost == pytest.approx(line_cost(best_w, best_b, x, y), rel=1e-12)
