"""A reta como conta de duas etapas, para uma pessoa de 177 cm: a ida e a volta antes e depois de um passo."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from reference.gradients.descent import fit_line, line_gradient
from tools.site.style import DADO, ERRO, GRADIENTE, NEUTRO, PESO, SAIDA, SMALL, arrow, comma, new_figure, node, text

HEIGHT, WEIGHT = 177.0, 88.2


def written(value: float, digits: int) -> str:
    return comma(round(value, digits))


def row(axes: Axes, y: float, w: float, b: float, loss: float) -> None:
    """Uma ida e uma volta."""
    dw, db = line_gradient(w, b, HEIGHT, WEIGHT)
    entry = node(axes, (34, y), "177", DADO, radius=26, code=True, size=SMALL)
    times, plus = node(axes, (136, y), "×", NEUTRO, radius=17), node(axes, (236, y), "+", NEUTRO, radius=17)
    answer = node(axes, (342, y), "", SAIDA, radius=36)
    text(axes, (338, y), written(w * HEIGHT + b, 1), SAIDA, SMALL)
    end = node(axes, (454, y), written(loss, 0), ERRO, radius=28, size=SMALL)
    arrow(axes, (entry.right, y), (times.left, y), NEUTRO)
    arrow(axes, (times.right, y - 5), (plus.left, y - 5), NEUTRO, label=written(w * HEIGHT, 1))
    arrow(axes, (plus.right, y - 5), (answer.left + 8, y - 5), NEUTRO)
    arrow(axes, (answer.right + 5, y - 5), (end.left, y - 5), NEUTRO)
    for right, left in ((end.left, answer.right), (answer.left + 8, plus.right), (plus.left, times.right)):
        arrow(axes, (right, y + 7), (left, y + 7), GRADIENTE, dashed=True)
    text(axes, (402, y + 24), written(db, 1), GRADIENTE, SMALL)
    for box, name, value, gradient in ((times, "w", written(w, 3), dw), (plus, "b", written(b, 3), db)):
        x = box.center[0]
        weight = node(axes, (x, y - 74), value, PESO, radius=28, size=SMALL)
        arrow(axes, (x - 6, weight.bottom - 4), (x - 6, box.top), NEUTRO)
        arrow(axes, (x + 6, box.top), (x + 6, weight.bottom - 4), GRADIENTE, dashed=True)
        text(axes, (x + 12, y - 33), written(gradient, 1), GRADIENTE, SMALL, ha="left")
        text(axes, (x - 32, y - 74), f"${name}$", PESO, ha="right")


def desenhar() -> Figure:
    figure, axes = new_figure(490, 360)
    steps = fit_line(HEIGHT, WEIGHT, 0.7, 6.0, 5e-5, 1)
    for y, (w, b, loss), title in zip((128, 312), steps, ("antes", "um passo depois"), strict=True):
        row(axes, y, w, b, loss)
        text(axes, (484, y - 92), title, size=SMALL, ha="right")
        text(axes, (342, y - 46), "$\\hat{y}$", SAIDA)
        text(axes, (454, y - 42), "perda", ERRO, SMALL)
    return figure
