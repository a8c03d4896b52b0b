"""A mesma camada duas vezes: à esquerda, densa; à direita, com as ligações da máscara."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from tools.site.style import DADO, NEUTRO, SMALL, arrow, new_figure, node, text

MASK = [[1, 0], [1, 1], [0, 1]]
FULL = [[1, 1], [1, 1], [1, 1]]


def layer(axes: Axes, left: float, mask: list[list[int]], title: str) -> None:
    inputs = [node(axes, (left, 90 + 80 * i), f"$x_{i + 1}$", DADO, radius=20) for i in range(3)]
    neurons = [node(axes, (left + 130, 130 + 80 * j), "Σ", NEUTRO, radius=20) for j in range(2)]
    for i, row in enumerate(mask):
        for j, there in enumerate(row):
            if there:
                arrow(axes, inputs[i].east, neurons[j].west, NEUTRO)
    text(axes, (left + 65, 36), title, size=SMALL)


def desenhar() -> Figure:
    figure, axes = new_figure(480, 290)
    layer(axes, 50, FULL, "densa: 6 ligações")
    layer(axes, 295, MASK, "esparsa: 4 ligações")
    return figure
