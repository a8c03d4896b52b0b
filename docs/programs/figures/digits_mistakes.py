"""Doze imagens da prova em que a rede errou, com o que era e o que ela disse."""

from matplotlib.figure import Figure

from programs.digits import read_record
from reference import array
from tools.site.style import DADO, ERRO, SMALL, new_figure, pixels, text


def desenhar() -> Figure:
    figure, axes = new_figure(420, 712)
    for i, mistake in enumerate(read_record("short")["mistakes"]):
        column, row = i % 3, i // 3
        image = array(mistake["image"]).reshape((28, 28))
        box = pixels(axes, image, (14 + 136 * column, 8 + 178 * row), 120, positive=ERRO, top=255)
        said = max(range(10), key=mistake["answer"].__getitem__)
        sure = f"{mistake['answer'][said]:.2f}".replace(".", ",")
        text(axes, (box.center[0], box.bottom + 16), f"era {mistake['label']}", DADO, SMALL)
        text(axes, (box.center[0], box.bottom + 37), f"disse {said} ({sure})", ERRO, SMALL)
    return figure
