r"""Normas: o tamanho de um vetor e o de uma matriz, que `import reference as np` oferece como `np.linalg.norm`.

De um vetor há muitas medidas de tamanho, uma para cada expoente: $\|x\|_p = \left(\sum_i |x_i|^p\right)^{1/p}$. A mais
conhecida é a de $p = 2$, o comprimento da seta. De uma matriz, é o maior dos seus valores singulares.
"""

import math
from typing import Any

from reference.linalg.elimination import inv
from reference.linalg.singular import svdvals
from reference.linalg.stacks import LinAlgError, floating, matrices, one_each, real_type, square
from reference.operations.comparison import not_equal
from reference.operations.elementwise import abs, multiply, pow, reciprocal
from reference.operations.functions import sqrt
from reference.operations.reductions import max, min, normalize_axes, sum
from reference.operations.reshaping import expand_dims, moveaxis, ravel
from reference.tensors.creation import asarray, astype
from reference.tensors.dtypes import float64
from reference.tensors.layout import Shape
from reference.tensors.tensor import Tensor


# --8<-- [start:naive_norm]
def naive_norm(x: Tensor) -> float:
    r"""Comprimento de um vetor, pelo teorema de Pitágoras: $\|x\| = \sqrt{\sum_i x_i^2}$.

    Args:
        x: Vetor de forma (n,).

    Examples:
        >>> naive_norm(array([3.0, 4.0]))
        5.0
    """
    total = 0.0
    for x_i in x.tolist():
        total += x_i * x_i
    return math.sqrt(total)
# --8<-- [end:naive_norm]


# --8<-- [start:of_vectors]
def of_vectors(x: Tensor, ord: Any, axis: Any, keepdims: bool) -> Any:
    """Norma de cada vetor que corre ao longo dos eixos.

    Examples:
        >>> of_vectors(array([[3.0, -4.0], [0.0, 2.0]]), math.inf, 1, False)
        array([4., 2.])
    """
    if x.dtype.kind == "c":
        x = abs(x)
    if ord in (None, 2):
        return sqrt(sum(multiply(x, x), axis, keepdims=keepdims))
    if ord == 0:
        return sum(astype(not_equal(x, 0), x.dtype), axis, keepdims=keepdims)
    sizes = abs(x)
    if ord == 1:
        return sum(sizes, axis, keepdims=keepdims)
    if ord == math.inf:
        return max(sizes, axis, keepdims=keepdims, initial=0)
    if ord == -math.inf:
        return min(sizes, axis, keepdims=keepdims)
    return pow(sum(pow(sizes, ord), axis, keepdims=keepdims), reciprocal(asarray(ord, x.dtype)))
# --8<-- [end:of_vectors]


# --8<-- [start:of_matrices]
def of_matrices(name: str, x: Tensor, ord: Any, axes: Shape, keepdims: bool) -> Any:
    """Norma de cada matriz dos dois eixos: linhas em `axes[0]`, colunas em `axes[1]`.

    Raises:
        ValueError: Se a norma não existir.

    Examples:
        >>> of_matrices("norm", array([[1.0, -2.0], [3.0, 4.0]]), 1, (0, 1), False)
        np.float64(6.0)
    """
    if ord in (None, "fro", "f"):
        return sqrt(sum(multiply(abs(x), abs(x)), axes, keepdims=keepdims))
    if ord in (2, -2, "nuc"):
        s = svdvals(moveaxis(x, axes, (-2, -1)))
        found = sum(s, -1) if ord == "nuc" else max(s, -1, initial=0) if ord == 2 else min(s, -1)
        return expand_dims(found, axes) if keepdims else found
    if ord not in (1, -1, math.inf, -math.inf):
        raise ValueError(f"{name}: ord={ord!r} não é uma norma de matrizes; há 'fro', 'nuc', 1, -1, 2, -2, inf e -inf")
    added, compared = axes if ord in (1, -1) else axes[::-1]
    lines = sum(abs(x), added, keepdims=True)
    found = max(lines, compared, keepdims=True, initial=0) if ord > 0 else min(lines, compared, keepdims=True)
    return found if keepdims else found[tuple(0 if a in axes else slice(None) for a in range(x.ndim))]
# --8<-- [end:of_matrices]


def norm(x: Any, ord: Any = None, axis: Any = None, keepdims: bool = False) -> Any:
    r"""Norma de um vetor ou de uma matriz; sem `ord`, $\sqrt{\sum x_i^2}$.

    Args:
        x: Tensor.
        ord: Que norma. De um vetor: `None` ou 2 (o comprimento), 1 (a soma dos módulos), `inf` (o maior módulo),
            `-inf` (o menor), 0 (quantos não são zero) ou outro expoente. De uma matriz: `None` ou `"fro"` (a do vetor
            de todos os elementos), 1 (a coluna de maior soma de módulos), `inf` (a linha), 2 (o maior valor singular),
            `-1`, `-inf` e `-2` (os menores), `"nuc"` (a soma dos valores singulares).
        axis: Eixo dos vetores, ou os dois eixos das matrizes; sem ele, todos.
        keepdims: Se os eixos ficam, com tamanho 1.

    Returns:
        As normas, de ponto flutuante.

    Raises:
        ValueError: Se a norma não existir para esse número de eixos.
        AxisError: Se `x` não tiver o eixo.

    Examples:
        >>> norm([3, 4]), norm([3, 4], 1)
        (np.float64(5.0), np.float64(7.0))
        >>> norm([[3, 4], [6, 8]], axis=1)
        array([ 5., 10.])

    [Notas: Norma; Regularização L2]
    """
    x = asarray(x)
    x = x if x.dtype.kind in "fcO" else astype(x, float64)
    if axis is None and (ord is None or (ord in ("f", "fro") and x.ndim == 2) or (ord == 2 and x.ndim == 1)):
        size = of_vectors(ravel(x), None, None, False)
        return expand_dims(size, tuple(range(x.ndim))) if keepdims and x.ndim else size
    given = tuple(range(x.ndim)) if axis is None else axis if isinstance(axis, tuple) else (axis,)
    axes = normalize_axes("norm", given, x.ndim)
    if len(axes) not in (1, 2):
        raise ValueError(f"norm: mede vetores (um eixo) ou matrizes (dois eixos), e não {len(axes)} eixos")
    if len(axes) == 2:
        return of_matrices("norm", x, ord, axes, keepdims)
    if isinstance(ord, str):
        raise ValueError(f"norm: {ord!r} é uma norma de matrizes, e o eixo é um só")
    return of_vectors(x, ord, axes, keepdims)


def vector_norm(x: Any, /, *, axis: Any = None, keepdims: bool = False, ord: Any = 2) -> Any:
    """Norma dos vetores que correm ao longo dos eixos, todos se não se diz quais; o nome do padrão Array API.

    Examples:
        >>> vector_norm([[1.0, 2.0], [2.0, 4.0]])
        np.float64(5.0)
    """
    x = asarray(x)
    x = x if x.dtype.kind in "fcO" else astype(x, float64)
    return of_vectors(x, ord, normalize_axes("vector_norm", axis, x.ndim), keepdims)


def matrix_norm(x: Any, /, *, keepdims: bool = False, ord: Any = "fro") -> Any:
    """Norma das matrizes dos dois últimos eixos; o nome do padrão Array API.

    Raises:
        ValueError: Se a norma não existir, ou se `x` não tiver dois eixos.

    Examples:
        >>> matrix_norm([[1, -2], [3, 4]], ord=1)
        np.float64(6.0)
    """
    x = asarray(x)
    return norm(x, ord, (-2, -1), keepdims)


# --8<-- [start:cond]
def cond(x: Any, p: Any = None) -> Any:
    r"""Número de condição, $\|A\|\,\|A^{-1}\|$: quantas vezes um erro nos dados pode crescer ao resolver o sistema.

    Args:
        x: Matrizes de forma (…, m, n); quadradas, se a norma não for 2 nem -2.
        p: Que norma. Com `None` ou 2, é o maior valor singular dividido pelo menor.

    Returns:
        De 1 (um giro) a `inf` (uma matriz singular).

    Raises:
        LinAlgError: Se as matrizes forem vazias, ou se não forem quadradas e tivessem de ser.

    Examples:
        >>> cond([[3, 0], [0, 2]])
        np.float64(1.5)
    """
    x = floating("cond", x) if p in (None, 2, -2) else square("cond", x)
    if 0 in x.shape[-2:]:
        raise LinAlgError(f"cond: espera matrizes que não sejam vazias, e a forma é {x.shape}")
    found = [condition(asarray(a, x.dtype), p) for a in matrices(x)]
    return one_each(found, x.shape[:-2], real_type(x.dtype))


def condition(a: Tensor, p: Any) -> float:
    """Número de condição de uma matriz; `nan` só se houver `nan` nela.

    Examples:
        >>> condition(array([[1.0, 2.0], [2.0, 4.0]]), 1)
        inf
    """
    if p in (None, 2, -2):
        s = svdvals(a).tolist()
        above, below = (s[-1], s[0]) if p == -2 else (s[0], s[-1])
        found = above / below if below else math.inf
    else:
        try:
            found = float(norm(a, p) * norm(inv(a), p))
        except LinAlgError:
            found = math.inf
    return math.inf if math.isnan(found) and not any(z != z for row in a.tolist() for z in row) else found
# --8<-- [end:cond]
