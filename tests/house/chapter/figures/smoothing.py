"""A janela da média móvel, em cima do vetor, e a média que sai dela."""

from matplotlib.figure import Figure

from reference import array
from reference.operations.smoothing import moving_average
from tools.site.style import DADO, SAIDA, arrow, new_figure, tensor_grid


def desenhar() -> Figure:
    figure, axes = new_figure(260, 150)
    x = array([1.0, 3.0, 8.0, 4.0])
    above = tensor_grid(axes, x, DADO, at=(34, 30), label="x")
    below = tensor_grid(axes, moving_average(x, 2), SAIDA, at=(58, 104))
    for shift in (24, 72):
        arrow(axes, (above.left + shift, above.bottom), (below.left + 24, below.top))
    return figure
