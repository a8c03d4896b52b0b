"""A ReLU numa grade: o elemento da linha 0 e coluna 2 passa pela regra e cai na mesma casa do resultado."""

from matplotlib.figure import Figure

from reference.operations.elementwise import naive_relu
from reference.tensors.creation import array
from tools.site.style import DADO, NEUTRO, SAIDA, SMALL, arrow, new_figure, tensor_grid, text


def desenhar() -> Figure:
    figure, axes = new_figure(470, 136)
    x = array([[0.5, 0.0, -3.0], [2.3, 5.9, -1.3]])
    before = tensor_grid(axes, x, DADO, at=(4, 42), label="x (2, 3)")
    after = tensor_grid(axes, naive_relu(x), SAIDA, at=(322, 42), label="z (2, 3)")
    text(axes, (235, 36), "max(−3, 0) = 0", NEUTRO, SMALL)
    arrow(axes, (before.right + 4, 61), (after.left - 4, 61), NEUTRO)
    text(axes, (235, 86), "max(−1.3, 0) = 0", NEUTRO, SMALL)
    arrow(axes, (before.right + 4, 107), (after.left - 4, 107), NEUTRO)
    return figure
