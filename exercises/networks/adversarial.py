"""Confere os exercícios de docs/networks/adversarial.md."""

import math

import reference as np
from exercises.judging import exercise, expect, near
from reference.gradients.graph import gradients
from reference.networks.adversarial import verdict
from reference.networks.layers import Dense
from reference.networks.sequential import Sequential

LN_2 = math.log(2)


@exercise(
    start="""
        expert = ...  # o custo da perita
        forger = ...  # o da falsária
    """,
    solution="expert, forger = 1.386, 0.693",
    wrong={
        "expert, forger = 0.693, 0.693": "são duas parcelas",
        "expert, forger = 1.386, 1.386": "só as falsas",
        "expert, forger = -1.386, 0.693": "nunca é negativa",
        "expert, forger = 1, 0.5": "essa é a probabilidade",
        "expert, forger = 0, 0": "a nota não é o custo",
    },
)
def draw(expert, forger):
    expect(not near(expert, 0), "expert: a nota não é o custo: ela diz ½ de tudo, e ½ custa")
    expect(not near(expert, 1) and not near(expert, 0.5), "expert: essa é a probabilidade; o custo é −ln dela")
    expect(not near(expert, -2 * LN_2, 2e-3), "expert: uma entropia cruzada nunca é negativa")
    expect(not near(expert, LN_2, 2e-3), "expert: são duas parcelas, a das verdadeiras e a das falsas")
    expect(near(expert, 2 * LN_2, 2e-3), "expert: −ln ½ das verdadeiras, mais −ln ½ das falsas")
    expect(not near(forger, 2 * LN_2, 2e-3), "forger: no custo dela entram só as falsas")
    expect(near(forger, LN_2, 2e-3), "forger: −ln ½ das falsas")


@exercise(
    start="""
        saturating = ...  # a derivada de ln(1 − D) na nota
        working = ...  # a de −ln D
    """,
    solution="saturating, working = -0.0025, -0.9975",
    wrong={
        "saturating, working = -0.9975, -0.0025": "trocadas",
        "saturating, working = 0.0025, 0.9975": "o sinal",
        "saturating, working = -0.0025, -404.4": "em relação a D",
        "saturating, working = -1.0025, -404.4": "em relação a D",
        "saturating, working = -0.0025, -0.0025": "é o que falta",
    },
)
def two_slopes(saturating, working):
    d = 1 / (1 + math.exp(6))
    expect(not (near(saturating, d - 1, 1e-4) and near(working, -d, 1e-4)), "as duas estão trocadas")
    expect(not near(saturating, d, 1e-4), "saturating: olhe o sinal: quando a nota cresce, o custo diminui")
    expect(not near(saturating, -1 / (1 - d), 1e-4), "saturating: essa é a derivada em relação a D; pede-se na nota")
    expect(near(saturating, -d, 1e-4), "saturating: é −σ(s), com s = −6")
    expect(not near(working, -1 / d, 1e-2), "working: essa é a derivada em relação a D; pede-se na nota")
    expect(not near(working, -d, 1e-4), "working: não é σ(s), é o que falta dele para 1, com outro sinal")
    expect(near(working, d - 1, 1e-4), "working: é −(1 − σ(s)), com s = −6")


@exercise(
    start='middle = ...  # "nenhuma", "poucas" ou "a maioria"',
    solution='middle = "poucas"',
    wrong={
        'middle = "nenhuma"': "sem saltos",
        'middle = "a maioria"': "a perita descobre",
        "middle = 0.1": "responda uma das três",
    },
)
def between_hills(middle):
    expect(middle in ("nenhuma", "poucas", "a maioria"), 'responda uma das três: "nenhuma", "poucas" ou "a maioria"')
    expect(middle != "nenhuma", "a geradora anda sem saltos: para ir de um sino ao outro, passa pelo meio")
    expect(middle == "poucas", "no meio não há verdadeiras, e a perita descobre quem está lá: a falsária as evita")


@exercise(
    given="from reference.networks.adversarial import verdict",
    start="""
        def perita_cost(geradora, perita, verdadeiras, sorteios):  # conserte: há dois enganos
            falsas = geradora(sorteios)
            return verdict(perita(verdadeiras), True) + verdict(perita(falsas), True)
    """,
    solution="""
        def perita_cost(geradora, perita, verdadeiras, sorteios):
            falsas = geradora(sorteios).detach()
            return verdict(perita(verdadeiras), True) + verdict(perita(falsas), False)
    """,
    wrong={
        """
        def perita_cost(geradora, perita, verdadeiras, sorteios):
            return verdict(perita(verdadeiras), True) + verdict(perita(geradora(sorteios).detach()), True)
        """: "chamar de verdadeiras as falsas",
        """
        def perita_cost(geradora, perita, verdadeiras, sorteios):
            return verdict(perita(verdadeiras), True) + verdict(perita(geradora(sorteios)), False)
        """: "ainda chega à geradora",
        """
        def perita_cost(geradora, perita, verdadeiras, sorteios):
            return verdict(perita(verdadeiras), False) + verdict(perita(geradora(sorteios).detach()), True)
        """: "ao contrário",
        """
        def perita_cost(geradora, perita, verdadeiras, sorteios):
            return verdict(perita(verdadeiras), True) + verdict(perita(geradora(sorteios)).detach(), False)
        """: "a perita não aprende com as falsas",
        """
        def perita_cost(geradora, perita, verdadeiras, sorteios):
            return verdict(perita(geradora(sorteios).detach()), False)
        """: "faltam as verdadeiras",
    },
)
def frozen(perita_cost):
    generator, expert = Sequential([Dense(1)], seed=0), Sequential([Dense(3, "tanh"), Dense(1)], seed=1)
    real, noise = np.array([[4.0], [5.0], [3.5]]), np.array([[0.5], [-1.0], [2.0]])
    cost = perita_cost(generator, expert, real, noise)
    expect(cost is not None, "a função devolveu None: falta o return")

    def judged(real_label, fake_label):
        return float((verdict(expert(real), real_label) + verdict(expert(generator(noise)), fake_label)).value)

    value = float(getattr(cost, "value", cost))
    expect(not near(value, judged(True, True)), "a perita ainda aprende a chamar de verdadeiras as falsas")
    expect(not near(value, judged(False, True)), "os rótulos estão ao contrário: assim a perita aprende a errar")
    expect(not near(value, float(verdict(expert(generator(noise)), False).value)), "faltam as verdadeiras no custo")
    expect(near(value, judged(True, False)), "o custo soma o veredito das verdadeiras, True, e o das falsas, False")
    slopes = gradients(cost, [*expert.weights, *generator.weights])
    mine, hers = slopes[: len(expert.weights)], slopes[len(expert.weights) :]
    complete = verdict(expert(real), True) + verdict(expert(generator(noise).detach()), False)
    learning = all(near(a, b) for a, b in zip(mine, gradients(complete, expert.weights)))
    expect(learning, "o detach veio tarde, e a perita não aprende com as falsas: congele a amostra, e não a nota")
    expect(all(near(g, 0 * g) for g in hers), "o gradiente ainda chega à geradora: as falsas entram com detach")


@exercise(
    given="import math",
    start="""
        def forger_cost(scores):
            ...


        print(forger_cost([0.0, 0.0]), forger_cost([-1000.0, 1000.0]))  # 0.6931, ou quase, e 500.0
    """,
    wrong={
        """
        def forger_cost(scores):
            return sum(math.log(1 + math.exp(-s)) for s in scores) / len(scores)
        """: "OverflowError",
        """
        def forger_cost(scores):
            return sum(max(-s, 0.0) + math.log1p(math.exp(-abs(s))) for s in scores)
        """: "falta dividir",
        """
        def forger_cost(scores):
            return sum(max(s, 0.0) + math.log1p(math.exp(-abs(s))) for s in scores) / len(scores)
        """: "o custo de quem quer notas baixas",
        """
        def forger_cost(scores):
            return sum(max(-s, 0.0) for s in scores) / len(scores)
        """: "falta o logaritmo",
        """
        def forger_cost(scores):
            return -sum(max(s, 0.0) + math.log1p(math.exp(-abs(s))) for s in scores) / len(scores)
        """: "essa é ln(1 − D)",
        """
        def forger_cost(scores):
            return sum(-math.log(max(1 / (1 + math.exp(min(-s, 700))), 1e-7)) for s in scores) / len(scores)
        """: "cortar a probabilidade",
    },
)
def passing_for_true(forger_cost):
    def cost(*scores):
        return sum(max(-s, 0.0) + math.log1p(math.exp(-abs(s))) for s in scores) / len(scores)

    answer = forger_cost([1.0, 3.0])
    expect(answer is not None, "a função devolveu None: falta o return")
    expect(not near(answer, 2 * cost(1.0, 3.0)), "essa é a soma; falta dividir pelo número de notas")
    expect(not near(answer, cost(-1.0, -3.0)), "esse é o custo de quem quer notas baixas; a falsária as quer altas")
    expect(not near(answer, -cost(-1.0, -3.0)), "essa é ln(1 − D), que a falsária abandona por não ter inclinação")
    expect(not near(answer, 0), "falta o logaritmo: mesmo uma nota alta custa um pouco")
    expect(near(answer, cost(1.0, 3.0)), f"das notas 1 e 3 devia dar {cost(1.0, 3.0):.4f}")
    expect(not near(forger_cost([-1000.0]), -math.log(1e-7), 0.1), "cortar a probabilidade esconde o erro, de 1000")
    for scores in ([0.0], [-1000.0, 1000.0], [-2.0, 0.5, -1e4]):
        expect(near(forger_cost(scores), cost(*scores)), f"das notas {scores} devia dar {cost(*scores):.4f}")


@exercise(
    start="""
        def collapsed(samples, deviation):
            ...


        print(collapsed([3.9, 4.0, 4.1], 0.5), collapsed([3.5, 4.0, 4.5], 0.5))  # True False
    """,
    solution="""
        def collapsed(samples, deviation):
            mean = sum(samples) / len(samples)
            variance = sum((x - mean) ** 2 for x in samples) / len(samples)
            return variance**0.5 < deviation / 2
    """,
    wrong={
        """
        def collapsed(samples, deviation):
            return abs(sum(samples) / len(samples) - 4) > deviation
        """: "a média certa não livra",
        """
        def collapsed(samples, deviation):
            mean = sum(samples) / len(samples)
            return sum((x - mean) ** 2 for x in samples) / len(samples) < deviation / 2
        """: "essa é a variância",
        """
        def collapsed(samples, deviation):
            mean = sum(samples) / len(samples)
            return (sum((x - mean) ** 2 for x in samples) / len(samples)) ** 0.5 < deviation
        """: "um pouco menor",
        """
        def collapsed(samples, deviation):
            mean = sum(samples) / len(samples)
            return (sum((x - mean) ** 2 for x in samples) / len(samples)) ** 0.5 > deviation / 2
        """: "ao contrário",
        """
        def collapsed(samples, deviation):
            return (sum(x**2 for x in samples) / len(samples)) ** 0.5 < deviation / 2
        """: "tire antes a média",
    },
)
def collapse(collapsed):
    pile, fine, narrow = [7.9, 8.0, 8.1], [3.0, 4.0, 5.0, 4.0], [3.6, 4.0, 4.4]
    expect(collapsed(pile, 1.0) is not None, "a função devolveu None: falta o return")
    expect(collapsed(pile, 1.0) or not collapsed(fine, 1.0), "está ao contrário: colapso é desvio pequeno")
    expect(collapsed([40.0, 40.1], 1.0), "o desvio é em volta da média das amostras: tire antes a média de cada uma")
    expect(collapsed([4.0, 4.0, 4.0], 1.0), "a média certa não livra ninguém: três amostras iguais são um colapso")
    expect(not collapsed(fine, 1.0), "um desvio um pouco menor que o verdadeiro, 0,71 em vez de 1, ainda não é colapso")
    expect(not collapsed(narrow, 0.5), "essa é a variância, menor que o desvio quando ele é menor que 1: falta a raiz")
    expect(collapsed([-0.2, 0.2] * 9, 0.5), "de amostras −0,2 e 0,2 o desvio é 0,2, menos que a metade de 0,5")
