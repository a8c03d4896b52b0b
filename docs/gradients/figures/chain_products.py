"""A cadeia de três etapas: os valores vão, e o produto das derivadas volta."""

from itertools import pairwise

from matplotlib.figure import Figure

from reference.gradients.chain import backward, forward
from tools.site.style import DADO, GRADIENTE, NEUTRO, SAIDA, SMALL, arrow, new_figure, node, text

STAGES = [(lambda x: 2 * x, lambda x: 2), (lambda x: x * x, lambda x: 2 * x), (lambda x: x + 1, lambda x: 1)]
LINE = 70


def desenhar() -> Figure:
    figure, axes = new_figure(480, 170)
    values = forward(STAGES, 3)
    slopes = backward(STAGES, values)
    boxes = []
    for k, (name, value, role) in enumerate(zip("xuvy", values, (DADO, NEUTRO, NEUTRO, SAIDA), strict=True)):
        boxes.append(node(axes, (36 + 132 * k, LINE), f"{value}", role, radius=30 if role == SAIDA else 26))
        text(axes, (36 + 132 * k, LINE - 46), f"${name}$", role)
    for (here, there), words in zip(pairwise(boxes), ("× 2", "quadrado", "+ 1"), strict=True):
        nose = there.left + (9 if there is boxes[-1] else 1)
        arrow(axes, (here.right, LINE - 6), (nose, LINE - 6), NEUTRO, label=words)
        arrow(axes, (nose, LINE + 8), (here.right, LINE + 8), GRADIENTE, dashed=True)
    for k, slope in enumerate(slopes):
        text(axes, (36 + 132 * k, LINE + 48), f"{slope}", GRADIENTE)
    text(axes, (240, LINE + 82), "gradientes, da direita para a esquerda", GRADIENTE, SMALL)
    return figure
