r"""Aumento de dados: das mesmas imagens, outras que continuam querendo dizer a mesma coisa.

Um três deslocado dois pontos é um três; girado dez graus, também. Mostrar à rede as versões ensina a ela o que não
importa. Tudo aqui vale para um lote inteiro, de qualquer biblioteca do padrão Array API.
"""

import math
from typing import Any

from reference.operations.namespaces import array_namespace, device_of
from reference.random import RandomState


# --8<-- [start:shift]
def shift(images: Any, down: int, right: int) -> Any:
    """As imagens deslocadas; o que sai por um lado se perde, e do outro entram zeros.

    Args:
        images: Lote de forma (…, altura, largura).
        down: Quantas linhas para baixo; negativo, para cima.
        right: Quantas colunas para a direita; negativo, para a esquerda.

    Returns:
        Lote da mesma forma e do mesmo tipo.

    Raises:
        ValueError: Se as imagens não tiverem altura e largura.

    Examples:
        >>> shift(array([[1, 2], [3, 4]]), down=1, right=0)
        array([[0, 0],
               [1, 2]])
    """
    check_images("shift", images)
    return shift_axis(shift_axis(images, down, -2), right, -1)


def shift_axis(images: Any, steps: int, axis: int) -> Any:
    """As imagens deslocadas ao longo de um eixo, o último ou o penúltimo.

    Examples:
        >>> shift_axis(array([[1, 2, 3]]), steps=-1, axis=-1)
        array([[2, 3, 0]])
    """
    xp, n = array_namespace(images), images.shape[axis]
    steps = max(-n, min(n, steps))
    tail = (slice(None),) * (-1 - axis)
    kept = images[(..., slice(max(0, -steps), n - max(0, steps)), *tail)]
    empty = xp.zeros_like(images[(..., slice(0, abs(steps)), *tail)])
    return xp.concat([empty, kept] if steps > 0 else [kept, empty], axis=axis)
# --8<-- [end:shift]


# --8<-- [start:rotate]
def rotate(images: Any, degrees: float) -> Any:
    r"""As imagens giradas em torno do centro, no sentido anti-horário; o que entra de fora é zero.

    Cada ponto da imagem nova vem de um lugar da antiga, quase nunca um ponto exato: é a média dos quatro vizinhos,
    pesada pela distância (interpolação bilinear).

    Args:
        images: Lote de forma (…, altura, largura), de ponto flutuante.
        degrees: De quantos graus girar.

    Returns:
        Lote da mesma forma e do mesmo tipo.

    Raises:
        ValueError: Se as imagens não tiverem altura e largura.
        TypeError: Se não forem de ponto flutuante.

    Examples:
        >>> rotate(array([[1.0, 2.0], [3.0, 4.0]]), 90).round(6)
        array([[2., 4.],
               [1., 3.]])
    """
    check_images("rotate", images, floating=True)
    xp, (height, width) = array_namespace(images), images.shape[-2:]
    flat, total = xp.reshape(images, (-1, height * width)), xp.zeros_like(images)
    for places, weights in zip(*sources(height, width, math.radians(degrees))):
        taken = xp.take(flat, xp.asarray(places, device=device_of(images)), axis=1)
        weight = xp.asarray(weights, dtype=images.dtype, device=device_of(images))
        total = total + xp.reshape(taken * weight, images.shape)
    return total


def sources(height: int, width: int, angle: float) -> tuple[list[list[int]], list[list[float]]]:
    """De onde vem cada ponto de uma imagem girada: quatro listas de posições e quatro de pesos.

    Um vizinho que cai fora da imagem conta com peso zero.

    Args:
        height: Altura, em pontos.
        width: Largura, em pontos.
        angle: Ângulo, em radianos.

    Examples:
        >>> sources(1, 2, 0.0)
        ([[0, 1], [1, 0], [0, 0], [0, 0]], [[1.0, 1.0], [0.0, 0.0], [0.0, 0.0], [0.0, 0.0]])
    """
    cos, sin = math.cos(angle), math.sin(angle)
    middle_row, middle_column = (height - 1) / 2, (width - 1) / 2
    places, weights = [[], [], [], []], [[], [], [], []]  # type: ignore[var-annotated]
    for i in range(height):
        for j in range(width):
            down, right = i - middle_row, j - middle_column
            row, column = middle_row + cos * down + sin * right, middle_column - sin * down + cos * right
            top, left = math.floor(row), math.floor(column)
            for corner, (r, c) in enumerate(((top, left), (top, left + 1), (top + 1, left), (top + 1, left + 1))):
                inside = 0 <= r < height and 0 <= c < width
                places[corner].append(r * width + c if inside else 0)
                weights[corner].append((1 - abs(row - r)) * (1 - abs(column - c)) if inside else 0.0)
    return places, weights
# --8<-- [end:rotate]


# --8<-- [start:noise]
def add_noise(images: Any, scale: float = 0.1, seed: int | RandomState = 0) -> Any:
    """As imagens com ruído normal em cada ponto, sem passar de 0 nem de 1.

    Args:
        images: Lote de tons de 0 a 1, de forma (…, altura, largura).
        scale: Desvio padrão do ruído.
        seed: Semente, ou o próprio gerador de sorteios.

    Returns:
        Lote da mesma forma e do mesmo tipo.

    Raises:
        TypeError: Se os tons não forem de ponto flutuante.

    Examples:
        >>> add_noise(array([[0.5, 0.5], [0.0, 1.0]])).round(2)
        array([[0.68, 0.54],
               [0.1 , 1.  ]])
    """
    check_images("add_noise", images, floating=True)
    random = seed if isinstance(seed, RandomState) else RandomState(seed)
    xp = array_namespace(images)
    drawn = random.normal(scale=scale, size=tuple(images.shape)).tolist()
    noise = xp.asarray(drawn, dtype=images.dtype, device=device_of(images))
    return xp.clip(images + noise, 0.0, 1.0)
# --8<-- [end:noise]


# --8<-- [start:augment]
def augment(
    images: Any, pixels: int = 2, degrees: float = 10.0, scale: float = 0.0, seed: int | RandomState = 0
) -> Any:
    """Uma versão de cada imagem, com deslocamento, giro e ruído sorteados para ela.

    Args:
        images: Lote de tons de 0 a 1, de forma (m, altura, largura).
        pixels: Deslocamento máximo, em pontos, para cada lado.
        degrees: Giro máximo, em graus, para cada lado.
        scale: Desvio padrão do ruído.
        seed: Semente, ou o próprio gerador de sorteios.

    Returns:
        Lote da mesma forma e do mesmo tipo.

    Raises:
        TypeError: Se os tons não forem de ponto flutuante.

    Examples:
        >>> augment(zeros((3, 28, 28))).shape
        (3, 28, 28)

    [Notas: Aumento de dados]
    """
    check_images("augment", images, floating=True)
    random = seed if isinstance(seed, RandomState) else RandomState(seed)
    versions = []
    for i in range(images.shape[0]):
        down, right = random.randint(-pixels, pixels + 1, size=2).tolist()
        turned = rotate(images[i : i + 1, ...], float(random.uniform(-degrees, degrees)))
        versions.append(shift(turned, down, right))
    together = array_namespace(images).concat(versions, axis=0)
    return add_noise(together, scale, random) if scale else together
# --8<-- [end:augment]


def check_images(name: str, images: Any, floating: bool = False) -> None:
    """Confere que há altura e largura e, se for preciso, que os tons são de ponto flutuante.

    Examples:
        >>> check_images("shift", zeros(3))
        Traceback (most recent call last):
        ValueError: shift: uma imagem tem altura e largura, e a forma é (3,)
    """
    if len(images.shape) < 2:
        raise ValueError(f"{name}: uma imagem tem altura e largura, e a forma é {tuple(images.shape)}")
    if floating and not array_namespace(images).isdtype(images.dtype, "real floating"):
        raise TypeError(f"{name}: os tons têm de ser de ponto flutuante, de 0 a 1, e são {images.dtype}")
