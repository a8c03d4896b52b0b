"""Confere os exercícios de docs/networks/regularization.md."""

import reference as np
from exercises.judging import exercise, expect, near

NAMES = {"subajuste", "sobreajuste", "no ponto"}


@exercise(
    start="""
        # Cada resposta é "subajuste", "sobreajuste" ou "no ponto".
        first = ...  # 0,30 no treino e 0,31 na validação
        second = ...  # 0,02 e 0,25
        third = ...  # 0,05 e 0,07
    """,
    solution='first, second, third = "subajuste", "sobreajuste", "no ponto"',
    wrong={
        'first, second, third = "no ponto", "sobreajuste", "no ponto"': "os dois erros são altos",
        'first, second, third = "sobreajuste", "subajuste", "no ponto"': "quem decora acerta no treino",
        'first, second, third = "subajuste", "no ponto", "no ponto"': "doze vezes",
        'first, second, third = "subajuste", "sobreajuste", "sobreajuste"': "uma lacuna sempre há",
        'first, second, third = "subajuste", "sobreajuste", "boa"': "uma das três",
    },
)
def diagnosis(first, second, third):
    for name, answer in (("first", first), ("second", second), ("third", third)):
        expect(answer in NAMES, f'{name}: responda com uma das três: "subajuste", "sobreajuste" ou "no ponto"')
    expect(first != "no ponto", "first: os dois erros são altos; serem iguais não os faz bons")
    expect(first == "subajuste", "first: quem decora acerta no treino, e esta erra nos dois")
    expect(second == "sobreajuste", "second: fora do treino o erro é doze vezes o de dentro: ela decorou")
    expect(third == "no ponto", "third: os dois erros são baixos; uma lacuna sempre há")


@exercise(
    start="""
        with_l2 = ...  # o peso depois de um passo com L2(0.5)
        with_l1 = ...  # e com L1(0.5)
    """,
    solution="with_l2, with_l1 = 1.8, 1.95",
    wrong={
        "with_l2, with_l1 = 1.9, 1.95": "o 2 da derivada",
        "with_l2, with_l1 = 2.2, 2.05": "puxa para o zero",
        "with_l2, with_l1 = 1.8, 1.9": "não depende do tamanho",
        "with_l2, with_l1 = 0, 1.95": "a taxa",
        "with_l2, with_l1 = 1.95, 1.8": "trocadas",
    },
)
def one_step(with_l2, with_l1):
    expect(not (near(with_l2, 1.95) and near(with_l1, 1.8)), "as duas estão trocadas")
    expect(not near(with_l2, 1.9), "with_l2: falta o 2 da derivada: o puxão é 2λw")
    expect(not near(with_l2, 2.2), "with_l2: a multa puxa para o zero: o passo se tira")
    expect(not near(with_l2, 0), "with_l2: o puxão é 2, mas só a taxa dele entra no passo")
    expect(near(with_l2, 1.8), "with_l2: o puxão é 2λw = 2, e o passo, 0,1 vezes ele")
    expect(not near(with_l1, 1.9), "with_l1: o puxão da L1 não depende do tamanho do peso: é λ, com o sinal dele")
    expect(near(with_l1, 1.95), "with_l1: o puxão é λ = 0,5, e o passo, 0,1 vezes ele")


@exercise(
    start="""
        # Cada resposta é "maior", "menor" ou "igual".
        training = ...  # o erro no treino, com 100 medidas
        outside = ...  # o erro fora dele
    """,
    solution='training, outside = "maior", "menor"',
    wrong={
        'training, outside = "igual", "menor"': "não passam por cem",
        'training, outside = "menor", "menor"': "menor que zero",
        'training, outside = "maior", "maior"': "acompanha a curva",
        'training, outside = "maior", "igual"': "as ondas que inventava",
    },
)
def more_examples(training, outside):
    for name, answer in (("training", training), ("outside", outside)):
        expect(answer in ("maior", "menor", "igual"), f'{name}: responda "maior", "menor" ou "igual"')
    expect(training != "menor", "training: ele era 0,000, e um quadrado não fica menor que zero")
    expect(training == "maior", "training: doze coeficientes passam por doze pontos, mas não passam por cem")
    expect(outside != "igual", "outside: com pontos por toda parte, já não cabem as ondas que inventava entre eles")
    expect(outside == "menor", "outside: quem não consegue decorar o ruído acompanha a curva")


@exercise(
    start="""
        def dropout(x, kept, rate):  # conserte
            return x * kept
    """,
    solution="def dropout(x, kept, rate): return x * kept / (1 - rate)",
    wrong={
        "def dropout(x, kept, rate): return x * kept": "falta compensar",
        "def dropout(x, kept, rate): return x * kept / rate": "a probabilidade de sumir",
        "def dropout(x, kept, rate): return x * kept * (1 - rate)": "encolheu ainda mais",
        "def dropout(x, kept, rate): return x * (1 - kept) / (1 - rate)": "sumiu o que devia ficar",
        "def dropout(x, kept, rate): return x * kept * 2": "só serve a rate = 0,5",
        """
        def dropout(x, kept, rate):
            x *= kept
            x /= 1 - rate
            return x
        """: "mudou o tensor",
    },
)
def inverted_dropout(dropout):
    x, kept, rate = np.array([[1.0, 2.0, 3.0, 4.0]]), np.array([[1.0, 0.0, 1.0, 1.0]]), 0.2
    answer = dropout(x, kept, rate)
    expect(near(x, [[1, 2, 3, 4]]), "a função mudou o tensor que recebeu: x *= escreve nele")
    expect(answer is not None, "a função devolveu None: falta o return")
    expect(not near(answer, x * kept), "falta compensar o que sumiu: o que fica tem de crescer")
    expect(not near(answer, x * kept / rate), "dividiu por rate, a probabilidade de sumir; a de ficar é outra")
    expect(not near(answer, x * kept * (1 - rate)), "multiplicar por 1 − rate encolheu ainda mais o que ficou")
    expect(not near(answer, x * (1 - kept) / (1 - rate)), "sumiu o que devia ficar: kept tem 1 no que fica")
    expect(not near(answer, x * kept * 2), "dobrar só serve a rate = 0,5")
    expect(near(answer, x * kept / (1 - rate)), "com rate = 0,2, o 1 que fica tem de virar 1,25")


@exercise(
    start="""
        def step(weights, slopes, rate, l1, l2):
            ...


        print(step([3.0, -4.0, 0.0], [0.0, 0.0, 1.0], rate=0.1, l1=0.5, l2=0.1))  # 2.89, -3.87 e -0.1, ou quase
    """,
    wrong={
        """
        def step(weights, slopes, rate, l1, l2):
            return [w - rate * g for w, g in zip(weights, slopes)]
        """: "as multas não entraram",
        """
        def step(weights, slopes, rate, l1, l2):
            return [w - rate * (g + 2 * l2 * w + l1) for w, g in zip(weights, slopes)]
        """: "para longe do zero",
        """
        def step(weights, slopes, rate, l1, l2):
            return [w - rate * (g + l2 * w + l1 * ((w > 0) - (w < 0))) for w, g in zip(weights, slopes)]
        """: "o gradiente da L2 é",
        """
        def step(weights, slopes, rate, l1, l2):
            return [w - rate * (g + 2 * l2 * w + l1 * (1 if w > 0 else -1)) for w, g in zip(weights, slopes)]
        """: "um peso que é zero",
        """
        def step(weights, slopes, rate, l1, l2):
            return [w - rate * (g - 2 * l2 * w - l1 * ((w > 0) - (w < 0))) for w, g in zip(weights, slopes)]
        """: "as multas se somam",
        """
        def step(weights, slopes, rate, l1, l2):
            for i, (w, g) in enumerate(zip(weights, slopes)):
                weights[i] = w - rate * (g + 2 * l2 * w + l1 * ((w > 0) - (w < 0)))
            return weights
        """: "mudou a lista",
    },
)
def penalised_step(step):
    weights, slopes = [3.0, -4.0, 0.0], [1.0, 2.0, 1.0]
    answer = step(weights, slopes, 0.1, 0.5, 0.25)
    expect(weights == [3.0, -4.0, 0.0], "a função mudou a lista que recebeu: devolva uma nova")
    expect(answer is not None, "a função devolveu None: falta o return")
    expect(np.shape(answer) == (3,), "um peso novo por peso")
    expect(not near(answer, [2.9, -4.2, -0.1]), "as multas não entraram: esse é o passo do custo, sozinho")
    expect(not near(answer[0], 2.775), "o gradiente da L2 é 2λw; o 2 ficou de fora")
    expect(not near(answer[1], -4.05), "a L1 empurrou o peso negativo para longe do zero: falta o sinal do peso")
    expect(near(answer[2], -0.1), "um peso que é zero não tem sinal, e a L1 não o puxa")
    expect(not near(answer[0], 3.1), "as multas se somam ao custo, e os gradientes delas, ao dele; aqui se tiraram")
    expect(near(answer, [2.7, -3.95, -0.1]), "com multas 0,5 e 0,25 e taxa 0,1, de 3 e gradiente 1 se vai a 2,7")
    expect(near(step([2.0], [0.0], 0.1, 0.0, 0.5), [1.8]), "falha com L2(0.5) sozinha")
