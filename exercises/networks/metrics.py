"""Confere os exercícios de docs/networks/metrics.md."""

import reference as np
from exercises.judging import exercise, expect, near


@exercise(
    start="""
        accuracy = ...  # de quem responde sempre 7
        precision = ...  # da classe 7
        recall = ...  # da classe 7
    """,
    solution="accuracy, precision, recall = 0.1, 0.1, 1.0",
    wrong={
        "accuracy, precision, recall = 0.1, 1.0, 0.1": "precisão e revocação estão trocadas",
        "accuracy, precision, recall = 0.1, 1.0, 1.0": "chamou de 7 muita coisa",
        "accuracy, precision, recall = 0.1, 0.1, 0.1": "não deixou passar nenhum",
        "accuracy, precision, recall = 0.7, 0.1, 1.0": "uma classe em dez",
    },
)
def always_seven(accuracy, precision, recall):
    expect(near(accuracy, 0.1), "accuracy: ela acerta uma classe em dez")
    swapped = near(precision, 1) and near(recall, 0.1)
    expect(not swapped, "precisão e revocação estão trocadas: a precisão olha o que foi chamado de 7")
    expect(near(precision, 0.1), "precision: ela chamou de 7 muita coisa que não era; que parte era?")
    expect(near(recall, 1), "recall: do que era 7, ela não deixou passar nenhum")


@exercise(
    start="""
        precision = ...  # do lixo
        recall = ...
        f1 = ...
    """,
    solution="precision, recall, f1 = 15 / 20, 15 / 25, 2 / 3",
    wrong={
        "precision, recall, f1 = 0.6, 0.75, 2 / 3": "estão trocadas",
        "precision, recall, f1 = 0.75, 1.5, 1.0": "não passa de 1",
        "precision, recall, f1 = 0.75, 0.4, 0.52": "essa é a parte que escapou",
        "precision, recall, f1 = 0.75, 0.6, 0.675": "essa é a média comum",
        "precision, recall, f1 = 0.25, 0.6, 0.353": "essa é a parte que não era",
    },
)
def spam(precision, recall, f1):
    swapped = near(precision, 0.6) and near(recall, 0.75)
    expect(not swapped, "as duas estão trocadas: a precisão divide pelas marcadas; a revocação, pelo lixo que havia")
    expect(not near(precision, 0.25), "precision: essa é a parte que não era lixo")
    expect(near(precision, 0.75), "precision: das 20 marcadas, 15 eram")
    expect(not near(recall, 1.5), "recall: ela é uma parte do lixo, e não passa de 1; havia 15 + 10 mensagens de lixo")
    expect(not near(recall, 0.4), "recall: essa é a parte que escapou; a revocação é a que foi achada")
    expect(near(recall, 0.6), "recall: havia 15 + 10 mensagens de lixo, e 15 foram achadas")
    expect(not near(f1, 0.675), "f1: essa é a média comum; a F1 é a harmônica, 2PR/(P + R)")
    expect(near(f1, 2 / 3, 1e-3), "f1: duas vezes o produto, dividido pela soma")


@exercise(
    given="""
        import reference as np
        from reference.networks.metrics import precision

        certas = np.array([0, 1, 2])
        probabilidades = np.array([[0.8, 0.1, 0.1], [0.3, 0.5, 0.2], [0.6, 0.1, 0.3]])
    """,
    start="result = precision(certas, probabilidades)  # conserte",
    solution="result = precision(certas, probabilidades.argmax(axis=-1))",
    wrong={
        "result = precision(certas, probabilidades)": "argmax(axis=-1)",
        "result = precision(certas, probabilidades.argmax(axis=0))": "comparou as frutas entre si",
        "result = precision(certas, probabilidades.argmin(axis=-1))": "a maior, e não a menor",
        "result = precision(probabilidades.argmax(axis=-1), certas)": "o certo vem antes",
    },
)
def from_probabilities(result):
    expect(not near(result, [1, 1, 1]), "isso comparou as frutas entre si: as classes estão nas colunas, o último eixo")
    expect(not near(result, [0, 0, 0]), "a classe é a da nota maior, e não a menor")
    expect(not near(result, [1, 1, 0]), "nos argumentos, o certo vem antes da resposta; trocados, isso é a revocação")
    expect(near(result, [0.5, 1, 0]), "a rede disse 0, 1 e 0: a precisão é ½ na classe 0, 1 na 1 e 0 na 2")


@exercise(
    given="""
        import reference as np
        from reference.networks.metrics import confusion_matrix

        era = np.array([0, 0, 0, 0, 1, 1, 1, 2, 2, 2])
        disse = np.array([0, 0, 1, 1, 1, 1, 1, 2, 2, 2])
    """,
    start="""
        def accuracy(matrix):
            ...


        print(accuracy(confusion_matrix(era, disse)))  # 0.8
    """,
    solution="def accuracy(matrix): return sum(matrix[i][i] for i in range(len(matrix))) / np.asarray(matrix).sum()",
    wrong={
        "def accuracy(matrix): return matrix.diagonal().sum()": "falta dividir",
        "def accuracy(matrix): return matrix.diagonal().sum() / len(matrix)": "pelo número de classes",
        "def accuracy(matrix): return (matrix.diagonal() / matrix.sum(axis=1)).mean()": "a média das revocações",
        "def accuracy(matrix): return 1 - matrix.diagonal().sum() / matrix.sum()": "essa é a parte errada",
        "def accuracy(matrix): return (matrix[0, 0] + matrix[1, 1] + matrix[2, 2]) / matrix.sum()": "outros tamanhos",
        "def accuracy(matrix): return 0.8": "não olha para a matriz",
    },
)
def from_matrix(accuracy):
    matrix = np.array([[2, 0, 0], [3, 4, 1], [0, 0, 6]])
    answer = accuracy(matrix)
    expect(answer is not None, "a função devolveu None: falta o return")
    expect(not near(answer, 0.8), "a resposta não olha para a matriz: com outra, é outra")
    expect(not near(answer, 12), "esses são os acertos; falta dividir pelo total de amostras")
    expect(not near(answer, 4), "dividiu pelo número de classes, e não pelo de amostras")
    expect(not near(answer, (1 + 0.5 + 1) / 3), "essa é a média das revocações: as classes pequenas pesam demais nela")
    expect(not near(answer, 0.25), "essa é a parte errada; a acurácia é a certa")
    expect(near(answer, 0.75), "com [[2, 0, 0], [3, 4, 1], [0, 0, 6]] são 12 acertos em 16")
    big = np.diagflat([1, 2, 3, 4])
    big[0, 3] = 10
    expect(near(accuracy(big), 0.5), "falha com outros tamanhos: com quatro classes, a última também conta")


@exercise(
    start="""
        def in_top(scores, right, k):
            ...


        print([in_top([0.1, 0.4, 0.2, 0.3], 3, k) for k in (1, 2, 3)])  # [False, True, True]
    """,
    wrong={
        """
        def in_top(scores, right, k):
            return sum(score > scores[right] for score in scores) <= k
        """: "com k na frente",
        """
        def in_top(scores, right, k):
            return sum(score >= scores[right] for score in scores) < k
        """: "ela não está na frente de si mesma",
        """
        def in_top(scores, right, k):
            return sum(score < scores[right] for score in scores) < k
        """: "as de menor nota",
        """
        def in_top(scores, right, k):
            return max(scores) == scores[right]
        """: "só a primeira",
        """
        def in_top(scores, right, k):
            return right in sorted(range(len(scores)), key=lambda i: -scores[i])[:k]
        """: "quem empata",
    },
)
def among_the_best(in_top):
    scores = [0.1, 0.4, 0.2, 0.25, 0.05]
    expect(in_top(scores, 1, 1) is not None, "a função devolveu None: falta o return")
    expect(not in_top(scores, 4, 1), "a pior nota entrou com k = 1: contou as de menor nota, e não as de maior")
    expect(in_top(scores, 1, 1), "a melhor ficou de fora com k = 1: ela não está na frente de si mesma")
    expect(not in_top(scores, 3, 1), "a segunda entrou com k = 1: com k na frente já não há lugar")
    expect(in_top(scores, 3, 2), "a segunda ficou de fora com k = 2: assim entra só a primeira")
    expect([bool(in_top(scores, 0, k)) for k in (1, 2, 3, 4)] == [False] * 3 + [True], "a quarta só entra com k = 4")
    expect(in_top([0.4, 0.3, 0.3], 2, 2), "quem empata com a última a entrar também entra")
