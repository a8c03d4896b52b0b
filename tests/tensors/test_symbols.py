"""Símbolos: o que se escreve é o que se calcula, e os laços dos tensores servem a letras e a números exatos."""

import copy
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference
from reference.tensors.symbols import APPLY, Symbol, combine, symbols, wrapped

NAMES = {name: Symbol(name) for name in "abc"}
a, b, c = NAMES.values()


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        (a * b + c, "a*b + c"),
        (a * (b + c), "a*(b + c)"),
        (a + (b + c), "a + (b + c)"),
        (a - (b - c), "a - (b - c)"),
        (a - b - c, "a - b - c"),
        (a / (b * c), "a/(b*c)"),
        (a / b * c, "a/b*c"),
        (a * (b / c), "a*(b/c)"),
        (a ** (b**c), "a**b**c"),
        ((a**b) ** c, "(a**b)**c"),
        ((a + b) ** 2, "(a + b)**2"),
        (-(a**2), "-a**2"),
        ((-a) ** 2, "(-a)**2"),
        (-(a + b), "-(a + b)"),
        (-(a * b), "-(a*b)"),
        (-(0 - a), "-(0 - a)"),
        (Symbol.__neg__(-a), "-(-a)"),
        (+a, "a"),
        (a * (-3), "a*(-3)"),
        (-3 * a, "-3*a"),
        (a + (-3), "a + (-3)"),
        (a - (-b), "a - (-b)"),
        ((-3) ** a, "(-3)**a"),
        (a ** (-1), "a**(-1)"),
        (a * 2.5, "a*2.5"),
        (a * Fraction(1, 3), "a*(1/3)"),
        (Fraction(1, 3) * a, "1/3*a"),
        (a + Decimal("0.10"), "a + 0.10"),
        (1 - a, "1 - a"),
        (0 - a, "0 - a"),
        (1 / a, "1/a"),
    ],
)
def test_how_it_is_written(expression: Symbol, text: str) -> None:
    assert repr(expression) == str(expression) == f"{expression}" == text


@pytest.mark.parametrize("same", [a + 0, 0 + a, a - 0, a * 1, 1 * a, a * 1.0, a / 1, a**1, a + Fraction(0)])
def test_what_changes_nothing(same: Any) -> None:
    assert same is a


@pytest.mark.parametrize("nothing", [a * 0, 0 * a, 0.0 * a])
def test_times_zero(nothing: Any) -> None:
    assert type(nothing) is int and nothing == 0


def same_tree(x: Any, y: Any) -> bool:
    if not isinstance(x, Symbol) or not isinstance(y, Symbol):
        return type(x) is type(y) and x == y
    parts = len(x.parts) == len(y.parts) and all(map(same_tree, x.parts, y.parts))
    return parts and (x.operation, x.text) == (y.operation, y.text)


LEAVES = st.sampled_from([*NAMES.values(), -3, 0, 1, 2, -1.5])
TREES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.tuples(st.sampled_from(["+", "-", "*", "/"]), inner, inner),
        st.tuples(st.just("**"), inner, st.sampled_from([2, 3, -1, a])),
        st.tuples(st.just("neg"), inner),
    ),
    max_leaves=12,
)


def build(tree: Any) -> Any:
    if not isinstance(tree, tuple):
        return tree
    operation, *parts = tree
    return APPLY[operation](*map(build, parts))


@given(TREES)
def test_reading_it_back_gives_the_same_tree(tree: Any) -> None:
    """O texto, lido pelo Python, refaz as mesmas contas na mesma ordem: nem falta parêntese, nem precedência."""
    try:
        expression = build(tree)
    except (ZeroDivisionError, OverflowError):
        return
    if isinstance(expression, Symbol):
        assert same_tree(eval(repr(expression), {}, NAMES), expression), repr(expression)


@given(TREES, st.tuples(*[st.fractions(-3, 3, max_denominator=4)] * 3))
def test_evaluate_is_the_same_sum(tree: Any, numbers: tuple[Fraction, ...]) -> None:
    values = dict(zip(NAMES, numbers))
    try:
        expression = build(tree)
        expected = eval(repr(expression), {}, values)
        if not isinstance(expression, Symbol) or abs(expected) > 1e100 or isinstance(expected, complex):
            return
    except (ZeroDivisionError, OverflowError):
        return
    assert expression.evaluate(**values) == expected


def test_evaluate_takes_expressions_and_misses_names() -> None:
    assert (a * b).evaluate(a=b + 1, b=2) == Symbol("x").evaluate(x=(b + 1) * 2)
    with pytest.raises(KeyError, match="b"):
        (a * b).evaluate(a=1)


def test_long_sums_do_not_overflow_the_stack() -> None:
    n = 5000
    total = reference.dot(symbols(" ".join(f"w{i}" for i in range(n))), symbols(" ".join(f"x{i}" for i in range(n))))
    assert repr(total).startswith("w0*x0 + w1*x1 + ") and repr(total).count("+") == n - 1
    assert total.evaluate(**{f"{name}{i}": 1 for name in "wx" for i in range(n)}) == n


def test_no_order_no_truth() -> None:
    for compare in (lambda: a < b, lambda: a >= 1, lambda: a + b > 0, lambda: reference.maximum(symbols("a b"), 0)):
        with pytest.raises(TypeError, match="um símbolo não tem valor"):
            compare()
    assert a and a == Symbol("a") and a != b and a != "a" and len({a, Symbol("a"), b}) == 2
    for other in ("x", None, [1]):
        with pytest.raises(TypeError):
            a + other
    assert combine("+", a, "x") is NotImplemented
    assert copy.deepcopy(a * b) == a * b
    assert wrapped(2, 5) == "2"


def test_symbols_takes_the_shape_that_is_written() -> None:
    assert repr(symbols("a b")) == "array([a, b], dtype=object)"
    assert symbols("a").shape == (1,) and symbols("a b; c d; e f").shape == (3, 2) and symbols("a; b").shape == (2, 1)
    with pytest.raises(ValueError, match="mesmo número de nomes"):
        symbols("a b; c")


A, X = symbols("a b; c d"), symbols("x y")
FORMULAS = {
    "A @ x": (lambda A, x: A @ x, "[a*x + b*y, c*x + d*y]"),
    "x @ A": (lambda A, x: x @ A, "[x*a + y*c, x*b + y*d]"),
    "A @ A": (lambda A, x: A @ A, "[[a*a + b*c, a*b + b*d], [c*a + d*c, c*b + d*d]]"),
    "A @ coluna": (lambda A, x: A @ x[:, None], "[[a*x + b*y], [c*x + d*y]]"),
    "alta": (lambda A, x: x[:, None] @ x[None, :], "[[x*x, x*y], [y*x, y*y]]"),
    "A + x": (lambda A, x: A + x, "[[a + x, b + y], [c + x, d + y]]"),
    "A * x": (lambda A, x: A * x, "[[a*x, b*y], [c*x, d*y]]"),
    "-A": (lambda A, x: -A, "[[-a, -b], [-c, -d]]"),
    "A ** 2": (lambda A, x: A**2, "[[a**2, b**2], [c**2, d**2]]"),
    "1 - A": (lambda A, x: 1 - A, "[[1 - a, 1 - b], [1 - c, 1 - d]]"),
    "A / 2": (lambda A, x: A / 2, "[[a/2, b/2], [c/2, d/2]]"),
    "soma": (lambda A, x: A.sum(), "a + b + c + d"),
    "soma por linha": (lambda A, x: A.sum(axis=1), "[a + b, c + d]"),
    "produto": (lambda A, x: A.prod(axis=0), "[a*c, b*d]"),
    "média": (lambda A, x: A.mean(axis=0), "[(a + c)/2, (b + d)/2]"),
    "T": (lambda A, x: A.T, "[[a, c], [b, d]]"),
}


@pytest.mark.parametrize(("compute", "text"), FORMULAS.values(), ids=FORMULAS)
def test_tensors_show_their_formulas(compute: Any, text: str) -> None:
    """A fórmula é a esperada, o NumPy dá a mesma, e no lugar das letras ela dá o número certo."""
    found = compute(A, X)
    formulas = found.tolist() if isinstance(found, reference.Tensor) else found
    assert str(formulas) == text
    theirs = compute(numpy.array(A.tolist(), dtype=object), numpy.array(X.tolist(), dtype=object))
    assert str(theirs.tolist() if isinstance(theirs, numpy.ndarray) else theirs) == text
    values = {"a": 2, "b": 3, "c": 5, "d": 7, "x": 11, "y": 13}
    numbers = compute(reference.array([[2, 3], [5, 7]]), reference.array([11, 13]))
    assert evaluated(formulas, values) == numbers.tolist()


def evaluated(formulas: Any, values: dict[str, int]) -> Any:
    if isinstance(formulas, list):
        return [evaluated(formula, values) for formula in formulas]
    return formulas.evaluate(**values)


@pytest.mark.parametrize("kind", [Fraction, Decimal])
def test_exact_numbers(kind: Any) -> None:
    """Um décimo é um décimo; em ponto flutuante, a mesma soma erra."""
    tenth, fifth = kind("0.1"), kind("0.2")
    x = reference.array([tenth, fifth])
    assert x.dtype == object and x.sum() == kind("0.3") and float(reference.array([0.1, 0.2]).sum()) != 0.3
    assert (x @ x, (x * x).tolist()) == (kind("0.05"), [kind("0.01"), kind("0.04")])
    assert x.max() == fifth and (x < fifth).tolist() == [True, False] and (x**2).tolist() == [tenth**2, fifth**2]
    assert reference.maximum(x, kind("0.15")).tolist() == [kind("0.15"), fifth]
    assert x.mean() == kind("0.15") and (x / 2).tolist() == [tenth / 2, fifth / 2]
    matrix = reference.array([[kind(1), kind(2)], [kind(3), kind(4)]])
    assert (matrix @ x).tolist() == [kind("0.5"), kind("1.1")]
