"""Memória compartilhada: o que um muda, o outro vê, nos dois sentidos; e a memória vive enquanto alguém a usa."""

import ctypes
import gc
import mmap
import sys
import weakref
from array import array
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from reference.tensors.sharing import element_type, foreign_memory, from_interface
from tests.generate import KINDS, Pair, arrays
from tests.oracle import agree, assert_same, assert_shared

NUMBERS = [kind for kind in KINDS if kind != "O"]


@given(arrays(kinds=NUMBERS))
def test_numpy_sees_our_memory(x: Pair) -> None:
    ours = x.ours
    assert_same(ours, x.theirs)
    only_described = SimpleNamespace(__array_interface__=ours.__array_interface__)
    for theirs in (numpy.asarray(ours), numpy.asarray(only_described)):
        assert theirs.shape == ours.shape and theirs.flags.writeable == ours.writeable
        if ours.size and ours.writeable:
            assert_shared(theirs, ours)


@given(arrays(kinds=NUMBERS))
def test_we_see_numpys_memory(x: Pair) -> None:
    theirs = x.theirs
    ours = np.asarray(theirs)
    assert_same(ours, theirs)
    assert ours.writeable == theirs.flags.writeable or not theirs.size
    if theirs.size and ours.writeable:
        assert_shared(ours, theirs)


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
    field = numpy.zeros(3, dtype=[("a", "i1"), ("b", "f8")])["b"]  # o passo, 9 bytes, não é um número de elementos
    assert np.asarray(field).tolist() == [0.0, 0.0, 0.0] and np.asarray(field).dtype is np.float64
    with pytest.raises(ValueError, match="copy=False"):
        np.asarray(field, copy=False)


@pytest.mark.parametrize("step", [2, -1, -3])
def test_a_memoryview_that_jumps(step: int) -> None:
    source = array("f", range(6))
    jumping = memoryview(source)[::step]
    x = np.asarray(jumping, copy=False)
    assert x.tolist() == jumping.tolist() and x.dtype is np.float32 and x.strides == (4 * step,)
    x[1] = 50
    assert source[list(range(6))[::step][1]] == 50 and x.writeable
    jumping.release()  # quem soltou a memória foi outro; nós ainda a temos
    with pytest.raises(BufferError):
        source.append(7)
    assert x[1] == 50
    del x
    gc.collect()
    source.append(7)


def test_a_table_that_jumps_and_is_only_read() -> None:
    data = bytes(range(24))
    table = memoryview(data).cast("B", (4, 6))[::-2]
    x = np.asarray(table, copy=False)
    assert x.tolist() == table.tolist() and x.strides == (-12, 1)
    with pytest.raises(ValueError, match="só a empresta para leitura"):
        x.flags.writeable = True
    theirs = numpy.arange(6.0)
    theirs.flags.writeable = False
    assert np.asarray(theirs[::-2]).storage.readonly


def test_memory_mapped_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "numeros"
    path.write_bytes(array("i", range(5)).tobytes())
    with path.open("r+b") as file, mmap.mmap(file.fileno(), 0) as mapped:
        x = np.asarray(memoryview(mapped).cast("i"), copy=False)[1:]
        x[0] = -1
        with pytest.raises(BufferError):
            mapped.close()
        del x
        gc.collect()
    assert array("i", path.read_bytes()).tolist() == [0, -1, 2, 3, 4]
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
        assert not np.frombuffer(mapped, "int32").writeable


def test_numbers_of_c() -> None:
    table = (ctypes.c_int32 * 3 * 2)((1, 2, 3), (4, 5, 6))
    x = np.asarray(table)
    x[1, 2] = 60
    number = ctypes.c_double(2.5)
    np.asarray(number)[()] = 7
    assert table[1][2] == 60 and x.shape == (2, 3) and number.value == 7 and np.asarray(number).shape == ()
    for odd in (ctypes.c_double.__ctype_be__ * 2, ctypes.c_wchar * 2):
        with pytest.raises(TypeError, match="não é um tipo de elemento"):
            np.asarray(odd())


class Picture:
    """Uma imagem que só conhece o `__array_interface__`, com os bytes prontos."""

    @property
    def __array_interface__(self) -> dict[str, Any]:
        return {"shape": (2, 3), "typestr": "|u1", "data": bytes(range(6)), "version": 3}


class Describes:
    """Um objeto cujo `__array_interface__` é o que se quiser."""

    def __init__(self, **fields: Any) -> None:
        self.__array_interface__ = {"typestr": "|u1", "data": bytes(range(6)), "version": 3, **fields}


class Converts:
    """Um objeto que só sabe virar array do NumPy."""

    def __array__(self, dtype: Any = None, copy: Any = None) -> Any:
        return numpy.arange(3.0)


def test_objects_that_only_describe_themselves() -> None:
    x = np.asarray(Picture())
    assert x.tolist() == [[0, 1, 2], [3, 4, 5]] and not x.writeable
    assert np.asarray(Converts()).tolist() == [0.0, 1.0, 2.0]
    assert np.asarray(Describes(shape=(2, 2), offset=5, strides=(-3, -1)), copy=False).tolist() == [[5, 4], [2, 1]]
    assert np.asarray(Describes(shape=(0, 3)), copy=False).shape == (0, 3)


@pytest.mark.parametrize("fields", [{"shape": (7,)}, {"shape": (2,), "offset": 5}, {"shape": (3,), "strides": (-1,)}])
def test_a_description_that_does_not_fit_its_memory(fields: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="não cabe em 6 bytes de memória"):
        np.asarray(Describes(**fields))


class Obeys(Converts):
    """Um que, se não pode copiar, diz que não pode; e dá sempre o mesmo array."""

    theirs = numpy.arange(3.0)

    def __array__(self, dtype: Any = None, copy: Any = None) -> Any:
        return self.theirs


class Ignores:
    """Um de antes do argumento `copy`."""

    def __array__(self, dtype: Any = None) -> Any:
        return numpy.arange(3.0)


def test_copy_false_reaches_who_converts() -> None:
    np.asarray(Obeys(), copy=False)[0] = 9
    assert Obeys.theirs[0] == 9 and np.asarray(Ignores()).tolist() == [0, 1, 2]
    with pytest.raises(ValueError, match="copy=False"):
        np.asarray(Ignores(), copy=False)


# O que o Python vê


@given(arrays(kinds=KINDS))
def test_data_is_a_memoryview_of_the_same_numbers(x: Pair) -> None:
    ours = x.ours
    try:
        seen = ours.data
    except AttributeError:
        assert ours.dtype.kind in "cO" or ours.ndim != 1 or 0 in ours.steps
        assert ours.dtype.kind in "cO" or not ours.flags.c_contiguous or not ours.size or 0 in ours.steps
        with pytest.raises(BufferError):
            ours.__buffer__(0)
        return
    assert_same(np.asarray(seen), numpy.array(x.theirs))
    assert seen.shape == ours.shape and seen.readonly == (not ours.writeable)
    if ours.size and ours.writeable:
        ours[...] = 1
        assert (np.asarray(seen) == 1).all()


@pytest.mark.parametrize("dtype", ["int64", "uint64", "int32"])
def test_numpy_gives_our_integers_its_own_names(dtype: str) -> None:
    for x in (np.arange(6, dtype=dtype), np.arange(6, dtype=dtype)[::-2], np.zeros((2, 0), dtype=dtype)):
        for seen in (numpy.asarray(x), numpy.asarray(x.data) if x.ndim == 1 else numpy.asarray(x)):
            assert seen.dtype.type is numpy.dtype(dtype).type  # e não longlong, que se imprime de outro jeito


def test_the_view_of_python_outlives_the_tensor() -> None:
    seen = np.arange(1000)[::-2].data
    gc.collect()
    np.zeros(1000)
    assert seen.tolist() == list(range(999, 0, -2)) and seen.obj is not None
    assert np.arange(24).reshape(4, 2, 3)[2].data.tolist() == [[12, 13, 14], [15, 16, 17]]
    assert np.float32(2.5).data.tolist() == 2.5 and np.float32(2.5).data.readonly


@pytest.mark.skipif(sys.version_info < (3, 12), reason="só da versão 3.12 em diante o Python pergunta por __buffer__")
def test_the_buffer_protocol() -> None:
    x = np.arange(6, dtype="int16").reshape(2, 3)
    with memoryview(x) as seen:
        assert (seen.format, seen.shape, seen.obj is x) == ("h", (2, 3), False)
        seen[1, 2] = 50
    assert x[1, 2] == 50
    watch = weakref.ref(x)
    theirs = numpy.frombuffer(x, "int16")
    del x, seen
    gc.collect()
    assert watch() is not None and theirs.tolist() == [0, 1, 2, 3, 4, 50]
    del theirs
    gc.collect()
    assert watch() is None
    with pytest.raises(BufferError, match="não percorre"):
        memoryview(np.zeros((2, 3)).T)
    with pytest.raises(TypeError, match="not writable"):
        ctypes.c_float.from_buffer(np.float32(2.5))  # pede para escrever, e um escalar não muda


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


@given(arrays(kinds=NUMBERS))
def test_bytes_of_the_elements(x: Pair) -> None:
    assert x.ours.tobytes() == x.theirs.tobytes() == bytes(x.ours)


# A memória lida como outro tipo


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


def test_there_is_only_one_device() -> None:
    x = np.ones(2)
    assert x.to_device("cpu") is x
    for case in (lambda xp: xp.ones(2).to_device("gpu"), lambda xp: xp.ones(2).to_device("cpu", stream=1)):
        agree("to_device", case)
    with pytest.raises(ValueError, match="to_device: na memória do processador não há filas, e stream não pode ser 1"):
        x.to_device("cpu", stream=1)
