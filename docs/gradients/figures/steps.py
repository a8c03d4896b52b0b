"""O erro da derivada de x³ em 2 conforme o passo: dois vês, o da diferença central e o da de um lado só."""

from matplotlib.figure import Figure

from reference.gradients.derivative import derivative, one_sided
from tools.site.style import DADO, ERRO, NEUTRO, new_chart

STEPS = [10.0 ** (-k / 4) for k in range(2, 61)]


def cube(x: float) -> float:
    return x * x * x


def error(method: object, step: float) -> float:
    """O maior erro relativo em alguns pontos perto de 2, para que a curva não dance tanto."""
    points = [2 + k / 7 for k in range(8)]
    found = [derivative(cube, x, step) if method is derivative else one_sided(cube, x, 1, step) for x in points]
    return max(abs(slope / (3 * x * x) - 1) for slope, x in zip(found, points, strict=True))


def desenhar() -> Figure:
    figure, axes = new_chart(480, 320, "passo h", "erro relativo")
    axes.loglog(STEPS, [error(one_sided, h) for h in STEPS], color=ERRO, linestyle="--", linewidth=1.8)
    axes.loglog(STEPS, [error(derivative, h) for h in STEPS], color=DADO, linewidth=1.8)
    axes.text(1e-7, 3e-4, "um lado só", color=ERRO, ha="center")
    axes.text(2e-5, 1e-12, "central", color=DADO, ha="center")
    axes.text(2e-15, 1e-12, "arredondamento", color=NEUTRO, ha="left")
    axes.text(0.4, 1.2, "a fórmula", color=NEUTRO, ha="right")
    axes.set_xticks([1e-15, 1e-12, 1e-9, 1e-6, 1e-3], ["10⁻¹⁵", "10⁻¹²", "10⁻⁹", "10⁻⁶", "10⁻³"])
    axes.set_yticks([1e-12, 1e-9, 1e-6, 1e-3, 1], ["10⁻¹²", "10⁻⁹", "10⁻⁶", "10⁻³", "1"])
    axes.minorticks_off()
    axes.set_ylim(1e-13, 10)
    return figure
