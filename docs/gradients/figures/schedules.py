"""Cada agenda num quadro pequeno: a taxa contra o passo, em cem passos."""

from matplotlib.figure import Figure

from reference.gradients.schedules import (
    Constant,
    CosineDecay,
    ExponentialDecay,
    InverseTimeDecay,
    StepDecay,
    WarmUp,
)
from tools.site.style import NEUTRO, PESO, SMALL, TINTA, new_charts

KINDS = [
    ("constante", Constant(1.0)),
    ("degraus", StepDecay(1.0, decay_epochs=25, factor=2.0)),
    ("exponencial", ExponentialDecay(1.0, 50, 0.25)),
    ("1/t", InverseTimeDecay(1.0, 50, 3.0)),
    ("cosseno", CosineDecay(1.0, 100)),
    ("com aquecimento", WarmUp(CosineDecay(1.0, 80), 20)),
]


def desenhar() -> Figure:
    figure, panels = new_charts(480, 480, 3, 2, sharex=True, sharey=True)
    for axes, (name, schedule) in zip(panels, KINDS):
        axes.plot(range(101), [schedule(step) for step in range(101)], color=PESO, linewidth=2)
        axes.set_title(name, color=TINTA, fontsize=SMALL)
        axes.grid(color=NEUTRO, alpha=0.15)
        axes.set_ylim(0, 1.08)
        axes.set_xticks([0, 50, 100])
        axes.set_yticks([0, 0.5, 1], ["0", "½", "1"])
    figure.supxlabel("passo", color=TINTA, fontsize=SMALL)
    figure.supylabel("taxa", color=TINTA, fontsize=SMALL)
    return figure
