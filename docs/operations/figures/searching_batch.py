"""Quatro imagens por dez dígitos: a tinta é a probabilidade, e à direita fica a posição da maior de cada linha."""

from matplotlib.figure import Figure

from reference import argmax
from tools.site.style import DADO, NEUTRO, SAIDA, SMALL, arrow, cell, new_figure, pixels, text

BATCH = [
    [0.00, 0.01, 0.05, 0.04, 0.00, 0.01, 0.00, 0.85, 0.01, 0.03],
    [0.02, 0.03, 0.70, 0.10, 0.01, 0.02, 0.05, 0.01, 0.05, 0.01],
    [0.01, 0.01, 0.02, 0.01, 0.42, 0.02, 0.02, 0.05, 0.02, 0.42],
    [0.03, 0.01, 0.04, 0.45, 0.01, 0.38, 0.02, 0.01, 0.04, 0.01],
]
SIDE = 28


def desenhar() -> Figure:
    figure, axes = new_figure(470, 214)
    box = pixels(axes, BATCH, (92, 56), 10 * SIDE, positive=DADO, top=0.85)
    text(axes, (box.center[0], 14), "dígito (eixo 1)", NEUTRO, SMALL)
    for digit in range(10):
        text(axes, (box.left + SIDE * (digit + 0.5), 40), str(digit), NEUTRO, SMALL, code=True)
    for i, best in enumerate(argmax(BATCH, axis=1).tolist()):
        middle = box.top + SIDE * (i + 0.5)
        text(axes, (box.left - 8, middle), f"imagem {i}", NEUTRO, SMALL, ha="right")
        arrow(axes, (box.right + 6, middle), (box.right + 36, middle), NEUTRO)
        cell(axes, (box.right + 40, middle - SIDE / 2), (36, SIDE), str(best), SAIDA)
    text(axes, (box.center[0], box.bottom + 24), "argmax(axis=1): uma resposta por linha", SAIDA, SMALL)
    return figure
