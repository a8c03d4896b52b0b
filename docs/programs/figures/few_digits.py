"""Os oito filtros de 5×5 que a rede convolucional aprendeu: positivo na cor dos pesos, negativo em vermelho."""

from matplotlib.figure import Figure

import reference as np
from programs.few_digits import read_record
from tools.site.style import PESO, new_figure, pixels


def desenhar() -> Figure:
    figure, axes = new_figure(480, 250)
    kernel = np.array(read_record()["convolutional"]["kernel"])
    for k in range(8):
        pixels(axes, kernel[:, :, 0, k], (15 + 116 * (k % 4), 15 + 120 * (k // 4)), 100, PESO)
    return figure
