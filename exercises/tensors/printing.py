"""Confere os exercícios de docs/tensors/printing.md."""

import reference as np
from exercises.judging import exercise, expect


@exercise(
    start="""
        # colchetes, linhas de números e linhas em branco, nesta ordem, como em 2, 3, 0
        first = ...  # np.zeros((2, 3, 4))
        second = ...  # np.zeros((2, 2, 2, 2))
    """,
    solution="first, second = (3, 6, 1), (4, 8, 4)",
    wrong={
        "first, second = (2, 6, 1), (4, 8, 4)": "um por eixo",
        "first, second = (3, 24, 1), (4, 8, 4)": "ficam lado a lado",
        "first, second = (3, 2, 1), (4, 8, 4)": "duas matrizes, e cada uma",
        "first, second = (3, 6, 0), (4, 8, 4)": "entre os dois blocos",
        "first, second = (3, 6, 2), (4, 8, 4)": "só entre os blocos, e não depois",
        "first, second = (3, 6, 1), (4, 8, 3)": "entre as metades são duas",
        "first, second = (3, 6, 1), (4, 8, 2)": "dentro de cada metade",
        "first, second = (3, 6, 1), (4, 4, 4)": "em quatro matrizes, de duas linhas",
    },
)
def brackets_and_lines(first, second):
    for name, answer in (("first", first), ("second", second)):
        expect(np.shape(answer) == (3,), f"{name}: responda com três números: colchetes, linhas de números e em branco")
    expect(first[0] == 3, "first: os colchetes que abrem são um por eixo")
    expect(first[1] != 24, "first: 24 são os números; os do último eixo ficam lado a lado, na mesma linha")
    expect(first[1] == 6, "first: são duas matrizes, e cada uma se imprime em três linhas")
    expect(first[2] != 0, "first: entre os dois blocos do eixo 0 vai uma linha em branco")
    expect(first[2] == 1, "first: a linha em branco vai só entre os blocos, e não depois do último")
    expect(second[0] == 4, "second: quatro eixos, quatro colchetes")
    expect(second[1] == 8, "second: são oito linhas, em quatro matrizes, de duas linhas cada")
    expect(second[2] != 3, "second: cada eixo a mais dá uma linha em branco a mais: entre as metades são duas")
    expect(second[2] != 2, "second: falta contar a linha em branco dentro de cada metade")
    expect(second[2] == 4, "second: uma em branco dentro de cada metade, e duas entre elas")


@exercise(
    start="""
        # True, se em notação científica; False, se por extenso
        first = ...  # [0.001, 1]
        second = ...  # [0.001, 1.5]
        third = ...  # [99999999.0, 1e5]
        fourth = ...  # [0.0, 0.00005]
    """,
    solution="first, second, third, fourth = False, True, False, True",
    wrong={
        "first, second, third, fourth = True, True, False, True": "exatamente 1000",
        "first, second, third, fourth = False, False, False, True": "1500",
        "first, second, third, fourth = False, True, True, True": "ainda não chega",
        "first, second, third, fourth = False, True, False, False": "abaixo de 0,0001",
    },
)
def scientific(first, second, third, fourth):
    expect(not first, "first: a razão entre os dois é exatamente 1000, e a regra pede que passe")
    expect(second, "second: a razão entre os dois é 1500, e passa de 1000")
    expect(not third, "third: o maior ainda não chega a 10**8, e a razão não passa de 1000")
    expect(fourth, "fourth: o menor, fora o zero, é 0,00005, abaixo de 0,0001")


@exercise(
    start="""
        integers = ...  # números por linha no print de np.arange(100)
        eighths = ...  # e no de np.arange(100) / 8
    """,
    solution="integers, eighths = 24, 10",
    wrong={
        "integers, eighths = 37, 12": "o espaço",
        "integers, eighths = 25, 10": "um é do colchete",
        "integers, eighths = 100, 100": "75 caracteres",
        "integers, eighths = 24, 14": "4 caracteres",
        "integers, eighths = 24, 12": "o ponto também",
        "integers, eighths = 24, 24": "não têm a mesma largura",
    },
)
def numbers_per_line(integers, eighths):
    expect(integers != 37, "integers: cada número traz, além dos dois algarismos, o espaço que o separa do vizinho")
    expect(integers != 25, "integers: dos 75 caracteres da linha, um é do colchete, e ficam 74")
    expect(integers != 100, "integers: uma linha tem 75 caracteres; quantos números cabem nela?")
    expect(integers == 24, "integers: o mais largo é o 99, de 2 caracteres; são 74 // 3")
    expect(eighths != 24, "eighths: 99 e 12.375 não têm a mesma largura; a coluna é a do mais exigente")
    expect(eighths != 14, "eighths: 4 caracteres não dão para 12.375; conte as três casas, o ponto e as duas da frente")
    expect(eighths != 12, "eighths: o ponto também ocupa um lugar: 12.375 são 6 caracteres")
    expect(eighths == 10, "eighths: o mais exigente é como 12.375, de 6 caracteres; são 74 // 7")


@exercise(
    given="""
        import reference as np

        W = np.array([[1, 2], [3, 4]])
    """,
    start="""
        text = f"W = {W}"  # conserte
        print(text)
    """,
    wrong={
        "text = f'W = {W}'": "a segunda linha não sabe do título",
        "text = f'W = {W!r}'": "isso é o repr",
        "text = f'W = {W.tolist()}'": "numa linha só",
        "text = np.array2string(W, prefix='W = ')": "não o escreve",
        "text = f'{W}'": "falta o título",
        "text = f'W = {W}'.replace('\\n', '\\n   ')": "andou demais ou de menos",
    },
)
def title_beside(text):
    expect(isinstance(text, str), "text: a resposta é um texto, e o print vem depois")
    expect("array" not in text, "isso é o repr, com `array` e vírgulas; para ler, use o str")
    lines = [line.rstrip() for line in text.rstrip().splitlines()]
    expect(len(lines) > 1, "a matriz ficou numa linha só; cada linha dela vai embaixo da outra")
    last = len(lines[-1]) - len(lines[-1].lstrip())
    expect("W" in text or last < 2, "prefix diz o que vem antes e não o escreve: junte o título ao texto")
    expect("W" in text, "falta o título, W =")
    expect(last != 1 or lines[-2].startswith("[["), "a segunda linha não sabe do título: só a primeira andou")
    aligned = lines[-2].find("[1") == lines[-1].find("[3")
    expect(aligned, "a segunda linha andou demais ou de menos: o 3 fica embaixo do 1")


def columns(line):
    """As palavras de uma linha, e onde cada uma acaba."""
    ends = [i + 1 for i, letter in enumerate(line) if letter != " " and line[i + 1 : i + 2] in ("", " ")]
    return line.split(), ends


@exercise(
    given="""
        import reference as np

        diario = np.array([[2.302585, 0.1124], [0.41, 0.8812], [0.0628, 0.9785]])
    """,
    start="""
        def table(diary):
            lines = [f"{'época':>5} {'perda':>8} {'acurácia':>9}"]
            ...
            return "\\n".join(lines)


        print(table(diario))
    """,
    wrong={
        "def table(diary): print(diary)": "devolveu None",
        "def table(diary): return str(diary)": "comece pelos títulos",
        """
        def table(diary):
            lines = [f"{'época':>5} {'perda':>8} {'acurácia':>9}"]
            return "\\n".join(lines + [f"{n:>5} {a:>8.3f} {b:>9.1%}" for n, (a, b) in enumerate(diary)])
        """: "contam de 1",
        """
        def table(diary):
            lines = [f"{'época':>5} {'perda':>8} {'acurácia':>9}"]
            return "\\n".join(lines + [f"{n:>5} {a:>8} {b:>9.1%}" for n, (a, b) in enumerate(diary, 1)])
        """: "3 casas",
        """
        def table(diary):
            lines = [f"{'época':>5} {'perda':>8} {'acurácia':>9}"]
            return "\\n".join(lines + [f"{n:>5} {a:>8.3f} {b:>8.1f}%" for n, (a, b) in enumerate(diary, 1)])
        """: "já multiplica por cem",
        """
        def table(diary):
            lines = ["época perda acurácia"]
            return "\\n".join(lines + [f"{n:>5} {a:>8.3f} {b:>9.1%}" for n, (a, b) in enumerate(diary, 1)])
        """: "não acabam na coluna",
        """
        def table(diary):
            lines = ["época    perda  acurácia", "    1    2.303     11.2%", "    2    0.410     88.1%"]
            return "\\n".join(lines + ["    3    0.063     97.9%"])
        """: "outro diário",
    },
)
def report(table):
    diary = np.array([[2.302585, 0.1124], [0.41, 0.8812], [0.0628, 0.9785]])
    answer = table(diary)
    expect(answer is not None, "a função devolveu None: falta o return")
    lines = [columns(line) for line in str(answer).rstrip().splitlines()]
    words = [row for row, _ in lines]
    expect(words[0] == ["época", "perda", "acurácia"], "comece pelos títulos: época, perda e acurácia")
    expect(len(words) == 4 and all(len(row) == 3 for row in words), "depois dos títulos, três números por época")
    expect(words[1][0] != "0", "as épocas se contam de 1: enumerate tem um start")
    expect([row[0] for row in words[1:]] == ["1", "2", "3"], "a primeira coluna é o número da época: 1, 2, 3")
    expect([row[1] for row in words[1:]] == ["2.303", "0.410", "0.063"], "a perda vai com 3 casas, como 2.303")
    expect(words[1][2] != "0.1%", "0.1% é pouco: o formato % já multiplica por cem, e põe o sinal")
    expect([row[2] for row in words[1:]] == ["11.2%", "88.1%", "97.9%"], "a acurácia vai em por cento, como 11.2%")
    expect(len({tuple(ends) for _, ends in lines}) == 1, "os números não acabam na coluna em que acaba o título deles")
    other = str(table(np.array([[1.5, 0.5]]))).split()
    expect(other[3:] == ["1", "1.500", "50.0%"], "com outro diário, de uma época só, a tabela tem uma linha só")
