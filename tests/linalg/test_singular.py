"""Valores singulares, posto, pseudoinversa e mínimos quadrados, contra o NumPy."""

from math import inf, nan
from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from tests.linalg.samples import EASY, ROUNDING, close, perpendicular, stacks, wide
from tests.oracle import Pair, agree


@given(stacks(), st.booleans())
def test_two_rotations_and_a_stretch(a: Pair, full: bool) -> None:
    x, rounding = a.theirs, 10 * ROUNDING[str(a.base.dtype)]
    ours, theirs = np.linalg.svd(a.ours, full_matrices=full), numpy.linalg.svd(x, full_matrices=full)
    assert ours._fields == theirs._fields
    size = numpy.abs(x).max(initial=0.0)
    close(ours.S, theirs.S, rounding, size)
    close(np.linalg.svdvals(a.ours), theirs.S, rounding, size)
    for mine, other in zip(ours, theirs):
        assert (mine.shape, mine.dtype.name) == (other.shape, str(other.dtype))
    u, s, vh = map(wide, ours)
    perpendicular(u, rounding)
    perpendicular(vh.conj().swapaxes(-1, -2), rounding)
    k = s.shape[-1]
    rebuilt = (u[..., :k] * s[..., None, :]) @ vh[..., :k, :]
    assert (numpy.abs(rebuilt - x) <= rounding * size).all()


@given(stacks(sorts=("números comuns", "uma direção só", "zeros"), kinds=["float64", "complex128"]))
def test_rank(a: Pair) -> None:
    agree("linalg.matrix_rank", lambda xp, x: xp.linalg.matrix_rank(x), a)
    agree("linalg.matrix_rank", lambda xp, x: xp.linalg.matrix_rank(x, rtol=0.5), a)
    agree("linalg.matrix_rank", lambda xp, x: xp.linalg.matrix_rank(x, 0.3), a)


@pytest.mark.parametrize("x", [0, 3.0, [0, 0], [0, 1], [[1, 2], [2, 4]], [[True, True]], [[[1]], [[0]]]])
def test_rank_of_anything(x: Any) -> None:
    agree("linalg.matrix_rank", lambda xp: xp.linalg.matrix_rank(x))


@given(stacks(sorts=("uma direção só", "zeros", "duas vezes a mesma"), kinds=["float64", "complex128"]))
def test_pseudoinverse(a: Pair) -> None:
    expected = numpy.linalg.pinv(a.theirs, rtol=1e-9)
    close(np.linalg.pinv(a.ours, rtol=1e-9), expected, 1e-8)
    close(np.linalg.pinv(a.ours, 1e-9), expected, 1e-8)
    close(np.linalg.pinv(a.ours), expected, 1e-8)


ALONE = stacks(sorts=(*EASY, "uma direção só"), fronts=[()], sides=range(1, 6), kinds=["float64", "complex128"])


@given(ALONE, st.booleans())
def test_least_squares(a: Pair, vector: bool) -> None:
    x = a.theirs
    b = numpy.cos(numpy.arange(x.shape[0] * (1 if vector else 2))).reshape(x.shape[0], *([] if vector else [2]))
    ours, theirs = np.linalg.lstsq(a.ours, np.asarray(b), 1e-9), numpy.linalg.lstsq(x, b, 1e-9)
    assert ours[2] == theirs[2]
    worst = numpy.linalg.cond(x) if ours[2] == min(x.shape) else 1.0
    for mine, other in zip((ours[0], ours[3]), (theirs[0], theirs[3])):
        close(mine, other, 1e-12 * max(worst, 100))
    close(ours[1], theirs[1], 1e-9, 1.0)


@pytest.mark.parametrize("call", [((2, 3), (2,)), ((2, 3), (3,)), ((3, 2), (3, 0)), ((2,), (2,)), ((3, 1), (3, 1, 1))])
def test_least_squares_shapes(call: Any) -> None:
    agree("linalg.lstsq", lambda xp: xp.linalg.lstsq(xp.ones(call[0]), xp.ones(call[1]))[0], rtol=1e-12, scale=1e-3)


@pytest.mark.parametrize("x", [[1, 2], 5, [[1, nan], [0, 1]], [[True, False], [False, True]]])
def test_types_and_errors(x: Any) -> None:
    for name in ("svdvals", "pinv"):
        agree(f"linalg.{name}", lambda xp, name=name: getattr(xp.linalg, name)(x), rtol=1e-12)
    agree("linalg.svd", lambda xp: xp.linalg.svd(x)[1])


def test_infinity_gives_nan() -> None:
    for full in False, True:
        for x in [[1.0, inf], [0.0, 2.0]], [[inf, 1.0, 2.0]], [[inf], [1.0]]:
            for part, other in zip(np.linalg.svd(x, full), numpy.linalg.svd(x, full)):
                assert part.shape == other.shape and np.isnan(part).all()


def test_numbers_near_the_limits() -> None:
    for a in [[3e307, 4e307], [0.0, 1e300]], [[3e-310, 4e-310], [0.0, 0.0]], [[1.0, 1e-200], [0.0, 1e-200]]:
        agree("linalg.svdvals", lambda xp, a=a: xp.linalg.svdvals(a), rtol=1e-9, scale=a[0][0] * 1e-12)
        u, s, vh = map(wide, np.linalg.svd(a))
        perpendicular(u, 1e-12)
        perpendicular(vh, 1e-12)
        numpy.testing.assert_allclose((u * s) @ vh, a, rtol=1e-9, atol=numpy.abs(a).max() * 1e-12)


T, Z = 3.8e155, 1.9e-39
SIZES_APART = [
    [[-1, 1, 1, 1, 1j, 1j], [1j, -1, -1, 1, -T, -T], [1, 1j, 1j, -T, -T, -T], [1j, 1, -1, 1, -1, -1]],
    [[Z, -1.4e-123, -1.4e-123], [Z, 3.5e117j, 3.5e117j], [Z, Z, -1.4e-123]],
    [[(1.7 + 0.7j) * int(one) for one in row] for row in ("010111", "011001", "100111", "111101", "011001")],
]


@pytest.mark.parametrize("a", SIZES_APART)
def test_what_is_left_of_a_flat_direction_does_not_turn_for_ever(a: list[list[complex]]) -> None:
    """Colunas que só têm a sobra de um cancelamento nunca ficariam perpendiculares."""
    x, (u, s, vh) = numpy.array(a, complex), map(wide, np.linalg.svd(np.array(a, dtype=complex), full_matrices=False))
    perpendicular(u, 1e-14)
    perpendicular(vh.conj().T, 1e-14)
    size = numpy.abs(x).max()
    assert numpy.abs((u * (s / size)) @ vh - x / size).max() < 1e-14


def test_messages() -> None:
    with pytest.raises(np.linalg.LinAlgError, match="svd: não converge, pois há nan na matriz 1×2"):
        np.linalg.svd([[nan, 1.0]])
    with pytest.raises(np.linalg.LinAlgError, match=r"lstsq: .* as formas são \(1, 2\) e \(3,\)"):
        np.linalg.lstsq([[1.0, 2.0]], [1.0, 2.0, 3.0])
