"""Tensores em arquivos: os mesmos bytes do NumPy, nos dois sentidos, e nada se perde com um arquivo danificado."""

import io
import zipfile
from pathlib import Path
from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from tests.oracle import Pair, agree, arrays, assert_same, same_error

X = numpy.arange(6.0).reshape(2, 3)


def saved(xp: Any, *args: Any, how: str = "save", **named: Any) -> bytes:
    file = io.BytesIO()
    getattr(xp, how)(file, *args, **named)
    return file.getvalue()


@given(arrays(kinds="biuf"))
def test_the_same_bytes_both_ways(x: Pair) -> None:
    ours, theirs = saved(np, x.ours), saved(numpy, x.theirs)
    assert ours == theirs
    found, expected = np.load(io.BytesIO(theirs)), numpy.load(io.BytesIO(ours))
    assert_same(found, expected, name="load")
    assert found.writeable and found.flags.f_contiguous == expected.flags.f_contiguous
    assert_same(x.ours + 0, numpy.load(io.BytesIO(ours)) + 0, name="save")


@pytest.mark.parametrize("shape", [(), (0,), (1,), (12345678, 0), (0, 10**18), (2,) * 9, (1,) * 30])
def test_headers(shape: tuple[int, ...]) -> None:
    for dtype in ("bool", "int8", "float64"):
        assert saved(np, np.zeros(shape, dtype)) == saved(numpy, numpy.zeros(shape, dtype))
    assert np.load(io.BytesIO(saved(numpy, numpy.zeros(shape)))).shape == shape


def test_the_room_left_in_the_header() -> None:
    for ndim in range(33):
        for shape in ((0, *(1,) * ndim)[:ndim], (0, 10, *(1,) * ndim)[:ndim], (0, 100, *(1,) * ndim)[:ndim]):
            assert saved(np, np.zeros(shape, "int8")) == saved(numpy, numpy.zeros(shape, "int8"))


@pytest.mark.parametrize("dtype", [">f8", ">f4", ">i2", "<u4", ">u8", "|b1"])
def test_files_of_other_machines_and_versions(dtype: str) -> None:
    x = (X % 2).astype(dtype)
    for version in ((1, 0), (2, 0), (3, 0)):
        for y in (x, x.T):
            file = io.BytesIO()
            numpy.lib.format.write_array(file, y, version)
            assert np.load(io.BytesIO(file.getvalue())).tolist() == y.tolist()


@given(arrays(kinds="biuf"), arrays(kinds="biuf"), st.sampled_from(["savez", "savez_compressed"]))
def test_several_tensors(x: Pair, y: Pair, how: str) -> None:
    ours, theirs = saved(np, x.ours, w=y.ours, how=how), saved(numpy, x.theirs, w=y.theirs, how=how)
    assert ours == theirs
    found, expected = np.load(io.BytesIO(theirs)), numpy.load(io.BytesIO(ours))
    assert found.files == expected.files == ["w", "arr_0"] and repr(found) == repr(expected)
    for name in ("w", "arr_0", "w.npy"):
        assert_same(found[name], expected[name], name=how)


def test_an_archive_is_a_mapping(tmp_path: Path) -> None:
    np.savez(tmp_path / "pesos", w=[1.5], b=[2])
    np.savez(str(tmp_path / "vazio.npz"))
    with np.load(tmp_path / "pesos.npz") as found:
        assert list(found) == ["w", "b"] and len(found) == 2 and "w" in found and dict(found)["b"].tolist() == [2]
        with pytest.raises(KeyError, match="q não está no arquivo; há w, b"):
            found["q"]
    assert np.load(tmp_path / "vazio.npz").files == []
    with zipfile.ZipFile(tmp_path / "pesos.npz", "a") as archive:
        archive.writestr("leia.txt", b"oi")
    assert np.load(tmp_path / "pesos.npz")["leia.txt"] == b"oi"
    with pytest.raises(ValueError, match="o tensor 0, sem nome, se chamaria arr_0, e já há um com este nome"):
        saved(np, 1, arr_0=2, how="savez")


def test_paths_and_open_files(tmp_path: Path) -> None:
    for xp in (np, numpy):
        xp.save(tmp_path / f"{xp.__name__}", [1, 2])
        xp.save(str(tmp_path / f"{xp.__name__}.x.npy"), 3.5)
        with (tmp_path / f"{xp.__name__}.varios").open("wb") as file:
            xp.save(file, [1, 2])
            xp.save(file, X.tolist())
    names = sorted(path.name for path in tmp_path.iterdir())
    assert [name for name in names if name.startswith("num")] == [
        name.replace("reference", "numpy") for name in names if name.startswith("ref")
    ]
    with (tmp_path / "numpy.varios").open("rb") as file:
        assert np.load(file).tolist() == [1, 2] and np.load(file).tolist() == X.tolist()
        same_error(lambda: np.load(file), lambda: numpy.load(file))
    for bad in ("/não/existe", 3):
        same_error(lambda: np.load(bad), lambda: numpy.load(bad))  # noqa: B023
        same_error(lambda: np.save(bad, [1]), lambda: numpy.save(bad, [1]))  # noqa: B023


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.npy"
    np.save(path, np.arange(3))

    def full(descriptor: int) -> None:
        raise OSError("o disco encheu")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="o disco encheu"):
        np.save(path, np.zeros(1000))
    assert np.load(path).tolist() == [0, 1, 2]
    assert [file.name for file in tmp_path.iterdir()] == ["x.npy"]


# Arquivos que não servem


def test_every_truncation_is_refused() -> None:
    for data in (saved(numpy, X), saved(numpy, w=X, how="savez")):
        for end in range(1, len(data)):
            with pytest.raises(ValueError, match="danificado"):
                dict(np.load(io.BytesIO(data[:end]))) if data[:1] == b"P" else np.load(io.BytesIO(data[:end]))


@given(st.integers(0, 10**6), st.integers(1, 255), st.booleans())
def test_a_changed_byte_never_raises_something_else(place: int, change: int, several: bool) -> None:
    data = bytearray(saved(numpy, w=X, how="savez_compressed") if several else saved(numpy, X))
    data[place % len(data)] ^= change
    try:
        found = np.load(io.BytesIO(data))
        [found[name] for name in found.files] if several else found
    except ValueError as error:
        assert str(error).startswith("load: ")


HEADERS = [
    "{}",
    "[1]",
    "(",
    "{'descr': '<f8', 'fortran_order': 1, 'shape': (2,)}",
    "{'descr': '<f8', 'fortran_order': False, 'shape': (-2,)}",
    "{'descr': '<f8', 'fortran_order': False, 'shape': 2}",
    "{'descr': '<f8', 'fortran_order': False, 'shape': (True,)}",
    "{'descr': '<c16', 'fortran_order': False, 'shape': (2,)}",
    "{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (2,)}",
    "{'descr': '<f8', 'fortran_order': False, 'shape': (2,), 'x': 1}",
    "{'descr': '|O', 'fortran_order': False, 'shape': (2,)}",
    "{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999999999999,)}",
    "__import__('os').getpid()",
]


@pytest.mark.parametrize("text", HEADERS)
def test_headers_that_lie(text: str) -> None:
    data = b"\x93NUMPY\x01\x00" + len(text).to_bytes(2, "little") + text.encode() + bytes(16)
    with pytest.raises(ValueError, match="load: "):
        np.load(io.BytesIO(data))


def test_objects_are_refused() -> None:
    x = numpy.array([1, None])
    for data in (saved(numpy, x), b"\x80\x04K\x01."):
        for allowed in (False, True):
            with pytest.raises(ValueError, match="load: "):
                np.load(io.BytesIO(data), allow_pickle=allowed)
    agree("save", lambda xp: saved(xp, xp.array([1, None], dtype=object), allow_pickle=False))
    with pytest.raises(ValueError, match="save: objetos do Python não se guardam em arquivo"):
        saved(np, np.array([1, None], dtype=object))
    with pytest.raises(ValueError, match="mmap_mode não é oferecido aqui"):
        np.load(io.BytesIO(saved(np, [1])), mmap_mode="r")


def test_messages() -> None:
    data = saved(np, X.tolist())
    for found, message in (
        (data[:-3], "a fila de números tem 48 bytes, e só há 45"),
        (b"\x93NUMPY\x09\x00", r"a versão \(9, 0\) do formato não existe"),
        (b"abc", "não é um arquivo .npy nem .npz"),
        (b"\x93NUMPY\x02\x00" + b"\xff" * 4, "um cabeçalho de 4294967295 bytes é grande demais"),
        (data.replace(b"<f8", b"<M8"), "o arquivo é do tipo '<M8', que não existe aqui"),
    ):
        with pytest.raises(ValueError, match=message):
            np.load(io.BytesIO(found))
