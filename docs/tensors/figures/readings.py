"""Seis casas de memória e quatro fichas: em pé, transposta, remodelada e repetida."""

import reference as np
from tools.site.style import DADO, NEUTRO, SAIDA, SMALL, new_figure, tensor_grid, text


def desenhar():
    x = np.arange(6).reshape(2, 3)
    figure, axes = new_figure(720, 290)
    tensor_grid(axes, x.reshape(-1), NEUTRO, (216, 28), (48, 36))
    text(axes, (360, 14), "a memória", NEUTRO, SMALL)
    readings = [
        ("x", x, DADO, lambda i, j: False),
        ("x.T", x.T, SAIDA, lambda i, j: False),
        ("x.reshape(3, 2)", x.reshape(3, 2), SAIDA, lambda i, j: False),
        ("x[1] repetida", np.broadcast_to(x[1], (3, 3)), SAIDA, lambda i, j: i > 0),
    ]
    for k, (name, y, role, copies) in enumerate(readings):
        middle = 96 + 176 * k
        tensor_grid(axes, y, role, (middle - 22 * y.shape[1], 124), (44, 36), copies=copies)
        text(axes, (middle, 104), name, role, SMALL)
        text(axes, (middle, 252), f"passos {y.steps}", size=SMALL)
        text(axes, (middle, 274), f"início {y.offset}", size=SMALL)
    return figure
