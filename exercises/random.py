"""Confere os exercícios de docs/random.md."""

import math

import reference as np
from exercises.judging import exercise, expect, near


@exercise(
    start="""
        after_7 = ...
        period = ...  # de quem parte da semente 3
    """,
    solution="after_7, period = 0, 16",
    wrong={
        "after_7, period = 96, 16": "falta o resto",
        "after_7, period = 6, 16": "é o quociente",
        "after_7, period = 11, 16": "some o 5",
        "after_7, period = 0, 13": "só a porta de entrada",
        "after_7, period = 0, 17": "o primeiro, de novo",
        "after_7, period = 0, 15": "contando o 0",
    },
)
def little_generator(after_7, period):
    expect(after_7 != 96, "after_7: falta o resto da divisão por 16")
    expect(after_7 != 6, "after_7: 6 é o quociente da divisão de 96 por 16; fica-se com o resto")
    expect(after_7 != 11, "after_7: multiplique por 13, some o 5, e só então tire o resto")
    expect(after_7 == 0, "after_7: quanto sobra de 13 · 7 + 5, dividido por 16?")
    expect(period != 17, "period: o 17º número já é o primeiro, de novo; não se conta duas vezes")
    expect(period != 15, "period: de 0 a 15, contando o 0, são mais")
    expect(period == 16, "period: a semente é só a porta de entrada da roda; quantos números há nela?")


@exercise(
    start="different = ...  # quantos números diferentes, entre os dez",
    solution="different = 5",
    wrong={
        "different = 10": "a mesma semente",
        "different = 3": "continua de onde estava",
        "different = 8": "não recomeça a fila",
        "different = 2": "só os do primeiro pedido",
    },
)
def one_queue(different):
    expect(different != 10, "as duas pessoas semearam com 7, e a mesma semente dá os mesmos números")
    expect(different != 3, "o segundo pedido da primeira pessoa não repete o primeiro: continua de onde estava")
    expect(different != 8, "pedir em duas vezes não recomeça a fila: os três seguintes são os que a outra também tirou")
    expect(different != 2, "não coincidem só os do primeiro pedido: a fila das duas é a mesma até o fim")
    expect(different == 5, "cada pessoa tira cinco, da mesma fila")


@exercise(
    start="rejected = ...  # entre 0 e 1",
    solution="rejected = 0.215",
    wrong={
        "rejected = 0.785": "essa é a parte aceita",
        "rejected = 21.5": "em por cento",
        "rejected = 0.858": "é uma área",
        "rejected = 0.273": "dividiu pela área do círculo",
        "rejected = 0.5": "nem metade",
    },
)
def corners(rejected):
    outside = 4 - math.pi
    expect(not near(rejected, math.pi / 4, 1e-2), "essa é a parte aceita, a de dentro do círculo")
    expect(not near(rejected, 25 * outside, 1e-2), "a resposta está em por cento; dê a fração, entre 0 e 1")
    expect(not near(rejected, outside, 1e-2), "isso é uma área, a dos cantos; divida pela do quadrado, que tem lado 2")
    expect(not near(rejected, outside / math.pi, 1e-2), "dividiu pela área do círculo; os pontos caem no quadrado todo")
    expect(near(rejected, outside / 4, 1e-2), "o círculo tem área π e o quadrado, 4; nem metade fica de fora")


@exercise(
    given="""
        import reference as np

        samples = np.array([[10, 10], [20, 20], [30, 30], [40, 40]])
        labels = np.array([1, 2, 3, 4])
        np.random.seed(0)
    """,
    start="""
        # conserte
        np.random.shuffle(samples)
        np.random.shuffle(labels)
        print(samples[:, 0], labels)
    """,
    wrong={
        """
        np.random.shuffle(samples)
        np.random.shuffle(labels)
        """: "cada um foi embaralhado por si",
        "np.random.shuffle(samples)": "só as amostras mudaram",
        "np.random.shuffle(labels)": "só os rótulos mudaram",
        "samples, labels = samples[::1], labels[::1]": "continuam em ordem",
        """
        order = np.random.randint(0, 4, 4)
        samples, labels = samples[order], labels[order]
        """: "repete",
        """
        order = np.random.permutation(3)
        samples, labels = samples[order], labels[order]
        """: "sumiram",
    },
)
def pairs_kept(samples, labels):
    first, second = np.asarray(samples)[:, 0] / 10, np.asarray(labels)
    start = np.arange(1, 5)
    expect(first.size == second.size == 4, "sumiram amostras: as quatro posições entram no sorteio")
    moved, renamed = not near(first, start), not near(second, start)
    expect(moved or renamed, "as amostras e os rótulos continuam em ordem: nada foi embaralhado")
    expect(renamed, "só as amostras mudaram de lugar; os rótulos têm de ir com elas")
    expect(moved, "só os rótulos mudaram de lugar; as amostras têm de ir com eles")
    expect(near(np.sort(first), start), "o sorteio repete amostras, e perde outras: use permutation, e não randint")
    expect(near(first, second), "cada um foi embaralhado por si, e os pares se desfizeram; sorteie uma ordem só")


@exercise(
    given="import reference as np",
    start="""
        def heights(n, mean, deviation):
            ...


        np.random.seed(0)
        tall = ...  # quantas das mil de heights(1000, 170, 7) passam de 184
    """,
    wrong={
        """
        def heights(n, mean, deviation): return mean + deviation * np.random.rand(n)
        tall = 0
        """: "rand é uniforme",
        """
        def heights(n, mean, deviation): return deviation * np.random.randn(n)
        tall = 0
        """: "falta a média",
        """
        def heights(n, mean, deviation): return mean + deviation**2 * np.random.randn(n)
        tall = 168
        """: "a variância",
        """
        def heights(n, mean, deviation): return (mean + np.random.randn(n)) * deviation
        tall = 1000
        """: "multiplique antes de somar",
        """
        def heights(n, mean, deviation):
            np.random.seed(0)
            return mean + deviation * np.random.randn(n)
        tall = 23
        """: "semeia lá dentro",
        """
        def heights(n, mean, deviation): return 170 + 7 * np.random.randn(1000)
        tall = 23
        """: "os três argumentos",
        """
        def heights(n, mean, deviation): return mean + deviation * np.random.randn(n)
        tall = 977
        """: "as que não passam",
        """
        def heights(n, mean, deviation): return mean + deviation * np.random.randn(n)
        np.random.seed(0)
        tall = (np.abs(heights(1000, 170, 7) - 170) > 14).sum()
        """: "as muito baixas também",
    },
)
def normal_heights(heights, tall):
    np.random.seed(1)
    z, u = np.random.randn(5), np.random.RandomState(1).rand(5)
    np.random.seed(1)
    answer, again = heights(5, 100, 3), heights(5, 100, 3)
    expect(answer is not None, "a função devolveu None: falta o return")
    expect(np.shape(answer) == (5,), "a função não usa os três argumentos: pediram-se 5 alturas")
    expect(not near(answer, again), "a função semeia lá dentro, e dois pedidos dão as mesmas pessoas")
    expect(not near(answer, 100 + 3 * u), "rand é uniforme entre 0 e 1; a curva do sino é a de randn")
    expect(not near(answer, 3 * z), "falta a média: as alturas estão em volta de 0")
    expect(not near(answer, 100 + 9 * z), "isso usa a variância, o desvio ao quadrado; multiplique pelo desvio")
    expect(not near(answer, 3 * (100 + z)), "multiplique antes de somar: a média não se multiplica pelo desvio")
    expect(near(answer, 100 + 3 * z), "cada altura é a média mais o desvio vezes um número de randn")
    expect(tall != 977, "tall: essas são as que não passam de 184")
    expect(tall != 47, "tall: assim se contam as muito baixas também; passar de 184 é só para cima")
    expect(tall == 23, "tall: semeie com 0, peça as mil e some a máscara das que passam de 184")
