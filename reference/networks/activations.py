r"""Funções de ativação: a curva por onde passa a soma de um neurônio, cada uma com a sua derivada ao lado.

Cada função está escrita uma vez e serve a todos: um número do Python, um tensor nosso, um tensor de qualquer biblioteca
que siga o padrão Array API (o NumPy, por exemplo) e uma variável de um grafo. Quem diz como se faz a conta é o
*namespace* de quem chega; a derivada, na linha de cima de cada uma, recebe a entrada $x$ e a saída $y$.
"""

import math
from collections.abc import Callable
from functools import wraps
from typing import Any

from reference.gradients.gates import ONE
from reference.gradients.graph import differentiable
from reference.networks.softmax import log_softmax, softmax
from reference.operations.namespaces import array_namespace, as_floating, as_value

Function = Callable[..., Any]
ACTIVATIONS: dict[str, Function] = {"softmax": softmax, "log_softmax": log_softmax}
"""As funções de ativação, pelo nome que o Keras lhes dá."""


# --8<-- [start:activation]
def activation(derivative: Function) -> Callable[[Function], Function]:
    """Decorador: a função aceita também listas e variáveis, e passa a ser conhecida pelo nome.

    Args:
        derivative: A derivada, da entrada e da saída: `lambda x, y: …`; recebe também as opções da função.

    Examples:
        >>> sigmoid([0.0, 0.0]), get("sigmoid") is sigmoid
        (array([0.5, 0.5]), True)
    """

    def teach(function: Function) -> Function:
        @wraps(function)
        def of_values(x: Any, **options: Any) -> Any:
            return function(as_value(x), **options)

        taught = differentiable(derivative)(of_values)
        ACTIVATIONS[function.__name__] = taught
        return taught

    return teach


# --8<-- [end:activation]


def get(activation: Function | str | None) -> Function:
    """Função de ativação pelo nome (`"relu"`); uma função é ela mesma, e `None` é a linear.

    Raises:
        ValueError: Se não houver função com esse nome.

    Examples:
        >>> get("relu") is relu, get(None) is linear
        (True, True)
    """
    if activation is None:
        return linear
    if callable(activation):
        return activation
    if activation not in ACTIVATIONS:
        known = ", ".join(sorted(ACTIVATIONS))
        raise ValueError(f"activation: não há função de ativação {activation!r}; há {known}")
    return ACTIVATIONS[activation]


# --8<-- [start:linear]
@activation(lambda x, y: ONE)
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
    return x


# --8<-- [end:linear]


# --8<-- [start:step]
@activation(lambda x, y: array_namespace(x).zeros_like(x))
def step(x: Any) -> Any:
    r"""Degrau: 1 se $x \ge 0$, 0 se $x < 0$; a derivada é 0, e por isso não se aprende com ele.

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
    xp = array_namespace(x)
    return xp.where(x < 0, xp.zeros_like(x), xp.where(x >= 0, xp.ones_like(x), x))


# --8<-- [end:step]


# --8<-- [start:sigmoid]
@activation(lambda x, y: y * (1 - y))
def sigmoid(x: Any) -> Any:
    r"""Sigmoide: $\sigma(x) = \frac{1}{1 + e^{-x}}$, de 0 a 1; $\sigma'(x) = \sigma(x)\,(1 - \sigma(x))$.

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
    xp = array_namespace(x)
    x = as_floating(x)
    t = xp.exp(-xp.abs(x))
    return xp.where(x >= 0, xp.ones_like(t), t) / (1.0 + t)


# --8<-- [end:sigmoid]


# --8<-- [start:tanh]
@activation(lambda x, y: 1 - y * y)
def tanh(x: Any) -> Any:
    r"""Tangente hiperbólica: $\tanh x = \frac{e^x - e^{-x}}{e^x + e^{-x}}$, de −1 a 1; $\tanh' x = 1 - \tanh^2 x$.

    É uma sigmoide esticada: $\tanh x = 2\,\sigma(2x) - 1$.

    Args:
        x: Número ou tensor; inteiros viram ponto flutuante.

    Returns:
        Valores de ponto flutuante da forma de `x`, de −1 a 1.

    Examples:
        >>> tanh(array([-1000.0, -1.0, 0.0, 1.0, 1000.0])).round(3)
        array([-1.   , -0.762,  0.   ,  0.762,  1.   ])

    [Notas: Tangente hiperbólica]
    """
    return array_namespace(x).tanh(as_floating(x))


# --8<-- [end:tanh]


# --8<-- [start:hardtanh]
@activation(lambda x, y: array_namespace(y).sign(1 - array_namespace(y).abs(y)))
def hardtanh(x: Any) -> Any:
    r"""Tangente hiperbólica rígida: $\max(-1, \min(1, x))$; a derivada é 1 entre −1 e 1, e 0 fora.

    Args:
        x: Número ou tensor.

    Returns:
        Valores da forma e do tipo de `x`, de −1 a 1.

    Examples:
        >>> hardtanh(array([-3.0, 0.5, 3.0]))
        array([-1. ,  0.5,  1. ])

    [Notas: hardTanh]
    """
    xp = array_namespace(x)
    one = xp.ones_like(x)
    return xp.where(x > 1, one, xp.where(x < -1, -one, x))


# --8<-- [end:hardtanh]


# --8<-- [start:relu]
@activation(lambda x, y: array_namespace(y).sign(y))
def relu(x: Any) -> Any:
    r"""ReLU (unidade linear retificada): $\max(x, 0)$. O negativo vira zero, o resto passa.

    A derivada é 1 à direita do zero e 0 à esquerda. No zero não há derivada; vale 0, por convenção.

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
    xp = array_namespace(x)
    return xp.where(x < 0, xp.zeros_like(x), x)


# --8<-- [end:relu]


# --8<-- [start:leaky_relu]
@activation(lambda x, y, negative_slope=0.01: slope_or_one(x, negative_slope))
def leaky_relu(x: Any, *, negative_slope: float = 0.01) -> Any:
    r"""ReLU com vazamento: $x$ se $x \ge 0$, $a\,x$ se $x < 0$. O negativo ainda passa um pouco.

    Args:
        x: Número ou tensor.
        negative_slope: A inclinação $a$ à esquerda do zero. A das notas e do PyTorch é 0,01; a do Keras, 0,2.

    Returns:
        Valores da forma de `x`.

    Examples:
        >>> leaky_relu(array([-3.0, 0.0, 7.0]))
        array([-0.03,  0.  ,  7.  ])

    [Notas: Leaky ReLU]
    """
    return array_namespace(x).where(x < 0, negative_slope * x, x)


# --8<-- [end:leaky_relu]


def slope_or_one(x: Any, slope: float) -> Any:
    """1 onde $x > 0$, `slope` no resto.

    Examples:
        >>> slope_or_one(array([-2.0, 0.0, 3.0]), 0.25)
        array([0.25, 0.25, 1.  ])
    """
    xp = array_namespace(x)
    one = xp.ones_like(x)
    return xp.where(x > 0, one, slope * one)


# --8<-- [start:elu]
@activation(lambda x, y, alpha=1.0: array_namespace(x).where(x > 0, array_namespace(x).ones_like(y), y + alpha))
def elu(x: Any, *, alpha: float = 1.0) -> Any:
    r"""ELU: $x$ se $x > 0$, $\alpha\,(e^x - 1)$ se $x \le 0$, de derivada 1 ou $\alpha\,e^x$.

    Args:
        x: Número ou tensor; inteiros viram ponto flutuante.
        alpha: O valor, com sinal trocado, para onde a curva vai à esquerda.

    Returns:
        Valores da forma de `x`, de $-\alpha$ para cima.

    Examples:
        >>> elu(array([-1000.0, -1.0, 0.0, 2.0])).round(3)
        array([-1.   , -0.632,  0.   ,  2.   ])
    """
    xp = array_namespace(x)
    x = as_floating(x)
    return xp.where(x > 0, x, alpha * xp.expm1(xp.where(x > 0, xp.zeros_like(x), x)))


# --8<-- [end:elu]


# --8<-- [start:softplus]
@activation(lambda x, y: sigmoid(x))
def softplus(x: Any) -> Any:
    r"""Softplus: $\ln(1 + e^x)$, uma ReLU de canto redondo, cuja derivada é a sigmoide.

    Calcula-se como $\max(x, 0) + \ln(1 + e^{-|x|})$, que é a mesma conta com uma exponencial que não estoura.

    Args:
        x: Número ou tensor; inteiros viram ponto flutuante.

    Returns:
        Valores da forma de `x`, de 0 para cima.

    Examples:
        >>> softplus(array([-1000.0, 0.0, 20.0])).round(3)
        array([ 0.   ,  0.693, 20.   ])
    """
    xp = array_namespace(x)
    x = as_floating(x)
    return relu(x) + xp.log1p(xp.exp(-xp.abs(x)))


# --8<-- [end:softplus]


# --8<-- [start:gelu]
@activation(lambda x, y: gelu_slope(x))
def gelu(x: Any) -> Any:
    r"""GELU: $x\,\sigma(2u)$, em que $u = \sqrt{2/\pi}\,(x + 0{,}044715\,x^3)$: a nota, vezes o quanto ela é grande.

    É a forma com tanh, $\frac{x}{2}(1 + \tanh u)$, já que $\frac{1 + \tanh u}{2} = \sigma(2u)$. A exata usa a função
    erro, que o padrão Array API não tem; as duas não diferem em 0,0005 em ponto nenhum.

    Args:
        x: Número ou tensor; inteiros viram ponto flutuante.

    Returns:
        Valores da forma de `x`, de −0,17 para cima.

    Examples:
        >>> gelu(array([-1.0, 0.0, 1.0])).round(4)
        array([-0.1588,  0.    ,  0.8412])
    """
    return x * sigmoid(SQRT_8_PI * (x + 0.044715 * x * x * x))


# --8<-- [end:gelu]


SQRT_8_PI = math.sqrt(8 / math.pi)


def gelu_slope(x: Any) -> Any:
    r"""$s + x\,s\,(1 - s)\sqrt{8/\pi}\,(1 + 0{,}134145\,x^2)$, em que $s$ é a sigmoide da GELU.

    Examples:
        >>> gelu_slope(0.0)
        0.5
    """
    s = sigmoid(SQRT_8_PI * (x + 0.044715 * x * x * x))
    return s + x * s * (1.0 - s) * SQRT_8_PI * (1.0 + 0.134145 * x * x)
