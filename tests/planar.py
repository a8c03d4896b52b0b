"""A conferência das funções de um número complexo: os cantos, os sorteios e o que é a mesma resposta."""

import cmath
import itertools
import math
from collections.abc import Callable, Iterable
from typing import Any

import numpy
from hypothesis import strategies as st

EDGES = [0.0, 1.0, 0.5, 3.0, 1e-300, 1e-20, 5e-324, 709.5, 710.0, 1e300, 1.7e308, math.inf]
EDGES = [*EDGES, *(-x for x in EDGES), math.nan]
CORNERS = [complex(a, b) for a, b in itertools.product(EDGES, repeat=2)]
"""Todo par de partes dos cantos: zeros dos dois sinais, minúsculos, enormes, infinitos e `nan`."""

PARTS = st.sampled_from(EDGES) | st.floats(-60, 60) | st.floats()
NUMBERS = st.builds(complex, PARTS, PARTS)
COMMON = st.builds(complex, st.floats(-60, 60), st.floats(-60, 60))


def finite(z: complex) -> bool:
    """Se nenhuma das partes é infinita ou `nan`."""
    return math.isfinite(z.real) and math.isfinite(z.imag)


def mirrored(z: complex) -> complex:
    """O conjugado, também do sinal do zero."""
    return complex(z.real, -z.imag)


def same(ours: complex, theirs: complex, signs: bool = True, tolerance: float = 1e-13) -> bool:
    """Se as duas respostas são a mesma: `nan`, infinitos e sinais iguais, e o resto perto, em relação ao módulo.

    Sem ângulo ou ao lado de um `nan`, o padrão quase nunca diz o sinal do zero ou do infinito; com `signs=False`, ele
    não conta.
    """
    size = max((abs(part) for part in (theirs.real, theirs.imag) if math.isfinite(part)), default=0.0)
    for a, b in ((ours.real, theirs.real), (ours.imag, theirs.imag)):
        if math.isfinite(a) and math.isfinite(b):
            close = abs(a - b) <= tolerance * max(size, 1e-300)
            if not close or (signs and a == b == 0 and math.copysign(1, a) != math.copysign(1, b)):
                return False
        elif not (a == b or (math.isnan(a) and math.isnan(b)) or (a == -b and not signs)):
            return False
    return True


def disagreements(
    rule: Callable[..., complex], theirs: Callable[..., Any], numbers: Iterable[tuple[complex, ...]], signs: bool = True
) -> list[tuple[complex, ...]]:
    """Os operandos em que a nossa resposta e a do NumPy diferem, e as duas."""
    wrong = []
    with numpy.errstate(all="ignore"):
        for operands in numbers:
            expected = complex(theirs(*(numpy.array([z]) for z in operands))[0])
            found = complex(rule(*operands))
            blurred = cmath.isnan(expected) or any(cmath.isnan(z) or math.isinf(z.imag) for z in operands)
            if not same(found, expected, signs=signs and not blurred):
                wrong.append((*operands, found, expected))
    return wrong
