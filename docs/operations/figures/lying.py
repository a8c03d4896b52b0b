"""Um vetor transposto é ele mesmo; uma matriz de uma linha transposta é uma matriz de uma coluna."""

from matplotlib.figure import Figure

from reference import array
from tools.site.style import DADO, NEUTRO, SAIDA, SMALL, arrow, new_figure, tensor_grid, text


def desenhar() -> Figure:
    figure, axes = new_figure(412, 240)
    vector = array([1, 2, 3])
    for top, x in ((30, vector), (156, vector.reshape(1, 3))):
        y = x.T
        tensor_grid(axes, x, DADO, (8, top), (46, 34), label=f"{x.shape}")
        arrow(axes, (162, top + 17), (240, top + 17), NEUTRO)
        text(axes, (201, top + 3), ".T", NEUTRO, SMALL, code=True)
        tensor_grid(axes, y, SAIDA, (256, top - (34 if y.ndim == 2 else 0)), (46, 34), label=f"{y.shape}")
    return figure
