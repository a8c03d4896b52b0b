"""Confere os exercícios de docs/tensors/indexing.md."""

import reference as np
from exercises.judging import exercise, expect, near


@exercise(
    start="""
        # a forma de cada um, de x com forma (4, 5)
        a = ...  # x[0]
        b = ...  # x[:1]
        c = ...  # x[..., -1]
        d = ...  # x[None]
        e = ...  # x[::3, 1::2]
        f = ...  # x[[1, 1, 1], 0]
        g = ...  # x[3:1]
        copies = ...  # as letras dos que são cópias, como "bd"
    """,
    solution="""
        a, b, c, d, e, f, g = (5,), (1, 5), (4,), (1, 4, 5), (2, 2), (3,), (0, 5)
        copies = "f"
    """,
    wrong={
        """
        a, b, c, d, e, f, g = (1, 5), (1, 5), (4,), (1, 4, 5), (2, 2), (3,), (0, 5)
        copies = "f"
        """: "a: o inteiro tira o eixo",
        """
        a, b, c, d, e, f, g = (5,), (5,), (4,), (1, 4, 5), (2, 2), (3,), (0, 5)
        copies = "f"
        """: "b: a fatia fica com o eixo",
        """
        a, b, c, d, e, f, g = (5,), (1, 5), (5,), (1, 4, 5), (2, 2), (3,), (0, 5)
        copies = "f"
        """: "é do último eixo",
        """
        a, b, c, d, e, f, g = (5,), (1, 5), (4,), (1, 4, 5), (2, 2), (3, 1), (0, 5)
        copies = "f"
        """: "o 0 é um inteiro",
        """
        a, b, c, d, e, f, g = (5,), (1, 5), (4,), (1, 4, 5), (1, 2), (3,), (0, 5)
        copies = "f"
        """: "entram as linhas 0 e 3",
        """
        a, b, c, d, e, f, g = (5,), (1, 5), (4,), (1, 4, 5), (2, 2), (3,), (2, 5)
        copies = "f"
        """: "anda para a frente",
        """
        a, b, c, d, e, f, g = (5,), (1, 5), (4,), (1, 4, 5), (2, 2), (3,), (0, 5)
        copies = "ef"
        """: "inteiros e fatias, mesmo com passo",
    },
)
def shapes(a, b, c, d, e, f, g, copies):
    expect(not near(a, (1, 5)), "a: o inteiro tira o eixo; quem o deixa, com tamanho 1, é a fatia")
    expect(near(a, (5,)), "a: sobra só o eixo das colunas; uma forma é uma tupla, como (7,)")
    expect(near(b, (1, 5)), "b: a fatia fica com o eixo, encolhido até uma linha")
    expect(not near(c, (5,)), "c: o −1 é do último eixo; o ... vale pelos que vêm antes dele")
    expect(near(c, (4,)), "c: um inteiro no último eixo, e os outros ficam inteiros")
    expect(near(d, (1, 4, 5)), "d: o None põe um eixo de tamanho 1 na frente, e os outros ficam")
    expect(near(e, (2, 2)), "e: entram as linhas 0 e 3, e as colunas 1 e 3")
    expect(not near(f, (3, 1)), "f: o 0 é um inteiro, e tira o eixo das colunas")
    expect(near(f, (3,)), "f: a lista fica com o tamanho dela, e pode repetir posições")
    expect(near(g, (0, 5)), "g: a fatia anda para a frente, e da 3 até antes da 1 não há nada: um eixo de tamanho 0")
    letters = {str(letter) for letter in copies} - {" ", ","}
    expect("f" in letters, "copies: uma lista de posições não se percorre com passos, e o resultado é uma cópia")
    expect(letters == {"f"}, "copies: inteiros e fatias, mesmo com passo, mesmo vazias, dão vistas")


@exercise(
    start="""
        # passos, início e o primeiro número, como em (5, 1), 0, 0
        reversed_both = ...  # x[::-1, ::-1]
        column = ...  # x[1::2, 2]
    """,
    solution="reversed_both, column = ((-5, -1), 19, 19), ((10,), 7, 7)",
    wrong={
        "reversed_both, column = ((-5, -1), 0, 0), ((10,), 7, 7)": "começa na última casa",
        "reversed_both, column = ((5, 1), 19, 19), ((10,), 7, 7)": "trocam de sinal",
        "reversed_both, column = ((-1, -5), 19, 19), ((10,), 7, 7)": "isso é transpor",
        "reversed_both, column = ((-5, -1), 20, 20), ((10,), 7, 7)": "20 são as casas",
        "reversed_both, column = ((-5, -1), 19, 19), ((5,), 7, 7)": "de duas em duas linhas",
        "reversed_both, column = ((-5, -1), 19, 19), ((2,), 7, 7)": "o 2 da fatia multiplica",
        "reversed_both, column = ((-5, -1), 19, 19), ((10, 1), 7, 7)": "o inteiro tirou",
        "reversed_both, column = ((-5, -1), 19, 19), ((10,), 2, 2)": "o 1 da fatia também anda",
    },
)
def two_cards(reversed_both, column):
    for name, answer in (("reversed_both", reversed_both), ("column", column)):
        three = isinstance(answer, (tuple, list)) and len(answer) == 3
        expect(three, f"{name}: responda com três coisas: os passos, o início e o primeiro número")
    steps, start, first = reversed_both
    expect(start != 0, "reversed_both: de trás para a frente nos dois eixos, começa na última casa, e não na 0")
    expect(start != 20, "reversed_both: 20 são as casas; contando do zero, a última é a 19")
    expect(not near(steps, (5, 1)), "reversed_both: andando para trás, os passos trocam de sinal")
    expect(not near(steps, (-1, -5)), "reversed_both: trocar os passos de lugar, isso é transpor; aqui só muda o sinal")
    expect(near(steps, (-5, -1)) and start == 19, "reversed_both: passos vezes −1; o início anda 3·5 + 4·1")
    expect(first == 19, "reversed_both: na casa k de x está o número k")
    steps, start, first = column
    expect(not near(steps, (10, 1)), "column: o inteiro tirou o eixo das colunas, e o passo dele")
    expect(not near(steps, (5,)), "column: anda-se de duas em duas linhas, e não de uma em uma")
    expect(not near(steps, (2,)), "column: o 2 da fatia multiplica o passo das linhas, que é 5")
    expect(near(steps, (10,)), "column: sobra um passo só, o das linhas, como em (7,)")
    expect(start != 2, "column: o 1 da fatia também anda: começa-se na linha 1")
    expect(start == 7 and first == 7, "column: começa na linha 1, coluna 2, que é a casa 1·5 + 2·1")


@exercise(
    given="""
        import reference as np

        previsto = np.array([[0.7, 0.1, 0.2], [0.1, 0.5, 0.4], [0.02, 0.9, 0.08]])
        certos = [0, 2, 1]
    """,
    start="da_certa = previsto[:, certos]  # conserte: um número por amostra",
    wrong={
        "da_certa = previsto[:, certos]": "cruza todas as linhas",
        "da_certa = previsto[certos]": "escolheu linhas",
        "da_certa = previsto.max(axis=1)": "a maior de cada linha",
        "da_certa = previsto[certos, np.arange(3)]": "linhas e colunas trocadas",
        "da_certa = previsto.diagonal()": "é a diagonal",
    },
)
def of_the_right_class(da_certa):
    crossed = near(da_certa, [[0.7, 0.2, 0.1], [0.1, 0.4, 0.5], [0.02, 0.08, 0.9]])
    expect(not crossed, "a fatia cruza todas as linhas com todas as colunas da lista: dê também a lista das linhas")
    expect(np.shape(da_certa) != (3, 3), "escolheu linhas inteiras; a classe é a coluna")
    expect(not near(da_certa, [0.7, 0.5, 0.9]), "é a maior de cada linha; a amostra 1 é da classe 2, e não da 1")
    expect(not near(da_certa, [0.7, 0.5, 0.08]), "é a diagonal; a coluna de cada linha é a que está em certos")
    expect(not near(da_certa, [0.7, 0.9, 0.4]), "linhas e colunas trocadas: a linha é a amostra, a coluna é a classe")
    expect(near(da_certa, [0.7, 0.4, 0.9]), "as classes certas são 0, 2 e 1: linha 0, coluna 0; linha 1, coluna 2…")


@exercise(
    given="""
        import reference as np

        amostras = np.array([[0, 0], [10, 1], [20, 2], [30, 3], [40, 4], [50, 5]])
        rotulos = np.array([0, 1, 2, 3, 4, 5])
        ordem = np.array([4, 1, 5, 0, 3, 2])
    """,
    start="""
        def shuffled_batches(samples, labels, order, size):
            ...


        for x_lote, y_lote in shuffled_batches(amostras, rotulos, ordem, 4):
            print(x_lote.tolist(), y_lote)
    """,
    wrong={
        """
        def shuffled_batches(samples, labels, order, size):
            samples = samples[order]
            return [(samples[i : i + size], labels[i : i + size]) for i in range(0, len(samples), size)]
        """: "só as amostras mudaram",
        """
        def shuffled_batches(samples, labels, order, size):
            return [(samples[i : i + size], labels[i : i + size]) for i in range(0, len(samples), size)]
        """: "na ordem em que estavam",
        """
        def shuffled_batches(samples, labels, order, size):
            samples, labels = samples[order], labels[order]
            return [(samples[i * size : (i + 1) * size], labels[i * size : (i + 1) * size])
                    for i in range(len(samples) // size)]
        """: "falta o último lote",
        """
        def shuffled_batches(samples, labels, order, size):
            samples[:], labels[:] = samples[order], labels[order]
            return [(samples[i : i + size], labels[i : i + size]) for i in range(0, len(samples), size)]
        """: "mexeu nos originais",
        """
        def shuffled_batches(samples, labels, order, size):
            samples, labels = samples[order], labels[order]
            return [(samples[i : i + 4], labels[i : i + 4]) for i in range(0, len(samples), 4)]
        """: "vieram lotes de [4, 3]",
        """
        def shuffled_batches(samples, labels, order, size):
            samples, labels = samples[order], labels[order]
            return [(samples[i], labels[i]) for i in range(len(samples))]
        """: "um lote é uma fatia",
    },
)  # fmt: skip
def batches_in_order(shuffled_batches):
    samples, labels = np.arange(14).reshape(7, 2), np.arange(7)
    order = np.array([4, 1, 6, 5, 0, 3, 2])
    answer = shuffled_batches(samples, labels, order, 3)
    expect(answer is not None, "a função devolveu None: falta o return")
    expect(near(samples[:, 0], 2 * np.arange(7)), "a função mexeu nos originais; ponha a ordem em tensores novos")
    answer = list(answer)
    expect(np.shape(answer[0][0]) != (2,), "um lote é uma fatia, e tem o eixo das amostras mesmo que seja de uma só")
    sizes = [len(y) for _, y in answer]
    expect(sizes != [3, 3], "falta o último lote, o que fica com as que sobraram")
    expect(sizes == [3, 3, 1], f"de sete amostras, com size=3, saem lotes de 3, 3 e 1, e vieram lotes de {sizes}")
    first, second = answer[0]
    same_samples, same_labels = near(first, samples[:3]), near(second, [0, 1, 2])
    expect(not (same_samples and same_labels), "os lotes vieram na ordem em que estavam: falta usar order")
    expect(not same_labels, "só as amostras mudaram de ordem, e os pares se desfizeram: a ordem serve aos dois")
    taken = np.concatenate([np.asarray(y) for _, y in answer])
    expect(near(taken, order), "os rótulos não vieram na ordem pedida, que diz quem é o primeiro, o segundo…")
    taken = np.concatenate([np.asarray(x) for x, _ in answer])
    expect(near(taken, samples[order]), "as amostras não vieram na ordem pedida: cada uma perdeu o seu rótulo")
