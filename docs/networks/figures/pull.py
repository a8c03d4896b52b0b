"""Quanto a perda puxa a nota, se o certo é 1: a entropia cruzada puxa quem erra muito; o erro quadrático o larga."""

from matplotlib.figure import Figure

import reference as np
from reference.gradients.functions import sum as total
from reference.gradients.graph import Variable, gradients
from reference.networks.activations import sigmoid
from reference.networks.losses import binary_crossentropy, half_squared_error
from tools.site.style import GRADIENTE, NEUTRO, SMALL, new_chart


def desenhar() -> Figure:
    figure, axes = new_chart(480, 300, "nota z (o certo é 1)", "derivada da perda")
    z = Variable(np.linspace(-8, 8, 321)[:, np.newaxis])
    y = np.ones(z.shape)
    for loss, name, role, style, place in (
        (binary_crossentropy(y, z, from_logits=True), "entropia cruzada", GRADIENTE, "solid", (-7.8, -0.86)),
        (half_squared_error(y, sigmoid(z)), "erro quadrático", NEUTRO, "dashed", (-7.8, -0.13)),
    ):
        slope = gradients(total(loss), [z])[0]
        axes.plot(z.value[:, 0].tolist(), slope[:, 0].tolist(), color=role, linestyle=style, linewidth=2)
        axes.annotate(name, place, color=role, fontsize=SMALL)
    axes.set_ylim(-1.1, 0.1)
    axes.set_xticks([-8, -4, 0, 4, 8])
    axes.set_yticks([-1, -0.5, 0])
    return figure
