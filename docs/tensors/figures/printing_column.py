"""Três números de ponto flutuante numa coluna só: o que fica de cada lado do ponto, e quem decide cada largura."""

import reference as np
from tools.site.style import DADO, NEUTRO, SAIDA, SMALL, cell, new_figure, text

SIZE = (34, 34)
LEFT, TOP = 20, 40


def desenhar():
    figure, axes = new_figure(290, 172)
    words = np.array2string(np.array([1.0, 2.5, -30.125]), separator=",")[1:-1].split(",")
    for row, word in enumerate(words):
        for column, letter in enumerate(word):
            role = SAIDA if letter == "." else NEUTRO if letter == " " else DADO
            letter = letter.replace("-", "−")
            cell(axes, (LEFT + SIZE[0] * column, TOP + SIZE[1] * row), SIZE, letter, role, copy=letter == " ")
    dot = words[0].index(".")
    text(axes, (LEFT + SIZE[0] * dot / 2, 18), "3 à esquerda", NEUTRO, SMALL)
    text(axes, (LEFT + SIZE[0] * (dot + 1 + (len(words[0]) - dot - 1) / 2), 18), "3 à direita", NEUTRO, SMALL)
    text(axes, (LEFT, 160), f"largura: 3 + 1 + 3 = {len(words[0])}", SAIDA, SMALL, ha="left")
    return figure
