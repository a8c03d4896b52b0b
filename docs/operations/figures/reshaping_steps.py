"""A mesma fila de seis casas, percorrida com os passos da matriz, da remodelada e da transposta."""

from itertools import pairwise

from matplotlib.figure import Figure

from reference import arange
from reference.tensors.layout import offsets
from tools.site.style import DADO, NEUTRO, SMALL, arrow, new_figure, tensor_grid, text

SIZE = (40, 34)


def desenhar() -> Figure:
    figure, axes = new_figure(500, 326)
    x = arange(6).reshape(2, 3)
    readings = [("x", x), ("x.reshape(3, 2)", x.reshape(3, 2)), ("x.T", x.T)]
    for index, (name, view) in enumerate(readings):
        top = 40 + 106 * index
        text(axes, (16, top + 5), name, DADO, SMALL, code=True, ha="left")
        text(axes, (16, top + 28), f"passos {view.steps}", NEUTRO, SMALL, ha="left")
        row = tensor_grid(axes, arange(6), DADO, at=(236, top), size=SIZE)
        centers = [row.left + SIZE[0] * (place + 0.5) for place in offsets(view.shape, view.steps, view.offset)]
        width = view.shape[1]
        for i in range(view.shape[0]):
            line = centers[i * width : (i + 1) * width]
            for start, end in pairwise(line):
                bend = -0.5 if end - start < 2 * SIZE[0] else -0.3
                arrow(axes, (start, top - 2), (end, top - 2), NEUTRO, bend=bend)
            if name != "x.T":
                text(axes, ((line[0] + line[-1]) / 2, row.bottom + 13), f"linha {i}", NEUTRO, SMALL)
    text(axes, (row.center[0], row.bottom + 13), "linhas 0 3, 1 4 e 2 5", NEUTRO, SMALL)
    return figure
