"""A família da ReLU, cada uma com a sua derivada: ReLU, com vazamento, ELU, softplus e GELU."""

from functools import partial

from matplotlib.figure import Figure

import reference as np
from reference.gradients.functions import sum as total
from reference.gradients.graph import Variable, gradients
from reference.networks.activations import elu, gelu, leaky_relu, relu, softplus
from tools.site.style import DPI, GRADIENTE, NEUTRO, SAIDA, SMALL, TINTA

SLOPE = 0.1
"""O vazamento do desenho: com o de 0,01 a reta da esquerda se confunde com o eixo."""
CURVES = [
    ("ReLU", relu),
    ("com vazamento de 0,1", partial(leaky_relu, negative_slope=SLOPE)),
    ("ELU", elu),
    ("softplus", softplus),
    ("GELU", gelu),
]


def desenhar() -> Figure:
    figure = Figure(figsize=(500 / DPI, 540 / DPI), dpi=DPI, layout="constrained")
    x = np.linspace(-3, 3, 401)
    *places, corner = figure.subplots(3, 2).flat
    for axes, (name, f) in zip(places, CURVES):
        variable = Variable(x)
        slope = gradients(total(f(variable)), [variable])[0]
        axes.spines[["top", "right"]].set_visible(False)
        axes.spines[["bottom", "left"]].set_color(NEUTRO)
        axes.tick_params(colors=NEUTRO, labelsize=SMALL)
        axes.axhline(0, color=NEUTRO, linewidth=1)
        axes.plot(x.tolist(), f(x).tolist(), color=SAIDA, label="a curva")
        axes.plot(x.tolist(), slope.tolist(), color=GRADIENTE, linestyle="dashed", label="a derivada")
        axes.set_title(name, color=TINTA, fontsize=SMALL)
        axes.set_xticks([-3, 0, 3])
        axes.set_ylim(-1.3, 3.2)
        axes.set_yticks([-1, 0, 1, 3])
    corner.axis("off")
    lines, labels = figure.axes[0].get_legend_handles_labels()
    corner.legend(lines, labels, loc="center", frameon=False, labelcolor=TINTA, fontsize=SMALL)
    return figure
