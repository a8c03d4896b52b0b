"""As posições de um eixo de tamanho 5, contadas dos dois lados, e o que três fatias escolhem."""

import reference as np
from tools.site.style import DADO, NEUTRO, SAIDA, SMALL, cell, new_figure, text

SIDE = (50, 40)


def strip(axes, y, values, top):
    """A fila inteira, com as posições escolhidas cheias e as outras pálidas."""
    for i, value in enumerate(values):
        chosen = value in y.tolist()
        cell(axes, (112 + 50 * i, top), SIDE, str(value), SAIDA if chosen else NEUTRO, copy=not chosen)


def desenhar():
    x = np.arange(10, 15)
    figure, axes = new_figure(470, 300)
    for i, value in enumerate(x.tolist()):
        text(axes, (137 + 50 * i, 20), str(i), NEUTRO, SMALL, code=True)
        cell(axes, (112 + 50 * i, 36), SIDE, str(value), DADO)
        text(axes, (137 + 50 * i, 92), str(i - 5), NEUTRO, SMALL, code=True)
    text(axes, (98, 20), "do começo", NEUTRO, SMALL, ha="right")
    text(axes, (98, 56), "x", DADO, code=True, ha="right")
    text(axes, (98, 92), "do fim", NEUTRO, SMALL, ha="right")
    slices = [("x[1:4]", x[1:4]), ("x[-2:]", x[-2:]), ("x[::-2]", x[::-2])]
    for k, (name, y) in enumerate(slices):
        top = 122 + 56 * k
        strip(axes, y, x.tolist(), top)
        text(axes, (98, top + 20), name, SAIDA, code=True, ha="right")
        text(axes, (374, top + 20), str(y), SAIDA, SMALL, code=True, ha="left")
    return figure
