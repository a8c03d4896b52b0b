"""Impressão: milhares de tensores sorteados, comparados letra por letra com o que o NumPy imprime."""

from fractions import Fraction
from typing import Any

import numpy
import pytest

import reference
from reference.tensors.columns import printoptions
from reference.tensors.dtypes import object_
from reference.tensors.printing import array2string, array_repr, array_str, scalar_repr
from reference.tensors.tensor import from_values
from tests.oracle import KINDS, to_reference

OPTIONS: dict[str, list[Any]] = {
    "precision": [*range(21)],
    "floatmode": ["fixed", "unique", "maxprec", "maxprec_equal"],
    "suppress": [False, True],
    "sign": [*"-+ "],
    "threshold": [0, 10, 100, numpy.inf],
    "edgeitems": [1, 2, 3, 4],
    "linewidth": [1, 10, 30, 60, 120, numpy.inf],
}
EXTRAS: dict[str, list[Any]] = {
    "separator": [", ", ",", " | ", ";  "],
    "prefix": ["x = ", "tensor("],
    "suffix": [")", ", fim)"],
    "max_line_width": [1, 20, 50, 100],
    "suppress_small": [False, True],
    "precision": [0, 2, 5, 10],
}
OBJECTS = [1, -20, 2**70, 0.1, -2.5, True, None, "um", "dois três", Fraction(1, 3), (1, 2), [], {"a": 1}]
SPECS = ["", ".2f", "8.3f", "+.1e", "g", ".3g", ",.2f", ".1%", "d", "5d", "x", "08b", ">12", "^9", "<6", "s", "?", "n"]
Rng = numpy.random.Generator


def some_of(rng: Rng, choices: dict[str, list[Any]]) -> dict[str, Any]:
    """Algumas das opções, cada uma com um dos seus valores."""
    return {name: values[rng.integers(len(values))] for name, values in choices.items() if rng.random() < 0.4}


def some_shape(rng: Rng) -> tuple[int, ...]:
    """Da ordem 0 à 4, com linhas que cabem e que não cabem na tela; uma em vinte é vazia, uma em cem passa de mil."""
    kind = rng.random()
    if kind < 0.01:
        return [(1001,), (40, 30), (9, 130), (3, 3, 200), (5, 5, 5, 9)][rng.integers(5)]
    if kind < 0.4:
        return (int(rng.integers(1, 30)),)
    if kind < 0.6:
        return int(rng.integers(1, 6)), int(rng.integers(1, 20))
    shape = rng.integers(1, 4, size=rng.integers(5)).tolist()
    if shape and kind > 0.95:
        shape[rng.integers(len(shape))] = 0
    return tuple(shape)


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
    elif dtype == "object":
        values = numpy.empty(size, object)
        values[:] = [OBJECTS[i] for i in rng.integers(len(OBJECTS), size=size)]
    else:
        info = numpy.iinfo(dtype)
        widest = int(rng.choice([1, 10, 1000, 10**18]))
        low, high = max(info.min, -widest), min(info.max, widest)
        values = rng.integers(low, high, size, dtype=dtype, endpoint=True)
    array = values.reshape(shape)
    return [array, array.T, array[::-1] if shape else array][rng.integers(3)]


def same_print(theirs: numpy.ndarray, options: dict[str, Any], extras: dict[str, Any] | None = None) -> None:
    """`repr`, `str` e `array2string` iguais dos dois lados."""
    ours = to_reference(theirs)
    with numpy.printoptions(**options), printoptions(**options):
        assert repr(ours) == repr(theirs)
        assert str(ours) == str(theirs)
        assert array2string(ours, **(extras or {})) == numpy.array2string(theirs, **(extras or {}))


def formatted(x: Any, spec: str) -> Any:
    """O texto, ou o tipo do erro."""
    try:
        return format(x, spec)
    except (TypeError, ValueError) as error:
        return type(error)


@pytest.mark.parametrize("seed", range(10))
def test_five_thousand_arrays_print_as_in_numpy(seed: int) -> None:
    """Quinhentos por semente: `repr`, `str`, `array2string` e a formatação de um elemento; metade, com opções."""
    rng = numpy.random.default_rng(seed)
    for count in range(500):
        theirs = some_array(rng, "bbiiuuffffffffO", some_shape(rng))
        same_print(theirs, *((some_of(rng, OPTIONS), some_of(rng, EXTRAS)) if count % 2 else ({}, {})))
        if theirs.size:
            last, spec = (-1,) * theirs.ndim, SPECS[rng.integers(len(SPECS))]
            mine, other = to_reference(theirs)[last], theirs[last]
            assert (repr(mine), str(mine)) == (repr(other), str(other))
            assert formatted(mine, spec) == formatted(other, spec), (other, spec)


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
