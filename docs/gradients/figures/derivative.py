"""A curva x³ em torno de 2, a tangente e as duas cordas: a central, quase paralela a ela, e a de um lado só."""

from matplotlib.figure import Figure

import reference as np
from reference.gradients.derivative import derivative
from tools.site.style import DADO, ERRO, GRADIENTE, SAIDA, new_chart

HERE, STEP = 2.0, 0.9


def cube(x: float) -> float:
    return x * x * x


def desenhar() -> Figure:
    figure, axes = new_chart(480, 340, "x", "f(x) = x³")
    xs = np.linspace(0.7, 3.05, 80).tolist()
    axes.plot(xs, [cube(x) for x in xs], color=SAIDA, linewidth=2)
    slope, ends = derivative(cube, HERE), (1.35, 2.9)
    axes.plot(ends, [cube(HERE) + slope * (x - HERE) for x in ends], color=GRADIENTE, linestyle="--", linewidth=1.8)
    left, right = HERE - STEP, HERE + STEP
    axes.plot([left, right], [cube(left), cube(right)], color=DADO, linewidth=1.8)
    axes.plot([HERE, right], [cube(HERE), cube(right)], color=ERRO, linewidth=1.8, linestyle=":")
    axes.plot([left, HERE, right], [cube(left), cube(HERE), cube(right)], "o", color=DADO, markersize=8)
    central, one = derivative(cube, HERE, STEP), (cube(right) - cube(HERE)) / STEP
    axes.text(2.36, 9.3, f"tangente: {slope:.0f}", color=GRADIENTE)
    axes.text(0.72, 10.6, f"dois lados: {central:.2f}".replace(".", ","), color=DADO)
    axes.text(1.28, 20.5, f"um lado só: {one:.2f}".replace(".", ","), color=ERRO)
    return figure
