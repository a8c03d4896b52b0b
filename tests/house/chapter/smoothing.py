"""Média móvel: cada ponto vira a média dos vizinhos, e o que treme fica liso."""

from reference.tensors.creation import array
from reference.tensors.dtypes import float64
from reference.tensors.tensor import Tensor


# --8<-- [start:moving_average]
def moving_average(x: Tensor, window: int) -> Tensor:
    r"""Média móvel de um vetor: $y_i = \frac{1}{n} \sum_{j=0}^{n-1} x_{i+j}$.

    Args:
        x: Vetor de forma (m,).
        window: Quantos elementos seguidos entram em cada média, o $n$ da fórmula; de 1 a m.

    Returns:
        Vetor float64 de forma (m - n + 1,): uma média para cada lugar em que a janela cabe inteira.

    Raises:
        ValueError: Se `x` não for vetor, ou se a janela não couber nele.

    Examples:
        >>> moving_average(array([1.0, 3.0, 8.0, 4.0]), 2)
        array([2. , 5.5, 6. ])
    """
    if x.ndim != 1 or not 1 <= window <= x.size:
        raise ValueError(f"moving_average: uma janela de {window} não cabe num tensor de forma {x.shape}")
    averages = []
    for i in range(x.size - window + 1):
        total = 0.0
        for x_j in x[i : i + window].tolist():
            total += x_j
        averages.append(total / window)
    return array(averages, dtype=float64)
# --8<-- [end:moving_average]
