"""As duas matrizes de uma grade de três valores de x e dois de y; o que só se repete vai tracejado."""

from matplotlib.figure import Figure

from reference import meshgrid
from tools.site.style import DADO, new_figure, tensor_grid


def desenhar() -> Figure:
    figure, axes = new_figure(420, 128)
    x, y = meshgrid([1, 2, 3], [10, 20])
    size = (52, 38)
    tensor_grid(axes, x, DADO, at=(20, 40), size=size, label="x", copies=lambda row, _: row > 0)
    tensor_grid(axes, y, DADO, at=(236, 40), size=size, label="y", copies=lambda _, column: column > 0)
    return figure
