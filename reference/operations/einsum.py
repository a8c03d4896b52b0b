r"""Contas escritas com letras: `einsum("ik,kj->ij", x, y)` é $z_{ij} = \sum_k x_{ik}\,y_{kj}$.

Uma letra é um laço. As que estão depois da seta ficam; as outras são somadas. Primeiro os laços, um por letra; depois
o mesmo resultado por um caminho curto: cada par de tensores se contrai num lote de produtos de matrizes.
"""

import math
from collections import Counter
from collections.abc import Sequence
from itertools import product
from typing import Any

from reference.operations.dot import matmul
from reference.operations.reductions import deliver, sum
from reference.operations.reshaping import reshape, transpose
from reference.tensors.creation import asarray, astype, zeros
from reference.tensors.dtypes import result_type
from reference.tensors.tensor import Tensor

Letters = list[str]
"""O nome de cada eixo; os que a fórmula chama de `...` são `...1` (o último), `...2`, …"""


# --8<-- [start:naive_einsum]
def naive_einsum(formula: str, *operands: Tensor) -> Tensor:
    r"""A conta que a fórmula diz, com um laço por letra: `"ijk,kjl->il"` é $z_{i\ell} = \sum_{jk} x_{ijk}\,y_{kj\ell}$.

    Args:
        formula: As letras de cada tensor, separadas por vírgulas; uma seta; as letras do resultado.
        operands: Um tensor por grupo de letras.

    Examples:
        >>> naive_einsum("ik,kj->ij", array([[1, 2], [3, 4]]), array([[1, 0], [10, 1]]))
        array([[21,  2],
               [43,  4]])
    """
    left, output = formula.split("->")
    inputs = left.split(",")
    lengths = {letter: n for letters, x in zip(inputs, operands) for letter, n in zip(letters, x.shape)}
    summed = [letter for letter in lengths if letter not in output]
    z = zeros([lengths[letter] for letter in output], result_type(*operands))
    for kept in product(*(range(lengths[letter]) for letter in output)):
        for gone in product(*(range(lengths[letter]) for letter in summed)):
            value = dict(zip([*output, *summed], kept + gone))
            term: Any = 1
            for letters, x in zip(inputs, operands):
                term = term * x[tuple(value[letter] for letter in letters)]
            z[kept] += term
    return z
# --8<-- [end:naive_einsum]


def read_letters(group: str, ndim: int) -> Letters:
    """Nome de cada eixo de um tensor de `ndim` eixos.

    Raises:
        ValueError: Se as letras não forem tantas quantos os eixos, ou se houver o que não é letra.

    Examples:
        >>> read_letters("ij", 2), read_letters("...k", 3)
        (['i', 'j'], ['...2', '...1', 'k'])
    """
    before, dots, after = group.partition("...")
    if not all(c.isascii() and c.isalpha() for c in before + after):
        raise ValueError(f"einsum: num grupo só há letras sem acento e '...', uma vez; e veio {group!r}")
    free = ndim - len(before + after)
    if free < 0 or (free and not dots):
        raise ValueError(f"einsum: {group!r} dá nome a {len(before + after)} eixo(s), e o tensor tem {ndim}")
    return [*before, *(f"...{k}" for k in range(free, 0, -1)), *after]


def read_formula(formula: Any, operands: Sequence[Tensor]) -> tuple[list[Letters], Letters]:
    """Nomes dos eixos de cada tensor e do resultado.

    Sem seta, ficam as letras que aparecem uma vez só, em ordem alfabética, depois dos eixos de `...`.

    Raises:
        TypeError: Se a fórmula não for um texto.
        ValueError: Se os grupos não forem tantos quantos os tensores, ou se o resultado tiver uma letra repetida ou
            que não está em nenhum deles.
    """
    if not isinstance(formula, str):
        raise TypeError(f"einsum: a fórmula é um texto como 'ik,kj->ij', e não {type(formula).__name__}")
    left, arrow, right = formula.replace(" ", "").partition("->")
    groups = left.split(",")
    if len(groups) != len(operands) or not operands:
        raise ValueError(f"einsum: a fórmula {formula!r} fala de {len(groups)} tensor(es), e vieram {len(operands)}")
    inputs = [read_letters(group, x.ndim) for group, x in zip(groups, operands)]
    seen = Counter(letter for letters in inputs for letter in letters)
    dots = sorted((letter for letter in seen if len(letter) > 1), key=lambda letter: -int(letter[3:]))
    if not arrow:
        return inputs, [*dots, *sorted(letter for letter, times in seen.items() if times == 1 and len(letter) == 1)]
    output = read_letters(right, len(right.replace("...", "")) + (len(dots) if "..." in right else 0))
    if len(set(output)) < len(output) or not seen.keys() >= set(output) or not set(output) >= set(dots):
        raise ValueError(f"einsum: à direita da seta, cada letra aparece uma vez e está à esquerda: {formula!r}")
    return inputs, output


# --8<-- [start:diagonal_of]
def diagonal_of(x: Tensor, letters: Letters) -> tuple[Tensor, Letters]:
    """Vista em que uma letra repetida é um eixo só, o da diagonal: andar nele é dar os dois passos de uma vez.

    Raises:
        ValueError: Se os eixos de mesma letra tiverem tamanhos diferentes.
    """
    lengths: dict[str, int] = {}
    steps: dict[str, int] = {}
    for letter, length, step in zip(letters, x.shape, x.steps):
        if lengths.setdefault(letter, length) != length:
            raise ValueError(f"einsum: a letra {letter!r} vale {lengths[letter]} e {length} na forma {x.shape}")
        steps[letter] = steps.get(letter, 0) + step
    return x.view_as(tuple(lengths.values()), tuple(steps.values()), x.offset), list(lengths)
# --8<-- [end:diagonal_of]


def total(x: Tensor, letters: Letters, kept: set[str]) -> tuple[Tensor, Letters]:
    """Soma sobre as letras que não ficam."""
    gone = tuple(k for k, letter in enumerate(letters) if letter not in kept)
    if not gone:
        return x, letters
    return asarray(sum(x, gone, x.dtype)), [letter for letter in letters if letter in kept]


# --8<-- [start:contract]
def contract(x: Tensor, of_x: Letters, y: Tensor, of_y: Letters, kept: set[str]) -> tuple[Tensor, Letters]:
    """Dois tensores viram um: as letras comuns que ficam são o lote; as comuns que saem são somadas.

    Em ordem de lote, linha e coluna, o que resta fazer é um produto de matrizes por posição do lote.
    """
    x, of_x = total(x, of_x, kept | set(of_y))
    y, of_y = total(y, of_y, kept | set(of_x))
    batch = [letter for letter in of_x if letter in of_y and letter in kept]
    summed = [letter for letter in of_x if letter in of_y and letter not in kept]
    rows = [letter for letter in of_x if letter not in of_y]
    columns = [letter for letter in of_y if letter not in of_x]
    lengths = {**dict(zip(of_x, x.shape)), **dict(zip(of_y, y.shape))}
    b, m, k, n = (math.prod(lengths[letter] for letter in part) for part in (batch, rows, summed, columns))
    left = reshape(transpose(x, [of_x.index(letter) for letter in batch + rows + summed]), (b, m, k))
    right = reshape(transpose(y, [of_y.index(letter) for letter in batch + summed + columns]), (b, k, n))
    found = batch + rows + columns
    return reshape(matmul(left, right), [lengths[letter] for letter in found]), found
# --8<-- [end:contract]


def without_ones(x: Tensor, letters: Letters, lengths: dict[str, int]) -> tuple[Tensor, Letters]:
    """Sem os eixos de tamanho 1 cuja letra é maior em outro tensor: repetir o único elemento é não ter o eixo.

    Raises:
        ValueError: Se uma letra valer dois tamanhos.
    """
    for letter, n in zip(letters, x.shape):
        if n not in (1, lengths[letter]):
            raise ValueError(f"einsum: a letra {letter!r} vale {lengths[letter]} num tensor e {n} em outro")
    alone = [n == lengths[letter] for letter, n in zip(letters, x.shape)]
    found = x[(*(slice(None) if own else 0 for own in alone), ...)]
    return found, [letter for letter, own in zip(letters, alone) if own]


# --8<-- [start:einsum]
def einsum(formula: str, *operands: Any, out: Any = None, optimize: Any = False) -> Any:
    r"""A conta que a fórmula diz: multiplica os tensores e soma sobre as letras que não estão depois da seta.

    `"ij,ij->"` soma os produtos; `"ij->ji"` transpõe; `"ii->i"` é a diagonal; `"tik,tkj->tij"`, um lote de produtos.

    Args:
        formula: As letras de cada tensor, separadas por vírgulas, uma seta e as do resultado. `...` são todos os eixos
            que ficaram sem letra; sem seta, ficam as letras que aparecem uma vez só, em ordem alfabética.
        operands: Um tensor por grupo de letras.
        out: Tensor que recebe o resultado.
        optimize: Aceito, como no NumPy; os tensores se contraem sempre da esquerda para a direita.

    Returns:
        Tensor com um eixo por letra do resultado; de um tensor só, sem soma, uma vista dele.

    Raises:
        ValueError: Se a fórmula não combinar com as formas, ou se uma letra valer dois tamanhos.
        TypeError: Se a fórmula não for um texto.

    Examples:
        >>> x = array([[1, 2], [3, 4]])
        >>> einsum("ik,kj->ij", x, x)
        array([[ 7, 10],
               [15, 22]])
        >>> einsum("ii", x), einsum("ij->j", x)
        (np.int64(5), array([4, 6]))

    [Notas: Contração de tensores]
    """
    tensors = [asarray(x) for x in operands]
    inputs, output = read_formula(formula, tensors)
    kind = result_type(*tensors)
    parts = [diagonal_of(x, letters) for x, letters in zip(tensors, inputs)]
    lengths: dict[str, int] = {}
    for x, letters in parts:
        lengths |= {letter: n for letter, n in zip(letters, x.shape) if lengths.get(letter, 1) == 1}
    parts = [without_ones(astype(x, kind, copy=False), letters, lengths) for x, letters in parts]
    z, of_z = parts[0]
    for k, (y, of_y) in enumerate(parts[1:], start=2):
        later = {letter for _, letters in parts[k:] for letter in letters}
        z, of_z = contract(z, of_z, y, of_y, later | set(output))
    z, of_z = total(z, of_z, set(output))
    return deliver("einsum", transpose(z, [of_z.index(letter) for letter in output]), out)
# --8<-- [end:einsum]
