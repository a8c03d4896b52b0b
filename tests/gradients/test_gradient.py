"""O gradiente por diferenças e a conferência que o usa: acha o certo, acusa o errado, e diz onde."""

import math
from collections.abc import Callable
from typing import Any

import array_api_strict
import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reference as np
from reference.gradients import functions as F
from reference.gradients.gates import Gate
from reference.gradients.gradient import check_gradient, directional_derivative, gradient, partial_derivative
from reference.gradients.graph import Variable, apply

DEVICE = array_api_strict.Device("device1")
BUILDERS: dict[str, Callable[[Any], Any]] = {
    "reference": np.array,
    "numpy": numpy.array,
    "strict": array_api_strict.asarray,
    "device1": lambda values: array_api_strict.asarray(values, device=DEVICE),
}
builders = pytest.mark.parametrize("build", BUILDERS.values(), ids=list(BUILDERS))
vectors = st.lists(st.floats(-3, 3), min_size=1, max_size=6)
MATRIX = [[1.0, -2.0, 0.5], [0.25, 3.0, -1.0]]


def listed(x: Any) -> Any:
    """Os valores como listas, de qualquer biblioteca e dispositivo."""
    if not x.shape:
        return float(x)
    return [listed(x[i, ...]) for i in range(x.shape[0])]


@builders
def test_a_quadratic_form(build: Callable[[Any], Any]) -> None:
    x = build(MATRIX)
    found = gradient(lambda x: F.sum(x * x * x) / 3, x)
    assert type(found) is type(x) and found.dtype == x.dtype and found.shape == x.shape
    numpy.testing.assert_allclose(listed(found), [[v * v for v in row] for row in MATRIX], atol=1e-8)
    assert listed(x) == MATRIX, "a entrada não muda"


@builders
@pytest.mark.parametrize("shape", [(), (1,), (0, 3), (2, 1, 3)])
def test_every_shape(build: Callable[[Any], Any], shape: tuple[int, ...]) -> None:
    x = build(numpy.linspace(-1, 1, math.prod(shape)).reshape(shape).tolist())
    x = x if x.shape == shape else x.__array_namespace__().zeros(shape)
    found = gradient(lambda x: F.sum(F.square(x)), x)
    assert found.shape == shape
    numpy.testing.assert_allclose(listed(found), listed(2 * x), atol=1e-9)


@given(vectors)
@settings(max_examples=25)
def test_partials_and_the_gradient_are_the_same_thing(values: list[float]) -> None:
    x = np.array(values)
    whole = gradient(lambda x: F.sum(F.exp(x) * x), x)
    for i, v in enumerate(values):
        part = float(partial_derivative(lambda x: F.sum(F.exp(x) * x), x, (i,)))
        assert part == float(whole[i])
        assert math.isclose(part, math.exp(v) * (1 + v), rel_tol=1e-6, abs_tol=1e-6)


@given(vectors, st.data())
def test_the_directional_derivative_is_the_gradient_dot_the_direction(values: list[float], data: st.DataObject) -> None:
    v = data.draw(st.lists(st.floats(-1, 1), min_size=len(values), max_size=len(values)))
    expected = sum(g * v_i for g, v_i in zip([2 * x for x in values], v, strict=True))
    found = directional_derivative(lambda x: F.sum(F.square(x)), values, np.array(v))
    assert math.isclose(found, expected, rel_tol=1e-6, abs_tol=1e-6)


def test_numbers_and_lists() -> None:
    assert math.isclose(gradient(lambda x: x**3, 2), 12, rel_tol=1e-9)
    assert gradient(lambda x: F.sum(x * x), [1.0, 2.0]).round(6).tolist() == [2, 4]


def test_a_view_and_a_read_only_array_stay_as_they_were() -> None:
    base = numpy.arange(12.0).reshape(3, 4)
    base.flags.writeable = False
    found = gradient(lambda x: (x * x).sum(), base[::-1, ::2])
    numpy.testing.assert_allclose(found, 2 * base[::-1, ::2], atol=1e-6)
    t = np.arange(6.0)[::2]
    assert gradient(lambda x: (x * x).sum(), t).round(6).tolist() == [0, 4, 8] and t.tolist() == [0, 2, 4]


def test_float32_has_its_own_step() -> None:
    found = gradient(lambda x: F.sum(F.exp(x)), np.array([0.5, 1.0], dtype=np.float32))
    assert found.dtype == np.float32
    numpy.testing.assert_allclose(found.tolist(), [math.exp(0.5), math.e], rtol=1e-3)


@pytest.mark.parametrize("x", [np.array([1, 2]), numpy.array([True]), True, "um"])
def test_what_does_not_vary_a_little_has_no_gradient(x: Any) -> None:
    with pytest.raises(TypeError, match="gradient: o gradiente pede ponto flutuante"):
        gradient(lambda x: 0.0, x)


def test_only_a_number_has_a_gradient() -> None:
    with pytest.raises(ValueError, match=r"deu um tensor de forma \(2,\)"):
        gradient(lambda x: x, [1.0, 2.0])
    assert gradient(lambda x: x[:1], [1.0, 2.0]).round(6).tolist() == [1, 0]


# A conferência


class WrongSquare(Gate):
    """O quadrado, com a derivada errada num só elemento."""

    __slots__ = ()

    def compute(self, x: Any) -> Any:
        return x * x

    def local(self, i: int) -> Any:
        x = self.inputs[0]
        wrong = [[0.0] * 3, [0.0, 0.002, 0.0]]
        return 2 * x + x.__array_namespace__().asarray(wrong, device=x.device)


@builders
def test_a_good_gradient_passes(build: Callable[[Any], Any]) -> None:
    report = check_gradient(lambda x, w: F.exp(F.matmul(x, w) / 5), build(MATRIX), build([[1.0], [-0.5], [2.0]]))
    assert report.ok and [row.elements for row in report.rows] == [6, 3]
    report.require()


@builders
def test_one_wrong_element_is_found_and_named(build: Callable[[Any], Any]) -> None:
    def f(x: Any) -> Any:
        return F.sum(apply(WrongSquare(), x))

    report = check_gradient(f, Variable(build(MATRIX), name="x"))
    assert not report.ok and report.worst.index == (1, 1) and report.worst.name == "x"
    assert math.isclose(report.worst.found, 6.002, rel_tol=1e-9)
    assert math.isclose(report.worst.expected, 6, rel_tol=1e-9)
    assert math.isclose(report.worst.error, 0.002 / 6.002, rel_tol=1e-4)
    with pytest.raises(AssertionError, match=r"(?s)\[1, 1\].*6\.002.*NÃO CONFERE \(tolerância 1e-06\)"):
        report.require()


@pytest.mark.parametrize(
    "wrong",
    [
        lambda x: 2 * x,  # falta o quadrado
        lambda x: -3 * x * x,  # sinal trocado
        lambda x: 3 * (x * x)[::-1],  # elementos trocados
        lambda x: 3 * x * x + np.array([0.0, 0.0, 1e-4]),
        lambda x: 3 * x * x * float("nan"),
    ],
)
def test_wrong_analytic_gradients_are_caught(wrong: Callable[[Any], Any]) -> None:
    x = np.array([1.0, -2.0, 0.1])
    assert check_gradient(lambda x: (x * x * x).sum(), x, analytic=lambda x: 3 * x * x).ok
    assert not check_gradient(lambda x: (x * x * x).sum(), x, analytic=wrong).ok


def test_swapped_elements_of_a_tensor_output_do_not_cancel() -> None:
    class Turned(Gate):
        __slots__ = ()

        def compute(self, x: Any) -> Any:
            return x * 1

        def gradient(self, i: int, upstream: Any) -> Any:
            return upstream[::-1]

    assert not check_gradient(lambda x: apply(Turned(), x), [1.0, 2.0, 3.0]).ok


def test_a_gradient_of_zero_is_no_reason_to_complain() -> None:
    flat = check_gradient(lambda x, y: F.sum(F.square(x)) + 1000.0, np.array([0.0, 1e-7]), np.array([3.0]))
    assert flat.ok
    assert check_gradient(lambda x: x**3, 0.0).ok


def test_constants_are_left_alone() -> None:
    labels = np.array([0, 1])
    report = check_gradient(lambda x, k, frozen: F.sum(x * k * frozen), [1.0, 2.0], labels, Variable(2.0, False))
    assert report.ok and len(report.rows) == 1
    with pytest.raises(TypeError, match="nenhuma entrada é de ponto flutuante"):
        check_gradient(lambda k: F.sum(k), labels)


def test_parameters_inside_a_layer() -> None:
    weights = Variable(np.array(MATRIX), name="W")
    before = weights.value
    report = check_gradient(lambda *_: F.matmul([1.0, -1.0] * np.ones(2), weights), weights)
    assert report.ok and report.worst.name == "W" and weights.value is before


def test_a_function_that_fails_leaves_the_variable_as_it_was() -> None:
    x = Variable(2.0)
    calls = []

    def f(x: Any) -> Any:
        calls.append(x)
        if len(calls) == 2:
            raise RuntimeError("parou")
        return x * x

    with pytest.raises(RuntimeError, match="parou"):
        check_gradient(f, x)
    assert x.value == 2.0


def test_float32_is_compared_with_the_tolerance_it_can_meet() -> None:
    x = np.array([0.5, 1.0], dtype=np.float32)
    report = check_gradient(lambda x: F.exp(x), x)
    assert report.ok and report.tolerance == 1e-2
    assert not check_gradient(lambda x: F.sum(x * x), x, analytic=lambda x: 2.2 * x).ok


def test_shapes_rule() -> None:
    with pytest.raises(ValueError, match=r"o gradiente de entrada 0 tem forma \(\), e ela tem forma \(2,\)"):
        check_gradient(lambda x: F.sum(x), [1.0, 2.0], analytic=lambda x: 1.0)
    with pytest.raises(ValueError, match=r"deu um tensor de forma \(2,\)"):
        check_gradient(lambda x: x, [1.0, 2.0], analytic=lambda x: x)


def test_the_table() -> None:
    report = check_gradient(lambda x, y: x * x * y, Variable(3.0, name="largura"), 2.0, analytic=lambda x, y: (12, 8.0))
    assert str(report) == (
        "entrada    elementos  o pior  gradiente  diferenças  erro relativo\n"
        "largura            1       -         12          12        < 1e-09\n"
        "entrada 1          1       -          8           9          1e-01\n"
        "NÃO CONFERE (tolerância 1e-06)"
    )
