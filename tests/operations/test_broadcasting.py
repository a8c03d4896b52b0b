"""Broadcasting: a regra das formas, a memória que não se copia e o caminho de volta."""

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from tests.generate import Pair, arrays, broadcastable, shapes
from tests.oracle import agree, same_error


@given(st.lists(shapes(ranks=range(5), sides=[1, 1, 2, 3]), max_size=4))
def test_the_rule_of_shapes(found: list[tuple[int, ...]]) -> None:
    same_error(lambda: np.broadcast_shapes(*found), lambda: numpy.broadcast_shapes(*found), name="broadcast_shapes")


@given(arrays(), shapes())
def test_broadcast_to_any_shape(x: Pair, shape: tuple[int, ...]) -> None:
    agree("broadcast_to", lambda xp, a: xp.broadcast_to(a, shape), x)


@given(broadcastable(2))
def test_broadcast_to_the_common_shape(pairs: tuple[Pair, ...]) -> None:
    shape = numpy.broadcast_shapes(*(pair.theirs.shape for pair in pairs))
    agree("broadcast_to", lambda xp, a: xp.broadcast_to(a, shape), pairs[0])


@given(broadcastable(3))
def test_broadcast_arrays(found: tuple[Pair, ...]) -> None:
    agree("broadcast_arrays", lambda xp, *x: list(xp.broadcast_arrays(*x)), *found)


def test_nothing_is_copied() -> None:
    y = np.arange(10.0)
    repeated = np.broadcast_to(y, (32, 10))
    assert repeated.strides == (0, 8) and repeated.storage is y.storage
    y[3] = 100.0
    assert [row[3].item() for row in repeated] == [100.0] * 32
    with pytest.raises(ValueError, match="só de leitura"):
        repeated[0, 0] = 1.0


@pytest.mark.parametrize("target", [(3,), 3, [3], (2, 3), (0, 3)])
def test_the_target_may_be_written_in_several_ways(target: object) -> None:
    same_error(lambda: np.broadcast_to([1, 2, 3], target), lambda: numpy.broadcast_to([1, 2, 3], target))


@pytest.mark.parametrize("target", [(2,), (3, 2), (), (-1, 3), (2.5,), "ab"])
def test_targets_that_do_not_fit(target: object) -> None:
    same_error(lambda: np.broadcast_to([1, 2, 3], target), lambda: numpy.broadcast_to([1, 2, 3], target))


@given(arrays(shapes(ranks=[2]), kinds="biuf", special=False), arrays(shapes(ranks=[1]), kinds="biuf", special=False))
def test_two_loops_add_a_vector_to_each_row(x: Pair, y: Pair) -> None:
    if x.theirs.shape[1:] == y.theirs.shape:
        agree("add_matrix_and_vector", lambda xp, a, b: np.add_matrix_and_vector(a, b) if xp is np else a + b, x, y)
    else:
        with pytest.raises(ValueError, match=r"espera \(m, n\) e \(n,\)"):
            np.add_matrix_and_vector(x.ours, y.ours)


def test_the_notes_own_example() -> None:
    m, n = np.array([[8, 4, 9], [4, 7, 2]]), np.array([1, 2, 3])
    assert np.add_matrix_and_vector(m, n).tolist() == [[9, 6, 12], [5, 9, 5]]
    assert m.tolist() == [[8, 4, 9], [4, 7, 2]]


@given(broadcastable(2, kinds=["float64", "int64"], special=False))
def test_unbroadcast_adds_what_was_repeated(pairs: tuple[Pair, ...]) -> None:
    x, y = pairs
    whole, shape = x.theirs + y.theirs, x.theirs.shape
    new = whole.ndim - len(shape)
    axes = tuple(range(new)) + tuple(new + i for i, n in enumerate(shape) if n != whole.shape[new + i])
    same_error(
        lambda: np.unbroadcast(x.ours + y.ours, shape),
        lambda: numpy.asarray(whole.sum(axis=axes)).reshape(shape)[()],  # sem eixos, um escalar
        scale=abs(whole).sum(),
        name="unbroadcast",
    )


@pytest.mark.parametrize("shape", [(2,), (3, 1), (4, 2, 3)])
def test_unbroadcast_to_a_shape_that_could_not_have_been_repeated(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="broadcasting"):
        np.unbroadcast(np.ones((2, 3)), shape)


def test_it_is_the_gradient_of_broadcasting() -> None:
    b, upstream, step = np.array([[0.5], [2.0]]), np.array([[1.0, 2.0, 3.0], [10.0, 20.0, 30.0]]), 1e-6
    gradient = np.unbroadcast(upstream, b.shape)
    for i in range(2):
        moved = b.copy()
        moved[i, 0] += step
        rise = (np.broadcast_to(moved, (2, 3)) * upstream).sum() - (np.broadcast_to(b, (2, 3)) * upstream).sum()
        assert abs(rise.item() / step - gradient[i, 0].item()) < 1e-6
