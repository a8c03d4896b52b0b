"""No lugar: o que muda o próprio tensor, em vez de devolver outro, e o que o mostra sem copiar.

`sort(x)` devolve uma cópia em ordem; `x.sort()` põe `x` em ordem, e com ele toda vista que divida a memória.
"""

from collections.abc import Iterator
from typing import Any

from reference.tensors.complexes import part


class Flat:
    """Os elementos de um tensor vistos em fila, na ordem dos índices, mesmo que na memória estejam em outra.

    Examples:
        >>> x = array([[1, 2], [3, 4]])
        >>> [int(value) for value in x.T.flat]
        [1, 3, 2, 4]
        >>> x.T.flat[1] = 9
        >>> x
        array([[1, 2],
               [9, 4]])
    """

    def __init__(self, tensor: Any) -> None:
        self.tensor = tensor

    def __len__(self) -> int:
        return self.tensor.size  # type: ignore[no-any-return]

    def __iter__(self) -> Iterator[Any]:
        return iter(self.tensor.ravel())

    def __getitem__(self, key: Any) -> Any:
        return self.tensor.flatten()[key]

    # --8<-- [start:setitem]
    def __setitem__(self, key: Any, value: Any) -> None:
        row = self.tensor.flatten()
        row[key] = value
        self.tensor[...] = row.reshape(self.tensor.shape)
    # --8<-- [end:setitem]


class InPlace:
    """O que um tensor faz consigo mesmo."""

    __slots__ = ()

    # --8<-- [start:sort]
    def sort(self: Any, axis: int = -1, kind: Any = None, *, stable: bool | None = None) -> None:
        """Põe cada linha em ordem crescente; não devolve nada, como a lista do Python."""
        self[...] = self.__array_namespace__().sort(self, axis, kind, stable=stable)

    def fill(self: Any, value: Any) -> None:
        """Põe o mesmo número em todos os elementos."""
        self[...] = value
    # --8<-- [end:sort]

    @property
    def flat(self) -> Flat:
        """Os elementos em fila, para percorrer, ler e trocar: `x.flat[3] = 7`, `x.flat = 0`."""
        return Flat(self)

    @flat.setter
    def flat(self, values: Any) -> None:
        Flat(self)[:] = values

    @property
    def real(self: Any) -> Any:
        """A parte real: de números complexos, uma vista; de um tensor de números reais, ele mesmo."""
        return part(self, 0) if self.dtype.kind == "c" else self

    @real.setter
    def real(self: Any, value: Any) -> None:
        self.real[...] = value

    @property
    def imag(self: Any) -> Any:
        """A parte imaginária: de números complexos, uma vista; de um tensor de números reais, zeros, só de leitura."""
        if self.dtype.kind == "c":
            return part(self, 1)
        zeros = self.__array_namespace__().zeros_like(self)
        zeros.writeable = False
        return zeros[()] if self.immutable and self.dtype.kind != "O" else zeros

    @imag.setter
    def imag(self: Any, value: Any) -> None:
        if self.dtype.kind == "c":
            self.imag[...] = value
            return
        raise TypeError("imag: os números deste tensor são reais, e a parte imaginária deles é sempre zero")

    def conj(self: Any) -> Any:
        """O conjugado: de complexos, outro tensor; de números reais, ele mesmo; de objetos, o que disserem."""
        return self if self.dtype.kind not in "cO" else self.__array_namespace__().conj(self)

    conjugate = conj
