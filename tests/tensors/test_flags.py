"""O que se sabe da memória, como no NumPy."""

import numpy
import pytest
from hypothesis import given

import reference as np
from tests.generate import Pair, arrays
from tests.oracle import agree


@given(arrays(kinds="biuf"))
def test_flags(x: Pair) -> None:
    for name in ("C_CONTIGUOUS", "F_CONTIGUOUS", "WRITEABLE", "ALIGNED", "CONTIGUOUS"):
        agree("flags", lambda xp, x, name=name: bool(x.flags[name]), x)
    agree("flags", lambda xp, x: (x.flags.c_contiguous, x.flags.f_contiguous, x.copy().flags.owndata), x)


def test_flags_print_and_protect() -> None:
    for xp in (np, numpy):
        x = xp.zeros((2, 3))
        assert repr(x.flags) == repr(numpy.zeros((2, 3)).flags) and x[0].flags.owndata is False
        x.flags.writeable = False
        with pytest.raises(ValueError):
            x[0] = 1
        with pytest.raises(ValueError):
            x[0].flags.writeable = True
        x.setflags(write=True)
        x.flags["WRITEABLE"] = True
        x[0] = 1
        with pytest.raises(ValueError):
            xp.frombuffer(b"12345678").flags.writeable = True
        with pytest.raises(KeyError):
            x.flags["NADA"]
