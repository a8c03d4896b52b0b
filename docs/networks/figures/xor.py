"""O ou exclusivo: nenhuma reta separa os quatro casos pelas entradas; pelas respostas dos ocultos, uma os separa."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from reference.networks.activations import relu
from reference.networks.neuron import Neuron
from tools.site.style import DADO, PESO, SAIDA, SMALL, TINTA, new_charts

Point = tuple[float, float]
CASES: dict[Point, int] = {(0, 0): 0, (0, 1): 1, (1, 0): 1, (1, 1): 0}


def panel(axes: Axes, points: dict[Point, Point], right: int, title: str, x: str, y: str) -> None:
    axes.set_xlabel(x, color=TINTA)
    axes.set_ylabel(y, color=TINTA)
    axes.set_title(title, color=TINTA, fontsize=SMALL)
    axes.set_xlim(-0.5, right + 0.5)
    axes.set_ylim(-0.5, 1.5)
    axes.set_xticks(range(right + 1))
    axes.set_yticks([0, 1])
    for case, point in points.items():
        marker, role = ("^", SAIDA) if CASES[case] else ("o", DADO)
        axes.plot(*point, marker, color=role, markersize=11)
        axes.annotate(str(CASES[case]), point, (9, 7), textcoords="offset points", color=role)


def desenhar() -> Figure:
    figure, [left, right] = new_charts(500, 270, 1, 2)
    some, both = Neuron([1, 1], 0, relu), Neuron([1, 1], -1, relu)
    hidden = {case: (float(some.feedforward(case)), float(both.feedforward(case))) for case in CASES}
    panel(left, {case: case for case in CASES}, 1, "as entradas", "$x_1$", "$x_2$")
    panel(right, hidden, 2, "as respostas dos ocultos", "$h_1$", "$h_2$")
    right.plot([-0.5, 2.5], [-0.5, 1.0], color=PESO)
    return figure
