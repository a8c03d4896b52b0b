"""Confere os exercícios de docs/operations/sorting.md."""

import reference as np
from exercises.judging import exercise, expect, near


@exercise(
    start="""
        order = ...  # np.argsort([40, 10, 30, 20])
        ranks = ...  # np.argsort(np.argsort([40, 10, 30, 20]))
    """,
    solution="order, ranks = [1, 3, 2, 0], [3, 0, 2, 1]",
    wrong={
        "order, ranks = [10, 20, 30, 40], [3, 0, 2, 1]": "os valores em ordem",
        "order, ranks = [3, 0, 2, 1], [3, 0, 2, 1]": "o posto de cada um",
        "order, ranks = [0, 2, 3, 1], [3, 0, 2, 1]": "do maior para o menor",
        "order, ranks = [1, 3, 2, 0], [0, 1, 2, 3]": "não desfaz",
        "order, ranks = [1, 3, 2, 0], [4, 1, 3, 2]": "a partir de zero",
    },
)
def order_and_ranks(order, ranks):
    expect(not near(order, [10, 20, 30, 40]), "order: esses são os valores em ordem; argsort dá as posições deles")
    expect(not near(order, [3, 0, 2, 1]), "order: esse é o posto de cada um; argsort diz quem vem primeiro")
    expect(not near(order, [0, 2, 3, 1]), "order: argsort vai do menor para o maior, e não do maior para o menor")
    expect(near(order, [1, 3, 2, 0]), "order: o menor, 10, está na posição 1; o seguinte, 20, na 3")
    expect(not near(ranks, [0, 1, 2, 3]), "ranks: a segunda conta não desfaz a primeira; ordene [1, 3, 2, 0] de novo")
    expect(not near(ranks, [4, 1, 3, 2]), "ranks: conta-se a partir de zero")
    expect(near(ranks, [3, 0, 2, 1]), "ranks: em [1, 3, 2, 0] o menor está na posição 3, o seguinte na 0")


@exercise(
    given="""
        import reference as np

        respostas = np.array([
            [0.08, 0.31, 0.02, 0.14, 0.45],
            [0.10, 0.70, 0.15, 0.03, 0.02],
            [0.30, 0.34, 0.26, 0.06, 0.04],
            [0.01, 0.02, 0.03, 0.90, 0.04],
        ])
        melhores = np.argsort(respostas, axis=1, descending=True)[:, :2]
    """,
    start="valores = respostas[melhores]  # conserte: os valores das duas melhores apostas de cada foto",
    solution="valores = np.take_along_axis(respostas, melhores, axis=1)",
    wrong={
        "valores = respostas[melhores]": "índice 4 fora do eixo 0",
        "valores = respostas[:, melhores]": "as colunas de todas",
        "valores = np.sort(respostas, axis=1)[:, -2:]": "a melhor vem primeiro",
        "valores = respostas[:, :2]": "as duas primeiras colunas",
        "valores = melhores": "as posições",
    },
)
def two_best(valores):
    expect(np.shape(valores) != (4, 4, 2), "assim cada foto deu as colunas de todas: falta casar linha com linha")
    expect(np.shape(valores) == (4, 2), "quatro fotos, duas apostas: a forma é (4, 2)")
    expect(not near(valores, [[4, 1], [1, 2], [1, 0], [3, 4]]), "essas são as posições; pediram-se os valores")
    right = np.array([[0.45, 0.31], [0.7, 0.15], [0.34, 0.3], [0.9, 0.04]])
    expect(not near(valores, np.flip(right, axis=1)), "os valores são esses, mas a melhor vem primeiro")
    expect(not near(np.asarray(valores)[0], [0.08, 0.31]), "essas são as duas primeiras colunas, não as melhores")
    expect(near(valores, right), "diga de que linha vem cada coluna")


@exercise(
    given="import reference as np",
    start="""
        def grades(notas):
            conceitos = ["insuficiente", "regular", "boa", "ótima"]
            ...


        print(grades([3, 5, 6.9, 8, 10]))
    """,
    wrong={
        """
        def grades(notas):
            conceitos = ["insuficiente", "regular", "boa", "ótima"]
            return [conceitos[i] for i in np.searchsorted([5, 7, 9], notas)]
        """: "igual à divisa",
        "def grades(notas): return np.searchsorted([5, 7, 9], notas, side='right')": "o nome do conceito",
        "def grades(notas): return ['insuficiente', 'regular', 'regular', 'boa', 'ótima']": "outras notas",
        """
        def grades(notas):
            conceitos = ["insuficiente", "regular", "boa", "ótima"]
            return [conceitos[i - 1] for i in np.searchsorted([5, 7, 9], notas, side="right")]
        """: "uma casa para trás",
    },
)
def school_grades(grades):
    answer = list(grades([3, 5, 6.9, 8, 10]))
    expect(all(isinstance(grade, str) for grade in answer), "saiu a posição; pediu-se o nome do conceito")
    expect(answer[0] != "ótima", "3 saiu ótima: você andou uma casa para trás na lista dos conceitos")
    expect(answer[1] != "insuficiente", "5 já é regular: uma nota igual à divisa é do conceito de cima")
    expect(answer == ["insuficiente", "regular", "regular", "boa", "ótima"], "os conceitos não são esses")
    expect(list(grades([9, 0])) == ["ótima", "insuficiente"], "com outras notas, 9 e 0, saem ótima e insuficiente")


@exercise(
    start="""
        thousand = ...  # perguntas da bisseção, no pior caso, com 1.000 elementos
        million = ...  # e com 1.000.000
    """,
    solution="thousand, million = 10, 20",
    wrong={
        "thousand, million = 1000, 1000000": "um por um",
        "thousand, million = 500, 500000": "metade do que resta",
        "thousand, million = 9, 20": "o último elemento",
        "thousand, million = 10, 10000": "não mil vezes mais",
    },
)
def questions_asked(thousand, million):
    expect(thousand != 1000, "isso é procurar um por um; a bisseção pergunta pelo do meio")
    expect(thousand != 500, "cada pergunta joga fora metade do que resta, e não metade do começo uma vez só")
    expect(thousand != 9, "quase: quando resta um elemento ainda falta perguntar por ele, o último elemento")
    expect(thousand == 10, "restam 500, 250, 125, 62, 31, 15, 7, 3, 1 e 0: conte os passos")
    expect(million != 10000, "não mil vezes mais: cada pergunta a mais dá conta do dobro")
    expect(million == 20, "um milhão é mil vezes mil: são as perguntas de mil, duas vezes")
