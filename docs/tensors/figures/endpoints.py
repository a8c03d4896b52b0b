"""Os pontos de arange e de linspace numa reta: o fim de um fica de fora, o do outro entra."""

from matplotlib.figure import Figure
from matplotlib.patches import Circle

from reference import arange, linspace
from tools.site.style import DADO, NEUTRO, PAPEL, SMALL, new_figure, put, text


def desenhar() -> Figure:
    figure, axes = new_figure(500, 150)
    left, width = 190, 280
    for y, call, points in (
        (44, "arange(0, 1, 0.25)", arange(0, 1, 0.25)),
        (112, "linspace(0, 1, 5)", linspace(0, 1, 5)),
    ):
        axes.plot([left, left + width], [y, y], color=NEUTRO, linewidth=1.4, zorder=0)
        text(axes, (4, y), call, DADO, SMALL, code=True, ha="left")
        for point in points.tolist():
            put(axes, Circle((left + width * point, y), 7, facecolor=DADO, edgecolor=DADO))
            text(axes, (left + width * point, y + 24), f"{point:g}", DADO, SMALL, code=True)
    put(axes, Circle((left + width, 44), 7, facecolor=PAPEL, edgecolor=NEUTRO, linewidth=1.6, linestyle=(0, (2, 2))))
    text(axes, (left + width, 68), "1", NEUTRO, SMALL, code=True)
    text(axes, (left + width + 7, 20), "fica de fora", NEUTRO, SMALL, ha="right")
    return figure
