"""A cápsula guarda um endereço; nele está a ficha, que diz onde estão os números e como percorrê-los."""

import reference as np
from tools.site.style import DADO, NEUTRO, PESO, SAIDA, SMALL, arrow, cell, new_figure, tensor_grid, text

FIELDS = [
    ("versão", "1, 0", NEUTRO),
    ("devolvedor", "endereço", PESO),
    ("avisos", "0", NEUTRO),
    ("memória", "endereço", DADO),
    ("aparelho", "1, 0", NEUTRO),
    ("eixos", "2", NEUTRO),
    ("tipo", "2, 64, 1", NEUTRO),
    ("forma", "2, 3", DADO),
    ("passos", "3, 1", DADO),
    ("bytes a pular", "0", DADO),
]


def desenhar():
    figure, axes = new_figure(496, 420)
    text(axes, (76, 24), "a cápsula", code=False, size=SMALL)
    cell(axes, (16, 40), (120, 36), "endereço", SAIDA)
    text(axes, (76, 92), "dltensor_versioned", NEUTRO, 12, code=True)
    text(axes, (330, 24), "a ficha", size=SMALL)
    for k, (name, value, role) in enumerate(FIELDS):
        text(axes, (318, 58 + 28 * k), name, role, SMALL, ha="right")
        cell(axes, (328, 44 + 28 * k), (120, 28), value, role)
    arrow(axes, (138, 58), (222, 58), SAIDA)
    text(axes, (76, 186), "quem emprestou", PESO, SMALL)
    cell(axes, (16, 202), (120, 36), "x", PESO)
    text(axes, (76, 256), "fica vivo até que", NEUTRO, SMALL)
    text(axes, (76, 276), "a ficha volte", NEUTRO, SMALL)
    row = tensor_grid(axes, np.arange(6), DADO, (160, 360), (48, 36))
    text(axes, (row.center[0], 410), "a memória: uma só, dos dois lados", NEUTRO, SMALL)
    arrow(axes, (244, 142), (row.left + 24, row.top - 2), DADO, bend=0.3)
    arrow(axes, (76, 290), (row.left - 2, row.center[1]), PESO, bend=0.3)
    return figure
