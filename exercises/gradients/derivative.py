"""Confere os exercícios de docs/gradients/derivative.md."""

from exercises.judging import exercise, expect, near


@exercise(
    start="""
        above = ...  # quanto a função vale, mais ou menos, em 4.1
        below = ...  # e em 3.9
        far = ...  # e em 40; None, se não dá para dizer
    """,
    solution="above, below, far = 9.7, 10.3, None",
    wrong={
        "above, below, far = 10.3, 9.7, None": "quando x aumenta, ela diminui",
        "above, below, far = 7, 13, None": "andou-se 0.1",
        "above, below, far = 9.7, 9.7, None": "para a esquerda, ela aumenta",
        "above, below, far = 9.7, 10.3, -98": "só vale perto do ponto",
        """
        above = 9,7
        below = 10,3
        far = None
        """: "é um ponto",
    },
)
def tangent(above, below, far):
    expect(not isinstance(above, tuple), "a vírgula faz uma tupla: em Python, o que separa os decimais é um ponto")
    expect(not near(above, 7), "above: -3 é a mudança por unidade, e andou-se 0.1")
    expect(not near(above, 10.3, 1e-6), "above: a derivada é negativa: quando x aumenta, ela diminui")
    expect(near(above, 9.7, 1e-6), "above: some a 10 a derivada vezes o quanto se andou")
    expect(not near(below, 9.7, 1e-6), "below: quem diminui para a direita, visto para a esquerda, ela aumenta")
    expect(near(below, 10.3, 1e-6), "below: de 4 a 3.9 anda-se -0.1; multiplique pela derivada e some a 10")
    expect(far is None, "far: a reta só vale perto do ponto, e 40 está longe: responda None")


@exercise(
    start="""
        # A diferença central de f(x) = -x² em -4.
        slope = ...  # com passos de 1 para cada lado
        wide = ...  # com passos de 3 para cada lado
    """,
    solution="slope, wide = 8, 8",
    wrong={
        "slope, wide = 16, 48": "divida pelo caminho",
        "slope, wide = -8, -8": "o quadrado vem antes do sinal",
        "slope, wide = 7, 5": "um lado só",
        "slope, wide = 8, 24": "com passos de 3, de um vizinho ao outro são 6",
    },
)
def slope_of_a_hill(slope, wide):
    expect(not near(slope, 16), "slope: 16 é o quanto a função mudou; divida pelo caminho de um vizinho ao outro")
    expect(not near(slope, -8), "slope: -x² em -3 é -9, e em -5 é -25: o quadrado vem antes do sinal")
    expect(not near(slope, 7) and not near(slope, 9), "slope: isso é de um lado só; vá de -5 a -3, sem parar em -4")
    expect(near(slope, 8), "slope: f(-3) menos f(-5), dividido por 2")
    expect(not near(wide, 24) and not near(wide, 16), "wide: com passos de 3, de um vizinho ao outro são 6")
    expect(near(wide, 8), "wide: f(-1) menos f(-7), dividido por 6")


@exercise(
    start="""
        def apressada(f, x, h=1e-6):
            return (f(x + h) - f(x - h)) / (2 * h)  # conserte


        print(apressada(lambda x: 3 * x, 1e12))  # 3, mais ou menos
    """,
    solution="""
        def apressada(f, x, h=1e-6):
            h = h * max(1.0, abs(x))
            return (f(x + h) - f(x - h)) / (2 * h)
    """,
    wrong={
        "def apressada(f, x, h=1e-6): return (f(x + h) - f(x - h)) / (2 * h)": "um passo de 0,000001 não tem aonde ir",
        "def apressada(f, x, h=1e-6): return (f(x + h * x) - f(x - h * x)) / (2 * h * x)": "em x = 0 o passo some",
        "def apressada(f, x, h=1.0): return (f(x + h) - f(x - h)) / (2 * h)": "a curva deixa de parecer reta",
        """
        def apressada(f, x, h=1e-6):
            h = h * max(1.0, x)
            return (f(x + h) - f(x - h)) / (2 * h)
        """: "também pode ser enorme",
        """
        def apressada(f, x, h=1e-6):
            h = h * max(1.0, abs(x))
            return (f(x + h) - f(x)) / h
        """: "um lado só",
        """
        def apressada(f, x, h=1e-6):
            step = h * max(1.0, abs(x))
            return (f(x + step) - f(x - step)) / (2 * h)
        """: "divida pelo que de fato se andou",
    },
)
def hasty(apressada):
    def slope(x):
        try:
            return apressada(lambda x: 3 * x, x)
        except ZeroDivisionError:
            return 0.0

    def cube(x):
        return x * x * x

    expect(slope(2.0) is not None, "a função devolveu None: falta o return")
    expect(not near(slope(1e12), 0.0), "perto de 1e12 um passo de 0,000001 não tem aonde ir: x mais ele ainda é x")
    expect(not near(slope(0.0), 0.0), "em x = 0 o passo some: não o deixe ficar menor que h")
    expect(not near(slope(-1e12), 0.0), "um x negativo também pode ser enorme: quem conta é o módulo dele")
    expect(near(slope(1e12), 3, 1e-3), "em 1e12 a inclinação de 3x não deu 3: divida pelo que de fato se andou")
    error = abs(apressada(cube, 2.0) - 12)
    expect(not error > 0.5, "em x³ errou por muito: com um passo tão grande, a curva deixa de parecer reta")
    expect(not error > 1e-6, "em x³ perdeu algarismos: andou para um lado só, ou com um passo grande demais")
    expect(all(near(slope(x), 3, 1e-3) for x in (-1e12, -5.0, 0.0, 2.0)), "a inclinação de 3x tem de ser 3 em todo x")


@exercise(
    start="""
        def smallest_step(x):
            step = 1.0
            ...


        print(smallest_step(1.0), 2.0**-52)  # iguais
    """,
    wrong={
        "def smallest_step(x): return 2.0**-52": "depende do tamanho de x",
        "def smallest_step(x): pass": "devolveu None",
        """
        def smallest_step(x):
            step = 1.0
            while x + step != x:
                step = step / 2
            return step
        """: "passou um do ponto",
        """
        def smallest_step(x):
            step = 1.0
            while x + step / 2 - x > 1e-9:
                step = step / 2
            return step
        """: "compare sem folga",
        """
        def smallest_step(x):
            step = 1.0
            while x + step / 10 != x:
                step = step / 10
            return step
        """: "de 2 em 2",
    },
)
def last_digit(smallest_step):
    answers = [smallest_step(x) for x in (1.0, 2.0, 1000.0)]
    expect(answers[0] is not None, "a função devolveu None: falta o return")
    expect(set(answers) != {2.0**-52}, "esse é o de 1; o tamanho do último algarismo depende do tamanho de x")
    for x, step in zip((1.0, 2.0, 1000.0), answers):
        expect(x + step != x, f"em {x} o passo devolvido já não muda x: o laço passou um do ponto")
        expect(x + step / 64 == x, f"em {x} ainda dava para dividir bem mais: compare sem folga, com !=")
        expect(x + step / 2 == x and step in (2.0**-52, 2.0**-51, 2.0**-43), "parta de 1 e divida de 2 em 2")
    expect(smallest_step(1e12) == 2.0**-13, "falha em x = 1e12")


@exercise(
    given="from reference.gradients.derivative import derivative",
    start="""
        def f(x):
            return x * x * x


        def second_derivative(f, x):
            ...


        print(second_derivative(f, -1.0))  # -6, mais ou menos
    """,
    solution="""
        def second_derivative(f, x):
            return derivative(lambda x: derivative(f, x), x)
    """,
    wrong={
        "def second_derivative(f, x): return derivative(f, x)": "a primeira derivada",
        "def second_derivative(f, x): return derivative(f, x) ** 2": "o quadrado da inclinação",
        "def second_derivative(f, x): return derivative(f, derivative(f, x))": "noutro ponto",
        "def second_derivative(f, x): return 12.0": "não serve só para x³ em 2",
        "def second_derivative(f, x): derivative(lambda x: derivative(f, x), x)": "devolveu None",
    },
)
def slope_of_the_slope(second_derivative):
    def cube(x):
        return x * x * x

    answer = second_derivative(cube, -1.0)
    expect(answer is not None, "a função devolveu None: falta o return")
    expect(not near(answer, 3, 1e-3), "isso é a primeira derivada: meça quanto ela muda, derivando-a também")
    expect(not near(answer, 9, 1e-3), "isso é o quadrado da inclinação, e não a inclinação dela")
    expect(not near(answer, 27, 1e-3), "isso é a inclinação de f noutro ponto; quem se deriva agora é a inclinação")
    expect(not near(answer, 12), "a função não serve só para x³ em 2: use f e x")
    expect(near(answer, -6, 1e-3), "a segunda derivada de x³ em -1 é -6")
    expect(near(second_derivative(cube, 2.0), 12, 1e-3), "a segunda derivada de x³ em 2 é 12")
    expect(near(second_derivative(lambda x: 5 * x * x, 3.0), 10, 1e-3), "a segunda derivada de 5x² é 10 em todo x")
