"""Uma fatia com passo: outra conta sobre a mesma memória."""

import reference as np
from tools.site.style import DADO, NEUTRO, SAIDA, SMALL, arrow, new_figure, tensor_grid, text


def desenhar():
    x = np.arange(20).reshape((4, 5))
    y = x[1:, ::-2]
    figure, axes = new_figure(700, 330)
    grid = tensor_grid(axes, x, DADO, (60, 60), (46, 38), axis_names=True)
    for i in range(1, 4):
        for j in (4, 2, 0):
            tensor_grid(axes, x[i, j].item(), SAIDA, (60 + 46 * j, 60 + 38 * i), (46, 38))
    text(axes, (grid.center[0], 22), f"x: início {x.offset}, passos {x.steps}", code=True, size=SMALL)
    chosen = tensor_grid(axes, y, SAIDA, (460, 79), (46, 38), axis_names=True)
    text(axes, (chosen.center[0], 22), f"x[1:, ::-2]: início {y.offset}, passos {y.steps}", code=True, size=SMALL)
    arrow(axes, (grid.right + 16, grid.center[1] + 19), (chosen.left - 36, chosen.center[1]), NEUTRO)
    text(axes, (350, 270), "nenhum número foi copiado: mudar um lado é mudar o outro", NEUTRO, SMALL)
    return figure
