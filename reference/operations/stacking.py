r"""Empilhar, acrescentar, inserir e tirar: `concat` e fatias, com outros nomes.

Cada função daqui é uma conta de formas em volta de `concat`: põe os eixos que faltam e emenda.
"""

from collections.abc import Callable, Sequence
from typing import Any

from reference.operations.joining import concat
from reference.operations.reductions import normalize_axes
from reference.operations.reshaping import moveaxis, ravel, reshape
from reference.operations.selecting import take
from reference.tensors.creation import asarray, astype
from reference.tensors.dtypes import int64
from reference.tensors.nested import is_sequence
from reference.tensors.ranges import arange
from reference.tensors.tensor import Tensor, empty_tensor


def each(tensors: Sequence[Any], rule: Callable[[Tensor], Tensor]) -> Any:
    """A regra aplicada a cada tensor; de um só, o resultado sozinho."""
    results = tuple(rule(asarray(x)) for x in tensors)
    return results[0] if len(results) == 1 else results


# --8<-- [start:atleast]
def atleast_1d(*tensors: Any) -> Any:
    """Os tensores com ao menos um eixo; um número vira um vetor de um elemento.

    Examples:
        >>> atleast_1d(3)
        array([3])
    """
    return each(tensors, lambda x: x if x.ndim else reshape(x, (1,)))


def atleast_2d(*tensors: Any) -> Any:
    """Os tensores com ao menos dois eixos; um vetor vira uma linha.

    Examples:
        >>> atleast_2d([1, 2])
        array([[1, 2]])
    """
    return each(tensors, lambda x: x[(None,) * (2 - x.ndim)] if x.ndim < 2 else x)


def atleast_3d(*tensors: Any) -> Any:
    """Os tensores com ao menos três eixos: um vetor de n elementos ganha a forma (1, n, 1), uma matriz m×n, (m, n, 1).

    Examples:
        >>> atleast_3d([1, 2]).shape, atleast_3d([[1, 2]]).shape
        ((1, 2, 1), (1, 2, 1))
    """
    return each(tensors, lambda x: x if x.ndim > 2 else atleast_2d(x)[..., None])
# --8<-- [end:atleast]


def parts(name: str, tensors: Any, rule: Callable[[Any], Tensor]) -> list[Tensor]:
    """Os tensores de uma sequência, cada um com a forma que a regra lhe dá.

    Raises:
        TypeError: Se não for uma sequência.
    """
    if not is_sequence(tensors):
        raise TypeError(f"{name}: espera uma sequência de tensores, e não {type(tensors).__name__}")
    return [rule(x) for x in tensors]


# --8<-- [start:vstack]
def vstack(tensors: Sequence[Any], *, dtype: Any = None, casting: str = "same_kind") -> Tensor:
    """Um embaixo do outro: emenda ao longo do eixo 0; cada vetor é uma linha.

    Args:
        tensors: Sequência de tensores.
        dtype: Tipo do resultado; sem ele, o da promoção.
        casting: Que conversões são aceitas.

    Raises:
        ValueError: Se não houver nenhum, ou se as formas não combinarem.

    Examples:
        >>> vstack([[1, 2, 3], [4, 5, 6]])
        array([[1, 2, 3],
               [4, 5, 6]])
    """
    return concat(parts("vstack", tensors, atleast_2d), axis=0, dtype=dtype, casting=casting)


def hstack(tensors: Sequence[Any], *, dtype: Any = None, casting: str = "same_kind") -> Tensor:
    """Lado a lado: emenda ao longo do eixo 1; de vetores, um depois do outro.

    Raises:
        ValueError: Se não houver nenhum, ou se as formas não combinarem.

    Examples:
        >>> hstack([[1, 2], [3]])
        array([1, 2, 3])
        >>> hstack([[[1], [2]], [[3], [4]]])
        array([[1, 3],
               [2, 4]])
    """
    sides = parts("hstack", tensors, atleast_1d)
    return concat(sides, axis=0 if sides and sides[0].ndim == 1 else 1, dtype=dtype, casting=casting)


def dstack(tensors: Sequence[Any]) -> Tensor:
    """Um atrás do outro: emenda ao longo do eixo 2, o da profundidade.

    Raises:
        ValueError: Se não houver nenhum, ou se as formas não combinarem.

    Examples:
        >>> dstack([[1, 2], [3, 4]])
        array([[[1, 3],
                [2, 4]]])
    """
    return concat(parts("dstack", tensors, atleast_3d), axis=2)


def column_stack(tensors: Sequence[Any]) -> Tensor:
    """Lado a lado, com cada vetor de pé: é uma coluna.

    Raises:
        ValueError: Se não houver nenhum, ou se as formas não combinarem.

    Examples:
        >>> column_stack([[1, 2], [3, 4]])
        array([[1, 3],
               [2, 4]])
    """
    return concat(parts("column_stack", tensors, as_column), axis=1)
# --8<-- [end:vstack]


def as_column(x: Any) -> Tensor:
    """Um vetor de pé; quem tem dois eixos ou mais fica como está."""
    return atleast_2d(x).T if asarray(x).ndim < 2 else asarray(x)


def append(x: Any, values: Any, axis: int | None = None) -> Tensor:
    """Cópia de `x` com `values` no fim; sem eixo, os dois enfileirados.

    Raises:
        ValueError: Se as formas não combinarem.

    Examples:
        >>> append([1, 2], [3, 4])
        array([1, 2, 3, 4])
    """
    return concat([x, values], axis=axis)


def along(name: str, x: Any, axis: int | None) -> tuple[Tensor, int]:
    """O tensor e o eixo, contado do começo; sem eixo, o tensor enfileirado."""
    x, axis = (ravel(x), 0) if axis is None else (asarray(x), axis)
    return x, normalize_axes(name, axis, x.ndim)[0]


# --8<-- [start:delete]
def delete(x: Any, index: Any, axis: int | None = None) -> Tensor:
    """Cópia de `x` sem as posições `index`.

    Args:
        x: Tensor.
        index: Posição, sequência de posições, fatia ou máscara.
        axis: Eixo ao longo do qual se tira; `None` enfileira antes.

    Raises:
        IndexError: Se alguma posição não existir.
        ValueError: Se a máscara não tiver o tamanho do eixo.

    Examples:
        >>> delete([10, 20, 30], 1)
        array([10, 30])
        >>> delete([[1, 2, 3], [4, 5, 6]], [0, 2], axis=1)
        array([[2],
               [5]])
    """
    x, axis = along("delete", x, axis)
    length = x.shape[axis]
    chosen = index if isinstance(index, slice) else asarray(index, None if asarray(index).size else int64)
    if isinstance(chosen, Tensor) and chosen.dtype.kind == "b" and chosen.shape != (length,):
        raise ValueError(f"delete: a máscara tem forma {chosen.shape}, e o eixo {axis}, tamanho {length}")
    removed = set(ravel(arange(length)[chosen]).tolist())
    return take(x, [i for i in range(length) if i not in removed], axis)  # type: ignore[no-any-return]
# --8<-- [end:delete]


# --8<-- [start:insert]
def insert(x: Any, index: Any, values: Any, axis: int | None = None) -> Tensor:
    """Cópia de `x` com `values` antes da posição `index`.

    Args:
        x: Tensor.
        index: Posição em `x` (o tamanho do eixo é o fim), ou uma sequência delas, ou fatia, ou máscara.
        values: O que entra, convertido ao tipo de `x`; repete-se até a forma do lugar.
        axis: Eixo ao longo do qual entra; `None` enfileira antes.

    Raises:
        IndexError: Se a posição não existir.
        ValueError: Se os valores não couberem.

    Examples:
        >>> insert([1, 2, 3], 1, 10)
        array([ 1, 10,  2,  3])
        >>> insert([1, 2, 3], [0, 2], [7, 8])
        array([7, 1, 2, 8, 3])
    """
    x, axis = along("insert", x, axis)
    length = x.shape[axis]
    new = astype(asarray(values), x.dtype)
    new = new[(None,) * (x.ndim - new.ndim)]
    single = not isinstance(index, slice) and asarray(index).ndim == 0
    if single:
        new = moveaxis(new, 0, axis)  # o que entra num lugar só é uma fatia, ou uma pilha delas
    targets = insertion_points(index, length)
    if len(targets) == 1:
        targets = targets * new.shape[axis]
    order = sorted(range(len(targets)), key=targets.__getitem__)
    landed = {k: targets[k] + before for before, k in enumerate(order)}  # cada um é empurrado pelos que entram antes
    taken = set(landed.values())
    kept = [i for i in range(length + len(targets)) if i not in taken]
    result = empty_tensor((*x.shape[:axis], length + len(targets), *x.shape[axis + 1 :]), x.dtype)
    before_axis = (slice(None),) * axis
    result[(*before_axis, asarray([landed[k] for k in range(len(targets))], int64))] = new
    result[(*before_axis, asarray(kept, int64))] = x
    return result
# --8<-- [end:insert]


def insertion_points(index: Any, length: int) -> list[int]:
    """Onde se insere, contado do começo, para qualquer índice que `insert` aceite.

    Raises:
        IndexError: Se alguma posição não existir, ou não for inteira.
    """
    if isinstance(index, slice):
        return list(range(*index.indices(length)))
    found = asarray(index)
    if found.dtype.kind == "b":
        return [i for i, chosen in enumerate(ravel(found).tolist()) if chosen]
    if found.size and found.dtype.kind not in "iu":
        raise IndexError(f"insert: posições são inteiros, e não {found.dtype}")
    places = ravel(found).tolist()
    for i in places:
        if not -length <= i <= length:
            raise IndexError(f"insert: a posição {i} não existe num eixo de tamanho {length}")
    return [i + length if i < 0 else i for i in places]
