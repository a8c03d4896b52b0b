"""As luas e a fronteira da rede treinada: onde a nota é zero."""

from matplotlib.figure import Figure

import reference as np
from programs.moons import data, scores, train
from tools.site.style import DADO, PESO, SAIDA, new_chart

STEPS = 50


def desenhar() -> Figure:
    figure, axes = new_chart(460, 300)
    _, weights = train()
    across, up = np.linspace(-1.5, 2.5, STEPS).tolist(), np.linspace(-1.0, 1.6, STEPS).tolist()
    grid = np.array([across * STEPS, [v for v in up for _ in across]])
    notes = scores(grid, weights).value.reshape((STEPS, STEPS)).tolist()
    axes.contour(across, up, notes, levels=[0.0], colors=[PESO])
    x, y = data()
    for side, mark, color in ((-1, "o", DADO), (1, "^", SAIDA)):
        points = [point for point, kind in zip(x.T.tolist(), y[0].tolist()) if kind == side]
        axes.plot(*zip(*points), mark, color=color, markersize=6)
    axes.set_aspect("equal")
    return figure
