"""A matriz de símbolos, o vetor de símbolos e as fórmulas que o produto dá."""

from matplotlib.figure import Figure

from reference import dot
from reference.tensors.symbols import symbols
from tools.site.style import DADO, NEUTRO, PESO, SAIDA, new_figure, tensor_grid, text


def desenhar() -> Figure:
    figure, axes = new_figure(434, 140)
    matrix, vector = symbols("a b; c d"), symbols("x y")
    left = tensor_grid(axes, matrix, PESO, at=(24, 40), label="A (2, 2)")
    middle = tensor_grid(axes, vector, DADO, at=(160, 40), column=True, label="x (2,)")
    right = tensor_grid(axes, dot(matrix, vector), SAIDA, at=(260, 40), size=(150, 38), column=True, label="A @ x (2,)")
    text(axes, ((left.right + middle.left) / 2, left.center[1]), "@", NEUTRO, code=True)
    text(axes, ((middle.right + right.left) / 2, left.center[1]), "=", NEUTRO, code=True)
    return figure
