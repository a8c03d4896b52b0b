"""Buracos nos dados: `nan_to_num` e as reduções que não contam os `nan`."""

import warnings
from typing import Any

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reference as np
from reference.operations.missing import largest
from tests.oracle import Pair, agree, arrays, shapes

REDUCTIONS = ["nansum", "nanprod", "nanmean", "nanmax", "nanmin", "nanvar", "nanstd", "nanargmax", "nanargmin"]
RUNNING = ["nancumsum", "nancumprod"]


@pytest.mark.parametrize("name", REDUCTIONS)
def test_reductions(name: str) -> None:
    @settings(max_examples=50)
    @given(arrays(shapes(ranks=range(1, 4)), kinds="buif", special=False), st.integers(-3, 2), st.integers(0, 4))
    def check(x: Pair, axis: int, every: int) -> None:
        def reduced(xp: Any, x: Any) -> Any:
            if every and x.dtype.kind == "f":
                x = xp.where(xp.floor(x) % every == 0, xp.nan, x)
            options = {} if "arg" in name else {"keepdims": every == 2}
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                return getattr(xp, name)(x, None if every == 3 else axis, **options)

        agree(name, reduced, x, scale=1000 if "prod" not in name else 0)

    check()


@pytest.mark.parametrize("name", RUNNING)
def test_running(name: str) -> None:
    @settings(max_examples=50)
    @given(arrays(shapes(ranks=range(3)), kinds="iuf", special=False), st.sampled_from([None, 0, -1]))
    def check(x: Pair, axis: Any) -> None:
        def run(xp: Any, x: Any) -> Any:
            return getattr(xp, name)(xp.where(x > 3, xp.nan, x) if x.dtype.kind == "f" else x, axis)

        agree(name, run, x, scale=1000 if name == "nancumsum" else 0)

    check()


@given(arrays(kinds="biuf"), st.sampled_from([{}, {"nan": -1.0}, {"posinf": 9.0, "neginf": -9.0}, {"copy": False}]))
def test_nan_to_num(x: Pair, options: dict[str, Any]) -> None:
    agree("nan_to_num", lambda xp, x: xp.nan_to_num(x.copy(), **options), x)


def test_nan_to_num_in_place_and_of_numbers() -> None:
    x = np.array([1.0, np.nan])
    np.nan_to_num(x, copy=False)
    assert x.tolist() == [1, 0]
    for value in (float("nan"), float("inf"), 3, [1, float("nan")], True, []):
        agree("nan_to_num", lambda xp, v=value: xp.nan_to_num(v))


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_the_largest_number(dtype: str) -> None:
    assert largest(np.dtype(dtype)) == float(numpy.finfo(dtype).max)


def test_ddof_out_and_messages() -> None:
    for xp in (np, numpy):
        out = xp.zeros(2)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            xp.nanvar(xp.array([[1.0, xp.nan], [2.0, 4.0]]), axis=1, ddof=1, out=out)
        assert numpy.isnan(out[0]) and out[1] == 2
        assert xp.nanmean(xp.array([1.0, xp.nan]), out=xp.zeros(())) == 1
    with pytest.raises(ValueError, match="nanargmax: há um grupo em que todos são nan"):
        np.nanargmax([np.nan])


def test_the_holes_do_not_compete() -> None:
    for values in ([-3.0, float("nan"), -1.0], [3.0, float("nan"), 1.0]):
        for name in REDUCTIONS:
            agree(name, lambda xp, name=name, v=values: getattr(xp, name)(v))


@pytest.mark.parametrize("name", ["nanmax", "nanmin", "nanmean", "nanvar", "nansum"])
@pytest.mark.parametrize("axis", [None, 0, -1, 1])
@pytest.mark.filterwarnings("ignore")
def test_a_lone_number(name: str, axis: Any) -> None:
    for dtype in ("float64", "float32", "int64", "bool", "object"):
        for value in (3, float("nan")) if dtype in ("float32", "float64") else (3,):
            agree(name, lambda xp: getattr(xp, name)(xp.array(value, dtype=dtype), axis=axis))  # noqa: B023


@pytest.mark.parametrize("name", ["nanmax", "nanmin", "nansum", "nanprod"])
def test_holes_among_objects(name: str) -> None:
    agree(name, lambda xp: getattr(xp, name)(xp.array([2**70, float("nan"), 3], dtype=object)))
