"""O custo da reta de alturas e pesos em dez épocas: alturas em centímetros e alturas centradas."""

from matplotlib.figure import Figure

from reference.gradients.descent import fit_line
from tools.site.style import DADO, ERRO, NEUTRO, SMALL, new_chart

HEIGHTS = [152.0, 158.0, 163.0, 166.0, 170.0, 173.0, 177.0, 181.0, 186.0, 194.0]
WEIGHTS = [54.1, 60.3, 61.8, 70.2, 69.5, 78.4, 88.2, 82.7, 91.0, 98.6]


def desenhar() -> Figure:
    figure, axes = new_chart(480, 300, "época", "custo")
    centred = [(height - 172) / 10 for height in HEIGHTS]
    raw = [cost for *_, cost in fit_line(HEIGHTS, WEIGHTS, 0.7, 6.0, 5e-5, 10)]
    better = [cost for *_, cost in fit_line(centred, WEIGHTS, 0.7, 6.0, 0.5, 10)]
    axes.plot(range(11), raw, "s--", color=ERRO, markersize=6)
    axes.plot(range(11), better, "o-", color=DADO, markersize=6)
    axes.axhline(4.7245, color=NEUTRO, linewidth=1.2, linestyle=":")
    axes.text(10, 54, "em centímetros", color=ERRO, ha="right")
    axes.text(10, 8.5, "centradas", color=DADO, ha="right")
    axes.text(0, 5.1, "a melhor reta", color=NEUTRO, fontsize=SMALL)
    axes.set_yscale("log", base=10)
    axes.set_yticks([10, 100, 1000], ["10", "100", "1000"])
    axes.minorticks_off()
    axes.set_ylim(3, 4000)
    axes.set_xticks(range(0, 11, 2))
    return figure
