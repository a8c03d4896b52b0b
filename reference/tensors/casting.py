r"""Conversão: o que acontece com um número ao mudar de tipo, e como ele entra na memória.

Há dois jeitos de um número entrar num tensor. Um número do Python é conferido: `300` não cabe em `uint8`, e é um erro.
Os elementos de outro tensor são convertidos sem perguntas, como o processador faz: a fração é cortada, `float32`
arredonda e um inteiro grande demais **dá a volta**.
"""

from array import array
from typing import Any

from reference.tensors.complexes import Pairs, pack_pairs, typed, without_imaginary
from reference.tensors.dtypes import DTYPES, DType, bounds, float64, int32, int64

Storage = list[Any] | memoryview | Pairs
"""Uma fileira de memória: `memoryview` tipada; de complexos, pares; de objetos do Python, lista."""

LIMITS = {d.name: bounds(d) for d in DTYPES if d.kind in "iu"}
"""Menor e maior valor de cada tipo inteiro."""

TRUTH = bytes([0, *[1] * 255])
"""O que cada byte vale como booleano: só o zero é falso."""


# --8<-- [start:wrap]
def wrap(values: list[int], d: DType) -> list[int]:
    """O que fica de inteiros nos bits de `d`: quem passa do maior volta ao menor, como um hodômetro.

    Examples:
        >>> wrap([256, -1], uint8), wrap([128], int8)
        ([0, 255], [-128])
    """
    low, high = bounds(d)
    turn = high - low + 1
    return [(value - low) % turn + low for value in values]
# --8<-- [end:wrap]


# --8<-- [start:fit]
def fit(value: Any, d: DType) -> Any:
    """Valor do Python convertido para `d`, conferindo se cabe.

    Raises:
        OverflowError: Se um inteiro não couber em `d`.
        ValueError: Se `nan` tivesse de virar inteiro, ou um texto que não é número.
        TypeError: Se não for um número, ou se for complexo e `d`, real.

    Examples:
        >>> fit(2.7, int64), fit(1, float64), fit(3, bool_)
        (2, 1.0, True)
        >>> fit(300, uint8)
        Traceback (most recent call last):
        OverflowError: o inteiro 300 não cabe em uint8, que vai de 0 a 255
    """
    if d.kind == "O":
        return value
    if d.kind == "b":
        return bool(value)
    try:
        if d.kind in "fc":
            return float(value) if d.kind == "f" else complex(value)
        number = int(value)
    except TypeError:
        advice = "; se é a parte real que se quer, .real" if isinstance(value, complex) else ""
        raise TypeError(f"{value!r} não pode virar um número do tipo {d}{advice}") from None
    except (ValueError, OverflowError) as error:
        raise type(error)(f"{value!r} não pode virar um número do tipo {d}") from None
    low, high = bounds(d)
    if not low <= number <= high:
        raise OverflowError(f"o inteiro {number} não cabe em {d}, que vai de {low} a {high}")
    return number
# --8<-- [end:fit]


# --8<-- [start:truncate]
def truncate(value: float, d: DType) -> int:
    """Número de ponto flutuante sem a fração; o que nenhum inteiro representa vira o menor que há.

    `nan`, infinitos e números grandes demais não têm resposta certa, e cada processador dá a sua. A daqui é a dos mais
    comuns (x86): o menor inteiro do registrador, de 32 bits se `d` couber em 32 bits com sinal, senão de 64.

    Examples:
        >>> truncate(2.7, int8), truncate(-2.7, int8), truncate(float("nan"), int32)
        (2, -2, -2147483648)
    """
    register = int32 if d.itemsize <= 2 or d is int32 else int64
    low, high = bounds(register)[0], max(bounds(register)[1], bounds(d)[1])
    return int(value) if low - 1 < value < high + 1 else low
# --8<-- [end:truncate]


def cast(values: list[Any], source: DType, target: DType) -> list[Any]:
    """Valores de tipo `source` convertidos para a família de `target`; `pack` os fará caber nos bits dele.

    Raises:
        OverflowError: Se um objeto for um inteiro que não cabe em `target`.
        ValueError: Se um objeto não puder virar número.

    Examples:
        >>> cast([2.7, -2.7], float64, int64), cast([0, 3], int64, bool_)
        ([2, -2], [False, True])
    """
    if source.kind == target.kind or target.kind == "O":
        return values
    if source.kind == "O" and target.kind in "iu":
        low, high = bounds(target)
        if set(map(type, values)) == {int} and low <= min(values) and max(values) <= high:
            return values
        return [fit(value, target) for value in values]
    if target.kind in "bc":
        return list(map(bool if target.kind == "b" else complex, values))
    if source.kind == "c":
        values, source = without_imaginary(values), float64
    if target.kind == "f":
        return list(map(float, values))
    return [truncate(value, target) for value in values] if source.kind == "f" else list(map(int, values))


def pack(values: list[Any], d: DType) -> Any:
    """Fileira de memória do tipo `d` com `values`, que já são da família dele.

    Um número que não cabe fica como a memória o guardaria: `float32` arredonda, inteiro dá a volta.

    Examples:
        >>> pack([255 + 1, 7], uint8).tolist(), pack([0.1], float32).tolist()
        ([0, 7], [0.10000000149011612])
    """
    if d.kind in "bcO":
        if d.kind == "b":
            return memoryview(bytearray(values).translate(TRUTH)).cast("?")
        return pack_pairs(values, d) if d.kind == "c" else values.copy()
    try:
        return array(d.char, values)
    except OverflowError:
        if d.kind == "f":
            raise
        return array(d.char, wrap(values, d))


def stored(value: Any, d: DType) -> Any:
    """O número que a memória do tipo `d` devolve depois de guardar `value`.

    Examples:
        >>> stored(300, uint8), stored(0.1, float32)
        (44, 0.10000000149011612)
    """
    if d is float64:
        return float(value)
    if d.name in LIMITS:
        low, high = LIMITS[d.name]
        return int(value) if low <= value <= high else wrap([value], d)[0]
    return pack([value], d)[0]


def allocate(size: int, d: DType) -> Storage:
    """Memória nova, zerada, para `size` elementos do tipo `d`.

    Examples:
        >>> allocate(3, int32).nbytes
        12
    """
    if d.kind == "O":
        return [0] * size
    memory = memoryview(bytearray(size * d.itemsize))
    return typed(memory, d) if d.kind == "c" else memory.cast(d.char)  # type: ignore[call-overload, no-any-return]
