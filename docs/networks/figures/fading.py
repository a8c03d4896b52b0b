"""O gradiente que chega a cada passo do passado: some com u pequeno, estoura com u grande, fica com a porta aberta."""

from matplotlib.figure import Figure

from reference.networks.activations import sigmoid
from tools.site.style import ERRO, GRADIENTE, NEUTRO, SAIDA, SMALL, new_chart


def desenhar() -> Figure:
    figure, axes = new_chart(480, 320, "passos para trás", "gradiente que chega")
    steps = list(range(41))
    for factor, role, line, words, at in [
        (1.2, ERRO, "-", "$u = 1{,}2$", (13, 300)),
        (float(sigmoid(5.0)), SAIDA, "-", "porta em 0,993", (24, 2.6)),
        (float(sigmoid(1.0)), NEUTRO, "--", "porta em 0,731", (25, 4e-3)),
        (0.5, GRADIENTE, "-", "$u = 0{,}5$", (22, 2e-6)),
    ]:
        axes.plot(steps, [factor**k for k in steps], line, color=role)
        axes.text(*at, words, color=role, fontsize=SMALL)
    axes.set_yscale("log")
    axes.set_ylim(1e-13, 1e5)
    axes.set_yticks([1e-12, 1e-8, 1e-4, 1], ["10⁻¹²", "10⁻⁸", "10⁻⁴", "1"])
    axes.minorticks_off()
    return figure
