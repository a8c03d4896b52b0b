"""Duas grades de mesma forma, somadas casa por casa; destacada, a casa da linha 1 e coluna 2."""

from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from reference import add, array
from tools.site.style import DADO, NEUTRO, SAIDA, SMALL, new_figure, put, tensor_grid, text


def desenhar() -> Figure:
    figure, axes = new_figure(470, 160)
    a, b = array([[1, 2, 3], [6, 7, 8]]), array([[4, 5, 9], [1, 3, 3]])
    size = (42, 36)
    grids = [
        tensor_grid(axes, a, DADO, at=(4, 44), size=size, label="a (2, 3)"),
        tensor_grid(axes, b, DADO, at=(162, 44), size=size, label="b (2, 3)"),
        tensor_grid(axes, add(a, b), SAIDA, at=(322, 44), size=size, label="a + b (2, 3)"),
    ]
    text(axes, (146, 80), "+", NEUTRO)
    text(axes, (304, 80), "=", NEUTRO)
    for grid, note in zip(grids, ["a[1, 2]", "b[1, 2]", "8 + 3 = 11"]):
        put(axes, Rectangle((grid.right - 42, grid.bottom - 36), 42, 36, fill=False, edgecolor=NEUTRO, linewidth=2.5))
        text(axes, (grid.right - 2, grid.bottom + 18), note, NEUTRO, SMALL, ha="right", code=True)
    return figure
