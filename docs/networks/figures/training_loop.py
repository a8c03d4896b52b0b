"""O laço que treina: ida, custo, volta e atualização, um giro por lote, e uma época quando os lotes acabam."""

from matplotlib.figure import Figure

from reference.data.batches import count_batches
from tools.site.style import DADO, ERRO, GRADIENTE, NEUTRO, PESO, SAIDA, SMALL, arrow, cell, new_figure, node, text

WIDTH, HEIGHT = 132, 54


def desenhar() -> Figure:
    figure, axes = new_figure(490, 300)
    for at, words, role in (
        ((124, 40), "1. ida", SAIDA),
        ((346, 40), "2. custo", ERRO),
        ((346, 190), "3. volta", GRADIENTE),
        ((124, 190), "4. pesos", PESO),
    ):
        cell(axes, at, (WIDTH, HEIGHT), words, role)
    batch = node(axes, (36, 67), "lote", DADO, radius=28, size=SMALL)
    arrow(axes, (batch.right, 67), (124, 67), NEUTRO)
    arrow(axes, (256, 67), (346, 67), NEUTRO, label="resposta")
    arrow(axes, (412, 94), (412, 190), GRADIENTE, dashed=True)
    arrow(axes, (346, 217), (256, 217), GRADIENTE, dashed=True, below="gradientes")
    arrow(axes, (190, 190), (190, 94), PESO)
    text(axes, (204, 142), "pesos novos,", PESO, SMALL, ha="left")
    text(axes, (204, 160), "e o próximo lote", PESO, SMALL, ha="left")
    steps = count_batches(60_000, 128)
    text(axes, (250, 280), f"um giro por lote; {steps} giros, no MNIST, são uma época", NEUTRO, SMALL)
    return figure
