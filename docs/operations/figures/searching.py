"""As dez probabilidades de uma imagem e, embaixo de cada uma, a posição da maior vista até ali."""

import operator

from matplotlib.figure import Figure

from reference.operations.searching import position
from tools.site.style import DADO, NEUTRO, SAIDA, SMALL, cell, new_figure, text

SCORES = [0.00, 0.01, 0.05, 0.04, 0.00, 0.01, 0.00, 0.85, 0.01, 0.03]
SIZE = (45, 38)


def desenhar() -> Figure:
    figure, axes = new_figure(470, 176)
    text(axes, (10, 14), "posição (o dígito)", NEUTRO, SMALL, ha="left")
    text(axes, (10, 122), "a melhor até aqui", SAIDA, SMALL, ha="left")
    for i, score in enumerate(SCORES):
        left = 10 + SIZE[0] * i
        best = position("argmax", operator.gt, SCORES[: i + 1])
        text(axes, (left + SIZE[0] / 2, 40), str(i), NEUTRO, code=True)
        cell(axes, (left, 58), SIZE, f"{score:.2f}", SAIDA if best == i else DADO)
        text(axes, (left + SIZE[0] / 2, 152), str(best), SAIDA, code=True, weight="bold" if best == i else "normal")
    return figure
