"""Contas escritas com letras: `einsum`."""

from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from reference.operations.einsum import naive_einsum
from tests.operations.test_dot import without_negative_zero
from tests.oracle import Pair, arrays, same_error

LENGTHS = dict(zip("abcde", (2, 3, 1, 4, 0)))


def compare(formula: str, pairs: tuple[Pair, ...]) -> None:
    """Compara com o NumPy; as parcelas são no máximo 4⁵ produtos de três números até 10.

    O NumPy recebe cópias: de um tensor só de leitura, ele se recusa a fazer uma vista.
    """
    same_error(
        lambda: np.einsum(formula, *(x.ours for x in pairs)),
        lambda: without_negative_zero(numpy.einsum(formula, *(x.theirs.copy() for x in pairs))),
        scale=1e5,
        name="einsum",
    )


@st.composite
def sums(draw: st.DrawFn) -> tuple[str, tuple[Pair, ...]]:
    """Uma fórmula qualquer de até três tensores, e os tensores; às vezes com seta, às vezes com `...`."""
    letters = st.lists(st.sampled_from("aabbccdde"), max_size=3)
    groups = ["".join(draw(letters)) for _ in range(draw(st.integers(1, 3)))]
    used = sorted(set("".join(groups)))
    output = "->" + "".join(draw(st.permutations(used))[: draw(st.integers(0, 3))]) if draw(st.booleans()) else ""
    shapes = [[LENGTHS[letter] for letter in group] for group in groups]
    if draw(st.booleans()):
        groups = ["..." + group for group in groups]
        output = output.replace("->", "->...")
        shapes = [[*draw(st.sampled_from([[], [2], [1], [3, 2], [1, 2]])), *shape] for shape in shapes]
    pairs = tuple(draw(arrays(tuple(shape), special=False)) for shape in shapes)
    return ",".join(groups) + output, pairs


@given(sums())
def test_any_formula(case: tuple[str, tuple[Pair, ...]]) -> None:
    compare(*case)


FORMULAS = [
    ("ij->ji", [(2, 3)]), ("ji", [(2, 3)]), ("ii", [(3, 3)]), ("ii->i", [(3, 3)]), ("i,i", [(3,), (3,)]),
    ("i,j", [(3,), (2,)]), ("ij,jk", [(2, 3), (3, 4)]), ("tik,tkj->tij", [(2, 3, 4), (2, 4, 5)]),
    ("ijk,kjl->il", [(2, 3, 4), (4, 3, 5)]), ("ij,j", [(2, 3), (1,)]), (" i j -> j i ", [(2, 3)]),
    ("tij,tjk,tk->i", [(2, 3, 4), (2, 4, 5), (2, 5)]), ("", [()]), (",ij", [(), (2, 3)]), ("...->", [(2, 3)]),
    ("ij,jk", [(2, 3), (4, 5)]), ("ijj", [(2, 1, 3)]), ("ij->ijk", [(2, 3)]), ("ij->ii", [(2, 2)]), ("i1", [(2, 3)]),
    ("ij", [(2, 3, 4)]), ("i", [()]), ("ij-ji", [(2, 2)]), ("i....", [(2, 3)]), ("ij->", []), ("i,j", [(2,)]),
    ("aB,Ba", [(2, 3), (3, 2)]), ("ij,jk->k->i", [(2, 2), (2, 2)]), ("bij,bkj->bik", [(2, 3, 4), (2, 5, 4)]),
]  # fmt: skip


@pytest.mark.parametrize(("formula", "shapes"), FORMULAS)
def test_chosen_formulas(formula: str, shapes: list[tuple[int, ...]]) -> None:
    rng = numpy.random.RandomState(0)
    for dtype in ("int64", "int8", "bool", "float32", "float64"):
        compare(formula, tuple(Pair(rng.randint(0, 9, shape).astype(dtype)) for shape in shapes))


@pytest.mark.parametrize(("formula", "shapes"), [case for case in FORMULAS[:10] if "->" in case[0]])
def test_the_loop_of_each_letter_gives_the_same(formula: str, shapes: list[tuple[int, ...]]) -> None:
    tensors = [np.arange(numpy.prod(shape)).reshape(shape) for shape in shapes]
    assert naive_einsum(formula, *tensors).tolist() == np.einsum(formula, *tensors).tolist()


def test_a_single_tensor_gives_a_view() -> None:
    x = np.zeros((3, 3))
    np.einsum("ii->i", x)[...] = [1, 2, 3]
    np.einsum("ij->ji", x)[0, 1] = 9
    assert x.tolist() == [[1, 0, 0], [9, 2, 0], [0, 0, 3]]


def test_objects_out_and_other_ways_to_call() -> None:
    x = np.arange(6).reshape(2, 3)
    out = np.zeros((2, 2))
    assert np.einsum("ij,kj->ik", x, x, out=out, optimize=True) is out
    assert out.tolist() == [[5, 14], [14, 50]]
    assert np.einsum("ij,kj", x.astype(object), x).tolist() == [[5, 14], [14, 50]]
    assert np.einsum("i,i", [1, 2], [3, 4]) == 11


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: np.einsum("ij,jk", np.ones((2, 3)), np.ones((4, 5))), ValueError, "a letra 'j' vale 3 num tensor e 4"),
        (lambda: np.einsum("ii", np.ones((2, 3))), ValueError, r"a letra 'i' vale 2 e 3 na forma \(2, 3\)"),
        (lambda: np.einsum("ij", np.ones(2)), ValueError, "'ij' dá nome a 2 eixo.s., e o tensor tem 1"),
        (lambda: np.einsum("ij->k", np.ones((2, 2))), ValueError, "cada letra aparece uma vez e está à esquerda"),
        (lambda: np.einsum("i,j", np.ones(2)), ValueError, "fala de 2 tensor.es., e vieram 1"),
        (lambda: np.einsum("í", np.ones(2)), ValueError, "só há letras sem acento"),
        (lambda: np.einsum([0], np.ones(2)), TypeError, "a fórmula é um texto"),
    ],
)
def test_messages(call: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        call()
