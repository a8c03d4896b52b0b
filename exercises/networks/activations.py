"""Confere os exercícios de docs/networks/activations.md."""

import math

import reference as np
from exercises.judging import exercise, expect, near
from reference.networks.activations import relu, sigmoid


@exercise(
    start="""
        slope = ...  # a derivada da sigmoide onde ela respondeu 0,9
        convinced = ...  # e onde ela respondeu 0,999
    """,
    solution="slope, convinced = 0.9 * 0.1, 0.999 * 0.001",
    wrong={
        "slope, convinced = 0.19, 0.001999": "essa é a da tanh",
        "slope, convinced = 0.1, 0.001": "falta multiplicar",
        "slope, convinced = 0.205500, 0.196756": "0,9 já é a saída",
        "slope, convinced = 0.25, 0.25": "só no meio",
        "slope, convinced = 0.09, 0.0": "zero é pouco demais",
    },
)
def slopes(slope, convinced):
    expect(not near(slope, 0.19), "slope: 1 − y² é a derivada, sim, mas essa é a da tanh")
    expect(not near(slope, 0.1), "slope: 1 − y é um dos fatores; falta multiplicar pelo outro")
    expect(not near(slope, 0.2055, 1e-4), "slope: 0,9 já é a saída; não a passe de novo pela sigmoide")
    expect(not near(slope, 0.25), "slope: ¼ é o máximo, só no meio, onde a resposta é ½")
    expect(near(slope, 0.09), "slope: a derivada é y vezes o que falta de y para 1")
    expect(not near(convinced, 0), "convinced: zero é pouco demais: falta 0,001 para 1")
    expect(near(convinced, 0.001, 2e-6), "convinced: a mesma conta, com y = 0,999")


@exercise(
    given="from reference.networks.activations import sigmoid",
    start="""
        def sigmoid_slope(x):
            y = sigmoid(x)
            return y * (1 - y)  # conserte: em x = 40 dá zero


        print(sigmoid_slope(40.0))  # 4.25e-18, ou quase
    """,
    wrong={
        "def sigmoid_slope(x): return sigmoid(x) * (1 - sigmoid(x))": "em x = 40 a derivada ainda é zero",
        "def sigmoid_slope(x): return sigmoid(-x)": "falta o outro fator",
        "def sigmoid_slope(x): return sigmoid(x) * (1 - sigmoid(-x))": "é o próprio σ(x)",
        "def sigmoid_slope(x): return sigmoid(-x) if x == 40 else sigmoid(x) * (1 - sigmoid(x))": "em x = 50",
    },
)
def exact_slope(sigmoid_slope):
    expect(sigmoid_slope(40.0) != 0, "em x = 40 a derivada ainda é zero: o 1 − y perdeu tudo")
    expect(not near(sigmoid_slope(0.0), 0.5), "em x = 0 deu ½, e a derivada ali é ¼: falta o outro fator")
    expect(not near(sigmoid_slope(2.0), sigmoid(2.0) ** 2), "1 − σ(−x) é o próprio σ(x), e o produto virou σ(x)²")
    for x in (0.0, 2.0, -2.0, 40.0, 50.0, -50.0, 700.0):
        right = sigmoid(x) * sigmoid(-x)
        expect(near(sigmoid_slope(x) / right, 1), f"em x = {x:g} devia dar {right:.3g}")


@exercise(
    given="import math",
    start="""
        def stable_tanh(x):  # conserte: em 710 estoura
            return (math.exp(x) - math.exp(-x)) / (math.exp(x) + math.exp(-x))


        print(stable_tanh(0.5), stable_tanh(710.0), stable_tanh(-710.0))
    """,
    wrong={
        "def stable_tanh(x): return (math.exp(x) - math.exp(-x)) / (math.exp(x) + math.exp(-x))": "OverflowError",
        "def stable_tanh(x): return math.tanh(x)": "só com math.exp",
        """
        def stable_tanh(x):
            t = math.exp(-2 * abs(x))
            return (1 - t) / (1 + t)
        """: "perdeu o sinal",
        """
        def stable_tanh(x):
            t = math.exp(-abs(x))
            return math.copysign((1 - t) / (1 + t), x)
        """: "a tanh da metade de x",
        "def stable_tanh(x): return max(-1.0, min(1.0, x))": "a tanh rígida",
    },
)
def stable(stable_tanh):
    names = getattr(getattr(stable_tanh, "__code__", None), "co_names", ())
    expect("tanh" not in names, "a ideia é escrevê-la só com math.exp")
    expect(not near(stable_tanh(-2.0), math.tanh(2.0)), "perdeu o sinal: a tanh de um negativo é negativa")
    expect(not near(stable_tanh(2.0), math.tanh(1.0)), "isso é a tanh da metade de x: na exponencial há um 2")
    expect(not near(stable_tanh(0.5), 0.5), "isso é a tanh rígida, uma reta no meio; a tanh é curva")
    for x in (0.0, 0.5, -0.5, 3.0, -20.0, 710.0, -710.0, 1e6):
        expect(near(stable_tanh(x), math.tanh(x)), f"em x = {x:g} devia dar {math.tanh(x):.6g}")


@exercise(
    given="""
        import reference as np
        from reference.gradients.gradient import check_gradient
        from reference.networks.activations import sigmoid
    """,
    start="""
        def silu(x):
            ...


        def silu_slope(x, y):
            ...  # x é a entrada, y é silu(x)


        print(silu(2.0), silu_slope(2.0, silu(2.0)))  # 1.7616 e 1.0908, ou quase
    """,
    wrong={
        "def silu(x): return sigmoid(x)\ndef silu_slope(x, y): return 1": "falta a nota",
        """
        def silu(x): return x * sigmoid(x)
        def silu_slope(x, y): return sigmoid(x)
        """: "a segunda parcela",
        """
        def silu(x): return x * sigmoid(x)
        def silu_slope(x, y): return y * (1 - y)
        """: "essa é a derivada da sigmoide",
        """
        def silu(x): return x * sigmoid(x)
        def silu_slope(x, y): return sigmoid(x) * (1 - sigmoid(x))
        """: "não é o produto das derivadas",
        """
        def silu(x): return x * sigmoid(x)
        def silu_slope(x, y): return sigmoid(x) + x * (1 - sigmoid(x))
        """: "falta um σ",
    },
)
def sigmoid_unit(silu, silu_slope):
    expect(not near(silu(2.0), sigmoid(2.0)), "silu: falta a nota: é x vezes σ(x)")
    for x in (-3.0, -1.0, 0.0, 2.0):
        s, y = sigmoid(x), x * sigmoid(x)
        slope = silu_slope(x, y)
        expect(near(silu(x), y), f"silu: em x = {x:g} devia dar {y:.4f}")
        expect(not near(slope, y * (1 - y)), "silu_slope: essa é a derivada da sigmoide, com o y da SiLU dentro")
        expect(x == 0 or not near(slope, s), "silu_slope: falta a segunda parcela da regra do produto")
        expect(not near(slope, s * (1 - s)), "silu_slope: a derivada de um produto não é o produto das derivadas")
        expect(x == 0 or not near(slope, s + x * (1 - s)), "silu_slope: na segunda parcela falta um σ: use o y")
        expect(near(slope, s + y * (1 - s)), f"silu_slope: em x = {x:g} devia dar {s + y * (1 - s):.4f}")


@exercise(
    given="import reference as np\nfrom reference.networks.activations import relu",
    start="""
        def network(cases, f):
            ...


        cases = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
        print(network(cases, relu))  # [0 1 1 0]
        print(network(cases, lambda x: x))
    """,
    wrong={
        "def network(cases, f): return np.array([0, 1, 1, 0])": "não olha para o lote",
        """
        def network(cases, f):
            return cases @ np.array([1, 1]) - 2 * f(cases @ np.array([1, 1]) - 1) + 0 * f(0)
        """: "os dois ocultos passam pela curva",
        """
        def network(cases, f):
            return (cases @ np.array([[1, 1], [1, 1]]) + np.array([0, -1])) @ np.array([1, -2])
        """: "ninguém passou pela curva",
        """
        def network(cases, f):
            return f(cases @ np.array([[1, 1], [1, 1]]) + np.array([0, -1])) @ np.array([1, -1])
        """: "isso é o “ou”",
        """
        def network(cases, f):
            return f(cases @ np.array([[1, 1], [1, 1]]) + np.array([-1, 0])) @ np.array([1, -2])
        """: "trocados",
        """
        def network(cases, f):
            return f(f(cases @ np.array([[1, 1], [1, 1]]) + np.array([0, -1])) @ np.array([1, -2]))
        """: "a saída não tem curva",
    },
)
def exclusive_or(network):
    cases = np.array([[1, 1], [1, 0], [0, 0], [0, 1], [1, 1]])
    answer = network(cases, relu)
    expect(answer is not None, "a função devolveu None: falta o return")
    expect(np.shape(answer) == (5,), "a função não olha para o lote: de cinco casos saem cinco respostas")
    expect(not near(answer, [0, 1, 2, 1, 0]), "ninguém passou pela curva: aplique f aos dois ocultos")
    expect(not near(answer, [1, 1, 0, 1, 1]), "isso é o “ou”: o segundo oculto pesa −2")
    expect(not near(answer, [-3, -2, 0, -2, -3]), "os vieses estão trocados: o primeiro oculto tem 0, e o segundo, −1")
    expect(near(answer, [0, 1, 0, 1, 0]), "a resposta é 1 quando a e b são diferentes, e só então")
    doubled, ones = network(cases, lambda x: 2 * x), np.array([2, 1, 0, 1, 2])
    expect(not near(doubled, 8 - 4 * ones), "a saída não tem curva: f é só dos ocultos")
    expect(not near(doubled, 4 - 3 * ones), "os dois ocultos passam pela curva, e não um só")
    expect(near(doubled, 4 - 2 * ones), "com outra curva no lugar da ReLU, falha")
