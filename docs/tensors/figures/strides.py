"""A mesma fileira de doze casas, percorrida como matriz e como a sua transposta."""

import reference as np
from tools.site.style import DADO, NEUTRO, SMALL, arrow, new_figure, tensor_grid, text


def desenhar():
    x = np.arange(12).reshape((3, 4))
    figure, axes = new_figure(496, 360)
    left = tensor_grid(axes, x, DADO, (40, 60), (40, 34), axis_names=True)
    right = tensor_grid(axes, x.T, DADO, (330, 60), (40, 34), axis_names=True)
    text(axes, (left.center[0], 22), f"x: passos {x.steps}", code=True, size=SMALL)
    text(axes, (right.center[0], 22), f"x.T: passos {x.T.steps}", code=True, size=SMALL)
    row = tensor_grid(axes, x.reshape(-1), NEUTRO, (14, 282), (39, 36))
    text(axes, (248, 340), "a memória: doze casas em fila, uma só vez", NEUTRO, SMALL)
    for start, step in [(0, 1), (4, 4)]:
        begin, end = 14 + 39 * (start + 0.5), 14 + 39 * (start + step + 0.5)
        arrow(axes, (begin, row.top - 2), (end, row.top - 2), DADO, bend=-0.5 if step == 1 else -0.35)
        text(axes, ((begin + end) / 2, row.top - (26 if step == 1 else 48)), f"passo {step}", DADO, SMALL)
    return figure
