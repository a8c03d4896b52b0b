"""As duas somas de uma matriz: no eixo 0, para baixo; no eixo 1, para a direita."""

from matplotlib.figure import Figure

from reference import array
from tools.site.style import DADO, NEUTRO, SAIDA, SMALL, arrow, new_figure, tensor_grid, text


def desenhar() -> Figure:
    figure, axes = new_figure(440, 216)
    x = array([[1, 2, 3], [4, 5, 6]])
    grid = tensor_grid(axes, x, DADO, at=(60, 34), axis_names=True)
    below = tensor_grid(axes, x.sum(axis=0), SAIDA, at=(60, 160))
    right = tensor_grid(axes, x.sum(axis=1), SAIDA, at=(296, 34), column=True)
    for j in range(3):
        arrow(axes, (below.left + 24 + 48 * j, grid.bottom + 4), (below.left + 24 + 48 * j, below.top - 4), NEUTRO)
    for i in range(2):
        arrow(axes, (grid.right + 6, grid.top + 19 + 38 * i), (right.left - 6, grid.top + 19 + 38 * i), NEUTRO)
    text(axes, (below.right + 14, below.center[1]), "sum(axis=0)  (3,)", SAIDA, SMALL, code=True, ha="left")
    text(axes, (right.center[0] + 6, right.top - 14), "sum(axis=1)  (2,)", SAIDA, SMALL, code=True)
    return figure
