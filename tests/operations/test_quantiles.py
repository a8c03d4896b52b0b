"""O meio e as pontas, e como duas variáveis andam juntas."""

from fractions import Fraction
from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from tests.oracle import Pair, agree, arrays, shapes

pytestmark = pytest.mark.filterwarnings("ignore::RuntimeWarning")  # o NumPy avisa quando dá nan; nós só damos nan

COMMON = arrays(shapes(ranks=range(5)), kinds="iuf", special=False, domain=(-5, 5))
AXES = st.one_of(st.none(), st.integers(-4, 3), st.lists(st.integers(-3, 3), max_size=2).map(tuple))


@given(arrays(shapes(ranks=range(5))), AXES, st.booleans())
def test_ptp(x: Pair, axis: Any, keepdims: bool) -> None:
    agree("ptp", lambda xp, x: xp.ptp(x, axis=axis, keepdims=keepdims), x)


@given(arrays(shapes(ranks=range(5)), kinds="biuf"), AXES, st.booleans())
def test_median(x: Pair, axis: Any, keepdims: bool) -> None:
    keepdims = keepdims and bool(x.theirs.ndim)  # sem eixos, o NumPy devolve um tensor, e não um escalar
    agree("median", lambda xp, x: xp.median(x, axis=axis, keepdims=keepdims), x)


QUANTILES = st.sampled_from([0, 1, 0.5, 0.3, [0.25, 0.5], [[0.0, 1.0], [0.1, 0.77]], [], 1.5, -0.1, numpy.nan])


@given(COMMON, QUANTILES, AXES, st.booleans())
def test_quantile(x: Pair, q: Any, axis: Any, keepdims: bool) -> None:
    keepdims = keepdims and bool(x.theirs.ndim)
    if q != [] and not isinstance(q, int) and (x.theirs.size or axis != ()):
        agree("quantile", lambda xp, x: xp.quantile(x, q, axis=axis, keepdims=keepdims), x, scale=10)
    if q != [] and (x.theirs.size or axis != ()):
        percents = (numpy.array(q) * 100).tolist()
        agree("percentile", lambda xp, x: xp.percentile(x, percents, axis=axis, keepdims=keepdims), x, scale=10)


@given(st.lists(st.sampled_from([1.0, 2.0, -3.0, numpy.inf, -numpy.inf, numpy.nan]), min_size=1, max_size=6))
def test_quantiles_of_special_values(values: list[float]) -> None:
    for q in (0, 0.25, 0.5, 1.0):
        agree("quantile", lambda xp, x, q=q: xp.quantile(x, float(q)), Pair(numpy.array(values)))


def test_quantile_corners() -> None:
    for q in (0.3, [0.3], []):
        agree("quantile", lambda xp, q=q: xp.quantile(xp.asarray([1, 2], dtype="float32"), q))
        agree("quantile", lambda xp, q=q: xp.quantile(xp.asarray([True, False]), q if q else 0.5))
    agree("median", lambda xp: xp.median(xp.asarray([1, 2, 3]), out=xp.zeros(())))
    out = np.zeros(2)
    assert np.quantile([1, 2, 3], [0, 1], out=out) is out and out.tolist() == [1, 3]


@given(COMMON, AXES, st.booleans(), st.booleans())
def test_average(x: Pair, axis: Any, keepdims: bool, returned: bool) -> None:
    agree("average", lambda xp, x: xp.average(x, axis, None, returned, keepdims=keepdims), x, scale=512, rtol=2e-5)
    agree(
        "average",
        lambda xp, x: xp.average(x, axis, xp.reshape(xp.arange(x.size), x.shape) + 1, returned, keepdims=keepdims),
        x,
        scale=20,
        rtol=2e-5 if x.base.dtype == "float32" else None,
    )


WEIGHTS = [[1, 2], [0, 0], [1, 2, 4], [[1, 2, 4], [3, 5, 9]], [1.5], [[1, 3], [2, 5], [4, 9]]]


@pytest.mark.parametrize("weights", WEIGHTS)
@pytest.mark.parametrize("axis", [None, 0, 1, -1, (0, 1), (1, 0)])
def test_weights(weights: Any, axis: Any) -> None:
    x = [[1, 2, 3], [4, 5, 6]]
    agree("average", lambda xp: xp.average(xp.asarray(x), axis, xp.asarray(weights), True))


TABLES = arrays(shapes(ranks=(0, 1, 2, 2, 2, 3), sides=range(1, 7)), kinds="if", special=False, domain=(-5, 5))


@given(TABLES, st.booleans(), st.booleans(), st.sampled_from([None, 0, 1, 3]))
def test_cov(x: Pair, rowvar: bool, bias: bool, ddof: Any) -> None:
    if x.theirs.size:
        agree("cov", lambda xp, x: xp.cov(x, None, rowvar, bias, ddof), x, scale=60)


@given(TABLES, st.booleans())
def test_cov_of_two_and_corrcoef(x: Pair, rowvar: bool) -> None:
    if x.theirs.size and (rowvar or x.theirs.shape[:1] != (1,)):  # uma linha só, o NumPy não deita
        agree("cov", lambda xp, x: xp.cov(x, 2 * x, rowvar), x, scale=200)
    if x.theirs.ndim == 2 and min(x.theirs.shape) > 2 and not (x.theirs == x.theirs[:1]).any():
        agree("corrcoef", lambda xp, x: xp.corrcoef(x, rowvar=rowvar), x, scale=100)


def test_cov_wants_a_whole_ddof() -> None:
    agree("cov", lambda xp: xp.cov([1, 2], ddof=0.5))
    agree("corrcoef", lambda xp: xp.corrcoef([1.0, 2.0]))


def test_exact_numbers_stay_exact() -> None:
    x = np.array([Fraction(1, 3), Fraction(5, 3), Fraction(1, 2), Fraction(7, 2)], dtype=object)
    assert np.median(x) == Fraction(13, 12)
    assert np.quantile(x, Fraction(1, 6)) == Fraction(5, 12)
    assert np.average(x, weights=[1, 1, 0, 0]) == 1


def test_messages() -> None:
    with pytest.raises(ValueError, match="quantile: as frações vão de 0 a 1"):
        np.quantile([1, 2], 2)
    with pytest.raises(ZeroDivisionError, match="average: os pesos somam zero"):
        np.average([1, 2], weights=[1, -1])
    with pytest.raises(TypeError, match="diga de que eixo eles são"):
        np.average([[1, 2]], weights=[1, 2])
