"""O grafo: quem recebe gradiente e de quem, em que ordem, quantas vezes, e como a memória volta."""

import gc
import sys
import weakref
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

import array_api_strict
import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reference as np
from reference.gradients.functions import exp, maximum, sum
from reference.gradients.gates import MultiplyGate
from reference.gradients.graph import (
    Variable,
    apply,
    backpropagate,
    differentiable,
    gradients,
    topological_order,
)
from reference.tensors.symbols import symbols

# As contas


def test_the_notes_graphs() -> None:
    x, y, z = Variable(1.0), Variable(2.0), Variable(0.0)
    f = (x + y) * maximum(y, z)
    f.backward()
    assert (f.value, x.grad, y.grad, z.grad) == (6.0, 2.0, 5.0, 0.0)
    assert [v.value for v in f.sources] == [3.0, 2.0] and [v.grad for v in f.sources] == [2.0, 3.0]
    x, y, z = Variable(-2), Variable(5), Variable(-4)
    q = x + y
    f = q * z
    f.backward()
    assert (q.value, f.value, x.grad, y.grad, z.grad, q.grad, f.grad) == (3, -12, -4, -4, 3, -4, 1)


def test_fractions_and_symbols_pass_through_the_graph() -> None:
    x, y = Variable(Fraction(1, 3)), Variable(Fraction(2, 5))
    f = (x - y) * (x + 1) / y
    f.backward()
    assert x.grad == (2 * Fraction(1, 3) + 1 - Fraction(2, 5)) / Fraction(2, 5)
    assert y.grad == -Fraction(1, 3) * Fraction(4, 3) / Fraction(2, 5) ** 2
    w, v, b = (Variable(s) for s in symbols("w v b"))
    (w * v + b).backward()
    assert (str(w.grad), str(v.grad), str(b.grad)) == ("v", "w", "1")


POINTS = st.fractions(-4, 4, max_denominator=4)


@settings(max_examples=50)
@given(st.lists(st.tuples(st.sampled_from("+-*"), st.integers(0, 99), st.integers(0, 99)), max_size=12), POINTS, POINTS)
def test_random_polynomials_have_the_exact_derivative(
    steps: list[tuple[str, int, int]], x: Fraction, y: Fraction
) -> None:
    """A derivada de verdade, levada para a frente em pares (valor, derivada), por outro caminho."""
    nodes = [Variable(x), Variable(y)]
    pairs = [(x, Fraction(1)), (y, Fraction(0))]
    for symbol, i, j in steps:
        a, b, (p, dp), (q, dq) = (
            nodes[i % len(nodes)],
            nodes[j % len(nodes)],
            pairs[i % len(nodes)],
            pairs[j % len(nodes)],
        )
        if symbol == "*" and abs(p) + abs(q) < 10**6:
            nodes.append(a * b)
            pairs.append((p * q, dp * q + p * dq))
        elif symbol == "-":
            nodes.append(a - b)
            pairs.append((p - q, dp - dq))
        else:
            nodes.append(a + b)
            pairs.append((p + q, dp + dq))
    assert nodes[-1].value == pairs[-1][0]
    assert gradients(nodes[-1], [nodes[0]]) == [pairs[-1][1]]


def test_a_shared_part_is_visited_once_and_its_gradients_are_summed() -> None:
    calls = []

    class Counted(MultiplyGate):
        def gradient(self, i: int, upstream: Any) -> Any:
            calls.append(i)
            return super().gradient(i, upstream)

    x = Variable(3.0)
    shared = apply(Counted(), x, x)
    (shared + shared * shared + exp(0.0 * shared)).backward()
    assert calls == [0, 1]
    assert x.grad == 2 * 3.0 * (1 + 2 * 9.0)


def test_sixty_doublings_take_sixty_steps() -> None:
    x = Variable(1)
    y = x
    for _ in range(60):
        y = y + y  # dois caminhos por andar: 2⁶⁰ caminhos, 60 portas
    y.backward()
    assert x.grad == 2**60


OPERATORS: list[Callable[[Any, Any], Any]] = [
    lambda x, y: x + y,
    lambda x, y: x - y,
    lambda x, y: x * y,
    lambda x, y: x / y,
    lambda x, y: x**y,
]
CONVERTERS: list[Callable[[Any], Any]] = [
    lambda v: v,
    lambda v: np.array([v, v]),
    lambda v: numpy.array([v, v]),
    lambda v: numpy.float64(v),
    lambda v: array_api_strict.asarray([v, v], device=array_api_strict.Device("device1")),
]


@pytest.mark.parametrize("make", CONVERTERS)
@pytest.mark.parametrize("operate", OPERATORS)
def test_operators_take_variables_on_either_side(
    operate: Callable[[Any, Any], Any], make: Callable[[Any], Any]
) -> None:
    found = [operate(Variable(make(3.0)), make(2.0)), operate(Variable(make(3.0)), Variable(make(2.0)))]
    if "strict" not in type(make(3.0)).__module__:  # à esquerda, ele recusa tudo o que não é dele: use as funções
        found.append(operate(make(3.0), Variable(make(2.0))))
    for result in found:
        assert isinstance(result, Variable)
        assert type(result.value) is type(operate(make(3.0), make(2.0)))
        first = result.value[0] if result.shape else result.value
        assert float(first) == operate(3.0, 2.0)


@pytest.mark.parametrize("make", [np.array, numpy.array])
def test_matrix_product_on_either_side(make: Callable[[Any], Any]) -> None:
    m = make([[1.0, 2.0], [3.0, 4.0]])
    for found in (Variable(m) @ m, m @ Variable(m), Variable(m) @ Variable(m)):
        assert isinstance(found, Variable) and float(found.value[1, 1]) == 22.0


# A ordem


def test_order_puts_every_variable_after_its_sources() -> None:
    x, y = Variable(1.0, name="x"), Variable(2.0, name="y")
    a = x * y
    b = a + x
    f = b * a + 3.0
    order = topological_order(f)
    assert order[-1] is f and len(order) == len(set(order)) == 7
    for place, variable in enumerate(order):
        assert all(order.index(source) < place for source in variable.sources)


def test_a_chain_of_a_hundred_thousand_steps() -> None:
    x = Variable(1.0)
    y = x
    for _ in range(100_000):
        y = -y
    y.backward()
    assert (y.value, x.grad) == (1.0, 1.0)
    assert len(topological_order(y)) == 100_001
    first = weakref.ref(topological_order(y)[2])
    y.zero_grad()
    del y
    assert first() is None and sys.getrecursionlimit() < 100_000


# Duas voltas, zerar, soltar


def test_leaves_accumulate_and_the_middle_keeps_the_last() -> None:
    x = Variable(3.0)
    square = x * x
    f = square * 2.0
    f.backward()
    assert (x.grad, square.grad, f.grad) == (12.0, 2.0, 1.0)
    f.backward(10.0)
    assert (x.grad, square.grad, f.grad) == (132.0, 20.0, 10.0)
    f.zero_grad()
    assert (x.grad, square.grad, f.grad) == (None, None, None)
    f.backward()
    assert x.grad == 12.0


def test_two_outputs_add_into_the_same_leaf() -> None:
    x = Variable(np.array([1.0, 2.0]))
    sum(x * x).backward()
    first = x.grad
    sum(x * 3.0).backward()
    assert x.grad.tolist() == [5.0, 7.0]
    assert first.tolist() == [2.0, 4.0], "acumular dá um tensor novo; o que alguém guardou não muda"


def test_detach_cuts_the_way_back() -> None:
    x = Variable(3.0, name="x")
    still = (x * x).detach()
    assert (still.value, still.trainable, still.sources) == (9.0, False, ())
    (still * x).backward()
    assert x.grad == 9.0 and still.grad is None


def test_constants_receive_nothing_and_what_depends_only_on_them_is_constant() -> None:
    c, x = Variable(2.0, trainable=False), Variable(5.0)
    assert not (c * c).trainable and (c * c).sources == ()
    (c * x).backward()
    assert (c.grad, x.grad) == (None, 2.0)
    with pytest.raises(ValueError, match="esta variável é constante"):
        (c * c).backward()


def test_gradients_touches_nobody() -> None:
    x, y = Variable(np.array([1.0, 2.0])), Variable(3.0)
    found = gradients(sum(x * x), [x, y])
    assert found[0].tolist() == [2.0, 4.0] and found[1] == 0.0
    assert x.grad is None and y.grad is None


def test_a_new_value_does_not_disturb_the_graph_of_the_old() -> None:
    x = Variable(3.0)
    f = x * x
    x.value = 100.0
    assert backpropagate(f)[x] == 6.0


# A memória


@pytest.fixture
def without_collector() -> Iterator[None]:
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("without_collector")
def test_memory_comes_back_without_the_cyclic_collector() -> None:
    x = Variable(numpy.array([1.0, 2.0, 3.0]))
    middle = exp(x) * 2.0 + x[::-1]
    loss = sum(middle @ x)
    loss.backward()
    seen = [weakref.ref(v) for v in topological_order(loss) if v is not x]
    values = weakref.ref(middle.value)
    del loss, middle
    assert [r for r in seen if r() is not None] == [] and values() is None
    assert x.grad is not None


@pytest.mark.usefixtures("without_collector")
def test_a_training_loop_leaves_nothing_behind() -> None:
    w = Variable(np.array([[0.5], [-0.5]]))
    x = np.array([[1.0, 2.0], [3.0, 4.0]])

    def step() -> None:
        (slope,) = gradients(sum((x @ w) ** 2), [w])
        w.value = w.value - 0.01 * slope

    step()
    before = len(gc.get_objects())
    for _ in range(20):
        step()
    assert len(gc.get_objects()) - before < 20


# O que está errado é dito


def test_upstream_is_checked() -> None:
    y = Variable(np.ones((2, 3))) * 2.0
    with pytest.raises(ValueError, match=r"de um tensor de forma \(2, 3\), diga o gradiente"):
        y.backward()
    with pytest.raises(ValueError, match=r"tem forma \(3,\) e o valor, \(2, 3\)"):
        y.backward(np.ones(3))
    assert y.sources[0].grad is None, "o que falhou não deixou nada pela metade"


def test_lists_become_tensors_and_variables_do_not_nest() -> None:
    x = Variable([1.0, 2.0])
    assert (x * [10.0, 10.0]).value.tolist() == [10.0, 20.0]
    with pytest.raises(TypeError, match="o valor tem de ser um número ou tensor"):
        Variable(x)


def test_repr_and_shape() -> None:
    assert repr(Variable(2.0, name="w")) == "Variable(2.0, name='w')"
    assert repr(Variable(2.0)) == "Variable(2.0)"
    assert Variable(np.ones((2, 3))).shape == (2, 3) and Variable(2.0).shape == ()


def test_differentiable_teaches_functions_with_options() -> None:
    @differentiable(lambda x, y, slope=0.1: slope)
    def line(x: Any, slope: float = 0.1) -> Any:
        """Reta."""
        return slope * x

    x = Variable(2.0)
    line(x, slope=3.0).backward()
    assert (line(2.0), x.grad, line.__doc__, line.__name__) == (0.2, 3.0, "Reta.", "line")
