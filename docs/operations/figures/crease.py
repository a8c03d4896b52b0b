"""Um vinco no plano: a mesma malha antes e depois."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure

import reference as np
from reference.operations.geometry import crease
from tools.site.style import DADO, DPI, PESO, SAIDA, SMALL, TINTA

CREASE = ((1, 0), 1.0, 0.5)


def panel(axes: Axes, title: str, role: str, creased: bool) -> None:
    ticks = np.linspace(0, 3, 25)
    for k in range(7):
        level = np.full(ticks.shape, k / 2)
        for line in (np.stack([ticks, level], axis=1), np.stack([level, ticks], axis=1)):
            x, y = zip(*(crease(line, *CREASE) if creased else line).tolist())
            axes.plot(x, y, color=role, linewidth=1.5)
    axes.axvline(1, color=PESO, linestyle="dashed", linewidth=2.5)
    axes.set_xlim(-0.1, 3.1)
    axes.set_ylim(-0.1, 4.1)
    axes.set_aspect("equal")
    axes.axis("off")
    axes.set_title(title, color=TINTA, fontsize=SMALL)


def desenhar() -> Figure:
    figure = Figure(figsize=(440 / DPI, 330 / DPI), dpi=DPI, layout="constrained")
    left, right = figure.subplots(1, 2)
    panel(left, "antes", DADO, False)
    panel(right, "depois", SAIDA, True)
    return figure
