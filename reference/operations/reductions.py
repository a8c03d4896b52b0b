r"""Reduções: muitos números viram um, ao longo dos eixos que se escolhe.

Somar no eixo 0 faz o eixo 0 **sumir**: de uma matriz (m, n) resta um vetor (n,). Todas as reduções são o mesmo laço:
para cada posição dos eixos que ficam, junta numa lista os elementos dos eixos que somem e entrega a lista à regra.
"""

import operator
from collections.abc import Callable, Sequence
from typing import Any

from reference.operations import complexes
from reference.tensors.assignment import assign
from reference.tensors.casting import cast
from reference.tensors.creation import asarray
from reference.tensors.dtypes import DType, bool_, int64, uint64
from reference.tensors.dtypes import dtype as dtype_named
from reference.tensors.layout import Shape, broadcast_steps, merge_axes, offsets, read, read_all
from reference.tensors.tensor import Tensor, from_values

Rule = Callable[[list[Any]], Any]
"""Recebe a lista dos elementos de um grupo e devolve um número."""

BUFFER = 8192
"""De quantos em quantos elementos o NumPy os converte de um tipo a outro antes de somar."""


class AxisError(ValueError, IndexError):
    """Eixo que o tensor não tem; como no NumPy, é ao mesmo tempo `ValueError` e `IndexError`.

    Examples:
        >>> issubclass(AxisError, ValueError), issubclass(AxisError, IndexError)
        (True, True)
    """


def normalize_axes(name: str, axis: Any, ndim: int) -> Shape:
    """Eixos contados do começo, sem repetição; `None` são todos.

    Raises:
        AxisError: Se o tensor não tiver o eixo.
        TypeError: Se não for um inteiro nem uma tupla de inteiros.
        ValueError: Se um eixo aparecer duas vezes.

    Examples:
        >>> normalize_axes("sum", -1, 3), normalize_axes("sum", None, 2)
        ((2,), (0, 1))
    """
    if axis is None:
        return tuple(range(ndim))
    axes = tuple(map(operator.index, axis if isinstance(axis, tuple) else (axis,)))
    for a in axes:
        if not -ndim <= a < ndim:
            raise AxisError(f"{name}: o eixo {a} não existe num tensor de {ndim} eixo(s)")
    counted = tuple(a % ndim for a in axes)
    if len(set(counted)) < len(counted):
        raise ValueError(f"{name}: eixo repetido em {axes}")
    return counted


def reduced_axes(name: str, axis: Any, ndim: int) -> Shape:
    """Eixos que somem; de um escalar, que não os tem, aceita-se reduzir o eixo 0."""
    return () if ndim == 0 and axis in (0, -1) else normalize_axes(name, axis, ndim)


# --8<-- [start:groups]
def groups(x: Tensor, axes: Sequence[int]) -> list[list[Any]]:
    """Uma lista por posição dos eixos que ficam, com os elementos dos eixos que somem.

    Examples:
        >>> groups(array([[1, 2, 3], [4, 5, 6]]), [0])
        [[1, 4], [2, 5], [3, 6]]
        >>> groups(array([[1, 2, 3], [4, 5, 6]]), [1])
        [[1, 2, 3], [4, 5, 6]]
    """
    kept = [a for a in range(x.ndim) if a not in axes]
    places = offsets([x.shape[a] for a in kept], [x.steps[a] for a in kept], x.offset)
    lengths, (steps,) = merge_axes(tuple([x.shape[a] for a in axes]), tuple([x.steps[a] for a in axes]))
    if len(lengths) == 1:
        return [read(x.storage, place, lengths[0], steps[0]) for place in places]
    return [read_all(x.storage, lengths, steps, place) for place in places]
# --8<-- [end:groups]


# --8<-- [start:reduce]
def reduce(
    name: str, x: Tensor, rule: Rule, axis: Any, kind: DType, result: DType, out: Any, keepdims: bool,
    where: Any = True, by_index: bool = False,
) -> Any:  # fmt: skip
    """O laço das reduções: a regra aplicada a cada grupo.

    Args:
        name: Nome da operação, para as mensagens de erro.
        x: Tensor.
        rule: A regra.
        axis: Eixo, tupla de eixos ou `None` (todos).
        kind: Tipo a que os elementos são convertidos antes da conta.
        result: Tipo do resultado.
        out: Tensor que recebe o resultado.
        keepdims: Se os eixos reduzidos ficam, com tamanho 1.
        where: Máscara: só entram nos grupos os elementos em que ela é verdadeira.
        by_index: Se os elementos de um grupo vêm na ordem dos índices, e não na da memória.
    """
    axes = sorted(reduced_axes(name, axis, x.ndim))
    if not by_index:
        axes.sort(key=lambda a: -abs(x.steps[a]))
    members = groups(x, axes)
    if where is not True:
        members = [[v for v, chosen in zip(*pair) if chosen] for pair in zip(members, groups(mask(where, x), axes))]
    if not members and 0 in [x.shape[a] for a in axes]:
        rule([])  # não há grupo nenhum, mas se de um grupo vazio não há o que responder, o erro é o mesmo
    values = [rule(cast(group, x.dtype, kind)) for group in members]
    shape = tuple(1 if a in axes else n for a, n in enumerate(x.shape) if keepdims or a not in axes)
    return deliver(name, from_values(values, shape, result), out)
# --8<-- [end:reduce]


def mask(where: Any, x: Tensor) -> Tensor:
    """A máscara, repetida até a forma de `x`."""
    chosen = asarray(where, bool_)
    return chosen.view_as(x.shape, broadcast_steps(chosen.shape, chosen.steps, x.shape), chosen.offset)


def deliver(name: str, result: Tensor, out: Any) -> Any:
    """O resultado: escalar, se não tiver eixos; ou, com `out`, dentro dele.

    Raises:
        ValueError: Se `out` não tiver a forma do resultado.
    """
    if out is None:
        return result if result.ndim else result[()]
    if out.shape != result.shape:
        raise ValueError(f"{name}: out tem forma {out.shape} e o resultado tem forma {result.shape}")
    assign(out, result)
    return out


# --8<-- [start:add_in_order]
def add_in_order(values: Sequence[Any]) -> Any:
    """Soma da esquerda para a direita.

    Examples:
        >>> add_in_order([1, 2, 3])
        6
    """
    total: Any = 0
    for value in values:
        total = total + value
    return total
# --8<-- [end:add_in_order]


# --8<-- [start:add_in_pairs]
def add_in_pairs(values: Sequence[Any]) -> Any:
    """Soma por metades: o erro de arredondamento cresce com o logaritmo do tamanho, e não com o tamanho.

    Até 128 números, oito somas parciais (uma de cada oito números) que se juntam duas a duas; acima disso, a soma das
    duas metades. É a ordem em que o NumPy soma, e por isso o resultado tem os mesmos bits.

    Examples:
        >>> add_in_pairs([0.1] * 10), add_in_order([0.1] * 10)
        (1.0, 0.9999999999999999)
    """
    n = len(values)
    whole = n - n % 8
    if n < 8:
        return add_in_order(values)
    if n > 128:
        half = n // 2 - n // 2 % 8
        return add_in_pairs(values[:half]) + add_in_pairs(values[half:])
    a, b, c, d, e, f, g, h = (add_in_order(values[lane:whole:8]) for lane in range(8))
    return add_in_order([((a + b) + (c + d)) + ((e + f) + (g + h)), *values[whole:]])
# --8<-- [end:add_in_pairs]


def run_length(x: Tensor, axes: Sequence[int]) -> int:
    """Quantos elementos seguidos da memória são somados em pares: os dos eixos de menor passo, se são reduzidos."""
    inner = sorted((a for a in range(x.ndim) if x.shape[a] > 1), key=lambda a: (abs(x.steps[a]), -a))
    length = 1
    for a in inner:
        if a not in axes or (length > 1 and x.steps[a] != length * x.steps[inner[0]]):
            break
        length *= x.shape[a]
    return length


def wide(x: Tensor, dtype: Any) -> DType:
    """Tipo em que se soma: o pedido ou, para inteiros e booleanos, o de 64 bits."""
    if dtype is not None:
        return dtype_named(dtype)
    return uint64 if x.dtype.kind == "u" else int64 if x.dtype.kind in "bi" else x.dtype


def starting_from(initial: Any, default: Any, kind: DType) -> Any:
    """Valor inicial de uma redução, convertido para o tipo da conta."""
    return default if initial is None else cast([asarray(initial).item()], asarray(initial).dtype, kind)[0]


# --8<-- [start:sum]
def sum(
    x: Any, axis: Any = None, dtype: Any = None, out: Any = None, keepdims: bool = False,
    initial: Any = None, where: Any = True,
) -> Any:  # fmt: skip
    r"""Soma ao longo dos eixos; com `axis=1`, $z_i = \sum_j x_{ij}$.

    Args:
        x: Tensor.
        axis: Eixo (ou tupla de eixos) que some; `None` soma tudo.
        dtype: Tipo em que se soma; sem ele, 64 bits para inteiros e booleanos, o de `x` para os demais.
        out: Tensor que recebe o resultado.
        keepdims: Se o eixo somado fica, com tamanho 1, para o resultado se repetir sobre `x`.
        initial: Valor a que a soma se junta.
        where: Máscara: só se somam os elementos em que ela é verdadeira.

    Raises:
        AxisError: Se `x` não tiver o eixo.

    Examples:
        >>> x = array([[1, 2, 3], [4, 5, 6]])
        >>> sum(x), sum(x, axis=0), sum(x, axis=1)
        (np.int64(21), array([5, 7, 9]), array([ 6, 15]))
        >>> sum(x, axis=1, keepdims=True)
        array([[ 6],
               [15]])

    [Notas: Soma ao longo de eixos; keepdims]
    """
    x = asarray(x)
    kind = wide(x, dtype)
    start = starting_from(initial, 0, kind)
    run = run_length(x, reduced_axes("sum", axis, x.ndim)) if kind.kind in "fc" else 1
    if x.dtype is not kind and run > BUFFER:
        run = BUFFER

    def rule(values: list[Any]) -> Any:
        if run == 1:
            return add_in_order([start, *values])
        return add_in_order([start, *(add_in_pairs(values[i : i + run]) for i in range(0, len(values), run))])

    return reduce("sum", x, rule, axis, kind, kind, out, keepdims, where)
# --8<-- [end:sum]


def prod(
    x: Any, axis: Any = None, dtype: Any = None, out: Any = None, keepdims: bool = False,
    initial: Any = None, where: Any = True,
) -> Any:  # fmt: skip
    r"""Produto ao longo dos eixos; com `axis=1`, $z_i = \prod_j x_{ij}$. Os argumentos são os de `sum`.

    Examples:
        >>> prod([[1, 2], [3, 4]]), prod([[1, 2], [3, 4]], axis=0)
        (np.int64(24), array([3, 8]))
    """
    x = asarray(x)
    kind = wide(x, dtype)
    start = starting_from(initial, 1, kind)

    def rule(values: list[Any]) -> Any:
        total = start
        for value in values:
            total = total * value
        return total

    return reduce("prod", x, rule, axis, kind, kind, out, keepdims, where)


# --8<-- [start:extreme]
def extreme(name: str, before: Callable[[Any, Any], bool], x: Tensor, initial: Any, where: Any) -> Rule:
    """Regra que fica com o elemento que vem antes de todos; `nan` vem antes de qualquer número."""
    if where is not True and initial is None:
        raise ValueError(f"{name}: com where, um grupo pode ficar vazio; diga em initial o que ele dá")
    start = [] if initial is None else [starting_from(initial, None, x.dtype)]

    def rule(values: list[Any]) -> Any:
        if not (candidates := start + values):
            raise ValueError(f"{name}: não há extremo num grupo sem elementos (a forma é {x.shape})")
        best = candidates[0]
        for value in candidates:
            if before(value, best):
                best = value
            elif value != value:
                return value
        return best

    return rule
# --8<-- [end:extreme]


def max(
    x: Any, axis: Any = None, out: Any = None, keepdims: bool = False, initial: Any = None, where: Any = True
) -> Any:
    r"""Maior elemento ao longo dos eixos; se houver um `nan`, `nan`.

    Args:
        x: Tensor com ao menos um elemento.
        axis: Eixo (ou tupla de eixos) que some; `None`, o maior de todos.
        out: Tensor que recebe o resultado.
        keepdims: Se o eixo fica, com tamanho 1.
        initial: Valor que também concorre.
        where: Máscara: só concorrem os elementos em que ela é verdadeira (e `initial`, que é preciso dar).

    Raises:
        ValueError: Se não houver elemento nenhum.

    Examples:
        >>> max([[1, 5], [7, 2]]), max([[1, 5], [7, 2]], axis=1)
        (np.int64(7), array([5, 7]))

    [Notas: Estabilidade numérica]
    """
    x = asarray(x)
    rule = extreme("max", complexes.greater if x.dtype.kind == "c" else operator.ge, x, initial, where)
    return reduce("max", x, rule, axis, x.dtype, x.dtype, out, keepdims, where)


def min(
    x: Any, axis: Any = None, out: Any = None, keepdims: bool = False, initial: Any = None, where: Any = True
) -> Any:
    r"""Menor elemento ao longo dos eixos; se houver um `nan`, `nan`. Os argumentos são os de `max`.

    Raises:
        ValueError: Se não houver elemento nenhum.

    Examples:
        >>> min([[1, 5], [7, 2]], axis=0)
        array([1, 2])
    """
    x = asarray(x)
    rule = extreme("min", complexes.less if x.dtype.kind == "c" else operator.le, x, initial, where)
    return reduce("min", x, rule, axis, x.dtype, x.dtype, out, keepdims, where)


def any(x: Any, axis: Any = None, out: Any = None, keepdims: bool = False, *, where: Any = True) -> Any:
    """Se ao menos um elemento é verdadeiro (diferente de zero).

    Examples:
        >>> any([[0, 0], [0, 3]], axis=1)
        array([False,  True])
    """
    return reduce("any", asarray(x), lambda values: True in values, axis, bool_, bool_, out, keepdims, where)


def all(x: Any, axis: Any = None, out: Any = None, keepdims: bool = False, *, where: Any = True) -> Any:
    """Se todos os elementos são verdadeiros (diferentes de zero).

    Examples:
        >>> all([[1, 0], [2, 3]], axis=1)
        array([False,  True])
    """
    return reduce("all", asarray(x), lambda values: False not in values, axis, bool_, bool_, out, keepdims, where)
