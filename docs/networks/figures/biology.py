"""O neurônio de três entradas e, em cima, a parte da célula que deu nome a cada peça."""

from matplotlib.figure import Figure

from tools.site.style import DADO, NEUTRO, PESO, SAIDA, SMALL, arrow, new_figure, node, text

CELL = [(44, "axônios"), (148, "sinapses"), (232, "dendritos"), (326, "corpo celular"), (440, "axônio")]
MATH = [(44, "entradas", DADO), (148, "pesos", PESO), (326, "soma e curva", NEUTRO), (440, "saída", SAIDA)]


def desenhar() -> Figure:
    figure, axes = new_figure(490, 340)
    body = node(axes, (326, 154), "$f(\\Sigma)$", NEUTRO, radius=34)
    for i, y in enumerate((74, 154, 234)):
        entry = node(axes, (44, y), f"$x_{i + 1}$", DADO)
        weight = node(axes, (148, y), f"$w_{i + 1}$", PESO)
        arrow(axes, (entry.right, y), (weight.left + 3, y), NEUTRO, label="×")
        arrow(axes, (weight.right - 3, y), (body.left + 4, 154 + (y - 154) * 0.25), NEUTRO)
    bias = node(axes, (326, 266), "$b$", PESO)
    arrow(axes, (326, bias.top + 3), (326, body.bottom), NEUTRO)
    end = node(axes, (440, 154), "$a$", SAIDA, radius=30)
    arrow(axes, (body.right, 154), (end.left + 7, 154), NEUTRO)
    for x, name in CELL:
        text(axes, (x, 18), name, NEUTRO, SMALL, style="italic")
    for x, name, role in MATH:
        text(axes, (x, 320), name, role, SMALL)
    text(axes, (354, 270), "viés", PESO, SMALL, ha="left")
    return figure
