"""Procurar: em que posição está o que se quer, e não quanto vale."""

import operator
from collections.abc import Callable
from functools import partial
from typing import Any

from reference.operations import complexes
from reference.operations.reductions import reduce
from reference.tensors.creation import asarray
from reference.tensors.dtypes import can_cast, int64


# --8<-- [start:position]
def position(name: str, before: Callable[[Any, Any], bool], values: list[Any]) -> int:
    """Posição do elemento que vem antes de todos: o primeiro deles, se houver empate, ou o primeiro `nan`.

    Raises:
        ValueError: Se não houver elemento nenhum.

    Examples:
        >>> position("argmax", operator.gt, [2, 7, 7, 1])
        1
    """
    if not values:
        raise ValueError(f"{name}: não há extremo entre nenhum elemento")
    best = 0
    for i, value in enumerate(values):
        if value != value:
            return i
        if before(value, values[best]):
            best = i
    return best
# --8<-- [end:position]


def check_positions(name: str, axis: Any, out: Any) -> None:
    """Confere que o eixo é um só e que em `out` cabem posições.

    Raises:
        TypeError: Se não for assim.
    """
    if axis is not None:
        operator.index(axis)
    if out is not None and not can_cast(out.dtype, int64):
        raise TypeError(f"{name}: o resultado é {int64} e não pode ser guardado em {out.dtype}")


# --8<-- [start:argmax]
def argmax(x: Any, axis: Any = None, out: Any = None, *, keepdims: bool = False) -> Any:
    """Posição do maior elemento ao longo de um eixo (a primeira, se houver empate; a do primeiro `nan`, se houver).

    Args:
        x: Tensor com ao menos um elemento.
        axis: Eixo que some; `None` conta as posições do tensor enfileirado.
        out: Tensor de inteiros que recebe o resultado.
        keepdims: Se o eixo fica, com tamanho 1.

    Raises:
        ValueError: Se não houver elemento nenhum.

    Examples:
        >>> argmax([[1, 9, 3], [7, 2, 7]], axis=1), argmax([[1, 9], [3, 4]])
        (array([1, 0]), np.int64(1))

    [Notas: Previsão; argmax]
    """
    x = asarray(x)
    check_positions("argmax", axis, out)
    rule = partial(position, "argmax", complexes.greater if x.dtype.kind == "c" else operator.gt)
    return reduce("argmax", x, rule, axis, x.dtype, int64, out, keepdims, by_index=True)
# --8<-- [end:argmax]


def argmin(x: Any, axis: Any = None, out: Any = None, *, keepdims: bool = False) -> Any:
    """Posição do menor elemento ao longo de um eixo (a primeira, se houver empate). Os argumentos são os de `argmax`.

    Examples:
        >>> argmin([[4, 1], [0, 5]], axis=0)
        array([1, 0])
    """
    x = asarray(x)
    check_positions("argmin", axis, out)
    rule = partial(position, "argmin", complexes.less if x.dtype.kind == "c" else operator.lt)
    return reduce("argmin", x, rule, axis, x.dtype, int64, out, keepdims, by_index=True)
