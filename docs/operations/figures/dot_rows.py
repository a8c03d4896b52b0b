"""Uma linha do produto como mistura das linhas da segunda matriz, com os coeficientes da linha da primeira."""

from matplotlib.figure import Figure

from reference import array, dot
from tools.site.style import DADO, NEUTRO, PESO, SAIDA, SMALL, arrow, new_figure, tensor_grid, text


def desenhar() -> Figure:
    figure, axes = new_figure(460, 204)
    recipe, rows = array([2, 0, 1]), array([[1, 1], [5, 5], [10, 20]])
    text(axes, (48, 22), "receita", DADO, SMALL)
    text(axes, (156, 22), "linhas de Y", PESO, SMALL)
    for i, coefficient in enumerate(recipe.tolist()):
        top, left_out = 40 + 52 * i, coefficient == 0
        tensor_grid(axes, coefficient, DADO, at=(24, top), copies=lambda row, column, out=left_out: out)
        text(axes, (90, top + 19), "×", NEUTRO, alpha=0.4 if left_out else 1)
        line = tensor_grid(axes, rows[i], PESO, at=(108, top), copies=lambda row, column, out=left_out: out)
        if not left_out:
            arrow(axes, line.east, (318, 112 + 8 * (i - 1)), NEUTRO, label="+" if i else "")
    total = tensor_grid(axes, dot(recipe, rows), SAIDA, at=(326, 92))
    text(axes, (total.center[0], total.top - 14), "linha de XY", SAIDA, SMALL)
    return figure
