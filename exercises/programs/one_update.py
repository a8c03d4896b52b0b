"""Confere os exercícios de docs/programs/one_update.md."""

from exercises.judging import exercise, expect, near


@exercise(
    start="""
        per_epoch = ...  # atualizações numa época de 60.000 imagens, com batch_size=256
        updates = ...  # em cinco épocas
        last = ...  # imagens no último lote
    """,
    solution="per_epoch, updates, last = 235, 1175, 96",
    wrong={
        "per_epoch, updates, last = 234, 1170, 96": "o lote que sobra",
        "per_epoch, updates, last = 235, 235, 96": "isso é uma época",
        "per_epoch, updates, last = 235, 1175, 256": "não enche",
        "per_epoch, updates, last = 60000, 300000, 96": "por lote, e não por imagem",
    },
)
def batches_of_256(per_epoch, updates, last):
    expect(per_epoch != 60_000, "per_epoch: os pesos mudam uma vez por lote, e não por imagem")
    expect(per_epoch != 234, "per_epoch: falta o lote que sobra; 60.000 / 256 não é inteiro")
    expect(per_epoch == 235, "per_epoch: 60.000 / 256, arredondado para cima")
    expect(updates != 235, "updates: isso é uma época; são cinco")
    expect(updates == 1175, "updates: cinco vezes 235")
    expect(last != 256, "last: o último não enche: sobra menos que um lote inteiro")
    expect(last == 96, "last: 60.000 menos os 234 lotes inteiros de 256")


@exercise(
    start="""
        def bias_slope(p, y):
            ...


        print(bias_slope([[0.25, 0.75], [0.5, 0.5]], [[0.0, 1.0], [1.0, 0.0]]))  # [-0.125, 0.125]
    """,
    solution="""
        def bias_slope(p, y):
            return [sum(a[j] - b[j] for a, b in zip(p, y)) / len(p) for j in range(len(p[0]))]
    """,
    wrong={
        "def bias_slope(p, y): return [sum(a[j] - b[j] for a, b in zip(p, y)) for j in range(len(p[0]))]": "dividir",
        "def bias_slope(p, y): return [sum(b[j] - a[j] for a, b in zip(p, y)) / len(p) for j in range(len(p[0]))]": (
            "trocado"
        ),
        "def bias_slope(p, y): return [sum(a[j] - b[j] for a, b in zip(p, y)) / len(p[0]) for j in range(len(p[0]))]": (
            "quantas imagens"
        ),
        "def bias_slope(p, y): return [sum(u - v for u, v in zip(a, b)) / len(p) for a, b in zip(p, y)]": "por classe",
    },
)
def slope_of_the_output_biases(bias_slope):
    p = [[0.25, 0.5, 0.25], [0.5, 0.25, 0.25]]
    y = [[0.0, 1.0, 0.0], [1.0, 0.0, 0.0]]
    right = [-0.125, -0.125, 0.25]
    answer = bias_slope(p, y)
    expect(len(answer) == 3, "é um número por classe, e saiu um por imagem: some ao longo do lote")
    expect(not near(answer, [2 * g for g in right]), "essa é a soma dos erros: falta dividir pelo tamanho do lote")
    expect(not near(answer, [-g for g in right]), "o sinal está trocado: é p − y")
    expect(not near(answer, [2 * g / 3 for g in right]), "divida por quantas imagens há no lote, e não por classes")
    expect(near(answer, right), "de cada classe, a média no lote de p − y")


@exercise(
    start="""
        # Quanto se soma ao peso na primeira atualização do Adam, com taxa 0,001.
        strong = ...  # gradiente -3
        weak = ...  # gradiente 0.00001
        none = ...  # gradiente 0
    """,
    solution="strong, weak, none = 0.001, -0.00076, 0",
    wrong={
        "strong, weak, none = -0.001, 0.00076, 0": "contra o gradiente",
        "strong, weak, none = 0.003, -0.00000001, 0": "descida comum",
        "strong, weak, none = 0.001, -0.001, 0": "já não é pequeno",
        "strong, weak, none = 0.001, -0.00076, -0.001": "zero dividido",
    },
)
def first_steps(strong, weak, none):
    expect(not near(strong, -0.001), "strong: o passo é contra o gradiente, e o gradiente é negativo")
    expect(not near(strong, 0.003), "strong: essa é a descida comum; no Adam o gradiente se divide pelo tamanho dele")
    expect(near(strong, 0.001, 1e-6), "strong: m e √s são ambos proporcionais a 3, e o 3 se cancela")
    expect(not near(weak, -0.001, 1e-5), "weak: √s vale 0,0000003; ao lado dele, o 0,0000001 já não é pequeno")
    expect(near(weak, -0.00076, 1e-5), "weak: 0,001 × 0,316 / (0,316 + 0,1), contra o gradiente")
    expect(near(none, 0), "none: o numerador é zero, e zero dividido por 0,0000001 é zero")


@exercise(
    start="""
        # Quanto se soma ao peso na segunda atualização do Adam; na primeira, o gradiente foi 1 e somou-se -0,001.
        same = ...  # se o segundo gradiente é 1
        opposite = ...  # se é -1
        none = ...  # se é 0
    """,
    solution="same, opposite, none = -0.001, 0.000053, -0.00067",
    wrong={
        "same, opposite, none = -0.0019, 0.000053, -0.00067": "também se corrige",
        "same, opposite, none = -0.00134, 0.000053, -0.00067": "o da segunda",
        "same, opposite, none = -0.001, 0.001, -0.00067": "lembra",
        "same, opposite, none = -0.001, 0, -0.00067": "um pouco mais",
        "same, opposite, none = -0.001, -0.000053, -0.00067": "o sinal",
        "same, opposite, none = -0.001, 0.000053, 0": "embalo",
        "same, opposite, none = -0.001, 0.000053, -0.000474": "também caiu",
    },
)
def second_steps(same, opposite, none):
    expect(not near(same, -0.0019, 2e-5), "same: m cresce para 0,19, mas também se corrige: divide-se por 1 - 0,9²")
    expect(not near(same, -0.00134, 1e-5), "same: esse é o ritmo da primeira atualização, e o da segunda é outro")
    expect(near(same, -0.001, 1e-6), "same: as médias corrigidas são o gradiente e o quadrado dele, como na primeira")
    expect(not near(opposite, 0.001, 1e-5), "opposite: o Adam lembra o primeiro gradiente, que quase cancela o segundo")
    expect(opposite != 0, "opposite: na média o novo pesa um pouco mais que o velho: 0,1 contra 0,09")
    expect(not near(opposite, -0.000053, 2e-6), "opposite: o sinal está trocado; manda o gradiente novo, -1")
    expect(near(opposite, 0.000053, 2e-6), "opposite: m = 0,09 - 0,1, que corrigido é -0,01 / 0,19; √s corrigida é 1")
    expect(none != 0, "none: a média dos gradientes não é zero; o embalo continua")
    expect(not near(none, -0.000474, 1e-5), "none: a média dos quadrados também caiu: divida pela raiz dela")
    expect(near(none, -0.00067, 5e-6), "none: m corrigido é 0,09 / 0,19, e s corrigido, 0,000999 / 0,001999")


@exercise(
    start="""
        multiplications = ...  # ida e volta, 784-128-10, três épocas de 60.000 imagens
    """,
    solution="multiplications = 3 * 60_000 * (2 * 784 * 128 + 3 * 128 * 10)",
    wrong={
        "multiplications = 2 * 784 * 128 + 3 * 128 * 10": "uma imagem",
        "multiplications = 60_000 * (2 * 784 * 128 + 3 * 128 * 10)": "uma época",
        "multiplications = 3 * 60_000 * (784 * 128 + 128 * 10)": "a volta",
        "multiplications = 3 * 60_000 * 3 * (784 * 128 + 128 * 10)": "das imagens ninguém quer",
        "multiplications = 3 * 60_000 * 2 * (784 * 128 + 128 * 10)": "dois na volta",
    },
)
def products_of_a_smaller_network(multiplications):
    first, second, images = 784 * 128, 128 * 10, 180_000
    expect(multiplications != 2 * first + 3 * second, "essa é a conta de uma imagem")
    expect(multiplications != 60_000 * (2 * first + 3 * second), "essa é uma época; são três")
    expect(multiplications != images * (first + second), "essa é só a ida: falta a volta")
    expect(multiplications != images * 3 * (first + second), "na primeira camada a volta é um produto só: o gradiente "
           "das imagens ninguém quer")  # fmt: skip
    expect(multiplications != images * 2 * (first + second), "a segunda camada tem dois na volta: o gradiente dos "
           "pesos e o das respostas ocultas")  # fmt: skip
    expect(multiplications == 36_817_920_000, "por imagem, 2 × 784 × 128 + 3 × 128 × 10; são 180.000 imagens")
