"""Métodos: cada um é a função de mesmo nome, com o tensor na frente."""

from typing import Any

import numpy
import pytest
from hypothesis import given

import reference as np
from reference.tensors.methods import Methods, calls, takes_shape
from tests.generate import Pair, arrays
from tests.oracle import agree

OWN = [name for name in vars(Methods) if not name.startswith("_") and callable(vars(Methods)[name])]


class Spy(Methods):
    """Um objeto cujo namespace só anota o que lhe pedem."""

    def __array_namespace__(self) -> Any:
        class Namespace:
            def __getattr__(self, name: str) -> Any:
                return lambda *inputs, **options: (name, inputs, options)

        return Namespace()


@pytest.mark.parametrize("name", OWN)
def test_a_method_calls_the_function(name: str) -> None:
    x = Spy()
    called, inputs, options = getattr(x, name)(axis=1)
    assert called in (name, "copy_flat") and inputs[0] is x and options == {"axis": 1}
    assert getattr(Methods, name).__name__ == name and called in getattr(Methods, name).__doc__


@pytest.mark.parametrize("name", OWN)
def test_numpy_has_it_too(name: str) -> None:
    assert hasattr(numpy.ndarray, name)
    assert hasattr(np, vars(Methods)[name].__doc__.split("reference.")[1].split("(")[0])


def test_a_shape_may_come_loose_or_packed() -> None:
    x = Spy()
    assert x.reshape(2, 3) == x.reshape((2, 3)) == ("reshape", (x, (2, 3)), {})
    assert x.reshape(-1) == ("reshape", (x, (-1,)), {}) == x.reshape((-1,))
    assert x.transpose() == ("transpose", (x,), {}) == x.T
    assert x.transpose(None) == ("transpose", (x, None), {})
    assert x.transpose(1, 0) == ("transpose", (x, (1, 0)), {}) == x.transpose((1, 0))
    assert takes_shape("reshape")(x, 6, order="F") == ("reshape", (x, (6,)), {"order": "F"})
    assert x.mT == ("matrix_transpose", (x,), {})
    assert calls("flatten", "copy_flat")(x) == ("copy_flat", (x,), {})


@given(arrays(kinds="biuf", special=False))
@pytest.mark.filterwarnings("ignore:Mean of empty", "ignore:invalid value")
def test_methods_do_what_functions_do(x: Pair) -> None:
    for name in ("sum", "max", "argmin", "any", "mean", "ravel", "flatten", "squeeze", "transpose", "copy"):
        agree(f"método {name}", lambda xp, x, name=name: getattr(x, name)(), x, scale=1000)
    agree("método T", lambda xp, x: x.T, x)
    agree("método reshape", lambda xp, x: x.reshape(-1), x)
    agree("método reshape", lambda xp, x: x.reshape(x.size, 1), x)
    agree("método clip", lambda xp, x: x.clip(1, 2), x)
