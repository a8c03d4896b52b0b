"""As cinco molduras de uma linha de quatro números."""

from matplotlib.figure import Figure

from reference import array, pad
from tools.site.style import DADO, NEUTRO, SMALL, cell, new_figure, text

SIZE = (42, 34)
WIDTH = 2


def desenhar() -> Figure:
    figure, axes = new_figure(470, 226)
    x = array([1, 2, 3, 4])
    for k, mode in enumerate(("constant", "edge", "reflect", "symmetric", "wrap")):
        top = 10 + k * 42
        text(axes, (108, top + SIZE[1] / 2), mode, NEUTRO, SMALL, ha="right", code=True)
        for i, value in enumerate(pad(x, WIDTH, mode=mode).tolist()):
            inside = WIDTH <= i < WIDTH + x.size
            cell(axes, (120 + i * SIZE[0], top), SIZE, str(value), DADO if inside else NEUTRO)
    return figure
