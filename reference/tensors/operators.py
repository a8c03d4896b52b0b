"""Operadores: o que `x + y`, `x < y` e `x += y` querem dizer.

Um tensor não sabe somar. Sabe a que *namespace* pertence (`x.__array_namespace__()`, do padrão Array API), e cada
operador é um nome nesse namespace: `x + y` é `x.__array_namespace__().add(x, y)`.
"""

from collections.abc import Callable
from typing import Any

Method = Callable[[Any, Any], Any]


def is_foreign(other: Any) -> bool:
    """Se `other` sabe fazer a conta com um tensor e prefere fazê-la ele mesmo (um nó de grafo, um tensor alheio).

    Examples:
        >>> is_foreign(2.5), is_foreign([1, 2])
        (False, False)
    """
    if isinstance(other, OWN):
        return False
    return getattr(other, "__array_ufunc__", ...) is None or hasattr(other, "__array_namespace__")


# --8<-- [start:forward]
def forward(name: str) -> Method:
    """Método de `x ∘ y`: a função `name` do namespace de `x`."""

    def method(self: Any, other: Any) -> Any:
        return NotImplemented if is_foreign(other) else getattr(self.__array_namespace__(), name)(self, other)

    return method
# --8<-- [end:forward]


def reflected(name: str) -> Method:
    """Método de `y ∘ x`, quando `y` não sabe operar com tensores."""

    def method(self: Any, other: Any) -> Any:
        return NotImplemented if is_foreign(other) else getattr(self.__array_namespace__(), name)(other, self)

    return method


# --8<-- [start:in_place]
def in_place(name: str) -> Method:
    """Método de `x ∘= y`: o resultado é escrito na memória de `x`, e toda vista dela o vê.

    Um escalar não muda nunca: respondendo `NotImplemented`, o Python faz `x = x ∘ y`.
    """

    def method(self: Any, other: Any) -> Any:
        if self.immutable or is_foreign(other):
            return NotImplemented
        return getattr(self.__array_namespace__(), name)(self, other, out=self)

    return method
# --8<-- [end:in_place]


def unary(name: str) -> Callable[[Any], Any]:
    """Método de `∘ x`."""

    def method(self: Any) -> Any:
        return getattr(self.__array_namespace__(), name)(self)

    return method


def equality(name: str, against_text: bool) -> Method:
    """Método de `x == y` ou `x != y`; nenhum número é igual a um texto, e perguntar não é erro."""
    compare = forward(name)

    def method(self: Any, other: Any) -> Any:
        if isinstance(other, str | bytes):
            return self.__array_namespace__().full(self.shape, against_text)[()]
        return compare(self, other)

    return method


class Operators:
    """Os operadores do Python, cada um com o nome que tem no namespace do tensor."""

    __slots__ = ()
    immutable = False

    __add__, __radd__, __iadd__ = forward("add"), reflected("add"), in_place("add")
    __sub__, __rsub__, __isub__ = forward("subtract"), reflected("subtract"), in_place("subtract")
    __mul__, __rmul__, __imul__ = forward("multiply"), reflected("multiply"), in_place("multiply")
    __truediv__, __rtruediv__, __itruediv__ = forward("divide"), reflected("divide"), in_place("divide")
    __floordiv__, __rfloordiv__ = forward("floor_divide"), reflected("floor_divide")
    __ifloordiv__ = in_place("floor_divide")
    __mod__, __rmod__, __imod__ = forward("remainder"), reflected("remainder"), in_place("remainder")
    __divmod__, __rdivmod__ = forward("divmod"), reflected("divmod")
    __pow__, __rpow__, __ipow__ = forward("pow"), reflected("pow"), in_place("pow")
    __matmul__, __rmatmul__, __imatmul__ = forward("matmul"), reflected("matmul"), in_place("matmul")
    __and__, __rand__, __iand__ = forward("bitwise_and"), reflected("bitwise_and"), in_place("bitwise_and")
    __or__, __ror__, __ior__ = forward("bitwise_or"), reflected("bitwise_or"), in_place("bitwise_or")
    __xor__, __rxor__, __ixor__ = forward("bitwise_xor"), reflected("bitwise_xor"), in_place("bitwise_xor")
    __lshift__, __rlshift__ = forward("bitwise_left_shift"), reflected("bitwise_left_shift")
    __ilshift__ = in_place("bitwise_left_shift")
    __rshift__, __rrshift__ = forward("bitwise_right_shift"), reflected("bitwise_right_shift")
    __irshift__ = in_place("bitwise_right_shift")

    __neg__, __pos__, __abs__ = unary("negative"), unary("positive"), unary("abs")
    __invert__ = unary("bitwise_invert")

    __lt__, __le__ = forward("less"), forward("less_equal")
    __gt__, __ge__ = forward("greater"), forward("greater_equal")
    __eq__, __ne__ = equality("equal", False), equality("not_equal", True)
    __hash__ = None  # type: ignore[assignment]


OWN = (Operators, bool, int, float)
"""Com quem um tensor faz ele mesmo a conta, sem perguntar."""
