"""Aumento de dados: deslocar, girar e tremer, conferidos com o NumPy e com contas que se desfazem."""

import array_api_strict
import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from reference.data.augmentation import add_noise, augment, rotate, shift
from tests.oracle import to_numpy

random = numpy.random.RandomState(0)


def pictures(*shape: int) -> tuple[np.Tensor, numpy.ndarray]:
    """As mesmas imagens, nossas e do NumPy."""
    theirs = random.random_sample(shape)
    return np.asarray(theirs.tolist()), theirs


@given(st.integers(1, 5), st.integers(1, 5), st.integers(-7, 7), st.integers(-7, 7))
def test_shift_is_a_window_over_a_padded_image(height: int, width: int, down: int, right: int) -> None:
    ours, theirs = pictures(2, height, width)
    padded = numpy.pad(theirs, ((0, 0), (9, 9), (9, 9)))
    expected = padded[:, 9 - down : 9 - down + height, 9 - right : 9 - right + width]
    assert to_numpy(shift(ours, down, right)).tolist() == expected.tolist()


def test_shift_keeps_the_kind() -> None:
    assert shift(np.ones((2, 2), dtype="uint8"), 0, -1).tolist() == [[1, 0], [1, 0]]
    assert shift(np.ones((2, 2), dtype="uint8"), 0, -1).dtype == np.uint8


@pytest.mark.parametrize("turns", [0, 1, 2, 3, -1, 4])
@pytest.mark.parametrize("side", [1, 2, 5])
def test_quarter_turns_are_exact(turns: int, side: int) -> None:
    ours, theirs = pictures(2, side, side)
    found = to_numpy(rotate(ours, 90 * turns))
    numpy.testing.assert_allclose(found, numpy.rot90(theirs, turns, axes=(1, 2)), atol=1e-12)


@pytest.mark.parametrize("degrees", [-33.0, 12.0, 45.0])
def test_a_plane_stays_a_plane(degrees: float) -> None:
    """A interpolação bilinear é exata numa rampa: girar a rampa é girar a sua direção."""
    side, angle = 9, numpy.radians(degrees)
    down, right = numpy.mgrid[:side, :side] - (side - 1) / 2
    expected = (numpy.cos(angle) * down + numpy.sin(angle) * right)[3:6, 3:6]
    found = to_numpy(rotate(np.asarray(down.tolist()), degrees))[3:6, 3:6]
    numpy.testing.assert_allclose(found, expected, atol=1e-12)


def test_what_comes_from_outside_is_zero() -> None:
    found = rotate(np.ones((9, 9)), 45)
    assert found[0, 0] == 0 and found[4, 4] == pytest.approx(1)


def test_noise_is_the_draw_of_numpy_within_the_tones() -> None:
    ours, theirs = pictures(3, 4, 4)
    noise = numpy.random.RandomState(2).normal(scale=0.5, size=(3, 4, 4))
    numpy.testing.assert_allclose(to_numpy(add_noise(ours, 0.5, seed=2)), numpy.clip(theirs + noise, 0, 1), atol=1e-15)


def test_each_image_gets_its_own_version() -> None:
    image = np.asarray(random.random_sample((12, 12)).tolist())
    batch = np.stack([image] * 4)
    found = augment(batch, seed=1)
    assert found.shape == batch.shape and found.tolist() == augment(batch, seed=1).tolist()
    assert len({str(version) for version in found.tolist()}) == 4
    assert augment(batch, pixels=0, degrees=0.0).tolist() == batch.tolist()
    assert augment(batch, scale=0.2).tolist() != augment(batch).tolist()


def test_other_libraries() -> None:
    ours, theirs = pictures(2, 4, 4)
    strict = augment(array_api_strict.asarray(theirs), scale=0.1)
    numpy.testing.assert_allclose(numpy.asarray(strict), to_numpy(augment(ours, scale=0.1)), atol=1e-12)
    half = augment(array_api_strict.asarray(theirs, dtype=array_api_strict.float32), scale=0.1)
    assert half.dtype == array_api_strict.float32


def test_what_is_not_an_image() -> None:
    with pytest.raises(ValueError, match=r"shift: .* a forma é \(3,\)"):
        shift(np.zeros(3), 1, 1)
    for name in (rotate, add_noise, augment):
        with pytest.raises(TypeError, match="são uint8"):
            name(np.zeros((1, 2, 2), dtype="uint8"), 1)
