"""As curvas que saturam, cada uma com a sua derivada: degrau, sigmoide, tangente hiperbólica e a rígida."""

from matplotlib.figure import Figure

from reference.networks.activations import hardtanh, sigmoid, step, tanh
from tools.site.curves import curve_and_slope
from tools.site.style import SMALL, TINTA, new_charts

CURVES = [
    ("degrau", step, (-0.2, 1.3), [0, 1]),
    ("sigmoide", sigmoid, (-0.2, 1.3), [0, 0.25, 1]),
    ("tanh", tanh, (-1.3, 1.3), [-1, 0, 1]),
    ("tanh rígida", hardtanh, (-1.3, 1.3), [-1, 0, 1]),
]


def desenhar() -> Figure:
    figure, panels = new_charts(500, 420, 2, 2)
    for axes, (name, f, limits, ticks) in zip(panels, CURVES):
        curve_and_slope(axes, name, f, 5)
        axes.set_ylim(*limits)
        axes.set_yticks(ticks)
    lines, labels = figure.axes[0].get_legend_handles_labels()
    figure.legend(lines, labels, loc="outside lower center", ncols=2, frameon=False, labelcolor=TINTA, fontsize=SMALL)
    return figure
