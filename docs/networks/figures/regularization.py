"""Doze medidas e três curvas: a reta que não alcança, a cúbica que acompanha, a de grau 11 que decora."""

import math

import numpy
from matplotlib.figure import Figure

from reference.random import RandomState
from tools.site.style import DADO, ERRO, NEUTRO, SAIDA, SMALL, TINTA, new_charts

TITLES = [(1, "grau 1", ERRO), (3, "grau 3", SAIDA), (11, "grau 11", ERRO)]


def desenhar() -> Figure:
    figure, panels = new_charts(500, 250, 1, 3, sharey=True)
    x = numpy.linspace(-1, 1, 12)
    y = numpy.sin(math.pi * x) + 0.2 * numpy.array(RandomState(5).randn(12).tolist())
    line = numpy.linspace(-1, 1, 300)
    for axes, (degree, title, role) in zip(panels, TITLES, strict=True):
        curve = numpy.polynomial.Polynomial.fit(x, y, degree)
        axes.plot(line, numpy.sin(math.pi * line), "--", color=NEUTRO, linewidth=1.2)
        axes.plot(line, curve(line), color=role, linewidth=2)
        axes.plot(x, y, "o", color=DADO, markersize=5)
        axes.set_title(title, color=TINTA, fontsize=SMALL)
        axes.set_ylim(-2.4, 2.4)
        axes.set_xticks([-1, 0, 1])
    return figure
