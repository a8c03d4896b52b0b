"""As luas: os pontos do scikit-learn, na mesma ordem, e a forma dos dois arcos."""

from importlib import import_module

import numpy
import pytest

from reference.data.moons import make_moons
from reference.random import RandomState
from tests.oracle import to_numpy
from tests.programs.peers import stored


def test_the_points_of_scikit_learn() -> None:
    x, y = make_moons(100, noise=0.1, seed=1337)
    expected = stored()["moons"]
    assert y.tolist() == expected["y"]
    numpy.testing.assert_allclose(to_numpy(x), expected["x"], rtol=0, atol=1e-15)


@pytest.mark.parametrize(("samples", "noise"), [(1, 0.0), (7, 0.2), (40, 0.05), (41, 0.0)])
def test_the_package_itself(samples: int, noise: float) -> None:
    pytest.importorskip("sklearn")
    x, y = import_module("sklearn.datasets").make_moons(samples, noise=noise or None, random_state=5)
    ours, labels = make_moons(samples, noise, seed=5)
    assert labels.tolist() == y.tolist()
    numpy.testing.assert_allclose(to_numpy(ours), x, rtol=0, atol=1e-15)


@pytest.mark.parametrize("samples", [1, 2, 9, 50])
def test_without_noise_every_point_is_on_its_arc(samples: int) -> None:
    x, y = make_moons(samples, seed=3)
    for (across, up), label in zip(x.tolist(), y.tolist(), strict=True):
        center, side = ((1, 0.5), -1) if label else ((0, 0), 1)
        assert numpy.hypot(across - center[0], up - center[1]) == pytest.approx(1)
        assert side * (up - center[1]) >= -1e-12
    assert sum(y.tolist()) == samples - samples // 2


def test_the_order_is_drawn_then_the_noise() -> None:
    random = numpy.random.RandomState(8)
    order, noise = random.permutation(6), random.normal(scale=0.3, size=(6, 2))
    clean = numpy.array(sorted_moons(6))
    x, _ = make_moons(6, 0.3, RandomState(8))
    numpy.testing.assert_allclose(to_numpy(x), clean[order] + noise, atol=1e-15)


def sorted_moons(samples: int) -> list[tuple[float, float]]:
    """Os pontos das duas luas, em ordem e sem ruído."""
    t = numpy.linspace(0, numpy.pi, samples // 2)
    return [*zip(numpy.cos(t), numpy.sin(t)), *zip(1 - numpy.cos(t), 0.5 - numpy.sin(t))]


@pytest.mark.parametrize(("samples", "noise"), [(0, 0.1), (10, -0.1)])
def test_impossible_moons(samples: int, noise: float) -> None:
    with pytest.raises(ValueError, match=f"pediu {samples} e {noise}"):
        make_moons(samples, noise)
