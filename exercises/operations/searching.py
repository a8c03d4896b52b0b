"""Confere os exercícios de docs/operations/searching.md."""

import reference as np
from exercises.judging import exercise, expect, near

GIVEN = """
    import reference as np

    lote = np.array([
        [0.00, 0.01, 0.05, 0.04, 0.00, 0.01, 0.00, 0.85, 0.01, 0.03],
        [0.02, 0.03, 0.70, 0.10, 0.01, 0.02, 0.05, 0.01, 0.05, 0.01],
        [0.01, 0.01, 0.02, 0.01, 0.42, 0.02, 0.02, 0.05, 0.02, 0.42],
        [0.03, 0.01, 0.04, 0.45, 0.01, 0.38, 0.02, 0.01, 0.04, 0.01],
    ])
    certos = np.array([7, 2, 9, 5])
"""


@exercise(
    start="""
        a = ...  # np.argmax([3, 9, 9, 1])
        b = ...  # np.argmin([True, False, False])
        c = ...  # np.argmax([[1, 5], [7, 2]])
        d = ...  # np.argmax([[1, 5], [7, 2]], axis=0)
        e = ...  # np.argmax([[1, 5], [7, 2]], axis=-1)
    """,
    solution="a, b, c, d, e = 1, 1, 2, [1, 0], [1, 0]",
    wrong={
        "a, b, c, d, e = 9, 1, 2, [1, 0], [1, 0]": "e não o valor",
        "a, b, c, d, e = 2, 1, 2, [1, 0], [1, 0]": "ganha o primeiro",
        "a, b, c, d, e = 1, 0, 2, [1, 0], [1, 0]": "False vale 0",
        "a, b, c, d, e = 1, 1, (1, 0), [1, 0], [1, 0]": "posição na fila",
        "a, b, c, d, e = 1, 1, 2, [7, 5], [1, 0]": "a linha em que está o maior",
        "a, b, c, d, e = 1, 1, 2, [1, 0], [0, 1]": "a coluna em que está o maior",
    },
)
def positions(a, b, c, d, e):
    expect(a != 9, "a: argmax dá a posição do maior, e não o valor")
    expect(a != 2, "a: os dois 9 empatam, e no empate ganha o primeiro")
    expect(a == 1, "a: em que posição, contada de zero, está o primeiro 9?")
    expect(b == 1, "b: False vale 0 e True vale 1; o primeiro menor está na posição 1")
    expect(near(c, 2), "c: sem eixo, é a posição na fila 1, 5, 7, 2")
    expect(near(d, [1, 0]), "d: de cada coluna, a linha em que está o maior")
    expect(near(e, [1, 0]), "e: de cada linha, a coluna em que está o maior")


@exercise(
    given=GIVEN,
    start="acerto = (lote.argmax(axis=0) == certos).mean()  # conserte",
    solution="acerto = (lote.argmax(axis=1) == certos).mean()",
    wrong={
        "acerto = (lote.argmax(axis=0) == certos).mean()": "as formas (10,) e (4,) não combinam",
        "acerto = (lote.argmax() == certos).mean()": "sem eixo",
        "acerto = (lote.max(axis=1) == certos).mean()": "max dá o valor",
        "acerto = (lote.argmax(axis=1) == certos).sum()": "a parte",
        "acerto = lote.argmax(axis=1) == certos": "falta a média",
    },
)
def accuracy(acerto):
    expect(np.shape(acerto) == (), "saiu um acerto por imagem: falta a média")
    expect(not near(acerto, 2), "2 é a conta dos acertos; pediu-se a parte")
    expect(not near(acerto, 0.25), "sem eixo, argmax dá uma posição só, a da fila inteira, 7, comparada com os quatro")
    expect(not near(acerto, 0), "max dá o valor da maior probabilidade; a resposta da rede é a posição dela")
    expect(near(acerto, 0.5), "a rede acerta duas das quatro imagens")


@exercise(
    given=GIVEN,
    start="""
        def todos_os_maiores(x):
            ...


        print(todos_os_maiores(lote[2]))
    """,
    wrong={
        "def todos_os_maiores(x): return [x.argmax()]": "só o primeiro",
        "def todos_os_maiores(x): return x == x.max()": "uma máscara",
        "def todos_os_maiores(x): return x[x == x.max()]": "os valores",
        "def todos_os_maiores(x): return np.nonzero(x == x.max())": "o primeiro elemento",
        "def todos_os_maiores(x): return [4, 9]": "outro vetor",
    },
)
def all_largest(todos_os_maiores):
    tie = np.array([0.1, 0.4, 0.1, 0.4])
    answer = todos_os_maiores(tie)
    expect(not (isinstance(answer, tuple) and len(answer) == 1), "nonzero dá uma tupla: pegue o primeiro elemento dela")
    expect(not near(answer, [1]), "saiu só o primeiro; argmax não conta os empatados")
    expect(np.shape(answer) != (4,), "isso é uma máscara: pergunte em que posições ela é True")
    expect(not near(answer, [0.4, 0.4]), "esses são os valores; pediram-se as posições")
    expect(near(answer, [1, 3]), "com outro vetor, [0.1, 0.4, 0.1, 0.4], as posições são 1 e 3")
    expect(near(todos_os_maiores(np.array([5, 2])), [0]), "quando não há empate, é uma posição só")


@exercise(
    given=GIVEN,
    start="""
        def second(lote):
            ...


        print(second(lote))
    """,
    wrong={
        "def second(lote): return lote.argmax(axis=1)": "a primeira aposta",
        "def second(lote): return lote.argmin(axis=1)": "a última",
        """
        def second(lote):
            lote[np.arange(lote.shape[0]), lote.argmax(axis=1)] = -np.inf
            return lote.argmax(axis=1)
        """: "mudou o lote",
        "def second(lote): return [2, 3, 9, 5]": "outras imagens",
        """
        def second(lote):
            rest = lote.copy()
            rest[:, lote.argmax(axis=1)] = -np.inf
            return rest.argmax(axis=1)
        """: "de todas as imagens",
    },
)
def second_bet(second):
    batch = np.array([[0.1, 0.6, 0.3, 0.0], [0.5, 0.1, 0.1, 0.3], [0.0, 0.2, 0.1, 0.7]])
    answer = second(batch)
    expect(near(batch[0], [0.1, 0.6, 0.3, 0.0]), "a função mudou o lote que recebeu: tire o vencedor numa cópia")
    expect(not near(answer, [1, 0, 3]), "essa é a primeira aposta: tire o vencedor do páreo e pergunte de novo")
    expect(not near(answer, [3, 1, 0]), "essa é a última aposta, a menos provável")
    expect(not near(answer, [2, 2, 2]), "assim o vencedor de uma imagem sai de todas as imagens: um só por linha")
    expect(np.shape(answer) == (3,), "com outras imagens, três, têm de sair três apostas")
    expect(near(answer, [2, 3, 1]), "não é a posição da segunda maior probabilidade de cada linha")


@exercise(
    start="""
        # argmax sem eixo deu 27. Em que posição está o maior de um tensor de forma:
        two_axes = ...  # (4, 10)
        three_axes = ...  # (2, 4, 5)
    """,
    solution="two_axes, three_axes = (2, 7), (1, 1, 2)",
    wrong={
        "two_axes, three_axes = (7, 2), (1, 1, 2)": "o resto é a coluna",
        "two_axes, three_axes = (6, 3), (1, 1, 2)": "pela largura",
        "two_axes, three_axes = (2, 7), (5, 2)": "três índices",
        "two_axes, three_axes = (2, 7), (1, 2, 1)": "o passo do eixo do meio é 5",
    },
)
def unravelled(two_axes, three_axes):
    expect(tuple(two_axes) != (7, 2), "two_axes: o quociente é a linha, e o resto é a coluna")
    expect(tuple(two_axes) != (6, 3), "two_axes: divida pela largura, 10, e não pela altura")
    expect(tuple(two_axes) == (2, 7), "two_axes: 27 = 2 × 10 + 7")
    expect(len(three_axes) == 3, "three_axes: são três eixos, e por isso três índices")
    expect(tuple(three_axes) == (1, 1, 2), "three_axes: o passo do primeiro eixo é 20, e o passo do eixo do meio é 5")
