"""Confere os exercícios de docs/tensors/dtypes.md."""

import reference as np
from exercises.judging import exercise, expect, near


def named(dtype):
    """O nome de um tipo, escrito de qualquer jeito; do que não é um tipo, o texto."""
    try:
        return np.dtype(dtype).name
    except TypeError:
        return str(dtype)


@exercise(
    start="""
        # o nome do tipo do resultado, como "int8"
        uint8_int16 = ...
        uint16_int16 = ...
        int32_float32 = ...
        bool_bool = ...
        float32_object = ...
    """,
    solution="""
        uint8_int16, uint16_int16, int32_float32 = "int16", "int32", "float64"
        bool_bool, float32_object = "bool", "object"
    """,
    wrong={
        """
        uint8_int16, uint16_int16, int32_float32 = "int32", "int32", "float64"
        bool_bool, float32_object = "bool", "object"
        """: "o int16 já contém",
        """
        uint8_int16, uint16_int16, int32_float32 = "int16", "int16", "float64"
        bool_bool, float32_object = "bool", "object"
        """: "40.000 não cabe em int16",
        """
        uint8_int16, uint16_int16, int32_float32 = "int16", "uint16", "float64"
        bool_bool, float32_object = "bool", "object"
        """: "não cabe em uint16",
        """
        uint8_int16, uint16_int16, int32_float32 = "int16", "int32", "float32"
        bool_bool, float32_object = "bool", "object"
        """: "24 bits de precisão",
        """
        uint8_int16, uint16_int16, int32_float32 = "int16", "int32", "float64"
        bool_bool, float32_object = "int64", "object"
        """: "é um “ou”",
        """
        uint8_int16, uint16_int16, int32_float32 = "int16", "int32", "float64"
        bool_bool, float32_object = "bool", "float64"
        """: "só cabe num object",
    },
)
def promotions(uint8_int16, uint16_int16, int32_float32, bool_bool, float32_object):
    expect(named(uint8_int16) == "int16", "uint8_int16: o int16 já contém tudo o que cabe em uint8")
    expect(named(uint16_int16) != "int16", "uint16_int16: 40.000 não cabe em int16, e cabe em uint16")
    expect(named(uint16_int16) != "uint16", "uint16_int16: −1 não cabe em uint16, e cabe em int16")
    expect(named(uint16_int16) == "int32", "uint16_int16: qual é o menor tipo com sinal que chega a 65.535?")
    expect(named(int32_float32) != "float32", "int32_float32: um float32 tem 24 bits de precisão, e o inteiro, 32")
    expect(named(int32_float32) == "float64", "int32_float32: um inteiro com um ponto flutuante dá ponto flutuante")
    expect(named(bool_bool) == "bool", "bool_bool: entre dois booleanos a soma é um “ou”, e continua booleana")
    expect(named(float32_object) == "object", "float32_object: um número qualquer do Python só cabe num object")


@exercise(
    start="""
        bits_of_77 = ...  # em uint8, num texto: o 200 da figura é "11001000"
        bits_of_minus_77 = ...  # em int8
        read_as_uint8 = ...  # quanto valem os bits do −77, sem sinal
    """,
    solution="""
        bits_of_77, bits_of_minus_77, read_as_uint8 = "01001101", "10110011", 179
    """,
    wrong={
        "bits_of_77, bits_of_minus_77, read_as_uint8 = '1001101', '10110011', 179": "são oito bits",
        "bits_of_77, bits_of_minus_77, read_as_uint8 = '10110010', '10110011', 179": "o primeiro bit é o que mais pesa",
        "bits_of_77, bits_of_minus_77, read_as_uint8 = '01001101', '11001101', 205": "não é um sinal de menos",
        "bits_of_77, bits_of_minus_77, read_as_uint8 = '01001101', '10110010', 178": "falta 1",
        "bits_of_77, bits_of_minus_77, read_as_uint8 = '01001101', '10110011', 77": "mudar o sinal não é",
        "bits_of_77, bits_of_minus_77, read_as_uint8 = '01001101', '10110011', 51": "vale 128, e não some",
    },
)
def bits(bits_of_77, bits_of_minus_77, read_as_uint8):
    positive, negative = (str(b).replace(" ", "").replace("_", "") for b in (bits_of_77, bits_of_minus_77))
    expect(len(positive) == len(negative) == 8, "são oito bits, contando os zeros da frente, num texto")
    expect(positive != "10110010", "bits_of_77: o primeiro bit é o que mais pesa, 128, e o último, o que pesa 1")
    expect(positive == "01001101", "bits_of_77: de que pesos (64, 32, 16, 8, 4, 2, 1) se faz a soma 77?")
    expect(negative != "11001101", "bits_of_minus_77: o primeiro bit pesa −128; não é um sinal de menos antes do 77")
    expect(negative != "10110010", "bits_of_minus_77: trocar todos os bits de 77 dá −78; falta 1")
    expect(negative == "10110011", "bits_of_minus_77: −128 mais quanto dá −77? Esse número vai nos outros sete bits")
    expect(read_as_uint8 != 77, "read_as_uint8: mudar o sinal não é reler os bits; some os pesos deles")
    expect(read_as_uint8 != 51, "read_as_uint8: sem sinal, o primeiro bit vale 128, e não some")
    expect(read_as_uint8 == 179, "read_as_uint8: some os pesos dos bits ligados, com 128 no primeiro")


@exercise(
    given="""
        import reference as np

        pixels = np.array([10, 200, 250], dtype="uint8")
    """,
    start="mean = (pixels[0] + pixels[1] + pixels[2]) / 3  # conserte",
    wrong={
        "mean = (pixels[0] + pixels[1] + pixels[2]) / 3": "já deu a volta antes da divisão",
        "mean = pixels.astype('int8').astype('float64').sum() / 3": "int8 só vai até 127",
        "mean = pixels.sum() // 3": "joga fora a fração",
        "mean = pixels.sum()": "é a soma",
        "mean = (pixels // 3).astype('float64').sum()": "cada divisão inteira",
    },
)
def average(mean):
    expect(not near(mean, 68), "68: a soma, feita em uint8, já deu a volta antes da divisão")
    expect(not near(mean, -52 / 3), "int8 só vai até 127: o 200 e o 250 viraram negativos; suba para um tipo largo")
    expect(not near(mean, 153), "153: a divisão inteira, ou um tipo inteiro no fim, joga fora a fração")
    expect(not near(mean, 460), "460 é a soma; falta dividir por 3")
    expect(not near(mean, 152), "152: cada divisão inteira perdeu a sua fração; some primeiro, num tipo largo")
    expect(near(mean, 460 / 3, 1e-3), "a soma de 10, 200 e 250 é 460; a média, 153,33")


@exercise(
    given="import reference as np",
    start="""
        def first_missing(number):
            ...


        print(first_missing(np.float32), first_missing(np.float64))
    """,
    wrong={
        "def first_missing(number): return 16777217": "para np.float64 a resposta é outra",
        """
        def first_missing(number):
            n = 1
            while number(n) + number(1) != number(n):
                n *= 2
            return n
        """: "é uma potência de 2, e cabe",
        """
        def first_missing(number):
            n = 1
            while number(n) + number(1) != number(n):
                n *= 2
            return number(n) + number(1)
        """: "uma soma feita no próprio tipo",
        """
        def first_missing(number):
            n = 1.0
            while n + 1 != n:
                n *= 2
            return int(n) + 1
        """: "a conta foi feita em float64",
        """
        def first_missing(number):
            n = 1
            while number(n) + number(1) != number(n):
                n *= 2
            print(n + 1)
        """: "devolveu None",
    },
)
def where_integers_end(first_missing):
    single, double = first_missing(np.float32), first_missing(np.float64)
    expect(single is not None, "a função devolveu None: falta o return")
    expect(single != 2**53 + 1, "a conta foi feita em float64, o tipo dos números do Python; use number")
    lost = single == 2**24 and hasattr(single, "dtype")
    expect(not lost, "uma soma feita no próprio tipo não dá o número que ele não guarda: some com inteiros do Python")
    expect(single != 2**24, "16777216 é uma potência de 2, e cabe; o que falha vem logo depois")
    expect(single == 2**24 + 1, "em float32 todos os inteiros cabem até que somar 1 não muda nada; onde?")
    expect(double == 2**53 + 1, "para np.float64 a resposta é outra: descubra-a fazendo contas com number")


@exercise(
    given="import reference as np",
    start="""
        def assemble(s, e, f):
            ...


        print(assemble(0, 123, 5033165), np.float32(0.1).item())
    """,
    wrong={
        "def assemble(s, e, f): return 0.10000000149011612": "o mesmo com outros bits",
        "def assemble(s, e, f): return (-1) ** s * 2.0 ** (e - 127) * f / 2**23": "falta o 1 da frente",
        "def assemble(s, e, f): return (-1) ** s * 2.0**e * (1 + f / 2**23)": "desconte 127",
        "def assemble(s, e, f): return (-1) ** s * 2.0 ** (e - 127) * (1 + f // 2**23)": "divisão inteira",
        "def assemble(s, e, f): return (-1) ** s * 2.0 ** (e - 127) * (1 + f)": "a fração se divide",
        "def assemble(s, e, f): return 2.0 ** (e - 127) * (1 + f / 2**23)": "esqueceu o sinal",
        "def assemble(s, e, f): return -s * 2.0 ** (e - 127) * (1 + f / 2**23)": "multiplicar por s",
    },
)
def assembled(assemble):
    tenth = assemble(0, 123, 5033165)
    expect(tenth is not None, "a função devolveu None: falta o return")
    expect(tenth != 0, "multiplicar por s dá zero quando s é 0; o fator do sinal é 1 ou −1")
    expect(not near(tenth, 2.0**-4 * 5033165 / 2**23), "falta o 1 da frente, que não se guarda: 1 + f / 2**23")
    expect(not near(tenth, 2.0**123 * (1 + 5033165 / 2**23)), "o expoente guardado tem 127 a mais; desconte 127")
    expect(tenth != 2.0**-4, "a divisão inteira joga fora a fração toda")
    expect(not near(tenth, 2.0**-4 * 5033166, 1e-12), "a fração se divide por 2**23 antes de somar 1")
    expect(near(tenth, 0.10000000149011612, 1e-12), "com 0, 123 e 5033165, a fórmula dá 0.10000000149011612")
    negative = assemble(1, 128, 2**22)
    expect(not near(negative, 3), "esqueceu o sinal: com s = 1 o número é negativo")
    expect(near(negative, -3), "não deu o mesmo com outros bits: com 1, 128 e 4194304 a fórmula dá −3")
