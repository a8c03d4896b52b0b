"""A busca por 0,25: a cada pergunta, metade da linha sai."""

from matplotlib.figure import Figure

from reference import array, sort
from reference.operations.sorting import before
from tools.site.style import DADO, NEUTRO, SAIDA, SMALL, cell, new_figure, text

SIZE = (64, 38)
WANTED = 0.25


def desenhar() -> Figure:
    figure, axes = new_figure(500, 226)
    line = sort(array([0.08, 0.31, 0.02, 0.14, 0.45])).tolist()
    low, high, top = 0, len(line), 12.0
    while low < high:
        middle = (low + high) // 2
        for i, value in enumerate(line):
            role = SAIDA if i == middle else DADO
            cell(axes, (12 + i * SIZE[0], top), SIZE, str(value), role, copy=not low <= i < high)
        passed = before(line[middle], WANTED)
        sign, move = ("<", "para a direita") if passed else (">", "para a esquerda")
        text(axes, (344, top + 12), f"{line[middle]} {sign} {WANTED}".replace(".", ","), SAIDA, SMALL, ha="left")
        text(axes, (344, top + 30), move, NEUTRO, SMALL, ha="left")
        low, high = (middle + 1, high) if passed else (low, middle)
        top += 62
    words = f"o lugar de {WANTED} é a posição {low}".replace(".", ",")
    text(axes, (12 + low * SIZE[0], top + 8), words, SAIDA, SMALL)
    return figure
