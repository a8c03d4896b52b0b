"""Uma fatia com passo: outra conta sobre a mesma memória."""

import reference as np
from tools.site.style import DADO, NEUTRO, SAIDA, SMALL, Box, arrow, cell, name_axes, new_figure, tensor_grid, text


def desenhar():
    x = np.arange(20).reshape((4, 5))
    y = x[1:, ::-2]
    figure, axes = new_figure(700, 330)
    grid = Box(60, 60, 60 + 46 * 5, 60 + 38 * 4)
    name_axes(axes, grid, x.ndim, 0, column=False)
    chosen = y.ravel().tolist()
    for i, row in enumerate(x.tolist()):
        for j, value in enumerate(row):
            cell(axes, (60 + 46 * j, 60 + 38 * i), (46, 38), str(value), SAIDA if value in chosen else DADO)
    text(axes, (grid.center[0], 22), f"x: início {x.offset}, passos {x.steps}", code=True, size=SMALL)
    view = tensor_grid(axes, y, SAIDA, (460, 79), (46, 38), axis_names=True)
    text(axes, (view.center[0], 22), f"x[1:, ::-2]: início {y.offset}, passos {y.steps}", code=True, size=SMALL)
    arrow(axes, (grid.right + 16, grid.center[1] + 19), (view.left - 36, view.center[1]), NEUTRO)
    text(axes, (350, 270), "nenhum número foi copiado: mudar um lado é mudar o outro", NEUTRO, SMALL)
    return figure
