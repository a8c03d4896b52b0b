"""As dez pessoas e a reta em algumas épocas: com alturas em centímetros e com alturas centradas."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from reference.gradients.descent import fit_line
from tools.site.style import DADO, ERRO, SAIDA, SMALL, TINTA, new_charts

HEIGHTS = [152.0, 158.0, 163.0, 166.0, 170.0, 173.0, 177.0, 181.0, 186.0, 194.0]
WEIGHTS = [54.1, 60.3, 61.8, 70.2, 69.5, 78.4, 88.2, 82.7, 91.0, 98.6]
ENDS = 148.0, 198.0


def panel(axes: Axes, title: str, centre: float, scale: float, rate: float, marks: dict[int, float]) -> None:
    """A reta nas épocas de `marks`, que diz a altura de cada letreiro."""
    entries = [(height - centre) / scale for height in HEIGHTS]
    history = fit_line(entries, WEIGHTS, 0.7, 6.0, rate, max(marks))
    for epoch, at in marks.items():
        w, b, _ = history[epoch]
        role, style = (SAIDA, "-") if epoch == max(marks) else (ERRO, "--") if epoch == 0 else (SAIDA, ":")
        axes.plot(ENDS, [w * (end - centre) / scale + b for end in ENDS], style, color=role, linewidth=1.8)
        axes.text(197, at, f"época {epoch}", color=role, fontsize=SMALL, ha="right")
    axes.plot(HEIGHTS, WEIGHTS, "o", color=DADO, markersize=5)
    axes.set_title(title, color=TINTA, fontsize=SMALL)
    axes.set_xlabel("altura (cm)", color=TINTA, fontsize=SMALL)
    axes.set_xticks([150, 170, 190])
    axes.set_xlim(146, 200)
    axes.set_ylim(0, 152)


def desenhar() -> Figure:
    figure, [left, right] = new_charts(490, 330, 1, 2, sharey=True)
    panel(left, "em centímetros", 0.0, 1.0, 5e-5, {0: 121.0, 1: 42.0, 10: 66.0})
    panel(right, "centradas", 172.0, 10.0, 0.5, {0: 13.0, 1: 37.0, 10: 107.0})
    left.set_ylabel("peso (kg)", color=TINTA, fontsize=SMALL)
    return figure
