"""Contração: `tensordot`, `inner`, `vecdot` e `outer`."""

from typing import Any

import numpy
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import reference as np
from reference.operations.contraction import naive_contraction
from tests.operations.test_dot import without_negative_zero
from tests.oracle import Pair, arrays, broadcastable, same_error, shapes

SMALL = shapes(ranks=range(4), sides=range(4))


def agree(name: str, x: Pair, y: Pair, *args: Any, **options: Any) -> None:
    """Compara `np.<name>(x, y, …)` com o NumPy; as parcelas são no máximo 64 produtos de até 10 por 10."""
    same_error(
        lambda: getattr(np, name)(x.ours, y.ours, *args, **options),
        lambda: without_negative_zero(getattr(numpy, name)(x.theirs, y.theirs, *args, **options)),
        scale=6400,
        name=name,
    )


@st.composite
def with_axes(draw: st.DrawFn) -> tuple[Pair, Pair, tuple[list[int], list[int]]]:
    """Dois tensores e pares de eixos de mesmo tamanho, em qualquer posição, contados de qualquer ponta."""
    summed = draw(st.lists(st.integers(0, 3), max_size=3))
    found = []
    for _ in range(2):
        places = draw(st.lists(st.integers(0, 3), max_size=2)) + [None] * len(summed)
        order = draw(st.permutations(range(len(places))))
        lengths = iter(summed)
        shape: list[int] = [0] * len(places)
        axes = []
        for place, length in zip(order, places):
            shape[place] = next(lengths) if length is None else length
            if length is None:
                axes.append(draw(st.sampled_from([place, place - len(places)])))
        found.append((draw(arrays(tuple(shape), kinds="biufO", special=False)), axes))
    (x, from_x), (y, from_y) = found
    return x, y, (from_x, from_y)


@given(with_axes())
def test_tensordot_over_chosen_axes(case: tuple[Pair, Pair, Any]) -> None:
    agree("tensordot", *case)


@given(arrays(SMALL, special=False), arrays(SMALL, special=False), st.integers(0, 4))
def test_tensordot_over_a_number_of_axes(x: Pair, y: Pair, count: int) -> None:
    agree("tensordot", x, y, count)


@pytest.mark.parametrize("axes", [((1, 1), (0, 0)), ((2,), (0,)), ((0, 1), (0,)), (1, 1), (-1, 0), 3, 1.5, "ab"])
def test_tensordot_refuses_what_numpy_refuses(axes: Any) -> None:
    x, y = numpy.ones((2, 3)), numpy.ones((3, 4))
    same_error(lambda: np.tensordot(np.ones((2, 3)), np.ones((3, 4)), axes), lambda: numpy.tensordot(x, y, axes))


@given(arrays(SMALL, kinds="biufO", special=False), arrays(SMALL, kinds="biufO", special=False))
def test_inner_and_outer(x: Pair, y: Pair) -> None:
    if x.theirs.ndim and y.theirs.ndim:
        agree("inner", x, y)
    same_error(lambda: np.outer(x.ours, y.ours), lambda: numpy.outer(x.theirs, y.theirs), name="outer")


@given(broadcastable(shape=shapes(range(5)), kinds="biufO", special=False), st.integers(-5, 4))
def test_vecdot(pair: tuple[Pair, Pair], axis: int) -> None:
    # de nenhum objeto, o NumPy dá None; nós damos zero, como na soma
    assume(all(x.theirs.size for x in pair) or all(x.theirs.dtype != object for x in pair))
    agree("vecdot", *pair, axis=axis)
    agree("vecdot", *pair)


@given(st.lists(st.integers(1, 3), min_size=4, max_size=4).flatmap(
    lambda n: st.tuples(arrays(tuple(n[:3]), kinds="i"), arrays((n[2], n[1], n[3]), kinds="i"))
))  # fmt: skip
def test_the_loop_of_the_notes_is_one_contraction_among_many(pair: tuple[Pair, Pair]) -> None:
    a, b = pair[0].ours.astype(object), pair[1].ours.astype(object)
    assert naive_contraction(a, b) == np.tensordot(a, b, axes=([1, 2], [1, 0])).tolist()


def test_products_of_the_same_tensors_have_different_shapes() -> None:
    x, y = np.ones((2, 3, 4)), np.ones((2, 4, 5))
    assert np.matmul(x, y).shape == (2, 3, 5)
    assert np.dot(x, y).shape == (2, 3, 2, 5)
    assert np.tensordot(x, y, axes=([0, 2], [0, 1])).shape == (3, 5)
    assert np.tensordot(x, y, axes=0).shape == (2, 3, 4, 2, 4, 5)


def test_outer_out_and_messages() -> None:
    out = np.zeros((2, 3))
    assert np.outer([1, 2], [1, 2, 3], out=out) is out
    assert out.tolist() == [[1, 2, 3], [2, 4, 6]]
    with pytest.raises(ValueError, match=r"inner: o último eixo de \(2,\) e o de \(3,\)"):
        np.inner([1, 2], [1, 2, 3])
    with pytest.raises(ValueError, match="vecdot: o eixo -1 tem 2 elementos em um e 1 no outro"):
        np.vecdot([1, 2], [1])


@given(
    arrays(shapes(ranks=range(4)), domain=(-5, 5), special=False),
    arrays(shapes(ranks=range(4)), domain=(-5, 5), special=False),
)
def test_kron(x: Pair, y: Pair) -> None:
    same_error(lambda: np.kron(x.ours, y.ours), lambda: numpy.kron(x.theirs, y.theirs), name="kron")


SIDES = [
    ((3,), (3,)), ((2,), (2,)), ((3,), (2,)), ((2,), (3,)), ((4, 3), (3,)), ((3,), (5, 1, 3)), ((), ()), ((4,), (4,)),
    ((2, 3), (4, 3)), ((0, 3), (3,)),
]  # fmt: skip


@pytest.mark.filterwarnings("ignore:Arrays of 2-dimensional vectors")
@pytest.mark.parametrize("kind", ["int64", "uint8", "float32", "float64", "bool"])
@pytest.mark.parametrize("sides", SIDES)
def test_cross(kind: str, sides: tuple[tuple[int, ...], ...]) -> None:
    x, y = (Pair(numpy.arange(k, k + numpy.prod(s, dtype=int)).reshape(s).astype(kind)) for k, s in enumerate(sides))
    agree("cross", x, y)


@pytest.mark.filterwarnings("ignore:Arrays of 2-dimensional vectors")
@pytest.mark.parametrize("shape", [(3, 3), (2, 3), (3, 2)])
@pytest.mark.parametrize(
    "axes", [{"axis": 0}, {"axisa": 0}, {"axisb": 0, "axisc": 0}, {"axisa": 0, "axisb": 0}, {"axis": 5}]
)
def test_cross_along_other_axes(shape: tuple[int, ...], axes: dict[str, int]) -> None:
    x = Pair(numpy.arange(1.0, 1 + numpy.prod(shape)).reshape(shape))
    agree("cross", x, Pair(x.theirs[::-1] ** 2), **axes)
