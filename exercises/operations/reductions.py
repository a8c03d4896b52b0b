"""Confere os exercícios de docs/operations/reductions.md."""

import reference as np
from exercises.judging import exercise, expect, near


@exercise(
    start="""
        # cubo = np.ones((2, 3, 4)). De cada soma, a forma e o valor de cada elemento.
        last, last_value = ..., ...  # cubo.sum(axis=-1)
        two, two_value = ..., ...  # cubo.sum(axis=(0, 1))
        kept = ...  # a forma de cubo.sum(axis=(0, 1), keepdims=True)
        total = ...  # cubo.sum()
    """,
    solution="last, last_value, two, two_value, kept, total = (2, 3), 4, (4,), 6, (1, 1, 4), 24",
    wrong={
        "last, last_value, two, two_value, kept, total = (4,), 4, (4,), 6, (1, 1, 4), 24": "o último eixo é o que some",
        "last, last_value, two, two_value, kept, total = (2, 3), 1, (4,), 6, (1, 1, 4), 24": "quatro uns",
        "last, last_value, two, two_value, kept, total = (2, 3), 4, (2, 3), 6, (1, 1, 4), 24": "somem os dois",
        "last, last_value, two, two_value, kept, total = (2, 3), 4, (4,), 5, (1, 1, 4), 24": "2 vezes 3",
        "last, last_value, two, two_value, kept, total = (2, 3), 4, (4,), 6, (4, 1, 1), 24": "no lugar dele",
        "last, last_value, two, two_value, kept, total = (2, 3), 4, (4,), 6, (1, 1, 4), 9": "somam-se todos",
    },
)
def reduced_shapes(last, last_value, two, two_value, kept, total):
    expect(last == (2, 3), "last: o eixo −1 é o último, e o último eixo é o que some")
    expect(near(last_value, 4), "last_value: cada elemento junta quatro uns")
    expect(two == (4,), "two: somem os dois primeiros eixos, e fica o de 4")
    expect(near(two_value, 6), "two_value: cada elemento junta 2 vezes 3 uns")
    expect(kept == (1, 1, 4), "kept: cada eixo que sumiria fica com tamanho 1, no lugar dele")
    expect(near(total, 24), "total: sem eixo, somam-se todos os uns, e há 2 × 3 × 4 deles")


@exercise(
    given="""
        import reference as np

        x = np.array([[1, 2, 3], [4, 5, 6]])  # uma linha por aluno, uma coluna por prova
    """,
    start="""
        centrado = x - x.mean(axis=1, keepdims=True)  # conserte: cada prova com média zero
        print(centrado.mean(axis=0))
    """,
    wrong={
        "centrado = x - x.mean(axis=1, keepdims=True)": "de cada aluno",
        "centrado = x - x.mean()": "uma média só",
        "centrado = x.mean(axis=0)": "falta subtraí-las",
        "centrado = x.mean(axis=0) - x": "o sinal",
    },
)
def centered(centrado):
    x = np.array([[1, 2, 3], [4, 5, 6]])
    expect(not near(centrado, x - x.mean(axis=1, keepdims=True)), "essa é a média de cada aluno: quem some é o eixo 0")
    expect(not near(centrado, x - x.mean()), "essa é uma média só, a de todos os números; cada prova tem a sua")
    expect(not near(centrado, x.mean(axis=0)), "essas são as médias das provas; falta subtraí-las das notas")
    expect(not near(centrado, x.mean(axis=0) - x), "o sinal está trocado: acima da média tem de sair positivo")
    expect(near(centrado, x - x.mean(axis=0)), "as médias das colunas não ficaram zero")


@exercise(
    given="""
        import reference as np

        previsto = np.array([[0.1, 0.2, 0.7], [0.5, 0.3, 0.2], [0.4, 0.3, 0.3], [0.2, 0.6, 0.2]])
        certo = np.array([2, 0, 1, 1])
    """,
    start="""
        def accuracy(previsto, certo):
            ...


        print(accuracy(previsto, certo))
    """,
    wrong={
        "def accuracy(previsto, certo): return (previsto.argmax(axis=1) == certo).sum()": "é uma contagem",
        "def accuracy(previsto, certo): return (previsto.max(axis=1) == certo).mean()": "a posição do maior",
        "def accuracy(previsto, certo): return (previsto.argmax(axis=1) != certo).mean()": "a parte errada",
        "def accuracy(previsto, certo): return previsto.argmax(axis=1) == certo": "falta a média",
        "def accuracy(previsto, certo): return 0.75": "outras respostas",
    },
)
def right_share(accuracy):
    probabilities = np.array([[0.1, 0.2, 0.7], [0.5, 0.3, 0.2], [0.4, 0.3, 0.3], [0.2, 0.6, 0.2]])
    answer = accuracy(probabilities, np.array([2, 0, 1, 1]))
    expect(np.shape(answer) == (), "saiu um acerto por amostra: falta a média deles")
    expect(not near(answer, 3), "3 é uma contagem; pediu-se a parte, entre 0 e 1")
    expect(not near(answer, 0.25), "essa é a parte errada: compare com ==")
    expect(not near(answer, 0), "max dá a probabilidade; a classe é a posição do maior, argmax")
    expect(near(answer, 0.75), "três das quatro respostas coincidem com as certas")
    expect(near(accuracy(probabilities, np.array([0, 0, 0, 0])), 0.5), "com outras respostas certas a parte é outra")


@exercise(
    start="""
        # De um tensor de inteiros sem elementos; escreva None onde não há resposta.
        empty_sum = ...
        empty_product = ...
        empty_max = ...
    """,
    solution="empty_sum, empty_product, empty_max = 0, 1, None",
    wrong={
        "empty_sum, empty_product, empty_max = 0, 0, None": "um produto por zero o anularia",
        "empty_sum, empty_product, empty_max = None, 1, None": "some nada",
        "empty_sum, empty_product, empty_max = 0, 1, 0": "um tensor de negativos",
        "empty_sum, empty_product, empty_max = 0, 1, float('-inf')": "não é um inteiro",
    },
)
def of_nothing(empty_sum, empty_product, empty_max):
    expect(empty_sum == 0, "empty_sum: some nada a 5 e o 5 tem de ficar; que número faz isso?")
    expect(empty_product != 0, "empty_product: um produto por zero o anularia; que número não o muda?")
    expect(empty_product == 1, "empty_product: que número não muda um produto?")
    expect(empty_max != 0, "empty_max: com 0, um tensor de negativos teria máximo 0, que não é de ninguém")
    expect(empty_max != float("-inf"), "empty_max: −∞ não muda um máximo, mas não é um inteiro; o que resta?")
    expect(empty_max is None, "empty_max: nenhum inteiro serve, e por isso é um erro")


@exercise(
    given="import reference as np",
    start="""
        def sum_middle(x):
            ...


        print(sum_middle(np.arange(24).reshape(2, 3, 4)))
    """,
    wrong={
        "def sum_middle(x): return [[sum(row) for row in plane] for plane in x]": "o último eixo",
        "def sum_middle(x): return x[0] + x[1]": "o primeiro eixo",
        "def sum_middle(x): return np.array([[p[0][k] + p[1][k] for k in range(4)] for p in x])": "falta uma volta",
        "def sum_middle(x): return np.array([[12, 15, 18, 21], [48, 51, 54, 57]])": "outro tensor",
        "def sum_middle(x): return np.array([[p[:, k] for k in range(4)] for p in x])": "não foi somado",
    },
)
def middle_axis(sum_middle):
    t = np.arange(24).reshape(2, 3, 4)
    answer = sum_middle(t)
    expect(np.shape(answer) != (2, 3), "esse é o último eixo: o que some é o do meio, de tamanho 3")
    expect(np.shape(answer) != (3, 4), "esse é o primeiro eixo: o que some é o do meio, de tamanho 3")
    expect(np.ndim(answer) == 2, "o eixo do meio ainda está lá: não foi somado")
    expect(not near(answer, t[:, 0] + t[:, 1]), "falta uma volta: range(n) já para em n − 1, não tire mais um")
    expect(near(answer, t.sum(axis=1)), "z[i, k] junta x[i, j, k] para todo j")
    other = np.arange(30).reshape(5, 2, 3)
    expect(near(sum_middle(other), other.sum(axis=1)), "com outro tensor, de forma (5, 2, 3), não dá a soma dele")
