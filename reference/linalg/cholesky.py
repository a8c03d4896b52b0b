r"""Cholesky: a raiz quadrada de uma matriz, $A = LL^T$, com $L$ triangular.

Só a têm as matrizes simétricas **positivas definidas**, as que nunca viram um vetor para trás: $x^T A x > 0$. Tentar
fazê-la é o jeito mais barato de saber se uma matriz é uma delas.
"""

import math
from typing import Any

from reference.linalg.stacks import LinAlgError, Matrix, conjugates, matrices, square, stacked
from reference.operations.combining import add_products
from reference.operations.elementwise import conj
from reference.operations.reshaping import matrix_transpose
from reference.tensors.tensor import Tensor


# --8<-- [start:lower]
def lower(a: Matrix) -> Matrix:
    r"""O triângulo $L$ de $A = LL^T$, linha por linha; de complexos, $A = LL^H$, com os conjugados.

    Args:
        a: Linhas de uma matriz n×n simétrica; só se lê o triângulo de baixo.

    Raises:
        LinAlgError: Se $A$ não for positiva definida: apareceria a raiz de um número que não é positivo.

    Examples:
        >>> lower([[4.0, 2.0], [2.0, 5.0]])
        [[2.0, 0.0], [1.0, 2.0]]
    """
    found: Matrix = []
    mirrored: Matrix = []  # as mesmas linhas, conjugadas: as colunas de Lᴴ
    for i, row in enumerate(a):
        line: list[Any] = []
        for j in range(i):
            line.append((row[j] - add_products(line, mirrored[j])) / found[j][j])
        rest = row[i].real - add_products(line, conjugates(line)).real
        if rest <= 0:
            raise LinAlgError(f"cholesky: a matriz {len(a)}×{len(a)} não é positiva definida; o pivô {i} é {rest:.3g}")
        line.append(math.sqrt(rest))
        mirrored.append(conjugates(line))
        found.append(line + [0.0] * (len(a) - i - 1))
    return found
# --8<-- [end:lower]


def cholesky(x: Any, /, *, upper: bool = False) -> Tensor:
    r"""Fatora matrizes positivas definidas: $A = LL^T$, ou $A = U^TU$ com `upper`.

    Args:
        x: Matrizes simétricas de forma (…, n, n); só se lê um dos triângulos, o do resultado.
        upper: Se o triângulo é o de cima.

    Raises:
        LinAlgError: Se uma delas não for quadrada, ou não for positiva definida.

    Examples:
        >>> cholesky([[4, 2], [2, 5]])
        array([[2., 0.],
               [1., 2.]])
        >>> cholesky([[4, 2], [2, 5]], upper=True)
        array([[2., 1.],
               [0., 2.]])
    """
    x = square("cholesky", x)
    if upper:
        return matrix_transpose(conj(cholesky(matrix_transpose(conj(x)))))
    return stacked((row for a in matrices(x) for row in lower(a)), x.shape, x.dtype)
