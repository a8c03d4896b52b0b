r"""A regra da cadeia: a derivada de uma conta feita em etapas é o produto das derivadas das etapas.

Uma etapa é um par: a função e a derivada dela. Uma cadeia de etapas também tem uma função e uma derivada, e por isso é
uma etapa. É tudo que o resto desta parte usa.
"""

from collections.abc import Callable, Sequence
from typing import Any

Step = tuple[Callable[[Any], Any], Callable[[Any], Any]]
"""Uma função de um número e a sua derivada."""


# --8<-- [start:forward]
def forward(steps: Sequence[Step], x: Any) -> list[Any]:
    """A ida: cada etapa recebe o que a anterior deu.

    Args:
        steps: As n etapas, na ordem em que se aplicam.
        x: O número que entra.

    Returns:
        Os n + 1 valores por que a conta passou: `x` é o primeiro, a resposta é o último.

    Examples:
        >>> double, square = (lambda x: 2 * x, lambda x: 2), (lambda x: x * x, lambda x: 2 * x)
        >>> forward([double, square], 3)
        [3, 6, 36]

    [Notas: Forward pass]
    """
    values = [x]
    for function, _ in steps:
        values.append(function(values[-1]))
    return values
# --8<-- [end:forward]


# --8<-- [start:backward]
def backward(steps: Sequence[Step], values: Sequence[Any], upstream: Any = 1) -> list[Any]:
    r"""A volta: do fim ao começo, cada etapa multiplica o que recebe pela sua derivada local.

    Args:
        steps: As n etapas.
        values: Os n + 1 valores da ida.
        upstream: Quanto o que vem depois da resposta muda por unidade dela; 1, se não vem nada.

    Returns:
        Um gradiente por valor: quanto a resposta muda por unidade de cada um. O primeiro é $\frac{dy}{dx}$.

    Raises:
        ValueError: Se não houver um valor a mais do que as etapas.

    Examples:
        >>> double, square = (lambda x: 2 * x, lambda x: 2), (lambda x: x * x, lambda x: 2 * x)
        >>> backward([double, square], [3, 6, 36])
        [24, 12, 1]

    [Notas: Backpropagation; Regra da cadeia]
    """
    if len(values) != len(steps) + 1:
        raise ValueError(f"backward: {len(steps)} etapas passam por {len(steps) + 1} valores, e há {len(values)}")
    gradients = [upstream]
    for (_, derivative), x in zip(reversed(steps), reversed(values[:-1])):
        gradients.append(gradients[-1] * derivative(x))
    return gradients[::-1]
# --8<-- [end:backward]


# --8<-- [start:chain]
def chain(*steps: Step) -> Step:
    r"""Uma cadeia de etapas, que é outra etapa: $(f \circ g)'(x) = f'(g(x))\,g'(x)$.

    Args:
        *steps: As etapas, da primeira que se aplica à última.

    Returns:
        A função composta e a derivada dela.

    Examples:
        >>> double, square = (lambda x: 2 * x, lambda x: 2), (lambda x: x * x, lambda x: 2 * x)
        >>> function, derivative = chain(double, square)
        >>> function(3), derivative(3)
        (36, 24)

    [Notas: Regra da cadeia]
    """
    return (
        lambda x: forward(steps, x)[-1],
        lambda x: backward(steps, forward(steps, x))[0],
    )
# --8<-- [end:chain]
