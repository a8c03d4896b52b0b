"""Confere os exercícios de docs/tensors/layout.md."""

import reference as np
from exercises.judging import exercise, expect, near


@exercise(
    start="""
        # de w = np.zeros((2, 3, 4), dtype="float32")
        nbytes = ...
        steps = ...  # os passos em casas, um por eixo, como (3, 1)
        strides = ...  # os passos em bytes
    """,
    solution="nbytes, steps, strides = 96, (12, 4, 1), (48, 16, 4)",
    wrong={
        "nbytes, steps, strides = 24, (12, 4, 1), (48, 16, 4)": "24 são os elementos",
        "nbytes, steps, strides = 192, (12, 4, 1), (48, 16, 4)": "float32 são 4 bytes",
        "nbytes, steps, strides = 96, (2, 3, 4), (48, 16, 4)": "essa é a forma",
        "nbytes, steps, strides = 96, (1, 2, 6), (48, 16, 4)": "coluna a coluna",
        "nbytes, steps, strides = 96, (12, 4), (48, 16)": "um passo por eixo",
        "nbytes, steps, strides = 96, (12, 4, 1), (96, 32, 8)": "strides: esses são os de elementos de 8 bytes",
    },
)
def card(nbytes, steps, strides):
    expect(nbytes != 24, "nbytes: 24 são os elementos; quantos bytes tem cada um?")
    expect(nbytes == 96, "nbytes: são 24 elementos, e um float32 são 4 bytes")
    expect(not near(steps, (2, 3, 4)), "steps: essa é a forma; o passo diz quantas casas se andam na fileira")
    expect(not near(steps, (1, 2, 6)), "steps: esses guardariam coluna a coluna; aqui se guarda linha a linha")
    expect(np.shape(steps) == (3,), "steps: é um passo por eixo, e os eixos são três")
    expect(near(steps, (12, 4, 1)), "steps: o passo de um eixo é quantas casas ocupam os eixos que vêm depois dele")
    expect(not near(strides, (96, 32, 8)), "strides: esses são os de elementos de 8 bytes, e um float32 tem 4")
    expect(near(strides, (48, 16, 4)), "strides: são os passos em casas, vezes os 4 bytes de um float32")


@exercise(
    start="""
        # passos, início e se é contígua, como em (3, 1), 0, True
        transposed = ...  # w.T
        second = ...  # w[1]
        alternate = ...  # w[:, ::2]
    """,
    solution="""
        transposed = (1, 4, 12), 0, False
        second = (4, 1), 12, True
        alternate = (12, 8, 1), 0, False
    """,
    wrong={
        """
        transposed, second = ((6, 2, 1), 0, True), ((4, 1), 12, True)
        alternate = (12, 8, 1), 0, False
        """: "de quem copiou",
        """
        transposed, second = ((1, 4, 12), 0, True), ((4, 1), 12, True)
        alternate = (12, 8, 1), 0, False
        """: "transposed: as três vistas",
        """
        transposed, second = ((1, 4, 12), 0, False), ((12, 4, 1), 12, True)
        alternate = (12, 8, 1), 0, False
        """: "o inteiro perde o eixo",
        """
        transposed, second = ((1, 4, 12), 0, False), ((4, 1), 1, True)
        alternate = (12, 8, 1), 0, False
        """: "quantas casas se pulam",
        """
        transposed, second = ((1, 4, 12), 0, False), ((4, 1), 12, False)
        alternate = (12, 8, 1), 0, False
        """: "não precisa começar na casa 0",
        """
        transposed, second = ((1, 4, 12), 0, False), ((4, 1), 12, True)
        alternate = (12, 4, 2), 0, False
        """: "eixo errado",
        """
        transposed, second = ((1, 4, 12), 0, False), ((4, 1), 12, True)
        alternate = (8, 4, 1), 0, True
        """: "pular linhas não as tira",
    },
)
def three_views(transposed, second, alternate):
    for name, answer in (("transposed", transposed), ("second", second), ("alternate", alternate)):
        three = isinstance(answer, (tuple, list)) and len(answer) == 3
        expect(three, f"{name}: responda com três coisas: os passos, o início e True ou False")
    steps, start, contiguous = transposed
    expect(not near(steps, (6, 2, 1)), "transposed: esses são os passos de quem copiou; transpor só inverte os de w")
    expect(near(steps, (1, 4, 12)) and start == 0, "transposed: os passos de w, ao contrário, e o mesmo início")
    expect(not contiguous, "transposed: as três vistas leem a mesma fileira; esta anda nela de 12 em 12, e volta")
    steps, start, contiguous = second
    expect(len(steps) == 2, "second: o inteiro perde o eixo, e com ele o passo dele")
    expect(near(steps, (4, 1)), "second: os eixos que ficam guardam os seus passos")
    expect(start == 12, "second: quantas casas se pulam para chegar à segunda parte de w?")
    expect(contiguous, "second: contígua é a que se lê de casa em casa; não precisa começar na casa 0")
    steps, start, contiguous = alternate
    expect(not near(steps, (12, 4, 2)), "alternate: eixo errado: `[:, ::2]` fatia o eixo do meio")
    expect(not near(steps, (8, 4, 1)), "alternate: pular linhas não as tira da fileira; só dobra o passo do meio")
    expect(near(steps, (12, 8, 1)) and start == 0, "alternate: só o passo do eixo do meio muda, e o início é o de w")
    expect(not contiguous, "alternate: entre uma linha e a seguinte pulam-se quatro casas")


@exercise(
    given="""
        import reference as np

        fotos = np.arange(2 * 4 * 4 * 3).reshape(2, 4, 4, 3)
    """,
    start="canais_antes = fotos.reshape(2, 3, 4, 4)  # conserte",
    wrong={
        "canais_antes = fotos.reshape(2, 3, 4, 4)": "embaralhou as cores",
        "canais_antes = np.swapaxes(fotos, 1, 3)": "deitou as fotos",
        "canais_antes = fotos.T": "vira todos os eixos",
        "canais_antes = np.moveaxis(fotos, -1, 0)": "as amostras",
        "canais_antes = fotos": "continuam por último",
    },
)
def channels_first(canais_antes):
    photos = np.arange(2 * 4 * 4 * 3).reshape(2, 4, 4, 3)
    expect(np.shape(canais_antes) != (3, 4, 4, 2), "`.T` vira todos os eixos; só o dos canais muda de lugar")
    expect(np.shape(canais_antes) != (3, 2, 4, 4), "o eixo da frente é o das amostras; os canais vêm depois")
    expect(np.shape(canais_antes) != (2, 4, 4, 3), "os canais continuam por último")
    expect(np.shape(canais_antes) == (2, 3, 4, 4), "a forma pedida é (amostras, canais, altura, largura): (2, 3, 4, 4)")
    expect(not near(canais_antes, photos.reshape(2, 3, 4, 4)), "reshape embaralhou as cores: o vermelho é 0, 3, 6, 9…")
    expect(not near(canais_antes, np.swapaxes(photos, 1, 3)), "isso deitou as fotos: a altura virou largura")
    expect(near(canais_antes, np.moveaxis(photos, -1, 1)), "a forma está certa, mas os pixels mudaram de lugar")


@exercise(
    given="import reference as np",
    start="""
        def diagonal(matrix):
            return matrix.view_as(..., ..., ...)


        print(diagonal(np.arange(16).reshape(4, 4)))  # [ 0  5 10 15]
    """,
    wrong={
        "def diagonal(matrix): matrix.view_as((4,), (5,), 0)": "devolveu None",
        "def diagonal(matrix): return matrix.view_as((matrix.shape[0],), (matrix.shape[0],), 0)": "desce a coluna",
        "def diagonal(matrix): return matrix.view_as((matrix.shape[0],), (1,), 0)": "só anda na linha",
        "def diagonal(matrix): return matrix.view_as((4,), (5,), 0)": "matriz 5×5",
        "def diagonal(matrix): return np.array([matrix[i, i] for i in range(len(matrix))])": "é uma cópia",
        "def diagonal(matrix): return matrix.view_as((matrix.shape[0],), (matrix.shape[0] - 1,), matrix.shape[0] - 1)":
            "a outra diagonal",
    },
)  # fmt: skip
def diagonal_view(diagonal):
    matrix = np.arange(16).reshape(4, 4)
    answer = diagonal(matrix)
    expect(answer is not None, "a função devolveu None: falta o return")
    expect(not near(answer, [0, 4, 8, 12]), "esse passo desce a coluna; na diagonal se anda também para o lado")
    expect(not near(answer, [0, 1, 2, 3]), "esse passo só anda na linha; na diagonal também se desce")
    expect(not near(answer, [3, 6, 9, 12]), "essa é a outra diagonal; comece do canto de cima, à esquerda")
    expect(near(answer, [0, 5, 10, 15]), "a diagonal da matriz 4×4 de 0 a 15 é 0, 5, 10, 15")
    matrix[1, 1] = 100
    expect(near(answer, [0, 100, 10, 15]), "é uma cópia: o que se escreve na matriz não aparece nela; use view_as")
    expect(near(diagonal(np.arange(25).reshape(5, 5)), [0, 6, 12, 18, 24]), "numa matriz 5×5 o passo é outro")


@exercise(
    given="""
        import reference as np

        serie = np.array([1.0, 3.0, 8.0, 4.0, 0.0, 2.0, 4.0])
    """,
    start="""
        def windows(series, n):
            return series.view_as(..., ..., ...)


        print(windows(serie, 3))  # 5 linhas de 3
        print(windows(serie, 3).mean(axis=1))
    """,
    wrong={
        "def windows(series, n): return series.view_as((n, series.size - n + 1), (1, 1), 0)": "uma janela por linha",
        "def windows(series, n): return series.view_as((series.size - n, n), (1, 1), 0)": "falta a última",
        "def windows(series, n): return series.view_as((series.size - n + 1, n), (0, 1), 0)": "não sai do lugar",
        "def windows(series, n): return series.view_as((series.size // n, n), (n, 1), 0)": "não se sobrepõem",
        "def windows(series, n): return np.stack([series[i : i + n] for i in range(series.size - n + 1)])": "copiou",
        "def windows(series, n): return series.view_as((5, 3), (1, 1), 0)": "outra série",
    },
)
def sliding(windows):
    series = np.array([1.0, 3.0, 8.0, 4.0, 0.0, 2.0, 4.0])
    answer, right = windows(series, 3), [[1, 3, 8], [3, 8, 4], [8, 4, 0], [4, 0, 2], [0, 2, 4]]
    expect(answer is not None, "a função devolveu None: falta o return")
    expect(np.shape(answer) != (3, 5), "é uma janela por linha, e não por coluna: 5 linhas de 3")
    expect(np.shape(answer) != (4, 3), "falta a última janela, a que acaba na última medida")
    expect(np.shape(answer) != (2, 3), "as janelas não se sobrepõem; a segunda começa na casa ao lado da primeira")
    expect(np.shape(answer) == (5, 3), "de 7 medidas saem 5 janelas de 3: a forma é (5, 3)")
    expect(not near(answer[1], [1, 3, 8]), "a janela não sai do lugar: o passo das linhas é 1, e não 0")
    expect(near(answer, right), "a segunda janela é 3, 8, 4: começa na casa ao lado da primeira")
    series[2] = 50.0
    expect(near(answer[:3, 0], [1, 3, 50]) and near(answer[1, 1], 50), "a função copiou as medidas; use view_as")
    expect(near(windows(np.arange(4.0), 2), [[0, 1], [1, 2], [2, 3]]), "falha com outra série: 4 medidas, janelas de 2")
