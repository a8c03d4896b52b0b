"""Confere os exercícios de docs/gradients/graph.md."""

import math

from exercises.judging import exercise, expect, near
from reference.gradients.graph import Variable, gradients

VARIABLES = "from reference.gradients.graph import Variable, gradients"


@exercise(
    start="""
        sum_slope = ...  # o gradiente de x em x + x + x
        product_slope = ...  # o gradiente de x em x * x * x, com x = 2
    """,
    solution="sum_slope, product_slope = 3, 12",
    wrong={
        "sum_slope, product_slope = 1, 12": "por três linhas",
        "sum_slope, product_slope = 6, 12": "o valor da soma",
        "sum_slope, product_slope = 3, 8": "o valor do produto",
        "sum_slope, product_slope = 3, 4": "por uma linha só",
        "sum_slope, product_slope = 3, 6": "dos outros dois",
    },
)
def used_thrice(sum_slope, product_slope):
    expect(not near(sum_slope, 1), "sum_slope: 1 chega por cada linha, e de x se sai por três linhas")
    expect(not near(sum_slope, 6), "sum_slope: 6 é o valor da soma; quanto ela muda por unidade de x?")
    expect(near(sum_slope, 3), "sum_slope: a soma copia o gradiente; quantas cópias voltam a x?")
    expect(not near(product_slope, 8), "product_slope: 8 é o valor do produto; quanto ele muda por unidade de x?")
    expect(not near(product_slope, 4), "product_slope: 4 é o que chega por uma linha só; são três")
    expect(not near(product_slope, 6), "product_slope: cada x recebe o produto dos outros dois, 2 × 2, e não 2")
    expect(near(product_slope, 12), "product_slope: cada um dos três recebe o produto dos outros dois; some")


@exercise(
    start="""
        paths = ...  # quantos caminhos vão de x a y
        gates = ...  # quantas portas a volta visita
        slope = ...  # o gradiente de x
    """,
    solution="paths, gates, slope = 8, 3, 8",
    wrong={
        "paths, gates, slope = 6, 3, 8": "se multiplicam",
        "paths, gates, slope = 8, 8, 8": "visitada uma vez",
        "paths, gates, slope = 8, 4, 8": "é uma folha",
        "paths, gates, slope = 8, 3, 3": "por cada caminho",
        "paths, gates, slope = 8, 3, 2": "só até u",
    },
)
def storeys(paths, gates, slope):
    expect(not near(paths, 6), "paths: de cada caminho que chega a um andar saem dois; eles se multiplicam")
    expect(near(paths, 8), "paths: dois até u, o dobro até v, o dobro até y")
    expect(not near(gates, 8), "gates: cada porta é visitada uma vez, com o gradiente já somado")
    expect(not near(gates, 4), "gates: x está na ordem topológica, mas é uma folha: não saiu de porta nenhuma")
    expect(near(gates, 3), "gates: uma por sinal de +")
    expect(not near(slope, 3), "slope: não é uma unidade por porta: por cada caminho chega 1, e os caminhos são oito")
    expect(not near(slope, 2), "slope: 2 é quanto muda u, só até u; faltam dois andares")
    expect(near(slope, 8), "slope: y é quantas vezes x?")


@exercise(
    given=VARIABLES,
    start="""
        w = Variable(2.0)
        previsto = Variable((w * 3.0).value)  # conserte
        (previsto - 5.0).backward()
        print(w.grad)  # 3
    """,
    wrong={
        """
        w = Variable(2.0)
        previsto = Variable((w * 3.0).value)
        (previsto - 5.0).backward()
        """: "é uma folha",
        """
        w = Variable(2.0)
        previsto = Variable((w * 3.0).value)
        (previsto - 5.0).backward()
        w.grad = previsto.grad * 3.0
        """: "é uma folha",
        """
        w = Variable(2.0)
        previsto = w * 3.0
        """: "falta pedir a volta",
        """
        w = Variable(2.0)
        previsto = w * 3.0
        (previsto - 5.0).backward()
        (previsto - 5.0).backward()
        """: "duas vezes",
        """
        w = Variable(2.0)
        previsto = w.value * 3.0
        (Variable(previsto) - 5.0).backward()
        """: "é só um número",
        """
        w = Variable(2.0)
        previsto = (w * 3.0).detach()
        (previsto - 5.0).backward()
        """: "falhou na linha 5",
    },
)
def lost_path(w, previsto):
    expect(isinstance(w, Variable), "w tem de continuar a ser uma variável")
    expect(isinstance(previsto, Variable), "previsto é só um número, sem anotações: ponha w na conta, e não w.value")
    reached = gradients(previsto, [w])
    expect(not near(reached, [0]), "previsto é uma folha: dele não há caminho de volta até w")
    expect(near(reached, [3]), "previsto tem de ser w * 3.0")
    expect(w.grad is not None, "o caminho está certo, mas falta pedir a volta com backward")
    expect(not near(w.grad, 6), "a volta foi pedida duas vezes, e a folha somou")
    expect(near(w.grad, 3), "w.grad tem de ser o que a volta de previsto - 5.0 deixou nele")


@exercise(
    given="""
        from reference.gradients.functions import exp, log
        from reference.gradients.graph import Variable, gradients
    """,
    start="""
        def perda_de(a, b):
            ...


        a, b = Variable(0.0), Variable(0.0)
        print(gradients(perda_de(a, b), [a, b]))  # [-0.5, 0.5]
    """,
    wrong={
        "def perda_de(a, b): pass": "devolveu None",
        "def perda_de(a, b): return log(exp(a) / (exp(a) + exp(b)))": "o sinal de menos",
        "def perda_de(a, b): return -log(exp(a.value) / (exp(a.value) + exp(b.value)))": "saiu do grafo",
        "def perda_de(a, b): return -log(exp(b) / (exp(a) + exp(b)))": "o numerador",
        "def perda_de(a, b): return exp(a) / (exp(a) + exp(b))": "a probabilidade",
        "def perda_de(a, b): return -log(exp(a) / exp(a) + exp(b))": "parênteses",
        "def perda_de(a, b): return -log(a / (a + b + 1e-9))": "exponencial",
    },
)
def cross_entropy(perda_de):
    def loss(a, b):
        return math.log(math.exp(a) + math.exp(b)) - a

    a, b = Variable(1.0), Variable(3.0)
    answer = perda_de(a, b)
    expect(answer is not None, "a função devolveu None: falta o return")
    expect(isinstance(answer, Variable), "a conta saiu do grafo: devolveu um número, e não uma variável; evite .value")
    expect(not near(answer.value, -loss(1, 3)), "falta o sinal de menos: a perda é menos o logaritmo")
    expect(not near(answer.value, loss(3, 1)), "trocou a por b: o numerador é a exponencial de a")
    expect(not near(answer.value, math.exp(-loss(1, 3))), "essa é a probabilidade; a perda é menos o logaritmo dela")
    expect(not near(answer.value, -math.log(1 + math.exp(3))), "faltam parênteses na soma do denominador")
    expect(near(answer.value, loss(1, 3)), "com a = 1 e b = 3 a perda é 2.1269; olhe cada exponencial")
    probability = math.exp(-loss(1, 3))
    expect(near(gradients(answer, [a, b]), [probability - 1, 1 - probability]), "os gradientes não chegam a a e a b")


@exercise(
    given=VARIABLES,
    start="""
        def treinar(f, start, rate, steps):
            w = Variable(start)
            ...


        print(treinar(lambda w: (w - 4.0) ** 2, 0.0, 0.1, 25))  # 3.9849, mais ou menos
    """,
    wrong={
        "def treinar(f, start, rate, steps): pass": "devolveu None",
        """
        def treinar(f, start, rate, steps):
            w = Variable(start)
            for _ in range(steps):
                f(w).backward()
                w.value = w.value - rate * w.grad
            return w.value
        """: "acumula",
        """
        def treinar(f, start, rate, steps):
            w = Variable(start)
            for _ in range(steps):
                (g,) = gradients(f(w), [w])
                w.value = w.value + rate * g
            return w.value
        """: "subiu",
        """
        def treinar(f, start, rate, steps):
            w = Variable(start)
            (g,) = gradients(f(w), [w])
            for _ in range(steps):
                w.value = w.value - rate * g
            return w.value
        """: "a cada passo",
        """
        def treinar(f, start, rate, steps):
            w = Variable(start)
            for _ in range(steps):
                (g,) = gradients(f(w), [w])
                w.value = w.value - rate * g
            return w
        """: "devolveu a variável",
        "def treinar(f, start, rate, steps): return 3.9849": "falha com outra função",
    },
)
def training(treinar):
    def valley(w):
        return (w - 4.0) ** 2

    def piled(steps):
        w, total = 0.0, 0.0
        for _ in range(steps):
            total += 2 * (w - 4)
            w -= 0.1 * total
        return w

    answer = treinar(valley, 0.0, 0.1, 25)
    expect(answer is not None, "a função devolveu None: falta o return")
    expect(not isinstance(answer, Variable), "devolveu a variável; pediu-se o número que está nela, w.value")
    expect(not near(answer, piled(25)), "a folha acumula: da segunda volta em diante vêm junto os gradientes velhos")
    expect(not near(answer, 4 - 4 * 1.2**25), "subiu: o passo é contra o gradiente")
    expect(not near(answer, 20), "usou sempre o gradiente da partida: refaça a conta, e a volta, a cada passo")
    expect(near(answer, 4 - 4 * 0.8**25, 1e-3), "com (w - 4)², de 0, taxa 0.1 e 25 passos, chega-se a 3.9849")
    expect(near(treinar(lambda w: w * w * w, 1.0, 0.1, 2), 0.7 - 0.3 * 0.49), "falha com outra função, como w³ de 1")
