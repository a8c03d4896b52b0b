"""As três jacobianas da camada, uma ao lado da outra, e o produto delas: o gradiente em relação à entrada."""

from matplotlib.figure import Figure

import reference as np
from reference.gradients.jacobian import jacobian
from tools.site.style import GRADIENTE, NEUTRO, PESO, SAIDA, SMALL, new_figure, tensor_grid, text

U = np.array([[2.0, -1.0]])
W = np.array([[0.5, 0.2, 0.4], [0.3, -0.1, 0.3]])
Z = np.array([0.6, 0.1])
CELL = 58, 38


def desenhar() -> Figure:
    figure, axes = new_figure(500, 272)
    slopes = jacobian(np.tanh, Z).round(2)
    first = tensor_grid(axes, U, PESO, at=(10, 63), size=CELL)
    second = tensor_grid(axes, slopes, SAIDA, at=(154, 44), size=CELL)
    third = tensor_grid(axes, W, PESO, at=(308, 44), size=CELL)
    for box, name, shape in [(first, "$u^T$", "(1, 2)"), (second, "diag $f'(z)$", "(2, 2)"), (third, "$W$", "(2, 3)")]:
        text(axes, (box.center[0], 22), name, NEUTRO)
        text(axes, (box.center[0], 136), shape, NEUTRO, SMALL, code=True)
    for left, right in [(first, second), (second, third)]:
        text(axes, ((left.right + right.left) / 2, 82), "×", NEUTRO)
    delta = (U @ slopes).round(2)
    left = tensor_grid(axes, delta, GRADIENTE, at=(60, 200), size=CELL)
    text(axes, (left.center[0], 180), "$\\delta^T$", GRADIENTE)
    right = tensor_grid(axes, (U @ jacobian(np.tanh, Z) @ W).round(2), GRADIENTE, at=(280, 200), size=CELL)
    text(axes, (right.center[0], 180), "$\\partial s/\\partial x$", GRADIENTE)
    text(axes, ((left.right + right.left) / 2, 219), "× $W$ =", NEUTRO)
    for box, shape in [(left, "(1, 2)"), (right, "(1, 3)")]:
        text(axes, (box.center[0], 256), shape, NEUTRO, SMALL, code=True)
    text(axes, (24, 219), "=", NEUTRO)
    return figure
