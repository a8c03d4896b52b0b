r"""Funções de um número aplicadas a cada elemento: raízes, exponenciais, logaritmos e funções hiperbólicas.

O Python já sabe calculá-las; onde se recusa (`log(0)`, `exp(1000)`), responde a regra de `scalars`.
"""

import math
from math import inf
from typing import Any

from reference.operations import complex_angles, complex_functions, scalars
from reference.operations.universal import elementwise


@elementwise("fc", fast=math.sqrt, complexes=complex_functions.sqrt, domain=(0, inf))
def sqrt(x: Any) -> Any:
    r"""Raiz quadrada, $\sqrt{x}$; de negativo, `nan`.

    Examples:
        >>> sqrt([1, 4, 9])
        array([1., 2., 3.])
    """
    return scalars.sqrt(x)


@elementwise("f", fast=math.cbrt)
def cbrt(x: Any) -> Any:
    r"""Raiz cúbica, $\sqrt[3]{x}$.

    Examples:
        >>> cbrt([-8.0, 27.0])
        array([-2.,  3.])
    """
    return math.cbrt(x)


# --8<-- [start:exp]
@elementwise("fc", fast=math.exp, complexes=complex_functions.exp, domain=(-745, 709))
def exp(x: Any) -> Any:
    """Exponencial, $e^x$; o que não cabe é infinito.

    Examples:
        >>> exp([0, 1])
        array([1.        , 2.71828183])
        >>> exp(1000)
        np.float64(inf)
    """
    return scalars.exp(x)
# --8<-- [end:exp]


@elementwise("fc", fast=math.exp2, complexes=complex_functions.exp2, domain=(-1074, 1023))
def exp2(x: Any) -> Any:
    """Potência de dois, $2^x$.

    Examples:
        >>> exp2([0, 3, -1])
        array([1. , 8. , 0.5])
    """
    return scalars.exp2(x)


@elementwise("fc", fast=math.expm1, complexes=complex_functions.expm1, domain=(-745, 709))
def expm1(x: Any) -> Any:
    """$e^x - 1$, exato também perto de zero.

    Examples:
        >>> expm1([0.0, 1e-20])
        array([0.e+00, 1.e-20])
    """
    return scalars.expm1(x)


# --8<-- [start:log]
@elementwise("fc", fast=math.log, complexes=complex_functions.log, domain=(0, inf))
def log(x: Any) -> Any:
    r"""Logaritmo natural, $\ln x$; de zero, $-\infty$; de negativo, `nan`.

    Examples:
        >>> log([1.0, 0.0, -1.0])
        array([  0., -inf,  nan])
    """
    return scalars.log(x)
# --8<-- [end:log]


@elementwise("fc", fast=math.log2, complexes=complex_functions.log2, domain=(0, inf))
def log2(x: Any) -> Any:
    r"""Logaritmo de base 2, $\log_2 x$.

    Examples:
        >>> log2([1, 2, 8])
        array([0., 1., 3.])
    """
    return scalars.log2(x)


@elementwise("fc", fast=math.log10, complexes=complex_functions.log10, domain=(0, inf))
def log10(x: Any) -> Any:
    r"""Logaritmo de base 10, $\log_{10} x$.

    Examples:
        >>> log10([1, 10, 1000])
        array([0., 1., 3.])
    """
    return scalars.log10(x)


@elementwise("fc", fast=math.log1p, complexes=complex_functions.log1p, domain=(-1, inf))
def log1p(x: Any) -> Any:
    r"""$\ln(1 + x)$, exato também perto de zero.

    Examples:
        >>> log1p([0.0, 1e-20])
        array([0.e+00, 1.e-20])
    """
    return scalars.log1p(x)


@elementwise("f", domain=(-700, 700))
def logaddexp(x: Any, y: Any) -> Any:
    r"""$\ln(e^x + e^y)$ sem calcular exponenciais grandes.

    Examples:
        >>> logaddexp([0.0, 1000.0], [0.0, 1000.0])
        array([6.93147181e-01, 1.00069315e+03])

    [Notas: Estabilidade numérica]
    """
    return scalars.logaddexp(x, y)


@elementwise("fc", fast=math.sinh, complexes=complex_angles.sinh, domain=(-700, 700))
def sinh(x: Any) -> Any:
    """Seno hiperbólico, $(e^x - e^{-x})/2$.

    Examples:
        >>> sinh([0.0, 1.0]).round(4)
        array([0.    , 1.1752])
    """
    return scalars.sinh(x)


@elementwise("fc", fast=math.cosh, complexes=complex_angles.cosh, domain=(-700, 700))
def cosh(x: Any) -> Any:
    """Cosseno hiperbólico, $(e^x + e^{-x})/2$.

    Examples:
        >>> cosh([0.0, 1.0]).round(4)
        array([1.    , 1.5431])
    """
    return scalars.cosh(x)


# --8<-- [start:tanh]
@elementwise("fc", fast=math.tanh, complexes=complex_angles.tanh)
def tanh(x: Any) -> Any:
    """Tangente hiperbólica, $(e^x - e^{-x})/(e^x + e^{-x})$.

    Examples:
        >>> tanh([-1.0, 0.0, 1.0]).round(4)
        array([-0.7616,  0.    ,  0.7616])

    [Notas: Funções de ativação]
    """
    return math.tanh(x)
# --8<-- [end:tanh]


@elementwise("fc", fast=math.asinh, complexes=complex_angles.asinh, numpy="arcsinh")
def asinh(x: Any) -> Any:
    """Inversa do seno hiperbólico.

    Examples:
        >>> asinh([0.0, 1.0]).round(4)
        array([0.    , 0.8814])
    """
    return math.asinh(x)


@elementwise("fc", fast=math.acosh, complexes=complex_angles.acosh, domain=(1, inf), numpy="arccosh")
def acosh(x: Any) -> Any:
    """Inversa do cosseno hiperbólico; abaixo de 1, `nan`.

    Examples:
        >>> acosh([1.0, 2.0]).round(4)
        array([0.   , 1.317])
    """
    return scalars.acosh(x)


@elementwise("fc", fast=math.atanh, complexes=complex_angles.atanh, domain=(-1, 1), numpy="arctanh")
def atanh(x: Any) -> Any:
    """Inversa da tangente hiperbólica; em ±1, infinita; fora, `nan`.

    Examples:
        >>> atanh([0.0, 1.0, 2.0])
        array([ 0., inf, nan])
    """
    return scalars.atanh(x)
