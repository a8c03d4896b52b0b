"""A família da ReLU, cada uma com a sua derivada: ReLU, com vazamento, ELU, softplus e GELU."""

from functools import partial

from matplotlib.figure import Figure

from reference.networks.activations import elu, gelu, leaky_relu, relu, softplus
from tools.site.curves import curve_and_slope
from tools.site.style import SMALL, TINTA, new_charts

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
    figure, [*places, corner] = new_charts(500, 540, 3, 2)
    for axes, (name, f) in zip(places, CURVES):
        curve_and_slope(axes, name, f, 3)
        axes.set_ylim(-1.3, 3.2)
        axes.set_yticks([-1, 0, 1, 3])
    corner.axis("off")
    lines, labels = figure.axes[0].get_legend_handles_labels()
    corner.legend(lines, labels, loc="center", frameon=False, labelcolor=TINTA, fontsize=SMALL)
    return figure
