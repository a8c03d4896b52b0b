"""As retas dos dois pedidos e a que sobra depois da eliminação: todas passam por (5, 2)."""

from matplotlib.figure import Figure

from reference.linalg.elimination import solve
from tools.site.style import DADO, SAIDA, new_chart


def desenhar() -> Figure:
    figure, axes = new_chart(460, 330, "preço do café", "preço do pão")
    coffee, bread = solve([[1, 3], [2, 4]], [11, 18]).tolist()
    for one, other, total, name, at in [
        (1, 3, 11, "1 café + 3 pães = 11", (0.6, 2.5)),
        (2, 4, 18, "2 cafés + 4 pães = 18", (1.1, 4.2)),
    ]:
        axes.plot([0, total / one], [total / other, 0], color=DADO, linewidth=2)
        axes.annotate(name, at, color=DADO)
    axes.axhline(bread, color=SAIDA, linewidth=2, linestyle="--")
    axes.annotate("1 pão = 2", (7.6, bread), (0, 6), textcoords="offset points", color=SAIDA)
    axes.plot(coffee, bread, "^", color=SAIDA, markersize=10)
    axes.set_xlim(0, 9.5)
    axes.set_ylim(0, 5)
    axes.set_xticks([0, 5])
    axes.set_yticks([0, 2, 4])
    return figure
