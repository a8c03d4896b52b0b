"""Os oito bits de 200, o peso de cada um, e o que eles valem com sinal e sem sinal."""

import reference as np
from tools.site.style import DADO, NEUTRO, SAIDA, SMALL, cell, new_figure, text

PIXEL = 200
SIZE = (36, 36)
LEFT = 70


def row(axes, words, y, role, name):
    text(axes, (LEFT - 10, y), name, role, SMALL, ha="right", code=name != "peso")
    for place, word in enumerate(words):
        text(axes, (LEFT + SIZE[0] * (place + 0.5), y), word, role, SMALL, code=True)


def desenhar():
    figure, axes = new_figure(372, 166)
    bits = [int(bit) for bit in f"{PIXEL:08b}"]
    weights = [2**power for power in range(7, -1, -1)]
    row(axes, [str(weight) for weight in weights], 18, NEUTRO, "peso")
    for place, bit in enumerate(bits):
        cell(axes, (LEFT + SIZE[0] * place, 34), SIZE, str(bit), DADO if bit else NEUTRO)
    text(axes, (LEFT - 10, 52), "bits", DADO, SMALL, ha="right")
    used = [weight for weight, bit in zip(weights, bits) if bit]
    signed = np.array([PIXEL], dtype="uint8").astype("int8").item()
    for y, name, first, total, role in (
        (102, "uint8", str(used[0]), PIXEL, SAIDA),
        (140, "int8", f"−{used[0]}", f"−{-signed}", SAIDA),
    ):
        text(axes, (LEFT - 10, y), name, role, ha="right", code=True)
        text(axes, (LEFT, y), " + ".join([first, *map(str, used[1:])]) + f" = {total}", role, ha="left", code=True)
    return figure
