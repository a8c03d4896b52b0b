"""A jacobiana por diferenças, e as fórmulas de ∂s/∂u, ∂s/∂W, ∂s/∂b e ∂s/∂x contra ela e contra o grafo."""

from collections.abc import Callable
from typing import Any

import array_api_strict
import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from reference.gradients import functions as F
from reference.gradients.gradient import check_gradient, gradient
from reference.gradients.graph import Variable, differentiable, gradients
from reference.gradients.jacobian import jacobian, score, score_gradients

DEVICE = array_api_strict.Device("device1")
BUILDERS: dict[str, Callable[[Any], Any]] = {
    "reference": np.array,
    "numpy": numpy.array,
    "strict": array_api_strict.asarray,
    "device1": lambda values: array_api_strict.asarray(values, device=DEVICE),
}
builders = pytest.mark.parametrize("build", BUILDERS.values(), ids=list(BUILDERS))
sizes = st.integers(1, 4)
tanh = differentiable(lambda x, y: 1 - y * y)(lambda x: x.__array_namespace__().tanh(x))


def listed(x: Any) -> Any:
    """Os valores como listas, de qualquer biblioteca e dispositivo."""
    return [listed(x[i, ...]) for i in range(x.shape[0])] if x.shape else float(x)


def layer(seed: int, n: int, m: int) -> list[numpy.ndarray]:
    """Uma camada sorteada: u, W, b e x."""
    draw = numpy.random.default_rng(seed).normal
    return [draw(size=n), draw(size=(n, m)), draw(size=n), draw(size=m)]


@builders
def test_a_linear_map_is_its_own_jacobian(build: Callable[[Any], Any]) -> None:
    w, x = build([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]), build([1.0, -1.0])
    found = jacobian(lambda x: w @ x, x)
    assert type(found) is type(w) and found.shape == (3, 2)
    numpy.testing.assert_allclose(listed(found), listed(w), atol=1e-9)


@builders
@pytest.mark.parametrize("f", [F.exp, F.square, lambda x: F.maximum(x, 0.1)])
def test_an_elementwise_function_has_a_diagonal_jacobian(build: Callable[[Any], Any], f: Callable[[Any], Any]) -> None:
    found = numpy.array(listed(jacobian(f, build([-1.0, 0.5, 2.0]))))
    assert numpy.all(found[~numpy.eye(3, dtype=bool)] == 0)
    assert numpy.all(numpy.diag(found) != 0) or f not in (F.exp, F.square)


@given(sizes, sizes, st.integers(0, 99))
def test_shapes_are_those_of_the_output_then_those_of_the_input(n: int, m: int, seed: int) -> None:
    u, w, _, x = layer(seed, n, m)
    assert jacobian(lambda w: w @ x, w).shape == (n, n, m)
    assert jacobian(lambda w: u @ w @ x, w).shape == (n, m)
    assert jacobian(lambda x: numpy.outer(x, x), x).shape == (m, m, m)


@given(sizes, sizes, st.integers(0, 99))
def test_the_chain_rule_is_a_product_of_jacobians(n: int, m: int, seed: int) -> None:
    u, w, b, x = layer(seed, n, m)
    z = w @ x + b
    chained = jacobian(numpy.tanh, z) @ jacobian(lambda x: w @ x + b, x)
    numpy.testing.assert_allclose(jacobian(lambda x: numpy.tanh(w @ x + b), x), chained, atol=1e-8)
    numpy.testing.assert_allclose(gradient(lambda x: score(u, w, b, x), x), u @ chained, atol=1e-8)


@given(sizes, sizes, st.integers(0, 99))
def test_the_formulas_of_the_score(n: int, m: int, seed: int) -> None:
    check_gradient(score, *layer(seed, n, m), analytic=score_gradients).require()


@builders
def test_the_formulas_on_every_library(build: Callable[[Any], Any]) -> None:
    arguments = [build(a.tolist()) for a in layer(7, 2, 3)]
    check_gradient(score, *arguments, analytic=score_gradients).require()


def test_the_graph_finds_the_same_gradients() -> None:
    values = [np.array(a.tolist()) for a in layer(3, 3, 2)]
    u, w, b, x = variables = [Variable(v) for v in values]
    found = gradients(u @ tanh(w @ x + b), variables)
    for ours, machine in zip(score_gradients(*values), found, strict=True):
        assert np.allclose(ours, machine, rtol=1e-13)


def test_a_scalar_function_has_the_gradient_as_jacobian() -> None:
    x = np.array([[1.0, 2.0], [3.0, 4.0]])
    assert jacobian(lambda x: F.sum(x * x), x).tolist() == gradient(lambda x: F.sum(x * x), x).tolist()
    assert jacobian(lambda x: float(x[0, 0]), x).round(6).tolist() == [[1, 0], [0, 0]]


def test_variables_and_empty_tensors() -> None:
    k = Variable(np.array([2.0, 3.0]))
    assert jacobian(lambda x: k * x, [1.0, 1.0]).round(6).tolist() == [[2, 0], [0, 3]]
    assert jacobian(lambda x: x, np.zeros((0,))).shape == (0, 0)
    assert jacobian(lambda x: np.zeros((0,)), np.ones(2)).shape == (0, 2)


def test_what_has_no_jacobian() -> None:
    with pytest.raises(TypeError, match="jacobian: x é um número"):
        jacobian(lambda x: x, 2.0)
    with pytest.raises(TypeError, match="jacobian: o gradiente pede ponto flutuante"):
        jacobian(lambda x: x, [1, 2])
