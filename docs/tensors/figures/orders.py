"""De 0 a 5 eixos: cada ordem é uma fila de tensores da ordem anterior."""

import reference as np
from tools.site.style import DADO, NEUTRO, SMALL, arrow, new_figure, tensor_grid, text

SIDE = (38, 32)
BLANK = [[""] * 4] * 3


def cube(axes, x, y, side=10, shift=4):
    """Um tensor de três eixos, pequeno demais para mostrar os números: duas folhas de 3×4 células."""
    tensor_grid(axes, BLANK, DADO, (x + shift, y - shift), (side, side))
    tensor_grid(axes, BLANK, DADO, (x, y), (side, side))


def title(axes, x, y, order, shape):
    text(axes, (x, y), order, size=SMALL, weight="bold", ha="left")
    text(axes, (x + 36, y), shape, NEUTRO, SMALL, ha="left", code=True)


def desenhar():
    days = np.array([[18, 24, 27, 21], [19, 25, 29, 22], [17, 22, 24, 19]])
    figure, axes = new_figure(490, 470)
    title(axes, 8, 20, "0-D", "()")
    tensor_grid(axes, days[0, 0].item(), DADO, (8, 66), SIDE)
    title(axes, 92, 20, "1-D", "(4,)")
    tensor_grid(axes, days[0], DADO, (92, 66), SIDE, axis_names=True)
    title(axes, 310, 20, "2-D", "(3, 4)")
    tensor_grid(axes, days, DADO, (326, 66), SIDE, axis_names=True)
    title(axes, 8, 200, "3-D", "(2, 3, 4)")
    tensor_grid(axes, BLANK, DADO, (52, 244), SIDE)
    front = tensor_grid(axes, days, DADO, (34, 262), SIDE)
    text(axes, (front.center[0], front.bottom + 14), "eixo 2", NEUTRO, SMALL)
    text(axes, (front.left - 10, front.center[1]), "eixo 1", NEUTRO, SMALL, rotation=90)
    text(axes, (front.left + 10, 242), "eixo 0", NEUTRO, SMALL, ha="right")
    title(axes, 248, 200, "4-D", "(12, 2, 3, 4)")
    for month in range(4):
        cube(axes, 266 + 51 * month, 232)
    text(axes, (480, 246), "…", NEUTRO)
    arrow(axes, (266, 276), (466, 276), NEUTRO)
    text(axes, (366, 290), "eixo 0", NEUTRO, SMALL)
    title(axes, 248, 326, "5-D", "(10, 12, 2, 3, 4)")
    for year in range(2):
        for month in range(4):
            cube(axes, 266 + 51 * month, 358 + 44 * year)
        text(axes, (480, 372 + 44 * year), "…", NEUTRO)
    text(axes, (284, 450), "⋮", NEUTRO)
    arrow(axes, (254, 352), (254, 450), NEUTRO)
    text(axes, (240, 400), "eixo 0", NEUTRO, SMALL, rotation=90)
    arrow(axes, (310, 446), (466, 446), NEUTRO)
    text(axes, (388, 460), "eixo 1", NEUTRO, SMALL)
    return figure
