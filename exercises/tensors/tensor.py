"""Confere os exercícios de docs/tensors/tensor.md."""

import math

from exercises.judging import exercise, expect, near


@exercise(
    start="""
        # ndim, shape e nbytes, nesta ordem, como em 2, (3, 4), 96
        first = ...  # de np.array([[[1.5], [2.5]]])
        second = ...  # de np.zeros((2, 3, 4, 5), dtype="float32")
    """,
    solution="first, second = (3, (1, 2, 1), 16), (4, (2, 3, 4, 5), 480)",
    wrong={
        "first, second = (2, (2, 1), 16), (4, (2, 3, 4, 5), 480)": "conte os colchetes",
        "first, second = (3, (2, 1, 1), 16), (4, (2, 3, 4, 5), 480)": "de fora para dentro",
        "first, second = (3, (1, 2, 1), 8), (4, (2, 3, 4, 5), 480)": "first: são dois números",
        "first, second = (3, (1, 2, 1), 16), (4, (2, 3, 4, 5), 960)": "8 bytes é o padrão",
        "first, second = (3, (1, 2, 1), 16), (4, (2, 3, 4, 5), 120)": "120 são os números",
        "first, second = 3, (4, (2, 3, 4, 5), 480)": "first: responda com três coisas",
    },
)
def three_attributes(first, second):
    for name, answer in (("first", first), ("second", second)):
        expect(isinstance(answer, (tuple, list)) and len(answer) == 3, f"{name}: responda com três coisas")
    expect(first[0] == 3, "first: conte os colchetes que se abrem antes do 1.5; cada um é um eixo")
    expect(near(first[1], (1, 2, 1)), "first: de fora para dentro há uma parte, com duas partes, de um número cada")
    expect(first[2] == 16, "first: são dois números com vírgula, float64, de 8 bytes cada")
    expect(second[0] == 4 and near(second[1], (2, 3, 4, 5)), "second: a forma é a que se pediu, um tamanho por eixo")
    expect(second[2] != 960, "second: 8 bytes é o padrão, mas aqui se pediu float32, de 4")
    expect(second[2] != 120, "second: 120 são os números; quantos bytes tem cada um?")
    expect(second[2] == 480, "second: multiplique os tamanhos dos eixos, e depois pelos 4 bytes de um float32")


@exercise(
    start="""
        first = ...  # a casa de x[1, 2, 3], se x tem forma (2, 3, 4)
        second = ...  # e se tem forma (3, 4, 5)
    """,
    solution="first, second = 23, 33",
    wrong={
        "first, second = 24, 34": "a primeira casa é a 0",
        "first, second = 6, 6": "soma dos índices",
        "first, second = 23, 23": "os passos mudam com a forma",
        "first, second = 23, 43": "o último eixo é o que anda de um em um",
        "first, second = 12 + 2 * 3 + 3, 33": "o passo de um eixo é o produto dos tamanhos",
    },
)
def places(first, second):
    expect(first != 24, "contando do zero, a primeira casa é a 0, e não a 1")
    expect(first != 6, "6 é a soma dos índices; cada um se multiplica pelo passo do seu eixo")
    expect(first == 23, "first: o passo de um eixo é o produto dos tamanhos dos que vêm depois: 12, 4 e 1")
    expect(second != 23, "second: os passos mudam com a forma; os de (3, 4, 5) não são 12, 4 e 1")
    expect(second != 43, "second: o último eixo é o que anda de um em um, e não o primeiro")
    expect(second == 33, "second: os passos de (3, 4, 5) são 20, 5 e 1")


@exercise(
    start="""
        shape = ...  # a forma: um eixo para as amostras, um para o tempo, um para os microfones
        mebibytes = ...  # em float32
    """,
    solution="shape, mebibytes = (1000, 24000, 2), 1000 * 24000 * 2 * 4 / 2**20",
    wrong={
        "shape, mebibytes = (24000, 1000, 2), 183.1": "o primeiro eixo é o das amostras",
        "shape, mebibytes = (1000, 3, 8000, 2), 183.1": "são um eixo só",
        "shape, mebibytes = (1000, 8000, 2), 61.04": "3 segundos",
        "shape, mebibytes = (1000, 24000), 91.55": "falta o eixo dos microfones",
        "shape, mebibytes = (1000, 24000, 2), 192": "1.000.000 de bytes",
        "shape, mebibytes = (1000, 24000, 2), 45.78": "um float32 tem 4",
        "shape, mebibytes = (1000, 24000, 2), 366.2": "8 bytes são de um float64",
    },
)
def recordings(shape, mebibytes):
    expect(isinstance(shape, (tuple, list)), "uma forma é uma tupla com o tamanho de cada eixo, como (5, 7)")
    expect(sorted(shape) != [2, 3, 1000, 8000], "3 segundos de 8.000 medidas são um eixo só, o do tempo, com 24.000")
    expect(8000 not in shape, "são 3 segundos, e 8.000 medidas em cada um")
    expect(sorted(shape) != [1000, 24000], "falta o eixo dos microfones: há duas medidas a cada instante")
    expect(sorted(shape) == [2, 1000, 24000], "são três eixos: as amostras, os instantes e os microfones")
    expect(shape[0] == 1000, "o primeiro eixo é o das amostras, que são as gravações")
    right = math.prod(shape) * 4 / 2**20
    expect(not near(mebibytes, 192, 1e-3), "192 são MB, de 1.000.000 de bytes; um MiB tem 1.048.576")
    expect(not near(mebibytes, right / 4, 1e-3), "isso é um byte por número, e um float32 tem 4")
    expect(not near(mebibytes, 2 * right, 1e-3), "8 bytes são de um float64; um float32 tem 4")
    expect(near(mebibytes, right, 1e-2), "são 48 milhões de números de 4 bytes; divida por 2**20")


@exercise(
    given="import reference as np",
    start="""
        def padded(rows):
            ...


        print(padded([[1, 2, 3], [4, 5]]))
    """,
    wrong={
        "def padded(rows): np.array([[1, 2, 3], [4, 5, 0]])": "devolveu None",
        "def padded(rows): return np.array([[1, 2, 3], [4, 5, 0]])": "com outras listas",
        "def padded(rows): return np.array([row[:min(map(len, rows))] for row in rows])": "cortou as compridas",
        "def padded(rows): return np.array([[0] * (3 - len(row)) + row for row in rows])": "os zeros vão no fim",
        "def padded(rows): return np.array([row + [0] * (3 - len(row)) for row in rows])": "pode não ter 3 números",
        """
        def padded(rows):
            for row in rows:
                while len(row) < max(map(len, rows)):
                    row.append(0)
            return np.array(rows)
        """: "mexeu nas listas",
    },
)
def grid_of_lists(padded):
    rows = [[1, 2, 3], [4, 5], [6]]
    answer = padded(rows)
    expect(answer is not None, "a função devolveu None: falta o return")
    expect(rows == [[1, 2, 3], [4, 5], [6]], "a função mexeu nas listas de quem a chamou; faça listas novas")
    expect(not near(answer, [[1], [4], [6]]), "a função cortou as compridas, e perdeu números; complete as curtas")
    expect(not near(answer, [[1, 2, 3], [0, 4, 5], [0, 0, 6]]), "os zeros vão no fim da linha, e não no começo")
    expect(near(answer, [[1, 2, 3], [4, 5, 0], [6, 0, 0]]), "falha com outras listas, como [[1, 2, 3], [4, 5], [6]]")
    shorter = padded([[], [7, 8]])
    expect(near(shorter, [[0, 0], [7, 8]]), "a mais comprida pode não ter 3 números, como em [[], [7, 8]]")
