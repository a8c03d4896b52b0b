"""DLPack: emprestar e tomar emprestada a memória de um tensor, entre bibliotecas que nunca ouviram falar uma da outra.

Quem empresta preenche uma **ficha** em C (o endereço, a forma, os passos, o tipo) e a entrega numa **cápsula**, um
objeto do Python que só guarda um endereço. Quem toma abre a cápsula, troca o nome dela para que ninguém a abra outra
vez, usa a memória e, quando acaba, chama o **devolvedor** que a ficha traz. Até lá, a memória não pode morrer.
"""

import atexit
import ctypes
import gc
import sys
from ctypes import c_char_p, c_int, c_int32, c_int64, c_uint8, c_uint16, c_uint32, c_uint64, c_void_p, py_object
from typing import Any

from reference.tensors.creation import asarray, check_device
from reference.tensors.dtypes import DTYPES
from reference.tensors.layout import contiguous_steps
from reference.tensors.sharing import address_of, at_address
from reference.tensors.tensor import Scalar, Tensor

CODES = {"i": 0, "u": 1, "f": 2, "c": 5, "b": 6}
"""Número de cada família de tipos no DLPack."""

TYPES = {(CODES[d.kind], 8 * d.itemsize, 1): d for d in DTYPES if d.kind in CODES}
"""O tipo de cada família, bits e números por elemento."""

CPU = (1, 0)
READ_ONLY, IS_COPIED = 1, 2


# --8<-- [start:structures]
class Device(ctypes.Structure):
    """Em que memória moram os números: 1 é a do processador, 2 a de uma placa CUDA, …"""

    _fields_ = (("kind", c_int32), ("number", c_int32))


class ElementType(ctypes.Structure):
    """Tipo de um elemento: a família, quantos bits e quantos números de uma vez."""

    _fields_ = (("code", c_uint8), ("bits", c_uint8), ("lanes", c_uint16))


class Description(ctypes.Structure):
    """O tensor, como qualquer linguagem o entende (`DLTensor`)."""

    _fields_ = (
        ("data", c_void_p),
        ("device", Device),
        ("ndim", c_int32),
        ("dtype", ElementType),
        ("shape", ctypes.POINTER(c_int64)),
        ("steps", ctypes.POINTER(c_int64)),
        ("byte_offset", c_uint64),
    )


class OldForm(ctypes.Structure):
    """A ficha até a versão 0 (`DLManagedTensor`): não tem onde dizer que a memória é só de leitura."""

    _fields_ = (("tensor", Description), ("context", c_void_p), ("give_back", c_void_p))
    name, used = b"dltensor", b"used_dltensor"


class Form(ctypes.Structure):
    """A ficha da versão 1 em diante (`DLManagedTensorVersioned`)."""

    _fields_ = (
        ("version", c_uint32 * 2),
        ("context", c_void_p),
        ("give_back", c_void_p),
        ("flags", c_uint64),
        ("tensor", Description),
    )
    name, used = b"dltensor_versioned", b"used_dltensor_versioned"
# --8<-- [end:structures]


def function(name: str, result: Any, *arguments: Any) -> Any:
    """Função em C do próprio Python, chamada com o GIL."""
    return ctypes.PYFUNCTYPE(result, *arguments)((name, ctypes.pythonapi))


new_capsule = function("PyCapsule_New", py_object, c_void_p, c_char_p, c_void_p)
has_name = function("PyCapsule_IsValid", c_int, py_object, c_char_p)
address_in = function("PyCapsule_GetPointer", c_void_p, py_object, c_char_p)
rename = function("PyCapsule_SetName", c_int, py_object, c_char_p)

STAMP = ctypes.cast(ctypes.pythonapi.PyObject_GetArenaAllocator, c_void_p)
"""Devolvedor: uma função em C que escreve três endereços onde lhe mandam, e assim carimba a ficha.

Não pode ser uma função do Python. Quem toma emprestado a chama quando quer: sem o GIL, com um erro em curso ou depois
que o Python acabou, e em nenhuma dessas horas se pode rodar Python. Carimbada a ficha, `collect` a recolhe depois.
"""

LENT: dict[int, Any] = {}
"""As fichas emprestadas, pelo endereço: enquanto estão aqui, elas e os seus tensores não morrem."""


# --8<-- [start:lend]
def lend(x: Any, stream: Any, max_version: Any, device: Any, copy: bool | None) -> Any:
    """Cápsula com a ficha de `x`: é o que `x.__dlpack__()` devolve.

    Raises:
        BufferError: Se a memória não pode ser emprestada como se pediu.
        ValueError: Se vier uma fila de GPU (`stream`), que aqui não há.
    """
    collect()
    if stream is not None:
        raise ValueError(f"__dlpack__: na memória do processador não há filas, e stream não pode ser {stream!r}")
    if device not in (None, CPU):
        raise BufferError(f"__dlpack__: o aparelho {device} não existe aqui; o único é {CPU}, o processador")
    if x.dtype.kind not in CODES:
        raise BufferError(f"__dlpack__: elementos de tipo {x.dtype} não se emprestam")
    if copy or isinstance(x, Scalar):  # um escalar não tem memória: o número é guardado numa, que fica para quem toma
        if copy is False:
            raise BufferError("__dlpack__: um escalar só se empresta copiado, e copy=False o proíbe")
        x, copy = asarray(x, copy=True), True
    form: Any = OldForm()
    if max_version is not None and max_version[0] >= 1:
        form = Form((1, 0), flags=(0 if x.writeable else READ_ONLY) | (IS_COPIED if copy else 0))
    elif not x.writeable:
        raise BufferError("__dlpack__: este tensor é só de leitura, o que só a versão 1 do DLPack sabe dizer")
    form.tensor = describe(x)
    form.give_back = STAMP
    address = ctypes.addressof(form)
    capsule = new_capsule(address, form.name, None)
    form.before, form.owner, form.capsule, form.alone = words(form), x, capsule, object()
    LENT[address] = form
    return capsule


def describe(x: Any) -> Description:
    """O tensor na língua do DLPack: os passos contados em elementos, e o endereço do primeiro deles."""
    start = address_of(x.storage.cast("B")) + x.offset * x.itemsize if x.size else None
    numbers = c_int64 * x.ndim
    kind = ElementType(CODES[x.dtype.kind], 8 * x.itemsize, 1)
    return Description(start, Device(*CPU), x.ndim, kind, numbers(*x.shape), numbers(*x.steps), 0)
# --8<-- [end:lend]


# --8<-- [start:collect]
def words(form: Any) -> list[int]:
    """O segundo e o terceiro endereços da ficha, que nunca são os que o carimbo escreve."""
    return [value or 0 for value in (c_void_p * 3).from_buffer(form)][1:]


def collect(*event: Any) -> None:
    """Recolhe as fichas carimbadas, e as de cápsulas que ninguém abriu nem vai abrir, porque só nós as temos.

    É chamada a cada empréstimo e, pelo Python, a cada coleta de lixo.
    """
    for address, form in list(LENT.items()):
        stamped = all(now != before for now, before in zip(words(form), form.before))
        forgotten = sys.getrefcount(form.capsule) == sys.getrefcount(form.alone) and has_name(form.capsule, form.name)
        if stamped or forgotten:
            LENT.pop(address, None)


def leave_as_is() -> None:
    """No fim do programa, as fichas que faltam ficam onde estão: quem as tem ainda pode carimbá-las."""
    function("Py_IncRef", None, py_object)(LENT)


gc.callbacks.append(collect)
atexit.register(leave_as_is)
# --8<-- [end:collect]


# --8<-- [start:borrow]
class Loan:
    """Uma ficha que tomamos emprestada: é devolvida, uma vez, quando ninguém mais a usa."""

    def __init__(self, address: int, give_back: int | None) -> None:
        self.address = address
        self.give_back = ctypes.CFUNCTYPE(None, c_void_p)(give_back) if give_back else None

    def __del__(self) -> None:
        if self.give_back:
            self.give_back(self.address)


def borrow(x: Any, device: str | None, copy: bool | None) -> Tensor:
    """Tensor sobre a memória de outra biblioteca: é o que `from_dlpack` faz.

    Raises:
        AttributeError: Se `x` não conhece o DLPack.
        BufferError: Se os dados estão noutro aparelho, ou se a ficha não serve aqui.
        ValueError: Se `copy=False` e só copiando.
    """
    check_device(device)
    if not hasattr(x, "__dlpack_device__"):
        raise AttributeError(f"from_dlpack: {type(x).__name__} não tem __dlpack__, e não empresta a sua memória assim")
    options: dict[str, Any] = {"max_version": (1, 0)}
    if x.__dlpack_device__()[0] != CPU[0]:
        if device is None:
            raise BufferError('from_dlpack: os dados estão noutro aparelho; peça device="cpu" para trazê-los')
        if copy is False:
            raise ValueError("from_dlpack: com copy=False não se trazem dados de outro aparelho")
        options["dl_device"] = CPU
    if copy is False:
        options["copy"] = False
    try:
        capsule = x.__dlpack__(**options)
    except TypeError:  # uma biblioteca de antes da versão 1, que não conhece estes argumentos
        capsule = x.__dlpack__()
    found = receive(capsule, copy)
    return asarray(found, copy=True) if copy else found


def receive(capsule: Any, copy: bool | None = None) -> Tensor:
    """Tensor sobre a memória que a ficha de uma cápsula descreve; a cápsula não se abre outra vez.

    Raises:
        BufferError: Se a cápsula já foi aberta, ou se a ficha for de uma versão, tipo ou aparelho que não há aqui.
        ValueError: Se `copy=False` e ela é uma cópia.
    """
    kind: Any = Form if has_name(capsule, Form.name) else OldForm
    if not has_name(capsule, kind.name):
        raise BufferError("from_dlpack: uma cápsula só se abre uma vez, e esta já foi aberta (ou não é uma)")
    address = address_in(capsule, kind.name)
    form = kind.from_address(address)
    if kind is Form and form.version[0] != 1:
        raise BufferError(f"from_dlpack: a versão {form.version[0]} do DLPack não é conhecida aqui")
    flags, tensor = getattr(form, "flags", READ_ONLY), form.tensor  # a ficha antiga não diz; na dúvida, não se escreve
    if copy is False and flags & IS_COPIED:
        raise ValueError("from_dlpack: com copy=False, veio uma cópia")
    d = TYPES.get((tensor.dtype.code, tensor.dtype.bits, tensor.dtype.lanes))
    if d is None or tensor.device.kind != CPU[0]:
        what = "o aparelho" if d else "o tipo de elemento"
        raise BufferError(f"from_dlpack: {what} da memória emprestada não existe aqui")
    loan = Loan(address, form.give_back)
    rename(capsule, kind.used)
    shape = tuple(tensor.shape[: tensor.ndim])
    steps = tuple(tensor.steps[: tensor.ndim]) if tensor.steps else contiguous_steps(shape)
    start = (tensor.data or 0) + tensor.byte_offset
    memory = at_address(start, shape, steps, d, not flags & READ_ONLY, loan)
    return Tensor(*memory[:-1], base=loan, writeable=memory.writeable)
# --8<-- [end:borrow]
