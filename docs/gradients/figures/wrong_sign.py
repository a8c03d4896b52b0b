"""A distância ao mínimo em sessenta passos, com o sinal certo e com o trocado, para três momentos."""

from matplotlib.figure import Figure

from reference.gradients.momentum import nesterov
from tools.site.style import ERRO, SAIDA, SMALL, TINTA, comma, new_charts


def wrong(w: float, g: float, v: float, rate: float, momentum: float) -> tuple[float, float]:
    """O passo de Nesterov com a velocidade somada ao contrário."""
    v = momentum * v + rate * g
    return w + momentum * v - rate * g, v


def distances(rule: object, momentum: float) -> list[float]:
    w, v, seen = 1.0, 0.0, [1.0]
    for _ in range(60):
        w, v = rule(w, 2 * w, v, 0.1, momentum)
        seen.append(abs(w))
    return seen


def desenhar() -> Figure:
    figure, panels = new_charts(412, 260, 1, 3, sharey=True)
    for axes, momentum in zip(panels, (0.1, 0.5, 0.9), strict=True):
        axes.plot(distances(nesterov, momentum), color=SAIDA, label="sinal certo")
        axes.plot(distances(wrong, momentum), "--", color=ERRO, label="sinal trocado")
        axes.set_title(f"m = {comma(momentum)}", color=TINTA, fontsize=SMALL)
        axes.set_xticks([0, 60])
    axes.set_yscale("log")
    axes.set_ylim(1e-9, 1e9)
    axes.set_yticks([1e-8, 1e-4, 1, 1e4, 1e8], ["10⁻⁸", "10⁻⁴", "1", "10⁴", "10⁸"])
    axes.minorticks_off()
    figure.supxlabel("passo", color=TINTA, fontsize=SMALL)
    lines, labels = axes.get_legend_handles_labels()
    figure.legend(lines, labels, loc="outside upper center", ncols=2, labelcolor=TINTA, fontsize=SMALL)
    return figure
