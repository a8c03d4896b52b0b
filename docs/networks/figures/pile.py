"""A rede como pilha: a ida, cheia, até o custo; a volta, tracejada, até os pesos de cada camada."""

from matplotlib.figure import Figure

from tools.site.style import DADO, ERRO, GRADIENTE, NEUTRO, PESO, SAIDA, SMALL, arrow, cell, new_figure, node, text


def desenhar() -> Figure:
    figure, axes = new_figure(480, 300)
    batch = node(axes, (40, 130), "$X$", DADO, radius=26)
    text(axes, (40, 84), "lote", DADO, SMALL)
    right = batch.right
    for i, x in enumerate((110, 244)):
        cell(axes, (x, 96), (96, 68), f"camada {i + 1}", NEUTRO)
        arrow(axes, (right, 130), (x, 130), NEUTRO, label="" if i == 0 else "$A_1$")
        weight = node(axes, (x + 48, 232), f"$W_{i + 1}, b_{i + 1}$", PESO, radius=30, size=SMALL)
        arrow(axes, (x + 34, weight.top + 4), (x + 34, 166), PESO)
        arrow(axes, (x + 62, 166), (x + 62, weight.top + 4), GRADIENTE, dashed=True)
        right = x + 96
    end = node(axes, (390, 130), "$A_2$", SAIDA, radius=27, size=SMALL)
    arrow(axes, (right, 130), (end.left + 6, 130), NEUTRO)
    cost = node(axes, (450, 50), "$C$", ERRO, radius=24)
    arrow(axes, (404, 112), (434, 70), NEUTRO)
    text(axes, (450, 14), "custo", ERRO, SMALL)
    arrow(axes, (cost.left, 46), (160, 62), GRADIENTE, dashed=True)
    text(axes, (290, 34), "volta: gradientes", GRADIENTE, SMALL)
    arrow(axes, (292, 60), (292, 94), GRADIENTE, dashed=True)
    arrow(axes, (158, 64), (158, 94), GRADIENTE, dashed=True)
    text(axes, (225, 284), "cada peso anda contra o seu gradiente", PESO, SMALL)
    return figure
