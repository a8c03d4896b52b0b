"""Confere os exercícios de docs/networks/convolution.md."""

import reference as np
from exercises.judging import exercise, expect, near

DENSE = 784 * (26 * 26 * 8) + 26 * 26 * 8


@exercise(
    start="""
        shape = ...  # a forma da resposta: (altura, largura, canais)
        params = ...  # pesos e vieses, ao todo
    """,
    solution="shape, params = (11, 11, 16), 1248",
    wrong={
        "shape, params = (14, 14, 16), 1248": "sem moldura",
        "shape, params = (12, 12, 16), 1248": "encolhe dois pontos",
        "shape, params = (24, 24, 16), 1248": "o agrupamento",
        "shape, params = (16, 11, 11), 1248": "por último",
        "shape, params = (11, 11, 16), 240": "veem os oito canais",
        "shape, params = (11, 11, 16), 1224": "faltam os vieses",
    },
)
def small_network(shape, params):
    expect(isinstance(shape, (tuple, list)) and len(shape) == 3, "shape: três números: (altura, largura, canais)")
    shape = tuple(shape)
    expect(shape != (16, 11, 11), "shape: aqui os canais vêm por último")
    expect(shape[:2] != (14, 14), "shape: sem moldura, a convolução encolhe a imagem")
    expect(shape[:2] != (12, 12), "shape: uma janela de 3 encolhe dois pontos de cada lado: 28 vira 26, e não 27")
    expect(shape[:2] != (24, 24), "shape: falta o agrupamento, que divide cada lado por 2")
    expect(shape == (11, 11, 16), "shape: 28, depois 26, depois 13, depois…; e um canal por filtro da última")
    expect(params != 80 + 9 * 16 + 16, "params: os filtros da segunda convolução veem os oito canais da primeira")
    expect(params != 72 + 1152, "params: faltam os vieses, um por filtro")
    expect(params == 1248, "params: altura vezes largura vezes canais vezes filtros, mais um viés por filtro, nas duas")


@exercise(
    start="""
        dense = ...  # pesos e vieses da camada densa
        times = ...  # quantas vezes mais que os da convolução
    """,
    solution="dense, times = 784 * (26 * 26 * 8) + 26 * 26 * 8, 53066",
    wrong={
        "dense, times = 784 * 26 * 26 * 8, 52998": "faltam os vieses",
        "dense, times = 784 * 26 * 26 + 26 * 26, 6633": "os oito filtros",
        "dense, times = 784 * 784 * 8 + 784 * 8, 61544": "26 de lado",
        "dense, times = 4245280, 58962": "também tem vieses",
        "dense, times = 4245280, 4245200": "quantas vezes, e não quantos",
    },
)
def against_dense(dense, times):
    expect(not near(dense, 784 * 26 * 26 * 8), "dense: faltam os vieses, um por número da resposta")
    expect(not near(dense, 785 * 26 * 26), "dense: a convolução dá um canal por filtro; faltam os oito filtros")
    expect(not near(dense, 785 * 784 * 8), "dense: a resposta tem 26 de lado, e não 28")
    expect(near(dense, DENSE), "dense: 784 entradas para cada um dos 26 · 26 · 8 números, mais um viés por número")
    expect(not near(times, DENSE // 72), "times: a convolução também tem vieses: são 80 números, e não 72")
    expect(not near(times, DENSE - 80), "times: pergunta-se quantas vezes, e não quantos a mais")
    expect(near(times, 53066) or near(times, DENSE / 80), "times: divida pelos 3 · 3 · 1 · 8 + 8 da convolução")


@exercise(
    given="from reference.networks.convolution import Conv2D",
    start="""
        layer = Conv2D(4, 3, strides=2)  # conserte: de 28 saem 13, e queremos 14
        print(layer.output_shape((28, 28, 1)))
    """,
    solution="""layer = Conv2D(4, 3, strides=2, padding="same")""",
    wrong={
        "layer = Conv2D(4, 3, strides=2)": "ainda saem 13",
        "layer = Conv2D(4, 2, strides=2)": "o filtro encolheu",
        """layer = Conv2D(4, 3, padding="same")""": "o passo de 2",
        """layer = Conv2D(8, 3, strides=2, padding="same")""": "eram quatro filtros",
    },
)
def half_size(layer):
    shape, window = tuple(layer.output_shape((28, 28, 1))), tuple(layer.window)
    expect(shape[:2] != (13, 13), "ainda saem 13: a janela só anda por dentro da imagem")
    expect(window == (3, 3), "o filtro encolheu para caber; ele continua a ser de 3×3")
    expect(shape[:2] != (28, 28), "a resposta ficou do tamanho da imagem: falta o passo de 2")
    expect(shape[2] == 4, "eram quatro filtros, e continuam a ser")
    expect(shape == (14, 14, 4), "de 28 pontos de lado têm de sair 14")


@exercise(
    given="import reference as np",
    start="""
        blur = ...  # nove pesos, de forma (3, 3)
        copy = ...
    """,
    solution="blur, copy = np.full((3, 3), 1 / 9), [[0, 0, 0], [0, 1, 0], [0, 0, 0]]",
    wrong={
        "blur, copy = np.ones((3, 3)), [[0, 0, 0], [0, 1, 0], [0, 0, 0]]": "nove vezes mais clara",
        "blur, copy = np.full((3, 3), 1 / 3), [[0, 0, 0], [0, 1, 0], [0, 0, 0]]": "os nove pesos têm de somar 1",
        "blur = np.full((3, 3), 1 / 9)\ncopy = np.ones((3, 3))": "soma os nove",
        "blur = np.full((3, 3), 1 / 9)\ncopy = [[1, 0, 0], [0, 0, 0], [0, 0, 0]]": "desloca a imagem",
        "blur = np.full((3, 3), 1 / 9)\ncopy = np.zeros((3, 3))": "apaga a imagem",
    },
)
def two_filters(blur, copy):
    for name, weights in (("blur", blur), ("copy", copy)):
        expect(np.shape(weights) == (3, 3), f"{name}: um filtro de 3×3 tem três linhas de três pesos")
    expect(not near(blur, np.ones((3, 3))), "blur: isso soma os nove pontos: uma imagem lisa sai nove vezes mais clara")
    total = float(np.sum(np.asarray(blur)))
    expect(near(total, 1, 1e-6), "blur: os nove pesos têm de somar 1, para que uma imagem lisa fique igual")
    expect(near(blur, np.full((3, 3), 1 / 9), 1e-6), "blur: na média, os nove pontos valem o mesmo")
    expect(not near(copy, np.ones((3, 3))), "copy: isso soma os nove pontos; só o do meio interessa")
    expect(not near(copy, np.zeros((3, 3))), "copy: um filtro de zeros apaga a imagem")
    copy = np.asarray(copy)
    moved = near(np.sum(copy), 1) and near(np.max(copy), 1) and not near(copy[1, 1], 1)
    expect(not moved, "copy: o 1 fora do meio desloca a imagem; ponha-o no ponto do meio")
    expect(near(copy, np.pad(np.ones((1, 1)), 1)), "copy: 1 no meio e 0 em volta")


@exercise(
    start="""
        def slide(x, w):
            ...


        print(slide([1, 2, 3, 4], [1, -1]))  # [-1, -1, -1]
    """,
    wrong={
        "def slide(x, w): pass": "devolveu None",
        "def slide(x, w): return [-1] * (len(x) - 1)": "com outro filtro",
        """
        def slide(x, w):
            return [sum(w[p] * x[i + p] for p in range(len(w))) for i in range(len(x) - len(w))]
        """: "faltou um lugar",
        """
        def slide(x, w):
            return [sum(w[-1 - p] * x[i + p] for p in range(len(w))) for i in range(len(x) - len(w) + 1)]
        """: "inverteu o filtro",
        """
        def slide(x, w):
            return [sum(a * b for a, b in zip(w, x[i:])) for i in range(len(x))]
        """: "saiu da imagem",
        """
        def slide(x, w):
            return [sum(w[p] * x[i] for p in range(len(w))) for i in range(len(x) - len(w) + 1)]
        """: "o mesmo ponto",
        """
        def slide(x, w):
            return [sum(w[p] * x[i + p] for p in range(len(w))) for i in range(0, len(x) - len(w) + 1, len(w))]
        """: "uma casa por vez",
    },
)
def sliding(slide):
    answer = slide([1, 2, 4, 8, 16], [100, 10, 1])
    expect(answer is not None, "a função devolveu None: falta o return")
    answer, right = list(answer), [124, 248, 496]
    expect(not near(answer, right[:-1]), "faltou um lugar: de 5 pontos, uma janela de 3 cabe em 5 − 3 + 1")
    expect(not near(answer, [421, 842, 1684]), "isso inverteu o filtro: é a da matemática, e não a das redes")
    expect(not (len(answer) == 5 and near(answer[:3], right)), "a janela saiu da imagem: nas últimas ela já não cabe")
    expect(not near(answer, [111, 222, 444]), "todos os pesos viram o mesmo ponto: o peso p vê o ponto i + p")
    expect(not near(answer, right[:1]), "a janela anda uma casa por vez, e não o tamanho dela")
    expect(near(answer, right), "com outro filtro, [100, 10, 1] em [1, 2, 4, 8, 16], as respostas são 124, 248 e 496")
    expect(near(slide([3, 5], [2]), [6, 10]), "falha com um filtro de um peso só")
