r"""Gradiente: uma derivada por elemento, na forma do próprio tensor; e como conferir, com ele, qualquer outro.

O gradiente de uma função que dá **um número** responde, elemento por elemento, quanto esse número muda quando só aquele
elemento muda. Por diferenças ele custa duas contas por elemento: caro demais para treinar, ótimo para conferir.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import product
from typing import Any

from reference.gradients.derivative import derivative, relative_step
from reference.gradients.graph import Variable, backpropagate
from reference.gradients.tensor_gates import put
from reference.operations.namespaces import array_namespace, as_value, device_of

Place = tuple[int, ...]


# --8<-- [start:gradient]
def gradient(f: Callable[[Any], Any], x: Any, step: float | None = None) -> Any:
    r"""Gradiente por diferenças: $\left(\nabla f\right)_i = \dfrac{\partial f}{\partial x_i}$, um laço pelos elementos.

    Args:
        f: Função de um tensor que dá um número (ou um tensor de um elemento só).
        x: Tensor de ponto flutuante, de qualquer forma e de qualquer biblioteca do padrão Array API; lista ou número.
        step: O passo relativo, que cada elemento multiplica por $\max(1, |x_i|)$; sem ele, `relative_step(x)`.

    Returns:
        O gradiente, da forma e do dtype de `x`.

    Raises:
        TypeError: Se `x` não for de ponto flutuante.
        ValueError: Se `f` der mais de um número.

    Examples:
        >>> gradient(lambda x: x[0] ** 2 + 3 * x[1], array([2.0, 5.0])).round(6)
        array([4., 3.])

    [Notas: O gradiente; Derivada de uma operação de tensor]
    """
    x, step = floating("gradient", x), step or relative_step(x)
    if not hasattr(x, "shape"):
        return partial_derivative(f, float(x), (), step)
    result = array_namespace(x).zeros_like(x)
    for place in places(x):
        result = put(result, place, partial_derivative(f, x, place, step))
    return result
# --8<-- [end:gradient]


# --8<-- [start:partial_derivative]
def partial_derivative(f: Callable[[Any], Any], x: Any, place: Place, step: float | None = None) -> Any:
    r"""Derivada parcial $\dfrac{\partial f}{\partial x_i}$: a derivada comum, com os outros elementos parados.

    Args:
        f: Função de um tensor que dá um número.
        x: O tensor.
        place: O índice do elemento que se move.
        step: O passo relativo, como em `gradient`.

    Examples:
        >>> f = lambda x: x[0] ** 2 * x[1]
        >>> f"{partial_derivative(f, array([3.0, 10.0]), (0,)):.6f}"
        '60.000000'
    """
    element = x[place] if hasattr(x, "shape") else x
    size = (step or relative_step(x)) * max(1.0, abs(float(element)))
    return derivative(lambda value: number(f(with_element(x, place, value))), element, size)
# --8<-- [end:partial_derivative]


# --8<-- [start:directional_derivative]
def directional_derivative(f: Callable[[Any], Any], x: Any, direction: Any, step: float | None = None) -> Any:
    r"""Derivada direcional: quanto `f` muda por unidade que se anda de `x` na direção dada, $\nabla f \cdot v$.

    Args:
        f: Função de um tensor que dá um número.
        x: Tensor de ponto flutuante; lista ou número.
        direction: O vetor $v$, da forma de `x`; a inclinação da encosta é a de um $v$ de comprimento 1.
        step: Quanto se anda, em múltiplos de $v$; sem ele, `relative_step(x)`.

    Examples:
        >>> f = lambda x: x[0] ** 2 + 3 * x[1]
        >>> f"{directional_derivative(f, [2.0, 5.0], array([0.6, 0.8])):.6f}"
        '4.800000'
    """
    x = floating("directional_derivative", x)
    return derivative(lambda t: number(f(x + t * as_value(direction))), 0.0, step or relative_step(x))
# --8<-- [end:directional_derivative]


def places(x: Any) -> Iterator[Place]:
    """Os índices dos elementos, na ordem da leitura.

    Examples:
        >>> list(places(zeros((2, 2))))
        [(0, 0), (0, 1), (1, 0), (1, 1)]
    """
    return product(*map(range, getattr(x, "shape", ())))


def with_element(x: Any, place: Place, value: Any) -> Any:
    """Cópia de `x` com um elemento trocado; de um número, o outro número.

    Examples:
        >>> with_element(array([1.0, 2.0]), (1,), 9.0)
        array([1., 9.])
    """
    return put(array_namespace(x).asarray(x, copy=True), place, value) if hasattr(x, "shape") else value


def number(y: Any) -> float:
    """O número que uma função deu, venha ele só, numa variável ou num tensor de um elemento.

    Examples:
        >>> number(array([[2.5]])), number(Variable(2.5))
        (2.5, 2.5)
    """
    y = y.value if isinstance(y, Variable) else y
    shape = tuple(getattr(y, "shape", ()))
    if math.prod(shape) != 1:
        raise ValueError(f"gradient: só há gradiente de um número, e a função deu um tensor de forma {shape}")
    return float(array_namespace(y).reshape(y, ()) if shape else y)


def is_floating(x: Any) -> bool:
    """Se `x` pode variar um pouquinho: tensor de ponto flutuante, ou número que não seja booleano.

    Examples:
        >>> is_floating(array([1.0])), is_floating(array([1])), is_floating(3), is_floating(True)
        (True, False, True, False)
    """
    return "float" in str(x.dtype) if hasattr(x, "dtype") else isinstance(x, int | float) and not isinstance(x, bool)


def floating(operation: str, x: Any) -> Any:
    """O próprio `x`, se varia aos pouquinhos; uma lista vira tensor.

    Examples:
        >>> floating("gradient", [1.0, 2.0])
        array([1., 2.])
    """
    x = as_value(x)
    if not is_floating(x):
        raise TypeError(f"{operation}: o gradiente pede ponto flutuante, e x é {getattr(x, 'dtype', type(x).__name__)}")
    return x


# A conferência


@dataclass(frozen=True)
class Row:
    """O pior elemento de uma entrada: o que o gradiente dizia, o que as diferenças dizem e o quanto discordam.

    Examples:
        >>> Row("x", 6, (1, 2), 2.0, 2.002, 0.001).index
        (1, 2)
    """

    name: str
    elements: int
    index: Place
    found: float
    expected: float
    error: float


# --8<-- [start:Report]
@dataclass(frozen=True)
class Report:
    """O que uma conferência achou; `print` mostra a tabela, uma linha por entrada, com o pior elemento de cada uma.

    Examples:
        >>> report = check_gradient(lambda x, y: x * y, 3.0, 2.0)
        >>> report.ok, len(report.rows)
        (True, 2)
    """

    rows: tuple[Row, ...]
    tolerance: float

    @property
    def worst(self) -> Row:
        """A linha de maior erro; um erro que nem número é (`nan`) é o pior de todos."""
        return max(self.rows, key=lambda row: math.inf if math.isnan(row.error) else row.error)

    @property
    def ok(self) -> bool:
        """Se todos os elementos concordam dentro da tolerância."""
        return all(row.error <= self.tolerance for row in self.rows)

    def require(self) -> None:
        """Levanta `AssertionError`, com a tabela, se algum elemento discordar."""
        if not self.ok:
            raise AssertionError(f"o gradiente não confere com as diferenças\n{self}")

    def __str__(self) -> str:
        table = [("entrada", "elementos", "o pior", "gradiente", "diferenças", "erro relativo")]
        least = self.tolerance / 1000  # abaixo disto é tudo arredondamento, e muda de máquina para máquina
        for row in self.rows:
            error = f"< {least:.0e}" if row.error < least else f"{row.error:.0e}"
            place = str(list(row.index)) if row.index else "-"
            table.append((row.name, str(row.elements), place, f"{row.found:.6g}", f"{row.expected:.6g}", error))
        widths = [max(map(len, column)) for column in zip(*table)]
        lines = [line[0].ljust(widths[0]) + "  " + "  ".join(map(str.rjust, line[1:], widths[1:])) for line in table]
        return "\n".join([*lines, f"{'confere' if self.ok else 'NÃO CONFERE'} (tolerância {self.tolerance:.0e})"])
# --8<-- [end:Report]


# --8<-- [start:check_gradient]
def check_gradient(
    f: Callable[..., Any], *inputs: Any, analytic: Any = None, tolerance: float | None = None, step: float | None = None
) -> Report:
    r"""Confere um gradiente com as diferenças, elemento a elemento: $|g - d| / \max(|g|, |d|, \text{piso})$.

    O piso é o que as diferenças conseguem enxergar: um gradiente menor que ele some no arredondamento, e não se cobra.

    Args:
        f: A função. Se der um tensor, confere-se a soma dos elementos com pesos fixos e todos diferentes.
        *inputs: As entradas, nos lugares em que `f` as recebe: tensores, listas, números ou variáveis. As de inteiros
            ou booleanos são constantes. Uma variável chega a `f` como é, e muda de valor só durante a conferência:
            assim se conferem também os parâmetros de uma camada, `check_gradient(lambda *_: loss(), *parameters)`.
        analytic: Função das mesmas entradas que dá o gradiente a conferir, um por entrada (ou só ele, se a entrada é
            uma). Sem ela, confere-se o automático: `f` recebe variáveis.
        tolerance: O maior erro relativo; sem ele, 1e-6 em float64 e 1e-2 nos outros tipos.
        step: O passo relativo das diferenças, como em `gradient`.

    Returns:
        O relato: `.ok`, `.worst`, `.rows`, `.require()`, e a tabela, quando impresso.

    Raises:
        TypeError: Se nenhuma entrada for de ponto flutuante.
        ValueError: Se um gradiente não tiver a forma da sua entrada, ou se `f` der um tensor e houver `analytic`.

    Examples:
        >>> print(check_gradient(lambda x, y: x * x * y, 3.0, 2.0))
        entrada    elementos  o pior  gradiente  diferenças  erro relativo
        entrada 0          1       -         12          12        < 1e-09
        entrada 1          1       -          9           9        < 1e-09
        confere (tolerância 1e-06)
        >>> check_gradient(lambda x: x**3, 2.0, analytic=lambda x: 2 * x**2).ok
        False
    """
    variables = [x if isinstance(x, Variable) else Variable(as_value(x)) for x in inputs]
    checked = [i for i, v in enumerate(variables) if v.trainable and is_floating(v.value)]
    if not checked:
        raise TypeError("check_gradient: nenhuma entrada é de ponto flutuante; não há o que derivar")
    output = call(f, variables, wrapped := analytic is None)
    weights = fixed_weights(output.value)
    found = claimed(output, weights, variables, analytic)
    size = float(array_namespace(output.value).sum(abs(output.value) * weights))
    rows = []
    for i in checked:
        x, name = variables[i].value, variables[i].name or f"entrada {i}"
        expected = gradient(partial(moved, f, variables, i, weights, wrapped), x, step)
        rows.append(worst_row(name, x, found[i], expected, size))
    usual = 1e-6 if all(relative_step(variables[i].value) < 1e-4 for i in checked) else 1e-2
    return Report(tuple(rows), tolerance or usual)
# --8<-- [end:check_gradient]


def call(f: Callable[..., Any], variables: list[Variable], wrapped: bool) -> Variable:
    """O que `f` dá, das variáveis ou só dos valores delas, sempre como variável.

    Examples:
        >>> call(lambda x: x * x, [Variable(3.0)], wrapped=False)
        Variable(9.0)
    """
    output = f(*(variables if wrapped else [v.value for v in variables]))
    return output if isinstance(output, Variable) else Variable(as_value(output), trainable=False)


def moved(f: Callable[..., Any], variables: list[Variable], i: int, weights: Any, wrapped: bool, value: Any) -> float:
    """O número que se confere, com a variável `i` em outro valor; depois da conta, ela volta ao que era.

    Examples:
        >>> x = Variable(3.0)
        >>> moved(lambda x: x * x, [x], 0, 1.0, True, 5.0), x.value
        (25.0, 3.0)
    """
    kept, variables[i].value = variables[i].value, value
    try:
        y = call(f, variables, wrapped).value
        return float(array_namespace(y).sum(y * weights))
    finally:
        variables[i].value = kept


def fixed_weights(y: Any) -> Any:
    r"""Um peso por elemento, de 1 a 2 e todos diferentes, que fazem de um tensor um número.

    Examples:
        >>> fixed_weights(array([[0.0, 0.0], [0.0, 0.0]]))
        array([[1.  , 1.25],
               [1.5 , 1.75]])
        >>> fixed_weights(5.0)
        1.0
    """
    if not hasattr(y, "shape"):
        return 1.0
    xp, n = array_namespace(y), math.prod(y.shape)
    return xp.reshape(xp.arange(n, dtype=y.dtype, device=device_of(y)) / max(n, 1) + 1, y.shape)


def claimed(output: Variable, weights: Any, variables: list[Variable], analytic: Any) -> list[Any]:
    """Os gradientes a conferir, um por variável: os da função dada ou, sem ela, os da retropropagação.

    Examples:
        >>> x, y = Variable(3.0), Variable(2.0)
        >>> claimed(x * x, 1.0, [x, y], None), claimed(Variable(9.0), 1.0, [x], lambda x: 2 * x)
        ([6.0, 0.0], [6.0])
    """
    if analytic is not None:
        number(output)
        found = analytic(*[v.value for v in variables])
        return list(found) if isinstance(found, list | tuple) else [found]
    parts = backpropagate(output, weights)
    return [parts[v] if v in parts else array_namespace(v.value).zeros_like(v.value) for v in variables]


def worst_row(name: str, x: Any, found: Any, expected: Any, size: float) -> Row:
    """Compara dois gradientes elemento a elemento e guarda o pior.

    Examples:
        >>> worst_row("x", array([1.0, 1.0]), array([2.0, 3.0]), array([2.0, 4.0]), 1.0).error
        0.25
    """
    shape, own = (tuple(getattr(each, "shape", ())) for each in (found, x))
    if shape != own:
        raise ValueError(f"check_gradient: o gradiente de {name} tem forma {shape}, e ela tem forma {own}")
    floor = 10 * relative_step(x) * max(1.0, size)
    rows = []
    for place in places(x):
        g, d = (float(each[place] if hasattr(each, "shape") else each) for each in (found, expected))
        rows.append(Row(name, math.prod(shape), place, g, d, abs(g - d) / max(abs(g), abs(d), floor)))
    return Report(tuple(rows), 0.0).worst if rows else Row(name, 0, (), 0.0, 0.0, 0.0)
