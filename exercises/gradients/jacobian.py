"""Confere os exercícios de docs/gradients/jacobian.md."""

import reference as np
from exercises.judging import exercise, expect, near

LAYER = """
    import reference as np

    u = np.array([2.0, -1.0])
    W = np.array([[0.5, 0.2, 0.4], [0.3, -0.1, 0.3]])
    b = np.array([0.1, 0.3])
    x = np.array([1.0, 2.0, -1.0])
"""


@exercise(
    start="""
        # Uma camada com 4 entradas e 10 saídas. As formas, como (5, 7):
        to_input = ...  # da jacobiana das saídas em relação à entrada
        to_weights = ...  # da jacobiana das saídas em relação à matriz de pesos
        loss_to_weights = ...  # do gradiente da perda em relação à matriz de pesos
    """,
    solution="to_input, to_weights, loss_to_weights = (10, 4), (10, 10, 4), (10, 4)",
    wrong={
        "to_input, to_weights, loss_to_weights = (4, 10), (10, 10, 4), (10, 4)": "linhas são saídas",
        "to_input, to_weights, loss_to_weights = (10, 4), (10, 4), (10, 4)": "uma tabela dessas por saída",
        "to_input, to_weights, loss_to_weights = (10, 4), (10, 4, 10), (10, 4)": "a saída vem primeiro",
        "to_input, to_weights, loss_to_weights = (10, 4), (10, 10, 4), (10, 10, 4)": "a perda é um número",
        "to_input, to_weights, loss_to_weights = 40, 400, 40": "uma forma é uma tupla",
    },
)
def shapes(to_input, to_weights, loss_to_weights):
    expect(isinstance(to_input, (tuple, list)), "uma forma é uma tupla com o tamanho de cada eixo, como (5, 7)")
    expect(not near(to_input, (4, 10)), "to_input: linhas são saídas, colunas são entradas")
    expect(near(to_input, (10, 4)), "to_input: uma linha por saída, uma coluna por entrada")
    expect(not near(to_weights, (10, 4)), "to_weights: (10, 4) é a forma dos pesos; há uma tabela dessas por saída")
    expect(not near(to_weights, (10, 4, 10)), "to_weights: a forma da saída vem primeiro, e depois a dos pesos")
    expect(near(to_weights, (10, 10, 4)), "to_weights: a forma da saída seguida da forma da matriz de pesos")
    expect(not near(loss_to_weights, (10, 10, 4)), "loss_to_weights: a perda é um número: o eixo das saídas some")
    expect(near(loss_to_weights, (10, 4)), "loss_to_weights: o gradiente tem a forma do que se moveu")


@exercise(
    start="dW = ...  # ∂s/∂W, com δ = (3, -1) e x = (1, 0, 2): uma lista por linha",
    solution="dW = [[3, 0, 6], [-1, 0, -2]]",
    wrong={
        "dW = [[3, -1], [0, 0], [6, -2]]": "transposta",
        "dW = [3, 0, 6, -1, 0, -2]": "arrume-os em linhas",
        "dW = [[3, 0, 6], [1, 0, 2]]": "perdeu o sinal",
        "dW = [[4, 3, 5], [0, -1, 1]]": "somou",
        "dW = [2, 0, 4]": "em duas linhas",
    },
)
def outer_product(dW):
    expect(not near(dW, [[3, -1], [0, 0], [6, -2]]), "está transposta: as linhas são de δ, uma por saída")
    expect(not near(dW, [3, 0, 6, -1, 0, -2]), "os números estão certos; arrume-os em linhas, uma por saída")
    expect(np.shape(dW) == (2, 3), "W tem uma linha por saída e uma coluna por entrada: seis números em duas linhas")
    expect(not near(dW, [[3, 0, 6], [1, 0, 2]]), "a segunda linha perdeu o sinal: o segundo elemento de δ é -1")
    expect(not near(dW, [[4, 3, 5], [0, -1, 1]]), "somou os pares; no produto externo eles se multiplicam")
    expect(near(dW, [[3, 0, 6], [-1, 0, -2]]), "na linha i e na coluna j, o elemento i de δ vezes o elemento j de x")


@exercise(
    given=LAYER
    + """
    delta = u * (1 - np.tanh(W @ x + b) ** 2)
    """,
    start="dW = np.outer(x, delta)  # conserte",
    solution="dW = np.outer(delta, x)",
    wrong={
        "dW = np.outer(x, delta)": "a transposta",
        "dW = np.outer(x, delta).reshape((2, 3))": "reshape não vira",
        "dW = W.T @ delta": "em relação a x",
        "dW = np.outer(u, x)": "falta a inclinação da curva",
        "dW = np.outer(delta, x) + W": "somou-se o próprio W",
        "dW = np.dot(delta, x)": "falhou na linha",
    },
)
def transposed(dW):
    u, x, W = np.array([2.0, -1.0]), np.array([1.0, 2.0, -1.0]), np.array([[0.5, 0.2, 0.4], [0.3, -0.1, 0.3]])
    delta = u * (1 - np.tanh(W @ x + np.array([0.1, 0.3])) ** 2)
    right = np.outer(delta, x)
    expect(not near(dW, right.T, 1e-3), "saiu a transposta: as linhas vêm do primeiro fator, e têm de ser as de δ")
    expect(not near(dW, W.T @ delta, 1e-3), "isso é a derivada em relação a x; a de W é o produto externo")
    expect(np.shape(dW) == (2, 3), "o gradiente tem a forma de W, (2, 3)")
    expect(not near(dW, right.T.reshape((2, 3)), 1e-3), "reshape não vira a matriz: corta a mesma fila noutros pedaços")
    expect(not near(dW, np.outer(u, x), 1e-3), "falta a inclinação da curva: use δ, e não u")
    expect(not near(dW, right + W, 1e-3), "ao gradiente somou-se o próprio W")
    expect(near(dW, right, 1e-3), "na linha i e na coluna j, o elemento i de δ vezes o elemento j de x")


@exercise(
    given="""
        import reference as np
        from reference.gradients.jacobian import jacobian


        def softmax(z):
            e = np.exp(z)
            return e / e.sum()
    """,
    start="""
        # A jacobiana da softmax em (1, 2, 3).
        diagonal = ...  # True ou False: fora da diagonal só há zeros?
        column_sums = ...  # a soma de cada coluna, numa lista
    """,
    solution="""
        diagonal = False
        column_sums = jacobian(softmax, np.array([1.0, 2.0, 3.0])).sum(axis=0)
    """,
    wrong={
        "diagonal, column_sums = True, [0, 0, 0]": "muda a soma",
        "diagonal, column_sums = False, [1, 1, 1]": "quem soma 1 são as saídas",
        "diagonal, column_sums = False, 0": "uma soma por coluna",
        "diagonal, column_sums = False, softmax(np.array([1.0, 2.0, 3.0]))": "essas são as saídas",
        "diagonal, column_sums = False, [0.0819, 0.1848, 0.2227]": "só a diagonal",
    },
)
def softmax_table(diagonal, column_sums):
    expect(not diagonal, "diagonal: mover um z muda a soma, e a soma divide todas as saídas")
    expect(np.shape(column_sums) == (3,), "column_sums: são três números, uma soma por coluna")
    expect(not near(column_sums, [1, 1, 1], 1e-3), "column_sums: quem soma 1 são as saídas, e não as derivadas delas")
    expect(not near(column_sums, [0.0819, 0.1848, 0.2227], 1e-3), "column_sums: essa é só a diagonal; some cada coluna")
    expect(not near(column_sums, [0.09, 0.2447, 0.6652], 1e-3), "column_sums: essas são as saídas, e não as derivadas")
    expect(near(column_sums, [0, 0, 0], 1e-3), "column_sums: as saídas somam sempre 1; quanto muda esse 1?")


@exercise(
    given=LAYER,
    start="""
        def local_error(u, W, b, x):
            ...  # o δ do placar u · f(W x + b), com f(z) = z²


        print(local_error(u, W, b, x))  # [2.4, -0.2]
    """,
    solution="""
        def local_error(u, W, b, x):
            return u * 2 * (W @ x + b)
    """,
    wrong={
        "def local_error(u, W, b, x): pass": "devolveu None",
        "def local_error(u, W, b, x): return u * (W @ x + b) ** 2": "pela curva, e não pela inclinação",
        "def local_error(u, W, b, x): return 2 * (W @ x + b)": "falta o u",
        "def local_error(u, W, b, x): return u * 2 * (W @ x)": "falta o viés",
        "def local_error(u, W, b, x): return 2 * u @ (W @ x + b)": "não some",
        "def local_error(u, W, b, x): return u * (1 - np.tanh(W @ x + b) ** 2)": "da tangente hiperbólica",
        "def local_error(u, W, b, x): return (W @ x + b) ** 2 * 2 * (W @ x + b)": "um h no lugar do u",
        "def local_error(u, W, b, x): return np.array([2.4, -0.2])": "falha com outros números",
    },
)
def other_curve(local_error):
    u, W, b, x = np.array([3.0, -1.0]), np.array([[1.0, 2.0], [0.0, 1.0]]), np.array([0.5, -3.0]), np.array([1.0, 0.5])
    z = W @ x + b
    answer = local_error(u, W, b, x)
    expect(answer is not None, "a função devolveu None: falta o return")
    expect(np.shape(answer) == (2,), "δ tem um número por saída: multiplique par a par, e não some")
    expect(not near(answer, u * z**2), "multiplicou u pela curva, e não pela inclinação dela, 2z")
    expect(not near(answer, 2 * z), "falta o u: o que chega do placar multiplica a inclinação")
    expect(not near(answer, u * 2 * (W @ x)), "falta o viés: a inclinação se mede em z = W x + b")
    expect(not near(answer, u * (1 - np.tanh(z) ** 2)), "essa inclinação é a da tangente hiperbólica; a de z² é 2z")
    expect(not near(answer, z**2 * 2 * z), "pôs um h no lugar do u: a derivada do placar em relação a h é u")
    expect(near(answer, u * 2 * z), "falha com outros números: δ é u vezes 2z, par a par, com z = W x + b")
