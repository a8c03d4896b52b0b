"""A camada das casas: duas entradas, três neurônios lado a lado, todos ligados a tudo."""

from matplotlib.figure import Figure

from tools.site.style import DADO, NEUTRO, PESO, SAIDA, SMALL, arrow, new_figure, node, text

WEIGHTS = [[100, 1, 5], [50, 2, 30]]
ANSWERS = [("preço", 10150), ("imposto", 96), ("condomínio", 590)]


def desenhar() -> Figure:
    figure, axes = new_figure(480, 330)
    inputs = [node(axes, (60, y), words, DADO) for y, words in ((110, "80"), (230, "3"))]
    for j, (name, answer) in enumerate(ANSWERS):
        y = 60 + 110 * j
        place = node(axes, (300, y), "Σ", NEUTRO)
        for i, box in enumerate(inputs):
            arrow(axes, box.east, place.west, NEUTRO)
            share = 0.3 if i == 0 and j == 1 else 0.72
            start, end = box.east, place.west
            at = start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share - 10
            text(axes, at, str(WEIGHTS[i][j]), PESO, SMALL)
        text(axes, (334, y - 12), str(answer), SAIDA, SMALL, ha="left", code=True)
        text(axes, (334, y + 12), name, SAIDA, SMALL, ha="left")
    text(axes, (60, 68), "tamanho", DADO, SMALL)
    text(axes, (60, 272), "quartos", DADO, SMALL)
    return figure
