"""Confere os exercícios de docs/networks/initializers.md."""

import reference as np
from exercises.judging import exercise, expect, near
from reference.gradients.sgd import SGD
from reference.random import RandomState

X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
Y = np.array([[0.0], [1.0], [1.0], [0.0]])


@exercise(
    start="""
        glorot = ...  # o limite r de Glorot uniforme, com 784 entradas e 512 neurônios
        he = ...  # o de He uniforme
    """,
    solution="glorot, he = (6 / (784 + 512)) ** 0.5, (6 / 784) ** 0.5",
    wrong={
        "glorot, he = (2 / 1296) ** 0.5, (2 / 784) ** 0.5": "esse é o desvio",
        "glorot, he = 6 / 1296, 6 / 784": "falta a raiz",
        "glorot, he = (6 / 784) ** 0.5, (6 / 784) ** 0.5": "também conta as saídas",
        "glorot, he = (6 / 1296) ** 0.5, (6 / 512) ** 0.5": "He olha as entradas",
    },
)
def limits(glorot, he):
    expect(not near(glorot, (2 / 1296) ** 0.5, 5e-4), "glorot: esse é o desvio; o limite do uniforme é √3 vezes ele")
    expect(not near(glorot, 6 / 1296, 5e-4), "glorot: falta a raiz: a variância é o quadrado do desvio")
    expect(not near(glorot, (6 / 784) ** 0.5, 5e-4), "glorot: ele também conta as saídas, 512")
    expect(near(glorot, (6 / 1296) ** 0.5, 5e-4), "glorot: a variância é 2/(784 + 512); o limite, a raiz do triplo")
    expect(not near(he, (6 / 512) ** 0.5, 5e-4), "he: He olha as entradas da camada, e não as saídas")
    expect(near(he, (6 / 784) ** 0.5, 5e-4), "he: a variância é 2/784; o limite, a raiz do triplo")


@exercise(
    start="""
        factor = ...  # por quanto a camada multiplica o desvio
        deviation = ...  # o desvio dos pesos com que ela não o muda
    """,
    solution="factor, deviation = 2**0.5, (1 / 200) ** 0.5",
    wrong={
        "factor, deviation = 2, 0.0707": "da variância",
        "factor, deviation = 20, 0.005": "os sinais se compensam",
        "factor, deviation = 1, 0.1": "não há ReLU",
        "factor, deviation = 1.414, 0.005": "essa é a variância",
        "factor, deviation = 1.414, 0.1": "esse é o de He",
    },
)
def growth(factor, deviation):
    expect(not near(factor, 2), "factor: esse é o fator da variância; o do desvio é a raiz dele")
    expect(not near(factor, 20), "factor: somou 200 vezes 0,1; os pesos têm sinais, e os sinais se compensam em parte")
    expect(not near(factor, 1), "factor: aqui não há ReLU: ninguém zerou a metade dos números")
    expect(near(factor, 2**0.5, 5e-3), "factor: a variância é multiplicada por 200 vezes 0,1²; o desvio, pela raiz")
    expect(not near(deviation, 0.005), "deviation: essa é a variância; falta a raiz")
    expect(not near(deviation, 0.1), "deviation: esse é o de He, que conta com a ReLU; aqui ela não existe")
    expect(near(deviation, 200**-0.5, 5e-4), "deviation: 200 vezes o quadrado dele tem de dar 1")


@exercise(
    given="""
        from functools import partial

        from reference.networks.initializers import constant
        from reference.networks.layers import Dense
        from reference.networks.sequential import Sequential
    """,
    start="""
        network = Sequential(
            [
                Dense(3, "tanh", kernel_initializer=partial(constant, value=0.5)),  # conserte: mude uma opção
                Dense(1, "sigmoid", kernel_initializer=partial(constant, value=0.5)),
            ],
            seed=0,
        )
    """,
    solution="""
        network = Sequential(
            [Dense(3, "tanh"), Dense(1, "sigmoid", kernel_initializer=partial(constant, value=0.5))], seed=0
        )
    """,
    wrong={
        """
        half = partial(constant, value=0.5)
        network = Sequential([Dense(3, "tanh", kernel_initializer=half), Dense(1, "sigmoid", kernel_initializer=half)])
        """: "os pesos nascem iguais, e iguais ficam",
        """
        half = partial(constant, value=0.5)
        network = Sequential([Dense(3, "tanh", kernel_initializer="zeros"), Dense(1, kernel_initializer=half)])
        """: "zero também é igual a zero",
        """
        half = partial(constant, value=0.5)
        network = Sequential([
            Dense(3, "tanh", kernel_initializer=half, bias_initializer="ones"), Dense(1, kernel_initializer=half)
        ])
        """: "os vieses são todos o mesmo",
        """
        half = partial(constant, value=0.5)
        network = Sequential([Dense(3, "relu", kernel_initializer=half), Dense(1, kernel_initializer=half)])
        """: "a mesma curva",
        """
        half = partial(constant, value=0.5)
        network = Sequential([Dense(30, "tanh", kernel_initializer=half), Dense(1, kernel_initializer=half)])
        """: "mais neurônios",
        """
        network = Sequential([Dense(1, "tanh"), Dense(1, "sigmoid")], seed=0)
        """: "eram três",
    },
)
def symmetry(network):
    network.build((2,))
    hidden = network.layers[0]
    units, born = hidden.units, hidden.kernel.value + 0.0
    biases = hidden.bias.value + 0.0 if hidden.use_bias else np.zeros(3)
    expect(units <= 3, "pôr mais neurônios iguais não adianta: trinta valem por um")
    expect(units == 3, "os neurônios ocultos eram três, e têm de continuar três")
    network.compile(SGD(0.5), "mse")
    for _ in range(3):
        network.train_on_batch(X, Y)
    columns = hidden.kernel.value.T.tolist()
    if not (near(columns[0], columns[1]) or near(columns[1], columns[2]) or near(columns[0], columns[2])):
        return
    expect(not near(born, np.zeros((2, 3))), "zero também é igual a zero: nada distingue um neurônio do outro")
    expect(near(biases, np.zeros(3)), "os vieses são todos o mesmo número, e não distinguem ninguém")
    expect(hidden.activation.__name__ == "tanh", "os três mudaram para a mesma curva: continuam a responder o mesmo")
    expect(False, "as três colunas continuam iguais: os pesos nascem iguais, e iguais ficam")


@exercise(
    given="from reference.networks.layers import Dense\nfrom reference.random import RandomState",
    start="""
        def lecun(shape, random):
            ...


        layer = Dense(80, kernel_initializer=lecun)
        layer.build_once((100,), RandomState(0))
        print(layer.kernel.value.std())  # 0.099, ou quase
    """,
    solution="""
        def lecun(shape, random):
            return random.normal(0.0, (1 / shape[0]) ** 0.5, shape)
    """,
    wrong={
        "def lecun(shape, random): return random.normal(0.0, 1 / shape[0], shape)": "falta a raiz",
        "def lecun(shape, random): return random.normal(0.0, (1 / shape[1]) ** 0.5, shape)": "contou os neurônios",
        "def lecun(shape, random): return random.normal(0.0, (2 / shape[0]) ** 0.5, shape)": "esse é o de He",
        "def lecun(shape, random): return random.normal(0.0, 0.1, shape)": "não depende das entradas",
        "def lecun(shape, random): return RandomState(0).normal(0.0, shape[0] ** -0.5, shape)": "o mesmo sorteio",
        "def lecun(shape, random): return random.normal((1 / shape[0]) ** 0.5, 1.0, shape)": "é o segundo argumento",
        "def lecun(shape, random): return random.normal(0.0, (1 / shape[0]) ** 0.5, shape[0])": "de forma",
    },
)
def lecun_normal(lecun):
    first, second = lecun((40, 160), RandomState(1)), lecun((40, 160), RandomState(2))
    expect(np.shape(first) == (40, 160), "os pesos têm de ter a forma pedida, (40, 160), e não outra de forma qualquer")
    expect(not near(first, second), "saiu sempre o mesmo sorteio: use o que chega em random")
    mean, std = float(np.mean(first)), float(np.std(first))
    expect(abs(mean) < 0.05, "a média tem de ser 0: o desvio é o segundo argumento de random.normal")
    expect(abs(std - 1 / 40) > 0.002, "deu desvio 1/n, que é a variância pedida: falta a raiz")
    expect(abs(std - (1 / 160) ** 0.5) > 0.01, "contou os neurônios; o n é o das entradas, o primeiro da forma")
    expect(abs(std - (2 / 40) ** 0.5) > 0.01, "esse é o de He, com o dobro da variância")
    expect(abs(std - 0.1) > 0.005, "o desvio não depende das entradas, e é essa a ideia")
    expect(abs(std - (1 / 40) ** 0.5) < 0.01, "com 40 entradas, o desvio tem de ser √(1/40), perto de 0,158")
    expect(float(np.max(np.abs(first))) > 2.5 * std, "ninguém passou de dois desvios e meio: o sorteio é normal")
