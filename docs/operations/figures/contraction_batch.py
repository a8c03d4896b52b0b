"""Duas matrizes em cada tensor: matmul casa a 0 com a 0 e a 1 com a 1; dot cruza todas com todas."""

from matplotlib.figure import Figure

from reference import dot, matmul, ones
from tools.site.style import DADO, NEUTRO, PESO, SAIDA, SMALL, arrow, cell, new_figure, text


def desenhar() -> Figure:
    figure, axes = new_figure(500, 220)
    x, y = ones((2, 3, 4)), ones((2, 4, 5))
    size = (68, 42)
    for name, product, left, pairs in (
        ("matmul", matmul, 10, [(0, 0), (1, 1)]),
        ("dot", dot, 280, [(0, 0), (0, 1), (1, 0), (1, 1)]),
    ):
        text(axes, (left + 105, 20), name, code=True)
        for index in range(2):
            top = 44 + 78 * index
            cell(axes, (left, top), size, f"x[{index}]", DADO)
            cell(axes, (left + 142, top), size, f"y[{index}]", PESO)
        for start, end in pairs:
            arrow(axes, (left + 70, 65 + 78 * start), (left + 140, 65 + 78 * end), NEUTRO)
        text(axes, (left + 105, 198), str(product(x, y).shape), SAIDA, SMALL, code=True)
    return figure
