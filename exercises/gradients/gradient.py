"""Confere os exercícios de docs/gradients/gradient.md."""

import reference as np
from exercises.judging import exercise, expect, near


@exercise(
    start="""
        g = ...  # o gradiente de x * y em (3, 5)
        still = ...  # uma direção, como (1, 2), em que dali a função não muda
    """,
    solution="g, still = (5, 3), (3, -5)",
    wrong={
        "g, still = (3, 5), (5, -3)": "recebe o valor do outro",
        "g, still = 15, (3, -5)": "um número por elemento",
        "g, still = (5, 3), (5, 3)": "mais se sobe",
        "g, still = (5, 3), (-5, -3)": "mais se desce",
        "g, still = (5, 3), (0, 0)": "não é direção",
        "g, still = (5, 3), (-5, 3)": "dá -16",
    },
)
def product(g, still):
    expect(np.shape(g) == (2,), "g: o gradiente tem a forma do ponto: um número por elemento")
    expect(not near(g, [3, 5]), "g: com y parado em 5, x * y muda 5 por unidade de x: cada um recebe o valor do outro")
    expect(near(g, [5, 3]), "g: pergunte de um por vez: quanto muda x * y por unidade de x? e por unidade de y?")
    expect(np.shape(still) == (2,), "still: uma direção tem dois números, um por elemento do ponto")
    x, y = still
    expect(x or y, "still: (0, 0) não é direção, é ficar parado")
    expect(x * 3 != y * 5 or x < 0, "still: a direção do gradiente é aquela em que mais se sobe")
    expect(x * 3 != y * 5, "still: contra o gradiente é por onde mais se desce")
    slope = 5 * x + 3 * y
    expect(near(slope, 0), f"still: o produto dela com o gradiente tem de dar zero, e dá {slope:g}")


@exercise(
    start="""
        # O gradiente da perda, com x = (1, 2), W a identidade e o alvo em (0, 2).
        g = ...
    """,
    solution="g = [[2, 4], [0, 0]]",
    wrong={
        "g = [[0, 0], [4, 8]]": "com o alvo antigo",
        "g = [[2, 0], [4, 0]]": "transposto",
        "g = [[1, 2], [0, 0]]": "o 2 que desce do quadrado",
        "g = [[-2, -4], [0, 0]]": "o erro é a saída menos o alvo",
        "g = [2, 4]": "a forma de W",
        "g = [[2, 2], [0, 0]]": "vezes a sua entrada",
    },
)
def other_target(g):
    expect(np.shape(g) == (2, 2), "o gradiente tem a forma de W: duas linhas e duas colunas")
    expect(not near(g, [[0, 0], [4, 8]]), "esse é com o alvo antigo: a saída é (1, 2), e o alvo agora é (0, 2)")
    expect(not near(g, [[2, 0], [4, 0]]), "está transposto: uma linha por saída, uma coluna por entrada")
    expect(not near(g, [[1, 2], [0, 0]]), "falta o 2 que desce do quadrado")
    expect(not near(g, [[-2, -4], [0, 0]]), "o sinal está trocado: o erro é a saída menos o alvo, e deu 1")
    expect(not near(g, [[2, 2], [0, 0]]), "cada peso recebe duas vezes o erro, vezes a sua entrada; a segunda vale 2")
    expect(near(g, [[2, 4], [0, 0]]), "a primeira saída erra por 1, a segunda acerta: que linha fica zerada?")


@exercise(
    given="import reference as np",
    start="""
        place = ...  # o índice do elemento em que a conferência põe o dedo


        def derivada(w):
            return 3 * w  # conserte


        print(derivada(np.array([1.0, 2.0, -1.0])))
    """,
    solution="""
        place = 2

        def derivada(w):
            return 3 * w * w
    """,
    wrong={
        "place = 0\ndef derivada(w): return 3 * w * w": "as duas contas dão 3",
        "place = 1\ndef derivada(w): return 3 * w * w": "o erro que conta é o relativo",
        "place = 3\ndef derivada(w): return 3 * w * w": "contam-se de 0",
        "place = 2\ndef derivada(w): return 3 * w": "ainda é a derivada de alguém que",
        "place = 2\ndef derivada(w): return w * w": "o expoente desce e multiplica",
        "place = 2\ndef derivada(w): return (3 * w * w).sum()": "um número por elemento",
        "place = 2\ndef derivada(w): return 3 * w ** 3": "perde um",
    },
)
def cubes(place, derivada):
    place = place[0] if isinstance(place, (tuple, list)) and len(place) == 1 else place
    expect(place != 0, "place: em 1 as duas contas dão 3, e ali a conferência não vê nada")
    expect(place != 1, "place: em 2 a diferença é 6, mas o erro que conta é o relativo, e ele é 0,5")
    expect(place != 3, "place: os elementos contam-se de 0; o último é o 2")
    expect(place in (2, -1), "place: é um índice, de 0 a 2")
    w = np.array([1.0, 2.0, -1.0])
    g = derivada(w)
    expect(np.shape(g) == (3,), "derivada: o gradiente tem um número por elemento, sem somar nada")
    expect(not near(g, 3 * w), "derivada: 3 * w ainda é a derivada de alguém que esqueceu um w")
    expect(not near(g, w * w), "derivada: o expoente desce e multiplica: falta o 3")
    expect(not near(g, 3 * w * w * w), "derivada: o expoente desce e perde um: sobra w², e não w³")
    expect(near(g, 3 * w * w), "derivada: a de w³ é 3w²; confira em [1, 2, -1], onde deve dar [3, 12, 3]")
    expect(near(derivada(np.array([0.5, -4.0])), [0.75, 48]), "derivada: falha com outros números")


@exercise(
    start="""
        central = ...  # o que a diferença central mede em |x|, em zero
        zero_passes = ...  # True ou False: a conferência aprova quem combinou 0?
        one_passes = ...  # True ou False: e quem combinou 1?
    """,
    solution="central, zero_passes, one_passes = 0, True, False",
    wrong={
        "central, zero_passes, one_passes = 1, False, True": "só do lado direito",
        "central, zero_passes, one_passes = None, False, False": "não avisa",
        "central, zero_passes, one_passes = 0, False, False": "concordam",
        "central, zero_passes, one_passes = 0, True, True": "não sabe que 1 também seria defensável",
    },
)
def corner(central, zero_passes, one_passes):
    expect(central is not None, "central: a derivada não existe ali, mas a diferença central não avisa: dá um número")
    expect(not near(central, 1), "central: isso é só do lado direito; ela usa os dois vizinhos")
    expect(near(central, 0), "central: |h| menos |-h|, dividido por 2h")
    expect(zero_passes, "zero_passes: as diferenças dizem 0 e o gradiente diz 0: concordam")
    expect(not one_passes, "one_passes: as diferenças dizem 0; a conferência não sabe que 1 também seria defensável")


@exercise(
    given="""
        def morro(p):
            x, y = p
            return x * x + 2 * y * y
    """,
    start="""
        def numeric_gradient(f, x):
            ...


        print(numeric_gradient(morro, [2.0, 1.0]))  # [4, 4], mais ou menos
    """,
    wrong={
        "def numeric_gradient(f, x): pass": "devolveu None",
        """
        def numeric_gradient(f, x, h=1e-5):
            slope = (f([e + h for e in x]) - f([e - h for e in x])) / (2 * h)
            return [slope for _ in x]
        """: "todos ao mesmo tempo",
        """
        def numeric_gradient(f, x, h=1e-5):
            slopes = []
            for i in range(len(x)):
                before = f(x)
                x[i] += h
                slopes.append((f(x) - before) / h)
            return slopes
        """: "mudou a lista",
        """
        def numeric_gradient(f, x, h=1e-5):
            slopes = []
            for i in range(len(x)):
                above, below = x.copy(), x.copy()
                above[i] += h
                below[i] -= h
                slopes.append((f(above) - f(below)) / h)
            return slopes
        """: "o dobro do certo",
        """
        def numeric_gradient(f, x, h=1e-5):
            for i in range(len(x)):
                above, below = x.copy(), x.copy()
                above[i] += h
                below[i] -= h
                return [(f(above) - f(below)) / (2 * h)]
        """: "um número por elemento",
        """
        def numeric_gradient(f, x, h=1e-5):
            slopes = []
            for i in range(len(x)):
                above = x.copy()
                above[i] += h
                slopes.append((f(x) - f(above)) / h)
            return slopes
        """: "o sinal",
        "def numeric_gradient(f, x): return [2 * x[0], 4 * x[1]] + [4.0] * (len(x) - 2)": "derivou o morro no papel",
    },
)
def loop(numeric_gradient):
    def f(p):
        return p[0] * p[1] * p[1] + 3 * p[2]

    x, right = [2.0, 5.0, 1.0], np.array([25.0, 20.0, 3.0])
    answer = numeric_gradient(f, x)
    expect(answer is not None, "a função devolveu None: falta o return")
    expect(x == [2.0, 5.0, 1.0], "a função mudou a lista que recebeu: mexa numa cópia, nova para cada elemento")
    expect(np.shape(answer) == (3,), "uma lista de três números tem um gradiente de três: um número por elemento")
    expect(not near(answer, [48, 48, 48], 1e-3), "mexeu em todos ao mesmo tempo: um de cada vez, com os outros parados")
    expect(not near(answer, 2 * right, 1e-3), "deu o dobro do certo: de um passo abaixo a um acima anda-se 2h")
    expect(not near(answer, -right, 1e-3), "trocou o sinal: é o valor de depois menos o de antes")
    expect(not near(answer, [4, 20, 4]), "a função derivou o morro no papel: use f, que pode ser qualquer uma")
    expect(near(answer, right, 1e-3), "com f(x, y, z) = x y² + 3z em (2, 5, 1), o gradiente é [25, 20, 3]")
    expect(near(numeric_gradient(lambda p: p[0] * p[0], [7.0]), [14], 1e-3), "falha com um elemento só")
