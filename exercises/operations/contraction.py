"""Confere os exercícios de docs/operations/contraction.md."""

import reference as np
from exercises.judging import exercise, expect, near


@exercise(
    start="""
        # A forma de tensordot entre (2, 3, 4) e (4, 3, 5), ou None se os tamanhos não casam.
        one = ...  # axes=1
        middle = ...  # axes=([1], [1])
        two = ...  # axes=2
    """,
    solution="one, middle, two = (2, 3, 3, 5), (2, 4, 4, 5), None",
    wrong={
        "one, middle, two = (2, 3, 4, 3, 5), (2, 4, 4, 5), None": "o par que se encontra some",
        "one, middle, two = (2, 3, 5), (2, 4, 4, 5), None": "o 3 dos dois fica",
        "one, middle, two = (2, 3, 3, 5), (2, 3, 4, 4, 5), None": "os dois 3 se encontram",
        "one, middle, two = (2, 3, 3, 5), (2, 4, 4, 5), (2, 5)": "na ordem",
    },
)
def contracted_shapes(one, middle, two):
    expect(one != (2, 3, 4, 3, 5), "one: o par que se encontra some, os dois 4")
    expect(one != (2, 3, 5), "one: só os 4 se encontram; o 3 dos dois fica, e aparece duas vezes")
    expect(one == (2, 3, 3, 5), "one: o último do primeiro encontra o primeiro do segundo; ficam os outros, na ordem")
    expect(middle == (2, 4, 4, 5), "middle: os dois 3 se encontram e somem; ficam 2 e 4, depois 4 e 5")
    expect(two is None, "two: os pares se casam na ordem, e (3, 4) encontraria (4, 3)")


@exercise(
    given="""
        import reference as np

        x, y = np.arange(24).reshape(2, 3, 4), np.arange(40).reshape(2, 4, 5)
    """,
    start="""
        def naive_batch(x, y):
            ...


        print((naive_batch(x, y) == x @ y).all())
    """,
    wrong={
        "def naive_batch(x, y): return np.dot(x, y)": "cada matriz com todas",
        "def naive_batch(x, y): return x[0] @ y[0]": "só o primeiro produto",
        "def naive_batch(x, y): return [a * b[:, :1].T for a, b in zip(x, y)]": "falta a soma em k",
        "def naive_batch(x, y): return np.array([x[0] @ y[0], x[0] @ y[0]])": "o índice do lote",
        "def naive_batch(x, y): x[...] = 0; return x @ y": "mudou",
    },
)
def batch(naive_batch):
    x, y = np.arange(24).reshape(2, 3, 4), np.arange(40).reshape(2, 4, 5)
    right = x @ y
    answer = naive_batch(x, y)
    expect(near(x, np.arange(24).reshape(2, 3, 4)), "a função mudou o x que recebeu")
    expect(np.shape(answer) != (2, 3, 2, 5), "cada matriz com todas é o dot; no lote, a t encontra só a t")
    expect(np.shape(answer) != (3, 5), "saiu só o primeiro produto do lote: falta o laço em t")
    expect(np.shape(answer) != (2, 3, 4), "falta a soma em k: essa letra não pode aparecer no resultado")
    expect(np.shape(answer) == (2, 3, 5), "ficam as letras t, i e ℓ: a forma é (2, 3, 5)")
    expect(not near(answer[1], right[0]), "os produtos saíram todos iguais: falta o índice do lote, t, em x e em y")
    expect(near(answer, right), "z[t, i, l] soma x[t, i, k] * y[t, k, l] em k")
    ones = np.ones((4, 1, 3)), np.ones((4, 3, 2))
    expect(near(naive_batch(*ones), np.full((4, 1, 2), 3.0)), "falha com outras formas, como (4, 1, 3) com (4, 3, 2)")


@exercise(
    given="""
        import reference as np

        a = np.array([[[9, 1, 0], [8, 0, 0]], [[0, 1, 0], [7, 9, 8]]])  # imagens, linhas, colunas
    """,
    start="tinta = np.tensordot(a, np.ones(3, dtype=int), axes=1)  # conserte: por imagem e coluna",
    solution="tinta = np.tensordot(a, np.ones(2, dtype=int), axes=([1], [0]))",
    wrong={
        "tinta = np.tensordot(a, np.ones(3, dtype=int), axes=1)": "a de cada linha",
        "tinta = np.tensordot(a, np.ones(2, dtype=int), axes=([0], [0]))": "as imagens",
        "tinta = np.tensordot(a, np.ones(3, dtype=int), axes=([1], [0]))": "tamanhos diferentes",
        "tinta = np.tensordot(a, np.full(2, 0.5), axes=([1], [0]))": "a média",
    },
)
def ink(tinta):
    a = np.array([[[9, 1, 0], [8, 0, 0]], [[0, 1, 0], [7, 9, 8]]])
    expect(not near(tinta, a.sum(axis=2)), "essa tinta é a de cada linha: axes=1 soma o último eixo, o das colunas")
    expect(not near(tinta, a.sum(axis=0)), "assim se somam as imagens; cada uma tem a sua tinta")
    expect(not near(tinta, a.sum(axis=1) / 2), "essa é a média; o vetor é de uns")
    expect(near(tinta, a.sum(axis=1)), "o eixo que some é o 1, o das linhas da imagem")


@exercise(
    start="""
        double = ...  # multiplicações da contração dupla de (2, 3, 4) com (4, 3, 5)
        dot = ...  # multiplicações do dot de (2, 3, 4) com (2, 4, 5)
    """,
    solution="double, dot = 120, 240",
    wrong={
        "double, dot = 10, 240": "são os elementos do resultado",
        "double, dot = 24, 240": "todas as letras",
        "double, dot = 120, 120": "esse é o matmul",
        "double, dot = 120, 60": "o 2 dos dois",
    },
)
def multiplications(double, dot):
    expect(double != 10, "double: 2 × 5 são os elementos do resultado; cada um custa 3 × 4 multiplicações")
    expect(double == 120, "double: é o produto dos tamanhos de todas as letras, as que ficam e as que somem")
    expect(dot != 120, "dot: esse é o matmul, em que as matrizes se casam; no dot, cada uma encontra todas")
    expect(dot == 240, "dot: o 2 dos dois fica, e por isso conta duas vezes; o 4 que se encontra conta uma")
