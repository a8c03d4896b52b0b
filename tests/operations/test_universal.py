"""Operações universais: o que todas sabem fazer. Cada uma é comparada, em todos os tipos, em house/test_table.py."""

import copy
import itertools
import pickle
from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Any

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reference as np
from reference.operations.universal import OPERATIONS
from tests.generate import KINDS, Pair, broadcastable, common_values
from tests.oracle import check_operation, same_error

NAMES = sorted(OPERATIONS)
DTYPES = [name for kind in "biufO" for name in KINDS[kind]]


@pytest.mark.parametrize("name", NAMES)
def test_the_fast_function_says_what_the_rule_says(name: str) -> None:
    operation = OPERATIONS[name]
    for dtype in ("bool", "int64", "float64"):
        if numpy.dtype(dtype).kind in operation.kinds:
            for x in itertools.product(common_values(dtype).tolist(), repeat=operation.nin):
                with suppress(ArithmeticError, ValueError):
                    assert operation.fast(*x) == operation.rule(*x), x


def test_the_table_names_what_it_holds() -> None:
    for name, operation in OPERATIONS.items():
        assert getattr(np, name) is operation and operation.name == name
        assert hasattr(numpy, operation.numpy) and operation.__doc__


def test_an_operation_is_found_again_when_copied_or_pickled() -> None:
    assert copy.deepcopy({"f": np.add})["f"] is np.add
    assert pickle.loads(pickle.dumps(np.pow)) is np.pow
    assert repr(np.add) == "<operação 'add'>"


# Números do Python: fracos, mas conferidos

ARRAYS: list[tuple[Any, str]] = [
    ([1, 100], "int8"), ([1, 200], "uint8"), ([1, -2], "int64"), ([1, 2**63], "uint64"),
    ([0.1, 2.5], "float32"), ([0.1, 2.5], "float64"), ([True, False], "bool"), ([3, Fraction(1, 3)], "object"),
]  # fmt: skip
WEAK = [0, 1, -1, 127, 128, -129, 300, 2**31, 2**63, -(2**70), 1.5, 0.1, 1e300, float("nan"), True]


@pytest.mark.parametrize("number", WEAK)
@pytest.mark.parametrize(("data", "dtype"), ARRAYS)
@pytest.mark.parametrize("name", ["add", "multiply", "pow", "less", "equal", "greater_equal", "maximum", "hypot"])
def test_python_numbers_adapt_or_do_not_fit(name: str, data: list[Any], dtype: str, number: Any) -> None:
    if (name, dtype) == ("hypot", "object") or (name == "pow" and dtype == "object" and abs(number) > 300):
        return
    if dtype == "bool" and abs(number) >= 2**63:
        return  # aqui se compara sem erro: a resposta não depende de caber
    operation, theirs = OPERATIONS[name], getattr(numpy, OPERATIONS[name].numpy)
    mine, other = np.asarray(data, dtype=dtype), numpy.asarray(data, dtype=dtype)
    half = "float16" in str(getattr(theirs(other[:1], other[:1]), "dtype", "")) if name == "hypot" else False
    other = other.astype("float32") if half and type(number) is not float else other
    for flip in (False, True):
        pair = [(number, a) if flip else (a, number) for a in (mine, other)]
        same_error(partial(operation, *pair[0]), partial(theirs, *pair[1]), name=name)
        scalars = [(number, a[1]) if flip else (a[1], number) for a in (mine, other)]
        same_error(partial(operation, *scalars[0]), partial(theirs, *scalars[1]), name=name)


@pytest.mark.parametrize("x", [1, 2.5, True])
@pytest.mark.parametrize("y", [3, 0.5, False])
@pytest.mark.parametrize("name", ["add", "subtract", "divide", "floor_divide", "less", "hypot", "bitwise_and"])
def test_only_python_numbers(name: str, x: Any, y: Any) -> None:
    check_operation(OPERATIONS[name], (Pair(numpy.array(x)), Pair(numpy.array(y))))
    if not (name == "hypot" and bool in (type(x), type(y))):
        same_error(lambda: OPERATIONS[name](x, y), lambda: getattr(numpy, name)(x, y))


@pytest.mark.parametrize("types", list(itertools.product(DTYPES[:-1], repeat=2)))
def test_scalars_are_computed_as_tensors_are(types: tuple[str, str]) -> None:
    for name in ("add", "multiply", "divide", "less", "pow", "bitwise_xor", "atan2"):
        operation = OPERATIONS[name]
        for a, b in itertools.product((3, 100), (2, 77)):
            x, y = np.asarray([a], dtype=types[0]), np.asarray([b], dtype=types[1])
            try:
                expected = operation(x, y)[0]
            except TypeError:
                with pytest.raises(TypeError):
                    operation(x[0], y[0])
                continue
            for _ in range(2):  # a segunda vez vai pelo plano guardado
                found = operation(x[0], y[0])
                assert (repr(found), found.dtype) == (repr(expected), expected.dtype)


# out, where, dtype e casting

OUTS = [((2, 3), dtype) for dtype in ("float64", "float32", "int64", "int8", "bool", "object")]
OUTS += [(shape, "float64") for shape in ((4, 2, 3), (3,), (1, 3), ())]


@pytest.mark.parametrize("casting", ["same_kind", "safe", "unsafe", "no", "nenhuma"])
@pytest.mark.parametrize(("shape", "dtype"), OUTS)
@pytest.mark.parametrize("types", [("int64", "int64"), ("int8", "float32"), ("float64", "float64"), ("uint8", "int8")])
@pytest.mark.parametrize("name", ["add", "less", "divide"])
def test_out(name: str, types: tuple[str, str], shape: tuple[int, ...], dtype: str, casting: str) -> None:
    x, y = numpy.arange(-3, 3).reshape(2, 3).astype(types[0]), numpy.array([1, 2, 4]).astype(types[1])

    def into(xp: Any) -> Any:
        a, b = (xp.asarray(data.tolist(), dtype=dtype) for data, dtype in zip((x, y), types))
        out = xp.full(shape, 7, dtype=dtype)
        result = getattr(xp, name)(a, b, out=out, casting=casting)
        assert result is out
        return result

    same_error(lambda: into(np), lambda: into(numpy), name=name)


@pytest.mark.parametrize("mask", [True, [True, False, True], [[True], [False]], [[0, 1, 0]], [False], [1, 0]])
@pytest.mark.parametrize("out", [None, "float64", "float32", "object"])
def test_where(mask: Any, out: str | None) -> None:
    def masked(xp: Any) -> Any:
        x, y = xp.asarray([[1.0, -2.0, 3.0], [4.0, 5.0, 6.0]]), xp.asarray([0.5, 0.0, -1.0])
        given = None if out is None else xp.full((2, 3), 9, dtype=out)
        result = xp.divide(x, y, out=given, where=xp.asarray(mask))
        return xp.where(xp.asarray(mask), result, 0.0) if out is None else result

    same_error(lambda: masked(np), lambda: masked(numpy))


def test_what_the_mask_hides_is_not_computed() -> None:
    x = np.asarray([Fraction(1), Fraction(2)], dtype=object)
    found = np.divide(x, np.asarray([0, 4], dtype=object), out=x.copy(), where=[False, True])
    assert found.tolist() == [1, Fraction(1, 2)]
    with pytest.raises(ZeroDivisionError):
        np.divide(x, np.asarray([0, 4], dtype=object))


@pytest.mark.parametrize("dtype", [*DTYPES, "int", None])
@pytest.mark.parametrize("types", [("int64", "int64"), ("float64", "int8"), ("bool", "bool"), ("float32", "uint8")])
@pytest.mark.parametrize("name", ["add", "subtract", "divide", "floor_divide", "less", "exp", "floor", "bitwise_or"])
def test_dtype(name: str, types: tuple[str, str], dtype: str | None) -> None:
    nin, data = OPERATIONS[name].nin, ([300, -7, 1], [2, 3, 1])
    x = [numpy.array(d).astype(t) for d, t in zip(data, types)][:nin]
    if dtype == "object" and name in ("exp", "less"):
        return  # entre objetos, o NumPy tem outros nomes
    y = [np.asarray(a.tolist(), dtype=str(a.dtype)) for a in x]
    if types[0] == "bool" and name == "exp" and dtype is None:
        x = [a.astype("float32") for a in x]
    same_error(lambda: OPERATIONS[name](*y, dtype=dtype), lambda: getattr(numpy, name)(*x, dtype=dtype), name=name)


@pytest.mark.parametrize(
    "call",
    [
        lambda xp: xp.add(1),
        lambda xp: xp.add(1, 2, 3, 4),
        lambda xp: xp.add(1, 2, 3),
        lambda xp: xp.exp(),
        lambda xp: xp.add([1, 2], [1, 2, 3]),
        lambda xp: xp.add([1, 2], 1, xp.zeros(2)),
        lambda xp: xp.add([1, 2], 1, xp.zeros(2), out=xp.zeros(2)),
        lambda xp: xp.add([1, 2], 1, out=(xp.zeros(2),)),
        lambda xp: xp.add([1, 2], 1, out=[0, 0]),
        lambda xp: xp.add([1, 2], 1, out=xp.zeros(2)[0]),
        lambda xp: xp.add([1, 2], 1, out=xp.broadcast_to(xp.zeros(1), (2,))),
        lambda xp: xp.add([1, 2], None),
        lambda xp: xp.subtract(True, True),
        lambda xp: xp.negative([True]),
        lambda xp: xp.positive([True]),
        lambda xp: xp.sign([True]),
        lambda xp: xp.pow([2], [-1]),
        lambda xp: xp.pow(2, -1),
        lambda xp: xp.exp(xp.asarray([1], dtype=object)),
        lambda xp: xp.isnan(xp.asarray([1], dtype=object)),
        lambda xp: xp.bitwise_and([1.0], [1]),
        lambda xp: xp.bitwise_and(xp.asarray([1]), xp.asarray([1], dtype="uint64")),
        lambda xp: xp.add([1.5], [1], dtype=int),
        lambda xp: xp.add(300, 1, dtype="int8"),
        lambda xp: xp.add(1, 2, quando=True),
    ],
)
def test_errors(call: Callable[[Any], Any]) -> None:
    same_error(lambda: call(np), lambda: call(numpy))


# Operadores no lugar

INPLACE: dict[str, Callable[[Any, Any], Any]] = {
    "+=": lambda x, y: x.__iadd__(y), "-=": lambda x, y: x.__isub__(y), "*=": lambda x, y: x.__imul__(y),
    "/=": lambda x, y: x.__itruediv__(y), "//=": lambda x, y: x.__ifloordiv__(y), "%=": lambda x, y: x.__imod__(y),
    "**=": lambda x, y: x.__ipow__(y), "&=": lambda x, y: x.__iand__(y), "|=": lambda x, y: x.__ior__(y),
    "^=": lambda x, y: x.__ixor__(y), "<<=": lambda x, y: x.__ilshift__(y), ">>=": lambda x, y: x.__irshift__(y),
}  # fmt: skip


@pytest.mark.parametrize("symbol", INPLACE)
@pytest.mark.parametrize("types", list(itertools.product(["bool", "uint8", "int64", "float32", "float64"], repeat=2)))
def test_in_place(symbol: str, types: tuple[str, str]) -> None:
    def update(xp: Any) -> Any:
        base = xp.asarray([[1, 2, 3], [4, 5, 6]], dtype="int64").astype(types[0])
        part = base[:, ::-2]
        y = xp.asarray([2, 1], dtype="int64").astype(types[1])
        assert INPLACE[symbol](part, y) is part
        return base

    same_error(lambda: update(np), lambda: update(numpy))


@pytest.mark.parametrize(
    "update",
    [
        lambda x: x[1:].__iadd__(x[:-1]),
        lambda x: x[:-1].__iadd__(x[1:]),
        lambda x: x[::-1].__iadd__(x),
        lambda x: x.__imul__(x),
        lambda x: x[:2].__isub__(x[2:4]),
        lambda x: x.reshape(5, 2).__iadd__(x[:2]),
        lambda x: x.reshape(2, 5).T.__iadd__(x[0]),
        lambda x: x[:9].reshape(3, 3).__iadd__(x[:9].reshape(3, 3).T),
    ],
)
@pytest.mark.parametrize("dtype", ["int64", "float64", "object"])
def test_a_tensor_updated_from_itself(update: Callable[[Any], Any], dtype: str) -> None:
    ours, theirs = (xp.asarray(list(range(10)), dtype=dtype) for xp in (np, numpy))
    update(ours), update(theirs)
    assert ours.tolist() == theirs.tolist()


# Métodos


@given(broadcastable(2, kinds="biuf", special=False), st.sampled_from(["add", "multiply", "less", "maximum"]))
@settings(max_examples=30)
def test_outer(pairs: tuple[Pair, ...], name: str) -> None:
    x, y = pairs
    if x.theirs.size * y.theirs.size < 5000:
        theirs = getattr(numpy, name)
        same_error(lambda: OPERATIONS[name].outer(x.ours, y.ours), lambda: theirs.outer(x.theirs, y.theirs))


@pytest.mark.parametrize(
    ("name", "index", "values"),
    [
        ("add", [0, 0, 1], [1]),
        ("add", [0, 0, 1], [[1, 2, 3]]),
        ("add", ([0, 1, 0], [1, 1, 1]), [10]),
        ("add", [-1, -1], [2.5]),
        ("multiply", [True, False], [3]),
        ("subtract", (slice(None), [0, 0, 2]), [[1, 2, 4]]),
        ("negative", [0, 0, 0], []),
        ("maximum", (0, slice(None)), [[9, 0, 9]]),
        ("add", [7], [1]),
        ("add", [0, 1], [[1, 2, 3, 4]]),
    ],
)
@pytest.mark.parametrize("dtype", ["int64", "float32", "float64"])
def test_at(name: str, index: Any, values: list[Any], dtype: str) -> None:
    def update(xp: Any) -> Any:
        x = xp.asarray([[1, 2, 3], [4, 5, 6]], dtype=dtype)
        assert getattr(xp, name).at(x, index, *values) is None
        return x

    same_error(lambda: update(np), lambda: update(numpy))


# Objetos: as contas exatas


def test_exact_arithmetic_with_fractions_and_decimals() -> None:
    thirds = np.asarray([Fraction(1, 3), Fraction(2, 3)], dtype=object)
    assert (thirds + thirds).tolist() == [Fraction(2, 3), Fraction(4, 3)]
    assert (thirds / 2 < Fraction(1, 2)).tolist() == [True, True]
    assert (1 / thirds).tolist() == [3, Fraction(3, 2)]
    assert np.maximum(thirds, Fraction(1, 2)).tolist() == [Fraction(1, 2), Fraction(2, 3)]
    cents = np.asarray([Decimal("0.1"), Decimal("0.2")], dtype=object)
    assert cents[0] + cents[1] == Decimal("0.3")
    assert np.sign(-cents).tolist() == [-1, -1]


def test_objects_meet_numbers() -> None:
    x = np.asarray([Fraction(1, 3)], dtype=object)
    assert (x + np.asarray([1])).tolist() == [Fraction(4, 3)]
    assert (x * np.asarray([3])[0]).dtype == "object"
