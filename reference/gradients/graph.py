r"""O grafo computacional: quem foi calculado a partir de quem, e o caminho de volta.

Cada conta com `Variable` anota a porta que a fez e as variáveis que entraram nela. Para trás, o gradiente da saída
percorre as mesmas contas em ordem inversa, e quem foi usado por vários **soma** o que recebe de cada um. Nada se apaga
nem se repete: o grafo é só memória de quem veio de quem, e some com a última referência à saída.
"""

from collections.abc import Callable
from functools import partial, wraps
from typing import Any

from reference.gradients.gates import (
    AddGate,
    Curve,
    DivideGate,
    Gate,
    MultiplyGate,
    NegativeGate,
    PowerGate,
    SubtractGate,
    starting_gradient,
)
from reference.gradients.tensor_gates import IndexGate, MatMulGate
from reference.operations.namespaces import array_namespace, as_value, shape_of


# --8<-- [start:apply]
def apply(gate: Gate, *inputs: Any) -> Any:
    """Passa as entradas por uma porta; se alguma é variável, anota no grafo.

    Args:
        gate: A porta, nova: cada uma guarda a sua ida.
        *inputs: Variáveis, números ou tensores; o que não é variável é constante.

    Returns:
        A variável que saiu ou, sem variável nenhuma entre as entradas, só o valor.

    Examples:
        >>> apply(MultiplyGate(), Variable(3.0), 2.0), apply(MultiplyGate(), 3.0, 2.0)
        (Variable(6.0), 6.0)
    """
    sources = [x if isinstance(x, Variable) else Variable(x, False) for x in inputs]
    value = gate.forward(*[source.value for source in sources])
    if any([source.trainable for source in sources]):
        return Variable(value, True, "", gate, sources)
    return Variable(value, False) if any([isinstance(x, Variable) for x in inputs]) else value
# --8<-- [end:apply]


def binary(kind: Callable[[], Gate]) -> Callable[[Any, Any], Any]:
    """Método de `x ∘ y`.

    Examples:
        >>> binary(MultiplyGate)(Variable(3.0), 2.0)
        Variable(6.0)
    """
    return lambda self, other: apply(kind(), self, other)


def reflected(kind: Callable[[], Gate]) -> Callable[[Any, Any], Any]:
    """Método de `y ∘ x`, quando `y` não é variável.

    Examples:
        >>> reflected(SubtractGate)(Variable(3.0), 2.0)
        Variable(-1.0)
    """
    return lambda self, other: apply(kind(), other, self)


# --8<-- [start:Variable]
class Variable:
    """Um valor que lembra de onde veio.

    Args:
        value: Número ou tensor, de qualquer biblioteca do padrão Array API.
        trainable: Se os gradientes devem chegar até aqui.
        name: Nome para desenhos e relatórios.
        gate: A porta de que saiu; nenhuma, se é uma folha do grafo.
        sources: As variáveis que entraram nessa porta.

    Attributes:
        grad: O gradiente, depois de `backward`; antes, `None`.

    Examples:
        >>> x, y = Variable(3.0), Variable(2.0)
        >>> z = x * y + x
        >>> z.value
        9.0
        >>> z.backward()
        >>> x.grad, y.grad
        (3.0, 3.0)

    [Notas: Grafos computacionais]
    """

    __slots__ = ("__weakref__", "gate", "grad", "name", "sources", "trainable", "value")
    __array_ufunc__ = None  # quem sabe somar um tensor do NumPy e uma variável é a variável

    def __init__(
        self,
        value: Any,
        trainable: bool = True,
        name: str = "",
        gate: Gate | None = None,
        sources: "list[Variable] | tuple[()]" = (),
    ) -> None:
        if gate is None:  # o que sai de uma porta já é um valor
            if isinstance(value, Variable):
                raise TypeError(f"Variable: o valor tem de ser um número ou tensor, e já é {value!r}")
            value = as_value(value)
        self.value, self.trainable, self.name = value, trainable, name
        self.gate, self.sources = gate, sources
        self.grad: Any = None
    # --8<-- [end:Variable]

    __add__, __radd__ = binary(AddGate), reflected(AddGate)
    __sub__, __rsub__ = binary(SubtractGate), reflected(SubtractGate)
    __mul__, __rmul__ = binary(MultiplyGate), reflected(MultiplyGate)
    __truediv__, __rtruediv__ = binary(DivideGate), reflected(DivideGate)
    __pow__, __rpow__ = binary(PowerGate), reflected(PowerGate)
    __matmul__, __rmatmul__ = binary(MatMulGate), reflected(MatMulGate)

    def __neg__(self) -> Any:
        return apply(NegativeGate(), self)

    def __repr__(self) -> str:
        return f"Variable({self.value!r}{f', name={self.name!r}' if self.name else ''})"

    def __getitem__(self, key: Any) -> Any:
        return apply(IndexGate(key), self)

    @property
    def shape(self) -> tuple[int, ...]:
        """Forma do valor; a de um número é `()`."""
        return shape_of(self.value)

    def backward(self, upstream: Any = None) -> None:
        """Calcula o gradiente desta variável em relação a todas de que ela depende, e o deixa em `grad`.

        As folhas **acumulam**: duas chamadas somam, até que `zero_grad` limpe. As do meio do caminho guardam só o da
        última.

        Args:
            upstream: O gradiente que chega aqui, da forma do valor; 1, se o valor é um número só.

        Raises:
            ValueError: Se o valor tiver mais de um elemento e `upstream` não for dado, se for de outra forma, ou se
                esta variável for constante.
        """
        if not self.trainable:
            raise ValueError("backward: esta variável é constante, nenhum gradiente passa por ela")
        for variable, gradient in backpropagate(self, upstream).items():
            if variable.gate is None and variable.grad is not None:
                gradient = variable.grad + gradient
            variable.grad = gradient

    def zero_grad(self) -> None:
        """Esquece o gradiente desta variável e os de todas de que ela depende."""
        for variable in topological_order(self):
            variable.grad = None

    def detach(self) -> "Variable":
        """Uma constante de mesmo valor: daqui para trás nenhum gradiente passa."""
        return Variable(self.value, trainable=False, name=self.name)


# --8<-- [start:topological_order]
def topological_order(output: Variable) -> list[Variable]:
    """As variáveis de que `output` depende, cada uma depois das suas entradas; a última é a própria `output`.

    A pilha é uma lista, e não a recursão do Python: uma conta de cem mil passos também cabe.

    Args:
        output: Onde o grafo termina.

    Examples:
        >>> x, y = Variable(1.0, name="x"), Variable(2.0, name="y")
        >>> [v.name or type(v.gate).__name__ for v in topological_order((x + y) * y)]
        ['x', 'y', 'AddGate', 'MultiplyGate']
    """
    order: list[Variable] = []
    seen: set[Variable] = set()
    stack: list[Variable | None] = [output]
    while stack:
        variable = stack.pop()
        if variable is None:  # as entradas da que está embaixo já saíram: é a vez dela
            order.append(stack.pop())  # type: ignore[arg-type]
        elif variable not in seen:
            seen.add(variable)
            stack += (variable, None, *variable.sources[::-1])
    return order
# --8<-- [end:topological_order]


# --8<-- [start:backpropagate]
def backpropagate(output: Variable, upstream: Any = None) -> dict[Variable, Any]:
    """Retropropagação: o gradiente de `output` em relação a cada variável de que depende.

    Percorre o grafo de trás para a frente. Quando chega a vez de uma variável, todos os que a usaram já lhe deram a sua
    parte: o gradiente dela está completo, e a porta o divide entre as entradas.

    Args:
        output: Onde a conta termina.
        upstream: O gradiente que chega em `output`; 1, se o valor é um número só.

    Returns:
        Dicionário de variável a gradiente, da forma do valor dela.

    Raises:
        ValueError: Se o valor de `output` tiver mais de um elemento e `upstream` não for dado, ou for de outra forma.

    Examples:
        >>> x = Variable(3.0)
        >>> backpropagate(x * x + x)[x]
        7.0

    [Notas: Backpropagation]
    """
    gradients = {output: starting_gradient(output.value, upstream)}
    for variable in reversed(topological_order(output)):
        for i, source in enumerate(variable.sources):
            if source.trainable:
                part = variable.gate.gradient(i, gradients[variable])  # type: ignore[union-attr]
                gradients[source] = gradients[source] + part if source in gradients else part
    return gradients
# --8<-- [end:backpropagate]


# --8<-- [start:gradients]
def gradients(output: Variable, variables: "list[Variable]") -> list[Any]:
    """Os gradientes de `output` em relação a algumas variáveis, sem mexer no `grad` de ninguém.

    Args:
        output: O que se quer diminuir: em geral, a perda.
        variables: Em relação a quem.

    Returns:
        Um gradiente por variável; zeros, se `output` não depende dela.

    Examples:
        >>> x, y = Variable(3.0), Variable(5.0)
        >>> gradients(x * x, [x, y])
        [6.0, 0.0]
    """
    found = backpropagate(output)
    return [found[v] if v in found else array_namespace(v.value).zeros_like(v.value) for v in variables]
# --8<-- [end:gradients]


# --8<-- [start:differentiable]
def differentiable(derivative: Callable[..., Any]) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Decorador: ensina a uma função de um número a sua derivada, e ela passa a aceitar variáveis.

    Args:
        derivative: A derivada, da entrada e da saída: `lambda x, y: …`; recebe também as opções da função.

    Examples:
        >>> @differentiable(lambda x, y: 3 * x * x)
        ... def cube(x):
        ...     return x * x * x
        >>> cube(2.0)
        8.0
        >>> x = Variable(2.0)
        >>> cube(x).backward()
        >>> x.grad
        12.0
    """

    def teach(function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def taught(x: Any, **options: Any) -> Any:
            if not isinstance(x, Variable):
                return function(x, **options)
            return apply(Curve(partial(function, **options), partial(derivative, **options)), x)

        return taught

    return teach
# --8<-- [end:differentiable]
