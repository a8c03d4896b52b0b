r"""MNIST: 70.000 algarismos escritos à mão, lidos dos arquivos originais.

O formato deles, IDX, é uma fileira de bytes: quatro dizem o tipo e o número de eixos, quatro por eixo dizem a forma, e
o resto são os elementos, linha por linha. Ou seja: um tensor, como ele é na memória. Ler é conferir o cabeçalho.

Os arquivos são procurados na pasta da variável de ambiente `LACO_DADOS`, depois na pasta de downloads do livro (o
*cache*) e, por fim, na rede.
"""

import array
import gzip
import hashlib
import http.client
import os
import struct
import sys
import urllib.request
import zlib
from pathlib import Path

from reference.tensors.creation import asarray
from reference.tensors.layout import contiguous_steps, size_of
from reference.tensors.tensor import Tensor
from reference.tensors.writing import write_at_once

Pair = tuple[Tensor, Tensor]

FILES = {
    "train-images-idx3-ubyte": "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
    "train-labels-idx1-ubyte": "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
    "t10k-images-idx3-ubyte": "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
    "t10k-labels-idx1-ubyte": "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
}
"""Os quatro arquivos do MNIST e o sha256 do conteúdo de cada um, já descomprimido."""

MIRRORS = (
    "https://ossci-datasets.s3.amazonaws.com/mnist/",
    "https://storage.googleapis.com/cvdf-datasets/mnist/",
    "https://raw.githubusercontent.com/fgnt/mnist/master/",
)
"""De onde baixar, na ordem em que se tenta."""

CHUNK = 1 << 18
TIMEOUT = 30  # segundos sem ouvir nada do outro lado


# O formato IDX

# --8<-- [start:parse_idx]
CODES = {0x08: "B", 0x09: "b", 0x0B: "h", 0x0C: "i", 0x0D: "f", 0x0E: "d"}
"""Tipo dos elementos, pelo terceiro byte: uint8, int8, int16, int32, float32 e float64."""


def parse_idx(data: bytes | bytearray, name: str) -> Tensor:
    """Tensor de um arquivo IDX já na memória; os números são lidos onde estão, sem copiar.

    Args:
        data: Os bytes do arquivo, descomprimidos.
        name: Como chamar o arquivo nas mensagens de erro.

    Returns:
        Tensor com a forma e o tipo que o cabeçalho declara.

    Raises:
        ValueError: Se não for IDX, se estiver cortado ou se sobrarem bytes.

    Examples:
        >>> parse_idx(bytes([0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6]), "exemplo")
        array([[1, 2, 3],
               [4, 5, 6]], dtype=uint8)
    """
    if len(data) < 4 or data[0] or data[1] or data[2] not in CODES:
        raise ValueError(f"{name}: isto não é IDX; o número mágico {bytes(data[:4]).hex(' ') or 'falta'} não existe")
    code, ndim = CODES[data[2]], data[3]
    start = 4 + 4 * ndim
    if len(data) < start:
        raise ValueError(f"{name}: arquivo cortado no cabeçalho; {ndim} eixos pedem {start} bytes, e há {len(data)}")
    shape = struct.unpack(f">{ndim}I", data[4:start])
    expected, found = size_of(shape) * struct.calcsize(code), len(data) - start
    if found != expected:
        what = "cortado" if found < expected else "com bytes a mais"
        raise ValueError(f"{name}: arquivo {what}; a forma {shape} pede {expected} bytes de elementos, e há {found}")
    numbers: Tensor = asarray(native(memoryview(data)[start:], code))
    return numbers.view_as(shape, contiguous_steps(shape), 0)


# --8<-- [end:parse_idx]


def native(data: memoryview, code: str) -> memoryview:
    """Os bytes como números do tipo `code`: no lugar ou, se a máquina os guarda na outra ordem, invertidos.

    Examples:
        >>> native(memoryview(bytes([1, 0])), "h").tolist()
        [256]
    """
    if struct.calcsize(code) == 1 or sys.byteorder == "big":
        return data.cast(code)  # type: ignore[call-overload, no-any-return]
    numbers = array.array(code, data.tobytes())
    numbers.byteswap()
    return memoryview(numbers)


def decompress(data: bytes, name: str) -> bytearray:
    """Os bytes de dentro do gzip ou, se não for gzip, os próprios.

    Raises:
        ValueError: Se o gzip estiver cortado ou corrompido.

    Examples:
        >>> decompress(gzip.compress(b"abc"), "abc.gz"), decompress(b"abc", "abc")
        (bytearray(b'abc'), bytearray(b'abc'))
    """
    if not data.startswith(b"\x1f\x8b"):
        return bytearray(data)
    try:
        return bytearray(gzip.decompress(data))
    except (OSError, EOFError, zlib.error) as problem:
        raise ValueError(f"{name}: gzip cortado ou corrompido ({problem})") from problem


def read_idx(source: str | os.PathLike[str] | bytes) -> Tensor:
    """Lê um arquivo IDX, comprimido com gzip ou não.

    Args:
        source: Caminho do arquivo, ou os seus bytes.

    Returns:
        Tensor com a forma e o tipo que o arquivo declara.

    Raises:
        ValueError: Se o arquivo não for IDX, se estiver cortado ou corrompido, ou se sobrarem bytes.
        FileNotFoundError: Se o caminho não existir.

    Examples:
        >>> read_idx(gzip.compress(bytes([0, 0, 8, 1, 0, 0, 0, 3, 7, 2, 1])))
        array([7, 2, 1], dtype=uint8)
    """
    if isinstance(source, bytes):
        name, data = "read_idx", source
    else:
        name, data = f"read_idx: {os.fspath(source)}", Path(source).read_bytes()
    return parse_idx(decompress(data, name), name)


# Os quatro arquivos


# --8<-- [start:load_data]
def load_data() -> tuple[Pair, Pair]:
    """Lê o MNIST: 60.000 imagens para treinar e 10.000 para testar, com os seus rótulos.

    Returns:
        `(x_train, y_train), (x_test, y_test)`, como no Keras: imagens de forma (n, 28, 28) e rótulos de forma (n,), em
        uint8.

    Raises:
        FileNotFoundError: Se os arquivos não estiverem na máquina e não puderem ser baixados.
        ValueError: Se um arquivo estiver estragado, ou se não houver um rótulo por imagem.

    Examples:
        >>> (x_train, y_train), (x_test, y_test) = load_data()  # doctest: +SKIP
        >>> x_train.shape, y_test.shape  # doctest: +SKIP
        ((60000, 28, 28), (10000,))

    [Notas: O conjunto de dados MNIST]
    """
    chosen = os.environ.get("LACO_DADOS")
    found = find_files(chosen) if chosen else []
    x_train, y_train, x_test, y_test = map(read_idx, found) if found else map(_from_cache, FILES)
    check_pair("treino", x_train, y_train)
    check_pair("teste", x_test, y_test)
    return (x_train, y_train), (x_test, y_test)


# --8<-- [end:load_data]


def check_pair(which: str, images: Tensor, labels: Tensor) -> None:
    """Confere que há um rótulo por imagem, e que uma imagem tem altura e largura.

    Raises:
        ValueError: Se não for assim.

    Examples:
        >>> check_pair("teste", asarray([[[0, 255]]]), asarray([7, 2]))
        Traceback (most recent call last):
        ValueError: load_data: no teste, imagens de forma (1, 1, 2) e rótulos de forma (2,); há um rótulo por imagem?
    """
    if images.ndim != 3 or labels.ndim != 1 or images.shape[0] != labels.shape[0]:
        raise ValueError(
            f"load_data: no {which}, imagens de forma {images.shape} e rótulos de forma {labels.shape}; "
            "há um rótulo por imagem?"
        )


def find_files(chosen: str) -> list[Path]:
    """Os quatro arquivos na pasta `chosen`, ou em `mnist/` dentro dela, na ordem de `FILES`; vazio, se não há nenhum.

    Raises:
        FileNotFoundError: Se a pasta tiver alguns dos quatro e não todos.

    Examples:
        >>> find_files("pasta/que/não/existe")
        []
    """
    for folder in (Path(chosen, "mnist"), Path(chosen)):
        options = {name: (folder / f"{name}.gz", folder / name) for name in FILES}
        found = {name: path for name, paths in options.items() for path in paths if path.is_file()}
        if len(found) == len(FILES):
            return [found[name] for name in FILES]
        if found:
            missing = ", ".join(name for name in FILES if name not in found)
            raise FileNotFoundError(f"load_data: na pasta {folder}, a de LACO_DADOS, falta {missing}")
    say(f"LACO_DADOS={chosen}: nesta pasta não há o MNIST; procurando na de downloads e na rede")
    return []


# A pasta de downloads e a rede


def cache_folder() -> Path:
    """Pasta dos downloads, conforme o sistema; `XDG_CACHE_HOME`, se definida, vale em todos.

    Examples:
        >>> cache_folder().parts[-2:]
        ('laco-a-laco', 'mnist')
    """
    usual = {"darwin": Path.home() / "Library" / "Caches", "win32": os.environ.get("LOCALAPPDATA")}.get(sys.platform)
    return Path(os.environ.get("XDG_CACHE_HOME") or usual or Path.home() / ".cache", "laco-a-laco", "mnist")


def _from_cache(name: str) -> Tensor:
    """O tensor de um dos quatro arquivos, baixado antes se não estiver na pasta, ou se o que lá está não for ele."""
    path = cache_folder() / f"{name}.gz"
    if path.is_file():
        try:
            return parse_idx(_original(path.read_bytes(), name), str(path))
        except ValueError as problem:
            say(f"{path}: {problem}; baixando de novo")
    data = _download(name)
    try:
        _write(path, data)
    except OSError as problem:
        say(f"não pude guardar {path} ({problem}); da próxima vez será preciso baixar de novo")
    return parse_idx(_original(data, name), name)


def _original(data: bytes, name: str) -> bytearray:
    """O conteúdo, se for mesmo o do MNIST.

    Raises:
        ValueError: Se não for.
    """
    content = decompress(data, name)
    if hashlib.sha256(content).hexdigest() != FILES[name]:
        raise ValueError(f"{name}: o conteúdo não é o do MNIST")
    return content


def _write(path: Path, data: bytes) -> None:
    """Grava o arquivo de uma vez: ninguém o vê pela metade."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_at_once(path, [data])


def _download(name: str) -> bytes:
    """Baixa um arquivo do primeiro endereço que o tiver inteiro.

    Raises:
        FileNotFoundError: Se nenhum o tiver; a mensagem conta o que foi tentado e como seguir sem rede.
    """
    failures = []
    for mirror in MIRRORS:
        address = f"{mirror}{name}.gz"
        try:
            data = _receive(address)
            _original(data, name)
            return data
        except (OSError, ValueError, http.client.HTTPException) as problem:
            failures.append(f"  {address}: {problem}")
    raise FileNotFoundError(
        f"load_data: não achei {name}.gz. Não está em {cache_folder()}, e não consegui baixar:\n"
        + "\n".join(failures)
        + "\nSem rede, copie os quatro arquivos do MNIST para uma pasta e ponha o caminho dela na variável de ambiente "
        "LACO_DADOS."
    )


def _receive(address: str) -> bytes:
    """Os bytes de um endereço, contando a quem espera quanto já veio.

    Raises:
        OSError: Se o endereço não responder.
    """
    live, data = sys.stderr.isatty(), bytearray()
    with urllib.request.urlopen(address, timeout=TIMEOUT) as answer:
        total = int(answer.headers.get("Content-Length") or 0)
        if not live:
            say(f"baixando {address} ({total / 1e6:.1f} MB)")
        while part := answer.read(CHUNK):
            data += part
            if live:
                done = f"{len(data) / 1e6:.1f} de {total / 1e6:.1f} MB"
                print(f"\rbaixando {address}: {done}", end="", file=sys.stderr, flush=True)
    if live:
        say("")
    return bytes(data)


def say(text: str) -> None:
    """Fala com quem está no terminal, sem se misturar à saída do programa.

    Examples:
        >>> say("baixando")
    """
    print(text, file=sys.stderr, flush=True)
