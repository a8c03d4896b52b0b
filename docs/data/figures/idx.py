"""O começo do arquivo de imagens do MNIST: dezesseis bytes de cabeçalho e, depois, os tons."""

from matplotlib.figure import Figure

from tools.site.style import DADO, NEUTRO, SMALL, TINTA, cell, new_figure, text

HEADER = [
    ([0, 0, 8, 3], "uint8, 3 eixos"),
    ([0, 0, 234, 96], "60.000 imagens"),
    ([0, 0, 0, 28], "28 linhas"),
    ([0, 0, 0, 28], "28 colunas"),
]
SIZE = (38.0, 32.0)


def desenhar() -> Figure:
    figure, axes = new_figure(500, 252)
    for k, (values, meaning) in enumerate(HEADER):
        left, top = 74 + k % 2 * 190, 10 + k // 2 * 78
        for i, value in enumerate(values):
            cell(axes, (left + i * SIZE[0], top), SIZE, str(value), NEUTRO)
        text(axes, (left + 2 * SIZE[0], top + 48), meaning, TINTA, SMALL)
    for i in range(12):
        cell(axes, (12 + i * SIZE[0], 176), SIZE, "0", DADO)
    text(axes, (482, 192), "…", DADO)
    text(axes, (250, 228), "os 47.040.000 tons, uma imagem depois da outra", DADO, SMALL)
    return figure
