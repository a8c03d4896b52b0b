"""Um neurônio por dentro: duas entradas, dois pesos, o viés, a soma e a curva, com os números do capítulo."""

from matplotlib.figure import Figure

from reference.networks.neuron import Neuron
from tools.site.style import DADO, NEUTRO, PESO, SAIDA, SMALL, arrow, new_figure, node, text

INPUTS, NAMES = [80, 3], ["80 m²", "3 quartos"]


def desenhar() -> Figure:
    figure, axes = new_figure(500, 270)
    neuron = Neuron([0.1, 2.0], -12.0)
    z, a = float(neuron.preactivation(INPUTS)), float(neuron.feedforward(INPUTS))
    total = node(axes, (322, 100), f"{z:g}", NEUTRO, radius=28, code=True)
    for i, (x, w) in enumerate(zip(INPUTS, neuron.weights.tolist())):
        y = 52 + 96 * i
        entry = node(axes, (48, y), str(x), DADO, radius=27, code=True)
        weight = node(axes, (168, y), f"{w:g}", PESO, radius=27, code=True)
        arrow(axes, (entry.right, y), (weight.left + 4, y), NEUTRO, label="×")
        arrow(axes, (weight.right - 4, y), (total.left + 3, 100 + (y - 100) * 0.3), NEUTRO)
        text(axes, (240, y + (-2 if i == 0 else 4)), f"{x * w:g}", NEUTRO, SMALL, code=True)
        text(axes, (48, y - 39 if i == 0 else y + 40), NAMES[i], DADO, SMALL)
        text(axes, (168, y - 39 if i == 0 else y + 40), f"peso $w_{i + 1}$", PESO, SMALL)
    bias = node(axes, (322, 222), f"{neuron.bias:g}", PESO, radius=27, code=True)
    text(axes, (352, 222), "viés $b$", PESO, SMALL, ha="left")
    arrow(axes, (322, bias.top + 4), (322, total.bottom), NEUTRO)
    end = node(axes, (446, 100), "", SAIDA, radius=40)
    text(axes, (443, 100), f"{a:.2f}", SAIDA, SMALL, code=True)
    arrow(axes, (total.right, 100), (end.left + 10, 100), NEUTRO, label="$f$")
    text(axes, (322, 58), "soma $z$", NEUTRO, SMALL)
    text(axes, (440, 46), "ativação $a$", SAIDA, SMALL)
    return figure
