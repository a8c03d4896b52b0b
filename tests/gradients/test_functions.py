"""Funções que aceitam variáveis: os mesmos números que os do JAX, com tensores de três bibliotecas."""

import json
import math
from types import SimpleNamespace
from typing import Any

import array_api_strict
import numpy
import pytest

import reference
from reference.gradients import functions
from reference.gradients.functions import concat, exp, index, log, matmul, max, mean, reshape, sqrt, sum, take, where
from reference.gradients.graph import Variable
from tests.gradients.cases import CASES, EXPECTED, upstream

STORED = json.loads(EXPECTED.read_text(encoding="utf-8"))
LIBRARIES = {
    "reference": reference.asarray,
    "numpy": numpy.asarray,
    "array-api-strict": lambda x: array_api_strict.asarray(x, device=array_api_strict.Device("device1")),
}
libraries = pytest.mark.parametrize("library", LIBRARIES)
cases = pytest.mark.parametrize("name", CASES)


def flat(x: Any) -> list[float]:
    """Os elementos de um número ou tensor de qualquer biblioteca, na ordem das linhas."""
    if isinstance(x, int | float):
        return [float(x)]
    if hasattr(x, "to_device"):
        x = x.to_device(array_api_strict.Device("CPU_DEVICE")) if "strict" in type(x).__module__ else x
    return [float(v) for v in numpy.asarray(x, dtype="float64").ravel()]


def tensor_like(values: list[float], x: Any, library: str) -> Any:
    """Tensor da biblioteca, da forma de `x`."""
    return LIBRARIES[library](numpy.array(values).reshape(x.shape).tolist())


def facade(library: str) -> Any:
    """As nossas funções, com `take` recebendo os índices no tensor da biblioteca."""
    found = SimpleNamespace(**vars(functions))
    found.take = lambda x, indices: take(x, LIBRARIES[library](indices))
    return found


def value_and_gradients(name: str, library: str) -> tuple[Any, list[Any], list[Variable]]:
    case, inputs = CASES[name]
    variables = [Variable(LIBRARIES[library](x) if isinstance(x, list) else x) for x in inputs]
    output = case(facade(library), *variables)
    size = math.prod(output.shape)
    start = upstream(output.shape, size)
    output.backward(tensor_like(start, output, library) if output.shape else start[0])
    return output.value, [v.grad for v in variables], variables


@libraries
@cases
def test_values_and_gradients_are_those_of_jax(name: str, library: str) -> None:
    value, found, variables = value_and_gradients(name, library)
    expected_value, expected = STORED[name]
    assert flat(value) == pytest.approx(expected_value, rel=1e-10, abs=1e-12)
    for gradient, numbers, variable in zip(found, expected, variables, strict=True):
        assert flat(gradient) == pytest.approx(numbers, rel=1e-10, abs=1e-12)
        assert tuple(getattr(gradient, "shape", ())) == variable.shape
        if variable.shape:
            assert type(gradient) is type(variable.value)
            assert gradient.dtype == variable.value.dtype and gradient.device == variable.value.device


@cases
def test_values_and_gradients_are_those_of_pytorch(name: str) -> None:
    torch = pytest.importorskip("torch")
    theirs = SimpleNamespace(
        **{n: getattr(torch, n) for n in ("exp", "log", "sqrt", "square", "abs", "where", "matmul")}
    )
    theirs.maximum = lambda x, y: torch.maximum(x, torch.as_tensor(y, dtype=torch.float64))
    theirs.minimum, theirs.reshape = torch.minimum, torch.reshape
    theirs.sum = lambda x, axis=None, keepdims=False: torch.sum(x, dim=axis, keepdim=keepdims)
    theirs.mean = lambda x, axis=None, keepdims=False: torch.mean(x, dim=axis, keepdim=keepdims)
    theirs.max = lambda x, axis=None, keepdims=False: torch.amax(x, dim=() if axis is None else axis, keepdim=keepdims)
    theirs.permute_dims, theirs.concat = torch.permute, torch.concat
    theirs.take = lambda x, indices: torch.index_select(x, 0, torch.tensor(indices))
    case, inputs = CASES[name]
    tensors = [torch.tensor(x, dtype=torch.float64, requires_grad=True) for x in inputs]
    output = case(theirs, *tensors)
    output.backward(
        torch.tensor(upstream(tuple(output.shape), output.numel()), dtype=torch.float64).reshape(output.shape)
    )
    _, found, _ = value_and_gradients(name, "reference")
    for gradient, tensor in zip(found, tensors, strict=True):
        assert flat(gradient) == pytest.approx(tensor.grad.ravel().tolist(), rel=1e-10, abs=1e-12)


@libraries
@cases
def test_plain_tensors_in_plain_tensors_out(name: str, library: str) -> None:
    case, inputs = CASES[name]
    given = [LIBRARIES[library](x) if isinstance(x, list) else x for x in inputs]
    plain = case(facade(library), *given)
    assert not isinstance(plain, Variable)
    assert flat(plain) == flat(case(facade(library), *[Variable(x) for x in given]).value)


def test_numbers_need_no_tensor() -> None:
    x = Variable(4.0)
    y = mean(sum(sqrt(x)) + where(True, x, 0.0) + functions.abs(-x) + functions.square(x))
    y.backward()
    assert (y.value, x.grad) == (26.0, 0.25 + 1 + 1 + 8)
    assert functions.maximum(1.0, math.nan) != functions.maximum(1.0, math.nan), "nan passa adiante, como nos tensores"
    assert functions.minimum(math.nan, 1.0) != functions.minimum(math.nan, 1.0)


def test_mean_divides_by_the_elements_of_the_axes_only() -> None:
    x = Variable(reference.ones((2, 3, 4)))
    mean(x, axis=(0, -1)).backward(reference.array([8.0, 16.0, 24.0]))
    assert x.grad[0, :, 0].tolist() == [1.0, 2.0, 3.0]


def test_take_adds_repeated_rows_and_counts_from_the_end() -> None:
    x = Variable(reference.array([[1.0], [2.0], [3.0]]))
    y = take(x, [-1, 0, 2])
    y.backward(reference.array([[10.0], [20.0], [30.0]]))
    assert y.value.tolist() == [[3.0], [1.0], [3.0]]
    assert x.grad.tolist() == [[20.0], [0.0], [40.0]]


def test_index_reshape_and_concat_on_variables() -> None:
    x = Variable(reference.arange(6.0))
    y = concat([index(reshape(x, (2, 3)), 0), x[4:]])
    assert y.value.tolist() == [0.0, 1.0, 2.0, 4.0, 5.0]
    sum(y * y).backward()
    assert x.grad.tolist() == [0.0, 2.0, 4.0, 0.0, 8.0, 10.0]


@pytest.mark.parametrize("key", [[0, 0], reference.array([0, 0]), reference.array([True, False]), True, 0.5, None])
def test_an_index_that_could_repeat_elements_is_refused(key: Any) -> None:
    with pytest.raises(TypeError, match="inteiros e fatias"):
        Variable(reference.array([1.0, 2.0]))[key]


def test_matmul_says_which_shapes_do_not_fit() -> None:
    for library in LIBRARIES:
        x, y = LIBRARIES[library]([[1.0, 2.0]]), LIBRARIES[library]([[1.0, 2.0]])
        with pytest.raises(ValueError, match=r"matmul: de formas \(1, 2\) e \(1, 2\)"):
            matmul(Variable(x), y)
    with pytest.raises(TypeError, match=r"matmul: de formas \(\) e \(\)"):
        matmul(Variable(2.0), 3.0)


def test_float32_stays_float32() -> None:
    x = Variable(reference.array([[0.5, 2.0], [1.0, 4.0]], dtype="float32"))
    mean(log(exp(x) * 2.0) + max(x, axis=0) / sqrt(x)).backward()
    assert str(x.grad.dtype) == "float32"
