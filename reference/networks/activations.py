r"""Funções de ativação: a curva por onde passa a soma de um neurônio.

Cada função está escrita uma vez e serve a três tipos de gente: um número do Python, um tensor nosso e um tensor de
qualquer biblioteca que siga o padrão Array API (o NumPy, por exemplo). Quem diz como se faz a conta é o *namespace* de
quem chega.
"""

import math
from types import SimpleNamespace
from typing import Any

from reference.operations import scalars
from reference.tensors.creation import asarray

# --8<-- [start:namespace]
NUMBERS = SimpleNamespace(
    abs=abs,
    exp=scalars.exp,
    tanh=math.tanh,
    where=lambda condition, x, y: x if condition else y,
    zeros_like=lambda x: type(x)(0),
    ones_like=lambda x: type(x)(1),
)
"""As operações de um tensor, para um número só."""


def namespace(x: Any) -> tuple[Any, Any]:
    """As operações que servem a `x`, e `x` como elas o entendem.

    Args:
        x: Número, lista ou tensor de qualquer biblioteca do padrão Array API.

    Returns:
        O *namespace* e o valor: um tensor fica como veio, um número fica número e uma lista vira um tensor nosso.

    Examples:
        >>> xp, x = namespace([1, 2, 3])
        >>> xp.abs(-x)
        array([1, 2, 3])
        >>> xp, x = namespace(-2.5)
        >>> xp.abs(x)
        2.5
    """
    if isinstance(x, int | float) and not hasattr(x, "__array_namespace__"):
        return NUMBERS, x
    tensor = x if hasattr(x, "__array_namespace__") else asarray(x)
    return tensor.__array_namespace__(), tensor


# --8<-- [end:namespace]


# --8<-- [start:linear]
def linear(x: Any) -> Any:
    r"""Linear (identidade): $f(x) = x$. É a ativação de quem responde com um valor qualquer, como um preço.

    Args:
        x: Número ou tensor.

    Returns:
        O próprio `x`.

    Examples:
        >>> linear(array([-2.0, 0.0, 3.0]))
        array([-2.,  0.,  3.])
    """
    return namespace(x)[1]


# --8<-- [end:linear]


# --8<-- [start:step]
def step(x: Any) -> Any:
    r"""Degrau: 1 se $x \ge 0$, 0 se $x < 0$.

    No zero vale 1, para concordar com a sigmoide: o degrau é 1 exatamente onde ela é pelo menos ½. O que não é número
    (`nan`) continua não sendo.

    Args:
        x: Número ou tensor.

    Returns:
        Zeros e uns, da forma e do tipo de `x`.

    Examples:
        >>> step(array([-2.0, 0.0, 3.0]))
        array([0., 1., 1.])

    [Notas: Função de ativação; Step function]
    """
    xp, x = namespace(x)
    return xp.where(x < 0, xp.zeros_like(x), xp.where(x >= 0, xp.ones_like(x), x))


# --8<-- [end:step]


# --8<-- [start:sigmoid]
def sigmoid(x: Any) -> Any:
    r"""Sigmoide: $\sigma(x) = \frac{1}{1 + e^{-x}}$, de 0 a 1.

    Vale para todo `x`. A fórmula escrita ao pé da letra estoura em $e^{710}$; multiplicada em cima e embaixo por $e^x$
    ela é $\frac{e^x}{1 + e^x}$, que serve aos negativos. Nas duas a exponencial é $e^{-|x|}$, que nunca passa de 1.

    Args:
        x: Número ou tensor; inteiros viram ponto flutuante.

    Returns:
        Valores de ponto flutuante da forma de `x`, de 0 a 1, certos até o último dígito ou o penúltimo, mesmo quando a
        resposta é minúscula.

    Examples:
        >>> sigmoid(7)
        0.9990889488055994
        >>> sigmoid(array([-1000.0, -2.0, 0.0, 2.0, 1000.0])).round(3)
        array([0.   , 0.119, 0.5  , 0.881, 1.   ])

    [Notas: Função de ativação; Sigmoide; Estabilidade numérica]
    """
    xp, x = namespace(x)
    x = 1.0 * x  # de uint8, o negativo daria a volta
    t = xp.exp(-xp.abs(x))
    return xp.where(x >= 0, xp.ones_like(t), t) / (1.0 + t)


# --8<-- [end:sigmoid]


# --8<-- [start:tanh]
def tanh(x: Any) -> Any:
    r"""Tangente hiperbólica: $\tanh x = \frac{e^x - e^{-x}}{e^x + e^{-x}} = 2\,\sigma(2x) - 1$, de −1 a 1.

    Args:
        x: Número ou tensor; inteiros viram ponto flutuante.

    Returns:
        Valores de ponto flutuante da forma de `x`, de −1 a 1.

    Examples:
        >>> tanh(array([-1000.0, -1.0, 0.0, 1.0, 1000.0])).round(3)
        array([-1.   , -0.762,  0.   ,  0.762,  1.   ])

    [Notas: Tangente hiperbólica]
    """
    xp, x = namespace(x)
    return xp.tanh(1.0 * x)


# --8<-- [end:tanh]


# --8<-- [start:relu]
def relu(x: Any) -> Any:
    r"""ReLU (unidade linear retificada): $\max(x, 0)$. O negativo vira zero, o resto passa.

    Args:
        x: Número ou tensor.

    Returns:
        Valores da forma e do tipo de `x`, de 0 para cima, sem limite.

    Examples:
        >>> relu(array([-3.0, 0.0, 7.0]))
        array([0., 0., 7.])
        >>> relu(-3)
        0

    [Notas: ReLU]
    """
    xp, x = namespace(x)
    return xp.where(x < 0, xp.zeros_like(x), x)


# --8<-- [end:relu]
