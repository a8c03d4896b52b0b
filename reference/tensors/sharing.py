"""Memória compartilhada: usar, sem copiar, os números que já estão na memória de outro objeto, e emprestar os nossos.

Há três acordos para isso. Pelo protocolo de *buffer* do Python, `bytes`, `array.array` e `memoryview` mostram onde
estão os seus bytes. O `__array_interface__`, do NumPy, é um dicionário com o endereço, a forma e os passos. O DLPack,
que tem módulo próprio (`dlpack`), é o das bibliotecas de redes.
"""

import sys
from array import array
from importlib import import_module
from typing import Any, NamedTuple

from reference.tensors.casting import Storage, allocate
from reference.tensors.complexes import Pairs, typed
from reference.tensors.dtypes import DType, dtype, uint8
from reference.tensors.dtypes import dtype as dtype_named
from reference.tensors.flags import Flags
from reference.tensors.layout import Shape, contiguous_steps, is_contiguous, stretch

NATIVE = "<" if sys.byteorder == "little" else ">"
LONG = {"q": "l", "Q": "L"} if array("l").itemsize == 8 else {}
"""Como se chamam em C os inteiros de 64 bits do NumPy: `long`, onde ele os tem, e não `long long`."""


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
    def flags(self) -> Flags:
        """O que se sabe da memória: contígua, própria, aberta à escrita."""
        return Flags(self)

    def setflags(self: Any, write: bool | None = None) -> None:
        """Abre ou fecha a memória à escrita.

        Raises:
            ValueError: Se ela for de outro, que só a empresta para leitura.
        """
        if write is not None:
            self.flags.writeable = write

    # --8<-- [start:view]
    def view(self: Any, dtype: Any = None) -> Any:
        """Outro tensor sobre a mesma memória; com `dtype`, os mesmos **bytes** lidos como números de outro tipo.

        Não é uma conversão, que é `astype`: `view("int64")` de 1.0 dá o inteiro que tem os bits de 1.0.

        Raises:
            TypeError: Se um dos dois tipos for o de objetos, que não têm bytes.
            ValueError: Se o tamanho muda e o último eixo não é contíguo ou não tem um número inteiro de elementos.
        """
        same = self.view_as(self.shape, self.steps, self.offset)
        d = self.dtype if dtype is None else dtype_named(dtype)
        if d is self.dtype:
            return same
        if "O" in d.kind + self.dtype.kind:
            raise TypeError("view: um tensor de objetos não tem bytes para reler")
        old, new = self.itemsize, d.itemsize
        if old != new:
            same = resized(same, old, new)
        memory = self.storage.cast("B")
        same.storage, same.dtype = typed(memory[: memory.nbytes - memory.nbytes % new], d), d
        return same[()] if getattr(self, "immutable", False) else same
    # --8<-- [end:view]

    # --8<-- [start:data]
    @property
    def data(self: Any) -> memoryview:
        """A memória como o Python a mostra, sem cópia: em fila e com qualquer forma, ou saltada, de um eixo só.

        Raises:
            AttributeError: Se os elementos forem objetos, ou percorridos de um jeito que um `memoryview` não sabe.
        """
        if self.dtype.kind in "cO":
            raise AttributeError(f"um memoryview não tem elementos do tipo {self.dtype}")
        code = LONG.get(self.dtype.char, self.dtype.char)
        memory = self.storage.cast("B").cast(code)
        if self.ndim == 1 and self.steps[0]:
            part = memory[stretch(self.offset, self.size, self.steps[0])]
        elif is_contiguous(self.shape, self.steps) and self.size:
            part = memory[self.offset : self.offset + self.size].cast("B").cast(code, self.shape)
        else:
            raise AttributeError(f"um memoryview não percorre a forma {self.shape} com os passos {self.strides}")
        return part if self.writeable else part.toreadonly()  # type: ignore[no-any-return]

    def __buffer__(self, flags: int, /) -> memoryview:
        """O que `memoryview(x)` recebe; quem pergunta é o Python, da versão 3.12 em diante."""
        try:
            return self.data
        except AttributeError as error:
            raise BufferError(str(error)) from None
    # --8<-- [end:data]

    def to_device(self: Any, device: str, /, *, stream: Any = None) -> Any:
        """O próprio tensor: só há um lugar onde os dados podem morar, `"cpu"`.

        Raises:
            ValueError: Se `device` for outro, ou se vier uma fila de GPU (`stream`), que aqui não há.
        """
        if stream is not None:
            raise ValueError(f"to_device: na memória do processador não há filas, e stream não pode ser {stream!r}")
        return self.__array_namespace__().asarray(self, device=device)

    def __dlpack_device__(self) -> tuple[int, int]:
        """Onde moram os dados, nos números do DLPack: 1 é a memória do processador, e 0 a única que há."""
        return 1, 0

    def __dlpack__(
        self,
        *,
        stream: Any = None,
        max_version: tuple[int, int] | None = None,
        dl_device: tuple[int, int] | None = None,
        copy: bool | None = None,
    ) -> Any:
        """A cápsula que outra biblioteca abre para usar esta mesma memória; quem a faz é `dlpack`."""
        return import_module("reference.tensors.dlpack").lend(self, stream, max_version, dl_device, copy)

    @property
    def __array_interface__(self: Any) -> dict[str, Any]:
        """Endereço, forma e passos, para que outra biblioteca use a mesma memória sem copiar."""
        if self.dtype.kind == "O":
            raise AttributeError("um tensor de objetos não tem memória tipada para compartilhar")
        memory = self.storage.numbers if self.dtype.kind == "c" else self.storage
        return {
            "shape": self.shape,
            "typestr": self.dtype.typestr,
            "data": memory if self.writeable else memory.toreadonly(),
            "offset": self.offset * self.itemsize,
            "strides": self.strides,
            "version": 3,
        }

    def tobytes(self: Any) -> bytes:
        """Cópia dos bytes dos elementos, na ordem dos índices."""
        if self.dtype.kind == "O":
            raise TypeError("tobytes: um tensor de objetos não tem bytes")
        x = self if is_contiguous(self.shape, self.steps) else self.__copy__()
        return bytes(x.storage.cast("B")[x.offset * x.itemsize : (x.offset + x.size) * x.itemsize])

    __bytes__ = tobytes


def resized(x: Any, old: int, new: int) -> Any:
    """Vista em que cada linha do último eixo, de elementos de `old` bytes, é lida de `new` em `new` bytes.

    Raises:
        ValueError: Se o último eixo não for contíguo, ou não der um número inteiro de elementos novos.
    """
    if not x.shape or (x.steps[-1] != 1 and x.shape[-1] != 1 and x.size):
        raise ValueError(f"view: o tamanho do elemento muda de {old} para {new} bytes, e o último eixo não é contíguo")
    lengths = (x.shape[-1], x.offset, *x.steps[:-1])
    if any(length * old % new for length in lengths):
        raise ValueError(f"view: linhas de {x.shape[-1]} elementos de {old} bytes não se leem de {new} em {new} bytes")
    last, offset, *steps = (length * old // new for length in lengths)
    return x.view_as((*x.shape[:-1], last), (*steps, 1), offset)


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
    code = {"Zf": "F", "Zd": "D"}.get(code, code)
    return uint8 if code in ("c", "") else dtype(f"{'iu'[code in 'LN']}{memory.itemsize}" if code in "lLnN" else code)


def raw(data: Any, d: DType) -> memoryview | Pairs:
    """Os bytes de um objeto contíguo como uma fileira de elementos do tipo `d`, sem copiar."""
    return typed(memoryview(data).cast("B"), d)  # type: ignore[no-any-return]


# --8<-- [start:at_address]
def address_of(memory: memoryview) -> int:
    """Endereço do primeiro elemento de uma memória: o primeiro campo da ficha que o Python preenche (`Py_buffer`).

    Quem segura o lugar é `memory`, que por isso tem de viver enquanto o endereço for usado.
    """
    ctypes = import_module("ctypes")
    fields, everything = (ctypes.c_void_p * 16)(), 0x11C  # forma, passos e formato, mesmo que só para leitura
    ctypes.pythonapi.PyObject_GetBuffer(ctypes.py_object(memory), fields, everything)
    ctypes.pythonapi.PyBuffer_Release(fields)
    return fields[0] or 0


def at_address(address: int, shape: Shape, steps: Shape, d: DType, writeable: bool, owner: Any) -> Memory:
    """Memória de `owner` cujo primeiro elemento está no endereço dado; `owner` vive enquanto ela for usada.

    O trecho que interessa vai do elemento de endereço mais baixo ao mais alto: um passo negativo anda para trás, e por
    isso o primeiro elemento pode estar no fim do trecho.
    """
    if 0 in shape:
        return Memory(allocate(0, d), shape, contiguous_steps(shape), 0, d, True)
    reaches = [(n - 1) * step for n, step in zip(shape, steps)]
    before, after = -sum(r for r in reaches if r < 0), sum(r for r in reaches if r > 0) + 1
    ctypes = import_module("ctypes")
    span = (ctypes.c_char * ((before + after) * d.itemsize)).from_address(address - before * d.itemsize)
    span.owner = owner
    storage = raw(span, d)
    return Memory(storage if writeable else storage.toreadonly(), shape, steps, before, d, writeable)
# --8<-- [end:at_address]


# --8<-- [start:from_buffer]
def from_buffer(data: Any, memory: memoryview) -> Memory | None:
    """Memória que um objeto mostra pelo protocolo de *buffer*; `None`, se só copiando.

    Raises:
        TypeError: Se os elementos forem de um tipo que não existe aqui.
    """
    d, shape = element_type(memory), tuple(memory.shape or ())
    if d is None:
        return None
    if not memory.nbytes:
        return Memory(allocate(0, d), shape, contiguous_steps(shape), 0, d, True)
    if memory.c_contiguous and d.kind != "c":  # os bytes de um complexo um memoryview não sabe reler
        return Memory(raw(data, d), shape, contiguous_steps(shape), 0, d, not memory.readonly)
    strides = tuple(memory.strides or ())
    if memory.suboffsets or any(stride % d.itemsize for stride in strides):
        return None
    steps = tuple(stride // d.itemsize for stride in strides)
    return at_address(address_of(memory), shape, steps, d, not memory.readonly, memory)
# --8<-- [end:from_buffer]


# --8<-- [start:from_interface]
def from_interface(owner: Any) -> Memory | None:
    """Memória que `owner` descreve no `__array_interface__`; `None`, se só copiando.

    Raises:
        ValueError: Se a memória que ele dá não chega para a forma que ele diz.
        TypeError: Se os elementos forem de um tipo que não existe aqui.
    """
    found = owner.__array_interface__
    if found["typestr"][1] == "O":
        return None
    d, shape, data = dtype(found["typestr"]), tuple(found["shape"]), found["data"]
    strides = found.get("strides") or tuple(step * d.itemsize for step in contiguous_steps(shape))
    if any(stride % d.itemsize for stride in strides):
        return None
    steps = tuple(stride // d.itemsize for stride in strides)
    if isinstance(data, tuple):
        return at_address(data[0], shape, steps, d, not data[1], owner)
    memory, start = memoryview(data).cast("B"), found.get("offset", 0)
    found_at = at_address(address_of(memory) + start, shape, steps, d, not memory.readonly, memory)
    first = start - found_at.offset * d.itemsize
    if not 0 <= first <= memory.nbytes - len(found_at.storage) * d.itemsize:
        raise ValueError(f"__array_interface__: a forma {shape} não cabe em {memory.nbytes} bytes de memória")
    return found_at
# --8<-- [end:from_interface]


def foreign_memory(data: Any, copy: bool | None = None) -> Memory | None:
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
        return foreign_memory(converted(data, copy)) if hasattr(data, "__array__") else None
    return from_buffer(data, memory)


def converted(data: Any, copy: bool | None) -> Any:
    """O array em que um objeto se transforma; `None`, se não se pode copiar e ele não sabe obedecer."""
    if copy is not False:
        return data.__array__()
    try:
        return data.__array__(copy=False)
    except TypeError:
        return None
