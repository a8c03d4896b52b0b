r"""Produtos: do produto escalar de dois vetores ao produto de tensores de qualquer ordem.

As três primeiras funções são o que se escreve no papel, laço a laço, cada uma sobre a anterior. As outras, de qualquer
ordem, fazem a mesma conta, somando os mesmos números na mesma ordem, pelo caminho de `combining`: uma linha do
resultado é uma **combinação linear das linhas** da segunda matriz.
"""

import math
from collections.abc import Iterator
from itertools import chain
from typing import Any

from reference.operations.combining import multiply_matrices
from reference.operations.elementwise import multiply
from reference.operations.loop import check_out
from reference.operations.reshaping import moveaxis, reshape
from reference.tensors.assignment import assign
from reference.tensors.creation import asarray, zeros
from reference.tensors.dtypes import result_type
from reference.tensors.layout import Shape, broadcast_steps, common_shape, is_contiguous, offsets
from reference.tensors.tensor import Tensor, from_values, scalar


# --8<-- [start:vector_dot]
def vector_dot(x: Tensor, y: Tensor) -> Any:
    r"""Produto escalar de dois vetores: $\sum_i x_i\,y_i$.

    Args:
        x: Vetor de forma (n,).
        y: Vetor de forma (n,).

    Returns:
        Escalar com o dtype da promoção de `x` e `y`.

    Raises:
        ValueError: Se um dos dois não for vetor, ou se os tamanhos diferirem.

    Examples:
        >>> print(vector_dot(array([1, 2, 3]), array([3, 2, 1])))
        10

    [Notas: Tensor dot; Produto escalar]
    """
    check_shapes("vector_dot", x, y, 1, 1)
    total = scalar(0, result_type(x, y))
    for x_i, y_i in zip(x, y):
        total = total + x_i * y_i
    return total
# --8<-- [end:vector_dot]


# --8<-- [start:matrix_vector_dot]
def matrix_vector_dot(x: Tensor, y: Tensor) -> Tensor:
    r"""Produto de matriz por vetor: $z_i = \sum_j x_{ij}\,y_j$, um produto escalar por linha de `x`.

    Args:
        x: Matriz de forma (m, n).
        y: Vetor de forma (n,).

    Returns:
        Vetor de forma (m,): um elemento por **linha de x**, e não por elemento de `y`.

    Raises:
        ValueError: Se as colunas de `x` não forem tantas quantos os elementos de `y`.

    Examples:
        >>> print(matrix_vector_dot(array([[8, 4, 9], [4, 7, 2]]), array([1, 2, 3])))
        [43 24]

    [Notas: Tensor dot]
    """
    check_shapes("matrix_vector_dot", x, y, 2, 1)
    z = zeros(x.shape[0], dtype=result_type(x, y))
    for i, row in enumerate(x):
        z[i] = vector_dot(row, y)
    return z
# --8<-- [end:matrix_vector_dot]


# --8<-- [start:matrix_dot]
def matrix_dot(x: Tensor, y: Tensor) -> Tensor:
    r"""Produto de matrizes: $z_{ij} = \sum_k x_{ik}\,y_{kj}$, um produto escalar por linha de `x` e coluna de `y`.

    Args:
        x: Matriz de forma (m, k).
        y: Matriz de forma (k, n).

    Returns:
        Matriz de forma (m, n).

    Raises:
        ValueError: Se as colunas de `x` não forem tantas quantas as linhas de `y`.

    Examples:
        >>> print(matrix_dot(array([[1, 2], [3, 4]]), array([[5, 6], [7, 8]])))
        [[19 22]
         [43 50]]

    [Notas: Tensor dot]
    """
    check_shapes("matrix_dot", x, y, 2, 2)
    z = zeros((x.shape[0], y.shape[1]), dtype=result_type(x, y))
    for i, row in enumerate(x):
        for j, column in enumerate(y.T):
            z[i, j] = vector_dot(row, column)
    return z
# --8<-- [end:matrix_dot]


def check_shapes(name: str, x: Tensor, y: Tensor, x_ndim: int, y_ndim: int) -> None:
    """Confere as ordens dos dois e que o último eixo de `x` combina com o penúltimo de `y` (ou o único).

    Raises:
        ValueError: Se não combinarem.
    """
    if (x.ndim, y.ndim) != (x_ndim, y_ndim):
        kinds = {1: "um vetor", 2: "uma matriz"}
        raise ValueError(f"{name}: espera {kinds[x_ndim]} e {kinds[y_ndim]}, e as formas são {x.shape} e {y.shape}")
    check_contraction(name, x, y)


def check_contraction(name: str, x: Tensor, y: Tensor) -> None:
    """Confere que o eixo somado tem o mesmo tamanho nos dois.

    Raises:
        ValueError: Se os tamanhos diferirem.
    """
    which, n = ("penúltimo", y.shape[-2]) if y.ndim > 1 else ("único", y.shape[0])
    if x.shape[-1] != n:
        summed = f"o último eixo de {x.shape} tem {x.shape[-1]} elementos e o {which} de {y.shape} tem {n}"
        raise ValueError(f"{name}: {summed}")


# --8<-- [start:matmul]
def matmul(x: Any, y: Any, /, out: Any = None) -> Any:
    r"""Produto de matrizes, uma por posição dos eixos da frente: $z_{\dots ij} = \sum_k x_{\dots ik}\,y_{\dots kj}$.

    Args:
        x: Tensor de forma (…, m, k), ou vetor de forma (k,), que conta como matriz de uma linha.
        y: Tensor de forma (…, k, n), ou vetor de forma (k,), que conta como matriz de uma coluna.
        out: Tensor que recebe o resultado.

    Returns:
        Tensor de forma (…, m, n); os eixos da frente se repetem (broadcasting), e o eixo de um vetor some.

    Raises:
        ValueError: Se o último eixo de `x` não tiver o tamanho do penúltimo de `y`, ou se um dos dois for escalar.

    Examples:
        >>> matmul([[1, 2], [3, 4]], [[5, 6], [7, 8]])
        array([[19, 22],
               [43, 50]])
        >>> matmul([1, 2, 3], [3, 2, 1])
        np.int64(10)

    [Notas: Tensor dot]
    """
    x, y = asarray(x), asarray(y)
    if not x.ndim or not y.ndim:
        raise ValueError(f"matmul: um escalar não se multiplica assim (formas {x.shape} e {y.shape}); use *")
    check_contraction("matmul", x, y)
    shape = *common_shape(x.shape[:-2], y.shape[:-2]), *x.shape[-2:-1], *y.shape[1:][-1:]
    kind = x.dtype if x.dtype is y.dtype else result_type(x, y)
    a = x if x.ndim > 1 else x.view_as((1, *x.shape), (0, *x.steps), x.offset)
    b = y if y.ndim > 1 else y.view_as((*y.shape, 1), (*y.steps, 0), y.offset)
    if b.ndim == 2 < a.ndim:  # uma matriz só: multiplica de uma vez as linhas de todas as de `x`
        a = reshape(a, (math.prod(a.shape[:-1]), a.shape[-1]))
    front = common_shape(a.shape[:-2], b.shape[:-2])
    values: list[Any] = []
    for left, right in zip(matrices(a, front), matrices(b, front)) if 0 not in shape else ():
        values.extend(chain.from_iterable(multiply_matrices(left, right, kind)))
    z = from_values(values, shape, kind)
    if out is None:
        return z if z.ndim else z[()]
    check_out("matmul", z.shape, z.dtype, out, "same_kind")
    assign(out, z)
    return out
# --8<-- [end:matmul]


def matrices(x: Tensor, front: Shape) -> Iterator[Tensor]:
    """As matrizes dos dois últimos eixos de `x`, repetido até os eixos da frente serem `front`."""
    if not front:
        yield x
        return
    for start in offsets(front, broadcast_steps(x.shape[:-2], x.steps[:-2], front), x.offset):
        yield x.view_as(x.shape[-2:], x.steps[-2:], start)


# --8<-- [start:dot]
def dot(x: Any, y: Any, /, out: Any = None) -> Any:
    r"""Produto de tensores: soma sobre o último eixo de `x` e o penúltimo de `y` (ou o único).

    De dois vetores, o produto escalar; de duas matrizes, o produto de matrizes; de tensores,
    $z_{ijk\ell} = \sum_m x_{ijm}\,y_{km\ell}$; com um escalar, o produto elemento a elemento.

    Args:
        x: Tensor de forma (…, k).
        y: Tensor de forma (…, k, n) ou (k,).
        out: Tensor que recebe o resultado: contíguo, da forma e do tipo dele.

    Returns:
        Tensor com os eixos de `x` menos o último, seguidos dos de `y` menos o penúltimo.

    Raises:
        ValueError: Se os dois eixos somados não tiverem o mesmo tamanho.

    Examples:
        >>> dot([1, 2, 3], [3, 2, 1])
        np.int64(10)
        >>> dot([[1, 2], [3, 4]], [10, 1])
        array([12, 34])

    [Notas: Tensor dot; Produto escalar]
    """
    x, y = asarray(x), asarray(y)
    if not x.ndim or not y.ndim:
        return multiply(x, y, out=out)
    check_contraction("dot", x, y)
    kept = *x.shape[:-1], *y.shape[:-2], *y.shape[1:][-1:]
    if y.ndim > 2:
        y = reshape(moveaxis(y, -2, 0), (y.shape[-2], math.prod(y.shape[:-2]) * y.shape[-1]))
    z = matmul(x, y)
    if out is None:
        return z if not kept or z.shape == kept else reshape(z, kept)
    z = reshape(asarray(z, result_type(x, y)), kept)
    if (out.shape, out.dtype) != (z.shape, z.dtype) or not is_contiguous(out.shape, out.steps):
        raise ValueError(f"dot: out tem de ser contíguo, de forma {z.shape} e tipo {z.dtype}")
    assign(out, z)
    return out
# --8<-- [end:dot]
