"""Confere os exercícios de docs/networks/recurrent.md."""

import reference as np
from exercises.judging import exercise, expect, near


@exercise(
    start="""
        whole = ...  # a resposta à sequência 1, 2, 3, com U = 1
        half = ...  # com U = ½
    """,
    solution="whole, half = 6, 4.25",
    wrong={
        "whole, half = 3, 3": "só a última entrada",
        "whole, half = [1, 3, 6], [1, 2.5, 4.25]": "o último estado",
        "whole, half = 6, 2.75": "o passado é que",
        "whole, half = 6, 3": "cada passo de uma vez",
        "whole, half = 6, 4.5": "atravessa dois passos",
        "whole, half = 6, 4": "esqueceu o primeiro passo",
    },
)
def three_steps(whole, half):
    expect(np.shape(whole) in ((), (1, 1)), "whole: a camada responde com o último estado, e não com todos")
    expect(not near(whole, 3), "whole: só a última entrada contou; o estado traz as outras")
    expect(near(np.asarray(whole).reshape(-1), [6]), "whole: some a cada entrada o estado de antes")
    expect(not near(half, 2.75), "half: o passado é que vale menos, e não o presente: quem se multiplica é o estado")
    expect(not near(half, 3), "half: não é a metade da soma: U multiplica o estado a cada passo, cada passo de uma vez")
    expect(not near(half, 4.5), "half: o 1 atravessa dois passos, e cai à metade em cada um")
    expect(not near(half, 4), "half: esqueceu o primeiro passo: o estado que chega ao terceiro já traz o 1")
    expect(near(np.asarray(half).reshape(-1), [4.25]), "half: são 1, depois 2 + ½, depois 3 mais a metade disso")


@exercise(
    start="""
        lstm = ...  # pesos e vieses de LSTM(8) que recebe 5 números
        gru = ...  # de GRU(8)
    """,
    solution="lstm, gru = 4 * (5 * 8 + 8 * 8 + 8), 3 * (5 * 8 + 8 * 8 + 16)",
    wrong={
        "lstm, gru = 112, 120": "uma conta só",
        "lstm, gru = 192, 168": "falta o U",
        "lstm, gru = 416, 312": "faltam os vieses",
        "lstm, gru = 336, 360": "quatro contas",
        "lstm, gru = 448, 336": "dois por neurônio",
    },
)
def counts(lstm, gru):
    expect(not near(lstm, 112), "lstm: isso é uma conta só; a LSTM faz mais de uma a cada passo")
    expect(not near(lstm, 192), "lstm: falta o U, que leva o estado de 8 números aos 8 neurônios")
    expect(not near(lstm, 416), "lstm: faltam os vieses, 8 por conta")
    expect(not near(lstm, 336), "lstm: são quatro contas: três portas e a candidata")
    expect(near(lstm, 448), "lstm: quatro vezes 5 · 8 + 8 · 8 + 8")
    expect(not near(gru, 336), "gru: aqui os vieses são dois por neurônio em cada conta")
    expect(near(gru, 360), "gru: três vezes 5 · 8 + 8 · 8 + 2 · 8")


@exercise(
    start="""
        steps = ...  # o efeito do u do primeiro, do segundo e do terceiro passo: uma lista de três números
        total = ...  # a derivada de h3 em u
    """,
    solution="steps, total = [4, 4, 4], 12",
    wrong={
        "steps, total = [4, 4, 4], 64": "se somam",
        "steps, total = [4, 4, 4], 8": "o próprio estado",
        "steps, total = [4, 4, 4], 4": "um passo só",
        "steps, total = [1, 2, 4], 7": "atravessa os passos que vêm depois",
        "steps, total = [4, 2, 1], 7": "traz o que veio antes",
    },
)
def same_weight(steps, total):
    expect(np.shape(steps) == (3,), "steps: uma lista de três números, um por passo")
    expect(not near(steps, [1, 2, 4]), "steps: falta um pedaço do caminho: o efeito atravessa os passos que vêm depois")
    expect(not near(steps, [4, 2, 1]), "steps: em cada passo, u multiplica o estado, que já traz o que veio antes")
    expect(near(steps, [4, 4, 4]), "steps: h3 é o produto dos três; a derivada em um é o produto dos outros dois")
    expect(not near(total, 64), "total: os efeitos de quem mexe em três lugares se somam, e não se multiplicam")
    expect(not near(total, 8), "total: esse é o próprio estado, u³; pede-se a derivada dele")
    expect(not near(total, 4), "total: isso é um passo só, e mexer em u mexe nos três")
    expect(near(total, 12), "total: some o que vem de cada passo")


@exercise(
    given="""
        import reference as np
        from reference.networks.recurrent import LSTM
        from reference.networks.sequential import Sequential
    """,
    start="""
        pilha = Sequential([LSTM(8), LSTM(8)], seed=0)  # conserte
        print(pilha.predict(np.zeros((1, 4, 5))).shape)  # (1, 8)
    """,
    solution="pilha = Sequential([LSTM(8, return_sequences=True), LSTM(8)], seed=0)",
    wrong={
        "pilha = Sequential([LSTM(8), LSTM(8)], seed=0)": "entrega à segunda só o último estado",
        "pilha = Sequential([LSTM(8), LSTM(8, return_sequences=True)], seed=0)": "é a primeira que tem de entregar",
        """
        pilha = Sequential([LSTM(8, return_sequences=True), LSTM(8, return_sequences=True)], seed=0)
        """: "oito números por letra",
        "pilha = Sequential([LSTM(8)], seed=0)": "eram duas camadas",
    },
)
def stack(pilha):
    expect(len(pilha.layers) == 2, "eram duas camadas, uma sobre a outra, e têm de continuar duas")
    first, second = (layer.return_sequences for layer in pilha.layers)
    expect(first or not second, "é a primeira que tem de entregar a sequência de estados, e não a segunda")
    expect(first, "a primeira entrega à segunda só o último estado, e a segunda espera uma sequência")
    expect(not second, "assim saem oito números por letra; da segunda só se quer o último estado")
    expect(pilha.predict(np.zeros((2, 3, 5))).shape == (2, 8), "de duas sequências têm de sair duas linhas de oito")


@exercise(
    start="""
        def continued(text, next_letter, limit):
            ...


        word = "abracadabra."
        print(continued("abr", lambda text: word[len(text)], 20))  # abracadabra.
    """,
    solution="""
        def continued(text, next_letter, limit):
            while len(text) < limit and text[-1] != ".":
                text += next_letter(text)
            return text
    """,
    wrong={
        """
        def continued(text, next_letter, limit):
            return text + next_letter(text)
        """: "uma letra só",
        """
        def continued(text, next_letter, limit):
            while len(text) < limit and text[-1] != ".":
                text += next_letter(text[-1])
            return text
        """: "só a última letra",
        """
        def continued(text, next_letter, limit):
            while len(text) < limit:
                text += next_letter(text)
            return text
        """: "passou do ponto",
        """
        def continued(text, next_letter, limit):
            start = text
            while len(text) < limit and text[-1] != ".":
                text += next_letter(start)
            return text
        """: "sempre a mesma pergunta",
        """
        def continued(text, next_letter, limit):
            new = ""
            while len(text + new) < limit and not new.endswith("."):
                new += next_letter(text + new)
            return new
        """: "o começo ficou de fora",
        """
        def continued(text, next_letter, limit):
            for _ in range(limit):
                text += next_letter(text)
                if text[-1] == ".":
                    break
            return text
        """: "passou de limit",
        "def continued(text, next_letter, limit): return 'abracadabra.'": "com outra palavra",
    },
)
def go_on(continued):
    asked = []

    def next_letter(text):
        asked.append(text)
        return "arara canta.ara"[len(text) % 15]

    answer = continued("ar", next_letter, 30)
    expect(isinstance(answer, str), "a função devolve o texto inteiro, uma cadeia de letras")
    expect(answer != "ara", "saiu uma letra só: repita até o ponto")
    expect(asked, "ninguém perguntou nada a next_letter: com outra palavra a resposta é outra")
    expect(not (len(asked) > 1 and set(asked) == {"ar"}), "fez sempre a mesma pergunta: o texto cresce, e ela com ele")
    expect(not (len(asked) > 1 and len(asked[1]) == 1), "perguntou com só a última letra; leve o texto todo")
    expect(answer.find(".") in (-1, len(answer) - 1), "passou do ponto: ele diz que a palavra acabou")
    expect(answer != "ara canta.", "o começo ficou de fora: devolva o texto inteiro")
    expect(answer == "arara canta.", "de “ar” tinha de sair “arara canta.”")
    expect(continued("a", lambda text: "b", 4) == "abbb", "passou de limit, ou não chegou lá: com 4, são 4 letras")
