r"""Portas: as contas pequenas de que se fazem todas as outras, cada uma com a sua derivada ao lado.

Uma porta (*gate*) sabe duas coisas. Para a frente, a sua conta. Para trás, a sua **derivada local**: quanto a saída
muda por unidade que cada entrada muda. A regra da cadeia está escrita uma vez, em `Gate.gradient`: o que a porta
devolve a uma entrada é o gradiente que recebeu vezes a derivada local. As entradas podem ser números ou tensores.
"""

from collections.abc import Callable
from typing import Any

from reference.operations.broadcasting import unbroadcast
from reference.operations.namespaces import array_namespace, as_value, shape_of

ONE = 1
"""Derivada local de quem só soma: nada se multiplica, o gradiente passa inteiro."""


# --8<-- [start:Gate]
class Gate:
    r"""Uma conta e a sua derivada: $y = f(x_0, x_1, \dots)$ e $\frac{\partial y}{\partial x_i}$.

    Quem cria uma porta escreve `compute`, a conta, e `local`, a derivada. Uma conta que mistura elementos (um produto
    de matrizes, uma soma) não tem um número por derivada local, e escreve o seu próprio `gradient`.

    Attributes:
        inputs: As entradas da última ida.
        output: A saída da última ida.

    Examples:
        >>> class TripleGate(Gate):
        ...     def compute(self, x):
        ...         return 3 * x
        ...     def local(self, i):
        ...         return 3
        >>> gate = TripleGate()
        >>> gate.forward(5), gate.backward(10)
        (15, (30,))
    """

    __slots__ = ("inputs", "output")

    def compute(self, *inputs: Any) -> Any:
        """A conta da porta."""
        raise TypeError(f"{type(self).__name__}: esta porta não diz a sua conta (compute)")

    def local(self, i: int) -> Any:
        r"""Derivada local em relação à entrada $i$, no ponto da última ida."""
        raise TypeError(f"{type(self).__name__}: esta porta não diz a sua derivada (local)")

    def forward(self, *inputs: Any) -> Any:
        """Faz a conta e guarda o que a volta vai precisar.

        Args:
            *inputs: Números ou tensores.

        Returns:
            A saída.
        """
        self.inputs = inputs
        self.output = self.compute(*inputs)
        return self.output

    def gradient(self, i: int, upstream: Any) -> Any:
        r"""A regra da cadeia: $\partial L/\partial x_i = \partial L/\partial y \cdot \partial y/\partial x_i$.

        Args:
            i: Qual entrada.
            upstream: O gradiente que chega, $\partial L/\partial y$, da forma da saída.

        Returns:
            O gradiente que segue para a entrada $i$, da forma dela.
        """
        local = self.local(i)
        return unbroadcast(upstream if local is ONE else upstream * local, shape_of(self.inputs[i]))

    def backward(self, upstream: Any = None) -> tuple[Any, ...]:
        """Um gradiente por entrada, na ordem delas.

        Args:
            upstream: O gradiente que chega, da forma da saída; 1, se a saída é um número só.

        Raises:
            RuntimeError: Se a porta ainda não fez a ida.
            ValueError: Se `upstream` não tiver a forma da saída.
        """
        if not hasattr(self, "output"):
            raise RuntimeError(f"{type(self).__name__}: backward antes de forward; a volta usa os valores da ida")
        upstream = starting_gradient(self.output, upstream)
        return tuple(self.gradient(i, upstream) for i in range(len(self.inputs)))
# --8<-- [end:Gate]


def starting_gradient(output: Any, upstream: Any) -> Any:
    """O gradiente com que uma volta começa, da forma do valor `output`; 1, se ninguém disse e o valor é um só.

    Examples:
        >>> starting_gradient(6.0, None), starting_gradient(array([2.0]), None)
        (1.0, array([1.]))
    """
    shape, upstream = shape_of(output), as_value(upstream)
    if upstream is None:
        if any(n != 1 for n in shape):
            raise ValueError(f"backward: de um tensor de forma {shape}, diga o gradiente que chega (upstream)")
        if hasattr(output, "shape"):
            return array_namespace(output).ones_like(output)
        return 1.0 if isinstance(output, float) else ONE
    if shape_of(upstream) != shape:
        raise ValueError(f"backward: o gradiente que chega tem forma {shape_of(upstream)} e o valor, {shape}")
    if hasattr(output, "shape") and not hasattr(upstream, "shape"):  # o de um tensor é sempre um tensor
        return upstream * array_namespace(output).ones_like(output)
    return upstream


# --8<-- [start:add]
class AddGate(Gate):
    r"""Soma: $x + y$, de derivadas locais 1 e 1. Copia o gradiente para os dois lados.

    Examples:
        >>> gate = AddGate()
        >>> gate.forward(1, 2)
        3
        >>> gate.backward(2)
        (2, 2)

    [Notas: Grafos computacionais; AddGate]
    """

    __slots__ = ()

    def compute(self, x: Any, y: Any) -> Any:
        """$x + y$."""
        return x + y

    def local(self, i: int) -> Any:
        """1, para as duas entradas."""
        return ONE
# --8<-- [end:add]


class SubtractGate(Gate):
    r"""Diferença: $x - y$, de derivadas locais 1 e −1.

    Examples:
        >>> gate = SubtractGate()
        >>> gate.forward(5, 2), gate.backward(10)
        (3, (10, -10))
    """

    __slots__ = ()

    def compute(self, x: Any, y: Any) -> Any:
        """$x - y$."""
        return x - y

    def local(self, i: int) -> Any:
        """1 para a primeira entrada, −1 para a segunda."""
        return -1 if i else ONE


# --8<-- [start:multiply]
class MultiplyGate(Gate):
    r"""Produto: $x\,y$, de derivadas locais $y$ e $x$. Cada lado recebe o gradiente vezes o valor do outro.

    Examples:
        >>> gate = MultiplyGate()
        >>> gate.forward(3, 2)
        6
        >>> gate.backward(1)
        (2, 3)

    [Notas: Grafos computacionais; MultiplyGate]
    """

    __slots__ = ()

    def compute(self, x: Any, y: Any) -> Any:
        """$x y$."""
        return x * y

    def local(self, i: int) -> Any:
        """A outra entrada."""
        return self.inputs[1 - i]
# --8<-- [end:multiply]


class DivideGate(Gate):
    r"""Quociente: $x / y$, de derivadas locais $\frac{1}{y}$ e $-\frac{x}{y^2}$.

    Examples:
        >>> gate = DivideGate()
        >>> gate.forward(6.0, 2.0), gate.backward(1)
        (3.0, (0.5, -1.5))
    """

    __slots__ = ()

    def compute(self, x: Any, y: Any) -> Any:
        """$x / y$."""
        return x / y

    def local(self, i: int) -> Any:
        r"""$\frac{1}{y}$ para a primeira entrada, $-\frac{x/y}{y}$ para a segunda."""
        return -self.output / self.inputs[1] if i else 1 / self.inputs[1]


class PowerGate(Gate):
    r"""Potência: $x^n$, de derivadas locais $n\,x^{n-1}$ e $x^n \ln x$; com $x = 0$, a do expoente é 0.

    Examples:
        >>> gate = PowerGate()
        >>> gate.forward(3.0, 2)
        9.0
        >>> gate.gradient(0, 1)
        6.0
    """

    __slots__ = ()

    def compute(self, x: Any, n: Any) -> Any:
        """$x^n$."""
        return x**n

    def local(self, i: int) -> Any:
        r"""$n\,x^{n-1}$ para a base, $x^n \ln x$ para o expoente."""
        x, n = self.inputs
        if i:
            xp = array_namespace(x)
            return self.output * xp.log(xp.where(x == 0, xp.ones_like(x), x))
        xp = array_namespace(n)
        return n * x ** (xp.where(n == 0, xp.ones_like(n), n) - 1)  # com n = 0, zero vezes algo que existe


class NegativeGate(Gate):
    r"""Oposto: $-x$, de derivada local −1.

    Examples:
        >>> gate = NegativeGate()
        >>> gate.forward(3), gate.backward(2)
        (-3, (-2,))
    """

    __slots__ = ()

    def compute(self, x: Any) -> Any:
        """$-x$."""
        return -x

    def local(self, i: int) -> Any:
        """−1."""
        return -1


# --8<-- [start:max]
class MaxGate(Gate):
    r"""Máximo de dois: $\max(x, y)$, de derivada local 1 para o maior e 0 para o menor: o gradiente passa por um só.

    No empate, metade para cada um: $\frac{1 + \operatorname{sinal}(x - y)}{2}$ é o que dão as diferenças centrais.

    Examples:
        >>> gate = MaxGate()
        >>> gate.forward(2, 0)
        2
        >>> gate.backward(3)
        (3.0, 0.0)

    [Notas: Grafos computacionais; MaxGate]
    """

    __slots__ = ()

    def compute(self, x: Any, y: Any) -> Any:
        r"""$\max(x, y)$."""
        return array_namespace(x, y).maximum(x, y)

    def local(self, i: int) -> Any:
        """1 onde a entrada é a maior, 0 onde é a menor, ½ no empate."""
        x, y = self.inputs[i], self.inputs[1 - i]
        return (1 + array_namespace(x, y).sign(x - y)) / 2
# --8<-- [end:max]


class MinGate(Gate):
    r"""Mínimo de dois: $\min(x, y)$, de derivada local 1 para o menor e 0 para o maior; no empate, metade para cada um.

    Examples:
        >>> gate = MinGate()
        >>> gate.forward(2, 0), gate.backward(3)
        (0, (0.0, 3.0))
    """

    __slots__ = ()

    def compute(self, x: Any, y: Any) -> Any:
        r"""$\min(x, y)$."""
        return array_namespace(x, y).minimum(x, y)

    def local(self, i: int) -> Any:
        """1 onde a entrada é a menor, 0 onde é a maior, ½ no empate."""
        x, y = self.inputs[i], self.inputs[1 - i]
        return (1 + array_namespace(x, y).sign(y - x)) / 2


# --8<-- [start:curve]
class Curve(Gate):
    r"""Porta de uma função de um número só, $y = f(x)$, aplicada a cada elemento.

    Args:
        function: A função $f$.
        derivative: A derivada $f'$, escrita com o que for mais cômodo: recebe a entrada $x$ e a saída $y$.

    Examples:
        >>> gate = Curve(lambda x: x * x, lambda x, y: 2 * x)
        >>> gate.forward(3), gate.backward(10)
        (9, (60,))
    """

    __slots__ = ("compute", "derivative")

    def __init__(self, function: Callable[[Any], Any], derivative: Callable[[Any, Any], Any]) -> None:
        self.compute, self.derivative = function, derivative  # type: ignore[method-assign]

    def local(self, i: int) -> Any:
        """$f'(x)$."""
        return self.derivative(self.inputs[0], self.output)
# --8<-- [end:curve]
