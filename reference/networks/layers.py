r"""Camadas: neurônios lado a lado, que recebem o mesmo lote e respondem de uma vez.

Uma camada densa é a conta do neurônio com matrizes: $A = f(X W + \mathbf{b})$, uma amostra por linha de $X$, um
neurônio por coluna de $W$. Os pesos nascem quando a camada vê a forma da entrada, e são variáveis: os gradientes chegam
até elas.
"""

import math
from typing import Any, ClassVar

from reference.gradients.functions import matmul, reshape
from reference.gradients.graph import Variable
from reference.networks import activations, initializers, regularization
from reference.networks.losses import value_of
from reference.networks.neuron import weighted_sum
from reference.operations.namespaces import array_namespace, moved
from reference.random import RandomState
from reference.tensors.creation import zeros
from reference.tensors.tensor import Tensor

Shape = tuple[int, ...]


# --8<-- [start:naive_dense]
def naive_dense(x: Tensor, w: Tensor, b: Tensor) -> Tensor:
    r"""Uma camada, neurônio por neurônio: $z_{ij} = \sum_k x_{ik}\,w_{kj} + b_j$.

    Args:
        x: Lote, de forma (m, n): uma amostra por linha.
        w: Pesos, de forma (n, units): um neurônio por coluna.
        b: Vieses, de forma (units,): um por neurônio.

    Returns:
        Tensor de forma (m, units): as respostas de todos os neurônios a uma amostra, por linha.

    Examples:
        >>> naive_dense(array([[1.0, 2.0]]), array([[1.0, 10.0], [1.0, 10.0]]), array([0.0, 5.0]))
        array([[ 3., 35.]])

    [Notas: Camada densa; NaiveDense]
    """
    z = zeros((x.shape[0], w.shape[1]))
    for i, sample in enumerate(x):
        for j in range(w.shape[1]):
            z[i, j] = weighted_sum(sample, w[:, j], b[j])
    return z
# --8<-- [end:naive_dense]


# --8<-- [start:Layer]
class Layer:
    """Camada: algo que transforma um lote, com pesos que se treinam ou sem peso nenhum.

    Quem cria uma camada escreve `call`, a conta. Se ela tem pesos, também `build`, que os faz nascer com `add_weight`;
    se muda a forma do lote, `output_shape`.

    Args:
        name: Nome, para relatórios e arquivos; sem ele, o da classe, em minúsculas.
        input_shape: Forma de uma amostra, sem o eixo do lote; só faz falta na primeira camada, e só para que os pesos
            nasçam antes dos dados.
        trainable: Se os pesos mudam no treino.

    Examples:
        >>> class Double(Layer):
        ...     def call(self, x, training=False):
        ...         return x * 2
        >>> Double()(array([[1.0, 2.0]]))
        array([[2., 4.]])
    """

    kinds: ClassVar[dict[str, type["Layer"]]] = {}

    def __init_subclass__(cls) -> None:
        Layer.kinds[cls.__name__] = cls  # quem lê um arquivo acha a classe pelo nome

    def __init__(self, *, name: str = "", input_shape: Shape | None = None, trainable: bool = True) -> None:
        self.name = name or type(self).__name__.lower()
        self.input_shape = None if input_shape is None else tuple(input_shape)
        self.trainable = trainable
        self.built = False
        self.weights: list[Variable] = []

    def build(self, shape: Shape, random: RandomState) -> None:
        """Faz nascer os pesos.

        Args:
            shape: Forma de uma amostra, sem o eixo do lote.
            random: De onde sortear.
        """

    def call(self, x: Any, training: bool = False) -> Any:
        """A conta da camada.

        Args:
            x: Lote, tensor ou variável, de forma (m, …).
            training: Se é treino; algumas camadas só agem nele.
        """
        return x

    def output_shape(self, shape: Shape) -> Shape:
        """Forma de uma amostra na saída, dada a da entrada."""
        return shape

    def penalty(self) -> Any:
        """A multa que a camada cobra dos seus pesos, somada ao custo; zero, se não cobra."""
        return 0

    def add_weight(
        self, name: str, shape: Shape, initializer: Any, random: RandomState, trainable: bool = True
    ) -> Variable:
        """Um peso novo, sorteado, desta camada."""
        value = initializers.get(initializer)(shape, random)
        weight = Variable(value, trainable=trainable, name=f"{self.name}/{name}")
        self.weights.append(weight)
        return weight

    def build_once(self, shape: Shape, random: RandomState) -> Shape:
        """Faz nascer os pesos, se ainda não nasceram; devolve a forma da saída."""
        if not self.built:
            self.build(shape, random)
            self.built = True
        return self.output_shape(shape)

    def __call__(self, x: Any, training: bool = False) -> Any:
        """A conta, depois de nascidos os pesos."""
        if not self.built:
            self.build_once(tuple(x.shape[1:]), RandomState())
        return self.call(x, training)

    @property
    def trainable_weights(self) -> list[Variable]:
        """Os pesos que o treino muda."""
        return [w for w in self.weights if w.trainable] if self.trainable else []

    def count_params(self) -> int:
        """Quantos números há nos pesos."""
        return sum(math.prod(w.shape) for w in self.weights)

    def get_config(self) -> dict[str, Any]:
        """O que é preciso para fazer outra igual, em dados simples."""
        return {"name": self.name, "input_shape": self.input_shape, "trainable": self.trainable}

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.name}>"
# --8<-- [end:Layer]


class Dense(Layer):
    r"""Camada densa: $A = f(X W + \mathbf{b})$, em que toda entrada alimenta todo neurônio.

    Args:
        units: Quantos neurônios.
        activation: Função de ativação, ou o nome dela; a linear, se não se diz.
        use_bias: Se há vieses.
        kernel_initializer: Como nascem os pesos $W$, de forma (n, units).
        bias_initializer: Como nascem os vieses $\mathbf{b}$, de forma (units,).
        kernel_regularizer: Multa sobre os pesos, como `L2(0.01)`, ou o nome dela (`"l2"`).
        **options: As opções de `Layer`.

    Raises:
        ValueError: Se `units` não for um inteiro, ao menos 1.

    Examples:
        >>> layer = Dense(2, activation="relu", kernel_initializer="ones")
        >>> layer(array([[1.0, 2.0, -4.0], [1.0, 2.0, 3.0]])).value
        array([[0., 0.],
               [6., 6.]])
        >>> [w.shape for w in layer.weights], layer.count_params()
        ([(3, 2), (2,)], 8)

    [Notas: Camada densa; Layer_Dense; NaiveDense]
    """

    def __init__(
        self,
        units: int,
        activation: Any = None,
        use_bias: bool = True,
        kernel_initializer: Any = "glorot_uniform",
        bias_initializer: Any = "zeros",
        kernel_regularizer: Any = None,
        **options: Any,
    ) -> None:
        super().__init__(**options)
        if not isinstance(units, int) or units < 1:
            raise ValueError(f"{type(self).__name__}: uma camada tem ao menos um neurônio, e foram pedidos {units}")
        self.units, self.use_bias = units, use_bias
        self.activation = activations.get(activation)
        self.kernel_initializer, self.bias_initializer = kernel_initializer, bias_initializer
        self.kernel_regularizer = regularization.get(kernel_regularizer)

    # --8<-- [start:feedforward]
    def build(self, shape: Shape, random: RandomState) -> None:
        """Os pesos, (n, units), e os vieses, (units,)."""
        if not shape:
            kind = type(self).__name__
            raise ValueError(f"{kind}: cada amostra é um vetor, e estas são números soltos; use reshape((-1, 1))")
        self.kernel = self.add_weight("kernel", (shape[-1], self.units), self.kernel_initializer, random)
        if self.use_bias:
            self.bias = self.add_weight("bias", (self.units,), self.bias_initializer, random)

    def call(self, x: Any, training: bool = False) -> Any:
        r"""$f(X W + \mathbf{b})$."""
        return self.activation(self.preactivation(x, self.kernel))

    def preactivation(self, x: Any, kernel: Any) -> Any:
        r"""$X W + \mathbf{b}$, com os pesos dados no lugar de $W$."""
        if x.shape[-1] != self.kernel.shape[0]:
            raise ValueError(
                f"{self.name}: cada amostra tem {self.kernel.shape[0]} números, e as deste lote, de forma "
                f"{tuple(x.shape)}, têm {x.shape[-1]}"
            )
        z = matmul(x, kernel)
        return z + self.bias if self.use_bias else z

    # --8<-- [end:feedforward]

    def penalty(self) -> Any:
        """A multa do regularizador, se há um."""
        return self.kernel_regularizer(self.kernel) if self.kernel_regularizer else 0

    def output_shape(self, shape: Shape) -> Shape:
        """A forma da entrada, com `units` no último eixo."""
        return (*shape[:-1], self.units)

    def get_config(self) -> dict[str, Any]:
        """As opções, em dados simples."""
        return {
            **super().get_config(),
            "units": self.units,
            "activation": self.activation.__name__,
            "use_bias": self.use_bias,
            "kernel_initializer": initializers.described(self.kernel_initializer),
            "bias_initializer": initializers.described(self.bias_initializer),
            "kernel_regularizer": regularization.described(self.kernel_regularizer),
        }


class Activation(Layer):
    """Uma função de ativação sozinha, sem pesos.

    Args:
        activation: Função de ativação, ou o nome dela.
        **options: As opções de `Layer`.

    Examples:
        >>> Activation("relu")(array([[-1.0, 2.0]]))
        array([[0., 2.]])
    """

    def __init__(self, activation: Any, **options: Any) -> None:
        super().__init__(**options)
        self.activation = activations.get(activation)

    def call(self, x: Any, training: bool = False) -> Any:
        """A ativação de cada elemento."""
        return self.activation(x)

    def get_config(self) -> dict[str, Any]:
        """As opções, em dados simples."""
        return {**super().get_config(), "activation": self.activation.__name__}


class Flatten(Layer):
    """Cada amostra vira um vetor: (m, 28, 28) vira (m, 784). As opções são as de `Layer`.

    Examples:
        >>> Flatten()(zeros((2, 3, 4))).shape
        (2, 12)
    """

    def call(self, x: Any, training: bool = False) -> Any:
        """O lote com os eixos de cada amostra emendados."""
        return reshape(x, (x.shape[0], math.prod(x.shape[1:])))

    def output_shape(self, shape: Shape) -> Shape:
        """Um eixo só."""
        return (math.prod(shape),)


# --8<-- [start:Dropout]
class Dropout(Layer):
    r"""No treino, zera cada número com probabilidade `rate` e divide os outros por $1 - rate$; fora dele, não age.

    A divisão (daí *inverted dropout*) conserva o valor esperado de cada número, e por isso quem vem depois não precisa
    saber se é treino. Os sorteios são os da rede: um treino retomado zera os mesmos números.

    Args:
        rate: Probabilidade de zerar, de 0 a menos que 1.
        **options: As opções de `Layer`.

    Raises:
        ValueError: Se `rate` não estiver entre 0 e 1.

    Examples:
        >>> layer, x = Dropout(0.5), array([[1.0, 2.0, 3.0, 4.0]])
        >>> layer.build((4,), RandomState(2))
        >>> layer.call(x, training=True), layer.call(x)
        (array([[0., 0., 6., 0.]]), array([[1., 2., 3., 4.]]))

    [Notas: Dropout]
    """

    def __init__(self, rate: float, **options: Any) -> None:
        super().__init__(**options)
        if not 0 <= rate < 1:
            raise ValueError(f"Dropout: rate é uma probabilidade, de 0 a menos que 1, e veio {rate}")
        self.rate = rate

    def build(self, shape: Shape, random: RandomState) -> None:
        """Guarda de onde sortear."""
        self.random = random

    def call(self, x: Any, training: bool = False) -> Any:
        """No treino, `x` com uns números zerados e os outros aumentados; fora dele, o próprio `x`."""
        if not training or not self.rate:
            return x
        kept = self.random.random_sample(tuple(x.shape)) >= self.rate
        return x * moved(array_namespace(kept).astype(kept, "float64") / (1 - self.rate), value_of(x))

    def get_config(self) -> dict[str, Any]:
        """As opções, em dados simples."""
        return {**super().get_config(), "rate": self.rate}
# --8<-- [end:Dropout]


class Input(Layer):
    """A forma de uma amostra, dita antes da primeira camada; não faz conta nenhuma.

    Args:
        shape: Forma de uma amostra, sem o eixo do lote.

    Examples:
        >>> Input((784,)).input_shape
        (784,)
    """

    def __init__(self, shape: Shape, **options: Any) -> None:
        super().__init__(**{**options, "input_shape": shape})

    def get_config(self) -> dict[str, Any]:
        """As opções, em dados simples."""
        config = super().get_config()
        return {"shape": config.pop("input_shape"), **config}
