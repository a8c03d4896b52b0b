"""De onde vêm os números: bytes, iteradores, arquivos, outros tensores."""

import array
import io
from pathlib import Path
from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from tests.oracle import FLOATS, KINDS, Pair, agree, arrays, broadcastable, dtypes, shapes

DTYPES = st.sampled_from([*KINDS["i"], *KINDS["u"], *FLOATS, "bool"])

SMALL = shapes(ranks=range(3))


@given(st.binary(max_size=40), DTYPES, st.integers(-1, 6), st.integers(-1, 9))
def test_frombuffer(data: bytes, dtype: str, count: int, offset: int) -> None:
    if dtype == "bool":
        data = bytes(byte % 2 for byte in data)
    agree("frombuffer", lambda xp: xp.frombuffer(data, dtype=dtype, count=count, offset=offset))


def test_frombuffer_shares() -> None:
    owner = array.array("d", [1.0, 2.0])
    x = np.frombuffer(owner)
    x[0] = 9
    assert owner[0] == 9 and not np.frombuffer(b"12345678").flags.writeable
    agree("frombuffer", lambda xp: xp.frombuffer([1, 2]))
    agree("frombuffer", lambda xp: xp.frombuffer(b"12345678", dtype=object))


@given(st.binary(max_size=30), st.sampled_from(["uint8", "int32", "float64"]), st.integers(-1, 4))
def test_fromfile(tmp_path_factory: Any, data: bytes, dtype: str, count: int) -> None:
    path = tmp_path_factory.getbasetemp() / "numeros.bin"
    path.write_bytes(data)
    agree("fromfile", lambda xp: xp.fromfile(str(path), dtype, count))
    with path.open("rb") as file:
        assert np.fromfile(file, dtype).tolist() == numpy.fromfile(path, dtype).tolist() or dtype == "float64"
    assert np.fromfile(Path(path), dtype, offset=0).writeable
    assert np.fromfile(io.BytesIO(data), dtype).size == len(data) // np.dtype(dtype).itemsize


@pytest.mark.parametrize("dtype", [int, float, "uint8", "float32", bool])
@pytest.mark.parametrize("count", [-1, 0, 2, 4, 9])
def test_fromiter(dtype: Any, count: int) -> None:
    agree("fromiter", lambda xp: xp.fromiter((k * k for k in range(4)), dtype, count))


def test_fromiter_refuses() -> None:
    agree("fromiter", lambda xp: xp.fromiter([300], "uint8"))
    agree("fromiter", lambda xp: xp.fromiter(3, "uint8"))


@given(arrays(kinds="biuf"))
def test_ascontiguousarray(x: Pair) -> None:
    agree("ascontiguousarray", lambda xp, x: xp.ascontiguousarray(x), x)
    found = np.ascontiguousarray(x.ours)
    assert found.flags.c_contiguous and np.ascontiguousarray(found) is found


@given(arrays(SMALL, "biuf"), broadcastable(2, SMALL, "biuf"), dtypes("b"))
def test_copyto(target: Pair, others: tuple[Pair, Pair], mask: str) -> None:
    def changed(xp: Any, x: Any, y: Any) -> Any:
        z = x.copy()
        xp.copyto(z, y)
        return z

    agree("copyto", changed, target, others[0])

    def masked(xp: Any, x: Any, y: Any, m: Any) -> Any:
        z = x.copy()
        xp.copyto(z, y, casting="unsafe", where=m > 0)
        return z

    if target.theirs.dtype.kind == "f" or others[0].theirs.dtype.kind != "f":  # de float a inteiro pode não caber
        agree("copyto", masked, target, others[0], others[1])


def test_messages() -> None:
    with pytest.raises(ValueError, match="frombuffer: 3 bytes não são um número inteiro de int16, de 2 bytes"):
        np.frombuffer(b"abc", dtype="int16")
    with pytest.raises(ValueError, match="o iterador deu 1 números, e foram pedidos 2"):
        np.fromiter([1], int, 2)
    with pytest.raises(TypeError, match="copyto: só um tensor pode mudar, e não list"):
        np.copyto([1], [2])
