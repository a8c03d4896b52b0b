"""Criar tensores: cada função dá o que a do NumPy dá, em todo tipo, ou o mesmo tipo de erro."""

import inspect
import math
from fractions import Fraction
from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from reference.tensors.creation import as_shape
from reference.tensors.dtypes import DTYPES
from tests.generate import Pair, arrays
from tests.oracle import agree, same_error

NAMES = [d.name for d in DTYPES]
SHAPES = [0, 3, (), (0,), (2,), (2, 0, 3), [2, 3], (1, 2, 3, 2)]
BAD_SHAPES = [-1, (2, -1), 2.0, "a", None, (2.0,), [[1, 2]]]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_filled(name: str, shape: Any) -> None:
    for function in ("zeros", "ones"):
        same_error(
            lambda f=function: getattr(np, f)(shape, name),
            lambda f=function: getattr(numpy, f)(shape, name),
            name=function,
        )
    assert np.empty(shape, name).shape == numpy.empty(shape, name).shape
    same_error(lambda: np.full(shape, 1, dtype=name), lambda: numpy.full(shape, 1, dtype=name), name="full")


@pytest.mark.parametrize("shape", BAD_SHAPES, ids=str)
@pytest.mark.parametrize("function", ["zeros", "ones", "empty"])
def test_impossible_shapes(function: str, shape: Any) -> None:
    same_error(lambda: getattr(np, function)(shape), lambda: getattr(numpy, function)(shape), name=function)


def test_what_the_error_says() -> None:
    with pytest.raises(TypeError, match=r"forma: 2\.5 não é um inteiro nem uma sequência de inteiros"):
        as_shape(2.5)
    with pytest.raises(ValueError, match=r"forma: \(2, -1\) tem um tamanho negativo"):
        as_shape((2, -1))
    with pytest.raises(ValueError, match="device: 'gpu' não existe aqui"):
        np.zeros(2, device="gpu")
    assert np.zeros(2, device="cpu").device == "cpu"


def test_shapes_come_from_anything_whole() -> None:
    assert as_shape(np.array([2, 3])) == as_shape(range(2, 4)) == as_shape([np.int64(2), 3]) == (2, 3)
    assert as_shape(np.int8(4)) == as_shape(np.array(4)) == (4,)


FILLS = [0, 7, -3, True, 2.7, 300, -1, 2**63, 2**70, math.nan, [1, 2], [[1], [2]], [1, 2, 3], [1.5, 2], Fraction(1, 2)]


@pytest.mark.parametrize("value", FILLS, ids=str)
@pytest.mark.parametrize("name", [None, "bool", "int8", "uint8", "int64", "float32", "float64", "object"])
@pytest.mark.filterwarnings("ignore:invalid value")
def test_full_of_anything(value: Any, name: Any) -> None:
    if name == "bool" and value in (2**63, 2**70):
        pytest.skip("o NumPy confere se até um booleano cabe em 64 bits")
    same_error(lambda: np.full((2, 2), value, name), lambda: numpy.full((2, 2), value, name), name="full")
    theirs = numpy.zeros((2, 2), name or "float64")
    same_error(
        lambda: np.full_like(np.zeros((2, 2), name), value), lambda: numpy.full_like(theirs, value), name="full_like"
    )


@given(arrays(kinds="biufO"), st.sampled_from([None, *NAMES]), st.sampled_from([None, 3, (2, 0), ()]))
def test_like(x: Pair, name: Any, shape: Any) -> None:
    for function in ("zeros_like", "ones_like"):
        agree(function, lambda xp, x, f=function: getattr(xp, f)(x, dtype=name, shape=shape), x)
    assert np.empty_like(x.ours, name).shape == x.theirs.shape


@given(st.integers(0, 5), st.none() | st.integers(0, 5), st.integers(-6, 6), st.sampled_from(NAMES))
def test_eye(rows: int, columns: Any, k: int, name: str) -> None:
    same_error(lambda: np.eye(rows, columns, k, name), lambda: numpy.eye(rows, columns, k, name), name="eye")
    same_error(lambda: np.identity(rows, name), lambda: numpy.identity(rows, name), name="identity")


@pytest.mark.parametrize("arguments", [(-1,), (2.0,), (2, -1), ("a",)], ids=str)
def test_impossible_eyes(arguments: Any) -> None:
    same_error(lambda: np.eye(*arguments), lambda: numpy.eye(*arguments), name="eye")


LISTS = [
    1, 2.5, True, [], [[]], [[], []], [1, 2], [1, 2.5], [True, 2], [True, False], [[1, 2], [3, 4]], (1, (2,)),
    [[1, 2], [3]], [1, [2]], [2**63], [2**63, 1], [2**64], [2**64, 1.5], range(4), [range(2), range(2)], {1, 2},
    [Fraction(1, 3), 2], [None], [math.nan, 1], [-0.0], ((1, 2), [3, 4]), [[[1], [2]]],
]  # fmt: skip


@pytest.mark.parametrize("data", LISTS, ids=str)
@pytest.mark.parametrize("name", [None, "bool", "int8", "uint64", "float32", "float64", "object"])
@pytest.mark.filterwarnings("ignore:invalid value")
def test_array_of_lists(data: Any, name: Any) -> None:
    if data == [None] and name in ("float32", "float64"):
        pytest.skip("no NumPy None vira nan; aqui é um erro")
    same_error(lambda: np.array(data, name), lambda: numpy.array(data, name), name="array")
    same_error(lambda: np.asarray(data, name), lambda: numpy.asarray(data, name), name="asarray")
    same_error(lambda: np.array(data, name, ndmin=3), lambda: numpy.array(data, name, ndmin=3), name="array")


@given(arrays(kinds="biuf", special=False), arrays(kinds="biuf", special=False))
def test_array_of_arrays(x: Pair, y: Pair) -> None:
    agree("array", lambda xp, x, y: xp.array([x, y]), x, y)
    agree("array", lambda xp, x: xp.array([[x, x], [x, x]]), x)
    agree("array", lambda xp, x: xp.array([x, x], dtype="int8"), x)


@given(arrays(kinds="biufO"))
def test_a_copy_has_its_own_memory(x: Pair) -> None:
    agree("copy", lambda xp, x: xp.copy(x), x)
    ours = x.ours
    assert np.asarray(ours) is ours and np.array(ours) is not ours
    for copied in (np.array(ours), np.copy(ours), ours.copy(), np.asarray(ours, copy=True), ours.astype(ours.dtype)):
        assert copied.storage is not ours.storage and copied.base is None
    assert ours.astype(ours.dtype, copy=False) is ours and np.asarray(ours, ours.dtype) is ours


def test_copy_false_never_copies() -> None:
    x, y = np.array([1, 2]), numpy.array([1, 2])
    for attempt in (
        lambda xp, x: xp.asarray([1, 2], copy=False),
        lambda xp, x: xp.asarray(x, dtype="float32", copy=False),
        lambda xp, x: xp.asarray(x[0], copy=False),
        lambda xp, x: xp.array(5, copy=False),
        lambda xp, x: xp.array(x, copy=False),
        lambda xp, x: xp.array(x, copy=None),
    ):
        same_error(lambda attempt=attempt: attempt(np, x), lambda attempt=attempt: attempt(numpy, y))
    assert np.array(x, copy=False) is x is np.array(x, copy=None)


def test_scalars_become_tensors_without_axes() -> None:
    x = np.asarray(np.float32(1.5))
    assert repr(x) == "array(1.5, dtype=float32)" and x.writeable
    x[...] = 2
    assert x.item() == 2.0
    assert repr(np.array(3)) == "array(3)" and repr(np.array(3)[()]) == "np.int64(3)"


def test_arguments_have_numpys_names() -> None:
    for name in (
        "array",
        "asarray",
        "full",
        "zeros",
        "ones",
        "empty",
        "full_like",
        "zeros_like",
        "linspace",
        "identity",
    ):
        ours, theirs = inspect.signature(getattr(np, name)), numpy_parameters(name)
        mine = [p for p in ours.parameters if p not in ("x", "data")]
        assert set(mine) <= set(theirs), (name, mine, theirs)


def numpy_parameters(name: str) -> list[str]:
    """Argumentos da função do NumPy, pela assinatura ou, das escritas em C, pela primeira linha da documentação."""
    try:
        return list(inspect.signature(getattr(numpy, name)).parameters)
    except ValueError:
        line = getattr(numpy, name).__doc__.strip().split(")")[0]
        return [part.split("=")[0].strip() for part in line.split("(", 1)[1].split(",")]
