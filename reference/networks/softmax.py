r"""Softmax: de notas quaisquer a probabilidades, sem estourar.

$s_i = e^{z_i} / \sum_k e^{z_k}$. Somar o mesmo número a todas as notas não muda o resultado; por isso se subtrai a
maior antes, e a maior exponencial é $e^0$.
"""

from typing import Any

from reference.gradients.gates import Gate
from reference.gradients.graph import apply
from reference.operations.namespaces import array_namespace, as_floating, as_value


# --8<-- [start:softmax_gate]
class SoftmaxGate(Gate):
    r"""Porta da softmax: recebido $g$, repassa $s \odot (g - \sum_i g_i s_i)$.

    Cada nota mexe em todas as probabilidades: $\partial s_i/\partial z_j = s_i\,(\delta_{ij} - s_j)$.

    Args:
        axis: O eixo das classes.

    Examples:
        >>> gate = SoftmaxGate()
        >>> gate.forward(array([0.0, 0.0]))
        array([0.5, 0.5])
        >>> gate.gradient(0, array([1.0, 0.0]))
        array([ 0.25, -0.25])
    """

    __slots__ = ("axis",)

    def __init__(self, axis: int = -1) -> None:
        self.axis = axis

    def compute(self, z: Any) -> Any:
        r"""$e^{z - \max z} / \sum e^{z - \max z}$."""
        xp = array_namespace(z)
        z = as_floating(z)
        powers = xp.exp(z - xp.max(z, axis=self.axis, keepdims=True))
        return powers / xp.sum(powers, axis=self.axis, keepdims=True)

    def gradient(self, i: int, upstream: Any) -> Any:
        r"""$s \odot (g - \sum_i g_i s_i)$."""
        s = self.output
        return s * (upstream - array_namespace(s).sum(upstream * s, axis=self.axis, keepdims=True))
# --8<-- [end:softmax_gate]


# --8<-- [start:log_softmax_gate]
class LogSoftmaxGate(Gate):
    r"""Porta do logaritmo da softmax: recebido $g$, repassa $g - s \sum_i g_i$.

    Args:
        axis: O eixo das classes.

    Examples:
        >>> gate = LogSoftmaxGate()
        >>> gate.forward(array([0.0, 0.0])).round(4)
        array([-0.6931, -0.6931])
        >>> gate.gradient(0, array([1.0, 0.0])).round(4)
        array([ 0.5, -0.5])
    """

    __slots__ = ("axis",)

    def __init__(self, axis: int = -1) -> None:
        self.axis = axis

    def compute(self, z: Any) -> Any:
        r"""$z - \max z - \ln \sum e^{z - \max z}$."""
        xp = array_namespace(z)
        z = as_floating(z)
        shifted = z - xp.max(z, axis=self.axis, keepdims=True)
        return shifted - xp.log(xp.sum(xp.exp(shifted), axis=self.axis, keepdims=True))

    def gradient(self, i: int, upstream: Any) -> Any:
        r"""$g - s \sum_i g_i$."""
        xp = array_namespace(upstream)
        return upstream - xp.exp(self.output) * xp.sum(upstream, axis=self.axis, keepdims=True)
# --8<-- [end:log_softmax_gate]


def scores(name: str, z: Any) -> Any:
    """As notas como tensor ou variável, com pelo menos um eixo.

    Raises:
        ValueError: Se `z` for um número só.

    Examples:
        >>> scores("softmax", [3.0, 1.0])
        array([3., 1.])
    """
    z = as_value(z)
    if not getattr(z, "shape", ()):
        raise ValueError(f"{name}: as notas são um tensor, com um eixo de classes, e veio um número só")
    return z


# --8<-- [start:softmax]
def softmax(z: Any, *, axis: int = -1) -> Any:
    r"""Softmax: $s_i = \frac{e^{z_i}}{\sum_k e^{z_k}}$, de notas a probabilidades que somam 1.

    Args:
        z: Tensor ou variável de notas (*logits*); as classes ficam ao longo de `axis`.
        axis: O eixo das classes; o último, se não se diz.

    Returns:
        Probabilidades da forma de `z`: de 0 a 1, de soma 1 ao longo do eixo.

    Raises:
        ValueError: Se `z` for um número só: sem outras notas não há com o que comparar.

    Examples:
        >>> softmax([3.0, 1.0, 0.2]).round(4)
        array([0.836 , 0.1131, 0.0508])
        >>> softmax([1000.0, 1001.0, 1002.0]).round(4)
        array([0.09  , 0.2447, 0.6652])

    [Notas: Softmax; Estabilidade numérica]
    """
    return apply(SoftmaxGate(axis), scores("softmax", z))
# --8<-- [end:softmax]


# --8<-- [start:log_softmax]
def log_softmax(z: Any, *, axis: int = -1) -> Any:
    r"""Logaritmo da softmax: $z_i - \ln \sum_k e^{z_k}$, que não perde as probabilidades minúsculas.

    Args:
        z: Tensor ou variável de notas (*logits*).
        axis: O eixo das classes.

    Returns:
        Logaritmos de probabilidades, da forma de `z`: de menos infinito a 0.

    Raises:
        ValueError: Se `z` for um número só.

    Examples:
        >>> log_softmax([0.0, 1000.0])
        array([-1000.,     0.])
    """
    return apply(LogSoftmaxGate(axis), scores("log_softmax", z))
# --8<-- [end:log_softmax]
