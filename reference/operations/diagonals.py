r"""Diagonais e triângulos de uma matriz.

Andar na diagonal é dar um passo em cada eixo ao mesmo tempo: o passo da vista é a soma dos dois.
"""

from typing import Any

from reference.operations.comparison import greater_equal
from reference.operations.comparison import where as choose
from reference.operations.reductions import normalize_axes
from reference.operations.reductions import sum as sum_axes
from reference.operations.reshaping import ravel
from reference.operations.selecting import nonzero
from reference.tensors.creation import asarray, astype, zeros
from reference.tensors.ranges import arange
from reference.tensors.tensor import Tensor


# --8<-- [start:diagonal]
def diagonal(x: Any, offset: int = 0, axis1: int = 0, axis2: int = 1) -> Tensor:
    r"""Vista da diagonal de dois eixos, $z_i = x_{ii}$: um passo anda nos dois ao mesmo tempo. É só de leitura.

    Args:
        x: Tensor de ao menos dois eixos.
        offset: Qual diagonal: positivo, acima da principal; negativo, abaixo.
        axis1: Eixo das linhas.
        axis2: Eixo das colunas.

    Returns:
        Tensor sem os dois eixos e com um novo, o da diagonal, no fim.

    Raises:
        ValueError: Se os dois eixos forem o mesmo, ou se houver menos de dois.

    Examples:
        >>> diagonal([[1, 2], [3, 4]])
        array([1, 4])
        >>> array([[1, 2], [3, 4]]).strides, diagonal([[1, 2], [3, 4]]).strides
        ((16, 8), (24,))
    """
    x = asarray(x)
    if x.ndim < 2:
        raise ValueError(f"diagonal: espera ao menos dois eixos, e a forma é {x.shape}")
    a, b = normalize_axes("diagonal", (axis1, axis2), x.ndim)
    down, right = max(-offset, 0), max(offset, 0)
    length = max(0, min(x.shape[a] - down, x.shape[b] - right))
    start = x.offset + (down * x.steps[a] + right * x.steps[b] if length else 0)
    kept = [axis for axis in range(x.ndim) if axis not in (a, b)]
    shape, steps = [x.shape[axis] for axis in kept], [x.steps[axis] for axis in kept]
    view: Tensor = x.view_as((*shape, length), (*steps, x.steps[a] + x.steps[b]), start)
    view.writeable = False
    return view
# --8<-- [end:diagonal]


# --8<-- [start:diag]
def diag(x: Any, k: int = 0) -> Tensor:
    """De uma matriz, a diagonal; de um vetor, a matriz que o tem na diagonal.

    Args:
        x: Vetor ou matriz.
        k: Qual diagonal: positivo, acima da principal; negativo, abaixo.

    Raises:
        ValueError: Se não for vetor nem matriz.

    Examples:
        >>> diag([1, 2])
        array([[1, 0],
               [0, 2]])
        >>> diag([[1, 2], [3, 4]])
        array([1, 4])
    """
    x = asarray(x)
    if x.ndim == 2:
        return diagonal(x, k)
    if x.ndim != 1:
        raise ValueError(f"diag: espera um vetor ou uma matriz, e a forma é {x.shape}")
    n = x.size + abs(k)
    matrix = zeros((n, n), x.dtype)
    for i, value in enumerate(x):
        matrix[i + max(-k, 0), i + max(k, 0)] = value
    return matrix
# --8<-- [end:diag]


def diagflat(x: Any, k: int = 0) -> Tensor:
    """Matriz que tem na diagonal os elementos de `x`, enfileirados.

    Examples:
        >>> diagflat([[1, 2]])
        array([[1, 0],
               [0, 2]])
    """
    return diag(ravel(x), k)


def trace(x: Any, offset: int = 0, axis1: int = 0, axis2: int = 1, dtype: Any = None, out: Any = None) -> Any:
    r"""Traço: soma da diagonal, $\sum_i x_{ii}$. Os argumentos são os de `diagonal` e os de `sum`.

    Examples:
        >>> trace([[1, 2], [3, 4]])
        np.int64(5)
    """
    return sum_axes(diagonal(x, offset, axis1, axis2), -1, dtype, out)


def fill_diagonal(x: Tensor, value: Any) -> None:
    """Põe valores na diagonal principal de `x`, que muda.

    Args:
        x: Matriz, ou tensor de mais eixos, todos do mesmo tamanho: a diagonal é a dos índices iguais.
        value: Um número, ou uma sequência, que se repete se for curta.

    Raises:
        ValueError: Se `x` tiver menos de dois eixos, ou mais, e de tamanhos diferentes.

    Examples:
        >>> x = ones((2, 2))
        >>> fill_diagonal(x, 0)
        >>> x
        array([[0., 1.],
               [1., 0.]])
    """
    if x.ndim < 2 or (x.ndim > 2 and len(set(x.shape)) > 1):
        raise ValueError(f"fill_diagonal: espera uma matriz, ou eixos todos do mesmo tamanho, e a forma é {x.shape}")
    values = ravel(value).tolist()
    for i in range(min(x.shape)):
        x[(i,) * x.ndim] = values[i % len(values)]


# --8<-- [start:tri]
def tri(n: int, m: int | None = None, k: int = 0, dtype: Any = float) -> Tensor:
    r"""Uns na diagonal `k` e abaixo dela ($j \le i + k$), zeros acima.

    Args:
        n: Número de linhas.
        m: Número de colunas; sem ele, tantas quantas as linhas.
        k: A última diagonal de uns.
        dtype: Tipo dos elementos.

    Examples:
        >>> tri(3, dtype=int)
        array([[1, 0, 0],
               [1, 1, 0],
               [1, 1, 1]])
    """
    columns = n if m is None else m
    return astype(greater_equal.outer(arange(n), arange(-k, columns - k)), dtype)
# --8<-- [end:tri]


def mask_below(name: str, x: Tensor, k: int) -> Tensor:
    """Máscara da diagonal `k` para baixo, na forma dos dois últimos eixos; um vetor conta como linha de uma quadrada.

    Raises:
        TypeError: Se não houver eixo nenhum.
    """
    if not x.ndim:
        raise TypeError(f"{name}: um tensor sem eixos não tem triângulos")
    return tri(x.shape[-2] if x.ndim > 1 else x.size, x.shape[-1], k, bool)


def tril(x: Any, /, k: int = 0) -> Tensor:
    """Cópia com zeros acima da diagonal `k`, em cada matriz dos dois últimos eixos.

    Args:
        x: Tensor de ao menos um eixo; um vetor se repete como as linhas de uma matriz quadrada.
        k: A última diagonal que fica.

    Raises:
        TypeError: Se não houver eixo nenhum.

    Examples:
        >>> tril([[1, 2], [3, 4]])
        array([[1, 0],
               [3, 4]])
    """
    x = asarray(x)
    return choose(mask_below("tril", x, k), x, zeros((), x.dtype))


def triu(x: Any, /, k: int = 0) -> Tensor:
    """Cópia com zeros abaixo da diagonal `k`, em cada matriz dos dois últimos eixos.

    Args:
        x: Tensor de ao menos um eixo; um vetor se repete como as linhas de uma matriz quadrada.
        k: A primeira diagonal que fica.

    Raises:
        TypeError: Se não houver eixo nenhum.

    Examples:
        >>> triu([[1, 2], [3, 4]])
        array([[1, 2],
               [0, 4]])
    """
    x = asarray(x)
    return choose(mask_below("triu", x, k - 1), zeros((), x.dtype), x)


def tril_indices(n: int, k: int = 0, m: int | None = None) -> tuple[Tensor, ...]:
    """Índices do triângulo de baixo de uma matriz n×m, a diagonal `k` inclusive.

    Examples:
        >>> tril_indices(2)
        (array([0, 1, 1]), array([0, 0, 1]))
    """
    return nonzero(tri(n, m, k, bool))


def triu_indices(n: int, k: int = 0, m: int | None = None) -> tuple[Tensor, ...]:
    """Índices do triângulo de cima de uma matriz n×m, a diagonal `k` inclusive.

    Examples:
        >>> triu_indices(2)
        (array([0, 0, 1]), array([0, 1, 1]))
    """
    return nonzero(tri(n, m, k - 1, bool) == 0)
