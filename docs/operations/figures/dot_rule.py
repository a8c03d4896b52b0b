"""A regra das formas: os tamanhos que se tocam têm de ser iguais e somem; os de fora ficam."""

from matplotlib.figure import Figure

from reference import matmul, ones
from tools.site.style import DADO, NEUTRO, PESO, SAIDA, SMALL, arrow, cell, new_figure, text


def desenhar() -> Figure:
    figure, axes = new_figure(460, 168)
    x, y = ones((2, 4)), ones((4, 3))
    lengths = [*x.shape, *y.shape]
    places = [(24, DADO), (80, DADO), (166, PESO), (222, PESO)]
    for length, (left, role) in zip(lengths, places):
        inner = left in (80, 166)
        cell(axes, (left, 48), (48, 42), str(length), role, copy=inner)
    text(axes, (147, 70), "·", size=26)
    text(axes, (76, 28), "x", DADO, code=True)
    text(axes, (218, 28), "y", PESO, code=True)
    arrow(axes, (104, 92), (190, 92), NEUTRO, bend=0.5)
    text(axes, (147, 130), "iguais: somem", NEUTRO, SMALL)
    arrow(axes, (290, 70), (340, 70), NEUTRO)
    for length, left in zip(matmul(x, y).shape, (352, 404)):
        cell(axes, (left, 48), (48, 42), str(length), SAIDA)
    text(axes, (402, 28), "x · y", SAIDA, code=True)
    text(axes, (402, 112), "ficam", NEUTRO, SMALL)
    return figure
