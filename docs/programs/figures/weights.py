"""Os 784 pesos como imagem: de um lado os que empurram para 1, do outro os que empurram para 0."""

from matplotlib.figure import Figure

from programs.zero_or_one import read_record
from reference import array, maximum
from tools.site.style import PESO, SMALL, new_figure, pixels, text


def desenhar() -> Figure:
    figure, axes = new_figure(500, 274)
    weights = array(read_record()["weights"]).reshape((28, 28))
    top = float(abs(weights).max())
    for left, sign, words in ((8, 1, "pesos positivos: puxam para 1"), (258, -1, "pesos negativos: puxam para 0")):
        box = pixels(axes, maximum(sign * weights, 0.0), (left, 8), 234, positive=PESO, top=top)
        text(axes, (box.center[0], box.bottom + 16), words, PESO, SMALL)
    return figure
