"""Uma imagem colorida de 3 por 3 e os seus três canais, um número por pixel e por cor."""

from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from reference import array
from reference.data.real_world import to_channels_first
from tools.site.style import DADO, NEUTRO, SMALL, new_figure, put, tensor_grid, text

SKY, SUN, SEA = (150, 200, 240), (250, 200, 40), (20, 80, 140)
IMAGE = [[SKY, SKY, SKY], [SKY, SUN, SKY], [SEA, SEA, SEA]]
SIDE = 38


def desenhar() -> Figure:
    figure, axes = new_figure(500, 212)
    image = array(IMAGE, dtype="uint8")
    for i, row in enumerate(image.tolist()):
        for j, (red, green, blue) in enumerate(row):
            corner = 4 + 32 * j, 48 + SIDE * i
            put(axes, Rectangle(corner, 32, SIDE, facecolor=f"#{red:02x}{green:02x}{blue:02x}", edgecolor="none"))
    put(axes, Rectangle((4, 48), 96, 3 * SIDE, fill=False, edgecolor=NEUTRO, linewidth=1.2))
    put(axes, Rectangle((36, 48 + SIDE), 32, SIDE, fill=False, edgecolor=NEUTRO, linewidth=2.4))
    text(axes, (52, 14), "a imagem", size=SMALL)
    text(axes, (52, 34), f"{image.shape}", DADO, SMALL, code=True)
    planes = to_channels_first(image)
    for k, name in enumerate(("vermelho", "verde", "azul")):
        left = 122 + 127 * k
        box = tensor_grid(axes, planes[k], DADO, (left, 48), (41, SIDE))
        put(axes, Rectangle((left + 41, 48 + SIDE), 41, SIDE, fill=False, edgecolor=NEUTRO, linewidth=2.4))
        text(axes, (box.center[0], 14), name, size=SMALL)
        text(axes, (box.center[0], 34), f"canal {k}", DADO, SMALL)
    pixel = ", ".join(str(value) for value in image[1, 1].tolist())
    text(axes, (250, 190), f"o pixel da linha 1, coluna 1: ({pixel})", NEUTRO, SMALL)
    return figure
