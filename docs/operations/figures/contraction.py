"""Os eixos de uma contração dupla: dois pares ligados, que somem, e dois soltos, que ficam."""

from matplotlib.figure import Figure

from reference import ones, tensordot
from tools.site.style import DADO, NEUTRO, PESO, SAIDA, SMALL, arrow, cell, new_figure, text

SUMMED_X, SUMMED_Y = [1, 2], [1, 0]


def desenhar() -> Figure:
    figure, axes = new_figure(480, 190)
    a, b = ones((2, 3, 4)), ones((4, 3, 5))
    tops = {}
    for name, tensor, summed, indices, left, role in (
        ("a", a, SUMMED_X, "ijk", 20, DADO),
        ("b", b, SUMMED_Y, "kjl", 204, PESO),
    ):
        text(axes, (left + 74, 30), name, role, code=True)
        for axis, (length, index) in enumerate(zip(tensor.shape, indices)):
            corner = left + 50 * axis
            cell(axes, (corner, 68), (46, 42), str(length), role, copy=axis in summed)
            text(axes, (corner + 23, 56), index, NEUTRO, SMALL, code=True)
            tops[name, axis] = corner + 23
    for from_a, from_b, bend in zip(SUMMED_X, SUMMED_Y, (0.5, 0.45)):
        arrow(axes, (tops["a", from_a], 112), (tops["b", from_b], 112), NEUTRO, bend=bend)
    text(axes, (196, 176), "somem", NEUTRO, SMALL)
    text(axes, (418, 30), "c", SAIDA, code=True)
    for corner, length, index in zip((372, 422), tensordot(a, b, (SUMMED_X, SUMMED_Y)).shape, "il"):
        cell(axes, (corner, 68), (46, 42), str(length), SAIDA)
        text(axes, (corner + 23, 56), index, NEUTRO, SMALL, code=True)
    text(axes, (420, 128), "ficam", NEUTRO, SMALL)
    return figure
