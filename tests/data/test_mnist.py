"""MNIST: o formato IDX byte a byte, de onde vêm os arquivos, e um servidor de mentira para a rede."""

import gzip
import hashlib
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from reference.data import mnist
from reference.data.mnist import cache_folder, load_data, read_idx
from tests.oracle import to_numpy

MAGIC = {"uint8": 0x08, "int8": 0x09, "int16": 0x0B, "int32": 0x0C, "float32": 0x0D, "float64": 0x0E}


def idx(array: numpy.ndarray) -> bytes:
    """O arquivo IDX de um array, escrito sem nada do módulo que se testa."""
    header = struct.pack(f">BBBB{array.ndim}I", 0, 0, MAGIC[str(array.dtype)], array.ndim, *array.shape)
    return header + array.astype(array.dtype.newbyteorder(">")).tobytes()


def small_set() -> dict[str, bytes]:
    """Um MNIST de brinquedo: seis imagens de 4×3 para treinar e duas para testar."""
    rng = numpy.random.default_rng(0)
    content = {}
    for prefix, count in (("train", 6), ("t10k", 2)):
        content[f"{prefix}-images-idx3-ubyte"] = idx(rng.integers(0, 256, (count, 4, 3), dtype="uint8"))
        content[f"{prefix}-labels-idx1-ubyte"] = idx(rng.integers(0, 10, count, dtype="uint8"))
    return content


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[str, bytes]:
    """O conjunto de brinquedo passa a ser o original; não há pasta escolhida, nem rede, e o cache é uma pasta vazia."""
    content = small_set()
    digests = {name: hashlib.sha256(content[name]).hexdigest() for name in mnist.FILES}
    monkeypatch.setattr(mnist, "FILES", digests)
    monkeypatch.setattr(mnist, "MIRRORS", ("http://127.0.0.1:9/",))
    monkeypatch.delenv("LACO_DADOS", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    return content


def put(folder: Path, content: dict[str, bytes], packed: bool = True) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in content.items():
        (folder / (f"{name}.gz" if packed else name)).write_bytes(gzip.compress(data) if packed else data)


def check_loaded(content: dict[str, bytes]) -> None:
    (x_train, y_train), (x_test, y_test) = load_data()
    for tensor, name in zip((x_train, y_train, x_test, y_test), mnist.FILES, strict=True):
        assert idx(to_numpy(tensor)) == content[name]


# O formato


@given(hnp.arrays(st.sampled_from(sorted(MAGIC)), hnp.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=4)))
def test_every_type_and_shape(array: numpy.ndarray) -> None:
    for data in (idx(array), gzip.compress(idx(array))):
        tensor = read_idx(data)
        assert str(tensor.dtype) == str(array.dtype) and tensor.shape == array.shape
        assert to_numpy(tensor).tobytes() == array.tobytes()


@pytest.mark.parametrize("packed", [True, False])
def test_a_path_with_spaces_and_accents(tmp_path: Path, packed: bool) -> None:
    data = idx(numpy.arange(6, dtype="int16").reshape(2, 3))
    path = tmp_path / "meus números.bin"
    path.write_bytes(gzip.compress(data) if packed else data)
    assert read_idx(path).tolist() == read_idx(str(path)).tolist() == [[0, 1, 2], [3, 4, 5]]


def test_the_tensor_can_be_changed() -> None:
    x = read_idx(idx(numpy.zeros((2, 2), dtype="uint8")))
    x[0, 0] = 7
    assert x.tolist() == [[7, 0], [0, 0]]


OTHER = gzip.compress(b"outra coisa", mtime=0)
IMAGE = idx(numpy.arange(12, dtype="uint8").reshape(3, 4))
WORDS = idx(numpy.arange(12, dtype="int32"))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "isto não é IDX; o número mágico falta"),
        (IMAGE[:3], "isto não é IDX"),
        (b"<htm" + IMAGE[4:], "isto não é IDX; o número mágico 3c 68 74 6d não existe"),
        (b"\0\0\x0a" + IMAGE[3:], "o número mágico 00 00 0a 02 não existe"),
        (IMAGE[:9], "cortado no cabeçalho; 2 eixos pedem 12 bytes, e há 9"),
        (IMAGE[:-1], r"arquivo cortado; a forma \(3, 4\) pede 12 bytes de elementos, e há 11"),
        (WORDS[:-3], r"arquivo cortado; a forma \(12,\) pede 48 bytes de elementos, e há 45"),
        (IMAGE + b"\0", r"com bytes a mais; a forma \(3, 4\) pede 12 bytes de elementos, e há 13"),
        (gzip.compress(IMAGE, mtime=0)[:-9], "gzip cortado ou corrompido"),
        (gzip.compress(IMAGE, mtime=0)[:5], "gzip cortado ou corrompido"),
        (gzip.compress(IMAGE, mtime=0) + b"resto", "gzip cortado ou corrompido"),
        (gzip.compress(IMAGE, mtime=0)[:-8] + bytes(8), "gzip cortado ou corrompido"),
        (gzip.compress(b"ola", mtime=0), "isto não é IDX"),
    ],
)
def test_a_bad_file_is_a_clear_error(tmp_path: Path, data: bytes, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        read_idx(data)
    path = tmp_path / "estragado"
    path.write_bytes(data)
    with pytest.raises(ValueError, match=rf"estragado: .*{message}"):
        read_idx(path)


@given(st.data())
def test_no_damage_passes_unseen(data: st.DataObject) -> None:
    """Um byte trocado em qualquer lugar de um arquivo comprimido é notado, ou não muda nada do que se lê."""
    packed = bytearray(gzip.compress(IMAGE, mtime=0))
    packed[data.draw(st.integers(0, len(packed) - 1))] ^= data.draw(st.integers(1, 255))
    try:
        found = read_idx(bytes(packed))
    except ValueError:
        return
    assert found.tolist() == read_idx(IMAGE).tolist()


def test_a_missing_file_is_the_usual_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_idx(tmp_path / "nada")


# De onde vêm os arquivos


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("inner", [".", "mnist"])
def test_the_chosen_folder(
    files: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, inner: str, packed: bool
) -> None:
    put(tmp_path / "dados" / inner, files, packed)
    monkeypatch.setenv("LACO_DADOS", str(tmp_path / "dados"))
    check_loaded(files)


def test_a_chosen_folder_with_a_file_missing(
    files: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path / "dados", {name: data for name, data in files.items() if "t10k-labels" not in name})
    monkeypatch.setenv("LACO_DADOS", str(tmp_path / "dados"))
    with pytest.raises(FileNotFoundError, match=r"LACO_DADOS, falta t10k-labels-idx1-ubyte"):
        load_data()


@pytest.mark.parametrize(
    ("name", "array", "message"),
    [
        ("train-labels-idx1-ubyte", numpy.zeros(5, "uint8"), r"no treino, .*\(6, 4, 3\).*\(5,\)"),
        ("t10k-images-idx3-ubyte", numpy.zeros((2, 12), "uint8"), r"no teste, .*\(2, 12\).*\(2,\)"),
        ("t10k-labels-idx1-ubyte", numpy.zeros((2, 1), "uint8"), r"no teste, .*\(2, 1\)"),
    ],
)
def test_images_and_labels_that_do_not_match(
    files: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, array: Any, message: str
) -> None:
    put(tmp_path, {**files, name: idx(array)})
    monkeypatch.setenv("LACO_DADOS", str(tmp_path))
    with pytest.raises(ValueError, match=message):
        load_data()


def test_a_chosen_folder_without_data_says_so_and_the_cache_serves(
    files: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    put(cache_folder(), files)
    monkeypatch.setenv("LACO_DADOS", str(tmp_path / "vazia"))
    check_loaded(files)
    assert "nesta pasta não há o MNIST" in capsys.readouterr().err


def test_where_the_cache_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "laco-a-laco" / "mnist"
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr("sys.platform", "linux")
    assert cache_folder() == Path.home() / ".cache" / "laco-a-laco" / "mnist"
    monkeypatch.setattr("sys.platform", "darwin")
    assert cache_folder() == Path.home() / "Library" / "Caches" / "laco-a-laco" / "mnist"
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "AppData"))
    assert cache_folder() == tmp_path / "AppData" / "laco-a-laco" / "mnist"


class Server(HTTPServer):
    """Serve arquivos da memória e anota o que lhe pediram; `broken` diz o que mandar no lugar de alguns."""

    def __init__(self, content: dict[str, bytes]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.content = {f"/{name}.gz": gzip.compress(data) for name, data in content.items()}
        self.broken: dict[str, bytes] = {}
        self.asked: list[str] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        data = self.server.broken.get(self.path, self.server.content.get(self.path))
        if data is None:
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Length", str(len(self.server.content[self.path])))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *words: Any) -> None:
        pass


@contextmanager
def serving(content: dict[str, bytes]) -> Iterator[Server]:
    with Server(content) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture
def server(files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    with serving(files) as found:
        monkeypatch.setattr(mnist, "MIRRORS", (found.address,))
        yield found


def test_downloads_once_and_says_so(
    server: Server, files: dict[str, bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    check_loaded(files)
    assert len(server.asked) == 4 and "baixando http://127.0.0.1" in capsys.readouterr().err
    assert sorted(path.name for path in cache_folder().iterdir()) == sorted(f"{name}.gz" for name in files)
    check_loaded(files)
    assert len(server.asked) == 4


def test_progress_on_a_terminal(
    server: Server, files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    check_loaded(files)
    assert "\rbaixando http://127.0.0.1" in capsys.readouterr().err


def test_only_what_is_missing_is_downloaded(server: Server, files: dict[str, bytes]) -> None:
    put(cache_folder(), {name: data for name, data in files.items() if "t10k" not in name})
    check_loaded(files)
    assert sorted(server.asked) == ["/t10k-images-idx3-ubyte.gz", "/t10k-labels-idx1-ubyte.gz"]


@pytest.mark.parametrize("bad", [b"", b"<html>", OTHER, gzip.compress(IMAGE, mtime=0)[:-4]])
def test_a_damaged_cache_is_mended(
    server: Server, files: dict[str, bytes], capsys: pytest.CaptureFixture[str], bad: bytes
) -> None:
    put(cache_folder(), files)
    path = cache_folder() / "train-labels-idx1-ubyte.gz"
    path.write_bytes(bad)
    check_loaded(files)
    assert server.asked == ["/train-labels-idx1-ubyte.gz"] and "baixando de novo" in capsys.readouterr().err
    assert gzip.decompress(path.read_bytes()) == files["train-labels-idx1-ubyte"]


@pytest.mark.parametrize("bad", [b"<html>", OTHER])
def test_the_next_mirror_is_tried(
    server: Server, files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch, bad: bytes
) -> None:
    with serving(files) as second:
        second.broken = dict.fromkeys(second.content, bad.ljust(500, b" "))
        mirrors = (f"{server.address}nada/", "http://127.0.0.1:9/", second.address, server.address)
        monkeypatch.setattr(mnist, "MIRRORS", mirrors)
        check_loaded(files)
    assert len(second.asked) == 4 and len(server.asked) == 8


def test_what_is_cut_short_is_not_kept(server: Server, files: dict[str, bytes]) -> None:
    server.broken = {path: data[:-5] for path, data in server.content.items()}
    with pytest.raises(FileNotFoundError, match="gzip cortado ou corrompido"):
        load_data()
    assert not cache_folder().exists() or not list(cache_folder().iterdir())


def test_offline_the_message_says_what_was_tried_and_what_to_do(files: dict[str, bytes]) -> None:
    with pytest.raises(FileNotFoundError) as raised:
        load_data()
    message = str(raised.value)
    assert "train-images-idx3-ubyte.gz" in message and "http://127.0.0.1:9/" in message
    assert str(cache_folder()) in message and "LACO_DADOS" in message


def test_a_cache_that_cannot_be_written_is_not_the_end(
    server: Server, files: dict[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "cache").write_text("um arquivo no lugar da pasta")
    check_loaded(files)
    assert "não pude guardar" in capsys.readouterr().err


def test_a_file_half_written_is_not_left_behind(
    server: Server, files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(self: Path, target: Path) -> Path:
        raise OSError("não há espaço no disco")

    monkeypatch.setattr(Path, "replace", full)
    check_loaded(files)
    assert "não há espaço no disco" in capsys.readouterr().err
    assert not list(cache_folder().iterdir())


# Os dados de verdade


def test_the_real_thing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mnist, "MIRRORS", ())  # um teste não baixa nada
    try:
        (x_train, y_train), (x_test, y_test) = load_data()
    except FileNotFoundError:
        pytest.skip("o MNIST não está nesta máquina (LACO_DADOS ou a pasta de downloads)")
    assert x_train.shape == (60000, 28, 28) and y_train.shape == (60000,) and str(x_train.dtype) == "uint8"
    assert x_test.shape == (10000, 28, 28) and y_test.shape == (10000,)
    assert y_train[:5].tolist() == [5, 0, 4, 1, 9] and y_test[:5].tolist() == [7, 2, 1, 0, 4]
    assert numpy.bincount(numpy.asarray(y_test)).tolist() == [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]
    assert numpy.asarray(x_train).mean().round(4) == 33.3184
