"""Dez amostras em lotes de quatro: na ordem, e embaralhadas em duas épocas."""

from matplotlib.figure import Figure

import reference as np
from reference.data.batches import BatchGenerator
from tools.site.style import DADO, NEUTRO, SMALL, cell, new_figure, text


def desenhar() -> Figure:
    figure, axes = new_figure(500, 230)
    x = np.arange(10)
    shuffled = BatchGenerator(x, x, 4, seed=0)
    rows = [("em ordem", BatchGenerator(x, x, 4)), ("época 1", shuffled), ("época 2", shuffled)]
    for row, (words, generator) in enumerate(rows):
        left, top = 100.0, 46 + 62 * row
        text(axes, (90, top + 18), words, NEUTRO, SMALL, ha="right")
        for k, (batch, _) in enumerate(generator):
            if row == 0:
                text(axes, (left + 18 * len(batch), 24), f"lote {k}", NEUTRO, SMALL)
            for value in batch.tolist():
                cell(axes, (left, top), (36, 36), str(value), DADO)
                left += 36
            left += 16
    return figure
