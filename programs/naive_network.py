r"""A rede ingênua das notas, com o laço que faltava: camadas, pilha, lotes, e o passo de treino.

    python3 -m programs.naive_network      separa duas luas: menos de um segundo
    python3 -m programs.naive_network --mnist      784-512-10 em 6.000 imagens do MNIST: uns minutos

As notas param na pilha de camadas e no gerador de lotes. O treino são mais quatro linhas: ida, custo, volta e
atualização.
"""

import argparse
import sys
from collections.abc import Callable
from typing import Any

from reference.data.batches import BatchGenerator
from reference.data.mnist import load_data
from reference.data.moons import make_moons
from reference.gradients.functions import matmul
from reference.gradients.graph import Variable, gradients
from reference.networks.activations import relu
from reference.networks.losses import cost, sparse_categorical_crossentropy
from reference.networks.softmax import softmax
from reference.random import RandomState
from reference.tensors.creation import zeros
from reference.tensors.tensor import Tensor


# --8<-- [start:layers]
class NaiveDense:
    """Camada densa: pesos de 0 a 0,1, vieses zero, e uma ativação.

    Args:
        input_size: Quantos números tem cada amostra.
        output_size: Quantos neurônios.
        activation: A função de ativação.
        random: De onde sortear os pesos.

    Examples:
        >>> layer = NaiveDense(3, 2, relu, RandomState(0))
        >>> [w.shape for w in layer.weights]
        [(3, 2), (2,)]

    [Notas: NaiveDense]
    """

    def __init__(
        self, input_size: int, output_size: int, activation: Callable[[Any], Any], random: RandomState
    ) -> None:
        self.activation = activation
        self.W = Variable(random.uniform(0, 0.1, (input_size, output_size)))
        self.b = Variable(zeros(output_size))

    def __call__(self, inputs: Any) -> Any:
        """A conta da camada."""
        return self.activation(matmul(inputs, self.W) + self.b)

    @property
    def weights(self) -> list[Variable]:
        """Os pesos e os vieses."""
        return [self.W, self.b]


class NaiveSequential:
    """Camadas em fila.

    [Notas: NaiveSequential]
    """

    def __init__(self, layers: list[NaiveDense]) -> None:
        self.layers = layers

    def __call__(self, inputs: Any) -> Any:
        """O lote atravessa as camadas, uma a uma."""
        outputs = inputs
        for layer in self.layers:
            outputs = layer(outputs)
        return outputs

    @property
    def weights(self) -> list[Variable]:
        """Os pesos de todas as camadas."""
        return [w for layer in self.layers for w in layer.weights]
# --8<-- [end:layers]


# --8<-- [start:step]
def one_training_step(model: NaiveSequential, x: Any, y: Any, rate: float) -> float:
    """Ida, custo, volta, atualização: o que faltava. Devolve o custo de antes da atualização."""
    loss = cost(sparse_categorical_crossentropy, y, model(x))
    for w, slope in zip(model.weights, gradients(loss, model.weights)):
        w.value = w.value - rate * slope
    return float(loss.value)


def fit(
    model: NaiveSequential, x: Any, y: Any, epochs: int, batch_size: int, rate: float, seed: int = 0
) -> list[float]:
    """Treina: todas as amostras, em lotes, `epochs` vezes; devolve o custo médio de cada época."""
    generator, history = BatchGenerator(x, y, batch_size, seed), []
    for _ in range(epochs):
        costs = [one_training_step(model, x_batch, y_batch, rate) for x_batch, y_batch in generator]
        history.append(sum(costs) / len(costs))
    return history
# --8<-- [end:step]


def accuracy(model: NaiveSequential, x: Any, y: Any) -> float:
    """Que parte das amostras recebe a maior probabilidade na classe certa."""
    return float((model(x).value.argmax(axis=-1) == y).mean())


# --8<-- [start:programs]
def moons() -> tuple[NaiveSequential, Tensor, Tensor, list[float]]:
    """Duas luas, rede 2-16-2."""
    x, y = make_moons(100, noise=0.1)
    random = RandomState(0)
    model = NaiveSequential([NaiveDense(2, 16, relu, random), NaiveDense(16, 2, softmax, random)])
    return model, x, y, fit(model, x, y, epochs=60, batch_size=20, rate=1.0)


def digits(images: int = 6000) -> tuple[NaiveSequential, Tensor, Tensor, list[float]]:
    """A rede das notas, 784-512-10, nas primeiras imagens do MNIST; devolve as de teste."""
    (x, y), (x_test, y_test) = load_data()
    x, x_test = (part.reshape((part.shape[0], -1)).astype("float32") / 255 for part in (x[:images], x_test[:1000]))
    random = RandomState(0)
    model = NaiveSequential([NaiveDense(x.shape[1], 512, relu, random), NaiveDense(512, 10, softmax, random)])
    history = fit(model, x, y[:images], epochs=2, batch_size=128, rate=0.1)
    return model, x_test, y_test[:1000], history
# --8<-- [end:programs]


def main(arguments: list[str]) -> int:
    """O programa; devolve o código de saída."""
    parser = argparse.ArgumentParser(prog="python3 -m programs.naive_network", description="A rede ingênua das notas.")
    parser.add_argument("--mnist", action="store_true", help="treina nas imagens do MNIST, em vez das luas")
    options = parser.parse_args(arguments)
    try:
        model, x, y, history = digits() if options.mnist else moons()
    except (OSError, ValueError) as problem:
        print(problem, file=sys.stderr)
        return 1
    print(f"custo: {history[0]:.3f} na primeira época, {history[-1]:.3f} na última")
    print(f"acerto: {accuracy(model, x, y):.1%}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
