"""Confere os exercícios de docs/gradients/adaptive.md."""

import reference as np
from exercises.judging import exercise, expect, near
from reference.gradients.graph import Variable
from reference.gradients.optimizers import Optimizer


@exercise(
    start="""
        # Onde está o parâmetro depois do primeiro passo: w = 2, g = -30, taxa 0.1.
        sgd = ...
        rmsprop = ...  # basta acertar duas casas
        adam = ...
    """,
    solution="sgd, rmsprop, adam = 5, 2 + 0.1 / 0.1**0.5, 2.1",
    wrong={
        "sgd, rmsprop, adam = -1, 1.68, 1.9": "contra ele",
        "sgd, rmsprop, adam = 32, 2.316, 2.1": "vezes a taxa",
        "sgd, rmsprop, adam = 5, 2.1, 2.1": "não corrige o começo",
        "sgd, rmsprop, adam = 5, 2.033, 2.1": "falta a raiz",
        "sgd, rmsprop, adam = 5, 2.316, 2.316": "corrige o começo, e o passo",
        "sgd, rmsprop, adam = 5, 2.316, 5": "jogou fora o tamanho",
    },
)
def first_step(sgd, rmsprop, adam):
    expect(not near(sgd, -1), "sgd: o gradiente é negativo, e o passo é contra ele: o parâmetro aumenta")
    expect(not near(sgd, 32), "sgd: o passo é o gradiente vezes a taxa")
    expect(near(sgd, 5), "sgd: de 2, tire 0.1 vezes -30")
    expect(not near(rmsprop, 2.1, 1e-3), "rmsprop: não corrige o começo: a média ainda é só um décimo de g²")
    expect(
        not near(rmsprop, 2 + 0.1 * 30 / 90, 1e-3), "rmsprop: falta a raiz: divide-se pela raiz da média, e não por ela"
    )
    expect(near(rmsprop, 2 + 0.1 / 0.1**0.5, 2e-3), "rmsprop: a média é 0.1 × 900; divida 0.1 × 30 pela raiz dela")
    expect(not near(adam, 2 + 0.1 / 0.1**0.5, 2e-3), "adam: ele corrige o começo, e o passo é de uma taxa só")
    expect(not near(adam, 5), "adam: jogou fora o tamanho do gradiente? o passo dele não depende disso")
    expect(near(adam, 2.1, 1e-3), "adam: o primeiro passo tem o tamanho da taxa, contra o sinal do gradiente")


@exercise(
    start="""
        # Quanto anda o Adagrad, sem o sinal.
        first = ...  # no passo 1
        fourth = ...  # no passo 4
        hundredth = ...  # no passo 100
    """,
    solution="first, fourth, hundredth = 0.1, 0.05, 0.01",
    wrong={
        "first, fourth, hundredth = 0.4, 0.4, 0.4": "descida comum",
        "first, fourth, hundredth = 0.1, 0.1, 0.1": "não se esquece",
        "first, fourth, hundredth = 0.1, 0.025, 0.001": "a raiz da soma",
        "first, fourth, hundredth = 0.025, 0.00625, 0.00025": "sem a raiz",
        "first, fourth, hundredth = 0.1, 0.278, 1.859": "naquele passo só",
    },
)
def braking(first, fourth, hundredth):
    expect(not near(first, 0.4), "first: 0.4 é o passo da descida comum; divida-o pela raiz da soma dos quadrados")
    expect(not near(first, 0.025), "first: dividiu por 16, sem a raiz")
    expect(near(first, 0.1), "first: 0.1 vezes 4, dividido pela raiz de 4²")
    expect(not near(fourth, 0.1), "fourth: a soma não se esquece de nada: no passo 4 já há nela quatro parcelas de 16")
    expect(not near(fourth, 0.025), "fourth: com quatro parcelas, a raiz da soma só dobra: o passo cai à metade")
    expect(not near(fourth, 0.278, 1e-2), "fourth: pediu-se quanto ele anda naquele passo só")
    expect(near(fourth, 0.05), "fourth: 0.1 vezes 4, dividido pela raiz de 4 × 4²")
    expect(near(hundredth, 0.01), "hundredth: 0.1 vezes 4, dividido pela raiz de 100 × 4²")


@exercise(
    start="""
        # Quantas vezes maior fica o primeiro passo, com a perda multiplicada por 1000.
        sgd_times = ...
        adam_times = ...
    """,
    solution="sgd_times, adam_times = 1000, 1",
    wrong={
        "sgd_times, adam_times = 1, 1": "o gradiente também se multiplica",
        "sgd_times, adam_times = 1000, 1000": "crescem juntos",
        "sgd_times, adam_times = 1000, 1000**0.5": "já é a raiz",
        "sgd_times, adam_times = 1000, 0.001": "também está em cima",
        "sgd_times, adam_times = 10**6, 1": "uma vez só",
        "sgd_times, adam_times = 1000, 0": "igual quer dizer uma vez",
    },
)
def scaled_loss(sgd_times, adam_times):
    expect(not near(sgd_times, 1), "sgd_times: se a perda se multiplica por 1000, o gradiente também se multiplica")
    expect(not near(sgd_times, 10**6), "sgd_times: na descida comum o gradiente entra uma vez só, sem quadrado")
    expect(near(sgd_times, 1000), "sgd_times: o passo é a taxa vezes o gradiente")
    expect(
        not near(adam_times, 1000), "adam_times: o gradiente está em cima e embaixo da fração: os dois crescem juntos"
    )
    expect(
        not near(adam_times, 1000**0.5, 1e-2), "adam_times: embaixo já é a raiz do quadrado: cresce 1000, e não 31.6"
    )
    expect(not near(adam_times, 0.001), "adam_times: o gradiente cresce embaixo, mas também está em cima da fração")
    expect(not near(adam_times, 0), "adam_times: igual quer dizer uma vez maior, e não zero")
    expect(near(adam_times, 1), "adam_times: o primeiro passo do Adam tem o tamanho da taxa, seja qual for o gradiente")


@exercise(
    start="""
        def rmsprop(w, g, s):
            s = 0.9 * s + 0.1 * g * g
            return w - 0.001 * g / s**0.5, s  # conserte


        print(rmsprop(1.0, 0.0, 0.0))  # (1.0, 0.0)
    """,
    wrong={
        """
        def rmsprop(w, g, s):
            s = 0.9 * s + 0.1 * g * g
            return w - 0.001 * g / s**0.5, s
        """: "ainda divide por zero",
        """
        def rmsprop(w, g, s):
            s = 0.9 * s + 0.1 * g * g + 1e-7
            return w - 0.001 * g / s**0.5, s
        """: "ficou guardado",
        """
        def rmsprop(w, g, s):
            s = 0.9 * s + 0.1 * g * g
            return w - 0.001 * g / (s + 1) ** 0.5, s
        """: "grande demais",
        """
        def rmsprop(w, g, s):
            s = 0.9 * s + 0.1 * g * g
            return w - 0.001 * g / (s + 1e-7), s
        """: "perdeu-se a raiz",
        """
        def rmsprop(w, g, s):
            s = 0.9 * s + 0.1 * g * g
            return w - 0.001 * g / (s + 1e-7) ** 0.5
        """: "os dois",
        """
        def rmsprop(w, g, s):
            if g == 0:
                return w, s
            s = 0.9 * s + 0.1 * g * g
            return w - 0.001 * g / s**0.5, s
        """: "esquecer um pouco",
    },
)
def no_epsilon(rmsprop):
    try:
        still = rmsprop(1.0, 0.0, 0.0)
    except ZeroDivisionError:
        still = "zero"
    expect(still != "zero", "com gradiente zero ainda divide por zero: falta o ε, um tiquinho que se soma a s")
    expect(still is not None, "a função devolveu None: falta o return")
    expect(np.shape(still) == (2,), "devolva os dois: o parâmetro e a média novos")
    expect(near(still[0], 1), "com gradiente zero o parâmetro não anda")
    expect(near(still[1], 0), "o ε ficou guardado na média: some-o só na hora de dividir")
    w, s = rmsprop(1.0, 2.0, 0.0)
    step = (1 - w) * 1000
    expect(not near(step, 2 / 1.4**0.5, 1e-3), "esse ε é grande demais: muda também os passos que já estavam certos")
    expect(not near(step, 5, 1e-3), "no conserto perdeu-se a raiz")
    expect(near(step, 10**0.5, 1e-2) and near(s, 0.4, 1e-5), "com w = 1, g = 2 e s = 0, dá 0.996838 e 0.4")
    expect(near(rmsprop(1.0, 0.0, 0.4)[1], 0.36), "com g = 0 a média também anda: ela tem de esquecer um pouco")


@exercise(
    given="""
        import reference as np
        from reference.gradients.graph import Variable
        from reference.gradients.optimizers import Optimizer
    """,
    start="""
        class Sinal(Optimizer):
            ...


        w = Variable(np.array([1.0, 2.0, 3.0]))
        Sinal(0.5).apply([np.array([100.0, -0.01, 0.0])], [w])
        print(w.value)  # [0.5, 2.5, 3]
    """,
    solution="""
        class Sinal(Optimizer):
            def update(self, w, g):
                return (w - self.rate * np.sign(g),)
    """,
    wrong={
        """
        class Sinal(Optimizer):
            def update(self, w, g):
                return (w - self.rate * g,)
        """: "a descida comum",
        """
        class Sinal(Optimizer):
            def update(self, w, g):
                return (w + self.rate * np.sign(g),)
        """: "a favor",
        """
        class Sinal(Optimizer):
            def update(self, w, g):
                return (w - np.sign(g),)
        """: "falta a taxa",
        """
        class Sinal(Optimizer):
            def update(self, w, g):
                return (w - self.rate * g / abs(g),)
        """: "nan",
        """
        class Sinal(Optimizer):
            def update(self, w, g):
                return w - self.rate * np.sign(g)
        """: "uma tupla",
        """
        class Sinal(Optimizer):
            def update(self, w, g):
                return (w - self.rate * (g > 0),)
        """: "os negativos",
        """
        class Sinal(Optimizer):
            def update(self, w, g):
                return (w - 0.5 * np.sign(g),)
        """: "a taxa que lhe deram",
        """
        class Sinal:
            def __init__(self, learning_rate):
                self.rate = learning_rate
        """: "herda de Optimizer",
    },
)
def sign_descent(Sinal):
    expect(isinstance(Sinal, type) and issubclass(Sinal, Optimizer), "o otimizador herda de Optimizer")
    w = Variable(np.array([1.0, 2.0, 3.0]))
    Sinal(0.25).apply([np.array([100.0, -0.01, 0.0])], [w])
    after = w.value
    expect(np.shape(after) == (3,), "update devolve uma tupla, e o valor novo é o primeiro elemento dela: (…,)")
    expect(not near(after, [-24, 2.0025, 3]), "isso é a descida comum: do gradiente, use só o sinal")
    expect(not near(after, [1.25, 1.75, 3]), "andou a favor do gradiente: o passo é contra ele")
    expect(not near(after, [0, 3, 3]), "falta a taxa: o passo é de self.rate, e não de 1")
    expect(not near(after, [0.5, 2.5, 3]), "a taxa que lhe deram é 0.25, e andou 0.5: use self.rate")
    expect(not near(after, [0.75, 2, 3]), "só os gradientes positivos andaram; os negativos também têm sinal")
    expect(near(after[2], 3), "com gradiente zero, 0 / 0 é nan; o sinal de zero é zero, e o parâmetro fica parado")
    expect(near(after, [0.75, 2.25, 3]), "com gradientes 100, -0.01 e 0 e taxa 0.25, anda-se -0.25, 0.25 e 0")
