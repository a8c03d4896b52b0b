r"""O laço sobre os elementos: uma regra de números aplicada a tensores inteiros.

Quem soma dois tensores de qualquer forma e de qualquer ordem só precisa saber somar dois números. O laço repete cada
tensor até a forma comum (*broadcasting*), corta a memória em punhados de linhas e aplica a regra a cada elemento. Ele
está escrito uma vez, aqui, e serve a todas as operações de `universal`.
"""

import struct
from collections.abc import Callable, Iterator, Sequence
from itertools import compress
from typing import Any

from reference.tensors.assignment import assign, same_memory
from reference.tensors.casting import cast, pack
from reference.tensors.creation import asarray
from reference.tensors.dtypes import DType, bool_, can_cast
from reference.tensors.layout import Shape, broadcast_steps, merge_axes, offsets, stretch
from reference.tensors.tensor import Scalar, Tensor, empty_tensor

Line = Callable[..., list[Any]]
"""Recebe uma coluna de números por operando, todas do mesmo tamanho, e devolve a lista dos resultados."""

HANDFUL = 4096
"""Quantos elementos se tratam de cada vez: bastante para o preparo não pesar, pouco para caber na memória rápida."""


# --8<-- [start:over_lines]
def over_lines(line: Line, operands: Sequence[Tensor], kinds: Sequence[DType], out: Tensor) -> None:
    """Aplica `line` a punhados de linhas e escreve os resultados em `out`.

    Cada operando é percorrido como se tivesse a forma de `out`: onde ele se repete, o passo é zero.

    Args:
        line: A regra, para uma coluna de números por operando.
        operands: Tensores de formas que se repetem até a de `out`.
        kinds: Tipo a que os números de cada operando são convertidos antes da conta.
        out: Tensor que recebe os resultados.
    """
    walks = [(x.offset, broadcast_steps(x.shape, x.steps, out.shape)) for x in operands]
    length, (to, *steps), handfuls = cut(out.shape, (out.offset, out.steps), *walks)
    for rows, (place, *starts) in handfuls:
        columns = [
            cast(read_rows(x.storage, start, rows, length, step), x.dtype, kind)
            for x, start, step, kind in zip(operands, starts, steps, kinds)
        ]
        write_rows(out, place, rows, length, to, line(*columns))
# --8<-- [end:over_lines]


Steps = tuple[int, int]
"""Passo de uma linha à seguinte e, dentro dela, de um elemento ao seguinte."""


# --8<-- [start:cut]
def cut(shape: Shape, *operands: tuple[int, Shape]) -> tuple[int, list[Steps], Iterator[tuple[int, list[int]]]]:
    """Corta vários tensores de mesma forma em punhados de linhas que se percorrem juntos.

    Args:
        shape: Forma comum.
        operands: De cada tensor, a casa em que começa e o passo de cada eixo.

    Returns:
        O tamanho de uma linha; de cada operando, o passo entre linhas e o passo dentro delas; e, punhado a punhado,
        quantas linhas ele tem e a casa em que cada operando começa.

    Examples:
        >>> length, steps, handfuls = cut((2, 3), (0, (3, 1)), (0, (0, 1)))
        >>> length, steps, list(handfuls)
        (3, [(3, 1), (0, 1)], [(2, [0, 0])])
    """
    if 0 in shape:
        return 0, [(0, 0) for _ in operands], iter(())
    lengths, merged = merge_axes(shape, *(steps for _, steps in operands))
    if len(lengths) == 1:  # uma linha só: vale por muitas linhas de um elemento, e assim também se corta em punhados
        lengths, merged = (*lengths, 1), tuple([(step, step) for (step,) in merged])
    *outer, rows, length = lengths
    steps = [(walk[-2], walk[-1]) for walk in merged]
    begins = zip(*(offsets(outer, walk[:-2], start) for (start, _), walk in zip(operands, merged)))
    height = max(1, HANDFUL // length)

    def handfuls() -> Iterator[tuple[int, list[int]]]:
        for places in begins:
            for row in range(0, rows, height):
                yield min(height, rows - row), [place + row * down for place, (down, _) in zip(places, steps)]

    return length, steps, handfuls()
# --8<-- [end:cut]


# --8<-- [start:read_rows]
def read_rows(storage: Any, start: int, rows: int, length: int, steps: Steps) -> Any:
    """Um punhado de linhas da memória, uma atrás da outra; onde o passo é zero, repetindo o que já se leu.

    Examples:
        >>> x = [1, 2, 3, 4, 5, 6]
        >>> read_rows(x, 0, 2, 3, (3, 1)), read_rows(x, 0, 2, 3, (1, 2))
        ([1, 2, 3, 4, 5, 6], [1, 3, 5, 2, 4, 6])
        >>> read_rows(x, 0, 2, 3, (0, 1)), read_rows(x, 0, 2, 3, (1, 0))
        ([1, 2, 3, 1, 2, 3], [1, 1, 1, 2, 2, 2])
    """
    down, across = steps
    if down == across == 0:
        return [storage[start]] * (rows * length)
    if down == across * length:
        return storage[stretch(start, rows * length, across)]
    if down == 0:
        return list(storage[stretch(start, length, across)]) * rows
    values: list[Any] = []
    if across == 0:
        for value in storage[stretch(start, rows, down)]:
            values += [value] * length
        return values
    for row in range(rows):
        values += storage[stretch(start + row * down, length, across)]
    return values
# --8<-- [end:read_rows]


# --8<-- [start:write_rows]
def write_rows(out: Tensor, start: int, rows: int, length: int, steps: Steps, values: list[Any]) -> None:
    """Escreve `values` num punhado de linhas da memória de `out`.

    Examples:
        >>> x = zeros((2, 2))
        >>> write_rows(x, 3, 2, 2, (-2, -1), [1.0, 2.0, 3.0, 4.0])
        >>> x
        array([[4., 3.],
               [2., 1.]])
    """
    down, across = steps
    whole = down == across * length
    if whole and across == 1 and out.dtype.kind not in "cO":
        try:
            memory: Any = out.storage
            struct.pack_into(f"{rows * length}{out.dtype.char}", memory, start * out.itemsize, *values)
            return
        except struct.error:  # um inteiro não coube: `pack` lhe dá a volta
            pass
    packed = pack(values, out.dtype)
    if whole:
        out.storage[stretch(start, rows * length, across)] = packed
        return
    for row in range(rows):
        out.storage[stretch(start + row * down, length, across)] = packed[row * length : (row + 1) * length]
# --8<-- [end:write_rows]


def as_mask(where: Any) -> Tensor:
    """A máscara como tensor de booleanos.

    Raises:
        TypeError: Se for um tensor de outro tipo: números não dizem sim nem não.
    """
    if isinstance(where, Tensor) and where.dtype is not bool_:
        raise TypeError(f"where: a máscara é de booleanos, e não de {where.dtype}")
    return asarray(where, bool_)


def only_where(line: Line) -> Line:
    """A mesma conta, feita só onde a primeira coluna, a máscara, é verdadeira; onde não é, fica um zero."""

    def masked(mask: Sequence[bool], *columns: Sequence[Any]) -> list[Any]:
        results = iter(line(*(list(compress(column, mask)) for column in columns)))
        return [next(results) if chosen else 0 for chosen in mask]

    return masked


def choose(mask: Tensor, x: Tensor, y: Tensor, out: Tensor) -> None:
    """Escreve em `out` o elemento de `x` onde a máscara é verdadeira e o de `y` onde não é."""
    chosen = empty_tensor(out.shape, out.dtype)
    over_lines(pick, [mask, x, y], [bool_, out.dtype, out.dtype], chosen)
    assign(out, chosen)


# --8<-- [start:pick]
def pick(mask: Sequence[bool], xs: Sequence[Any], ys: Sequence[Any]) -> list[Any]:
    """Uma coluna de escolhas.

    Examples:
        >>> pick([True, False], [1, 2], [10, 20])
        [1, 20]
    """
    return [x if chosen else y for chosen, x, y in zip(mask, xs, ys)]
# --8<-- [end:pick]


def overlap(x: Tensor, out: Tensor) -> bool:
    """Se escrever em `out` estragaria o que ainda se vai ler de `x`.

    A mesma memória, percorrida do mesmo jeito, não estraga: cada elemento é lido antes de ser escrito.
    """
    same_walk = (x.offset, x.shape, x.steps) == (out.offset, out.shape, out.steps)
    return same_memory(x.storage, out.storage) and not same_walk


def check_out(name: str, shape: tuple[int, ...], target: DType, out: Any, casting: str = "same_kind") -> None:
    """Confere se `out` pode receber um resultado de forma `shape` e tipo `target`.

    Raises:
        TypeError: Se não for um tensor, ou se a conversão perder a família do tipo.
        ValueError: Se o resultado não puder ser repetido até a forma de `out`, ou se `out` for só de leitura.
    """
    if not isinstance(out, Tensor) or isinstance(out, Scalar):
        raise TypeError(f"{name}: out tem de ser um tensor, não {type(out).__name__}")
    if not can_cast(target, out.dtype, casting):
        raise TypeError(f"{name}: o resultado é {target} e não pode ser guardado em {out.dtype} (casting={casting!r})")
    if not fits(shape, out.shape):
        raise ValueError(f"{name}: o resultado tem forma {shape} e não pode ser escrito em out, de forma {out.shape}")
    if not out.writeable:
        raise ValueError(f"{name}: out é só de leitura")


def fits(shape: Sequence[int], target: Sequence[int]) -> bool:
    """Se a forma `shape` pode ser repetida até `target`.

    Examples:
        >>> fits((3,), (2, 3)), fits((2, 3), (3,)), fits((2,), (1,))
        (True, False, False)
    """
    new_axes = len(target) - len(shape)
    return new_axes >= 0 and all(n in (1, m) for n, m in zip(shape, target[new_axes:]))
