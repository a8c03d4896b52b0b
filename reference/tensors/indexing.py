"""Índices: que casas da memória um `x[...]` escolhe.

Um inteiro fixa um eixo, uma fatia o encurta ou o percorre ao contrário, `newaxis` põe um eixo de tamanho 1, `...`
completa os que faltam: tudo isso é outra conta com passos e início, e por isso o resultado é uma *vista* da mesma
memória. Listas de inteiros e máscaras escolhem casas sem regularidade nenhuma: aí o resultado é uma cópia.
"""

import operator
from collections.abc import Sequence
from typing import Any, NamedTuple

from reference.tensors.layout import Shape, broadcast_steps, common_shape, contiguous_steps, lines, offsets
from reference.tensors.nested import flatten, nested_shape

newaxis = None

RULE = "um índice é feito de inteiros, fatias (':'), '...', newaxis (None), listas de inteiros ou máscaras"


class View(NamedTuple):
    """Um jeito de percorrer a memória: forma, passo de cada eixo e casa de início."""

    shape: Shape
    steps: Shape
    offset: int


class Picked(NamedTuple):
    """Índice dado como lista ou tensor: a forma e os valores, que são posições ou, numa máscara, sim e não."""

    shape: Shape
    values: list[Any]
    mask: bool


class Selection(NamedTuple):
    """O que um índice com listas ou máscaras escolhe: a forma do resultado e as linhas da memória que o compõem."""

    shape: Shape
    starts: list[int]
    length: int
    step: int


def check_index(index: int, axis: int, length: int) -> int:
    """Índice contado do começo; negativo conta do fim.

    Raises:
        IndexError: Se não houver essa posição no eixo.

    Examples:
        >>> check_index(-1, 0, 3)
        2
    """
    if not -length <= index < length:
        raise IndexError(f"índice {index} fora do eixo {axis}, que tem tamanho {length}")
    return index + length if index < 0 else index


# --8<-- [start:place]
def place(indices: Sequence[int], shape: Shape, steps: Shape, start: int) -> int:
    """Casa do elemento de índices `indices`, um inteiro por eixo.

    Examples:
        >>> place((1, -1), (2, 3), (3, 1), 0)
        5
    """
    for axis, i in enumerate(indices):
        start += check_index(i, axis, shape[axis]) * steps[axis]
    return start
# --8<-- [end:place]


def is_boolean(item: Any) -> bool:
    """Se o item é um só sim ou não, do Python ou de um tensor sem eixos."""
    return isinstance(item, bool) or (getattr(item, "shape", None) == () and item.dtype.kind == "b")


def whole(item: Any) -> int:
    """Inteiro que o item vale como índice.

    Raises:
        IndexError: Se não valer nenhum.
    """
    try:
        return operator.index(item)
    except TypeError:
        raise IndexError(f"{RULE}; {item!r} não é nada disso") from None


def parse(item: Any) -> Any:
    """Um item do índice: `None`, `...` ou fatia, como veio; inteiro; ou `Picked`, se for lista, tensor ou booleano.

    Raises:
        IndexError: Se não for nada disso.

    Examples:
        >>> parse([0, 2]), parse([True, False])
        (Picked(shape=(2,), values=[0, 2], mask=False), Picked(shape=(2,), values=[True, False], mask=True))
    """
    if type(item) is int or item is None or item is Ellipsis or isinstance(item, slice):
        return item
    if is_boolean(item):
        return Picked((), [bool(item)], True)
    shape = nested_shape(item)
    if not shape:
        return whole(item)
    values = flatten(item, len(shape))
    if hasattr(item, "dtype"):
        if item.dtype.kind not in "biu":
            raise IndexError(f"{RULE}; um tensor {item.dtype} não é nada disso")
        return Picked(shape, values, item.dtype.kind == "b")
    if values and all(map(is_boolean, values)):
        return Picked(shape, values, True)
    return Picked(shape, [whole(value) for value in values], False)


def axes_used(item: Any) -> int:
    """Quantos eixos do tensor o item consome: um; nenhum, se é `newaxis` ou `...`; numa máscara, os eixos dela."""
    if isinstance(item, Picked) and item.mask:
        return len(item.shape)
    return int(item is not None and item is not Ellipsis)


def expand(key: Any, ndim: int) -> list[Any]:
    """Itens do índice, com as fatias inteiras que faltam no lugar do `...` (ou no fim, se ele não está).

    Um `...` a que não falta nada continua na lista: não escolhe nada, mas separa os vizinhos.

    Raises:
        IndexError: Se houver itens demais, ou mais de um `...`.

    Examples:
        >>> expand((..., 0), 3)
        [slice(None, None, None), slice(None, None, None), 0]
    """
    items = [parse(item) for item in (key if isinstance(key, tuple) else (key,))]
    used = sum(map(axes_used, items))
    if used > ndim:
        raise IndexError(f"índices demais: o tensor tem {ndim} eixo(s) e {used} foram indexados")
    rest: list[Any] = [slice(None)] * (ndim - used)
    dots = [position for position, item in enumerate(items) if item is Ellipsis]
    if len(dots) > 1:
        raise IndexError("um índice só pode ter um '...'")
    return items[: dots[0]] + (rest or [Ellipsis]) + items[dots[0] + 1 :] if dots else items + rest


def is_basic(items: Sequence[Any]) -> bool:
    """Se só há inteiros, fatias, `...` e `newaxis`: o resultado é uma vista."""
    return not any(isinstance(item, Picked) for item in items)


# --8<-- [start:view]
def view(items: Sequence[Any], source: View) -> View:
    """Vista escolhida por inteiros, fatias e `newaxis`: a mesma memória, outra conta.

    Um inteiro anda até a posição, e o eixo some; uma fatia anda até o começo dela e multiplica o passo; `newaxis` põe
    um eixo de tamanho 1.

    Examples:
        >>> view([1, slice(None, None, -1)], View((2, 3), (3, 1), 0))
        View(shape=(3,), steps=(-1,), offset=5)

    [Notas: Fatiamento de tensores]
    """
    shape, steps, start, axis = [], [], source.offset, 0
    for item in items:
        if item is None:
            shape.append(1)
            steps.append(0)
        elif isinstance(item, slice):
            chosen = positions(item, source.shape[axis])
            start += chosen.start * source.steps[axis] if chosen else 0
            shape.append(len(chosen))
            steps.append(chosen.step * source.steps[axis])
            axis += 1
        elif item is not Ellipsis:
            start += check_index(item, axis, source.shape[axis]) * source.steps[axis]
            axis += 1
    return View(tuple(shape), tuple(steps), start)
# --8<-- [end:view]


def positions(item: slice, length: int) -> range:
    """Posições que uma fatia escolhe num eixo de tamanho `length`: é o Python que as sabe contar.

    Raises:
        TypeError: Se o começo, o fim ou o passo não for inteiro.
        ValueError: Se o passo for zero.

    Examples:
        >>> positions(slice(None, None, -2), 5)
        range(4, -1, -2)
    """
    try:
        return range(length)[item]
    except (TypeError, ValueError) as error:
        bounds = ":".join("" if part is None else str(part) for part in (item.start, item.stop, item.step))
        raise type(error)(f"fatia {bounds}: começo, fim e passo são inteiros, e o passo não é zero") from None


def true_places(item: Picked, axis: int, shape: Shape) -> list[Picked]:
    """Máscara trocada por uma lista de posições para cada eixo que ela cobre; a vazia não escolhe nada de eixo nenhum.

    Raises:
        IndexError: Se os tamanhos da máscara não forem os dos eixos.

    Examples:
        >>> true_places(Picked((3,), [True, False, True], True), 0, (3,))
        [Picked(shape=(2,), values=[0, 2], mask=False)]
    """
    for k, n in enumerate(item.shape, start=axis):
        if n not in (0, shape[k]):
            raise IndexError(f"a máscara tem tamanho {n} onde o eixo {k} do tensor tem tamanho {shape[k]}")
    chosen = [i for i, value in enumerate(item.values) if value]
    walk = zip(item.shape, contiguous_steps(item.shape))
    return [Picked((len(chosen),), [i // step % n for i in chosen], False) for n, step in walk]


def repeat_indices(indices: Sequence[Picked]) -> tuple[Shape, list[list[int]]]:
    """Repete as listas de posições até que todas tenham a mesma forma.

    Raises:
        IndexError: Se as formas não combinarem.

    Examples:
        >>> repeat_indices([Picked((2, 1), [0, 1], False), Picked((2,), [5, 6], False)])
        ((2, 2), [[0, 0, 1, 1], [5, 6, 5, 6]])
    """
    try:
        shape = common_shape(*(index.shape for index in indices))
    except ValueError as error:
        raise IndexError(f"índice: {error}") from None
    walks = [offsets(shape, broadcast_steps(i.shape, contiguous_steps(i.shape), shape)) for i in indices]
    return shape, [[index.values[i] for i in walk] for index, walk in zip(indices, walks)]


# --8<-- [start:select]
def select(items: Sequence[Any], source: View) -> Selection:
    """Casas escolhidas por um índice em que há listas de inteiros ou máscaras.

    As listas são repetidas até terem a mesma forma e percorridas juntas: `x[[0, 1], [2, 3]]` são dois elementos,
    $x_{02}$ e $x_{13}$. O eixo delas fica onde estavam, se eram vizinhas, e na frente de todos, se não eram.

    Raises:
        IndexError: Se uma posição não existir, se as formas das listas não combinarem ou se a máscara não couber.

    [Notas: Fatiamento de tensores]
    """
    kept: list[tuple[Any, range]] = []  # o que fica para a vista, com os seus eixos
    picked: list[tuple[Picked, int | None]] = []  # o que escolhe posições, com o seu eixo
    spots, axis = [], 0
    for spot, item in enumerate(items):
        axes = range(axis, axis + axes_used(item))
        axis = axes.stop
        if item is None or item is Ellipsis or isinstance(item, slice):
            kept.append((item, axes))
            continue
        spots.append(spot)
        if isinstance(item, int):
            picked.append((Picked((), [check_index(item, axes[0], source.shape[axes[0]])], False), axes[0]))
        elif not item.mask:
            picked.append((item, axes[0]))
        elif axes:
            picked += zip(true_places(item, axes[0], source.shape), axes)
        else:  # um só sim ou não: um eixo novo, com um elemento ou nenhum
            picked.append((Picked((int(item.values[0]),), [0] * item.values[0], False), None))
    own = [a for _, axes in kept for a in axes]
    rest = view(
        [item for item, _ in kept],
        View(tuple(source.shape[a] for a in own), tuple(source.steps[a] for a in own), source.offset),
    )
    shape, columns = repeat_indices([index for index, _ in picked])
    chosen = [0] * len(columns[0])
    for column, (_, a) in zip(columns, picked):
        if a is not None:
            n, step = source.shape[a], source.steps[a]
            chosen = [start + check_index(i, a, n) * step for start, i in zip(chosen, column)]
    neighbours = spots[-1] - spots[0] == len(spots) - 1
    before = sum(item is not Ellipsis for item in items[: spots[0]]) if neighbours else 0
    return arrange(rest, before, shape, chosen)
# --8<-- [end:select]


def arrange(rest: View, before: int, shape: Shape, chosen: list[int]) -> Selection:
    """Põe os eixos das listas depois dos `before` primeiros da vista e anota onde começa cada linha do resultado."""
    front = offsets(rest.shape[:before], rest.steps[:before], rest.offset)
    inner = rest.shape[before:]
    length, (step,), starts = lines(inner, (0, rest.steps[before:]))
    back = [start for (start,) in starts]
    if step == 0:  # uma casa repetida não é uma linha: elemento por elemento
        length, step, back = 1, 1, offsets(inner, rest.steps[before:])
    full = (*rest.shape[:before], *shape, *inner)
    return Selection(full, [a + b + c for a in front for b in chosen for c in back], length, step)
