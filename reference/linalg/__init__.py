"""Álgebra linear: `np.linalg`, com os nomes do padrão Array API e os do NumPy.

Cada módulo é uma ideia: medir (`norms`), eliminar (`elimination`), tirar a raiz (`cholesky`), girar (`orthogonal`),
achar as direções próprias (`eigen`), os valores singulares (`singular`); e `stacks`, o que é de todos.
"""

from typing import Any

from reference.linalg.cholesky import cholesky
from reference.linalg.eigen import eigh, eigvalsh
from reference.linalg.elimination import det, inv, matrix_power, slogdet, solve
from reference.linalg.norms import cond, matrix_norm, norm, vector_norm
from reference.linalg.orthogonal import qr
from reference.linalg.schur import eig, eigvals
from reference.linalg.singular import lstsq, matrix_rank, pinv, svd, svdvals
from reference.linalg.stacks import LinAlgError, cross, diagonal, outer, trace
from reference.operations.contraction import tensordot, vecdot
from reference.operations.dot import matmul
from reference.operations.reshaping import matrix_transpose

__all__ = [
    "LinAlgError",
    "cholesky",
    "cond",
    "cross",
    "det",
    "diagonal",
    "eig",
    "eigh",
    "eigvals",
    "eigvalsh",
    "inv",
    "lstsq",
    "matmul",
    "matrix_norm",
    "matrix_power",
    "matrix_rank",
    "matrix_transpose",
    "norm",
    "outer",
    "pinv",
    "qr",
    "slogdet",
    "solve",
    "svd",
    "svdvals",
    "tensordot",
    "trace",
    "vecdot",
    "vector_norm",
]


def __getattr__(name: str) -> Any:
    """Diz que não se oferece o que se pediu."""
    raise AttributeError(f"linalg.{name}: não é oferecido aqui; o que há está em linalg.__all__")
