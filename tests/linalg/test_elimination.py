"""Eliminação: sistemas, inversas, determinantes e potências, contra o NumPy."""

from fractions import Fraction
from math import inf, nan
from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from reference.linalg.elimination import factor, product
from tests.linalg.samples import EASY, ROUNDING, close, stacks, well_conditioned
from tests.oracle import Pair, agree


@given(well_conditioned(), st.integers(0, 3), st.booleans())
def test_solve(a: Pair, columns: int, vector: bool) -> None:
    x = a.theirs
    b = numpy.arange(x.shape[-1] * (1 if vector else columns), dtype=x.dtype) - 3
    b = b if vector else b.reshape(x.shape[-1], columns)
    expected = numpy.linalg.solve(x, b)
    close(np.linalg.solve(a.ours, np.asarray(b)), expected, ROUNDING[str(x.dtype)])


@given(well_conditioned())
def test_inverse(a: Pair) -> None:
    close(np.linalg.inv(a.ours), numpy.linalg.inv(a.theirs), ROUNDING[str(a.base.dtype)])


@given(stacks(square=True, sorts=(*EASY, "inteiros pequenos", "zeros")))
def test_determinant(a: Pair) -> None:
    rounding = 100 * ROUNDING[str(a.base.dtype)]
    close(np.linalg.det(a.ours), numpy.linalg.det(a.theirs), rounding, 1 + numpy.abs(numpy.linalg.det(a.theirs)))


@given(well_conditioned())
def test_sign_and_logarithm(a: Pair) -> None:
    (sign, size), theirs = np.linalg.slogdet(a.ours), numpy.linalg.slogdet(a.theirs)
    close(sign, theirs.sign, ROUNDING[str(a.base.dtype)])
    close(size, theirs.logabsdet, ROUNDING[str(a.base.dtype)])


@given(stacks(square=True, sorts=EASY), st.sampled_from([0, 1, 2, 3, 5, 8]))
def test_powers(a: Pair, n: int) -> None:
    close(np.linalg.matrix_power(a.ours, n), numpy.linalg.matrix_power(a.theirs, n), 100 * ROUNDING[str(a.base.dtype)])


@given(well_conditioned(), st.integers(-3, -1))
def test_negative_powers(a: Pair, n: int) -> None:
    close(np.linalg.matrix_power(a.ours, n), numpy.linalg.matrix_power(a.theirs, n), 10 * ROUNDING[str(a.base.dtype)])


@pytest.mark.parametrize("name", ["solve", "inv", "det", "slogdet", "matrix_power", "cond", "matrix_rank"])
@pytest.mark.parametrize("kind", ["bool", "uint8", "int64", "float32", "float64"])
def test_types(name: str, kind: str) -> None:
    arguments = {"solve": ([1, 0],), "matrix_power": (3,)}.get(name, ())

    def call(xp: Any) -> Any:
        return getattr(xp.linalg, name)(xp.asarray([[1, 1], [0, 1]], dtype=kind), *arguments)

    agree(f"linalg.{name}", call, rtol=1e-6)


@pytest.mark.parametrize(
    "arguments",
    [
        ([[1, 2], [2, 4]], [1, 2]),
        ([[1, 2, 3], [4, 5, 6]], [1, 2]),
        ([1, 2], [1, 2]),
        ([[1, 2], [3, 4]], [1, 2, 3]),
        ([[1, 2], [3, 4]], 5),
        ([[[1, 2], [3, 4]]] * 3, [[1, 2, 3]] * 3),
        ([[[1, 2], [3, 4]]] * 3, [[1, 2], [3, 4]]),
        ([[1, 2], [3, 4]], [[[1], [2]]] * 3),
        ([[[1, 2], [3, 4]]] * 2, [[[1], [2]]] * 3),
    ],
)
def test_shapes_and_errors(arguments: tuple[Any, Any]) -> None:
    agree("linalg.solve", lambda xp: xp.linalg.solve(*arguments), rtol=1e-12)
    for name in ("inv", "det", "slogdet"):
        agree(f"linalg.{name}", lambda xp, name=name: getattr(xp.linalg, name)(arguments[0]), rtol=1e-12)


@pytest.mark.parametrize("x", [[[1.0, nan], [0, 2]], [[1, inf], [0, 2]], [[1, 0], [inf, 2]], [[inf, 0], [1, 2]]])
def test_nan_and_infinity(x: list[list[float]]) -> None:
    for name in ("det", "slogdet", "inv"):
        agree(f"linalg.{name}", lambda xp, name=name: getattr(xp.linalg, name)(x))


def test_determinants_that_overflow_only_on_the_way() -> None:
    for diagonal in [1e200, 1e200, 1e-300], [1e-200, 1e-200, 1e300, 1e100], [1e-200] * 2, [1e200] * 2, [0.0, inf]:
        agree("linalg.det", lambda xp, d=diagonal: xp.linalg.det(xp.diag(d)), rtol=1e-12)
    assert product([1e-200, -1e-200, 1e300, 1e100]) == pytest.approx(-1.0)


def test_the_pivot_is_the_largest_of_its_column() -> None:
    a = [[1e-20, 1.0], [1.0, 1.0]]
    assert factor(a) == ([1, 0], -1) and a == [[1.0, 1.0], [1e-20, 1.0]]
    assert np.linalg.solve([[1e-20, 1.0], [1.0, 1.0]], [1.0, 2.0]).tolist() == [1.0, 1.0]


def test_fractions_stay_exact() -> None:
    a = np.array([[Fraction(1, i + j + 1) for j in range(4)] for i in range(4)])
    assert np.linalg.det(a) == Fraction(1, 6048000)
    assert (np.linalg.inv(a) @ a == np.eye(4)).all()
    assert np.linalg.inv(a)[3, 3] == 2800


def test_powers_and_errors() -> None:
    for n in (2.0, "2", None):
        agree("linalg.matrix_power", lambda xp, n=n: xp.linalg.matrix_power([[1, 2], [3, 4]], n))
    agree("linalg.matrix_power", lambda xp: xp.linalg.matrix_power([[1, 2], [2, 4]], -1))
    agree("linalg.matrix_power", lambda xp: xp.linalg.matrix_power([[1, 2]], 2))
    agree("linalg.matrix_power", lambda xp: xp.linalg.matrix_power([[True, False], [True, True]], 3))


def test_messages() -> None:
    with pytest.raises(np.linalg.LinAlgError, match="inv: a matriz é singular; o pivô da coluna 1 é zero"):
        np.linalg.inv([[1, 2], [2, 4]])
    with pytest.raises(np.linalg.LinAlgError, match=r"det: espera matrizes quadradas, e a forma é \(1, 2\)"):
        np.linalg.det([[1, 2]])
    with pytest.raises(ValueError, match=r"solve: .* pede 2 linhas, e a forma de b é \(3,\)"):
        np.linalg.solve([[1, 2], [3, 4]], [1, 2, 3])
