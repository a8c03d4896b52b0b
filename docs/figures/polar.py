"""O método polar: pontos no quadrado, os que caem no círculo servem."""

from math import log, sqrt

from matplotlib.figure import Figure
from matplotlib.patches import Circle, Rectangle

import reference as np
from tools.site.style import DADO, ERRO, NEUTRO, PAPEL, SAIDA, arrow, comma, new_figure, put, text


def desenhar() -> Figure:
    figure, axes = new_figure(496, 330)
    points = np.random.RandomState(4).uniform(-1, 1, (60, 2)).tolist()
    left, top, side = 15, 15, 300
    center = left + side / 2, top + side / 2

    def place(x: float, y: float) -> tuple[float, float]:
        return center[0] + x * side / 2, center[1] - y * side / 2

    put(axes, Rectangle((left, top), side, side, fill=False, edgecolor=NEUTRO, linewidth=1.2))
    put(axes, Circle(center, side / 2, fill=False, edgecolor=NEUTRO, linewidth=1.6))
    for x, y in points[1:]:
        role, mark = (DADO, "o") if x * x + y * y < 1 else (ERRO, "x")
        axes.plot(*place(x, y), mark, color=role, markersize=5.5, alpha=0.75, clip_on=False)
    x, y = 0.6, 0.5
    arrow(axes, center, place(x, y), SAIDA)
    for end in (place(x, 0), place(0, y)):
        axes.plot(*zip(place(x, y), end), color=SAIDA, linewidth=1.2, linestyle=(0, (3, 3)))
    paper = {"facecolor": PAPEL, "edgecolor": "none", "pad": 1.5}
    text(axes, (place(x, 0)[0] + 2, center[1] + 14), f"x = {comma(x)}", SAIDA, bbox=paper)
    text(axes, (center[0] - 8, place(0, y)[1]), f"y = {comma(y)}", SAIDA, ha="right", bbox=paper)
    square = x * x + y * y
    factor = sqrt(-2 * log(square) / square)
    lines = [f"s = {square:.2f}", f"z1 = {factor * y:.3f}", f"z2 = {factor * x:.3f}"]
    for i, words in enumerate(lines):
        text(axes, (330, 106 + 30 * i), words, SAIDA, ha="left", code=True)
    text(axes, (330, 226), "● serve", DADO, ha="left")
    text(axes, (330, 254), "× sorteia-se outro", ERRO, ha="left")
    return figure
