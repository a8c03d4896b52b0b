"""A espiral: os três braços, um marcador por classe."""

from matplotlib.figure import Figure

from reference.data.spiral import spiral_data
from tools.site.style import DADO, PESO, SAIDA, SMALL, new_chart

MARKS = (("o", DADO), ("s", PESO), ("^", SAIDA))


def desenhar() -> Figure:
    figure, axes = new_chart(440, 400)
    x, y = spiral_data()
    for label, (mark, color) in enumerate(MARKS):
        points = [point for point, kind in zip(x.tolist(), y.tolist()) if kind == label]
        axes.plot(*zip(*points), mark, color=color, markersize=5, label=f"classe {label}")
    axes.set_aspect("equal")
    axes.set_xlim(-1.15, 1.15)
    axes.set_ylim(-1.15, 1.4)
    axes.legend(loc="upper center", ncols=3, frameon=False, fontsize=SMALL, handletextpad=0.1, columnspacing=0.8)
    return figure
