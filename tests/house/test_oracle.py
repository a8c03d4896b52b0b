"""Quem confere o conferente: o que é igual passa, e cada tipo de diferença é visto."""

import json
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy
import pytest
from hypothesis import Phase, given, settings

import reference
from tests import oracle
from tests.oracle import (
    FLOATS,
    KINDS,
    Count,
    Pair,
    add_counts,
    agree,
    arrays,
    assert_same,
    broadcastable,
    counts,
    same_error,
    to_numpy,
    to_reference,
    write_counts,
)


@given(arrays(kinds="biufO"))
def test_both_sides_hold_the_same_view(x: Pair) -> None:
    assert_same(x.ours, x.theirs)
    assert to_numpy(to_reference(x.base)).tobytes() == x.base.tobytes() or x.base.dtype == object
    assert x.ours.strides == x.theirs.strides or x.theirs.size < 2


WANTED: dict[str, Callable[[Any], Any]] = {
    "de ordem 5": lambda x: x.ndim == 5 and x.size,
    "de ordem 0": lambda x: x.ndim == 0,
    "vazio": lambda x: x.ndim == 3 and x.size == 0,
    "invertido": lambda x: x.size > 3 and any(step < 0 for step in x.strides),
    "saltado": lambda x: x.ndim == 1 and x.size > 2 and x.strides[0] > x.itemsize,
    "repetido": lambda x: x.ndim > 1 and x.size > 3 and 0 in x.strides,
    "transposto": lambda x: x.size > 3 and x.flags.f_contiguous and not x.flags.c_contiguous,
    "com nan e infinito": lambda x: x.dtype == "float32" and numpy.isnan(x).any() and numpy.isinf(x).any(),
    "com o menor inteiro": lambda x: x.dtype == "int64" and (x == -(2**63)).any(),
    "com zero negativo": lambda x: x.dtype == "float64" and (numpy.signbit(x) & (x == 0)).any(),
}


def test_every_sort_of_tensor_is_generated() -> None:
    found = set()

    @settings(max_examples=400)
    @given(arrays())
    def look(x: Pair) -> None:
        found.update(name for name, is_so in WANTED.items() if is_so(x.theirs))

    look()
    assert found == set(WANTED)


@given(broadcastable(3))
def test_broadcastable_tensors_broadcast(found: tuple[Pair, ...]) -> None:
    numpy.broadcast_shapes(*(x.theirs.shape for x in found))


def ours(values: Any, dtype: str = "float64") -> Any:
    return reference.asarray(values, dtype=dtype)


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (ours([1.0, 2.0]), numpy.array([1.0, 2.0 + 1e-12])),
        (ours([1.0], "float32"), numpy.array([1.0 + 1e-5], "float32")),
        (ours([1.0], "float32"), numpy.array([1.0])),
        (ours([1], "int64"), numpy.array([1], "int32")),
        (ours([1], "int64"), numpy.array([2])),
        (ours([True], "bool"), numpy.array([False])),
        (ours([[1.0]]), numpy.array([1.0])),
        (ours([0.0]), numpy.array([-0.0])),
        (ours([0.0]), numpy.array([1e-300])),
        (ours([math.nan]), numpy.array([1.0])),
        (ours([1.0]), numpy.array([math.nan])),
        (ours([math.inf]), numpy.array([-math.inf])),
        (ours([math.inf]), numpy.array([1e308])),
        (ours(1.0), numpy.float64(1.0)),
        (ours([1.0])[0], numpy.array(1.0)),
        (ours([1.0]), 1.0),
        (1.0, numpy.float64(1.0)),
        (1, 1.0),
        (2, 3),
        ((1, 2), (1, 2, 3)),
        ([ours([1.0])], [numpy.array([2.0])]),
        (ours([1, 2], "object"), numpy.array([1, 3], object)),
        (ours([1, 2], "object"), numpy.array([1, 2.0], object)),
    ],
    ids=repr,
)
def test_each_difference_is_seen(mine: Any, theirs: Any) -> None:
    with pytest.raises(AssertionError):
        assert_same(mine, theirs)


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (ours([1.0, math.nan, -math.inf, -0.0]), numpy.array([1.0 + 1e-14, math.nan, -math.inf, -0.0])),
        (ours([5e-324]), numpy.array([0.0])),
        (ours([1.0])[0], numpy.float64(1.0)),
        (ours([2**70, 0.5], "object"), numpy.array([2**70, 0.5], object)),
        (ours([]), numpy.array([])),
        ((1, "a", None), (1, "a", None)),
    ],
    ids=repr,
)
def test_equals_pass(mine: Any, theirs: Any) -> None:
    assert_same(mine, theirs)


def test_the_scale_of_a_sum_that_cancels() -> None:
    mine, theirs = ours([1e-14]), numpy.array([2e-14])
    assert_same(mine, theirs, scale=1.0)
    with pytest.raises(AssertionError, match="diferença relativa de 0"):
        assert_same(mine, theirs)


class BothErrors(ValueError, IndexError):
    """Como o nosso `AxisError`."""


def fail(error: type[Exception]) -> Any:
    raise error("de propósito")


@pytest.mark.parametrize(
    ("mine", "theirs", "same"),
    [
        (ValueError, ValueError, True),
        (BothErrors, ValueError, True),
        (BothErrors, numpy.exceptions.AxisError, True),
        (ValueError, numpy.exceptions.AxisError, False),
        (TypeError, ValueError, False),
        (None, ValueError, False),
        (ValueError, None, False),
        (None, None, True),
    ],
)
def test_errors(mine: type[Exception] | None, theirs: type[Exception] | None, same: bool) -> None:
    def compare() -> None:
        same_error(lambda: fail(mine) if mine else 1, lambda: fail(theirs) if theirs else 1)

    if same:
        compare()
    else:
        with pytest.raises(AssertionError):
            compare()


# Defeitos plantados: a mesma conta, feita errado só do nosso lado

FAULTS: dict[str, Callable[[Any, Any], Any]] = {
    "ignora o eixo": lambda xp, x: x.sum(axis=None if xp is reference else 0),
    "esquece o último": lambda xp, x: x[: -1 if xp is reference else None],
    "troca o sinal": lambda xp, x: x * (-1 if xp is reference else 1),
    "ignora os passos": lambda xp, x: x if xp is numpy else to_reference(numpy.asarray(x)[::-1]),
    "guarda float32 como float64": lambda xp, x: x.astype("float64") if xp is reference else x,
    "não levanta o erro": lambda xp, x: x[(0,) * 9] if xp is numpy else x,
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_planted_faults_are_caught(fault: Callable[[Any, Any], Any]) -> None:
    @settings(phases=[Phase.generate])
    @given(arrays(kinds="if"))
    def check(x: Pair) -> None:
        agree("", fault, x)

    with pytest.raises(AssertionError):
        check()


def test_comparisons_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(oracle, "COUNTS", {})
    pair = Pair(numpy.array([1.0, 2.0]))
    agree("add", lambda xp, x: xp.add(x, x), pair)
    agree("add", lambda xp, x: x + (1 if xp is numpy else 1 + 2e-14), pair)
    agree("add", lambda xp, x: xp.reshape(x, (3,)), pair)
    write_counts(tmp_path / "counts.json")
    count = json.loads((tmp_path / "counts.json").read_text(encoding="utf-8"))["add"]
    assert count["cases"] == 3 and count["errors"] == 1
    assert 0 < count["largest"]["float64"] < 1e-13
    add_counts({"add": {"cases": 2, "errors": 0, "largest": {"float64": 1.0, "float32": 0.5}}, "sub": vars(Count(4))})
    assert counts()["add"] == {"cases": 5, "errors": 1, "largest": {"float64": 1.0, "float32": 0.5}}
    assert counts()["sub"]["cases"] == 4


def test_the_table_of_dtypes_is_complete() -> None:
    names = {name for kind in KINDS.values() for name in kind}
    assert set(FLOATS) < names and names == {str(dtype) for dtype in reference.tensors.dtypes.DTYPES}
