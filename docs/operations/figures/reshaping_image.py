"""Uma imagem do MNIST e três das suas linhas, uma atrás da outra, num trecho da fila de 784 números."""

from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from programs.zero_or_one import read_record
from reference import array, broadcast_to
from tools.site.style import DADO, NEUTRO, SMALL, arrow, new_figure, pixels, put, text

SIDE, ROWS = 5, (12, 13, 14)


def desenhar() -> Figure:
    figure, axes = new_figure(500, 262)
    image = array(read_record()["typical"][0]["image"]).reshape(28, 28)
    picture = pixels(axes, image, (180, 8), 28 * SIDE, positive=DADO, top=255)
    text(axes, (picture.left - 12, picture.center[1]), "(28, 28)", DADO, SMALL, code=True, ha="right")
    band = picture.left, picture.top + ROWS[0] * SIDE
    put(axes, Rectangle(band, 28 * SIDE, 3 * SIDE, fill=False, edgecolor=NEUTRO, linewidth=1.8))
    arrow(axes, (picture.right + 4, band[1] + 1.5 * SIDE), (372, 188), NEUTRO, bend=-0.35)
    for index, row in enumerate(ROWS):
        stripe = broadcast_to(image[row], (7, 28))
        piece = pixels(axes, stripe, (40 + 140 * index, 194), 140, positive=DADO, top=255)
        text(axes, (piece.center[0], 244), f"linha {row}", NEUTRO, SMALL)
    text(axes, (22, 211), "…", NEUTRO)
    text(axes, (478, 211), "…", NEUTRO)
    text(axes, (40, 180), "(784,)", DADO, SMALL, code=True, ha="left")
    return figure
