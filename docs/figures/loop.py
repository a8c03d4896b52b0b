"""A figura da capa: a soma dos produtos, parcela por parcela."""

import reference as np
from tools.site.style import DADO, NEUTRO, PESO, SAIDA, arrow, new_figure, node, text


def desenhar():
    inputs, weights = np.array([0.5, 1.0, 0.25]), np.array([2.0, -1.0, 6.0])
    figure, axes = new_figure(480, 232)
    end = node(axes, (432, 116), f"{float(np.dot(weights, inputs))}", SAIDA, radius=36, code=True)
    for i, (x, w) in enumerate(zip(inputs.tolist(), weights.tolist())):
        y = 38 + 78 * i
        entry = node(axes, (46, y), f"{x}", DADO, radius=28, code=True, size=15)
        weight = node(axes, (176, y), f"{w}", PESO, radius=28, code=True, size=15)
        arrow(axes, (entry.right, y), (weight.left, y), NEUTRO, label="×")
        arrow(axes, (weight.right, y), (end.left + 4, 116 + (i - 1) * 18), NEUTRO)
        text(axes, (294, 116 + (y - 116) * 0.62 - (22, 13, 11)[i]), f"{w * x}", NEUTRO, code=True, size=15)
    return figure
