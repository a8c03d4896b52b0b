"""As quatro famílias de dados: de dois a cinco eixos, cada uma feita de muitas da anterior."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from tools.site.style import DADO, NEUTRO, PAPEL, SMALL, Point, arrow, new_figure, put, text


def sheet(axes: Axes, at: Point, rows: int, columns: int, side: float, layer: int = 0) -> None:
    """Uma matriz: um retângulo quadriculado; o de `layer` maior cobre os outros."""
    (x, y), width, height = at, columns * side, rows * side
    for paint in ({"facecolor": PAPEL}, {"facecolor": DADO, "alpha": 0.12}):
        put(axes, Rectangle(at, width, height, edgecolor="none", zorder=layer, **paint))
    for i in range(rows + 1):
        axes.plot([x, x + width], [y + i * side] * 2, color=DADO, linewidth=0.6 if i % rows else 1.2, zorder=layer)
    for j in range(columns + 1):
        axes.plot([x + j * side] * 2, [y, y + height], color=DADO, linewidth=0.6 if j % columns else 1.2, zorder=layer)


def pile(axes: Axes, at: Point, depth: int, rows: int, columns: int, side: float, shift: float) -> None:
    """Matrizes uma atrás da outra, com a primeira na frente."""
    for k in range(depth - 1, -1, -1):
        sheet(axes, (at[0] + k * shift, at[1] - k * shift), rows, columns, side, layer=depth - k)


def name(axes: Axes, start: Point, end: Point, words: str, place: Point, **options: object) -> None:
    arrow(axes, start, end, NEUTRO)
    text(axes, place, words, NEUTRO, SMALL, **options)


def desenhar() -> Figure:
    figure, axes = new_figure(500, 470)
    for place, words in [((112, 20), "vetores (n, f)"), ((372, 20), "séries (n, t, f)")]:
        text(axes, place, words, DADO, code=True, size=SMALL)
    sheet(axes, (74, 78), 5, 4, 20)
    name(axes, (74, 66), (158, 66), "atributos", (116, 52))
    name(axes, (62, 78), (62, 182), "amostras", (48, 130), rotation=90)

    pile(axes, (322, 98), 3, 4, 4, 20, 12)
    name(axes, (322, 190), (406, 190), "atributos", (364, 204))
    name(axes, (310, 98), (310, 182), "tempo", (296, 140), rotation=90)
    name(axes, (310, 88), (336, 62), "amostras", (314, 52), ha="right")

    text(axes, (112, 244), "imagens (n, h, w, c)", DADO, code=True, size=SMALL)
    for k in range(3):
        pile(axes, (34 + 64 * k, 336), 3, 4, 4, 9, 6)
    name(axes, (34, 310), (220, 310), "amostras", (127, 294))
    text(axes, (127, 396), "em cada uma: altura, largura", NEUTRO, SMALL)
    text(axes, (127, 415), "e, no fundo, os canais", NEUTRO, SMALL)

    text(axes, (372, 244), "vídeos (n, t, h, w, c)", DADO, code=True, size=SMALL)
    for i in range(3):
        for k in range(4):
            pile(axes, (294 + 48 * k, 316 + 46 * i), 3, 3, 3, 8, 5)
    name(axes, (290, 292), (480, 292), "quadros", (385, 276))
    name(axes, (276, 310), (276, 436), "amostras", (262, 372), rotation=90)
    return figure
