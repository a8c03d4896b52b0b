"""Estatísticas: média, variância e desvio padrão."""

import warnings
from fractions import Fraction
from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from tests.oracle import Pair, arrays, same_error

NAMES = ["mean", "var", "std"]


def agree(name: str, x: Pair, **options: Any) -> None:
    """Compara com o NumPy, que avisa de uma média de nenhum elemento; os números vão até 10."""

    def theirs() -> Any:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", RuntimeWarning)
            return getattr(numpy, name)(x.theirs, **options)

    same_error(lambda: getattr(np, name)(x.ours, **options), theirs, scale=100, name=name)


@pytest.mark.parametrize("name", NAMES)
def test_numpy_agrees(name: str) -> None:
    @given(arrays(special=False), st.one_of(st.none(), st.integers(-5, 4)), st.booleans())
    def check(x: Pair, axis: Any, keepdims: bool) -> None:
        agree(name, x, axis=axis, keepdims=keepdims)

    check()


FREEDOM = [{"ddof": 1}, {"correction": 1}, {"ddof": 2}, {"ddof": 5}, {"ddof": 1, "correction": 1}]


@pytest.mark.parametrize("options", FREEDOM)
@pytest.mark.parametrize("name", ["var", "std"])
def test_degrees_of_freedom(name: str, options: dict[str, int]) -> None:
    agree(name, Pair(numpy.array([[1.0, 4.0], [2.0, 9.0]])), axis=0, **options)


@pytest.mark.parametrize("name", NAMES)
def test_dtype_where_and_out(name: str) -> None:
    x = Pair(numpy.array([[1, 4, 9], [2, 2, 7]]))
    for kind in ("float32", "float64", "int64"):
        if kind != "int64" or name == "mean":
            agree(name, x, axis=1, dtype=kind)
    for chosen in ([True, False, True], [[True, False, True], [False, False, False]]):
        agree(name, x, axis=1, where=numpy.array(chosen))
    out = np.zeros(3)
    assert getattr(np, name)(x.ours, axis=0, out=out) is out
    assert out.tolist() == pytest.approx(getattr(numpy, name)(x.theirs, axis=0).tolist())


def test_float32_stays_and_integers_become_float64() -> None:
    assert str(np.mean(np.ones(3, dtype="float32")).dtype) == "float32"
    assert str(np.var(np.array([True, False])).dtype) == "float64"


def test_the_variance_does_not_cancel() -> None:
    """A média dos quadrados menos o quadrado da média daria 0, ou até um número negativo."""
    assert np.var(np.array([1e9 + 1, 1e9 + 2, 1e9 + 3])) == pytest.approx(2 / 3)


def test_a_mean_has_the_bits_of_numpy() -> None:
    theirs = numpy.random.default_rng(1).normal(size=(40, 500))
    for axis in (None, 0, 1):
        assert np.mean(np.asarray(theirs), axis=axis).tolist() == numpy.mean(theirs, axis=axis).tolist()
        assert np.var(np.asarray(theirs), axis=axis).tolist() == numpy.var(theirs, axis=axis).tolist()


def test_fractions_have_an_exact_mean() -> None:
    x = np.array([Fraction(1, 2), Fraction(1, 3)], dtype=object)
    assert np.mean(x) == Fraction(5, 12)
    assert np.var(x) == Fraction(1, 144)
