"""Os dois morros: o histograma do que a geradora faz no fim, contra a curva das amostras verdadeiras."""

import math

from matplotlib.figure import Figure

from programs.forger import read_record
from tools.site.style import DADO, SAIDA, SMALL, new_chart

WIDTH = 0.25


def desenhar() -> Figure:
    figure, axes = new_chart(480, 260, "número")
    made = list(read_record()["hills"]["portraits"].values())[-1]
    counts = [0] * 32
    for x in made:
        counts[min(31, max(0, int((x + 2) / WIDTH)))] += 1
    places = [-2 + WIDTH * k / 4 for k in range(33 * 4)]
    truth = [sum(math.exp(-((x - c) ** 2) / 0.5) for c in (1, 4)) / 2 / math.sqrt(0.5 * math.pi) for x in places]
    heights = [n / len(made) / WIDTH for n in counts]
    axes.bar([-2 + WIDTH * k for k in range(32)], heights, WIDTH * 0.9, align="edge", color=SAIDA)
    axes.plot(places, truth, color=DADO)
    axes.set_yticks([])
    axes.set_ylim(0, max(heights) * 1.05)
    axes.set_xlim(-2, 6)
    axes.text(-1.9, max(heights) * 0.9, "linha: verdadeiras", color=DADO, fontsize=SMALL)
    axes.text(-1.9, max(heights) * 0.76, "barras: falsas", color=SAIDA, fontsize=SMALL)
    return figure
