r"""Redes recorrentes: a mesma camada a cada passo de uma sequência, com um estado que passa de um passo ao outro.

$\mathbf{h}_t = f(W \mathbf{x}_t + U \mathbf{h}_{t-1} + \mathbf{b})$. O estado $\mathbf{h}$ é a memória: um resumo do
que já passou. As portas da LSTM e da GRU decidem quanto dele fica, em vez de reescrevê-lo inteiro a cada passo. Para
trás não há conta nova: o grafo da sequência é comprido, e a retropropagação o percorre até o primeiro passo.
"""

from typing import Any

from reference.gradients.functions import concat, index, matmul, reshape
from reference.networks import activations
from reference.networks.layers import Layer, Shape
from reference.networks.losses import value_of
from reference.operations.namespaces import array_namespace, device_of
from reference.random import RandomState


# --8<-- [start:Recurrent]
class Recurrent(Layer):
    """Camada recorrente: percorre a sequência passo a passo, levando o estado.

    Quem cria uma escreve `step`: do que se vê agora e do estado de antes ao estado novo, cuja primeira parte é a
    resposta.

    Args:
        units: De quantos números é o estado.
        activation: Função de ativação do que se escreve no estado.
        use_bias: Se há vieses.
        return_sequences: Se a resposta tem todos os passos, (m, passos, units), ou só o último, (m, units).
        kernel_initializer: Como nascem os pesos $W$ da entrada, de forma (n, gates · units).
        recurrent_initializer: Como nascem os pesos $U$ do estado, de forma (units, gates · units).
        bias_initializer: Como nascem os vieses.
        **options: As opções de `Layer`.

    Attributes:
        gates: Quantas contas de `units` números a camada faz por passo.
        memories: De quantas partes é o estado.

    Raises:
        ValueError: Se `units` não for ao menos 1.

    Examples:
        >>> Recurrent(8, return_sequences=True).output_shape((11, 5))
        (11, 8)
    """

    gates = 1
    memories = 1

    def __init__(
        self,
        units: int,
        activation: Any = "tanh",
        use_bias: bool = True,
        return_sequences: bool = False,
        kernel_initializer: Any = "glorot_uniform",
        recurrent_initializer: Any = "orthogonal",
        bias_initializer: Any = "zeros",
        **options: Any,
    ) -> None:
        super().__init__(**options)
        if units < 1:
            raise ValueError(f"{self.name}: o estado tem ao menos um número, e foram pedidos {units}")
        self.units, self.use_bias, self.return_sequences = units, use_bias, return_sequences
        self.activation = activations.get(activation)
        self.kernel_initializer, self.recurrent_initializer = kernel_initializer, recurrent_initializer
        self.bias_initializer = bias_initializer

    def build(self, shape: Shape, random: RandomState) -> None:
        """Os pesos da entrada, os do estado e os vieses."""
        self.check(shape)
        width = self.gates * self.units
        self.kernel = self.add_weight("kernel", (shape[1], width), self.kernel_initializer, random)
        self.recurrent = self.add_weight("recurrent", (self.units, width), self.recurrent_initializer, random)
        if self.use_bias:
            self.bias = self.add_weight("bias", self.bias_shape(), self.bias_initializer, random)

    def bias_shape(self) -> Shape:
        """Forma dos vieses."""
        return (self.gates * self.units,)

    def check(self, shape: Shape) -> None:
        """Confere que cada amostra é uma sequência, e do tamanho que os pesos esperam.

        Raises:
            ValueError: Se não for.
        """
        if len(shape) != 2 or not shape[0]:
            raise ValueError(f"{self.name}: cada amostra tem forma (passos, n), com ao menos um passo; e esta, {shape}")
        if self.built and shape[1] != self.kernel.shape[0]:
            raise ValueError(f"{self.name}: cada passo tem {self.kernel.shape[0]} números, e nestes há {shape[1]}")

    def step(self, x: Any, states: list[Any]) -> list[Any]:
        """Um passo.

        Args:
            x: O que se vê agora, de forma (m, n).
            states: O estado, em partes de forma (m, units).

        Returns:
            O estado novo.
        """
        raise TypeError(f"{type(self).__name__}: esta camada não diz o seu passo (step)")

    def call(self, x: Any, training: bool = False) -> Any:
        """Da esquerda para a direita: cada passo recebe o estado que o anterior deixou."""
        self.check(tuple(x.shape[1:]))
        first, (m, steps, _) = value_of(x), x.shape
        start = array_namespace(first).zeros((m, self.units), dtype=first.dtype, device=device_of(first))
        states, answers = [start] * self.memories, []
        for t in range(steps):
            states = self.step(index(x, (slice(None), t, slice(None))), states)
            answers.append(states[0])
        if not self.return_sequences:
            return states[0]
        return concat([reshape(h, (m, 1, self.units)) for h in answers], axis=1)

    def output_shape(self, shape: Shape) -> Shape:
        """O estado; um por passo, se `return_sequences`."""
        self.check(shape)
        return (shape[0], self.units) if self.return_sequences else (self.units,)
# --8<-- [end:Recurrent]

    def get_config(self) -> dict[str, Any]:
        """As opções, em dados simples."""
        return {
            **super().get_config(),
            "units": self.units,
            "activation": self.activation.__name__,
            "use_bias": self.use_bias,
            "return_sequences": self.return_sequences,
            "kernel_initializer": self.kernel_initializer,
            "recurrent_initializer": self.recurrent_initializer,
            "bias_initializer": self.bias_initializer,
        }


# --8<-- [start:parts]
def parts(z: Any, count: int) -> list[Any]:
    """As colunas de uma matriz em `count` partes iguais, uma por porta.

    Examples:
        >>> parts(array([[1.0, 2.0, 3.0, 4.0]]), 2)
        [array([[1., 2.]]), array([[3., 4.]])]
    """
    width = z.shape[1] // count
    return [index(z, (slice(None), slice(k * width, (k + 1) * width))) for k in range(count)]
# --8<-- [end:parts]


# --8<-- [start:SimpleRNN]
class SimpleRNN(Recurrent):
    r"""Camada recorrente simples: $\mathbf{h}_t = f(W \mathbf{x}_t + U \mathbf{h}_{t-1} + \mathbf{b})$.

    Args:
        **options: As opções de `Recurrent`.

    Examples:
        >>> layer = SimpleRNN(1, "linear", kernel_initializer="ones", recurrent_initializer="ones")
        >>> layer(array([[[1.0], [2.0], [3.0]]])).value
        array([[6.]])

    [Notas: Redes Neurais Recorrentes (RNNs)]
    """

    def step(self, x: Any, states: list[Any]) -> list[Any]:
        r"""$f(W \mathbf{x}_t + U \mathbf{h}_{t-1} + \mathbf{b})$."""
        (h,) = states
        z = matmul(x, self.kernel) + matmul(h, self.recurrent)
        return [self.activation(z + self.bias if self.use_bias else z)]
# --8<-- [end:SimpleRNN]


# --8<-- [start:Gated]
class Gated(Recurrent):
    r"""O que as camadas com portas têm em comum: uma segunda ativação, de 0 a 1, que abre e fecha.

    Args:
        units: De quantos números é o estado.
        recurrent_activation: Função de ativação das portas.
        **options: As opções de `Recurrent`.

    Examples:
        >>> Gated(8).get_config()["recurrent_activation"]
        'sigmoid'
    """

    def __init__(self, units: int, *, recurrent_activation: Any = "sigmoid", **options: Any) -> None:
        super().__init__(units, **options)
        self.recurrent_activation = activations.get(recurrent_activation)

    def get_config(self) -> dict[str, Any]:
        """As opções, em dados simples."""
        return {**super().get_config(), "recurrent_activation": self.recurrent_activation.__name__}
# --8<-- [end:Gated]


# --8<-- [start:LSTM]
class LSTM(Gated):
    r"""Memória longa de curto prazo (*long short-term memory*): a célula só muda pelo que as portas deixam.

    $$\mathbf{c}_t = \sigma_f \odot \mathbf{c}_{t-1} + \sigma_i \odot \tanh_c \qquad
    \mathbf{h}_t = \sigma_o \odot \tanh \mathbf{c}_t$$

    Cada porta é uma conta da recorrente simples, com os seus pesos: entrada $\sigma_i$, esquecimento $\sigma_f$,
    candidata $\tanh_c$ e saída $\sigma_o$, as colunas de $W$, $U$ e $\mathbf{b}$ nesta ordem, a do Keras.

    Args:
        units: De quantos números são o estado e a célula.
        unit_forget_bias: Se o viés do esquecimento nasce em 1: no começo, a célula guarda mais do que esquece.
        **options: As opções de `Gated`.

    Examples:
        >>> layer = LSTM(2, return_sequences=True)
        >>> layer(zeros((4, 7, 3))).shape, layer.count_params()
        ((4, 7, 2), 48)

    [Notas: LSTM]
    """

    gates = 4
    memories = 2

    def __init__(self, units: int, *, unit_forget_bias: bool = True, **options: Any) -> None:
        super().__init__(units, **options)
        self.unit_forget_bias = unit_forget_bias

    def build(self, shape: Shape, random: RandomState) -> None:
        """Os pesos e os vieses, com 1 nos do esquecimento."""
        super().build(shape, random)
        if self.use_bias and self.unit_forget_bias:
            self.bias.value[self.units : 2 * self.units] = 1.0

    def step(self, x: Any, states: list[Any]) -> list[Any]:
        """Esquece um pouco da célula, escreve um pouco da candidata, mostra um pouco do que ficou."""
        h, c = states
        z = matmul(x, self.kernel) + matmul(h, self.recurrent)
        enter, forget, candidate, show = parts(z + self.bias if self.use_bias else z, 4)
        gate = self.recurrent_activation
        c = gate(forget) * c + gate(enter) * self.activation(candidate)
        return [gate(show) * self.activation(c), c]
# --8<-- [end:LSTM]

    def get_config(self) -> dict[str, Any]:
        """As opções, em dados simples."""
        return {**super().get_config(), "unit_forget_bias": self.unit_forget_bias}


# --8<-- [start:GRU]
class GRU(Gated):
    r"""Recorrente com portas (*gated recurrent unit*): uma porta só decide quanto do estado fica e quanto se escreve.

    $$\mathbf{h}_t = \sigma_z \odot \mathbf{h}_{t-1} + (1 - \sigma_z) \odot
    \tanh(W_h \mathbf{x}_t + \mathbf{b}_h + \sigma_r \odot (U_h \mathbf{h}_{t-1} + \mathbf{b}'_h))$$

    As colunas dos pesos são as da porta $\sigma_z$ (o que fica), as da $\sigma_r$ (o que a candidata vê) e as da
    candidata, nesta ordem, a do Keras. Os vieses têm duas linhas: os da entrada e os do estado.

    Args:
        units: De quantos números é o estado.
        reset_after: Se a porta $\sigma_r$ age depois de multiplicar por $U_h$, como acima e no PyTorch, ou antes, no
            próprio estado, como no artigo original; antes, os vieses têm uma linha só.
        **options: As opções de `Gated`.

    Examples:
        >>> layer = GRU(2)
        >>> layer(zeros((4, 7, 3))).shape, layer.count_params()
        ((4, 2), 42)
    """

    gates = 3

    def __init__(self, units: int, *, reset_after: bool = True, **options: Any) -> None:
        super().__init__(units, **options)
        self.reset_after = reset_after

    def bias_shape(self) -> Shape:
        """Uma linha para a entrada e, se `reset_after`, outra para o estado."""
        return (2, 3 * self.units) if self.reset_after else (3 * self.units,)

    def step(self, x: Any, states: list[Any]) -> list[Any]:
        """Mistura o estado de antes com a candidata, na medida da porta."""
        (h,) = states
        seen, gate = matmul(x, self.kernel), self.recurrent_activation
        if not self.reset_after:
            return [self.step_before(seen + self.bias if self.use_bias else seen, h)]
        kept = matmul(h, self.recurrent)
        if self.use_bias:
            seen, kept = seen + index(self.bias, (0, ...)), kept + index(self.bias, (1, ...))
        (seen_z, seen_r, seen_h), (kept_z, kept_r, kept_h) = parts(seen, 3), parts(kept, 3)
        z, r = gate(seen_z + kept_z), gate(seen_r + kept_r)
        return [z * h + (1 - z) * self.activation(seen_h + r * kept_h)]

    def step_before(self, seen: Any, h: Any) -> Any:
        """O passo em que a porta age antes de $U_h$: a candidata vê só a parte do estado que ela deixa."""
        (seen_z, seen_r, seen_h), (by_z, by_r, by_h) = parts(seen, 3), parts(self.recurrent, 3)
        z = self.recurrent_activation(seen_z + matmul(h, by_z))
        r = self.recurrent_activation(seen_r + matmul(h, by_r))
        return z * h + (1 - z) * self.activation(seen_h + matmul(r * h, by_h))
# --8<-- [end:GRU]

    def get_config(self) -> dict[str, Any]:
        """As opções, em dados simples."""
        return {**super().get_config(), "reset_after": self.reset_after}
