"""A camada das casas como produto de matrizes: X à esquerda, W em cima, e cada resposta no cruzamento."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

from reference import array
from reference.networks.layers import naive_dense
from tools.site.style import DADO, NEUTRO, PESO, SAIDA, SMALL, Box, new_figure, put, tensor_grid, text

WIDTH, HEIGHT = 72, 36


def frame(axes: Axes, box: Box) -> None:
    """Uma moldura em volta do que entra na conta da casa A e do preço."""
    outline = {"boxstyle": "round,pad=1.5,rounding_size=7", "fill": False, "edgecolor": NEUTRO, "linewidth": 2}
    put(axes, FancyBboxPatch((box.left, box.top), box.right - box.left, box.bottom - box.top, **outline))


def desenhar() -> Figure:
    figure, axes = new_figure(490, 350)
    x, w = array([[80, 3], [80, 2], [60, 2]]), array([[100, 1, 5], [50, 2, 30]])
    b = array([2000, 10, 100])
    weights = tensor_grid(axes, w, PESO, (266, 54), (WIDTH, HEIGHT))
    biases = tensor_grid(axes, b, PESO, (266, 142), (WIDTH, HEIGHT))
    houses = tensor_grid(axes, x, DADO, (104, 214), (52, HEIGHT))
    answers = tensor_grid(axes, naive_dense(x, w, b).astype("int64"), SAIDA, (266, 214), (WIDTH, HEIGHT))
    for j, name in enumerate(("preço", "imposto", "condomínio")):
        text(axes, (266 + WIDTH * (j + 0.5), 38), name, NEUTRO, SMALL)
    for i, (entry, house) in enumerate(zip(("tamanho", "quartos"), "AB")):
        text(axes, (254, weights.top + HEIGHT * (i + 0.5)), entry, NEUTRO, SMALL, ha="right")
        text(axes, (94, houses.top + HEIGHT * (i + 0.5)), f"casa {house}", NEUTRO, SMALL, ha="right")
    text(axes, (94, houses.top + HEIGHT * 2.5), "casa C", NEUTRO, SMALL, ha="right")
    text(axes, (254, biases.center[1]), "+ viés", PESO, SMALL, ha="right")
    for box, name, role in ((weights, "W (2, 3)", PESO), (houses, "X (3, 2)", DADO)):
        text(axes, (box.center[0], 14 if role == PESO else houses.top - 16), name, role, SMALL, code=True)
    text(axes, (answers.center[0], answers.bottom + 14), "X @ W + b (3, 3)", SAIDA, SMALL, code=True)
    for box, width, height in (
        (houses, houses.right - houses.left, HEIGHT),
        (weights, WIDTH, 2 * HEIGHT),
        (biases, WIDTH, HEIGHT),
        (answers, WIDTH, HEIGHT),
    ):
        frame(axes, Box(box.left, box.top, box.left + width, box.top + height))
    return figure
