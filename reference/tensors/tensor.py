r"""O tensor: uma fileira de números e um jeito de percorrê-la.

Forma, passos e início dizem que casa da memória é cada elemento (`layout`); o tipo diz o que cabe numa casa
(`dtypes`). Um tensor não faz contas: os operadores e os métodos chamam o *namespace* a que ele pertence.
"""

import sys
from collections.abc import Iterator
from copy import deepcopy
from types import ModuleType
from typing import Any

from reference.tensors import printing
from reference.tensors.assignment import as_operand, assign, element
from reference.tensors.casting import Storage, allocate, pack
from reference.tensors.complexes import Pairs, typed
from reference.tensors.dtypes import DType
from reference.tensors.indexing import Selection, View, expand, is_basic, place, select, view
from reference.tensors.inplace import InPlace
from reference.tensors.layout import Shape, contiguous_steps, read_all, size_of, stretch
from reference.tensors.methods import Methods
from reference.tensors.number import Number
from reference.tensors.operators import Operators
from reference.tensors.sharing import Shared


class Tensor(Operators, Methods, InPlace, Number, Shared):
    """Tensor de qualquer ordem sobre uma memória de uma dimensão.

    Não se cria um tensor assim, e sim com `array`, `zeros`, `arange`, …; os argumentos são o que ele é por dentro.

    Args:
        storage: Memória: `memoryview` tipada de uma dimensão; para complexos, pares; para `object`, lista.
        shape: Tamanho de cada eixo.
        steps: Passo de cada eixo, em elementos.
        offset: Casa do primeiro elemento.
        dtype: Tipo dos elementos.
        base: De quem é a memória, se este tensor é uma vista: outro tensor, ou o objeto que a emprestou.
        writeable: Se os elementos podem ser trocados.

    Examples:
        >>> x = array([[5, 78, 2], [6, 79, 3]])
        >>> x.ndim, x.shape, x.dtype, x.nbytes
        (2, (2, 3), dtype('int64'), 48)

    [Notas: Representações de dados; Atributos de um tensor]
    """

    __slots__ = ("__weakref__", "_shape", "base", "dtype", "offset", "steps", "storage", "writeable")

    # --8<-- [start:tensor]
    def __init__(
        self,
        storage: Storage,
        shape: Shape,
        steps: Shape,
        offset: int,
        dtype: DType,
        base: Any = None,
        writeable: bool = True,
    ) -> None:
        self.storage, self._shape, self.steps, self.offset = storage, shape, steps, offset
        self.dtype, self.base, self.writeable = dtype, base, writeable

    @property
    def ndim(self) -> int:
        """Número de eixos."""
        return len(self._shape)

    @property
    def size(self) -> int:
        """Número de elementos."""
        return size_of(self._shape)

    @property
    def itemsize(self) -> int:
        """Bytes por elemento."""
        return self.dtype.itemsize

    @property
    def nbytes(self) -> int:
        """Bytes de todos os elementos: `size * itemsize`."""
        return self.size * self.itemsize

    @property
    def strides(self) -> Shape:
        """Bytes que se anda na memória por passo dado em cada eixo."""
        return tuple(step * self.itemsize for step in self.steps)
    # --8<-- [end:tensor]

    @property
    def shape(self) -> Shape:
        """Tamanho de cada eixo; atribuir outra forma, de mesmo tamanho, muda este tensor sem mover os dados."""
        return self._shape

    @shape.setter
    def shape(self, shape: Any) -> None:
        changed = self.reshape(shape, copy=False)
        self._shape, self.steps = changed.shape, changed.steps

    @property
    def device(self) -> str:
        """Onde moram os dados: sempre `"cpu"`."""
        return "cpu"

    def __array_namespace__(self, *, api_version: str | None = None) -> ModuleType:
        """Namespace das operações deste tensor: o pacote `reference`."""
        if api_version not in (None, "2021.12", "2022.12", "2023.12", "2024.12", "2025.12"):
            raise ValueError(f"__array_namespace__: a versão {api_version!r} do padrão não existe aqui")
        return sys.modules["reference"]

    def view_as(self, shape: Shape, steps: Shape, offset: int) -> "Tensor":
        """Vista: outro jeito de percorrer a mesma memória."""
        base = self if self.base is None else self.base
        return Tensor(self.storage, shape, steps, offset, self.dtype, base, self.writeable)

    # --8<-- [start:getitem]
    def __getitem__(self, key: Any) -> Any:
        keys = key if type(key) is tuple else (key,)
        if len(keys) == len(self._shape) and {int}.issuperset(map(type, keys)):  # x[i, j]: um só elemento
            return scalar(self.storage[place(keys, self._shape, self.steps, self.offset)], self.dtype)
        items = expand(keys, self.ndim)
        source = View(self._shape, self.steps, self.offset)
        if not is_basic(items):
            return self.picked(select(items, source))
        found = view(items, source)
        if found.shape or any(k is Ellipsis for k in keys):
            return self.view_as(*found)
        return scalar(self.storage[found.offset], self.dtype)
    # --8<-- [end:getitem]

    def picked(self, chosen: Selection) -> "Tensor":
        """Tensor novo com as linhas da memória que um índice escolheu."""
        if chosen.length == 1:
            return from_values([self.storage[start] for start in chosen.starts], chosen.shape, self.dtype)
        result, length = empty_tensor(chosen.shape, self.dtype), chosen.length
        for k, start in enumerate(chosen.starts):
            line: Any = self.storage[stretch(start, length, chosen.step)]
            result.storage[k * length : (k + 1) * length] = line
        return result

    # --8<-- [start:setitem]
    def __setitem__(self, key: Any, value: Any) -> None:
        if not self.writeable:
            raise ValueError("atribuição: este tensor é só de leitura")
        keys = key if type(key) is tuple else (key,)
        whole = len(keys) == len(self._shape) and {int}.issuperset(map(type, keys))
        items = keys if whole else expand(keys, self.ndim)
        source = View(self._shape, self.steps, self.offset)
        if len(items) == self.ndim and {int}.issuperset(map(type, items)):
            there = place(items, *source)
            self.storage[there] = element(value, self.dtype)
        elif is_basic(items):
            target = self.view_as(*view(items, source))
            assign(target, as_operand(value, target))
        else:
            chosen = select(items, source)
            values = empty_tensor(chosen.shape, self.dtype)
            assign(values, as_operand(value, values))
            for k, start in enumerate(chosen.starts):
                line: Any = values.storage[k * chosen.length : (k + 1) * chosen.length]
                self.storage[stretch(start, chosen.length, chosen.step)] = line
    # --8<-- [end:setitem]

    def __len__(self) -> int:
        if not self._shape:
            raise TypeError("len: um tensor sem eixos não tem tamanho")
        return self._shape[0]

    def __iter__(self) -> Iterator[Any]:
        if not self._shape:
            raise TypeError("um tensor sem eixos não pode ser percorrido")
        return (self[i] for i in range(self._shape[0]))

    def __contains__(self, value: Any) -> bool:
        return bool((self == value).any())

    def elements(self) -> list[Any]:
        """Todos os elementos, como números do Python, na ordem dos índices."""
        return read_all(self.storage, self._shape, self.steps, self.offset)

    def tolist(self) -> Any:
        """Listas aninhadas de números do Python; de um tensor sem eixos, o número."""
        values = self.elements()
        for axis in range(self.ndim - 1, 0, -1):
            length = self._shape[axis]
            values = [values[i * length : (i + 1) * length] for i in range(size_of(self._shape[:axis]))]
        return values if self._shape else values[0]

    def __str__(self) -> str:
        return printing.array_str(self)

    def __repr__(self) -> str:
        return printing.array_repr(self)

    def __copy__(self) -> "Tensor":
        return from_values(self.elements(), self._shape, self.dtype)

    def __deepcopy__(self, memo: dict[int, Any]) -> "Tensor":
        values = deepcopy(self.elements(), memo) if self.dtype.kind == "O" else self.elements()
        return from_values(values, self._shape, self.dtype)

    def __reduce__(self) -> tuple[Any, ...]:
        """O que vai a outro processo: os bytes, de uma vez, e não um número de cada vez."""
        if self.dtype.kind == "O":
            return from_values, (self.elements(), self._shape, self.dtype)
        return from_bytes, (self.tobytes(), self._shape, self.dtype)


class Scalar(Tensor):
    """Resultado de um elemento só e sem eixos: um número que guarda o seu `dtype`.

    É o que dão `x[0]`, `x.sum()` e toda conta entre tensores sem eixos. Não muda nunca, e por isso pode ser chave de
    dicionário.

    Examples:
        >>> array([1.5, 2.5]).sum()
        np.float64(4.0)
        >>> {array([7, 8])[0]: "sete"}[7]
        'sete'
    """

    __slots__ = ("value",)
    immutable = True
    _shape, steps, offset, base, writeable = (), (), 0, None, False

    def __init__(self, value: Any, dtype: DType) -> None:
        self.value, self.dtype = value, dtype

    @property
    def storage(self) -> Storage:  # type: ignore[override]
        """A casa única da memória."""
        packed = pack([self.value], self.dtype)
        return packed if isinstance(packed, list | Pairs) else memoryview(packed)

    def item(self, *index: Any) -> Any:
        """O número, como o Python o conhece."""
        return super().item(*index) if index else self.value

    def astype(self, dtype: Any, **options: Any) -> Any:
        """O mesmo valor em outro tipo, ainda como escalar."""
        return super().astype(dtype, **options)[()]

    __contains__ = None  # type: ignore[assignment]

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(self.value)

    def __round__(self, ndigits: int | None = None) -> Any:
        if self.dtype.kind in "bc":
            raise TypeError(f"round: {self!s} não se arredonda")
        return round(self.value) if ndigits is None else self.round(ndigits)

    def __str__(self) -> str:
        return printing.scalar_str(self.value, self.dtype)

    def __repr__(self) -> str:
        return printing.scalar_repr(self.value, self.dtype)

    def __copy__(self) -> "Scalar":
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> "Scalar":
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return Scalar, (self.value, self.dtype)


def scalar(value: Any, dtype: DType) -> Any:
    """Escalar de um valor que já é do tipo `dtype`; de um objeto, o próprio objeto."""
    return value if dtype.kind == "O" else Scalar(value, dtype)


def from_values(values: list[Any], shape: Shape, dtype: DType) -> Tensor:
    """Tensor novo e contíguo com `values`, números do Python da família de `dtype`, na ordem dos índices."""
    packed = pack(values, dtype)
    storage = packed if dtype.kind in "cO" else memoryview(packed)
    return Tensor(storage, shape, contiguous_steps(shape), 0, dtype)


def from_bytes(data: bytes, shape: Shape, dtype: DType) -> Tensor:
    """Tensor novo e contíguo com os bytes de elementos de tipo `dtype`, na ordem dos índices."""
    storage = typed(memoryview(bytearray(data)), dtype)
    return Tensor(storage, shape, contiguous_steps(shape), 0, dtype)


def empty_tensor(shape: Shape, dtype: DType) -> Tensor:
    """Tensor novo e contíguo, zerado."""
    return Tensor(allocate(size_of(shape), dtype), shape, contiguous_steps(shape), 0, dtype)
