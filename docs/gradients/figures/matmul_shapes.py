"""As formas na volta do produto de matrizes: só há um jeito de multiplicar que dê a forma de cada entrada."""

from matplotlib.figure import Figure

from tools.site.style import DADO, GRADIENTE, NEUTRO, PESO, SAIDA, new_figure, text


def desenhar() -> Figure:
    figure, axes = new_figure(440, 190)
    rows = (
        ("X", "(2, 3)", DADO, "Y", "(3, 4)", PESO, "Z", "(2, 4)", SAIDA),
        ("G", "(2, 4)", GRADIENTE, "Yᵀ", "(4, 3)", PESO, "∂L/∂X", "(2, 3)", GRADIENTE),
        ("Xᵀ", "(3, 2)", DADO, "G", "(2, 4)", GRADIENTE, "∂L/∂Y", "(3, 4)", GRADIENTE),
    )
    for i, row in enumerate(rows):
        y = 24 + 62 * i
        for j, x in enumerate((70, 200, 350)):
            name, shape, role = row[3 * j : 3 * j + 3]
            text(axes, (x, y), name, role)
            text(axes, (x, y + 24), shape, role, code=True)
        text(axes, (136, y + 12), "@", NEUTRO)
        text(axes, (272, y + 12), "=", NEUTRO)
    return figure
