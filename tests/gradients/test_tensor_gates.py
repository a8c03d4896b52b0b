"""Portas de tensores: a volta de cada uma contra diferenças centrais, em formas sorteadas e em três bibliotecas."""

from collections.abc import Callable
from typing import Any

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reference as np
from reference.gradients.gates import Gate
from reference.gradients.tensor_gates import (
    ConcatGate,
    IndexGate,
    MatMulGate,
    MaxOverGate,
    PermuteGate,
    ReshapeGate,
    SumGate,
    TakeGate,
    WhereGate,
    reduced_axes,
)
from tests.gradients.differences import LIBRARIES, check_gate


def values(*shape: int, seed: int = 0) -> numpy.ndarray:
    """Números todos diferentes, fora de ordem e longe uns dos outros, para que o máximo tenha dono."""
    size = int(numpy.prod(shape))
    return (numpy.random.default_rng(seed).permutation(size) - size / 3).reshape(shape) / 4


@st.composite
def reductions(draw: st.DrawFn) -> tuple[numpy.ndarray, dict[str, Any]]:
    shape = draw(st.lists(st.integers(1, 3), max_size=4))
    axes = draw(st.lists(st.integers(0, len(shape) - 1), unique=True)) if shape else []
    axis = draw(st.sampled_from([None, tuple(axes), *[a - draw(st.sampled_from([0, len(shape)])) for a in axes[:1]]]))
    return values(*shape, seed=draw(st.integers(0, 99))), {"axis": axis, "keepdims": draw(st.booleans())}


@pytest.mark.parametrize("kind", [SumGate, MaxOverGate])
def test_reductions(kind: Callable[..., Gate]) -> None:
    @settings(max_examples=40)
    @given(reductions())
    def check(case: tuple[numpy.ndarray, dict[str, Any]]) -> None:
        x, options = case
        if kind is SumGate or options["axis"] != ():
            check_gate(lambda: kind(**options), [x])

    check()


def test_sum_of_nothing() -> None:
    check_gate(lambda: SumGate(axis=0), [numpy.zeros((0, 3))])


def test_reduced_axes() -> None:
    assert (reduced_axes(None, 3), reduced_axes(-1, 3), reduced_axes((0, -2), 3)) == ({0, 1, 2}, {2}, {0, 1})


def test_ties_share_the_gradient() -> None:
    gate = MaxOverGate(axis=1)
    gate.forward(np.array([[5.0, 1.0, 5.0], [2.0, 2.0, 2.0]]))
    (gradient,) = gate.backward(np.array([8.0, 9.0]))
    assert gradient.tolist() == [[4.0, 0.0, 4.0], [3.0, 3.0, 3.0]]


@st.composite
def factors(draw: st.DrawFn) -> list[numpy.ndarray]:
    """Dois fatores que se multiplicam: vetores, matrizes, lotes que se repetem um sobre o outro, eixos vazios."""
    m, k, n = (draw(st.integers(0, 3)) for _ in range(3))
    front = draw(st.lists(st.integers(1, 2), max_size=2))

    def batch() -> list[int]:
        return [draw(st.sampled_from([1, side])) for side in front[draw(st.integers(0, len(front))) :]]

    x = draw(st.sampled_from([[k], [m, k], [*batch(), m, k]]))
    y = draw(st.sampled_from([[k], [k, n], [*batch(), k, n]]))
    return [values(*x), values(*y, seed=1)]


@settings(max_examples=100)
@given(factors())
def test_matmul(pair: list[numpy.ndarray]) -> None:
    check_gate(MatMulGate, pair)


GATES: list[tuple[str, Callable[[], Gate], list[numpy.ndarray]]] = [
    ("reshape", lambda: ReshapeGate((3, 2)), [values(2, 3)]),
    ("reshape to one axis", lambda: ReshapeGate((-1,)), [values(2, 1, 3)]),
    ("reshape of a number", lambda: ReshapeGate((1, 1)), [values()]),
    ("permute", lambda: PermuteGate((2, 0, 1)), [values(2, 3, 4)]),
    ("permute from the end", lambda: PermuteGate((-1, 0, -2)), [values(2, 3, 4)]),
    ("index", lambda: IndexGate((1, slice(None, None, 2))), [values(2, 3)]),
    ("index backwards", lambda: IndexGate((..., slice(None, None, -1))), [values(2, 3)]),
    ("index of one element", lambda: IndexGate((0, -1)), [values(2, 3)]),
    ("concat", lambda: ConcatGate(1), [values(2, 3), values(2, 1), values(2, 2)]),
    ("concat from the end", lambda: ConcatGate(-2), [values(1, 3), values(0, 3), values(2, 3)]),
]


@pytest.mark.parametrize(("make", "inputs"), [case[1:] for case in GATES], ids=[case[0] for case in GATES])
def test_moving_elements(make: Callable[[], Gate], inputs: list[numpy.ndarray]) -> None:
    check_gate(make, inputs)


@pytest.mark.parametrize("library", LIBRARIES)
def test_where_sends_the_gradient_to_the_chosen(library: str) -> None:
    convert = LIBRARIES[library]
    gate = WhereGate(convert(numpy.array([[True, False, True], [False, False, True]])))
    gate.forward(convert(values(2, 3)), convert(values(3)))
    dx, dy = gate.backward(convert(numpy.array([[1.0, 2.0, 4.0], [8.0, 16.0, 32.0]])))
    assert [[float(dx[i, j]) for j in range(3)] for i in range(2)] == [[1.0, 0.0, 4.0], [0.0, 0.0, 32.0]]
    assert [float(dy[j]) for j in range(3)] == [8.0, 18.0, 0.0]


@pytest.mark.parametrize("library", LIBRARIES)
def test_take_adds_what_comes_back_to_the_same_row(library: str) -> None:
    convert = LIBRARIES[library]
    gate = TakeGate(convert(numpy.array([2, 0, 2])))
    gate.forward(convert(values(3, 2, 2)))
    (gradient,) = gate.backward(convert(numpy.ones((3, 2, 2))))
    assert [float(gradient[i, 0, 0]) for i in range(3)] == [1.0, 0.0, 2.0]


def test_lists_are_tensors_too() -> None:
    assert WhereGate([True, False]).forward(np.array([1.0, 2.0]), 0.0).tolist() == [1.0, 0.0]
    assert TakeGate([1, 1]).forward(np.array([1.0, 2.0])).tolist() == [2.0, 2.0]


def test_the_gradient_of_a_sum_costs_no_memory() -> None:
    gate = SumGate()
    gate.forward(np.zeros((100, 100)))
    (gradient,) = gate.backward(3.0)
    assert gradient.strides == (0, 0) and gradient[99, 99] == 3.0


def test_bad_shapes_are_refused_in_portuguese() -> None:
    with pytest.raises(ValueError, match=r"matmul: de formas \(2, 3\) e \(2, 3\)"):
        MatMulGate().forward(np.ones((2, 3)), np.ones((2, 3)))
    gate = SumGate(axis=0)
    gate.forward(np.ones((2, 3)))
    with pytest.raises(ValueError, match=r"tem forma \(2,\) e o valor, \(3,\)"):
        gate.backward(np.ones(2))
    with pytest.raises(TypeError, match="use take"):
        IndexGate([0, 0])
