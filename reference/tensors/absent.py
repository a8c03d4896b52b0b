"""O que não se oferece: a face do pacote responde pelo nome que lhe pedem e não tem, e diz por quê."""

from typing import Any

PARTS = {
    "fft": "a transformada de Fourier",
    "polynomial": "polinômios",
    "ma": "os tensores mascarados; para dados que faltam, há nanmean, nansum, …",
    "matrix": "a classe matrix; use array e @",
    "asmatrix": "a classe matrix; use asarray e @",
    "rec": "os registros",
    "char": "os textos",
    "strings": "os textos",
    "memmap": "o tensor mapeado num arquivo",
    "float16": "o tipo float16; os de ponto flutuante são float32 e float64",
    "half": "o tipo float16; os de ponto flutuante são float32 e float64",
    "longdouble": "o tipo longdouble; os de ponto flutuante são float32 e float64",
    "datetime64": "as datas",
    "timedelta64": "as datas",
    "genfromtxt": "genfromtxt; para arquivos de texto, há loadtxt",
}
"""O que programas pedem e não há, e o que usar no lugar."""

DROPPED = {
    "float": "float64 ou o float do Python", "int": "int64 ou o int do Python", "object": "object_",
    "float_": "float64", "unicode_": "o str do Python", "string_": "os bytes do Python", "Inf": "inf",
    "Infinity": "inf", "cumproduct": "cumprod", "infty": "inf", "PINF": "inf", "NINF": "-inf", "NaN": "nan",
    "NAN": "nan", "product": "prod", "sometrue": "any", "alltrue": "all", "in1d": "isin", "trapz": "trapezoid",
    "round_": "round", "bool8": "bool_", "asfarray": "asarray(x, dtype=float)", "mat": "asarray",
    "msort": "sort(x, axis=0)", "int0": "int64",
}  # fmt: skip
"""Nomes que o NumPy 2 também não tem mais, e o que usar no lugar."""


# --8<-- [start:getattr]
def __getattr__(name: str) -> Any:
    """Diz que não se oferece o nome que se pediu e, se for o caso, o que usar.

    Raises:
        AttributeError: Sempre.
    """
    if name in DROPPED:
        raise AttributeError(f"reference.{name}: o NumPy 2 não tem mais este nome; use {DROPPED[name]}")
    if name in PARTS:
        raise AttributeError(f"reference.{name}: não se oferece aqui {PARTS[name]}")
    raise AttributeError(f"reference.{name}: este nome não é oferecido aqui")
# --8<-- [end:getattr]
