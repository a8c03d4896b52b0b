"""O espelho que deita (3, 4) sobre o eixo: fica no meio do caminho entre ela e (−5, 0)."""

from matplotlib.figure import Figure

from reference.linalg.orthogonal import mirror, reflect
from tools.site.style import DADO, NEUTRO, SAIDA, new_chart

X = [3.0, 4.0]


def desenhar() -> Figure:
    figure, axes = new_chart(460, 330)
    v, tau, _ = mirror(X)
    image = reflect(X, v, tau)
    for end, role, name, place in [
        (X, DADO, "x = (3, 4)", (8, -4)),
        (image, SAIDA, "Hx = (−5, 0)", (0, -20)),
    ]:
        arrow = {"arrowstyle": "-|>", "color": role, "linewidth": 2, "shrinkA": 0, "shrinkB": 0, "mutation_scale": 16}
        axes.annotate("", end, (0, 0), arrowprops=arrow)
        axes.annotate(name, end, place, textcoords="offset points", color=role)
    across, up = -v[1], v[0]  # a reta do espelho é perpendicular a v
    axes.plot([-2.2 * across, 2.2 * across], [-2.2 * up, 2.2 * up], color=NEUTRO, linewidth=2)
    axes.plot([X[0], image[0]], [X[1], image[1]], color=NEUTRO, linestyle=":", linewidth=1.5)
    axes.annotate("o espelho", (2.2 * across, 2.2 * up), (-70, -4), textcoords="offset points", color=NEUTRO)
    axes.set_xlim(-6.2, 5.8)
    axes.set_ylim(-2.4, 4.8)
    axes.set_aspect("equal")
    axes.set_xticks([-5, 0, 3])
    axes.set_yticks([0, 4])
    return figure
