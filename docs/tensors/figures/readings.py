"""Seis casas de memória e quatro fichas: em pé, transposta, remodelada e repetida."""

import reference as np
from tools.site.style import DADO, NEUTRO, SAIDA, SMALL, new_figure, tensor_grid, text


def desenhar():
    x = np.arange(6).reshape(2, 3)
    figure, axes = new_figure(496, 280)
    tensor_grid(axes, x.reshape(-1), NEUTRO, (122, 28), (42, 34))
    text(axes, (248, 14), "a memória", NEUTRO, SMALL)
    readings = [
        ("x", x, DADO, lambda i, j: False),
        ("x.T", x.T, SAIDA, lambda i, j: False),
        ("x.reshape(3, 2)", x.reshape(3, 2), SAIDA, lambda i, j: False),
        ("x[1] repetida", np.broadcast_to(x[1], (3, 3)), SAIDA, lambda i, j: i > 0),
    ]
    for k, (name, y, role, copies) in enumerate(readings):
        middle = 62 + 124 * k
        tensor_grid(axes, y, role, (middle - 17 * y.shape[1], 118), (34, 34), copies=copies)
        text(axes, (middle, 98), name, role, SMALL)
        text(axes, (middle, 242), f"passos {y.steps}", size=SMALL)
        text(axes, (middle, 264), f"início {y.offset}", size=SMALL)
    return figure
