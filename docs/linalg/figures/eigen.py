"""O círculo vira elipse: as setas das duas direções próprias continuam na mesma direção."""

import math

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from reference import array
from tools.site.style import DADO, NEUTRO, SAIDA, new_charts

A = array([[2.0, 1.0], [1.0, 2.0]])
TURN = [2 * math.pi * k / 96 for k in range(97)]
HALF = math.sqrt(0.5)


def arrow(axes: Axes, end: list[float], role: str) -> None:
    shape = {"arrowstyle": "-|>", "color": role, "linewidth": 2, "shrinkA": 0, "shrinkB": 0, "mutation_scale": 15}
    axes.annotate("", end, (0, 0), arrowprops=shape)


def desenhar() -> Figure:
    figure, (before, after) = new_charts(480, 250, columns=2)
    circle = array([[math.cos(t), math.sin(t)] for t in TURN])
    for axes, shape, limit, role in (before, circle, 1.4, DADO), (after, circle @ A.T, 3.1, SAIDA):
        axes.plot(*shape.T.tolist(), color=NEUTRO, linewidth=1.5)
        own = array([[HALF, HALF], [HALF, -HALF], [1.0, 0.0]])
        ends = (own if axes is before else own @ A.T).tolist()
        for end, colour in zip(ends, (role, role, NEUTRO)):
            arrow(axes, end, colour)
        axes.set_xlim(-limit, limit)
        axes.set_ylim(-limit, limit)
        axes.set_aspect("equal")
        axes.set_xticks([-1, 0, 1])
        axes.set_yticks([-1, 0, 1])
    before.set_title("antes", fontsize=14)
    after.set_title("depois de A", fontsize=14)
    return figure
