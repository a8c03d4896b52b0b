r"""Limites: o maior e o menor número de cada tipo, e a distância de 1 ao número seguinte.

`finfo` e `iinfo` respondem com os bits: quantos são, e o que cabe neles.
"""

from typing import Any

from reference.tensors.dtypes import PARTS, DType, bounds
from reference.tensors.dtypes import dtype as dtype_named
from reference.tensors.tensor import Scalar

FRACTION = {"float32": (23, 8), "float64": (52, 11)}
"""Bits da fração e do expoente de cada tipo de ponto flutuante."""


def described(name: str, given: Any) -> DType:
    """O tipo de que se fala: o dado, ou o de um número ou tensor."""
    if isinstance(given, int | float | complex) and not isinstance(given, bool) and not hasattr(given, "dtype"):
        return dtype_named(type(given))
    try:
        return dtype_named(getattr(given, "dtype", given))
    except TypeError:
        raise ValueError(f"{name}: {given!r} não é um tipo de elemento") from None


class Limit(Scalar):
    """Um limite: escalar do seu tipo, que também responde por `float`, como o padrão pede.

    Examples:
        >>> eps = finfo(float32).eps
        >>> eps, isinstance(eps, float), (eps * 2).dtype
        (np.float32(1.1920929e-07), True, dtype('float32'))
    """

    __slots__ = ()
    __class__ = property(lambda self: float)


# --8<-- [start:finfo]
class finfo:
    r"""Limites de um tipo de ponto flutuante, $\pm(1 + \text{fração}) \cdot 2^{\text{expoente}}$.

    Args:
        dtype: O tipo, ou um número ou tensor dele; de um complexo, o das suas partes.

    Attributes:
        bits: Quantos bits ocupa.
        nmant: Bits da fração.
        iexp: Bits do expoente.
        eps: Distância de 1 ao próximo número.
        epsneg: Distância de 1 ao número anterior.
        max: O maior número.
        min: O menor, $-\max$.
        smallest_normal: O menor positivo com todos os bits de precisão; também se chama `tiny`.
        smallest_subnormal: O menor positivo.
        precision: Quantos algarismos decimais são sempre certos.
        resolution: $10^{-\text{precision}}$.

    Raises:
        ValueError: Se o tipo não for de ponto flutuante.

    Examples:
        >>> finfo(float32).eps, finfo(float32).max
        (np.float32(1.1920929e-07), np.float32(3.4028235e+38))
        >>> 1 + finfo(float).eps > 1, 1 + finfo(float).eps / 2 > 1
        (np.True_, np.False_)
    """

    def __init__(self, dtype: Any) -> None:
        found = described("finfo", dtype)
        self.dtype = PARTS.get(found, found)
        if self.dtype.kind != "f":
            raise ValueError(f"finfo: {self.dtype} não é um tipo de ponto flutuante; para inteiros há iinfo")
        self.bits = 8 * self.dtype.itemsize
        self.nmant, self.iexp = FRACTION[self.dtype.name]
        self.maxexp = 2 ** (self.iexp - 1)
        self.minexp, self.machep, self.negep = 2 - self.maxexp, -self.nmant, -self.nmant - 1
        self.eps, self.epsneg = self.number(2.0**self.machep), self.number(2.0**self.negep)
        self.max = self.number((2 - 2.0**self.machep) * 2.0 ** (self.maxexp - 1))
        self.min = self.number(-self.max.item())
        self.tiny = self.smallest_normal = self.number(2.0**self.minexp)
        self.smallest_subnormal = self.number(2.0 ** (self.minexp - self.nmant))
        self.precision = int(self.nmant * 0.30103)  # log10(2) por bit
        self.resolution = self.number(10.0**-self.precision)

    def number(self, value: float) -> Any:
        """O valor como escalar deste tipo."""
        return Limit(self.dtype(value).item(), self.dtype)
# --8<-- [end:finfo]

    def __str__(self) -> str:
        line = "-" * 63
        return (
            f"Machine parameters for {self.dtype}\n{line}\n"
            f"precision = {self.precision}   resolution = {self.resolution!s}\n"
            f"machep = {self.machep}   eps =        {self.eps!s}\n"
            f"negep =  {self.negep}   epsneg =     {self.epsneg!s}\n"
            f"minexp = {self.minexp}   tiny =       {self.tiny!s}\n"
            f"maxexp = {self.maxexp}   max =        {self.max!s}\n"
            f"nexp =   {self.iexp}   min =        -max\n"
            f"smallest_normal = {self.smallest_normal!s}   smallest_subnormal = {self.smallest_subnormal!s}\n{line}\n"
        )

    def __repr__(self) -> str:
        return f"finfo(resolution={self.resolution!s}, min={self.min!s}, max={self.max!s}, dtype={self.dtype})"


# --8<-- [start:iinfo]
class iinfo:
    r"""Limites de um tipo inteiro de $b$ bits: de $-2^{b-1}$ a $2^{b-1} - 1$ com sinal, de 0 a $2^b - 1$ sem.

    Args:
        int_type: O tipo, ou um número ou tensor dele.

    Attributes:
        bits: Quantos bits ocupa.
        min: O menor inteiro, como número do Python.
        max: O maior.

    Raises:
        ValueError: Se o tipo não for de inteiros.

    Examples:
        >>> iinfo(uint8).max, iinfo("int32").min
        (255, -2147483648)
    """

    def __init__(self, int_type: Any) -> None:
        self.dtype = described("iinfo", int_type)
        if self.dtype.kind not in "iu":
            raise ValueError(f"iinfo: {self.dtype} não é um tipo inteiro; para ponto flutuante há finfo")
        self.kind, self.bits = self.dtype.kind, 8 * self.dtype.itemsize
        self.key = f"{self.kind}{self.bits}"
        self.min, self.max = bounds(self.dtype)
# --8<-- [end:iinfo]

    def __str__(self) -> str:
        line = "-" * 63
        return (
            f"Machine parameters for {self.dtype}\n{line}\n" f"min = {self.min}\nmax = {self.max}\n{line}\n"
        )

    def __repr__(self) -> str:
        return f"iinfo(min={self.min}, max={self.max}, dtype={self.dtype})"
