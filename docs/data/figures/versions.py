"""Uma imagem e quatro versões dela: deslocada, girada, com ruído, e tudo junto."""

from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from reference import array
from reference.data.augmentation import add_noise, augment, rotate, shift
from tools.site.style import DADO, SMALL, TINTA, new_figure

SEVEN = ("........", ".######.", ".....##.", "....##..", "...##...", "...#....", "...#....", "........")
SIDE = 15


def desenhar() -> Figure:
    figure, axes = new_figure(470, 330)
    image = array([[[1.0 if dot == "#" else 0.0 for dot in row] for row in SEVEN]])
    versions = (
        ("original", image),
        ("deslocada", shift(image, 1, -1)),
        ("girada", rotate(image, 15)),
        ("com ruído", add_noise(image, 0.2, seed=1)),
        ("tudo junto", augment(image, 1, 15, 0.15, seed=5)),
    )
    for k, (name, version) in enumerate(versions):
        left, top = 20 + (k % 3) * 150, 30 + (k // 3) * 160
        axes.text(left + 4 * SIDE, top - 8, name, ha="center", color=TINTA, fontsize=SMALL)
        for i, row in enumerate(version[0].tolist()):
            for j, tone in enumerate(row):
                box = Rectangle((left + j * SIDE, top + i * SIDE), SIDE, SIDE, color=DADO, alpha=tone, linewidth=0)
                axes.add_patch(box)
        axes.add_patch(Rectangle((left, top), 8 * SIDE, 8 * SIDE, fill=False, edgecolor=TINTA, linewidth=0.8))
    return figure
