"""As matrizes sorteadas: pilhas de tamanhos e tipos vários, com o que costuma dar errado nas decomposições."""

import random
from collections.abc import Sequence
from typing import Any

import numpy
from hypothesis import strategies as st

from tests.generate import SEEDS, Layout, Pair

ROUNDING = {"float32": 2e-5, "float64": 1e-12, "complex64": 2e-5, "complex128": 1e-12}
FRONTS = [(), (), (), (2,), (2, 1), (0,)]
EASY = ("números comuns",)
SORTS = (*EASY, "inteiros pequenos", "uma direção só", "duas vezes a mesma", "minúsculos", "enormes", "zeros")


def values(rng: numpy.random.Generator, shape: tuple[int, ...], sort: str) -> numpy.ndarray:
    """Uma pilha de matrizes de um dos jeitos de `SORTS`."""
    x = rng.normal(size=shape)
    if sort == "inteiros pequenos":
        return rng.integers(-2, 3, shape).astype(float)
    if sort == "uma direção só":
        return rng.normal(size=(*shape[:-1], 1)) * rng.normal(size=(*shape[:-2], 1, shape[-1]))
    if sort == "duas vezes a mesma":
        x[..., 1::2, :] = x[..., : x.shape[-2] // 2 * 2 : 2, :]
    return x * {"minúsculos": 1e-30, "enormes": 1e30, "zeros": 0.0}.get(sort, 1.0)


def stacks(
    square: bool = False,
    sorts: Sequence[str] = SORTS,
    kinds: Sequence[str] = tuple(ROUNDING),
    symmetric: bool = False,
    sides: Sequence[int] = range(6),
    fronts: Sequence[tuple[int, ...]] = FRONTS,
) -> st.SearchStrategy[Pair]:
    """Pilhas de matrizes dos dois lados, às vezes percorridas de pé (a transposta de uma que está em ordem)."""

    def pair(seed: int, kind: str, sort: str, front: tuple[int, ...]) -> Pair:
        rng = random.Random(seed)
        m = rng.choice(sides)
        n = m if square or symmetric else rng.choice(sides)
        numbers = numpy.random.default_rng(seed)
        x = values(numbers, (*front, m, n), sort)
        if kind.startswith("complex"):
            x = x + 1j * values(numbers, (*front, m, n), sort)
        if symmetric:
            x = x + x.conj().swapaxes(-1, -2)
        x = x.astype(kind)
        if rng.random() < 1 / 2:
            return Pair(x)
        axes = (*range(len(front)), len(front) + 1, len(front))
        return Pair(x.swapaxes(-1, -2).copy(), Layout(axes=axes))

    return st.builds(pair, SEEDS, st.sampled_from(kinds), st.sampled_from(sorts), st.sampled_from(fronts))


def well_conditioned(square: bool = True) -> st.SearchStrategy[Pair]:
    """Matrizes quadradas que se deixam inverter sem perder algarismos: somam três na diagonal."""

    def shifted(pair: Pair) -> Pair:
        side = pair.base.shape[-1]
        return Pair((pair.base / max(side, 1) + 3 * numpy.eye(side)).astype(pair.base.dtype), pair.layout)

    return stacks(square, EASY).map(shifted)


def close(ours: Any, theirs: Any, rounding: float, scale: Any = None) -> None:
    """Exige a mesma forma e o mesmo tipo, e diferenças de até `rounding` vezes o maior número dos dois lados."""
    theirs = numpy.asarray(theirs)
    assert (ours.shape, str(ours.dtype)) == (theirs.shape, str(theirs.dtype)), (ours, theirs)
    mine = numpy.array(ours.tolist(), theirs.dtype).reshape(theirs.shape)
    size = numpy.abs(theirs).max(initial=0.0) if scale is None else scale
    assert (numpy.abs(mine - theirs) <= rounding * size).all(), f"nosso: {mine}\ndeles: {theirs}"


def wide(x: Any) -> numpy.ndarray:
    """O nosso tensor como array do NumPy, em 64 bits: a prova não arredonda mais do que o provado."""
    return numpy.array(x.tolist(), complex if x.dtype.kind == "c" else float).reshape(x.shape)


def perpendicular(columns: numpy.ndarray, rounding: float) -> None:
    """Exige colunas de comprimento 1, perpendiculares duas a duas."""
    products = columns.conj().swapaxes(-1, -2) @ columns
    assert (numpy.abs(products - numpy.eye(columns.shape[-1])) <= 10 * rounding).all(), products
