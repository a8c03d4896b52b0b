r"""Curvas dadas por pontos: o valor entre dois pontos, a inclinação em cada um e a área embaixo."""

from bisect import bisect_right
from typing import Any

from reference.operations.elementwise import add, divide, multiply, subtract
from reference.operations.linewise import diff
from reference.operations.reductions import normalize_axes
from reference.operations.reductions import sum as sum_axes
from reference.operations.reshaping import moveaxis
from reference.tensors.casting import fit
from reference.tensors.creation import asarray, astype, ones
from reference.tensors.dtypes import complex128, float64, int64, promote
from reference.tensors.tensor import Tensor, empty_tensor, from_values


# --8<-- [start:interp]
def interp(x: Any, xp: Any, fp: Any, left: Any = None, right: Any = None, period: Any = None) -> Any:
    r"""Valores de uma curva feita de retas: entre dois pontos, $y_k + \frac{y_{k+1} - y_k}{x_{k+1} - x_k}\,(x - x_k)$.

    Args:
        x: Onde se quer o valor.
        xp: Abscissas dos pontos, um vetor em ordem crescente.
        fp: Ordenadas dos pontos, reais ou complexas.
        left: Valor antes do primeiro ponto; sem ele, o do primeiro.
        right: Valor depois do último; sem ele, o do último.
        period: Não é oferecido aqui.

    Raises:
        ValueError: Se os dois vetores não forem do mesmo tamanho, ou vazios.
        TypeError: Se for dado `period`.

    Examples:
        >>> interp([0.5, 1.0, 9.0], [0, 1, 2], [0, 10, 40])
        array([ 5., 10., 40.])
    """
    if period is not None:
        raise TypeError("interp: period não é oferecido aqui")
    places, values = asarray(xp, float64), asarray(fp)
    values = asarray(values, complex128 if values.dtype.kind == "c" else float64)
    if places.ndim != 1 or places.shape != values.shape or not places.size:
        raise ValueError(f"interp: pede dois vetores de mesmo tamanho, e as formas são {places.shape} e {values.shape}")
    known, heights = places.tolist(), values.tolist()
    before, after = (heights[0] if left is None else left), (heights[-1] if right is None else right)
    wanted = asarray(x, float64)
    results = []
    for v in wanted.elements():
        k = bisect_right(known, v) - 1
        if v != v:
            results.append(v)
        elif k < 0:
            results.append(before)
        elif k == len(known) - 1:
            results.append(heights[-1] if v == known[-1] else after)
        else:
            slope = (heights[k + 1] - heights[k]) / (known[k + 1] - known[k])
            results.append(heights[k] if v == known[k] else slope * (v - known[k]) + heights[k])
    return from_values([fit(value, values.dtype) for value in results], wanted.shape, values.dtype)[()]
# --8<-- [end:interp]


# --8<-- [start:gradient]
def gradient(x: Any, *spacing: Any, axis: Any = None, edge_order: int = 1) -> Any:
    r"""Inclinação em cada ponto: a diferença entre o vizinho de depois e o de antes, $\frac{x_{i+1} - x_{i-1}}{2h}$.

    Nas pontas, onde só há um vizinho, a diferença para ele, dividida por $h$.

    Args:
        x: Tensor com ao menos dois elementos em cada eixo.
        spacing: Distância $h$ entre os pontos: um número para todos os eixos, ou um por eixo; sem ela, 1.
        axis: Eixo, ou tupla de eixos; sem ele, todos.
        edge_order: Só 1.

    Returns:
        Tensor da forma de `x`; de vários eixos, uma tupla, um por eixo.

    Raises:
        ValueError: Se um eixo tiver menos de dois elementos, ou se `edge_order` for outro.
        TypeError: Se as distâncias não forem tantas quantos os eixos, ou se uma não for um número.

    Examples:
        >>> gradient([1.0, 4.0, 9.0, 16.0])
        array([3., 4., 6., 7.])
    """
    x = asarray(x)
    axes = normalize_axes("gradient", axis, x.ndim)
    steps = [asarray(h) for h in (spacing or (1.0,))]
    if edge_order != 1:
        raise ValueError(f"gradient: edge_order={edge_order!r} não é oferecido aqui; só 1")
    if len(steps) not in (1, len(axes)) or any(h.ndim for h in steps):
        raise TypeError(f"gradient: a distância é um número, um para todos ou um por eixo; são {len(axes)} eixo(s)")
    if any(x.shape[a] < 2 for a in axes):
        raise ValueError(f"gradient: pede ao menos dois elementos por eixo, e a forma é {x.shape}")
    x = x if x.dtype.kind in "fc" else astype(x, float64)
    found = tuple(slopes(x, a, h) for a, h in zip(axes, steps * len(axes) if len(steps) == 1 else steps))
    return found[0] if len(axes) == 1 else found


def slopes(x: Tensor, axis: int, h: Any) -> Tensor:
    """As inclinações ao longo de um eixo."""
    result = empty_tensor(x.shape, x.dtype)
    y, z = moveaxis(x, axis, 0), moveaxis(result, axis, 0)
    z[1:-1] = divide(subtract(y[2:], y[:-2]), multiply(2.0, h))
    z[0] = divide(subtract(y[1], y[0]), h)
    z[-1] = divide(subtract(y[-1], y[-2]), h)
    return result
# --8<-- [end:gradient]


# --8<-- [start:vander]
def vander(x: Any, N: int | None = None, increasing: bool = False) -> Tensor:
    r"""Matriz de Vandermonde: em cada linha, as potências de um número, $x_i^{N-1}, \dots, x_i, 1$.

    Vezes um vetor de coeficientes, dá os valores do polinômio em todos os pontos de uma vez.

    Args:
        x: Vetor de forma (n,).
        N: Quantas potências; sem ele, $n$.
        increasing: Se começam da menor.

    Returns:
        Matriz de forma (n, N); de inteiros e booleanos, de `int64` ao menos.

    Raises:
        ValueError: Se `x` não for um vetor, ou se `N` for negativo.

    Examples:
        >>> vander([2, 3], 4)
        array([[ 8,  4,  2,  1],
               [27,  9,  3,  1]])
    """
    x = asarray(x)
    if x.ndim != 1:
        raise ValueError(f"vander: espera um vetor, e a forma é {x.shape}")
    count = x.size if N is None else N
    powers = ones((x.size, count), promote(x.dtype, int64))
    for k in range(1, count):
        powers[:, k] = multiply(powers[:, k - 1], x)
    return powers if increasing else powers[:, ::-1]
# --8<-- [end:vander]


# --8<-- [start:trapezoid]
def trapezoid(y: Any, x: Any = None, dx: float = 1.0, axis: int = -1) -> Any:
    r"""Área embaixo da curva, em trapézios entre pontos vizinhos: $\sum_i (x_{i+1} - x_i)\,\frac{y_i + y_{i+1}}{2}$.

    Args:
        y: Ordenadas dos pontos.
        x: Abscissas: um vetor, ou um tensor da forma de `y`; sem elas, a distância é sempre `dx`.
        dx: A distância, se `x` não for dado.
        axis: Eixo ao longo do qual estão os pontos.

    Raises:
        ValueError: Se as formas não combinarem.

    Examples:
        >>> trapezoid([1, 2, 3]), trapezoid([1, 2, 3], x=[4, 6, 8])
        (np.float64(4.0), np.float64(8.0))
    """
    heights = moveaxis(asarray(y), axis, -1)
    widths: Any = dx
    if x is not None:
        places = asarray(x)
        widths = diff(places if places.ndim == 1 else moveaxis(places, axis, -1))
    return sum_axes(divide(multiply(widths, add(heights[..., 1:], heights[..., :-1])), 2.0), -1)
# --8<-- [end:trapezoid]
