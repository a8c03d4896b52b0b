"""Duas listas andam juntas e dão dois elementos; uma em pé e outra deitada se cruzam e dão quatro."""

import reference as np
from tools.site.style import DADO, NEUTRO, SAIDA, SMALL, cell, new_figure, text

SIDE = (38, 34)


def marked(axes, x, places, left):
    """A matriz, com as casas escolhidas em outra cor e o índice de cada linha e coluna em que há uma."""
    for i, row in enumerate(x.tolist()):
        for j, value in enumerate(row):
            cell(axes, (left + 38 * j, 44 + 34 * i), SIDE, str(value), SAIDA if (i, j) in places else DADO)
    for i in {i for i, _ in places}:
        text(axes, (left - 12, 61 + 34 * i), str(i), NEUTRO, SMALL, code=True)
    for j in {j for _, j in places}:
        text(axes, (left + 38 * j + 19, 34), str(j), NEUTRO, SMALL, code=True)


def desenhar():
    x = np.arange(20).reshape(4, 5)
    figure, axes = new_figure(496, 240)
    pairs = [("x[[0, 1], [2, 3]]", [(0, 2), (1, 3)], x[[0, 1], [2, 3]])]
    pairs += [("x[[[0], [1]], [2, 3]]", [(i, j) for i in (0, 1) for j in (2, 3)], x[[[0], [1]], [2, 3]])]
    for k, (name, places, y) in enumerate(pairs):
        left = 36 + 252 * k
        marked(axes, x, places, left)
        text(axes, (left + 95, 14), name, SAIDA, SMALL, code=True)
        text(axes, (left + 95, 204), f"forma {y.shape}", SAIDA, SMALL)
        text(axes, (left + 95, 226), str(y.tolist()), SAIDA, SMALL, code=True)
    return figure
