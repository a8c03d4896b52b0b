"""Confere os exercícios de docs/networks/sequential.md."""

import reference as np
from exercises.judging import exercise, expect, near
from reference.gradients.functions import mean, square
from reference.gradients.graph import gradients
from reference.networks.layers import Dense
from reference.networks.sequential import Sequential

X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
Y = np.array([[0.0], [1.0], [1.0], [0.0]])


@exercise(
    start="""
        updates = ...  # atualizações em 3 épocas
        last = ...  # amostras no último lote de cada época
    """,
    solution="updates, last = 237, 8",
    wrong={
        "updates, last = 234, 64": "o que sobra também é um lote",
        "updates, last = 79, 8": "uma época só",
        "updates, last = 234.375, 8": "um pedaço de atualização",
        "updates, last = 15000, 8": "uma por amostra",
        "updates, last = 237, 64": "78 lotes inteiros",
    },
)
def counting(updates, last):
    expect(not near(updates, 234), "updates: o que sobra também é um lote, no fim de cada época")
    expect(not near(updates, 79), "updates: isso é uma época só")
    expect(not near(updates, 234.375), "updates: não existe um pedaço de atualização; o lote incompleto conta inteiro")
    expect(not near(updates, 15000), "updates: não é uma por amostra, e sim uma por lote")
    expect(near(updates, 237), "updates: lotes por época, contando o incompleto, vezes 3")
    expect(near(last, 8), "last: 78 lotes inteiros levam 4.992 amostras; quantas sobram?")


@exercise(
    start="""
        first = ...  # números na camada oculta, de 784 entradas e 128 neurônios
        second = ...  # números na de saída, de 10 neurônios
    """,
    solution="first, second = 784 * 128 + 128, 128 * 10 + 10",
    wrong={
        "first, second = 784 * 128, 128 * 10": "faltam os vieses",
        "first, second = 784 * 128 + 784, 128 * 10 + 128": "um viés por neurônio",
        "first, second = 100480, 784 * 10 + 10": "não vê os pixels",
        "first, second = 101770, 101770": "uma camada de cada vez",
    },
)
def parameters(first, second):
    expect(not near(first, 784 * 128), "first: faltam os vieses")
    expect(not near(first, 784 * 128 + 784), "first: há um viés por neurônio, e não por entrada")
    expect(not near(first, 101770), "first: essa é a soma das duas; conte uma camada de cada vez")
    expect(near(first, 100480), "first: 784 vezes 128 pesos, mais 128 vieses")
    expect(not near(second, 7850), "second: a saída não vê os pixels; as entradas dela são os 128 ocultos")
    expect(near(second, 1290), "second: 128 vezes 10 pesos, mais 10 vieses")


@exercise(
    start="""
        answers = ...  # o que a rede responde aos quatro casos, depois do treino: uma lista de quatro números
        weight = ...  # um peso da camada oculta, depois do treino
    """,
    solution="answers, weight = [0.5, 0.5, 0.5, 0.5], 0",
    wrong={
        "answers, weight = [0, 1, 1, 0], 1": "não aprende",
        "answers, weight = [0, 0, 0, 0], 0": "a sigmoide de 0",
        "answers, weight = 0.5, 0": "uma por caso",
        "answers, weight = [0.5, 0.5, 0.5, 0.5], 0.1": "não sai do zero",
    },
)
def born_zero(answers, weight):
    expect(not near(answers, [0, 1, 1, 0], 0.1), "answers: ela não aprende: nenhum gradiente chega aos pesos")
    expect(not near(answers, [0, 0, 0, 0]), "answers: a soma é 0, sim, mas a saída é a sigmoide de 0")
    expect(np.shape(answers) == (4,), "answers: são quatro respostas, uma por caso")
    expect(near(answers, [0.5] * 4), "answers: com os pesos em zero, a resposta não depende do caso")
    expect(near(weight, 0), "weight: o gradiente dele atravessa os pesos da saída, que são zero: não sai do zero")


def costs_of(update):
    """Os custos de quatro épocas, se cada peso muda como `update` diz."""
    model, costs = fresh(), []
    for _ in range(4):
        cost = mean(square(model(X) - Y))
        for weight, g in zip(model.weights, gradients(cost, model.weights)):
            weight.value = update(weight.value, g)
        costs.append(float(cost.value))
    return costs


def fresh():
    """A mesma rede, sempre com os mesmos pesos."""
    model = Sequential([Dense(4, "tanh"), Dense(1, "sigmoid")], seed=1)
    model.build((2,))
    return model


@exercise(
    given="""
        import reference as np
        from reference.gradients.functions import mean, square
        from reference.gradients.graph import gradients
        from reference.networks.layers import Dense
        from reference.networks.sequential import Sequential

        x = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
        y = np.array([[0.0], [1.0], [1.0], [0.0]])
        rede = Sequential([Dense(4, "tanh"), Dense(1, "sigmoid")], seed=1)
    """,
    start="""
        def train(network, x, y, rate, epochs):
            costs = []
            for epoch in range(epochs):
                cost = mean(square(network(x) - y))
                for weight, g in zip(network.weights, gradients(cost, network.weights)):
                    value = weight.value - rate * g  # conserte: o custo não sai do lugar
                costs.append(float(cost.value))
            return costs


        print(train(rede, x, y, rate=2.0, epochs=3))
    """,
    wrong={
        """
        def train(network, x, y, rate, epochs):
            costs = []
            for epoch in range(epochs):
                cost = mean(square(network(x) - y))
                for weight, g in zip(network.weights, gradients(cost, network.weights)):
                    weight = weight.value - rate * g
                costs.append(float(cost.value))
            return costs
        """: "nenhum peso mudou",
        """
        def train(network, x, y, rate, epochs):
            costs = []
            for epoch in range(epochs):
                cost = mean(square(network(x) - y))
                for weight, g in zip(network.weights, gradients(cost, network.weights)):
                    weight.value = weight.value + rate * g
                costs.append(float(cost.value))
            return costs
        """: "subindo o morro",
        """
        def train(network, x, y, rate, epochs):
            costs = []
            for epoch in range(epochs):
                cost = mean(square(network(x) - y))
                for weight, g in zip(network.weights, gradients(cost, network.weights)):
                    weight.value = -rate * g
                costs.append(float(cost.value))
            return costs
        """: "o valor antigo se perdeu",
        """
        def train(network, x, y, rate, epochs):
            costs = []
            for epoch in range(epochs):
                cost = mean(square(network(x) - y))
                for weight, g in zip(network.weights, gradients(cost, network.weights)):
                    weight.value = weight.value - g
                costs.append(float(cost.value))
            return costs
        """: "a taxa não entrou",
    },
)
def forgotten_value(train):
    costs = train(fresh(), X, Y, 0.5, 4)
    expect(len(costs) == 4, "a função devolve um custo por época")
    expect(costs[0] != costs[3], "o custo não sai do lugar: nenhum peso mudou; o valor novo se guarda em weight.value")
    expect(not near(costs, costs_of(lambda w, g: w + 0.5 * g)), "o custo cresce: a rede está subindo o morro")
    expect(not near(costs, costs_of(lambda w, g: -0.5 * g)), "o valor antigo se perdeu: o passo se tira dele")
    expect(not near(costs, costs_of(lambda w, g: w - g)), "a taxa não entrou: o passo é rate vezes o gradiente")
    expect(near(costs, costs_of(lambda w, g: w - 0.5 * g)), "os custos não são os da descida: w menos rate vezes g")


class Recorder:
    """Faz as vezes de uma rede: anota os lotes que lhe dão."""

    def __init__(self):
        self.batches = []

    def train_on_batch(self, x, y):
        """Anota as amostras; os alvos delas têm de ser os dobros."""
        expect(near(2 * x, y), "as amostras e os alvos de um lote não são os mesmos: a fatia é a mesma nos dois")
        self.batches.append(np.asarray(x).reshape(-1).tolist())
        return {"loss": 0.0}

    def fit(self, *arguments, **options):
        """Não vale."""
        expect(False, "a ideia é fazer o que fit faz, sem chamá-lo")


@exercise(
    start="""
        def train(model, x, y, batch_size, epochs):
            ...  # chame model.train_on_batch(…, …) com cada lote
    """,
    solution="""
        def train(model, x, y, batch_size, epochs):
            for epoch in range(epochs):
                for start in range(0, len(x), batch_size):
                    model.train_on_batch(x[start : start + batch_size], y[start : start + batch_size])
    """,
    wrong={
        """
        def train(model, x, y, batch_size, epochs):
            for epoch in range(epochs):
                model.train_on_batch(x, y)
        """: "o lote foi o conjunto inteiro",
        """
        def train(model, x, y, batch_size, epochs):
            for epoch in range(epochs):
                for start in range(0, len(x) - batch_size + 1, batch_size):
                    model.train_on_batch(x[start : start + batch_size], y[start : start + batch_size])
        """: "o último lote",
        """
        def train(model, x, y, batch_size, epochs):
            for epoch in range(epochs):
                for start in range(len(x)):
                    model.train_on_batch(x[start : start + batch_size], y[start : start + batch_size])
        """: "de batch_size em batch_size",
        """
        def train(model, x, y, batch_size, epochs):
            for start in range(0, len(x), batch_size):
                model.train_on_batch(x[start : start + batch_size], y[start : start + batch_size])
        """: "o laço das épocas",
        """
        def train(model, x, y, batch_size, epochs):
            for epoch in range(epochs):
                for start in range(0, len(x), batch_size):
                    model.train_on_batch(x[start:batch_size], y[start:batch_size])
        """: "onde acaba a fatia",
        "def train(model, x, y, batch_size, epochs): model.fit(x, y, batch_size, epochs)": "sem chamá-lo",
        """
        def train(model, x, y, batch_size, epochs):
            for epoch in range(epochs):
                for start in range(0, len(x), batch_size):
                    model.train_on_batch(x[start : start + batch_size], y)
        """: "a fatia é a mesma",
    },
)
def two_loops(train):
    x, model = np.array([[1.0], [2.0], [3.0], [4.0], [5.0]]), Recorder()
    train(model, x, 2 * x, 2, 3)
    epoch, found = [[1, 2], [3, 4], [5]], model.batches
    expect(found, "ninguém chamou model.train_on_batch")
    expect(found[0] != [1, 2, 3, 4, 5], "o lote foi o conjunto inteiro; eram lotes de batch_size amostras")
    expect(found[1:2] != [[2, 3]], "os lotes se repetem em parte: o começo anda de batch_size em batch_size")
    expect([] not in found, "há lotes vazios: olhe onde acaba a fatia, que é batch_size depois do começo dela")
    expect([5] in found, "o último lote ficou de fora: com 5 amostras e lotes de 2, ele leva 1")
    expect(found != epoch, "uma época só: falta o laço das épocas, por fora do dos lotes")
    expect(found == 3 * epoch, "com 5 amostras, lotes de 2 e 3 épocas são [1, 2], [3, 4], [5], três vezes")
