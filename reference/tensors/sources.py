"""De onde vêm os números: dos bytes de um arquivo, de um iterador, de um texto, da memória de outro objeto."""

from collections.abc import Iterable
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any

from reference.tensors.casting import fit
from reference.tensors.creation import asarray
from reference.tensors.dtypes import can_cast, float64
from reference.tensors.dtypes import dtype as dtype_named
from reference.tensors.layout import is_contiguous
from reference.tensors.sharing import raw
from reference.tensors.tensor import Tensor, from_values


# --8<-- [start:frombuffer]
def frombuffer(buffer: Any, dtype: Any = float64, count: int = -1, offset: int = 0) -> Tensor:
    """Vetor sobre os bytes de outro objeto, sem copiá-los.

    Args:
        buffer: `bytes`, `bytearray`, `array.array`, `memoryview`, …
        dtype: Tipo com que os bytes são lidos.
        count: Quantos elementos; −1, todos os que houver.
        offset: Quantos bytes pular no começo.

    Returns:
        Vetor que divide a memória com `buffer`; só de leitura, se ele for.

    Raises:
        ValueError: Se faltarem bytes, ou se não derem um número inteiro de elementos.
        TypeError: Se `buffer` não emprestar a sua memória.

    Examples:
        >>> frombuffer(b"\\x00\\x01\\xff", dtype=uint8)
        array([  0,   1, 255], dtype=uint8)
        >>> frombuffer(b"\\x01\\x00\\x02\\x00", dtype="int16")
        array([1, 2], dtype=int16)
    """
    d = dtype_named(dtype)
    if d.kind == "O":
        raise ValueError("frombuffer: bytes não guardam objetos do Python")
    data = memoryview(buffer).cast("B")[offset:]
    if not 0 <= offset <= memoryview(buffer).nbytes:
        raise ValueError(f"frombuffer: não há o que ler a partir do byte {offset}")
    if count < 0 and data.nbytes % d.itemsize:
        raise ValueError(f"frombuffer: {data.nbytes} bytes não são um número inteiro de {d}, de {d.itemsize} bytes")
    length = data.nbytes // d.itemsize if count < 0 else count
    if length * d.itemsize > data.nbytes:
        raise ValueError(f"frombuffer: {length} elementos de {d.itemsize} bytes não cabem em {data.nbytes} bytes")
    return Tensor(raw(data[: length * d.itemsize], d), (length,), (1,), 0, d, base=buffer, writeable=not data.readonly)
# --8<-- [end:frombuffer]


def from_dlpack(x: Any, /, *, device: str | None = None, copy: bool | None = None) -> Tensor:
    """Tensor sobre a memória de um tensor de outra biblioteca, pelo protocolo DLPack.

    Args:
        x: Tensor de qualquer biblioteca que tenha `__dlpack__`: NumPy, PyTorch, JAX, …
        device: `None`, e `x` tem de morar na memória do processador; ou `"cpu"`, e pode vir copiado de outro aparelho.
        copy: `True` copia sempre, `False` nunca (e se não puder, é um erro), `None` só se precisar.

    Raises:
        AttributeError: Se `x` não conhece o DLPack.
        BufferError: Se a memória não pode ser emprestada, ou é de um tipo ou de um aparelho que não há aqui.
        ValueError: Se `copy=False` e só copiando.

    Examples:
        >>> x = arange(6)
        >>> y = from_dlpack(x)
        >>> y[0] = 10
        >>> x
        array([10,  1,  2,  3,  4,  5])
    """
    return import_module("reference.tensors.dlpack").borrow(x, device, copy)  # type: ignore[no-any-return]


def fromfile(file: Any, dtype: Any = float64, count: int = -1, *, offset: int = 0) -> Tensor:
    """Vetor com os bytes de um arquivo, lidos como números do tipo `dtype`; o que sobra no fim é deixado de lado.

    Args:
        file: Caminho, ou arquivo aberto em modo binário.
        dtype: Tipo dos elementos.
        count: Quantos elementos; −1, todos.
        offset: Quantos bytes pular.

    Examples:
        >>> import io
        >>> fromfile(io.BytesIO(b"\\x05\\x00\\x04"), dtype=uint8, offset=1)
        array([0, 4], dtype=uint8)
    """
    d = dtype_named(dtype)
    data = file.read() if hasattr(file, "read") else Path(file).read_bytes()
    available = (len(data) - offset) // d.itemsize
    length = available if count < 0 else min(count, available)
    return frombuffer(bytearray(data[offset : offset + length * d.itemsize]), d) if length else from_values([], (0,), d)


# --8<-- [start:fromiter]
def fromiter(values: Iterable[Any], dtype: Any, count: int = -1) -> Tensor:
    """Vetor com os números que um iterador der, até ele acabar.

    Args:
        values: O iterador.
        dtype: Tipo dos elementos.
        count: Quantos tomar; −1, todos.

    Raises:
        ValueError: Se o iterador acabar antes de `count`.

    Examples:
        >>> fromiter((i * i for i in range(4)), dtype=int)
        array([0, 1, 4, 9])
    """
    d = dtype_named(dtype)
    found = [fit(value, d) for value in (values if count < 0 else islice(values, count))]
    if len(found) < count:
        raise ValueError(f"fromiter: o iterador deu {len(found)} números, e foram pedidos {count}")
    return from_values(found, (len(found),), d)
# --8<-- [end:fromiter]


def ascontiguousarray(x: Any, dtype: Any = None) -> Tensor:
    """O tensor em fila na memória, na ordem dos índices e com ao menos um eixo; se já for assim, o próprio.

    Examples:
        >>> ascontiguousarray(arange(6).reshape(2, 3).T).strides
        (16, 8)
    """
    found = asarray(x, dtype)
    found = found if is_contiguous(found.shape, found.steps) else found.__copy__()
    return found if found.ndim else found.reshape((1,))


def copyto(target: Tensor, source: Any, casting: str = "same_kind", where: Any = True) -> None:
    """Copia os elementos de um tensor para dentro de outro, que se repetem até a forma dele.

    Args:
        target: Tensor que muda.
        source: Números; se repetem até a forma de `target`.
        casting: Que conversões são aceitas, como em `can_cast`.
        where: Máscara: só onde ela é verdadeira o elemento é trocado.

    Raises:
        TypeError: Se `target` não for um tensor, ou se a conversão não for aceita.
        ValueError: Se as formas não combinarem, ou se `target` for só de leitura.

    Examples:
        >>> x = zeros(3)
        >>> copyto(x, [1, 2, 3], where=[True, False, True])
        >>> x
        array([1., 0., 3.])
    """
    if not isinstance(target, Tensor):
        raise TypeError(f"copyto: só um tensor pode mudar, e não {type(target).__name__}")
    found = asarray(source, target.dtype if type(source) is int else None)
    if not can_cast(found, target.dtype, casting):
        raise TypeError(f"copyto: a regra {casting!r} não permite passar de {found.dtype} para {target.dtype}")
    if where is True:
        target[...] = found
        return
    space = target.__array_namespace__()
    mask = space.broadcast_to(asarray(where, bool), target.shape)
    target[mask] = space.broadcast_to(found, target.shape)[mask]
