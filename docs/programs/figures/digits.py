"""Dez imagens da prova: cinco zeros e cinco uns, cada um de uma mão."""

from matplotlib.figure import Figure

from programs.zero_or_one import read_record
from reference import array
from tools.site.style import DADO, SMALL, new_figure, pixels, text


def desenhar() -> Figure:
    figure, axes = new_figure(500, 232)
    for i, digit in enumerate(read_record()["typical"]):
        column, row = i % 5, i // 5
        image = array(digit["image"]).reshape((28, 28))
        box = pixels(axes, image, (10 + 98 * column, 6 + 114 * row), 88, positive=DADO, top=255)
        text(axes, (box.center[0], box.bottom + 12), f"rótulo {digit['label']}", DADO, SMALL)
    return figure
