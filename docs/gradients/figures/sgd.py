"""As três descidas sobre as mesmas mudas, passo a passo, contra o número de contas de gradiente."""

from matplotlib.figure import Figure

from reference import array, mean
from reference.data.batches import BatchGenerator
from reference.gradients.optimizers import descend
from tools.site.style import DADO, ERRO, NEUTRO, PESO, SMALL, new_chart

SUN = array([0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0])
GROWTH = array([1.5, 1.0, 4.0, 3.0, 6.0, 5.0, 8.0, 7.5])
KINDS = [(1, "uma", ERRO, "-", (17, 2.55)), (2, "duas", PESO, "--", (12, 1.42)), (8, "as oito", DADO, "-", (32, 0.95))]


def path(size: int, epochs: int) -> tuple[list[int], list[float]]:
    """Quantas contas já se fizeram e o w a que se chegou, passo a passo."""
    w, counts, values = 0.0, [0], [0.0]
    batches = BatchGenerator(SUN, GROWTH, size, seed=0)
    for _ in range(epochs):
        for x, y in batches:
            w = descend(w, float(mean(2 * x * (w * x - y))), 0.02)
            counts.append(counts[-1] + len(x))
            values.append(w)
    return counts, values


def desenhar() -> Figure:
    figure, axes = new_chart(480, 320, "contas de gradiente", "$w$")
    best = float((SUN * GROWTH).sum() / (SUN * SUN).sum())
    axes.axhline(best, color=NEUTRO, linestyle=(0, (4, 3)), linewidth=1.2)
    for size, name, colour, line, at in KINDS:
        counts, values = path(size, 8)
        style = "steps-post" if size == 8 else "default"
        axes.plot(counts, values, line, color=colour, linewidth=1.6, drawstyle=style)
        axes.text(*at, name, color=colour, fontsize=SMALL, ha="left", va="center")
    axes.text(0.6, best + 0.05, "o melhor $w$", color=NEUTRO, fontsize=SMALL, ha="left", va="bottom")
    axes.set_xlim(0, 64)
    axes.set_ylim(0, 2.8)
    axes.set_xticks(range(0, 65, 8))
    return figure
