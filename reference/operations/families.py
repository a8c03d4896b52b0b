"""Famílias de tipos, e outras perguntas sobre um tensor ou um tipo: é de inteiros? quantos eixos? quantos elementos?"""

from collections.abc import Iterable
from typing import Any

from reference.operations.angles import atan2, degrees
from reference.operations.comparison import equal, not_equal
from reference.operations.reductions import normalize_axes
from reference.tensors.assignment import same_memory
from reference.tensors.creation import asarray
from reference.tensors.dtypes import DType, dtype_of, promote
from reference.tensors.dtypes import dtype as dtype_named
from reference.tensors.layout import Shape, offsets
from reference.tensors.tensor import Scalar, Tensor


# --8<-- [start:Family]
class Family:
    """Uma família de tipos, para perguntar: `issubdtype(x.dtype, floating)`, `isinstance(x[0], integer)`.

    Args:
        name: Nome, como no NumPy.
        kinds: As famílias de `DType.kind` que estão nela.

    Examples:
        >>> isinstance(array([1])[0], integer), isinstance(array([1])[0], floating)
        (True, False)
    """

    def __init__(self, name: str, kinds: str) -> None:
        self.name, self.kinds = name, kinds

    def __contains__(self, d: DType) -> bool:
        return d.kind in self.kinds

    def __instancecheck__(self, value: Any) -> bool:
        """Se o valor é um escalar de um dos tipos da família."""
        return isinstance(value, Scalar) and value.dtype in self

    def __repr__(self) -> str:
        return f"<família {self.name!r}>"

    def __reduce__(self) -> str:
        return self.name
# --8<-- [end:Family]


generic, number = Family("generic", "biufcO"), Family("number", "iufc")
integer, signedinteger = Family("integer", "iu"), Family("signedinteger", "i")
unsignedinteger, inexact = Family("unsignedinteger", "u"), Family("inexact", "fc")
floating, complexfloating = Family("floating", "f"), Family("complexfloating", "c")


def issubdtype(dtype: Any, family: Any) -> bool:
    """Se um tipo é de uma família, ou é aquele tipo.

    Args:
        dtype: O tipo.
        family: Uma família (`integer`, `floating`, `number`, …) ou outro tipo.

    Raises:
        TypeError: Se um dos dois não for um tipo.

    Examples:
        >>> issubdtype(float32, floating), issubdtype(float32, float64), issubdtype(int, integer)
        (True, False, True)
    """
    if isinstance(dtype, Family):
        return isinstance(family, Family) and set(dtype.kinds) <= set(family.kinds)
    d = dtype_named(dtype)
    return d in family if isinstance(family, Family) else d is dtype_named(family)


STANDARD = {
    "bool": "b", "signed integer": "i", "unsigned integer": "u", "integral": "iu", "real floating": "f",
    "complex floating": "c", "numeric": "iufc",
}  # fmt: skip
"""As famílias do padrão Array API, pelo nome."""


def isdtype(dtype: Any, kind: Any) -> bool:
    """Se um tipo é de uma família, dita pelo nome do padrão Array API.

    Args:
        dtype: O tipo.
        kind: `"bool"`, `"signed integer"`, `"unsigned integer"`, `"integral"`, `"real floating"`,
            `"complex floating"`, `"numeric"`, um tipo, ou uma tupla deles.

    Raises:
        TypeError: Se `dtype` não for um tipo.
        ValueError: Se a família não existir.

    Examples:
        >>> isdtype(float32, "real floating"), isdtype(int8, ("bool", "unsigned integer"))
        (True, False)
    """
    if not isinstance(dtype, DType):
        raise TypeError(f"isdtype: espera um tipo, como x.dtype, e não {dtype!r}")
    for option in kind if isinstance(kind, tuple) else (kind,):
        if isinstance(option, str) and option not in STANDARD:
            raise ValueError(f"isdtype: a família {option!r} não existe; as que existem são {', '.join(STANDARD)}")
        if dtype.kind in STANDARD[option] if isinstance(option, str) else dtype is option:
            return True
    return False


def promote_types(a: Any, b: Any) -> DType:
    """Menor tipo em que cabem os valores dos dois.

    Examples:
        >>> promote_types("uint8", "int8"), promote_types(int, "float32")
        (dtype('int16'), dtype('float64'))
    """
    return promote(dtype_named(a), dtype_named(b))


def min_scalar_type(value: Any) -> DType:
    """Menor tipo inteiro em que cabe um inteiro; do que não for um inteiro, o tipo que ele tem.

    Examples:
        >>> min_scalar_type(200), min_scalar_type(-200)
        (dtype('uint8'), dtype('int16'))
    """
    if isinstance(value, bool) or not isinstance(value, int):
        return dtype_of(value)
    bits = max(8, 1 << (max(value, -value - 1).bit_length() + (value < 0) - 1).bit_length()) if value else 8
    return dtype_named(f"{'int' if value < 0 else 'uint'}{bits}") if bits <= 64 else dtype_named(object)


def ndim(x: Any) -> int:
    """Número de eixos de um tensor, de um número (0) ou de listas aninhadas.

    Examples:
        >>> ndim([[1, 2], [3, 4]]), ndim(7)
        (2, 0)
    """
    return asarray(x).ndim


def shape(x: Any) -> Shape:
    """Forma de um tensor, de um número ou de listas aninhadas.

    Examples:
        >>> shape([[1, 2, 3], [4, 5, 6]]), shape(7)
        ((2, 3), ())
    """
    return asarray(x).shape


def size(x: Any, axis: int | None = None) -> int:
    """Quantos elementos há ao todo ou, com `axis`, o tamanho daquele eixo.

    Raises:
        AxisError: Se o eixo não existir.

    Examples:
        >>> size([[1, 2, 3], [4, 5, 6]]), size([[1, 2, 3], [4, 5, 6]], axis=1)
        (6, 3)
    """
    found = asarray(x)
    if axis is None:
        return found.size
    (place,) = normalize_axes("size", axis, found.ndim)
    return found.shape[place]


def isscalar(x: Any) -> bool:
    """Se é um número (do Python ou escalar) ou um texto, e não um tensor; um tensor sem eixos é um tensor.

    Examples:
        >>> isscalar(3.5), isscalar(array([1, 2])[0]), isscalar(array(3))
        (True, True, False)
    """
    return isinstance(x, Scalar) or (isinstance(x, int | float | complex | str | bytes) and not isinstance(x, Tensor))


def iterable(x: Any) -> bool:
    """Se pode ser percorrido com `for`.

    Examples:
        >>> iterable([1, 2]), iterable(3)
        (True, False)
    """
    try:
        iter(x)
    except TypeError:
        return False
    return isinstance(x, Iterable)


def iscomplexobj(x: Any) -> bool:
    """Se os elementos são números complexos, ainda que a parte imaginária seja zero.

    Examples:
        >>> iscomplexobj([1, 2]), iscomplexobj([1, 2 + 0j])
        (False, True)
    """
    return asarray(x).dtype.kind == "c"


def isrealobj(x: Any) -> bool:
    """Se os elementos **não** são números complexos.

    Examples:
        >>> isrealobj([1, 2])
        True
    """
    return not iscomplexobj(x)


def shares_memory(x: Any, y: Any) -> bool:
    """Se dois tensores são da mesma memória e os trechos dela que percorrem se cruzam.

    Examples:
        >>> x = arange(6)
        >>> shares_memory(x, x[2:4]), shares_memory(x[:3], x[3:]), shares_memory(x, x.copy())
        (True, False, False)
    """
    return same_memory(x.storage, y.storage) and not touched(x).isdisjoint(touched(y))


def may_share_memory(x: Any, y: Any) -> bool:
    """O mesmo, sem olhar casa por casa: se os trechos, do primeiro byte ao último, se cruzam.

    Examples:
        >>> x = arange(6)
        >>> may_share_memory(x[::2], x[1::2]), shares_memory(x[::2], x[1::2])
        (True, False)
    """
    if not same_memory(x.storage, y.storage) or not x.size or not y.size:
        return False
    mine, other = touched(x), touched(y)
    return max(min(mine), min(other)) <= min(max(mine), max(other))


def touched(x: Tensor) -> set[int]:
    """Os bytes da memória em que estão os elementos, contados do começo dela."""
    places = offsets(x.shape, x.steps, x.offset)
    return {place * x.itemsize + byte for place in places for byte in range(x.itemsize)}


def real(x: Any) -> Any:
    """Parte real: de complexos, uma vista dela; de números reais, o próprio `x`.

    Examples:
        >>> real([1.5, 2.0]), real([1.5 + 3j, 2.0])
        (array([1.5, 2. ]), array([1.5, 2. ]))
    """
    return x.real if hasattr(x, "real") else asarray(x).real


def imag(x: Any) -> Any:
    """Parte imaginária: de complexos, uma vista dela; de números reais, zeros.

    Examples:
        >>> imag([1.5, 2.0]), imag([1.5 + 3j, 2.0])
        (array([0., 0.]), array([3., 0.]))
    """
    return x.imag if hasattr(x, "imag") else asarray(x).imag


def iscomplex(x: Any) -> Any:
    """De cada elemento, se a parte imaginária não é zero.

    Examples:
        >>> iscomplex([1 + 2j, 3 + 0j])
        array([ True, False])
    """
    return not_equal(asarray(x).imag, 0)


def isreal(x: Any) -> Any:
    """De cada elemento, se a parte imaginária é zero.

    Examples:
        >>> isreal([1 + 2j, 3 + 0j])
        array([False,  True])
    """
    return equal(asarray(x).imag, 0)


def angle(x: Any, deg: bool = False) -> Any:
    """Ângulo da seta de cada complexo com a direção dos reais positivos, de −π a π; o de um real negativo é π.

    Args:
        x: Tensor.
        deg: Se a resposta é em graus.

    Examples:
        >>> angle([2.0, 1 + 1j, 3j, -1.0], deg=True)
        array([  0.,  45.,  90., 180.])
    """
    x = asarray(x)
    found = atan2(x.imag if x.dtype.kind == "c" else 0, x.real)
    return degrees(found) if deg else found
