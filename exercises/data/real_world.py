"""Confere os exercícios de docs/data/real_world.md."""

import reference as np
from exercises.judging import exercise, expect, near
from reference.data.real_world import encode_text

PEOPLE = np.array([[18, 2800, 3], [80, 2800, 5], [35, 2900, 4]])


@exercise(
    start="""
        shape = ...  # (amostras, tempo, atributos)
        mebibytes = ...  # em float32
    """,
    solution="shape, mebibytes = (32, 441_000, 2), 107.67",
    wrong={
        "shape, mebibytes = (32, 44_100, 2), 10.77": "10 segundos",
        "shape, mebibytes = (32, 441_000), 53.83": "estéreo",
        "shape, mebibytes = (32, 2, 441_000), 107.67": "o tempo vem antes",
        "shape, mebibytes = (32, 10, 44_100, 2), 107.67": "um eixo só",
        "shape, mebibytes = (32, 441_000, 2), 112.9": "são MB",
        "shape, mebibytes = (32, 441_000, 2), 215.33": "8 bytes",
        "shape, mebibytes = (32, 441_000, 2), 26.92": "4 bytes",
    },
)
def audio(shape, mebibytes):
    expect(not near(shape, (32, 44_100, 2)), "shape: 44.100 são as medidas de um segundo, e são 10 segundos")
    expect(not near(shape, (32, 441_000)), "shape: em estéreo há duas medidas por instante; falta o eixo dos atributos")
    expect(not near(shape, (32, 2, 441_000)), "shape: o tempo vem antes dos canais de som")
    expect(not near(shape, (32, 10, 44_100, 2)), "shape: os segundos e as medidas deles são um eixo só")
    expect(near(shape, (32, 441_000, 2)), "shape: 32 amostras, 441.000 instantes, 2 canais de som")
    expect(not near(mebibytes, 112.9, 1e-3), "mebibytes: isso são MB; um MiB tem 2**20 bytes")
    expect(not near(mebibytes, 215.33, 1e-3), "mebibytes: 8 bytes são de um float64; um float32 tem 4")
    expect(not near(mebibytes, 26.92, 1e-3), "mebibytes: cada float32 são 4 bytes")
    expect(near(mebibytes, 107.67, 1e-3), "mebibytes: multiplique a forma por 4 bytes e divida por 2**20")


@exercise(
    start="""
        channels_last = ...  # a forma
        channels_first = ...
        as_uint8 = ...  # em bytes
        as_float32 = ...
    """,
    solution="""
        channels_last, channels_first = (50_000, 32, 32, 3), (50_000, 3, 32, 32)
        as_uint8, as_float32 = 153_600_000, 614_400_000
    """,
    wrong={
        """
        channels_last, channels_first = (50_000, 32, 32), (50_000, 32, 32)
        as_uint8, as_float32 = 51_200_000, 204_800_000
        """: "coloridas",
        """
        channels_last, channels_first = (32, 32, 3, 50_000), (50_000, 3, 32, 32)
        as_uint8, as_float32 = 153_600_000, 614_400_000
        """: "as amostras vêm na frente",
        """
        channels_last, channels_first = (50_000, 32, 32, 3), (3, 50_000, 32, 32)
        as_uint8, as_float32 = 153_600_000, 614_400_000
        """: "o das amostras continua na frente",
        """
        channels_last, channels_first = (50_000, 32, 32, 3), (50_000, 3, 32, 32)
        as_uint8, as_float32 = 146.48, 585.94
        """: "em bytes, e não em MiB",
        """
        channels_last, channels_first = (50_000, 32, 32, 3), (50_000, 3, 32, 32)
        as_uint8, as_float32 = 51_200_000, 204_800_000
        """: "três números por pixel",
        """
        channels_last, channels_first = (50_000, 32, 32, 3), (50_000, 3, 32, 32)
        as_uint8, as_float32 = 153_600_000, 32 * 153_600_000
        """: "32 são os bits",
    },
)
def cifar(channels_last, channels_first, as_uint8, as_float32):
    expect(np.shape(channels_last) == (4,), "channels_last: as fotos são coloridas: falta o eixo dos canais")
    expect(channels_last[0] == 50_000, "channels_last: as amostras vêm na frente, seja qual for a ordem do resto")
    expect(near(channels_last, (50_000, 32, 32, 3)), "channels_last: amostras, altura, largura, canais")
    expect(np.shape(channels_first) == (4,), "channels_first: são os mesmos quatro eixos, em outra ordem")
    expect(channels_first[0] == 50_000, "channels_first: o eixo das amostras continua na frente; os canais vêm depois")
    expect(near(channels_first, (50_000, 3, 32, 32)), "channels_first: amostras, canais, altura, largura")
    expect(not near(as_uint8, 146.48, 1e-3), "as_uint8: a resposta é em bytes, e não em MiB")
    expect(as_uint8 != 51_200_000, "as_uint8: são três números por pixel, um por cor")
    expect(as_uint8 == 153_600_000, "as_uint8: o produto da forma, com um byte por número")
    expect(as_float32 != 32 * as_uint8, "as_float32: 32 são os bits; os bytes são 4")
    expect(as_float32 == 4 * as_uint8, "as_float32: quatro bytes por número")


@exercise(
    start="""
        channels_last = ...  # a posição do verde da linha 1, coluna 0
        channels_first = ...
    """,
    solution="channels_last, channels_first = 10, 9",
    wrong={
        "channels_last, channels_first = 11, 10": "a primeira posição é a 0",
        "channels_last, channels_first = 9, 9": "esse é o vermelho",
        "channels_last, channels_first = 10, 10": "na outra ordem",
        "channels_last, channels_first = 7, 9": "cada linha tem 3 pixels",
        "channels_last, channels_first = 10, 3": "esse é o primeiro plano",
        "channels_last, channels_first = 10, 8": "a altura é 2",
    },
)
def green(channels_last, channels_first):
    expect(channels_last != 11, "channels_last: contando do zero, a primeira posição é a 0")
    expect(channels_last != 9, "channels_last: esse é o vermelho do mesmo pixel; o verde é o vizinho dele")
    expect(channels_last != 7, "channels_last: cada linha tem 3 pixels, e não 2: a largura é 3, e a altura é 2")
    expect(channels_last == 10, "channels_last: (i · W + j) · C + c, com i = 1, j = 0 e c = 1")
    expect(channels_first != 10, "channels_first: na outra ordem, o verde vem depois do vermelho inteiro")
    expect(channels_first != 3, "channels_first: esse é o primeiro plano, o do vermelho; o verde é o canal 1")
    expect(channels_first != 8, "channels_first: a altura é 2 e a largura é 3, e não o contrário")
    expect(channels_first == 9, "channels_first: (c · H + i) · W + j, com i = 1, j = 0 e c = 1")


@exercise(
    start="white = ...  # depois de duas divisões",
    solution="white = 1 / 255",
    wrong={
        "white = 1": "depois da primeira",
        "white = 0": "quase preto",
        "white = 255": "cada chamada divide",
        "white = 2 / 255": "a segunda divide outra vez",
    },
)
def normalized_twice(white):
    expect(not near(white, 1), "isso é depois da primeira; a segunda divide 1 por 255")
    expect(not near(white, 0), "fica quase preto, mas não de todo: a conta é em ponto flutuante")
    expect(not near(white, 255), "cada chamada divide por 255, e não muda só o tipo")
    expect(near(white, 1 / 255, 1e-3), "a primeira leva 255 a 1, e a segunda divide outra vez por 255")


@exercise(
    given="""
        import reference as np

        pessoas = np.array([[18, 2800, 3], [80, 2800, 5], [35, 2900, 4]])
    """,
    start="""
        scaled = (pessoas - pessoas.mean()) / pessoas.std()  # conserte
        print(scaled.mean(axis=0).round(2), scaled.std(axis=0).round(2))
    """,
    wrong={
        "scaled = (pessoas - pessoas.mean()) / pessoas.std()": "uma média só",
        "scaled = (pessoas - pessoas.mean(axis=1)) / pessoas.std(axis=1)": "eixo 1 dá uma média por pessoa",
        "scaled = pessoas - pessoas.mean(axis=0)": "falta dividir",
        "scaled = pessoas / pessoas.std(axis=0)": "falta tirar a média",
        "scaled = (pessoas - pessoas.mean(axis=0)) / pessoas.std(axis=0) ** 2": "ao quadrado",
        "scaled = pessoas - pessoas.mean(axis=0) / pessoas.std(axis=0)": "parênteses",
        "scaled = pessoas / pessoas.max(axis=0)": "a média de cada coluna não é 0",
    },
)
def one_scale(scaled):
    centered, deviation = PEOPLE - PEOPLE.mean(axis=0), PEOPLE.std(axis=0)
    expect(np.shape(scaled) == (3, 3), "a forma não muda: três pessoas, três atributos")
    expect(not near(scaled, (PEOPLE - PEOPLE.mean()) / PEOPLE.std()), "uma média só mistura anos e reais")
    by_person = (PEOPLE - PEOPLE.mean(axis=1)) / PEOPLE.std(axis=1)
    expect(not near(scaled, by_person), "eixo 1 dá uma média por pessoa, e não por atributo; o das pessoas é o 0")
    expect(not near(scaled, centered), "falta dividir pelo desvio padrão de cada coluna")
    expect(not near(scaled, PEOPLE / deviation), "falta tirar a média de cada coluna antes de dividir")
    expect(not near(scaled, centered / deviation**2), "divide-se pelo desvio padrão, e não por ele ao quadrado")
    expect(not near(scaled, PEOPLE - PEOPLE.mean(axis=0) / deviation), "sem parênteses, só a média se divide")
    expect(near(np.mean(np.asarray(scaled), axis=0), [0, 0, 0]), "a média de cada coluna não é 0")
    expect(near(scaled, centered / deviation), "o desvio padrão de cada coluna não é 1")


@exercise(
    given="from reference.data.real_world import encode_text",
    start="""
        def decode_text(matrix):
            ...


        print(decode_text(encode_text("bom dia")))
    """,
    wrong={
        "def decode_text(matrix): print('bom dia')": "devolveu None",
        "def decode_text(matrix): return 'bom dia'": "outro texto",
        "def decode_text(matrix): return [chr(int(row.argmax())) for row in matrix if row.any()]": "junte as letras",
        "def decode_text(matrix): return ''.join(chr(int(row.argmax())) for row in matrix)": "só de zeros",
        "def decode_text(matrix): return ''.join(map(chr, matrix[:7].argmax(axis=1).tolist()))": "sete letras",
        "def decode_text(matrix): return ''.join(str(row.argmax()) for row in matrix if row.any())": "são os códigos",
        "def decode_text(matrix): return ''.join(chr(int(c)) for c in matrix.argmax(axis=0) if c)": "letra por linha",
    },
)
def decoded(decode_text):
    answer = decode_text(encode_text("bom dia"))
    expect(answer is not None, "a função devolveu None: falta o return")
    expect(not isinstance(answer, list), "a função devolveu uma lista; junte as letras num texto só")
    expect("\0" not in answer, "as linhas só de zeros não são letra nenhuma, e viraram o caractere de código 0")
    expect(not answer.isdigit(), "esses são os códigos; `chr` faz de cada um a letra")
    expect(answer == "bom dia", "é uma letra por linha: o código dela é a coluna do 1")
    long = decode_text(encode_text("bom dia, mundo"))
    expect(long != "bom dia", "falha com outro texto: os textos não têm todos sete letras")
    expect(long == "bom dia, mundo", "falha com outro texto, como \"bom dia, mundo\"")
    accented = decode_text(encode_text("até amanhã", steps=12, alphabet=256))
    expect(accented == "até amanhã", "falha com um alfabeto de 256, como em \"até amanhã\"")
