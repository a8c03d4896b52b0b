r"""Contas com números complexos: as regras de um par de números, escritas com as duas partes de cada um.

O Python soma e subtrai complexos como se quer aqui. Na divisão por zero ele para, e no produto com infinitos a resposta
dele muda de versão para versão: estas regras respondem sempre o mesmo.
"""

import math
from math import copysign, hypot, inf, isinf, isnan, nan
from typing import Any

from reference.operations import scalars


# --8<-- [start:multiply]
def multiply(x: complex, y: complex) -> complex:
    r"""Produto, $(a + bi)(c + di) = (ac - bd) + (ad + bc)i$, porque $i \cdot i = -1$.

    Examples:
        >>> multiply(1 + 2j, 3 - 1j), multiply(1j, 1j)
        ((5+5j), (-1+0j))
    """
    return complex(x.real * y.real - x.imag * y.imag, x.real * y.imag + x.imag * y.real)
# --8<-- [end:multiply]


# --8<-- [start:divide]
def divide(x: complex, y: complex) -> complex:
    r"""Quociente: em cima e embaixo se divide pela maior parte de `y`, e nada cresce demais no caminho.

    Pela definição, $\frac{a + bi}{c + di} = \frac{(ac + bd) + (bc - ad)i}{c^2 + d^2}$, e $c^2 + d^2$ pode não caber.

    Examples:
        >>> divide(4 + 2j, 1 + 1j), divide(1e200 + 0j, 1e200 + 1e200j), divide(1j, 0j)
        ((3-1j), (0.5-0.5j), (nan+infj))
    """
    if y == 0:
        return complex(scalars.divide(x.real, abs(y.real)), scalars.divide(x.imag, abs(y.imag)))
    if abs(y.real) >= abs(y.imag):
        ratio = y.imag / y.real
        scale = 1 / (y.real + y.imag * ratio)
        return complex((x.real + x.imag * ratio) * scale, (x.imag - x.real * ratio) * scale)
    ratio = scalars.divide(y.real, y.imag)
    scale = scalars.divide(1, y.imag + y.real * ratio)
    return complex((x.real * ratio + x.imag) * scale, (x.imag * ratio - x.real) * scale)
# --8<-- [end:divide]


def reciprocal(x: complex) -> complex:
    """Inverso, $1 / x$.

    Examples:
        >>> reciprocal(2j), reciprocal(0j)
        (-0.5j, (nan+nanj))
    """
    if abs(x.imag) <= abs(x.real):
        ratio = scalars.divide(x.imag, x.real)
        scale = x.real + x.imag * ratio
        return complex(scalars.divide(1, scale), scalars.divide(-ratio, scale))
    ratio = scalars.divide(x.real, x.imag)
    scale = x.real * ratio + x.imag
    return complex(scalars.divide(ratio, scale), scalars.divide(-1, scale))


# --8<-- [start:magnitude]
def magnitude(x: complex) -> float:
    r"""Valor absoluto: o comprimento da seta que vai de 0 a $x$, $|a + bi| = \sqrt{a^2 + b^2}$.

    Examples:
        >>> magnitude(3 + 4j), magnitude(complex(nan, inf))
        (5.0, inf)
    """
    return hypot(x.real, x.imag)
# --8<-- [end:magnitude]


# --8<-- [start:power]
def power(x: complex, y: complex) -> complex:
    r"""Potência $x^y$: por produtos, se $y$ é um inteiro pequeno; senão, $r^y$ no comprimento e $y\theta$ no ângulo.

    Examples:
        >>> power(1j, 2 + 0j), power(2j, -1 + 0j), power(0j, 2 + 0j), power(0j, -1 + 0j)
        ((-1+0j), -0.5j, 0j, (nan+nanj))
    """
    if y == 0:
        return 1 + 0j
    if x == 0:
        return 0j if y.real > 0 else complex(nan, nan)
    if y.imag == 0 and abs(y.real) < 100 and y.real == int(y.real):
        return integer_power(x, int(y.real))
    length, angle = magnitude(x), math.atan2(x.imag, x.real)
    grown = scalars.power(length, y.real) * (scalars.exp(-y.imag * angle) if y.imag else 1.0)
    turned = y.real * angle + (y.imag * scalars.log(length) if y.imag or length < inf else 0.0)
    return complex(grown * scalars.cos(turned), grown * scalars.sin(turned))
# --8<-- [end:power]


def integer_power(x: complex, n: int) -> complex:
    """Potência inteira: a cada passo o número se eleva ao quadrado, e entram no produto as que `n` tem em binário.

    Examples:
        >>> integer_power(1 + 1j, 4), integer_power(2 + 0j, 10)
        ((-4+0j), (1024+0j))
    """
    if n in (1, 2, 3):
        return x if n == 1 else multiply(x, x) if n == 2 else multiply(x, multiply(x, x))
    result, bits = 1 + 0j, abs(n)
    while bits:
        if bits % 2:
            result = multiply(result, x)
        bits //= 2
        x = multiply(x, x) if bits else x
    return divide(1 + 0j, result) if n < 0 else result


def sign(x: complex) -> complex:
    r"""A seta de comprimento 1 na direção de $x$, $x / |x|$; de zero, zero; se uma das partes é `nan`, `nan`.

    Examples:
        >>> sign(3 + 4j), sign(0j), sign(complex(-inf, 2)), sign(complex(inf, nan))
        ((0.6+0.8j), 0j, (-1+0j), (nan+nanj))
    """
    length = magnitude(x)
    if isnan(x.real) or isnan(x.imag) or (isinf(x.real) and isinf(x.imag)):
        return complex(nan, nan)
    if isinf(x.real) or isinf(x.imag):
        return complex(copysign(1, x.real), 0) if isinf(x.real) else complex(0, copysign(1, x.imag))
    if isinf(length):  # as partes cabem, o comprimento é que não
        return sign(complex(x.real / 4, x.imag / 4))
    return complex(x.real / length, x.imag / length) if length else 0j


# --8<-- [start:less]
def less(x: complex, y: complex) -> bool:
    r"""Se $x$ vem antes de $y$ na ordem do dicionário: manda a parte real; no empate, a imaginária.

    Examples:
        >>> less(1 + 9j, 2 + 0j), less(1 + 9j, 1 + 8j)
        (True, False)
    """
    first = x.real < y.real and not isnan(x.imag) and not isnan(y.imag)
    return first or (x.real == y.real and x.imag < y.imag)
# --8<-- [end:less]


def less_equal(x: complex, y: complex) -> bool:
    """Se $x$ vem antes de $y$, ou é igual a ele."""
    first = x.real < y.real and not isnan(x.imag) and not isnan(y.imag)
    return first or (x.real == y.real and x.imag <= y.imag)


def greater(x: complex, y: complex) -> bool:
    """Se $x$ vem depois de $y$."""
    return less(y, x)


def greater_equal(x: complex, y: complex) -> bool:
    """Se $x$ vem depois de $y$, ou é igual a ele."""
    return less_equal(y, x)


def maximum(x: complex, y: complex) -> complex:
    """O que vem depois; se um não for número, ele.

    Examples:
        >>> maximum(1 + 9j, 2 + 0j), maximum(1 + 0j, complex(nan, 2))
        ((2+0j), (nan+2j))
    """
    return x if x != x or greater(x, y) else y


def minimum(x: complex, y: complex) -> complex:
    """O que vem antes; se um não for número, ele."""
    return x if x != x or less(x, y) else y


def rint(x: complex) -> complex:
    """Cada parte arredondada ao inteiro mais próximo.

    Examples:
        >>> rint(1.5 + 2.5j)
        (2+2j)
    """
    return complex(scalars.rint(x.real), scalars.rint(x.imag))


# --8<-- [start:sort_key]
def sort_key(x: complex) -> tuple[Any, ...]:
    """Chave que põe complexos em ordem; os que têm `nan` vão para o fim, antes os que o têm só na parte imaginária.

    Examples:
        >>> sorted([complex(nan, 0), 1 + 2j, complex(0, nan), 1 + 1j], key=sort_key)
        [(1+1j), (1+2j), nanj, (nan+0j)]
    """
    real_nan, imag_nan = isnan(x.real), isnan(x.imag)
    return real_nan, imag_nan, 0.0 if real_nan else x.real, 0.0 if imag_nan else x.imag
# --8<-- [end:sort_key]
