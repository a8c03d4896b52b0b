"""Uma coluna mais uma linha: as duas se repetem, cada uma no eixo em que tem tamanho 1."""

from matplotlib.figure import Figure

from reference import add, array, broadcast_to
from tools.site.style import DADO, NEUTRO, SAIDA, new_figure, tensor_grid, text


def desenhar() -> Figure:
    figure, axes = new_figure(470, 170)
    tens, units = array([[10], [20], [30]]), array([[1, 2, 3]])
    size = (42, 36)
    shape = (3, 3)
    column, row = broadcast_to(tens, shape), broadcast_to(units, shape)
    tensor_grid(axes, column, DADO, at=(4, 44), size=size, label="(3, 1)", copies=lambda _, j: j > 0)
    text(axes, (146, 98), "+", NEUTRO)
    tensor_grid(axes, row, DADO, at=(162, 44), size=size, label="(1, 3)", copies=lambda i, _: i > 0)
    text(axes, (304, 98), "=", NEUTRO)
    tensor_grid(axes, add(tens, units), SAIDA, at=(322, 44), size=size, label="(3, 3)")
    return figure
