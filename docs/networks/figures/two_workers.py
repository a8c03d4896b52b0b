"""Uma atualização em dois processos: quem faz o quê, e o que passa de um a outro."""

from matplotlib.figure import Figure

from tools.site.style import DADO, GRADIENTE, NEUTRO, PESO, SMALL, arrow, cell, new_figure, text


def desenhar() -> Figure:
    figure, axes = new_figure(480, 330)
    for x, name, half in ((130, "principal", "1ª"), (350, "ajudante", "2ª")):
        text(axes, (x, 18), name, NEUTRO)
        cell(axes, (x - 76, 40), (152, 42), f"{half} metade", DADO)
        arrow(axes, (x, 82), (x, 114), DADO)
        cell(axes, (x - 76, 114), (152, 42), "ida e volta", NEUTRO)
        arrow(axes, (x, 156), (x, 212), GRADIENTE, dashed=True)
        cell(axes, (x - 76, 212), (152, 42), f"{half} fatia", PESO)
    text(axes, (28, 61), "lote", DADO, SMALL)
    text(axes, (26, 233), "pesos", PESO, SMALL)
    arrow(axes, (160, 156), (320, 212), GRADIENTE, dashed=True)
    arrow(axes, (320, 156), (160, 212), GRADIENTE, dashed=True)
    text(axes, (76, 184), "gradientes", GRADIENTE, SMALL)
    arrow(axes, (350, 254), (290, 296), PESO)
    arrow(axes, (130, 254), (190, 296), PESO)
    text(axes, (240, 308), "pesos novos", PESO)
    return figure
