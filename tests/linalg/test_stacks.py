"""Pilhas de matrizes: o que as funções de `linalg` têm em comum."""

import inspect
from math import inf, nan
from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from reference.linalg.stacks import matrices, scale_of, stacked
from tests.oracle import Pair, agree, arrays, broadcastable, shapes


@given(arrays(shapes(ranks=range(5))), st.integers(-4, 4))
def test_diagonal_and_trace_look_at_the_last_two_axes(x: Pair, offset: int) -> None:
    agree("linalg.diagonal", lambda xp, x: xp.linalg.diagonal(x, offset=offset), x)
    size = numpy.nan_to_num(numpy.abs(x.theirs.astype(complex)), posinf=0).max(initial=0.0)
    agree("linalg.trace", lambda xp, x: xp.linalg.trace(x, offset=offset), x, scale=size)


@given(broadcastable(shape=shapes(sides=(1, 2, 3)), special=False), st.integers(-3, 2))
def test_cross(pair: tuple[Pair, Pair], axis: int) -> None:
    agree("linalg.cross", lambda xp, x, y: xp.linalg.cross(x, y, axis=axis), *pair, scale=400)


@given(arrays(shapes(ranks=(0, 1, 2)), special=False), arrays(shapes(ranks=(1, 1, 2)), special=False))
def test_outer_takes_only_vectors(x: Pair, y: Pair) -> None:
    agree("linalg.outer", lambda xp, x, y: xp.linalg.outer(x, y), x, y)


def test_names_that_are_those_of_the_face() -> None:
    for name in ("matmul", "matrix_transpose", "tensordot", "vecdot"):
        assert getattr(np.linalg, name) is getattr(np, name)


POSITIONAL = """
cholesky(x, /, *, upper=False) · cross(x, y, /, *, axis=-1) · det(x, /) · diagonal(x, /, *, offset=0)
eigvalsh(x, /, UPLO='L') · eigh(x, /, UPLO='L') · inv(x, /) · matrix_norm(x, /, *, keepdims=False, ord='fro')
matrix_power(x, n, /) · matrix_rank(x, /, tol=None, *, rtol=None)
outer(x, y, /) · pinv(x, /, rcond=None, *, rtol=None)
qr(x, /, mode='reduced') · slogdet(x, /) · solve(a, b, /) · svd(x, /, full_matrices=True, compute_uv=True)
svdvals(x, /) · trace(x, /, *, offset=0, dtype=None) · vector_norm(x, /, *, axis=None, keepdims=False, ord=2)
"""


@pytest.mark.parametrize("written", POSITIONAL.replace("\n", " · ").strip(" ·").split(" · "))
def test_arguments_by_position_and_by_name(written: str) -> None:
    """As do padrão, e a mais, de nome ou de posição, as do NumPy."""
    name, _, arguments = written.partition("(")
    signature = inspect.signature(getattr(np.linalg, name))
    bare = [p.replace(annotation=inspect.Parameter.empty) for p in signature.parameters.values()]
    assert str(inspect.Signature(bare)) == f"({arguments}"


def test_everything_offered_is_listed() -> None:
    public = {name for name, value in vars(np.linalg).items() if callable(value) and not name.startswith("_")}
    assert public - {"Any"} == set(np.linalg.__all__)


def test_the_error_is_numpys() -> None:
    for xp in np, numpy:
        with pytest.raises(xp.linalg.LinAlgError):
            xp.linalg.inv([[0]])
    assert [k.__name__ for k in np.linalg.LinAlgError.__mro__] == [k.__name__ for k in numpy.linalg.LinAlgError.__mro__]


def test_matrices_are_new_lists() -> None:
    x = np.zeros((2, 1, 2))
    first, second = matrices(x)
    first[0][0] = 5.0
    assert second == [[0.0, 0.0]] and not x.any()
    assert matrices(np.zeros((2, 0, 3))) == [[], []] and matrices(np.zeros((0, 2, 3))) == []
    assert stacked([], (0, 2, 3), x.dtype).shape == (0, 2, 3)


@pytest.mark.parametrize("x", [3.0, -1e308, 5e-324, 2.0**1023, 1.0])
def test_the_scale_is_a_power_of_two_that_leaves_numbers_between_one_and_two(x: float) -> None:
    scale = scale_of([[0.0, x]])
    assert 1 <= abs(x) / scale < 2 and numpy.frexp(scale)[0] == 0.5


def test_the_scale_of_the_odd_ones() -> None:
    assert scale_of([]) == scale_of([[0.0]]) == 1.0
    assert all(value != value for value in (scale_of([[nan, 1.0]]), scale_of([[1.0], [-inf]])))


@pytest.mark.parametrize("name", ["det", "inv", "cholesky", "qr", "eigh", "svd", "pinv", "cond"])
def test_messages(name: str) -> None:
    with pytest.raises(np.linalg.LinAlgError, match=rf"{name}: .*uma pilha delas, e a forma é \(3,\)"):
        getattr(np.linalg, name)(np.ones(3))


def test_what_is_not_offered() -> None:
    with pytest.raises(AttributeError, match=r"linalg\.tensorinv: não é oferecido aqui; .* em linalg.__all__"):
        missing: Any = np.linalg.tensorinv
        del missing
