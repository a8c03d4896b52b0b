r"""Como um tensor de qualquer ordem cabe numa fileira de memória.

O elemento de índice $(i_0, \dots, i_{n-1})$ mora na casa $\text{offset} + \sum_k i_k\,\text{step}_k$: um passo por
eixo. Transpor, fatiar e repetir são só outra escolha de passos; os dados não se movem. Este módulo é a aritmética
disso, e nela não há nenhum tensor: só formas, passos e casas.
"""

import math
import operator
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from reference.tensors.casting import Storage

Shape = tuple[int, ...]

remembered = lru_cache(maxsize=4096)
"""Um programa repete as mesmas formas milhares de vezes: o que só depende delas se calcula uma vez e se guarda."""


def size_of(shape: Sequence[int]) -> int:
    """Número de elementos de um tensor desta forma: o produto dos tamanhos dos eixos.

    Examples:
        >>> size_of((3, 4)), size_of(())
        (12, 1)
    """
    return math.prod(shape)


# --8<-- [start:contiguous_steps]
@remembered
def contiguous_steps(shape: Shape) -> Shape:
    r"""Passos de um tensor guardado linha a linha: $\text{step}_k = \prod_{j>k} n_j$.

    Examples:
        >>> contiguous_steps((2, 3, 4))
        (12, 4, 1)

    [Notas: Representação de tensores]
    """
    steps, step = [], 1
    for length in reversed(shape):
        steps.append(step)
        step *= length
    return tuple(reversed(steps))
# --8<-- [end:contiguous_steps]


@remembered
def is_contiguous(shape: Shape, steps: Shape) -> bool:
    """Se percorrer os índices em ordem é percorrer a memória casa a casa.

    Eixos de tamanho 1 não contam (o passo deles nunca é dado), e um tensor sem elementos é sempre contíguo.

    Examples:
        >>> is_contiguous((2, 3), (3, 1)), is_contiguous((3, 2), (1, 3))
        (True, False)
    """
    expected = contiguous_steps(shape)
    return 0 in shape or all(n == 1 or a == b for n, a, b in zip(shape, steps, expected, strict=True))


# --8<-- [start:offsets]
def offsets(shape: Sequence[int], steps: Sequence[int], start: int = 0) -> list[int]:
    """Casa de cada elemento, na ordem dos índices (o último eixo varia mais depressa).

    Examples:
        >>> offsets((2, 3), (3, 1))
        [0, 1, 2, 3, 4, 5]
        >>> offsets((3, 2), (1, 3))
        [0, 3, 1, 4, 2, 5]
    """
    places = [start]
    for length, step in zip(shape, steps, strict=True):
        places = [place + i * step for place in places for i in range(length)]
    return places
# --8<-- [end:offsets]


# --8<-- [start:broadcast_shapes]
def broadcast_shapes(*shapes: int | Sequence[int]) -> Shape:
    r"""Forma comum a que todas as formas podem ser repetidas.

    Alinhadas pelo último eixo, duas formas combinam quando, em cada eixo, os tamanhos são iguais ou um deles é 1; eixo
    que falta conta como 1.

    Args:
        shapes: Formas, como tuplas de inteiros; um inteiro sozinho é a forma de um vetor.

    Returns:
        A forma do resultado.

    Raises:
        ValueError: Se num eixo houver dois tamanhos diferentes, ambos diferentes de 1.

    Examples:
        >>> broadcast_shapes((32, 10), (10,))
        (32, 10)
        >>> broadcast_shapes((3, 1), (1, 4))
        (3, 4)

    [Notas: Broadcasting]
    """
    return common_shape(*(tuple(map(operator.index, (s,) if isinstance(s, int) else s)) for s in shapes))


@remembered
def common_shape(*shapes: Shape) -> Shape:
    """O mesmo que `broadcast_shapes`, de formas que já são tuplas.

    Raises:
        ValueError: Se as formas não combinarem.
    """
    ndim = max(map(len, shapes), default=0)
    result = [1] * ndim
    for shape in shapes:
        for axis, length in enumerate(shape, start=ndim - len(shape)):
            if result[axis] not in (1, length) and length != 1:
                every = " e ".join(map(str, shapes))
                raise ValueError(
                    f"broadcasting: as formas {every} não combinam: eixo {axis} com {result[axis]} e {length}"
                )
            if length != 1:
                result[axis] = length
    return tuple(result)
# --8<-- [end:broadcast_shapes]


# --8<-- [start:broadcast_steps]
@remembered
def broadcast_steps(shape: Shape, steps: Shape, target: Shape) -> Shape:
    """Passos que percorrem um tensor como se ele tivesse a forma `target`: onde ele se repete, o passo é zero.

    Raises:
        ValueError: Se `shape` não puder ser repetida até `target`.

    Examples:
        >>> broadcast_steps((3, 1), (1, 1), (2, 3, 4))
        (0, 1, 0)

    [Notas: Broadcasting]
    """
    new_axes = len(target) - len(shape)
    if new_axes < 0 or any(n not in (1, m) for n, m in zip(shape, target[new_axes:], strict=True)):
        raise ValueError(f"broadcasting: a forma {shape} não pode ser repetida até {target}")
    own = [0 if n == 1 else step for n, step in zip(shape, steps, strict=True)]
    return (*[0] * new_axes, *own)
# --8<-- [end:broadcast_steps]


@remembered
def merge_axes(shape: Shape, *operands: Shape) -> tuple[Shape, tuple[Shape, ...]]:
    """Junta num eixo só os eixos vizinhos que todos os operandos percorrem sem pular.

    Dois eixos são um quando dar `n` passos no de dentro é dar um passo no de fora. Eixos de tamanho 1 somem.

    Args:
        shape: Forma comum a todos.
        operands: Passos de cada operando, um por eixo.

    Returns:
        A forma com menos eixos (ao menos um) e os passos de cada operando nela.

    Examples:
        >>> merge_axes((2, 3, 4), (12, 4, 1))
        ((24,), ((1,),))
        >>> merge_axes((2, 3), (3, 1), (0, 1))
        ((2, 3), ((3, 1), (0, 1)))
    """
    lengths: list[int] = []
    merged: list[list[int]] = [[] for _ in operands]
    for axis, length in enumerate(shape):
        if length == 1:
            continue
        if lengths and all(m[-1] == length * steps[axis] for m, steps in zip(merged, operands, strict=True)):
            lengths[-1] *= length
            for m, steps in zip(merged, operands, strict=True):
                m[-1] = steps[axis]
        else:
            lengths.append(length)
            for m, steps in zip(merged, operands, strict=True):
                m.append(steps[axis])
    return (tuple(lengths), tuple(map(tuple, merged))) if lengths else ((1,), ((1,),) * len(operands))


# --8<-- [start:lines]
def lines(shape: Shape, *operands: tuple[int, Shape]) -> tuple[int, list[int], Iterator[tuple[int, ...]]]:
    """Corta vários tensores de mesma forma em linhas que se percorrem juntas.

    Args:
        shape: Forma comum.
        operands: De cada tensor, a casa em que começa e os passos.

    Returns:
        O tamanho de uma linha, o passo de cada operando dentro dela e, linha a linha, a casa em que cada um começa.

    Examples:
        >>> length, steps, starts = lines((2, 3), (0, (3, 1)), (0, (0, 1)))
        >>> length, steps, list(starts)
        (3, [1, 1], [(0, 0), (3, 0)])
    """
    if 0 in shape:
        return 0, [1] * len(operands), iter(())
    lengths, merged = merge_axes(shape, *(steps for _, steps in operands))
    starts = [offsets(lengths[:-1], steps[:-1], start) for (start, _), steps in zip(operands, merged, strict=True)]
    return lengths[-1], [steps[-1] for steps in merged], zip(*starts, strict=True)
# --8<-- [end:lines]


def stretch(start: int, length: int, step: int) -> slice:
    """Fatia da memória com as casas `start`, `start + step`, …, ao todo `length`; o passo não é zero."""
    stop = start + length * step
    return slice(start, stop if stop >= 0 else None, step)


def read(storage: Storage, start: int, length: int, step: int) -> list[Any]:
    """Uma linha da memória, como lista de números do Python; passo zero repete a mesma casa.

    Examples:
        >>> read([10, 20, 30, 40], 3, 2, -2), read([10, 20], 1, 3, 0)
        ([40, 20], [20, 20, 20])
    """
    if step == 0:
        return [storage[start]] * length
    line: Any = storage[stretch(start, length, step)]
    return line if isinstance(line, list) else line.tolist()


def read_all(storage: Storage, shape: Shape, steps: Shape, start: int) -> list[Any]:
    """Todos os elementos, na ordem dos índices.

    Examples:
        >>> read_all([1, 2, 3, 4, 5, 6], (3, 2), (1, 3), 0)
        [1, 4, 2, 5, 3, 6]
    """
    length, (step,), starts = lines(shape, (start, steps))
    values: list[Any] = []
    for (place,) in starts:
        values += read(storage, place, length, step)
    return values
