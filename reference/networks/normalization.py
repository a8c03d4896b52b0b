r"""Normalização de lote: cada coluna do lote com média 0 e desvio 1, e depois na escala que a rede preferir.

No treino, a média e a variância são as do lote. Quem responde a uma pessoa só não tem lote: usa as médias móveis que o
treino foi guardando. São dois comportamentos, e confundi-los é o erro mais comum com esta camada.
"""

import math
from typing import Any

from reference.gradients.functions import mean, sqrt, square
from reference.networks import initializers
from reference.networks.layers import Layer, Shape
from reference.networks.losses import value_of
from reference.operations.namespaces import settled
from reference.random import RandomState


# --8<-- [start:BatchNormalization]
class BatchNormalization(Layer):
    r"""Normalização de lote: $y = \gamma \dfrac{x - \mu}{\sqrt{\sigma^2 + \varepsilon}} + \beta$, coluna por coluna.

    No treino, $\mu$ e $\sigma^2$ são a média e a variância do lote, e as móveis andam um pouco para elas:
    $m \leftarrow \text{momentum} \cdot m + (1 - \text{momentum}) \cdot \mu$. Fora dele, valem as móveis. Num treino com
    `workers=2`, cada processo usa a média e a variância da sua parte do lote, e as móveis juntam as de todos.

    Args:
        momentum: Quanto da média móvel sobrevive a cada lote, de 0 a 1.
        epsilon: $\varepsilon$, que não deixa dividir por zero.
        center: Se há $\beta$, de forma (n,).
        scale: Se há $\gamma$, de forma (n,).
        beta_initializer: Como nasce $\beta$.
        gamma_initializer: Como nasce $\gamma$.
        **options: As opções de `Layer`; com `trainable=False`, ela responde no treino como fora dele.

    Raises:
        ValueError: Se `momentum` não estiver entre 0 e 1, ou se `epsilon` não for positivo.

    Examples:
        >>> layer = BatchNormalization()
        >>> layer(array([[1.0, 10.0], [3.0, 30.0]]), training=True).value.round(3)
        array([[-1., -1.],
               [ 1.,  1.]])
        >>> layer.moving_mean.value.round(3)
        array([0.02, 0.2 ])
    """

    def __init__(
        self,
        momentum: float = 0.99,
        epsilon: float = 1e-3,
        center: bool = True,
        scale: bool = True,
        beta_initializer: Any = "zeros",
        gamma_initializer: Any = "ones",
        **options: Any,
    ) -> None:
        super().__init__(**options)
        if not 0 <= momentum <= 1:
            raise ValueError(f"BatchNormalization: momentum fica entre 0 e 1, e veio {momentum}")
        if not 0 < epsilon < math.inf:
            raise ValueError(f"BatchNormalization: epsilon é positivo, e veio {epsilon}")
        self.momentum, self.epsilon, self.center, self.scale = momentum, epsilon, center, scale
        self.beta_initializer, self.gamma_initializer = beta_initializer, gamma_initializer

    def build(self, shape: Shape, random: RandomState) -> None:
        """O fator e o deslocamento, que se treinam, e as duas médias móveis, que não."""
        if not shape:
            raise ValueError("BatchNormalization: cada amostra é um vetor, e estas são números soltos")
        columns = shape[-1:]
        if self.scale:
            self.gamma = self.add_weight("gamma", columns, self.gamma_initializer, random)
        if self.center:
            self.beta = self.add_weight("beta", columns, self.beta_initializer, random)
        self.moving_mean = self.add_weight("moving_mean", columns, "zeros", random, trainable=False)
        self.moving_variance = self.add_weight("moving_variance", columns, "ones", random, trainable=False)

    def call(self, x: Any, training: bool = False) -> Any:
        """`x` normalizado: pelo próprio lote, no treino; pelas médias móveis, fora dele."""
        if x.shape[-1] != self.moving_mean.shape[0]:
            n, shape = self.moving_mean.shape[0], tuple(x.shape)
            raise ValueError(f"{self.name}: o último eixo tem {n} números, e o lote, de forma {shape}, {shape[-1]}")
        if training and self.trainable:
            centered, variance = self.measured(x)
        else:
            centered, variance = x - self.moving_mean.value, self.moving_variance.value
        y = centered / sqrt(variance + self.epsilon)
        if self.scale:
            y = self.gamma * y
        return self.beta + y if self.center else y

    def measured(self, x: Any) -> tuple[Any, Any]:
        """O lote menos a sua média, e a sua variância; as médias móveis dão um passo."""
        axes = tuple(range(len(x.shape) - 1))
        mu = mean(x, axis=axes)
        centered = x - mu
        variance = mean(square(centered), axis=axes)
        for moving, now in ((self.moving_mean, mu), (self.moving_variance, variance)):
            moving.value = settled(moving.value * self.momentum + value_of(now) * (1 - self.momentum))
        return centered, variance
# --8<-- [end:BatchNormalization]

    def get_config(self) -> dict[str, Any]:
        """As opções, em dados simples."""
        return {
            **super().get_config(),
            "momentum": self.momentum,
            "epsilon": self.epsilon,
            "center": self.center,
            "scale": self.scale,
            "beta_initializer": initializers.described(self.beta_initializer),
            "gamma_initializer": initializers.described(self.gamma_initializer),
        }
