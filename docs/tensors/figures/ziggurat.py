"""O zigurate de oito faixas sobre a metade direita da curva do sino, com um ponto em cada um dos três destinos."""

from math import exp

from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from reference.tensors.ziggurat import bell, inverse_bell, stack
from tools.site.style import DADO, ERRO, NEUTRO, PAPEL, SAIDA, SMALL, new_chart, put, text

EDGE, AREA = 2.3383716982, 0.1761736401  # onde começa a cauda quando as faixas são oito, e a área de cada uma


def desenhar() -> Figure:
    figure, axes = new_chart(500, 400, x="x", y="altura da curva")
    widths, heights, safe = stack(EDGE, AREA, bell, inverse_bell, 8)
    for strip in range(1, 8):
        bottom, height = heights[strip], heights[strip - 1] - heights[strip]
        inside = widths[strip] * safe[strip]
        put(axes, Rectangle((0, bottom), inside, height, facecolor=DADO, alpha=0.16, edgecolor="none"))
        put(axes, Rectangle((0, bottom), widths[strip], height, fill=False, edgecolor=DADO, linewidth=1.2))
    put(axes, Rectangle((0, 0), EDGE, heights[7], facecolor=DADO, alpha=0.16, edgecolor="none"))
    put(axes, Rectangle((0, 0), EDGE, heights[7], fill=False, edgecolor=DADO, linewidth=1.2))
    curve = [0.02 * i for i in range(191)]
    axes.plot(curve, [exp(-x * x / 2) for x in curve], color=SAIDA, linewidth=1.8)
    beyond = [x for x in curve if x >= EDGE]
    axes.fill_between(beyond, [exp(-x * x / 2) for x in beyond], color=SAIDA, alpha=0.25, linewidth=0)
    middle = [(heights[strip - 1] + heights[strip]) / 2 for strip in range(1, 8)]
    paper = {"facecolor": PAPEL, "edgecolor": "none", "pad": 1.5}
    for at, mark, role, words, to in (
        ((0.62, middle[4]), "o", DADO, "debaixo da faixa de cima: serve", (1.98, middle[4])),
        ((1.28, middle[3] - 0.04), "^", SAIDA, "debaixo da curva: serve", (1.98, middle[3] + 0.02)),
        ((1.13, middle[2] + 0.05), "x", ERRO, "acima da curva: recomeça", (1.98, middle[2] + 0.1)),
    ):
        axes.plot(*at, mark, color=role, markersize=8)
        axes.annotate("", at, to, arrowprops={"arrowstyle": "-", "color": role, "linewidth": 0.8})
        text(axes, to, words, role, SMALL, ha="left", bbox=paper)
    text(axes, (2.95, 0.13), "a cauda", SAIDA, SMALL)
    axes.set_xlim(0, 3.8)
    axes.set_ylim(0, 1.06)
    axes.set_xticks([0, 1, 2, 3])
    for strip, height in ((0, heights[7] / 2), (7, middle[6]), (1, middle[0])):
        text(axes, (0.1, height), f"{strip}", NEUTRO, SMALL)
    return figure
