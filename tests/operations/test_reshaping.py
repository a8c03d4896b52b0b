"""Mudar a forma: quando o resultado é uma vista, e quando é uma cópia."""

from collections.abc import Callable
from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from reference.operations.reshaping import naive_reshape, naive_transpose, split_steps
from reference.tensors.layout import merge_axes
from reference.tensors.tensor import Tensor
from tests.oracle import Pair, agree, arrays, shapes

AXES = st.one_of(st.integers(-6, 5), st.lists(st.integers(-6, 5), max_size=3).map(tuple))


def is_view(result: Any, x: Any) -> bool:
    """Se escrever num é escrever no outro."""
    if isinstance(x, Tensor):
        return result.storage is x.storage
    return bool(numpy.may_share_memory(result, x))


def agree_and_share(name: str, change: Callable[[Any, Any], Any], x: Pair) -> None:
    """A mesma resposta que o NumPy e, se ela tem elementos, vista onde a dele é vista."""
    agree(name, change, x)

    def shares(xp: Any, x: Any) -> bool:
        result = change(xp, x)
        return x.size == 0 or is_view(result, x)

    agree(name, shares, x)


@st.composite
def reshapes(draw: st.DrawFn) -> tuple[Pair, tuple[int, ...]]:
    """Um tensor e uma forma nova em que seus elementos cabem (quase sempre), talvez com um -1."""
    x = draw(arrays(shapes(sides=[1, 2, 3, 4, 6]), kinds=["uint8", "float64", "object"]))
    rest, shape = x.theirs.size, []
    for _ in range(draw(st.integers(0, 4))):
        divisors = [n for n in (1, 2, 3, 4, 6, 8, 9, 12) if rest and rest % n == 0] or [rest, 1]
        shape.append(draw(st.sampled_from(divisors)))
        rest = rest // shape[-1] if shape[-1] else 0
    shape.insert(draw(st.integers(0, len(shape))), rest)
    if draw(st.integers(0, 3)) == 0:
        shape[draw(st.integers(0, len(shape) - 1))] = draw(st.sampled_from([-1, -1, -1, 5]))
    return x, tuple(shape)


@given(reshapes(), st.sampled_from(["C", "F", "A"]))
def test_reshape(case: tuple[Pair, tuple[int, ...]], order: str) -> None:
    x, shape = case
    agree_and_share("reshape", lambda xp, x: xp.reshape(x, shape, order=order), x)
    agree("reshape", lambda xp, x: x.reshape(*shape), x)
    agree("reshape", lambda xp, x: xp.reshape(x, shape, copy=False), x)
    ours = x.ours
    assert not is_view(np.reshape(ours, ours.shape, copy=True), ours)


@given(arrays((4, 6), kinds="biufO"), st.sampled_from([(1, 24), (3, 8), (6, 4), (24, 1)]))
def test_the_naive_loops_write_the_same_grids(x: Pair, shape: tuple[int, int]) -> None:
    ours = x.ours
    for loop, ready in [(naive_reshape(ours, shape), ours.reshape(shape)), (naive_transpose(ours), ours.T)]:
        assert (loop.dtype, loop.shape, repr(loop)) == (ready.dtype, ready.shape, repr(ready))
        assert loop.storage is not ours.storage


def test_the_naive_loops_are_for_matrices() -> None:
    with pytest.raises(ValueError, match=r"naive_reshape: a forma \(2, 3\) .* \(4, 2\)"):
        naive_reshape(np.zeros((2, 3)), (4, 2))
    with pytest.raises(ValueError, match=r"naive_transpose: espera uma matriz, e a forma de x é \(3,\)"):
        naive_transpose(np.zeros(3))


@pytest.mark.parametrize("shape", [7, (4, -1), (-1, -1), (2.0, 3), (3, -1), 6, [2, 3], (-2, 3), (), "ab", (0, -1)])
def test_reshape_of_six(shape: Any) -> None:
    agree("reshape", lambda xp: xp.reshape(xp.arange(6), shape))
    agree("reshape", lambda xp: xp.reshape(xp.zeros((0, 3)), shape))


def test_the_message_says_the_sizes() -> None:
    with pytest.raises(ValueError, match=r"reshape: 6 elementos não cabem na forma \(4, -1\)"):
        np.reshape(np.arange(6), (4, -1))
    with pytest.raises(ValueError, match="order tem de ser 'C', 'F' ou 'A', não 'Z'"):
        np.reshape(np.arange(6), 6, order="Z")


@given(arrays(kinds=["uint8", "float64", "object"]), st.sampled_from("CFAK"))
def test_ravel_and_flatten(x: Pair, order: str) -> None:
    if order == "K" and x.layout.shape is not None:
        order = "A"  # de um tensor que se repete, a ordem da memória é ambígua
    agree_and_share("ravel", lambda xp, x: xp.ravel(x, order), x)
    agree_and_share("flatten", lambda xp, x: x.flatten(order), x)


@given(arrays(kinds=["uint8"]), st.data())
def test_transpose(x: Pair, data: st.DataObject) -> None:
    ndim = x.theirs.ndim
    order = data.draw(st.permutations(range(ndim)))
    order = [a - ndim if data.draw(st.booleans()) else a for a in order]
    for axes in (None, order, tuple(order), (*order[:-1], 0), order[1:]):
        agree_and_share("transpose", lambda xp, x: xp.transpose(x, axes), x)  # noqa: B023
    agree_and_share("permute_dims", lambda xp, x: xp.permute_dims(x, order), x)
    agree_and_share("matrix_transpose", lambda xp, x: xp.matrix_transpose(x), x)
    agree("transpose", lambda xp, x: x.transpose(*order), x)
    agree("transpose", lambda xp, x: (x.T, x.mT), x)


@given(arrays(kinds=["uint8"]), AXES, AXES)
def test_moveaxis_and_swapaxes(x: Pair, source: Any, destination: Any) -> None:
    agree_and_share("moveaxis", lambda xp, x: xp.moveaxis(x, source, destination), x)
    agree_and_share("swapaxes", lambda xp, x: xp.swapaxes(x, source, destination), x)


@given(arrays(shapes(range(1, 6)), kinds=["uint8"]), st.data())
def test_moveaxis_of_several_axes(x: Pair, data: st.DataObject) -> None:
    ndim = x.theirs.ndim
    count = data.draw(st.integers(1, ndim))
    source, destination = (data.draw(st.permutations(range(ndim)))[:count] for _ in range(2))
    agree_and_share("moveaxis", lambda xp, x: xp.moveaxis(x, source, destination), x)


@given(arrays(kinds=["uint8"]), AXES)
def test_expand_dims(x: Pair, axis: Any) -> None:
    agree_and_share("expand_dims", lambda xp, x: xp.expand_dims(x, axis), x)


@given(arrays(shapes(sides=[1, 1, 2]), kinds=["uint8"]), st.one_of(st.none(), AXES))
def test_squeeze(x: Pair, axis: Any) -> None:
    agree_and_share("squeeze", lambda xp, x: xp.squeeze(x, axis), x)
    agree("squeeze", lambda xp, x: x.squeeze(), x)


def test_a_view_changes_what_it_views() -> None:
    x = np.arange(6)
    x.reshape(2, 3).T[2, 1] = 50
    assert x.tolist() == [0, 1, 2, 3, 4, 50]
    np.expand_dims(x, 0)[0, 0] = 9
    assert int(x[0]) == 9


def test_a_scalar_gives_a_tensor_that_can_be_written() -> None:
    total = np.arange(4).sum()
    for tensor in (total.reshape(1, 1), np.ravel(total), np.expand_dims(total, 0), np.transpose(total)):
        tensor += 1
        assert tensor.tolist() in ([[7]], [7], 7)
    assert int(total) == 6


def test_reshape_is_not_transpose() -> None:
    x = np.arange(6).reshape(2, 3)
    assert x.reshape(3, 2).tolist() == [[0, 1], [2, 3], [4, 5]]
    assert x.T.tolist() == [[0, 3], [1, 4], [2, 5]]


def test_steps_that_cannot_be_split() -> None:
    assert split_steps(*map(list, ([3, 4], [1, 3])), (12,)) is None
    merged, (steps,) = merge_axes((2, 3, 4), (12, 4, 1))
    assert split_steps(merged, steps, (4, 1, 6)) == (6, 6, 1)
