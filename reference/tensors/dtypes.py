r"""Tipos de elemento: o que cabe numa casa da memória, e em que tipo dá a conta entre dois deles.

Um `dtype` diz quantos bytes ocupa um elemento e que números cabem neles. Quando dois tipos se encontram numa conta, o
resultado é do menor tipo em que cabem os valores dos dois: são as regras de promoção do NumPy 2 (NEP 50).
"""

import sys
from functools import reduce
from typing import Any


class DType:
    """Um tipo de elemento.

    Attributes:
        name: Nome, como no NumPy: `"float64"`.
        kind: Família: `b` (booleano), `i` (inteiro com sinal), `u` (sem sinal), `f` (ponto flutuante), `c` (complexo),
            `O` (objeto).
        itemsize: Bytes por elemento.
        char: Código do elemento nos módulos `struct` e `array`; de um complexo, o das suas duas partes, em maiúscula.

    Examples:
        >>> float32.itemsize, uint8.name
        (4, 'uint8')
        >>> float32 == "float32", int64 == int
        (True, True)
        >>> float64(3)
        np.float64(3.0)
    """

    __slots__ = ("char", "itemsize", "kind", "name")

    def __init__(self, name: str, kind: str, itemsize: int, char: str) -> None:
        self.name, self.kind, self.itemsize, self.char = name, kind, itemsize, char

    @property
    def typestr(self) -> str:
        """Nome no protocolo de arrays: ordem dos bytes, família e tamanho (`<f8`)."""
        order = "|" if self.itemsize == 1 or self.kind == "O" else "<" if sys.byteorder == "little" else ">"
        return f"{order}{self.kind}" + ("" if self.kind == "O" else f"{self.itemsize}")

    @property
    def type(self) -> "DType":
        """O próprio tipo, que se chama como uma função para fazer um escalar (no NumPy, a classe dos escalares)."""
        return self

    def __call__(self, value: Any = 0) -> Any:
        """Escalar deste tipo: `float32(0.1)`; de uma sequência, o tensor com este tipo."""
        return sys.modules["reference"].array(value, dtype=self)[()]

    def __instancecheck__(self, value: Any) -> bool:
        """`isinstance(x, float64)`: escalar deste tipo."""
        return getattr(value, "shape", None) == () and getattr(value, "dtype", None) is self

    def __eq__(self, other: object) -> bool:
        try:
            return other is not None and self is dtype(other)
        except TypeError:
            return False

    def __hash__(self) -> int:
        return hash(self.name)

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return f"dtype('{'O' if self.kind == 'O' else self.name}')"

    def __reduce__(self) -> str:
        return self.name + "_" * (self.kind in "bO")


bool_ = DType("bool", "b", 1, "?")
int8 = DType("int8", "i", 1, "b")
int16 = DType("int16", "i", 2, "h")
int32 = DType("int32", "i", 4, "i")
int64 = DType("int64", "i", 8, "q")
uint8 = DType("uint8", "u", 1, "B")
uint16 = DType("uint16", "u", 2, "H")
uint32 = DType("uint32", "u", 4, "I")
uint64 = DType("uint64", "u", 8, "Q")
float32 = DType("float32", "f", 4, "f")
float64 = DType("float64", "f", 8, "d")
complex64 = DType("complex64", "c", 8, "F")
complex128 = DType("complex128", "c", 16, "D")
object_ = DType("object", "O", 8, "O")

DTYPES = (
    bool_, int8, int16, int32, int64, uint8, uint16, uint32, uint64, float32, float64, complex64, complex128, object_
)  # fmt: skip
SIGNED = {1: int8, 2: int16, 4: int32, 8: int64}
LADDER = "buifcO"
"""As famílias, da mais estreita à mais larga: uma conta sobe a escada, nunca desce."""
BY_NAME: dict[Any, DType] = {
    **{d.name: d for d in DTYPES},
    **{d.char: d for d in DTYPES},
    **{f"{d.kind}{d.itemsize}": d for d in DTYPES},
    **{"bool_": bool_, "object_": object_, "int": int64, "uint": uint64, "float": float64, "l": int64, "L": uint64},
    **{"complex": complex128, "csingle": complex64, "cdouble": complex128},
    **{None: float64, bool: bool_, int: int64, float: float64, complex: complex128, object: object_},
}
PARTS = {complex64: float32, complex128: float64}
"""De que tipo são as duas partes de cada complexo."""
COMPLEX = {float32: complex64, float64: complex128}
"""Que complexo tem as duas partes de cada tipo."""


def dtype(spec: Any) -> DType:
    """Tipo de elemento descrito por `spec`.

    Args:
        spec: Um `DType`; um nome (`"float32"`, `"f4"`, `"<f8"`, `"d"`); um tipo do Python (`float`, `int`, `bool`,
            `complex`, `object`); um tipo do NumPy; ou `None`, que é `float64`.

    Returns:
        O `DType` correspondente, sempre o mesmo objeto.

    Raises:
        TypeError: Se `spec` não descrever nenhum dos tipos que existem aqui.

    Examples:
        >>> dtype("float32"), dtype(int), dtype("<f8")
        (dtype('float32'), dtype('int64'), dtype('float64'))

    [Notas: Atributos de um tensor]
    """
    if isinstance(spec, DType):
        return spec
    native = "<" if sys.byteorder == "little" else ">"
    try:
        found = BY_NAME.get(spec.lstrip("|=" + native) if isinstance(spec, str) else spec)
    except TypeError:  # uma lista, um dicionário: nem chave podem ser
        found = None
    if found is None and not isinstance(spec, str):
        found = BY_NAME.get(str(getattr(spec, "name", None) or getattr(spec, "__name__", "")))
    if found is None:
        raise TypeError(f"dtype: {spec!r} não é um tipo de elemento; os que existem são {', '.join(map(str, DTYPES))}")
    return found


def bounds(d: DType) -> tuple[int, int]:
    """Menor e maior valor de um tipo inteiro.

    Examples:
        >>> bounds(uint8), bounds(int8)
        ((0, 255), (-128, 127))
    """
    bits = 8 * d.itemsize
    return (-(1 << bits - 1), (1 << bits - 1) - 1) if d.kind == "i" else (0, (1 << bits) - 1)


# --8<-- [start:promote]
def promote(a: DType, b: DType) -> DType:
    """Menor tipo em que cabem os valores dos dois.

    A escada é bool → inteiros → ponto flutuante → complexo → objeto. Entre um inteiro com sinal e um sem sinal de
    tamanho igual ou maior, sobe-se ao próximo com sinal; acima de 64 bits não há inteiro, e o resultado é `float64`. Um
    complexo promove as suas duas partes.

    Examples:
        >>> promote(uint8, int8), promote(int64, float32), promote(uint64, int64)
        (dtype('int16'), dtype('float64'), dtype('float64'))
    """
    if LADDER.index(a.kind) > LADDER.index(b.kind):
        a, b = b, a  # daqui em diante, b é da família mais larga
    if a.kind in "bO" or b.kind == "O":
        return b
    if a.kind == b.kind:
        return a if a.itemsize >= b.itemsize else b
    if b.kind == "c":
        return COMPLEX[promote(a, PARTS[b])]
    if b.kind == "f":  # 16 bits de inteiro cabem, sem perda, num float32; 32 ou 64, não
        return b if a.itemsize <= 2 else float64
    return b if b.itemsize > a.itemsize else SIGNED.get(2 * a.itemsize, float64)
# --8<-- [end:promote]


WEAK = (int, float, complex)
"""Os números do Python que se adaptam ao tipo dos outros."""


# --8<-- [start:result_type]
def result_type(*operands: Any) -> DType:
    """Tipo do resultado de uma conta entre `operands`.

    Tensores e tipos valem o que são. Números do Python são *fracos*: adaptam-se ao tipo dos outros e só o fazem subir
    de família (um `float` com inteiros dá `float64`; com `float32`, fica `float32`; um `complex` com `float32` dá
    `complex64`). Três tipos ou mais se juntam da família mais larga à mais estreita: `int8`, `uint16` e `float32` cabem
    num `float32`, sem passar por `int32`.

    Args:
        operands: Tensores, tipos ou números do Python, ao menos um.

    Raises:
        ValueError: Sem nenhum operando.

    Examples:
        >>> result_type(float32, 2.5), result_type(int8, 2.5), result_type(uint8, int8)
        (dtype('float32'), dtype('float64'), dtype('int16'))

    [Notas: Tipos de dados]
    """
    if not operands:
        raise ValueError("result_type: é preciso ao menos um operando")
    weak = [dtype(type(x)) for x in operands if type(x) in WEAK]
    strong = [dtype_of(x) for x in operands if type(x) not in WEAK]
    if not strong:
        return reduce(promote, weak) if len(weak) > 1 else dtype_of(operands[0])
    result = reduce(promote, sorted(strong, key=lambda d: LADDER.index(d.kind), reverse=True))
    for d in weak:
        if result.kind == "b" or (d.kind == "f" and result.kind in "iu"):
            result = d
        elif d.kind == "c" and result.kind in "iuf":
            result = COMPLEX.get(result, d)
    return result
# --8<-- [end:result_type]


def dtype_of(value: Any) -> DType:
    """Tipo com que um valor entra numa conta: o de um tensor, um tipo já escolhido ou o de um número do Python.

    O que não for nada disso (uma fração, um símbolo) é objeto.

    Examples:
        >>> dtype_of(3), dtype_of(2**63), dtype_of(True)
        (dtype('int64'), dtype('uint64'), dtype('bool'))
    """
    if isinstance(value, bool):
        return bool_
    if isinstance(value, int):
        return int64 if -(2**63) <= value < 2**63 else uint64 if 0 <= value < 2**64 else object_
    if type(value) is float:
        return float64
    if hasattr(value, "dtype"):
        return dtype(value.dtype)
    if isinstance(value, float | complex):
        return float64 if isinstance(value, float) else complex128
    return dtype(value) if isinstance(value, DType | str | type) else object_


def can_cast(source: Any, target: Any, casting: str = "safe") -> bool:
    """Se a conversão de `source` em `target` é permitida pela regra `casting`.

    Args:
        source: Tipo de partida, ou tensor.
        target: Tipo de chegada.
        casting: `"no"` e `"equiv"` (nenhuma conversão), `"safe"` (nenhum valor se perde), `"same_kind"` (pode perder
            bits, não descer de família) ou `"unsafe"` (qualquer uma).

    Raises:
        TypeError: Se `source` for um número do Python: a resposta não pode depender do valor.
        ValueError: Se a regra não existir.

    Examples:
        >>> can_cast(int32, float64), can_cast(float64, int64), can_cast(float64, float32, "same_kind")
        (True, False, True)
    """
    if isinstance(source, int | float | complex) and not hasattr(source, "dtype"):
        raise TypeError(f"can_cast: {source!r} é um número do Python; pergunte por um tipo ou por um tensor")
    rules = ("no", "equiv", "safe", "same_kind", "unsafe")
    if casting not in rules:
        raise ValueError(f"can_cast: a regra {casting!r} não existe; as que existem são {', '.join(rules)}")
    a, b = dtype(getattr(source, "dtype", source)), dtype(target)
    if a is b or casting == "unsafe":
        return True
    if casting == "same_kind" and LADDER.index(a.kind) <= LADDER.index(b.kind):
        return True
    return casting in ("safe", "same_kind") and promote(a, b) is b
