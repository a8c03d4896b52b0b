"""Confere os exercícios de docs/networks/softmax.md."""

import math

from exercises.judging import exercise, expect, near
from reference.networks.activations import sigmoid
from reference.networks.softmax import softmax

LARGEST = math.log(1.7976931348623157e308)  # acima disto math.exp estoura


@exercise(
    start="""
        first = ...  # a softmax de [0, ln 3]: uma lista de dois números
        second = ...  # a de [5, 5 + ln 3]
    """,
    solution="first, second = [1 / 4, 3 / 4], [1 / 4, 3 / 4]",
    wrong={
        "first, second = [1, 3], [1, 3]": "falta dividir pelo total",
        "first, second = [0.0, 1.0], [0.45, 0.55]": "falta a exponencial",
        "first, second = [0.75, 0.25], [0.75, 0.25]": "a ordem",
        "first, second = [0.25, 0.75], [0.4505, 0.5495]": "só a diferença",
    },
)
def two_scores(first, second):
    expect(not near(first, [1, 3]), "first: essas são as exponenciais; falta dividir pelo total")
    expect(not near(first, [0, 1]), "first: dividiu as notas pela soma delas; falta a exponencial, antes")
    expect(not near(first, [0.75, 0.25]), "first: olhe a ordem: a maior nota é a segunda")
    expect(near(first, [0.25, 0.75], 1e-4), "first: as exponenciais são 1 e 3, e o total, 4")
    expect(near(second, [0.25, 0.75], 1e-4), "second: só a diferença entre as notas conta, e ela é a mesma")


@exercise(
    start="""
        diagonal = ...  # uma casa da diagonal
        outside = ...  # uma casa fora dela
        row = ...  # a soma de uma linha
    """,
    solution="diagonal, outside, row = 2 / 9, -1 / 9, 0",
    wrong={
        "diagonal, outside, row = 1 / 3, 0, 1 / 3": "isso é a probabilidade",
        "diagonal, outside, row = 1 / 9, -1 / 9, -1 / 9": "o δ é 1",
        "diagonal, outside, row = 2 / 9, 1 / 9, 4 / 9": "as outras descem",
        "diagonal, outside, row = 2 / 9, -2 / 9, 0": "fora dela o δ é 0",
        "diagonal, outside, row = 2 / 9, -1 / 9, 1": "quem soma 1 são as probabilidades",
    },
)
def equal_scores(diagonal, outside, row):
    expect(not near(diagonal, 1 / 3, 1e-3), "diagonal: isso é a probabilidade; a derivada é s vezes (1 − s)")
    expect(not near(diagonal, 1 / 9, 1e-3), "diagonal: ali o δ é 1, e a casa é s vezes (1 − s)")
    expect(near(diagonal, 2 / 9, 1e-3), "diagonal: s vezes (1 − s), com s = ⅓")
    expect(not near(outside, 1 / 9, 1e-3), "outside: quando uma nota sobe, as probabilidades das outras descem")
    expect(near(outside, -1 / 9, 1e-3), "outside: fora dela o δ é 0, e sobra −s vezes s, com s = ⅓")
    expect(not near(row, 1), "row: quem soma 1 são as probabilidades; as derivadas delas, não")
    expect(near(row, 0, 1e-3), "row: uma casa da diagonal e duas de fora")


@exercise(
    given="import math",
    start="""
        breaks = ...  # uma lista de três notas com que a função abaixo estoura


        def stable_softmax(z):  # conserte
            mean = sum(z) / len(z)
            powers = [math.exp(score - mean) for score in z]
            return [power / sum(powers) for power in powers]
    """,
    solution="""
        breaks = [0.0, 0.0, 3000.0]


        def stable_softmax(z):
            powers = [math.exp(score - max(z)) for score in z]
            return [power / sum(powers) for power in powers]
    """,
    wrong={
        """
        breaks = [1000.0, 1001.0, 1002.0]
        def stable_softmax(z): return z
        """: "com essas notas a média dá conta",
        """
        breaks = [0.0, 0.0, 3000.0]
        def stable_softmax(z):
            powers = [math.exp(score - sum(z) / len(z)) for score in z]
            return [power / sum(powers) for power in powers]
        """: "ainda estoura com as notas que você achou",
        """
        breaks = [0.0, 0.0, 3000.0]
        def stable_softmax(z):
            powers = [math.exp(score / max(z)) for score in z]
            return [power / sum(powers) for power in powers]
        """: "dividir as notas muda as diferenças",
        """
        breaks = [0.0, 0.0, 3000.0]
        def stable_softmax(z):
            powers = [math.exp(min(score, 700)) for score in z]
            return [power / sum(powers) for power in powers]
        """: "cortar as notas em 700 as iguala",
        """
        breaks = [0.0, 0.0, 3000.0]
        def stable_softmax(z):
            powers = [math.exp(score - max(z)) for score in z]
            return powers
        """: "falta dividir pelo total",
    },
)
def overflow(breaks, stable_softmax):
    expect(len(breaks) == 3, "breaks: uma lista de três notas")
    expect(max(breaks) - sum(breaks) / 3 > LARGEST, "breaks: com essas notas a média dá conta")
    try:
        stable_softmax(breaks)
        answer = stable_softmax([2.0, 1.0, 4.0])
    except OverflowError as error:
        expect(False, f"stable_softmax ainda estoura com as notas que você achou: {error}")
    expect(not near(sum(answer), 1 + math.exp(-2) + math.exp(-3)), "stable_softmax: falta dividir pelo total")
    expect(not near(answer, softmax([0.5, 0.25, 1.0])), "stable_softmax: dividir as notas muda as diferenças; subtraia")
    far = stable_softmax([1000.0, 1001.0, 1002.0])
    expect(not near(far, [1 / 3, 1 / 3, 1 / 3]), "stable_softmax: cortar as notas em 700 as iguala; subtraia a maior")
    for z in ([2.0, 1.0, 4.0], [1000.0, 1001.0, 1002.0], [-1000.0, -1001.0], [0.0, 0.0, 3000.0]):
        expect(near(stable_softmax(z), softmax(z)), f"stable_softmax: com as notas {z} a resposta é outra")


@exercise(
    given="from reference.networks.activations import sigmoid\nfrom reference.networks.softmax import softmax",
    start="""
        def first_probability(a, b):
            ...


        print(softmax([3.0, 1.0]), first_probability(3.0, 1.0))
    """,
    wrong={
        "def first_probability(a, b): return sigmoid(a)": "não olha para a segunda nota",
        "def first_probability(a, b): return sigmoid(b - a)": "essa é a probabilidade da segunda",
        "def first_probability(a, b): return sigmoid(a / b)": "não é a razão",
        "def first_probability(a, b): return sigmoid(a) / (sigmoid(a) + sigmoid(b))": "uma sigmoide só",
        "def first_probability(a, b): return 0.880797": "falha para outras notas",
    },
)
def two_classes(first_probability):
    p = first_probability(2.0, 5.0)
    expect(not near(p, sigmoid(2.0)), "a resposta não olha para a segunda nota, e na softmax tudo depende de tudo")
    expect(not near(p, sigmoid(5.0 - 2.0)), "essa é a probabilidade da segunda: troque o sinal da diferença")
    expect(not near(p, sigmoid(2.0 / 5.0)), "não é a razão das notas que conta")
    expect(not near(p, sigmoid(2.0) / (sigmoid(2.0) + sigmoid(5.0))), "basta uma sigmoide só, de um número só")
    for a, b in ((2.0, 5.0), (3.0, 1.0), (-5.0, -5.0), (1000.0, 998.0)):
        right = float(softmax([a, b])[0])
        expect(near(first_probability(a, b), right), f"falha para outras notas: {a:g} e {b:g} deviam dar {right:.4f}")


@exercise(
    given="import math",
    start="""
        def logsumexp(z):
            ...


        excess = ...  # quanto ela passa do máximo, no pior caso, com três notas

        print(logsumexp([1000.0, 1001.0, 1002.0]))  # 1002.4076, ou quase
    """,
    wrong={
        """
        def logsumexp(z): return math.log(sum(math.exp(score) for score in z))
        excess = math.log(3)
        """: "OverflowError",
        """
        def logsumexp(z): return math.log(sum(math.exp(score - max(z)) for score in z))
        excess = math.log(3)
        """: "some-a de volta",
        """
        def logsumexp(z): return max(z)
        excess = math.log(3)
        """: "isso é o máximo seco",
        """
        def logsumexp(z): return max(z) + sum(math.exp(score - max(z)) for score in z)
        excess = 3
        """: "falta o logaritmo",
        """
        def logsumexp(z): return max(z) + math.log(sum(math.exp(score - max(z)) for score in z))
        excess = 3
        """: "e o excesso é o logaritmo disso",
        """
        def logsumexp(z):
            biggest = max(z)
            for k in range(len(z)):
                z[k] -= biggest
            return biggest + math.log(sum(math.exp(score) for score in z))
        excess = math.log(3)
        """: "mudou a lista",
    },
)
def soft_maximum(logsumexp, excess):
    z = [1.0, 2.0, 4.0]
    answer, sharp = logsumexp(z), math.log(math.exp(-3) + math.exp(-2) + 1)
    expect(z == [1.0, 2.0, 4.0], "logsumexp mudou a lista que recebeu: faça as contas numa lista nova")
    expect(answer is not None, "logsumexp devolveu None: falta o return")
    expect(not near(answer, sharp), "logsumexp: a maior nota foi tirada e não voltou; some-a de volta, no fim")
    expect(not near(answer, 4), "logsumexp: isso é o máximo seco: as outras notas também entram")
    expect(not near(answer, 4 + math.exp(sharp)), "logsumexp: falta o logaritmo da soma")
    for z, right in (([1.0, 2.0, 4.0], 4 + sharp), ([1000.0] * 2, 1000 + math.log(2)), ([-2000.0], -2000)):
        expect(near(logsumexp(z), right), f"logsumexp: com {z} devia dar {right:.4f}")
    expect(not near(excess, 3), "excess: a soma é três vezes a exponencial, e o excesso é o logaritmo disso")
    expect(near(excess, math.log(3), 1e-3), "excess: ponha três notas iguais em logsumexp e tire o máximo")
