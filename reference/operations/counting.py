r"""Contar: quantos há de cada valor, quantos caem em cada faixa."""

import math
from itertools import pairwise
from typing import Any

from reference.operations.elementwise import divide
from reference.operations.linewise import diff
from reference.operations.reductions import sum as sum_axes
from reference.operations.reshaping import ravel
from reference.operations.selecting import positions
from reference.operations.sorting import bisect, searchsorted
from reference.tensors.creation import asarray, astype
from reference.tensors.dtypes import float64, int64, result_type, uint8
from reference.tensors.ranges import linspace
from reference.tensors.tensor import Tensor, from_values


# --8<-- [start:bincount]
def bincount(x: Any, /, weights: Any = None, minlength: int = 0) -> Tensor:
    r"""Quantas vezes aparece cada inteiro, de 0 ao maior; com pesos, a soma deles: $z_k = \sum_{i:\,x_i = k} w_i$.

    Args:
        x: Vetor de inteiros não negativos.
        weights: Um peso por elemento; sem eles, cada elemento pesa 1.
        minlength: Tamanho mínimo do resultado.

    Returns:
        Vetor em que o elemento `k` é a contagem do inteiro `k`.

    Raises:
        ValueError: Se `x` não for um vetor, tiver negativos, ou se os pesos não forem tantos quantos os elementos.
        TypeError: Se `x` for de números de ponto flutuante.

    Examples:
        >>> bincount([0, 2, 2, 1, 2])
        array([1, 1, 3])
        >>> bincount([0, 2, 2], weights=[0.5, 1.0, 2.0])
        array([0.5, 0. , 3. ])
    """
    values = positions("bincount", asarray(x) if asarray(x).size else x)  # nem uma lista pode ter números quebrados
    if values.ndim != 1 or any(value < 0 for value in values.elements()) or minlength < 0:
        raise ValueError(f"bincount: espera um vetor de inteiros não negativos (minlength também); x é {values}")
    shares = from_values([1] * values.size, values.shape, int64) if weights is None else asarray(weights, float64)
    if values.size and shares.shape != values.shape:
        raise ValueError(f"bincount: são {values.size} elementos, e a forma dos pesos é {shares.shape}")
    totals = [0] * max(minlength, max(values.tolist(), default=-1) + 1)
    for value, share in zip(values.tolist(), shares.tolist()):
        totals[value] += share
    return asarray(totals, shares.dtype if values.size else int64)
# --8<-- [end:bincount]


def digitize(x: Any, bins: Any, right: bool = False) -> Any:
    r"""Em que faixa cai cada número, sendo `bins` as divisas: a faixa $i$ é $b_{i-1} \le x < b_i$.

    Args:
        x: Números.
        bins: Vetor das divisas, em ordem crescente ou decrescente.
        right: Se é o lado direito de cada faixa, e não o esquerdo, que está dentro dela: $b_{i-1} < x \le b_i$.

    Returns:
        Número da faixa de cada elemento: 0 antes da primeira divisa, `len(bins)` depois da última.

    Raises:
        ValueError: Se as divisas não forem um vetor em ordem.
        TypeError: Se `x` for de complexos.

    Examples:
        >>> digitize([0.2, 6.4, 3.0], [0.0, 1.0, 2.5, 4.0])
        array([1, 4, 3])
    """
    x, limits = asarray(x), asarray(bins)
    side = "left" if right else "right"
    refuse_complex("digitize", x)
    if limits.ndim != 1:
        raise ValueError(f"digitize: as divisas são um vetor, e a forma delas é {limits.shape}")
    if is_increasing(limits.tolist()):
        return searchsorted(limits, x, side)
    if not is_increasing(limits[::-1].tolist()):
        raise ValueError("digitize: as divisas têm de estar em ordem, crescente ou decrescente")
    return limits.size - searchsorted(limits[::-1], x, side)


def refuse_complex(name: str, x: Tensor) -> None:
    """Recusa números complexos, que não têm ordem de tamanho e não caem em faixas.

    Raises:
        TypeError: Se forem complexos.
    """
    if x.dtype.kind == "c":
        raise TypeError(f"{name}: números complexos não têm ordem de tamanho; use as partes, ou os valores absolutos")


def is_increasing(values: list[Any]) -> bool:
    """Se nenhum número é maior que o seguinte.

    Examples:
        >>> is_increasing([1, 2, 2]), is_increasing([2, 1])
        (True, False)
    """
    return all(a <= b for a, b in pairwise(values))


# --8<-- [start:histogram]
def histogram(
    x: Any, bins: Any = 10, range: Any = None, density: bool | None = None, weights: Any = None
) -> tuple[Tensor, Tensor]:
    """Quantos elementos caem em cada faixa, e as divisas das faixas.

    Uma divisa pertence à faixa que começa nela; a última, que não começa nenhuma, à faixa que termina nela.

    Args:
        x: Tensor.
        bins: Número de faixas de mesma largura, ou as divisas, em ordem crescente.
        range: Começo da primeira faixa e fim da última; sem ele, o menor e o maior elemento.
        density: Se divide cada contagem pelo total e pela largura da faixa, para que a área seja 1.
        weights: Quanto vale cada elemento na contagem; sem eles, 1.

    Returns:
        As contagens e as divisas, que são uma a mais.

    Raises:
        ValueError: Se não houver faixa nenhuma, se as divisas não estiverem em ordem ou se um extremo não for finito.
        TypeError: Se `bins` não for um inteiro nem um vetor, ou se `x` for de complexos.

    Examples:
        >>> histogram([1, 2, 2, 3, 4, 4], bins=3)
        (array([1, 2, 3]), array([1., 2., 3., 4.]))
    """
    x = asarray(x)
    refuse_complex("histogram", x)
    shares = from_values([1] * x.size, x.shape, int64) if weights is None else asarray(weights)
    if shares.shape != x.shape:
        raise ValueError(f"histogram: os pesos têm forma {shares.shape}, e os elementos, {x.shape}")
    x = astype(ravel(x), uint8) if x.dtype.kind == "b" else ravel(x)
    edges = edges_of(x, bins, range)
    limits = edges.tolist()
    counts = [0] * max(len(limits) - 1, 0)
    for value, share in zip(x.tolist(), shares.elements()):
        if counts and limits[0] <= value <= limits[-1]:
            counts[min(bisect(limits, value, "right"), len(counts)) - 1] += share
    found = asarray(counts, shares.dtype)
    if density:
        found = divide(divide(found, astype(diff(edges), float64)), sum_axes(found))
    return found, edges
# --8<-- [end:histogram]


def edges_of(x: Tensor, bins: Any, span: Any) -> Tensor:
    """Divisas de um histograma: as dadas, ou as de faixas iguais.

    Raises:
        ValueError: Se não houver faixa nenhuma, se as divisas não estiverem em ordem ou se um extremo não for finito.
        TypeError: Se `bins` não for um inteiro nem um vetor.
    """
    if isinstance(bins, str):
        raise ValueError(f"histogram: {bins!r} pede que o número de faixas seja calculado; aqui, diga quantas")
    limits = asarray(bins)
    if limits.ndim == 0:
        if limits.dtype.kind not in "iu":
            raise TypeError(f"histogram: bins é um inteiro ou um vetor de divisas, e não {bins!r}")
        return even_edges(x, int(limits), span)
    if limits.ndim != 1 or not is_increasing(limits.tolist()):
        raise ValueError(f"histogram: as divisas são um vetor em ordem crescente, e não {limits}")
    return limits


def even_edges(x: Tensor, bins: int, span: Any) -> Tensor:
    """Divisas de faixas de mesma largura, do menor ao maior elemento ou de uma ponta à outra de `span`."""
    low, high = span or ((x.min(), x.max()) if x.size else (0, 1))
    if bins < 1 or not (math.isfinite(low) and math.isfinite(high)) or low > high:
        raise ValueError(f"histogram: pede ao menos uma faixa, de um número a outro maior: {bins}, de {low} a {high}")
    if low == high:
        low, high = low - 0.5, high + 0.5
    kind = result_type(low, high, x)
    return linspace(low, high, bins + 1, dtype=result_type(kind, 1.0))  # type: ignore[no-any-return]
