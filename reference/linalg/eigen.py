r"""Autovalores e autovetores: as direções em que uma matriz só estica, $A v = \lambda v$.

As de uma matriz simétrica são perpendiculares duas a duas, e os laços de Jacobi as acham girando dois eixos de cada
vez, até nada sobrar fora da diagonal: $A = V \Lambda V^T$.
"""

import math
from collections.abc import Sequence
from typing import Any, NamedTuple

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
from reference.tensors.tensor import Tensor

SWEEPS = 60
"""Quantas vezes se percorre a matriz antes de desistir; na prática bastam umas dez."""


# --8<-- [start:turn]
def angle(p: float, q: float, between: Any) -> tuple[float, Any, float]:
    r"""O giro que põe na diagonal uma matriz simétrica 2×2, $\begin{pmatrix}p & b\\ \bar b & q\end{pmatrix}$.

    Dos dois ângulos que servem, o menor: até 45 graus.

    Returns:
        O cosseno, o seno (complexo, se $b$ for) e quanto a diagonal muda: fica $p - d$ e $q + d$.

    Examples:
        >>> c, s, d = angle(2.0, 2.0, 1.0)
        >>> c == s, math.isclose(c, math.sqrt(0.5)), d
        (True, True, 1.0)
    """
    size = abs(between)
    slope = (q - p) / (2 * size)
    t = math.copysign(1.0, slope) / (abs(slope) + math.hypot(1.0, slope))
    c = 1 / math.hypot(1.0, t)
    return c, t * c * (between / size), t * size


def turn(x: Sequence[Any], y: Sequence[Any], c: float, s: Any) -> tuple[list[Any], list[Any]]:
    r"""Dois vetores girados juntos: $c\,x - \bar s\,y$ e $s\,x + c\,y$.

    Examples:
        >>> turn([1.0, 0.0], [0.0, 1.0], 0.6, 0.8)
        ([0.6, -0.8], [0.8, 0.6])
    """
    mirrored = s.conjugate()
    return [c * a - mirrored * b for a, b in zip(x, y)], [s * a + c * b for a, b in zip(x, y)]
# --8<-- [end:turn]


# --8<-- [start:diagonalize]
def diagonalize(a: Matrix, vectors: Matrix) -> None:
    r"""Gira uma matriz simétrica, no lugar, até ela ser diagonal; `vectors` gira junto.

    Cada giro zera um par de elementos e estraga um pouco os outros zeros, mas a soma dos quadrados fora da diagonal
    sempre diminui; quando ela já é pequena, cada varredura a eleva ao quadrado.

    Args:
        a: Linhas de uma matriz simétrica (ou hermitiana), que muda.
        vectors: As colunas da identidade, que viram os autovetores; vazia, se ninguém os quer.

    Raises:
        LinAlgError: Se depois de 60 varreduras ainda sobrar alguma coisa.

    Examples:
        >>> a = [[2.0, 1.0], [1.0, 2.0]]
        >>> diagonalize(a, [])
        >>> a
        [[1.0, 0.0], [0.0, 3.0]]
    """
    small = 2.0**-54 * max((abs(z) for row in a for z in row), default=0.0)
    for _ in range(SWEEPS):
        turned = False
        for p in range(len(a)):
            for q in range(p + 1, len(a)):
                if abs(a[p][q]) > small:
                    turn_plane(a, vectors, p, q)
                    turned = True
        if not turned:
            return
    raise LinAlgError(f"eigh: os giros não convergiram em {SWEEPS} varreduras de uma matriz {len(a)}×{len(a)}")


def turn_plane(a: Matrix, vectors: Matrix, p: int, q: int) -> None:
    """Gira os eixos `p` e `q` até `a[p][q]` ser zero: duas linhas, as duas colunas que são o espelho delas, a diagonal.

    Examples:
        >>> a = [[2.0, 1.0], [1.0, 2.0]]
        >>> turn_plane(a, [], 0, 1)
        >>> a
        [[1.0, 0.0], [0.0, 3.0]]
    """
    low, high = a[p][p], a[q][q]
    c, s, change = angle(low, high, a[p][q])
    a[p], a[q] = turn(a[p], a[q], c, s.conjugate())
    for row, z, w in zip(a, a[p], a[q]):
        row[p], row[q] = z.conjugate(), w.conjugate()
    a[p][p], a[p][q], a[q][p], a[q][q] = low - change, 0.0, 0.0, high + change
    if vectors:
        vectors[p], vectors[q] = turn(vectors[p], vectors[q], c, s)
# --8<-- [end:diagonalize]


def symmetric(a: Matrix, upper: bool, scale: float) -> Matrix:
    """A matriz simétrica (ou hermitiana) que tem este triângulo, dividida por `scale`.

    Examples:
        >>> symmetric([[2.0, 0.0], [4.0, 6.0]], False, 2.0)
        [[1.0, 2.0], [2.0, 3.0]]
    """
    if upper:
        a = [conjugates(column) for column in zip(*a)]
    n = len(a)
    full: Matrix = [[a[i][j] / scale if j < i else a[j][i].conjugate() / scale for j in range(n)] for i in range(n)]
    for i in range(n):
        full[i][i] = a[i][i].real / scale
    return full


# --8<-- [start:spectrum]
def spectrum(a: Matrix, upper: bool, wanted: bool) -> tuple[list[float], Matrix]:
    """Autovalores em ordem crescente e, se pedidos, os autovetores na mesma ordem, uma lista para cada um.

    De uma matriz com `nan` ou infinito, tudo é `nan`.

    Examples:
        >>> spectrum([[2.0, 1.0], [1.0, 2.0]], False, False)
        ([1.0, 3.0], [])
    """
    n, scale = len(a), scale_of(a)
    vectors = identity_rows(n, n if wanted else 0)
    if math.isnan(scale):
        return [math.nan] * n, [[math.nan] * n for _ in vectors]
    a = symmetric(a, upper, scale)
    diagonalize(a, vectors)
    order = sorted(range(n), key=lambda k: a[k][k])
    return [a[k][k] * scale for k in order], [vectors[k] for k in order] if wanted else []
# --8<-- [end:spectrum]


class EighResult(NamedTuple):
    """O que `eigh` devolve: os autovalores e a matriz que tem os autovetores por colunas.

    Examples:
        >>> EighResult(1, 2).eigenvectors
        2
    """

    eigenvalues: Any
    eigenvectors: Any


def check_triangle(name: str, UPLO: str) -> bool:
    """Se o triângulo pedido é o de cima.

    Raises:
        ValueError: Se não for `"L"` nem `"U"`.

    Examples:
        >>> check_triangle("eigh", "U")
        True
    """
    if UPLO.upper() not in ("L", "U"):
        raise ValueError(f"{name}: UPLO={UPLO!r} não existe; é 'L' (o triângulo de baixo) ou 'U' (o de cima)")
    return UPLO.upper() == "U"


def eigh(x: Any, /, UPLO: str = "L") -> EighResult:
    r"""Autovalores e autovetores de matrizes simétricas (ou hermitianas): $A = V \Lambda V^T$.

    Args:
        x: Matrizes de forma (…, n, n).
        UPLO: Que triângulo se lê: `"L"`, o de baixo; `"U"`, o de cima. O outro é o espelho dele.

    Returns:
        Os autovalores, em ordem crescente, de forma (…, n), e os autovetores, um por coluna, perpendiculares e de
        comprimento 1. O sinal de cada um é arbitrário.

    Raises:
        LinAlgError: Se as matrizes não forem quadradas.
        ValueError: Se `UPLO` não for `"L"` nem `"U"`.

    Examples:
        >>> values, vectors = eigh([[2, 1], [1, 2]])
        >>> print(values, (abs(vectors) ** 2).round(6), sep="\n")
        [1. 3.]
        [[0.5 0.5]
         [0.5 0.5]]
    """
    upper, x = check_triangle("eigh", UPLO), square("eigh", x)
    values: list[list[float]] = []
    columns: Matrix = []
    for a in matrices(x):
        found, vectors = spectrum(a, upper, True)
        values.append(found)
        columns += transposed(vectors, 0)
    return EighResult(stacked(values, x.shape[:-1], real_type(x.dtype)), stacked(columns, x.shape, x.dtype))


def eigvalsh(x: Any, /, UPLO: str = "L") -> Tensor:
    """Só os autovalores, em ordem crescente; os argumentos são os de `eigh`.

    Examples:
        >>> eigvalsh([[2, 0], [0, -1]])
        array([-1.,  2.])
    """
    upper, x = check_triangle("eigvalsh", UPLO), square("eigvalsh", x)
    values = [spectrum(a, upper, False)[0] for a in matrices(x)]
    return stacked(values, x.shape[:-1], real_type(x.dtype))
