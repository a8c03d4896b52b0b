"""Um nove do MNIST, dois recortes marcados nele, e os recortes ao lado."""

from pathlib import Path

from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from reference.data.mnist import read_idx
from tools.site.style import DADO, NEUTRO, SAIDA, SMALL, new_figure, pixels, put, text

DIGITS = Path(__file__).parents[2] / "data/figures/digits.idx.gz"
SIDE = 9
CUTS = [("x[4, 14:, 14:]", 14, 28, "solid"), ("x[4, 7:-7, 7:-7]", 7, 21, "dashed")]


def desenhar() -> Figure:
    figure, axes = new_figure(490, 346)
    image = read_idx(DIGITS)[9]
    whole = pixels(axes, image, (34, 40), 28 * SIDE, positive=DADO, top=255)
    text(axes, (whole.center[0], 12), "x[4] (28, 28)", DADO, SMALL, code=True)
    for mark in (0, 7, 14, 21, 28):
        text(axes, (whole.left + SIDE * mark, whole.bottom + 14), str(mark), NEUTRO, SMALL, code=True)
        text(axes, (whole.left - 8, whole.top + SIDE * mark), str(mark), NEUTRO, SMALL, code=True, ha="right")
    for k, (name, start, stop, line) in enumerate(CUTS):
        cut = image[start:stop, start:stop]
        corner, length = (whole.left + SIDE * start, whole.top + SIDE * start), SIDE * len(cut)
        piece = pixels(axes, cut, (334, 40 + 160 * k), length, positive=DADO, top=255, frame=False)
        text(axes, (piece.center[0], piece.top - 14), name, SAIDA, SMALL, code=True)
        for at in (corner, (piece.left, piece.top)):
            style = {"fill": False, "edgecolor": SAIDA, "linewidth": 2.4, "linestyle": line}
            put(axes, Rectangle(at, length, length, **style))
    return figure
