"""Da semente ao número: o estado, as três palavras que se misturam, a têmpera e os 53 bits."""

from matplotlib.figure import Figure

from reference.tensors.twister import Twister, state_from_seed
from tools.site.style import DADO, NEUTRO, SAIDA, SMALL, arrow, cell, new_figure, text

CELLS = [(24, "0"), (80, "1"), (136, "2"), (268, "397"), (324, "398"), (456, "623")]


def desenhar() -> Figure:
    figure, axes = new_figure(540, 400)
    words = state_from_seed(0)
    text(axes, (350, 22), "semente 0", DADO)
    arrow(axes, (350, 34), (350, 66), NEUTRO)
    text(axes, (364, 52), "1. encher", NEUTRO, SMALL, ha="left")
    for x, name in CELLS:
        cell(axes, (x, 74), (56, 40), f"w{name}" if len(name) == 1 else f"{name}", DADO)
    for x in (230, 418):
        text(axes, (x, 94), "…", NEUTRO)
    text(axes, (24, 52), f"w0 = {words[0]},  w1 = {words[1]},  w2 = {words[2]}", NEUTRO, SMALL, ha="left")
    for start, bend in (((52, 120), 0.0), ((108, 120), 0.05), ((296, 120), -0.15)):
        arrow(axes, start, (96, 196), NEUTRO, bend=bend)
    text(axes, (236, 172), "2. torcer: um bit, 31 bits e uma inteira", NEUTRO, SMALL, ha="left")
    cell(axes, (40, 200), (112, 40), "novo w0", DADO)
    arrow(axes, (156, 220), (300, 220), NEUTRO, label="3. temperar")
    source = Twister(0)
    first, second = source.word(), source.word()
    cell(axes, (306, 200), (200, 40), f"{first}", SAIDA)
    cell(axes, (306, 250), (200, 40), f"{second}", SAIDA)
    text(axes, (296, 270), "a palavra seguinte", NEUTRO, SMALL, ha="right")
    arrow(axes, (406, 294), (406, 336), NEUTRO)
    text(axes, (396, 316), "4. juntar 27 + 26 bits", NEUTRO, SMALL, ha="right")
    text(axes, (406, 358), f"{Twister(0).uniform_number():.16f}", SAIDA, code=True)
    return figure
