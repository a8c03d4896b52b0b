"""Uma volta em torno do zero e a meia volta das raízes: nove pontos, e os dois do corte têm raízes opostas."""

from math import pi

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from reference.operations.complex_functions import exp, sqrt
from tools.site.style import DADO, DPI, ERRO, NEUTRO, SAIDA, SMALL, TINTA

TURN = [complex(-4, -0.0), *(4 * exp(complex(0, k * pi / 60)) for k in range(-59, 60)), complex(-4, 0.0)]
"""A volta: começa embaixo do corte, em −4 − 0i, e termina em cima dele."""


def panel(axes: Axes, path: list[complex], role: str, title: str) -> None:
    limit = abs(path[0]) * 1.55
    axes.axhline(0, color=NEUTRO, alpha=0.3, linewidth=1)
    axes.axvline(0, color=NEUTRO, alpha=0.3, linewidth=1)
    axes.plot([z.real for z in path], [z.imag for z in path], color=role, alpha=0.4, linewidth=2)
    for k, z in enumerate(path[::15]):
        away = z * 1.28 + (complex(0, (-0.1 if k == 0 else 0.1) * limit) if k in (0, 8) else 0)
        axes.plot([z.real], [z.imag], "o", color=role, markersize=6)
        axes.text(away.real, away.imag, str(k + 1), color=role, fontsize=SMALL, ha="center", va="center")
    axes.set_xlim(-limit, limit)
    axes.set_ylim(-limit, limit)
    axes.set_aspect("equal")
    axes.axis("off")
    axes.set_title(title, color=TINTA, fontsize=SMALL)


def desenhar() -> Figure:
    figure = Figure(figsize=(480 / DPI, 260 / DPI), dpi=DPI, layout="constrained")
    left, right = figure.subplots(1, 2)
    panel(left, TURN, DADO, "z")
    panel(right, [sqrt(z) for z in TURN], SAIDA, "raiz de z")
    left.plot([-6.2, 0], [0, 0], color=ERRO, linestyle="dashed", linewidth=2)
    return figure
