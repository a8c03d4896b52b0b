"""Autovalores de matrizes quaisquer: pelas voltas de Francis, reais e complexas."""

from math import inf, nan
from typing import Any

import numpy
import pytest
from hypothesis import given

import reference as np
from reference.linalg.schur import hessenberg, triangular
from reference.linalg.stacks import identity_rows
from tests.linalg.samples import ROUNDING, stacks, wide
from tests.oracle import Pair, agree

KINDS = ["float64", "float32", "complex128", "complex64"]
WIDE = {"float32": "complex64", "float64": "complex128"}


@given(stacks(square=True, kinds=KINDS))
def test_only_stretched(a: Pair) -> None:
    x, kind = a.theirs, str(a.base.dtype)
    values, vectors = np.linalg.eig(a.ours)
    assert values.dtype.name == vectors.dtype.name == WIDE.get(kind, kind)
    assert (values.shape, vectors.shape) == (x.shape[:-1], x.shape)
    w, v = wide(values), wide(vectors)
    rounding, size = 10 * ROUNDING[kind], numpy.abs(x).max(initial=0.0)
    assert (numpy.abs(x @ v - v * w[..., None, :]) <= rounding * size).all()
    assert (numpy.abs(numpy.linalg.norm(v, axis=-2) - 1) <= rounding).all() or not x.size
    assert (numpy.abs(wide(np.linalg.eigvals(a.ours)) - w) <= rounding * size).all()
    assert (numpy.abs(w.sum(-1) - numpy.trace(x, axis1=-2, axis2=-1)) <= rounding * size).all()


@given(stacks(square=True, sorts=["números comuns"], kinds=KINDS, fronts=[()]))
def test_the_same_values_as_numpy(a: Pair) -> None:
    left = list(numpy.linalg.eigvals(a.theirs.astype(complex)))
    for value in wide(np.linalg.eigvals(a.ours)):
        nearest = min(left, key=lambda z, value=value: abs(z - value))
        assert abs(nearest - value) <= 1e3 * ROUNDING[str(a.base.dtype)]
        left.remove(nearest)


@given(stacks(square=True, kinds=["float64"], fronts=[()]))
def test_those_of_a_real_matrix_are_real_or_come_in_conjugate_pairs(a: Pair) -> None:
    values, vectors = map(wide, np.linalg.eig(a.ours))
    k = 0
    while k < len(values):
        if values[k].imag:
            assert values[k].imag > 0 and values[k + 1] == values[k].conjugate()
            assert (vectors[:, k + 1] == vectors[:, k].conj()).all()
            k += 1
        else:
            assert not vectors[:, k].imag.any()
        k += 1


@pytest.mark.parametrize("n", [1, 2, 3, 4, 6, 7])
def test_matrices_that_stall_the_loop_or_lack_vectors(n: int) -> None:
    turn = numpy.roll(numpy.eye(n), 1, axis=0)  # as raízes da unidade, todas do mesmo tamanho
    block = numpy.eye(n) + numpy.eye(n, k=1)  # uma direção só para n autovalores iguais
    for x in turn, block, numpy.zeros((n, n)), numpy.triu(turn + block):
        values, vectors = map(wide, np.linalg.eig(np.asarray(x)))
        assert numpy.abs(x @ vectors - vectors * values).max() < 1e-13 * n
    values = wide(np.linalg.eigvals(np.asarray(turn)))
    assert numpy.abs(values**n - 1).max() < 1e-12
    assert numpy.abs(numpy.subtract.outer(values, values) + numpy.eye(n)).min() > 0.5


@given(stacks(square=True, sorts=["números comuns"], kinds=KINDS, sides=range(1, 7), fronts=[()]))
def test_the_two_steps_are_rotations(a: Pair) -> None:
    x, n = a.theirs.astype(complex if a.base.dtype.kind == "c" else float), a.theirs.shape[-1]
    h, q = x.tolist(), identity_rows(n, n)
    for step, below in (hessenberg, 2), (triangular, 2):
        step(h, q)
        t, turn = numpy.array(h), numpy.array(q)
        assert not numpy.tril(t, -below).any()
        assert numpy.abs(turn @ t @ turn.conj().T - x).max() < 1e-12
        assert numpy.abs(turn @ turn.conj().T - numpy.eye(n)).max() < 1e-13
    steps = numpy.diag(t, -1) != 0
    assert not (steps[1:] & steps[:-1]).any()


@pytest.mark.parametrize("x", [[[1, nan], [0, 1]], [[1, 0], [inf, 1]], [[1, 2, 3]], [1, 2]])
def test_errors(x: Any) -> None:
    agree("linalg.eig", lambda xp: tuple(xp.linalg.eig(x)))
    agree("linalg.eigvals", lambda xp: xp.linalg.eigvals(x))


def test_empty() -> None:
    for shape in (0, 0), (0, 2, 2), (2, 0, 0):
        values, vectors = np.linalg.eig(np.zeros(shape))
        assert (values.shape, vectors.shape) == (shape[:-1], shape) and values.dtype.name == "complex128"


def test_messages() -> None:
    with pytest.raises(np.linalg.LinAlgError, match="eig: a matriz 1×1 tem nan ou infinito"):
        np.linalg.eig([[nan]])
