"""Famílias de tipos, e as perguntas sobre um tensor ou um tipo."""

import itertools
import pickle
from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from tests.oracle import KINDS, Pair, agree, arrays

DTYPES = [name for kind in "biuf" for name in KINDS[kind]]
FAMILIES = [
    "generic", "number", "integer", "signedinteger", "unsignedinteger", "inexact", "floating", "complexfloating",
]  # fmt: skip


@pytest.mark.parametrize("family", FAMILIES)
def test_families(family: str) -> None:
    for name in [*DTYPES, "object"]:
        agree("issubdtype", lambda xp, d=name: bool(xp.issubdtype(xp.dtype(d), getattr(xp, family))))
        if name != "object":
            agree("issubdtype", lambda xp, d=name: isinstance(xp.ones(1, d)[0], getattr(xp, family)))
    for other in FAMILIES:
        agree("issubdtype", lambda xp, f=other: xp.issubdtype(getattr(xp, f), getattr(xp, family)))
    assert pickle.loads(pickle.dumps(getattr(np, family))) is getattr(np, family)
    assert repr(getattr(np, family)) == f"<família '{family}'>"
    assert not isinstance(3, getattr(np, family)) and not isinstance(np.ones(2), getattr(np, family))


def test_between_types() -> None:
    for a, b in itertools.product(DTYPES, repeat=2):
        agree("issubdtype", lambda xp, a=a, b=b: xp.issubdtype(xp.dtype(a), b))
        agree("promote_types", lambda xp, a=a, b=b: str(xp.promote_types(a, b)))
    agree("issubdtype", lambda xp: xp.issubdtype(int, xp.integer))
    agree("issubdtype", lambda xp: xp.issubdtype("abc", xp.integer))


KIND_NAMES = ["bool", "signed integer", "unsigned integer", "integral", "real floating", "numeric", "complex floating"]


@pytest.mark.parametrize("kind", [*KIND_NAMES, ("bool", "integral"), "abc", ()])
def test_isdtype(kind: Any) -> None:
    for name in DTYPES:
        agree("isdtype", lambda xp, d=name: xp.isdtype(xp.dtype(d), kind))
    assert np.isdtype(np.float32, np.float32) and not np.isdtype(np.float32, (np.float64, "bool"))
    with pytest.raises(TypeError, match="isdtype: espera um tipo"):
        np.isdtype("float32", kind)


@given(st.integers(-(2**65), 2**65) | st.sampled_from([0, 1, -1, 127, 128, 255, 256, -128, -129, 2**63, 2**64]))
def test_min_scalar_type(value: int) -> None:
    agree("min_scalar_type", lambda xp: str(xp.min_scalar_type(value)))


@given(arrays(kinds="biuf"), st.integers(-6, 5))
def test_shape_and_size(x: Pair, axis: int) -> None:
    agree("shape", lambda xp, x: (xp.shape(x), xp.ndim(x), xp.size(x)), x)
    agree("size", lambda xp, x: xp.size(x, axis), x)


@pytest.mark.parametrize("value", [3, 2.5, True, "abc", b"a", 1j, [1, 2], None, (1,), {}])
def test_of_python_values(value: Any) -> None:
    for name in ("isscalar", "iterable", "iscomplexobj", "isrealobj"):
        if not (name.endswith("obj") and value in (None, {}, "abc", b"a")):
            agree(name, lambda xp, n=name: bool(getattr(xp, n)(value)))
    if isinstance(value, int | float | list | tuple):
        agree("shape", lambda xp: (xp.shape(value), xp.ndim(value), xp.size(value)))


@given(arrays(kinds="uf"), st.data())
def test_shares_memory(x: Pair, data: st.DataObject) -> None:
    cuts = [tuple(data.draw(st.slices(n)) for n in x.theirs.shape) for _ in range(2)]
    agree("shares_memory", lambda xp, x: xp.shares_memory(x[(*cuts[0], ...)], x[(*cuts[1], ...)]), x)
    agree("may_share_memory", lambda xp, x: xp.may_share_memory(x[(*cuts[0], ...)], x[(*cuts[1], ...)]), x)
    agree("shares_memory", lambda xp, x: xp.shares_memory(x, x.copy()), x)


def test_scalars_and_aliases() -> None:
    assert np.isscalar(np.ones(1)[0]) and not np.isscalar(np.array(1))
    for name in ("double", "single", "int_", "intp", "uint", "byte", "short", "intc", "longlong", "ubyte", "ushort"):
        assert str(np.dtype(getattr(np, name))) == str(numpy.dtype(getattr(numpy, name))), name
    assert np.euler_gamma == numpy.euler_gamma and np.around is np.round


PARTS = ["np.real(x)", "np.imag(x)", "x.real", "x.imag", "x.conj()", "x.conjugate()"]


@pytest.mark.parametrize("dtype", ["bool", "uint8", "int64", "float32", "float64", "object"])
@pytest.mark.parametrize("part", PARTS)
def test_real_and_imaginary_parts(dtype: str, part: str) -> None:
    for x in (Pair(numpy.array(values, dtype)) for values in ([[1, 0], [3, 4]], 3, [])):
        agree("real", lambda xp, x: eval(part, {"np": xp, "x": x}), x)
        agree("real", lambda xp, x: eval(part, {"np": xp, "x": x[()]}), x)


def test_real_is_the_tensor_itself() -> None:
    for value in (3.0, 2, True, [1, 2.5]):
        agree("real", lambda xp: (xp.real(value), xp.imag(value)))  # noqa: B023
    x = np.array([1.0, 2.0])
    assert x.real is x and x.conj() is x and not x.imag.flags.writeable
    x.real = 5
    assert x.tolist() == [5.0, 5.0]
    with pytest.raises(TypeError, match="a parte imaginária deles é sempre zero"):
        x.imag = 1
