"""Progressões: `arange` e `linspace` dão os números do NumPy, e os mesmos erros."""

import math
from typing import Any

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reference as np
from reference.tensors.ranges import how_many, progression
from tests.oracle import agree, assert_same, same_error

NUMBERS = st.one_of(st.integers(-50, 50), st.floats(-50, 50).map(lambda x: round(x, 2)), st.just(True))
STEPS = NUMBERS.filter(lambda step: step == 0 or abs(step) > 0.05)
DTYPES = st.sampled_from([None, None, "int8", "uint8", "int64", "float32", "float64", "bool", float])


@given(st.lists(NUMBERS, min_size=1, max_size=2), STEPS, DTYPES)
@settings(max_examples=400)
@pytest.mark.filterwarnings("ignore:invalid value", "ignore:overflow")
def test_arange(ends: list[Any], step: Any, dtype: Any) -> None:
    steps = {"step": step} if step != 1 else {}
    same_error(
        lambda: np.arange(*ends, dtype=dtype, **steps),
        lambda: numpy.arange(*ends, dtype=dtype, **steps),
        name="arange",
        scale=100,
    )


@pytest.mark.parametrize(
    "arguments",
    [(math.nan,), (math.inf,), (0, 1, 0), (0, 1, 0.0), (1, None), (3, -2, -1), (-3,), (0, 5, None), (2**63, 2**63 + 3)],
    ids=str,
)
def test_arange_at_the_edges(arguments: tuple[Any, ...]) -> None:
    same_error(lambda: np.arange(*arguments), lambda: numpy.arange(*arguments), name="arange")


def test_arange_of_many_kinds() -> None:
    for arguments in [(0, 300, 1, "int8"), (250, 260, 1, "uint8"), (10, 0, -3, "uint8"), (0, 1, 0.1, "float32")]:
        same_error(lambda a=arguments: np.arange(*a), lambda a=arguments: numpy.arange(*a), name="arange")
    assert np.arange(3, dtype=object).tolist() == [0, 1, 2]
    with pytest.raises(TypeError, match="só há dois booleanos, e foram pedidos 3"):
        np.arange(3, dtype=bool)


@given(NUMBERS, NUMBERS, st.integers(0, 9), st.booleans(), st.booleans(), DTYPES)
@settings(max_examples=400)
@pytest.mark.filterwarnings("ignore:invalid value")
def test_linspace(start: Any, stop: Any, num: int, endpoint: bool, retstep: bool, dtype: Any) -> None:
    options = {"num": num, "endpoint": endpoint, "retstep": retstep, "dtype": dtype}
    same_error(
        lambda: np.linspace(start, stop, **options),
        lambda: numpy.linspace(start, stop, **options),
        name="linspace",
        scale=100,
    )


@pytest.mark.parametrize("name", ["int8", "uint64", "float32"])
def test_scalars_as_ends(name: str) -> None:
    mine, other = getattr(np, name), getattr(numpy, name)
    assert_same(np.arange(mine(3)), numpy.arange(other(3)), name="arange")
    assert_same(np.arange(1, mine(9), mine(2)), numpy.arange(1, other(9), other(2)), name="arange")
    assert_same(np.linspace(mine(1), mine(9), 5), numpy.linspace(other(1), other(9), 5), name="linspace")
    assert_same(np.linspace(0, mine(9), 4), numpy.linspace(0, other(9), 4), name="linspace")


def test_linspace_between_tensors() -> None:
    for ends in [([0, 1], [2, 3]), ([0.0, 1.0], 5), (1, [[2], [3]])]:
        for endpoint in (True, False):
            theirs = numpy.linspace(*ends, 4, endpoint=endpoint, retstep=True)
            assert_same(np.linspace(*ends, 4, endpoint=endpoint, retstep=True), theirs, name="linspace")


@pytest.mark.parametrize("num", [-1, 2.0, "3", None])
def test_linspace_counts_with_an_integer(num: Any) -> None:
    same_error(lambda: np.linspace(0, 1, num), lambda: numpy.linspace(0, 1, num), name="linspace")


def test_the_last_value_is_exact() -> None:
    assert progression(0.0, 0.3, 4, True)[-1] == 0.3 and 3 * 0.1 != 0.3
    assert progression(0.0, 5e-324, 3, True) == numpy.linspace(0, 5e-324, 3).tolist()


def test_how_many() -> None:
    assert [how_many(0, 10, 3), how_many(10, 0, -3), how_many(0, 10, -3), how_many(0, 1, 0.1)] == [4, 4, 0, 10]
    with pytest.raises(ValueError, match="não há uma quantidade finita"):
        how_many(0, math.inf, 1)


NUMBERS = st.sampled_from([-3, -1, 0, 0.5, 1, 2, 2.5, 4])
BASES = st.sampled_from([10.0, 2, 0.5])


@given(NUMBERS, NUMBERS, st.integers(-1, 7), st.booleans(), BASES, st.sampled_from([None, "float32", int]))
def test_logspace(start: float, stop: float, num: int, endpoint: bool, base: float, dtype: Any) -> None:
    if dtype is int:
        base, start, stop = 2, abs(start), abs(stop)
    agree("logspace", lambda xp: xp.logspace(start, stop, num, endpoint, base, dtype))


@given(NUMBERS, NUMBERS, st.integers(-1, 7), st.booleans(), st.sampled_from([None, "float32"]))
def test_geomspace(start: float, stop: float, num: int, endpoint: bool, dtype: Any) -> None:
    if start * stop < 0:  # o NumPy atravessa o zero pelos números complexos, e aqui não se atravessa
        with pytest.raises(ValueError, match="há uma troca de sinal"):
            np.geomspace(start, stop, num)
    else:
        agree("geomspace", lambda xp: xp.geomspace(start, stop, num, endpoint, dtype))


DIRECTIONS = st.sampled_from([1, -2.0, 1j, 3 + 4j, -1e-3 - 2j])


@given(DIRECTIONS, DIRECTIONS, st.integers(-1, 7), st.booleans(), st.sampled_from([None, "complex64"]))
def test_geomspace_turns(start: complex, stop: complex, num: int, endpoint: bool, dtype: Any) -> None:
    agree("geomspace", lambda xp: xp.geomspace(start + 0j, stop, num, endpoint, dtype), scale=10)
    with pytest.raises(ValueError, match="não passa pelo zero"):
        np.geomspace(0j, stop)
