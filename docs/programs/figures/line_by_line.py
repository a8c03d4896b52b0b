"""As cinco matrizes de uma ida, em escala: o lote, os pesos de cada camada e o que sai dela."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from programs.line_by_line import sample
from tools.site.style import DADO, PAPEL, PESO, SAIDA, SMALL, Box, arrow, new_figure, pixels, put, text

SCALE = 0.22
"""Pixels por linha e por coluna. Uma coluna de 10 vira um risco: é isso mesmo que a figura quer mostrar."""


def matrix(axes: Axes, at: tuple[float, float], shape: tuple[int, int], role: str) -> Box:
    """Um retângulo do tamanho da matriz: uma linha dela é um quinto de pixel."""
    width, height = shape[1] * SCALE, shape[0] * SCALE
    for paint in ({"facecolor": PAPEL}, {"facecolor": role, "alpha": 0.15}, {"fill": False, "edgecolor": role}):
        put(axes, Rectangle(at, width, height, **{"edgecolor": "none", "linewidth": 1.5, **paint}))
    return Box(at[0], at[1], at[0] + width, at[1] + height)


def desenhar() -> Figure:
    figure, axes = new_figure(424, 290)
    bottom = 230.0
    x = matrix(axes, (8, bottom), (128, 784), DADO)
    w1 = matrix(axes, (208, 34), (784, 512), PESO)
    h = matrix(axes, (208, bottom), (128, 512), SAIDA)
    w2 = matrix(axes, (366, 94), (512, 10), PESO)
    p = matrix(axes, (366, bottom), (128, 10), SAIDA)

    (images, _), _ = sample()
    digit = pixels(axes, images[0], (50, 108), 90, positive=DADO, top=255)
    arrow(axes, digit.south, (digit.south[0], bottom), DADO)
    text(axes, (digit.center[0], 94), "cada imagem é uma linha", DADO, SMALL)

    for middle, words, role in ((x.center[0], "X (128, 784)", DADO), (256, "H (128, 512)", SAIDA)):
        text(axes, (middle, 276), words, role, SMALL)
    text(axes, (376, 276), "P (128, 10)", SAIDA, SMALL)
    text(axes, (w1.center[0], 20), "W₁ (784, 512)", PESO, SMALL)
    text(axes, w1.center, "401.408", PESO)
    text(axes, (w1.center[0], w1.center[1] + 20), "pesos", PESO, SMALL)
    text(axes, (376, 80), "W₂ (512, 10)", PESO, SMALL)
    text(axes, (376, w2.center[1]), "5.120", PESO, SMALL, ha="left")
    for left, right in ((x, h), (h, p)):
        arrow(axes, left.east, right.west)
    for above, below in ((w1, h), (w2, p)):
        arrow(axes, above.south, below.north, PESO)
    return figure
