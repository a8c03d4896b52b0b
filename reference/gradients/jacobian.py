r"""Jacobiana: a tabela das derivadas de cada saída em relação a cada entrada.

Uma função que dá vários números tem um gradiente por saída. Postos um embaixo do outro, eles são a jacobiana; e a regra
da cadeia, que para números é um produto, para vetores é o produto destas tabelas.
"""

import math
from collections.abc import Callable
from typing import Any

from reference.gradients.derivative import derivative, relative_step
from reference.gradients.gradient import Place, floating, places, with_element
from reference.gradients.graph import Variable
from reference.operations.namespaces import array_namespace, as_value, device_of


# --8<-- [start:jacobian]
def jacobian(f: Callable[[Any], Any], x: Any, step: float | None = None) -> Any:
    r"""Jacobiana por diferenças: $J_{ij} = \dfrac{\partial y_i}{\partial x_j}$, uma coluna por elemento da entrada.

    Args:
        f: Função de um tensor que dá um tensor ou um número.
        x: Tensor de ponto flutuante, de qualquer biblioteca do padrão Array API; ou lista.
        step: O passo relativo, como em `gradient`.

    Returns:
        Tensor da forma da saída seguida da forma da entrada: `(m, n)`, se `f` leva n números a m; a do gradiente, se
        `f` dá um número só.

    Raises:
        TypeError: Se `x` não for um tensor de ponto flutuante.

    Examples:
        >>> jacobian(lambda x: array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]) @ x, [1.0, 1.0]).round(6)
        array([[1., 2.],
               [3., 4.],
               [5., 6.]])

    [Notas: Jacobianas; Derivadas em cadeia]
    """
    x = floating("jacobian", x)
    if not hasattr(x, "shape"):
        raise TypeError("jacobian: x é um número; a derivada de uma função dele é derivative(f, x)")
    xp, y = array_namespace(x), output_like(f(x), x)
    shape = (*y.shape, *x.shape)
    if not math.prod(shape):
        return xp.zeros(shape, dtype=x.dtype, device=device_of(x))
    columns = [column(f, x, place, step or relative_step(x)) for place in places(x)]
    return xp.reshape(xp.stack(columns, axis=-1), shape)


def column(f: Callable[[Any], Any], x: Any, place: Place, step: float) -> Any:
    """Quanto muda cada saída quando só um elemento da entrada muda.

    Args:
        f: A função.
        x: O tensor.
        place: O índice do elemento que se move.
        step: O passo relativo, como em `gradient`.

    Examples:
        >>> column(lambda x: 3 * x, array([1.0, 2.0]), (1,), 1e-5).round(6)
        array([0., 3.])
    """
    size = step * max(1.0, abs(float(x[place])))
    return derivative(lambda value: output_like(f(with_element(x, place, value)), x), x[place], size)
# --8<-- [end:jacobian]


def output_like(y: Any, x: Any) -> Any:
    """A saída de uma função como tensor da mesma biblioteca que a entrada.

    Examples:
        >>> output_like(2.5, array([1.0]))
        array(2.5)
    """
    y = as_value(y.value if isinstance(y, Variable) else y)
    return y if hasattr(y, "shape") else array_namespace(x).asarray(y, dtype=x.dtype, device=device_of(x))


# --8<-- [start:score]
def score(u: Any, w: Any, b: Any, x: Any) -> Any:
    r"""Uma camada e um placar: $s = u^T h$, com $h = \tanh(z)$ e $z = W x + b$.

    Args:
        u: Vetor de forma (n,).
        w: Matriz de forma (n, m), uma linha por neurônio.
        b: Vetor de forma (n,).
        x: A entrada, de forma (m,).

    Returns:
        O placar, um número.

    Examples:
        >>> print(score(array([2.0, 3.0]), zeros((2, 3)), zeros(2), ones(3)))
        0.0

    [Notas: Computação com feed forward]
    """
    return u @ array_namespace(w).tanh(w @ x + b)
# --8<-- [end:score]


# --8<-- [start:score_gradients]
def score_gradients(u: Any, w: Any, b: Any, x: Any) -> tuple[Any, Any, Any, Any]:
    r"""Os quatro gradientes de `score`, todos a partir do sinal de erro local $\delta = u \odot f'(z)$.

    $$\frac{\partial s}{\partial u} = h \qquad \frac{\partial s}{\partial W} = \delta\,x^T \qquad
    \frac{\partial s}{\partial b} = \delta \qquad \frac{\partial s}{\partial x} = W^T \delta$$

    Args:
        u: Vetor de forma (n,).
        w: Matriz de forma (n, m).
        b: Vetor de forma (n,).
        x: A entrada, de forma (m,).

    Returns:
        Um gradiente por argumento, na ordem deles, cada um da forma do seu.

    Examples:
        >>> for g in score_gradients(array([2.0, 3.0]), zeros((2, 3)), zeros(2), ones(3)):
        ...     print(g.shape)
        (2,)
        (2, 3)
        (2,)
        (3,)

    [Notas: Jacobianas; Sinal de erro local]
    """
    xp = array_namespace(w)
    h = xp.tanh(w @ x + b)
    delta = u * (1 - h * h)
    outer = xp.reshape(delta, (-1, 1)) * xp.reshape(x, (1, -1))
    return h, outer, delta, xp.matrix_transpose(w) @ delta
# --8<-- [end:score_gradients]
