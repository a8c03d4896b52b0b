"""Confere os exercícios de docs/tensors/creation.md."""

import reference as np
from exercises.judging import exercise, expect, near
from exercises.tensors.dtypes import named

NEWBORN = {
    "a": ((2, 1), "float64", "um número com ponto leva todos a float64; cada lista de dentro é uma linha"),
    "b": ((4,), "bool", "full segue o valor, e o valor é um bool; a forma 4 é a de um vetor"),
    "c": ((2, 2), "int8", "o tipo é o que se pediu, e a forma também"),
    "d": ((3,), "float64", "arange segue os números que recebe, e 3.0 tem ponto; são 0, 1 e 2"),
    "e": ((2,), "int64", "zeros_like segue o modelo, que é uma lista de dois inteiros"),
    "f": ((0,), "float64", "uma lista vazia tem um eixo, de tamanho 0, e o tipo padrão"),
}


@exercise(
    start="""
        # forma e tipo, como em (2, 3), "int64"
        a = ...  # array([[1], [2.5]])
        b = ...  # full(4, True)
        c = ...  # ones((2, 2), dtype="int8")
        d = ...  # arange(3.0)
        e = ...  # zeros_like([1, 2])
        f = ...  # array([])
    """,
    solution="""
        a, b, c = ((2, 1), "float64"), ((4,), "bool"), ((2, 2), "int8")
        d, e, f = ((3,), "float64"), ((2,), "int64"), ((0,), "float64")
    """,
    wrong={
        """
        a, b, c = ((2, 1), "int64"), ((4,), "bool"), ((2, 2), "int8")
        d, e, f = ((3,), "float64"), ((2,), "int64"), ((0,), "float64")
        """: "um número com ponto leva todos",
        """
        a, b, c = ((2, 1), "float64"), ((4,), "float64"), ((2, 2), "int8")
        d, e, f = ((3,), "float64"), ((2,), "int64"), ((0,), "float64")
        """: "full segue o valor",
        """
        a, b, c = ((2, 1), "float64"), ((4,), "bool"), ((2, 2), "int8")
        d, e, f = ((3,), "int64"), ((2,), "int64"), ((0,), "float64")
        """: "3.0 tem ponto",
        """
        a, b, c = ((2, 1), "float64"), ((4,), "bool"), ((2, 2), "int8")
        d, e, f = ((3,), "float64"), ((2,), "float64"), ((0,), "float64")
        """: "segue o modelo",
        """
        a, b, c = ((2, 1), "float64"), ((4,), "bool"), ((2, 2), "int8")
        d, e, f = ((3,), "float64"), ((2,), "int64"), ((), "float64")
        """: "um eixo, de tamanho 0",
        """
        a, b, c = (2, 1), ((4,), "bool"), ((2, 2), "int8")
        d, e, f = ((3,), "float64"), ((2,), "int64"), ((0,), "float64")
        """: "a: responda com a forma e o tipo",
    },
)
def shape_and_dtype(a, b, c, d, e, f):
    for (name, (shape, dtype, why)), answer in zip(NEWBORN.items(), (a, b, c, d, e, f)):
        pair = isinstance(answer, (tuple, list)) and len(answer) == 2 and not isinstance(answer[1], int)
        expect(pair, f"{name}: responda com a forma e o tipo, como em (2, 3), \"int64\"")
        expect(near(answer[0], shape) and named(answer[1]) == dtype, f"{name}: {why}")


@exercise(
    start="""
        seeded_once = ...  # os dois pares são iguais? True ou False
        seeded_between = ...  # e se alguém semear também entre os dois?
    """,
    solution="seeded_once, seeded_between = False, True",
    wrong={
        "seeded_once, seeded_between = True, True": "cada sorteio anda na fila",
        "seeded_once, seeded_between = False, False": "volta ao começo da fila",
        "seeded_once, seeded_between = True, False": "é o contrário",
    },
)
def two_draws(seeded_once, seeded_between):
    expect((seeded_once, seeded_between) != (True, False), "é o contrário: sortear anda na fila, semear volta")
    expect(not seeded_once, "seeded_once: a semente diz onde a fila começa, e cada sorteio anda na fila")
    expect(seeded_between, "seeded_between: semear de novo com o mesmo número volta ao começo da fila")


@exercise(
    start="""
        # em bytes
        as_uint8 = ...
        by_default = ...  # com np.zeros((60_000, 28, 28))
    """,
    solution="as_uint8, by_default = 47_040_000, 376_320_000",
    wrong={
        "as_uint8, by_default = 60_000 * 28, 8 * 60_000 * 28": "28 linhas de 28",
        "as_uint8, by_default = 28 * 28, 8 * 28 * 28": "uma imagem só",
        "as_uint8, by_default = 8 * 47_040_000, 64 * 47_040_000": "8 são os bits",
        "as_uint8, by_default = 44.9, 358.9": "bytes, e não MiB",
        "as_uint8, by_default = 47_040_000, 47_040_000": "zeros não dá uint8",
        "as_uint8, by_default = 47_040_000, 4 * 47_040_000": "float32, que só se tem pedindo",
    },
)
def bytes_of_mnist(as_uint8, by_default):
    right = 60_000 * 28 * 28
    expect(as_uint8 != 60_000 * 28, "as_uint8: cada imagem tem 28 linhas de 28 pixels")
    expect(as_uint8 != 28 * 28, "as_uint8: essa é uma imagem só, e são 60.000")
    expect(as_uint8 != 8 * right, "as_uint8: 8 são os bits de um uint8; os bytes são 1")
    expect(not near(as_uint8, 44.9, 1e-2), "as_uint8: a resposta é em bytes, e não MiB")
    expect(as_uint8 == right, "as_uint8: são 60.000 imagens de 28 × 28 números, de um byte cada")
    expect(by_default != right, "by_default: se ninguém diz o tipo, zeros não dá uint8")
    expect(by_default != 4 * right, "by_default: 4 bytes são de um float32, que só se tem pedindo")
    expect(by_default == 8 * right, "by_default: zeros dá float64, se não se diz outro tipo; são 8 bytes por número")


@exercise(
    given="import reference as np",
    start="""
        linhas = [[0] * 3] * 2  # conserte só esta linha
        linhas[0][0] = 1
        print(linhas)
    """,
    wrong={
        """
        linhas = [[0] * 3] * 2
        linhas[0][0] = 1
        """: "é a mesma lista, duas vezes",
        """
        linhas = [np.zeros(3)] * 2
        linhas[0][0] = 1
        """: "é o mesmo tensor, duas vezes",
        """
        linhas = np.zeros((3, 2))
        linhas[0][0] = 1
        """: "duas linhas de três",
        """
        linhas = np.zeros(6)
        linhas[0] = 1
        """: "uma fila só",
        """
        linhas = np.ones((2, 3))
        linhas[0][0] = 1
        """: "o resto são zeros",
        "linhas = np.zeros((2, 3), dtype=int)": "ficou por escrever",
    },
)
def independent_rows(linhas):
    twice = len(linhas) == 2 and linhas[0] is linhas[1]
    expect(not (twice and isinstance(linhas[0], list)), "[linha] * 2 é a mesma lista, duas vezes, e não uma cópia dela")
    expect(not twice, "[x] * 2 é o mesmo tensor, duas vezes; faça um tensor só, com dois eixos")
    expect(np.shape(linhas) != (6,), "isso é uma fila só; a forma é uma tupla, com um tamanho por eixo")
    expect(np.shape(linhas) == (2, 3), "são duas linhas de três números")
    expect(not near(linhas, np.zeros((2, 3))), "o 1 ficou por escrever: deixe a segunda linha do código")
    expect(near(linhas, [[1, 0, 0], [0, 0, 0]]), "o 1 fica só na primeira linha, na primeira coluna; o resto são zeros")


@exercise(
    given="import reference as np",
    start="""
        def board(n):
            ...


        print(board(4))
    """,
    wrong={
        "def board(n): print((np.arange(n)[:, np.newaxis] + np.arange(n)) % 2)": "devolveu None",
        "def board(n): return np.arange(n * n).reshape(n, n) % 2": "listras",
        "def board(n): return (np.arange(n)[:, np.newaxis] + np.arange(n) + 1) % 2": "o canto é 0",
        "def board(n): return np.arange(n) % 2": "uma linha só",
        "def board(n): return np.arange(n)[:, np.newaxis] + np.arange(n)": "falta o resto",
        "def board(n): return np.array([[0, 1, 0, 1], [1, 0, 1, 0], [0, 1, 0, 1], [1, 0, 1, 0]])": "outro tamanho",
        "def board(n): return (np.arange(n)[:, np.newaxis] * np.arange(n)) % 2": "some os dois índices",
    },
)
def chessboard(board):
    answer, i = board(4), np.arange(4)
    right = (i[:, np.newaxis] + i) % 2
    expect(answer is not None, "a função devolveu None: falta o return")
    expect(np.shape(answer) != (4,), "isso é uma linha só do tabuleiro; ponha os índices em pé com np.newaxis")
    expect(not near(answer, [[0, 1, 0, 1]] * 4), "saíram listras: todas as linhas começam por 0")
    expect(not near(answer, 1 - right), "está trocado: o canto é 0")
    expect(not near(answer, i[:, np.newaxis] + i), "essa é a tabela das somas; falta o resto da divisão por 2")
    expect(near(answer, right), "some os dois índices de cada casa: se a soma é par, ali vai um 0")
    expect(near(board(3), [[0, 1, 0], [1, 0, 1], [0, 1, 0]]), "falha com outro tamanho: board(3) tem forma (3, 3)")
