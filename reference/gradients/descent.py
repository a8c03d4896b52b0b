r"""Descida do gradiente: olhe a inclinação sob os pés, dê um passo morro abaixo, repita.

O gradiente aponta para onde a função mais cresce. Quem quer subir anda com ele; quem quer descer, contra. O tamanho do
passo é a inclinação vezes a **taxa de aprendizagem**, e quase tudo o que dá errado está nela.
"""

import math
from collections.abc import Callable
from typing import Any

from reference.operations.namespaces import array_namespace, as_value


# --8<-- [start:gradient_descent]
def gradient_descent(
    slope: Callable[[Any], Any], start: Any, learning_rate: float, steps: int = 100, tolerance: float = 0.0
) -> list[Any]:
    r"""Descida do gradiente: $x_{k+1} = x_k - \alpha\,\nabla f(x_k)$.

    Args:
        slope: O gradiente de `f`: função de um ponto.
        start: De onde se parte: número ou tensor.
        learning_rate: A taxa de aprendizagem $\alpha$.
        steps: Quantos passos, no máximo.
        tolerance: Para quando nenhuma derivada parcial passa disto, em módulo, ou quando alguma deixa de ser finita.

    Returns:
        O caminho: o ponto de partida e o de depois de cada passo.

    Raises:
        ValueError: Se a taxa não for positiva e finita, ou se o número de passos for negativo.

    Examples:
        >>> gradient_descent(lambda x: 2 * x, 8.0, 0.25, steps=3)
        [8.0, 4.0, 2.0, 1.0]

    [Notas: Gradiente descendente; Otimização baseada em gradiente]
    """
    check_walk("gradient_descent", learning_rate, steps)
    x = as_value(start)
    path = [x]
    for _ in range(steps):
        g = slope(x)
        if not tolerance < steepness(g) < math.inf:
            break
        x = x - learning_rate * g
        path.append(x)
    return path
# --8<-- [end:gradient_descent]


# --8<-- [start:gradient_ascent]
def gradient_ascent(
    slope: Callable[[Any], Any], start: Any, learning_rate: float, steps: int = 100, tolerance: float = 0.0
) -> list[Any]:
    r"""Subida do gradiente, $x_{k+1} = x_k + \alpha\,\nabla f(x_k)$: descer $-f$ é subir $f$.

    Args:
        slope: O gradiente de `f`: função de um ponto.
        start: De onde se parte: número ou tensor.
        learning_rate: A taxa de aprendizagem $\alpha$.
        steps: Quantos passos, no máximo.
        tolerance: Para quando nenhuma derivada parcial passa disto, em módulo.

    Returns:
        O caminho, como em `gradient_descent`.

    Examples:
        >>> gradient_ascent(lambda x: -2 * x, -4.0, 0.5, steps=3)
        [-4.0, 0.0]

    [Notas: O gradiente; Taxa de aprendizagem]
    """
    return gradient_descent(lambda x: -slope(x), start, learning_rate, steps, tolerance)
# --8<-- [end:gradient_ascent]


def steepness(g: Any) -> float:
    """A maior derivada parcial, em módulo; `nan`, se alguma é.

    Examples:
        >>> steepness(-3.0), steepness(array([1.0, -2.0]))
        (3.0, 2.0)
    """
    return float(array_namespace(g).max(abs(g)) if hasattr(g, "shape") else abs(g))


def check_walk(operation: str, learning_rate: float, steps: int) -> None:
    """Recusa uma taxa que não anda e um número de passos que não há.

    Examples:
        >>> check_walk("gradient_descent", 0.1, 10)
    """
    if not 0 < learning_rate < math.inf:
        raise ValueError(f"{operation}: a taxa de aprendizagem precisa ser positiva e finita, e é {learning_rate}")
    if steps < 0:
        raise ValueError(f"{operation}: o número de passos não pode ser negativo, e é {steps}")


# --8<-- [start:line]
def line_cost(w: float, b: float, x: Any, y: Any) -> float:
    r"""Custo de uma reta, a média das perdas: $C = \frac1n \sum_i \tfrac12 (\hat y_i - y_i)^2$, com $\hat y = w x + b$.

    Args:
        w: A inclinação da reta.
        b: A altura dela em $x = 0$.
        x: As entradas: um número, lista ou vetor de forma (n,).
        y: As respostas certas, como `x`.

    Examples:
        >>> print(f"{line_cost(0.7, 6.0, 177.0, 88.2):.3f}")
        869.445

    [Notas: Função de perda; Função de custo]
    """
    error = w * as_value(x) + b - as_value(y)
    return mean(error * error / 2)


def line_gradient(w: float, b: float, x: Any, y: Any) -> tuple[float, float]:
    r"""Gradiente do custo da reta: $\frac{\partial C}{\partial w}$, a média de $(\hat y - y)\,x$, e
    $\frac{\partial C}{\partial b}$, a média de $\hat y - y$.

    Args:
        w: A inclinação da reta.
        b: A altura dela em $x = 0$.
        x: As entradas: um número, lista ou vetor de forma (n,).
        y: As respostas certas, como `x`.

    Examples:
        >>> dw, db = line_gradient(0.7, 6.0, 177.0, 88.2)
        >>> print(f"{dw:.1f} {db:.1f}")
        7380.9 41.7

    [Notas: Função de perda]
    """
    x = as_value(x)
    error = w * x + b - as_value(y)
    return mean(error * x), mean(error)
# --8<-- [end:line]


# --8<-- [start:fit_line]
def fit_line(
    x: Any, y: Any, w: float, b: float, learning_rate: float, epochs: int
) -> list[tuple[float, float, float]]:
    r"""Ajusta uma reta por descida do gradiente; uma **época** é uma passada por todas as amostras.

    Args:
        x: As entradas: um número, lista ou vetor de forma (n,).
        y: As respostas certas, como `x`.
        w: A inclinação de partida.
        b: O viés de partida.
        learning_rate: A taxa de aprendizagem.
        epochs: Quantas épocas.

    Returns:
        A história, uma linha por época e a de partida: `(w, b, custo)`.

    Raises:
        ValueError: Se a taxa não for positiva e finita, ou se o número de épocas for negativo.

    Examples:
        >>> w, b, cost = fit_line([-1.0, 1.0], [2.0, 4.0], 0.0, 0.0, 0.5, epochs=20)[-1]
        >>> print(f"{w:.3f} {b:.3f}")
        1.000 3.000

    [Notas: Função de custo; Regressão linear]
    """
    check_walk("fit_line", learning_rate, epochs)
    history = [(w, b, line_cost(w, b, x, y))]
    for _ in range(epochs):
        dw, db = line_gradient(w, b, x, y)
        w, b = w - learning_rate * dw, b - learning_rate * db
        history.append((w, b, line_cost(w, b, x, y)))
    return history
# --8<-- [end:fit_line]


def mean(values: Any) -> float:
    """Média dos elementos de um tensor; de um número, ele mesmo.

    Examples:
        >>> mean(array([1.0, 2.0])), mean(5.0)
        (1.5, 5.0)
    """
    return float(array_namespace(values).mean(values) if hasattr(values, "shape") else values)
