"""A espiral: os bytes do nnfs, a fórmula no NumPy, e o mesmo gerador de sorteios adiante."""

import hashlib
from importlib import import_module

import numpy
import pytest

from reference.data.spiral import spiral_data
from reference.random import RandomState
from tests.oracle import to_numpy
from tests.programs.peers import digest, stored


def formula(samples: int, classes: int, seed: int, dtype: str) -> numpy.ndarray:
    """A espiral escrita com o NumPy."""
    random = numpy.random.RandomState(seed)
    arms = []
    for label in range(classes):
        noise = random.randn(samples).astype(dtype) * 0.2
        t = numpy.linspace(4 * label, 4 * label + 4, samples) + noise
        r = numpy.linspace(0, 1, samples)
        arms.append(numpy.stack([r * numpy.sin(2.5 * t), r * numpy.cos(2.5 * t)], axis=1))
    return numpy.concatenate(arms).astype(dtype)


def test_the_bytes_of_nnfs() -> None:
    x, y = spiral_data(samples=100, classes=3)
    expected = stored()["nnfs"]
    assert digest(to_numpy(x)) == expected["x"] and digest(to_numpy(y)) == expected["y"]
    for samples, classes in ((7, 2), (30, 4)):
        assert digest(to_numpy(spiral_data(samples, classes, seed=3)[0])) == expected[f"{samples}x{classes}"]


def test_the_package_itself() -> None:
    pytest.importorskip("nnfs")
    before = numpy.zeros, numpy.eye, numpy.dot, numpy.random.randn
    try:
        import_module("nnfs").init()
        x, _ = import_module("nnfs.datasets").spiral_data(samples=100, classes=3)
    finally:
        numpy.zeros, numpy.eye, numpy.dot, numpy.random.randn = before
    assert to_numpy(spiral_data()[0]).tobytes() == x.tobytes()


def test_the_values_of_the_notes() -> None:
    x, y = spiral_data(100, 3)
    assert str(x[100]) == "[-0. -0.]" and x[0].tolist() == [0.0, 0.0], "o zero do segundo braço tem sinal"
    assert [y.tolist().count(label) for label in range(3)] == [100, 100, 100]
    wide, _ = spiral_data(100, 3, dtype="float64")
    assert wide[:3].round(8).tolist() == [[0, 0], [0.00299556, 0.00964661], [0.01288097, 0.01556285]]
    assert wide[-1].round(8).tolist() == [-0.94278876, 0.33339068]


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize(("samples", "classes"), [(1, 1), (1, 3), (12, 5), (50, 2)])
def test_the_formula(samples: int, classes: int, dtype: str) -> None:
    x, _ = spiral_data(samples, classes, seed=5, dtype=dtype)
    expected = formula(samples, classes, 5, dtype)
    assert to_numpy(x).dtype == dtype and x.shape == expected.shape
    numpy.testing.assert_allclose(to_numpy(x), expected, rtol=1e-6 if dtype == "float32" else 1e-12, atol=1e-15)


def test_the_radius_is_regular() -> None:
    x, _ = spiral_data(100, 3, dtype="float64")
    radii = numpy.hypot(*to_numpy(x).T)
    numpy.testing.assert_allclose(radii, numpy.tile(numpy.arange(100) / 99, 3), atol=1e-15)


def test_a_generator_goes_on() -> None:
    ours, theirs = RandomState(0), numpy.random.RandomState(0)
    spiral_data(10, 2, ours)
    theirs.randn(20)
    assert ours.randn(3).tolist() == theirs.randn(3).tolist()


@pytest.mark.parametrize(("samples", "classes"), [(0, 3), (10, 0), (10, 257)])
def test_impossible_spirals(samples: int, classes: int) -> None:
    with pytest.raises(ValueError, match=f"pediu {samples} e {classes}"):
        spiral_data(samples, classes)


def test_the_digest_sees_a_bit() -> None:
    x = to_numpy(spiral_data(7, 2, seed=3)[0]).copy()
    x[-1, 0] = numpy.nextafter(x[-1, 0], numpy.float32(9))
    assert hashlib.sha256(x.tobytes()).hexdigest() != stored()["nnfs"]["7x2"]
