"""Conjuntos: que valores estão em outro tensor, e o que dois tensores têm em comum.

Um conjunto é um vetor de valores diferentes, em ordem. Com os dois em ordem, pertencer é uma busca.
"""

from typing import Any

from reference.operations.joining import concat
from reference.operations.reshaping import ravel
from reference.operations.sorting import sort, unique
from reference.tensors.creation import array, asarray
from reference.tensors.dtypes import bool_, int64
from reference.tensors.tensor import Tensor, from_values


# --8<-- [start:isin]
def isin(x: Any, values: Any, assume_unique: bool = False, invert: bool = False, *, kind: str | None = None) -> Any:
    """Que elementos de `x` estão entre os `values`.

    Args:
        x: Tensor.
        values: Os valores que se procuram, um tensor de qualquer forma; `nan` não é igual a nenhum.
        assume_unique: Aceito, como no NumPy; o resultado é o mesmo.
        invert: Se a resposta é a contrária: quais **não** estão.
        kind: Aceito, como no NumPy: lá escolhe o algoritmo, aqui há um só.

    Returns:
        Máscara da forma de `x`.

    Raises:
        ValueError: Se `kind` não for `None`, `"sort"` nem `"table"`.

    Examples:
        >>> isin([[1, 2], [3, 4]], [4, 2, 9])
        array([[False,  True],
               [False,  True]])
    """
    if kind not in (None, "sort", "table"):
        raise ValueError(f"isin: kind é None, 'sort' ou 'table', e não {kind!r}")
    x, wanted = asarray(x), asarray(values)
    known = {value for value in wanted.elements() if value == value}
    answers = []
    for value in x.elements():
        answers.append((value in known) != invert)
    return from_values(answers, x.shape, bool_)
# --8<-- [end:isin]


# --8<-- [start:intersect1d]
def intersect1d(x: Any, y: Any, assume_unique: bool = False) -> Tensor:
    """Os valores que estão nos dois, sem repetição e em ordem.

    Examples:
        >>> intersect1d([3, 1, 2, 3], [2, 3, 4])
        array([2, 3])
    """
    both = concat([unique(x), unique(y)])
    ordered = unique(both)
    return ordered[isin(ordered, x) & isin(ordered, y)]  # type: ignore[no-any-return]
# --8<-- [end:intersect1d]


def union1d(x: Any, y: Any) -> Tensor:
    """Os valores que estão em ao menos um dos dois, sem repetição e em ordem.

    Examples:
        >>> union1d([3, 1], [2, 3])
        array([1, 2, 3])
    """
    return unique(concat([ravel(x), ravel(y)]))  # type: ignore[no-any-return]


def setdiff1d(x: Any, y: Any, assume_unique: bool = False) -> Tensor:
    """Os valores de `x` que não estão em `y`, sem repetição e em ordem.

    Args:
        x: Tensor.
        y: Tensor.
        assume_unique: Se `x` já não se repete: aí a ordem dele é mantida.

    Examples:
        >>> setdiff1d([3, 1, 2, 3], [2])
        array([1, 3])
    """
    kept = ravel(x) if assume_unique else unique(x)
    return kept[isin(kept, y, invert=True)]  # type: ignore[no-any-return]


def setxor1d(x: Any, y: Any, assume_unique: bool = False) -> Tensor:
    """Os valores que estão em um dos dois e não no outro, sem repetição e em ordem.

    Examples:
        >>> setxor1d([1, 2, 3], [2, 3, 4])
        array([1, 4])
    """
    both = (ravel(x), ravel(y)) if assume_unique else (unique(x), unique(y))
    ordered = sort(concat(both))
    values = ordered.elements()  # com os dois em ordem, o que está nos dois é igual a um vizinho; `nan`, a ninguém
    last = len(values) - 1
    places = [i for i, v in enumerate(values) if not ((i and v == values[i - 1]) or (i < last and v == values[i + 1]))]
    return ordered[array(places, int64)]  # type: ignore[no-any-return]
