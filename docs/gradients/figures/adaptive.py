"""O vale comprido e vinte passos de cada otimizador, da mesma partida."""

import math

from matplotlib.figure import Figure

from reference import array
from reference.gradients.adaptive import Adagrad, Adam, RMSprop
from reference.gradients.graph import Variable
from reference.gradients.optimizers import Optimizer
from reference.gradients.sgd import SGD
from tools.site.style import DADO, ERRO, GRADIENTE, NEUTRO, PESO, SAIDA, SMALL, new_chart

KINDS = [
    (SGD(0.07), "descida comum", ERRO, "o", (-4.0, -0.85)),
    (Adagrad(0.5), "Adagrad", DADO, "s", (-3.3, 0.5)),
    (RMSprop(0.1), "RMSprop", GRADIENTE, "D", (-4.6, 1.0)),
    (Adam(0.5), "Adam", SAIDA, "^", (-2.2, -0.72)),
]


def path(optimizer: Optimizer, steps: int) -> list[list[float]]:
    """Os pontos por que se passa."""
    point = Variable(array([-5.0, 1.0]))
    points = [point.value.tolist()]
    for _ in range(steps):
        optimizer.apply([point.value * array([1.0, 25.0])], [point])
        points.append(point.value.tolist())
    return points


def desenhar() -> Figure:
    figure, axes = new_chart(480, 340, "$x$", "$y$")
    angles = [2 * math.pi * k / 120 for k in range(121)]
    for level in (0.3, 2, 6, 13, 25):
        a, b = math.sqrt(2 * level), math.sqrt(2 * level / 25)
        axes.plot([a * math.cos(t) for t in angles], [b * math.sin(t) for t in angles], color=NEUTRO, alpha=0.35, lw=1)
    for optimizer, name, colour, mark, at in KINDS:
        axes.plot(*zip(*path(optimizer, 20)), mark, linestyle="-", color=colour, linewidth=1.2, markersize=4)
        axes.text(*at, name, color=colour, fontsize=SMALL, ha="left", va="center")
    axes.plot(0, 0, "s", color=PESO, markersize=7)
    axes.text(0, -0.1, "fundo", color=PESO, fontsize=SMALL, ha="center", va="top")
    axes.set_xlim(-5.6, 2.2)
    axes.set_ylim(-1.1, 1.25)
    return figure
