"""A barra e o filtro do capítulo: a imagem de 6×6, o filtro de 3×3 e a resposta de 4×4, acesa só na linha da barra."""

from matplotlib.figure import Figure

import reference as np
from reference.networks.convolution import ConvolutionGate
from tools.site.style import DADO, NEUTRO, PESO, SAIDA, SMALL, Box, Rectangle, arrow, new_figure, pixels, put, text


def desenhar() -> Figure:
    figure, axes = new_figure(500, 240)
    image = np.zeros((6, 6))
    image[2, 1:4] = 1.0
    rows = np.array([[-1.0, -1.0, -1.0], [1.0, 1.0, 1.0], [-1.0, -1.0, -1.0]])
    answer = ConvolutionGate((3, 3), (1, 1)).forward(image.reshape((1, 6, 6, 1)), rows.reshape((3, 3, 1, 1)))
    seen = pixels(axes, image, (20, 50), 150, DADO)
    weights = pixels(axes, rows, (218, 87.5), 75, PESO)
    found = pixels(axes, answer.reshape((4, 4)), (348, 75), 100, SAIDA)
    frame(axes, Box(20 + 25, 50 + 25, 20 + 100, 50 + 100))
    arrow(axes, (176, 125), (212, 125), NEUTRO)
    arrow(axes, (299, 125), (342, 125), NEUTRO)
    for box, name, role in [(seen, "imagem", DADO), (weights, "filtro", PESO), (found, "resposta", SAIDA)]:
        text(axes, (box.center[0], 30), name, role, SMALL)
    text(axes, (seen.center[0], 220), "6 × 6", DADO, SMALL)
    text(axes, (weights.center[0], 220), "3 × 3", PESO, SMALL)
    text(axes, (found.center[0], 220), "4 × 4", SAIDA, SMALL)
    return figure


def frame(axes, box: Box) -> None:
    """O lugar em que a janela está agora: o contorno de três por três casas."""
    put(axes, Rectangle((box.left, box.top), 75, 75, fill=False, edgecolor=PESO, linewidth=2.5))
