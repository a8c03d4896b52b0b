"""Listas aninhadas: que forma têm, que números guardam e em que tipo cabem.

Uma lista é um vetor, uma lista de listas é uma matriz, e assim por diante, desde que em cada nível todas as partes
tenham a mesma forma. Aqui não há tensor nenhum: é o que se descobre de uma lista antes de fazer um com ela.
"""

from collections.abc import Iterable
from functools import reduce
from typing import Any

from reference.tensors.dtypes import DType, dtype, dtype_of, float64, promote
from reference.tensors.layout import Shape

ATOMS = {bool, int, float, complex, str, bytes, type(None)}
"""Tipos que não têm partes; uma lista só deles é uma linha, e não é preciso olhar dentro."""


def is_sequence(item: Any) -> bool:
    """Se o item tem partes numeradas: lista, tupla, `range` ou coisa que se comporte como elas.

    Examples:
        >>> is_sequence([1, 2]), is_sequence(range(3)), is_sequence("texto"), is_sequence(1.5)
        (True, True, False, False)
    """
    if type(item) in ATOMS or isinstance(item, dict | type):
        return False
    return hasattr(item, "__len__") and hasattr(item, "__getitem__")


# --8<-- [start:nested_shape]
def nested_shape(data: Any, ragged: bool = False) -> Shape:
    """Forma de listas aninhadas: quantas partes há em cada nível, até chegar aos números.

    Args:
        data: Número, lista, lista de listas, …, com tensores no lugar de qualquer uma delas.
        ragged: Se partes de formas diferentes são aceitas; a forma é então a dos níveis em que concordam.

    Raises:
        ValueError: Se num mesmo nível houver partes de formas diferentes.

    Examples:
        >>> nested_shape([[1, 2, 3], [4, 5, 6]]), nested_shape(7)
        ((2, 3), ())
        >>> nested_shape([[1, 2, 3], [4, 5]])
        Traceback (most recent call last):
        ValueError: as partes de uma lista têm formas diferentes: (3,) e (2,)

    [Notas: Tensores; Formato do array]
    """
    if hasattr(data, "shape"):
        return tuple(data.shape)
    if not is_sequence(data):
        return ()
    if ATOMS.issuperset(map(type, data)):
        return (len(data),)
    first, *others = [nested_shape(part, ragged) for part in data]
    for shape in others:
        if shape != first and not ragged:
            raise ValueError(f"as partes de uma lista têm formas diferentes: {first} e {shape}")
        while shape[: len(first)] != first:
            first = first[:-1]
    return (len(data), *first)
# --8<-- [end:nested_shape]


def flatten(data: Any, ndim: int) -> list[Any]:
    """Elementos de listas aninhadas em `ndim` níveis, na ordem em que se leem.

    Examples:
        >>> flatten([[1, 2], [3, 4]], 2)
        [1, 2, 3, 4]
    """
    if hasattr(data, "tolist"):
        data = data.tolist()
    if ndim == 0:
        return [data]
    return list(data) if ndim == 1 else [element for part in data for element in flatten(part, ndim - 1)]


# --8<-- [start:infer]
def infer(data: Any) -> DType | None:
    """Menor tipo em que cabem todos os números de listas aninhadas; `None`, se não houver nenhum.

    Raises:
        TypeError: Se houver texto.

    Examples:
        >>> infer([1, 2.5]), infer([[True], [False]]), infer([1, 2**63])
        (dtype('float64'), dtype('bool'), dtype('float64'))
    """
    if isinstance(data, str | bytes):
        raise TypeError(f"{data!r} é texto, e um tensor guarda números (ou qualquer objeto, com dtype=object)")
    if hasattr(data, "dtype"):
        return dtype(data.dtype)
    if not is_sequence(data):
        return dtype_of(data)
    kinds = set(map(type, data))
    if kinds == {float}:
        return float64
    extremes: Iterable[Any] = (min(data), max(data)) if kinds == {int} else data  # entre eles, os outros cabem
    found = [d for d in map(infer, extremes) if d is not None]
    return reduce(promote, found) if found else None
# --8<-- [end:infer]
