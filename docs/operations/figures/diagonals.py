"""A diagonal de uma matriz guardada linha a linha: de um elemento ao seguinte, cinco casas."""

from matplotlib.figure import Figure

from reference import arange, diagonal
from tools.site.style import DADO, NEUTRO, SAIDA, SMALL, cell, new_figure, tensor_grid, text

SIZE = (48, 38)
ROW = (29, 32)


def desenhar() -> Figure:
    figure, axes = new_figure(480, 256)
    x = arange(16).reshape(4, 4)
    chosen = diagonal(x).tolist()
    grid = tensor_grid(axes, x, DADO, at=(34, 26), size=SIZE, axis_names=True)
    for i, value in enumerate(chosen):
        cell(axes, (grid.left + i * SIZE[0], grid.top + i * SIZE[1]), SIZE, str(value), SAIDA)
    view = diagonal(x)
    words = f"passos da matriz: {x.steps[0]} e {x.steps[1]}", f"passo da diagonal: {view.steps[0]}"
    text(axes, (252, 86), words[0], DADO, SMALL, ha="left")
    text(axes, (252, 112), words[1], SAIDA, SMALL, ha="left")
    for value in x.ravel().tolist():
        corner = 8 + value * ROW[0], 200
        cell(axes, corner, ROW, str(value), SAIDA if value in chosen else DADO)
    text(axes, (240, 246), "a memória", NEUTRO, SMALL)
    return figure
