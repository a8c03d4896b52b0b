"""As mesmas três notas com temperatura baixa, normal e alta."""

from matplotlib.figure import Figure

from reference import array
from reference.networks.softmax import softmax
from tools.site.style import DPI, SAIDA, SMALL, TINTA, plain


def desenhar() -> Figure:
    figure = Figure(figsize=(500 / DPI, 220 / DPI), dpi=DPI, layout="constrained")
    for axes, temperature in zip(figure.subplots(1, 3, sharey=True), (0.5, 1.0, 5.0)):
        parts = softmax(array([3.0, 1.0, 0.2]) / temperature).tolist()
        plain(axes)
        bars = axes.bar(["7", "1", "4"], parts, color=SAIDA)
        axes.bar_label(bars, [f"{part:.2f}".replace(".", ",") for part in parts], color=SAIDA, fontsize=SMALL)
        axes.set_title(f"T = {temperature:g}".replace(".", ","), color=TINTA, fontsize=SMALL)
        axes.set_ylim(0, 1.15)
        axes.set_yticks([0, 0.5, 1], ["0", "0,5", "1"])
    return figure
