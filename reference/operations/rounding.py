r"""Arredondamentos: o inteiro de baixo, o de cima, o mais próximo; e os vizinhos que um número tem na memória."""

import builtins
import math
from typing import Any

from reference.operations import complexes, scalars
from reference.operations.elementwise import divide, multiply
from reference.operations.loop import check_out
from reference.operations.universal import elementwise
from reference.tensors.assignment import assign
from reference.tensors.creation import asarray, astype, copy
from reference.tensors.dtypes import float32, object_


@elementwise("biufO", own={object_: math.floor})
def floor(x: Any) -> Any:
    r"""Maior inteiro que não passa de $x$, $\lfloor x \rfloor$.

    Examples:
        >>> floor([2.7, -2.7])
        array([ 2., -3.])
    """
    return x if isinstance(x, int) else scalars.floor(x)


@elementwise("biufO", own={object_: math.ceil})
def ceil(x: Any) -> Any:
    r"""Menor inteiro que não fica abaixo de $x$, $\lceil x \rceil$.

    Examples:
        >>> ceil([2.1, -2.7])
        array([ 3., -2.])
    """
    return x if isinstance(x, int) else scalars.ceil(x)


@elementwise("biufO", own={object_: math.trunc})
def trunc(x: Any) -> Any:
    """Parte inteira: corta o que vem depois da vírgula.

    Examples:
        >>> trunc([2.7, -2.7])
        array([ 2., -2.])
    """
    return x if isinstance(x, int) else scalars.trunc(x)


# --8<-- [start:rint]
@elementwise("fc", complexes=complexes.rint)
def rint(x: Any) -> Any:
    """Inteiro mais próximo; no meio do caminho, o par.

    Examples:
        >>> rint([1.5, 2.5, -0.7])
        array([ 2.,  2., -1.])
    """
    return scalars.rint(x)
# --8<-- [end:rint]


@elementwise("f", fast=math.copysign)
def copysign(x: Any, y: Any) -> Any:
    """Valor absoluto de $x$ com o sinal de $y$.

    Examples:
        >>> copysign([1.0, 2.0], [-0.0, 3.0])
        array([-1.,  2.])
    """
    return math.copysign(x, y)


@elementwise("f", fast=math.nextafter, own={float32: scalars.next_single})
def nextafter(x: Any, y: Any) -> Any:
    """O número seguinte a $x$, na direção de $y$, entre os que a memória sabe guardar.

    Examples:
        >>> nextafter(1.0, 2.0)
        np.float64(1.0000000000000002)
    """
    return math.nextafter(x, y)


# --8<-- [start:round]
def round(x: Any, decimals: int = 0, *, out: Any = None) -> Any:
    r"""Arredonda para `decimals` casas; no meio do caminho, para o par.

    A conta é a do NumPy, $\text{rint}(10^d x)/10^d$: rápida, e por isso sujeita ao erro de $10^d x$.

    Args:
        x: Tensor.
        decimals: Casas depois da vírgula; negativo arredonda dezenas, centenas…
        out: Tensor que recebe o resultado.

    Returns:
        Tensor com a forma e o tipo de `x`; de booleanos, `float32`. De complexos se arredondam as duas partes.

    Examples:
        >>> round([2.567, 0.125], 2)
        array([2.57, 0.12])
        >>> round([15, 25, 31], -1)
        array([20, 20, 30])
    """
    x = asarray(x)
    power = 10.0 ** builtins.abs(decimals)
    if x.dtype.kind == "c":
        result = copy(x)
        result.real, result.imag = round(x.real, decimals), round(x.imag, decimals)
    elif decimals == 0 or (x.dtype.kind in "iu" and decimals > 0):
        result = x if x.dtype.kind in "iu" else rint(x)
    elif decimals > 0:
        result = divide(rint(multiply(x, power)), power)
    else:
        result = multiply(rint(divide(x, power)), power)
    if x.dtype.kind in "iu":
        result = astype(result, x.dtype)
    if out is None:
        return result if result.shape else result[()]
    check_out("round", result.shape, result.dtype, out)
    assign(out, result)
    return out
# --8<-- [end:round]
