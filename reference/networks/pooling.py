r"""Agrupamento (*pooling*): cada janela da imagem vira um número só, o maior ou a média.

A imagem encolhe, e o que sobra diz **se** havia algo por ali, sem dizer exatamente onde. Não há pesos. Para trás, o
máximo manda o gradiente a quem ganhou, e a média o reparte por igual.
"""

import math
from typing import Any

from reference.gradients.gates import Gate
from reference.gradients.graph import apply
from reference.gradients.tensor_gates import put
from reference.networks.convolution import WindowGate, WindowLayer, padded, pair
from reference.networks.losses import value_of
from reference.operations.namespaces import array_namespace


# --8<-- [start:max]
class MaxPoolGate(WindowGate):
    r"""Porta do maior de cada janela; o gradiente vai todo para ele, e, no empate, para o primeiro.

    Examples:
        >>> gate = MaxPoolGate((1, 2), (1, 2))
        >>> gate.forward(array([3.0, 7.0, 5.0, 5.0]).reshape((1, 1, 4, 1))).reshape(-1)
        array([7., 5.])
        >>> gate.backward(array([10.0, 20.0]).reshape((1, 1, 2, 1)))[0].reshape(-1)
        array([ 0., 10., 20.,  0.])
    """

    __slots__ = ()

    def compute(self, x: Any) -> Any:
        """O maior entre as imagens deslocadas."""
        maximum = array_namespace(x).maximum
        first, *others = (x[key] for key in self.shifts(x.shape))
        for seen in others:
            first = maximum(first, seen)
        return first

    def gradient(self, i: int, upstream: Any) -> Any:
        """O gradiente recebido, no primeiro lugar de cada janela em que está o maior."""
        x = self.inputs[0]
        xp = array_namespace(x)
        total, nothing = xp.zeros_like(x), xp.zeros_like(upstream)
        waiting = self.output == self.output  # as janelas cujo dono ainda não apareceu
        for key in self.shifts(x.shape):
            owner = (x[key] == self.output) & waiting
            waiting = waiting & ~owner
            total = put(total, key, total[key] + xp.where(owner, upstream, nothing))
        return total
# --8<-- [end:max]


# --8<-- [start:sum]
class SumPoolGate(WindowGate):
    r"""Porta da soma de cada janela; cada casa recebe o gradiente de todas as janelas que a viram.

    Examples:
        >>> gate = SumPoolGate((1, 2), (1, 1))
        >>> gate.forward(array([1.0, 2.0, 4.0]).reshape((1, 1, 3, 1))).reshape(-1)
        array([3., 6.])
        >>> gate.backward(array([10.0, 20.0]).reshape((1, 1, 2, 1)))[0].reshape(-1)
        array([10., 30., 20.])
    """

    __slots__ = ()

    def compute(self, x: Any) -> Any:
        """A soma das imagens deslocadas."""
        first, *others = (x[key] for key in self.shifts(x.shape))
        for seen in others:
            first = first + seen
        return first

    def gradient(self, i: int, upstream: Any) -> Any:
        """O gradiente recebido, somado em cada casa de cada janela."""
        x = self.inputs[0]
        total = array_namespace(x).zeros_like(x)
        for key in self.shifts(x.shape):
            total = put(total, key, total[key] + upstream)
        return total
# --8<-- [end:sum]


class Pooling(WindowLayer):
    """O que as camadas de agrupamento têm em comum.

    Args:
        pool_size: Altura e largura da janela; um número só vale para as duas.
        strides: De quantas em quantas casas ela anda; sem dizer, uma janela encosta na outra.
        padding: `"valid"`, só onde a janela cabe, ou `"same"`, com uma moldura que não entra na conta.
        **options: As opções de `Layer`.

    Examples:
        >>> Pooling(2).output_shape((26, 26, 8))
        (13, 13, 8)
    """

    def __init__(self, pool_size: Any = (2, 2), strides: Any = None, padding: str = "valid", **options: Any) -> None:
        window = pair("pool_size", pool_size)
        super().__init__(window, window if strides is None else pair("strides", strides), padding, **options)

    def seen(self, gate: type[Gate], x: Any, fill: float) -> Any:
        """Passa o lote, emoldurado, por uma porta de janelas."""
        self.check(tuple(x.shape[1:]))
        x = padded(x, self.window, self.strides, self.padding, fill)
        return apply(gate(self.window, self.strides), x)  # type: ignore[call-arg]

    def get_config(self) -> dict[str, Any]:
        """As opções, em dados simples."""
        settings = {"pool_size": self.window, "strides": self.strides, "padding": self.padding}
        return {**super().get_config(), **settings}


# --8<-- [start:MaxPooling2D]
class MaxPooling2D(Pooling):
    """Camada que guarda o maior de cada janela.

    Args:
        **options: As opções de `Pooling`.

    Examples:
        >>> x = array([[1.0, 2.0, 5.0, 6.0], [3.0, 4.0, 7.0, 8.0]]).reshape((1, 2, 4, 1))
        >>> MaxPooling2D(2)(x).reshape(-1)
        array([4., 8.])
    """

    def call(self, x: Any, training: bool = False) -> Any:
        """O maior de cada janela; a moldura, de menos infinito, nunca ganha."""
        return self.seen(MaxPoolGate, x, -math.inf)
# --8<-- [end:MaxPooling2D]


# --8<-- [start:AveragePooling2D]
class AveragePooling2D(Pooling):
    """Camada que guarda a média de cada janela; a moldura não conta.

    Args:
        **options: As opções de `Pooling`.

    Examples:
        >>> x = array([[1.0, 2.0, 5.0, 6.0], [3.0, 4.0, 7.0, 8.0]]).reshape((1, 2, 4, 1))
        >>> AveragePooling2D(2)(x).reshape(-1)
        array([2.5, 6.5])
    """

    def call(self, x: Any, training: bool = False) -> Any:
        """A soma de cada janela, dividida por quantas casas da imagem ela viu."""
        one = value_of(x)[:1, :, :, :1]
        one = array_namespace(one).ones_like(one)
        return self.seen(SumPoolGate, x, 0.0) / self.seen(SumPoolGate, one, 0.0)
# --8<-- [end:AveragePooling2D]
