"""Limites dos tipos: `finfo` e `iinfo`."""

from typing import Any

import numpy
import pytest

import reference as np
from tests.oracle import FLOATS, KINDS, agree, assert_same

NUMBERS = ["eps", "epsneg", "max", "min", "tiny", "smallest_normal", "smallest_subnormal", "resolution"]
INTEGERS = ["bits", "nmant", "iexp", "precision", "maxexp", "minexp", "machep", "negep"]


@pytest.mark.parametrize("dtype", FLOATS + KINDS["c"])
def test_finfo(dtype: str) -> None:
    ours, theirs = np.finfo(dtype), numpy.finfo(dtype)
    for name in NUMBERS:
        assert_same(getattr(ours, name), getattr(theirs, name), name="finfo")
    for name in INTEGERS:
        assert getattr(ours, name) == getattr(theirs, name), name
    assert (repr(ours), str(ours)) == (repr(theirs), str(theirs))


@pytest.mark.parametrize("dtype", KINDS["i"] + KINDS["u"])
def test_iinfo(dtype: str) -> None:
    ours, theirs = np.iinfo(dtype), numpy.iinfo(dtype)
    for name in ("min", "max", "bits", "kind"):
        assert getattr(ours, name) == getattr(theirs, name), name
    assert (repr(ours), str(ours)) == (repr(theirs), str(theirs))


@pytest.mark.parametrize("given", [float, 2.5, "float32", 1j, "complex64", int, "int8", "abc", bool, [1.5], None])
def test_what_they_accept(given: Any) -> None:
    if given is not None:
        agree("finfo", lambda xp: xp.finfo(given).eps)
    agree("iinfo", lambda xp: xp.iinfo(given).max)


def test_of_tensors_and_messages() -> None:
    assert np.finfo(np.ones(2, "float32")).bits == np.finfo(np.ones(2, "float32")[0]).bits == 32
    assert np.iinfo(np.ones(2, "int8")[0]).max == np.iinfo(np.ones(2, "int8").dtype).max == 127
    with pytest.raises(ValueError, match="finfo: int64 não é um tipo de ponto flutuante; para inteiros há iinfo"):
        np.finfo(int)
    with pytest.raises(ValueError, match="iinfo: 'abc' não é um tipo de elemento"):
        np.iinfo("abc")


@pytest.mark.parametrize("dtype", FLOATS + KINDS["c"])
def test_a_limit_is_a_scalar_of_its_type_and_also_a_float(dtype: str) -> None:
    info, theirs = np.finfo(dtype), numpy.finfo(dtype)
    for name in ("eps", "max", "min", "smallest_normal"):
        limit = getattr(info, name)
        assert isinstance(limit, float) and isinstance(limit, np.Tensor)
        agree("finfo", lambda xp, name=name: getattr(xp.finfo(dtype), name) / 3)
        agree("finfo", lambda xp, name=name: xp.zeros(2, "float32") + getattr(xp.finfo(dtype), name))
    assert repr(np.finfo(info.eps)) == repr(theirs) and str(info.eps) == str(theirs.eps)
