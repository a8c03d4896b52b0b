"""Memória compartilhada: o que um muda, o outro vê, nos dois sentidos; e a memória vive enquanto alguém a usa."""

import ctypes
import gc
import weakref
from array import array
from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from reference.tensors.sharing import element_type, foreign_memory, from_interface
from tests.generate import Pair, arrays
from tests.oracle import agree, assert_same


@given(arrays())
def test_numpy_sees_our_memory(x: Pair) -> None:
    ours = x.ours
    theirs = numpy.asarray(ours)
    assert_same(ours, x.theirs)
    assert theirs.shape == ours.shape and theirs.flags.writeable == ours.writeable
    if ours.size and ours.writeable:
        theirs[...] = 1
        assert (ours == 1).all()
        ours[...] = 0
        assert not theirs.any()


@given(arrays())
def test_we_see_numpys_memory(x: Pair) -> None:
    theirs = x.theirs
    ours = np.asarray(theirs)
    assert_same(ours, theirs)
    assert ours.writeable == theirs.flags.writeable or not theirs.size
    if theirs.size and ours.writeable:
        ours[...] = 1
        assert (theirs == 1).all()
        theirs[...] = 0
        assert not ours.any()


def test_a_view_of_a_view_of_numpy_keeps_the_owner_alive() -> None:
    owner = numpy.arange(100.0)
    watch = weakref.ref(owner)
    view = np.asarray(owner[10::-3])[1:]
    del owner
    gc.collect()
    assert watch() is not None and view.tolist() == [7.0, 4.0, 1.0]
    del view
    gc.collect()
    assert watch() is None


def test_the_memory_alone_keeps_the_owner_alive() -> None:
    owner = numpy.arange(100.0)
    watch = weakref.ref(owner)
    memory = foreign_memory(owner[10::-3])
    del owner
    gc.collect()
    assert watch() is not None and memory is not None
    assert memory.storage[memory.offset] == 10.0
    del memory
    gc.collect()
    assert watch() is None


def test_our_memory_outlives_our_tensor() -> None:
    theirs = numpy.asarray(np.arange(1000)[::-1])
    gc.collect()
    np.zeros(1000)
    assert theirs.tolist() == list(range(999, -1, -1))


def test_bytes_and_arrays() -> None:
    text, numbers, mutable = b"abc", array("d", [1, 2, 3]), bytearray(4)
    x, y, z = np.asarray(text), np.asarray(numbers), np.asarray(mutable)
    assert x.tolist() == [97, 98, 99] and x.dtype is np.uint8 and not x.writeable
    y[0], z[1:3] = 9, 7
    assert numbers.tolist() == [9.0, 2.0, 3.0] and mutable == b"\0\7\7\0"
    assert y.base is numbers and y[1:].base is numbers
    table = np.asarray(memoryview(bytearray(range(6))).cast("B", (2, 3)))
    assert table.tolist() == [[0, 1, 2], [3, 4, 5]]


@pytest.mark.parametrize("code", "bBhHiIlLqQfd")
def test_every_code_of_the_array_module(code: str) -> None:
    source = array(code, [1, 2, 3])
    x = np.asarray(source)
    x[1] = 100
    assert source.tolist() == [1, 100, 3] == x.tolist()
    assert str(x.dtype) == numpy.asarray(source).dtype.name
    assert element_type(memoryview(source)) is x.dtype


def test_other_owners_of_memory() -> None:
    numbers = (ctypes.c_double * 3)(1, 2, 3)
    np.asarray(numbers)[0] = 5
    assert list(numbers) == [5, 2, 3]
    assert np.asarray(numpy.float32(2.5)).item() == 2.5
    jumping = memoryview(array("f", range(6)))[::2]
    x = np.asarray(jumping)
    assert x.tolist() == [0, 2, 4] and x.dtype is np.float32
    with pytest.raises(ValueError, match="copy=False"):
        np.asarray(jumping, copy=False)
    field = numpy.zeros(3, dtype=[("a", "i1"), ("b", "f8")])["b"]  # o passo, 9 bytes, não é um número de elementos
    assert np.asarray(field).tolist() == [0.0, 0.0, 0.0] and np.asarray(field).dtype is np.float64


class Picture:
    """Uma imagem que só conhece o `__array_interface__`, com os bytes prontos."""

    @property
    def __array_interface__(self) -> dict[str, Any]:
        return {"shape": (2, 3), "typestr": "|u1", "data": bytes(range(6)), "version": 3}


class Converts:
    """Um objeto que só sabe virar array do NumPy."""

    def __array__(self, dtype: Any = None, copy: Any = None) -> Any:
        return numpy.arange(3.0)


def test_objects_that_only_describe_themselves() -> None:
    x = np.asarray(Picture())
    assert x.tolist() == [[0, 1, 2], [3, 4, 5]] and not x.writeable
    assert np.asarray(Converts()).tolist() == [0.0, 1.0, 2.0]


def test_objects_are_copied() -> None:
    theirs = numpy.array([1, 2.5, None], dtype=object)
    assert np.asarray(theirs).tolist() == [1, 2.5, None] and np.asarray(theirs).dtype is np.object_
    assert foreign_memory(theirs) is None and from_interface(theirs) is None
    with pytest.raises(AttributeError, match="não tem memória tipada"):
        _ = np.array([1], dtype=object).__array_interface__
    assert numpy.asarray(np.array([1, 2], dtype=object)).tolist() == [1, 2]


@pytest.mark.parametrize("dtype", ["float16", "U3", "M8[s]", ">f8"])
def test_types_that_do_not_exist_here(dtype: str) -> None:
    with pytest.raises(TypeError, match="não é um tipo de elemento"):
        np.asarray(numpy.zeros(2, dtype))


def test_empty_memory() -> None:
    for shape in [(0,), (2, 0), (0, 3)]:
        assert np.asarray(numpy.zeros(shape, "int16")).shape == shape
        assert numpy.asarray(np.zeros(shape, "int16")).shape == shape
    assert np.asarray(b"").shape == (0,)


@given(arrays())
def test_bytes_of_the_elements(x: Pair) -> None:
    assert x.ours.tobytes() == x.theirs.tobytes()


# O que se sabe da memória, e a memória lida como outro tipo


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


@given(arrays(kinds="biuf"), st.sampled_from(["int8", "uint8", "int16", "int32", "float32", "int64", "float64", None]))
def test_the_same_bytes_read_as_another_type(x: Pair, dtype: str | None) -> None:
    def read(xp: Any, x: Any) -> Any:
        x = x.copy()
        return x.view() if dtype is None else x.view(dtype)

    agree("view", read, x)
    agree("view", lambda xp, x: x.copy()[..., ::2].view("uint8").copy(), x)


def test_view_shares_and_refuses() -> None:
    x = np.array([1.0, 2.0])
    x.view("uint64")[0] = 0
    assert x.tolist() == [0, 2] and np.float32(1.5).view("int32") == numpy.float32(1.5).view("int32")
    assert np.arange(5, dtype="uint8")[:4].view("int32").tolist() == [50462976]
    with pytest.raises(ValueError, match="view: linhas de 3 elementos de 1 bytes não se leem de 2 em 2 bytes"):
        np.zeros(3, "int8").view("int16")
    with pytest.raises(TypeError, match="view: um tensor de objetos não tem bytes"):
        np.array([1], dtype=object).view("int64")
