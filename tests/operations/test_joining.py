"""Juntar: `concat` e `stack`."""

from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from tests.oracle import Pair, agree, arrays, dtypes, shapes


@st.composite
def parts(draw: st.DrawFn) -> tuple[list[Pair], int]:
    """De um a três tensores que só diferem num eixo (quase sempre), e o eixo."""
    shape = draw(shapes(sides=range(1, 4)))
    axis, kinds = draw(st.integers(-6, 5)), [draw(dtypes("biufO")), draw(dtypes("biuf"))]
    found = []
    for _ in range(draw(st.integers(1, 3))):
        own = list(shape)
        if own and draw(st.integers(0, 9)):
            own[axis % len(own)] = draw(st.integers(0, 3))
        elif own:
            own[-1] += 1
        found.append(draw(arrays(tuple(own), kinds)))
    return found, axis


@given(parts(), st.booleans())
def test_concat(case: tuple[list[Pair], int], in_a_row: bool) -> None:
    pairs, axis = case
    agree("concat", lambda xp, *x: xp.concat(x, axis=None if in_a_row else axis), *pairs)


@given(shapes(ranks=range(4), sides=range(1, 4)), st.integers(1, 3), st.integers(-5, 4), st.data())
def test_stack(shape: tuple[int, ...], count: int, axis: int, data: st.DataObject) -> None:
    pairs = [data.draw(arrays(shape, kinds="biuf")) for _ in range(count)]
    agree("stack", lambda xp, *x: xp.stack(x, axis=axis), *pairs)


CASES: list[Any] = [[], [[1, 2], [3.5]], [[1, 2], 5], [1, 2], [[1], [[2]]], [[[1, 2]], [[3], [4]]], 5]


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("name", ["concatenate", "concat", "stack"])
def test_corners(name: str, case: Any) -> None:
    agree(name, lambda xp: getattr(xp, name)(case))


@pytest.mark.parametrize("casting", ["same_kind", "unsafe", "safe"])
@pytest.mark.parametrize("kind", ["float64", "int8", "bool", "int64"])
@pytest.mark.parametrize("case", [[[1], [300]], [[1.5], [2]]])
def test_dtype_and_casting(kind: str, casting: str, case: Any) -> None:
    agree("concat", lambda xp: xp.concat([xp.asarray(x) for x in case], dtype=kind, casting=casting))


@pytest.mark.parametrize(("shape", "kind"), [((2,), "float64"), ((3,), "float64"), ((2,), "int64"), ((2,), "int8")])
@pytest.mark.parametrize("case", [[[1], [3]], [[1.5], [2]]])
def test_out(shape: tuple[int, ...], kind: str, case: Any) -> None:
    if shape == (2,) or kind == "float64":
        agree("concat", lambda xp: xp.concat([xp.asarray(x) for x in case], out=xp.zeros(shape, dtype=kind)))


def test_the_result_is_new_memory() -> None:
    x = np.array([1, 2])
    joined = np.concat([x])
    joined[0] = 9
    assert x.tolist() == [1, 2]


def test_a_tensor_is_a_sequence_of_its_rows() -> None:
    rows = numpy.arange(6).reshape(2, 3)
    assert np.concat(np.asarray(rows)).tolist() == numpy.concat(rows).tolist() == [0, 1, 2, 3, 4, 5]
    assert np.stack(np.asarray(rows)).tolist() == rows.tolist()


def test_messages() -> None:
    with pytest.raises(ValueError, match=r"fora do eixo 1, as formas têm de ser iguais, e são \(2, 3\), \(3, 1\)"):
        np.concat([np.ones((2, 3)), np.ones((3, 1))], axis=1)
    with pytest.raises(ValueError, match="stack: espera tensores de mesma forma"):
        np.stack([[1, 2], [3]])
