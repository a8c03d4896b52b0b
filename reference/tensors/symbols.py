r"""Símbolos: letras no lugar de números, para ver a fórmula que um laço calcula.

Um tensor de símbolos passa pelos mesmos laços que um de números; em vez de 10, sai `a*x + b*y`. Uma expressão é um
nome, ou uma operação entre expressões e números, e se escreve como o Python a leria de volta: com os parênteses que
fazem as contas saírem na mesma ordem, e só eles.
"""

import operator
from collections.abc import Callable
from numbers import Number
from typing import Any

from reference.tensors.creation import array
from reference.tensors.tensor import Tensor

PRECEDENCE = {"+": 1, "-": 1, "*": 2, "/": 2, "neg": 3, "**": 4, "": 5}
"""Quanto cada operação prende o que está em volta; um nome (ou um número) nunca pede parênteses."""

APPLY: dict[str, Callable[..., Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "**": operator.pow,
    "neg": operator.neg,
}


# --8<-- [start:Symbol]
class Symbol:
    """Uma expressão: um nome, ou uma operação (`+`, `-`, `*`, `/`, `**`, `neg`) entre expressões e números.

    Somar 0, multiplicar por 1 e elevar a 1 não mudam a expressão, e multiplicar por 0 a anula: é só isso que se
    simplifica. Duas expressões são iguais quando se escrevem igual.

    Args:
        text: Como se escreve.
        operation: Qual operação é; vazio, se for um nome.
        parts: O que ela opera: expressões e números.

    Examples:
        >>> a, x, b = Symbol("a"), Symbol("x"), Symbol("b")
        >>> a * x + b
        a*x + b
        >>> (a + b) * (x - 1) ** 2
        (a + b)*(x - 1)**2
        >>> (a * x + b).evaluate(a=2, x=10, b=1)
        21

    [Notas: Produto escalar]
    """

    __slots__ = ("operation", "parts", "text")

    def __init__(self, text: str, operation: str = "", parts: tuple[Any, ...] = ()) -> None:
        self.text, self.operation, self.parts = text, operation, parts
# --8<-- [end:Symbol]

    def __repr__(self) -> str:
        return self.text

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Symbol) and self.text == other.text

    def __hash__(self) -> int:
        return hash(self.text)

    def __add__(self, other: Any) -> Any:
        return combine("+", self, other)

    def __radd__(self, other: Any) -> Any:
        return combine("+", other, self)

    def __sub__(self, other: Any) -> Any:
        return combine("-", self, other)

    def __rsub__(self, other: Any) -> Any:
        return combine("-", other, self)

    def __mul__(self, other: Any) -> Any:
        return combine("*", self, other)

    def __rmul__(self, other: Any) -> Any:
        return combine("*", other, self)

    def __truediv__(self, other: Any) -> Any:
        return combine("/", self, other)

    def __rtruediv__(self, other: Any) -> Any:
        return combine("/", other, self)

    def __pow__(self, other: Any) -> Any:
        return combine("**", self, other)

    def __rpow__(self, other: Any) -> Any:
        return combine("**", other, self)

    def __neg__(self) -> "Symbol":
        return Symbol(f"-{wrapped(self, PRECEDENCE['**'])}", "neg", (self,))

    def __pos__(self) -> "Symbol":
        return self

    def compare(self, other: Any) -> bool:
        """Recusa-se: um símbolo não é maior nem menor que nada.

        Raises:
            TypeError: Sempre.
        """
        raise TypeError(f"não se sabe se {self} é maior ou menor que {other}: um símbolo não tem valor; use evaluate")

    __lt__ = __le__ = __gt__ = __ge__ = compare

    # --8<-- [start:evaluate]
    def evaluate(self, **values: Any) -> Any:
        """Valor da expressão, com um número (ou outra expressão) no lugar de cada nome.

        Raises:
            KeyError: Se faltar o valor de um nome.

        Examples:
            >>> x = Symbol("x")
            >>> (x**2 - 1).evaluate(x=0.5)
            -0.75
        """
        order, waiting = [], [self]
        while waiting:  # cada expressão antes das suas partes; de trás para a frente, as partes antes dela
            part = waiting.pop()
            order.append(part)
            waiting += reversed(part.parts) if isinstance(part, Symbol) else ()
        results: list[Any] = []
        for part in reversed(order):
            if not isinstance(part, Symbol):
                results.append(part)
            elif not part.parts:
                results.append(values[part.text])
            else:
                results.append(APPLY[part.operation](*(results.pop() for _ in part.parts)))
        return results[0]
    # --8<-- [end:evaluate]


# --8<-- [start:wrapped]
def wrapped(part: Any, level: int, right: bool = False) -> str:
    """Texto de uma parte, entre parênteses se ela prende menos que `level`, ou se à direita começa com um sinal.

    Examples:
        >>> wrapped(-3, 2), wrapped(-3, 2, right=True), wrapped(Symbol("a") + 1, 2)
        ('-3', '(-3)', '(a + 1)')
    """
    text = str(part)
    if isinstance(part, Symbol):
        own = PRECEDENCE[part.operation]
    else:  # uma fração se escreve 1/3, e um negativo, -3: contam como as operações que parecem
        own = PRECEDENCE["/" if "/" in text else "neg" if text.startswith("-") else ""]
    return f"({text})" if own < level or (right and text.startswith("-")) else text
# --8<-- [end:wrapped]


# --8<-- [start:combine]
def combine(operation: str, left: Any, right: Any) -> Any:
    """Expressão `left ∘ right`, sem o que não muda nada.

    Examples:
        >>> combine("+", 0, Symbol("a")), combine("*", Symbol("a"), 0), combine("-", 0, Symbol("a"))
        (a, 0, 0 - a)
    """
    if not isinstance(left, Number | Symbol) or not isinstance(right, Number | Symbol):
        return NotImplemented
    if operation == "*" and (is_number(left, 0) or is_number(right, 0)):
        return 0
    if is_number(right, {"+": 0, "-": 0, "*": 1, "/": 1, "**": 1}[operation]):
        return left
    if is_number(left, {"+": 0, "*": 1}.get(operation)):
        return right
    level = PRECEDENCE[operation]
    power = operation == "**"  # a**b**c é a**(b**c): na potência, quem se agrupa é o lado direito
    first, second = wrapped(left, level + power), wrapped(right, level + (not power), right=True)
    text = f"{first} {operation} {second}" if level == 1 else f"{first}{operation}{second}"
    return Symbol(text, operation, (left, right))
# --8<-- [end:combine]


def is_number(value: Any, known: int | None) -> bool:
    """Se `value` é um número igual a `known`; um símbolo nunca é.

    Examples:
        >>> is_number(1.0, 1), is_number(Symbol("a"), 1)
        (True, False)
    """
    return not isinstance(value, Symbol) and bool(value == known)


# --8<-- [start:symbols]
def symbols(names: str) -> Tensor:
    """Tensor de símbolos, com a forma em que os nomes estão escritos: espaço separa colunas; `;`, linhas.

    Args:
        names: Nomes, como em `"a b; c d"`.

    Returns:
        Vetor de forma (n,) ou matriz de forma (m, n), com `dtype=object`.

    Raises:
        ValueError: Se as linhas não tiverem todas o mesmo número de nomes.

    Examples:
        >>> from reference import dot
        >>> dot(symbols("a b; c d"), symbols("x y"))
        array([a*x + b*y, c*x + d*y], dtype=object)

    [Notas: Produto escalar]
    """
    rows = [[Symbol(name) for name in line.split()] for line in names.split(";")]
    if len({len(row) for row in rows}) > 1:
        raise ValueError(f"symbols: as linhas de {names!r} não têm todas o mesmo número de nomes")
    return array(rows if len(rows) > 1 else rows[0], dtype=object)
# --8<-- [end:symbols]
