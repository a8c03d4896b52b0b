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

    @property
    def T(self) -> Any:
        """Eixos na ordem inversa: linhas viram colunas."""
        return self.transpose()

    @property
    def mT(self) -> Any:
        """Cada matriz dos dois últimos eixos, transposta."""
        return self.__array_namespace__().matrix_transpose(self)  # type: ignore[attr-defined]
