"""Três algarismos de 28 por 28 pontos, e os mesmos com 14 por 14: cada quatro pontos viram a sua média."""

from pathlib import Path

from matplotlib.figure import Figure

from programs.digits import shrunk
from reference.data.mnist import read_idx
from tools.site.style import DADO, SMALL, new_figure, pixels, text

DIGITS = Path(__file__).parents[2] / "data" / "figures" / "digits.idx.gz"


def desenhar() -> Figure:
    figure, axes = new_figure(420, 304)
    images = read_idx(DIGITS)
    for i, digit in enumerate((2, 5, 8)):
        pixels(axes, images[digit], (14 + 136 * i, 8), 120, positive=DADO, top=255)
        box = pixels(axes, shrunk(images, 2)[digit], (14 + 136 * i, 150), 120, positive=DADO, top=255)
        text(axes, (box.center[0], box.bottom + 16), f"rótulo {digit}", DADO, SMALL)
    return figure
