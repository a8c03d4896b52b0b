"""O que cada modelo responde em cada ponto do plano: a regressão corta em retas, a rede acompanha a espiral."""

from matplotlib.axes import Axes
from matplotlib.colors import ListedColormap
from matplotlib.figure import Figure

import reference as np
from programs.spiral import linear, network, read_record
from reference.data.spiral import spiral_data
from tools.site.style import DADO, DPI, PESO, SAIDA, SMALL, TINTA

COLORS = (DADO, PESO, SAIDA)
STEPS = 60


def regions(name: str) -> tuple[list[float], list[list[int]]]:
    """A classe que o modelo gravado dá a cada ponto de uma grade."""
    model = {"linear": linear, "network": network}[name]()
    model.set_weights([np.array(w) for w in read_record()[name]["weights"]])
    places = np.linspace(-1.1, 1.1, STEPS).tolist()
    grid = np.array([[across, up] for up in places for across in places])
    return places, model.predict(grid, batch_size=STEPS * STEPS).argmax(axis=-1).reshape((STEPS, STEPS)).tolist()


def panel(axes: Axes, name: str, title: str) -> None:
    """As regiões de um modelo e, por cima, os pontos."""
    places, classes = regions(name)
    for label, color in enumerate(COLORS):
        inside = [[1.0 if kind == label else 0.0 for kind in row] for row in classes]
        axes.contourf(places, places, inside, levels=[0.5, 1.5], cmap=ListedColormap([color]), alpha=0.25)
    x, y = spiral_data()
    for label, (mark, color) in enumerate(zip("os^", COLORS)):
        points = [point for point, kind in zip(x.tolist(), y.tolist()) if kind == label]
        axes.plot(*zip(*points), mark, color=color, markersize=3)
    axes.set_title(title, color=TINTA, fontsize=SMALL)
    axes.set_aspect("equal")
    axes.set_xticks([])
    axes.set_yticks([])
    axes.spines[:].set_visible(False)


def desenhar() -> Figure:
    figure = Figure(figsize=(480 / DPI, 260 / DPI), dpi=DPI, layout="constrained")
    left, right = figure.subplots(1, 2)
    panel(left, "linear", "regressão: 39,3 %")
    panel(right, "network", "2-16-16-3: 95,3 %")
    return figure
