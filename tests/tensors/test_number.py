"""Um tensor sem eixos vale por um número onde o do NumPy vale, e é um erro onde o do NumPy é."""

import copy
import math
import operator
import pickle
from collections.abc import Callable
from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from reference.tensors.dtypes import DTYPES
from reference.tensors.tensor import Scalar
from tests.generate import Pair, arrays, to_reference
from tests.oracle import agree, assert_same, same_error

NAMES = [d.name for d in DTYPES if d.kind != "O"]
SAMPLES = [numpy.array(v, name) for name in NAMES for v in (0, 1, 2.5, 100)]
MANY = [numpy.zeros((0,)), numpy.array([3]), numpy.array([1.5, 2]), numpy.zeros((2, 2), bool), numpy.array([[7]])]

CONVERSIONS: dict[str, Callable[[Any], Any]] = {
    "float": float,
    "int": int,
    "bool": bool,
    "complex": complex,
    "index": operator.index,
    "len": len,
    "iter": list,
    "hash": lambda x: hash(x) and None,
    "item": lambda x: x.item(),
    "tolist": lambda x: x.tolist(),
    "round": round,
    "round 1": lambda x: round(x, 1),
    "list index": lambda x: list(range(200))[x],
    "range": lambda x: list(range(x)),
    "slice": lambda x: "abcdefgh"[:x],
    "sqrt": math.sqrt,
    "floor": math.floor,
    "format": lambda x: f"{x}",
    "format .2f": lambda x: f"{x:.2f}",
    "format >8": lambda x: f"{x:>8}",
    "%d": lambda x: "%d" % x,  # noqa: UP031
    "%.3f": lambda x: "%.3f" % x,  # noqa: UP031
    "str": str,
    "chained": lambda x: bool(0 < x < 3),
    "in": lambda x: 1 in x,
}


@pytest.mark.parametrize("name", CONVERSIONS)
@pytest.mark.parametrize("value", [*SAMPLES, *MANY], ids=repr)
def test_conversions(name: str, value: Any) -> None:
    convert = CONVERSIONS[name]
    if name != "hash":
        same_error(lambda: convert(to_reference(value)), lambda: convert(value), name=f"número: {name}")
    if not value.shape and name != "floor":
        same_error(lambda: convert(to_reference(value)[()]), lambda: convert(value[()]), name=f"escalar: {name}")


@given(arrays(kinds="biuf"), st.lists(st.integers(-5, 5), max_size=3), st.booleans())
def test_item(x: Pair, index: list[int], packed: bool) -> None:
    agree("item", lambda xp, x: x.item(tuple(index)) if packed else x.item(*index), x)


def test_item_refuses_a_fraction() -> None:
    same_error(lambda: np.zeros(3).item(1.0), lambda: numpy.zeros(3).item(1.0))


def test_what_the_errors_say() -> None:
    for attempt, kind, words in [
        (
            lambda: bool(np.zeros(3)),
            ValueError,
            r"o valor de verdade de 3 elementos é ambíguo; use x.any\(\) ou x.all\(\)",
        ),
        (lambda: bool(np.zeros(2)), ValueError, "o valor de verdade de 2 elementos"),
        (lambda: bool(np.zeros(0)), ValueError, "um tensor vazio não tem valor de verdade"),
        (
            lambda: float(np.zeros((1, 1))),
            TypeError,
            r"float: só um tensor sem eixos vira número; a forma deste é \(1, 1\)",
        ),
        (lambda: [1, 2][np.float64(1)], TypeError, "só um inteiro sem eixos vale como índice"),
        (lambda: f"{np.zeros(2):.2f}", TypeError, "'.2f' formata um número"),
        (lambda: np.zeros((2, 3)).item(0, 1, 2), ValueError, "3 índices para 2 eixos"),
        (lambda: len(np.array(3)), TypeError, "não tem tamanho"),
    ]:
        with pytest.raises(kind, match=words):
            attempt()


@pytest.mark.parametrize("name", NAMES)
def test_a_scalar_is_a_good_dictionary_key(name: str) -> None:
    one = np.ones(2, name)[0]
    assert isinstance(one, Scalar) and {1: "um"}[one] == "um" and {one: "um"}[1] == "um"
    assert hash(one) == hash(1) and one == 1 and one in {1, 2} and one in [1] and one != 2
    assert sorted([np.float64(3), np.int8(1), 2]) == [1, 2, 3] and max(np.float32(1), 5) == 5


@pytest.mark.parametrize("name", NAMES)
def test_a_scalar_survives_copies_and_pickles(name: str) -> None:
    one = np.ones(2, name)[0]
    for other in (copy.copy(one), copy.deepcopy(one), pickle.loads(pickle.dumps(one))):
        assert repr(other) == repr(one) and isinstance(other, Scalar)


def test_a_scalar_never_changes() -> None:
    x = np.arange(3.0)
    total = before = x[2]
    total += 5
    assert (before, total) == (2.0, 7.0) and repr(total) == "np.float64(7.0)" and x.tolist() == [0, 1, 2]
    with pytest.raises((TypeError, ValueError)):
        before[()] = 1


@pytest.mark.filterwarnings("ignore::RuntimeWarning")  # de complexo a inteiro, a parte imaginária se perde
def test_scalars_and_tensors_without_axes_are_told_apart() -> None:
    x, y = np.array(1.5), numpy.array(1.5)
    for f in (
        lambda x: x[()],
        lambda x: x[...],
        lambda x: x + 1,
        lambda x: x * x,
        lambda x: x[None],
        lambda x: x[()][...],
    ):
        assert_same(f(x), f(y))
    x += 1
    assert repr(x) == "array(2.5)" and not isinstance(x, Scalar)
    for name in NAMES:
        ours, theirs = np.ones((), name)[()], numpy.ones((), name)[()]
        assert_same(ours.astype("int16"), theirs.astype("int16"))
        assert (ours.shape, ours.ndim, ours.size, ours.nbytes) == ((), 0, 1, theirs.nbytes)


@given(st.floats(-1e6, 1e6), st.integers(-3, 6))
def test_rounding_is_numpys(value: float, digits: int) -> None:
    assert_same(round(np.float64(value), digits), round(numpy.float64(value), digits), name="round")
    assert round(np.float64(value)) == round(numpy.float64(value))


def test_python_numbers_on_both_sides() -> None:
    x, y = np.float32(2.5), numpy.float32(2.5)
    for f in (
        lambda x: 1 + x, lambda x: x - 1, lambda x: 2 * x, lambda x: 1 / x, lambda x: x**2, lambda x: 2**x,
        lambda x: x // 1, lambda x: 7 % x, lambda x: -x, lambda x: abs(-x), lambda x: x > 2, lambda x: x >= 3.5,
        lambda x: x == 2.5, lambda x: divmod(x, 2),
    ):  # fmt: skip
        assert_same(f(x), f(y), name="escalar: contas")
    assert sum([np.float64(0.5)] * 3) == 1.5 and sum(np.arange(4)) == 6
    assert math.isclose(math.exp(np.float64(1)), math.e)
