"""Confere os exercícios de docs/programs/zero_or_one.md."""

from math import exp

from exercises.judging import exercise, expect, near


@exercise(
    start="""
        z = ...  # a nota de uma imagem em branco
        answer = ...  # 0 ou 1
    """,
    solution="z, answer = 0.2209, 1",
    wrong={
        "z, answer = 0, 0": "sobra o viés",
        "z, answer = 0.555, 1": "depois da sigmoide",
        "z, answer = 0.2209, 0": "uma nota positiva",
        "z, answer = 784 * 0.2209, 1": "o viés entra uma vez",
    },
)
def blank(z, answer):
    expect(not near(z, 0), "as parcelas são todas zero, mas sobra o viés")
    expect(not near(z, 0.555, 1e-3), "0,555 é a resposta, depois da sigmoide; a nota é o que entra nela")
    expect(not near(z, 784 * 0.2209, 1e-6), "o viés entra uma vez, e não uma por ponto")
    expect(near(z, 0.2209), "some 784 zeros e o viés")
    expect(answer == 1, "uma nota positiva dá mais de ½, e isso é um “um”")


@exercise(
    start="""
        def negative(z, total, bias):
            ...
    """,
    solution="def negative(z, total, bias): return total + 2 * bias - z",
    wrong={
        "def negative(z, total, bias): return -z": "a menos de uma constante",
        "def negative(z, total, bias): return total - z": "o viés não se nega",
        "def negative(z, total, bias): return total + bias - z": "duas vezes",
        "def negative(z, total, bias): return 1 - z": "a entrada",
        "def negative(z, total, bias): return -7.5 - z": "outro neurônio",
    },
)
def negative_score(negative):
    w, b, x = [2.0, -3.0, 5.0], 0.5, [1.0, 0.25, 0.0]
    z = sum(wi * xi for wi, xi in zip(w, x)) + b
    right = sum(wi * (1 - xi) for wi, xi in zip(w, x)) + b
    answer = negative(z, sum(w), b)
    expect(not near(answer, -z), "o sinal muda, a menos de uma constante: qual?")
    expect(not near(answer, 1 - z), "quem vira 1 − x é a entrada, e não a nota")
    expect(not near(answer, sum(w) - z), "o viés não se nega: está dentro de z e também na nota nova")
    expect(not near(answer, sum(w) + b - z), "o viés entra duas vezes: z já traz um, que é preciso devolver")
    expect(not near(answer, -7.5 - z), "isso só serve àquele neurônio; com outro neurônio a constante é outra")
    expect(near(answer, right), "para w = [2, −3, 5], b = 0,5 e x = [1, 0,25, 0] a nota do negativo é 3,25")


SOLUTION = """
    from math import exp

    def learn_once(x, label, w, b, rate):
        z = sum(wi * xi for wi, xi in zip(w, x)) + b
        slope = {slope}
        return [wi {sign} rate * slope * {entry} for wi, xi in zip(w, x)], {bias}
"""
SIGMOID = "1 / (1 + exp(-z)) - label"


def variant(slope: str = SIGMOID, sign: str = "-", entry: str = "xi", bias: str = "b - rate * slope") -> str:
    """A solução com um dos seus pedaços trocado."""
    return SOLUTION.format(slope=slope, sign=sign, entry=entry, bias=bias)


@exercise(
    start="""
        def learn_once(x, label, w, b, rate):
            ...
            return w, b
    """,
    solution=variant(),
    wrong={
        variant(sign="+", bias="b + rate * slope"): "subiu",
        variant(slope="z - label"): "a sigmoide",
        variant(bias="b"): "o viés também aprende",
        variant(entry="1"): "a entrada dele",
        variant(slope="label - 1 / (1 + exp(-z))"): "subiu",
    },
)
def one_step(learn_once):
    w, b = learn_once([1.0, 0.5], 1, [0.0, 0.0], 0.0, 0.1)
    expect(not near(w, [-0.05, -0.025]), "o rótulo era 1 e a nota desceu: a perda subiu; confira o sinal do passo")
    expect(not near(w, [0.1, 0.05]), "falta a sigmoide: o gradiente é a resposta a, e não z, menos o rótulo")
    expect(not near(w, [0.05, 0.05]), "o gradiente de cada peso leva a entrada dele, x_i")
    expect(near(w, [0.05, 0.025]), "com nota 0 a resposta é ½: cada peso anda 0,1 × ½ × a entrada dele")
    expect(not near(b, 0), "o viés também aprende: é o peso de uma entrada que vale sempre 1")
    expect(near(b, 0.05), "o viés anda 0,1 × ½")
    start, bias = [0.3, -0.2], 0.1
    slope = 1 / (1 + exp(-(0.3 * 2 + 0.2 + 0.1)))
    w, b = learn_once([2.0, -1.0], 0, start, bias, 0.5)
    expect(start == [0.3, -0.2], "a função mudou a lista de pesos que recebeu: devolva outra")
    expect(near(w, [0.3 - slope, -0.2 + 0.5 * slope]) and near(b, 0.1 - 0.5 * slope), "falha com o rótulo 0")


@exercise(
    start="""
        # A perda, com três casas, de quem deu à resposta certa a probabilidade:
        half = ...  # 0.51
        sure = ...  # 0.99
        wrong = ...  # 0.01
    """,
    solution="half, sure, wrong = 0.673, 0.010, 4.605",
    wrong={
        "half, sure, wrong = -0.673, -0.010, -4.605": "o sinal",
        "half, sure, wrong = 0.292, 0.004, 2.0": "o natural",
        "half, sure, wrong = 0.49, 0.01, 0.99": "a distância",
        "half, sure, wrong = 0.673, 4.605, 0.010": "quem acerta com mais certeza paga menos",
    },
)
def losses(half, sure, wrong):
    expect(not near(half, -0.673, 1e-3), "troque o sinal: o logaritmo de um número menor que 1 é negativo")
    expect(not near(half, 0.292, 1e-3), "esse é o logaritmo na base 10; o da perda é o natural")
    expect(not near(half, 0.49), "essa é a distância até 1; a perda é o logaritmo, que pune muito mais o erro certo")
    expect(near(half, 0.673, 1e-3), "half: −ln 0,51")
    expect(sure < half, "quem acerta com mais certeza paga menos")
    expect(near(sure, 0.010, 1e-3), "sure: −ln 0,99")
    expect(near(wrong, 4.605, 1e-3), "wrong: −ln 0,01")
