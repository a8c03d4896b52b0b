"""Tensores em arquivos: os formatos `.npy`, de um tensor, e `.npz`, de vários, os mesmos do NumPy byte por byte.

Um `.npy` é um cabeçalho, que diz tipo e forma, e os números como estão na memória. Um `.npz` é um zip de `.npy`.
"""

import ast
import os
import struct
import sys
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from reference.tensors.creation import asarray
from reference.tensors.dtypes import PARTS, DType
from reference.tensors.dtypes import dtype as dtype_named
from reference.tensors.layout import Shape, contiguous_steps, size_of
from reference.tensors.sharing import raw
from reference.tensors.tensor import Tensor, from_values
from reference.tensors.writing import write_at_once

MAGIC = b"\x93NUMPY"
LENGTHS = {(1, 0): "<H", (2, 0): "<I", (3, 0): "<I"}
"""Como se escreve o tamanho do cabeçalho, em cada versão do formato."""
LARGEST = 10_000
"""Um cabeçalho maior que este não descreve um tensor."""
DAMAGES = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, OverflowError, RuntimeError, ValueError)
"""Os erros em que tropeça quem lê um zip estragado."""


# --8<-- [start:header]
def header(d: DType, shape: Shape, columns_first: bool) -> bytes:
    """Começo de um `.npy`: a marca, a versão, o tamanho do texto e o texto, que é um dicionário do Python.

    Os espaços no fim fazem os números começarem num múltiplo de 64 bytes.

    Examples:
        >>> header(float64, (2, 3), False)[10:68]
        b"{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), "
    """
    text = f"{{'descr': '{d.typestr}', 'fortran_order': {columns_first}, 'shape': {shape}, }}"
    if shape:  # lugar para o eixo crescer até 21 algarismos sem mover os números
        text += " " * (21 - len(str(shape[-1 if columns_first else 0])))
    fixed = len(MAGIC) + 4
    text += " " * (64 - (fixed + len(text) + 1) % 64) + "\n"
    return MAGIC + b"\x01\x00" + struct.pack("<H", len(text)) + text.encode("latin1")
# --8<-- [end:header]


# --8<-- [start:npy]
def npy(x: Any) -> bytes:
    """Os bytes de um arquivo `.npy` com o tensor `x`.

    Raises:
        ValueError: Se os elementos forem objetos do Python.

    Examples:
        >>> npy([1.0, 2.0])[-16:] == array([1.0, 2.0]).tobytes()
        True
    """
    x = asarray(x)
    if x.dtype.kind == "O":
        raise ValueError("save: objetos do Python não se guardam em arquivo; converta antes em números, com astype")
    columns_first = x.flags.f_contiguous and not x.flags.c_contiguous
    numbers: bytes = (x.T if columns_first else x).tobytes()
    return header(x.dtype, x.shape, columns_first) + numbers
# --8<-- [end:npy]


# --8<-- [start:write]
def write(file: Any, data: bytes) -> None:
    """Escreve num arquivo aberto ou, dado um caminho, de uma vez.

    Args:
        file: Caminho, ou arquivo aberto em modo binário.
        data: Os bytes.
    """
    if hasattr(file, "write"):
        file.write(data)
        return
    write_at_once(Path(file), [data])
# --8<-- [end:write]


def with_suffix(file: Any, suffix: str) -> Any:
    """O caminho, com a terminação se lhe faltar; um arquivo aberto, como está."""
    if hasattr(file, "write"):
        return file
    path = os.fspath(file)
    return path if path.endswith(suffix) else path + suffix


def save(file: Any, x: Any, allow_pickle: bool = True) -> None:
    """Guarda um tensor num arquivo `.npy`.

    Args:
        file: Caminho, a que se acrescenta `.npy` se for preciso, ou arquivo aberto em modo binário.
        x: Tensor de números.
        allow_pickle: Aceito, como no NumPy; objetos não se guardam de jeito nenhum.

    Raises:
        ValueError: Se os elementos forem objetos do Python.

    Examples:
        >>> from io import BytesIO
        >>> file = BytesIO()
        >>> save(file, [[1, 2], [3, 4]])
        >>> load(BytesIO(file.getvalue()))
        array([[1, 2],
               [3, 4]])
    """
    write(with_suffix(file, ".npy"), npy(x))


# --8<-- [start:savez]
def savez(file: Any, *tensors: Any, allow_pickle: bool = True, **named: Any) -> None:
    """Guarda vários tensores num arquivo `.npz`.

    Args:
        file: Caminho, a que se acrescenta `.npz` se for preciso, ou arquivo aberto em modo binário.
        tensors: Tensores sem nome, que se chamarão `arr_0`, `arr_1`, …
        allow_pickle: Aceito, como no NumPy; objetos não se guardam de jeito nenhum.
        named: Tensores com nome.

    Raises:
        ValueError: Se um nome se repetir, ou se houver objetos do Python.

    Examples:
        >>> from io import BytesIO
        >>> file = BytesIO()
        >>> savez(file, w=[[1.0, 2.0]], b=[0.5])
        >>> load(BytesIO(file.getvalue()))["b"]
        array([0.5])
    """
    write(with_suffix(file, ".npz"), npz(tensors, named, zipfile.ZIP_STORED))
# --8<-- [end:savez]


def savez_compressed(file: Any, *tensors: Any, allow_pickle: bool = True, **named: Any) -> None:
    """O mesmo que `savez`, comprimido.

    Examples:
        >>> from io import BytesIO
        >>> plain, smaller = BytesIO(), BytesIO()
        >>> savez(plain, zeros(1000))
        >>> savez_compressed(smaller, zeros(1000))
        >>> len(plain.getvalue()) > 10 * len(smaller.getvalue())
        True
    """
    write(with_suffix(file, ".npz"), npz(tensors, named, zipfile.ZIP_DEFLATED))


def npz(tensors: tuple[Any, ...], named: Mapping[str, Any], compression: int) -> bytes:
    """Os bytes de um arquivo `.npz`."""
    found = dict(named)
    for k, x in enumerate(tensors):
        if f"arr_{k}" in found:
            raise ValueError(f"savez: o tensor {k}, sem nome, se chamaria arr_{k}, e já há um com este nome")
        found[f"arr_{k}"] = x
    data = BytesIO()
    with zipfile.ZipFile(data, "w", compression) as archive:
        for name, x in found.items():
            with archive.open(f"{name}.npy", "w", force_zip64=True) as member:
                member.write(npy(x))
    return data.getvalue()


# Ler


# --8<-- [start:load]
def load(file: Any, mmap_mode: Any = None, allow_pickle: bool = False) -> Any:
    """Lê um arquivo `.npy` ou `.npz`, feito aqui ou pelo NumPy.

    Args:
        file: Caminho, ou arquivo aberto em modo binário.
        mmap_mode: Não é oferecido aqui.
        allow_pickle: Aceito, como no NumPy; objetos não são lidos de jeito nenhum, porque lê-los é executar o que
            quem fez o arquivo quiser.

    Returns:
        O tensor; ou, de um `.npz`, um `NpzFile`, que dá cada um pelo nome.

    Raises:
        ValueError: Se o arquivo estiver danificado, tiver objetos do Python ou não for destes formatos.
        EOFError: Se estiver vazio.

    Examples:
        >>> from io import BytesIO
        >>> load(BytesIO(header(int16, (2,), False) + b"\\x01\\x00\\x02\\x00"))
        array([1, 2], dtype=int16)
    """
    if mmap_mode is not None:
        raise ValueError("load: mmap_mode não é oferecido aqui")
    if not hasattr(file, "read"):
        path = Path(file)
        data = path.read_bytes()
        return NpzFile(data, str(path)) if data[:2] == b"PK" else read(BytesIO(data))
    start = file.read(len(MAGIC))
    file.seek(-len(start), os.SEEK_CUR)
    return NpzFile(file.read(), "object") if start[:2] == b"PK" else read(file)
# --8<-- [end:load]


def take(file: Any, count: int, what: str) -> bytes:
    """Os próximos bytes do arquivo.

    Raises:
        ValueError: Se faltarem.
    """
    found = bytearray()
    while len(found) < count and (part := file.read(min(count - len(found), 1 << 20))):
        found += part
    if len(found) < count:
        raise ValueError(f"load: arquivo danificado: {what} tem {count} bytes, e só há {len(found)}")
    return bytes(found)


def described(text: bytes) -> tuple[DType, bool, Shape, bool]:
    """O que diz um cabeçalho: o tipo, se os bytes dele estão na ordem contrária, a forma e se vêm por colunas.

    Raises:
        ValueError: Se o texto não for o de um cabeçalho, ou se o tipo não existir aqui.

    Examples:
        >>> described(b"{'descr': '>i2', 'fortran_order': False, 'shape': (3,)}")
        (dtype('int16'), True, (3,), False)
    """
    try:
        found = ast.literal_eval(text.decode("latin1").strip())
        name, columns_first, shape = (found[key] for key in ("descr", "fortran_order", "shape"))
        right = len(found) == 3 and type(columns_first) is bool and type(shape) is tuple
        right = right and all(type(n) is int and n >= 0 for n in shape)
    except (SyntaxError, ValueError, TypeError, KeyError, MemoryError, RecursionError):
        right = False
    if not right:
        raise ValueError("load: arquivo danificado: o cabeçalho não diz o tipo e a forma de um tensor")
    if isinstance(name, str) and name[1:2] == "O":
        raise ValueError("load: o arquivo tem objetos do Python, e lê-los seria executar o que quem o fez quisesse")
    order = name[:1] if isinstance(name, str) else ""
    try:
        d = dtype_named(name[1:] if order in ("<", ">", "|", "=") else name)
    except TypeError as error:
        raise ValueError(f"load: o arquivo é do tipo {name!r}, que não existe aqui") from error
    return d, order == (">" if sys.byteorder == "little" else "<"), shape, columns_first


# --8<-- [start:read]
def read(file: Any) -> Tensor:
    """O tensor de um arquivo `.npy` aberto.

    Raises:
        ValueError: Se o arquivo estiver danificado ou não for um `.npy` de números.
        EOFError: Se não houver mais nada no arquivo.
    """
    start = file.read(len(MAGIC))
    if not start:
        raise EOFError("load: não há mais nada no arquivo")
    if start != MAGIC:
        raise ValueError("load: não é um arquivo .npy nem .npz, ou está danificado")
    version = tuple(take(file, 2, "a versão"))
    if version not in LENGTHS:
        raise ValueError(f"load: a versão {version} do formato não existe; há {', '.join(map(str, LENGTHS))}")
    length = LENGTHS[version]
    (size,) = struct.unpack(length, take(file, struct.calcsize(length), "o tamanho do cabeçalho"))
    if size > LARGEST:
        raise ValueError(f"load: arquivo danificado: um cabeçalho de {size} bytes é grande demais para um tensor")
    d, swapped, shape, columns_first = described(take(file, size, "o cabeçalho"))
    data = bytearray(take(file, size_of(shape) * d.itemsize, "a fila de números"))
    if not data:
        return from_values([], shape, d)
    if d.kind == "b":
        data = bytearray(map(bool, data))
    width = PARTS.get(d, d).itemsize
    for k in range(width // 2 if swapped else 0):  # o primeiro byte de cada número troca com o último, …
        first, last = slice(k, None, width), slice(width - 1 - k, None, width)
        data[first], data[last] = data[last], data[first]
    sides = shape[::-1] if columns_first else shape
    found = Tensor(raw(data, d), sides, contiguous_steps(sides), 0, d)
    return found.transpose() if columns_first else found
# --8<-- [end:read]


# --8<-- [start:NpzFile]
class NpzFile(Mapping[str, Any]):
    """Os tensores de um `.npz`, pelo nome; cada um só é lido quando se pede.

    Args:
        data: Os bytes do arquivo.
        name: De onde vieram, para mostrar.

    Raises:
        ValueError: Se o arquivo estiver danificado.

    Examples:
        >>> found = NpzFile(npz(([1, 2],), {"w": [0.5]}, zipfile.ZIP_STORED))
        >>> found, found["w"]
        (NpzFile 'object' with keys: w, arr_0, array([0.5]))
    """

    def __init__(self, data: bytes, name: str = "object") -> None:
        self.name = name
        try:
            self.archive = zipfile.ZipFile(BytesIO(data))
        except DAMAGES as error:
            raise ValueError(f"load: arquivo danificado: {error}") from error
        self.files = [name.removesuffix(".npy") for name in self.archive.namelist()]

    def __getitem__(self, key: str) -> Any:
        names = [name for name in (f"{key}.npy", key) if name in self.archive.namelist()]
        if not names:
            raise KeyError(f"{key} não está no arquivo; há {', '.join(self.files)}")
        try:
            if self.archive.getinfo(names[0]).compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise ValueError("a compressão não é a de um .npz")
            data = self.archive.read(names[0])
        except DAMAGES as error:
            raise ValueError(f"load: arquivo danificado, em {key}: {error}") from error
        return read(BytesIO(data)) if data.startswith(MAGIC) else data
# --8<-- [end:NpzFile]

    def __iter__(self) -> Iterator[str]:
        return iter(self.files)

    def __len__(self) -> int:
        return len(self.files)

    def __repr__(self) -> str:
        return f"NpzFile {self.name!r} with keys: {', '.join(self.files)}"

    def close(self) -> None:
        """Nada a fechar: os bytes já foram lidos; existe para quem o usa como no NumPy."""

    def __enter__(self) -> "NpzFile":
        return self

    def __exit__(self, *error: object) -> None:
        self.close()
