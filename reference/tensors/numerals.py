r"""Algarismos: como um número de ponto flutuante vira texto, e nenhum algarismo a mais.

O número que a memória guarda quase nunca é o que se escreveu: `0.1` é guardado como
0,1000000000000000055511151231257827… Mostrar tudo isso não ajuda ninguém. Mostra-se o decimal **mais curto** que, lido
de volta, dá o mesmo número; e só quando alguém pede uma quantidade certa de algarismos é que se arredonda o valor
guardado.
"""

import math
from array import array
from typing import Any

TRIMS = ("k", ".", "0", "-")


def narrow(value: float) -> float:
    """Arredonda ao `float32` mais próximo.

    Examples:
        >>> narrow(0.1), narrow(0.5), narrow(1e39)
        (0.10000000149011612, 0.5, inf)
    """
    return array("f", [value])[0]


# --8<-- [start:shortest]
def shortest_single(value: float) -> str:
    """Decimal mais curto que, arredondado a `float32`, volta a ser `value`.

    Experimenta com 1 algarismo, depois com 2, … até 9, que sempre bastam. A segunda tentativa, uma unidade acima, é
    para as potências de 2: ali o vizinho de baixo está mais perto que o de cima, e o decimal mais curto pode ser o
    segundo mais próximo.

    Args:
        value: Número finito, não negativo, que já seja um `float32`.

    Examples:
        >>> shortest_single(0.10000000149011612)
        '1e-1'
    """
    for count in range(9):
        mantissa, _, power = f"{value:.{count}e}".partition("e")
        for digits in (int(mantissa.replace(".", "")), int(mantissa.replace(".", "")) + 1):
            text = f"{digits}e{int(power) - count}"
            if narrow(float(text)) == value:
                return text
    return repr(value)


def shortest(value: float, single: bool = False) -> tuple[str, int]:
    """Algarismos do decimal mais curto que volta a ser `value`, e o expoente do primeiro deles.

    Args:
        value: Número finito, não negativo.
        single: Se `value` é um `float32` (senão, um `float64`, para o qual o `repr` do Python já é o mais curto).

    Returns:
        Os algarismos, sem zeros nas pontas, e a potência de dez do primeiro: `("12", -3)` é 1,2 × 10⁻³.

    Examples:
        >>> shortest(0.0012), shortest(300.0), shortest(0.1 + 0.2)
        (('12', -3), ('3', 2), ('30000000000000004', -1))
        >>> shortest(narrow(0.1)), shortest(narrow(0.1), single=True)
        (('10000000149011612', -1), ('1', -1))
    """
    if value == 0:
        return "0", 0
    mantissa, _, power = (shortest_single(value) if single else repr(value)).partition("e")
    whole, _, fraction = mantissa.partition(".")
    digits = whole + fraction
    zeros_before = len(digits) - len(digits.lstrip("0"))
    return digits.strip("0"), int(power or 0) + len(whole) - 1 - zeros_before
# --8<-- [end:shortest]


# --8<-- [start:place]
def place(digits: str, exponent: int) -> tuple[str, str]:
    """Põe o ponto: o que fica à esquerda e à direita dele.

    Examples:
        >>> place("12", -3), place("12345", 2), place("3", 2)
        (('0', '0012'), ('123', '45'), ('300', ''))
    """
    if exponent < 0:
        return "0", "0" * (-exponent - 1) + digits
    return digits[: exponent + 1].ljust(exponent + 1, "0"), digits[exponent + 1 :]
# --8<-- [end:place]


def wanted(length: int, most: int | None, least: int, unique: bool) -> int:
    """Quantos algarismos mostrar depois do ponto, se o decimal mais curto tem `length` deles."""
    if most is not None:
        length = min(length, most) if unique else most
    return max(length, least)


def settled(right: str, text: str, value: float, least: int) -> str:
    """Casas de `text`, o arredondamento de `value`: zeros que vieram de um 9 arredondado para cima não contam.

    Examples:
        >>> settled("00", "2.00", 1.999, 0), settled("00", "2.00", 2.001, 0), settled("00", "2.00", 1.999, 1)
        ('', '00', '0')
    """
    return (right.rstrip("0") if float(text) > value else right).ljust(least, "0")


# --8<-- [start:positional]
def positional(
    value: float, single: bool = False, most: int | None = None, least: int = 0, unique: bool = True
) -> tuple[str, str]:
    """Partes inteira e fracionária de `value` por extenso, sem expoente.

    Args:
        value: Número finito, não negativo.
        single: Se é um `float32`.
        most: No máximo quantos algarismos depois do ponto; `None`, quantos forem precisos.
        least: No mínimo quantos.
        unique: Se parte do decimal mais curto; senão, dá `most` algarismos do valor exato que a memória guarda.

    Examples:
        >>> positional(2 / 3), positional(2 / 3, most=4), positional(0.5, most=4), positional(0.5, least=3)
        (('0', '6666666666666666'), ('0', '6667'), ('0', '5'), ('0', '500'))
        >>> positional(0.1, most=20, unique=False)
        ('0', '10000000000000000555')
    """
    left, right = place(*shortest(value, single))
    count = wanted(len(right), most, least, unique)
    if unique and count == len(right):
        return left, right
    text = f"{value:.{count}f}"
    left, _, right = text.partition(".")
    return left, settled(right, text, value, least)
# --8<-- [end:positional]


def scientific(
    value: float, single: bool = False, most: int | None = None, least: int = 0, unique: bool = True
) -> tuple[str, str, int]:
    """O mesmo que `positional`, em notação científica: um algarismo, os que vêm depois do ponto e o expoente.

    Examples:
        >>> scientific(0.00012), scientific(123456.0, most=2), scientific(0.0, least=1)
        (('1', '2', -4), ('1', '23', 5), ('0', '0', 0))
    """
    digits, exponent = shortest(value, single)
    count = wanted(len(digits) - 1, most, least, unique)
    if unique and count == len(digits) - 1:
        return digits[0], digits[1:], exponent
    text = f"{value:.{count}e}"
    mantissa, _, power = text.partition("e")
    return mantissa[0], settled(mantissa[2:], text, value, least), int(power)


def sign_of(value: float, plus: str = "") -> str:
    """Sinal que se escreve antes do número: o zero negativo e o infinito negativo também têm o seu.

    Examples:
        >>> sign_of(-0.0), sign_of(2.0), sign_of(2.0, plus="+")
        ('-', '', '+')
    """
    return "-" if math.copysign(1, value) < 0 else plus


def float_str(value: float, single: bool = False) -> str:
    """Um número de ponto flutuante sozinho, como `str` o mostra: sempre o decimal mais curto.

    Quem é grande ou pequeno demais vai em notação científica: a partir de 10¹⁶ em `float64`, de 10⁶ em `float32`, e
    abaixo de 10⁻⁴.

    Examples:
        >>> float_str(1.0), float_str(1e-5), float_str(1e16), float_str(narrow(0.1), single=True)
        ('1.0', '1e-05', '1e+16', '0.1')
    """
    if not single or not math.isfinite(value):
        return repr(value)
    size = abs(value)
    if size == 0 or 1e-4 <= size < 1e6:
        return sign_of(value) + ".".join(positional(size, single, least=1))
    first, rest, exponent = scientific(size, single)
    return sign_of(value) + first + (rest and "." + rest) + f"e{exponent:+03d}"


def complex_str(value: complex, single: bool = False) -> str:
    """Um número complexo sozinho: as duas partes, a imaginária com sinal; a real some, se for zero.

    Examples:
        >>> complex_str(1 + 2.5j), complex_str(-1j), complex_str(complex(-0.0, 1))
        ('(1+2.5j)', '(-0-1j)', '(-0+1j)')
    """
    real, imag = (float_str(part, single).removesuffix(".0") for part in (value.real, value.imag))
    if real == "0":
        return imag + "j"
    return f"({real}{imag}j)" if imag.startswith("-") else f"({real}+{imag}j)"


def check_counts(precision: int | None, unique: bool, trim: str, **counts: int | None) -> None:
    """Recusa quantidades negativas, mínimo maior que máximo, valor exato sem limite e cortes que não existem."""
    if not unique and precision is None:
        raise TypeError("precision: com unique=False, diga quantos algarismos")
    for name, count in {"precision": precision, **counts}.items():
        if count is not None and count < 0:
            raise ValueError(f"{name}: {count} é negativo; deve ser >= 0")
    if precision is not None and (counts["min_digits"] or 0) > precision:
        raise ValueError(f"min_digits: {counts['min_digits']} é maior que precision, {precision}")
    if trim not in TRIMS:
        raise ValueError(f"trim: {trim!r} não é um corte; os cortes são {', '.join(map(repr, TRIMS))}")


def trimmed(right: str, trim: str) -> str:
    """Ponto e casas depois dele: todas (`k`), sem zeros no fim (`.`), ao menos uma (`0`) ou nem o ponto (`-`)."""
    if trim != "k":
        right = right.rstrip("0")
    if trim == "0":
        right = right or "0"
    return "" if trim == "-" and not right else "." + right


def format_float_positional(
    x: Any,
    precision: int | None = None,
    unique: bool = True,
    fractional: bool = True,
    trim: str = "k",
    sign: bool = False,
    pad_left: int | None = None,
    pad_right: int | None = None,
    min_digits: int | None = None,
) -> str:
    """Um número por extenso, sem expoente.

    Args:
        x: Número do Python ou escalar; de um `float32`, o decimal mais curto é o que basta a um `float32`.
        precision: No máximo quantos algarismos depois do ponto.
        unique: Se parte do decimal mais curto que volta a ser `x`; senão, do valor exato guardado na memória.
        fractional: Se `precision` e `min_digits` contam só depois do ponto; senão, contam desde o primeiro algarismo.
        trim: O que fazer com zeros no fim: `k` guarda, `.` corta, `0` deixa um, `-` corta até o ponto.
        sign: Se os positivos levam `+`.
        pad_left: Largura à esquerda do ponto, completada com espaços.
        pad_right: Largura à direita do ponto, completada com espaços.
        min_digits: No mínimo quantos algarismos depois do ponto.

    Raises:
        ValueError: Se uma quantidade for negativa, `min_digits` for maior que `precision` ou `trim` não existir.

    Examples:
        >>> format_float_positional(1e-7), format_float_positional(3.0), format_float_positional(3.0, trim="-")
        ('0.0000001', '3.', '3')
        >>> format_float_positional(0.1, precision=20, unique=False)
        '0.10000000000000000555'

    [Notas: Impressão]
    """
    check_counts(precision, unique, trim, pad_left=pad_left, pad_right=pad_right, min_digits=min_digits)
    if precision == 0 and not fractional:
        raise ValueError("precision: com fractional=False, deve ser maior que zero")
    value, single = float(x), is_single(x)
    if not math.isfinite(value):
        return non_finite(value, sign)
    least = min_digits or 0
    if not unique and trim == "k":
        least = precision or 0
    if fractional:
        left, right = positional(abs(value), single, precision, least, unique)
    else:
        most = None if precision is None else precision - 1
        first, rest, exponent = scientific(abs(value), single, most, max(least - 1, 0), unique)
        left, right = place(first + rest, exponent)
    left = sign_of(value, "+" if sign else "") + left
    return left.rjust(pad_left or 0) + trimmed(right, trim).ljust(0 if pad_right is None else pad_right + 1)


def format_float_scientific(
    x: Any,
    precision: int | None = None,
    unique: bool = True,
    trim: str = "k",
    sign: bool = False,
    pad_left: int | None = None,
    exp_digits: int | None = None,
    min_digits: int | None = None,
) -> str:
    """Um número em notação científica.

    Args:
        x: Número do Python ou escalar.
        precision: No máximo quantos algarismos depois do ponto.
        unique: Se parte do decimal mais curto que volta a ser `x`; senão, do valor exato guardado na memória.
        trim: O que fazer com zeros no fim, como em `format_float_positional`.
        sign: Se os positivos levam `+`.
        pad_left: Largura à esquerda do ponto, completada com espaços.
        exp_digits: No mínimo quantos algarismos no expoente (2, se não for dito).
        min_digits: No mínimo quantos algarismos depois do ponto.

    Raises:
        ValueError: Se uma quantidade for negativa, `min_digits` for maior que `precision` ou `trim` não existir.

    Examples:
        >>> format_float_scientific(0.00012), format_float_scientific(1000.0, trim="-", exp_digits=3)
        ('1.2e-04', '1e+003')

    [Notas: Impressão]
    """
    check_counts(precision, unique, trim, pad_left=pad_left, exp_digits=exp_digits, min_digits=min_digits)
    value, single = float(x), is_single(x)
    if not math.isfinite(value):
        return non_finite(value, sign)
    least = min_digits or 0
    if not unique and trim == "k":
        least = precision or 0
    first, rest, exponent = scientific(abs(value), single, precision, least, unique)
    left = sign_of(value, "+" if sign else "") + first
    width = 1 + (2 if exp_digits is None else exp_digits)
    return left.rjust(pad_left or 0) + trimmed(rest, trim) + f"e{exponent:+0{width}d}"


def is_single(x: Any) -> bool:
    """Se `x` é um escalar `float32`."""
    return getattr(getattr(x, "dtype", None), "name", "") == "float32"


def non_finite(value: float, sign: bool) -> str:
    """`nan`, que não tem sinal, e os dois infinitos."""
    return "+inf" if sign and value == math.inf else repr(value)
