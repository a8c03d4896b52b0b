"""Confere os exercícios de docs/operations/dot.md."""

import reference as np
from exercises.judging import exercise, expect, near

W = np.array([[0.2, 0.8, -0.5, 1.0], [0.5, -0.91, 0.26, -0.5], [-0.26, -0.27, 0.17, 0.87]])
X = np.array([[1, 2, 3, 2.5], [2, 5, -1, 2]])
CUT = np.dot(X, W.reshape((4, 3)))


@exercise(
    start="""
        # A forma de cada produto, ou None se ele não existe.
        first = ...  # (32, 784) com (784, 512)
        second = ...  # (784,) com (784, 512)
        third = ...  # (784, 512) com (784,)
        fourth = ...  # (2, 3, 4) com (4,)
    """,
    solution="first, second, third, fourth = (32, 512), (512,), None, (2, 3)",
    wrong={
        "first, second, third, fourth = (512, 32), (512,), None, (2, 3)": "as linhas vêm do primeiro fator",
        "first, second, third, fourth = (32, 512), (1, 512), None, (2, 3)": "um vetor não tem linhas",
        "first, second, third, fourth = (32, 512), (512,), (512,), (2, 3)": "512 não encontra 784",
        "first, second, third, fourth = (32, 512), (512,), None, (2, 3, 4)": "o de 4, se soma e some",
        "first, second, third, fourth = 16384, (512,), None, (2, 3)": "uma forma é uma tupla",
    },
)
def shapes(first, second, third, fourth):
    expect(isinstance(first, tuple), "first: uma forma é uma tupla com o tamanho de cada eixo, como (5, 7)")
    expect(784 not in first, "first: o eixo de 784 é o de dentro nos dois; ele se soma e some")
    expect(first == (32, 512), "first: as linhas vêm do primeiro fator, e as colunas, do segundo")
    expect(second != (1, 512), "second: um vetor não tem linhas; sobra só o eixo das colunas")
    expect(second == (512,), "second: o único eixo do vetor encontra as 784 linhas da matriz; o que sobra?")
    expect(third is None, "third: o último eixo do primeiro fator tem 512, e 512 não encontra 784")
    expect(fourth == (2, 3), "fourth: só o último eixo, o de 4, se soma e some; os outros ficam")


@exercise(
    given="""
        import reference as np

        W = np.array([[0.2, 0.8, -0.5, 1.0], [0.5, -0.91, 0.26, -0.5], [-0.26, -0.27, 0.17, 0.87]])
        X = np.array([[1, 2, 3, 2.5], [2, 5, -1, 2]])
    """,
    start="Z = np.dot(W, X)  # conserte: uma linha por amostra, uma coluna por neurônio",
    solution="Z = np.dot(X, W.T)",
    wrong={
        "Z = np.dot(W, X)": "o último eixo de (3, 4) tem 4 elementos e o penúltimo de (2, 4) tem 2",
        "Z = np.dot(W, X.T)": "uma linha por neurônio",
        "Z = np.dot(X, W.reshape((4, 3)))": "reshape não vira a matriz",
        "Z = X[:, :3] * W[:2, :3]": "`*` multiplica e não soma",
    },
)
def three_neurons(Z):
    right = np.dot(X, W.T)
    expect(not near(Z, right.T), "os números estão certos, mas há uma linha por neurônio; pediu-se uma por amostra")
    expect(np.shape(Z) == (2, 3), "duas amostras e três neurônios: a forma é (2, 3)")
    expect(not near(Z, CUT), "reshape não vira a matriz: corta a mesma fila de números noutros pedaços")
    expect(near(Z, right), "cada casa é um produto escalar: `*` multiplica e não soma")


@exercise(
    given="""
        import reference as np

        v, A = np.array([1, 2]), np.array([[1, 2], [3, 4]])
    """,
    start="""
        def vector_matrix_dot(v, A):
            ...


        print(vector_matrix_dot(v, A))  # [ 7 10]
    """,
    wrong={
        "def vector_matrix_dot(v, A): pass": "devolveu None",
        "def vector_matrix_dot(v, A): return v[0] * A[0]": "só a primeira linha",
        "def vector_matrix_dot(v, A): return sum(row for row in A)": "sem olhar para a receita",
        "def vector_matrix_dot(v, A): return [sum(x * y for x, y in zip(v, row)) for row in A]": "um número por coluna",
        """
        def vector_matrix_dot(v, A):
            mixture = A[0]
            for coefficient, row in zip(v, A):
                mixture += coefficient * row
            return mixture
        """: "mudou a matriz",
    },
)
def mixture(vector_matrix_dot):
    v, A = np.array([1, 2, 0]), np.array([[1, 2], [3, 4], [5, 6]])
    answer = vector_matrix_dot(v, A)
    expect(answer is not None, "a função devolveu None: falta o return")
    expect(near(A, [[1, 2], [3, 4], [5, 6]]), "a função mudou a matriz: comece de uma mistura nova, de zeros")
    expect(not near(answer, [1, 2]), "entrou só a primeira linha: todas entram, cada uma na sua dose")
    expect(not near(answer, [9, 12]), "somou as linhas sem olhar para a receita: multiplique cada uma pela sua dose")
    expect(np.shape(answer) == (2,), "o resultado tem um número por coluna de A")
    expect(near(answer, [7, 10]), "com v = [1, 2, 0] as linhas [1, 2] e [3, 4] entram na dose 1 e na dose 2")
    fourfold = np.arange(12.0).reshape((4, 3))
    expect(near(vector_matrix_dot(np.ones(4), fourfold), [18, 22, 26]), "falha com outras formas, como (4,) com (4, 3)")


@exercise(
    start="""
        multiplications = ...  # de uma camada de 512 neurônios diante de 128 imagens de 784 pixels
        without_zeros = ...  # as que ficam, se 81 % dos pixels são zero e ninguém os multiplica
    """,
    solution="""
        multiplications = 128 * 512 * 784
        without_zeros = 0.19 * multiplications
    """,
    wrong={
        "multiplications, without_zeros = 512 * 784, 0.19 * 512 * 784": "128 imagens",
        "multiplications, without_zeros = 128 * 784, 0.19 * 128 * 784": "512 neurônios",
        "multiplications, without_zeros = 128 * 512, 0.19 * 128 * 512": "784 parcelas",
        "multiplications, without_zeros = 51380224, 0.81 * 51380224": "os que ficam",
    },
)
def multiplication_count(multiplications, without_zeros):
    expect(multiplications != 512 * 784, "isso é uma imagem só: o lote tem 128 imagens")
    expect(multiplications != 128 * 784, "isso é um neurônio só: a camada tem 512 neurônios")
    expect(multiplications != 128 * 512, "esses são os produtos escalares; cada um tem 784 parcelas")
    expect(multiplications == 128 * 512 * 784, "um produto escalar por imagem e neurônio, de 784 parcelas cada um")
    expect(not near(without_zeros, 0.81 * multiplications), "81 % são os zeros, que saem; conte os que ficam")
    expect(near(without_zeros, 0.19 * multiplications, 1e-3), "ficam 19 % das multiplicações")
