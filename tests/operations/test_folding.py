"""Dobrar uma operação ao longo de um eixo: `reduce` e `accumulate`."""

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from tests.oracle import Pair, agree, arrays, shapes

NAMES = ["add", "multiply", "maximum", "minimum", "subtract", "logical_and", "logical_or", "bitwise_xor"]


@pytest.mark.parametrize("name", NAMES)
def test_along_an_axis(name: str) -> None:
    kinds = "iu" if name == "bitwise_xor" else "iuf"

    @given(arrays(shapes(range(1, 4), empty=False), kinds=kinds, special=False), st.integers(-3, 2), st.booleans())
    def check(x: Pair, axis: int, keepdims: bool) -> None:
        scale = 100 if name in ("add", "subtract") else 0
        agree(f"{name}.reduce", lambda xp, x: getattr(xp, name).reduce(x, axis, keepdims=keepdims), x, scale=scale)
        if not name.startswith("logical"):
            agree(f"{name}.accumulate", lambda xp, x: getattr(xp, name).accumulate(x, axis), x, scale=scale)

    check()


def test_all_axes_out_and_initial() -> None:
    for xp in (np, numpy):
        x = xp.arange(6).reshape(2, 3)
        assert xp.add.reduce(x, axis=None) == 15 and xp.add.reduce(x).tolist() == [3, 5, 7]
        assert xp.maximum.reduce(x, axis=1, initial=4).tolist() == [4, 5]
        out = xp.zeros(3, dtype=int)
        assert xp.subtract.reduce(x, out=out) is out and out.tolist() == [-3, -3, -3]
        assert xp.maximum.accumulate(xp.array([3, 1, 4, 1, 5])).tolist() == [3, 3, 4, 4, 5]
        assert xp.add.accumulate([1, 2, 3]).tolist() == [1, 3, 6]


def test_messages() -> None:
    agree("exp.reduce", lambda xp: xp.exp.reduce([1.0]))
    agree("add.accumulate", lambda xp: xp.add.accumulate(3))
    with pytest.raises(ValueError, match=r"exp\.reduce: só uma operação de dois operandos se dobra, e esta é de 1"):
        np.exp.reduce([1.0])
    with pytest.raises(ValueError, match=r"divide\.reduce: não há o que combinar na forma \(0,\)"):
        np.divide.reduce([])
