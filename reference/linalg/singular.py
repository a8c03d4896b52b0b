r"""Valores singulares: toda matriz é um giro, um estica-e-puxa ao longo dos eixos e outro giro, $A = U \Sigma V^T$.

Quantos deles não são zero é o posto; o inverso deles dá a pseudoinversa, que resolve por mínimos quadrados o sistema
que não tem solução. Os laços são os de Jacobi: giram as **colunas**, duas a duas, até ficarem perpendiculares.
"""

import math
from typing import Any, NamedTuple

from reference.linalg.eigen import SWEEPS, angle, turn
from reference.linalg.orthogonal import rotation, size, triangle
from reference.linalg.stacks import (
    LinAlgError,
    Matrix,
    conjugates,
    floating,
    identity_rows,
    matrices,
    real_type,
    scale_of,
    stacked,
    transposed,
)
from reference.operations.combining import add_products
from reference.operations.comparison import greater, where
from reference.operations.dot import matmul
from reference.operations.elementwise import abs as magnitude
from reference.operations.elementwise import conj, divide, multiply, square, subtract
from reference.operations.reductions import any as any_of
from reference.operations.reductions import max as max_of
from reference.operations.reductions import sum as sum_of
from reference.operations.reshaping import matrix_transpose
from reference.tensors.creation import asarray, astype, zeros
from reference.tensors.dtypes import float64, int64
from reference.tensors.limits import finfo
from reference.tensors.tensor import Tensor

NOTHING = 1e-30
"""Que fração do maior elemento já não conta numa coluna: a sobra de uma direção achatada não tem o que girar."""


# --8<-- [start:straighten]
def straighten(columns: Matrix, vectors: Matrix) -> None:
    r"""Gira as colunas, no lugar, até serem perpendiculares duas a duas; `vectors` gira junto.

    O giro de duas colunas é o que põe na diagonal a matriz 2×2 dos produtos escalares entre elas.

    Args:
        columns: As colunas de uma matriz, que mudam: $A$ vira $AV$.
        vectors: As colunas da identidade, que viram as de $V$; vazia, se ninguém as quer.

    Raises:
        LinAlgError: Se depois de 60 varreduras ainda houver duas que não são perpendiculares.

    Examples:
        >>> columns = [[1.0, 1.0], [0.0, 2.0]]
        >>> straighten(columns, [])
        >>> x, y = columns
        >>> math.isclose(x[0] * y[0], -x[1] * y[1])
        True
    """
    squares = [add_products(conjugates(x), x).real for x in columns]
    enough = 1e-15 * len(columns[0]) if columns else 0.0
    for _ in range(SWEEPS):
        turned = False
        for p in range(len(columns)):
            for q in range(p + 1, len(columns)):
                x, y = columns[p], columns[q]
                between = add_products(conjugates(x), y) if min(squares[p], squares[q]) > NOTHING**2 else 0.0
                if abs(between) > enough * math.sqrt(squares[p] * squares[q]):
                    c, s, _ = angle(squares[p], squares[q], between)
                    columns[p], columns[q] = turn(x, y, c, s)
                    squares[p], squares[q] = (add_products(conjugates(z), z).real for z in (columns[p], columns[q]))
                    if vectors:
                        vectors[p], vectors[q] = turn(vectors[p], vectors[q], c, s)
                    turned = True
        if not turned:
            return
    raise LinAlgError(f"svd: os giros não convergiram em {SWEEPS} varreduras de {len(columns)} colunas")
# --8<-- [end:straighten]


# --8<-- [start:decompose]
def decompose(a: Matrix, n: int, full: bool, wanted: bool) -> tuple[Matrix, list[float], Matrix]:
    r"""As três partes de uma matriz m×n: as colunas de $U$, os valores singulares, as linhas de $V^T$.

    De uma matriz deitada decompõe-se a transposta, $A^T = V \Sigma U^T$. Se há infinitos, tudo é `nan`.

    Args:
        a: As linhas da matriz.
        n: O número de colunas.
        full: Se $U$ e $V$ são quadradas, ou só têm as colunas que multiplicam um valor singular.
        wanted: Se $U$ e $V$ são pedidas.

    Raises:
        LinAlgError: Se algum elemento for `nan`, ou se os giros não convergirem.

    Examples:
        >>> decompose([[0.0, 2.0], [3.0, 0.0]], 2, True, False)
        ([], [3.0, 2.0], [])
    """
    m, scale = len(a), scale_of(a)
    if any(z != z for row in a for z in row):
        raise LinAlgError(f"svd: não converge, pois há nan na matriz {m}×{n}")
    if m < n:
        u, values, vh = decompose([conjugates(column) for column in zip(*a)] or identity_rows(0, n), m, full, wanted)
        return [conjugates(row) for row in vh], values, [conjugates(column) for column in u]
    if math.isnan(scale):
        sides = identity_rows(m, m if full else n), identity_rows(n, n)
        u, vh = ([[math.nan for _ in row] for row in side] for side in sides)
        return u, [math.nan] * n, vh
    columns = transposed([[z / scale for z in row] for row in a], n)
    vectors = identity_rows(n, n if wanted else 0)
    straighten(columns, vectors)
    sizes = [size(column) for column in columns]
    order = sorted(range(n), key=lambda k: -sizes[k])
    values = [sizes[k] * scale for k in order]
    if not wanted:
        return [], values, []
    return directions([columns[k] for k in order], m, m if full else n), values, [conjugates(vectors[k]) for k in order]


def directions(columns: Matrix, m: int, count: int) -> Matrix:
    """As direções de colunas perpendiculares, da maior à menor, completadas até `count` por outras perpendiculares.

    São as colunas de $Q$, com o sinal que elas tinham; onde a coluna é só uma sobra, a que os espelhos deixarem.

    Examples:
        >>> first, second = directions([[0.0, 2.0], [0.0, 0.0]], 2, 2)
        >>> first[1], second[1]
        (1.0, 0.0)
    """
    units = [[z / length for z in column] if (length := size(column)) else column for column in columns]
    mirrors = triangle(units)
    found = rotation(mirrors, m, count)
    for k, unit in enumerate(units):
        if unit[k] != 0:
            found[k] = [z * (unit[k] / abs(unit[k])) for z in found[k]]
    return found
# --8<-- [end:decompose]


class SVDResult(NamedTuple):
    """O que `svd` devolve: os dois giros e, entre eles, os valores singulares.

    Examples:
        >>> SVDResult(1, 2, 3).S
        2
    """

    U: Any
    S: Any
    Vh: Any


def svd(x: Any, /, full_matrices: bool = True, compute_uv: bool = True) -> Any:
    r"""Decompõe matrizes m×n em valores singulares: $A = U \Sigma V^T$.

    Args:
        x: Matrizes de forma (…, m, n).
        full_matrices: Se $U$ é m×m e $V^T$ é n×n; senão, só as min(m, n) colunas e linhas que a conta usa.
        compute_uv: Com `False`, só os valores singulares.

    Returns:
        $U$, de colunas perpendiculares; os valores singulares, do maior ao menor; $V^T$ (de complexos, $V^H$).

    Raises:
        LinAlgError: Se `x` não tiver dois eixos, ou se houver `nan`.

    Examples:
        >>> U, S, Vh = svd([[0, 2], [3, 0]])
        >>> print(S)
        [3. 2.]
        >>> print(U @ np.diag(S) @ Vh)
        [[0. 2.]
         [3. 0.]]
    """
    x = floating("svd", x)
    (m, n), front = x.shape[-2:], x.shape[:-2]
    left: Matrix = []
    values: list[list[float]] = []
    right: Matrix = []
    for a in matrices(x):
        u, found, vh = decompose(a, n, full_matrices, compute_uv)
        left += transposed(u, m)
        values.append(found)
        right += vh
    k, rows, columns = min(m, n), *((m, n) if full_matrices else (min(m, n),) * 2)
    singular = stacked(values, (*front, k), real_type(x.dtype))
    if not compute_uv:
        return singular
    return SVDResult(stacked(left, (*front, m, rows), x.dtype), singular, stacked(right, (*front, columns, n), x.dtype))


def svdvals(x: Any, /) -> Tensor:
    """Só os valores singulares, do maior ao menor.

    Examples:
        >>> svdvals([[0, 2], [3, 0]])
        array([3., 2.])
    """
    found: Tensor = svd(x, compute_uv=False)
    return found


# --8<-- [start:rank]
def relative_to_largest(x: Tensor, s: Tensor, rtol: Any) -> Tensor:
    """Abaixo de que tamanho um valor singular é só arredondamento: uma fração do maior deles.

    Args:
        x: As matrizes.
        s: Os valores singulares delas.
        rtol: A fração; `None`, o lado maior vezes a menor diferença que o tipo enxerga em torno de 1.

    Examples:
        >>> relative_to_largest(eye(2), array([2.0, 1.0]), 0.25)
        array([0.5])
    """
    if rtol is None:
        rtol = max(x.shape[-2:]) * float(finfo(s.dtype).eps)
    return asarray(multiply(max_of(s, -1, keepdims=True, initial=0), asarray(rtol, s.dtype)[..., None]))


def matrix_rank(x: Any, /, tol: Any = None, *, rtol: Any = None) -> Any:
    """Posto: quantos valores singulares não são zero, isto é, quantas direções a matriz não achata.

    Args:
        x: Matrizes de forma (…, m, n). De um vetor ou um escalar, 0 se tudo nele for zero, senão 1.
        tol: Acima de que tamanho um valor singular conta.
        rtol: O mesmo, como fração do maior; sem nenhum dos dois, o que o arredondamento pode ter deixado.

    Raises:
        LinAlgError: Se houver `nan`.

    Examples:
        >>> matrix_rank([[1, 2], [2, 4]])
        np.int64(1)
    """
    x = asarray(x)
    if x.ndim < 2:
        return int(any_of(x))
    s = svdvals(x)
    limit = relative_to_largest(x, s, rtol) if tol is None else asarray(tol)[..., None]
    return sum_of(greater(s, limit), -1, dtype=int64)
# --8<-- [end:rank]


# --8<-- [start:pinv]
def pinv(x: Any, /, rcond: Any = None, *, rtol: Any = None) -> Tensor:
    r"""Pseudoinversa: desfaz o que a matriz faz, onde dá para desfazer, $A^+ = V \Sigma^{+} U^T$.

    $\Sigma^+$ troca cada valor singular pelo inverso; os que são só arredondamento viram zero.

    Args:
        x: Matrizes de forma (…, m, n).
        rcond: Até que fração do maior um valor singular é zero.
        rtol: O mesmo; sem nenhum dos dois, o que o arredondamento pode ter deixado.

    Returns:
        Matrizes de forma (…, n, m).

    Raises:
        LinAlgError: Se `x` não tiver dois eixos, ou se houver `nan`.

    Examples:
        >>> pinv([[2, 0], [0, 0], [0, 0]])
        array([[0.5, 0. , 0. ],
               [0. , 0. , 0. ]])
    """
    x = floating("pinv", x)
    u, s, vh = svd(x, full_matrices=False)
    kept = greater(s, relative_to_largest(x, s, rtol if rcond is None else rcond))
    inverse = where(kept, divide(1, where(kept, s, 1)), 0)
    found: Tensor = matmul(multiply(matrix_transpose(conj(vh)), inverse[..., None, :]), matrix_transpose(conj(u)))
    return found
# --8<-- [end:pinv]


# --8<-- [start:lstsq]
def lstsq(a: Any, b: Any, rcond: Any = None) -> tuple[Tensor, Tensor, int, Tensor]:
    r"""Mínimos quadrados: o $x$ que deixa $\|Ax - b\|$ menor; se há muitos, o mais curto deles.

    Args:
        a: Matriz de forma (m, n).
        b: Vetor (m,), ou matriz (m, k), um problema por coluna.
        rcond: Como em `pinv`.

    Returns:
        A solução; a soma dos quadrados do que faltou, por coluna (vazia, se $A$ não tem posto n ou não sobram linhas);
        o posto; os valores singulares.

    Raises:
        LinAlgError: Se as linhas não forem tantas em `a` quantas em `b`, se `a` não for uma matriz, se houver `nan`.

    Examples:
        >>> x, rest, rank, s = lstsq([[1, 0], [1, 1], [1, 2]], [1, 2, 4])
        >>> print(x.round(4), rest.round(4), rank)
        [0.8333 1.5   ] [0.1667] 2
    """
    a, b = floating("lstsq", a), asarray(b)
    b = b if b.dtype.kind in "fc" else astype(b, float64)
    if a.ndim != 2 or b.ndim not in (1, 2) or a.shape[0] != b.shape[0]:
        raise LinAlgError(f"lstsq: espera uma matriz e outras tantas linhas, e as formas são {a.shape} e {b.shape}")
    x, s = matmul(pinv(a, rcond), b), svdvals(a)
    rank = int(matrix_rank(a, rtol=rcond))
    rest = square(magnitude(subtract(b, matmul(a, x))))
    exact = rank < a.shape[1] or a.shape[0] <= a.shape[1]
    return x, zeros(0, s.dtype) if exact else sum_of(rest[:, None] if b.ndim == 1 else rest, 0), rank, s
# --8<-- [end:lstsq]
