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
    except (ImportError, TypeError):
        kind = type(foreign[0]).__name__
        raise TypeError(
            f"array_namespace: {kind} não diz o seu namespace; se é um tensor, quem sabe o dele é o array_api_compat"
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


# --8<-- [start:as_floating]
def as_floating(x: Any) -> Any:
    """Inteiros viram ponto flutuante (uma diferença de `uint8` daria a volta); o que já é fica como veio.

    Examples:
        >>> as_floating(array([1, 2])), as_floating(2), as_floating(-2.5)
        (array([1., 2.]), 2.0, -2.5)
    """
    floating = hasattr(x, "dtype") and array_namespace(x).isdtype(x.dtype, "real floating")
    return x if floating else 1.0 * x
# --8<-- [end:as_floating]


# --8<-- [start:device_of]
def device_of(x: Any) -> Any:
    """Onde estão os números de um tensor; `None`, o lugar de costume, se ele não diz (os do Dask não dizem).

    Examples:
        >>> device_of(array([1.0]))
        'cpu'
    """
    return getattr(x, "device", None)
# --8<-- [end:device_of]


# --8<-- [start:settled]
def settled(values: Any) -> Any:
    """Os mesmos valores, com as contas feitas: o Dask adia as dele, e aqui as faz, todas juntas e uma vez só.

    Quem usa um resultado em vários lugares, ou o leva de um passo de treino ao seguinte, passa por aqui: senão, cada
    uso faria as contas desde o começo. Nas outras bibliotecas não há o que fazer.

    Args:
        values: Tensores de uma mesma biblioteca, em listas ou tuplas.

    Examples:
        >>> settled([array([1.0]), (array([2.0]),)])
        [array([1.]), (array([2.]),)]
    """
    first = values
    while isinstance(first, list | tuple) and first:
        first = first[0]
    if not hasattr(first, "__dask_graph__"):
        return values
    return import_module("dask").persist(values, optimize_graph=False)[0]  # sem juntar tarefas: as chaves se repetem
# --8<-- [end:settled]


# --8<-- [start:reshaped]
def reshaped(x: Any, shape: tuple[int, ...]) -> Any:
    """Os mesmos elementos em outra forma, também onde só se juntam ou se dividem eixos inteiros (o Dask).

    Examples:
        >>> reshaped(array([[1, 2, 3], [4, 5, 6]]), (3, 2))
        array([[1, 2],
               [3, 4],
               [5, 6]])
    """
    xp = array_namespace(x)
    try:
        return xp.reshape(x, shape)
    except RuntimeError:  # passando por um vetor, qualquer mudança é juntar e depois dividir
        return xp.reshape(xp.reshape(x, (-1,)), shape)
# --8<-- [end:reshaped]


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
    device = device_of(like)
    if array_namespace(values) is xp and device_of(values) == device:
        return values if values.dtype == like.dtype else xp.astype(values, like.dtype)
    return xp.asarray(nested_list(values), dtype=like.dtype, device=device)
# --8<-- [end:moved]


# --8<-- [start:nested_list]
def nested_list(x: Any) -> Any:
    """Os números de um tensor de qualquer biblioteca, em listas do Python; o de quem não tem eixos é um só.

    Examples:
        >>> nested_list(array([[1.0, 2.0]])), nested_list(2.5)
        ([[1.0, 2.0]], 2.5)
    """
    if hasattr(x, "__dask_graph__"):  # o do Dask é uma promessa, que o `compute` cumpre
        x = x.compute()
    if hasattr(x, "tolist"):
        return x.tolist()
    return [nested_list(x[i, ...]) for i in range(x.shape[0])] if shape_of(x) else float(x)
# --8<-- [end:nested_list]
