"""Somar setas: A = (0.5, 1) e B = (1, 0.25), uma na ponta da outra."""

from matplotlib.figure import Figure

from reference.operations.geometry import translate
from tools.site.style import DADO, SAIDA, new_chart

A, B = [0.5, 1.0], [1.0, 0.25]


def desenhar() -> Figure:
    figure, axes = new_chart(440, 380)
    total = translate(A, B).tolist()
    for start, end, role, style, name, place in [
        ([0, 0], A, DADO, "solid", "A", (-16, -4)),
        ([0, 0], B, DADO, "solid", "B", (4, -20)),
        (A, total, DADO, "dashed", "B, a partir de A", (-84, 14)),
        ([0, 0], total, SAIDA, "solid", "A + B", (12, -18)),
    ]:
        arrow = {"arrowstyle": "-|>", "color": role, "linewidth": 2, "linestyle": style, "shrinkA": 0, "shrinkB": 0}
        axes.annotate("", end, start, arrowprops={**arrow, "mutation_scale": 16})
        middle = [(a + b) / 2 for a, b in zip(start, end)]
        axes.annotate(name, middle, place, textcoords="offset points", color=role)
    axes.plot(*A, "o", color=DADO, markersize=8)
    axes.plot(*B, "o", color=DADO, markersize=8)
    axes.plot(*total, "^", color=SAIDA, markersize=9)
    axes.set_xlim(0, 1.7)
    axes.set_ylim(0, 1.5)
    axes.set_aspect("equal")
    axes.set_xticks([0, 0.5, 1, 1.5])
    axes.set_yticks([0, 0.25, 1, 1.25])
    return figure
