"""O que cada movimento faz com um F: o de antes em azul, o de depois em verde; a ponta A marcada nos dois."""

from math import pi

from matplotlib.axes import Axes
from matplotlib.figure import Figure

import reference as np
from reference.operations.geometry import affine, rotation, scaling, shear
from tools.site.style import DADO, DPI, NEUTRO, SAIDA, SMALL, TINTA

F = [(0, 0), (0, 0.5), (0.25, 0.5), (0, 0.5), (0, 1), (0.5, 1)]
STILL = np.eye(2)
MOVES = [
    ("deslocar por B", STILL, (1, 0.25)),
    ("girar 90°", rotation(pi / 2), (0, 0)),
    ("escala 2 e ½", scaling(2, 0.5), (0, 0)),
    ("inclinar 1", shear(1), (0, 0)),
    ("espelhar", scaling(-1, 1), (0, 0)),
    ("girar e deslocar", rotation(pi / 2), (1, 0.25)),
]


def panel(axes: Axes, shapes: list[tuple[str, str, list]], title: str) -> None:
    axes.set_aspect("equal")
    axes.set_xlim(-1.25, 1.75)
    axes.set_ylim(-0.35, 1.75)
    axes.axhline(0, color=NEUTRO, linewidth=1)
    axes.axvline(0, color=NEUTRO, linewidth=1)
    axes.set_xticks([])
    axes.set_yticks([])
    for side in axes.spines.values():
        side.set_visible(False)
    axes.set_title(title, color=TINTA, fontsize=SMALL)
    for role, marker, points in shapes:
        x, y = zip(*points)
        axes.plot(x, y, color=role, linewidth=4, alpha=0.55 if role == DADO else 1)
        axes.plot(x[-1], y[-1], marker, color=role, markersize=9)


def desenhar() -> Figure:
    figure = Figure(figsize=(480 / DPI, 540 / DPI), dpi=DPI, layout="constrained")
    for axes, (title, matrix, displacement) in zip(figure.subplots(3, 2).flat, MOVES):
        moved = affine(F, matrix, displacement).tolist()
        panel(axes, [(DADO, "o", F), (SAIDA, "^", moved)], title)
    return figure
