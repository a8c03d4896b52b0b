"""Impressão: milhares de tensores sorteados, comparados letra por letra com o que o NumPy imprime."""

from fractions import Fraction
from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference
from reference.tensors.columns import printoptions
from reference.tensors.dtypes import object_
from reference.tensors.printing import array2string, array_repr, array_str, scalar_repr, scalar_str
from reference.tensors.tensor import from_values
from tests.oracle import KINDS, to_reference

ROUNDS = 6  # tensores por caso: com os de test_columns, uns 5.000; --hypothesis-profile=explorar sorteia dez vezes mais
SEEDS = st.integers(0, 2**32 - 1)
OPTIONS = st.fixed_dictionaries(
    {},
    optional={
        "precision": st.integers(0, 20),
        "floatmode": st.sampled_from(["fixed", "unique", "maxprec", "maxprec_equal"]),
        "suppress": st.booleans(),
        "sign": st.sampled_from("-+ "),
        "threshold": st.sampled_from([0, 10, 100, numpy.inf]),
        "edgeitems": st.integers(1, 4),
        "linewidth": st.sampled_from([1, 10, 30, 60, 120, numpy.inf]),
    },
)
EXTRAS = st.fixed_dictionaries(
    {},
    optional={
        "separator": st.sampled_from([", ", ",", " | ", ";  "]),
        "prefix": st.sampled_from(["x = ", "tensor("]),
        "suffix": st.sampled_from([")", ", fim)"]),
        "max_line_width": st.integers(1, 100),
        "suppress_small": st.booleans(),
        "precision": st.integers(0, 10),
    },
)
Rng = numpy.random.Generator


def some_shape(rng: Rng) -> tuple[int, ...]:
    """Da ordem 0 à 6, com linhas que cabem e que não cabem na tela."""
    kind = rng.integers(6)
    if kind < 2:
        return (int(rng.integers(1, 30)),)
    if kind == 2:
        return int(rng.integers(1, 6)), int(rng.integers(1, 25))
    return tuple(rng.integers(1, 4, size=rng.integers(7)).tolist())


def some_floats(rng: Rng, size: int) -> numpy.ndarray:
    """Números redondos e quebrados, de tamanhos parecidos e muito diferentes, nas fronteiras das regras e especiais."""
    magnitude = 10.0 ** rng.integers(-8, 10)
    borders = [1e8, 99999999.0, 1e6, 999999.0, 1e-4, 9.9999e-5, 1000.0, 1001.0, 1.0, 0.5, 9.995, 99.999999999]
    found = [
        lambda: rng.normal(0, magnitude, size),
        lambda: numpy.round(rng.normal(0, 100, size), rng.integers(4)),
        lambda: 10.0 ** rng.uniform(-rng.choice([2, 30, 300]), rng.choice([2, 8, 300]), size),
        lambda: rng.integers(-1000, 1000, size).astype(float),
        lambda: rng.choice(borders, size),
        lambda: rng.integers(0, 2**63, size).view(float),
        lambda: 2.0 ** rng.integers(-130, 120, size),
    ][rng.integers(7)]()
    special = rng.random(size) < rng.choice([0, 0, 0, 0.2, 1])
    return numpy.where(special, rng.choice([numpy.nan, numpy.inf, -numpy.inf, 0.0, -0.0, -numpy.nan], size), found)


def some_array(rng: Rng, kinds: str, shape: tuple[int, ...]) -> numpy.ndarray:
    """Array de uma das famílias `kinds`, às vezes invertido ou transposto."""
    dtype = rng.choice([name for kind in kinds for name in KINDS[kind]])
    size = int(numpy.prod(shape))
    if dtype.startswith("float"):
        with numpy.errstate(over="ignore", under="ignore", invalid="ignore"):
            values = some_floats(rng, size).astype(dtype)
    elif dtype == "bool":
        values = rng.random(size) < rng.random()
    else:
        info = numpy.iinfo(dtype)
        widest = int(rng.choice([1, 10, 1000, 10**18]))
        low, high = max(info.min, -widest), min(info.max, widest)
        values = rng.integers(low, high, size, dtype=dtype, endpoint=True)
    array = values.reshape(shape)
    return [array, array.T, array[::-1] if shape else array][rng.integers(3)]


def same_print(theirs: numpy.ndarray, options: dict[str, Any], **extras: Any) -> None:
    """`repr`, `str` e `array2string` iguais dos dois lados."""
    ours = to_reference(theirs)
    with numpy.printoptions(**options), printoptions(**options):
        assert repr(ours) == repr(theirs)
        assert str(ours) == str(theirs)
        assert array2string(ours, **extras) == numpy.array2string(theirs, **extras)


@pytest.mark.parametrize("kinds", ["biu", "f"])
@given(seed=SEEDS)
def test_arrays_print_as_in_numpy(kinds: str, seed: int) -> None:
    rng = numpy.random.default_rng(seed)
    for _ in range(ROUNDS):
        same_print(some_array(rng, kinds, some_shape(rng)), {})


@pytest.mark.parametrize("kinds", ["biu", "f"])
@given(seed=SEEDS, options=OPTIONS, extras=EXTRAS)
def test_arrays_print_as_in_numpy_with_options(
    kinds: str, seed: int, options: dict[str, Any], extras: dict[str, Any]
) -> None:
    rng = numpy.random.default_rng(seed)
    for _ in range(ROUNDS):
        same_print(some_array(rng, kinds, some_shape(rng)), options, **extras)


@given(seed=SEEDS)
def test_scalars_print_as_in_numpy(seed: int) -> None:
    rng = numpy.random.default_rng(seed)
    for _ in range(ROUNDS):
        theirs = some_array(rng, "biuf", (1,))
        ours = to_reference(theirs)
        assert repr(ours[0]) == scalar_repr(ours.tolist()[0], ours.dtype) == repr(theirs[0])
        assert str(ours[0]) == scalar_str(ours.tolist()[0], ours.dtype) == str(theirs[0])


@pytest.mark.parametrize("shape", [(1000,), (1001,), (40, 40), (7, 160), (3, 3, 200), (5, 5, 5, 9), (2, 600), (600, 2)])
@pytest.mark.parametrize("kinds", ["b", "i", "f"])
def test_large_tensors_show_their_ends(kinds: str, shape: tuple[int, ...]) -> None:
    theirs = some_array(numpy.random.default_rng(7), kinds, shape)
    for options in ({}, {"edgeitems": 1}, {"threshold": 10}, {"threshold": 10, "edgeitems": 100}):
        same_print(theirs, options)


def test_the_hidden_elements_do_not_set_the_width() -> None:
    theirs = numpy.ones(2000)
    theirs[1000] = 123456.789
    same_print(theirs, {})


@pytest.mark.parametrize("shape", [(0,), (0, 3), (3, 0), (2, 0, 3)])
@pytest.mark.parametrize("dtype", ["bool", "int64", "uint8", "float32", "float64", "object"])
def test_empty_tensors_say_their_shape(shape: tuple[int, ...], dtype: str) -> None:
    same_print(numpy.empty(shape, dtype), {})


@pytest.mark.parametrize("width", range(24, 40))
def test_the_dtype_moves_to_its_own_line_when_it_does_not_fit(width: int) -> None:
    theirs = numpy.arange(4, dtype=numpy.uint8)
    ours = to_reference(theirs)
    assert array_repr(ours, width) == numpy.array_repr(theirs, width)


class Block:
    """Objeto cujo `repr` tem várias linhas."""

    def __init__(self, *lines: str) -> None:
        self.lines = lines

    def __repr__(self) -> str:
        return "\n".join(self.lines)


@pytest.mark.parametrize("width", [10, 25, 75])
@pytest.mark.parametrize(
    "values",
    [
        [1, 2.5, None],
        ["um", "dois três", 4],
        [Fraction(1, 3), True, (1, 2)],
        [[1, 2], {"a": 1}, [[]]],
        [Block("ab", "c"), 1, Block("d", "efg"), 2],
        [Block("largo demais", "x"), Block("y")],
    ],
)
def test_objects_show_their_repr(values: list[Any], width: int) -> None:
    theirs = numpy.empty(len(values), object)
    theirs[:] = values
    ours = from_values(values, theirs.shape, object_)
    assert array_repr(ours, width) == numpy.array_repr(theirs, width)
    assert array_str(ours, width) == numpy.array_str(theirs, width)


def test_a_tensor_without_axes() -> None:
    x = reference.asarray(1.123456789012)
    assert (repr(x), str(x)) == ("array(1.12345679)", "1.123456789012")
    assert (array_repr(x, precision=2), array_str(x, precision=2)) == ("array(1.12)", "1.123456789012")
    assert scalar_repr(None, numpy.dtype(object)) == "None"
