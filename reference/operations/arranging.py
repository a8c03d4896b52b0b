r"""Virar, deslocar, repetir e emoldurar: os mesmos elementos, em outra disposição.

Virar é uma vista com o passo negativo; deslocar e pôr moldura são emendas de fatias; repetir é escolher a mesma posição
mais de uma vez. Em cada função, o caso de um eixo é a ideia toda; o de vários é repeti-lo eixo a eixo.
"""

import operator
from collections.abc import Sequence
from typing import Any

from reference.operations.broadcasting import broadcast_arrays, broadcast_to
from reference.operations.joining import concat
from reference.operations.linewise import flat_or
from reference.operations.reductions import normalize_axes
from reference.operations.reshaping import ravel, reshape, swapaxes
from reference.operations.selecting import positions, take
from reference.tensors.creation import as_shape, asarray, astype, full
from reference.tensors.creation import copy as copy_tensor
from reference.tensors.tensor import Tensor


# --8<-- [start:flip]
def flip(x: Any, axis: Any = None) -> Tensor:
    """Vista de trás para a frente ao longo dos eixos; sem `axis`, de todos.

    Args:
        x: Tensor.
        axis: Eixo, ou tupla de eixos.

    Raises:
        AxisError: Se `x` não tiver o eixo.

    Examples:
        >>> flip([[1, 2], [3, 4]], axis=1)
        array([[2, 1],
               [4, 3]])

    [Notas: Aumento de dados]
    """
    x = asarray(x)
    axes = normalize_axes("flip", axis, x.ndim)
    return x[tuple(slice(None, None, -1 if a in axes else 1) for a in range(x.ndim))]  # type: ignore[no-any-return]
# --8<-- [end:flip]


def fliplr(x: Any) -> Tensor:
    """Espelha da esquerda para a direita: vira o eixo 1.

    Raises:
        ValueError: Se houver menos de dois eixos.

    Examples:
        >>> fliplr([[1, 2], [3, 4]])
        array([[2, 1],
               [4, 3]])
    """
    return flip(x, 1)


def flipud(x: Any) -> Tensor:
    """Espelha de cima para baixo: vira o eixo 0.

    Raises:
        ValueError: Se não houver eixos.

    Examples:
        >>> flipud([[1, 2], [3, 4]])
        array([[3, 4],
               [1, 2]])
    """
    return flip(x, 0)


# --8<-- [start:rot90]
def rot90(x: Any, k: int = 1, axes: Sequence[int] = (0, 1)) -> Tensor:
    """Vista girada `k` quartos de volta no plano de dois eixos, do primeiro para o segundo.

    Girar um quarto de volta é virar o segundo eixo e trocar os dois.

    Args:
        x: Tensor de ao menos dois eixos.
        k: Quantos quartos de volta; negativo, no sentido contrário.
        axes: Os dois eixos do plano.

    Raises:
        ValueError: Se os eixos não forem dois diferentes.

    Examples:
        >>> rot90([[1, 2], [3, 4]])
        array([[2, 4],
               [1, 3]])
    """
    x = asarray(x)
    if len(axes) != 2:
        raise ValueError(f"rot90: um plano tem dois eixos, e não {len(axes)}")
    first, second = normalize_axes("rot90", tuple(axes), x.ndim)
    for _ in range(k % 4):
        x = swapaxes(flip(x, second), first, second)
    return x[...]  # type: ignore[no-any-return]
# --8<-- [end:rot90]


# --8<-- [start:roll]
def roll(x: Any, shift: Any, axis: Any = None) -> Tensor:
    """Cópia deslocada `shift` posições; o que sai de um lado entra do outro.

    Args:
        x: Tensor.
        shift: Quantas posições, ou uma sequência: uma quantidade por eixo.
        axis: Eixo ou eixos; `None` desloca o tensor enfileirado e lhe devolve a forma.

    Raises:
        AxisError: Se `x` não tiver o eixo.
        ValueError: Se `shift` e `axis` não forem tantos um quanto o outro.

    Examples:
        >>> roll([1, 2, 3, 4], 1)
        array([4, 1, 2, 3])
        >>> roll([[1, 2, 3], [4, 5, 6]], 1, axis=1)
        array([[3, 1, 2],
               [6, 4, 5]])

    [Notas: Aumento de dados]
    """
    x = asarray(x)
    if axis is None:
        return reshape(roll(ravel(x), shift, 0), x.shape)
    axes = [normalize_axes("roll", a, x.ndim)[0] for a in ravel(axis).tolist()]
    pairs = broadcast_arrays(ravel(asarray(shift, int)), axes)
    result = copy_tensor(x)
    for s, a in zip(*(pair.tolist() for pair in pairs)):
        before = (slice(None),) * a
        cut = -s % x.shape[a] if x.size else 0
        result = concat([result[(*before, slice(cut, None))], result[(*before, slice(None, cut))]], axis=a)
    return result
# --8<-- [end:roll]


def tile(x: Any, reps: Any) -> Tensor:
    """Ladrilho: `x` inteiro repetido `reps` vezes ao longo de cada eixo.

    Args:
        x: Tensor.
        reps: Quantas vezes; uma sequência fala dos últimos eixos, e o que faltar em `x` ou nela conta como 1.

    Raises:
        ValueError: Se um número de vezes for negativo.
        TypeError: Se não for inteiro.

    Examples:
        >>> tile([1, 2], 3)
        array([1, 2, 1, 2, 1, 2])
        >>> tile([1, 2], (2, 2))
        array([[1, 2, 1, 2],
               [1, 2, 1, 2]])
    """
    x, times = asarray(x), as_shape(reps)
    times = (1,) * (x.ndim - len(times)) + times
    result = copy_tensor(reshape(x, (1,) * (len(times) - x.ndim) + x.shape))
    for axis, n in enumerate(times):
        result = take(result, list(range(result.shape[axis])) * n, axis)
    return result


# --8<-- [start:repeat]
def repeat(x: Any, repeats: Any, axis: int | None = None) -> Tensor:
    """Cada elemento repetido em seguida, ao longo do eixo.

    Args:
        x: Tensor.
        repeats: Quantas vezes; um número, ou um por posição do eixo.
        axis: Eixo; `None` enfileira antes.

    Raises:
        ValueError: Se houver números de repetições demais ou de menos, ou negativos.
        TypeError: Se forem um tensor de números de ponto flutuante.

    Examples:
        >>> repeat([1, 2, 3], 2)
        array([1, 1, 2, 2, 3, 3])
        >>> repeat([[1, 2], [3, 4]], [1, 2], axis=0)
        array([[1, 2],
               [3, 4],
               [3, 4]])
    """
    x, axis = flat_or(x, axis)
    (axis,) = normalize_axes("repeat", axis, x.ndim)
    counts = broadcast_to(positions("repeat", repeats), (x.shape[axis],)).tolist()
    if any(n < 0 for n in counts):
        raise ValueError(f"repeat: nada se repete um número negativo de vezes: {counts}")
    chosen = [i for i, n in enumerate(counts) for _ in range(n)]
    return take(x, chosen, axis)  # type: ignore[no-any-return]
# --8<-- [end:repeat]


# --8<-- [start:pad]
def pad(x: Any, pad_width: Any, mode: str = "constant", *, constant_values: Any = 0) -> Tensor:
    """Tensor com uma moldura em volta, posta eixo a eixo.

    Args:
        x: Tensor.
        pad_width: Largura da moldura: um número; um par (antes, depois) para todos os eixos; ou um par por eixo.
        mode: `"constant"` (um valor), `"edge"` (repete a borda), `"reflect"` (espelha, sem repetir a borda),
            `"symmetric"` (espelha, repetindo a borda) ou `"wrap"` (dá a volta).
        constant_values: Valor da moldura no modo `"constant"`, ou pares deles, como em `pad_width`.

    Raises:
        ValueError: Se o modo não for um desses, se a largura não combinar com os eixos ou se for negativa.
        TypeError: Se a largura não for de inteiros.

    Examples:
        >>> pad([[1, 2], [3, 4]], 1)
        array([[0, 0, 0, 0],
               [0, 1, 2, 0],
               [0, 3, 4, 0],
               [0, 0, 0, 0]])
        >>> pad([1, 2, 3], (2, 1), mode="reflect")
        array([3, 2, 1, 2, 3, 2])

    [Notas: Redes convolucionais]
    """
    x, widths = asarray(x), asarray(pad_width)
    check_padding(x, widths, mode)
    values = broadcast_to(astype(asarray(constant_values), x.dtype), (x.ndim, 2))
    for axis, (before, after) in enumerate(broadcast_to(widths, (x.ndim, 2)).tolist()):
        length = x.shape[axis]
        if mode == "constant":
            start, end = ((*x.shape[:axis], n, *x.shape[axis + 1 :]) for n in (before, after))
            x = concat([full(start, values[axis, 0]), x, full(end, values[axis, 1])], axis=axis)
        elif before or after:
            x = take(x, [mirrored(i, length, mode) for i in range(-before, length + after)], axis)
    return x  # type: ignore[no-any-return]
# --8<-- [end:pad]


def check_padding(x: Tensor, widths: Tensor, mode: str) -> None:
    """Confere o modo e a largura de uma moldura.

    Raises:
        ValueError: Se o modo não existir, se a largura não combinar com os eixos ou se for negativa.
        TypeError: Se a largura não for de inteiros.
    """
    if widths.dtype.kind not in "iu":
        raise TypeError(f"pad: a largura da moldura é de inteiros, e não {widths.dtype}")
    if mode not in ("constant", "edge", "reflect", "symmetric", "wrap"):
        raise ValueError(f"pad: o modo {mode!r} não existe aqui; há constant, edge, reflect, symmetric e wrap")
    if any(n < 0 for n in widths.elements()):
        raise ValueError(f"pad: a largura da moldura não pode ser negativa: {widths}")
    pairs = broadcast_to(widths, (x.ndim, 2)).tolist()
    if mode != "constant" and any(n == 0 and any(pair) for n, pair in zip(x.shape, pairs)):
        raise ValueError(f"pad: num eixo vazio não há o que repetir; a forma é {x.shape}")


# --8<-- [start:mirrored]
def mirrored(i: int, length: int, mode: str) -> int:
    """Posição de dentro que aparece na posição `i` da moldura.

    Um espelho na frente do outro repete a linha para sempre: na ida, na volta, na ida, …

    Examples:
        >>> [mirrored(i, 3, "reflect") for i in range(-2, 6)]
        [2, 1, 0, 1, 2, 1, 0, 1]
        >>> [mirrored(i, 3, "symmetric") for i in range(-2, 6)]
        [1, 0, 0, 1, 2, 2, 1, 0]
    """
    if mode == "edge":
        return min(max(i, 0), length - 1)
    if mode == "wrap" or length == 1:
        return i % length
    edge = operator.index(mode == "symmetric")  # a borda aparece uma vez a mais
    i %= 2 * length - 2 + 2 * edge
    return i if i < length else 2 * length - 2 + edge - i
# --8<-- [end:mirrored]
