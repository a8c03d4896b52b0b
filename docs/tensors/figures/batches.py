"""Dez amostras cortadas em lotes de quatro: o último fica com as duas que sobraram."""

import reference as np
from tools.site.style import DADO, NEUTRO, SMALL, cell, new_figure, text


def desenhar():
    x = np.arange(10)
    figure, axes = new_figure(496, 132)
    left = 12
    for start in range(0, len(x), 4):
        batch = x[start : start + 4]
        for k, i in enumerate(batch.tolist()):
            cell(axes, (left + 44 * k, 34), (44, 40), str(i), DADO)
        middle = left + 22 * len(batch)
        text(axes, (middle, 18), f"lote {start // 4}", size=SMALL)
        text(axes, (middle, 96), f"x[{start}:{start + 4}]", size=SMALL, code=True)
        text(axes, (middle, 118), f"{len(batch)} amostras", NEUTRO, SMALL)
        left += 44 * len(batch) + 16
    return figure
