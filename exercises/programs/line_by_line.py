"""Confere os exercícios de docs/programs/line_by_line.md."""

from math import log

from exercises.judging import exercise, expect, near


@exercise(
    start="""
        row = ...  # a linha, na imagem de 28 por 28, do ponto de número 500 da fila
        column = ...  # a coluna dele
        place = ...  # a casa do mesmo ponto da segunda imagem, com todas as filas emendadas
    """,
    solution="row, column, place = 17, 24, 1284",
    wrong={
        "row, column, place = 24, 17, 1284": "trocados",
        "row, column, place = 18, 24, 1284": "do zero",
        "row, column, place = 17, 23, 1284": "do zero",
        "row, column, place = 17, 24, 528": "uma imagem inteira",
        "row, column, place = 17, 24, 500": "uma imagem inteira",
        "row, column, place = 17, 24, 2068": "segunda imagem é a de número 1",
    },
)
def place_in_the_row(row, column, place):
    expect((row, column) != (24, 17), "row e column estão trocados: primeiro as linhas inteiras, depois o que sobra")
    expect(row != 18, "row: contadas do zero, as 17 linhas inteiras são as de 0 a 16, e o ponto está na seguinte, a 17")
    expect(row == 17, "row: quantas linhas inteiras de 28 cabem em 500?")
    expect(column not in (23, 25), "column: contadas do zero, com 24 pontos antes dele na linha ele está na coluna 24")
    expect(column == 24, "column: o que sobra de 500 depois das 17 linhas inteiras")
    expect(place not in (500, 528), "place: até o mesmo ponto da imagem seguinte anda-se uma imagem inteira, 784 casas")
    expect(place != 2068, "place: a segunda imagem é a de número 1: só há uma imagem inteira antes dela")
    expect(place == 1284, "place: 784 da primeira imagem, mais os 500 da fila")


@exercise(
    given="""
        from math import log
    """,
    start="""
        def sparse(p, labels):
            ...


        print(sparse([[0.25, 0.75], [0.5, 0.5]], [1, 0]))  # [0.2876…, 0.6931…]
    """,
    solution="def sparse(p, labels): return [-log(row[label]) for row, label in zip(p, labels)]",
    wrong={
        "def sparse(p, labels): return [log(row[label]) for row, label in zip(p, labels)]": "o sinal",
        "def sparse(p, labels): return [-log(max(row)) for row in p]": "a classe certa",
        "def sparse(p, labels): return sum(-log(q[k]) for q, k in zip(p, labels)) / len(p)": "uma por imagem",
        "def sparse(p, labels): return [1 - row[label] for row, label in zip(p, labels)]": "o logaritmo",
    },
)
def loss_from_labels(sparse):
    p = [[0.1, 0.7, 0.2], [0.5, 0.25, 0.25], [0.125, 0.125, 0.75]]
    right = [-log(0.1), -log(0.25), -log(0.75)]
    answer = sparse(p, [0, 1, 2])
    expect(not near(answer, sum(right) / 3), "essa é a média, o custo; pediu-se a lista das perdas, uma por imagem")
    expect(not near(answer, [-x for x in right]), "uma perda não é negativa: falta o sinal")
    expect(not near(answer, [-log(max(row)) for row in p]), "a probabilidade que conta é a da classe certa, e não a "
           "maior")  # fmt: skip
    expect(not near(answer, [0.9, 0.75, 0.25]), "falta o logaritmo: quem erra com certeza tem de pagar muito")
    expect(near(answer, right), "de cada imagem, menos o logaritmo de p na casa do rótulo")


@exercise(
    start="""
        def prepare(images):
            return [[float(tone) for line in image for tone in line] for image in images]
    """,
    solution="def prepare(images): return [[tone / 255 for line in image for tone in line] for image in images]",
    wrong={
        "def prepare(images): return [[float(t) for line in image for t in line] for image in images]": "como estavam",
        "def prepare(images): return [[t // 255 for line in image for t in line] for image in images]": "inteira",
        "def prepare(images): return [[t / 256 for line in image for t in line] for image in images]": "255 é 1",
        "def prepare(images): return [[[t / 255 for t in line] for line in image] for image in images]": "numa fila só",
        "def prepare(images): return [[t / max(map(max, i)) for l in i for t in l] for i in images]": "mesma conta",
    },
)
def prepared_as_in_training(prepare):
    images = [[[0, 255], [51, 0]], [[102, 0], [0, 0]]]
    answer = prepare(images)
    expect(not near(answer, [[0, 255, 51, 0], [102, 0, 0, 0]]), "os tons continuam como estavam, de 0 a 255")
    expect(not near(answer, [[0, 1, 0, 0], [0, 0, 0, 0]]), "a divisão inteira apaga os tons do meio")
    scaled = [[tone / 256 for line in image for tone in line] for image in images]
    expect(not near(answer, scaled), "o maior tom é 255, e 255 é 1")
    expect(not near(answer, [[[0, 1], [0.2, 0]], [[0.4, 0], [0, 0]]]), "as linhas de cada imagem vão numa fila só")
    alone = [[0, 1, 0.2, 0], [1, 0, 0, 0]]
    expect(not near(answer, alone), "cada imagem foi dividida pelo seu maior tom; tem de ser a mesma conta do treino")
    expect(near(answer, [[0, 1, 0.2, 0], [0.4, 0, 0, 0]]), "cada tom dividido por 255, as linhas emendadas")


@exercise(
    start="""
        def top(p, labels, k):
            ...


        print(top([[0.5, 0.3, 0.2], [0.6, 0.1, 0.3]], [1, 1], 2))  # 0.5
    """,
    solution="""
        def top(p, labels, k):
            ahead = [sum(p_j > row[label] for p_j in row) for row, label in zip(p, labels)]
            return sum(count < k for count in ahead) / len(p)
    """,
    wrong={
        "def top(p, labels, k): return sum(q[c] == max(q) for q, c in zip(p, labels)) / len(p)": "só a primeira",
        "def top(p, labels, k): return sum(c in sorted(q)[-k:] for q, c in zip(p, labels)) / len(p)": "a casa",
        "def top(p, labels, k): return sum(q[c] in sorted(q)[:k] for q, c in zip(p, labels)) / len(p)": "as k menos",
        "def top(p, labels, k): return sum(q[c] in sorted(q)[-k:] for q, c in zip(p, labels))": "não a parte",
        "def top(p, labels, k): return sum(sum(v > q[c] for v in q) <= k for q, c in zip(p, labels)) / len(p)": "mais:",
    },
)
def among_the_first(top):
    p = [[0.5, 0.3, 0.2], [0.1, 0.2, 0.7], [0.25, 0.15, 0.6], [0.4, 0.35, 0.25]]
    labels = [1, 2, 1, 2]
    answers = [top(p, labels, k) for k in (1, 2, 3)]
    expect(not near(answers, [1, 2, 4]), "isso é quantas imagens, e não a parte delas: divida pelo tamanho do lote")
    expect(not near(answers, [0.25] * 3), "assim só a primeira conta, qualquer que seja k")
    expect(not near(answers, [0.5, 1, 1]), "uma classe a mais: com k=1 ninguém pode ter passado na frente da certa")
    expect(not near(answers, [0.5, 0.75, 1]), "essas são as k menos prováveis")
    expect(not near(answers, [0, 0, 0]), "o rótulo é a casa da classe, e não uma probabilidade: compare p na casa dele")
    expect(near(answers, [0.25, 0.5, 1]), "conte as classes mais prováveis que a certa: têm de ser menos de k")
