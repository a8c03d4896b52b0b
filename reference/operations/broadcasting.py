r"""Broadcasting: como um tensor pequeno se repete, sem ser copiado, até ter a forma do grande.

A regra cabe em duas funções de `layout`: `broadcast_shapes` diz a forma comum, `broadcast_steps` diz como percorrê-la:
onde o tensor se repete, o passo é zero, e a mesma casa da memória é lida de novo.
"""

from typing import Any

from reference.operations.namespaces import array_namespace, as_value, shape_of
from reference.tensors.creation import as_shape, asarray, zeros
from reference.tensors.dtypes import result_type
from reference.tensors.layout import broadcast_shapes, broadcast_steps
from reference.tensors.tensor import Tensor


# --8<-- [start:add_matrix_and_vector]
def add_matrix_and_vector(x: Tensor, y: Tensor) -> Tensor:
    r"""Soma um vetor a cada linha de uma matriz: $z_{ij} = x_{ij} + y_j$.

    Args:
        x: Matriz de forma (m, n).
        y: Vetor de forma (n,).

    Returns:
        Matriz nova de forma (m, n), com o dtype da promoção de `x` e `y`.

    Raises:
        ValueError: Se `x` não for matriz, se `y` não for vetor ou se as colunas de `x` não forem tantas quantos os
            elementos de `y`.

    Examples:
        >>> add_matrix_and_vector(array([[1, 2, 3], [4, 5, 6]]), array([10, 20, 30]))
        array([[11, 22, 33],
               [14, 25, 36]])

    [Notas: Broadcasting]
    """
    if x.ndim != 2 or y.shape != x.shape[1:]:
        raise ValueError(f"add_matrix_and_vector: espera (m, n) e (n,), e as formas são {x.shape} e {y.shape}")
    z = zeros(x.shape, dtype=result_type(x, y))
    rows, columns = x.shape
    for i in range(rows):
        for j in range(columns):
            z[i, j] = x[i, j] + y[j]
    return z
# --8<-- [end:add_matrix_and_vector]


# --8<-- [start:broadcast_to]
def broadcast_to(x: Any, shape: Any) -> Tensor:
    """Vista de `x` repetido até a forma `shape`: só de leitura, porque várias posições são a mesma casa da memória.

    Args:
        x: Tensor.
        shape: Forma a que a de `x` possa ser repetida.

    Raises:
        ValueError: Se não puder.

    Examples:
        >>> y = broadcast_to([1, 2, 3], (2, 3))
        >>> y
        array([[1, 2, 3],
               [1, 2, 3]])
        >>> y.strides
        (0, 8)

    [Notas: Broadcasting]
    """
    x = x if isinstance(x, Tensor) else asarray(x)
    shape = as_shape(shape)
    repeated: Tensor = x.view_as(shape, broadcast_steps(x.shape, x.steps, shape), x.offset)
    repeated.writeable = False
    return repeated
# --8<-- [end:broadcast_to]


def broadcast_arrays(*tensors: Any) -> tuple[Tensor, ...]:
    """Vistas de todos os tensores repetidos até a forma comum.

    Raises:
        ValueError: Se as formas não combinarem.

    Examples:
        >>> x, y = broadcast_arrays([[1], [2]], [10, 20])
        >>> x
        array([[1, 1],
               [2, 2]])
        >>> y
        array([[10, 20],
               [10, 20]])
    """
    inputs = [asarray(x) for x in tensors]
    shape = broadcast_shapes(*(x.shape for x in inputs))
    return tuple(broadcast_to(x, shape) for x in inputs)


# --8<-- [start:unbroadcast]
def unbroadcast(x: Any, shape: tuple[int, ...]) -> Any:
    """O caminho de volta: soma tudo o que foi repetido, até a forma `shape`.

    É o gradiente do broadcasting: se um elemento foi usado dez vezes, o gradiente dele é a soma dos dez.

    Args:
        x: Tensor de forma a que `shape` possa ser repetida.
        shape: Forma de antes da repetição.

    Returns:
        Tensor da forma `shape`, da biblioteca de `x`; sem eixos, um escalar.

    Raises:
        ValueError: Se `shape` não puder ser repetida até a forma de `x`.

    Examples:
        >>> unbroadcast([[1, 2, 3], [10, 20, 30]], (3,))
        array([11, 22, 33])
        >>> unbroadcast([[1, 2, 3], [10, 20, 30]], (2, 1))
        array([[ 6],
               [60]])

    [Notas: Broadcasting]
    """
    x = as_value(x)
    wide = shape_of(x)
    if wide == shape:
        return x
    broadcast_steps(shape, shape, wide)
    xp, front = array_namespace(x), len(wide) - len(shape)
    if wide[front:] == shape:  # só há eixos na frente: é o caso do viés de uma camada
        return xp.sum(x, axis=tuple(range(front)))
    repeated = *range(front), *(front + axis for axis, n in enumerate(shape) if n == 1)
    return xp.reshape(xp.sum(x, axis=repeated, keepdims=True), shape)
# --8<-- [end:unbroadcast]
