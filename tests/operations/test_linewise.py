"""Linha a linha: acumular, tomar diferenças, convoluir, e qualquer função de vetor."""

from fractions import Fraction
from itertools import product
from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from reference.operations.linewise import along_axis
from tests.oracle import Pair, agree, arrays, same_error, shapes

AXES = st.one_of(st.none(), st.integers(-5, 4))


@pytest.mark.parametrize("name", ["cumsum", "cumprod"])
def test_running_totals(name: str) -> None:
    @given(arrays(kinds="biufO", special=False, domain=(-2, 2)), AXES)
    def check(x: Pair, axis: int | None) -> None:
        agree(name, lambda xp, x: getattr(xp, name)(x, axis=axis), x, scale=64 if name == "cumsum" else 0)

    @given(arrays(shapes(ranks=range(1, 4))), AXES)
    def check_special(x: Pair, axis: int | None) -> None:
        agree(name, lambda xp, x: getattr(xp, name)(x, axis=axis), x)

    check()
    check_special()


def test_a_float32_total_is_rounded_at_every_step() -> None:
    theirs = numpy.random.default_rng(0).normal(size=1000).astype("float32")
    assert np.cumsum(np.asarray(theirs)).tolist() == theirs.cumsum().tolist()


@pytest.mark.parametrize("name", ["cumsum", "cumprod"])
@pytest.mark.parametrize("kind", ["bool", "int8", "uint8", "float32", "object"])
@pytest.mark.parametrize("x", [[100, 100, 3], [1.7, -2.2], [True, True]])
def test_dtype_and_out(name: str, kind: str, x: list[Any]) -> None:
    agree(name, lambda xp: getattr(xp, name)(xp.asarray(x), dtype=kind))
    for size in (len(x), len(x) + 1) if kind != "object" else ():
        agree(name, lambda xp, size=size: getattr(xp, name)(xp.asarray(x), out=xp.zeros(size, dtype=kind)))


def test_out_is_returned() -> None:
    out = np.zeros(2)
    assert np.cumsum([1, 2], out=out) is out and out.tolist() == [1, 3]


@pytest.mark.parametrize("name", ["cumulative_sum", "cumulative_prod"])
def test_standard_names(name: str) -> None:
    @given(arrays(special=False, domain=(-2, 2)), AXES, st.booleans())
    def check(x: Pair, axis: int | None, initial: bool) -> None:
        agree(name, lambda xp, x: getattr(xp, name)(x, axis=axis, include_initial=initial), x, scale=64)

    check()


@given(arrays(kinds="biufO"), st.integers(-6, 5), st.integers(-1, 4))
def test_diff(x: Pair, axis: int, n: int) -> None:
    agree("diff", lambda xp, x: xp.diff(x, n, axis), x, scale=1e300 if "float" in str(x.base.dtype) else 0)


@pytest.mark.parametrize("options", [{"prepend": 0}, {"append": [[9], [8]]}, {"prepend": [[1, 2]], "axis": 0}])
def test_diff_with_ends(options: dict[str, Any]) -> None:
    agree("diff", lambda xp: xp.diff(xp.asarray([[1, 4], [9, 16]]), **options))


SIGNAL = arrays(shapes(ranks=(0, 1, 1, 1, 2), sides=range(1, 9)), special=False, domain=(-2, 2))


@pytest.mark.parametrize("mode", ["full", "same", "valid"])
@pytest.mark.parametrize("sizes", [(5, 3), (5, 2), (2, 5), (4, 4), (1, 6), (7, 1)])
def test_convolve_modes(sizes: tuple[int, int], mode: str) -> None:
    agree("convolve", lambda xp: xp.convolve(xp.arange(sizes[0]) + 1, xp.arange(sizes[1]) - 3, mode))


@given(SIGNAL, SIGNAL, st.sampled_from(["full", "same", "valid", "nenhum"]))
def test_convolve(x: Pair, kernel: Pair, mode: str) -> None:
    agree("convolve", lambda xp, x, kernel: xp.convolve(x, kernel, mode), x, kernel, scale=32)


def test_a_convolution_is_a_product_of_polynomials() -> None:
    assert np.convolve([1, 1], [1, 2, 1]).tolist() == [1, 3, 3, 1]


FUNCTIONS = [
    lambda row: row.sum(),
    lambda row: row.sum() / 2,
    lambda row: row[:2] * 2,
    lambda row: row[:1, None] * row,
    lambda row, y=0: row.max() + y,
]


@pytest.mark.parametrize("function", FUNCTIONS)
@pytest.mark.parametrize("shape", [(3,), (2, 3), (4, 2, 3), (0, 2), (2, 0), ()])
@pytest.mark.parametrize("axis", [0, 1, -1])
def test_apply_along_axis(function: Any, shape: tuple[int, ...], axis: int) -> None:
    x = numpy.arange(numpy.prod(shape, dtype=int)).reshape(shape)
    agree("apply_along_axis", lambda xp: xp.apply_along_axis(function, axis, xp.asarray(x)))


def test_other_arguments_reach_the_function() -> None:
    agree("apply_along_axis", lambda xp: xp.apply_along_axis(FUNCTIONS[-1], 1, [[1, 2]], y=5))


def test_exact_numbers_stay_exact() -> None:
    thirds = np.array([Fraction(1, 3)] * 3, dtype=object)
    assert np.cumsum(thirds).tolist() == [Fraction(1, 3), Fraction(2, 3), 1]
    assert np.diff(np.cumsum(thirds)).tolist() == [Fraction(1, 3)] * 2
    assert np.convolve(thirds, [3, 3]).tolist() == [1, 2, 2, 1]


def test_an_empty_side_keeps_the_width_of_the_line() -> None:
    x = np.zeros((0, 3))
    assert along_axis("igual", x, 1, lambda line: line, x.dtype).shape == (0, 3)
    assert along_axis("igual", x, 1, lambda line: line[:1], x.dtype, width=1).shape == (0, 1)


def test_messages() -> None:
    with pytest.raises(ValueError, match=r"cumulative_sum: é preciso dizer o eixo, porque a forma é \(2, 2\)"):
        np.cumulative_sum(np.ones((2, 2)))
    with pytest.raises(np.AxisError, match="cumsum: o eixo 2 não existe"):
        np.cumsum([1, 2], axis=2)
    same_error(lambda: np.cumsum([1, 2], axis=2), lambda: numpy.cumsum([1, 2], axis=2))


@pytest.mark.parametrize("mode", ["full", "same", "valid", "outro"])
@pytest.mark.parametrize("dtype", ["int64", "float32", "bool"])
def test_correlate(mode: str, dtype: str) -> None:
    for n, m in product(range(5), range(5)):
        x, kernel = Pair(numpy.arange(n).astype(dtype)), Pair(numpy.arange(3, 3 + m).astype(dtype))
        agree("correlate", lambda xp, x, y: xp.correlate(x, y, mode), x, kernel)
    agree("correlate", lambda xp: xp.correlate([[1]], [1], mode))
    agree("correlate", lambda xp: xp.correlate([1, 2, 3], [0, 1, 0.5]))
