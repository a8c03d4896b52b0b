"""Autovalores: as matrizes simétricas, pelos giros de Jacobi."""

from math import inf, nan

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from reference.linalg.eigen import angle, turn_plane
from tests.linalg.samples import ROUNDING, close, perpendicular, stacks, wide
from tests.oracle import Pair, agree


@given(stacks(symmetric=True), st.sampled_from("LU"))
def test_symmetric_matrices(a: Pair, triangle: str) -> None:
    x, rounding = a.theirs, ROUNDING[str(a.base.dtype)]
    ours, theirs = np.linalg.eigh(a.ours, triangle), numpy.linalg.eigh(x, triangle)
    assert ours._fields == theirs._fields
    size = numpy.abs(x).max(initial=0.0)
    close(ours.eigenvalues, theirs.eigenvalues, 10 * rounding, size)
    close(np.linalg.eigvalsh(a.ours), numpy.linalg.eigvalsh(x), 10 * rounding, size)
    values, vectors = map(wide, ours)
    assert ours.eigenvectors.dtype.name == str(x.dtype)
    perpendicular(vectors, rounding)
    rebuilt = (vectors * values[..., None, :]) @ vectors.conj().swapaxes(-1, -2)
    assert (numpy.abs(rebuilt - x) <= 10 * rounding * size).all()


@given(stacks(square=True, sides=range(1, 5)), st.sampled_from("LUlu"))
def test_only_one_triangle_is_read(a: Pair, triangle: str) -> None:
    ours, theirs = np.linalg.eigvalsh(a.ours, triangle), numpy.linalg.eigvalsh(a.theirs, triangle)
    close(ours, theirs, 10 * ROUNDING[str(a.base.dtype)], numpy.abs(a.theirs).max(initial=0.0))


@pytest.mark.parametrize("x", [[[2, 1], [1, 2]], [[True, True], [True, False]], [[1, 2, 3]], [1, 2], [[0.0]]])
def test_types_and_errors(x: list[list[float]]) -> None:
    agree("linalg.eigvalsh", lambda xp: xp.linalg.eigvalsh(x), rtol=1e-12)
    agree("linalg.eigvalsh", lambda xp: xp.linalg.eigvalsh(x, "x"))
    agree("linalg.eigh", lambda xp: xp.linalg.eigh(x)[0], rtol=1e-12)


def test_what_is_not_finite_gives_nan() -> None:
    for value in nan, inf:
        for part in np.linalg.eigh([[1.0, 0.0], [value, 2.0]]):
            assert np.isnan(part).all()


def test_numbers_near_the_limits() -> None:
    agree("linalg.eigvalsh", lambda xp: xp.linalg.eigvalsh([[5e307, 5e307], [5e307, 5e307]]), scale=1e308)
    values, vectors = np.linalg.eigh([[2e-310, 1e-310], [1e-310, 2e-310]])
    assert values.tolist() == pytest.approx([1e-310, 3e-310])
    assert (abs(vectors) ** 2).tolist() == [pytest.approx([0.5, 0.5])] * 2


def test_each_turn_leaves_less_outside_the_diagonal() -> None:
    a = [[4.0, 1.0, -2.0], [1.0, 2.0, 0.0], [-2.0, 0.0, 3.0]]

    def outside() -> float:
        return sum(a[i][j] ** 2 for i in range(3) for j in range(3) if i != j)

    for p, q in (0, 1), (0, 2), (1, 2), (0, 1):
        before, removed = outside(), 2 * a[p][q] ** 2
        turn_plane(a, [], p, q)
        assert a[p][q] == a[q][p] == 0.0
        assert outside() == pytest.approx(before - removed)
    assert sum(a[i][i] for i in range(3)) == pytest.approx(9.0)


def test_the_smaller_of_the_two_angles() -> None:
    for p, q, between in (1.0, 5.0, 2.0), (5.0, 1.0, 2.0), (1.0, 5.0, -2.0), (3.0, 3.0, 1e-9), (1e300, -1e300, 1e-300):
        c, s, _ = angle(p, q, between)
        assert c >= 0.7 and c * c + s * s == pytest.approx(1.0)


def test_messages() -> None:
    with pytest.raises(ValueError, match="eigh: UPLO='x' não existe"):
        np.linalg.eigh([[1.0]], "x")
