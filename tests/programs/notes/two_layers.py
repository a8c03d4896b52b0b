"""A cadeia de duas camadas das notas, de 4 entradas a 5 neurônios e destes a 2 saídas, com a semente 0."""

import reference as np


class LayerDense:
    """Camada densa: um neurônio por coluna, pesos normais de desvio 0,1, vieses zero."""

    def __init__(self, inputs: int, neurons: int) -> None:
        self.weights = 0.10 * np.random.randn(inputs, neurons)
        self.biases = np.zeros((1, neurons))

    def forward(self, batch: np.Tensor) -> None:
        """A saída do lote, que fica em `output`."""
        self.output = np.dot(batch, self.weights) + self.biases


np.random.seed(0)
X = np.array([[1.0, 2.0, 3.0, 2.5], [2.0, 5.0, -1.0, 2.0], [-1.5, 2.7, 3.3, -0.8]])
first, second = LayerDense(4, 5), LayerDense(5, 2)
first.forward(X)
second.forward(first.output)
print(first.output.round(8))
print(second.output.round(8))
