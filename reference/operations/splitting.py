r"""Cortar: um tensor em pedaços, que são vistas dele.

Cortar é fatiar várias vezes; o único cuidado é dizer onde, quando a divisão não é exata.
"""

from typing import Any

from reference.operations.reductions import normalize_axes
from reference.operations.reshaping import moveaxis
from reference.tensors.creation import asarray
from reference.tensors.tensor import Tensor


# --8<-- [start:array_split]
def array_split(x: Any, sections: Any, axis: int = 0) -> list[Tensor]:
    """Corta `x` em pedaços, que são vistas; se a divisão não for exata, os primeiros levam um a mais.

    Args:
        x: Tensor.
        sections: Quantos pedaços, ou onde cortar.
        axis: Eixo cortado.

    Raises:
        ValueError: Se o número de pedaços não for positivo.

    Examples:
        >>> array_split(arange(5), 2)
        [array([0, 1, 2]), array([3, 4])]
        >>> array_split(arange(5), [1, 3])
        [array([0]), array([1, 2]), array([3, 4])]
    """
    x = asarray(x)
    (axis,) = normalize_axes("split", axis, x.ndim)
    length = x.shape[axis]
    if hasattr(sections, "__len__") and getattr(sections, "shape", None) != ():
        cuts = [int(cut) for cut in sections]
    else:
        if sections <= 0:
            raise ValueError(f"split: o número de pedaços tem de ser positivo, e não {sections}")
        small, larger = divmod(length, int(sections))
        cuts = [i * small + min(i, larger) for i in range(1, int(sections))]
    before = (slice(None),) * axis
    return [x[(*before, slice(start, stop))] for start, stop in zip([0, *cuts], [*cuts, length])]
# --8<-- [end:array_split]


def split(x: Any, sections: Any, axis: int = 0) -> list[Tensor]:
    """`array_split` em pedaços iguais, ou nos cortes dados.

    Raises:
        ValueError: Se a divisão não for exata.
        ZeroDivisionError: Se pedir zero pedaços.

    Examples:
        >>> split(arange(6), 3)
        [array([0, 1]), array([2, 3]), array([4, 5])]
    """
    x = asarray(x)
    (axis,) = normalize_axes("split", axis, x.ndim)
    if not hasattr(sections, "__len__") or getattr(sections, "shape", None) == ():
        if sections == 0:
            raise ZeroDivisionError("split: nada se divide em zero pedaços")
        if x.shape[axis] % sections:
            raise ValueError(f"split: {x.shape[axis]} não se divide em {sections} partes iguais; use array_split")
    return array_split(x, sections, axis)


def with_axes(name: str, x: Any, ndim: int) -> Tensor:
    """O tensor, se tiver ao menos `ndim` eixos.

    Raises:
        ValueError: Se tiver menos.
    """
    x = asarray(x)
    if x.ndim < ndim:
        raise ValueError(f"{name}: espera ao menos {ndim} eixo(s), e a forma é {x.shape}")
    return x  # type: ignore[no-any-return]


def hsplit(x: Any, sections: Any) -> list[Tensor]:
    """Corta ao longo do eixo 1 (de um vetor, o único). Os argumentos são os de `split`.

    Examples:
        >>> hsplit([[1, 2], [3, 4]], 2)[0]
        array([[1],
               [3]])
    """
    return split(x, sections, 1 if with_axes("hsplit", x, 1).ndim > 1 else 0)


def vsplit(x: Any, sections: Any) -> list[Tensor]:
    """Corta ao longo do eixo 0. Os argumentos são os de `split`.

    Examples:
        >>> vsplit([[1, 2], [3, 4]], 2)[1]
        array([[3, 4]])
    """
    return split(with_axes("vsplit", x, 2), sections, 0)


def dsplit(x: Any, sections: Any) -> list[Tensor]:
    """Corta ao longo do eixo 2. Os argumentos são os de `split`.

    Examples:
        >>> dsplit([[[1, 2], [3, 4]]], 2)[0].shape
        (1, 2, 1)
    """
    return split(with_axes("dsplit", x, 3), sections, 2)


# --8<-- [start:unstack]
def unstack(x: Any, /, *, axis: int = 0) -> tuple[Tensor, ...]:
    """As fatias ao longo de um eixo, cada uma uma vista sem ele: o contrário de `stack`.

    Raises:
        ValueError: Se não houver eixos.

    Examples:
        >>> unstack([[1, 2], [3, 4]], axis=1)
        (array([1, 3]), array([2, 4]))
    """
    return tuple(moveaxis(with_axes("unstack", x, 1), axis, 0))
# --8<-- [end:unstack]
