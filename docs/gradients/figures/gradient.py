"""As curvas de nível de x² + 2y² e o gradiente em oito pontos, sempre perpendicular à curva."""

import math

from matplotlib.figure import Figure

from reference.gradients.gradient import gradient
from tools.site.style import DADO, GRADIENTE, NEUTRO, PAPEL, new_chart

LEVELS = [1, 6, 14]
SHRINK = 0.16


def hill(p: list[float]) -> float:
    return p[0] * p[0] + 2 * p[1] * p[1]


def contour(level: float, angle: float) -> list[float]:
    """O ponto da curva de nível que se vê do centro neste ângulo."""
    return [math.sqrt(level) * math.cos(angle), math.sqrt(level / 2) * math.sin(angle)]


def desenhar() -> Figure:
    figure, axes = new_chart(480, 370, "x", "y")
    turns = [2 * math.pi * k / 120 for k in range(121)]
    for level in LEVELS:
        xs, ys = zip(*[contour(level, turn) for turn in turns], strict=True)
        axes.plot(xs, ys, color=NEUTRO, linewidth=1.4)
        place = 0, -math.sqrt(level / 2)
        axes.text(*place, str(level), color=NEUTRO, ha="center", va="center", backgroundcolor=PAPEL)
    angles = [math.pi * (2 * k + 1) / 4 for k in range(4)]
    points = [contour(6, angle) for angle in angles[1:]] + [contour(14, a) for a in (0.2, 2.9, 3.6, 5.8)] + [[2.0, 1.0]]
    for p in points:
        g = gradient(hill, p).tolist()
        end = [x + SHRINK * slope for x, slope in zip(p, g, strict=True)]
        style = {"arrowstyle": "-|>", "color": GRADIENTE, "linestyle": "--", "linewidth": 1.6}
        axes.annotate("", end, p, arrowprops=style)
        axes.plot(*p, "o", color=DADO, markersize=6)
    axes.text(2.1, 2.35, "(4, 4)", color=GRADIENTE)
    axes.text(1.9, 0.78, "(2, 1)", color=DADO, ha="right", va="center")
    axes.set_aspect("equal")
    axes.set_xlim(-5.4, 5.4)
    axes.set_ylim(-3.7, 3.7)
    return figure
