r"""Grades: todas as combinações de algumas posições, e as emendas que se escrevem como índice.

Uma grade é a ideia do broadcasting: um vetor deitado e outro de pé, e cada cruzamento é um par.
"""

from typing import Any

from reference.operations.broadcasting import broadcast_arrays
from reference.operations.joining import concat, stack
from reference.operations.reshaping import reshape, swapaxes
from reference.operations.selecting import flatnonzero, inside
from reference.operations.stacking import as_column, atleast_1d
from reference.tensors.creation import as_shape, asarray, astype
from reference.tensors.dtypes import WEAK, int64, result_type
from reference.tensors.dtypes import dtype as dtype_named
from reference.tensors.ranges import arange, linspace
from reference.tensors.tensor import Tensor, from_values


# --8<-- [start:open_grid]
def open_grid(vectors: list[Tensor]) -> list[Tensor]:
    """Cada vetor deitado ao longo de um eixo só seu; repetidos uns pelos outros, são a grade.

    Examples:
        >>> [v.shape for v in open_grid([arange(3), arange(4)])]
        [(3, 1), (1, 4)]
    """
    ndim = len(vectors)
    return [reshape(v, (1,) * k + (v.size,) + (1,) * (ndim - k - 1)) for k, v in enumerate(vectors)]
# --8<-- [end:open_grid]


# --8<-- [start:meshgrid]
def meshgrid(*vectors: Any, copy: bool = True, sparse: bool = False, indexing: str = "xy") -> tuple[Tensor, ...]:
    """Coordenadas de todos os pontos de uma grade: um tensor por eixo dela.

    Args:
        vectors: Os valores em cada eixo.
        copy: Com `False`, devolve vistas que só se repetem, sem ocupar memória; são só de leitura.
        sparse: Se devolve só o que se repetiria.
        indexing: `"xy"`, o primeiro vetor corre nas colunas, como num gráfico; `"ij"`, nas linhas, como num índice.

    Raises:
        ValueError: Se `indexing` for outro.

    Examples:
        >>> x, y = meshgrid([1, 2, 3], [10, 20])
        >>> x
        array([[1, 2, 3],
               [1, 2, 3]])
        >>> y
        array([[10, 10, 10],
               [20, 20, 20]])
    """
    if indexing not in ("xy", "ij"):
        raise ValueError(f"meshgrid: indexing tem de ser 'xy' ou 'ij', e não {indexing!r}")
    grids = open_grid([reshape(asarray(v), (-1,) if asarray(v).size else (0,)) for v in vectors])
    if indexing == "xy" and len(grids) > 1:
        grids = [swapaxes(grid, 0, 1) for grid in grids]
    found = grids if sparse else broadcast_arrays(*grids)
    return tuple(grid.copy() if copy else grid for grid in found)
# --8<-- [end:meshgrid]


def ix_(*vectors: Any) -> tuple[Tensor, ...]:
    """Índices que escolhem o cruzamento das linhas e colunas dadas: `x[ix_([0, 2], [1, 3])]`.

    Args:
        vectors: Posições, ou uma máscara, para cada eixo.

    Raises:
        ValueError: Se um deles não for um vetor.

    Examples:
        >>> x = arange(6).reshape(2, 3)
        >>> x[ix_([0, 1], [0, 2])]
        array([[0, 2],
               [3, 5]])
    """
    inputs = [asarray(v, None if asarray(v).size else int64) for v in vectors]
    if any(v.ndim != 1 for v in inputs):
        raise ValueError(f"ix_: cada índice é um vetor, e as formas são {[v.shape for v in inputs]}")
    return tuple(open_grid([flatnonzero(v) if v.dtype.kind == "b" else v for v in inputs]))


def indices(dimensions: Any, dtype: Any = int, sparse: bool = False) -> Any:
    """Os índices de todos os elementos de uma forma: um tensor por eixo, empilhados.

    Args:
        dimensions: A forma, em qualquer sequência.
        dtype: Tipo dos índices.
        sparse: Se devolve só o que se repetiria, numa tupla.

    Examples:
        >>> indices((2, 3))[1]
        array([[0, 1, 2],
               [0, 1, 2]])
    """
    shape = as_shape(tuple(dimensions))
    grids = open_grid([arange(n, dtype=dtype_named(dtype)) for n in shape])
    if sparse:
        return tuple(grids)
    return stack(broadcast_arrays(*grids)) if grids else asarray([], dtype)


def progression(item: slice) -> Tensor:
    """Progressão de `início:fim:passo`; um passo imaginário (`5j`) diz quantos valores, com o fim incluído.

    Raises:
        TypeError: Se faltar o fim.

    Examples:
        >>> progression(slice(1, 4)), progression(slice(0, 1, 3j))
        (array([1, 2, 3]), array([0. , 0.5, 1. ]))
    """
    if item.stop is None:
        raise TypeError("progressão: num índice como 1:, falta dizer o fim")
    start = 0 if item.start is None else item.start
    if isinstance(item.step, complex):
        return linspace(start, item.stop, int(abs(item.step)))  # type: ignore[no-any-return]
    return arange(start, item.stop, 1 if item.step is None else item.step)


# --8<-- [start:Concatenator]
class Concatenator:
    """`r_[x, y]` e `c_[x, y]`: emendas escritas como índice, em que `1:5` é uma progressão.

    `r_` emenda ao longo do eixo 0; `c_` põe lado a lado, com cada vetor de pé, numa coluna.

    Raises:
        ValueError: Se as formas não combinarem, ou se houver um texto, que no NumPy diz como emendar.

    Examples:
        >>> r_[1:4, 0, 9]
        array([1, 2, 3, 0, 9])
        >>> c_[[1, 2], [3, 4]]
        array([[1, 3],
               [2, 4]])
    """

    def __init__(self, columns: bool) -> None:
        self.columns = columns

    def __getitem__(self, key: Any) -> Tensor:
        items = key if isinstance(key, tuple) else (key,)
        if any(isinstance(item, str) for item in items):
            raise ValueError(f"r_ e c_: textos como {items[0]!r} não são aceitos aqui; use concat e reshape")
        found = [progression(item) if isinstance(item, slice) else asarray(item) for item in items]
        weak = [item if type(item) in WEAK else x for item, x in zip(items, found)]
        joined = [as_column(x) if self.columns else atleast_1d(x) for x in found]
        return concat(joined, axis=-1 if self.columns else 0, dtype=result_type(*weak) if weak else None)
# --8<-- [end:Concatenator]


c_, r_ = Concatenator(columns=True), Concatenator(columns=False)


class Grid:
    """`mgrid[0:2, 0:3]` e `ogrid[0:2, 0:3]`: grades escritas como índice, inteiras ou só com o que se repetiria.

    Examples:
        >>> mgrid[0:2, 0:3][1]
        array([[0, 1, 2],
               [0, 1, 2]])
        >>> [axis.shape for axis in ogrid[0:2, 0:3]]
        [(2, 1), (1, 3)]
    """

    def __init__(self, sparse: bool) -> None:
        self.sparse = sparse

    def __getitem__(self, key: Any) -> Any:
        if isinstance(key, slice):
            return progression(key)
        axes = [progression(item) for item in key]
        kind = result_type(*axes)
        grids = open_grid([astype(axis, kind) for axis in axes])
        return tuple(grids) if self.sparse else stack(broadcast_arrays(*grids))


mgrid, ogrid = Grid(sparse=False), Grid(sparse=True)


# --8<-- [start:ravel_multi_index]
def ravel_multi_index(multi_index: Any, shape: Any, mode: Any = "raise", order: str = "C") -> Any:
    r"""Dos índices em cada eixo, a posição na fila: $i\,n + j$, numa matriz de $n$ colunas. Desfaz `unravel_index`.

    Args:
        multi_index: Um número, ou tensor, por eixo.
        shape: Forma do tensor.
        mode: O que fazer com um índice que não existe: `"raise"`, um erro; `"wrap"`, dá a volta; `"clip"`, fica na
            ponta; ou um destes por eixo.
        order: Se o eixo que anda mais depressa é o último (`"C"`) ou o primeiro (`"F"`).

    Raises:
        ValueError: Se um índice não existir, se não houver um por eixo, ou se as formas não combinarem.
        TypeError: Se não forem inteiros.

    Examples:
        >>> ravel_multi_index(([0, 1], [2, 0]), (2, 3))
        array([2, 3])
    """
    shape = as_shape(shape)
    modes = (mode,) * len(shape) if isinstance(mode, str) else tuple(mode)
    places = broadcast_arrays(*multi_index) if len(multi_index) else ()
    if len(places) != len(shape) or len(modes) != len(shape):
        raise ValueError(f"ravel_multi_index: pede um índice e um modo por eixo, e a forma é {shape}")
    if order not in ("C", "F"):
        raise ValueError(f"ravel_multi_index: order é 'C' ou 'F', e não {order!r}")
    if unknown := set(modes) - {"raise", "wrap", "clip"}:
        raise ValueError(f"ravel_multi_index: mode é 'raise', 'wrap' ou 'clip', e não {unknown.pop()!r}")
    walk = list(zip(places, shape, modes))
    found = [0] * (places[0].size if places else 1)
    for place, n, rule in walk if order == "C" else reversed(walk):
        found = [n * before + i for before, i in zip(found, along("ravel_multi_index", place, n, rule))]
    return from_values(found, places[0].shape if places else (), int64)[()]
# --8<-- [end:ravel_multi_index]


def along(name: str, place: Tensor, n: int, mode: str) -> list[int]:
    """Índices ao longo de um eixo de tamanho `n`, todos de 0 a n − 1.

    Raises:
        ValueError: Se algum não existir, e o modo for `"raise"`.
        TypeError: Se não forem inteiros.
    """
    if place.dtype.kind not in "biu":
        raise TypeError(f"{name}: índices são inteiros, e não {place.dtype}")
    found = [int(i) for i in place.elements()]
    if mode == "raise" and not all(0 <= i < n for i in found):
        raise ValueError(f"{name}: há índice que não existe num eixo de tamanho {n}")
    return found if mode == "raise" else inside(name, asarray(found, int64), n, mode)
