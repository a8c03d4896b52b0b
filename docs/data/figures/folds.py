"""Cinco dobras de dez amostras: em cada linha, uma dobra mede e as outras ensinam."""

from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from reference.data.splitting import k_folds
from tools.site.style import DADO, SAIDA, SMALL, TINTA, new_figure

SIDE, LEFT, TOP = 36, 92, 44


def desenhar() -> Figure:
    figure, axes = new_figure(470, 240)
    for k, (_, validation) in enumerate(k_folds(10, 5)):
        y = TOP + k * SIDE
        axes.text(LEFT - 10, y + SIDE / 2, f"rodada {k + 1}", ha="right", va="center", color=TINTA, fontsize=SMALL)
        for i in range(10):
            chosen = i in validation.tolist()
            color = SAIDA if chosen else DADO
            box = Rectangle((LEFT + i * SIDE, y), SIDE - 3, SIDE - 3, color=color, alpha=0.85 if chosen else 0.15)
            axes.add_patch(box)
    axes.text(LEFT, TOP - 14, "mede", color=SAIDA, fontsize=SMALL)
    axes.text(LEFT + 4 * SIDE, TOP - 14, "ensinam", color=DADO, fontsize=SMALL)
    return figure
