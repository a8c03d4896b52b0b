"""Confere os exercícios de docs/networks/neuron.md."""

from exercises.judging import exercise, expect, near

HOUSES = [[8, 3], [8, 2], [6, 2]]  # A, B e C, com o tamanho em dezenas de metros quadrados
CASES = [[0, 0], [0, 1], [1, 0], [1, 1]]


@exercise(
    start="""
        first = ...  # o z da casa de 70 m² e 3 quartos
        second = ...  # o z da casa de 100 m² e 1 quarto
        visit = ...  # o que o degrau responde à segunda: 0 ou 1
    """,
    solution="first, second, visit = 1, 0, 1",
    wrong={
        "first, second, visit = 13, 12, 1": "falta o viés",
        "first, second, visit = 25, 24, 1": "o viés é −12: ele tira, não soma",
        "first, second, visit = 128.3, 188.1, 1": "cada entrada tem o seu peso",
        "first, second, visit = 0.73, 0.5, 1": "isso já passou pela sigmoide",
        "first, second, visit = 1, 0, 0": "em cima do zero",
    },
)
def scores(first, second, visit):
    expect(not near(first, 13), "first: falta o viés, que também entra na soma")
    expect(not near(first, 25), "first: o viés é −12: ele tira, não soma")
    expect(not near(first, 70 * 2 + 3 * 0.1 - 12), "first: cada entrada tem o seu peso; 0,1 é o do tamanho")
    expect(not near(first, 0.731, 2e-3), "first: isso já passou pela sigmoide; z é a soma, antes da curva")
    expect(near(first, 1), "first: multiplique cada entrada pelo seu peso, some tudo e some o viés, −12")
    expect(near(second, 0), "second: a mesma conta, com 100 e 1")
    expect(near(visit, 1), "visit: em cima do zero o degrau responde 1; é a convenção desta página")


@exercise(
    start="""
        # A casa A tem 80 m² e 3 quartos; a B, 80 e 2; a C, 60 e 2. Os pesos são 0,1 e 2.
        bias = ...  # o viés de quem exige 14 pontos
        answers = ...  # a resposta da sigmoide às casas A, B e C: uma lista de três números
    """,
    solution="bias, answers = -14, [0.5, 0.12, 0.02]",
    wrong={
        "bias, answers = 14, [0.5, 0.12, 0.02]": "o sinal",
        "bias, answers = -2, [0.5, 0.12, 0.02]": "não é quanto a exigência aumentou",
        "bias, answers = -14, [0.88, 0.5, 0.12]": "quem exigia 12",
        "bias, answers = -14, [0.98, 0.88, 0.5]": "para o outro lado",
        "bias, answers = -14, [0, -2, -4]": "falta passá-los pela sigmoide",
        "bias, answers = -14, [1, 0, 0]": "isso é o degrau",
    },
)
def more_demanding(bias, answers):
    expect(not near(bias, 14), "bias: olhe o sinal: exigir é tirar pontos")
    expect(not near(bias, 2) and not near(bias, -2), "bias: ele não é quanto a exigência aumentou: é ela inteira")
    expect(near(bias, -14), "bias: quem exigia 12 pontos tinha viés −12")
    expect(not near(answers, [0.88, 0.5, 0.12], 0.006), "answers: essas são as respostas de quem exigia 12 pontos")
    expect(not near(answers, [0.98, 0.88, 0.5], 0.006), "answers: para o outro lado: exigir mais baixa as respostas")
    expect(not near(answers, [0, -2, -4]), "answers: esses são os z; falta passá-los pela sigmoide")
    expect(not near(answers, [1, 0, 0]), "answers: isso é o degrau; a sigmoide diz quanto")
    expect(near(answers, [0.5, 0.12, 0.02], 0.006), "answers: os z são 0, −2 e −4; passe cada um pela sigmoide")


@exercise(
    given="from reference.networks.neuron import Neuron",
    start="visit = Neuron([0.1, 2.0], -12.0)  # conserte: o tamanho agora vem em dezenas de metros quadrados",
    solution="visit = Neuron([1.0, 2.0], -12.0)",
    wrong={
        "visit = Neuron([0.1, 2.0], -12.0)": "a parcela do tamanho da casa A ainda é 0,8",
        "visit = Neuron([0.01, 2.0], -12.0)": "foi para o lado errado",
        "visit = Neuron([0.1, 20.0], -12.0)": "os quartos não mudaram de unidade",
        "visit = Neuron([0.1, 2.0], -4.8)": "o viés conserta uma casa e estraga as outras",
    },
)
def new_unit(visit):
    z = visit.preactivation(HOUSES)
    expect(not near(z, [-5.2, -7.2, -7.4]), "nada mudou: a parcela do tamanho da casa A ainda é 0,8, e devia ser 8")
    expect(not near(visit.weights[0], 0.01), "foi para o lado errado: a entrada diminuiu, e o peso tem de compensar")
    expect(near(visit.weights[1], 2), "os quartos não mudaram de unidade, e o peso deles também não muda")
    expect(near(visit.bias, -12), "mexer no viés conserta uma casa e estraga as outras: o que mudou foi uma entrada")
    expect(near(z, [2, 0, -2]), "as três casas têm de ficar com o z de antes: 2, 0 e −2")


@exercise(
    given="from reference.networks.activations import step\nfrom reference.networks.neuron import Neuron",
    start="""
        and_neuron = ...  # Neuron([peso, peso], viés, step): 1 só quando as duas entradas são 1
        or_neuron = ...  # 1 quando ao menos uma é 1
    """,
    solution="and_neuron, or_neuron = Neuron([2, 2], -3, step), Neuron([2, 2], -1, step)",
    wrong={
        "and_neuron = or_neuron = Neuron([1, 1], -0.5, step)": "and_neuron responde 1 com uma entrada só",
        "and_neuron = or_neuron = Neuron([1, 1], -1.5, step)": "or_neuron ainda exige as duas",
        "and_neuron = or_neuron = Neuron([1, 1], 0, step)": "o degrau já vale 1 no zero",
        "and_neuron = or_neuron = Neuron([1, 1], -2.5, step)": "responde 0 até com as duas",
        "and_neuron = or_neuron = Neuron([1, 1], -1.5)": "falta o degrau",
    },
)
def and_or(and_neuron, or_neuron):
    for name, neuron in (("and_neuron", and_neuron), ("or_neuron", or_neuron)):
        answers = neuron.feedforward(CASES)
        expect(all(near(a * (1 - a), 0) for a in answers), f"{name}: falta o degrau: a resposta é 0 ou 1")
        expect(near(answers[0], 0), f"{name}: sem entrada nenhuma, z é o viés, e o degrau já vale 1 no zero")
        expect(near(answers[3], 1), f"{name} responde 0 até com as duas entradas em 1: o viés tira demais")
    expect(near(and_neuron.feedforward(CASES), [0, 0, 0, 1]), "and_neuron responde 1 com uma entrada só: tire mais")
    expect(near(or_neuron.feedforward(CASES), [0, 1, 1, 1]), "or_neuron ainda exige as duas entradas: tire menos")


@exercise(
    start="""
        def preactivations(batch, weights, bias):
            ...


        print(preactivations([[80, 3], [80, 2], [60, 2]], [0.1, 2.0], -12.0))  # [2.0, 0.0, -2.0]
    """,
    wrong={
        "def preactivations(batch, weights, bias): pass": "devolveu None",
        "def preactivations(batch, weights, bias): return [2.0, 0.0, -2.0]": "não olha para o lote",
        """
        def preactivations(batch, weights, bias):
            answers, total = [], 0
            for sample in batch:
                for x, w in zip(sample, weights):
                    total += x * w
                answers.append(total + bias)
            return answers
        """: "o total não voltou ao zero",
        """
        def preactivations(batch, weights, bias):
            answers = []
            for sample in batch:
                total = 0
                for x, w in zip(sample, weights):
                    total += x * w + bias
                answers.append(total)
            return answers
        """: "uma vez por entrada",
        """
        def preactivations(batch, weights, bias):
            answers = []
            for sample in batch:
                total = bias
                for x, w in zip(sample, weights):
                    total += x * w
                answers.append(total)
                return answers
        """: "parou na primeira amostra",
        """
        def preactivations(batch, weights, bias):
            return [sum(x * w for x, w in zip(sample, weights)) for sample in batch]
        """: "faltou o viés",
    },
)
def loops(preactivations):
    z = preactivations([[1, 2, 3], [4, 5, 6]], [1, 10, 100], -1)
    expect(z is not None, "a função devolveu None: falta o return")
    expect(not near(z, [2, 0, -2]), "a função não olha para o lote: com outras amostras a resposta é outra")
    expect(not near(z, [320, 974]), "o total não voltou ao zero de uma amostra para a outra")
    expect(not near(z, [318, 651]), "o viés entrou uma vez por entrada; é uma vez por amostra")
    expect(not near(z, [320]), "a função parou na primeira amostra: o return vem depois do laço de fora")
    expect(not near(z, [321, 654]), "faltou o viés")
    expect(near(z, [320, 653]), "com [[1, 2, 3], [4, 5, 6]], pesos [1, 10, 100] e viés −1, os z são 320 e 653")
    expect(near(preactivations([[2], [3], [4]], [5], 0), [10, 15, 20]), "falha com três amostras de uma entrada só")
