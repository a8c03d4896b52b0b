r"""Pilhas de matrizes: as funções de álgebra linear olham os **dois últimos** eixos, e os da frente só contam matrizes.

Um tensor de forma (…, m, n) é uma pilha de matrizes m×n. Cada decomposição é um laço que recebe uma delas, como lista
de linhas; o que há aqui desmancha a pilha, confere as formas e a monta de novo com os resultados.
"""

import math
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

from reference.operations import contraction, diagonals
from reference.operations.reductions import normalize_axes
from reference.operations.reshaping import reshape
from reference.tensors.creation import asarray, astype
from reference.tensors.dtypes import DType, float32, float64
from reference.tensors.layout import Shape
from reference.tensors.tensor import Tensor, from_values

Matrix = list[list[Any]]
"""Uma matriz como lista de linhas, cada uma uma lista de números do Python."""


class LinAlgError(ValueError):
    """Uma conta de matrizes que não tem resposta: a matriz é singular, não é quadrada, o laço não convergiu.

    Examples:
        >>> issubclass(LinAlgError, ValueError)
        True
    """

    __module__ = "reference.linalg"  # o nome que se lê no rastro é o de quem a oferece, como no NumPy


# --8<-- [start:matrices]
def floating(name: str, data: Any, exact: bool = False) -> Tensor:
    """Pilha de matrizes de ponto flutuante: inteiros e booleanos viram `float64`.

    Args:
        name: Operação, para a mensagem.
        data: Tensor de forma (…, m, n).
        exact: Se objetos (frações, por exemplo) ficam como são.

    Raises:
        LinAlgError: Se houver menos de dois eixos.

    Examples:
        >>> floating("det", [[1, 2], [3, 4]]).dtype
        dtype('float64')
    """
    x: Tensor = asarray(data)
    if x.ndim < 2:
        raise LinAlgError(f"{name}: espera uma matriz ou uma pilha delas, e a forma é {x.shape}")
    return x if x.dtype.kind in ("fcO" if exact else "fc") else astype(x, float64)


def square(name: str, data: Any, exact: bool = False) -> Tensor:
    """O mesmo, conferindo que as matrizes são quadradas.

    Raises:
        LinAlgError: Se não forem.

    Examples:
        >>> square("det", [[1, 2, 3], [4, 5, 6]])
        Traceback (most recent call last):
        reference.linalg.LinAlgError: det: espera matrizes quadradas, e a forma é (2, 3)
    """
    x: Tensor = floating(name, data, exact)
    if x.shape[-1] != x.shape[-2]:
        raise LinAlgError(f"{name}: espera matrizes quadradas, e a forma é {x.shape}")
    return x


def matrices(x: Tensor) -> list[Matrix]:
    """As matrizes de uma pilha, uma por posição dos eixos da frente: listas novas, que se podem mudar.

    Examples:
        >>> matrices(array([[[1, 2], [3, 4]], [[5, 6], [7, 8]]]))
        [[[1, 2], [3, 4]], [[5, 6], [7, 8]]]
    """
    found: list[Matrix] = reshape(x, (math.prod(x.shape[:-2]), *x.shape[-2:])).tolist()
    return found


def stacked(results: Iterable[Iterable[Any]], shape: Shape, dtype: DType) -> Tensor:
    """Pilha montada de novo: as linhas de todos os resultados, uma depois da outra, na forma pedida.

    Examples:
        >>> stacked([[1, 2], [3, 4]], (2, 1, 2), float64)
        array([[[1., 2.]],
        <BLANKLINE>
               [[3., 4.]]])
    """
    return from_values(list(chain.from_iterable(results)), shape, dtype)
# --8<-- [end:matrices]


def one_each(values: list[Any], shape: Shape, dtype: DType) -> Any:
    """Um número por matriz; de uma matriz só, um escalar.

    Examples:
        >>> one_each([5.0], (), float64)
        np.float64(5.0)
    """
    result = from_values(values, shape, dtype)
    return result if shape else result[()]


def real_type(dtype: DType) -> DType:
    """O tipo dos módulos: `float32` e `complex64` dão `float32`; os outros, `float64`.

    Examples:
        >>> real_type(float32), real_type(float64)
        (dtype('float32'), dtype('float64'))
    """
    return float32 if dtype.name in ("float32", "complex64") else float64


# --8<-- [start:identity_rows]
def identity_rows(n: int, count: int) -> Matrix:
    """As `count` primeiras linhas da identidade n×n.

    Examples:
        >>> identity_rows(3, 2)
        [[1, 0, 0], [0, 1, 0]]
    """
    return [[int(i == j) for j in range(n)] for i in range(count)]


def transposed(rows: Sequence[Sequence[Any]], length: int) -> Matrix:
    """As colunas, como listas; `length` é o comprimento das linhas, para quando não há nenhuma.

    Examples:
        >>> transposed([[1, 2], [3, 4]], 2), transposed([], 2)
        ([[1, 3], [2, 4]], [[], []])
    """
    return [list(column) for column in zip(*rows)] if rows else [[] for _ in range(length)]


def conjugates(row: Iterable[Any]) -> list[Any]:
    """Os conjugados; os números reais ficam como estão.

    Examples:
        >>> conjugates([1 + 2j, 3.0])
        [(1-2j), 3.0]
    """
    return [z.conjugate() for z in row]
# --8<-- [end:identity_rows]


# --8<-- [start:scale]
def scale_of(rows: Matrix) -> float:
    """A potência de dois logo abaixo do maior elemento em módulo: dividir por ela não arredonda nada.

    Sem isso, o quadrado de um número muito grande transbordaria, e o de um muito pequeno sumiria.

    Returns:
        1 se todos forem zero; `nan` se algum não for finito.

    Examples:
        >>> scale_of([[3.0, -20.0]]), scale_of([[0.0]]), scale_of([[1.0, math.inf]])
        (16.0, 1.0, nan)
    """
    parts = [abs(part) for row in rows for z in row for part in (z.real, z.imag)]
    if not all(map(math.isfinite, parts)):
        return math.nan
    largest = max(parts, default=0.0)
    return math.ldexp(1.0, math.frexp(largest)[1] - 1) if largest else 1.0
# --8<-- [end:scale]


# --8<-- [start:last_axes]
def diagonal(x: Any, /, *, offset: int = 0) -> Tensor:
    """Vista da diagonal de cada matriz dos dois **últimos** eixos (`np.diagonal` olha os dois primeiros).

    Args:
        x: Tensor de forma (…, m, n).
        offset: Qual diagonal: positivo, acima da principal; negativo, abaixo.

    Raises:
        ValueError: Se houver menos de dois eixos.

    Examples:
        >>> diagonal([[[1, 2], [3, 4]], [[5, 6], [7, 8]]])
        array([[1, 4],
               [5, 8]])
    """
    return diagonals.diagonal(x, offset, -2, -1)


def trace(x: Any, /, *, offset: int = 0, dtype: Any = None) -> Any:
    r"""Traço de cada matriz dos dois **últimos** eixos: a soma da diagonal, $\sum_i x_{\dots ii}$.

    Examples:
        >>> trace([[[1, 2], [3, 4]], [[5, 6], [7, 8]]])
        array([ 5, 13])
    """
    return diagonals.trace(x, offset, -2, -1, dtype)
# --8<-- [end:last_axes]


def outer(x: Any, y: Any, /) -> Tensor:
    r"""Produto externo de dois vetores, $z_{ij} = x_i\,y_j$; ao contrário de `np.outer`, não enfileira matrizes.

    Raises:
        ValueError: Se um dos dois não for vetor.

    Examples:
        >>> outer([1, 2], [10, 20, 30])
        array([[10, 20, 30],
               [20, 40, 60]])
    """
    x, y = asarray(x), asarray(y)
    if (x.ndim, y.ndim) != (1, 1):
        raise ValueError(f"outer: espera dois vetores, e as formas são {x.shape} e {y.shape}")
    return contraction.outer(x, y)


def cross(x: Any, y: Any, /, *, axis: int = -1) -> Tensor:
    r"""Produto vetorial dos vetores de 3 coordenadas que correm ao longo de um eixo.

    Raises:
        AxisError: Se um dos dois não tiver o eixo.
        ValueError: Se não tiverem 3 coordenadas.

    Examples:
        >>> cross([1, 0, 0], [0, 1, 0])
        array([0, 0, 1])
    """
    x, y = asarray(x), asarray(y)
    sides = [z.shape[a] for z in (x, y) for a in normalize_axes("cross", axis, z.ndim)]
    if sides != [3, 3]:
        raise ValueError(f"cross: espera 3 coordenadas no eixo {axis}, e as formas são {x.shape} e {y.shape}")
    return contraction.cross(x, y, axis=axis)
