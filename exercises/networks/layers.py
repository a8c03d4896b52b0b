"""Confere os exercícios de docs/networks/layers.md."""

import reference as np
from exercises.judging import exercise, expect, near


@exercise(
    start="""
        # Pesos do tamanho e dos quartos, e viés: preço, 100, 50 e 2000; imposto, 1, 2 e 10; condomínio, 5, 30 e 100.
        answers = ...  # preço, imposto e condomínio da casa D: uma lista de três números
    """,
    solution="answers = [12200, 118, 720]",
    wrong={
        "answers = [10200, 108, 620]": "faltam os vieses",
        "answers = [7400, 214, 3120]": "as entradas estão trocadas",
        "answers = 12200": "um número por neurônio",
        "answers = [100 * 100 + 4 * 1 + 2000, 100 * 50 + 4 * 2 + 10, 0]": "pelas colunas",
    },
)
def house(answers):
    expect(np.shape(answers) in ((3,), (1, 3)), "são três neurônios: um número por neurônio")
    answers = np.asarray(answers).reshape(-1)
    expect(not near(answers, [10200, 108, 620]), "faltam os vieses, um por neurônio")
    expect(not near(answers, [7400, 214, 3120]), "as entradas estão trocadas: a primeira é o tamanho, 100")
    expect(not near(answers[0], 12004), "leu W pelas linhas: um neurônio se lê pelas colunas, 100 e 50 no primeiro")
    expect(near(answers, [12200, 118, 720]), "some 100 vezes o primeiro peso, 4 vezes o segundo e o viés")


@exercise(
    start="""
        W1 = ...  # a forma dos pesos da primeira camada
        hidden = ...  # a forma das respostas dela
        W2 = ...  # a forma dos pesos da segunda
        output = ...  # a forma das respostas da rede
        params = ...  # quantos parâmetros há, com os vieses
    """,
    solution="W1, hidden, W2, output, params = (784, 512), (128, 512), (512, 10), (128, 10), 407050",
    wrong={
        "W1, hidden, W2, output, params = (512, 784), (128, 512), (10, 512), (128, 10), 407050": "neurônio por coluna",
        "W1, hidden, W2, output, params = (784, 512), (784, 512), (512, 10), (784, 10), 407050": "uma linha por imagem",
        "W1, hidden, W2, output, params = (784, 512), (128, 512), (512, 10), (10,), 407050": "o lote atravessa a rede",
        "W1, hidden, W2, output, params = (784, 512), (128, 512), (512, 10), (128, 10), 406528": "faltam os vieses",
        "W1, hidden, W2, output, params = (784, 512), (128, 512), (512, 10), (128, 10), 52102400": "os mesmos pesos",
    },
)
def shapes(W1, hidden, W2, output, params):
    expect(W1 != (512, 784), "W1: aqui é uma linha por entrada e um neurônio por coluna")
    expect(W1 == (784, 512), "W1: 784 entradas, 512 neurônios; uma forma é uma tupla")
    expect(hidden != (784, 512), "hidden: nas respostas há uma linha por imagem, e o 784 já se somou")
    expect(hidden == (128, 512), "hidden: 128 imagens, um número por neurônio")
    expect(W2 == (512, 10), "W2: as entradas da segunda são as respostas da primeira")
    expect(output != (10,), "output: o lote atravessa a rede: são 128 imagens, do começo ao fim")
    expect(output == (128, 10), "output: 128 imagens, dez respostas para cada uma")
    expect(params != 784 * 512 + 512 * 10, "params: faltam os vieses, um por neurônio")
    expect(params != 128 * 407050, "params: as 128 imagens passam pelos mesmos pesos")
    expect(params == 407050, "params: pesos e vieses de cada camada, somados")


@exercise(
    given="""
        import reference as np
        from reference.networks.layers import Dense

        layer = Dense(3, kernel_initializer="ones")
    """,
    start="answer = layer(np.array([80.0, 3.0]))  # conserte",
    solution="answer = layer(np.array([[80.0, 3.0]]))",
    wrong={
        "answer = layer(np.array([80.0, 3.0]))": "números soltos",
        "answer = layer(np.array([80.0, 3.0]).reshape((-1, 1)))": "duas casas de uma medida só",
        "answer = layer(np.array([[[80.0, 3.0]]]))": "um eixo a mais",
        "answer = layer(np.array([[80.0], [3.0]]).reshape((2, 1)).T[:, :1])": "a outra medida ficou de fora",
    },
)
def one_house(answer):
    value = getattr(answer, "value", answer)
    expect(np.shape(value) != (2, 3), "assim são duas casas de uma medida só; é uma casa de duas medidas")
    expect(np.shape(value) != (1, 1, 3), "há um eixo a mais: um lote de vetores tem dois, amostras e medidas")
    expect(np.shape(value) == (1, 3), "uma casa e três neurônios: a resposta tem forma (1, 3)")
    expect(not near(value, [[80, 80, 80]]), "só o tamanho entrou; a outra medida ficou de fora")
    expect(near(value, [[83, 83, 83]]), "com todos os pesos em 1, cada neurônio soma 80 e 3")


@exercise(
    given="""
        import reference as np

        X = np.array([[80.0, 3.0], [80.0, 2.0], [60.0, 2.0]])
        W = np.array([[100.0, 1.0, 5.0], [50.0, 2.0, 30.0]])
        b = np.array([2000.0, 10.0, 100.0])
    """,
    start="""
        def one_neuron(X, W, b, j):
            ...


        print(one_neuron(X, W, b, 2))  # [590. 560. 460.]
    """,
    wrong={
        "def one_neuron(X, W, b, j): return X @ W[:, j]": "falta o viés",
        "def one_neuron(X, W, b, j): return X @ W[:, j] + b": "o viés é só o do neurônio",
        "def one_neuron(X, W, b, j): return (X @ W + b)[j]": "essa é uma linha",
        "def one_neuron(X, W, b, j): return X @ W[j] + b[j]": "uma linha de W é de uma entrada",
        "def one_neuron(X, W, b, j): return X @ W[:, 2] + b[2]": "sempre o do condomínio",
    },
)
def one_column(one_neuron):
    X = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 9.0]])
    W = np.array([[1.0, 20.0, 3.0], [4.0, 50.0, 6.0], [7.0, 80.0, 9.0]])
    b, j = np.array([0.1, 0.2, 0.3]), 1
    answer, right = one_neuron(X, W, b, j), X @ W[:, j] + b[j]
    expect(answer is not None, "a função devolveu None: falta o return")
    expect(not near(answer, X @ W[:, j]), "falta o viés do neurônio")
    expect(not near(answer, X @ W[:, j] + b), "somou o vetor de vieses inteiro; o viés é só o do neurônio, b[j]")
    expect(not near(answer, (X @ W + b)[j]), "essa é uma linha da resposta: todos os neurônios diante de uma amostra")
    expect(not near(answer, X @ W[j] + b[j]), "uma linha de W é de uma entrada; o neurônio é uma coluna")
    expect(not near(answer, X @ W[:, 2] + b[2]), "deu sempre o do condomínio; quem diz qual neurônio é j")
    expect(near(answer, right), "é o produto das amostras pela coluna j de W, mais b[j]")
    expect(near(one_neuron(X[:2], W, b, 0), (X @ W[:, 0] + b[0])[:2]), "falha com outro número de amostras")


@exercise(
    given="import reference as np\nfrom reference.networks.layers import Layer",
    start="""
        class Scale(Layer):
            ...


        X = np.array([[80.0, 3.0], [80.0, 2.0], [60.0, 2.0]])
        print(Scale(0.01)(X))
    """,
    wrong={
        """
        class Scale(Layer):
            def __init__(self, factor, **options):
                super().__init__(**options)
                self.factor = factor
        """: "ninguém multiplicou",
        """
        class Scale(Layer):
            def __init__(self, factor, **options):
                super().__init__(**options)

            def call(self, x, training=False):
                return x * 0.01
        """: "o número é o que veio",
        """
        class Scale(Layer):
            def __init__(self, factor, **options):
                super().__init__(**options)
                self.factor = factor

            def call(self, x, training=False):
                x *= self.factor
                return x
        """: "mudou o lote",
        """
        class Scale(Layer):
            def __init__(self, factor, **options):
                super().__init__(**options)
                self.factor = factor

            def call(self, x, training=False):
                x * self.factor
        """: "falta o return",
        """
        class Scale(Layer):
            def __init__(self, factor, **options):
                self.factor = factor

            def call(self, x, training=False):
                return x * self.factor
        """: "falta chamar o __init__ de Layer",
        """
        class Scale(Layer):
            def __init__(self, factor, **options):
                super().__init__(**options)
                self.factor = self.add_weight("factor", (), lambda shape, random: np.asarray(factor), None)

            def call(self, x, training=False):
                return x * self.factor
        """: "não tem peso nenhum",
    },
)
def scale(Scale):
    X = np.array([[80.0, 3.0], [60.0, 2.0]])
    layer = Scale(0.5)
    expect(hasattr(layer, "built"), "falta chamar o __init__ de Layer, com super().__init__(**options)")
    answer = layer(X)
    expect(near(X, [[80, 3], [60, 2]]), "a camada mudou o lote que recebeu: x *= escreve nele; devolva um tensor novo")
    expect(answer is not None, "call devolveu None: falta o return")
    expect(layer.count_params() == 0, "a camada não tem peso nenhum: o número fica guardado, e o treino não mexe nele")
    expect(not near(answer, X), "o lote saiu como entrou: ninguém multiplicou; é o que se escreve em call")
    expect(not near(answer, X * 0.01), "o número é o que veio em Scale(…), e não sempre 0,01")
    expect(near(answer, X * 0.5), "Scale(0.5) tem de dar a metade de cada número")
    expect(near(Scale(-3.0, name="outra")(X[:1], training=True), [[-240, -9]]), "falha com Scale(-3.0) e training=True")
