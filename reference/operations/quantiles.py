r"""O meio e as pontas: amplitude, média ponderada, mediana e quantis; e como duas variáveis andam juntas.

A mediana e os quantis pedem os números em ordem; a covariância compara cada variável com cada outra.
"""

import math
import operator
from collections.abc import Sequence
from functools import partial
from typing import Any

from reference.operations.broadcasting import broadcast_to
from reference.operations.comparison import clip
from reference.operations.diagonals import diagonal
from reference.operations.dot import matmul
from reference.operations.elementwise import divide, multiply, subtract
from reference.operations.functions import sqrt
from reference.operations.joining import concat, stack
from reference.operations.reductions import max as max_axes
from reference.operations.reductions import min as min_axes
from reference.operations.reductions import normalize_axes, reduce
from reference.operations.reductions import sum as sum_axes
from reference.operations.reshaping import reshape, squeeze, transpose
from reference.operations.sorting import in_order
from reference.operations.statistics import mean
from reference.tensors.casting import pack
from reference.tensors.creation import asarray, zeros
from reference.tensors.dtypes import WEAK, DType, float64, result_type
from reference.tensors.tensor import Tensor


def ptp(x: Any, axis: Any = None, out: Any = None, keepdims: bool = False) -> Any:
    """Amplitude (*peak to peak*): o maior menos o menor. Os argumentos são os de `max`.

    Examples:
        >>> ptp([3, 9, 4])
        np.int64(6)
    """
    return subtract(max_axes(x, axis, keepdims=keepdims), min_axes(x, axis, keepdims=keepdims), out=out)


# --8<-- [start:average]
def average(x: Any, axis: Any = None, weights: Any = None, returned: bool = False, *, keepdims: bool = False) -> Any:
    r"""Média ponderada: $\sum_i w_i x_i / \sum_i w_i$; sem pesos, a média.

    Args:
        x: Tensor.
        axis: Eixo (ou tupla de eixos) que some; `None`, todos.
        weights: Pesos, com a forma de `x` ou só a dos eixos que somem.
        returned: Se devolve também a soma dos pesos.
        keepdims: Se o eixo fica, com tamanho 1.

    Raises:
        ZeroDivisionError: Se os pesos somarem zero.
        ValueError: Se os pesos não combinarem com o eixo.
        TypeError: Se não tiverem a forma de `x`, e faltar o eixo.

    Examples:
        >>> average([10, 20], weights=[3, 1])
        np.float64(12.5)
    """
    x = asarray(x)
    if weights is None:
        result = mean(x, axis, keepdims=keepdims)
        total = result.dtype(x.size / result.size)
    else:
        w = spread_weights(asarray(weights), x, axis)
        kind = result_type(x, w, float64) if x.dtype.kind in "biu" else result_type(x, w)
        total = sum_axes(w, axis, kind, keepdims=keepdims)
        if not asarray(total).all():
            raise ZeroDivisionError("average: os pesos somam zero, e não se pode dividir por eles")
        result = divide(sum_axes(multiply(x, w, dtype=kind), axis, keepdims=keepdims), total)
    if not returned:
        return result
    return result, broadcast_to(total, result.shape).copy() if total.shape != result.shape else total
# --8<-- [end:average]


def spread_weights(w: Tensor, x: Tensor, axis: Any) -> Tensor:
    """Pesos que se repetem até a forma de `x`: os que só falam do eixo ganham eixos de tamanho 1 no lugar dos outros.

    Raises:
        TypeError: Se os pesos não tiverem a forma de `x`, e faltar o eixo.
        ValueError: Se não combinarem com o eixo.
    """
    axes = normalize_axes("average", axis, x.ndim)
    if w.shape == x.shape:
        return w
    if axis is None:
        raise TypeError(f"average: os pesos têm forma {w.shape}, e os valores, {x.shape}; diga de que eixo eles são")
    if w.shape != tuple(x.shape[a] for a in axes):
        raise ValueError(f"average: os pesos têm forma {w.shape}, e os valores, {x.shape}: no eixo {axis} não combinam")
    in_sequence = transpose(w, in_order(axes))
    return reshape(in_sequence, tuple(n if a in axes else 1 for a, n in enumerate(x.shape)))


# --8<-- [start:median]
def median(x: Any, axis: Any = None, out: Any = None, overwrite_input: bool = False, keepdims: bool = False) -> Any:
    """Mediana: o do meio, com os elementos em ordem; se são dois, a média deles.

    Args:
        x: Tensor.
        axis: Eixo (ou tupla de eixos) que some; `None`, todos.
        out: Tensor que recebe o resultado.
        overwrite_input: Aceito porque o NumPy o tem; `x` nunca muda.
        keepdims: Se o eixo fica, com tamanho 1.

    Returns:
        As medianas; onde há um `nan`, ou não há elemento nenhum, `nan`.

    Examples:
        >>> median([5, 1, 9]), median([5, 1, 9, 7])
        (np.float64(5.0), np.float64(6.0))
    """
    x = asarray(x)
    kind = float64 if x.dtype.kind in "biu" else x.dtype
    unknown = complex(math.nan, math.nan) if kind.kind == "c" else math.nan

    def rule(values: list[Any]) -> Any:
        places = in_order(values)
        if not places:
            return unknown
        if (last := values[places[-1]]) != last:
            return last
        half = len(places) // 2
        if len(places) % 2:
            return values[places[half]]
        return pack([values[places[half - 1]] + values[places[half]]], kind)[0] / 2

    return reduce("median", x, rule, normalize_axes("median", axis, x.ndim), kind, kind, out, keepdims)
# --8<-- [end:median]


# --8<-- [start:quantile_of]
def quantile_of(values: Sequence[Any], q: Any, kind: DType) -> Any:
    r"""Quantil de alguns números: o que está na posição $q(n-1)$ deles em ordem, interpolado entre os vizinhos.

    Args:
        values: Os números.
        q: A fração, entre 0 e 1.
        kind: Tipo em que se mede a distância entre os dois vizinhos.

    Raises:
        IndexError: Se não houver número nenhum.

    Examples:
        >>> quantile_of([4, 1, 3, 2], 0.5, float64)
        2.5
    """
    if not values:
        raise IndexError("quantile: não há quantil de nenhum elemento")
    places = in_order(values)
    if values[places[-1]] != values[places[-1]]:
        return math.nan
    position = q * (len(values) - 1)
    low = math.floor(position)
    share = position - low
    a, b = values[places[low]], values[places[min(low + 1, len(values) - 1)]]
    distance = pack([b - a], kind)[0]
    return a + distance * share if share < 0.5 else b - distance * (1 - share)
# --8<-- [end:quantile_of]


def quantile(
    x: Any, q: Any, axis: Any = None, out: Any = None, overwrite_input: bool = False, *, keepdims: bool = False
) -> Any:
    """Quantis: o valor abaixo do qual fica a fração `q` dos elementos.

    Args:
        x: Tensor com ao menos um elemento em cada grupo.
        q: Fração entre 0 e 1, ou um tensor delas.
        axis: Eixo (ou tupla de eixos) que some; `None`, todos.
        out: Tensor que recebe o resultado.
        overwrite_input: Aceito porque o NumPy o tem; `x` nunca muda.
        keepdims: Se o eixo fica, com tamanho 1.

    Returns:
        Os quantis; os eixos de `q`, se os tiver, vêm na frente dos que ficaram de `x`.

    Raises:
        ValueError: Se `q` sair de [0, 1].
        IndexError: Se não houver elemento nenhum.
        TypeError: Se `x` for de booleanos, entre os quais não se interpola, ou de complexos, que não têm ordem.

    Examples:
        >>> quantile([1, 2, 3, 4, 5], [0.25, 0.5])
        array([2., 3.])
    """
    x, fractions = asarray(x), asarray(q)
    if x.dtype.kind == "c":
        raise TypeError("quantile: números complexos não têm ordem de tamanho; use as partes, ou os valores absolutos")
    if not all(0 <= f <= 1 for f in fractions.elements()):
        raise ValueError(f"quantile: as frações vão de 0 a 1 (em percentile, de 0 a 100), e não podem ser {fractions}")
    if x.dtype.kind == "b":
        raise TypeError("quantile: entre dois booleanos não há o que interpolar; converta-os em números")
    weak = type(q) in WEAK
    kind, distance = result_type(x, q if weak else fractions, 1.0), result_type(x, 1.0)
    axes = normalize_axes("quantile", axis, x.ndim)

    def one(fraction: Any, target: Any = None) -> Any:
        rule = partial(quantile_of, q=fraction, kind=distance)
        return reduce("quantile", x, rule, axes, kind, kind, target, keepdims)

    if not fractions.ndim:
        return one(fractions.item(), out)
    found = [asarray(one(f)) for f in fractions.elements()]
    if not found:
        return zeros((*fractions.shape, *asarray(one(0.5)).shape), kind)
    result = reshape(stack(found), (*fractions.shape, *found[0].shape))
    if out is None:
        return result
    out[...] = result
    return out


def percentile(
    x: Any, q: Any, axis: Any = None, out: Any = None, overwrite_input: bool = False, *, keepdims: bool = False
) -> Any:
    """Percentis: `quantile` com a fração em centésimos.

    Raises:
        ValueError: Se `q` sair de [0, 100].

    Examples:
        >>> percentile([1, 2, 3, 4, 5], 75)
        np.float64(4.0)
    """
    return quantile(x, q / 100 if type(q) in (int, float) else divide(q, 100), axis, out, keepdims=keepdims)


# --8<-- [start:cov]
def cov(x: Any, y: Any = None, rowvar: bool = True, bias: bool = False, ddof: int | None = None) -> Any:
    r"""Covariância entre variáveis: $\frac{1}{n-1}\sum_k (x_{ik} - \bar x_i)(x_{jk} - \bar x_j)$.

    Args:
        x: Variáveis, uma por linha; um vetor é uma só.
        y: Mais variáveis.
        rowvar: Se cada linha é uma variável; senão, cada coluna é.
        bias: Se divide por $n$ em vez de $n - 1$.
        ddof: O que se desconta de $n$, se dado.

    Returns:
        Matriz com a covariância de cada par; de uma variável só, a variância, sem eixos.

    Raises:
        ValueError: Se houver mais de dois eixos, ou se `ddof` não for inteiro.

    Examples:
        >>> cov([[1.0, 2.0, 3.0], [6.0, 4.0, 2.0]])
        array([[ 1., -2.],
               [-2.,  4.]])
    """
    if ddof is not None and ddof != int(ddof):
        raise ValueError(f"cov: o que se desconta de n é um inteiro, e não {ddof}")
    rows = variables(x, rowvar)
    if y is not None:
        rows = concat([rows, variables(y, rowvar)])
    free = rows.shape[1] - (operator.index(not bias) if ddof is None else ddof)
    centered = subtract(rows, mean(rows, axis=1, keepdims=True))
    return squeeze(divide(matmul(centered, centered.conj().T), float(max(free, 0))))
# --8<-- [end:cov]


def variables(x: Any, rowvar: bool) -> Tensor:
    """Variáveis como linhas de uma matriz de números de ponto flutuante.

    Raises:
        ValueError: Se houver mais de dois eixos.
    """
    given = asarray(x)
    if given.ndim > 2:
        raise ValueError(f"cov: espera um vetor ou uma matriz, e a forma é {given.shape}")
    rows = asarray(given, result_type(given, float64))[(None,) * (2 - given.ndim)]
    return rows if rowvar or given.ndim < 2 else rows.T  # type: ignore[no-any-return]


def corrcoef(x: Any, y: Any = None, rowvar: bool = True) -> Any:
    r"""Correlação entre variáveis: a covariância dividida pelos dois desvios, entre −1 e 1.

    Examples:
        >>> corrcoef([1.0, 2.0, 3.0], [6.0, 4.0, 2.0])
        array([[ 1., -1.],
               [-1.,  1.]])
    """
    c = cov(x, y, rowvar)
    if not c.ndim:
        return divide(c, c)
    deviation = sqrt(diagonal(c).real)
    found = divide(divide(c, deviation[:, None]), deviation)
    if found.dtype.kind != "c":
        return clip(found, -1, 1)
    found.real, found.imag = clip(found.real, -1, 1), clip(found.imag, -1, 1)
    return found
