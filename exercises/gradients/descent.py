"""Confere os exercícios de docs/gradients/descent.md."""

import reference as np
from exercises.judging import exercise, expect, near


@exercise(
    start="""
        path = ...  # onde se está depois de cada um dos três primeiros passos, como [7, 6, 5]
        limit = ...  # a menor taxa com que a descida já não converge
    """,
    solution="path, limit = [4, 2, 1], 1",
    wrong={
        "path, limit = [4, 0, -4], 1": "o gradiente de antes",
        "path, limit = [6, 4.5, 3.375], 1": "a derivada de x² é 2x",
        "path, limit = [12, 18, 27], 1": "subiu",
        "path, limit = [8, 4, 2], 1": "a partida",
        "path, limit = [4, 2, 1], 0.5": "com 0,5 chega-se ao fundo",
        "path, limit = [4, 2, 1], 2": "com 2 o fator é -3",
    },
)
def parabola(path, limit):
    expect(not near(path, [4, 0, -4]), "path: usou o gradiente de antes: em 4 a derivada já é 8, e não 16")
    expect(not near(path, [6, 4.5, 3.375]), "path: a derivada de x² é 2x; com x só, os passos saem pela metade")
    expect(not near(path, [12, 18, 27]), "path: subiu: para descer anda-se contra o gradiente")
    expect(not near(path, [8, 4, 2]) and not near(path, [8, 4, 2, 1]), "path: 8 é a partida; comece de onde se chega")
    expect(near(path, [4, 2, 1]), "path: cada passo tira de x a taxa vezes a derivada dali, 0.25 × 2x")
    expect(not near(limit, 0.5), "limit: com 0,5 chega-se ao fundo num passo só; acima disso passa-se dele e volta-se")
    expect(not near(limit, 2), "limit: com 2 o fator é -3, e cada pulo triplica; o limite vem antes")
    expect(near(limit, 1), "limit: o fator é 1 - 2α; a descida deixa de convergir quando ele chega a -1")


@exercise(
    start="""
        slope = ...  # a derivada em relação a w, sem o ½
        rate = ...  # a taxa que dá os mesmos passos que 0.00005 dava com o ½
    """,
    solution="slope, rate = 14761.8, 0.000025",
    wrong={
        "slope, rate = 7380.9, 0.000025": "o 2 que desce do quadrado",
        "slope, rate = 14761.8, 0.0001": "dobrou",
        "slope, rate = 14761.8, 0.00005": "o dobro do tamanho",
        "slope, rate = -14761.8, 0.000025": "previsto menos real",
        "slope, rate = 83.4, 0.000025": "em relação a b",
    },
)
def no_half(slope, rate):
    expect(not near(slope, 7380.9, 1e-4), "slope: isso é com o ½; sem ele, o 2 que desce do quadrado fica")
    expect(not near(slope, -14761.8, 1e-4), "slope: o sinal está trocado: o erro é previsto menos real")
    expect(not near(slope, 83.4, 1e-4), "slope: isso é em relação a b; a de w leva ainda a altura")
    expect(near(slope, 14761.8, 1e-4), "slope: duas vezes o erro, 41.7, vezes a altura, 177")
    expect(not near(rate, 0.0001), "rate: dobrou, e o gradiente também: os passos ficariam quatro vezes maiores")
    expect(not near(rate, 0.00005), "rate: com a mesma taxa e o gradiente dobrado, os passos têm o dobro do tamanho")
    expect(near(rate, 0.000025), "rate: taxa vezes gradiente tem de dar o mesmo; se ele dobrou, ela…")


@exercise(
    start="""
        limit = ...  # a taxa a partir da qual o treino explode, com a altura de 1.77 m
        times = ...  # quantas vezes isso é o limite com 177 cm
    """,
    solution="""
        limit = 2 / (1.77**2 + 1)
        times = limit / (2 / (177**2 + 1))
    """,
    wrong={
        "limit, times = 2 / 1.77**2, 10000": "o 1 é o do viés",
        "limit, times = 1 / (1.77**2 + 1), 7580.5": "acerta de primeira",
        "limit, times = 2 / (1.77 + 1), 7580.5": "ao quadrado",
        "limit, times = 2 / (177**2 + 1), 7580.5": "em centímetros",
        "limit, times = 2 / (1.77**2 + 1), 100": "a altura encolhe 100 vezes",
        "limit, times = 2 / (1.77**2 + 1), 10000": "o 1 não encolheu",
    },
)
def units(limit, times):
    expect(not near(limit, 2 / 1.77**2, 1e-3), "limit: falta um pedaço do fator, x² + 1: o 1 é o do viés")
    expect(not near(limit, 1 / (1.77**2 + 1), 1e-3), "limit: com essa taxa o fator é 0, e acerta de primeira")
    expect(not near(limit, 2 / 2.77, 1e-3), "limit: a altura entra ao quadrado")
    expect(not near(limit, 2 / (177**2 + 1), 1e-6), "limit: isso é em centímetros; troque 177 por 1.77")
    expect(near(limit, 2 / (1.77**2 + 1), 2e-3), "limit: o fator é 1 - α (x² + 1), e o limite é onde ele chega a -1")
    expect(not near(times, 100, 1e-2), "times: a altura encolhe 100 vezes, mas entra ao quadrado")
    expect(not near(times, 10000, 1e-2), "times: a altura ao quadrado encolheu 10 mil vezes, mas o 1 não encolheu")
    expect(near(times, (177**2 + 1) / (1.77**2 + 1), 2e-2), "times: divida um limite pelo outro")


@exercise(
    given="from reference.gradients.descent import gradient_descent",
    start="""
        left = ...  # aonde chega quem parte de -2
        right = ...  # aonde chega quem parte de 2
        deepest = ...  # qual dos dois é o mais fundo: left ou right?
    """,
    solution="""
        left, right = (gradient_descent(lambda w: 4 * w**3 - 8 * w + 1, w, 0.01, 1000)[-1] for w in (-2.0, 2.0))
        deepest = left
    """,
    wrong={
        """
        left, right = (gradient_descent(lambda w: 4 * w**3 - 8 * w, w, 0.01, 1000)[-1] for w in (-2.0, 2.0))
        deepest = left
        """: "a derivada de w",
        """
        left, right = (gradient_descent(lambda w: 4 * w**3 - 8 * w + 1, w, 0.01, 1000) for w in (-2.0, 2.0))
        deepest = left
        """: "o caminho inteiro",
        "left, right, deepest = -1.473, -1.473, -1.473": "não atravessa o morro",
        "left, right, deepest = -1.473, 1.347, 1.347": "a função, e não o w",
        "left, right, deepest = 1.347, -1.473, -1.473": "trocados",
        "left, right, deepest = -1.473, 1.347, -5.444": "o lugar, e não a altura",
        """
        left, right = (gradient_descent(lambda w: 4 * w**3 - 8 * w + 1, w, 0.01, 10)[-1] for w in (-2.0, 2.0))
        deepest = left
        """: "ainda não chegou",
    },
)
def two_valleys(left, right, deepest):
    expect(np.shape(left) == np.shape(right) == (), "isso é o caminho inteiro; o lugar aonde se chega é o último, [-1]")
    expect(not near(left, -(2**0.5), 1e-3), "na derivada falta o 1: a derivada de w")
    expect(not (near(left, 1.347, 2e-3) and near(right, -1.473, 2e-3)), "left e right estão trocados")
    expect(not near(right, -1.473, 2e-3), "right: quem parte de 2 não atravessa o morro: desce para o vale de cá")
    expect(near(left, -1.473, 2e-3), "left: ainda não chegou, ou a derivada é outra; são mil passos de 4w³ - 8w + 1")
    expect(near(right, 1.347, 2e-3), "right: ainda não chegou, ou a derivada é outra; são mil passos de 4w³ - 8w + 1")
    expect(not near(deepest, -5.444, 2e-3), "deepest: essa é a altura do vale; pediu-se o lugar, e não a altura")
    expect(not near(deepest, right), "deepest: compare os valores da função, e não o w: qual dos dois é menor?")
    expect(near(deepest, left) or near(deepest, -1.473, 2e-3), "deepest: responda left ou right")


@exercise(
    given="""
        import reference as np
        from reference.gradients.gradient import gradient


        def vale(p):
            return p[0] * p[0] + 2 * p[1] * p[1]
    """,
    start="""
        def descer(f, start, rate, steps):
            ...


        print(descer(vale, np.array([2.0, 1.0]), 0.1, 20))  # [0.0231, 0], mais ou menos
    """,
    wrong={
        "def descer(f, start, rate, steps): pass": "devolveu None",
        """
        def descer(f, start, rate, steps):
            x, g = start, gradient(f, start)
            for _ in range(steps):
                x = x - rate * g
            return x
        """: "o gradiente da partida",
        """
        def descer(f, start, rate, steps):
            x = start
            for _ in range(steps):
                x = x + rate * gradient(f, x)
            return x
        """: "subiu",
        """
        def descer(f, start, rate, steps):
            x = start
            for _ in range(steps):
                x -= rate * gradient(f, x)
            return x
        """: "mudou o ponto de partida",
        """
        def descer(f, start, rate, steps):
            x = start
            for _ in range(1, steps):
                x = x - rate * gradient(f, x)
            return x
        """: "um passo a menos",
        """
        def descer(f, start, rate, steps):
            path = [start]
            for _ in range(steps):
                path.append(path[-1] - rate * gradient(f, path[-1]))
            return path
        """: "só o ponto final",
        "def descer(f, start, rate, steps): return np.array([0.0231, 0.0])": "falha com outra função",
        """
        def descer(f, start, rate, steps):
            x = start
            for _ in range(steps):
                x = x - rate * gradient(f, x)
                return x
        """: "dentro do laço",
    },
)
def walk(descer):
    def valley(p):
        return p[0] * p[0] + 2 * p[1] * p[1]

    def after(steps):
        return np.array([2 * 0.8**steps, 0.6**steps])

    start = np.array([2.0, 1.0])
    answer = descer(valley, start, 0.1, 20)
    expect(answer is not None, "a função devolveu None: falta o return")
    expect(near(start, [2, 1]), "a função mudou o ponto de partida: x -= mexe no próprio start; faça x = x - …")
    expect(np.shape(answer) == (2,), "devolva só o ponto final, e não o caminho")
    expect(not near(answer, [-6, -7], 1e-4), "usou em todos os passos o gradiente da partida: meça-o dentro do laço")
    expect(not near(answer, [2 * 1.2**20, 1.4**20], 1e-4), "subiu: o passo é contra o gradiente")
    expect(not near(answer, after(1), 1e-4), "deu um passo só: o return está dentro do laço")
    expect(not near(answer, after(19), 1e-4), "deu um passo a menos: são steps passos")
    expect(near(answer, after(20), 1e-4), "em vinte passos o vale da página leva a [0.0231, 0]")
    bowl = descer(lambda p: (p[0] - 3) * (p[0] - 3) + p[2] * p[2], np.array([1.0, 5.0, -2.0]), 0.5, 3)
    expect(near(bowl, [3, 5, 0], 1e-4), "falha com outra função, como (x - 3)² + z² de (1, 5, -2)")
