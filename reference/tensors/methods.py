"""Métodos: `x.sum(axis=0)` é `sum(x, axis=0)`.

Cada método tem o nome e os argumentos da função do *namespace* do tensor e não faz mais que chamá-la.
"""

from collections.abc import Callable
from typing import Any


# --8<-- [start:calls]
def calls(name: str, function: str | None = None) -> Callable[..., Any]:
    """Método `name`, que chama a função de mesmo nome (ou `function`) com o tensor como primeiro argumento."""

    def method(self: Any, *args: Any, **options: Any) -> Any:
        return getattr(self.__array_namespace__(), function or name)(self, *args, **options)

    method.__name__ = name
    method.__qualname__ = f"Tensor.{name}"
    method.__doc__ = f"O mesmo que `reference.{function or name}(self, …)`."
    return method
# --8<-- [end:calls]


def takes_shape(name: str) -> Callable[..., Any]:
    """Método que aceita a forma (ou a ordem dos eixos) solta, `x.reshape(2, 3)`, ou numa tupla, `x.reshape((2, 3))`."""
    call = calls(name)

    def method(self: Any, *numbers: Any, **options: Any) -> Any:
        if not numbers and not options:
            return call(self)
        loose = len(numbers) != 1 or (numbers[0] is not None and not hasattr(numbers[0], "__len__"))
        return call(self, numbers if loose and numbers else numbers[0] if numbers else None, **options)

    method.__name__, method.__qualname__, method.__doc__ = name, call.__qualname__, call.__doc__
    return method


def parts(x: Any, name: str) -> Any:
    """Tensor com um atributo de cada elemento."""
    found = x.copy()
    for place in x.__array_namespace__().ndindex(x.shape):
        found[place] = getattr(x[place], name)
    return found


class Methods:
    """Os métodos de um tensor, cada um com o nome da função que chama."""

    __slots__ = ()

    sum, prod, mean, var, std = calls("sum"), calls("prod"), calls("mean"), calls("var"), calls("std")
    max, min, argmax, argmin = calls("max"), calls("min"), calls("argmax"), calls("argmin")
    any, all, dot = calls("any"), calls("all"), calls("dot")
    clip, round, astype, copy = calls("clip"), calls("round"), calls("astype"), calls("copy")
    ravel, flatten = calls("ravel"), calls("flatten", "copy_flat")
    squeeze, swapaxes = calls("squeeze"), calls("swapaxes")
    cumsum, cumprod, trace, diagonal = calls("cumsum"), calls("cumprod"), calls("trace"), calls("diagonal")
    argsort, searchsorted, nonzero = calls("argsort"), calls("searchsorted"), calls("nonzero")
    take, put, repeat = calls("take"), calls("put"), calls("repeat")
    reshape, transpose = takes_shape("reshape"), takes_shape("transpose")

    def conj(self) -> Any:
        """O próprio tensor: só objetos podem ter um conjugado diferente deles."""
        return self if self.dtype.kind != "O" else self.__array_namespace__().conj(self)  # type: ignore[attr-defined]

    conjugate = conj

    @property
    def real(self) -> Any:
        """Parte real: o próprio tensor; de objetos, a de cada um."""
        return self if self.dtype.kind != "O" else parts(self, "real")  # type: ignore[attr-defined]

    @real.setter
    def real(self, value: Any) -> None:
        self[...] = value  # type: ignore[index]

    @property
    def imag(self) -> Any:
        """Parte imaginária: zeros, que não se trocam."""
        if self.dtype.kind == "O":  # type: ignore[attr-defined]
            return parts(self, "imag")
        zeros = self.__array_namespace__().zeros_like(self)  # type: ignore[attr-defined]
        zeros.setflags(write=False)
        return zeros if type(zeros) is type(self) else zeros[()]

    @imag.setter
    def imag(self, value: Any) -> None:
        raise TypeError("imag: os números deste tensor são reais, e a parte imaginária deles é sempre zero")

    @property
    def T(self) -> Any:
        """Eixos na ordem inversa: linhas viram colunas."""
        return self.transpose()

    @property
    def mT(self) -> Any:
        """Cada matriz dos dois últimos eixos, transposta."""
        return self.__array_namespace__().matrix_transpose(self)  # type: ignore[attr-defined]
