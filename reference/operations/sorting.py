r"""Ordenar, e procurar no que está em ordem.

Ordenar é uma operação de linha; procurar num vetor ordenado é dividi-lo ao meio até achar. `argsort` e `searchsorted`
devolvem **posições**, e posições servem de índice: `x[argsort(x)]` é `x` em ordem.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from reference.operations.complexes import sort_key
from reference.operations.linewise import along_axis, flat_or
from reference.operations.reductions import normalize_axes
from reference.operations.reshaping import moveaxis, ravel
from reference.operations.selecting import take_along_axis
from reference.tensors.creation import asarray
from reference.tensors.dtypes import PARTS, int64, result_type
from reference.tensors.tensor import Tensor, from_values


# --8<-- [start:before]
def before(a: Any, b: Any) -> bool:
    """Se `a` vem antes de `b` em ordem crescente; `nan` vem depois de todos.

    Examples:
        >>> before(1, 2), before(2, 2), before(1.0, nan), before(nan, 1.0)
        (True, False, True, False)
    """
    if type(a) is complex:
        return sort_key(a) < sort_key(b)
    return bool(a < b or (b != b and a == a))
# --8<-- [end:before]


# --8<-- [start:in_order]
def in_order(line: Sequence[Any]) -> list[int]:
    """Posições da linha em ordem crescente: os empatados ficam como estavam, e os `nan` vão para o fim.

    De complexos, manda a parte real; no empate, a imaginária.

    Examples:
        >>> in_order([30, 10, 20]), in_order([2.0, nan, 1.0])
        ([1, 2, 0], [2, 0, 1])
    """
    if line and type(line[0]) is complex:
        line = list(map(sort_key, line))
    numbers = [i for i, value in enumerate(line) if value == value]
    others = [i for i, value in enumerate(line) if value != value]
    return sorted(numbers, key=line.__getitem__) + others
# --8<-- [end:in_order]


def order(line: Sequence[Any], descending: bool) -> list[int]:
    """Posições da linha em ordem; na decrescente, os empatados também ficam como estavam."""
    if not descending:
        return in_order(line)
    last = len(line) - 1
    return [last - i for i in reversed(in_order(line[::-1]))]


def check_kind(name: str, kind: Any) -> None:
    """Confere o nome do algoritmo: o daqui é sempre o estável do Python, que serve no lugar de qualquer um.

    Raises:
        ValueError: Se o nome não for o de um algoritmo do NumPy.
    """
    if kind not in (None, "quicksort", "heapsort", "mergesort", "stable"):
        raise ValueError(f"{name}: {kind!r} não é o nome de um algoritmo; 'stable', por exemplo, é")


# --8<-- [start:sort]
def sort(
    x: Any, axis: int | None = -1, kind: Any = None, *, stable: bool | None = None, descending: bool = False
) -> Tensor:
    """Cópia com cada linha em ordem crescente; `nan` vai para o fim.

    Args:
        x: Tensor.
        axis: Eixo ao longo do qual se ordena; `None` enfileira antes.
        kind: Algoritmo, no NumPy; aqui há um só.
        stable: Se empatados ficam na ordem em que estavam; aqui, sempre ficam.
        descending: Em ordem decrescente.

    Raises:
        AxisError: Se `x` não tiver o eixo.

    Examples:
        >>> sort([[3, 1, 2], [9, 7, 8]])
        array([[1, 2, 3],
               [7, 8, 9]])
        >>> sort([3, 1, 2], descending=True)
        array([3, 2, 1])
    """
    check_kind("sort", kind)
    x, axis = flat_or(x, axis) if axis is None else (asarray(x), axis)
    return along_axis("sort", x, axis, lambda line: [line[i] for i in order(line, descending)], x.dtype)
# --8<-- [end:sort]


# --8<-- [start:argsort]
def argsort(
    x: Any, axis: int | None = -1, kind: Any = None, *, stable: bool | None = None, descending: bool = False
) -> Tensor:
    """Posições que põem cada linha em ordem: se `x` é um vetor, `x[argsort(x)]` é `sort(x)`.

    Os argumentos são os de `sort`.

    Examples:
        >>> argsort([30, 10, 20])
        array([1, 2, 0])
    """
    check_kind("argsort", kind)
    x, axis = flat_or(x, axis)
    return along_axis("argsort", x, axis, lambda line: order(line, descending), x.dtype, int64)
# --8<-- [end:argsort]


# --8<-- [start:bisect]
def bisect(line: Sequence[Any], value: Any, side: str = "left") -> int:
    """Posição em que `value` entra numa linha em ordem: a resposta está entre `low` e `high`, e cada volta corta o
    intervalo ao meio.

    Examples:
        >>> bisect([10, 20, 20, 30], 20), bisect([10, 20, 20, 30], 20, side="right")
        (1, 3)
    """
    low, high = 0, len(line)
    while low < high:
        middle = (low + high) // 2
        passed = before(line[middle], value) if side == "left" else not before(value, line[middle])
        if passed:
            low = middle + 1
        else:
            high = middle
    return low
# --8<-- [end:bisect]


def searchsorted(x: Any, values: Any, side: str = "left", sorter: Any = None) -> Any:
    """Posição em que cada valor entraria num vetor ordenado sem tirá-lo da ordem.

    Args:
        x: Vetor em ordem crescente.
        values: Números procurados, um tensor de qualquer forma.
        side: `"left"`, antes dos iguais a ele; `"right"`, depois.
        sorter: Posições que põem `x` em ordem, se ele não estiver.

    Returns:
        Posições, na forma de `values`.

    Raises:
        ValueError: Se `x` não for um vetor, se `side` for outro ou se `sorter` não for uma ordem de `x`.
        TypeError: Se `sorter` não for de inteiros.

    Examples:
        >>> searchsorted([10, 20, 30], [5, 20, 99])
        array([0, 1, 3])
        >>> searchsorted([10, 20, 30], 20, side="right")
        np.int64(2)
    """
    x, values = asarray(x), asarray(values)
    if x.ndim != 1 or side not in ("left", "right"):
        raise ValueError(f"searchsorted: espera um vetor e side 'left' ou 'right', e não {x.shape} e {side!r}")
    if sorter is not None:
        x = x[check_sorter(asarray(sorter), x)]
    kind = result_type(x, values)
    line = asarray(x, kind).tolist()
    found = [bisect(line, value, side) for value in asarray(values, kind).elements()]
    return from_values(found, values.shape, int64)[() if not values.ndim else ...]


def check_sorter(sorter: Tensor, x: Tensor) -> Tensor:
    """As posições que põem `x` em ordem, se forem posições de `x`, e tantas quantos os elementos.

    Raises:
        TypeError: Se não forem inteiros.
        ValueError: Se forem demais ou de menos, ou se alguma não existir.
    """
    if sorter.dtype.kind not in "iu":
        raise TypeError(f"searchsorted: sorter é de posições, que são inteiros, e não {sorter.dtype}")
    if sorter.shape != x.shape or any(not 0 <= i < x.size for i in sorter.elements()):
        raise ValueError(f"searchsorted: sorter tem de ter uma posição por elemento, de 0 a {x.size - 1}")
    return sorter


# --8<-- [start:distinct]
def distinct(values: Sequence[Any], equal_nan: bool) -> tuple[list[int], list[int], list[int]]:
    """De cada valor distinto, em ordem: onde aparece primeiro; de cada elemento, qual dos distintos ele é; e quantas
    vezes aparece cada distinto.

    Examples:
        >>> distinct([3, 1, 3], equal_nan=True)
        ([1, 0], [1, 0, 1], [1, 2])
    """
    first: list[int] = []
    inverse, counts = [0] * len(values), []
    for i in in_order(values):
        value, last = values[i], values[first[-1]] if first else None
        both_nan = bool(equal_nan and first and value != value and last != last)
        if not first or (value != last and not both_nan):
            first.append(i)
            counts.append(0)
        inverse[i] = len(first) - 1
        counts[-1] += 1
    return first, inverse, counts
# --8<-- [end:distinct]


def unique(
    x: Any,
    return_index: bool = False,
    return_inverse: bool = False,
    return_counts: bool = False,
    axis: int | None = None,
    *,
    equal_nan: bool = True,
) -> Any:
    """Valores distintos, em ordem crescente.

    Args:
        x: Tensor.
        return_index: Se devolve também onde cada um aparece primeiro.
        return_inverse: Se devolve também as posições que refazem `x` com eles.
        return_counts: Se devolve também quantas vezes cada um aparece.
        axis: Eixo cujas fatias inteiras se comparam (`axis=0`: linhas distintas); `None`, elemento por elemento.
        equal_nan: Se todos os `nan` contam como um só.

    Returns:
        Os valores; com os pedidos a mais, uma tupla que começa por eles.

    Examples:
        >>> unique([3, 1, 3, 2], return_counts=True)
        (array([1, 2, 3]), array([1, 1, 2]))
        >>> unique([[1, 2], [0, 5], [1, 2]], axis=0)
        array([[0, 5],
               [1, 2]])
    """
    x = asarray(x)
    if axis is None:
        keys, inverse_shape = x.elements(), x.shape
        first, inverse, counts = distinct(keys, equal_nan)
        values = from_values([keys[i] for i in first], (len(first),), x.dtype)
    else:
        (axis,) = normalize_axes("unique", axis, x.ndim)
        rows = moveaxis(x, axis, 0)
        inverse_shape = rows.shape[:1]
        table = rows[..., None].copy().view(PARTS[x.dtype]) if x.dtype.kind == "c" else rows[:, None]
        first, inverse, counts = distinct([tuple(row.elements()) for row in table], equal_nan)
        values = moveaxis(rows[from_values(first, (len(first),), int64)], 0, axis)
    n = (len(first),)
    found = [values]
    found += [from_values(first, n, int64)] if return_index else []
    found += [from_values(inverse, inverse_shape, int64)] if return_inverse else []
    found += [from_values(counts, n, int64)] if return_counts else []
    return tuple(found) if len(found) > 1 else values


class UniqueAll(NamedTuple):
    """Valores distintos, onde cada um aparece primeiro, como refazer o original com eles e quantas vezes aparecem.

    Examples:
        >>> UniqueAll._fields
        ('values', 'indices', 'inverse_indices', 'counts')
    """

    values: Tensor
    indices: Tensor
    inverse_indices: Tensor
    counts: Tensor


class UniqueCounts(NamedTuple):
    """Valores distintos e quantas vezes cada um aparece."""

    values: Tensor
    counts: Tensor


class UniqueInverse(NamedTuple):
    """Valores distintos e as posições que refazem o original com eles."""

    values: Tensor
    inverse_indices: Tensor


def unique_all(x: Any, /) -> UniqueAll:
    """Tudo sobre os valores distintos de `x`, em ordem crescente; cada `nan` é distinto dos outros.

    Examples:
        >>> unique_all([3, 1, 3]).counts
        array([1, 2])
    """
    return UniqueAll(*unique(x, True, True, True, equal_nan=False))


def unique_counts(x: Any, /) -> UniqueCounts:
    """Valores distintos e quantas vezes cada um aparece.

    Examples:
        >>> unique_counts([3, 1, 3]).counts
        array([1, 2])
    """
    return UniqueCounts(*unique(x, return_counts=True, equal_nan=False))


def unique_inverse(x: Any, /) -> UniqueInverse:
    """Valores distintos e as posições que refazem `x` com eles.

    Examples:
        >>> found = unique_inverse([3, 1, 3])
        >>> found.values[found.inverse_indices]
        array([3, 1, 3])
    """
    return UniqueInverse(*unique(x, return_inverse=True, equal_nan=False))


def unique_values(x: Any, /) -> Tensor:
    """Valores distintos, em ordem crescente.

    Examples:
        >>> unique_values([3, 1, 3])
        array([1, 3])
    """
    return unique(x, equal_nan=False)  # type: ignore[no-any-return]


# --8<-- [start:lexsort]
def lexsort(keys: Any, axis: int = -1) -> Any:
    """Posições que ordenam por várias chaves; a **última** manda, e cada uma das outras desempata a seguinte.

    Raises:
        TypeError: Se não houver chave nenhuma.
        ValueError: Se as chaves não forem da mesma forma.

    Examples:
        >>> lexsort(([9, 1, 5], [2, 7, 2]))
        array([2, 0, 1])
    """
    found = [asarray(key) for key in keys] if hasattr(keys, "__len__") and len(keys) else []
    if not found:
        raise TypeError("lexsort: pede ao menos uma chave")
    if {key.shape for key in found} != {found[0].shape}:
        raise ValueError(f"lexsort: as chaves são de formas diferentes: {[key.shape for key in found]}")
    ndim, found = found[0].ndim, [key if key.ndim else ravel(key) for key in found]
    places = argsort(found[0], axis)
    for key in found[1:]:  # a ordem é estável: os empatados desta chave ficam na ordem das anteriores
        chosen = argsort(take_along_axis(key, places, axis), axis)
        places = take_along_axis(places, chosen, axis)
    return places if ndim else places[0]
# --8<-- [end:lexsort]
