"""O produto de matrizes no papel: cada elemento onde se cruzam uma linha da primeira e uma coluna da segunda."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

from reference import array, matrix_dot
from tools.site.style import DADO, NEUTRO, PESO, SAIDA, SMALL, Box, new_figure, put, tensor_grid, text

WIDTH, HEIGHT = 58, 36


def frame(axes: Axes, box: Box) -> None:
    outline = {"boxstyle": "round,pad=2,rounding_size=7", "fill": False, "edgecolor": NEUTRO, "linewidth": 2}
    put(axes, FancyBboxPatch((box.left, box.top), box.right - box.left, box.bottom - box.top, **outline))


def desenhar() -> Figure:
    figure, axes = new_figure(470, 296)
    x = array([[1.0, 2.0, 3.0, 2.5], [2.0, 5.0, -1.0, 2.0]])
    weights = array([[0.2, 0.8, -0.5, 1.0], [0.5, -0.91, 0.26, -0.5], [-0.26, -0.27, 0.17, 0.87]]).T
    size = WIDTH, HEIGHT
    left = tensor_grid(axes, x, DADO, at=(14, 210), size=size)
    above = tensor_grid(axes, weights, PESO, at=(282, 34), size=size)
    result = tensor_grid(axes, matrix_dot(x, weights), SAIDA, at=(282, 210), size=size)
    text(axes, (left.center[0], left.top - 18), "amostras (2, 4)", DADO, SMALL)
    text(axes, (above.center[0], above.top - 18), "pesos (4, 3)", PESO, SMALL)
    frame(axes, Box(left.left, left.top, left.right, left.top + HEIGHT))
    frame(axes, Box(above.left, above.top, above.left + WIDTH, above.bottom))
    frame(axes, Box(result.left, result.top, result.left + WIDTH, result.top + HEIGHT))
    return figure
