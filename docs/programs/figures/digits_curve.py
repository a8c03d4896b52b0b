"""O custo médio desde o começo de cada época, no treino da rede."""

from matplotlib.figure import Figure

from programs.digits import read_record
from tools.site.style import ERRO, NEUTRO, SMALL, new_chart


def desenhar() -> Figure:
    record = read_record("short")
    epochs, batches = record["settings"]["epochs"], record["updates"] // record["settings"]["epochs"]
    marks = len(record["curve"]) // epochs
    figure, axes = new_chart(500, 290, "lotes mostrados", "custo médio na época")
    for epoch in range(epochs):
        curve = record["curve"][epoch * marks : (epoch + 1) * marks]
        xs = [epoch * batches + 100 * (k + 1) for k in range(marks)]
        axes.plot(xs, curve, color=ERRO, marker="o", markersize=4)
        if epoch:
            axes.axvline(epoch * batches, color=NEUTRO, linewidth=1, linestyle=(0, (4, 3)))
        axes.text((epoch + 0.5) * batches, max(record["curve"]) * 1.08, f"época {epoch + 1}", color=NEUTRO,
                  fontsize=SMALL - 2, ha="center")  # fmt: skip
    axes.set_xlim(0, epochs * batches)
    axes.set_ylim(0, max(record["curve"]) * 1.2)
    axes.set_xticks([0, 1500, 3000, 4500], ["0", "1.500", "3.000", "4.500"])
    axes.set_yticks([0, 0.2, 0.4])
    return figure
