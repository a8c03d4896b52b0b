"""Progressões: valores igualmente espaçados, dados pelo passo (`arange`) ou pela quantidade (`linspace`)."""

import cmath
import math
import operator
from functools import reduce
from typing import Any

from reference.tensors.casting import cast, fit, pack
from reference.tensors.creation import asarray, astype, check_device
from reference.tensors.dtypes import WEAK, DType, complex128, dtype_of, float64, int64, promote, result_type
from reference.tensors.dtypes import dtype as dtype_named
from reference.tensors.layout import broadcast_shapes, broadcast_steps, read_all
from reference.tensors.tensor import Tensor, from_values


# --8<-- [start:arange]
def arange(start: Any, stop: Any = None, step: Any = 1, dtype: Any = None, *, device: str | None = None) -> Tensor:
    r"""Progressão aritmética: $\text{start} + i\cdot\text{step}$, enquanto não chega a `stop`.

    Args:
        start: Primeiro valor; sozinho, é o fim, e o começo é 0.
        stop: Fim, que fica de fora.
        step: Razão, diferente de zero.
        dtype: Tipo dos elementos; sem ele, inteiro se todos os argumentos forem.
        device: `None` ou `"cpu"`.

    Raises:
        ZeroDivisionError: Se a razão for zero.
        ValueError: Se a quantidade de valores não for finita.
        TypeError: Se forem mais de dois booleanos.

    Examples:
        >>> arange(4), arange(1, 2, 0.25)
        (array([0, 1, 2, 3]), array([1.  , 1.25, 1.5 , 1.75]))
    """
    check_device(device)
    start, stop = (0, start) if stop is None else (start, stop)
    step = 1 if step is None else step
    target = reduce(promote, map(dtype_of, (start, stop, step)), int64) if dtype is None else dtype_named(dtype)
    start, stop, step = (x.item() if isinstance(x, Tensor) else x for x in (start, stop, step))
    count = how_many(start, stop, step)
    first_two = list(pack([fit(value, target) for value in (start, start + step)[:count]], target))
    if count <= 2:
        return from_values(first_two, (count,), target)
    if target.kind == "b":
        raise TypeError(f"arange: só há dois booleanos, e foram pedidos {count}")
    first, second = first_two
    distances = pack([i * (second - first) for i in range(2, count)], target)
    return from_values([first, second, *(first + distance for distance in distances)], (count,), target)
# --8<-- [end:arange]


def how_many(start: Any, stop: Any, step: Any) -> int:
    """Quantos valores há de `start` até antes de `stop`, de `step` em `step`.

    Raises:
        ZeroDivisionError: Se a razão for zero.
        ValueError: Se a quantidade não for finita.

    Examples:
        >>> how_many(0, 10, 3), how_many(0, 1, 0.1), how_many(5, 0, 1)
        (4, 10, 0)
    """
    if step == 0:
        raise ZeroDivisionError("arange: a razão não pode ser zero")
    if isinstance(intervals := (stop - start) / step, complex):  # a quantidade que falta na parte em que falta menos
        intervals = min(intervals.real, intervals.imag)
    intervals = float(intervals)
    if not math.isfinite(intervals):
        raise ValueError(f"arange: de {start} a {stop}, de {step} em {step}, não há uma quantidade finita de valores")
    return max(0, math.ceil(intervals))


# --8<-- [start:progression]
def progression(start: float, stop: float, num: int, endpoint: bool) -> list[float]:
    """`num` valores igualmente espaçados de `start` a `stop`, que entra ou não.

    Examples:
        >>> progression(0.0, 1.0, 5, True), progression(0.0, 1.0, 4, False)
        ([0.0, 0.25, 0.5, 0.75, 1.0], [0.0, 0.25, 0.5, 0.75])
    """
    intervals = max(1, num - 1 if endpoint else num)
    step = (stop - start) / intervals
    if step == 0:  # intervalo tão pequeno que a divisão o perdeu: multiplique antes
        values = [i / intervals * (stop - start) + start for i in range(num)]
    else:
        values = [i * step + start for i in range(num)]
    if endpoint and num > 1:
        values[-1] = stop
    return values
# --8<-- [end:progression]


def linspace(
    start: Any,
    stop: Any,
    num: int = 50,
    endpoint: bool = True,
    retstep: bool = False,
    dtype: Any = None,
    *,
    device: str | None = None,
) -> Any:
    r"""`num` valores igualmente espaçados entre `start` e `stop`.

    Args:
        start: Primeiro valor; de um tensor, uma progressão por elemento, ao longo do primeiro eixo do resultado.
        stop: Último valor (ou, com `endpoint=False`, o que viria depois do último).
        num: Quantos valores.
        endpoint: Se `stop` entra.
        retstep: Se devolve também a distância entre dois valores vizinhos.
        dtype: Tipo dos elementos; sem ele, `float64`, ou o dos extremos, se for de ponto flutuante ou complexo.
        device: `None` ou `"cpu"`.

    Returns:
        Tensor de forma (num,), ou (num, …) se os extremos tiverem eixos; com `retstep`, também a distância.

    Raises:
        TypeError: Se `num` não for inteiro.
        ValueError: Se `num` for negativo.

    Examples:
        >>> linspace(0, 1, 5)
        array([0.  , 0.25, 0.5 , 0.75, 1.  ])
        >>> linspace(0, 1, 4, endpoint=False, retstep=True)
        (array([0.  , 0.25, 0.5 , 0.75]), np.float64(0.25))
    """
    check_device(device)
    if not hasattr(num, "__index__") or operator.index(num) < 0:
        error = ValueError if hasattr(num, "__index__") else TypeError
        raise error(f"linspace: a quantidade de valores é um inteiro que não é negativo, e não {num!r}")
    found = result_type(*(x if type(x) in WEAK else asarray(x) for x in (start, stop)))
    kind = found if found.kind in "fc" else float64
    shape = broadcast_shapes(asarray(start).shape, asarray(stop).shape)
    starts, stops = (as_numbers(x, shape, kind) for x in (start, stop))
    columns = [progression(a, b, num, endpoint) for a, b in zip(starts, stops)]
    values = [column[i] for i in range(num) for column in columns]
    target = kind if dtype is None else dtype_named(dtype)
    if target.kind in "iu" and kind.kind == "f":
        values = [math.floor(value) if math.isfinite(value) else value for value in values]
    result = from_values(cast(values, kind, target), (num, *shape), target)
    if not retstep:
        return result
    intervals = num - 1 if endpoint else num
    if intervals < 1:
        return result, math.nan
    return result, from_values([(b - a) / intervals for a, b in zip(starts, stops)], shape, kind)[()]


def as_numbers(x: Any, shape: tuple[int, ...], kind: DType) -> list[Any]:
    """Elementos de `x`, repetido até a forma `shape`, como números de ponto flutuante ou complexos."""
    x = asarray(x)
    return cast(read_all(x.storage, shape, broadcast_steps(x.shape, x.steps, shape), x.offset), x.dtype, kind)


# --8<-- [start:logspace]
def logspace(
    start: Any, stop: Any, num: int = 50, endpoint: bool = True, base: Any = 10.0, dtype: Any = None
) -> Tensor:
    r"""`num` valores cujos **expoentes** são igualmente espaçados: $\text{base}^{e_i}$, de `start` a `stop`.

    Args:
        start: Primeiro expoente.
        stop: Último expoente (ou, com `endpoint=False`, o que viria depois do último).
        num: Quantos valores.
        endpoint: Se `stop` entra.
        base: O número que se eleva.
        dtype: Tipo dos elementos; sem ele, como em `linspace`.

    Raises:
        TypeError: Se `num` não for inteiro.
        ValueError: Se `num` for negativo.

    Examples:
        >>> logspace(-3, 0, 4)
        array([0.001, 0.01 , 0.1  , 1.   ])
    """
    exponents = linspace(start, stop, num, endpoint)
    values = asarray(base, result_type(exponents, base)) ** exponents
    return values if dtype is None else astype(values, dtype)
# --8<-- [end:logspace]


# --8<-- [start:geomspace]
def geomspace(start: Any, stop: Any, num: int = 50, endpoint: bool = True, dtype: Any = None) -> Tensor:
    r"""Progressão geométrica: `num` valores de `start` a `stop`, cada um o anterior vezes a mesma razão.

    Entre complexos, a razão gira e estica, e os valores seguem uma espiral.

    Args:
        start: Primeiro valor, diferente de zero.
        stop: Último valor (ou, com `endpoint=False`, o que viria depois do último), com o sinal do primeiro.
        num: Quantos valores.
        endpoint: Se `stop` entra.
        dtype: Tipo dos elementos; sem ele, como em `linspace`.

    Raises:
        ValueError: Se um dos extremos for zero, se os reais não tiverem o mesmo sinal, ou se `num` for negativo.
        TypeError: Se `num` não for inteiro.

    Examples:
        >>> geomspace(1, 16, 5)
        array([ 1.,  2.,  4.,  8., 16.])
    """
    kind = result_type(asarray(start), asarray(stop), 0.0)
    turning = kind.kind == "c"
    first: Any = complex(start) if turning else float(start)
    last: Any = complex(stop) if turning else float(stop)
    if first == 0 or last == 0:
        raise ValueError("geomspace: uma progressão geométrica não passa pelo zero")
    sign = first / abs(first) if turning else math.copysign(1.0, first)
    if not turning and last / sign < 0:
        raise ValueError(f"geomspace: de {start} a {stop} há uma troca de sinal")
    final = cmath.log10(last / sign) if turning else math.log10(last / sign)
    exponents = linspace(math.log10(abs(first)), final, num, endpoint)
    values = [sign * 10.0**exponent for exponent in exponents.elements()]
    values[:1] = [first][:num]
    if endpoint and num > 1:
        values[-1] = last
    return astype(from_values(values, (num,), complex128 if turning else float64), kind if dtype is None else dtype)
# --8<-- [end:geomspace]
