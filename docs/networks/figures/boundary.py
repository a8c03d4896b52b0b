"""A fronteira do neurônio das casas: a reta em que a soma dá zero, e as três casas do capítulo."""

from matplotlib.figure import Figure

from reference.networks.neuron import Neuron
from tools.site.style import DADO, PESO, SAIDA, SMALL, TINTA, new_chart

HOUSES = {"A": (80, 3), "B": (80, 2), "C": (60, 2)}


def desenhar() -> Figure:
    figure, axes = new_chart(480, 320, "tamanho (m²)", "quartos")
    neuron = Neuron([0.1, 2.0], -12.0)
    (w1, w2), b = neuron.weights.tolist(), neuron.bias
    sizes = [30.0, 130.0]
    border = [-(b + w1 * size) / w2 for size in sizes]
    axes.fill_between(sizes, border, 6, color=SAIDA, alpha=0.1, linewidth=0)
    axes.plot(sizes, border, color=PESO)
    for name, house in HOUSES.items():
        answer = f"{name}: {float(neuron.feedforward(house)):.2f}".replace(".", ",")
        axes.plot(*house, "o", color=DADO, markersize=11)
        axes.annotate(answer, house, (0, -22) if name == "C" else (10, 6), textcoords="offset points", color=DADO)
    axes.text(100, 4.6, "visitar: $a > ½$", color=SAIDA, ha="center")
    axes.text(46, 0.6, "não visitar: $a < ½$", color=TINTA, ha="left")
    axes.text(113, 0.62, "$a = ½$", color=PESO, fontsize=SMALL, ha="left")
    axes.set_xlim(*sizes)
    axes.set_ylim(0, 6)
    return figure
