"""Os 32 bits de 0,1 em float32, em três partes: sinal, expoente e fração."""

import struct

from tools.site.style import DADO, NEUTRO, SMALL, cell, new_figure, text

SIZE = (26, 32)
PARTS = (("sinal", 0, 1, NEUTRO), ("expoente", 1, 9, DADO), ("fração", 9, 32, DADO))


def desenhar():
    figure, axes = new_figure(370, 262)
    (number,) = struct.unpack(">I", struct.pack(">f", 0.1))
    bits = f"{number:032b}"
    sign, exponent, fraction = (int(bits[start:stop], 2) for _, start, stop, _ in PARTS)
    places = {place: (20 + SIZE[0] * place, 34) for place in range(1)}
    places |= {place: (20 + SIZE[0] * (place + 1), 34) for place in range(1, 9)}
    places |= {place: (20 + SIZE[0] * ((place - 9) % 12), 112 + 38 * ((place - 9) // 12)) for place in range(9, 32)}
    for _, start, stop, role in PARTS:
        for place in range(start, stop):
            cell(axes, places[place], SIZE, bits[place], role)
    text(axes, (20, 18), f"sinal: {sign}", NEUTRO, SMALL, ha="left")
    text(axes, (places[1][0] + 30, 18), f"expoente: {exponent}", DADO, SMALL, ha="left")
    text(axes, (20, 96), f"fração: {fraction} de {2**23}", DADO, SMALL, ha="left")
    text(axes, (20, 222), f"2^({exponent} − 127) × (1 + {fraction} / {2**23})", size=SMALL, ha="left", code=True)
    value = 2.0 ** (exponent - 127) * (1 + fraction / 2**23)
    text(axes, (20, 248), f"= {value:.12f}…", size=SMALL, ha="left", code=True)
    return figure
