"""Média móvel."""

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from reference.operations.smoothing import moving_average
from tests.oracle import Pair, arrays, same_error, shapes


def test_a_window_of_one_changes_nothing() -> None:
    assert moving_average(np.array([3, 1, 2]), 1).tolist() == [3, 1, 2]


@given(arrays(shapes(ranks=[1], sides=range(1, 9), empty=False), kinds="iuf", special=False), st.data())
def test_numpy_agrees(x: Pair, data: st.DataObject) -> None:
    window = data.draw(st.integers(1, x.theirs.size))
    same_error(
        lambda: moving_average(x.ours, window),
        lambda: numpy.convolve(x.theirs, numpy.ones(window), "valid") / window,
        scale=10,
        name="moving_average",
    )


@pytest.mark.parametrize(("shape", "window"), [((3,), 0), ((3,), 4), ((2, 2), 1)])
def test_a_window_that_does_not_fit_is_an_error(shape: tuple[int, ...], window: int) -> None:
    with pytest.raises(ValueError, match=f"uma janela de {window} não cabe"):
        moving_average(np.zeros(shape), window)
