"""As quatro entradas contra uma coluna de três pesos, que falha, e contra a da transposta, que tem quatro."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

from reference import array, dot
from tools.site.style import DADO, ERRO, NEUTRO, PESO, SAIDA, SMALL, Box, cell, new_figure, put, tensor_grid, text

SIZE, WIDTH = (38, 34), 52


def column(axes: Axes, box: Box, role: str) -> None:
    """Uma moldura em volta da primeira coluna."""
    outline = {"boxstyle": "round,pad=1.5,rounding_size=7", "fill": False, "edgecolor": role, "linewidth": 2}
    put(axes, FancyBboxPatch((box.left, box.top), box.right - box.left, box.bottom - box.top, **outline))


def desenhar() -> Figure:
    figure, axes = new_figure(412, 380)
    x = array([1, 2, 3, 2.5])
    weights = array([[0.2, 0.8, -0.5, 1], [0.5, -0.91, 0.26, -0.5], [-0.26, -0.27, 0.17, 0.87]])
    for top, name, w in ((34, "W (3, 4)", weights), (220, "W.T (4, 3)", weights.T)):
        tensor_grid(axes, x, DADO, (6, top), SIZE, label="x (4,)")
        text(axes, (178, top + 17), "·", NEUTRO, size=26)
        grid = tensor_grid(axes, w, PESO, (198, top), (WIDTH, SIZE[1]), label=name)
        fits = len(w) == len(x)
        column(axes, Box(grid.left, grid.top, grid.left + WIDTH, grid.bottom), SAIDA if fits else ERRO)
    cell(axes, (198, 34 + 3 * SIZE[1]), (WIDTH, SIZE[1]), "?", ERRO, copy=True)
    text(axes, (84, 96), "quatro entradas,", ERRO, SMALL)
    text(axes, (84, 116), "três pesos: sobra o 2,5", ERRO, SMALL)
    text(axes, (84, 282), "quatro e quatro:", SAIDA, SMALL)
    text(axes, (84, 302), "o primeiro neurônio", SAIDA, SMALL)
    tensor_grid(axes, dot(x, weights.T).round(3)[:1], SAIDA, (58, 318), (WIDTH, 34))
    return figure
