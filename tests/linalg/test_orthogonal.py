"""QR: os mesmos giros e triângulos do NumPy, sinais inclusive."""

from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from reference.linalg.orthogonal import mirror, reflect
from tests.linalg.samples import EASY, ROUNDING, close, perpendicular, stacks, wide
from tests.oracle import Pair, agree


@given(stacks(sorts=EASY), st.sampled_from(["reduced", "complete"]))
def test_the_same_as_numpy(a: Pair, mode: str) -> None:
    ours, theirs = np.linalg.qr(a.ours, mode), numpy.linalg.qr(a.theirs, mode)
    assert ours._fields == theirs._fields
    for mine, other in zip(ours, theirs):
        close(mine, other, 100 * ROUNDING[str(a.base.dtype)])
    if mode == "reduced":
        assert (wide(np.linalg.qr(a.ours, "r")) == wide(ours.R)).all()


@given(stacks(), st.sampled_from(["reduced", "complete"]))
def test_a_rotation_times_a_triangle(a: Pair, mode: str) -> None:
    q, r = map(wide, np.linalg.qr(a.ours, mode))
    x, rounding = a.theirs, ROUNDING[str(a.base.dtype)]
    perpendicular(q, rounding)
    assert (r == numpy.triu(r)).all()
    assert (numpy.abs(q @ r - x) <= 10 * rounding * numpy.abs(x).max(initial=0.0)).all()


@pytest.mark.parametrize("x", [[[1, 2], [3, 4]], [[True], [True]], [1, 2], 5, [[0, 0], [0, 0]], [[-2, 1], [0, 3]]])
def test_types_and_errors(x: Any) -> None:
    for mode in ("reduced", "complete", "r"):
        agree("linalg.qr", lambda xp, m=mode: tuple(xp.linalg.qr(x, mode=m)), rtol=1e-12)


def test_a_mirror_lays_a_vector_down_and_twice_gives_it_back() -> None:
    x = [3.0, 4.0, 12.0]
    v, tau, beta = mirror(x)
    down = reflect(x, v, tau)
    assert beta == -13.0 and down == pytest.approx([-13.0, 0.0, 0.0])
    assert reflect(down, v, tau) == pytest.approx(x)


def test_a_vector_already_lying_is_left_alone_sign_included() -> None:
    assert mirror([-2.0, 0.0]) == ([1.0, 0.0], 0.0, -2.0)


def test_messages() -> None:
    with pytest.raises(ValueError, match="qr: o modo 'raw' não existe; os que existem são 'reduced', 'complete' e 'r'"):
        np.linalg.qr([[1.0]], "raw")
