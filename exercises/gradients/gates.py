"""Confere os exercícios de docs/gradients/gates.md."""

from exercises.judging import exercise, expect, near
from reference.gradients.gates import Gate

OF_GATES = """
    from reference.gradients.gates import AddGate, Gate, MaxGate, MultiplyGate
"""


@exercise(
    start="""
        # Os gradientes de (x + y) * z em x = 1, y = 1, z = 10.
        dx = ...
        dy = ...
        dz = ...
    """,
    solution="dx, dy, dz = 10, 10, 2",
    wrong={
        "dx, dy, dz = 10, 10, 10": "o valor da outra entrada",
        "dx, dy, dz = 2, 2, 10": "e não o da própria",
        "dx, dy, dz = 5, 5, 2": "não reparte",
        "dx, dy, dz = 1, 1, 2": "vezes o que chegou a ela",
        "dx, dy, dz = 10, 10, 20": "é o resultado da ida",
    },
)
def sum_times(dx, dy, dz):
    expect(not near([dx, dz], [2, 10]), "o produto manda a cada lado o valor do outro, e não o da própria entrada")
    expect(not near(dz, 20), "dz: 20 é o resultado da ida; o gradiente diz quanto ele muda por unidade de z")
    expect(near(dz, 2), "dz: o produto manda a z o valor da outra entrada, x + y")
    expect(not near([dx, dy], [5, 5]), "dx, dy: a soma copia o gradiente para os dois lados, não reparte")
    expect(not near([dx, dy], [1, 1]), "dx, dy: 1 é a derivada local da soma; falta ela vezes o que chegou a ela, z")
    expect(near(dx, 10), "dx: à soma chega z, e ela o copia")
    expect(near(dy, 10), "dy: à soma chega z, e ela o copia para os dois lados")


@exercise(
    start="slope = ...  # a derivada de x * x em x = 7",
    solution="slope = 14",
    wrong={
        "slope = 7": "são dois",
        "slope = 49": "o valor da conta",
        "slope = (7, 7)": "são para o mesmo x",
        "slope = 2": "falta o x",
    },
)
def same_twice(slope):
    expect(not near(slope, 7), "esse é um bilhete; são dois, um por entrada, e ambos para x")
    expect(not near(slope, 49), "49 é o valor da conta; quanto ele muda por unidade de x?")
    expect(not near(slope, [7, 7]), "os dois bilhetes são para o mesmo x: junte-os num número só")
    expect(not near(slope, 2), "falta o x: 2x não é 2")
    expect(near(slope, 14), "cada entrada recebe o valor da outra, 7; o que chega a x se soma")


@exercise(
    start="""
        # A rede de ReLU, com x = 2, y = 1, w1 = 3, b1 = -7, w2 = 0.5, b2 = 0.5.
        dw1 = ...
        dw2 = ...
        db2 = ...
    """,
    solution="dw1, dw2, db2 = 0, 0, -0.5",
    wrong={
        "dw1, dw2, db2 = 2, 10, 2": "com b1 em -1",
        "dw1, dw2, db2 = 0, 0.5, -0.5": "depois da ReLU",
        "dw1, dw2, db2 = 0, -1, -0.5": "e não x",
        "dw1, dw2, db2 = -0.5, 0, -0.5": "a inclinação dela é 0",
        "dw1, dw2, db2 = 0, 0, 0": "ligada",
        "dw1, dw2, db2 = 0, 0, 0.5": "previsto menos certo",
    },
)
def dead_neuron(dw1, dw2, db2):
    expect(not near([dw1, dw2, db2], [2, 10, 2]), "esses são os da página, com b1 em -1; refaça a ida com -7")
    expect(not near(db2, 0.5), "db2: o sinal está trocado: o erro é previsto menos certo, 0.5 - 1")
    expect(not near(db2, 0), "db2: a segunda ReLU está ligada, porque z2 = 0.5, e por ela o erro passa")
    expect(near(db2, -0.5), "db2: a previsão agora é 0.5; o erro passa inteiro pela ReLU ligada e pela soma")
    expect(not near(dw2, 0.5), "dw2: o que entra no segundo neurônio é o1, que vem depois da ReLU, e não z1 = -1")
    expect(not near(dw2, -1), "dw2: o que multiplica é o que entrou no segundo neurônio, o1, e não x")
    expect(near(dw2, 0), "dw2: o erro vezes o1; quanto vale o1, se a ReLU desligou?")
    expect(not near(dw1, -0.5), "dw1: no caminho está a primeira ReLU, desligada: a inclinação dela é 0")
    expect(near(dw1, 0), "dw1: um dos fatores é a inclinação da ReLU em z1 = -1")


@exercise(
    given=OF_GATES,
    start="""
        def volta(x, y, z):
            soma, maior, produto = AddGate(), MaxGate(), MultiplyGate()
            produto.forward(soma.forward(x, y), maior.forward(y, z))
            da, db = produto.backward(1)
            dx, dy = soma.backward(da)
            dy, dz = maior.backward(db)  # conserte daqui para cima
            return dx, dy, dz


        print(*volta(1, 2, 0))  # 2, 5 e 0
    """,
    wrong={
        """
        def volta(x, y, z):
            soma, maior, produto = AddGate(), MaxGate(), MultiplyGate()
            produto.forward(soma.forward(x, y), maior.forward(y, z))
            da, db = produto.backward(1)
            dx, dy = soma.backward(da)
            dy, dz = maior.backward(db)
            return dx, dy, dz
        """: "só o bilhete do máximo",
        """
        def volta(x, y, z):
            soma, maior, produto = AddGate(), MaxGate(), MultiplyGate()
            produto.forward(soma.forward(x, y), maior.forward(y, z))
            da, db = produto.backward(1)
            dx, dy = soma.backward(da)
            return dx, dy, maior.backward(db)[1]
        """: "só o bilhete da soma",
        """
        def volta(x, y, z):
            soma, maior, produto = AddGate(), MaxGate(), MultiplyGate()
            produto.forward(soma.forward(x, y), maior.forward(y, z))
            da, db = produto.backward(1)
            dx, dy = soma.backward(da)
            other, dz = maior.backward(db)
            return dx, (dy + other) / 2, dz
        """: "e não a média",
        """
        def volta(x, y, z):
            soma, maior, produto = AddGate(), MaxGate(), MultiplyGate()
            produto.forward(soma.forward(x, y), maior.forward(y, z))
            da, db = produto.backward(1)
            dx, dy = soma.backward(db)
            other, dz = maior.backward(da)
            return dx, dy + other, dz
        """: "trocou os bilhetes",
        "def volta(x, y, z): return 2, 5, 0": "falha com outros números",
    },
)
def overwritten(volta):
    answer = volta(1, 2, 0)
    expect(answer is not None, "a função devolveu None: falta o return")
    expect(not near(answer, [2, 3, 0]), "em y ficou só o bilhete do máximo: ele cobriu o da soma")
    expect(not near(answer, [2, 2, 0]), "em y ficou só o bilhete da soma: falta o do máximo")
    expect(not near(answer, [2, 2.5, 0]), "os bilhetes se somam: y recebe a soma deles, e não a média")
    expect(not near(answer, [3, 5, 0]), "trocou os bilhetes: da vai para a porta da soma, e db, para a do máximo")
    expect(near(answer, [2, 5, 0]), "com 1, 2 e 0, os gradientes são 2, 5 e 0")
    expect(near(volta(2, 1, 4), [4, 4, 3]), "falha com outros números, como 2, 1 e 4, em que o maior é z")


@exercise(
    given=OF_GATES,
    start="""
        class SquaredErrorGate(Gate):
            ...


        porta = SquaredErrorGate()
        print(porta.forward(129.9, 88.2), porta.backward(1))  # 869.445 e (41.7, -41.7)
    """,
    solution="""
        class SquaredErrorGate(Gate):
            def compute(self, predicted, true):
                return (predicted - true) ** 2 / 2

            def local(self, i):
                predicted, true = self.inputs
                return true - predicted if i else predicted - true
    """,
    wrong={
        """
        class SquaredErrorGate(Gate):
            def compute(self, predicted, true):
                return (predicted - true) ** 2

            def local(self, i):
                predicted, true = self.inputs
                return 2 * (true - predicted) if i else 2 * (predicted - true)
        """: "falta o ½",
        """
        class SquaredErrorGate(Gate):
            def compute(self, predicted, true):
                return (predicted - true) ** 2 / 2

            def local(self, i):
                predicted, true = self.inputs
                return 2 * (true - predicted) if i else 2 * (predicted - true)
        """: "se cancelam",
        """
        class SquaredErrorGate(Gate):
            def compute(self, predicted, true):
                return (predicted - true) ** 2 / 2

            def local(self, i):
                predicted, true = self.inputs
                return predicted - true
        """: "à segunda entrada chega o oposto",
        """
        class SquaredErrorGate(Gate):
            def compute(self, predicted, true):
                return (predicted - true) ** 2 / 2

            def local(self, i):
                predicted, true = self.inputs
                return predicted - true if i else true - predicted
        """: "estão trocados",
        """
        class SquaredErrorGate(Gate):
            def compute(self, predicted, true):
                return (predicted - true) ** 2 / 2

            def backward(self, upstream):
                predicted, true = self.inputs
                return predicted - true, true - predicted
        """: "pelo que chega",
        """
        class SquaredErrorGate:
            def forward(self, predicted, true):
                return (predicted - true) ** 2 / 2
        """: "herda de Gate",
    },
)
def error_gate(SquaredErrorGate):
    expect(isinstance(SquaredErrorGate, type) and issubclass(SquaredErrorGate, Gate), "a porta herda de Gate")
    gate = SquaredErrorGate()
    value = gate.forward(5.0, 2.0)
    expect(value is not None, "compute devolveu None: falta o return")
    expect(not near(value, 9), "na conta falta o ½")
    expect(near(value, 4.5), "a conta é a metade de (previsto - certo) ao quadrado")
    g = gate.backward(1)
    expect(not near(g, [6, -6]), "na derivada, o ½ e o 2 que desce do quadrado se cancelam")
    expect(not near(g, [3, 3]), "se o certo aumenta, o erro diminui: à segunda entrada chega o oposto da primeira")
    expect(not near(g, [-3, 3]), "os sinais estão trocados: i = 0 é o previsto, de derivada previsto - certo")
    expect(near(g, [3, -3]), "com 5 e 2, as derivadas locais são 3 e -3")
    expect(near(gate.backward(10), [30, -30]), "falta multiplicar pelo que chega de trás; deixe backward com Gate")
    expect(near(gate.forward(1.0, 4.0), 4.5) and near(gate.backward(1), [-3, 3]), "falha quando o certo é o maior")
