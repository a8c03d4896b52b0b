"""Confere os exercícios de docs/tensors/symbols.md."""

from fractions import Fraction

from exercises.judging import Mistake, exercise, expect

LETTERS = dict(a=2, b=3, c=5, d=7, x=11, y=13)


def value(expression):
    """Quanto vale a expressão, com um primo no lugar de cada letra."""
    try:
        return eval(str(expression), {"__builtins__": {}}, LETTERS)
    except (NameError, SyntaxError, TypeError):
        message = f"{expression}: escreva num texto, com as letras da página e `*` em cada produto, como em a*x"
        raise Mistake(message) from None


@exercise(
    start="""
        # num texto, como "a*x + b*y"
        first = ...  # o primeiro elemento de np.dot(x, A)
        second = ...  # o segundo
    """,
    solution='first, second = "x*a + y*c", "x*b + y*d"',
    wrong={
        'first, second = "a*x + b*y", "c*x + d*y"': "isso é np.dot(A, x)",
        'first, second = "x*b + y*d", "x*a + y*c"': "estão trocados",
        'first, second = "xa + yc", "xb + yd"': "`*` em cada produto",
        'first, second = "x*a + x*c", "y*b + y*d"': "cada letra do vetor",
        'first, second = "x*a", "y*d"': "são duas parcelas",
    },
)
def vector_first(first, second):
    got = value(first), value(second)
    expect(got != (2 * 11 + 3 * 13, 5 * 11 + 7 * 13), "isso é np.dot(A, x): cada linha de A com o vetor")
    expect(got != (3 * 11 + 7 * 13, 2 * 11 + 5 * 13), "os dois elementos estão trocados: o primeiro é o da coluna 0")
    expect(got != (11 * (2 + 5), 13 * (3 + 7)), "cada letra do vetor encontra uma linha de A: x com a e b, y com c e d")
    expect(" + " in str(first) and " + " in str(second), "cada elemento é uma soma: são duas parcelas, de x e de y")
    expect(got[0] == 2 * 11 + 5 * 13, "first: o vetor com a coluna 0 de A, que é a, c")
    expect(got[1] == 3 * 11 + 7 * 13, "second: o vetor com a coluna 1 de A, que é b, d")


@exercise(
    start='letters = ...  # num texto, como "abxz"',
    solution='letters = "cdwy"',
    wrong={
        'letters = "abwy"': "contando do zero, a linha 1",
        'letters = "cdxz"': "contando do zero, a coluna 0",
        'letters = "cdwx"': "w e x são uma linha de B",
        'letters = "acwy"': "a e c são uma coluna de A",
        'letters = "cw"': "duas de cada matriz",
    },
)
def letters_of_one_element(letters):
    found = {letter for letter in str(letters) if letter in "abcdwxyz"}
    expect(len(found) == 4, "são quatro letras, duas de cada matriz")
    expect(found & set("abcd") != set("ac"), "a e c são uma coluna de A; dela entra a linha")
    expect(found & set("wxyz") != set("wx"), "w e x são uma linha de B; dela entra a coluna")
    expect(found & set("abcd") == set("cd"), "contando do zero, a linha 1 de A é a de baixo")
    expect(found == set("cdwy"), "contando do zero, a coluna 0 de B é a da esquerda")


@exercise(
    start="""
        # True ou False
        same_text = ...
        same_value = ...
    """,
    solution="same_text, same_value = False, True",
    wrong={
        "same_text, same_value = True, True": "trocam de lugar",
        "same_text, same_value = False, False": "não muda o valor",
        "same_text, same_value = True, False": "é o contrário",
    },
)
def transposed_product(same_text, same_value):
    expect((same_text, same_value) != (True, False), "é o contrário: o mesmo texto teria de dar o mesmo valor")
    expect(not same_text, "same_text: de um lado a parcela é a*w, e do outro, w*a: os fatores trocam de lugar")
    expect(same_value, "same_value: entre números, trocar os fatores de lugar não muda o valor")


@exercise(
    given="""
        from fractions import Fraction

        import reference as np
    """,
    start="""
        exact = np.array([Fraction(0.1), Fraction(0.2)]).sum()  # conserte
        print(exact == Fraction(3, 10))
    """,
    wrong={
        "exact = np.array([Fraction(0.1), Fraction(0.2)]).sum()": "já chegam arredondados a Fraction",
        "exact = Fraction(0.1 + 0.2)": "somou antes",
        "exact = Fraction(0.3)": "não é três décimos",
        "exact = np.array([0.1, 0.2]).sum()": "é um ponto flutuante",
        "exact = Fraction(1, 10) + Fraction(1, 20)": "dois décimos são 2/10",
    },
)
def three_tenths(exact):
    exact = exact.item() if hasattr(exact, "item") else exact
    expect(not isinstance(exact, float), "isso é um ponto flutuante, que não guarda três décimos; some frações")
    expect(exact != Fraction(0.1) + Fraction(0.2), "0.1 e 0.2 já chegam arredondados a Fraction")
    expect(exact != Fraction(0.1 + 0.2), "somou antes, em ponto flutuante; some depois, com as frações")
    expect(exact != Fraction(0.3), "0.3 também já chega arredondado, e não é três décimos")
    expect(exact != Fraction(3, 20), "dois décimos são 2/10, e não 1/20")
    expect(Fraction(exact) == Fraction(3, 10), "um décimo é 1/10, dois são 2/10; a soma exata é 3/10")


@exercise(
    given="""
        from fractions import Fraction

        import reference as np
    """,
    start="""
        def harmonic(n):
            ...


        print(harmonic(10))  # 7381/2520
    """,
    wrong={
        "def harmonic(n): sum(Fraction(1, i) for i in range(1, n + 1))": "devolveu None",
        "def harmonic(n): return Fraction(7381, 2520)": "outro n",
        "def harmonic(n): return sum(1 / i for i in range(1, n + 1))": "não é exata",
        "def harmonic(n): return sum(Fraction(1 / i) for i in range(1, n + 1))": "já chega arredondado",
        "def harmonic(n): return sum(Fraction(1, i) for i in range(1, n))": "falta a última",
        "def harmonic(n): return sum(Fraction(1, i) for i in range(2, n + 1))": "começa em 1",
        "def harmonic(n): return Fraction(1, sum(range(1, n + 1)))": "a soma dos inversos",
    },
)
def harmonic_sum(harmonic):
    answer = harmonic(4)
    expect(answer is not None, "a função devolveu None: falta o return")
    answer = answer.item() if hasattr(answer, "item") else answer
    expect(not isinstance(answer, float), "a soma é em ponto flutuante, e não é exata; some frações")
    expect(answer != sum(Fraction(1 / i) for i in range(1, 5)), "1 / i já chega arredondado a Fraction")
    expect(answer != Fraction(11, 6), "falta a última parcela, 1/n: range para antes do fim")
    expect(answer != Fraction(13, 12), "a soma começa em 1, e não em 1/2")
    expect(answer != Fraction(1, 10), "isso é o inverso da soma; pediu-se a soma dos inversos")
    expect(answer != Fraction(7381, 2520), "com outro n a soma é outra, e não a de n = 10")
    expect(answer == Fraction(25, 12), "a soma com n = 4 é 1 + 1/2 + 1/3 + 1/4 = 25/12")
