"""Operadores: cada símbolo chama a função de mesmo nome, dos dois lados, e `∘=` escreve na própria memória."""

import operator
from typing import Any

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reference as np
from reference.tensors.operators import Operators, is_foreign
from tests.generate import Pair, random_pair
from tests.oracle import agree, assert_same, same_error

SYMBOLS = ["add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "lt", "le", "gt", "ge", "eq", "ne"]
SHAPES = st.lists(st.integers(0, 4), max_size=3).map(tuple)
UNARY = ["neg", "pos", "abs", "invert"]
NAMES = {
    "add": "add", "sub": "subtract", "mul": "multiply", "truediv": "divide", "floordiv": "floor_divide",
    "mod": "remainder", "pow": "pow", "matmul": "matmul", "and": "bitwise_and", "or": "bitwise_or",
    "xor": "bitwise_xor", "lshift": "bitwise_left_shift", "rshift": "bitwise_right_shift", "lt": "less",
    "le": "less_equal", "gt": "greater", "ge": "greater_equal", "eq": "equal", "ne": "not_equal",
    "neg": "negative", "pos": "positive", "abs": "abs", "invert": "bitwise_invert", "divmod": "divmod",
}  # fmt: skip


class Spy(Operators):
    """Um objeto cujo namespace só anota o que lhe pedem."""

    shape = ()

    def __array_namespace__(self) -> Any:
        class Namespace:
            def __getattr__(self, name: str) -> Any:
                return lambda *inputs, **options: (name, inputs, options)

        return Namespace()


@pytest.mark.parametrize("symbol", NAMES)
def test_each_symbol_is_a_name_in_the_namespace(symbol: str) -> None:
    x = Spy()
    method = getattr(Operators, f"__{symbol}__")
    if symbol in UNARY:
        assert method(x) == (NAMES[symbol], (x,), {})
        return
    assert method(x, 3) == (NAMES[symbol], (x, 3), {})
    if hasattr(Operators, f"__r{symbol}__"):
        assert getattr(Operators, f"__r{symbol}__")(x, 3) == (NAMES[symbol], (3, x), {})
    if hasattr(Operators, f"__i{symbol}__"):
        assert getattr(Operators, f"__i{symbol}__")(x, 3) == (NAMES[symbol], (x, 3), {"out": x})


FLOATS = st.builds(lambda shape, seed: random_pair(seed, shape, "float64", False, (1, 5)), SHAPES, st.integers(0, 99))


@pytest.mark.parametrize("symbol", SYMBOLS)
@pytest.mark.parametrize("number", [2, 2.5, True])
@given(x=FLOATS)
@settings(max_examples=10)
def test_on_either_side(symbol: str, number: Any, x: Pair) -> None:
    f = getattr(operator, symbol)
    agree(f"operador {symbol}", lambda xp, x: f(x, x), x)
    agree(f"operador {symbol}", lambda xp, x: f(x, number), x)
    agree(f"operador {symbol}", lambda xp, x: f(number, x), x)
    agree(f"operador {symbol}", lambda xp, x: f(x, [[2.0], [3.0]]), x)


@pytest.mark.parametrize("symbol", ["and_", "or_", "xor"])
def test_bits(symbol: str) -> None:
    f = getattr(operator, symbol)
    for values in ([6, 5, 0], [True, False, True]):
        for other in (values[::-1], values[1]):
            assert_same(f(np.array(values), other), f(numpy.array(values), other))
            assert_same(f(other, np.array(values)), f(other, numpy.array(values)))


@pytest.mark.parametrize("symbol", ["iadd", "isub", "imul", "itruediv", "ifloordiv", "imod", "ipow"])
@given(x=FLOATS)
@settings(max_examples=25)
def test_in_place(symbol: str, x: Pair) -> None:
    f, ours, theirs = getattr(operator, symbol), x.ours, x.theirs
    for other in (2, 0.5):
        same_error(lambda other=other: f(ours, other), lambda other=other: f(theirs, other), name=f"operador {symbol}")
        assert_same(ours, theirs)
    same_error(lambda: f(ours, ours), lambda: f(theirs, theirs))
    same_error(lambda: f(ours, np.ones((2, 1, 9))), lambda: f(theirs, numpy.ones((2, 1, 9))))
    assert_same(ours, theirs)


def test_in_place_is_seen_through_every_view() -> None:
    x = np.arange(6)
    part = middle = x[1:4]
    part += 10
    assert part is middle and x.tolist() == [0, 11, 12, 13, 4, 5]
    x[::2] *= -1
    assert x.tolist() == [0, 11, -12, 13, -4, 5] and middle.tolist() == [11, -12, 13]
    y = np.array(1)
    y += 1
    assert repr(y) == "array(2)"


def test_in_place_never_changes_the_dtype() -> None:
    x = np.arange(3)
    for change in (lambda x: operator.iadd(x, 0.5), lambda x: operator.itruediv(x, 2)):
        with pytest.raises(TypeError, match="float64 e não pode ser guardado em int64"):
            change(x)
    assert x.tolist() == [0, 1, 2]


class Node:
    """Um nó de grafo: prefere fazer ele mesmo as contas com tensores."""

    __array_ufunc__ = None

    def __radd__(self, other: Any) -> str:
        return "nó"

    def __rmul__(self, other: Any) -> str:
        return "nó"


def test_who_knows_better_is_asked_first() -> None:
    x = np.arange(3.0)
    assert x + Node() == "nó" == x * Node() and is_foreign(Node())
    x[1] = 5
    with pytest.raises(TypeError):
        x - Node()
    assert not is_foreign(x) and not is_foreign([1]) and not is_foreign(np.float64(1)) and is_foreign(numpy.zeros(2))
    y = x
    y += Node()
    assert y == "nó"


def test_numpy_arrays_take_over() -> None:
    x, y = np.arange(3.0), numpy.arange(3.0)
    for result in (x + y, y + x, x * y, y - x, x @ y):
        assert isinstance(result, numpy.ndarray | numpy.generic)
    assert (x + y).tolist() == [0.0, 2.0, 4.0]


@pytest.mark.parametrize("text", ["a", "", b"1"])
def test_no_number_equals_a_text(text: Any) -> None:
    for ours, theirs in [
        (np.arange(2), numpy.arange(2)),
        (np.float64(1), numpy.float64(1)),
        (np.array(1), numpy.array(1)),
    ]:
        assert_same(ours == text, theirs == text)
        assert_same(ours != text, theirs != text)
    assert text not in np.arange(3) and "a" not in {np.int64(1): 2}


def test_tensors_are_not_hashable_and_comparisons_are_elementwise() -> None:
    with pytest.raises(TypeError):
        hash(np.zeros(2))
    assert (np.arange(3) == [0, 5, 2]).tolist() == [True, False, True]
    same_error(lambda: np.arange(2) == [1, 2, 3], lambda: numpy.arange(2) == [1, 2, 3])
    assert (np.arange(2) == None).tolist() == [False, False]  # noqa: E711
