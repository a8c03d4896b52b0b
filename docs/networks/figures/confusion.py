"""A matriz de confusão das dez frutas: acertos na diagonal, enganos fora dela."""

from matplotlib.figure import Figure

from reference.networks.metrics import confusion_matrix
from tools.site.style import ERRO, NEUTRO, SAIDA, SMALL, cell, new_figure, text

NAMES = ["maçã", "pera", "uva"]


def desenhar() -> Figure:
    figure, axes = new_figure(480, 250)
    matrix = confusion_matrix([0, 0, 0, 0, 1, 1, 1, 2, 2, 2], [0, 0, 1, 1, 1, 1, 1, 2, 2, 2]).tolist()
    left, top, width, height = 130, 66, 84, 52
    text(axes, (left + 1.5 * width, 16), "a rede disse", NEUTRO, SMALL)
    text(axes, (24, top + 1.5 * height), "era", NEUTRO, SMALL)
    for i, row in enumerate(matrix):
        text(axes, (left + (i + 0.5) * width, 46), NAMES[i], NEUTRO, SMALL)
        text(axes, (left - 12, top + (i + 0.5) * height), NAMES[i], NEUTRO, SMALL, ha="right")
        for j, count in enumerate(row):
            role = SAIDA if i == j else ERRO if count else NEUTRO
            cell(axes, (left + j * width, top + i * height), (width, height), str(count), role)
    text(axes, (left + 3 * width + 10, top + 0.5 * height), "2 de 4", NEUTRO, SMALL, ha="left")
    text(axes, (left + 0.5 * width, top + 3 * height + 16), "2 de 2", NEUTRO, SMALL)
    return figure
