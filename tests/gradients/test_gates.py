"""Portas: a volta de cada uma contra diferenças centrais, com números, frações, símbolos e tensores."""

import math
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reference as np
from reference.gradients.gates import (
    AddGate,
    Curve,
    DivideGate,
    Gate,
    MaxGate,
    MinGate,
    MultiplyGate,
    NegativeGate,
    PowerGate,
    SubtractGate,
)
from reference.operations.broadcasting import unbroadcast
from reference.operations.namespaces import shape_of
from reference.tensors.symbols import symbols
from tests.gradients.differences import check_gate

BINARY = [AddGate, SubtractGate, MultiplyGate, DivideGate, PowerGate, MaxGate, MinGate]
EXACT = [AddGate, SubtractGate, MultiplyGate, DivideGate]
every = pytest.mark.parametrize("kind", BINARY, ids=lambda kind: kind.__name__)


@st.composite
def two_inputs(draw: st.DrawFn, low: float = 0.5) -> list[numpy.ndarray]:
    """Dois tensores que se repetem um sobre o outro, de ordem 0 a 3, sem números vizinhos (o bico do máximo)."""
    shape = draw(st.lists(st.integers(0, 3), max_size=3))
    rng = numpy.random.default_rng(draw(st.integers(0, 2**32)))
    found = []
    for _ in range(2):
        kept = shape[draw(st.integers(0, len(shape))) :]
        own = [n if draw(st.booleans()) else 1 for n in kept]
        found.append(rng.integers(0, 40, own) / 16 + low)
    found[1] = found[1] + 1 / 37
    return found


@every
def test_backward_is_what_differences_measure(kind: Callable[[], Gate]) -> None:
    @settings(max_examples=25)
    @given(two_inputs())
    def check(inputs: list[numpy.ndarray]) -> None:
        check_gate(kind, inputs)

    check()


@pytest.mark.parametrize("kind", [NegativeGate, lambda: Curve(lambda x: x * x * x, lambda x, y: 3 * x * x)])
@pytest.mark.parametrize("shape", [(), (3,), (2, 3), (2, 0, 3)])
def test_backward_of_one_input(kind: Callable[[], Gate], shape: tuple[int, ...]) -> None:
    check_gate(kind, [numpy.random.default_rng(1).uniform(-2, 2, shape)])


@given(st.fractions(-9, 9, max_denominator=9), st.fractions(1, 9, max_denominator=9), st.fractions(-3, 3))
def test_fractions_stay_exact(x: Fraction, y: Fraction, upstream: Fraction) -> None:
    h = Fraction(1, 1000)
    for kind in EXACT:
        gate, f = kind(), kind().forward
        gate.forward(x, y)
        dx, dy = gate.backward(upstream)
        assert isinstance(dx, Fraction) and isinstance(dy, Fraction)
        assert dx == upstream * (f(x + h, y) - f(x - h, y)) / (2 * h)
        if kind is not DivideGate:
            assert dy == upstream * (f(x, y + h) - f(x, y - h)) / (2 * h)
        else:
            assert dy == -upstream * x / y**2
    gate = MaxGate()
    assert gate.forward(x, y) == max(x, y)
    assert gate.backward(upstream) == ((upstream, 0) if x > y else (0, upstream) if y > x else (upstream / 2,) * 2)
    assert isinstance(gate.backward(upstream)[0], Fraction)


def test_symbols_show_the_formula() -> None:
    x, y, g = symbols("x y g")
    gate = MultiplyGate()
    assert str(gate.forward(x, y)) == "x*y"
    assert [str(d) for d in gate.backward(g)] == ["g*y", "g*x"]
    gate = AddGate()
    gate.forward(x, y)
    assert [str(d) for d in gate.backward(g)] == ["g", "g"]


def test_the_notes_multiply_gate() -> None:
    gate = MultiplyGate()
    assert gate.forward(3, 2) == 6
    assert gate.backward() == gate.backward(1) == (2, 3)
    assert gate.backward(10) == (20, 30)


@pytest.mark.parametrize("make", [lambda v: v, np.asarray, numpy.asarray])
def test_ties_share_the_gradient(make: Callable[[float], Any]) -> None:
    for kind in (MaxGate, MinGate):
        gate = kind()
        gate.forward(make(5.0), make(5.0))
        assert [float(g) for g in gate.backward(make(8.0))] == [4.0, 4.0]


@pytest.mark.parametrize("make", [lambda v: v, np.asarray, numpy.asarray])
def test_nan_is_never_hidden(make: Callable[[float], Any]) -> None:
    for kind in (MaxGate, MinGate):
        for x, y in ((math.nan, 1.0), (1.0, math.nan)):
            gate = kind()
            assert math.isnan(float(gate.forward(make(x), make(y))))
            assert all(math.isnan(float(g)) for g in gate.backward(make(1.0)))


@pytest.mark.parametrize("make", [lambda v: v, np.asarray, numpy.asarray])
@pytest.mark.parametrize(
    ("x", "n", "dx", "dn"),
    [(0.0, 2.0, 0.0, 0.0), (0.0, 1.0, 1.0, 0.0), (0.0, 0.0, 0.0, 0.0), (3.0, 0.0, 0.0, math.log(3))],
)
def test_power_at_zero(make: Callable[[float], Any], x: float, n: float, dx: float, dn: float) -> None:
    gate = PowerGate()
    gate.forward(make(x), make(n))
    assert [float(g) for g in gate.backward(make(1.0))] == pytest.approx([dx, dn])


def test_undo_broadcasting_is_the_transpose_of_broadcasting() -> None:
    @given(two_inputs())
    def check(pair: list[numpy.ndarray]) -> None:
        x, wide = pair[0], numpy.broadcast_arrays(*pair)[0]
        g = numpy.random.default_rng(0).normal(size=wide.shape)
        back = unbroadcast(g, shape_of(x))
        assert back.shape == x.shape
        assert (back * x).sum() == pytest.approx((g * wide).sum())  # ⟨Bᵀg, x⟩ = ⟨g, Bx⟩

    check()


@every
def test_backward_before_forward(kind: Callable[[], Gate]) -> None:
    with pytest.raises(RuntimeError, match=f"{kind.__name__}: backward antes de forward"):
        kind().backward(1.0)


def test_upstream_must_have_the_shape_of_the_output() -> None:
    gate = MultiplyGate()
    gate.forward(np.ones((2, 3)), np.ones(3))
    for wrong in (1.0, np.ones(3), np.ones((3, 2)), [1.0, 1.0, 1.0]):
        with pytest.raises(ValueError, match=r"o gradiente que chega tem forma .* e o valor, \(2, 3\)"):
            gate.backward(wrong)
    with pytest.raises(ValueError, match="diga o gradiente que chega"):
        gate.backward()
    assert gate.backward([[1.0] * 3] * 2)[1].tolist() == [2.0, 2.0, 2.0]


def test_one_element_needs_no_upstream_and_its_gradient_is_a_tensor() -> None:
    gate = AddGate()
    gate.forward(np.ones((1, 1)), np.ones(1))
    dx, dy = gate.backward()
    assert (dx.tolist(), dy.tolist()) == ([[1.0]], [1.0])
    gate.forward(np.asarray(1.0), np.asarray(1.0))
    assert gate.backward(2.0)[0].shape == ()


def test_a_gate_must_say_what_it_does() -> None:
    class Half(Gate):
        def compute(self, x: Any) -> Any:
            return x / 2

    with pytest.raises(TypeError, match="Gate: esta porta não diz a sua conta"):
        Gate().forward(1.0)
    gate = Half()
    gate.forward(1.0)
    with pytest.raises(TypeError, match="Half: esta porta não diz a sua derivada"):
        gate.backward()


def test_each_forward_replaces_the_last() -> None:
    gate = MultiplyGate()
    gate.forward(3, 2)
    gate.forward(5, 7)
    assert gate.backward(1) == (7, 5)
