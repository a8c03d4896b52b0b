"""A mesma fileira de doze casas, percorrida como matriz e como a sua transposta."""

import reference as np
from tools.site.style import DADO, NEUTRO, PESO, SMALL, arrow, new_figure, tensor_grid, text


def desenhar():
    x = np.arange(12).reshape((3, 4))
    figure, axes = new_figure(700, 400)
    left = tensor_grid(axes, x, DADO, (60, 60), (44, 36), axis_names=True)
    right = tensor_grid(axes, x.T, DADO, (440, 60), (44, 36), axis_names=True)
    text(axes, (left.center[0], 22), f"x: passos {x.steps}", code=True, size=SMALL)
    text(axes, (right.center[0], 22), f"x.T: passos {x.T.steps}", code=True, size=SMALL)
    row = tensor_grid(axes, x.reshape(-1), NEUTRO, (62, 300), (48, 36))
    text(axes, (350, 360), "a memória: doze casas em fila, uma só vez", NEUTRO, SMALL)
    for start, step, role, name in [(0, 1, DADO, "passo 1"), (4, 4, PESO, "passo 4")]:
        begin, end = 62 + 48 * (start + 0.5), 62 + 48 * (start + step + 0.5)
        arrow(axes, (begin, row.top - 2), (end, row.top - 2), role, bend=-0.5 if step == 1 else -0.35)
        text(axes, ((begin + end) / 2, row.top - (26 if step == 1 else 48)), name, role, SMALL)
    return figure
