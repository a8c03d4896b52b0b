"""Ângulos: os pontos conhecidos do círculo e as identidades que valem em todos."""

import math

import pytest
from hypothesis import given

import reference as np
from tests.generate import Pair, arrays, broadcastable


@pytest.mark.parametrize(
    ("name", "x", "expected"),
    [
        ("sin", [0.0, math.pi / 6, math.pi / 2], [0.0, 0.5, 1.0]),
        ("cos", [0.0, math.pi / 3, math.pi], [1.0, 0.5, -1.0]),
        ("tan", [0.0, math.pi / 4], [0.0, 1.0]),
        ("asin", [-1.0, 0.5, 2.0], [-math.pi / 2, math.pi / 6, math.nan]),
        ("acos", [-1.0, 1.0, -2.0], [math.pi, 0.0, math.nan]),
        ("atan", [-math.inf, 0.0, 1.0], [-math.pi / 2, 0.0, math.pi / 4]),
    ],
)
def test_known_angles(name: str, x: list[float], expected: list[float]) -> None:
    assert np.allclose(getattr(np, name)(np.array(x)), np.array(expected), equal_nan=True)
    assert getattr(np, f"arc{name[1:]}" if name[0] == "a" else name) is getattr(np, name)


def test_infinity_has_no_sine() -> None:
    assert str(np.sin([0.0, math.inf])) == str(np.cos([math.pi / 2, -math.inf]) * 0) == "[ 0. nan]"


@given(arrays(kinds=["float64"], special=False, domain=(-1000, 1000)))
def test_the_circle_closes(x: Pair) -> None:
    assert np.allclose(np.sin(x.ours) ** 2 + np.cos(x.ours) ** 2, 1.0, rtol=1e-14)


@given(broadcastable(2, kinds=["float64"], special=False))
def test_a_point_is_its_distance_and_its_angle(pairs: tuple[Pair, ...]) -> None:
    x, y = (pair.ours for pair in pairs)
    distance, angle = np.hypot(x, y), np.atan2(y, x)
    assert np.allclose(distance * np.cos(angle), x + 0 * y) and np.allclose(distance * np.sin(angle), y + 0 * x)


def test_every_quadrant() -> None:
    found = np.atan2([1.0, 1.0, -1.0, -1.0], [1.0, -1.0, -1.0, 1.0]) / math.pi
    assert found.tolist() == [0.25, 0.75, -0.75, -0.25]
