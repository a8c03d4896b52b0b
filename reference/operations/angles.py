r"""Ângulos: as funções do círculo, suas inversas e a distância de um ponto à origem.

Os ângulos são em radianos: uma volta inteira é $2\pi$.
"""

import math
from typing import Any

from reference.operations import complex_angles, scalars
from reference.operations.universal import elementwise


# --8<-- [start:sin]
@elementwise("fc", fast=math.sin, complexes=complex_angles.sin, domain=(-1e3, 1e3))
def sin(x: Any) -> Any:
    """Seno de $x$ em radianos.

    Examples:
        >>> sin([0.0, math.pi / 2])
        array([0., 1.])
    """
    return scalars.sin(x)
# --8<-- [end:sin]


@elementwise("fc", fast=math.cos, complexes=complex_angles.cos, domain=(-1e3, 1e3))
def cos(x: Any) -> Any:
    """Cosseno de $x$ em radianos.

    Examples:
        >>> cos([0.0, math.pi])
        array([ 1., -1.])
    """
    return scalars.cos(x)


@elementwise("fc", fast=math.tan, complexes=complex_angles.tan, domain=(-1e3, 1e3))
def tan(x: Any) -> Any:
    """Tangente de $x$ em radianos.

    Examples:
        >>> tan([0.0, 1.0]).round(4)
        array([0.    , 1.5574])
    """
    return scalars.tan(x)


@elementwise("fc", fast=math.asin, complexes=complex_angles.asin, domain=(-1, 1), numpy="arcsin")
def asin(x: Any) -> Any:
    """Arco seno de $x$, em radianos; fora de $[-1, 1]$, `nan`.

    Examples:
        >>> asin([0.0, 1.0, 2.0])
        array([0.        , 1.57079633,        nan])
    """
    return scalars.asin(x)


@elementwise("fc", fast=math.acos, complexes=complex_angles.acos, domain=(-1, 1), numpy="arccos")
def acos(x: Any) -> Any:
    """Arco cosseno de $x$, em radianos; fora de $[-1, 1]$, `nan`.

    Examples:
        >>> acos([1.0, 0.0])
        array([0.        , 1.57079633])
    """
    return scalars.acos(x)


@elementwise("fc", fast=math.atan, complexes=complex_angles.atan, numpy="arctan")
def atan(x: Any) -> Any:
    """Arco tangente de $x$, em radianos.

    Examples:
        >>> atan([0.0, 1.0])
        array([0.        , 0.78539816])
    """
    return math.atan(x)


# --8<-- [start:atan2]
@elementwise("f", fast=math.atan2, numpy="arctan2")
def atan2(y: Any, x: Any) -> Any:
    r"""Ângulo do ponto $(x, y)$ com o eixo horizontal, entre $-\pi$ e $\pi$.

    Examples:
        >>> atan2([1.0, -1.0], [0.0, -1.0])
        array([ 1.57079633, -2.35619449])
    """
    return math.atan2(y, x)
# --8<-- [end:atan2]


@elementwise("f", fast=math.hypot)
def hypot(x: Any, y: Any) -> Any:
    r"""Hipotenusa, $\sqrt{x^2 + y^2}$.

    Examples:
        >>> hypot([3.0, 5.0], [4.0, 12.0])
        array([ 5., 13.])
    """
    return math.hypot(x, y)


# --8<-- [start:radians]
@elementwise("f", fast=math.radians)
def radians(x: Any) -> Any:
    r"""De graus a radianos, $\frac{\pi}{180}\,x$.

    Examples:
        >>> radians([0.0, 90.0, 180.0])
        array([0.        , 1.57079633, 3.14159265])
    """
    return math.radians(x)
# --8<-- [end:radians]


@elementwise("f", fast=math.degrees)
def degrees(x: Any) -> Any:
    r"""De radianos a graus, $\frac{180}{\pi}\,x$.

    Examples:
        >>> degrees([0.0, math.pi])
        array([  0., 180.])
    """
    return math.degrees(x)
