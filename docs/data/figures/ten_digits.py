"""A primeira imagem de cada algarismo nos dados de treino do MNIST.

As dez estão em `digits.idx.gz`, no formato da própria página, na ordem dos algarismos.
"""

from pathlib import Path

from matplotlib.figure import Figure

from reference.data.mnist import read_idx
from tools.site.style import DADO, NEUTRO, SMALL, new_figure, pixels, text

PLACES = [1, 3, 5, 7, 2, 0, 13, 15, 17, 4]
"""A posição de cada uma entre as 60.000."""


def desenhar() -> Figure:
    figure, axes = new_figure(500, 276)
    for digit, image in enumerate(read_idx(Path(__file__).with_name("digits.idx.gz"))):
        column, row = digit % 5, digit // 5
        box = pixels(axes, image, (10 + 98 * column, 6 + 136 * row), 88, positive=DADO, top=255)
        text(axes, (box.center[0], box.bottom + 13), f"rótulo {digit}", DADO, SMALL)
        text(axes, (box.center[0], box.bottom + 31), f"x[{PLACES[digit]}]", NEUTRO, SMALL, code=True)
    return figure
