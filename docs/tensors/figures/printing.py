"""O texto de um tensor de três eixos, com os colchetes, as linhas e a linha em branco ditos ao lado."""

import reference as np
from tools.site.style import DADO, NEUTRO, SAIDA, SMALL, arrow, new_figure, text

LINE = 30
LETTER = 12.04  # a largura de uma letra de código de 20 pixels


def desenhar():
    figure, axes = new_figure(400, 250)
    x = np.array([[[5, 78, 2], [6, 79, 3]], [[7, 80, 4], [8, 81, 5]]])
    for row, line in enumerate(str(x).split("\n")):
        for column, letter in enumerate(line):
            place = (30 + LETTER * (column + 0.5), 62 + LINE * row)
            text(axes, place, letter, SAIDA if letter in "[]" else DADO, 20, code=True)
    text(axes, (30, 18), "três colchetes: três eixos", SAIDA, SMALL, ha="left")
    right = 30 + LETTER * 15
    arrow(axes, (30 + 3 * LETTER, 218), (30 + 11 * LETTER, 218), NEUTRO)
    text(axes, (30 + 7 * LETTER, 236), "eixo 2", NEUTRO, SMALL)
    arrow(axes, (right, 56), (right, 98), NEUTRO)
    text(axes, (right + 10, 77), "eixo 1: outra linha", NEUTRO, SMALL, ha="left")
    text(axes, (right + 10, 122), "eixo 0: uma em branco", NEUTRO, SMALL, ha="left")
    arrow(axes, (right, 128), (right, 188), NEUTRO)
    return figure
