"""Dez passos de subida em −x², de −4, com as taxas 1, 0,1 e 0,01."""

from matplotlib.figure import Figure

import reference as np
from reference.gradients.descent import gradient_ascent
from tools.site.style import ERRO, GRADIENTE, SAIDA, SMALL, TINTA, new_charts

PANELS = [(1.0, "taxa 1", ERRO), (0.1, "taxa 0,1", GRADIENTE), (0.01, "taxa 0,01", ERRO)]


def desenhar() -> Figure:
    figure, panels = new_charts(500, 230, 1, 3, sharey=True)
    xs = np.linspace(-4.6, 4.6, 60).tolist()
    for axes, (rate, title, role) in zip(panels, PANELS, strict=True):
        axes.plot(xs, [-x * x for x in xs], color=SAIDA, alpha=0.6)
        path = gradient_ascent(lambda x: -2 * x, -4.0, rate, steps=10)
        axes.plot(path, [-x * x for x in path], "o--", color=role, markersize=5, linewidth=1.4)
        axes.set_title(title, color=TINTA, fontsize=SMALL)
        axes.set_xticks([-4, 0, 4])
        axes.set_yticks([-16, -8, 0])
    return figure
