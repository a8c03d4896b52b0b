"""A soma acumulada: cada total é o anterior mais o elemento da vez."""

from matplotlib.figure import Figure

from reference import array, cumsum
from tools.site.style import DADO, NEUTRO, SAIDA, SMALL, arrow, new_figure, tensor_grid, text

SIZE = (52, 38)
GAP = 36


def desenhar() -> Figure:
    figure, axes = new_figure(470, 164)
    x = array([3, 5, 0, 4])
    for k, (value, total) in enumerate(zip(x.tolist(), cumsum(x).tolist())):
        left = 120 + k * (SIZE[0] + GAP)
        above = tensor_grid(axes, value, DADO, at=(left, 12), size=SIZE)
        below = tensor_grid(axes, total, SAIDA, at=(left, 108), size=SIZE)
        arrow(axes, (above.center[0], above.bottom + 4), (below.center[0], below.top - 4), NEUTRO)
        if k:
            arrow(axes, (left - GAP + 2, below.center[1]), (left - 2, below.center[1]), NEUTRO)
            text(axes, (left - GAP / 2, below.center[1] - 14), "+", NEUTRO, SMALL)
    text(axes, (108, 31), "x", DADO, SMALL, ha="right", code=True)
    text(axes, (108, 127), "cumsum(x)", SAIDA, SMALL, ha="right", code=True)
    return figure
