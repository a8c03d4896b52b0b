"""As mesmas três notas com temperatura baixa, normal e alta."""

from matplotlib.figure import Figure

from reference import array
from reference.networks.softmax import softmax
from tools.site.style import SAIDA, SMALL, TINTA, comma, new_charts


def desenhar() -> Figure:
    figure, panels = new_charts(500, 220, 1, 3, sharey=True)
    for axes, temperature in zip(panels, (0.5, 1.0, 5.0)):
        parts = softmax(array([3.0, 1.0, 0.2]) / temperature).tolist()
        bars = axes.bar(range(3), parts, color=SAIDA)
        axes.bar_label(bars, [f"{part:.2f}".replace(".", ",") for part in parts], color=SAIDA, fontsize=SMALL)
        axes.set_title(f"T = {comma(temperature)}", color=TINTA, fontsize=SMALL)
        axes.set_ylim(0, 1.15)
        axes.set_xticks(range(3), ["7", "1", "4"])
        axes.set_yticks([0, 0.5, 1])
    return figure
