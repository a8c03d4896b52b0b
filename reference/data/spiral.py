r"""A espiral: pontos do plano em braços enrolados uns nos outros, que reta nenhuma separa.

É o `spiral_data` do pacote nnfs, de que as notas se servem: com a mesma semente, os mesmos números, bit por bit.
"""

import math
from typing import Any

from reference.random import RandomState
from reference.tensors.creation import zeros
from reference.tensors.ranges import linspace
from reference.tensors.tensor import Tensor

TURN = 4.0
"""Quanto cada braço avança, antes do fator abaixo."""
SPEED = 2.5
"""Radianos por unidade de avanço: cada braço dá dez radianos de volta, mais de uma volta e meia."""
NOISE = 0.2
"""Desvio padrão do tremor do ângulo, antes do mesmo fator."""


# --8<-- [start:spiral_data]
def spiral_data(
    samples: int = 100, classes: int = 3, seed: int | RandomState = 0, dtype: Any = "float32"
) -> tuple[Tensor, Tensor]:
    r"""Espiral de vários braços: o ponto $i$ de cada um está em $r\,(\sin 2{,}5\,t,\ \cos 2{,}5\,t)$.

    O raio vai de 0 a 1, por igual; $t$ vai de $4c$ a $4(c + 1)$ no braço $c$, com um tremor normal de desvio 0,2.

    Args:
        samples: Quantos pontos em **cada** braço.
        classes: Quantos braços, um por classe.
        seed: Semente, ou o próprio gerador de sorteios, para continuar a sequência dele.
        dtype: Tipo dos pontos: `"float32"`, como depois de `nnfs.init()`, ou `"float64"`, como sem ele.

    Returns:
        Os pontos, de forma (samples · classes, 2), e a classe de cada um, de forma (samples · classes,), em uint8.

    Raises:
        ValueError: Se não houver ao menos um ponto e uma classe, ou se as classes não couberem num uint8.

    Examples:
        >>> x, y = spiral_data(samples=100, classes=3)
        >>> x.shape, x.dtype, y.dtype
        ((300, 2), dtype('float32'), dtype('uint8'))
        >>> print(x[:3].round(6))
        [[0.       0.      ]
         [0.002996 0.009647]
         [0.012881 0.015563]]

    [Notas: Dados em espiral; spiral_data]
    """
    if samples < 1 or not 1 <= classes <= 256:
        raise ValueError(f"spiral_data: ao menos um ponto, e de 1 a 256 classes; pediu {samples} e {classes}")
    random = seed if isinstance(seed, RandomState) else RandomState(seed)
    x, y = zeros((samples * classes, 2), dtype=dtype), zeros(samples * classes, dtype="uint8")
    radii = linspace(0.0, 1.0, samples)
    for label in range(classes):
        noise = random.randn(samples).astype(dtype) * NOISE
        turns = linspace(TURN * label, TURN * (label + 1), samples) + noise
        for i, (r, t) in enumerate(zip(radii.tolist(), turns.tolist())):
            k = label * samples + i
            x[k, 0], x[k, 1] = r * math.sin(SPEED * t), r * math.cos(SPEED * t)
            y[k] = label
    return x, y
# --8<-- [end:spiral_data]
