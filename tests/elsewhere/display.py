"""Os dez algarismos de um mostrador de calculadora, com ruído: um MNIST de brinquedo, que cabe em qualquer página."""

import reference as np
from reference.data.augmentation import add_noise
from reference.random import RandomState

PIXELS, HIDDEN, CLASSES = 15, 32, 10
SHAPES = ["111101101101111", "001001001001001", "111001111100111", "111001111001111", "101101111001001",
          "111100111001111", "111100111101111", "111001001001001", "111101111101111", "111101111001111"]  # fmt: skip
"""De cada algarismo, cinco linhas de três pontos, acesos (1) ou apagados (0)."""


def load(copies: int = 30) -> tuple[list[list[float]], list[int]]:
    """Imagens de 15 pontos, de 0 a 1, e o algarismo que está em cada uma; listas do Python, que qualquer um lê."""
    clean = np.array([[float(point) for point in shape] for shape in SHAPES] * copies)
    return add_noise(clean, scale=0.3, seed=0).tolist(), list(range(CLASSES)) * copies


def first_weights(sizes: tuple[int, int, int] = (PIXELS, HIDDEN, CLASSES)) -> list[list]:
    """Os pesos de que todos os programas partem: duas matrizes e dois vieses."""
    inputs, hidden, classes = sizes
    random = RandomState(0)
    first = random.uniform(-0.3, 0.3, (inputs, hidden)).tolist()
    return [first, [0.0] * hidden, random.uniform(-0.3, 0.3, (hidden, classes)).tolist(), [0.0] * classes]
