"""Os valores de uma linha, as posições deles e o caminho de cada um até a ordem crescente."""

from matplotlib.figure import Figure

from reference import argsort, array, sort
from tools.site.style import DADO, NEUTRO, SAIDA, SMALL, arrow, new_figure, tensor_grid, text

SIZE = (64, 38)


def desenhar() -> Figure:
    figure, axes = new_figure(470, 236)
    x = array([0.08, 0.31, 0.02, 0.14, 0.45])
    above = tensor_grid(axes, x, DADO, at=(120, 40), size=SIZE)
    below = tensor_grid(axes, sort(x), SAIDA, at=(120, 150), size=SIZE)
    for place, origin in enumerate(argsort(x).tolist()):
        start, end = above.left + (origin + 0.5) * SIZE[0], below.left + (place + 0.5) * SIZE[0]
        arrow(axes, (start, above.bottom + 4), (end, below.top - 4), NEUTRO)
        text(axes, (above.left + (place + 0.5) * SIZE[0], above.top - 16), str(place), NEUTRO, SMALL, code=True)
        text(axes, (end, below.bottom + 18), str(origin), SAIDA, SMALL, code=True)
    for words, height, role in (
        ("posição", above.top - 16, NEUTRO),
        ("x", above.center[1], DADO),
        ("sort(x)", below.center[1], SAIDA),
        ("argsort(x)", below.bottom + 18, SAIDA),
    ):
        text(axes, (108, height), words, role, SMALL, ha="right", code=words != "posição")
    return figure
