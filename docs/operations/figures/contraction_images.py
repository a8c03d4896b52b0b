"""Duas imagens contra dois detectores: cada resposta soma a grade inteira."""

from matplotlib.figure import Figure

from reference import array, tensordot
from tools.site.style import DADO, NEUTRO, PESO, SAIDA, SMALL, cell, new_figure, tensor_grid, text


def desenhar() -> Figure:
    figure, axes = new_figure(500, 352)
    images = array([[[9, 1, 0], [8, 0, 0]], [[0, 1, 0], [7, 9, 8]]])
    detectors = array([[[1, 0, -1], [1, 0, -1]], [[-1, -1, -1], [1, 1, 1]]])
    answers = tensordot(images, detectors, axes=([1, 2], [1, 2])).tolist()
    size = (42, 36)
    names = ("esquerda", "embaixo")
    for index in range(2):
        left = tensor_grid(axes, images[index], DADO, at=(16, 156 + 104 * index), size=size)
        text(axes, (left.center[0], left.top - 12), f"imagem {index}", DADO, SMALL)
        above = tensor_grid(axes, detectors[index], PESO, at=(190 + 160 * index, 34), size=size)
        text(axes, (above.center[0], above.top - 16), f"detector {index}: {names[index]}", PESO, SMALL)
    for i in range(2):
        for j in range(2):
            center = 253 + 160 * j, 192 + 104 * i
            cell(axes, (center[0] - 32, center[1] - 22), (64, 44), str(answers[i][j]), SAIDA)
    text(axes, (333, 340), "ficam os eixos das imagens e dos detectores", NEUTRO, SMALL)
    return figure
