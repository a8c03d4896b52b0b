"""Reduções: soma, produto, extremos e lógica ao longo dos eixos."""

import itertools
from fractions import Fraction
from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from reference.operations.reductions import add_in_order, add_in_pairs
from tests.oracle import Pair, agree, arrays, same_error, shapes

SUMS, EXTREMES, LOGIC = ["sum", "prod"], ["max", "min"], ["any", "all"]


@st.composite
def axes(draw: st.DrawFn) -> Any:
    """Um eixo, uma tupla de eixos ou todos; às vezes, um que não existe ou que se repete."""
    one = st.integers(-5, 4)
    return draw(st.one_of(st.none(), one, st.lists(one, max_size=3).map(tuple)))


@pytest.mark.parametrize("name", [*SUMS, *EXTREMES, *LOGIC])
def test_numpy_agrees(name: str) -> None:
    """Todos os tipos, formas, eixos e disposições; as parcelas de uma soma vão de 1 a 1.024 números de até 2."""

    @given(arrays(kinds="biufO", special=False, domain=(-2, 2)), axes(), st.booleans())
    def check(x: Pair, axis: Any, keepdims: bool) -> None:
        scale = 2048 if name == "sum" else 0
        agree(name, lambda xp, x: getattr(xp, name)(x, axis=axis, keepdims=keepdims), x, scale=scale, rtol=2e-4)

    @given(arrays(kinds=["float64"], special=False, domain=(-2, 2)), axes())
    def check_tightly(x: Pair, axis: Any) -> None:
        agree(name, lambda xp, x: getattr(xp, name)(x, axis=axis), x, scale=2048 if name == "sum" else 0)

    check()
    check_tightly()


@pytest.mark.parametrize("name", [*SUMS, *EXTREMES, *LOGIC])
def test_special_values(name: str) -> None:
    """nan e infinitos se propagam, inteiros dão a volta. O sinal do zero depende da ordem, e fica de fora."""

    @given(arrays(shapes(ranks=range(1, 4)), kinds=["int8", "uint8", "int64", "uint64", "bool"]), axes())
    def check_integers(x: Pair, axis: Any) -> None:
        agree(name, lambda xp, x: getattr(xp, name)(x, axis=axis), x)

    @given(st.lists(st.sampled_from([1.0, 2.0, numpy.inf, -numpy.inf, numpy.nan, -3.0]), min_size=1, max_size=6))
    def check_floats(values: list[float]) -> None:
        agree(name, lambda xp, x: getattr(xp, name)(x), Pair(numpy.array(values)))

    check_integers()
    check_floats()


SHAPES = [(0,), (7,), (8,), (129,), (1000,), (20_000,), (13, 37), (130, 9), (3, 150, 4), (2, 3, 140)]


@pytest.mark.parametrize("shape", SHAPES)
def test_a_sum_has_the_bits_of_numpy(shape: tuple[int, ...]) -> None:
    scales = 10.0 ** numpy.arange(-8, -8 + shape[-1]).clip(max=8)
    theirs = numpy.random.default_rng(len(shape)).normal(size=shape) * scales
    ours = np.asarray(theirs)
    for count in range(len(shape) + 1):
        for axis in itertools.combinations(range(len(shape)), count):
            assert np.sum(ours, axis=axis).tolist() == numpy.sum(theirs, axis=axis).tolist(), axis
    assert np.sum(ours.T, axis=0).tolist() == numpy.sum(theirs.T, axis=0).tolist()
    assert np.sum(ours.T) == numpy.sum(theirs.T)


def test_integers_summed_as_floats_have_the_bits_of_numpy() -> None:
    theirs = numpy.random.default_rng(0).integers(-(2**62), 2**62, 20_000)
    assert np.asarray(theirs).sum(dtype=float).tolist() == theirs.sum(dtype=float).tolist()


def test_adding_in_pairs_is_more_accurate() -> None:
    values = [0.1] * 100_000
    in_order, in_pairs = abs(add_in_order(values) - 10_000), abs(add_in_pairs(values) - 10_000)
    assert in_order > 1e-8 > 1e-11 > in_pairs


@pytest.mark.parametrize("name", [*SUMS, *EXTREMES, *LOGIC])
@pytest.mark.parametrize("x", [[], [[], []], 5, [[1, 2]], [True, False], [1.5, 2.5]])
@pytest.mark.parametrize("keepdims", [False, True])
@pytest.mark.parametrize("axis", [None, 0, 1, -1, (), (0, 0), [0], 1.0])
def test_corners(name: str, x: Any, keepdims: bool, axis: Any) -> None:
    agree(name, lambda xp: getattr(xp, name)(xp.asarray(x), axis=axis, keepdims=keepdims))


@pytest.mark.parametrize("name", [*SUMS, *EXTREMES, *LOGIC, "argmax", "argmin"])
@pytest.mark.parametrize("shape", [(0, 0), (0, 3), (3, 0)])
def test_no_group_at_all(name: str, shape: tuple[int, ...]) -> None:
    for axis in (0, 1):
        agree(name, lambda xp, axis=axis: getattr(xp, name)(xp.zeros(shape), axis=axis))


@pytest.mark.parametrize("kind", ["bool", "int8", "uint8", "int64", "float32", "float64", "object"])
@pytest.mark.parametrize("name", SUMS)
@pytest.mark.parametrize("x", [[300.7, -2.2, 3.0], [100, 100, 100], [True, True]])
def test_dtype(name: str, kind: str, x: list[Any]) -> None:
    agree(name, lambda xp: getattr(xp, name)(xp.asarray(x), dtype=kind))


@pytest.mark.parametrize(("name", "initial"), [*itertools.product(SUMS + EXTREMES, [3, -2, 2.5, numpy.inf, True])])
@pytest.mark.parametrize("x", [[1, 2], [1.5, 0.5], []])
def test_initial(name: str, initial: Any, x: list[Any]) -> None:
    if initial == numpy.inf and x == [1, 2]:
        pytest.skip("infinito não vira inteiro")
    agree(name, lambda xp: getattr(xp, name)(xp.asarray(x), initial=initial))


@pytest.mark.parametrize("name", [*SUMS, *EXTREMES, *LOGIC])
@pytest.mark.parametrize("axis", [None, 0, 1, (0, 1)])
@pytest.mark.parametrize("mask", [[[True, False, True], [False, False, False]], [True, False, True], False])
def test_where(name: str, axis: Any, mask: Any) -> None:
    x = [[1, 5, 2], [7, 3, 0]]
    agree(name, lambda xp: getattr(xp, name)(xp.asarray(x), axis=axis, where=xp.asarray(mask)))
    if name in EXTREMES:
        agree(name, lambda xp: getattr(xp, name)(xp.asarray(x), axis=axis, initial=4, where=xp.asarray(mask)))


@pytest.mark.parametrize("name", [*SUMS, *EXTREMES, *LOGIC])
@pytest.mark.parametrize("shape", [(2,), (3,), (1, 2), ()])
@pytest.mark.parametrize("kind", ["int64", "float64", "bool"])
def test_out(name: str, shape: tuple[int, ...], kind: str) -> None:
    x = [[1, 2, 3], [4, 0, 6]]
    agree(name, lambda xp: getattr(xp, name)(xp.asarray(x), axis=1, out=xp.zeros(shape, dtype=kind)))


def test_out_is_returned_and_filled() -> None:
    out = np.zeros(3)
    assert np.sum(np.ones((2, 3)), axis=0, out=out) is out
    assert out.tolist() == [2, 2, 2]


def test_objects_stay_exact() -> None:
    thirds = np.array([[Fraction(1, 3), Fraction(2, 3)], [Fraction(5, 3), 1]], dtype=object)
    assert thirds.sum() == Fraction(11, 3)
    assert thirds.prod(axis=0).tolist() == [Fraction(5, 9), Fraction(2, 3)]
    assert thirds.max() == Fraction(5, 3)
    assert thirds.min(axis=1).tolist() == [Fraction(1, 3), 1]


def test_a_wrong_axis_is_both_errors_and_says_its_name() -> None:
    with pytest.raises(np.AxisError, match=r"sum: o eixo 2 não existe num tensor de 2 eixo\(s\)"):
        np.sum(np.ones((2, 3)), axis=2)
    same_error(lambda: np.ones(3).max(axis=(0, -1)), lambda: numpy.ones(3).max(axis=(0, -1)))
