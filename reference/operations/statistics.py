r"""Estatísticas: a média, e o quanto os números se afastam dela."""

import math
from typing import Any

from reference.operations.elementwise import conj, divide, maximum, multiply, subtract
from reference.operations.functions import sqrt
from reference.operations.reductions import mask, normalize_axes, sum
from reference.tensors.creation import asarray, astype
from reference.tensors.dtypes import PARTS, DType, float64
from reference.tensors.dtypes import dtype as dtype_named
from reference.tensors.tensor import Tensor


def count(x: Tensor, axis: Any, where: Any, keepdims: bool) -> Any:
    """Quantos elementos há em cada grupo de uma redução."""
    lengths = [x.shape[a] for a in normalize_axes("mean", axis, x.ndim)]
    if where is True:
        return math.prod(lengths)
    return sum(mask(where, x), axis, keepdims=keepdims)


def ratio(total: Any, n: Any, kind: DType, out: Any) -> Any:
    """`total / n` no tipo `kind`; de ponto flutuante, `n` entra como tal, para que 0/0 seja `nan`."""
    if kind.kind != "O":
        n = astype(asarray(n), float64 if kind.kind not in "fc" else kind)
    quotient = divide(total, n, out=out, casting="unsafe")
    return quotient if out is not None or kind.kind in "fcO" else astype(quotient, kind)[()]


# --8<-- [start:mean]
def mean(
    x: Any, axis: Any = None, dtype: Any = None, out: Any = None, keepdims: bool = False, *, where: Any = True
) -> Any:
    r"""Média ao longo dos eixos; com `axis=1`, $\bar x_i = \frac1n\sum_j x_{ij}$.

    Args:
        x: Tensor.
        axis: Eixo (ou tupla de eixos) que some; `None`, a média de todos.
        dtype: Tipo da conta; sem ele, `float64` para inteiros e booleanos, o de `x` para os demais.
        out: Tensor que recebe o resultado.
        keepdims: Se o eixo fica, com tamanho 1.
        where: Máscara: só entram na média os elementos em que ela é verdadeira.

    Returns:
        As médias; de nenhum elemento, `nan`.

    Examples:
        >>> mean([[1, 2], [3, 5]]), mean([[1, 2], [3, 5]], axis=0)
        (np.float64(2.75), array([2. , 3.5]))
    """
    x = asarray(x)
    kind = dtype_named(dtype) if dtype is not None else float64 if x.dtype.kind in "biu" else x.dtype
    total = sum(x, axis, kind, None, keepdims, where=where)
    return ratio(total, count(x, axis, where, keepdims), kind, out)
# --8<-- [end:mean]


# --8<-- [start:var]
def var(
    x: Any, axis: Any = None, dtype: Any = None, out: Any = None, ddof: float = 0, keepdims: bool = False,
    *, where: Any = True, correction: float | None = None,
) -> Any:  # fmt: skip
    r"""Variância: média dos quadrados das distâncias à média, $\frac{1}{n - \text{ddof}}\sum_i |x_i - \bar x|^2$.

    Args:
        x: Tensor.
        axis: Eixo (ou tupla de eixos) que some.
        dtype: Tipo da conta.
        out: Tensor que recebe o resultado.
        ddof: O que se desconta de $n$: 0 para a variância dos dados, 1 para a estimada a partir de uma amostra.
        keepdims: Se o eixo fica, com tamanho 1.
        where: Máscara: só entram na conta os elementos em que ela é verdadeira.
        correction: Outro nome de `ddof`, do padrão Array API.

    Raises:
        ValueError: Se vierem `ddof` e `correction`.

    Examples:
        >>> var([1, 2, 3, 4]), var([1.0, 2.0, 3.0], ddof=1)
        (np.float64(1.25), np.float64(1.0))
    """
    x = asarray(x)
    if correction is not None:
        if ddof:
            raise ValueError("var: ddof e correction são o mesmo argumento; dê um só")
        ddof = correction
    kind = dtype_named(dtype) if dtype is not None else float64 if x.dtype.kind in "biu" else x.dtype
    distance = subtract(x, mean(x, axis, kind, keepdims=True, where=where))
    squares = multiply(distance, conj(distance)).real if kind.kind == "c" else multiply(distance, distance)
    kind = PARTS.get(kind, kind)
    total = sum(squares, axis, kind, None, keepdims, where=where)
    free = maximum(subtract(count(x, axis, where, keepdims), ddof), 0)
    return ratio(total, free, kind, out)
# --8<-- [end:var]


def std(
    x: Any, axis: Any = None, dtype: Any = None, out: Any = None, ddof: float = 0, keepdims: bool = False,
    *, where: Any = True, correction: float | None = None,
) -> Any:  # fmt: skip
    r"""Desvio padrão, $\sqrt{\text{var}(x)}$: na unidade de `x`, e não no quadrado dela. Os argumentos são os de `var`.

    Examples:
        >>> std([2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0])
        np.float64(2.0)
    """
    variance = var(x, axis, dtype, None, ddof, keepdims, where=where, correction=correction)
    return sqrt(variance, out=out, casting="unsafe")
