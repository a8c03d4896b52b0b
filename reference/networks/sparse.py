r"""Camada esparsa: uma camada densa em que só algumas ligações existem.

Uma máscara de zeros e uns, da forma dos pesos, diz quem fala com quem: $A = f(X (W \odot M) + \mathbf{b})$. Onde a
máscara é 0 o peso não conta, e a regra da cadeia faz o resto: o gradiente de $W$ é o de $W \odot M$ vezes $M$, zero
justamente ali.
"""

from typing import Any

from reference.networks.layers import Dense, Shape
from reference.operations.namespaces import as_value, moved, nested_list
from reference.random import RandomState
from reference.tensors.creation import asarray
from reference.tensors.dtypes import float64


# --8<-- [start:SparseDense]
class SparseDense(Dense):
    r"""Camada esparsa: $A = f(X (W \odot M) + \mathbf{b})$.

    Args:
        units: Quantos neurônios.
        mask: A máscara $M$, de forma (n, units): 1 onde a entrada da linha fala com o neurônio da coluna, 0 onde não.
        **options: As opções de `Dense`.

    Raises:
        ValueError: Se a máscara não for uma matriz de zeros e uns com uma coluna por neurônio ou, quando a camada vê os
            dados, se não tiver uma linha por entrada.

    Examples:
        >>> layer = SparseDense(2, mask=[[1, 0], [1, 1], [0, 1]], kernel_initializer="ones")
        >>> layer(array([[1.0, 10.0, 100.0]])).value
        array([[ 11., 110.]])
        >>> layer.connections
        4

    [Notas: Camadas esparsas]
    """

    def __init__(self, units: int, mask: Any, **options: Any) -> None:
        super().__init__(units, **options)
        rows = as_value(mask)
        self.mask: Any = moved(rows, asarray([0.0])) if hasattr(rows, "shape") else asarray(rows, dtype=float64)
        if self.mask.ndim != 2 or self.mask.shape[1] != units:
            raise ValueError(f"SparseDense: a máscara tem uma coluna por neurônio, {units}, e veio {self.mask.shape}")
        if not all(x in (0, 1) for row in nested_list(self.mask) for x in row):
            raise ValueError("SparseDense: a máscara só tem zeros e uns")

    def build(self, shape: Shape, random: RandomState) -> None:
        """Os pesos, que nascem em zero onde não há ligação, e os vieses."""
        if shape and shape[-1] != self.mask.shape[0]:
            rows = self.mask.shape[0]
            raise ValueError(f"{self.name}: a máscara tem {rows} linhas, uma por entrada; as entradas são {shape[-1]}")
        super().build(shape, random)
        self.kernel.value = self.kernel.value * moved(self.mask, self.kernel.value)

    def call(self, x: Any, training: bool = False) -> Any:
        r"""$f(X (W \odot M) + \mathbf{b})$."""
        self.mask = moved(self.mask, self.kernel.value)
        return self.activation(self.preactivation(x, self.kernel * self.mask))
# --8<-- [end:SparseDense]

    @property
    def connections(self) -> int:
        """Quantas ligações existem."""
        return sum(int(x) for row in nested_list(self.mask) for x in row)

    def get_config(self) -> dict[str, Any]:
        """As opções, em dados simples."""
        return {**super().get_config(), "mask": nested_list(self.mask)}
