"""Confere os exercícios de docs/gradients/schedules.md."""

import math

from exercises.judging import exercise, expect, near


@exercise(
    start="""
        eighth = ...  # a taxa na época 8
        ninth = ...  # e na 9
    """,
    solution="eighth, ninth = 0.001, 0.0001",
    wrong={
        "eighth, ninth = 0.1 / 10 ** (8 / 3), 0.0001": "arredonda-se para baixo",
        "eighth, ninth = 0.0001, 0.0001": "ainda não se completou",
        "eighth, ninth = 0.005, 0.1 / 30": "divide outra vez por 10",
        "eighth, ninth = 0.001, 0.001": "começa um degrau",
        "eighth, ninth = 0.01, 0.001": "já são dois degraus",
    },
)
def steps_down(eighth, ninth):
    expect(
        not near(eighth, 0.1 / 10 ** (8 / 3)),
        "eighth: entre um degrau e outro a taxa não muda: arredonda-se para baixo",
    )
    expect(not near(eighth, 0.0001), "eighth: na época 8 o terceiro degrau ainda não se completou")
    expect(not near(eighth, 0.005), "eighth: cada degrau divide outra vez por 10: dois degraus dividem por 100")
    expect(not near(eighth, 0.01), "eighth: em oito épocas já são dois degraus, de três épocas cada um")
    expect(near(eighth, 0.001), "eighth: são 8 // 3 degraus, e cada um divide por 10")
    expect(not near(ninth, 0.001), "ninth: as épocas contam-se de 0, e na 9 começa um degrau")
    expect(near(ninth, 0.0001), "ninth: são 9 // 3 degraus, e cada um divide por 10")


@exercise(
    start="""
        middle = ...  # a taxa no passo 50
        after = ...  # a taxa no passo 250
    """,
    solution="middle, after = 0.2, 0",
    wrong={
        "middle, after = 0, 0": "ainda se soma 1",
        "middle, after = 0.5, 0": "pela taxa do começo",
        "middle, after = 0.2, 0.2": "não volta a subir",
        "middle, after = 0.4, 0": "ainda se divide por 2",
        "middle, after = 0.2, -0.4": "nunca fica negativa",
    },
)
def half_wave(middle, after):
    expect(not near(middle, 0), "middle: no meio o cosseno é zero, mas a ele ainda se soma 1")
    expect(
        not near(middle, 0.5),
        "middle: 0.5 é só a fração; multiplique-a pela taxa do começo",
    )
    expect(not near(middle, 0.4), "middle: 1 mais o cosseno dá 1, e ainda se divide por 2")
    expect(near(middle, 0.2), "middle: a taxa do começo vezes (1 + cos(π/2)) / 2")
    expect(not near(after, 0.2), "after: depois de n passos a onda não volta a subir: a taxa fica onde acabou")
    expect(not near(after, -0.4), "after: a taxa nunca fica negativa: 1 mais o cosseno vai de 2 a 0")
    expect(near(after, 0), "after: depois de n passos a taxa fica onde acabou")


@exercise(
    start="""
        def torta(passo):
            return 0.02 / (0.1 * passo)  # conserte


        print(torta(0), torta(10))  # 0.02 e 0.01
    """,
    solution="def torta(passo): return 0.02 / (1 + 0.1 * passo)",
    wrong={
        "def torta(passo): return 0.02 / (0.1 * passo)": "ainda divide por zero",
        "def torta(passo): return 0.02 / (0.1 * (passo + 1))": "dez vezes a do começo",
        "def torta(passo): return 0.02 / (1 + passo)": "depressa demais",
        "def torta(passo): return 0.02 * (1 + 0.1 * passo)": "aumenta",
        "def torta(passo): return 0.02 if passo == 0 else 0.02 / (0.1 * passo)": "de remendo",
        "def torta(passo): return 0.02 - 0.001 * passo": "negativa",
        "def torta(passo): return 0.02 / (1 + 0.1 * passo) ** 2": "ao quadrado",
    },
)
def inverse_time(torta):
    try:
        first = torta(0)
    except ZeroDivisionError:
        first = "zero"
    expect(first != "zero", "no passo 0 ainda divide por zero: o denominador tem de valer 1 ali")
    expect(first is not None, "a função devolveu None: falta o return")
    expect(not near(first, 0.2), "no passo 0 a taxa saiu dez vezes a do começo: some 1 ao denominador, e não ao passo")
    expect(near(first, 0.02), "no passo 0 a taxa é a do começo, 0.02")
    expect(not near(torta(10), 0.04), "a taxa aumenta, e devia diminuir: divida, em vez de multiplicar")
    expect(not near(torta(10), 0.02 / 11), "cai depressa demais: o passo se multiplica por 0.1 antes de se somar 1")
    expect(
        not near(torta(1), 0.2), "o passo 0 ficou de remendo: no 1 a taxa salta para 0.2; conserte a fórmula inteira"
    )
    expect(torta(30) > 0, "a de 1/t nunca chega a zero, e esta fica negativa: ela divide, e não subtrai")
    expect(not near(torta(10), 0.005), "o denominador está ao quadrado")
    expect(near([torta(10), torta(30)], [0.01, 0.005]), "no passo 10 a taxa é 0.01, e no 30, 0.005")


@exercise(
    given="from reference.gradients.schedules import PolynomialDecay",
    start="""
        def com_reinicio(passo):
            ...


        print([com_reinicio(passo) for passo in (0, 80, 160, 240)])  # 0.02, 0.01, 0.02 e 0.01
    """,
    solution="""
        def com_reinicio(passo):
            return 0.02 * (1 - passo % 160 / 160)
    """,
    wrong={
        "def com_reinicio(passo): pass": "devolveu None",
        "def com_reinicio(passo): return 0.02 * (1 - passo / 320)": "a reta simples",
        "def com_reinicio(passo): return 0.02 * (1 - passo / 160)": "passa de zero",
        "def com_reinicio(passo): return PolynomialDecay(0.02, 160, 0.0)(passo)": "não recomeça",
        "def com_reinicio(passo): return 0.02 * (1 - passo % 160 / 320)": "até zero",
        "def com_reinicio(passo): return 0.02 * (1 - passo % 80 / 80)": "a cada 80",
        "def com_reinicio(passo): return 0.02 * (1 - abs(passo % 320 - 160) / 160)": "de cabeça para baixo",
        "def com_reinicio(passo): return PolynomialDecay(0.02, 160)(passo % 160)": "em 0.0001",
    },
)
def restart(com_reinicio):
    answer = [com_reinicio(step) for step in (0, 80, 120, 159, 160, 240)]
    expect(answer[0] is not None, "a função devolveu None: falta o return")
    expect(not near(answer[0], 0), "está de cabeça para baixo: no passo 0 a taxa é 0.02, e não zero")
    expect(not near(answer[:2], [0.02, 0.015]) or answer[4] > 0.015, "essa é a reta simples, que só acaba no passo 320")
    expect(not near(answer[1], 0.02), "recomeça a cada 80 passos, e é uma vez só, no 160")
    expect(near(answer[0], 0.02), "no passo 0 a taxa é 0.02")
    expect(not near(answer[1], 0.015), "a reta tem de ir até zero já no fim da primeira metade: divida por 160")
    expect(answer[5] >= 0, "depois do passo 160 a taxa passa de zero e fica negativa")
    expect(not near(answer[4], 0), "no passo 160 ela não recomeça: ali a taxa volta a 0.02")
    expect(
        not near(answer[3], 0.0001 + 0.0199 / 160),
        "a reta acaba em 0.0001, o fim costumeiro de PolynomialDecay; diga 0",
    )
    expect(near(answer, [0.02, 0.01, 0.005, 0.02 / 160, 0.02, 0.01]), "cada metade desce em reta de 0.02 a zero")


@exercise(
    given="""
        import math

        from reference.gradients.schedules import CosineDecay
    """,
    start="""
        def aquecida(passo):
            ...


        print([aquecida(passo) for passo in (0, 20, 40, 180, 320)])  # 0, 0.01, 0.02, 0.01 e 0
    """,
    solution="""
        def aquecida(passo):
            return 0.02 * passo / 40 if passo < 40 else CosineDecay(0.02, decay_steps=280)(passo - 40)
    """,
    wrong={
        "def aquecida(passo): CosineDecay(0.02, 320)(passo)": "devolveu None",
        "def aquecida(passo): return CosineDecay(0.02, 320)(passo)": "não aqueceu",
        """
        def aquecida(passo):
            if passo < 40:
                return 0.02 * passo / 40
            return CosineDecay(0.02, 320)(passo)
        """: "já desceu um pouco",
        """
        def aquecida(passo):
            if passo < 40:
                return 0.02 * passo / 40
            return CosineDecay(0.02, 320)(passo - 40)
        """: "restam 280",
        """
        def aquecida(passo):
            if passo < 40:
                return 0.02 * passo / 40
            return 0.01 * (1 + math.cos(math.pi * (passo - 40) / 280))
        """: "volta a subir",
        """
        def aquecida(passo):
            if passo < 40:
                return 0.02 * (passo // 40)
            return CosineDecay(0.02, 280)(passo - 40)
        """: "divisão inteira",
        """
        def aquecida(passo):
            if passo < 40:
                return 0.02 * (passo + 1) / 40
            return CosineDecay(0.02, 280)(passo - 40)
        """: "no passo 0 a taxa é zero",
        """
        def aquecida(passo):
            if passo < 40:
                return 0.02 * passo / 40
            return 0.02 * (1 - (passo - 40) / 280) if passo < 320 else 0
        """: "em reta",
    },
)
def warm_start(aquecida):
    first, rising, top, early, half, end, after = [aquecida(step) for step in (0, 20, 40, 110, 180, 320, 400)]
    expect(first is not None, "a função devolveu None: falta o return")
    expect(not near(first, 0.02), "não aqueceu: já começa em 0.02")
    expect(near(first, 0), "no passo 0 a taxa é zero")
    expect(not near(rising, 0), "no passo 20 a taxa ainda é zero: passo // 40 é divisão inteira; use /")
    expect(near(rising, 0.01), "no passo 20, a meio da subida, a taxa é 0.01")
    expect(
        not near(top, 0.01 * (1 + math.cos(math.pi / 8))),
        "no passo 40 o cosseno já desceu um pouco: o relógio dele começa ali",
    )
    expect(near(top, 0.02), "no passo 40 a taxa é 0.02")
    expect(
        not near(end, 0.01 * (1 + math.cos(math.pi * 280 / 320))),
        "no passo 320 ainda sobra taxa: ao cosseno só restam 280 passos",
    )
    expect(near(end, 0), "no passo 320 a taxa é zero")
    expect(near(after, 0), "depois do passo 320 a taxa volta a subir, e devia ficar em zero")
    expect(not near(early, 0.015), "a descida está em reta; é em meio cosseno")
    expect(near([early, half], [0.01 * (1 + 0.5**0.5), 0.01]), "a descida é meio cosseno, do passo 40 ao 320")
