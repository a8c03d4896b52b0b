"""Uma fatia com passo: outra conta sobre a mesma memória."""

import reference as np
from tools.site.style import DADO, NEUTRO, SAIDA, SMALL, Box, arrow, cell, name_axes, new_figure, tensor_grid, text


def desenhar():
    x = np.arange(20).reshape((4, 5))
    y = x[1:, ::-2]
    figure, axes = new_figure(496, 300)
    grid = Box(36, 80, 36 + 40 * 5, 80 + 36 * 4)
    name_axes(axes, grid, x.ndim, 0, column=False)
    chosen = y.ravel().tolist()
    for i, row in enumerate(x.tolist()):
        for j, value in enumerate(row):
            cell(axes, (36 + 40 * j, 80 + 36 * i), (40, 36), str(value), SAIDA if value in chosen else DADO)
    view = tensor_grid(axes, y, SAIDA, (336, 98), (40, 36), axis_names=True)
    for box, name, role, tensor in ((grid, "x", DADO, x), (view, "x[1:, ::-2]", SAIDA, y)):
        text(axes, (box.center[0], 16), name, role, code=True)
        text(axes, (box.center[0], 40), f"início {tensor.offset}, passos {tensor.steps}", NEUTRO, SMALL)
    arrow(axes, (grid.right + 14, grid.center[1] + 18), (view.left - 36, view.center[1]), NEUTRO)
    text(axes, (248, 272), "nenhum número foi copiado: mudar um lado é mudar o outro", NEUTRO, SMALL)
    return figure
