"""Confere os exercícios de docs/data/batches.md."""

import reference as np
from exercises.judging import exercise, expect, near


@exercise(
    start="""
        # lotes numa época, e imagens no último, como em 3, 2
        training = ...  # 50.000 imagens, lotes de 120
        test = ...  # 10.000
    """,
    solution="training, test = (417, 80), (84, 40)",
    wrong={
        "training, test = (416, 80), (84, 40)": "416 são os lotes cheios",
        "training, test = (416.67, 80), (84, 40)": "lotes são inteiros",
        "training, test = (417, 120), (84, 40)": "o último fica com o que sobrou",
        "training, test = (417, 80), (83, 40)": "83 são os lotes cheios",
        "training, test = (417, 40), (84, 40)": "faltam",
    },
)
def per_epoch(training, test):
    for name, answer in (("training", training), ("test", test)):
        expect(np.shape(answer) == (2,), f"{name}: responda com dois números: os lotes e as imagens do último")
    expect(training[0] != 416, "training: 416 são os lotes cheios; o que sobra é mais um lote")
    expect(training[0] == 417, "training: lotes são inteiros, e o que sobra conta como mais um")
    expect(training[1] != 120, "training: o último fica com o que sobrou dos 416 cheios, e não são 120")
    expect(training[1] != 40, "training: faltam 80 para as 50.000, e não 120 − 80")
    expect(training[1] == 80, "training: 50.000 menos os 416 lotes cheios de 120")
    expect(test[0] != 83, "test: 83 são os lotes cheios; há mais um, menor")
    expect(near(test, (84, 40)), "test: são 83 lotes cheios, que levam 9.960 imagens, e mais um com o resto")


@exercise(
    start="""
        epoch = ...  # contando de 1
        seen = ...  # quantos lotes dela já viu
    """,
    solution="epoch, seen = 13, 52",
    wrong={
        "epoch, seen = 12, 52": "doze já acabaram",
        "epoch, seen = 13, 64": "78 são os lotes cheios",
        "epoch, seen = 13, 51": "são vistos, e não índices",
        "epoch, seen = 12.66, 52": "a época é um número inteiro",
        "epoch, seen = 13, 27": "27 são os que faltam",
    },
)
def in_the_middle(epoch, seen):
    expect(epoch != 12, "epoch: doze já acabaram, e está-se na seguinte")
    expect(epoch == int(epoch), "epoch: a época é um número inteiro: aquela em que o treino está")
    expect(epoch == 13, "epoch: quantos lotes há numa época? Quantas épocas completas cabem em 1.000 ajustes?")
    expect(seen != 64, "seen: 78 são os lotes cheios; cada época tem mais um, o das que sobram")
    expect(seen != 51, "seen: são vistos, e não índices: o resto já os conta todos")
    expect(seen != 27, "seen: 27 são os que faltam para a época acabar")
    expect(seen == 52, "seen: tire dos 1.000 ajustes os das doze épocas completas")


@exercise(
    given="""
        import reference as np
        from reference.data.batches import BatchGenerator

        x = np.arange(10)
    """,
    start="""
        # conserte
        epocas = []
        for epoca in range(3):
            gerador = BatchGenerator(x, x, 5, seed=0)
            epocas.append([lote.tolist() for lote, _ in gerador])
            print(epocas[-1])
    """,
    wrong={
        """
        epocas = []
        for epoca in range(3):
            epocas.append([lote.tolist() for lote, _ in BatchGenerator(x, x, 5, seed=1)])
        """: "a mesma ordem",
        """
        gerador = BatchGenerator(x, x, 5)
        epocas = [[lote.tolist() for lote, _ in gerador] for epoca in range(3)]
        """: "sem semente não embaralha",
        """
        gerador = BatchGenerator(x, x, 5, seed=0)
        epocas = [[gerador.next()[0].tolist()] for epoca in range(3)]
        """: "dá um lote por vez",
        """
        gerador = BatchGenerator(x, x, 5, seed=0)
        epocas = [[lote.tolist() for lote, _ in gerador]]
        """: "são três épocas",
        """
        gerador = BatchGenerator(x, x, 4, seed=0)
        epocas = [[lote.tolist() for lote, _ in gerador] for epoca in range(3)]
        """: "lotes de 5",
    },
)
def three_orders(epocas):
    expect(len(epocas) == 3, "são três épocas, e epocas tem um elemento por época")
    expect(all(len(epoch) > 1 for epoch in epocas), "next() dá um lote por vez; o laço for percorre a época inteira")
    expect(all([len(batch) for batch in epoch] == [5, 5] for epoch in epocas), "cada época tem dois lotes de 5")
    orders = [[int(i) for batch in epoch for i in batch] for epoch in epocas]
    expect(all(sorted(order) == [*range(10)] for order in orders), "em cada época, toda amostra aparece uma vez")
    expect(orders[0] != [*range(10)], "as amostras estão em ordem: sem semente não embaralha")
    different = len({tuple(order) for order in orders})
    expect(different == 3, "a mesma ordem se repete: o gerador nasce de novo a cada volta, com a mesma semente")


@exercise(
    given="""
        import reference as np
        from reference.data.batches import batches

        x = np.arange(10)
    """,
    start="""
        def full_batches(x, size):
            ...


        print(full_batches(x, 4))
    """,
    wrong={
        "def full_batches(x, size): print([*batches(x, size)])": "devolveu None",
        "def full_batches(x, size): return [*batches(x, size)]": "o último, menor, ficou",
        "def full_batches(x, size): return [*batches(x, size)][:-1]": "a divisão é exata",
        "def full_batches(x, size): return [lote for lote in batches(x, size) if len(lote) == 4]": "o tamanho é size",
        "def full_batches(x, size): return [*batches(x, size)][0]": "é um lote só",
        "def full_batches(x, size): return [x[i : i + size] for i in range(len(x) - size + 1)]": "se sobrepõem",
    },
)
def only_full(full_batches):
    answer = full_batches(np.arange(10), 4)
    expect(answer is not None, "a função devolveu None: falta o return")
    answer = list(answer)
    expect(answer and np.shape(answer[0]), "isso é um lote só; devolva uma lista de lotes")
    sizes = [len(batch) for batch in answer]
    expect(sizes != [4, 4, 2], "o último, menor, ficou na lista")
    expect(len(answer) <= 2, "os lotes se sobrepõem: cada amostra aparece uma vez")
    expect(near(answer, [[0, 1, 2, 3], [4, 5, 6, 7]]), "de 0 a 9, em lotes de 4, ficam dois: 0 a 3 e 4 a 7")
    exact = list(full_batches(np.arange(8), 4))
    expect(len(exact) == 2, "com 8 amostras a divisão é exata, e o último lote é inteiro: não o descarte")
    expect(near(list(full_batches(np.arange(7), 3)), [[0, 1, 2], [3, 4, 5]]), "o tamanho é size, e pode não ser 4")
