"""A subida da parábola de perto: a inclinação em −4, e três passos de um décimo dela."""

from itertools import pairwise

from matplotlib.figure import Figure

import reference as np
from reference.gradients.descent import gradient_ascent
from tools.site.style import DADO, GRADIENTE, NEUTRO, PESO, SAIDA, SMALL, comma, new_chart


def slope(x: float) -> float:
    return -2 * x


def desenhar() -> Figure:
    figure, axes = new_chart(490, 380, "x", "f(x) = −x²")
    xs = np.linspace(-4.75, -1, 60).tolist()
    axes.plot(xs, [-x * x for x in xs], color=SAIDA)
    ends = -4.55, -2.9
    axes.plot(ends, [-16 + slope(-4) * (x + 4) for x in ends], color=GRADIENTE, linestyle="--")
    axes.text(-3.4, -8.6, "inclinação 8", color=GRADIENTE, ha="right")
    path = gradient_ascent(slope, -4.0, 0.1, steps=3)
    for here, there in pairwise(path):
        step = f"0,1 × {comma(slope(here))} = {comma(round(there - here, 3))}"
        arrow = {"arrowstyle": "-|>", "color": PESO, "lw": 1.8, "shrinkA": 0, "shrinkB": 0}
        axes.annotate("", (there, -here * here), (here, -here * here), arrowprops=arrow)
        axes.plot([there, there], [-here * here, -there * there], color=NEUTRO, linestyle=":", linewidth=1.4)
        axes.text(there + 0.08, -here * here, step, color=PESO, fontsize=SMALL, va="center")
    axes.plot(path, [-x * x for x in path], "o", color=DADO, markersize=8)
    for side, words in ((-0.55, "desce"), (0.55, "sobe")):
        axes.annotate("", (-4 + side, -20.4), (-4, -20.4), arrowprops={"arrowstyle": "->", "color": NEUTRO})
        axes.text(-4 + side * 0.62, -21.2, words, color=NEUTRO, fontsize=SMALL, ha="center", va="top")
    axes.plot([-4, -4], [-20.4, -16], color=NEUTRO, linestyle=":", linewidth=1.4)
    axes.set_xlim(-4.8, -0.8)
    axes.set_ylim(-23, -1)
    axes.set_xticks([round(x, 2) for x in path[:3]] + [-1])
    axes.set_yticks([-16, -10, -4])
    return figure
