"""Os tensores sorteados para a conferência: os mesmos números, percorridos do mesmo jeito, aqui e no NumPy."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import product
from random import Random
from typing import Any

import numpy
from hypothesis import strategies as st

import reference
from reference.tensors.dtypes import dtype as dtype_named
from reference.tensors.tensor import Tensor, from_values

Shape = tuple[int, ...]
BOOL, FLOATS, OBJECT = ("bool",), ("float32", "float64"), ("object",)
SIGNED, UNSIGNED = ("int8", "int16", "int32", "int64"), ("uint8", "uint16", "uint32", "uint64")
COMPLEX = ("complex64", "complex128")
KINDS = {"b": BOOL, "i": SIGNED, "u": UNSIGNED, "f": FLOATS, "c": COMPLEX, "O": OBJECT}


def to_reference(array: numpy.ndarray) -> Tensor:
    """Tensor com os mesmos elementos, passados um a um como números do Python."""
    return from_values(array.ravel().tolist(), array.shape, dtype_named(str(array.dtype)))


@dataclass(frozen=True)
class Layout:
    """Receita de um jeito de percorrer a memória, a mesma para os dois lados: fatiar, transpor, repetir."""

    slices: tuple[slice, ...] = ()
    axes: tuple[int, ...] = ()
    shape: Shape | None = None

    def apply(self, xp: Any, x: Any) -> Any:
        """A vista de `x` que a receita descreve."""
        x = x[(..., *self.slices)] if self.slices else x
        x = xp.permute_dims(x, self.axes) if self.axes else x
        return x if self.shape is None else xp.broadcast_to(x, self.shape)


@dataclass(frozen=True)
class Pair:
    """O mesmo tensor dos dois lados: uma base contígua e a receita da vista."""

    base: numpy.ndarray
    layout: Layout = Layout()

    @property
    def theirs(self) -> Any:
        """Do lado do NumPy; a cada uso, uma cópia nova da base."""
        return self.layout.apply(numpy, self.base.copy())

    @property
    def ours(self) -> Any:
        """Do nosso lado."""
        return self.layout.apply(reference, to_reference(self.base))

    def __repr__(self) -> str:
        return f"Pair({numpy.array_repr(self.base)}, {self.layout})"


@lru_cache
def special_values(dtype: str) -> numpy.ndarray:
    """Valores em que as contas costumam errar."""
    found: list[Any] = [False, True]
    if dtype == "object":
        found = [0, 1, -1, 2**70, 0.5, -2.5]
    elif dtype in FLOATS:
        info = numpy.finfo(dtype)
        found = [0.0, -0.0, 1.0, -1.0, 0.5, 2.0, 1e-3, math.nan, math.inf, -math.inf]
        found += [info.eps, info.max, info.min, info.smallest_normal, info.smallest_subnormal]
    elif dtype in COMPLEX:  # sem os maiores: se um produto deles estoura, depende do processador
        parts = [0.0, -0.0, 1.0, -1.0, 0.5, 1e-3, math.nan, math.inf, -math.inf]
        found = [complex(*pair) for pair in product(parts, repeat=2)]
    elif dtype in SIGNED + UNSIGNED:
        limits = numpy.iinfo(dtype)
        found = [0, 1, 2, limits.max, limits.max - 1, limits.min, limits.min + 1]
    return numpy.array(found, dtype)


def common_values(dtype: str) -> numpy.ndarray:
    """Números em que a função do Python, sozinha, dá conta do recado."""
    found: dict[str, list[Any]] = {"b": [True], "f": [0.25, 0.75, 0.875], "c": [0.25 + 3j, -2j]}
    found["O"] = [3, 7, Fraction(1, 3)]
    return numpy.array(found.get(numpy.dtype(dtype).kind, [3, 5, 7, 63, 100]), dtype)


def fill(shape: Shape, dtype: str, seed: int, special: bool, domain: tuple[float, float] | None) -> numpy.ndarray:
    """Base contígua: números comuns de `domain` e, se `special`, um terço de valores difíceis."""
    rng = numpy.random.default_rng(seed)
    low, high = (bound if math.isfinite(bound) else usual for bound, usual in zip(domain or (-10, 10), (-10, 10)))
    if dtype in SIGNED + UNSIGNED:
        info = numpy.iinfo(dtype)
        low, high = max(math.ceil(low), info.min), min(math.floor(high), info.max)
    common = rng.uniform(low, high, shape)
    array = numpy.empty(shape, dtype)
    if dtype == "bool":
        array[...] = common > (low + high) / 2
    elif dtype in FLOATS + COMPLEX:
        array[...] = common if dtype in FLOATS else common + 1j * rng.uniform(low, high, shape)
    else:
        array[...] = numpy.rint(common).astype("int64").astype(dtype)
    if special:
        chosen, pool = rng.random(shape) < 1 / 3, special_values(dtype)
        array[chosen] = pool[rng.integers(len(pool), size=numpy.count_nonzero(chosen))]
    return array


# O Hypothesis sorteia o que vale a pena encolher quando um caso falha (a ordem, o tipo) e uma semente, de que sai o
# resto. Sorteando cada número por ele, os milhares de casos levariam dez vezes mais tempo.

SEEDS = st.integers(0, 2**32 - 1)


def dtypes(kinds: Iterable[str] = "biufc") -> st.SearchStrategy[str]:
    """Nome de um tipo das famílias pedidas (`O` são objetos do Python), ou dos tipos pedidos pelo nome."""
    return st.sampled_from([name for kind in kinds for name in KINDS.get(kind, (kind,))])


def shapes(
    ranks: Sequence[int] = range(6), sides: Sequence[int] = range(1, 5), empty: bool = True
) -> st.SearchStrategy[Shape]:
    """Formas de ordem 0 a 5; com `empty`, uma em oito tem um eixo de tamanho zero."""

    def shape(rank: int, seed: int) -> Shape:
        rng = Random(seed)
        found = [rng.choice(sides) for _ in range(rank)]
        if empty and rank and rng.random() < 1 / 8:
            found[rng.randrange(rank)] = 0
        return tuple(found)

    return st.builds(shape, st.sampled_from(ranks), SEEDS)


def random_layout(rng: Random, shape: Shape) -> tuple[Shape, Layout]:
    """Forma de uma base e a receita que a leva a `shape`: contígua, saltada, invertida, transposta ou repetida."""
    kinds = rng.choice([(), ("slice",), ("transpose",), ("repeat",), ("slice", "transpose", "repeat")])
    ndim, base, axes, slices = len(shape), list(shape), (), []
    if "repeat" in kinds:
        base = [1 if n and rng.random() < 1 / 2 else n for n in shape]
    if "transpose" in kinds:
        axes = tuple(rng.sample(range(ndim), ndim))
        base = [base[axes.index(axis)] for axis in range(ndim)]
    for axis, length in enumerate(base if "slice" in kinds else ()):
        small = math.prod(base) < 500
        step, before = rng.choice([(1, 0), (2, 1), (-1, 0), (-2, 1), (3, 0)]) if small else (1, 1)
        end = before + (length - 1) * abs(step) + 1 if length else before
        base[axis] = end + 1
        slices.append(slice(before, end, step))
        if step < 0 and length:
            slices[-1] = slice(end - 1, before - 1 if before else None, step)
    return tuple(base), Layout(tuple(slices), axes, shape if "repeat" in kinds else None)


def random_pair(seed: int, shape: Shape, dtype: str, special: bool, domain: tuple[float, float] | None) -> Pair:
    """Um tensor dos dois lados, com a disposição e os valores que saem da semente."""
    rng = Random(seed)
    base, layout = random_layout(rng, shape)
    return Pair(fill(base, dtype, rng.getrandbits(32), special and rng.random() < 1 / 2, domain), layout)


def arrays(
    shape: Shape | st.SearchStrategy[Shape] | None = None,
    kinds: Iterable[str] = "biufc",
    special: bool = True,
    domain: tuple[float, float] | None = None,
) -> st.SearchStrategy[Pair]:
    """Um tensor dos dois lados, com forma, tipo, valores e disposição na memória sorteados.

    Args:
        shape: Forma, ou de onde sorteá-la.
        kinds: Famílias de tipos, como em `DType.kind`, ou nomes de tipos.
        special: Se entram valores difíceis (`nan`, infinitos, `-0.0`, o maior e o menor inteiro).
        domain: Intervalo dos números comuns, como em `Operation.domain`; de onde é infinito, só até 10.
    """
    source = st.just(shape) if isinstance(shape, tuple) else shapes() if shape is None else shape
    return st.builds(random_pair, SEEDS, source, dtypes(kinds), st.just(special), st.just(domain))


def broadcastable(
    count: int = 2,
    shape: st.SearchStrategy[Shape] | None = None,
    kinds: Iterable[str] = "biufc",
    special: bool = True,
    domain: tuple[float, float] | None = None,
) -> st.SearchStrategy[tuple[Pair, ...]]:
    """Vários tensores cujas formas combinam por broadcasting; os outros argumentos são os de `arrays`."""

    def pairs(seed: int, result: Shape, names: tuple[str, ...]) -> tuple[Pair, ...]:
        rng = Random(seed)
        found = []
        for name in names:
            kept = result[rng.choice([0, 0, rng.randint(0, len(result))]) :]
            own = tuple(1 if rng.random() < 1 / 4 else n for n in kept)
            found.append(random_pair(rng.getrandbits(32), own, name, special, domain))
        return tuple(found)

    names = st.tuples(*[dtypes(kinds)] * count)
    return st.builds(pairs, SEEDS, shapes() if shape is None else shape, names)
