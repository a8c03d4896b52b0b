"""As setas (1, 0) e (0, 1) antes e depois de um giro de 30°: são as colunas da matriz."""

from math import pi

from matplotlib.figure import Figure

import reference as np
from reference.operations.geometry import rotation, transform
from tools.site.style import DADO, NEUTRO, SAIDA, new_chart

ANGLE = pi / 6


def desenhar() -> Figure:
    figure, axes = new_chart(400, 340)
    before = [[1, 0], [0, 1]]
    after = transform(before, rotation(ANGLE)).tolist()
    for ends, role, names in ((before, DADO, ["$(1, 0)$", "$(0, 1)$"]), (after, SAIDA, ["$u$", "$v$"])):
        for end, name, side in zip(ends, names, ((10, 8), (-12, 8)), strict=True):
            axes.annotate("", end, (0, 0), arrowprops={"arrowstyle": "-|>", "color": role, "lw": 2, "shrinkA": 0})
            axes.annotate(name, end, side, textcoords="offset points", color=role, ha="center")
    for start in (0, pi / 2):
        arc = np.linspace(start, start + ANGLE, 20).tolist()
        points = [transform([[0.45, 0.0]], rotation(turn)).tolist()[0] for turn in arc]
        axes.plot(*zip(*points), color=NEUTRO, linewidth=1.4, linestyle="--")
    for turn in (ANGLE / 2, pi / 2 + ANGLE / 2):
        x, y = transform([[0.56, 0.0]], rotation(turn)).tolist()[0]
        axes.text(x, y, "θ", color=NEUTRO, ha="center", va="center")
    axes.set_aspect("equal")
    axes.set_xlim(-0.7, 1.2)
    axes.set_ylim(-0.1, 1.25)
    axes.set_xticks([-0.5, 0, 0.5, 1])
    axes.set_yticks([0, 0.5, 1])
    return figure
