"""Confere os exercícios de docs/gradients/sgd.md."""

from collections.abc import Iterable

import reference as np
from exercises.judging import exercise, expect, near

SEEDLINGS = """
    import reference as np
    from reference.data.batches import BatchGenerator

    sol = np.array([0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0])
    cresceu = np.array([1.5, 1.0, 4.0, 3.0, 6.0, 5.0, 8.0, 7.5])


    def gradiente(w, x, y):
        return np.mean(2 * x * (w * x - y))
"""
SUN = [0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0]
GROWN = [1.5, 1.0, 4.0, 3.0, 6.0, 5.0, 8.0, 7.5]
BEST = sum(x * y for x, y in zip(SUN, GROWN)) / sum(x * x for x in SUN)


def slope(w: float, start: int, size: int) -> float:
    """O gradiente de um lote: a média, a partir da muda `start`."""
    pairs = list(zip(SUN, GROWN))[start : start + size]
    return sum(2 * x * (w * x - y) for x, y in pairs) / len(pairs)


def walk(w: float, size: int, starts: Iterable[int]) -> float:
    """Aonde levam os lotes que começam nestas mudas."""
    for start in starts:
        w -= 0.02 * slope(w, start, size)
    return w


@exercise(
    start="w = ...  # depois de um passo, com as mudas 1 e 8",
    solution="w = 0.615",
    wrong={
        "w = -0.615": "para o outro lado",
        "w = 1.23": "e não a soma",
        "w = -30.75": "falta a taxa",
        "w = 0.50875": "lote completo",
        "w = 1.16": "7 e 8",
    },
)
def two_seedlings(w):
    expect(not near(w, -0.615), "andou para o outro lado: o gradiente é negativo, e o passo é contra ele")
    expect(not near(w, 1.23), "o gradiente do lote é a média dos dois, e não a soma")
    expect(not near(w, -30.75) and not near(w, 30.75), "isso é o gradiente do lote; falta a taxa")
    expect(not near(w, 0.50875), "isso é o lote completo; ouça só as mudas 1 e 8")
    expect(not near(w, 1.16), "isso é com as mudas 7 e 8; a primeira tem gradiente -1.5")
    expect(near(w, 0.615, 1e-6), "de 0, tire 0.02 vezes a média de -1.5 e -60")


@exercise(
    start="""
        steps = ...  # em três épocas de lotes de 64, com 1000 amostras
        gradients = ...  # quantas contas de gradiente nessas três épocas
    """,
    solution="steps, gradients = 48, 3000",
    wrong={
        "steps, gradients = 45, 3000": "o lote incompleto também conta",
        "steps, gradients = 47, 3000": "não passam para a época seguinte",
        "steps, gradients = 16, 1000": "uma época só",
        "steps, gradients = 46.875, 3000": "meio passo",
        "steps, gradients = 48, 3072": "o último lote só tem 40",
        "steps, gradients = 48, 48": "uma conta por amostra",
    },
)
def counting(steps, gradients):
    expect(not near(steps, 45), "steps: cabem 15 lotes cheios e sobram 40 amostras: o lote incompleto também conta")
    expect(not near(steps, 47), "steps: as amostras que sobram não passam para a época seguinte: 16 por época")
    expect(not near(steps, 16), "steps: isso é uma época só, e são três")
    expect(not near(steps, 46.875), "steps: não há meio passo: arredonde os lotes de cada época para cima")
    expect(near(steps, 48), "steps: lotes por época, contando o incompleto, vezes três")
    expect(not near(gradients, 3072), "gradients: o último lote só tem 40 amostras, e não 64")
    expect(not near(gradients, 48), "gradients: isso são os passos; faz-se uma conta por amostra")
    expect(near(gradients, 3000), "gradients: uma por amostra e por época, qualquer que seja o lote")


@exercise(
    given=SEEDLINGS,
    start="""
        parts = ...  # os gradientes dos quatro lotes de duas mudas, todos em w = 0.7
        average = ...  # a média deles
        single = ...  # o w depois de um passo de lote completo, de 0.7
        epoch = ...  # o w depois de uma época dos quatro lotes, de 0.7
    """,
    wrong={
        "parts, average, single, epoch = [-1.75, -12, -30, -58], -25.4375, 1.03025, 1.7": "em w = 0",
        "parts, average, single, epoch = [-1.75, -16.5, -38.65, -75.2], -33.025, 1.36, 1.8": "e não a soma",
        """
        parts, single = [float(gradiente(0.7, sol[i : i + 2], cresceu[i : i + 2])) for i in (0, 2, 4, 6)], 0.7
        average = sum(parts) / 4
        epoch = single = single - 0.02 * average
        """: "num w novo",
        """
        parts, epoch = [float(gradiente(0.7, sol[i : i + 2], cresceu[i : i + 2])) for i in (0, 2, 4, 6)], 0.7
        average = sum(parts) / 4
        single = 0.7 - 0.02 * average
        for part in parts:
            epoch = epoch - 0.02 * part
        """: "mediu os quatro no mesmo",
        """
        parts, epoch = [], 0.7
        for i in (0, 2, 4, 6):
            parts.append(float(gradiente(epoch, sol[i : i + 2], cresceu[i : i + 2])))
            epoch = epoch - 0.02 * parts[-1]
        average = sum(parts) / 4
        single = 0.7 - 0.02 * average
        """: "o w andou",
    },
)
def same_mean(parts, average, single, epoch):
    right = [slope(0.7, start, 2) for start in (0, 2, 4, 6)]
    at_zero, moving, w = [slope(0, start, 2) for start in (0, 2, 4, 6)], [], 0.7
    for start in (0, 2, 4, 6):
        moving.append(slope(w, start, 2))
        w -= 0.02 * moving[-1]
    expect(np.shape(parts) == (4,), "parts: são quatro números, um por lote")
    expect(not near(parts, at_zero, 1e-6), "parts: mediu em w = 0; é em 0.7")
    expect(not near(parts, moving, 1e-6), "parts: o w andou entre um lote e outro; aqui meça os quatro em 0.7")
    expect(near(parts[0], right[0], 1e-6), "parts: o gradiente do lote é a média das duas mudas, e não a soma")
    expect(near(parts, right, 1e-6), "parts: os lotes são as mudas 1 e 2, 3 e 4, 5 e 6, 7 e 8")
    expect(near(average, sum(right) / 4, 1e-6), "average: a soma dos quatro, dividida por 4")
    expect(near(single, 0.7 - 0.005 * sum(right), 1e-6), "single: de 0.7, um passo só, contra a média")
    expect(not near(epoch, single, 1e-6), "epoch: são quatro passos, e não um dividido: cada lote mede num w novo")
    expect(not near(epoch, 0.7 - 0.02 * sum(right), 1e-6), "epoch: mediu os quatro no mesmo w; ele anda a cada lote")
    expect(near(epoch, w, 1e-3), "epoch: cada lote mede o gradiente no w que o anterior deixou")


@exercise(
    given=SEEDLINGS,
    start="""
        def epoca(w, tamanho):
            for i in range(len(sol) // tamanho):  # conserte
                lote = slice(i * tamanho, (i + 1) * tamanho)
                w = w - 0.02 * float(gradiente(w, sol[lote], cresceu[lote]))
            return w


        print(epoca(0.0, 2), epoca(0.0, 3))
    """,
    wrong={
        """
        def epoca(w, tamanho):
            for i in range(len(sol) // tamanho):
                lote = slice(i * tamanho, (i + 1) * tamanho)
                w = w - 0.02 * float(gradiente(w, sol[lote], cresceu[lote]))
            return w
        """: "7 e 8 ainda ficam de fora",
        """
        def epoca(w, tamanho):
            for i in range(len(sol) // tamanho + 1):
                lote = slice(i * tamanho, (i + 1) * tamanho)
                w = w - 0.02 * float(gradiente(w, sol[lote], cresceu[lote]))
            return w
        """: "um lote vazio",
        """
        def epoca(w, tamanho):
            for i in range(round(len(sol) / tamanho)):
                lote = slice(i * tamanho, (i + 1) * tamanho)
                w = w - 0.02 * float(gradiente(w, sol[lote], cresceu[lote]))
            return w
        """: "e não para o mais próximo",
        """
        def epoca(w, tamanho):
            for i in range(-(-len(sol) // tamanho)):
                lote = slice(i, i + tamanho)
                w = w - 0.02 * float(gradiente(w, sol[lote], cresceu[lote]))
            return w
        """: "começam uma muda depois",
        """
        def epoca(w, tamanho):
            for i in range(0, len(sol), tamanho):
                lote = slice(i, i + tamanho)
                w = w - 0.02 * float(gradiente(w, sol[lote], cresceu[lote]))
                return w
        """: "dentro do laço",
    },
)
def last_batch(epoca):
    answer = epoca(0.0, 3)
    expect(answer is not None, "a função devolveu None: falta o return")
    expect(not near(answer, walk(0, 3, [0])), "só passou pelo primeiro lote: o return está dentro do laço")
    expect(not near(answer, walk(0, 3, [0, 3])), "com lotes de 3, as mudas 7 e 8 ainda ficam de fora")
    expect(
        not near(answer, walk(0, 3, [0, 1, 2])), "um lote começa onde o outro acaba; os seus começam uma muda depois"
    )
    expect(near(answer, walk(0, 3, [0, 3, 6])), "com lotes de 3, são as mudas 1 a 3, 4 a 6, e 7 e 8")
    even = epoca(0.0, 2)
    expect(even == even, "com lotes de 2 sobra um lote vazio, e a média de nada é nan")
    expect(near(even, walk(0, 2, [0, 2, 4, 6])), "com lotes de 2 deixou de funcionar")
    expect(
        near(epoca(0.0, 6), walk(0, 6, [0, 6])), "8 / 6 são dois lotes: arredonde para cima, e não para o mais próximo"
    )
    for size in (5, 8):
        expect(near(epoca(1.0, size), walk(1, size, range(0, 8, size))), f"falha com lotes de {size}")


@exercise(
    given=SEEDLINGS,
    start="""
        def crescer(tamanhos):
            ...


        print(crescer([1, 2] + 8 * [8]), crescer(10 * [8]))  # o melhor é 1.9951
    """,
    solution="""
        def crescer(tamanhos):
            w = 0.0
            for tamanho in tamanhos:
                for x, y in BatchGenerator(sol, cresceu, tamanho, seed=0):
                    w = w - 0.02 * float(gradiente(w, x, y))
            return w
    """,
    wrong={
        "def crescer(tamanhos): pass": "devolveu None",
        """
        def crescer(tamanhos):
            for tamanho in tamanhos:
                w = 0.0
                for x, y in BatchGenerator(sol, cresceu, tamanho, seed=0):
                    w = w - 0.02 * float(gradiente(w, x, y))
            return w
        """: "recomeçou de zero",
        """
        def crescer(tamanhos):
            w = 0.0
            for tamanho in tamanhos:
                for x, y in BatchGenerator(sol, cresceu, tamanho, seed=0):
                    w = w - 0.02 * float(np.sum(2 * x * (w * x - y)))
            return w
        """: "somou os gradientes",
        """
        def crescer(tamanhos):
            w = 0.0
            for tamanho in tamanhos:
                for x, y in BatchGenerator(sol, cresceu, tamanho, seed=0):
                    w = w + 0.02 * float(gradiente(w, x, y))
            return w
        """: "a favor do gradiente",
        """
        def crescer(tamanhos):
            w = 0.0
            for tamanho in tamanhos:
                x, y = next(iter(BatchGenerator(sol, cresceu, tamanho, seed=0)))
                w = w - 0.02 * float(gradiente(w, x, y))
            return w
        """: "por todos os lotes",
        """
        def crescer(tamanhos):
            w = 0.0
            for tamanho in tamanhos:
                w = w - 0.02 * float(gradiente(w, sol, cresceu))
            return w
        """: "o tamanho da lista",
    },
)
def growing(crescer):
    answer = crescer([8])
    expect(answer is not None, "a função devolveu None: falta o return")
    expect(not near(answer, -0.50875), "andou a favor do gradiente: o passo é contra ele")
    expect(not near(answer, 4.07), "somou os gradientes do lote em vez de tirar a média")
    expect(near(answer, 0.50875), "uma época de lote completo, de w = 0, leva a 0.50875")
    expect(not near(crescer([8, 8]), answer), "na segunda época recomeçou de zero: o w passa de uma para a outra")
    expect(near(crescer(10 * [8]), walk(0, 8, 10 * [0])), "dez épocas de lote completo levam a 1.89")
    one = crescer([1])
    expect(not near(one, 0.50875), "em lotes de uma muda andou como no lote completo: use o tamanho da lista")
    expect(not near(one, 4.07), "cada lote mede o gradiente no w que o anterior deixou, e não no do começo da época")
    expect(one > 1.2, "uma época passa por todos os lotes: com uma muda por vez são oito passos")
    close = crescer([1, 2] + 8 * [8])
    expect(abs(close - BEST) < 0.05, "com o lote crescendo, o fim devia ficar a menos de 0.05 do melhor w, 1.9951")
