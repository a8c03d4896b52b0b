"""Tipos de elemento: nomes, promoção e conversões permitidas são os do NumPy 2."""

import copy
import itertools
import pickle
from typing import Any

import numpy
import pytest

import reference as np
from reference.tensors.dtypes import BY_NAME, DTYPES, DType, bounds, can_cast, dtype, dtype_of, promote, result_type

PAIRS = list(itertools.product(DTYPES, repeat=2))
WEAK = (True, 3, -3, 2.5, 1j, 2**63, 2**70)


def theirs(d: DType) -> Any:
    return numpy.dtype(d.name)


@pytest.mark.parametrize("d", DTYPES, ids=str)
def test_a_dtype_describes_itself_as_in_numpy(d: DType) -> None:
    other = theirs(d)
    assert (d.name, d.kind, d.itemsize, d.typestr) == (other.name, other.kind, other.itemsize, other.str)
    assert (str(d), repr(d)) == (str(other), repr(other))
    assert d == other.name and d == other and d != "float16" and hash(d) == hash(dtype(d.name))
    assert pickle.loads(pickle.dumps(d)) is d and copy.deepcopy(d) is d
    assert getattr(np, d.name if d.kind not in "bO" else f"{d.name}_") is d


def test_every_way_to_name_a_dtype() -> None:
    for spec, d in BY_NAME.items():
        assert numpy.dtype(spec).name == d.name and dtype(spec) is d
    for spec in ("<f8", "=i4", "|u1", "|b1", numpy.float32, numpy.dtype("uint16"), np.int8, None, float, "O"):
        assert dtype(spec).name == (spec.name if isinstance(spec, DType) else numpy.dtype(spec).name)


@pytest.mark.parametrize("spec", ["float", "f", "float16", "complex256", ">f8", "abc", "", 3, [1], {}, str, "U3"])
def test_what_is_not_a_dtype_says_which_there_are(spec: Any) -> None:
    if spec in ("float", "f"):
        assert dtype(spec).kind == "f"
        return
    with pytest.raises(TypeError, match="os que existem são bool, int8"):
        dtype(spec)
    assert np.float64 != spec


@pytest.mark.parametrize(("a", "b"), PAIRS, ids=lambda d: d.name)
def test_promotion_of_every_pair(a: DType, b: DType) -> None:
    assert promote(a, b).name == numpy.promote_types(a.name, b.name).name
    assert result_type(a, b) is promote(a, b)


def test_promotion_of_every_triple_does_not_depend_on_the_order() -> None:
    for triple in itertools.product(DTYPES, repeat=3):
        assert result_type(*triple).name == numpy.result_type(*map(theirs, triple)).name, triple


@pytest.mark.parametrize("d", DTYPES, ids=str)
def test_none_is_no_dtype(d: DType) -> None:
    assert d != None and theirs(d).type != None  # noqa: E711


@pytest.mark.parametrize("d", DTYPES, ids=str)
@pytest.mark.parametrize("number", WEAK)
def test_python_numbers_are_weak(d: DType, number: Any) -> None:
    assert result_type(d, number).name == numpy.result_type(theirs(d), number).name
    assert result_type(number, np.zeros(2, d)).name == numpy.result_type(number, numpy.zeros(2, d.name)).name
    assert result_type(np.zeros(2, d)[0], number).name == numpy.result_type(numpy.zeros(2, d.name)[0], number).name


def test_numbers_alone() -> None:
    for numbers in [(n,) for n in WEAK] + list(itertools.product(WEAK, repeat=2)):
        assert result_type(*numbers).name == numpy.result_type(*numbers).name
    assert result_type(1, np.float32, 2.5, np.int8).name == "float32"
    assert result_type(1j, np.float32, 2.5, np.int8).name == "complex64"
    with pytest.raises(ValueError, match="ao menos um operando"):
        result_type()


def test_the_dtype_of_a_value() -> None:
    for value in (True, 3, -(2**63), 2**63, 2**64, -(2**63) - 1, 2.5, numpy.float32(1), None, numpy.int8(3)):
        assert dtype_of(value).name == numpy.asarray(value).dtype.name
    assert dtype_of(1j) is np.complex128 and dtype_of(numpy.complex64(1j)) is np.complex64
    assert dtype_of(np.zeros(2, "int16")) is np.int16 and dtype_of(np.float32) is np.float32


@pytest.mark.parametrize(("a", "b"), PAIRS, ids=lambda d: d.name)
def test_permitted_conversions_of_every_pair(a: DType, b: DType) -> None:
    for casting in ("no", "equiv", "safe", "same_kind", "unsafe"):
        assert can_cast(a, b, casting) == numpy.can_cast(theirs(a), theirs(b), casting), casting
        assert can_cast(np.zeros(1, a), b, casting) == can_cast(a, b, casting)


def test_can_cast_refuses_numbers_and_unknown_rules() -> None:
    with pytest.raises(TypeError, match="número do Python"):
        can_cast(3, "float32")
    with pytest.raises(ValueError, match="a regra 'talvez' não existe"):
        can_cast("int8", "int16", "talvez")


@pytest.mark.parametrize("d", [d for d in DTYPES if d.kind in "iu"], ids=str)
def test_bounds(d: DType) -> None:
    info = numpy.iinfo(d.name)
    assert bounds(d) == (info.min, info.max)


@pytest.mark.parametrize("d", DTYPES, ids=str)
def test_a_dtype_makes_scalars(d: DType) -> None:
    for value in (0, 1, True, 2.7, [1, 2]):
        ours, other = d(value), getattr(numpy, d.name if d.kind not in "bO" else f"{d.name}_")(value)
        assert repr(ours) == repr(other) or d.kind == "O"
        assert isinstance(ours, d) == (d.kind != "O" and not isinstance(value, list))
    assert d() == 0
