"""Três notas viram potências e depois fatias de um inteiro."""

from matplotlib.figure import Figure

from reference import array, exp
from reference.networks.softmax import softmax
from tools.site.style import DADO, NEUTRO, SAIDA, SMALL, arrow, cell, new_figure, text

NAMES = ("7", "1", "4")
FULL = 130
"""A largura, em pixels, de uma fatia de 100 %."""


def desenhar() -> Figure:
    figure, axes = new_figure(500, 210)
    z = array([3.0, 1.0, 0.2])
    for at, words in ((76, "nota"), (192, "exponencial"), (376, "probabilidade")):
        text(axes, (at, 20), words, NEUTRO, SMALL)
    for i, (name, score, power, part) in enumerate(zip(NAMES, z.tolist(), exp(z).tolist(), softmax(z).tolist())):
        top = 40 + 56 * i
        text(axes, (20, top + 20), name, code=True)
        cell(axes, (44, top), (64, 40), f"{score:g}", DADO)
        arrow(axes, (112, top + 20), (144, top + 20), NEUTRO)
        cell(axes, (148, top), (88, 40), f"{power:.2f}", NEUTRO)
        arrow(axes, (240, top + 20), (272, top + 20), NEUTRO)
        axes.barh(top + 20, FULL * part, 32, left=278, color=SAIDA)
        text(axes, (286 + FULL * part, top + 20), f"{100 * part:.1f} %".replace(".", ","), SAIDA, SMALL, ha="left")
    return figure
