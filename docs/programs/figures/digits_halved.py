"""Três algarismos da prova, de 28 por 28 pontos, e os mesmos com 14 por 14: cada quatro pontos viram a sua média."""

from matplotlib.figure import Figure

from programs.digits import read_record, shrunk
from reference import array
from tools.site.style import DADO, SMALL, new_figure, pixels, text


def desenhar() -> Figure:
    figure, axes = new_figure(420, 304)
    for i, mistake in enumerate(read_record("half")["mistakes"][:3]):
        image = array(mistake["image"]).reshape((1, 28, 28))
        pixels(axes, image[0], (14 + 136 * i, 8), 120, positive=DADO, top=255)
        box = pixels(axes, shrunk(image, 2)[0], (14 + 136 * i, 150), 120, positive=DADO, top=255)
        text(axes, (box.center[0], box.bottom + 16), f"rótulo {mistake['label']}", DADO, SMALL)
    return figure
