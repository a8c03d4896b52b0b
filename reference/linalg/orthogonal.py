r"""QR: toda matriz é um giro vezes um triângulo, $A = QR$.

As colunas de $Q$ são setas de comprimento 1, perpendiculares duas a duas; $R$ diz como as de $A$ se escrevem com elas.
Chega-se lá com **espelhos** (as reflexões de Householder): cada um deita uma coluna sobre um eixo.
"""

import math
from collections.abc import Sequence
from typing import Any, NamedTuple

from reference.linalg.stacks import (
    Matrix,
    conjugates,
    floating,
    identity_rows,
    matrices,
    stacked,
    transposed,
)
from reference.operations.combining import add_products


# --8<-- [start:size]
def size(x: Sequence[Any]) -> float:
    r"""Comprimento de um vetor, $\sqrt{\sum_i |x_i|^2}$, sem que os quadrados transbordem ou sumam.

    Examples:
        >>> size([3.0, 4.0]), size([3e200, 4e200]) < math.inf
        (5.0, True)
    """
    return math.hypot(*(part for z in x for part in (z.real, z.imag)))
# --8<-- [end:size]


# --8<-- [start:mirror]
def mirror(x: Sequence[Any]) -> tuple[list[Any], Any, Any]:
    r"""O espelho que deita `x` sobre o primeiro eixo: $H = I - \tau v v^T$, com $v_0 = 1$.

    Ele leva $x$ a $(\beta, 0, \dots, 0)$; $\beta$ tem o sinal contrário ao de $x_0$, para que $x_0 - \beta$ seja uma
    soma, e não uma diferença que se cancela.

    Returns:
        $v$, $\tau$ e $\beta$; $\tau = 0$ (não há o que espelhar) se `x` já estiver deitado.

    Examples:
        >>> mirror([3.0, 4.0])
        ([1.0, 0.5], 1.6, -5.0)
    """
    first, rest = x[0], x[1:]
    if not any(rest) and not first.imag:
        return [1.0, *rest], 0.0, first
    beta = -math.copysign(size(x), first.real)
    return [1.0, *(z / (first - beta) for z in rest)], (beta - first) / beta, beta


def reflect(column: list[Any], v: Sequence[Any], tau: Any) -> list[Any]:
    r"""A imagem de uma coluna no espelho: $Hx = x - \tau\,(v \cdot x)\,v$.

    Examples:
        >>> reflect([3.0, 4.0], [1.0, 0.5], 1.6)
        [-5.0, 0.0]
    """
    times = tau * add_products(conjugates(v), column)
    return [x - times * z for x, z in zip(column, v)]
# --8<-- [end:mirror]


# --8<-- [start:triangle]
def triangle(columns: Matrix) -> list[tuple[list[Any], Any]]:
    """Deita as colunas uma a uma, no lugar, até sobrar o triângulo $R$.

    O espelho da coluna `k` não toca as linhas de cima: só olha da `k` para baixo.

    Args:
        columns: As colunas da matriz, que mudam.

    Returns:
        Os espelhos, na ordem.

    Examples:
        >>> columns = [[3.0, 4.0], [5.0, 10.0]]
        >>> mirrors = triangle(columns)
        >>> columns
        [[-5.0, 0.0], [-11.0, 2.0]]
    """
    mirrors = []
    for k, column in enumerate(columns[: len(columns[0])] if columns else ()):
        v, tau, beta = mirror(column[k:])
        column[k:] = [beta] + [0.0] * (len(column) - k - 1)
        for other in columns[k + 1 :] if tau != 0 else ():
            other[k:] = reflect(other[k:], v, tau.conjugate())
        mirrors.append((v, tau))
    return mirrors


def rotation(mirrors: Sequence[tuple[list[Any], Any]], m: int, count: int) -> Matrix:
    """As `count` primeiras colunas de $Q$: as da identidade, vistas nos espelhos do último ao primeiro.

    Examples:
        >>> rotation([([1.0, 0.5], 1.6)], 2, 1)
        [[-0.6000000000000001, -0.8]]
    """
    columns = identity_rows(m, count)
    for k, (v, tau) in reversed(list(enumerate(mirrors))):
        for column in columns[k + 1 :] if tau != 0 else ():
            column[k:] = reflect(column[k:], v, tau)
        columns[k][k:] = [1 - tau, *(-tau * z for z in v[1:])]  # esta ainda era a da identidade
    return columns
# --8<-- [end:triangle]


class QRResult(NamedTuple):
    """O que `qr` devolve: a matriz de colunas perpendiculares e o triângulo.

    Examples:
        >>> QRResult(1, 2).R
        2
    """

    Q: Any
    R: Any


def qr(x: Any, /, mode: str = "reduced") -> Any:
    r"""Fatora matrizes m×n: $A = QR$, com as colunas de $Q$ perpendiculares e $R$ triangular.

    Args:
        x: Matrizes de forma (…, m, n).
        mode: `"reduced"`, $Q$ com min(m, n) colunas; `"complete"`, com m, um giro inteiro; `"r"`, só $R$.

    Raises:
        LinAlgError: Se `x` não tiver dois eixos.
        ValueError: Se o modo não existir.

    Examples:
        >>> Q, R = qr([[3, 5], [4, 10]])
        >>> print(Q.round(6), R.round(6), sep="\n")
        [[-0.6 -0.8]
         [-0.8  0.6]]
        [[ -5. -11.]
         [  0.   2.]]
    """
    if mode not in ("reduced", "complete", "r"):
        raise ValueError(f"qr: o modo {mode!r} não existe; os que existem são 'reduced', 'complete' e 'r'")
    x = floating("qr", x)
    (m, n), front = x.shape[-2:], x.shape[:-2]
    count = m if mode == "complete" else min(m, n)
    q: Matrix = []
    r: Matrix = []
    for a in matrices(x):
        columns = transposed(a, n)
        mirrors = triangle(columns)
        r += transposed(columns, m)[:count]
        if mode != "r":
            q += transposed(rotation(mirrors, m, count), m)
    found = stacked(r, (*front, count, n), x.dtype)
    return found if mode == "r" else QRResult(stacked(q, (*front, m, count), x.dtype), found)
