r"""O gerador novo do NumPy, bit por bit: bits do PCG64, normais do zigurate, inteiros pela multiplicação.

`default_rng(semente)` dá um gerador com estado próprio, que não divide nada com `random.seed` nem com outro gerador.
"""

import builtins
import math
from collections.abc import Callable
from typing import Any

from reference.tensors import ziggurat
from reference.tensors.creation import as_shape, asarray
from reference.tensors.dtypes import dtype as dtype_named
from reference.tensors.dtypes import float32, float64
from reference.tensors.layout import is_contiguous
from reference.tensors.pcg64 import PCG64
from reference.tensors.picking import Picker
from reference.tensors.tensor import Tensor
from reference.tensors.twister import bytes_from, check_scale, fill, numbers_in


# --8<-- [start:deliver]
def deliver(name: str, draw: Callable[[], float], size: Any, dtype: Any, out: Any) -> Any:
    """Os sorteios de `draw` num tensor novo de forma `size` ou, se ele for dado, em `out`.

    Raises:
        TypeError: Se `out` for de outro tipo.
        ValueError: Se `out` não for um tensor contíguo que se possa mudar, ou se `size` for outra forma.
    """
    if out is None:
        return fill(draw, size, dtype=dtype)
    if not isinstance(out, Tensor) or not out.writeable or not is_contiguous(out.shape, out.steps):
        raise ValueError(f"{name}: out tem de ser um tensor contíguo, que deixe que o mudem")
    if out.dtype is not dtype:
        raise TypeError(f"{name}: out é {out.dtype}, e os números são {dtype}")
    if size is not None and as_shape(size) != out.shape:
        raise ValueError(f"{name}: size é {as_shape(size)}, e out tem a forma {out.shape}")
    out[...] = fill(draw, out.shape, dtype=dtype)
    return out
# --8<-- [end:deliver]


class Generator(Picker):
    """Gerador com estado próprio: com a mesma semente, a mesma sequência, igual à do `Generator` do NumPy.

    Args:
        bit_generator: Quem dá os bits: um `PCG64`.

    Raises:
        AttributeError: Se for outra coisa.

    Examples:
        >>> Generator(PCG64(0)).random(3)
        array([0.63696169, 0.26978671, 0.04097352])
    """

    def __init__(self, bit_generator: PCG64) -> None:
        if not isinstance(bit_generator, PCG64):
            raise AttributeError(f"Generator: quem dá os bits é um PCG64, e não um {type(bit_generator).__name__}")
        super().__init__(bit_generator)

    def __str__(self) -> str:
        return "Generator(PCG64)"

    def __repr__(self) -> str:
        return f"{self} at 0x{id(self):X}"

    def __getattr__(self, name: str) -> Any:
        """Diz que não se oferece o que se pediu."""
        raise AttributeError(f"Generator.{name}: não é oferecido aqui")

    def random(self, size: Any = None, dtype: Any = float64, out: Tensor | None = None) -> Any:
        """Números uniformes em [0, 1): com 53 bits sorteados, ou com 24 se `dtype` for `float32`.

        Raises:
            TypeError: Se `dtype` não for `float64` nem `float32`, ou se `out` for de outro tipo.
            ValueError: Se `out` não servir.

        Examples:
            >>> Generator(PCG64(0)).random((2, 2))
            array([[0.63696169, 0.26978671],
                   [0.04097352, 0.01652764]])
        """
        bits, target = self.bit_generator, dtype_named(dtype)
        if target is float64:
            return deliver("random", bits.uniform_number, size, target, out)
        if target is float32:
            return deliver("random", lambda: (bits.word32() >> 8) * 2.0**-24, size, target, out)
        raise TypeError(f"random: os números são float64 ou float32, e não {target}")

    def uniform(self, low: Any = 0.0, high: Any = 1.0, size: Any = None) -> Any:
        """Números uniformes em [low, high).

        Raises:
            OverflowError: Se a distância entre os dois não for finita.
            ValueError: Se `high` for menor que `low`.

        Examples:
            >>> Generator(PCG64(0)).uniform(-1, 1, 3)
            array([ 0.27392337, -0.46042657, -0.91805295])
        """
        widths = numbers_in(asarray(high, float64) - asarray(low, float64))
        if not all(map(math.isfinite, widths)):
            raise OverflowError(f"uniform: a distância de {low} a {high} não é finita")
        if any(width < 0 for width in widths):
            raise ValueError(f"uniform: {high} é menor que {low}")
        uniform = self.bit_generator.uniform_number
        return fill(lambda a, b: a + (b - a) * uniform(), size, asarray(low, float64), asarray(high, float64))

    # --8<-- [start:normal]
    def gauss(self) -> float:
        """Um número da normal padrão."""
        return ziggurat.normal(self.bit_generator.word64, self.bit_generator.uniform_number)
    # --8<-- [end:normal]

    def standard_normal(self, size: Any = None, dtype: Any = float64, out: Tensor | None = None) -> Any:
        """Números da distribuição normal padrão: média 0, desvio padrão 1.

        Raises:
            TypeError: Se `dtype` não for `float64`, ou se `out` for de outro tipo.
            ValueError: Se `out` não servir.

        Examples:
            >>> Generator(PCG64(0)).standard_normal(3)
            array([ 0.12573022, -0.13210486,  0.64042265])
        """
        check_float64("standard_normal", dtype)
        return deliver("standard_normal", self.gauss, size, float64, out)

    def normal(self, loc: Any = 0.0, scale: Any = 1.0, size: Any = None) -> Any:
        """Números da distribuição normal de média `loc` e desvio padrão `scale`.

        Raises:
            ValueError: Se `scale` for negativo.

        Examples:
            >>> Generator(PCG64(1)).normal(170, 10, 2)
            array([173.45584192, 178.21618144])
        """
        check_scale("normal", scale)
        return fill(lambda mean, deviation: mean + deviation * self.gauss(), size, loc, scale)

    def standard_exponential(self, size: Any = None, dtype: Any = float64, out: Tensor | None = None) -> Any:
        """Números da distribuição exponencial de média 1.

        Raises:
            TypeError: Se `dtype` não for `float64`, ou se `out` for de outro tipo.
            ValueError: Se `out` não servir.

        Examples:
            >>> Generator(PCG64(0)).standard_exponential(2)
            array([0.6799319, 1.0195971])
        """
        check_float64("standard_exponential", dtype)
        bits = self.bit_generator
        return deliver(
            "standard_exponential", lambda: ziggurat.exponential(bits.word64, bits.uniform_number), size, float64, out
        )

    def exponential(self, scale: Any = 1.0, size: Any = None) -> Any:
        """Números da distribuição exponencial de média `scale`.

        Raises:
            ValueError: Se `scale` for negativo.

        Examples:
            >>> Generator(PCG64(0)).exponential(2.0, 2)
            array([1.35986381, 2.0391942 ])
        """
        check_scale("exponential", scale)
        bits = self.bit_generator
        return fill(lambda mean: mean * ziggurat.exponential(bits.word64, bits.uniform_number), size, scale)

    def bytes(self, length: int) -> builtins.bytes:
        """Bytes ao acaso, quatro por palavra.

        Raises:
            ValueError: Se `length` for negativo.

        Examples:
            >>> list(Generator(PCG64(0)).bytes(5))
            [95, 130, 194, 217, 207]
        """
        return bytes_from(self.bit_generator.word32, length)

    def spawn(self, n_children: int) -> list["Generator"]:
        """Geradores filhos, que não repetem a sequência deste nem a uns dos outros.

        Raises:
            OverflowError: Se `n_children` for negativo.

        Examples:
            >>> [child.integers(100, dtype=int) for child in Generator(PCG64(0)).spawn(2)]
            [80, 66]
        """
        return [Generator(bits) for bits in self.bit_generator.spawn(n_children)]


def check_float64(name: str, dtype: Any) -> None:
    """Confere que se pediram números float64, os únicos que o zigurate dá aqui.

    Raises:
        TypeError: Se for outro tipo.

    Examples:
        >>> check_float64("standard_normal", "float64")
    """
    if dtype_named(dtype) is not float64:
        raise TypeError(f"{name}: os números são float64, e não {dtype_named(dtype)}")


def default_rng(seed: Any = None) -> Generator:
    """Gerador novo, com a semente dada.

    Args:
        seed: Inteiro não negativo, sequência deles, `SeedSequence`, ou `None` para uma semente que ninguém conhece; de
            um `PCG64`, o gerador que tira dele os seus bits; um `Generator` volta como veio.

    Raises:
        TypeError: Se a semente não for de inteiros.
        ValueError: Se houver um inteiro negativo.

    Examples:
        >>> default_rng(42).integers(1, 7, 5)
        array([1, 5, 4, 3, 3])
    """
    if isinstance(seed, Generator):
        return seed
    return Generator(seed if isinstance(seed, PCG64) else PCG64(seed))
