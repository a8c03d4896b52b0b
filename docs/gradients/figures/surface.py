"""A perda de dois pesos como uma paisagem de dois vales, e a descida a partir de dois lugares vizinhos."""

from collections.abc import Iterable

from matplotlib.figure import Figure

import reference as np
from reference.gradients.descent import gradient_descent
from tools.site.style import ERRO, NEUTRO, PAPEL, SAIDA, SMALL, Point, arrow, new_figure, text

DEPTH = np.linspace(2.1, -0.35, 15).tolist()
WIDTH = np.linspace(-2.15, 1.95, 70).tolist()
STARTS = [(0.3, 1.9, ERRO, "o"), (-0.1, 1.9, SAIDA, "^")]


def loss(w: float, v: float) -> float:
    return w**4 - 4 * w**2 + w + 6 + 1.6 * v**2


def slope(p: np.ndarray) -> np.ndarray:
    w, v = p.tolist()
    return np.array([4 * w**3 - 8 * w + 1, 3.2 * v])


def seen(w: float, v: float, height: float | None = None) -> Point:
    """Onde um ponto da paisagem aparece na tela, vista de cima e da frente."""
    z = loss(w, v) if height is None else height
    return 202 + 84 * w + 50 * v, 292 - 52 * v - 9 * z


def line(points: Iterable[Point]) -> tuple[list[float], list[float]]:
    x, y = zip(*points)
    return list(x), list(y)


def desenhar() -> Figure:
    figure, axes = new_figure(490, 360)
    for v in DEPTH:
        x, y = line(seen(w, v) for w in WIDTH)
        axes.fill_between(x, y, [seen(w, v, -0.4)[1] for w in WIDTH], color=PAPEL, linewidth=0)
        axes.plot(x, y, color=NEUTRO, linewidth=1, alpha=0.75)
    for w, v, role, mark in STARTS:
        path = [p.tolist() for p in gradient_descent(slope, np.array([w, v]), 0.02, 60)]
        x, y = line(seen(*p) for p in path)
        axes.plot(x, y, "-", color=role, linewidth=1.6, marker=mark, markersize=4, markevery=3)
        axes.plot(x[-1], y[-1], mark, color=role, markersize=10)
    for at, words, role in (
        ((88, 318), "o fundo mais baixo", SAIDA),
        ((370, 318), "um fundo mais alto", ERRO),
        ((300, 46), "partidas", NEUTRO),
    ):
        text(axes, at, words, role, SMALL)
    for start, end, place, name in (
        ((36, 128), (36, 62), (36, 46), "perda"),
        ((196, 318), (262, 318), (280, 320), "$w_1$"),
        ((424, 276), (460, 238), (472, 228), "$w_2$"),
    ):
        arrow(axes, start, end, NEUTRO)
        text(axes, place, name, NEUTRO, SMALL)
    return figure
