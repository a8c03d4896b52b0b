"""A ordem em que quatro tensores visitam as mesmas doze casas: só dois deles não pulam nenhuma."""

import reference as np
from reference.tensors.layout import is_contiguous, offsets
from tools.site.style import DADO, NEUTRO, SMALL, cell, new_figure, text

SIDE = (32, 34)


def desenhar():
    x = np.arange(12).reshape(3, 4)
    figure, axes = new_figure(496, 250)
    for place in range(12):
        text(axes, (110 + 32 * (place + 0.5), 22), str(place), NEUTRO, SMALL, code=True)
    text(axes, (101, 22), "casa", NEUTRO, SMALL, ha="right")
    for row, (name, y) in enumerate([("x", x), ("x[1:]", x[1:]), ("x[:, ::2]", x[:, ::2]), ("x.T", x.T)]):
        top = 40 + 50 * row
        visits = {place: turn for turn, place in enumerate(offsets(y.shape, y.steps, y.offset))}
        text(axes, (101, top + 9), name, size=SMALL, code=True, ha="right")
        for place in range(12):
            corner = (110 + 32 * place, top)
            if place in visits:
                cell(axes, corner, SIDE, str(visits[place]), DADO)
            else:
                cell(axes, corner, SIDE, "", NEUTRO, copy=True)
        verdict = "contíguo" if is_contiguous(y.shape, y.steps) else "não contíguo"
        text(axes, (101, top + 28), verdict, NEUTRO, SMALL, ha="right")
    text(axes, (302, 240), "em cada casa, a vez em que ela é lida", NEUTRO, SMALL)
    return figure
