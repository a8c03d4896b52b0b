"""A matriz dividida pela soma de cada linha: com keepdims a soma é uma coluna, que se repete para o lado."""

from matplotlib.figure import Figure

from reference import array, broadcast_to
from tools.site.style import DADO, NEUTRO, SAIDA, SMALL, new_figure, tensor_grid, text


def desenhar() -> Figure:
    figure, axes = new_figure(496, 134)
    x = array([[1, 2, 3], [4, 5, 6]])
    total = x.sum(axis=1, keepdims=True)
    size = (42, 38)
    tensor_grid(axes, x, DADO, at=(4, 34), size=size, label="x (2, 3)")
    text(axes, (144, 72), "÷", NEUTRO)
    tensor_grid(
        axes, broadcast_to(total, x.shape), SAIDA, at=(158, 34), size=size, label="soma (2, 1)",
        copies=lambda _, column: column > 0,
    )  # fmt: skip
    text(axes, (298, 72), "=", NEUTRO)
    tensor_grid(axes, (x / total).round(2), SAIDA, at=(312, 34), size=(60, 38), label="x / soma (2, 3)")
    text(axes, (221, 124), "repete-se no eixo 1", NEUTRO, SMALL)
    return figure
