r"""Escolher: onde estão os elementos que interessam, e como tirá-los de lá.

Uma máscara diz quais; `nonzero` a troca por posições; `take` e `take_along_axis` trocam posições por elementos.
"""

from itertools import product
from typing import Any

from reference.operations.comparison import where as choose
from reference.operations.linewise import flat_or
from reference.operations.reductions import deliver, normalize_axes
from reference.operations.reductions import sum as sum_axes
from reference.operations.reshaping import moveaxis, ravel, reshape
from reference.tensors.creation import as_shape, asarray, astype
from reference.tensors.dtypes import bool_, int64
from reference.tensors.layout import contiguous_steps, size_of
from reference.tensors.tensor import Tensor, from_values


# --8<-- [start:nonzero]
def nonzero(x: Any) -> tuple[Tensor, ...]:
    """Onde estão os elementos diferentes de zero: um vetor de índices por eixo.

    Args:
        x: Tensor de ao menos um eixo, muitas vezes uma máscara.

    Returns:
        Um vetor por eixo, todos do mesmo tamanho; `x[nonzero(x)]` são os elementos.

    Raises:
        ValueError: Se `x` não tiver eixos.

    Examples:
        >>> nonzero([[0, 7], [8, 0]])
        (array([0, 1]), array([1, 0]))
    """
    x = asarray(x)
    if not x.ndim:
        raise ValueError("nonzero: um tensor sem eixos não tem posições; use x.reshape(-1)")
    found = []
    for index, value in zip(product(*map(range, x.shape)), x.elements()):
        if value:
            found.append(index)
    return tuple(vector([index[axis] for index in found]) for axis in range(x.ndim))
# --8<-- [end:nonzero]


def vector(values: list[int]) -> Tensor:
    """Vetor de posições."""
    return from_values(values, (len(values),), int64)


def where(condition: Any, x1: Any = ..., x2: Any = ..., /) -> Any:
    """O elemento de `x1` onde a condição é verdadeira, e de `x2` onde não é; sem os dois, `nonzero`.

    Args:
        condition: Máscara (ou números: zero é falso).
        x1: Número ou tensor.
        x2: Número ou tensor.

    Raises:
        ValueError: Se for dado só um dos valores, ou se as formas não combinarem.

    Examples:
        >>> where([True, False, True], [1, 2, 3], 0)
        array([1, 0, 3])
        >>> where([0, 5, 0, 6])
        (array([1, 3]),)
    """
    if x1 is ...:
        return nonzero(condition)
    if x2 is ...:
        raise ValueError("where: além da condição, são dois valores ou nenhum, e só um foi dado")
    return choose(condition, x1, x2)


def argwhere(x: Any) -> Tensor:
    """Índices dos elementos diferentes de zero, um por linha.

    Examples:
        >>> argwhere([[0, 7], [8, 0]])
        array([[0, 1],
               [1, 0]])
    """
    x = asarray(x)
    if not x.ndim:
        return from_values([], (int(bool(x)), 0), int64)
    columns = nonzero(x)
    rows = zip(*(column.tolist() for column in columns))
    return from_values([i for row in rows for i in row], (columns[0].size, x.ndim), int64)


def flatnonzero(x: Any) -> Tensor:
    """Posições dos elementos diferentes de zero, com o tensor enfileirado.

    Examples:
        >>> flatnonzero([[0, 7], [8, 0]])
        array([1, 2])
    """
    return nonzero(ravel(x))[0]


def count_nonzero(x: Any, axis: Any = None, *, keepdims: bool = False) -> Any:
    """Quantos elementos são diferentes de zero.

    Args:
        x: Tensor.
        axis: Eixo (ou tupla de eixos) que some; `None` conta todos.
        keepdims: Se o eixo fica, com tamanho 1.

    Examples:
        >>> count_nonzero([[0, 7, 1], [8, 0, 0]], axis=1)
        array([2, 1])
    """
    return sum_axes(astype(asarray(x), bool_), axis=axis, keepdims=keepdims)


def unravel_index(indices: Any, shape: Any) -> tuple[Any, ...]:
    """De uma posição na fila, o índice em cada eixo: o contrário de enfileirar.

    Args:
        indices: Posições no tensor enfileirado.
        shape: Forma do tensor.

    Returns:
        Um número, ou tensor, por eixo.

    Raises:
        ValueError: Se uma posição não existir.
        TypeError: Se não forem inteiros.

    Examples:
        >>> x = array([[1, 9, 3], [4, 5, 6]])
        >>> unravel_index(argmax(x), x.shape)
        (np.int64(0), np.int64(1))
    """
    found, shape = asarray(indices), as_shape(shape)
    if found.dtype.kind not in "iu":
        raise TypeError(f"unravel_index: posições são inteiros, e não {found.dtype}")
    if any(not 0 <= i < size_of(shape) for i in found.elements()):
        raise ValueError(f"unravel_index: há posição que não existe na forma {shape}, de {size_of(shape)} elementos")
    walk = zip(shape, contiguous_steps(shape))
    axes = [from_values([i // step % n for i in found.elements()], found.shape, int64) for n, step in walk]
    return tuple(axis if axis.ndim else axis[()] for axis in axes)


def positions(name: str, indices: Any) -> Tensor:
    """Posições como inteiros; as de uma lista do Python são convertidas, as de um tensor já têm de ser.

    Raises:
        TypeError: Se forem um tensor de números de ponto flutuante.
    """
    found = asarray(indices)
    if hasattr(indices, "dtype") and found.dtype.kind not in "biu":
        raise TypeError(f"{name}: posições são inteiros, e não {found.dtype}")
    return astype(found, int64)


def inside(name: str, chosen: Tensor, length: int, mode: str) -> list[int]:
    """Posições dentro de um eixo: as de fora são um erro, dão a volta (`"wrap"`) ou ficam na ponta (`"clip"`).

    Raises:
        IndexError: Se alguma não existir, e o modo for `"raise"`.
        ValueError: Se o modo não existir.
    """
    if mode not in ("raise", "wrap", "clip"):
        raise ValueError(f"{name}: mode tem de ser 'raise', 'wrap' ou 'clip', e não {mode!r}")
    places = chosen.elements()
    if places and not length:
        raise IndexError(f"{name}: não há o que escolher num eixo vazio")
    if mode == "wrap":
        return [i % length for i in places]
    if mode == "clip":
        return [min(max(i, 0), length - 1) for i in places]
    for i in places:
        if not -length <= i < length:
            raise IndexError(f"{name}: a posição {i} não existe num eixo de tamanho {length}")
    return places


# --8<-- [start:take]
def take(x: Any, indices: Any, axis: int | None = None, out: Any = None, mode: str = "raise") -> Any:
    """Elementos (ou fatias inteiras, ao longo de `axis`) nas posições `indices`; é sempre uma cópia.

    Args:
        x: Tensor.
        indices: Posições, um tensor de qualquer forma.
        axis: Eixo em que as posições são contadas; `None` enfileira antes.
        out: Tensor que recebe o resultado.
        mode: O que se faz com uma posição que não existe: `"raise"` (um erro), `"wrap"` (dá a volta) ou `"clip"` (a
            ponta mais próxima; aí uma posição negativa é a primeira, e não conta do fim).

    Returns:
        Tensor em que o eixo deu lugar aos eixos de `indices`.

    Raises:
        IndexError: Se alguma posição não existir.
        TypeError: Se as posições não forem inteiras.

    Examples:
        >>> take([[1, 2, 3], [4, 5, 6]], [0, 2], axis=1)
        array([[1, 3],
               [4, 6]])
    """
    x, axis = flat_or(x, axis)
    (axis,) = normalize_axes("take", axis, x.ndim)
    chosen = positions("take", indices)
    places = inside("take", chosen, x.shape[axis], mode)
    found = x[(slice(None),) * axis + (vector(places),)]
    return deliver("take", reshape(found, x.shape[:axis] + chosen.shape + x.shape[axis + 1 :]), out)
# --8<-- [end:take]


# --8<-- [start:line_key]
def line_key(name: str, x: Tensor, indices: Any, axis: int) -> tuple[Tensor, ...]:
    """Índice que toma, de cada linha, as posições dadas para ela: no eixo, as posições; nos outros, o próprio lugar.

    Raises:
        ValueError: Se as posições não tiverem tantos eixos quantos `x`.
        IndexError: Se não forem inteiras.
    """
    (axis,) = normalize_axes(name, axis, x.ndim)
    chosen = asarray(indices)
    if chosen.ndim != x.ndim:
        raise ValueError(f"{name}: as posições têm {chosen.ndim} eixo(s), e o tensor tem {x.ndim}")
    if chosen.dtype.kind not in "iu":
        raise IndexError(f"{name}: posições são inteiros, e não {chosen.dtype}")
    own = [moveaxis(reshape(vector(list(range(n))), (n,) + (1,) * (x.ndim - 1)), 0, a) for a, n in enumerate(x.shape)]
    return (*own[:axis], chosen, *own[axis + 1 :])
# --8<-- [end:line_key]


def take_along_axis(x: Any, indices: Any, axis: int | None = -1) -> Tensor:
    r"""De cada linha, os elementos nas posições dadas para ela: com `axis=1`, $z_{ij} = x_{i,\,k_{ij}}$.

    Args:
        x: Tensor.
        indices: Posições, com tantos eixos quantos `x`.
        axis: Eixo a que as posições se referem; `None` enfileira antes.

    Raises:
        ValueError: Se `indices` tiver outro número de eixos.
        IndexError: Se alguma posição não existir, ou não for inteira.

    Examples:
        >>> x = array([[10, 30, 20], [60, 40, 50]])
        >>> take_along_axis(x, argsort(x), axis=1)
        array([[10, 20, 30],
               [40, 50, 60]])
    """
    x, axis = (ravel(x), 0) if axis is None else (asarray(x), axis)
    return x[line_key("take_along_axis", x, indices, axis)]  # type: ignore[no-any-return]


def put_along_axis(x: Tensor, indices: Any, values: Any, axis: int | None) -> None:
    """De cada linha, troca os elementos nas posições dadas para ela; `x` muda.

    Args:
        x: Tensor.
        indices: Posições, com tantos eixos quantos `x`.
        values: O que entra; repete-se até a forma de `indices`.
        axis: Eixo a que as posições se referem; `None`, as do tensor enfileirado.

    Raises:
        ValueError: Se `indices` tiver outro número de eixos.
        IndexError: Se alguma posição não existir, ou não for inteira.

    Examples:
        >>> x = zeros((2, 3))
        >>> put_along_axis(x, array([[2], [0]]), 1, axis=1)
        >>> x
        array([[0., 0., 1.],
               [1., 0., 0.]])
    """
    if axis is not None:
        x[line_key("put_along_axis", x, indices, axis)] = values
        return
    flat = ravel(x)
    flat[line_key("put_along_axis", flat, indices, 0)] = values
    x[...] = reshape(flat, x.shape)


def put(x: Tensor, indices: Any, values: Any, mode: str = "raise") -> None:
    """Troca elementos de `x`, contados como se ele estivesse enfileirado; valores de menos se repetem.

    Args:
        x: Tensor, que muda.
        indices: Posições.
        values: O que entra em cada uma.
        mode: Como em `take`.

    Raises:
        IndexError: Se alguma posição não existir.
        TypeError: Se `x` não for um tensor.

    Examples:
        >>> x = zeros((2, 2), dtype=int)
        >>> put(x, [0, 3], [7, 8])
        >>> x
        array([[7, 0],
               [0, 8]])
    """
    if not isinstance(x, Tensor):
        raise TypeError(f"put: só um tensor pode mudar, e não {type(x).__name__}")
    entering = ravel(astype(asarray(values), x.dtype) if hasattr(values, "dtype") else asarray(values, x.dtype))
    places = inside("put", positions("put", indices), x.size, mode)
    for k, index in enumerate(places if entering.size else []):
        x[unravel_index(index % x.size, x.shape)] = entering[k % entering.size]


def compress(condition: Any, x: Any, axis: int | None = None, out: Any = None) -> Any:
    """Fatias em que a condição é verdadeira, ao longo de um eixo.

    Args:
        condition: Vetor de sim e não, uma resposta por posição do eixo; o que faltar no fim é não.
        x: Tensor.
        axis: Eixo; `None` enfileira antes.
        out: Tensor que recebe o resultado.

    Raises:
        ValueError: Se a condição não for um vetor.
        IndexError: Se houver um sim onde não há posição.

    Examples:
        >>> compress([True, False, True], [[1, 2, 3], [4, 5, 6]], axis=1)
        array([[1, 3],
               [4, 6]])
    """
    condition = asarray(condition)
    if condition.ndim != 1:
        raise ValueError(f"compress: a condição é um vetor, e a forma dela é {condition.shape}")
    return take(x, nonzero(condition)[0], axis, out)


def extract(condition: Any, x: Any) -> Tensor:
    """Elementos em que a condição é verdadeira, enfileirados: com uma máscara da forma de `x`, `x[condition]`.

    Examples:
        >>> x = array([[1, 2], [3, 4]])
        >>> extract(x > 2, x)
        array([3, 4])
    """
    return compress(ravel(condition), x)  # type: ignore[no-any-return]
