r"""Mudar a forma: os mesmos números, em outra grade.

`reshape` lê os números na ordem de sempre e os dispõe em outra forma; `transpose` troca a ordem dos eixos. Quase
tudo aqui é aritmética de forma e passos, e o resultado é uma vista: mudar um elemento nela é mudá-lo no original.
"""

import math
import operator
from collections.abc import Sequence
from typing import Any

from reference.operations.reductions import normalize_axes, reduced_axes
from reference.tensors.creation import asarray, zeros
from reference.tensors.creation import copy as copy_tensor
from reference.tensors.layout import Shape, contiguous_steps, is_contiguous, merge_axes
from reference.tensors.tensor import Tensor


# --8<-- [start:naive_reshape]
def naive_reshape(x: Tensor, shape: tuple[int, int]) -> Tensor:
    r"""Remodelagem com dois laços à vista: o elemento da casa $p$ da fila vai para a casa $p$ da grade nova.

    Args:
        x: Matriz de forma (m, n).
        shape: Forma nova, de duas dimensões e mesmo tamanho.

    Returns:
        Matriz nova; `x` não muda.

    Raises:
        ValueError: Se `x` não for uma matriz, ou se os elementos não couberem na forma nova.

    Examples:
        >>> naive_reshape(array([[0, 1, 2], [3, 4, 5]]), (3, 2))
        array([[0, 1],
               [2, 3],
               [4, 5]])

    [Notas: Remodelagem de tensores]
    """
    if x.ndim != 2 or x.size != math.prod(shape):
        raise ValueError(f"naive_reshape: a forma {x.shape} não é a de uma matriz com os elementos de {shape}")
    z = zeros(shape, dtype=x.dtype)
    rows, columns = x.shape
    for i in range(rows):
        for j in range(columns):
            p = i * columns + j
            z[p // shape[1], p % shape[1]] = x[i, j]
    return z
# --8<-- [end:naive_reshape]


# --8<-- [start:naive_transpose]
def naive_transpose(x: Tensor) -> Tensor:
    r"""Transposta com dois laços à vista: $z_{ji} = x_{ij}$.

    Args:
        x: Matriz de forma (m, n).

    Returns:
        Matriz nova de forma (n, m); `x` não muda.

    Raises:
        ValueError: Se `x` não for uma matriz.

    Examples:
        >>> naive_transpose(array([[0, 1, 2], [3, 4, 5]]))
        array([[0, 3],
               [1, 4],
               [2, 5]])

    [Notas: Transposição]
    """
    if x.ndim != 2:
        raise ValueError(f"naive_transpose: espera uma matriz, e a forma de x é {x.shape}")
    z = zeros(x.shape[::-1], dtype=x.dtype)
    rows, columns = x.shape
    for i in range(rows):
        for j in range(columns):
            z[j, i] = x[i, j]
    return z
# --8<-- [end:naive_transpose]


def complete_shape(shape: Any, size: int) -> Shape:
    """Forma com o `-1`, se houver, trocado pelo tamanho que falta.

    Raises:
        ValueError: Se não couberem exatamente `size` elementos.

    Examples:
        >>> complete_shape((2, -1), 6)
        (2, 3)
    """
    lengths = [operator.index(n) for n in (shape if hasattr(shape, "__len__") else [shape])]
    unknown = [axis for axis, n in enumerate(lengths) if n < 0]
    known = math.prod(n for n in lengths if n >= 0)
    if len(unknown) > 1:
        raise ValueError(f"reshape: só um eixo pode ser -1, e a forma pedida é {tuple(lengths)}")
    fits = known > 0 and size % known == 0 if unknown else size == known
    if not fits:
        raise ValueError(f"reshape: {size} elementos não cabem na forma {tuple(lengths)}")
    return tuple(size // known if axis in unknown else n for axis, n in enumerate(lengths))


# --8<-- [start:split_steps]
def split_steps(lengths: Sequence[int], steps: Sequence[int], shape: Shape) -> Shape | None:
    """Passos que percorrem a mesma memória na forma `shape`, ou `None` se não houver: aí só copiando.

    Args:
        lengths: Forma atual, com os eixos que se percorrem sem pular já juntos (`merge_axes`).
        steps: Passo de cada um.
        shape: Forma nova, de mesmo tamanho.

    Examples:
        >>> split_steps([12], [1], (3, 4))
        (4, 1)
        >>> split_steps([3, 4], [1, 3], (12,)) is None
        True
    """
    new_steps: list[int] = []
    runs = list(zip(lengths, steps, strict=True))
    room, step = runs.pop()
    for length in reversed(shape):
        if length == 1:
            new_steps.append(step)
            continue
        if room == 1 and runs:
            room, step = runs.pop()
        if room % length:
            return None
        new_steps.append(step)
        room, step = room // length, step * length
    return tuple(reversed(new_steps))
# --8<-- [end:split_steps]


# --8<-- [start:reshape]
def reshape(x: Any, /, shape: Any, order: str = "C", *, copy: bool | None = None) -> Tensor:
    """Os mesmos elementos, na mesma ordem, dispostos em outra forma.

    Args:
        x: Tensor.
        shape: Forma nova, de mesmo tamanho; um dos eixos pode ser `-1`, o que faltar.
        order: `"C"` lê e escreve linha a linha; `"F"`, coluna a coluna; `"A"`, como `x` está na memória.
        copy: `True` copia sempre, `False` nunca (e se não puder, é um erro), `None` só se precisar.

    Returns:
        Vista, sempre que os passos de `x` permitem; senão, cópia.

    Raises:
        ValueError: Se os elementos não couberem exatamente na forma nova.

    Examples:
        >>> reshape([[0, 1], [2, 3], [4, 5]], (6, 1)).T
        array([[0, 1, 2, 3, 4, 5]])
        >>> reshape([[0, 1], [2, 3], [4, 5]], (2, -1))
        array([[0, 1, 2],
               [3, 4, 5]])

    [Notas: Remodelagem de tensores]
    """
    x = asarray(x)
    lengths = complete_shape(shape, x.size)
    if by_columns(x, order):
        return transpose(reshape(transpose(x), lengths[::-1], copy=copy))
    merged, (steps,) = merge_axes(x.shape, x.steps)
    walk = split_steps(merged, steps, lengths) if x.size else contiguous_steps(lengths)
    if walk is not None and not copy:
        return x.view_as(lengths, walk, x.offset)  # type: ignore[no-any-return]
    if copy is False:
        raise ValueError(f"reshape: sem copiar, não se passa da forma {x.shape} com passos {x.strides} para {lengths}")
    return reshape(copy_tensor(x), lengths)
# --8<-- [end:reshape]


def by_columns(x: Tensor, order: str) -> bool:
    """Se a ordem pedida é a das colunas (`"F"`, ou `"A"` quando `x` está guardado assim).

    Raises:
        ValueError: Se `order` não for uma ordem.
    """
    if order not in ("C", "F", "A"):
        raise ValueError(f"reshape: order tem de ser 'C', 'F' ou 'A', não {order!r}")
    if order == "A":
        return is_contiguous(x.shape[::-1], x.steps[::-1]) and not is_contiguous(x.shape, x.steps)
    return order == "F"


# --8<-- [start:transpose]
def transpose(x: Any, axes: Any = None) -> Tensor:
    r"""Vista com os eixos em outra ordem; sem `axes`, na inversa: de uma matriz, $z_{ji} = x_{ij}$.

    Args:
        x: Tensor.
        axes: Para cada eixo do resultado, qual era ele em `x`.

    Raises:
        ValueError: Se `axes` não for uma ordem de todos os eixos.

    Examples:
        >>> transpose([[1, 2, 3], [4, 5, 6]])
        array([[1, 4],
               [2, 5],
               [3, 6]])

    [Notas: Transposição]
    """
    x = asarray(x)
    order = tuple(range(x.ndim))[::-1] if axes is None else tuple(axes)
    if len(order) != x.ndim:
        raise ValueError(f"transpose: {order} não ordena os {x.ndim} eixos de {x.shape}")
    order = normalize_axes("transpose", order, x.ndim)
    shape, steps = tuple(x.shape[a] for a in order), tuple(x.steps[a] for a in order)
    return x.view_as(shape, steps, x.offset)  # type: ignore[no-any-return]
# --8<-- [end:transpose]


def permute_dims(x: Any, /, axes: Any = None) -> Tensor:
    """`transpose` com o nome que tem no padrão Array API.

    Examples:
        >>> permute_dims(zeros((2, 3, 4)), (2, 0, 1)).shape
        (4, 2, 3)
    """
    return transpose(x, axes)


def matrix_transpose(x: Any, /) -> Tensor:
    """Cada matriz dos dois últimos eixos, transposta.

    Raises:
        ValueError: Se houver menos de dois eixos.

    Examples:
        >>> matrix_transpose(zeros((5, 2, 3))).shape
        (5, 3, 2)
    """
    x = asarray(x)
    if x.ndim < 2:
        raise ValueError(f"matrix_transpose: espera ao menos dois eixos, e a forma é {x.shape}")
    return swapaxes(x, -1, -2)


def swapaxes(x: Any, axis1: int, axis2: int) -> Tensor:
    """Vista com dois eixos trocados.

    Examples:
        >>> swapaxes(zeros((2, 3, 4)), 0, 2).shape
        (4, 3, 2)
    """
    x = asarray(x)
    order = list(range(x.ndim))
    pair = operator.index(axis1), operator.index(axis2)
    (a,), (b,) = (normalize_axes("swapaxes", axis, x.ndim) for axis in pair)
    order[a], order[b] = order[b], order[a]
    return transpose(x, order)


def moveaxis(x: Any, source: Any, destination: Any) -> Tensor:
    """Vista com eixos levados a outra posição; os demais ficam na ordem em que estavam.

    Examples:
        >>> moveaxis(zeros((32, 28, 28, 3)), -1, 1).shape
        (32, 3, 28, 28)
    """
    x = asarray(x)
    origin = normalize_axes("moveaxis", tuple(source) if hasattr(source, "__len__") else source, x.ndim)
    target = normalize_axes("moveaxis", tuple(destination) if hasattr(destination, "__len__") else destination, x.ndim)
    if len(origin) != len(target):
        raise ValueError(f"moveaxis: {len(origin)} eixos de origem e {len(target)} de destino")
    order = [axis for axis in range(x.ndim) if axis not in origin]
    for to, axis in sorted(zip(target, origin, strict=True)):
        order.insert(to, axis)
    return transpose(x, order)


def ravel(x: Any, order: str = "C") -> Tensor:
    """Todos os elementos em fila, num eixo só, contíguo: o próprio `x`, visto assim, se já estiver; senão, uma cópia.

    Args:
        x: Tensor.
        order: Como em `reshape`; `"K"` é a ordem em que os elementos estão na memória.

    Examples:
        >>> ravel([[1, 2], [3, 4]]), ravel([[1, 2], [3, 4]], order="F")
        (array([1, 2, 3, 4]), array([1, 3, 2, 4]))
    """
    x = asarray(x)
    if order == "K":
        x, order = transpose(x, sorted(range(x.ndim), key=lambda axis: -abs(x.steps[axis]))), "C"
    x = x.T if by_columns(x, order) else x
    return reshape(x if is_contiguous(x.shape, x.steps) else copy_tensor(x), (x.size,))


def copy_flat(x: Any, order: str = "C") -> Tensor:
    """Todos os elementos em fila, sempre em memória nova: é o método `flatten`.

    Examples:
        >>> array([[1, 2], [3, 4]]).flatten()
        array([1, 2, 3, 4])
    """
    return copy_tensor(ravel(x, order))


# --8<-- [start:expand_dims]
def expand_dims(x: Any, axis: Any = 0) -> Tensor:
    """Vista com um eixo novo, de tamanho 1, na posição `axis` do resultado.

    Raises:
        AxisError: Se a posição não existir no resultado.

    Examples:
        >>> expand_dims([1, 2, 3], axis=1).shape
        (3, 1)

    [Notas: Broadcasting]
    """
    x = asarray(x)
    axes = tuple(axis) if hasattr(axis, "__len__") else (axis,)
    new = normalize_axes("expand_dims", axes, x.ndim + len(axes))
    lengths, steps = iter(x.shape), iter(x.steps)
    ndim = x.ndim + len(new)
    shape = tuple(1 if a in new else next(lengths) for a in range(ndim))
    new_steps = tuple(0 if a in new else next(steps) for a in range(ndim))
    return x.view_as(shape, new_steps, x.offset)  # type: ignore[no-any-return]
# --8<-- [end:expand_dims]


def squeeze(x: Any, axis: Any = None) -> Tensor:
    """Vista sem os eixos de tamanho 1 (ou só sem os de `axis`).

    Raises:
        ValueError: Se um eixo de `axis` não tiver tamanho 1.

    Examples:
        >>> squeeze(zeros((1, 3, 1))).shape
        (3,)
    """
    x = asarray(x)
    ones = [a for a, n in enumerate(x.shape) if n == 1]
    removed = ones if axis is None else reduced_axes("squeeze", axis, x.ndim)
    if not set(removed) <= set(ones):
        raise ValueError(f"squeeze: nem todos os eixos {tuple(removed)} de {x.shape} têm tamanho 1")
    kept = [a for a in range(x.ndim) if a not in removed]
    shape, steps = tuple(x.shape[a] for a in kept), tuple(x.steps[a] for a in kept)
    return x.view_as(shape, steps, x.offset)  # type: ignore[no-any-return]
