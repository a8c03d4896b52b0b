r"""Vetores de palavras (*embedding*): uma tabela em que cada número inteiro tem a sua linha, e as linhas se aprendem.

Multiplicar um vetor *one-hot* por uma matriz é escolher uma linha dela. Aqui se escolhe a linha sem fazer a
multiplicação. Para trás, cada linha soma os gradientes de todos os lugares em que foi usada.
"""

import math
from typing import Any

from reference.gradients.functions import reshape, take
from reference.networks import initializers
from reference.networks.layers import Layer, Shape
from reference.operations.namespaces import array_namespace
from reference.random import RandomState


# --8<-- [start:Embedding]
class Embedding(Layer):
    r"""Tabela de vetores: $y_i = W_{x_i}$, a linha $x_i$ de $W$.

    Args:
        input_dim: Quantas linhas tem a tabela: os inteiros vão de 0 a `input_dim` − 1.
        output_dim: Quantos números tem cada linha.
        embeddings_initializer: Como nasce a tabela, de forma (input_dim, output_dim).
        **options: As opções de `Layer`.

    Raises:
        ValueError: Se `input_dim` ou `output_dim` não for um inteiro positivo.

    Examples:
        >>> layer = Embedding(3, 2, embeddings_initializer="ones")
        >>> layer(array([[0, 2, 2, 1]])).shape
        (1, 4, 2)
    """

    def __init__(
        self, input_dim: int, output_dim: int, embeddings_initializer: Any = "random_uniform", **options: Any
    ) -> None:
        super().__init__(**options)
        for name, n in (("input_dim", input_dim), ("output_dim", output_dim)):
            if not isinstance(n, int) or n < 1:
                raise ValueError(f"Embedding: {name} é um inteiro positivo, e veio {n}")
        self.input_dim, self.output_dim = input_dim, output_dim
        self.embeddings_initializer = embeddings_initializer

    def build(self, shape: Shape, random: RandomState) -> None:
        """A tabela."""
        table = self.input_dim, self.output_dim
        self.embeddings = self.add_weight("embeddings", table, self.embeddings_initializer, random)

    def call(self, x: Any, training: bool = False) -> Any:
        """Uma linha da tabela por inteiro do lote.

        Args:
            x: Tensor de inteiros, de forma (m, …).
            training: Não muda nada.

        Returns:
            Variável de forma (m, …, output_dim).

        Raises:
            TypeError: Se `x` não for de inteiros.
            IndexError: Se um inteiro não for o número de uma linha.
        """
        xp = array_namespace(x)
        if not xp.isdtype(x.dtype, "integral"):
            raise TypeError(f"{self.name}: os números das linhas são inteiros, e vieram de tipo {x.dtype}")
        size = math.prod(x.shape)
        if size and not 0 <= int(xp.min(x)) <= int(xp.max(x)) < self.input_dim:
            raise IndexError(
                f"{self.name}: as linhas vão de 0 a {self.input_dim - 1}, e foram pedidas de {int(xp.min(x))} "
                f"a {int(xp.max(x))}"
            )
        return reshape(take(self.embeddings, xp.reshape(x, (size,))), (*x.shape, self.output_dim))

    def output_shape(self, shape: Shape) -> Shape:
        """A forma da entrada, com `output_dim` no fim."""
        return (*shape, self.output_dim)
# --8<-- [end:Embedding]

    def get_config(self) -> dict[str, Any]:
        """As opções, em dados simples."""
        return {
            **super().get_config(),
            "input_dim": self.input_dim,
            "output_dim": self.output_dim,
            "embeddings_initializer": initializers.described(self.embeddings_initializer),
        }
