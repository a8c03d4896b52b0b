"""A perda média de cada bloco de imagens, do começo ao fim do treino."""

from matplotlib.figure import Figure

from programs.zero_or_one import read_record
from tools.site.style import ERRO, NEUTRO, SMALL, new_chart


def desenhar() -> Figure:
    record = read_record()
    block, seen = record["settings"]["block"], record["settings"]["images"]
    figure, axes = new_chart(500, 290, "imagens mostradas", "perda média")
    axes.plot([block * (k + 1) for k in range(len(record["curve"]))], record["curve"], color=ERRO)
    for epoch in range(1, record["settings"]["epochs"]):
        axes.axvline(epoch * seen, color=NEUTRO, linewidth=1, linestyle=(0, (4, 3)))
    for epoch in range(record["settings"]["epochs"]):
        axes.text((epoch + 0.5) * seen, 0.265, f"época {epoch + 1}", color=NEUTRO, fontsize=SMALL, ha="center")
    axes.set_xlim(0, seen * record["settings"]["epochs"])
    axes.set_ylim(0, 0.29)
    axes.set_xticks(range(0, seen * record["settings"]["epochs"] + 1, 2000))
    axes.set_xticklabels([f"{tick:,}".replace(",", ".") for tick in axes.get_xticks()])
    axes.set_yticks([0, 0.1, 0.2])
    return figure
