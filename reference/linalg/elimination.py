r"""Eliminação: resolver um sistema como no papel, e o que sai de graça dela, o determinante e a inversa.

Tirar de cada linha um múltiplo da de cima até só sobrar um triângulo: $PA = LU$. O triângulo de cima é $U$; os
múltiplos, guardados onde apareceram os zeros, são $L$; as trocas de linhas são $P$.
"""

import math
import operator
from typing import Any, NamedTuple

from reference.linalg.stacks import LinAlgError, Matrix, identity_rows, matrices, one_each, real_type, square, stacked
from reference.operations.broadcasting import broadcast_to
from reference.operations.combining import combine_rows
from reference.operations.dot import matmul
from reference.tensors.creation import asarray, astype, eye
from reference.tensors.dtypes import float64, result_type
from reference.tensors.layout import common_shape
from reference.tensors.tensor import Tensor


# --8<-- [start:factor]
def factor(a: Matrix) -> tuple[list[int], int]:
    r"""Fatora a matriz no lugar, $PA = LU$: acima da diagonal e nela fica $U$; abaixo, $L$, sem a sua diagonal de uns.

    Em cada coluna, a linha que faz a conta (a do **pivô**) é a do maior número em módulo: assim nenhum múltiplo passa
    de 1, e os erros de arredondamento não crescem.

    Args:
        a: Linhas de uma matriz n×n, que mudam.

    Returns:
        Em que ordem ficaram as linhas, e o sinal dessa ordem: 1 se foi um número par de trocas, -1 se ímpar.

    Examples:
        >>> a = [[1.0, 3.0], [2.0, 4.0]]
        >>> factor(a), a
        (([1, 0], -1), [[2.0, 4.0], [0.5, 1.0]])
    """
    order, sign = list(range(len(a))), 1
    for k in range(len(a)):
        p = max(range(k, len(a)), key=lambda i: abs(a[i][k]))
        if p != k:
            a[k], a[p], order[k], order[p], sign = a[p], a[k], order[p], order[k], -sign
        pivot, above = a[k][k], a[k][k + 1 :]
        for row in a[k + 1 :] if pivot != 0 else ():  # pivô zero: a coluna já não tem o que eliminar
            row[k] = times = row[k] / pivot
            row[k + 1 :] = [x - times * y for x, y in zip(row[k + 1 :], above)]
    return order, sign
# --8<-- [end:factor]


# --8<-- [start:substitute]
def substitute(lu: Matrix, b: Matrix) -> Matrix:
    r"""Resolve $LUX = B$: de cima para baixo com $L$, de baixo para cima com $U$.

    Args:
        lu: O que `factor` deixou.
        b: As linhas dos lados direitos, já na ordem das de `lu`.

    Returns:
        As linhas de $X$.

    Examples:
        >>> substitute([[2.0, 4.0], [0.5, 1.0]], [[6.0], [4.0]])
        [[1.0], [1.0]]
    """
    x: Matrix = []
    for i, row in enumerate(b):  # L y = b: cada linha só depende das de cima
        x.append(combine_rows(row, [-times for times in lu[i][:i]], x))
    for i in reversed(range(len(x))):  # U x = y: e agora só das de baixo
        rest = combine_rows(x[i], [-u for u in lu[i][i + 1 :]], x[i + 1 :])
        x[i] = [z / lu[i][i] for z in rest]
    return x
# --8<-- [end:substitute]


# --8<-- [start:solve_one]
def solve_one(name: str, a: Matrix, b: Matrix) -> Matrix:
    r"""Resolve $AX = B$ para uma matriz; `a` muda.

    Raises:
        LinAlgError: Se um pivô for zero: a matriz é singular, e o sistema não tem uma solução só.

    Examples:
        >>> solve_one("solve", [[1.0, 1.0], [1.0, -1.0]], [[5.0], [1.0]])
        [[3.0], [2.0]]
    """
    order, _ = factor(a)
    for k, row in enumerate(a):
        if row[k] == 0:
            raise LinAlgError(f"{name}: a matriz é singular; o pivô da coluna {k} é zero")
    return substitute(a, [b[i] for i in order])
# --8<-- [end:solve_one]


def solve(a: Any, b: Any, /) -> Tensor:
    r"""Resolve o sistema $AX = B$.

    Args:
        a: Matrizes dos coeficientes, de forma (…, n, n).
        b: Lados direitos: um vetor (n,), ou matrizes (…, n, k), um sistema por coluna.

    Returns:
        As soluções, na forma de `b` (repetida, se as pilhas combinarem por broadcasting).

    Raises:
        LinAlgError: Se uma das matrizes não for quadrada, ou for singular.
        ValueError: Se `b` não tiver n linhas.

    Examples:
        >>> solve([[1, 1], [1, -1]], [5, 1])
        array([3., 2.])
        >>> from fractions import Fraction
        >>> solve(array([[Fraction(3)]]), array([Fraction(1)]))
        array([Fraction(1, 3)], dtype=object)
    """
    a, b = square("solve", a, exact=True), asarray(b)
    b = b if b.dtype.kind in "fcO" else astype(b, float64)
    columns = b[:, None] if b.ndim == 1 else b
    if columns.ndim < 2 or columns.shape[-2] != a.shape[-1]:
        raise ValueError(f"solve: a matriz, de forma {a.shape}, pede {a.shape[-1]} linhas, e a forma de b é {b.shape}")
    front, dtype = common_shape(a.shape[:-2], columns.shape[:-2]), result_type(a, b)
    pairs = zip(*(matrices(broadcast_to(x, (*front, *x.shape[-2:]))) for x in (a, columns)))
    solved = (row for left, right in pairs for row in solve_one("solve", left, right))
    x = stacked(solved, (*front, *columns.shape[-2:]), dtype)
    return x[..., 0] if b.ndim == 1 else x


def inv(x: Any, /) -> Tensor:
    r"""Inversa: a matriz que desfaz a outra, $A^{-1}A = I$. Resolve $AX = I$.

    Args:
        x: Matrizes de forma (…, n, n).

    Raises:
        LinAlgError: Se uma delas não for quadrada, ou for singular.

    Examples:
        >>> inv([[1, 2], [3, 5]])
        array([[-5.,  2.],
               [ 3., -1.]])
    """
    x = square("inv", x, exact=True)
    n = x.shape[-1]
    return stacked((row for a in matrices(x) for row in solve_one("inv", a, identity_rows(n, n))), x.shape, x.dtype)


# --8<-- [start:product]
def product(values: list[Any]) -> Any:
    """Produto que só transborda se o resultado transbordar: os grandes e os pequenos se alternam.

    Examples:
        >>> product([1e200, 1e200, 1e-300]), product([])
        (1e+100, 1.0)
    """
    small: list[Any] = []
    large: list[Any] = []
    total, *rest = values or [1.0]
    for z in rest:
        (small if abs(z) <= 1 else large).append(z)
    while small and large:
        total = total * (small if abs(total) > 1 else large).pop()
    for z in small + large:
        total = total * z
    return total
# --8<-- [end:product]


# --8<-- [start:det]
def det(x: Any, /) -> Any:
    r"""Determinante: quantas vezes a transformação aumenta as áreas (os volumes); negativo se ela espelha.

    É o produto dos pivôs, com o sinal trocado a cada troca de linhas.

    Args:
        x: Matrizes de forma (…, n, n).

    Raises:
        LinAlgError: Se não forem quadradas.

    Examples:
        >>> det([[3, 1], [1, 2]])
        np.float64(5.0)
        >>> det([[1, 2], [2, 4]])
        np.float64(0.0)
    """
    x = square("det", x, exact=True)
    found = []
    for a in matrices(x):
        _, sign = factor(a)
        pivots = [row[k] for k, row in enumerate(a)]
        found.append(0 if 0 in pivots else sign * product(pivots))
    return one_each(found, x.shape[:-2], x.dtype)
# --8<-- [end:det]


class SlogdetResult(NamedTuple):
    """O que `slogdet` devolve: o sinal do determinante e o logaritmo do seu módulo.

    Examples:
        >>> SlogdetResult(1.0, 0.0).sign
        1.0
    """

    sign: Any
    logabsdet: Any


def slogdet(x: Any, /) -> SlogdetResult:
    r"""Sinal e logaritmo do módulo do determinante: $\log|\det A| = \sum_k \log|u_{kk}|$, que não transborda.

    Returns:
        O sinal (1, -1, ou 0 se a matriz for singular; de uma complexa, um número de módulo 1) e o logaritmo.

    Raises:
        LinAlgError: Se as matrizes não forem quadradas.

    Examples:
        >>> sign, logabsdet = slogdet([[0, 2], [3, 0]])
        >>> print(sign, logabsdet.round(6))
        -1.0 1.791759
    """
    x = square("slogdet", x)
    signs: list[Any] = []
    logs = []
    for a in matrices(x):
        sign: Any
        _, sign = factor(a)
        pivots = [row[k] for k, row in enumerate(a)]
        sizes = [abs(pivot) for pivot in pivots]
        for pivot, size in zip(pivots, sizes):
            sign = sign * (pivot / size if 0 < size < math.inf else 1)
        signs.append(0 if 0 in sizes else sign)
        logs.append(-math.inf if 0 in sizes else sum(map(math.log, sizes)))
    return SlogdetResult(one_each(signs, x.shape[:-2], x.dtype), one_each(logs, x.shape[:-2], real_type(x.dtype)))


# --8<-- [start:matrix_power]
def matrix_power(x: Any, n: int, /) -> Tensor:
    r"""Potência de uma matriz quadrada: $A^n = A\,A \cdots A$; $A^0 = I$, e a negativa é a potência da inversa.

    Eleva ao quadrado enquanto o expoente cai à metade: $A^{13} = A^8 A^4 A$ pede 5 produtos, e não 12.

    Args:
        x: Matrizes de forma (…, m, m).
        n: Expoente inteiro.

    Raises:
        TypeError: Se o expoente não for inteiro.
        LinAlgError: Se as matrizes não forem quadradas, ou se o expoente for negativo e uma delas singular.

    Examples:
        >>> matrix_power([[1, 1], [1, 0]], 10)
        array([[89, 55],
               [55, 34]])
    """
    x, n = asarray(x), operator.index(n)
    square("matrix_power", x, exact=True)
    if n < 0:
        x, n = inv(x), -n
    power = astype(broadcast_to(eye(x.shape[-1], dtype=x.dtype), x.shape), x.dtype)
    while n:
        if n % 2:
            power = matmul(power, x)
        n //= 2
        x = matmul(x, x) if n else x
    return power
# --8<-- [end:matrix_power]
