r"""Contração: somar os produtos ao longo dos eixos que se escolhe, um em cada tensor.

O produto de matrizes soma sobre um par de eixos; `tensordot`, sobre quantos pares se queira; `outer`, sobre nenhum.
Juntando num só os eixos somados e num só os que ficam, toda contração é um produto de matrizes.
"""

import math
import operator
from typing import Any

from reference.operations.dot import matmul
from reference.operations.elementwise import multiply, subtract
from reference.operations.joining import stack
from reference.operations.reductions import normalize_axes
from reference.operations.reshaping import moveaxis, reshape, transpose
from reference.tensors.creation import asarray, zeros_like
from reference.tensors.layout import Shape
from reference.tensors.tensor import Tensor


# --8<-- [start:naive_contraction]
def naive_contraction(x: Tensor, y: Tensor) -> list[list[Any]]:
    r"""Contração dupla, laço a laço: $c_{i\ell} = \sum_{jk} a_{ijk}\,b_{kj\ell}$.

    Args:
        x: Tensor de forma (m, p, q).
        y: Tensor de forma (q, p, n): os eixos somados vêm na ordem inversa.

    Returns:
        Lista de m listas de n números.

    Examples:
        >>> a = array([[[1, 2], [3, 4]]])
        >>> b = array([[[1], [10]], [[100], [1000]]])
        >>> naive_contraction(a, b)
        [[4231]]

    [Notas: Contração de tensores]
    """
    (m, p, q), n = x.shape, y.shape[-1]
    z = [[0] * n for _ in range(m)]
    for i in range(m):
        for l in range(n):  # noqa: E741
            for j in range(p):
                for k in range(q):
                    z[i][l] += x.item(i, j, k) * y.item(k, j, l)
    return z
# --8<-- [end:naive_contraction]


def contracted_axes(x: Tensor, y: Tensor, axes: Any) -> tuple[Shape, Shape]:
    """Eixos somados de cada tensor, contados do começo.

    Raises:
        IndexError: Se um dos tensores não tiver os eixos.
        ValueError: Se um eixo se repetir, ou se os tamanhos não casarem.
    """
    if hasattr(axes, "__len__"):
        from_x, from_y = (tuple(a) if hasattr(a, "__len__") else (a,) for a in axes)
    else:
        count = operator.index(axes)
        from_x, from_y = tuple(range(-count, 0)), tuple(range(count))
    from_x, from_y = normalize_axes("tensordot", from_x, x.ndim), normalize_axes("tensordot", from_y, y.ndim)
    if [x.shape[a] for a in from_x] != [y.shape[a] for a in from_y]:
        raise ValueError(f"tensordot: os eixos {from_x} de {x.shape} e {from_y} de {y.shape} têm tamanhos diferentes")
    return from_x, from_y


# --8<-- [start:tensordot]
def tensordot(x: Any, y: Any, axes: Any = 2) -> Tensor:
    r"""Contração: soma sobre pares de eixos de `x` e `y`; com `axes=2`, $c_{i\ell} = \sum_{jk} a_{ijk}\,b_{jk\ell}$.

    Os eixos somados vão para o fim de `x` e para o começo de `y`, viram um só, e o que resta é um produto de matrizes.

    Args:
        x: Tensor.
        y: Tensor.
        axes: Quantos eixos do fim de `x` se somam com os do começo de `y`; ou duas listas de eixos, par a par.

    Returns:
        Tensor com os eixos que ficam de `x`, seguidos dos que ficam de `y`.

    Raises:
        IndexError: Se um dos tensores não tiver os eixos.
        ValueError: Se os eixos somados não tiverem os mesmos tamanhos.

    Examples:
        >>> a = array([[[1, 2], [3, 4]]])
        >>> b = array([[[1], [10]], [[100], [1000]]])
        >>> tensordot(a, b)
        array([[4321]])
        >>> tensordot(a, b, axes=([1, 2], [1, 0]))
        array([[4231]])

    [Notas: Contração de tensores]
    """
    x, y = asarray(x), asarray(y)
    from_x, from_y = contracted_axes(x, y, axes)
    kept_x = [a for a in range(x.ndim) if a not in from_x]
    kept_y = [a for a in range(y.ndim) if a not in from_y]
    rows, columns = [x.shape[a] for a in kept_x], [y.shape[a] for a in kept_y]
    k = math.prod(x.shape[a] for a in from_x)
    left = reshape(transpose(x, [*kept_x, *from_x]), (math.prod(rows), k))
    right = reshape(transpose(y, [*from_y, *kept_y]), (k, math.prod(columns)))
    return reshape(matmul(left, right), (*rows, *columns))
# --8<-- [end:tensordot]


# --8<-- [start:inner]
def inner(x: Any, y: Any, /) -> Any:
    r"""Produto interno: soma sobre o último eixo dos dois, $z_{ij} = \sum_k x_{ik}\,y_{jk}$.

    Args:
        x: Tensor de forma (…, k), ou escalar.
        y: Tensor de forma (…, k), ou escalar.

    Raises:
        ValueError: Se os últimos eixos não tiverem o mesmo tamanho.

    Examples:
        >>> inner([1, 2, 3], [3, 2, 1])
        np.int64(10)
        >>> inner([[1, 2], [3, 4]], [[1, 0], [0, 1], [1, 1]])
        array([[1, 2, 3],
               [3, 4, 7]])
    """
    x, y = asarray(x), asarray(y)
    if not x.ndim or not y.ndim:
        return multiply(x, y)
    if x.shape[-1] != y.shape[-1]:
        raise ValueError(f"inner: o último eixo de {x.shape} e o de {y.shape} não têm o mesmo tamanho")
    return tensordot(x, y, axes=(-1, -1))[()]
# --8<-- [end:inner]


# --8<-- [start:vecdot]
def vecdot(x: Any, y: Any, /, *, axis: int = -1) -> Any:
    r"""Um produto escalar por posição dos outros eixos: $z_{\dots} = \sum_k \overline{x_{\dots k}}\,y_{\dots k}$.

    A barra é o conjugado, que só muda complexos: assim `vecdot(x, x)` é sempre o quadrado de um comprimento.

    Args:
        x: Tensor.
        y: Tensor de forma que combine com a de `x`.
        axis: Eixo somado, o mesmo nos dois.

    Raises:
        ValueError: Se o eixo não tiver o mesmo tamanho nos dois, ou se um deles for escalar.

    Examples:
        >>> vecdot([[1, 2], [3, 4]], [10, 1])
        array([12, 34])
    """
    x, y = asarray(x), asarray(y)
    if not x.ndim or not y.ndim:
        raise ValueError(f"vecdot: espera ao menos um eixo, e as formas são {x.shape} e {y.shape}")
    x, y = moveaxis(x.conj() if x.dtype.kind == "c" else x, axis, -1), moveaxis(y, axis, -1)
    if x.shape[-1] != y.shape[-1]:
        raise ValueError(f"vecdot: o eixo {axis} tem {x.shape[-1]} elementos em um e {y.shape[-1]} no outro")
    return matmul(x[..., None, :], y[..., :, None])[..., 0, 0][()]
# --8<-- [end:vecdot]


# --8<-- [start:outer]
def outer(x: Any, y: Any, /, out: Any = None) -> Tensor:
    r"""Produto externo: todo elemento de um vezes todo elemento do outro, $z_{ij} = x_i\,y_j$; nada se soma.

    Args:
        x: Vetor de forma (m,); de outra ordem, conta enfileirado.
        y: Vetor de forma (n,); idem.
        out: Tensor que recebe o resultado.

    Returns:
        Matriz de forma (m, n).

    Examples:
        >>> outer([1, 2], [10, 20, 30])
        array([[10, 20, 30],
               [20, 40, 60]])

    [Notas: Retropropagação; Produto externo]
    """
    x, y = asarray(x), asarray(y)
    column, row = reshape(x, (x.size, 1)), reshape(y, (1, y.size))
    return multiply(column, row, out=out)  # type: ignore[no-any-return]
# --8<-- [end:outer]


# --8<-- [start:kron]
def kron(x: Any, y: Any) -> Any:
    r"""Produto de Kronecker: no lugar de cada elemento de `x`, o tensor `y` inteiro multiplicado por ele.

    Args:
        x: Tensor de forma (m, n); de qualquer ordem.
        y: Tensor de forma (p, q); ao de ordem menor se põem eixos de tamanho 1 na frente.

    Returns:
        Tensor de forma (m p, n q).

    Examples:
        >>> kron([[1, 10]], [[1, 2], [3, 4]])
        array([[ 1,  2, 10, 20],
               [ 3,  4, 30, 40]])
    """
    x, y = asarray(x), asarray(y)
    if not x.ndim or not y.ndim:
        return multiply(x, y)
    ndim = max(x.ndim, y.ndim)
    blocks, block = ((1,) * (ndim - z.ndim) + z.shape for z in (x, y))
    apart = reshape(x, [side for n in blocks for side in (n, 1)]), reshape(y, [side for n in block for side in (1, n)])
    return reshape(multiply(*apart), [m * n for m, n in zip(blocks, block)])
# --8<-- [end:kron]


# --8<-- [start:cross]
def cross(x: Any, y: Any, axisa: int = -1, axisb: int = -1, axisc: int = -1, axis: int | None = None) -> Tensor:
    r"""Produto vetorial: o vetor perpendicular aos dois, do comprimento da área do paralelogramo que eles formam.

    $(x_1 y_2 - x_2 y_1,\ x_2 y_0 - x_0 y_2,\ x_0 y_1 - x_1 y_0)$

    Args:
        x: Vetores de 3 coordenadas; aos de 2 falta a última, que vale 0.
        y: Outros tantos.
        axisa: Eixo das coordenadas em `x`.
        axisb: Eixo das coordenadas em `y`.
        axisc: Eixo das coordenadas no resultado.
        axis: Os três de uma vez.

    Returns:
        Os produtos; se os dois forem de 2 coordenadas, só a última do resultado, a única que não é zero.

    Raises:
        ValueError: Se um deles não tiver eixos, ou tiver outro número de coordenadas.
        TypeError: Se os dois forem de booleanos.

    Examples:
        >>> cross([1, 0, 0], [0, 1, 0])
        array([0, 0, 1])
    """
    x, y = asarray(x), asarray(y)
    if not x.ndim or not y.ndim:
        raise ValueError(f"cross: espera ao menos um eixo, e as formas são {x.shape} e {y.shape}")
    axisa, axisb, axisc = (axisa, axisb, axisc) if axis is None else (axis, axis, axis)
    x, y = moveaxis(x, axisa, -1), moveaxis(y, axisb, -1)
    if x.shape[-1] not in (2, 3) or y.shape[-1] not in (2, 3):
        raise ValueError(f"cross: os vetores têm 2 ou 3 coordenadas, e não {x.shape[-1]} e {y.shape[-1]}")
    x0, x1, *x2 = (x[..., k] for k in range(x.shape[-1]))
    y0, y1, *y2 = (y[..., k] for k in range(y.shape[-1]))
    last = subtract(multiply(x0, y1), multiply(x1, y0))
    if not x2 and not y2:
        return asarray(last)
    x2, y2 = x2 or [zeros_like(x0)], y2 or [zeros_like(y0)]
    first = subtract(multiply(x1, y2[0]), multiply(x2[0], y1))
    second = subtract(multiply(x2[0], y0), multiply(x0, y2[0]))
    return moveaxis(stack([first, second, last], axis=-1), -1, axisc)
# --8<-- [end:cross]
