"""A mesma imagem de 2 por 3 na memória, nas duas ordens: os canais intercalados e um canal depois do outro."""

from matplotlib.figure import Figure

import reference as np
from reference.data.real_world import to_channels_first
from tools.site.style import DADO, NEUTRO, SMALL, cell, new_figure, text


def desenhar() -> Figure:
    figure, axes = new_figure(500, 200)
    image = np.array([[[10, 20, 30], [11, 21, 31], [12, 22, 32]], [[13, 23, 33], [14, 24, 34], [15, 25, 35]]])
    orders = [("canais no fim (2, 3, 3)", image), ("canais no começo (3, 2, 3)", to_channels_first(image))]
    for row, (words, tensor) in enumerate(orders):
        top = 22 + 100 * row
        text(axes, (7, top), words, NEUTRO, SMALL, ha="left")
        for k, value in enumerate(tensor.ravel().tolist()):
            cell(axes, (7 + 27 * k, top + 20), (27, 36), str(value), DADO if value < 20 else NEUTRO)
    return figure
