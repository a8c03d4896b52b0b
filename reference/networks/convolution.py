r"""Convolução: um filtro pequeno que desliza pela imagem e, em cada lugar, faz um produto escalar com o que vê.

$y_{ijo} = \sum_{p,q,c} w_{pqco}\, x_{i+p,\,j+q,\,c}$. São os mesmos poucos pesos em toda parte: quem aprende a ver uma
borda num canto a vê em qualquer canto. Em vez de visitar lugar por lugar, o pacote visita **peso por peso**: cada
posição do filtro vê a imagem inteira deslocada, e a resposta é uma combinação dessas imagens deslocadas.
"""

from collections.abc import Iterator
from typing import Any

from reference.gradients.gates import Gate
from reference.gradients.graph import apply
from reference.gradients.tensor_gates import put
from reference.networks import activations
from reference.networks.layers import Layer, Shape
from reference.operations.namespaces import array_namespace, device_of
from reference.random import RandomState

Pair = tuple[int, int]


# --8<-- [start:naive]
def naive_convolution(x: Any, kernel: Any) -> list[Any]:
    r"""Convolução ao pé da letra: $y_{nijo} = \sum_{p,q,c} w_{pqco}\, x_{n,\,i+p,\,j+q,\,c}$, um laço por índice.

    Args:
        x: Imagens como listas, de forma (m, altura, largura, canais).
        kernel: Filtros como listas, de forma (kh, kw, canais, filtros).

    Returns:
        Listas de forma (m, altura − kh + 1, largura − kw + 1, filtros).

    Examples:
        >>> naive_convolution([[[[1], [2], [3], [4]]]], [[[[1]], [[-1]]]])
        [[[[-1.0], [-1.0], [-1.0]]]]

    [Notas: Redes Neurais Convolucionais (CNNs)]
    """
    kh, kw, channels, filters = len(kernel), len(kernel[0]), len(kernel[0][0]), len(kernel[0][0][0])
    height, width = len(x[0]) - kh + 1, len(x[0][0]) - kw + 1
    y = [[[[0.0] * filters for _ in range(width)] for _ in range(height)] for _ in x]
    for n in range(len(x)):
        for i in range(height):
            for j in range(width):
                for o in range(filters):
                    for p in range(kh):
                        for q in range(kw):
                            for c in range(channels):
                                y[n][i][j][o] += kernel[p][q][c][o] * x[n][i + p][j + q][c]
    return y
# --8<-- [end:naive]


# --8<-- [start:windows]
class WindowGate(Gate):
    """Porta que olha imagens por uma janela: sabe que pedaço da imagem cada posição da janela vê.

    Args:
        window: Altura e largura da janela.
        strides: De quantas em quantas casas ela anda, para baixo e para o lado.

    Examples:
        >>> len(list(WindowGate((3, 3), (1, 1)).shifts((1, 28, 28, 1))))
        9
    """

    __slots__ = ("strides", "window")

    def __init__(self, window: Pair, strides: Pair) -> None:
        self.window, self.strides = window, strides

    def shifts(self, shape: Shape) -> Iterator[Any]:
        """Para cada posição da janela, o índice do que ela vê em todos os lugares: a imagem, deslocada.

        Args:
            shape: Forma das imagens, (m, altura, largura, canais).

        Examples:
            >>> [key[1:3] for key in WindowGate((1, 2), (1, 1)).shifts((1, 1, 4, 1))]
            [(slice(0, 1, 1), slice(0, 3, 1)), (slice(0, 1, 1), slice(1, 4, 1))]
        """
        rows, columns = (window_places(n, k, s) for n, k, s in zip(shape[1:3], self.window, self.strides))
        (down, across), whole = self.strides, slice(None)
        for p in range(self.window[0]):
            for q in range(self.window[1]):
                seen = slice(p, p + (rows - 1) * down + 1, down), slice(q, q + (columns - 1) * across + 1, across)
                yield whole, *seen, whole
# --8<-- [end:windows]


def window_places(n: int, window: int, stride: int) -> int:
    """Em quantos lugares a janela cabe.

    Raises:
        ValueError: Se em nenhum.

    Examples:
        >>> window_places(28, 3, 1), window_places(28, 2, 2)
        (26, 14)
    """
    if window > n:
        raise ValueError(f"janela: uma de {window} não cabe numa imagem de {n}; use padding='same' ou uma menor")
    return (n - window) // stride + 1


# --8<-- [start:convolution]
class ConvolutionGate(WindowGate):
    r"""Porta da convolução: combina imagens deslocadas, uma por posição do filtro e canal.

    Com as imagens deslocadas como linhas de uma matriz $P$ e os filtros como colunas de $W$, é $Y = W^T P$; para trás,
    $\partial L/\partial W = P\,G^T$ e $\partial L/\partial P = W\,G$, cujas linhas voltam aos lugares de onde saíram e
    se somam.

    Examples:
        >>> gate = ConvolutionGate((1, 2), (1, 1))
        >>> x, w = array([1.0, 2.0, 3.0, 4.0]).reshape((1, 1, 4, 1)), array([1.0, -1.0]).reshape((1, 2, 1, 1))
        >>> gate.forward(x, w).reshape(-1)
        array([-1., -1., -1.])
        >>> [g.reshape(-1) for g in gate.backward(ones((1, 1, 3, 1)))]
        [array([ 1.,  0.,  0., -1.]), array([6., 9.])]

    [Notas: Redes Neurais Convolucionais (CNNs)]
    """

    __slots__ = ("planes",)

    def compute(self, x: Any, kernel: Any) -> Any:
        """$W^T P$, de volta à forma de imagens."""
        xp, channels = array_namespace(x), x.shape[3]
        seen = [xp.permute_dims(x[key], (3, 0, 1, 2)) for key in self.shifts(x.shape)]
        self.planes = xp.reshape(xp.concat(seen, axis=0), (len(seen) * channels, -1))
        y = xp.reshape(kernel, (-1, kernel.shape[3])).T @ self.planes
        return xp.permute_dims(xp.reshape(y, (kernel.shape[3], *seen[0].shape[1:])), (1, 2, 3, 0))

    def gradient(self, i: int, upstream: Any) -> Any:
        """$P G^T$ para os filtros; para as imagens, $W G$, com cada linha somada no seu lugar."""
        x, kernel = self.inputs
        xp, filters = array_namespace(upstream), kernel.shape[3]
        g = xp.reshape(xp.permute_dims(upstream, (3, 0, 1, 2)), (filters, -1))
        if i:
            return xp.reshape(self.planes @ g.T, kernel.shape)
        rows = xp.reshape(kernel, (-1, filters)) @ g
        parts = xp.reshape(rows, (-1, x.shape[3], *upstream.shape[:3]))
        total = xp.zeros_like(x)
        for place, key in enumerate(self.shifts(x.shape)):
            total = put(total, key, total[key] + xp.permute_dims(parts[place, ...], (1, 2, 3, 0)))
        return total
# --8<-- [end:convolution]


# --8<-- [start:pad]
class PadGate(Gate):
    """Moldura de um valor só em volta de cada imagem; para trás, ela se recorta.

    Args:
        before: Linhas acima e colunas à esquerda.
        after: Linhas abaixo e colunas à direita.
        fill: O valor.

    Examples:
        >>> gate = PadGate((0, 1), (0, 2))
        >>> gate.forward(array([7.0]).reshape((1, 1, 1, 1))).reshape(-1)
        array([0., 7., 0., 0.])
        >>> gate.backward(array([1.0, 2.0, 3.0, 4.0]).reshape((1, 1, 4, 1)))[0].reshape(-1)
        array([2.])
    """

    __slots__ = ("after", "before", "fill")

    def __init__(self, before: Pair, after: Pair, fill: float = 0.0) -> None:
        self.before, self.after, self.fill = before, after, fill

    def inside(self, shape: Shape) -> Any:
        """O índice da imagem dentro da moldura."""
        (top, left), (height, width) = self.before, shape[1:3]
        return slice(None), slice(top, top + height), slice(left, left + width), slice(None)

    def compute(self, x: Any) -> Any:
        """`x` com a moldura."""
        sides = [a + n + b for a, n, b in zip(self.before, x.shape[1:3], self.after)]
        shape = (x.shape[0], *sides, x.shape[3])
        frame = array_namespace(x).full(shape, self.fill, dtype=x.dtype, device=device_of(x))
        return put(frame, self.inside(x.shape), x)

    def gradient(self, i: int, upstream: Any) -> Any:
        """O gradiente sem a moldura."""
        return upstream[self.inside(self.inputs[0].shape)]
# --8<-- [end:pad]


# --8<-- [start:padded]
def padded(x: Any, window: Pair, strides: Pair, padding: str, fill: float = 0.0) -> Any:
    r"""As imagens com a moldura de `padding="same"`: a saída tem $\lceil n / s \rceil$ lugares por lado.

    O que falta se divide entre os dois lados; se é ímpar, o de baixo (ou da direita) fica com um a mais.

    Examples:
        >>> padded(ones((1, 1, 2, 1)), (1, 2), (1, 1), "same").reshape(-1)
        array([1., 1., 0.])
    """
    sides = [max(0, (-(-n // s) - 1) * s + k - n) for n, k, s in zip(x.shape[1:3], window, strides)]
    if padding == "valid" or not any(sides):
        return x
    top, left = (n // 2 for n in sides)
    return apply(PadGate((top, left), (sides[0] - top, sides[1] - left), fill), x)
# --8<-- [end:padded]


def pair(name: str, value: Any) -> Pair:
    """Dois números, de um par ou de um só que vale para os dois lados.

    Raises:
        ValueError: Se não forem dois inteiros positivos.

    Examples:
        >>> pair("strides", 2), pair("strides", (1, 2))
        ((2, 2), (1, 2))
    """
    both = (value, value) if isinstance(value, int) else tuple(value)
    if len(both) != 2 or not all(isinstance(n, int) and n > 0 for n in both):
        raise ValueError(f"{name}: espera um inteiro positivo ou um par deles, e veio {value!r}")
    return both


class WindowLayer(Layer):
    """O que as camadas de janela têm em comum: a janela, o passo e a moldura.

    Args:
        window: Altura e largura da janela.
        strides: De quantas em quantas casas ela anda.
        padding: `"valid"`, só onde a janela cabe, ou `"same"`, com moldura.
        **options: As opções de `Layer`.

    Raises:
        ValueError: Se `padding` for outro.

    Examples:
        >>> WindowLayer((3, 3), (2, 2), "same").output_shape((28, 28, 8))
        (14, 14, 8)
    """

    def __init__(self, window: Pair, strides: Pair, padding: str, **options: Any) -> None:
        super().__init__(**options)
        if padding not in ("valid", "same"):
            raise ValueError(f"{self.name}: padding tem de ser 'valid' ou 'same', e não {padding!r}")
        self.window, self.strides, self.padding = window, strides, padding

    def check(self, shape: Shape) -> None:
        """Confere que cada amostra é uma imagem com canais.

        Raises:
            ValueError: Se não for.
        """
        if len(shape) != 3:
            raise ValueError(f"{self.name}: cada amostra tem forma (altura, largura, canais), e a destas é {shape}")

    def output_shape(self, shape: Shape) -> Shape:
        """Em quantos lugares a janela para, e os mesmos canais."""
        self.check(shape)
        height, width = (
            -(-n // s) if self.padding == "same" else window_places(n, k, s)
            for n, k, s in zip(shape, self.window, self.strides)
        )
        return height, width, shape[2]


# --8<-- [start:Conv2D]
class Conv2D(WindowLayer):
    r"""Camada de convolução: $f(X * W + \mathbf{b})$, um filtro por canal da saída.

    Args:
        filters: Quantos filtros.
        kernel_size: Altura e largura deles; um número só vale para as duas.
        strides: De quantas em quantas casas andam.
        padding: `"valid"`, só onde o filtro cabe; `"same"`, com uma moldura de zeros, que conserva o tamanho.
        activation: Função de ativação, ou o nome dela.
        use_bias: Se há vieses, um por filtro.
        kernel_initializer: Como nascem os filtros, de forma (kh, kw, canais, filters).
        bias_initializer: Como nascem os vieses.
        **options: As opções de `Layer`.

    Raises:
        ValueError: Se um tamanho não for positivo ou `padding` não existir.

    Examples:
        >>> layer = Conv2D(8, 3, activation="relu", input_shape=(28, 28, 1))
        >>> layer(zeros((2, 28, 28, 1))).shape, layer.count_params()
        ((2, 26, 26, 8), 80)

    [Notas: Redes Neurais Convolucionais (CNNs)]
    """

    def __init__(
        self,
        filters: int,
        kernel_size: Any,
        strides: Any = (1, 1),
        padding: str = "valid",
        activation: Any = None,
        use_bias: bool = True,
        kernel_initializer: Any = "glorot_uniform",
        bias_initializer: Any = "zeros",
        **options: Any,
    ) -> None:
        super().__init__(pair("kernel_size", kernel_size), pair("strides", strides), padding, **options)
        if filters < 1:
            raise ValueError(f"Conv2D: uma camada tem ao menos um filtro, e foram pedidos {filters}")
        self.filters, self.use_bias = filters, use_bias
        self.activation = activations.get(activation)
        self.kernel_initializer, self.bias_initializer = kernel_initializer, bias_initializer

    def build(self, shape: Shape, random: RandomState) -> None:
        """Os filtros, (kh, kw, canais, filters), e os vieses, (filters,)."""
        self.check(shape)
        self.kernel = self.add_weight("kernel", (*self.window, shape[2], self.filters), self.kernel_initializer, random)
        if self.use_bias:
            self.bias = self.add_weight("bias", (self.filters,), self.bias_initializer, random)

    def call(self, x: Any, training: bool = False) -> Any:
        r"""$f(X * W + \mathbf{b})$."""
        self.check(tuple(x.shape[1:]))
        if x.shape[3] != self.kernel.shape[2]:
            raise ValueError(f"{self.name}: os filtros veem {self.kernel.shape[2]} canais, e há {x.shape[3]}")
        x = padded(x, self.window, self.strides, self.padding)
        z = apply(ConvolutionGate(self.window, self.strides), x, self.kernel)
        return self.activation(z + self.bias if self.use_bias else z)

    def output_shape(self, shape: Shape) -> Shape:
        """Um lugar por parada da janela, um canal por filtro."""
        return (*super().output_shape(shape)[:2], self.filters)
# --8<-- [end:Conv2D]

    def get_config(self) -> dict[str, Any]:
        """As opções, em dados simples."""
        return {
            **super().get_config(),
            "filters": self.filters,
            "kernel_size": self.window,
            "strides": self.strides,
            "padding": self.padding,
            "activation": self.activation.__name__,
            "use_bias": self.use_bias,
            "kernel_initializer": self.kernel_initializer,
            "bias_initializer": self.bias_initializer,
        }
