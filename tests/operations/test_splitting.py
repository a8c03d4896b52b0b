"""Cortar em pedaços."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from tests.oracle import Pair, agree, arrays, shapes

ANY = arrays(shapes(ranks=range(5)), kinds="biuf")
SECTIONS = st.one_of(st.integers(-1, 5), st.lists(st.integers(-5, 5), max_size=4))


@pytest.mark.parametrize("name", ["array_split", "split"])
def test_splits_along_an_axis(name: str) -> None:
    @given(ANY, SECTIONS, st.integers(-5, 4))
    def check(x: Pair, sections: Any, axis: int) -> None:
        agree(name, lambda xp, x: getattr(xp, name)(x, sections, axis), x)

    check()


@given(ANY, SECTIONS)
def test_splits_with_names(x: Pair, sections: Any) -> None:
    for name in ("hsplit", "vsplit", "dsplit"):
        agree(name, lambda xp, x, name=name: getattr(xp, name)(x, sections), x)


@given(ANY, st.integers(-5, 4))
def test_unstack(x: Pair, axis: int) -> None:
    agree("unstack", lambda xp, x: xp.unstack(x, axis=axis), x)


def test_pieces_are_views() -> None:
    x = np.arange(6)
    np.split(x, 3)[1][0] = 99
    np.array_split(x, [4])[1][0] = 77
    assert x.tolist() == [0, 1, 99, 3, 77, 5]


def test_pieces_put_together_again() -> None:
    x = np.arange(24).reshape(4, 6)
    assert np.array_equal(np.hstack(np.hsplit(x, 3)), x)
    assert np.array_equal(np.stack(np.unstack(x, axis=1), axis=1), x)


def test_messages() -> None:
    with pytest.raises(ValueError, match="split: 3 não se divide em 2 partes iguais; use array_split"):
        np.split([1, 2, 3], 2)
    with pytest.raises(ValueError, match=r"vsplit: espera ao menos 2 eixo\(s\), e a forma é \(2,\)"):
        np.vsplit([1, 2], 1)
