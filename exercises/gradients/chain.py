"""Confere os exercícios de docs/gradients/chain.md."""

from exercises.judging import exercise, expect, near

STEPS = """
    from reference.gradients.chain import chain

    dobro = (lambda x: 2 * x, lambda x: 2)
    quadrado = (lambda x: x * x, lambda x: 2 * x)
    mais_um = (lambda x: x + 1, lambda x: 1)
"""


@exercise(
    start="""
        # Com as etapas [quadrado, dobro] e x = 3.
        values = ...  # a lista que forward dá
        gradients = ...  # a lista que backward dá
    """,
    solution="values, gradients = [3, 9, 18], [12, 2, 1]",
    wrong={
        "values, gradients = [3, 6, 36], [24, 12, 1]": "a ordem das etapas",
        "values, gradients = [9, 18], [2, 1]": "o x também é um valor",
        "values, gradients = [3, 9, 18], [1, 2, 12]": "o primeiro é o do x",
        "values, gradients = [3, 9, 18], [36, 2, 1]": "no que entrou nela",
        "values, gradients = [3, 9, 18], [6, 2, 1]": "multiplica o que recebe",
    },
)
def other_order(values, gradients):
    expect(not near(values, [3, 6, 36]), "values: a ordem das etapas é outra: primeiro o quadrado, depois o dobro")
    expect(not near(values, [9, 18]), "values: o x também é um valor, o primeiro da lista")
    expect(near(values, [3, 9, 18]), "values: comece do 3, eleve ao quadrado, depois dobre")
    expect(not near(gradients, [1, 2, 12]), "gradients: a lista está ao contrário: o primeiro é o do x, o último, o 1")
    expect(not near(gradients, [36, 2, 1]), "gradients: a taxa do quadrado se mede no que entrou nela, 3, e não em 9")
    expect(not near(gradients, [6, 2, 1]), "gradients: 6 é a taxa do quadrado; na volta ela multiplica o que recebe, 2")
    expect(near(gradients, [12, 2, 1]), "gradients: parta do 1, no fim, e vá multiplicando pelas taxas até o começo")


@exercise(
    start="""
        # Quantas viagens pede o gradiente inteiro.
        forward_many = ...  # para a frente, com 1000 entradas e 1 saída
        backward_many = ...  # para trás, com 1000 entradas e 1 saída
        forward_one = ...  # para a frente, com 1 entrada e 1000 saídas
        backward_one = ...  # para trás, com 1 entrada e 1000 saídas
    """,
    solution="forward_many, backward_many, forward_one, backward_one = 1000, 1, 1, 1000",
    wrong={
        "forward_many, backward_many, forward_one, backward_one = 1, 1000, 1000, 1": "uma entrada por viagem",
        "forward_many, backward_many, forward_one, backward_one = 50000, 50, 50, 50000": "passa por todas as etapas",
        "forward_many, backward_many, forward_one, backward_one = 1000, 1000, 1, 1000": "já serve a todas as entradas",
        "forward_many, backward_many, forward_one, backward_one = 1000, 1, 1000, 1": "agora há mil saídas",
    },
)
def trips(forward_many, backward_many, forward_one, backward_one):
    answers = (forward_many, backward_many, forward_one, backward_one)
    expect(50 not in answers and 50000 not in answers, "uma viagem passa por todas as etapas; elas não se contam")
    expect(not near(forward_many, 1), "forward_many: para a frente se parte de uma entrada por viagem, e elas são mil")
    expect(near(forward_many, 1000), "forward_many: uma viagem por entrada")
    expect(not near(backward_many, 1000), "backward_many: a volta parte da saída, e já serve a todas as entradas")
    expect(near(backward_many, 1), "backward_many: uma viagem por saída")
    expect(not near([forward_one, backward_one], [1000, 1]), "forward_one, backward_one: agora há mil saídas; inverta")
    expect(near(forward_one, 1), "forward_one: uma viagem por entrada, e só há uma")
    expect(near(backward_one, 1000), "backward_one: uma viagem por saída, e agora são mil")


@exercise(
    given=STEPS,
    start="""
        def derivada_do_colega(x):
            return 2 * (x**2 + 1)  # conserte


        print(derivada_do_colega(3))  # 120
    """,
    wrong={
        "def derivada_do_colega(x): return 2 * (x**2 + 1)": "só a taxa de fora",
        "def derivada_do_colega(x): return 2 * (x**2 + 1) * x": "a de x² é 2x",
        "def derivada_do_colega(x): return 2 * (2 * x)": "e não na taxa dele",
        "def derivada_do_colega(x): return 2 * x * 2 * x": "ele trabalha em x² + 1",
        "def derivada_do_colega(x): return 2 * (x**2 + 1) + 2 * x": "se multiplicam",
        "def derivada_do_colega(x): return 120": "falha noutros pontos",
        "def derivada_do_colega(x): print(4 * x * (x**2 + 1))": "devolveu None",
    },
)
def colleague(derivada_do_colega):
    answer = derivada_do_colega(3)
    expect(answer is not None, "a função devolveu None: falta o return")
    expect(not near(answer, 20), "essa é só a taxa de fora; falta multiplicar pela de dentro, a de x² + 1")
    expect(not near(answer, 60), "a taxa de dentro não é x: a de x² é 2x")
    expect(not near(answer, 12), "o quadrado de fora se mede no que entrou nele, x² + 1, e não na taxa dele")
    expect(not near(answer, 36), "mediu o quadrado de fora em x; ele trabalha em x² + 1")
    expect(not near(answer, 26), "taxas de etapas em fila se multiplicam, e não se somam")
    expect(near(answer, 120), "em x = 3 são a taxa de fora, 20, vezes a de dentro, 6")
    expect(near([derivada_do_colega(x) for x in (0, 1, -2)], [0, 8, -40]), "falha noutros pontos: use x")


@exercise(
    given=STEPS,
    start="""
        inverso = ...  # um par: a função e a derivada dela

        print(chain(quadrado, mais_um, inverso)[1](1))  # -0.5
    """,
    wrong={
        "inverso = lambda x: 1 / x": "um par",
        "inverso = (lambda x: 1 / x, lambda x: 1 / x**2)": "diminui quando x aumenta",
        "inverso = (lambda x: 1 / x, lambda x: -1 / x)": "o expoente, que era -1, perde um",
        "inverso = (lambda x: 1 / x, lambda x: -2 * x / (x**2 + 1) ** 2)": "só sabe da sua conta",
        "inverso = (lambda x: 1 // x, lambda x: -1 / x**2)": "divisão inteira",
        "inverso = (lambda x: -1 / x**2, lambda x: 1 / x)": "a função vem antes",
    },
)
def inverse(inverso):
    expect(isinstance(inverso, (tuple, list)) and len(inverso) == 2, "a etapa é um par: (função, derivada)")
    function, derivative = inverso
    expect(not near(function(4), -1 / 16), "no par, a função vem antes, e a derivada, depois")
    expect(not near(function(4), 0), "1 // x é divisão inteira, e joga fora o que vem depois da vírgula: use /")
    expect(near(function(4), 1 / 4), "a função da etapa é 1 / x")
    expect(not near(derivative(4), 1 / 16), "falta o sinal: 1 / x diminui quando x aumenta")
    expect(not near(derivative(4), -1 / 4), "na derivada, o expoente, que era -1, perde um e vira -2")
    expect(not near(derivative(4), -8 / 289), "essa é a derivada da conta inteira; a etapa só sabe da sua conta, 1 / x")
    expect(near([derivative(x) for x in (4, 0.5, -2)], [-1 / 16, -4, -1 / 4]), "a derivada de 1 / x é -1 / x²")


@exercise(
    given=STEPS,
    start="""
        def forward_slope(steps, x):
            ...


        print(forward_slope([dobro, quadrado, mais_um], 3))  # 24
    """,
    solution="""
        def forward_slope(steps, x):
            slope = 1
            for function, derivative in steps:
                slope, x = slope * derivative(x), function(x)
            return slope
    """,
    wrong={
        "def forward_slope(steps, x): pass": "devolveu None",
        """
        def forward_slope(steps, x):
            slope = 1
            for function, derivative in steps:
                x = function(x)
                slope = slope * derivative(x)
            return slope
        """: "no que sai da etapa",
        """
        def forward_slope(steps, x):
            slope = 1
            for function, derivative in steps:
                slope = slope * derivative(x)
            return slope
        """: "todas no primeiro x",
        """
        def forward_slope(steps, x):
            slope = 0
            for function, derivative in steps:
                slope = slope + derivative(x)
                x = function(x)
            return slope
        """: "se multiplicam",
        """
        def forward_slope(steps, x):
            slope = 0
            for function, derivative in steps:
                slope = slope * derivative(x)
                x = function(x)
            return slope
        """: "comece do 1",
        """
        def forward_slope(steps, x):
            for function, derivative in steps:
                slope = derivative(x)
                x = function(x)
            return slope
        """: "só a taxa da última etapa",
        "def forward_slope(steps, x): return 24": "falha com outras etapas",
    },
)
def forward_mode(forward_slope):
    double, square = (lambda x: 2 * x, lambda x: 2), (lambda x: x * x, lambda x: 2 * x)
    plus_one = (lambda x: x + 1, lambda x: 1)
    answer = forward_slope([double, square, plus_one], 3)
    expect(answer is not None, "a função devolveu None: falta o return")
    expect(not near(answer, 144), "mediu cada taxa no que sai da etapa; mude o valor só depois de medir")
    expect(not near(answer, 12), "mediu as taxas todas no primeiro x; o valor também tem de andar de etapa em etapa")
    expect(not near(answer, 15), "somou as taxas; as de etapas em fila se multiplicam")
    expect(not near(answer, 0), "zero vezes qualquer taxa é zero: comece do 1")
    expect(not near(answer, 1), "ficou só a taxa da última etapa: multiplique-a pelas de antes")
    expect(near(answer, 24), "as taxas de dobrar, elevar ao quadrado e somar 1, a partir de 3, são 2, 12 e 1")
    expect(near(forward_slope([square, square, double], 2), 64), "falha com outras etapas, como 2 (x²)² em 2")
    expect(near(forward_slope([], 5), 1), "sem etapa nenhuma, y é o próprio x, e a taxa é 1")
