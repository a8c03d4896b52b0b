"""As duas somas de uma matriz: no eixo 0, para baixo; no eixo 1, para a direita."""

from matplotlib.figure import Figure

from reference import array
from tools.site.style import DADO, NEUTRO, SAIDA, SMALL, arrow, new_figure, tensor_grid, text


def desenhar() -> Figure:
    figure, axes = new_figure(430, 252)
    x = array([[7, 8, 5, 6], [9, 10, 9, 8], [4, 6, 5, 9]])
    grid = tensor_grid(axes, x, DADO, at=(40, 34), axis_names=True)
    below = tensor_grid(axes, x.sum(axis=0), SAIDA, at=(40, 200))
    right = tensor_grid(axes, x.sum(axis=1), SAIDA, at=(300, 34), column=True)
    for j in range(4):
        arrow(axes, (below.left + 24 + 48 * j, grid.bottom + 4), (below.left + 24 + 48 * j, below.top - 4), NEUTRO)
    for i in range(3):
        arrow(axes, (grid.right + 6, grid.top + 19 + 38 * i), (right.left - 6, grid.top + 19 + 38 * i), NEUTRO)
    text(axes, (below.right + 14, below.center[1]), "sum(axis=0)", SAIDA, SMALL, code=True, ha="left")
    text(axes, (right.center[0] + 6, right.top - 14), "sum(axis=1)", SAIDA, SMALL, code=True)
    return figure
