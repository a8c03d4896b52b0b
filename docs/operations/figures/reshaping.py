"""A mesma matriz remodelada e transposta: a mesma forma, números em lugares diferentes."""

from matplotlib.figure import Figure

from reference import arange
from tools.site.style import DADO, NEUTRO, SAIDA, arrow, new_figure, tensor_grid


def desenhar() -> Figure:
    figure, axes = new_figure(430, 296)
    x = arange(6).reshape(2, 3)
    start = tensor_grid(axes, x, DADO, at=(16, 108), label="x")
    above = tensor_grid(axes, x.reshape(3, 2), SAIDA, at=(300, 30), label="x.reshape(3, 2)")
    below = tensor_grid(axes, x.T, SAIDA, at=(300, 172), label="x.T")
    for box in (above, below):
        arrow(axes, start.east, (box.left - 8, box.center[1]), NEUTRO)
    return figure
