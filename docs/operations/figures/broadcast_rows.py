"""Uma matriz mais um vetor: a linha do vetor existe uma vez, e as outras duas são cópias virtuais."""

from matplotlib.figure import Figure

from reference import add, array, broadcast_to
from tools.site.style import DADO, NEUTRO, SAIDA, new_figure, tensor_grid, text


def desenhar() -> Figure:
    figure, axes = new_figure(470, 170)
    x, y = array([[8, 4, 9], [4, 7, 2], [0, 5, 1]]), array([1, 2, 3])
    size = (42, 36)
    tensor_grid(axes, x, DADO, at=(4, 44), size=size, label="x (3, 3)")
    text(axes, (146, 98), "+", NEUTRO)
    tensor_grid(
        axes, broadcast_to(y, x.shape), DADO, at=(162, 44), size=size, label="y (3,)", copies=lambda row, _: row > 0
    )
    text(axes, (304, 98), "=", NEUTRO)
    tensor_grid(axes, add(x, y), SAIDA, at=(322, 44), size=size, label="x + y (3, 3)")
    return figure
