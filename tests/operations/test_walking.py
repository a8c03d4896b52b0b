"""Percorrer um tensor: índices, elementos e o cursor."""

from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from tests.oracle import Pair, agree, arrays, broadcastable, shapes


@given(shapes(ranks=range(4)))
def test_ndindex(shape: tuple[int, ...]) -> None:
    assert list(np.ndindex(shape)) == list(np.ndindex(*shape)) == list(numpy.ndindex(shape))


@given(arrays(shapes(ranks=range(4)), kinds="biufO"))
def test_ndenumerate(x: Pair) -> None:
    agree("ndenumerate", lambda xp, x: [(place, value) for place, value in xp.ndenumerate(x)], x)


def walk(xp: Any, x: Any) -> list[Any]:
    """Percorre, mudando, com o cursor andando à mão; guarda os índices por onde passou."""
    cursor = xp.nditer(x, flags=["multi_index", "zerosize_ok"], op_flags=["readwrite"], order="C")
    seen = []
    while not cursor.finished:
        seen.append(cursor.multi_index)
        old = x[cursor.multi_index]
        x[cursor.multi_index] = 3
        assert cursor[0] == 3
        cursor[0] = old
        cursor.iternext()
    return seen


@given(arrays(shapes(ranks=range(4)), special=False))
def test_the_cursor_by_hand(x: Pair) -> None:
    if min(x.theirs.strides, default=1) > 0:  # um tensor repetido não se muda elemento por elemento
        agree("nditer", walk, x)


@given(arrays(shapes(ranks=range(4))))
def test_the_cursor_in_a_for(x: Pair) -> None:
    def values(xp: Any, x: Any) -> list[Any]:
        return [v.copy() for v in xp.nditer(x, ["zerosize_ok"], order="C")]

    agree("nditer", values, x)


def test_changing_in_a_for() -> None:
    for xp in (np, numpy):
        x = xp.arange(6).reshape(2, 3)
        for v in xp.nditer(x, op_flags=["readwrite"]):
            v[...] = 2 * v
        assert x.tolist() == [[0, 2, 4], [6, 8, 10]]
        with xp.nditer(x, flags=["c_index"], op_flags=["writeonly"]) as cursor:
            for v in cursor:
                v[...] = cursor.index
        assert x.tolist() == [[0, 1, 2], [3, 4, 5]]


@given(broadcastable(2, shape=shapes(ranks=range(3)), special=False))
def test_two_at_a_time(pairs: tuple[Pair, Pair]) -> None:
    def sums(xp: Any, x: Any, y: Any) -> list[Any]:
        return [a + b for a, b in xp.nditer([x, y], flags=["zerosize_ok"], order="C")]

    agree("nditer", sums, *pairs)


@given(broadcastable(2, shape=shapes(ranks=range(3)), special=False))
def test_a_result_is_made_and_filled(pairs: tuple[Pair, Pair]) -> None:
    def larger(xp: Any, x: Any, y: Any) -> Any:
        cursor = xp.nditer([x, y, None], flags=["zerosize_ok"], order="C")
        for a, b, c in cursor:
            c[...] = xp.maximum(a, b)
        return cursor.operands[2]

    agree("nditer", larger, *pairs)


@pytest.mark.parametrize("case", [
    lambda xp: xp.nditer([]).finished, lambda xp: xp.nditer([None]), lambda xp: xp.nditer(xp.zeros((0, 2))),
    lambda xp: xp.nditer(xp.ones(2)).multi_index, lambda xp: xp.nditer(xp.ones(2)).index,
    lambda xp: xp.nditer([xp.ones(2), xp.ones(3)]), lambda xp: xp.nditer(xp.ones(2), flags=["nada"]),
    lambda xp: xp.nditer([xp.ones(2), xp.ones((2, 2))], op_flags=[["readwrite"], ["readonly"]]),
    lambda xp: xp.nditer(xp.broadcast_to(xp.ones(1), (2,)), op_flags=["readwrite"]),
])  # fmt: skip
def test_refuses_what_numpy_refuses(case: Any) -> None:
    agree("nditer", case)


def test_the_cursor_starts_again_and_says_how_far_it_goes() -> None:
    for xp in (np, numpy):
        cursor = xp.nditer(xp.arange(4))
        assert len(list(cursor)) == cursor.itersize == 4 and len(cursor) == 1
        cursor.reset()
        assert cursor.value == 0 and cursor.iternext() and cursor.value == 1 and not cursor.finished


@given(st.sampled_from(["F", "A", "x"]))
def test_messages(order: str) -> None:
    with pytest.raises(ValueError, match="aqui a ordem é sempre a dos índices"):
        np.nditer(np.ones(2), order=order)
    with pytest.raises(ValueError, match=r"\['external_loop'\] não é oferecido aqui"):
        np.nditer(np.ones(2), flags=["external_loop"])
    with pytest.raises(ValueError, match="só de leitura"):
        next(iter(np.nditer(np.ones(2))))[...] = 1
