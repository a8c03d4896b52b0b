r"""Lógica e bits: “e”, “ou” e “não” entre respostas de sim ou não, e a mesma coisa entre os bits de um inteiro."""

import operator
from typing import Any

from reference.operations import scalars
from reference.operations.universal import elementwise
from reference.tensors.dtypes import bool_, object_


# --8<-- [start:logical_and]
@elementwise(result=bool_, own={object_: lambda x, y: x and y})
def logical_and(x: Any, y: Any) -> Any:
    """“E” lógico: se os dois são verdadeiros (diferentes de zero).

    Examples:
        >>> logical_and([True, True], [True, False])
        array([ True, False])
    """
    return bool(x) and bool(y)
# --8<-- [end:logical_and]


@elementwise(result=bool_, own={object_: lambda x, y: x or y})
def logical_or(x: Any, y: Any) -> Any:
    """“Ou” lógico: se ao menos um é verdadeiro.

    Examples:
        >>> logical_or([False, True], [False, False])
        array([False,  True])
    """
    return bool(x) or bool(y)


@elementwise("biufc", result=bool_)
def logical_xor(x: Any, y: Any) -> Any:
    """“Ou exclusivo”: se exatamente um é verdadeiro.

    Examples:
        >>> logical_xor([True, True], [True, False])
        array([False,  True])
    """
    return bool(x) != bool(y)


@elementwise(fast=operator.not_, result=bool_, own={object_: operator.not_})
def logical_not(x: Any) -> Any:
    """Negação lógica.

    Examples:
        >>> logical_not([True, False])
        array([False,  True])
    """
    return not x


# --8<-- [start:bitwise_and]
@elementwise("biuO", fast=operator.and_)
def bitwise_and(x: Any, y: Any) -> Any:
    """“E” de cada bit.

    Examples:
        >>> bitwise_and([6, 5], 3)
        array([2, 1])
    """
    return x & y
# --8<-- [end:bitwise_and]


@elementwise("biuO", fast=operator.or_)
def bitwise_or(x: Any, y: Any) -> Any:
    """“Ou” de cada bit.

    Examples:
        >>> bitwise_or([6, 5], 1)
        array([7, 5])
    """
    return x | y


@elementwise("biuO", fast=operator.xor)
def bitwise_xor(x: Any, y: Any) -> Any:
    """“Ou exclusivo” de cada bit.

    Examples:
        >>> bitwise_xor([6, 5], 1)
        array([7, 4])
    """
    return x ^ y


@elementwise("biuO", own={object_: operator.invert}, numpy="invert")
def bitwise_invert(x: Any) -> Any:
    """Inverte cada bit; de booleano, a negação.

    Examples:
        >>> bitwise_invert([0, 5])
        array([-1, -6])
    """
    return not x if isinstance(x, bool) else ~x


@elementwise("iu", numpy="left_shift")
def bitwise_left_shift(x: Any, y: Any) -> Any:
    r"""Desloca os bits para a esquerda, $x \cdot 2^y$.

    Examples:
        >>> bitwise_left_shift([1, 2], 3)
        array([ 8, 16])
    """
    return scalars.shift_left(x, y)


@elementwise("iu", numpy="right_shift")
def bitwise_right_shift(x: Any, y: Any) -> Any:
    r"""Desloca os bits para a direita, $\lfloor x / 2^y \rfloor$.

    Examples:
        >>> bitwise_right_shift([8, 17], 3)
        array([1, 2])
    """
    return scalars.shift_right(x, y)
