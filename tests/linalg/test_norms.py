"""Normas: o tamanho de vetores e de matrizes."""

from math import inf, nan
from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from reference.linalg.norms import naive_norm
from tests.linalg.samples import EASY, ROUNDING, stacks, well_conditioned
from tests.oracle import Pair, agree, arrays, shapes

ORDERS = [None, 0, 1, 2, 3, -1, -2, 2.5, 0.5, inf, -inf]
# sem potências de números enormes, em que a ordem das contas decide se há transbordo
NUMBERS = arrays(shapes(ranks=range(1, 4)), kinds="biuf", special=False)


@given(NUMBERS, st.sampled_from(ORDERS), st.integers(-4, 3), st.booleans())
def test_vectors_along_an_axis(x: Pair, ord: Any, axis: int, keepdims: bool) -> None:
    agree("linalg.norm", lambda xp, x: xp.linalg.norm(x, ord, axis, keepdims), x)


MATRIX_ORDERS = [None, "fro", "f", 1, -1, inf, -inf, 2, -2, "nuc", 3, 0, "abc"]


@given(NUMBERS, st.sampled_from(MATRIX_ORDERS), st.booleans(), st.data())
def test_matrices_along_two_axes(x: Pair, ord: Any, keepdims: bool, data: st.DataObject) -> None:
    axes = data.draw(st.sampled_from([(0, 1), (-1, 0), (1, 2), (-2, -1), (0, 0), (0, 5)]))
    agree("linalg.norm", lambda xp, x: xp.linalg.norm(x, ord, axes, keepdims), x)


@given(arrays(kinds="biuf", special=False), st.sampled_from([None, 1, "fro", inf]), st.booleans())
def test_all_the_axes(x: Pair, ord: Any, keepdims: bool) -> None:
    agree("linalg.norm", lambda xp, x: xp.linalg.norm(x, ord, keepdims=keepdims), x)


@given(arrays(shapes(ranks=(1, 2)), kinds="f"))
def test_nan_infinity_and_overflow(x: Pair) -> None:
    agree("linalg.norm", lambda xp, x: xp.linalg.norm(x), x)
    agree("linalg.norm", lambda xp, x: xp.linalg.norm(x, inf, axis=0), x)
    agree("linalg.norm", lambda xp, x: xp.linalg.norm(x, 1, axis=-1), x)


@given(NUMBERS, st.sampled_from([0, 1, 2, 3, inf]), st.sampled_from([None, 0, (0, 1), 7]), st.booleans())
def test_names_of_the_standard(x: Pair, ord: Any, axis: Any, keepdims: bool) -> None:
    def vectors(xp: Any, x: Any) -> Any:
        return xp.linalg.vector_norm(x, axis=axis, ord=ord, keepdims=keepdims)

    agree("linalg.vector_norm", vectors, x)
    if ord == 1:
        agree("linalg.matrix_norm", lambda xp, x: xp.linalg.matrix_norm(x, ord=1, keepdims=keepdims), x)
    if x.theirs.ndim > 1:
        agree("linalg.matrix_norm", lambda xp, x: xp.linalg.matrix_norm(x), x)


def test_lists_integers_and_three_axes() -> None:
    for call in ([3, 4],), ([[1, 2], [3, 4]], 1), ([True, False],), (5.0,), ([[[1.0]]], 1), ([1, 2], "fro"), ([],):
        agree("linalg.norm", lambda xp, a=call: xp.linalg.norm(*a))


@given(stacks(kinds=["complex64", "complex128"], sorts=EASY, fronts=[()]), st.sampled_from(ORDERS))
def test_complex_numbers_count_by_their_sizes(x: Pair, ord: Any) -> None:
    rounding = ROUNDING[str(x.base.dtype)]
    agree("linalg.norm", lambda xp, x: xp.linalg.norm(x, ord, axis=-1), x, rtol=rounding)
    agree("linalg.vector_norm", lambda xp, x: xp.linalg.vector_norm(x), x, rtol=rounding)
    if ord in (None, 1, -1, inf, -inf):
        agree("linalg.norm", lambda xp, x: xp.linalg.norm(x, ord), x, rtol=rounding)


def test_the_loop_gives_the_same() -> None:
    x = np.array([0.5, -3.0, 4.25])
    assert naive_norm(x) == np.linalg.norm(x) == numpy.linalg.norm([0.5, -3.0, 4.25])


@given(stacks(sorts=EASY, sides=range(4), fronts=[(), (2,)]), st.sampled_from([2, -2, "nuc"]), st.booleans())
def test_norms_of_singular_values(x: Pair, ord: Any, keepdims: bool) -> None:
    rounding = 100 * ROUNDING[str(x.base.dtype)]
    agree("linalg.matrix_norm", lambda xp, x: xp.linalg.matrix_norm(x, ord=ord, keepdims=keepdims), x, rtol=rounding)


@given(well_conditioned(), st.sampled_from([None, 2, -2, 1, -1, inf, -inf, "fro", "nuc"]))
def test_condition_number(x: Pair, p: Any) -> None:
    agree("linalg.cond", lambda xp, x: xp.linalg.cond(x, p), x, rtol=100 * ROUNDING[str(x.base.dtype)])


@pytest.mark.parametrize("p", [None, -2, 1, "fro"])
@pytest.mark.parametrize(
    "x",
    [[[0, 0], [0, 0]], [[1, 0], [0, 0]], [[nan, 0], [1, 2]], [[inf, 0], [0, 1]], [[1, 2, 3], [0, 1, 0]], [1, 2], [[]]],
)
def test_condition_of_singular_and_strange_matrices(x: Any, p: Any) -> None:
    agree("linalg.cond", lambda xp: xp.linalg.cond(x, p), rtol=1e-12)


def test_messages() -> None:
    with pytest.raises(ValueError, match=r"norm: mede vetores .* e não 3 eixos"):
        np.linalg.norm([[[1.0]]], 1)
    with pytest.raises(ValueError, match="ord='abc' não é uma norma de matrizes"):
        np.linalg.norm([[1.0]], "abc")
    with pytest.raises(np.linalg.LinAlgError, match=r"cond: .* que não sejam vazias, e a forma é \(0, 2\)"):
        np.linalg.cond(np.zeros((0, 2)))
