r"""O neurônio artificial: uma soma ponderada que passa por uma curva.

$z = \sum_i x_i\,w_i + b$ e $a = f(z)$. É tudo: o resto do livro é o que se faz com muitos destes e como se acham bons
pesos.
"""

from collections.abc import Callable, Sequence
from typing import Any

from reference.networks.activations import sigmoid
from reference.operations.namespaces import as_value, shape_of


# --8<-- [start:weighted_sum]
def weighted_sum(inputs: Sequence[Any], weights: Sequence[Any], bias: Any = 0.0) -> Any:
    r"""Soma ponderada, parcela por parcela: $z = \sum_i x_i\,w_i + b$.

    Args:
        inputs: As n entradas: lista ou vetor de números.
        weights: Os n pesos, um por entrada.
        bias: O viés.

    Returns:
        A pré-ativação $z$, um número.

    Raises:
        ValueError: Se não houver um peso por entrada.

    Examples:
        >>> weighted_sum([80, 3], [0.1, 2.0], -12.0)
        2.0

    [Notas: Neurônio artificial; Anatomia de um neurônio; Pesos; Bias]
    """
    if len(inputs) != len(weights):
        raise ValueError(f"weighted_sum: um peso por entrada; há {len(inputs)} entradas e {len(weights)} pesos")
    total = 0
    for x_i, w_i in zip(inputs, weights):
        total += x_i * w_i
    return total + bias


# --8<-- [end:weighted_sum]


# --8<-- [start:Neuron]
class Neuron:
    r"""Neurônio artificial: $a = f(\mathbf{x} \cdot \mathbf{w} + b)$.

    Args:
        weights: Os n pesos, um por entrada: lista ou vetor.
        bias: O viés.
        activation: A função de ativação $f$.

    Raises:
        ValueError: Se `weights` não for um vetor.

    Examples:
        >>> neuron = Neuron([0, 1], 4)
        >>> print(neuron)
        pesos: [0 1] | viés: 4 | ativação: sigmoid
        >>> neuron.feedforward([2, 3])
        np.float64(0.9990889488055994)

    [Notas: Codificando um neurônio]
    """

    def __init__(self, weights: Any, bias: Any = 0.0, activation: Callable[[Any], Any] = sigmoid) -> None:
        self.weights = as_value(weights)
        self.bias, self.activation = bias, activation
        shape = shape_of(self.weights)
        if len(shape) != 1:
            raise ValueError(f"Neuron: os pesos de um neurônio são um vetor, e a forma destes é {shape}")

    def preactivation(self, inputs: Any) -> Any:
        r"""Pré-ativação: $z = \mathbf{x} \cdot \mathbf{w} + b$, o produto escalar mais o viés.

        Args:
            inputs: Uma amostra, de forma (n,), ou um lote de m amostras, de forma (m, n): uma por linha.

        Returns:
            Um número ou, de um lote, um vetor de forma (m,).

        Raises:
            ValueError: Se cada amostra não tiver um valor por peso.

        Examples:
            >>> Neuron([0.1, 2.0], -12.0).preactivation([80, 3])
            np.float64(2.0)
        """
        x = as_value(inputs)
        if shape_of(x)[-1:] != self.weights.shape:
            raise ValueError(
                f"Neuron: cada amostra tem de ter um valor por peso; a entrada tem forma {shape_of(x)} e há "
                f"{self.weights.shape[0]} pesos"
            )
        return x @ self.weights + self.bias

    def feedforward(self, inputs: Any) -> Any:
        """Ativação: a função de ativação aplicada à pré-ativação.

        Args:
            inputs: Uma amostra, de forma (n,), ou um lote, de forma (m, n).

        Returns:
            Um número ou, de um lote, um vetor de forma (m,): a resposta a cada amostra.

        Raises:
            ValueError: Se cada amostra não tiver um valor por peso.

        Examples:
            >>> neuron = Neuron([0.1, 2.0], -12.0)
            >>> neuron.feedforward([[80, 3], [80, 2], [60, 2]]).round(3)
            array([0.881, 0.5  , 0.119])
        """
        return self.activation(self.preactivation(inputs))

    def __str__(self) -> str:
        activation = getattr(self.activation, "__name__", self.activation)
        return f"pesos: {self.weights} | viés: {self.bias} | ativação: {activation}"


# --8<-- [end:Neuron]
