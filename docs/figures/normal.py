"""Dez mil números da normal padrão, com as faixas de um, dois e três desvios padrão."""

from math import exp, pi, sqrt

from matplotlib.figure import Figure

import reference as np
from tools.site.style import DADO, NEUTRO, SAIDA, SMALL, new_chart, text


def desenhar() -> Figure:
    figure, axes = new_chart(500, 330, x="valor", y="quantos")
    z = np.random.RandomState(0).randn(10_000).tolist()
    width = 0.25
    edges = [-4 + width * i for i in range(32)]
    counts = [sum(edge <= value < edge + width for value in z) for edge in edges]
    axes.bar(edges, counts, width, align="edge", color=DADO, alpha=0.35, edgecolor=DADO, linewidth=0.8)
    curve = [-4 + 0.05 * i for i in range(161)]
    axes.plot(curve, [len(z) * width * exp(-x * x / 2) / sqrt(2 * pi) for x in curve], color=SAIDA)
    top = max(counts)
    for k, share in ((1, "68,3 %"), (2, "95,4 %"), (3, "99,7 %")):
        height = top * (1.06 + 0.12 * (k - 1))
        axes.annotate("", (-k, height), (k, height), arrowprops={"arrowstyle": "<->", "color": NEUTRO})
        text(axes, (0, height + top * 0.045), share, NEUTRO, SMALL)
        for side in (-k, k):
            axes.plot([side, side], [0, height], color=NEUTRO, linewidth=1, linestyle=(0, (3, 3)))
    axes.set_ylim(0, top * 1.42)
    axes.set_xticks(range(-4, 5))
    return figure
