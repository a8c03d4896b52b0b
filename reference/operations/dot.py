r"""Produtos: do produto escalar de dois vetores ao produto de tensores de qualquer ordem.

As três primeiras funções são o que se escreve no papel, laço a laço, cada uma sobre a anterior. A outra metade faz a
mesma conta, somando os mesmos números na mesma ordem, por um caminho que o Python percorre mais depressa: uma linha
do resultado é uma **combinação linear das linhas** da segunda matriz.
"""

import math
from collections.abc import Iterator, Sequence
from typing import Any

from reference.operations.elementwise import multiply
from reference.operations.loop import check_out
from reference.operations.reshaping import moveaxis, reshape, transpose
from reference.tensors.assignment import assign
from reference.tensors.casting import cast, pack
from reference.tensors.creation import asarray, zeros
from reference.tensors.dtypes import DType, result_type
from reference.tensors.layout import broadcast_shapes, broadcast_steps, is_contiguous, offsets, read, stretch
from reference.tensors.tensor import Tensor, empty_tensor, scalar

Rows = Sequence[Sequence[Any]]
"""Uma matriz como sequência de linhas, cada uma uma sequência de números do Python."""


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


# --8<-- [start:add_products]
def add_products(x: Sequence[Any], y: Sequence[Any]) -> Any:
    r"""Produto escalar de duas sequências de números: $\sum_k x_k\,y_k$.

    Examples:
        >>> add_products([1, 2, 3], [3, 2, 1])
        10
    """
    total: Any = 0
    for x_k, y_k in zip(x, y):
        total = total + x_k * y_k
    return total
# --8<-- [end:add_products]


# --8<-- [start:combine_rows]
def combine_rows(total: list[Any], coefficients: Sequence[Any], rows: Rows, skip_zeros: bool) -> list[Any]:
    r"""Junta a `total` uma combinação linear de linhas: $\mathbf{z} + \sum_k c_k\,\mathbf{r}_k$.

    Oito parcelas por passada, somadas da esquerda para a direita: a mesma ordem, e portanto os mesmos bits, de quem
    soma uma por vez.

    Args:
        total: O que já se somou.
        coefficients: Um número por linha.
        rows: As linhas, todas do tamanho de `total`.
        skip_zeros: Se as parcelas de coeficiente zero podem ficar de fora.

    Examples:
        >>> combine_rows([0, 0], [2, 0, 1], [[1, 1], [5, 5], [10, 20]], skip_zeros=True)
        [12, 22]
    """
    terms = [(c, row) for c, row in zip(coefficients, rows) if c or not skip_zeros]
    alone = len(terms) % 8
    for c, row in terms[:alone]:
        total = [z + c * r for z, r in zip(total, row)]
    for i in range(alone, len(terms), 8):
        (a, P), (b, Q), (c, R), (d, S), (e, T), (f, U), (g, V), (h, W) = terms[i : i + 8]
        total = [
            z + a * p + b * q + c * r + d * s + e * t + f * u + g * v + h * w
            for z, p, q, r, s, t, u, v, w in zip(total, P, Q, R, S, T, U, V, W)
        ]
    return total
# --8<-- [end:combine_rows]


# --8<-- [start:multiply_rows]
def multiply_rows(x: Tensor, y: Tensor, kind: DType, used: float) -> Rows:
    r"""Linhas do produto de duas matrizes: cada uma combina as linhas de `y` com os números de uma linha de `x`.

    As linhas de `y` são lidas aos poucos, para que sirvam a todas as do resultado enquanto estão à mão. Parcelas de
    coeficiente zero ficam de fora, se as linhas forem finitas ($0\cdot\infty$ não é zero).

    Args:
        x: Matriz de forma (m, k).
        y: Matriz de forma (k, n).
        kind: Tipo em que se faz a conta.
        used: Que parte de `x` não é zero, mais ou menos; diz de quantas em quantas linhas ler `y`.

    Examples:
        >>> from reference.tensors.dtypes import int64
        >>> multiply_rows(array([[1, 2], [3, 4]]), array([[5, 6], [7, 8]]), int64, used=1.0)
        [[19, 22], [43, 50]]
    """
    (m, k), n = x.shape, y.shape[1]
    coefficients = read_rows(x, range(m), kind)
    z: list[list[Any]] = [[0] * n] * m
    block = int(64 / (used or 1))
    for first in range(0, k, block):
        rows = read_rows(y, range(k)[first : first + block], kind)
        parts = [row[first : first + block] for row in coefficients]
        skip_zeros = kind.kind != "O" and not all(map(all, parts)) and all_finite(rows)
        z = [combine_rows(total, part, rows, skip_zeros) for total, part in zip(z, parts)]
    return z
# --8<-- [end:multiply_rows]


# --8<-- [start:multiply_matrices]
def multiply_matrices(x: Tensor, y: Tensor, kind: DType) -> Rows:
    r"""Linhas do produto, pelo caminho que der menos trabalho.

    O da transposta, $(XY)^T = Y^T X^T$, tira os coeficientes de `y`, e as linhas que combina são as colunas de `x`.
    Cada coeficiente que não é zero custa uma linha inteira, e começá-la custa como oito elementos a mais. Objetos
    não tomam esse caminho: neles, $ab$ pode não ser $ba$.
    """
    if y.shape[1] == 1:
        (column,) = read_rows(transpose(y), range(1), kind)
        return [[add_products(row, column)] for row in read_rows(x, range(x.shape[0]), kind)]
    used_x, used_y = nonzero_part(x), nonzero_part(y)
    by_rows, by_columns = used_x * x.size * (y.shape[1] + 8), used_y * y.size * (x.shape[0] + 8)
    if kind.kind != "O" and by_columns < by_rows:
        return list(zip(*multiply_rows(transpose(y), transpose(x), kind, used_y)))
    return multiply_rows(x, y, kind, used_x)
# --8<-- [end:multiply_matrices]


def nonzero_part(x: Tensor) -> float:
    """Que parte dos números de uma matriz não é zero, pelo que se vê em algumas linhas."""
    if x.dtype.kind == "O":
        return 1.0
    sample = read_rows(x, range(0, x.shape[0], x.shape[0] // 8 + 1), x.dtype)
    return 1 - sum(row.count(0) for row in sample) / (len(sample) * x.shape[1])


def all_finite(rows: Rows) -> bool:
    """Se nenhum número das linhas é infinito ou `nan`: a soma deles também não seria finita."""
    return all(math.isfinite(sum(row)) for row in rows)


def read_rows(x: Tensor, indices: range, kind: DType) -> list[list[Any]]:
    """Algumas linhas de uma matriz, como listas de números do tipo `kind`."""
    down, across = x.steps
    return [cast(read(x.storage, x.offset + i * down, x.shape[1], across), x.dtype, kind) for i in indices]


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
    shape = *broadcast_shapes(x.shape[:-2], y.shape[:-2]), *x.shape[-2:-1], *y.shape[1:][-1:]
    z = empty_tensor(shape, result_type(x, y))
    a, b = x if x.ndim > 1 else x[None, :], y if y.ndim > 1 else y[:, None]
    if b.ndim == 2:  # uma matriz só: multiplica de uma vez as linhas de todas as de `x`
        a = reshape(a, (math.prod(a.shape[:-1]), a.shape[-1]))
    front = broadcast_shapes(a.shape[:-2], b.shape[:-2])
    size = a.shape[-2] * b.shape[-1]
    for i, (left, right) in enumerate(zip(matrices(a, front), matrices(b, front))):
        if size and left.shape[1]:
            rows = multiply_matrices(left, right, z.dtype)
            z.storage[stretch(i * size, size, 1)] = pack([value for row in rows for value in row], z.dtype)
    if out is None:
        return z if z.ndim else z[()]
    check_out("matmul", z.shape, z.dtype, out, "same_kind")
    assign(out, z)
    return out
# --8<-- [end:matmul]


def matrices(x: Tensor, front: Sequence[int]) -> Iterator[Tensor]:
    """As matrizes dos dois últimos eixos de `x`, repetido até os eixos da frente serem `front`."""
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
    rows = reshape(x, (math.prod(x.shape[:-1]), x.shape[-1]))
    if y.ndim > 2:
        y = reshape(moveaxis(y, -2, 0), (y.shape[-2], math.prod(y.shape[:-2]) * y.shape[-1]))
    z = reshape(matmul(rows, y), kept)
    if out is None:
        return z if z.ndim else z[()]
    if (out.shape, out.dtype) != (z.shape, z.dtype) or not is_contiguous(out.shape, out.steps):
        raise ValueError(f"dot: out tem de ser contíguo, de forma {z.shape} e tipo {z.dtype}")
    assign(out, z)
    return out
# --8<-- [end:dot]
