"""O produto de muitas derivadas menores que 1: a cada sigmoide, no máximo um quarto do que havia."""

from matplotlib.figure import Figure

from tools.site.style import ERRO, GRADIENTE, SAIDA, TINTA, new_chart


def desenhar() -> Figure:
    figure, axes = new_chart(480, 300, x="etapas atravessadas", y="gradiente")
    steps = range(11)
    axes.set_yscale("log")
    for rate, role, mark, name in (
        (0.25, GRADIENTE, "o", "sigmoide: × 0,25"),
        (1.0, SAIDA, "^", "ReLU ligada: × 1"),
        (1.5, ERRO, "s", "peso 1,5: × 1,5"),
    ):
        axes.plot(steps, [rate**n for n in steps], color=role, marker=mark, label=name)
    axes.set_ylim(1e-7, 1e5)
    axes.set_yticks([1e-6, 1e-4, 1e-2, 1, 1e2, 1e4], ["10⁻⁶", "10⁻⁴", "10⁻²", "1", "10²", "10⁴"])
    axes.minorticks_off()
    legend = axes.legend(loc="upper left")
    for words in legend.get_texts():
        words.set_color(TINTA)
    return figure
