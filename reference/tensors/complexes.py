r"""Números complexos na memória: dois números de ponto flutuante lado a lado, a parte real e a imaginária.

O Python sabe somar e multiplicar complexos, mas as suas fileiras tipadas (`array`, `memoryview`) só guardam números
reais. Não faz falta outra: numa fileira de reais, as casas pares são as partes reais e as ímpares, as imaginárias.
"""

import warnings
from array import array
from collections.abc import Iterable, Iterator
from typing import Any

from reference.tensors.dtypes import PARTS, DType


class ComplexWarning(RuntimeWarning):
    """Aviso de que um complexo virou real, e a parte imaginária se perdeu.

    Examples:
        >>> issubclass(ComplexWarning, RuntimeWarning)
        True
    """


# --8<-- [start:Pairs]
class Pairs:
    """Fileira de números complexos sobre uma fileira de números reais: cada um é um par de casas vizinhas.

    Uma fatia dela é uma lista; quem muda um elemento muda as duas casas dele.

    Args:
        numbers: A memória: `memoryview` de `float32` ou de `float64`.

    Examples:
        >>> pairs = Pairs(memoryview(array("d", [1.0, 2.0, 3.0, -1.0])))
        >>> pairs[0], pairs[:]
        ((1+2j), [(1+2j), (3-1j)])
        >>> pairs[1] = 5j
        >>> pairs.numbers.tolist()
        [1.0, 2.0, 0.0, 5.0]
    """

    __slots__ = ("imag", "numbers", "real")

    def __init__(self, numbers: memoryview) -> None:
        self.numbers, self.real, self.imag = numbers, numbers[::2], numbers[1::2]

    def __len__(self) -> int:
        return len(self.real)

    def __iter__(self) -> Iterator[complex]:
        return map(complex, self.real, self.imag)

    def __getitem__(self, place: Any) -> Any:
        if isinstance(place, slice):
            return list(map(complex, self.real[place], self.imag[place]))
        return complex(self.real[place], self.imag[place])

    def __setitem__(self, place: Any, value: Any) -> None:
        if isinstance(place, slice):
            code, value = self.numbers.format, list(value)
            self.real[place] = array(code, [z.real for z in value])
            self.imag[place] = array(code, [z.imag for z in value])
        else:
            self.real[place], self.imag[place] = value.real, value.imag
# --8<-- [end:Pairs]

    def tolist(self) -> list[complex]:
        """Todos os números, numa lista."""
        return list(self)

    def cast(self, code: str) -> memoryview:
        """A mesma memória, lida de outro jeito, como a de uma `memoryview`."""
        return self.numbers.cast(code)  # type: ignore[call-overload, no-any-return]

    def toreadonly(self) -> "Pairs":
        """A mesma memória, fechada à escrita."""
        return Pairs(self.numbers.toreadonly())

    @property
    def obj(self) -> Any:
        """De quem é a memória."""
        return self.numbers.obj

    @property
    def nbytes(self) -> int:
        """Bytes ao todo."""
        return self.numbers.nbytes

    @property
    def readonly(self) -> bool:
        """Se a memória só se empresta para leitura."""
        return self.numbers.readonly


# --8<-- [start:pack_pairs]
def pack_pairs(values: Iterable[Any], d: DType) -> Pairs:
    """Fileira nova com números do Python; os reais entram com a parte imaginária zero.

    Examples:
        >>> pack_pairs([1j, 2.5], complex64).numbers.tolist()
        [0.0, 1.0, 2.5, 0.0]
    """
    numbers = array(PARTS[d].char, [part for z in values for part in (z.real, z.imag)])
    return Pairs(memoryview(numbers))
# --8<-- [end:pack_pairs]


def typed(memory: memoryview, d: DType) -> Any:
    """Uma fileira de bytes, lida como elementos do tipo `d`, sem copiar.

    Examples:
        >>> typed(memoryview(bytes(32)), complex128).tolist()
        [0j, 0j]
    """
    return Pairs(memory.cast(PARTS[d].char)) if d.kind == "c" else memory.cast(d.char)  # type: ignore[call-overload]


# --8<-- [start:part]
def part(x: Any, which: int) -> Any:
    """Vista da parte real (`which=0`) ou da imaginária (1) de um tensor: casa sim, casa não, da mesma memória.

    Examples:
        >>> x = np.array([1 + 2j, 3 - 1j])
        >>> y = part(x, 1)
        >>> y[0] = 7
        >>> y.strides, x
        ((16,), array([1.+7.j, 3.-1.j]))
    """
    view = x.view_as(x.shape, tuple(2 * step for step in x.steps), 2 * x.offset + which)
    view.storage, view.dtype = x.storage.numbers, PARTS[x.dtype]
    return view[()] if x.immutable else view
# --8<-- [end:part]


def without_imaginary(values: Iterable[complex]) -> list[float]:
    """As partes reais, com o aviso de que as imaginárias se perdem.

    Examples:
        >>> with warnings.catch_warnings(record=True) as seen:
        ...     warnings.simplefilter("always")
        ...     without_imaginary([1 + 2j]), [w.category.__name__ for w in seen]
        ([1.0], ['ComplexWarning'])
    """
    warnings.warn("um complexo virou real e perdeu a parte imaginária; se é o que se quer, x.real", ComplexWarning, 2)
    return [z.real for z in values]
