"""A geradora em cinco momentos do treino: as amostras falsas, em histograma, contra o sino das verdadeiras."""

import math

from matplotlib.figure import Figure

from programs.forger import read_record
from tools.site.style import DADO, SAIDA, SMALL, TINTA, new_charts

WIDTH = 0.25


def desenhar() -> Figure:
    figure, panels = new_charts(480, 430, 4, sharex=True)
    portraits = read_record()["bell"]["portraits"]
    shown = list(portraits)[:3] + list(portraits)[-1:]
    places = [-2 + WIDTH * k / 4 for k in range(33 * 4)]
    truth = [math.exp(-((x - 4) ** 2) / 0.5) / math.sqrt(0.5 * math.pi) for x in places]
    for axes, step in zip(panels, shown):
        axes.spines["left"].set_visible(False)
        axes.set_yticks([])
        axes.set_ylim(0, 2.0)
        axes.set_xlim(-2, 6)
        counts = [0] * 32
        for x in portraits[step]:
            counts[min(31, max(0, int((x + 2) / WIDTH)))] += 1
        heights = [n / len(portraits[step]) / WIDTH for n in counts]
        axes.bar([-2 + WIDTH * k for k in range(32)], heights, WIDTH * 0.9, align="edge", color=SAIDA)
        axes.plot(places, truth, color=DADO)
        axes.text(-1.9, 1.5, f"passo {step}", color=TINTA, fontsize=SMALL)
    return figure
