"""Memória compartilhada: usar, sem copiar, os números que já estão na memória de outro objeto, e emprestar os nossos.

Há dois acordos para isso. Pelo protocolo de *buffer* do Python, `bytes`, `array.array` e `memoryview` mostram onde
estão os seus bytes. Pelo `__array_interface__`, do NumPy, vão também a forma e os passos, e até uma fatia saltada pode
ser vista sem cópia.
"""

import ctypes
import sys
from typing import Any, NamedTuple

from reference.tensors.casting import Storage, allocate, pack
from reference.tensors.dtypes import DType, dtype, uint8
from reference.tensors.layout import Shape, contiguous_steps, read_all

NATIVE = "<" if sys.byteorder == "little" else ">"


class Memory(NamedTuple):
    """A memória de outro objeto e o jeito de percorrê-la: o que é preciso para fazer um tensor sobre ela."""

    storage: Storage
    shape: Shape
    steps: Shape
    offset: int
    dtype: DType
    writeable: bool


class Shared:
    """O que um tensor mostra de sua memória a quem quiser usá-la."""

    __slots__ = ()

    @property
    def __array_interface__(self: Any) -> dict[str, Any]:
        """Endereço, forma e passos, para que outra biblioteca use a mesma memória sem copiar."""
        if self.dtype.kind == "O":
            raise AttributeError("um tensor de objetos não tem memória tipada para compartilhar")
        return {
            "shape": self.shape,
            "typestr": self.dtype.typestr,
            "data": self.storage if self.writeable else self.storage.toreadonly(),
            "offset": self.offset * self.itemsize,
            "strides": self.strides,
            "version": 3,
        }

    def tobytes(self: Any) -> bytes:
        """Cópia dos bytes dos elementos, na ordem dos índices."""
        return bytes(memoryview(pack(read_all(self.storage, self.shape, self.steps, self.offset), self.dtype)))


def element_type(memory: memoryview) -> DType | None:
    """Tipo dos elementos de uma memória alheia; `None`, se são objetos do Python.

    Raises:
        TypeError: Se for um tipo que não existe aqui.

    Examples:
        >>> element_type(memoryview(b"abc"))
        dtype('uint8')
    """
    code = memory.format.lstrip("@=" + NATIVE)
    if code == "O":
        return None
    return uint8 if code in ("c", "") else dtype(f"{'iu'[code in 'LN']}{memory.itemsize}" if code in "lLnN" else code)


def raw(data: Any, d: DType) -> memoryview:
    """Os bytes de um objeto contíguo como uma fileira de elementos do tipo `d`, sem copiar."""
    return memoryview(data).cast("B").cast(d.char)  # type: ignore[call-overload, no-any-return]


# --8<-- [start:from_interface]
def from_interface(owner: Any) -> Memory | None:
    """Memória que `owner` descreve no `__array_interface__`; `None`, se só copiando.

    O trecho da memória que interessa vai do elemento de endereço mais baixo ao mais alto: um passo negativo anda para
    trás, e por isso o primeiro elemento pode estar no fim do trecho.
    """
    found = owner.__array_interface__
    if found["typestr"][1] == "O":
        return None
    d, shape = dtype(found["typestr"]), tuple(found["shape"])
    strides = found.get("strides") or tuple(step * d.itemsize for step in contiguous_steps(shape))
    if 0 in shape or any(stride % d.itemsize for stride in strides):
        return None
    reaches = [(n - 1) * stride for n, stride in zip(shape, strides)]
    before, after = -sum(r for r in reaches if r < 0), sum(r for r in reaches if r > 0) + d.itemsize
    if isinstance(found["data"], tuple):
        address, readonly = found["data"]
        span = (ctypes.c_char * (before + after)).from_address(address - before)
        span.owner = owner  # enquanto este trecho existir, o dono da memória também existe
        storage = raw(span, d)
    else:
        start = found.get("offset", 0)
        storage = memoryview(found["data"]).cast("B")[start - before : start + after].cast(d.char)  # type: ignore[call-overload]
        readonly = storage.readonly
    steps = tuple(stride // d.itemsize for stride in strides)
    return Memory(storage, shape, steps, before // d.itemsize, d, not readonly)
# --8<-- [end:from_interface]


def foreign_memory(data: Any) -> Memory | None:
    """Memória de um objeto que a oferece, para ser usada sem cópia; `None`, se não oferece ou se só copiando.

    Raises:
        TypeError: Se os elementos forem de um tipo que não existe aqui.

    Examples:
        >>> foreign_memory(b"abc").shape, foreign_memory([1, 2, 3])
        ((3,), None)
    """
    try:
        memory = memoryview(data)
    except (TypeError, ValueError, BufferError):
        if hasattr(data, "__array_interface__"):
            return from_interface(data)
        return foreign_memory(data.__array__()) if hasattr(data, "__array__") else None
    d = element_type(memory)
    if d is None:
        return None
    shape = tuple(memory.shape or ())
    if not memory.nbytes:
        return Memory(allocate(0, d), shape, contiguous_steps(shape), 0, d, True)
    if memory.c_contiguous:
        return Memory(raw(data, d), shape, contiguous_steps(shape), 0, d, not memory.readonly)
    return from_interface(data) if hasattr(data, "__array_interface__") else None
