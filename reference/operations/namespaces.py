"""Namespaces: quem sabe fazer contas com um valor, seja ele um número, um tensor nosso ou o de outra biblioteca.

Todo tensor do padrão Array API diz qual é o seu *namespace*, o módulo cujas funções operam com ele. Quem escreve
`xp = array_namespace(x)` e daí em diante só usa `xp` escreve uma vez e serve a todos: aos nossos tensores, aos do
NumPy, aos do PyTorch.
"""

import math
from importlib import import_module
from types import SimpleNamespace
from typing import Any

from reference.operations import scalars
from reference.tensors.creation import asarray

# --8<-- [start:numbers]
NUMBERS = SimpleNamespace(
    abs=abs,
    exp=scalars.exp,
    log=scalars.log,
    sqrt=scalars.sqrt,
    expm1=math.expm1,
    log1p=scalars.log1p,
    tanh=math.tanh,
    sign=lambda x: type(x)(scalars.sign(x)),
    maximum=lambda x, y: x if x >= y or x != x else y,  # um `nan` passa adiante, como nos tensores
    minimum=lambda x, y: x if x <= y or x != x else y,
    where=lambda condition, x, y: x if condition else y,
    zeros_like=lambda x: type(x)(0),
    ones_like=lambda x: type(x)(1),
    sum=lambda x, axis=None, keepdims=False: x,
    broadcast_to=lambda x, shape: x,
)
"""As operações de um tensor, para um número só."""
# --8<-- [end:numbers]


# --8<-- [start:array_namespace]
def array_namespace(*values: Any) -> Any:
    """Namespace do primeiro tensor entre os valores; se todos são números, o dos números.

    Args:
        *values: Números ou tensores de uma mesma biblioteca.

    Returns:
        O módulo cujas funções operam com esses valores. O de uma biblioteca que ainda não segue o padrão sozinha (o
        PyTorch) é o que o pacote `array_api_compat` lhe empresta.

    Raises:
        TypeError: Se um valor não for número nem tensor.

    Examples:
        >>> array_namespace(array([1, 2, 3])).__name__
        'reference'
        >>> array_namespace(2.5, array([1.0])).__name__
        'reference'
        >>> array_namespace(-2.5).abs(-2.5)
        2.5
    """
    for x in values:
        if hasattr(x, "__array_namespace__"):
            return x.__array_namespace__()
    foreign = [x for x in values if hasattr(x, "shape")]
    if not foreign:
        return NUMBERS
    try:
        return import_module("array_api_compat").array_namespace(foreign[0])
    except ImportError:
        kind = type(foreign[0]).__name__
        raise TypeError(
            f"array_namespace: {kind} não diz o seu namespace; instale array_api_compat, que sabe o dele"
        ) from None
# --8<-- [end:array_namespace]


# --8<-- [start:shape_of]
def shape_of(x: Any) -> tuple[int, ...]:
    """Forma de um valor; a de um número é `()`.

    Examples:
        >>> shape_of(array([[1, 2, 3]])), shape_of(-2.5)
        ((1, 3), ())
    """
    return tuple(getattr(x, "shape", ()))
# --8<-- [end:shape_of]


# --8<-- [start:as_value]
def as_value(x: Any) -> Any:
    """Valor com que se faz conta: número e tensor ficam como vieram; lista ou tupla vira tensor nosso.

    Examples:
        >>> as_value([1, 2, 3])
        array([1, 2, 3])
        >>> as_value(-2.5)
        -2.5
    """
    return asarray(x) if isinstance(x, list | tuple) else x
# --8<-- [end:as_value]


# --8<-- [start:moved]
def moved(values: Any, like: Any) -> Any:
    """Os mesmos números num tensor da biblioteca, do tipo e do dispositivo de `like`.

    Args:
        values: Tensor de qualquer biblioteca.
        like: Tensor de ponto flutuante, para servir de modelo.

    Examples:
        >>> moved(array([1.0, 2.0]), array([0.5], dtype="float32"))
        array([1., 2.], dtype=float32)
    """
    xp = array_namespace(like)
    if array_namespace(values) is xp and values.device == like.device:
        return values if values.dtype == like.dtype else xp.astype(values, like.dtype)
    numbers = values.tolist() if hasattr(values, "tolist") else nested_list(values)
    return xp.asarray(numbers, dtype=like.dtype, device=like.device)
# --8<-- [end:moved]


def nested_list(x: Any) -> Any:
    """Os números de um tensor que não sabe dar a sua lista."""
    return [nested_list(x[i, ...]) for i in range(x.shape[0])] if x.ndim else float(x)
