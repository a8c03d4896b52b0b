"""Um vetor transposto é ele mesmo; uma matriz de uma linha transposta é uma matriz de uma coluna."""

from matplotlib.figure import Figure

from reference import array
from tools.site.style import DADO, NEUTRO, SAIDA, SMALL, arrow, new_figure, tensor_grid, text


def desenhar() -> Figure:
    figure, axes = new_figure(430, 240)
    vector = array([1, 2, 3])
    for top, x in ((30, vector), (156, vector.reshape(1, 3))):
        y = x.T
        tensor_grid(axes, x, DADO, (12, top), (48, 34), label=f"{x.shape}")
        arrow(axes, (172, top + 17), (252, top + 17), NEUTRO)
        text(axes, (212, top + 17 - 14), ".T", NEUTRO, SMALL, code=True)
        tensor_grid(axes, y, SAIDA, (270, top - (34 if y.ndim == 2 else 0)), (48, 34), label=f"{y.shape}")
    return figure
