"""Uma rede densa de três entradas, duas camadas ocultas e duas saídas, com os parâmetros de cada camada."""

from itertools import pairwise

from matplotlib.figure import Figure

from reference.networks.layers import Dense
from reference.networks.sequential import Sequential
from tools.site.style import DADO, NEUTRO, PESO, SAIDA, SMALL, new_figure, node, text

ROLES, NAMES = [DADO, NEUTRO, NEUTRO, SAIDA], ["entrada", "oculta", "oculta", "saída"]
MIDDLE, STEP = 146, 64


def desenhar() -> Figure:
    figure, axes = new_figure(480, 330)
    model = Sequential([Dense(4, "relu", input_shape=(3,)), Dense(4, "relu"), Dense(2, "softmax")], seed=0)
    sizes = [3, *(layer.units for layer in model.layers)]
    columns = [
        [(56 + 122 * k, MIDDLE + STEP * (i - (size - 1) / 2)) for i in range(size)] for k, size in enumerate(sizes)
    ]
    for here, there in pairwise(columns):
        for start in here:
            for end in there:
                axes.plot(*zip(start, end), color=NEUTRO, linewidth=1, alpha=0.6, zorder=0)
    for places, role, name in zip(columns, ROLES, NAMES, strict=True):
        for i, place in enumerate(places):
            node(axes, place, f"$x_{i + 1}$" if role == DADO else "", role, radius=20)
        text(axes, (places[0][0], 284), name, role, SMALL)
    for k, layer in enumerate(model.layers):
        text(axes, (117 + 122 * k, 312), f"{layer.count_params()} números", PESO, SMALL)
    return figure
