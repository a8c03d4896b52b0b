"""Três pesos, um por etapa: com uma volta só, cada um recebe o seu gradiente."""

from matplotlib.figure import Figure

from reference.gradients.graph import Variable, gradients
from tools.site.style import GRADIENTE, NEUTRO, PESO, SAIDA, SMALL, arrow, comma, new_figure, node, text

LINE = 156


def desenhar() -> Figure:
    figure, axes = new_figure(490, 240)
    w1, w2, w3 = Variable(2.0), Variable(1.5), Variable(0.4)
    c = 3.0 * w3
    b = w2 * c**2
    a = w1 * b
    dw3, dc, db, dw2, dw1 = (comma(round(slope, 4)) for slope in gradients(a, [w3, c, b, w2, w1]))
    first = node(axes, (34, LINE), comma(w3.value), PESO, radius=28)
    stages = [node(axes, (x, LINE), comma(round(v.value, 4)), NEUTRO, radius=28) for x, v in ((172, c), (310, b))]
    end = node(axes, (440, LINE), "", SAIDA, radius=36)
    text(axes, (436, LINE), comma(round(a.value, 4)), SAIDA)
    places = [first, *stages, end]
    for here, there, gradient, label in zip(places, places[1:], (dw3, dc, db), ("× 3", "c²", ""), strict=False):
        nose = there.left + (9 if there is end else 1)
        arrow(axes, (here.right - 3, LINE - 6), (nose, LINE - 6), NEUTRO, label=label)
        arrow(axes, (nose, LINE + 8), (here.right - 3, LINE + 8), GRADIENTE, dashed=True, below=gradient)
    for box, weight, slope, name in ((stages[1], w2, dw2, "$W_2$"), (end, w1, dw1, "$W_1$")):
        x = box.center[0] - (10 if box is end else 0)
        above = node(axes, (x, 40), comma(weight.value), PESO, radius=26)
        text(axes, (x - 32, 40), name, PESO, ha="right")
        arrow(axes, (x - 6, above.bottom - 3), (x - 6, LINE - 30), NEUTRO)
        arrow(axes, (x + 6, LINE - 30), (x + 6, above.bottom - 3), GRADIENTE, dashed=True)
        text(axes, (x + 14, 96), slope, GRADIENTE, SMALL, ha="left")
        text(axes, (x - 14, 96), "×", NEUTRO, SMALL, ha="right")
    for x, name, role in ((34, "$W_3$", PESO), (172, "$c$", NEUTRO), (310, "$b$", NEUTRO), (434, "$a$", SAIDA)):
        text(axes, (x, LINE + 52), name, role)
    return figure
