"""O vale comprido e os doze primeiros passos: sem momentum em zigue-zague, com momentum 0,5 para o fundo."""

import math

from matplotlib.figure import Figure

from reference.gradients.momentum import classical
from tools.site.style import ERRO, NEUTRO, PESO, SAIDA, SMALL, new_chart

STEPS = 12


def path(momentum: float) -> list[tuple[float, float]]:
    """Os pontos por que se passa."""
    x, y, vx, vy = -5.0, 1.0, 0.0, 0.0
    points = [(x, y)]
    for _ in range(STEPS):
        x, vx = classical(x, x, vx, 0.07, momentum)
        y, vy = classical(y, 25 * y, vy, 0.07, momentum)
        points.append((x, y))
    return points


def desenhar() -> Figure:
    figure, axes = new_chart(480, 320, "$x$", "$y$")
    angles = [2 * math.pi * k / 120 for k in range(121)]
    for level in (0.3, 2, 6, 13, 25):
        a, b = math.sqrt(2 * level), math.sqrt(2 * level / 25)
        axes.plot([a * math.cos(t) for t in angles], [b * math.sin(t) for t in angles], color=NEUTRO, alpha=0.35, lw=1)
    for momentum, colour, mark in ((0.0, ERRO, "o"), (0.5, SAIDA, "^")):
        points = path(momentum)
        axes.plot(*zip(*points), mark, linestyle="-", color=colour, linewidth=1.3, markersize=5)
    axes.plot(0, 0, "s", color=PESO, markersize=7)
    axes.text(0.25, -0.1, "fundo", color=PESO, fontsize=SMALL, ha="left", va="top")
    axes.text(-4.2, 1.12, "descida comum", color=ERRO, fontsize=SMALL, ha="left")
    axes.text(-2.3, -1.3, "momentum 0,5", color=SAIDA, fontsize=SMALL, ha="left")
    axes.set_xlim(-6, 2.5)
    axes.set_ylim(-1.5, 1.4)
    return figure
