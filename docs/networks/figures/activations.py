"""As curvas que saturam, cada uma com a sua derivada: degrau, sigmoide, tangente hiperbólica e a rígida."""

from matplotlib.figure import Figure

import reference as np
from reference.gradients.functions import sum as total
from reference.gradients.graph import Variable, gradients
from reference.networks.activations import hardtanh, sigmoid, step, tanh
from tools.site.style import DPI, GRADIENTE, NEUTRO, SAIDA, SMALL, TINTA

CURVES = [
    ("degrau", step, (-0.2, 1.3), [0, 1]),
    ("sigmoide", sigmoid, (-0.2, 1.3), [0, 0.25, 1]),
    ("tanh", tanh, (-1.3, 1.3), [-1, 0, 1]),
    ("tanh rígida", hardtanh, (-1.3, 1.3), [-1, 0, 1]),
]


def desenhar() -> Figure:
    figure = Figure(figsize=(500 / DPI, 420 / DPI), dpi=DPI, layout="constrained")
    x = np.linspace(-5, 5, 401)
    for axes, (name, f, limits, ticks) in zip(figure.subplots(2, 2).flat, CURVES):
        variable = Variable(x)
        slope = gradients(total(f(variable)), [variable])[0]
        axes.spines[["top", "right"]].set_visible(False)
        axes.spines[["bottom", "left"]].set_color(NEUTRO)
        axes.tick_params(colors=NEUTRO, labelsize=SMALL)
        axes.axhline(0, color=NEUTRO, linewidth=1)
        axes.plot(x.tolist(), f(x).tolist(), color=SAIDA, label="a curva")
        axes.plot(x.tolist(), slope.tolist(), color=GRADIENTE, linestyle="dashed", label="a derivada")
        axes.set_title(name, color=TINTA, fontsize=SMALL)
        axes.set_xticks([-5, 0, 5])
        axes.set_ylim(*limits)
        axes.set_yticks(ticks, [f"{tick:g}".replace(".", ",").replace("-", "−") for tick in ticks])
    lines, labels = figure.axes[0].get_legend_handles_labels()
    figure.legend(lines, labels, loc="outside lower center", ncols=2, frameon=False, labelcolor=TINTA, fontsize=SMALL)
    return figure
