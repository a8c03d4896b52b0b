"""Confere os exercícios de docs/data/splitting.md."""

import reference as np
from exercises.judging import exercise, expect, near


@exercise(
    start="sizes = ...  # quantas amostras tem cada dobra, na ordem, como em [5, 5]",
    solution="sizes = [3, 3, 2, 2]",
    wrong={
        "sizes = [2, 2, 3, 3]": "às primeiras",
        "sizes = [2, 2, 2, 4]": "o resto inteiro na última",
        "sizes = [2, 2, 2, 2]": "sobraram duas",
        "sizes = [2.5, 2.5, 2.5, 2.5]": "meia amostra",
        "sizes = [4, 4, 2]": "são 4 dobras",
        "sizes = [3, 3, 3, 1]": "não diferem em mais de uma",
    },
)
def fold_sizes(sizes):
    expect(np.shape(sizes) == (4,), "são 4 dobras, e não dobras de 4")
    expect(all(size == int(size) for size in sizes), "não há meia amostra")
    expect(sum(sizes) == 10, "toda amostra vai para alguma dobra, e aqui sobraram duas")
    expect(not near(sizes, [2, 2, 2, 4]), "o resto inteiro na última a faz o dobro das outras; reparta-o")
    expect(max(sizes) - min(sizes) <= 1, "as dobras não diferem em mais de uma amostra")
    expect(near(sizes, [3, 3, 2, 2]), "a amostra a mais vai às primeiras")


@exercise(
    start="""
        # amostras que ensinam numa rodada, e modelos treinados, como em 50, 2
        ten_folds = ...
        one_each = ...  # com 100 dobras
    """,
    solution="ten_folds, one_each = (90, 10), (99, 100)",
    wrong={
        "ten_folds, one_each = (10, 10), (99, 100)": "essas são as que medem",
        "ten_folds, one_each = (90, 1), (99, 100)": "um modelo novo em cada rodada",
        "ten_folds, one_each = (90, 9), (99, 100)": "cada dobra mede uma vez",
        "ten_folds, one_each = (0.9, 10), (0.99, 100)": "quantas são, e não que parte",
        "ten_folds, one_each = (90, 10), (1, 100)": "uma mede",
        "ten_folds, one_each = (90, 10), (100, 100)": "a que mede não ensina",
        "ten_folds, one_each = (90, 10), (99, 10)": "cem rodadas",
    },
)
def teaching(ten_folds, one_each):
    for name, answer in (("ten_folds", ten_folds), ("one_each", one_each)):
        expect(np.shape(answer) == (2,), f"{name}: responda com dois números: as amostras que ensinam e os modelos")
    expect(ten_folds[0] != 10, "ten_folds: essas são as que medem; as outras ensinam")
    expect(ten_folds[0] > 1, "ten_folds: diga quantas são, e não que parte")
    expect(ten_folds[0] == 90, "ten_folds: cada dobra tem 10; as das outras nove ensinam")
    expect(ten_folds[1] != 1, "ten_folds: nasce um modelo novo em cada rodada, e não um para todas")
    expect(ten_folds[1] == 10, "ten_folds: cada dobra mede uma vez, e cada rodada tem o seu modelo")
    expect(one_each[0] != 1, "one_each: uma mede, e as outras todas ensinam")
    expect(one_each[0] != 100, "one_each: a que mede não ensina")
    expect(one_each[0] == 99, "one_each: cada dobra tem uma amostra; ensinam as das outras")
    expect(one_each[1] == 100, "one_each: são cem rodadas, uma por dobra")


class Spy:
    """Um modelo que anota o que lhe ensinam e em que é medido."""

    def __init__(self, made):
        self.taught, self.measured = [], []
        made.append(self)

    def treina(self, posicoes):
        self.taught += posicoes.tolist()

    def nota(self, posicoes):
        expect(self.taught, "o modelo é medido antes de aprender: treine-o com as outras dobras")
        seen = set(posicoes.tolist()) & set(self.taught)
        once = len(set(self.taught)) == len(self.taught)
        expect(once, "o mesmo modelo anda de dobra em dobra, e já viu nas outras rodadas aquilo em que é medido")
        expect(not seen, "o modelo é medido nas amostras que o ensinaram; uma dobra mede, as outras ensinam")
        self.measured += posicoes.tolist()
        return posicoes.tolist()[0] / 10


@exercise(
    given="""
        from reference.data.splitting import k_folds


        class Decorador:
            def __init__(self):
                self.vistas = set()

            def treina(self, posicoes):
                self.vistas |= set(posicoes.tolist())

            def nota(self, posicoes):
                return sum(i in self.vistas for i in posicoes.tolist()) / posicoes.size
    """,
    start="""
        # conserte
        def reveza(cria, m, k):
            modelo = cria()
            notas = []
            for ensina, prova in k_folds(m, k):
                modelo.treina(ensina)
                notas.append(modelo.nota(prova))
            return notas


        print(reveza(Decorador, 10, 5))
    """,
    wrong={
        """
        def reveza(cria, m, k):
            modelo = cria()
            notas = []
            for ensina, prova in k_folds(m, k):
                modelo.treina(ensina)
                notas.append(modelo.nota(prova))
            return notas
        """: "de dobra em dobra",
        """
        def reveza(cria, m, k):
            return [cria().nota(prova) for ensina, prova in k_folds(m, k)]
        """: "antes de aprender",
        """
        def reveza(cria, m, k):
            notas = []
            for ensina, prova in k_folds(m, k):
                modelo = cria()
                modelo.treina(ensina)
                notas.append(modelo.nota(ensina))
            return notas
        """: "nas amostras que o ensinaram",
        """
        def reveza(cria, m, k):
            notas = []
            for ensina, prova in k_folds(m, k):
                modelo = cria()
                modelo.treina(prova)
                notas.append(modelo.nota(ensina))
            return notas
        """: "estão trocadas",
        """
        def reveza(cria, m, k):
            for ensina, prova in k_folds(m, k):
                modelo = cria()
                modelo.treina(ensina)
                nota = modelo.nota(prova)
            return nota
        """: "uma nota por dobra",
        "def reveza(cria, m, k): return [0.0] * k": "modelos treinados e medidos",
    },
)
def one_model_per_fold(reveza):
    made = []
    answer = reveza(lambda: Spy(made), 10, 5)
    expect(answer is not None, "a função devolveu None: falta o return")
    used = [model for model in made if model.measured]
    expect(used, "não houve modelos treinados e medidos: a nota de cada dobra sai de um modelo")
    expect(np.shape(answer) == (5,), "a função devolve a lista das notas, uma nota por dobra")
    swapped = all(len(model.taught) < len(model.measured) for model in used)
    expect(not swapped, "as partes estão trocadas: ensinam as outras dobras, e mede a que ficou de fora")
    rest = len(used) == 5 and all(len(model.taught) == 8 for model in used)
    expect(rest, "em cada rodada, um modelo novo aprende com as 8 amostras das outras dobras")
    expect(sorted(i for model in used for i in model.measured) == [*range(10)], "toda amostra é medida uma vez")
    expect(near(answer, [0, 0.2, 0.4, 0.6, 0.8]), "as notas são as que os modelos deram, na ordem das dobras")


@exercise(
    given="""
        import reference as np
        from reference.data.spiral import spiral_data

        x_espiral, y_espiral = spiral_data()
    """,
    start="""
        def stratified_folds(y, k):
            ...


        for fold in stratified_folds(y_espiral, 3):
            print([int((y_espiral[fold] == c).sum()) for c in range(3)])
    """,
    wrong={
        "def stratified_folds(y, k): np.argsort(y)": "devolveu None",
        """
        def stratified_folds(y, k):
            return [part.tolist() for part in np.array_split(np.argsort(y), k)]
        """: "não tem nenhuma",
        "def stratified_folds(y, k): return [[*range(fold, len(y), k)] for fold in range(k)]": "difere em mais de uma",
        "def stratified_folds(y, k): return [np.argsort(y).tolist()[fold::3] for fold in range(3)]": "devolva k dobras",
        "def stratified_folds(y, k): return [np.argsort(y).tolist() for fold in range(k)]": "mais de uma dobra",
        """
        def stratified_folds(y, k):
            n = len(y) // k * k
            return [np.argsort(y).tolist()[:n][fold::k] for fold in range(k)]
        """: "ficaram de fora",
        "def stratified_folds(y, k): return [np.sort(y).tolist()[fold::k] for fold in range(k)]": "são os rótulos",
    },
)
def same_proportions(stratified_folds):
    y = np.array([2, 0, 1, 0, 0, 2, 0, 1, 0, 2, 0, 2, 1, 0, 2, 1, 0])
    answer = stratified_folds(y, 4)
    expect(answer is not None, "a função devolveu None: falta o return")
    folds = [[int(i) for i in fold] for fold in answer]
    expect(len(folds) == 4, f"devolva k dobras: pediram-se 4, e vieram {len(folds)}")
    places = sorted(i for fold in folds for i in fold)
    expect(places != sorted(y.tolist()), "esses são os rótulos; as dobras são feitas de posições")
    expect(len(set(places)) == len(places), "há amostras em mais de uma dobra")
    expect(places == [*range(y.size)], "ficaram de fora algumas amostras: toda posição está numa dobra")
    for c in range(3):
        counts = [sum(y.tolist()[i] == c for i in fold) for fold in folds]
        expect(min(counts) > 0, f"a classe {c} tem {counts} amostras nas dobras: uma delas não tem nenhuma")
        expect(max(counts) - min(counts) <= 1, f"a classe {c} tem {counts} amostras nas dobras: difere em mais de uma")
