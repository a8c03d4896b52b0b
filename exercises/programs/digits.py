"""Confere os exercícios de docs/programs/digits.md."""

import reference as np
from exercises.judging import exercise, expect, near


@exercise(
    start="""
        parameters = ...  # da rede 784-64-10
        updates = ...  # em 3 épocas de 60.000 imagens, com lotes de 64
    """,
    solution="parameters, updates = 784 * 64 + 64 + 64 * 10 + 10, 3 * 938",
    wrong={
        "parameters, updates = 784 * 64 + 64 * 10, 3 * 938": "os vieses",
        "parameters, updates = 784 * 64 + 64, 3 * 938": "a segunda camada",
        "parameters, updates = 50890, 938": "isso é uma época",
        "parameters, updates = 50890, 3 * 937": "o último lote",
        "parameters, updates = 50890, 180000": "a cada lote, e não a cada imagem",
    },
)
def sizes(parameters, updates):
    expect(parameters != 784 * 64 + 64 * 10, "faltam os vieses, um por neurônio")
    expect(parameters != 784 * 64 + 64, "falta a segunda camada: 64 entradas e dez neurônios")
    expect(parameters == 50890, "784 × 64 + 64 na camada oculta, 64 × 10 + 10 na saída")
    expect(updates != 938, "isso é uma época; são três")
    expect(updates != 3 * 937, "60.000 / 64 = 937,5: o último lote, menor, também conta")
    expect(updates != 180_000, "a rede se corrige a cada lote, e não a cada imagem")
    expect(updates == 2814, "938 lotes por época, três épocas")


@exercise(
    start="""
        # A parte das imagens em que acerta; a prova tem 1.135 uns em 10.000 imagens.
        guessing = ...  # quem sorteia a resposta
        always_one = ...  # quem diz sempre 1
    """,
    solution="guessing, always_one = 0.1, 0.1135",
    wrong={
        "guessing, always_one = 0.5, 0.1135": "dez respostas",
        "guessing, always_one = 0.1, 0.1": "nem todos os algarismos",
        "guessing, always_one = 0, 0.1135": "por acaso",
        "guessing, always_one = 0.1, 1135": "a parte",
    },
)
def chance(guessing, always_one):
    expect(guessing != 0.5, "guessing: meio a meio é com duas respostas; aqui são dez respostas")
    expect(guessing != 0, "guessing: às vezes se acerta por acaso; quantas vezes em dez?")
    expect(near(guessing, 0.1), "guessing: uma em cada dez")
    expect(not near(always_one, 0.1), "always_one: nem todos os algarismos aparecem o mesmo tanto; os uns são 1.135")
    expect(always_one != 1135, "always_one: essa é a conta; pediu-se a parte, entre 0 e 1")
    expect(near(always_one, 0.1135), "always_one: acerta os uns, 1.135 em 10.000")


@exercise(
    given="""
        import reference as np
    """,
    start="""
        def recall(confusion):
            ...
    """,
    solution="def recall(confusion): return np.diag(confusion) / confusion.sum(axis=1)",
    wrong={
        "def recall(confusion): return np.diag(confusion) / confusion.sum(axis=0)": "a precisão",
        "def recall(confusion): return np.diag(confusion) / confusion.sum()": "do algarismo",
        "def recall(confusion): return np.diag(confusion)": "dividir",
        "def recall(confusion): return confusion / confusion.sum(axis=1)": "só a diagonal",
        "def recall(confusion): return confusion.trace() / confusion.sum()": "um número por algarismo",
    },
)
def recalled(recall):
    confusion = np.array([[8, 2, 0], [1, 3, 0], [0, 5, 5]])
    answer = recall(confusion)
    expect(np.shape(answer) != (), "esse é o acerto geral; pediu-se um número por algarismo")
    expect(np.shape(answer) == (3,), "dos elementos da matriz interessa só a diagonal, onde estão os acertos")
    expect(not near(answer, [8, 3, 5]), "essa é a conta dos acertos: falta dividir por quantas imagens havia")
    expect(not near(answer, np.diag(confusion) / 24), "divida pelas imagens do algarismo, e não por todas")
    wrong = np.diag(confusion) / confusion.sum(axis=0)
    expect(not near(answer, wrong), "essa é a precisão: quantas das respostas k eram k. O que era está na linha")
    expect(near(answer, [0.8, 0.75, 0.5]), "não é a diagonal sobre a soma de cada linha")


@exercise(
    given="""
        import reference as np
    """,
    start="""
        def shift_right(images):
            ...


        print(shift_right(np.array([[[1, 2, 3], [4, 5, 6]]])))  # [[[0 1 2] [0 4 5]]]
    """,
    wrong={
        "def shift_right(images): return np.roll(images, 1, axis=-1)": "deu a volta",
        "def shift_right(images): return np.roll(images, 1)": "de uma linha para a outra",
        """
        def shift_right(images):
            shifted = np.zeros_like(images)
            shifted[:, :, :-1] = images[:, :, 1:]
            return shifted
        """: "para a esquerda",
        """
        def shift_right(images):
            shifted = np.zeros_like(images)
            shifted[:, 1:] = images[:, :-1]
            return shifted
        """: "para baixo",
        """
        def shift_right(images):
            images[:, :, 1:] = images[:, :, :-1]
            images[:, :, 0] = 0
            return images
        """: "mudou as imagens",
    },
)
def shifted_images(shift_right):
    images = np.array([[[1, 2, 3], [4, 5, 6]], [[7, 8, 9], [10, 11, 12]]])
    before = images.copy()
    answer = shift_right(images)
    expect(near(images, before), "a função mudou as imagens que recebeu: devolva outras")
    expect(not near(answer, np.roll(before, 1, axis=-1)), "a coluna da borda deu a volta e entrou do outro lado")
    expect(not near(answer, np.roll(before, 1)), "assim um ponto passa de uma linha para a outra: diga o eixo")
    expect(not near(answer, [[[2, 3, 0], [5, 6, 0]], [[8, 9, 0], [11, 12, 0]]]), "as imagens foram para a esquerda")
    expect(not near(answer, [[[0, 0, 0], [1, 2, 3]], [[0, 0, 0], [7, 8, 9]]]), "as imagens foram para baixo")
    expect(near(answer, [[[0, 1, 2], [0, 4, 5]], [[0, 7, 8], [0, 10, 11]]]), "de [a, b, c] tem de sair [0, a, b]")
