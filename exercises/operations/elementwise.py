"""Confere os exercícios de docs/operations/elementwise.md."""

import reference as np
from exercises.judging import exercise, expect, near


@exercise(
    start="""
        # v = np.array([1, 2, 3, 4])
        w = ...  # os números de v[1:] + v[:-1], numa lista
        v = ...  # e os de v, depois de v[1:] += v[:-1]
    """,
    solution="w, v = [3, 5, 7], [1, 3, 5, 7]",
    wrong={
        "w, v = [3, 5, 7], [1, 3, 6, 10]": "os valores de antes",
        "w, v = [3, 5, 7], [3, 5, 7]": "a primeira casa de v não está na fatia",
        "w, v = [1, 1, 1], [1, 3, 5, 7]": "essa é a diferença",
        "w, v = [3, 5, 7, 4], [1, 3, 5, 7]": "três pares",
    },
)
def neighbours(w, v):
    expect(np.shape(w) == (3,), "w: de quatro números saem três pares de vizinhos")
    expect(not near(w, [1, 1, 1]), "w: essa é a diferença de cada um para o anterior, e pediu-se a soma")
    expect(near(w, [3, 5, 7]), "w: os pares são 2 com 1, 3 com 2 e 4 com 3")
    expect(not near(v, [1, 3, 6, 10]), "v: cada casa usa os valores de antes, e não o que a vizinha acabou de receber")
    expect(np.shape(v) == (4,), "v: a primeira casa de v não está na fatia v[1:], mas continua lá")
    expect(near(v, [1, 3, 5, 7]), "v: a primeira casa fica; nas outras, os mesmos três pares de w")


@exercise(
    given="import reference as np",
    start="""
        def clarear(imagem):
            return imagem + 60  # conserte


        print(clarear(np.array([10, 190, 250], dtype="uint8")))  # [ 70 250 255]
    """,
    wrong={
        "def clarear(imagem): return imagem + 60": "dá a volta",
        "def clarear(imagem): return np.minimum(imagem + 60, 255)": "já deu a volta",
        "def clarear(imagem): return np.minimum(imagem.astype('int16') + 60, 255)": "volte a uint8",
        "def clarear(imagem): return imagem.astype('int16') + 60": "310 não é um tom",
        "def clarear(imagem): return np.minimum(imagem, 195)": "195 é o último",
        """
        def clarear(imagem):
            imagem[...] = np.minimum(imagem.astype("int16") + 60, 255).astype("uint8")
            return imagem
        """: "mudou a imagem",
    },
)
def brighten(clarear):
    image = np.array([10, 190, 250, 195, 196], dtype="uint8")
    answer = clarear(image)
    expect(near(image, [10, 190, 250, 195, 196]), "a função mudou a imagem que recebeu: devolva outra")
    expect(not near(answer, [10, 190, 195, 195, 195]), "195 é o último tom que ainda cabe; mas falta somar os 60")
    wrapped = near(answer, [70, 250, 54, 255, 0])
    expect(not wrapped, "em uint8 o 310 dá a volta e vira 54; prender depois não adianta: ele já deu a volta")
    expect(not near(answer, [70, 250, 310, 255, 256]), "310 não é um tom: prenda em 255")
    expect(near(answer, [70, 250, 255, 255, 255]), "10 vira 70, 190 vira 250, e quem passaria de 255 fica em 255")
    expect(answer.dtype == np.uint8, f"os tons estão certos, mas em {answer.dtype}: volte a uint8")


@exercise(
    given="""
        import reference as np


        def relu(x):
            return np.maximum(x, 0)


        x = np.array([[0.5, 0.0, -3.0], [2.3, 5.9, -1.3]])
        a, b = np.array([[1, 2, 3], [6, 7, 8]]), np.array([[4, 5, 9], [1, 3, 3]])
    """,
    start="""
        def absolute(x):
            ...


        def largest(x, y):
            ...
    """,
    wrong={
        "def absolute(x): return relu(x)\ndef largest(x, y): return y + relu(x - y)": "apaga os negativos",
        "def absolute(x): return relu(x) - relu(-x)\ndef largest(x, y): return y + relu(x - y)": "devolve o próprio x",
        "def absolute(x): return relu(x) + relu(-x)\ndef largest(x, y): return relu(x - y)": "só a diferença",
        "def absolute(x): return relu(x) + relu(-x)\ndef largest(x, y): return x + relu(x - y)": "fique com y",
        "def absolute(x): return relu(x) + relu(-x)\ndef largest(x, y): return relu(x)": "falta olhar para y",
    },
)
def from_relu(absolute, largest):
    x = np.array([[0.5, 0.0, -3.0], [2.3, -5.9, 1.3]])
    expect(not near(absolute(x), np.maximum(x, 0)), "absolute: a ReLU sozinha apaga os negativos; vire-os")
    expect(not near(absolute(x), x), "absolute: relu(x) - relu(-x) devolve o próprio x; olhe o sinal do meio")
    expect(near(absolute(x), np.abs(x)), "absolute: de -3 tem de sair 3, e de 2,3 tem de sair 2,3")
    a, b = np.array([1.0, -2.0, 3.0, -4.0]), np.array([2.0, -5.0, 3.0, 1.0])
    expect(not near(largest(a, b), np.maximum(a - b, 0)), "largest: isso é só a diferença, quando x ganha; some-a a y")
    expect(not near(largest(a, b), np.maximum(a, 0)), "largest: falta olhar para y")
    expect(near(largest(a, b), np.maximum(a, b)), "largest: onde x não é maior, fique com y; onde é, junte a diferença")


@exercise(
    given="""
        import reference as np

        x = np.array([[0.5, 0.0, -3.0], [2.3, 5.9, -1.3]])
    """,
    start="""
        def clip_to_one(x):
            ...
    """,
    wrong={
        "def clip_to_one(x): return np.minimum(x, 1)": "abaixo de 0",
        "def clip_to_one(x): return np.maximum(x, 0)": "acima de 1",
        "def clip_to_one(x): return np.maximum(np.minimum(x, 0), 1)": "trocados",
        "def clip_to_one(x): return 1 / (1 + np.exp(-x))": "os do meio ficam",
        """
        def clip_to_one(x):
            x[x < 0] = 0
            x[x > 1] = 1
            return x
        """: "mudou o tensor",
    },
)
def clipped(clip_to_one):
    x = np.array([-2.0, 0.0, 0.3, 1.0, 7.0])
    answer = clip_to_one(x)
    expect(near(x, [-2, 0, 0.3, 1, 7]), "a função mudou o tensor que recebeu: devolva outro")
    expect(not near(answer, [1, 1, 1, 1, 1]), "saiu tudo 1: o mínimo e o máximo estão trocados")
    expect(not near(np.min(answer), -2), "passou um número abaixo de 0: segure por baixo também")
    expect(not near(np.max(answer), 7), "passou um número acima de 1: segure por cima também")
    expect(near(answer, [0, 0, 0.3, 1, 1]), "os do meio ficam como estão: 0,3 tem de sair 0,3")
