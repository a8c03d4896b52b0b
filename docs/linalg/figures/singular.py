"""As três peças de uma matriz, uma de cada vez: o círculo, girado, esticado, girado."""

import math

from matplotlib.figure import Figure

from reference import array, diag
from reference.linalg.singular import svd
from tools.site.style import DADO, NEUTRO, SAIDA, new_charts

TURN = [2 * math.pi * k / 96 for k in range(97)]


def desenhar() -> Figure:
    figure, panels = new_charts(480, 470, rows=2, columns=2)
    U, S, Vh = svd([[1.2, 0.2], [1.0, 1.4]])
    points = array([[math.cos(t), math.sin(t)] for t in TURN])
    ends = Vh
    for axes, step, title in zip(panels, (None, Vh, diag(S), U), ("um círculo", "girar", "esticar", "girar")):
        if step is not None:
            points, ends = points @ step.T, ends @ step.T
        axes.plot(*points.T.tolist(), color=NEUTRO, linewidth=1.5)
        for end, role in zip(ends.tolist(), (DADO, SAIDA)):
            shape = {"arrowstyle": "-|>", "color": role, "linewidth": 2, "shrinkA": 0, "shrinkB": 0}
            axes.annotate("", end, (0, 0), arrowprops={**shape, "mutation_scale": 15})
        axes.set_xlim(-2.4, 2.4)
        axes.set_ylim(-2.4, 2.4)
        axes.set_aspect("equal")
        axes.set_xticks([-1, 0, 1])
        axes.set_yticks([-1, 0, 1])
        axes.set_title(title, fontsize=14)
    return figure
