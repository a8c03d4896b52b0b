"""O neurônio de três entradas e, em cima, a parte da célula que deu nome a cada peça."""

from matplotlib.figure import Figure

from tools.site.style import DADO, NEUTRO, PESO, SAIDA, SMALL, arrow, new_figure, node, text

CELL = [(34, "axônios"), (120, "sinapses"), (198, "dendritos"), (270, "corpo"), (372, "axônio")]
MATH = [(34, "entradas", DADO), (120, "pesos", PESO), (270, "soma e curva", NEUTRO), (372, "saída", SAIDA)]


def desenhar() -> Figure:
    figure, axes = new_figure(410, 340)
    body = node(axes, (270, 154), "$f(\\Sigma)$", NEUTRO, radius=34)
    for i, y in enumerate((74, 154, 234)):
        entry = node(axes, (34, y), f"$x_{i + 1}$", DADO)
        weight = node(axes, (120, y), f"$w_{i + 1}$", PESO)
        arrow(axes, (entry.right, y), (weight.left + 3, y), NEUTRO, label="×")
        arrow(axes, (weight.right - 3, y), (body.left + 4, 154 + (y - 154) * 0.25), NEUTRO)
    bias = node(axes, (270, 266), "$b$", PESO)
    arrow(axes, (270, bias.top + 3), (270, body.bottom), NEUTRO)
    end = node(axes, (372, 154), "$a$", SAIDA, radius=30)
    arrow(axes, (body.right, 154), (end.left + 7, 154), NEUTRO)
    for x, name in CELL:
        text(axes, (x, 18), name, NEUTRO, SMALL, style="italic")
    for x, name, role in MATH:
        text(axes, (x, 320), name, role, SMALL)
    text(axes, (298, 270), "viés", PESO, SMALL, ha="left")
    return figure
