"""Memória compartilhada: usar, sem copiar, os números que já estão na memória de outro objeto, e emprestar os nossos.

Há dois acordos para isso. Pelo protocolo de *buffer* do Python, `bytes`, `array.array` e `memoryview` mostram onde
estão os seus bytes. Pelo `__array_interface__`, do NumPy, vão também a forma e os passos, e até uma fatia saltada pode
ser vista sem cópia.
"""

import ctypes
import sys
from typing import Any, NamedTuple

from reference.tensors.casting import Storage, allocate
from reference.tensors.complexes import Pairs, typed
from reference.tensors.dtypes import DType, dtype, uint8
from reference.tensors.dtypes import dtype as dtype_named
from reference.tensors.layout import Shape, contiguous_steps, is_contiguous

NATIVE = "<" if sys.byteorder == "little" else ">"


class Memory(NamedTuple):
    """A memória de outro objeto e o jeito de percorrê-la: o que é preciso para fazer um tensor sobre ela."""

    storage: Storage
    shape: Shape
    steps: Shape
    offset: int
    dtype: DType
    writeable: bool


# --8<-- [start:Flags]
class Flags:
    """O que se sabe da memória de um tensor: se é percorrida sem pular, se é dele, se pode ser mudada.

    Attributes:
        c_contiguous: Se os elementos estão em fila na ordem dos índices, o último eixo mais depressa.
        f_contiguous: Se estão em fila na ordem contrária, o primeiro eixo mais depressa.
        owndata: Se a memória é dele, e não de outro de que ele é vista.
        writeable: Se os elementos podem ser trocados; atribua `False` para protegê-los.
        aligned: Sempre verdadeiro.
    """

    __slots__ = ("tensor",)
    aligned, writebackifcopy = True, False

    def __init__(self, tensor: Any) -> None:
        self.tensor = tensor

    @property
    def c_contiguous(self) -> bool:
        """Se os elementos estão em fila, na ordem dos índices."""
        return is_contiguous(self.tensor.shape, self.tensor.steps)

    @property
    def f_contiguous(self) -> bool:
        """Se os elementos da transposta estão em fila."""
        return is_contiguous(self.tensor.shape[::-1], self.tensor.steps[::-1])

    contiguous = c_contiguous

    @property
    def owndata(self) -> bool:
        """Se a memória é do próprio tensor."""
        return self.tensor.base is None

    @property
    def writeable(self) -> bool:
        """Se os elementos podem ser trocados."""
        return bool(self.tensor.writeable)

    @writeable.setter
    def writeable(self, allowed: bool) -> None:
        readonly = getattr(self.tensor.storage, "readonly", False) or not getattr(self.tensor.base, "writeable", True)
        if allowed and (readonly or getattr(self.tensor, "immutable", False)):
            raise ValueError("flags: a memória é de outro, que só a empresta para leitura")
        self.tensor.writeable = bool(allowed)

    def __getitem__(self, name: str) -> bool:
        names = {"C": "C_CONTIGUOUS", "F": "F_CONTIGUOUS", "O": "OWNDATA", "W": "WRITEABLE", "A": "ALIGNED"}
        found = names.get(name, name).lower() if isinstance(name, str) else ""
        if found not in (*(shown.lower() for shown in FLAGS), "contiguous"):
            raise KeyError(f"flags: {name!r} não é oferecido aqui; há {', '.join(FLAGS)}")
        return bool(getattr(self, found))

    def __setitem__(self, name: str, value: bool) -> None:
        if name not in ("WRITEABLE", "W"):
            raise KeyError(f"flags: só 'WRITEABLE' se muda, e não {name!r}")
        self.writeable = value

    def __repr__(self) -> str:
        return "".join(f"  {name} : {self[name]}\n" for name in FLAGS)


FLAGS = ("C_CONTIGUOUS", "F_CONTIGUOUS", "OWNDATA", "WRITEABLE", "ALIGNED", "WRITEBACKIFCOPY")
# --8<-- [end:Flags]


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
        storage = typed(memoryview(found["data"]).cast("B")[start - before : start + after], d)
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
    if memory.c_contiguous and d.kind != "c":  # uma `memoryview` não sabe reler os bytes de quem já tem pares
        return Memory(raw(data, d), shape, contiguous_steps(shape), 0, d, not memory.readonly)
    return from_interface(data) if hasattr(data, "__array_interface__") else None
