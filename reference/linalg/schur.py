r"""Autovalores de qualquer matriz quadrada, mesmo torta: giros que a deixam triangular, $A = Q T Q^H$ (Schur).

Uma matriz que não é simétrica pode girar tudo e não ter direção real que fique parada: os autovalores são complexos.
Num triângulo eles estão na diagonal, e os autovetores saem por substituição.
"""

import cmath
import math
from typing import Any, NamedTuple

from reference.linalg.orthogonal import mirror, reflect, size
from reference.linalg.stacks import (
    LinAlgError,
    Matrix,
    conjugates,
    identity_rows,
    matrices,
    real_type,
    scale_of,
    square,
    stacked,
    transposed,
)
from reference.operations.combining import add_products
from reference.tensors.dtypes import COMPLEX
from reference.tensors.tensor import Tensor

EPSILON = 2.0**-52
NOTHING = 1e-100
"""Que fração do maior elemento já não conta num degrau, por menores que sejam os vizinhos dele."""

TRIES = 60
"""Quantas voltas se dão por autovalor antes de desistir; na prática bastam duas ou três."""


# --8<-- [start:both_sides]
def both_sides(h: Matrix, q: Matrix, first: int, v: list[Any], tau: Any) -> None:
    """Um espelho dos dois lados, $P^H H P$: as linhas de `first` em diante e as colunas de mesmo número; `q` vira $QP$.

    Examples:
        >>> h = [[1.0, 2.0], [3.0, 4.0]]
        >>> both_sides(h, [], 0, [1.0, -1.0], 1.0)  # este espelho troca os dois eixos
        >>> h
        [[4.0, 3.0], [2.0, 1.0]]
    """
    last = first + len(v)
    h[first:last] = transposed([reflect(list(c), v, tau.conjugate()) for c in zip(*h[first:last])], 0)
    mirrored = conjugates(v)
    for row in (*h, *q):
        row[first:last] = reflect(row[first:last], mirrored, tau)


def hessenberg(h: Matrix, q: Matrix) -> None:
    """Zera tudo o que está abaixo da diagonal vizinha à principal, no lugar: um triângulo com um degrau a mais.

    Mais que isso não se consegue de uma vez: o espelho que zerasse o degrau estragaria, do outro lado, o que fez.

    Examples:
        >>> h = [[1.0, 2.0, 3.0], [3.0, 5.0, 6.0], [4.0, 8.0, 9.0]]
        >>> hessenberg(h, [])
        >>> [row[0] for row in h]
        [1.0, -5.0, 0.0]
    """
    for k in range(len(h) - 2):
        v, tau, beta = mirror([row[k] for row in h[k + 1 :]])
        if tau != 0:
            both_sides(h, q, k + 1, v, tau)
        for i, row in enumerate(h[k + 1 :]):
            row[k] = 0.0 if i else beta
# --8<-- [end:both_sides]


# --8<-- [start:chase]
def chase(h: Matrix, q: Matrix, low: int, high: int, shift: tuple[Any, Any, Any]) -> None:
    r"""Uma volta de Francis no bloco de `low` a `high`: cria um calombo no degrau e o empurra até cair pelo fim.

    O calombo é a primeira coluna de $(H - xI)(H - yI) - wI$, que só tem três números; cada espelho o desce uma linha.
    É como dar de uma vez duas voltas do laço $H - \sigma I = QR$, $H \leftarrow RQ + \sigma I$, sendo os dois $\sigma$
    os autovalores de $\begin{pmatrix}x & w\\ 1 & y\end{pmatrix}$: ainda que sejam complexos, a conta é real.

    Examples:
        >>> h = [[0.0, 0.0, 6.0], [1.0, 0.0, -11.0], [0.0, 1.0, 6.0]]
        >>> for _ in range(20):
        ...     chase(h, [], 0, 2, (1.0, 2.0, 0.0))
        >>> math.isclose(h[0][0], 3.0) or math.isclose(h[2][2], 3.0)
        True
    """
    x, y, w = shift
    (a, b), (c, d) = h[low][low : low + 2], h[low + 1][low : low + 2]
    bulge = [(a - x) * (a - y) - w + b * c, c * ((a - x) + (d - y)), c * h[low + 2][low + 1]]
    for k in range(low, high):
        v, tau, beta = mirror(bulge[: high - k + 1])
        if tau != 0:
            both_sides(h, q, k, v, tau)
        if k > low:
            for i in range(k, min(k + 3, high + 1)):
                h[i][k - 1] = beta if i == k else 0.0
        bulge = [row[k] for row in h[k + 1 : k + 4]]


def triangular(h: Matrix, q: Matrix) -> None:
    """De Hessenberg a um triângulo com degraus soltos de 2×2, no lugar: dá voltas até cada degrau ser desprezível.

    Raises:
        LinAlgError: Se depois de 60 voltas por autovalor ainda houver dois degraus seguidos.

    Examples:
        >>> h = [[0.0, 0.0, 6.0], [1.0, 0.0, -11.0], [0.0, 1.0, 6.0]]
        >>> triangular(h, [])
        >>> 0.0 in (h[1][0], h[2][1])
        True
    """
    size_of_h = max((abs(z) for row in h for z in row), default=0.0)
    high = len(h) - 1
    tries = 0
    while high > 0:
        low = high
        while low > 0 and not negligible(h, low, size_of_h):
            low -= 1
        if high - low < 2:
            high, tries = low - 1, 0
            continue
        tries += 1
        if tries > TRIES:
            raise LinAlgError(f"eig: as voltas não convergiram em {TRIES} por autovalor, na matriz {len(h)}×{len(h)}")
        (a, b), (c, d) = h[high - 1][high - 1 : high + 1], h[high][high - 1 : high + 1]
        shift = (d, a, b * c)
        if tries % 10 == 0:  # parou de andar: um deslocamento que não vem da matriz desfaz o empate
            odd = d + 0.75 * (abs(c) + abs(h[high - 1][high - 2]))
            shift = (odd, odd, -0.4 * (odd - d) * (odd - d))
        chase(h, q, low, high, shift)


def negligible(h: Matrix, k: int, largest: float) -> bool:
    """Se o degrau entre as linhas `k - 1` e `k` é só arredondamento; se for, vira zero.

    Examples:
        >>> negligible([[1.0, 2.0], [1e-20, 3.0]], 1, 3.0)
        True
    """
    around = abs(h[k - 1][k - 1]) + abs(h[k][k])
    if abs(h[k][k - 1]) > max(EPSILON * around, NOTHING * largest):
        return False
    h[k][k - 1] = 0.0
    return True
# --8<-- [end:chase]


# --8<-- [start:split]
def split(h: Matrix, q: Matrix, k: int) -> None:
    r"""Desfaz o degrau 2×2 das linhas `k` e `k + 1`: um espelho que põe o primeiro autovetor dele no eixo.

    Os dois autovalores são as raízes de $\lambda^2 - (a + d)\lambda + (ad - bc)$; se o degrau é real e elas não, são
    conjugadas exatas, a de parte imaginária positiva primeiro.

    Examples:
        >>> h = [[0.0, -4.0], [1.0, 0.0]]
        >>> split(h, [], 0)
        >>> h[0][0], h[1][1]
        (2j, -2j)
    """
    (a, b), (c, d) = h[k][k : k + 2], h[k + 1][k : k + 2]
    half = (a - d) / 2
    inside = half * half + b * c
    pair = not isinstance(inside, complex) and inside < 0
    root: Any = cmath.sqrt(inside) if pair or isinstance(inside, complex) else math.sqrt(inside)
    if root.real * half.real + root.imag * half.imag < 0:  # soma, e não diferença que se cancela
        root = -root
    first = d + (half + root)
    second = first.conjugate() if pair else a + d - first
    v, tau, _ = mirror([first - d, c])
    both_sides(h, q, k, v, tau)
    h[k][k], h[k + 1][k + 1], h[k + 1][k] = first, second, 0.0
# --8<-- [end:split]


# --8<-- [start:schur]
def schur(a: Matrix, wanted: bool) -> tuple[Matrix, Matrix]:
    """O triângulo, com os autovalores na diagonal, e as linhas do giro, se pedidas.

    Examples:
        >>> t, q = schur([[2.0, 1.0], [0.0, 3.0]], False)
        >>> t[0][0], t[1][1]
        (2.0, 3.0)
    """
    q = identity_rows(len(a), len(a) if wanted else 0)
    hessenberg(a, q)
    triangular(a, q)
    for k in range(len(a) - 1):
        if a[k + 1][k] != 0:
            split(a, q, k)
    return a, q


def direction(t: Matrix, q: Matrix, k: int) -> list[Any]:
    r"""O autovetor do autovalor `k` do triângulo: resolve $(T - \lambda_k I)\,y = 0$ de baixo para cima, e gira.

    O maior elemento dele fica real.

    Examples:
        >>> direction([[2.0, 1.0], [0.0, 3.0]], [[1.0, 0.0], [0.0, 1.0]], 1)
        [1.0, 1.0]
    """
    smallest = EPSILON * max(abs(z) for row in t for z in row) or 1.0
    y: list[Any] = [1.0]
    for i in reversed(range(k)):
        gap = t[i][i] - t[k][k]
        y.insert(0, -add_products(t[i][i + 1 : k + 1], y) / (gap if abs(gap) > smallest else smallest))
        if (length := size(y)) > 1e100:
            y = [z / length for z in y]
    x = [add_products(row[: k + 1], y) for row in q]
    largest = max(x, key=abs)
    return [z / largest * abs(largest) for z in x] if largest.imag else x
# --8<-- [end:schur]


def decompose(a: Matrix, wanted: bool) -> tuple[list[Any], Matrix]:
    """Autovalores e, se pedidos, autovetores, uma lista para cada um.

    Numa matriz real, o autovetor de um autovalor real é real, e o do conjugado é o conjugado.

    Raises:
        LinAlgError: Se algum elemento não for finito, ou se as voltas não convergirem.

    Examples:
        >>> decompose([[0.0, -1.0], [1.0, 0.0]], False)
        ([1j, -1j], [])
    """
    scale, real = scale_of(a), not any(isinstance(z, complex) for row in a for z in row)
    if math.isnan(scale):
        raise LinAlgError(f"eig: a matriz {len(a)}×{len(a)} tem nan ou infinito")
    t, q = schur([[z / scale for z in row] for row in a], wanted)
    values = [row[k] * scale for k, row in enumerate(t)]
    vectors: Matrix = []
    for k, value in enumerate(values if wanted else ()):
        if real and value.imag < 0:
            vectors.append(conjugates(vectors[-1]))
        else:
            vector = direction(t, q, k)
            if real and not value.imag:
                vector = [z.real for z in vector]
            length = size(vector)
            vectors.append([z / length for z in vector])
    return values, vectors


class EigResult(NamedTuple):
    """O que `eig` devolve: os autovalores e a matriz que tem os autovetores por colunas.

    Examples:
        >>> EigResult(1, 2).eigenvectors
        2
    """

    eigenvalues: Any
    eigenvectors: Any


def eig(x: Any, /) -> EigResult:
    r"""Autovalores e autovetores de matrizes quadradas quaisquer: $A v = \lambda v$.

    Args:
        x: Matrizes de forma (…, n, n).

    Returns:
        Os autovalores, de forma (…, n), sem ordem certa, e os autovetores, um por coluna, de comprimento 1. São sempre
        complexos, ainda que a parte imaginária seja zero, como pede o padrão; o NumPy só os dá complexos se precisa.

    Raises:
        LinAlgError: Se as matrizes não forem quadradas, se houver `nan` ou infinitos, se as voltas não convergirem.

    Examples:
        >>> eig([[0, -1], [1, 0]]).eigenvalues
        array([0.+1.j, 0.-1.j])
    """
    x = square("eig", x)
    values: list[list[Any]] = []
    columns: Matrix = []
    for a in matrices(x):
        found, vectors = decompose(a, True)
        values.append(found)
        columns += transposed(vectors, 0)
    kind = COMPLEX[real_type(x.dtype)]
    return EigResult(stacked(values, x.shape[:-1], kind), stacked(columns, x.shape, kind))


def eigvals(x: Any, /) -> Tensor:
    """Só os autovalores, complexos e sem ordem certa.

    Examples:
        >>> eigvals([[2, 1], [0, 3]])
        array([2.+0.j, 3.+0.j])
    """
    x = square("eigvals", x)
    return stacked((decompose(a, False)[0] for a in matrices(x)), x.shape[:-1], COMPLEX[real_type(x.dtype)])
