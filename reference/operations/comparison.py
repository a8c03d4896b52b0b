r"""Comparar e escolher: perguntas cuja resposta, elemento a elemento, é sim ou não, e o que se faz com ela.

Uma comparação devolve uma máscara. Com ela se conta, se seleciona (`x[x > 0]`) e se escolhe entre dois (`where`).
"""

import cmath
import math
import operator
from typing import Any

from reference.operations import complexes
from reference.operations.elementwise import abs, add, maximum, minimum, multiply, subtract
from reference.operations.logic import logical_and, logical_or
from reference.operations.loop import check_out, over_lines, pick
from reference.operations.universal import elementwise
from reference.tensors.assignment import assign
from reference.tensors.creation import asarray, copy
from reference.tensors.dtypes import WEAK, bool_, bounds, object_, result_type
from reference.tensors.layout import common_shape
from reference.tensors.tensor import Tensor, empty_tensor


# --8<-- [start:less]
@elementwise(fast=operator.lt, complexes=complexes.less, result=bool_)
def less(x: Any, y: Any) -> Any:
    """Se $x$ é menor que $y$, $x < y$.

    Examples:
        >>> less([1, 2, 3], 2)
        array([ True, False, False])
    """
    return x < y
# --8<-- [end:less]


@elementwise(fast=operator.le, complexes=complexes.less_equal, result=bool_)
def less_equal(x: Any, y: Any) -> Any:
    r"""Se $x$ é menor ou igual a $y$, $x \le y$.

    Examples:
        >>> less_equal([1, 2, 3], 2)
        array([ True,  True, False])
    """
    return x <= y


@elementwise(fast=operator.gt, complexes=complexes.greater, result=bool_)
def greater(x: Any, y: Any) -> Any:
    """Se $x$ é maior que $y$, $x > y$.

    Examples:
        >>> greater([1, 2, 3], 2)
        array([False, False,  True])
    """
    return x > y


@elementwise(fast=operator.ge, complexes=complexes.greater_equal, result=bool_)
def greater_equal(x: Any, y: Any) -> Any:
    r"""Se $x$ é maior ou igual a $y$, $x \ge y$.

    Examples:
        >>> greater_equal([1, 2, 3], 2)
        array([False,  True,  True])
    """
    return x >= y


@elementwise(fast=operator.eq, result=bool_)
def equal(x: Any, y: Any) -> Any:
    """Se $x$ é igual a $y$, $x = y$.

    Examples:
        >>> equal([1, 2, 3], 2)
        array([False,  True, False])
    """
    return x == y


@elementwise(fast=operator.ne, result=bool_)
def not_equal(x: Any, y: Any) -> Any:
    r"""Se $x$ é diferente de $y$, $x \ne y$.

    Examples:
        >>> not_equal([1, 2, 3], 2)
        array([ True, False,  True])
    """
    return x != y


@elementwise("buifc", result=bool_)
def isnan(x: Any) -> Any:
    """Se não é um número (`nan`).

    Examples:
        >>> isnan([1.0, math.nan])
        array([False,  True])
    """
    return x != x


@elementwise("buifc", fast=math.isinf, complexes=cmath.isinf, result=bool_)
def isinf(x: Any) -> Any:
    """Se é infinito.

    Examples:
        >>> isinf([1.0, -math.inf])
        array([False,  True])
    """
    return math.isinf(x)


@elementwise("buifc", fast=math.isfinite, complexes=cmath.isfinite, result=bool_)
def isfinite(x: Any) -> Any:
    """Se não é infinito nem `nan`.

    Examples:
        >>> isfinite([1.0, math.inf])
        array([ True, False])
    """
    return math.isfinite(x)


@elementwise("iuf", result=bool_)
def signbit(x: Any) -> Any:
    """Se o sinal é negativo, o do zero inclusive.

    Examples:
        >>> signbit([-0.0, 0.0])
        array([ True, False])
    """
    return math.copysign(1.0, x) < 0


# --8<-- [start:where]
def where(condition: Any, x: Any, y: Any, /) -> Tensor:
    """Elemento de `x` onde a condição é verdadeira, de `y` onde não é.

    Args:
        condition: Máscara (ou números: zero é falso).
        x: Valores onde a condição é verdadeira.
        y: Valores onde é falsa.

    Returns:
        Tensor da forma comum aos três, com o dtype da promoção de `x` e `y`.

    Raises:
        ValueError: Se as formas não combinarem.
        OverflowError: Se um inteiro do Python não couber no dtype do resultado.

    Examples:
        >>> where([True, False, True], [1, 2, 3], 0)
        array([1, 0, 3])
    """
    values = [v if type(v) in WEAK else asarray(v) for v in (x, y)]
    kind = result_type(*values)
    mask, a, b = asarray(condition, bool_), *(v if isinstance(v, Tensor) else asarray(v, kind) for v in values)
    result = empty_tensor(common_shape(mask.shape, a.shape, b.shape), kind)
    over_lines(pick, [mask, a, b], [bool_, kind, kind], result)
    return result
# --8<-- [end:where]


# --8<-- [start:clip]
def clip(x: Any, min: Any = None, max: Any = None, out: Any = None, *, a_min: Any = None, a_max: Any = None) -> Any:
    r"""Valores presos ao intervalo: quem passa fica na ponta, $\min(\max(x, a), b)$.

    Args:
        x: Tensor.
        min: Ponta de baixo, número ou tensor; `None` não prende.
        max: Ponta de cima.
        out: Tensor que recebe o resultado.
        a_min: Outro nome de `min`.
        a_max: Outro nome de `max`.

    Returns:
        Tensor novo, da forma comum aos três.

    Raises:
        ValueError: Se as formas não combinarem.
        OverflowError: Se uma ponta que prende não couber no dtype de `x`.

    Examples:
        >>> clip([-3, 0, 7], 0, 5)
        array([0, 0, 5])
    """
    x = x if isinstance(x, Tensor) else asarray(x)
    low, high = (a_min if min is None else min), (a_max if max is None else max)
    lowest, highest = bounds(x.dtype) if x.dtype.kind in "iu" else (-math.inf, math.inf)
    binds_below = low is not None and not (type(low) is int and low <= lowest)  # ponta que ninguém passa não prende
    binds_above = high is not None and not (type(high) is int and high >= highest)
    kind = object_ if x.dtype is object_ else None  # um objeto sozinho deixa de ser tensor no meio do caminho
    result = maximum(x, low, dtype=kind) if binds_below else x
    result = minimum(result, high, dtype=kind) if binds_above else result
    if out is None:
        return copy(result)[()] if result is x else result
    check_out("clip", result.shape, result.dtype, out)
    assign(out, result)
    return out
# --8<-- [end:clip]


def isclose(x: Any, y: Any, rtol: float = 1e-05, atol: float = 1e-08, equal_nan: bool = False) -> Any:
    r"""Se os dois estão próximos: $|x - y| \le \text{atol} + \text{rtol}\,|y|$.

    Examples:
        >>> isclose([1.0, 2.0], [1.0000001, 2.1])
        array([ True, False])
    """
    x, y = asarray(x), asarray(y)
    kind = result_type(x, y, 1.0)
    x, y = asarray(x, kind), asarray(y, kind)
    near = logical_and(isfinite(y), less_equal(abs(subtract(x, y)), add(atol, multiply(rtol, abs(y)))))
    near = logical_or(near, equal(x, y))
    return logical_or(near, logical_and(isnan(x), isnan(y))) if equal_nan else near


def allclose(x: Any, y: Any, rtol: float = 1e-05, atol: float = 1e-08, equal_nan: bool = False) -> bool:
    """Se todos os elementos estão próximos, no sentido de `isclose`.

    Examples:
        >>> allclose([0.1 + 0.2], [0.3])
        True
    """
    return bool(isclose(x, y, rtol, atol, equal_nan).all())


def array_equal(x: Any, y: Any, equal_nan: bool = False) -> bool:
    """Se têm a mesma forma e os mesmos elementos.

    Examples:
        >>> array_equal([1, 2], [1, 2]), array_equal([1, 2], [[1, 2]])
        (True, False)
    """
    x, y = asarray(x), asarray(y)
    if x.shape != y.shape:
        return False
    same = equal(x, y)
    return bool((logical_or(same, logical_and(isnan(x), isnan(y))) if equal_nan else same).all())


def array_equiv(x: Any, y: Any) -> bool:
    """Se um, repetido até a forma do outro, tem os mesmos elementos.

    Examples:
        >>> array_equiv([1, 2], [[1, 2], [1, 2]]), array_equiv([1, 2], [1, 2, 3])
        (True, False)
    """
    x, y = asarray(x), asarray(y)
    try:
        common_shape(x.shape, y.shape)
    except ValueError:
        return False
    return bool(equal(x, y).all())
