"""Da semente ao número: o estado, as três palavras que se misturam, a têmpera e os 53 bits."""

from matplotlib.figure import Figure

from reference.tensors.twister import Twister, state_from_seed
from tools.site.style import DADO, NEUTRO, SAIDA, SMALL, arrow, cell, new_figure, text

CELLS = [(8, "0"), (62, "1"), (116, "2"), (228, "397"), (282, "398"), (394, "623")]


def desenhar() -> Figure:
    figure, axes = new_figure(480, 380)
    words = state_from_seed(0)
    text(axes, (310, 22), "semente 0", DADO)
    arrow(axes, (310, 34), (310, 66), NEUTRO)
    text(axes, (324, 52), "1. encher", NEUTRO, SMALL, ha="left")
    for x, name in CELLS:
        cell(axes, (x, 74), (54, 40), f"w{name}" if len(name) == 1 else f"{name}", DADO)
    for x in (199, 365):
        text(axes, (x, 94), "…", NEUTRO)
    text(axes, (8, 44), f"w0 = {words[0]}, w1 = {words[1]}, w2 = {words[2]}", NEUTRO, SMALL, ha="left")
    for start, bend in (((35, 116), 0.0), ((89, 116), 0.0), ((255, 116), -0.15)):
        arrow(axes, start, (96, 196), NEUTRO, bend=bend)
    text(axes, (216, 168), "2. torcer as três numa só", NEUTRO, SMALL, ha="left")
    cell(axes, (40, 200), (112, 40), "novo w0", DADO)
    arrow(axes, (156, 220), (264, 220), NEUTRO, label="3. temperar")
    source = Twister(0)
    first, second = source.word(), source.word()
    cell(axes, (270, 200), (200, 40), f"{first}", SAIDA)
    cell(axes, (270, 250), (200, 40), f"{second}", SAIDA)
    text(axes, (260, 270), "a palavra seguinte", NEUTRO, SMALL, ha="right")
    arrow(axes, (370, 294), (370, 336), NEUTRO)
    text(axes, (360, 316), "4. juntar 27 + 26 bits", NEUTRO, SMALL, ha="right")
    text(axes, (370, 356), f"{Twister(0).uniform_number():.16f}", SAIDA, code=True)
    return figure
