"""A curva de dois vales: da mesma encosta, o embalo maior sai do mínimo global e termina no local."""

from matplotlib.figure import Figure

from reference.gradients.momentum import classical
from tools.site.style import DADO, ERRO, NEUTRO, SMALL, new_chart


def curve(w: float) -> float:
    """A altura."""
    return w**4 - 4 * w**2 + w


def path(momentum: float, steps: int) -> list[float]:
    """Por onde a bolinha passa."""
    w, v = -2.3, 0.0
    points = [w]
    for _ in range(steps):
        w, v = classical(w, 4 * w**3 - 8 * w + 1, v, 0.03, momentum)
        points.append(w)
    return points


def desenhar() -> Figure:
    figure, axes = new_chart(480, 320, "$w$", "$w^4 - 4w^2 + w$")
    places = [-2.4 + 4.7 * k / 200 for k in range(201)]
    axes.plot(places, [curve(w) for w in places], color=NEUTRO, linewidth=1.6)
    for momentum, colour, mark, lift in ((0.5, DADO, "o", 0.0), (0.9, ERRO, "^", 0.55)):
        points = path(momentum, 8)
        axes.plot(points, [curve(w) + lift for w in points], mark, linestyle=":", color=colour, markersize=6, lw=1)
        axes.plot(path(momentum, 400)[-1], curve(path(momentum, 400)[-1]) + lift, mark, color=colour, markersize=11)
    axes.text(-1.473, -6.9, "global", color=DADO, fontsize=SMALL, ha="center")
    axes.text(1.347, -4.2, "local", color=ERRO, fontsize=SMALL, ha="center")
    axes.text(-0.3, 2.3, "momentum 0,9", color=ERRO, fontsize=SMALL, ha="center")
    axes.text(-0.75, -5.6, "momentum 0,5", color=DADO, fontsize=SMALL, ha="left")
    axes.text(-2.2, 5, "partida", color=NEUTRO, fontsize=SMALL, ha="left", va="center")
    axes.set_ylim(-7.6, 8)
    return figure
