"""Três preços para o mesmo erro: a parábola, o valor absoluto e a Huber, que começa numa e continua na outra."""

from matplotlib.figure import Figure

import reference as np
from reference.networks.losses import half_squared_error, huber, mean_absolute_error
from tools.site.style import ERRO, NEUTRO, PESO, SMALL, new_chart

CURVES = [
    (half_squared_error, "metade do quadrado", NEUTRO, "dashed", (2.25, 3.05), "right"),
    (mean_absolute_error, "valor absoluto", PESO, "dotted", (-1.85, 2.25), "left"),
    (huber, "Huber, δ = 1", ERRO, "solid", (1.75, 0.75), "left"),
]


def desenhar() -> Figure:
    figure, axes = new_chart(480, 320, "erro (resposta − alvo)", "perda")
    error = np.linspace(-3, 3, 241)[:, np.newaxis]
    for loss, name, role, style, place, side in CURVES:
        y = loss(np.zeros(error.shape), error)
        axes.plot(error[:, 0].tolist(), y.tolist(), color=role, linestyle=style, linewidth=2)
        axes.annotate(name, place, color=role, fontsize=SMALL, ha=side)
    axes.set_ylim(-0.1, 4.2)
    axes.set_xticks(range(-3, 4))
    axes.set_yticks(range(5))
    return figure
