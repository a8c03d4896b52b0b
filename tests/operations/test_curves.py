"""Curvas dadas por pontos: `interp`, `gradient` e `trapezoid`."""

from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from tests.oracle import Pair, agree, arrays, shapes

CURVES = st.lists(st.tuples(st.integers(-9, 9), st.integers(-50, 50)), min_size=1, max_size=7, unique_by=lambda p: p[0])


@given(arrays(shapes(ranks=range(3)), kinds="if"), CURVES, st.sampled_from([{}, {"left": -1, "right": 99.5}]))
def test_interp(x: Pair, points: list[tuple[int, int]], ends: dict[str, Any]) -> None:
    xp_, fp = (list(column) for column in zip(*sorted(points)))
    agree("interp", lambda xp, x: xp.interp(x, xp_, fp, **ends), x, scale=200, rtol=1e-12)


@given(arrays(shapes(ranks=range(3)), kinds="if"), CURVES, st.sampled_from([{}, {"left": 1j, "right": 99.5}]))
def test_interp_between_complexes(x: Pair, points: list[tuple[int, int]], ends: dict[str, Any]) -> None:
    xp_, fp = [x for x, _ in sorted(points)], [y - 3j * x * y for x, y in sorted(points)]
    agree("interp", lambda xp, x: xp.interp(x, xp_, fp, **ends), x, scale=2000, rtol=1e-12)


ODD = [(1.0, [], []), (1.0, [1, 2], [1]), ([1, 2], [1, 2], [3, 4]), (0, [1], [7]), ([], [1], [2]), (0, [1], ["a"])]


@pytest.mark.parametrize("args", ODD)
def test_interp_corners(args: Any) -> None:
    agree("interp", lambda xp: xp.interp(*args))


GRIDS = arrays(shapes(ranks=range(4), sides=range(1, 6)), kinds="if", special=False)


@given(GRIDS, st.sampled_from([(), (0.5,), (1, 2)]))
def test_gradient(x: Pair, spacing: tuple[Any, ...]) -> None:
    agree("gradient", lambda xp, x: xp.gradient(x, *spacing), x, scale=20)
    agree("gradient", lambda xp, x: xp.gradient(x, *spacing, axis=-1), x, scale=20)
    agree("gradient", lambda xp, x: xp.gradient(x, *spacing, axis=(1, 0)), x, scale=20)


@given(arrays(shapes(ranks=range(1, 4)), kinds="if", special=False), st.integers(-3, 2), st.sampled_from([1.0, 2]))
def test_trapezoid(y: Pair, axis: int, dx: float) -> None:
    agree("trapezoid", lambda xp, y: xp.trapezoid(y, dx=dx, axis=axis), y, scale=400)
    agree("trapezoid", lambda xp, y: xp.trapezoid(y, y * y, axis=axis), y, scale=4000, rtol=1e-5)


def test_against_a_vector_of_places_and_lists() -> None:
    agree("trapezoid", lambda xp: xp.trapezoid([[1, 2, 3], [4, 5, 6]], [0, 1, 5]))
    agree("trapezoid", lambda xp: xp.trapezoid([[1, 2, 3], [4, 5, 6]], [0, 3], axis=0))
    agree("gradient", lambda xp: xp.gradient([1, 4, 9, 16]))
    assert numpy.gradient([1, 2, 4]).tolist() == np.gradient([1, 2, 4]).tolist()


def test_messages() -> None:
    with pytest.raises(TypeError, match="interp: period não é oferecido aqui"):
        np.interp(1, [1], [1], period=3)
    with pytest.raises(ValueError, match=r"gradient: pede ao menos dois elementos por eixo, e a forma é \(1,\)"):
        np.gradient([1])
    with pytest.raises(ValueError, match="edge_order=2 não é oferecido aqui"):
        np.gradient([1, 2, 3], edge_order=2)
    with pytest.raises(TypeError, match="a distância é um número"):
        np.gradient([1, 2, 3], [0, 1, 2])


@given(
    arrays(shapes(ranks=range(3)), domain=(-3, 3), special=False),
    st.sampled_from([None, -1, 0, 1, 2, 5]),
    st.booleans(),
)
def test_vander(x: Pair, count: int | None, increasing: bool) -> None:
    agree("vander", lambda xp, x: xp.vander(x, count, increasing), x)
