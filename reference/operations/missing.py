r"""Buracos nos dados: o que fazer com `nan`, que estraga toda conta em que entra.

`nan_to_num` troca cada buraco por um número; as reduções cujo nome começa em `nan` fazem a conta com os que restam.
"""

import math
import struct
from typing import Any

from reference.operations.comparison import isnan, where
from reference.operations.functions import sqrt
from reference.operations.linewise import cumprod, cumsum
from reference.operations.logic import logical_not
from reference.operations.reductions import all, any, deliver, max, min, prod, sum
from reference.operations.searching import argmax, argmin
from reference.operations.statistics import mean, var
from reference.tensors.assignment import assign
from reference.tensors.creation import asarray
from reference.tensors.creation import copy as copied
from reference.tensors.dtypes import DType, bool_
from reference.tensors.tensor import Tensor, from_values


def largest(d: DType) -> float:
    """O maior número finito de um tipo de ponto flutuante: todos os bits ligados, menos o último do expoente.

    Examples:
        >>> largest(float64), largest(float32)
        (1.7976931348623157e+308, 3.4028234663852886e+38)
    """
    patterns = {"f": b"\x7f\x7f\xff\xff", "d": b"\x7f\xef" + b"\xff" * 6}
    return struct.unpack(f">{d.char}", patterns[d.char])[0]  # type: ignore[no-any-return]


# --8<-- [start:nan_to_num]
def nan_to_num(x: Any, copy: bool = True, nan: float = 0.0, posinf: Any = None, neginf: Any = None) -> Any:
    """Os mesmos números, sem `nan` nem infinitos.

    Args:
        x: Tensor.
        copy: Com `False`, muda o próprio `x`.
        nan: O que entra no lugar de `nan`.
        posinf: O que entra no lugar de $+\\infty$; sem ele, o maior número do tipo.
        neginf: O que entra no lugar de $-\\infty$; sem ele, o menor.

    Returns:
        Tensor da forma e do tipo de `x`.

    Examples:
        >>> nan_to_num([1.0, math.nan, -math.inf], neginf=-99.0)
        array([  1.,   0., -99.])
    """
    source = asarray(x)
    if source.dtype.kind == "c":  # cada parte é um tensor de números reais
        found = copied(source) if copy else source
        found.real, found.imag = (nan_to_num(part, True, nan, posinf, neginf) for part in (found.real, found.imag))
        return found[()]
    if source.dtype.kind != "f":
        return (copied(source) if copy else source)[()]
    top = largest(source.dtype) if posinf is None else posinf
    bottom = -largest(source.dtype) if neginf is None else neginf
    results = []
    for value in source.elements():
        if value != value:
            value = nan
        elif value in (math.inf, -math.inf):
            value = top if value > 0 else bottom
        results.append(value)
    found = from_values(results, source.shape, source.dtype)
    if copy:
        return found[()]
    assign(source, found)
    return source[()]
# --8<-- [end:nan_to_num]


def holes(data: Any) -> tuple[Tensor, Any]:
    """O tensor e a máscara dos seus buracos: só números de ponto flutuante, e objetos diferentes de si, o são."""
    x = asarray(data)
    if x.dtype.kind in "fc":
        return x, isnan(x)
    found = [value != value for value in x.elements()] if x.dtype.kind == "O" else [False] * x.size
    return x, from_values(found, x.shape, bool_)


def without_holes(x: Tensor, missing: Any, value: Any) -> Any:
    """O tensor com `value` em cada buraco; o que não pode ter buracos fica como está, infinito não lhe cabe."""
    if x.dtype.kind == "c":
        value = complex(value, value)  # na ordem das partes, antes ou depois de todos
    return where(missing, value, x) if x.dtype.kind in "fcO" else x


def kept_axis(x: Tensor, axis: Any) -> Any:
    """O eixo de uma média; num número sozinho de um tipo que pode ter buracos, o NumPy aceita o eixo 0."""
    return None if x.ndim == 0 and x.dtype.kind in "fcO" and axis in (0, -1) else axis


# --8<-- [start:nansum]
def nansum(x: Any, axis: Any = None, dtype: Any = None, out: Any = None, keepdims: bool = False) -> Any:
    """Soma ao longo dos eixos, sem os buracos: cada `nan` vale zero. Os argumentos são os de `sum`.

    Examples:
        >>> nansum([1.0, math.nan, 3.0])
        np.float64(4.0)
    """
    x, missing = holes(x)
    return sum(where(missing, 0, x), axis, dtype, out, keepdims)
# --8<-- [end:nansum]


def nanprod(x: Any, axis: Any = None, dtype: Any = None, out: Any = None, keepdims: bool = False) -> Any:
    """Produto ao longo dos eixos, sem os buracos: cada `nan` vale um. Os argumentos são os de `prod`.

    Examples:
        >>> nanprod([2.0, math.nan, 3.0])
        np.float64(6.0)
    """
    x, missing = holes(x)
    return prod(where(missing, 1, x), axis, dtype, out, keepdims)


def nancumsum(x: Any, axis: int | None = None, dtype: Any = None, out: Any = None) -> Any:
    """Soma acumulada em que cada `nan` vale zero. Os argumentos são os de `cumsum`.

    Examples:
        >>> nancumsum([1.0, math.nan, 3.0])
        array([1., 1., 4.])
    """
    x, missing = holes(x)
    return cumsum(where(missing, 0, x), axis, dtype, out)


def nancumprod(x: Any, axis: int | None = None, dtype: Any = None, out: Any = None) -> Any:
    """Produto acumulado em que cada `nan` vale um. Os argumentos são os de `cumprod`.

    Examples:
        >>> nancumprod([2.0, math.nan, 3.0])
        array([2., 2., 6.])
    """
    x, missing = holes(x)
    return cumprod(where(missing, 1, x), axis, dtype, out)


# --8<-- [start:nanmax]
def nanmax(x: Any, axis: Any = None, out: Any = None, keepdims: bool = False) -> Any:
    r"""Maior elemento ao longo dos eixos, sem os buracos: cada `nan` vale $-\infty$; onde só há buracos, `nan`.

    Raises:
        ValueError: Se não houver elemento nenhum.

    Examples:
        >>> nanmax([[1.0, math.nan], [5.0, 7.0]], axis=0)
        array([5., 7.])
    """
    x, missing = holes(x)
    found = max(asarray(without_holes(x, missing, -math.inf), x.dtype), axis, keepdims=keepdims)
    return deliver("nanmax", asarray(only_holes(missing, found, axis, keepdims), x.dtype), out)
# --8<-- [end:nanmax]


def nanmin(x: Any, axis: Any = None, out: Any = None, keepdims: bool = False) -> Any:
    """Menor elemento ao longo dos eixos, sem os buracos; onde só há buracos, `nan`.

    Raises:
        ValueError: Se não houver elemento nenhum.

    Examples:
        >>> nanmin([[1.0, math.nan], [5.0, 7.0]], axis=1)
        array([1., 5.])
    """
    x, missing = holes(x)
    found = min(asarray(without_holes(x, missing, math.inf), x.dtype), axis, keepdims=keepdims)
    return deliver("nanmin", asarray(only_holes(missing, found, axis, keepdims), x.dtype), out)


def only_holes(missing: Any, found: Any, axis: Any, keepdims: bool) -> Any:
    """O que se achou, com `nan` nos grupos em que só havia buracos."""
    empty = all(missing, axis, keepdims=keepdims)
    return where(empty, math.nan, found) if any(empty) else found


def nanargmax(x: Any, axis: Any = None, out: Any = None, *, keepdims: bool = False) -> Any:
    """Posição do maior elemento, sem os buracos. Os argumentos são os de `argmax`.

    Raises:
        ValueError: Se em algum grupo só houver buracos.

    Examples:
        >>> nanargmax([1.0, math.nan, 3.0])
        np.int64(2)
    """
    x = without_empty("nanargmax", x, axis)
    return argmax(where(isnan(x), -math.inf, x) if x.dtype.kind in "fc" else x, axis, out, keepdims=keepdims)


def nanargmin(x: Any, axis: Any = None, out: Any = None, *, keepdims: bool = False) -> Any:
    """Posição do menor elemento, sem os buracos. Os argumentos são os de `argmin`.

    Raises:
        ValueError: Se em algum grupo só houver buracos.

    Examples:
        >>> nanargmin([math.nan, 4.0, 3.0])
        np.int64(2)
    """
    x = without_empty("nanargmin", x, axis)
    return argmin(where(isnan(x), math.inf, x) if x.dtype.kind in "fc" else x, axis, out, keepdims=keepdims)


def without_empty(name: str, x: Any, axis: Any) -> Tensor:
    """O tensor, conferindo que nenhum grupo é só de buracos.

    Raises:
        ValueError: Se algum for.
    """
    found, missing = holes(x)
    if found.size and any(all(missing, axis)):
        raise ValueError(f"{name}: há um grupo em que todos são nan, e ele não tem extremo")
    return found


# --8<-- [start:nanmean]
def nanmean(x: Any, axis: Any = None, dtype: Any = None, out: Any = None, keepdims: bool = False) -> Any:
    """Média ao longo dos eixos, dos que não são buracos; onde só há buracos, `nan`. Os argumentos são os de `mean`.

    Examples:
        >>> nanmean([[1.0, math.nan, 3.0], [4.0, 5.0, 6.0]], axis=1)
        array([2., 5.])
    """
    x, missing = holes(x)
    return mean(x, kept_axis(x, axis), dtype, out, keepdims, where=logical_not(missing))
# --8<-- [end:nanmean]


def nanvar(
    x: Any, axis: Any = None, dtype: Any = None, out: Any = None, ddof: float = 0, keepdims: bool = False
) -> Any:
    """Variância dos que não são buracos; onde não sobra nenhum depois de descontar `ddof`, `nan`.

    Examples:
        >>> nanvar([1.0, math.nan, 3.0])
        np.float64(1.0)
    """
    x, missing = holes(x)
    kept, axis = logical_not(missing), kept_axis(x, axis)
    found = var(x, axis, dtype, None, ddof, keepdims, where=kept)
    few = sum(kept, axis, keepdims=keepdims) <= ddof
    return deliver("nanvar", asarray(where(few, math.nan, found) if any(few) else found), out)


def nanstd(
    x: Any, axis: Any = None, dtype: Any = None, out: Any = None, ddof: float = 0, keepdims: bool = False
) -> Any:
    """Desvio padrão dos que não são buracos. Os argumentos são os de `nanvar`.

    Examples:
        >>> nanstd([1.0, math.nan, 5.0])
        np.float64(2.0)
    """
    return sqrt(nanvar(x, axis, dtype, None, ddof, keepdims), out=out, casting="unsafe")
