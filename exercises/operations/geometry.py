"""Confere os exercícios de docs/operations/geometry.md."""

from math import pi

import reference as np
from exercises.judging import exercise, expect, near
from reference.operations.geometry import affine, compose, rotation


@exercise(
    start="""
        # Aonde vai A = (0.5, 1)?
        turned = ...  # girado 180°
        mirrored = ...  # espelhado na horizontal e depois na vertical
    """,
    solution="turned, mirrored = (-0.5, -1), (-0.5, -1)",
    wrong={
        "turned, mirrored = (-1, 0.5), (-0.5, -1)": "um quarto de volta",
        "turned, mirrored = (-0.5, 1), (-0.5, -1)": "das duas coordenadas",
        "turned, mirrored = (-0.5, -1), (-0.5, 1)": "o segundo espelho",
        "turned, mirrored = (-0.5, -1), (0.5, 1)": "não se desfazem",
    },
)
def half_turn(turned, mirrored):
    expect(not near(turned, [-1, 0.5]), "turned: isso é um quarto de volta; 180° são dois")
    expect(near(turned, [-0.5, -1]), "turned: meia-volta troca o sinal das duas coordenadas")
    expect(not near(mirrored, [-0.5, 1]), "mirrored: falta o segundo espelho, que troca o sinal do y")
    expect(not near(mirrored, [0.5, 1]), "mirrored: os dois espelhos não se desfazem, porque são perpendiculares")
    expect(near(mirrored, [-0.5, -1]), "mirrored: um espelho troca o sinal do x, e o outro, o do y")


@exercise(
    given="""
        import reference as np
    """,
    start="""
        mirror = ...  # a matriz do espelho na reta y = x
        area = ...  # o determinante dela
    """,
    solution="mirror, area = np.array([[0, 1], [1, 0]]), -1",
    wrong={
        "mirror, area = np.array([[1, 0], [0, 1]]), 1": "deixa tudo no lugar",
        "mirror, area = np.array([[0, -1], [1, 0]]), 1": "um quarto de volta",
        "mirror, area = np.array([[-1, 0], [0, 1]]), -1": "na vertical",
        "mirror, area = np.array([[0, 1], [1, 0]]), 1": "o F sai do avesso",
        "mirror, area = np.array([[0, 1], [1, 0]]), 0": "não achatou",
    },
)
def diagonal_mirror(mirror, area):
    expect(not near(mirror, [[1, 0], [0, 1]]), "essa é a identidade, que deixa tudo no lugar")
    expect(not near(mirror, [[0, -1], [1, 0]]), "isso é um quarto de volta: (0, 1) devia ir a (1, 0)")
    expect(not near(mirror, [[-1, 0], [0, 1]]), "esse espelho fica na vertical: só troca o sinal do x")
    expect(near(mirror, [[0, 1], [1, 0]]), "(1, 0) vai a (0, 1), a primeira coluna; (0, 1) vai a (1, 0), a segunda")
    expect(not near(area, 0), "o determinante não é zero: o espelho não achatou nada")
    expect(near(area, -1), "a área fica a mesma, mas o F sai do avesso: olhe o sinal")


@exercise(
    given="""
        from math import pi

        import reference as np
        from reference.operations.geometry import affine, compose, rotation

        A, parado, nada = np.array([0.5, 1]), np.eye(2), np.zeros(2)
        leva, gira, traz = (parado, -A), (rotation(pi / 2), nada), (parado, A)
    """,
    start="W, b = compose(leva, compose(gira, traz))  # conserte",
    solution="W, b = compose(traz, compose(gira, leva))",
    wrong={
        "W, b = compose(leva, compose(gira, traz))": "afastou A da origem",
        "W, b = compose(gira, leva)": "traga-o de volta",
        "W, b = gira": "em torno da origem",
        "W, b = compose(traz, leva)": "não girou",
    },
)
def around_a_point(W, b):
    A = np.array([0.5, 1])
    expect(near(W, rotation(pi / 2)), "o F não girou um quarto de volta")
    expect(not near(b, [0, 0]), "assim o F gira em torno da origem, e A sai do lugar")
    leave, turn, back = (np.eye(2), -A), (rotation(pi / 2), np.zeros(2)), (np.eye(2), A)
    expect(not near(b, compose(leave, compose(turn, back))[1]), "isso afastou A da origem: leia de dentro para fora")
    expect(not near(b, compose(turn, leave)[1]), "A foi à origem e lá ficou: traga-o de volta depois de girar")
    expect(near(affine(A, W, b), A), "A devia ficar parado")


@exercise(
    start="""
        undone = ...  # True se max(p, 0) se desfaz; False se não
        # Se não, dois pontos diferentes que ela leva ao mesmo lugar:
        p = ...
        q = ...
    """,
    solution="undone, p, q = False, (-1, 2), (-3, 2)",
    wrong={
        "undone, p, q = True, None, None": "os negativos",
        "undone, p, q = False, (-1, 2), (-1, 2)": "diferentes",
        "undone, p, q = False, (1, 2), (3, 2)": "deixa os positivos",
        "undone, p, q = False, (-1, 2), (-1, 3)": "a segunda coordenada",
        "undone, p, q = False, -1, -3": "dois números",
    },
)
def lost_points(undone, p, q):
    expect(not undone, "os negativos viram todos zero: de um zero não há como saber de onde se veio")
    expect(np.shape(p) == np.shape(q) == (2,), "um ponto do plano são dois números, como (−1, 2)")
    expect(not near(p, q), "os dois pontos têm de ser diferentes")
    first, second = np.maximum(p, 0).tolist(), np.maximum(q, 0).tolist()
    expect(first[1] == second[1], f"a segunda coordenada ainda os distingue: vão a {first} e a {second}")
    expect(first == second, f"a ReLU deixa os positivos como estão: esses vão a {first} e a {second}")
