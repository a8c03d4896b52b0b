"""Confere os exercícios de docs/networks/losses.md."""

import math

from exercises.judging import exercise, expect, near


@exercise(
    start="loss = ...  # a perda de uma amostra, com 10 % para cada uma das dez classes",
    solution="loss = 2.3026",
    wrong={
        "loss = 0.1": "essa é a probabilidade",
        "loss = 0.9": "não é o que faltou",
        "loss = -2.302585": "o sinal",
        "loss = 1": "na base 10",
        "loss = 23.02585": "é de uma amostra",
    },
)
def newborn(loss):
    expect(not near(loss, 0.1), "essa é a probabilidade da classe certa; a perda é o logaritmo dela, com outro sinal")
    expect(not near(loss, 0.9), "a perda não é o que faltou para 1, e sim o logaritmo do que se deu, com outro sinal")
    expect(not near(loss, -math.log(10), 1e-3), "olhe o sinal: uma perda nunca é negativa")
    expect(not near(loss, 1), "esse é o logaritmo na base 10; o da entropia cruzada é o natural")
    expect(not near(loss, 10 * math.log(10), 1e-2), "só a classe certa entra na soma: a perda é de uma amostra")
    expect(near(loss, math.log(10), 1e-3), "a perda é −ln p, com p = 0,1")


@exercise(
    given="""
        import math

        from reference.networks.activations import sigmoid, softplus
    """,
    start="""
        def binary_loss(y, z):  # conserte: falha com y = 0 e z = 40
            p = sigmoid(z)
            return -y * math.log(p) - (1 - y) * math.log(1 - p)


        print(binary_loss(1.0, 2.0), binary_loss(0.0, 40.0))  # 0.1269, ou quase, e 40.0
    """,
    wrong={
        """
        def binary_loss(y, z):
            p = sigmoid(z)
            return -y * math.log(p) - (1 - y) * math.log(1 - p)
        """: "ValueError",
        """
        def binary_loss(y, z):
            p = min(max(sigmoid(z), 1e-7), 1 - 1e-7)
            return -y * math.log(p) - (1 - y) * math.log(1 - p)
        """: "cortar a probabilidade esconde o erro",
        "def binary_loss(y, z): return softplus(z) + y * z": "o sinal de yz",
        "def binary_loss(y, z): return softplus(z) - z": "o alvo não entrou",
        "def binary_loss(y, z): return softplus(z)": "o alvo não entrou",
        "def binary_loss(y, z): return math.log(1 + math.exp(z)) - y * z": "OverflowError",
    },
)
def from_score(binary_loss):
    expect(not near(binary_loss(0.0, 40.0), -math.log(1e-7), 0.5), "cortar a probabilidade esconde o erro, que é de 40")
    expect(not near(binary_loss(1.0, 2.0), 4.126928, 1e-6), "olhe o sinal de yz: acertar diminui a perda")
    expect(binary_loss(0.0, 2.0) != binary_loss(1.0, 2.0), "o alvo não entrou na conta: com y = 0 e y = 1 deu o mesmo")
    for y, z, right in ((1.0, 2.0, 0.126928), (0.0, 2.0, 2.126928), (0.5, 0.0, 0.693147)):
        expect(near(binary_loss(y, z), right, 1e-6), f"com y = {y:g} e z = {z:g} devia dar {right:.4f}")
    for y, z, right in ((0.0, 40.0, 40), (1.0, -1000.0, 1000), (0.0, 1000.0, 1000), (1.0, 1000.0, 0)):
        expect(near(binary_loss(y, z), right), f"com y = {y:g} e z = {z:g} devia dar {right}")


@exercise(
    start="""
        def cost_slope(c, y):
            ...


        def best(y):
            ...


        weights = [68.0, 72.0, 75.0, 80.0, 88.2]
        print(best(weights), cost_slope(best(weights), weights))
    """,
    wrong={
        """
        def cost_slope(c, y): return sum(c - y_i for y_i in y)
        def best(y): return sum(y) / len(y)
        """: "falta dividir pelo número de amostras",
        """
        def cost_slope(c, y): return sum(y_i - c for y_i in y) / len(y)
        def best(y): return sum(y) / len(y)
        """: "o sinal está trocado",
        """
        def cost_slope(c, y): return 2 * sum(c - y_i for y_i in y) / len(y)
        def best(y): return sum(y) / len(y)
        """: "o ½ cancela o 2",
        """
        def cost_slope(c, y): return sum(c - y_i for y_i in y) / len(y)
        def best(y): return sorted(y)[len(y) // 2]
        """: "essa é a mediana",
        """
        def cost_slope(c, y): return sum(c - y_i for y_i in y) / len(y)
        def best(y): return (min(y) + max(y)) / 2
        """: "o meio do caminho entre o menor e o maior",
    },
)
def best_constant(cost_slope, best):
    y = [1.0, 2.0, 9.0]
    slope, found = cost_slope(6.0, y), best(y)
    expect(not near(slope, 6), "cost_slope: o custo é uma média; falta dividir pelo número de amostras")
    expect(not near(slope, -2), "cost_slope: o sinal está trocado: quem responde demais tem de diminuir")
    expect(not near(slope, 4), "cost_slope: há um 2 a mais: o ½ cancela o 2 da derivada")
    expect(near(slope, 2), "cost_slope: com c = 6 e y = [1, 2, 9], as diferenças são 5, 4 e −3, e a média delas, 2")
    expect(not near(found, 2), "best: essa é a mediana, que é a melhor para o erro absoluto")
    expect(not near(found, 5), "best: esse é o meio do caminho entre o menor e o maior; os do meio também contam")
    expect(near(found, 4) and near(best([3.0]), 3), "best: com ele, cost_slope(best(y), y) tem de dar zero")
    expect(near(cost_slope(0.0, [1.0, 3.0]), -2), "cost_slope: falha com c = 0 e y = [1, 3]")


@exercise(
    start="""
        def huber_slope(error, delta):
            ...


        print([huber_slope(error, 1.0) for error in (-3.0, -0.4, 0.7, 1.0, 2.0)])  # [-1.0, -0.4, 0.7, 1.0, 1.0]
    """,
    solution="def huber_slope(error, delta): return max(-delta, min(delta, error))",
    wrong={
        "def huber_slope(error, delta): return error": "essa é a da metade do quadrado",
        "def huber_slope(error, delta): return (error > 0) - (error < 0)": "essa é a do valor absoluto",
        "def huber_slope(error, delta): return min(error, delta)": "os erros muito negativos",
        "def huber_slope(error, delta): return min(abs(error), delta)": "perdeu o sinal",
        "def huber_slope(error, delta): return max(-1.0, min(1.0, error))": "onde cortar",
    },
)
def clipped_error(huber_slope):
    expect(not near(huber_slope(3.0, 2.0), 3), "longe do zero ela continua a crescer: essa é a da metade do quadrado")
    expect(not near(huber_slope(0.5, 2.0), 1), "perto do zero ela é o próprio erro; essa é a do valor absoluto")
    expect(not near(huber_slope(-3.0, 2.0), -3), "falta cortar os erros muito negativos, em −δ")
    expect(not near(huber_slope(-0.5, 2.0), 0.5), "perdeu o sinal: quem errou para menos tem de ser puxado para cima")
    expect(not near(huber_slope(3.0, 2.0), 1), "cortou em 1, e quem diz onde cortar é delta")
    for error, right in ((-3.0, -2.0), (-2.0, -2.0), (-0.5, -0.5), (0.0, 0.0), (1.5, 1.5), (2.5, 2.0)):
        expect(near(huber_slope(error, 2.0), right), f"com erro {error:g} e δ = 2 devia dar {right:g}")


@exercise(
    given="import math\n\nimport reference as np",
    start="""
        def smoothed(targets, epsilon):
            ...


        gap = ...  # a nota da certa menos a de uma outra, na perda mínima, com epsilon = 0,1 e três classes

        print(smoothed([[1.0, 0.0, 0.0]], 0.1))  # 0.9, 0.05 e 0.05
    """,
    solution="""
        def smoothed(targets, epsilon):
            targets = np.asarray(targets)
            return targets * (1 - epsilon) + (1 - targets) * epsilon / (targets.shape[1] - 1)


        gap = math.log(0.9 / 0.05)
    """,
    wrong={
        """
        def smoothed(targets, epsilon):
            return np.asarray(targets) * (1 - epsilon) + epsilon / np.asarray(targets).shape[1]
        gap = math.log(18)
        """: "só entre as outras",
        """
        def smoothed(targets, epsilon):
            return [[1 - epsilon if t else epsilon for t in row] for row in targets]
        gap = math.log(18)
        """: "cada uma das outras levou o ε inteiro",
        """
        def smoothed(targets, epsilon):
            return np.asarray(targets) * (1 - epsilon)
        gap = math.log(18)
        """: "o ε sumiu",
        """
        def smoothed(targets, epsilon):
            return [[1 - epsilon if t else epsilon / 2 for t in row] for row in targets]
        gap = math.log(18)
        """: "quantas são as outras",
        """
        def smoothed(targets, epsilon):
            n = np.asarray(targets).shape[1]
            return [[1 - epsilon if t else epsilon / (n - 1) for t in row] for row in targets]
        gap = 0.85
        """: "das probabilidades, e não das notas",
        """
        def smoothed(targets, epsilon):
            n = np.asarray(targets).shape[1]
            return [[1 - epsilon if t else epsilon / (n - 1) for t in row] for row in targets]
        gap = 18
        """: "a razão entre as probabilidades",
    },
)
def soft_labels(smoothed, gap):
    answer = smoothed([[0.0, 1.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0, 1.0]], 0.2)
    certain = [[0, 1, 0, 0, 0], [0, 0, 0, 0, 1]]

    def table(yes, no):
        return [[yes if t else no for t in row] for row in certain]

    expect(answer is not None, "smoothed devolveu None: falta o return")
    expect(not near(answer, table(0.84, 0.04)), "smoothed: aqui o ε se divide só entre as outras, sem a certa")
    expect(not near(answer, table(0.8, 0.2)), "smoothed: cada uma das outras levou o ε inteiro; divida-o")
    expect(not near(answer, table(0.8, 0.0)), "smoothed: o ε sumiu: é para as outras que ele vai")
    expect(not near(answer, table(0.8, 0.1)), "smoothed: quantas são as outras depende do número de classes")
    expect(near(answer, table(0.8, 0.05)), "smoothed: com ε = 0,2 e cinco classes: 0,8 e quatro 0,05")
    expect(not near(gap, 0.85), "gap: essa é a diferença das probabilidades, e não das notas")
    expect(not near(gap, 18), "gap: essa é a razão entre as probabilidades; as notas são os logaritmos delas")
    expect(near(gap, math.log(18), 1e-3), "gap: com que diferença de notas a softmax dá 0,9 a uma e 0,05 às outras?")
