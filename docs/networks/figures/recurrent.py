"""A rede desenrolada: a mesma camada em quatro passos, com a letra que entra, o estado que passa e a que se espera."""

from itertools import pairwise

from matplotlib.figure import Figure

from tools.site.style import DADO, GRADIENTE, NEUTRO, PESO, SAIDA, SMALL, arrow, new_figure, node, text

SEEN, NEXT = "abra", "brac"


def desenhar() -> Figure:
    figure, axes = new_figure(500, 300)
    places = [80 + 115 * k for k in range(4)]
    for x, seen, following in zip(places, SEEN, NEXT):
        entry = node(axes, (x, 235), seen, DADO, radius=24, code=True)
        answer = node(axes, (x, 45), following, SAIDA, radius=24, code=True)
        state = node(axes, (x, 140), "", NEUTRO, radius=26)
        text(axes, (x, 140), f"$h_{places.index(x) + 1}$", NEUTRO)
        arrow(axes, (x, entry.top), (x, state.bottom), PESO)
        arrow(axes, (x, state.top), (x, answer.bottom - 4), NEUTRO)
    text(axes, (places[0] + 20, 188), "$W$", PESO)
    for left, right in pairwise(places):
        arrow(axes, (left + 26, 132), (right - 26, 132), PESO)
        arrow(axes, (right - 26, 150), (left + 26, 150), GRADIENTE, dashed=True)
        text(axes, ((left + right) / 2, 114), "$U$", PESO)
    arrow(axes, (22, 132), (54, 132), PESO)
    text(axes, (24, 112), "$h_0$", NEUTRO)
    text(axes, (250, 285), "tracejado: o gradiente volta no tempo", GRADIENTE, SMALL)
    return figure
