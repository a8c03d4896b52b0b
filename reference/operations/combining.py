r"""Combinar linhas: o produto de duas matrizes pelo caminho que o Python percorre mais depressa.

Uma linha de $XY$ é uma **combinação linear das linhas** de $Y$, e a linha de $X$ é a receita. São os mesmos números do
laço triplo, somados na mesma ordem; o que muda é o preparo: oito linhas por passada, zeros de fora, e o lado que der
menos trabalho.
"""

import math
from collections.abc import Iterable, Sequence
from itertools import compress
from typing import Any

from reference.tensors.casting import cast
from reference.tensors.dtypes import DType
from reference.tensors.layout import read
from reference.tensors.tensor import Tensor

Rows = Sequence[Sequence[Any]]
"""Uma matriz como sequência de linhas, cada uma uma sequência de números do Python."""


# --8<-- [start:add_products]
def add_products(x: Sequence[Any], y: Sequence[Any]) -> Any:
    r"""Produto escalar de duas sequências de números: $\sum_k x_k\,y_k$.

    Examples:
        >>> add_products([1, 2, 3], [3, 2, 1])
        10
    """
    total: Any = 0
    for x_k, y_k in zip(x, y):
        total = total + x_k * y_k
    return total
# --8<-- [end:add_products]


# --8<-- [start:combine_rows]
def combine_rows(total: list[Any], coefficients: Sequence[Any], rows: Rows) -> list[Any]:
    r"""Junta a `total` uma combinação linear de linhas: $\mathbf{z} + \sum_k c_k\,\mathbf{r}_k$.

    Oito linhas por passada; as que sobram, duas a duas; a última, sozinha. Somam-se sempre da esquerda para a direita:
    a mesma ordem, e portanto os mesmos bits, de quem soma uma por vez. Os coeficientes entram em cada compreensão por
    um `for` de uma volta só: nomes que são dela, e não de quem a contém, o Python acha mais depressa.

    Args:
        total: O que já se somou.
        coefficients: Um número por linha.
        rows: As linhas, todas do tamanho de `total`.

    Examples:
        >>> combine_rows([0, 0], [2, 0, 1], [[1, 1], [5, 5], [10, 20]])
        [12, 22]
    """
    eights, twos = len(rows) // 8 * 8, len(rows) // 2 * 2
    for first in range(0, eights, 8):
        total = [
            z + a * p + b * q + c * r + d * s + e * t + f * u + g * v + h * w
            for a, b, c, d, e, f, g, h in [coefficients[first : first + 8]]
            for z, p, q, r, s, t, u, v, w in zip(total, *rows[first : first + 8])
        ]
    for first in range(eights, twos, 2):
        total = [
            z + a * p + b * q
            for a, b in [coefficients[first : first + 2]]
            for z, p, q in zip(total, *rows[first : first + 2])
        ]
    for k, row in zip(coefficients[twos:], rows[twos:]):
        total = [z + k * r for z, r in zip(total, row)]
    return total
# --8<-- [end:combine_rows]


# --8<-- [start:combine_columns]
def combine_columns(total: list[Any], coefficients: Sequence[Any], eights: Iterable[Any]) -> list[Any]:
    r"""A mesma combinação, de linhas que já vêm juntadas de oito em oito e lidas por colunas.

    Juntar custa, mas o que se juntou uma vez serve a todas as combinações das mesmas linhas.

    Args:
        total: O que já se somou.
        coefficients: Um número por linha; os que passam do último punhado de oito não contam.
        eights: De cada oito linhas, as colunas.

    Examples:
        >>> rows = [[k, 10 * k] for k in range(8)]
        >>> combine_columns([0, 0], [1, 1, 1, 0, 0, 0, 0, 0], [list(zip(*rows))])
        [3, 30]
    """
    for first, columns in zip(range(0, len(coefficients), 8), eights):
        total = [
            z + a * p + b * q + c * r + d * s + e * t + f * u + g * v + h * w
            for a, b, c, d, e, f, g, h in [coefficients[first : first + 8]]
            for z, (p, q, r, s, t, u, v, w) in zip(total, columns)
        ]
    return total
# --8<-- [end:combine_columns]


# --8<-- [start:multiply_rows]
def multiply_rows(x: Tensor, y: Tensor, kind: DType, used: float) -> Rows:
    r"""Linhas do produto de duas matrizes: cada uma combina as linhas de `y` com os números de uma linha de `x`.

    As linhas de `y` são lidas aos poucos, e as colunas delas, juntadas uma vez só, servem a todas as do resultado. Se
    muitos coeficientes são zero, cada linha do resultado combina só as que lhe servem, e a parcela de coeficiente zero
    fica de fora; mas só se elas forem finitas ($0\cdot\infty$ não é zero). Aí se leem muitas de uma vez, para que
    sobrem poucas sem encher uma passada de oito.

    Args:
        x: Matriz de forma (m, k).
        y: Matriz de forma (k, n).
        kind: Tipo em que se faz a conta.
        used: Que parte de `x` não é zero, mais ou menos; com 1, nenhuma parcela fica de fora.

    Examples:
        >>> from reference.tensors.dtypes import int64
        >>> multiply_rows(array([[1, 2], [3, 4]]), array([[5, 6], [7, 8]]), int64, used=1.0)
        [[19, 22], [43, 50]]
    """
    (m, k), n = x.shape, y.shape[1]
    coefficients = read_rows(x, range(m), kind)
    z: list[list[Any]] = [[0.0 if kind.kind == "f" else 0] * n] * m
    block = 8 * max(1, 1024 // (n + 1)) if used == 1 else max(int(64 / (used or 1)), 2**19 // (n + 1))
    for first in range(0, k, block):
        rows = read_rows(y, range(k)[first : first + block], kind)
        parts = [row[first : first + block] for row in coefficients]
        if used < 1 and all_finite(rows):
            z = [combine_rows(total, [*filter(None, part)], [*compress(rows, part)]) for total, part in zip(z, parts)]
        else:
            joined = len(rows) // 8 * 8
            if eights := [list(zip(*rows[i : i + 8])) for i in range(0, joined, 8)]:
                z = [combine_columns(total, part, eights) for total, part in zip(z, parts)]
            if rest := rows[joined:]:
                z = [combine_rows(total, part[joined:], rest) for total, part in zip(z, parts)]
    return z
# --8<-- [end:multiply_rows]


# --8<-- [start:multiply_matrices]
def multiply_matrices(x: Tensor, y: Tensor, kind: DType) -> Rows:
    r"""Linhas do produto, pelo caminho que der menos trabalho.

    O da transposta, $(XY)^T = Y^T X^T$, tira os coeficientes de `y`, e as linhas que combina são as colunas de `x`.
    Objetos não tomam esse caminho: neles, $ab$ pode não ser $ba$. Nem complexos, cujos zeros não se procuram.
    """
    (m, k), n = x.shape, y.shape[1]
    if m == n == 1:
        (row,), (column,) = read_rows(x, range(1), kind), read_rows(transposed(y), range(1), kind)
        return [[add_products(row, column)]]
    if kind.kind in "cO":
        return multiply_rows(x, y, kind, 1.0)
    look = m * k * n > 8192  # num produto pequeno, procurar zeros custa mais do que eles poupam
    (by_rows, used_x), (by_columns, used_y) = (work(x, n, look), work(y, m, look))
    if by_columns < by_rows:
        return list(zip(*multiply_rows(transposed(y), transposed(x), kind, used_y)))
    return multiply_rows(x, y, kind, used_x)


def work(x: Tensor, length: int, look: bool) -> tuple[float, float]:
    """Quanto custa tirar de `x` os coeficientes de linhas deste tamanho, em parcelas; e que parte deles usar.

    Começar uma passada custa como quatro elementos a mais. Deixar zeros de fora encarece cada parcela que fica: tem de
    haver muitos deles.
    """
    whole = x.size * (length + 4.0)
    used = nonzero_part(x) if look else 1.0
    without_zeros = used * x.size * (1.3 * length + 14)
    return (without_zeros, used) if without_zeros < whole else (whole, 1.0)
# --8<-- [end:multiply_matrices]


def nonzero_part(x: Tensor) -> float:
    """Que parte dos números de uma matriz não é zero, pelo que se vê em algumas linhas."""
    sample = read_rows(x, range(0, x.shape[0], x.shape[0] // 8 + 1), x.dtype)
    return 1 - sum(row.count(0) for row in sample) / (len(sample) * x.shape[1])


def all_finite(rows: Rows) -> bool:
    """Se nenhum número das linhas é infinito ou `nan`: a soma deles também não seria finita."""
    return all(math.isfinite(sum(row)) for row in rows)


def read_rows(x: Tensor, indices: range, kind: DType) -> Rows:
    """Algumas linhas de uma matriz, como sequências de números do tipo `kind`."""
    (down, across), (m, n) = x.steps, x.shape
    if n > 1 and down == 1 and across == m == len(indices):  # transposta: as linhas são as colunas da outra
        return list(zip(*read_rows(transposed(x), range(n), kind)))
    if n and across == 1 and down == n and indices.step == 1:  # em ordem na memória: lidas de uma vez
        values = cast(read(x.storage, x.offset + indices.start * n, len(indices) * n, 1), x.dtype, kind)
        return [values[first : first + n] for first in range(0, len(values), n)]
    return [cast(read(x.storage, x.offset + i * down, n, across), x.dtype, kind) for i in indices]


def transposed(x: Tensor) -> Tensor:
    """A matriz com os eixos trocados."""
    return x.view_as(x.shape[::-1], x.steps[::-1], x.offset)
