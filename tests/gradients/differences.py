"""A conferência por diferenças centrais: a derivada de uma porta, medida sem saber a fórmula dela."""

from collections.abc import Callable
from typing import Any

import array_api_strict
import numpy

import reference
from reference.gradients.gates import Gate

STEP = 6e-6
"""Perto da raiz cúbica da precisão do float64, onde o erro do corte e o do arredondamento se equilibram."""


def strict(x: Any) -> Any:
    return array_api_strict.asarray(x, device=array_api_strict.Device("device1"))


def ours(x: numpy.ndarray) -> Any:
    return reference.asarray(x.tolist()).reshape(x.shape)


LIBRARIES: dict[str, Callable[[Any], Any]] = {"reference": ours, "numpy": numpy.asarray, "array-api-strict": strict}


def to_numpy(x: Any) -> numpy.ndarray:
    """O valor no NumPy, de qualquer biblioteca."""
    if "strict" in type(x).__module__:
        x = x.to_device(array_api_strict.Device("CPU_DEVICE"))
    return numpy.asarray(x, dtype="float64")


def differences(f: Callable[..., Any], inputs: list[numpy.ndarray], upstream: Any) -> list[numpy.ndarray]:
    """Gradiente de `sum(f(inputs) * upstream)`: dois valores de `f` por elemento de cada entrada."""
    found = []
    for i, x in enumerate(inputs):
        gradient = numpy.zeros(x.shape)
        for place in numpy.ndindex(x.shape):
            sides = []
            for step in (STEP, -STEP):
                moved = [numpy.array(other) for other in inputs]
                moved[i][place] += step
                sides.append((numpy.asarray(f(*moved)) * upstream).sum())
            gradient[place] = (sides[0] - sides[1]) / (2 * STEP)
        found.append(gradient)
    return found


def check_gate(make: Callable[[], Gate], inputs: list[numpy.ndarray], seed: int = 0) -> None:
    """A volta da porta, em cada biblioteca, é a que as diferenças medem, com erro relativo abaixo de 1e-6."""
    output = numpy.asarray(make().forward(*inputs))
    upstream = numpy.random.default_rng(seed).uniform(0.5, 2.0, output.shape)
    measured = differences(make().forward, inputs, upstream)
    for library, convert in LIBRARIES.items():
        gate = make()
        gate.forward(*[convert(x) for x in inputs])
        for gradient, expected, x in zip(gate.backward(convert(upstream)), measured, inputs, strict=True):
            found = to_numpy(gradient)
            assert found.shape == x.shape, (library, found.shape, x.shape)
            error = numpy.abs(found - expected).max(initial=0) / max(1.0, numpy.abs(expected).max(initial=0))
            assert error < 1e-6, f"{type(gate).__name__} em {library}: erro relativo {error:.1e}"
