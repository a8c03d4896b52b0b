"""As quatro curvas: degrau, sigmoide, tangente hiperbólica e ReLU."""

from matplotlib.figure import Figure

import reference as np
from reference.networks.activations import relu, sigmoid, step, tanh
from tools.site.style import DPI, NEUTRO, SAIDA, SMALL, TINTA

CURVES = [
    ("degrau", step, (-0.2, 1.2), [0, 1]),
    ("sigmoide", sigmoid, (-0.2, 1.2), [0, 1]),
    ("tanh", tanh, (-1.3, 1.3), [-1, 0, 1]),
    ("ReLU", relu, (-0.8, 5.2), [0, 5]),
]


def desenhar() -> Figure:
    figure = Figure(figsize=(500 / DPI, 360 / DPI), dpi=DPI, layout="constrained")
    x = np.linspace(-5, 5, 401)
    for axes, (name, f, limits, ticks) in zip(figure.subplots(2, 2).flat, CURVES):
        axes.spines[["top", "right"]].set_visible(False)
        axes.spines[["bottom", "left"]].set_color(NEUTRO)
        axes.tick_params(colors=NEUTRO, labelsize=SMALL)
        axes.axhline(0, color=NEUTRO, linewidth=1)
        axes.axvline(0, color=NEUTRO, linewidth=1)
        axes.plot(x.tolist(), f(x).tolist(), color=SAIDA)
        axes.set_title(name, color=TINTA, fontsize=SMALL)
        axes.set_xticks([-5, 0, 5])
        axes.set_ylim(*limits)
        axes.set_yticks(ticks)
    return figure
