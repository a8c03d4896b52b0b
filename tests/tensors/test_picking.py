"""Escolher com o gerador novo: inteiros de todo tipo, ordens e elementos, com os mesmos números e o mesmo estado."""

import copy
from collections import Counter
from collections.abc import Callable
from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference
from reference.tensors.generator import Generator, default_rng
from reference.tensors.picking import floyd
from tests.oracle import KINDS, Pair, arrays, assert_same, outcome, same_error, shapes
from tests.tensors.test_seeding import SEEDS

TYPES = [*KINDS["i"], *KINDS["u"], "bool"]


def pair(seed: Any = 3) -> tuple[Generator, numpy.random.Generator]:
    return default_rng(seed), numpy.random.default_rng(seed)


def same_place(ours: Generator, theirs: numpy.random.Generator) -> None:
    """O mesmo estado, com a mesma metade de palavra guardada: os sorteios seguintes também serão os mesmos."""
    assert ours.bit_generator.state == theirs.bit_generator.state


def compare(draw: Callable[[Any, Any], Any], seed: Any = 3) -> None:
    """A mesma resposta duas vezes seguidas, e o mesmo estado depois; ou o mesmo erro, e nada sorteado por ele."""
    ours, theirs = pair(seed)
    for _ in range(2):
        before = ours.bit_generator.state
        same_error(lambda: draw(reference, ours), lambda: draw(numpy, theirs), rtol=0)
        if outcome(lambda: draw(reference, copy.deepcopy(ours)))[1] is None:
            same_place(ours, theirs)
        else:
            assert ours.bit_generator.state == before
            theirs.bit_generator.state = before  # o NumPy às vezes sorteia antes de reclamar


@st.composite
def ranges(draw: st.DrawFn) -> tuple[str, int, int, bool]:
    """Tipo, menor e maior valor que cabem nele, e se o maior está dentro."""
    dtype = draw(st.sampled_from(TYPES))
    smallest, greatest = (0, 1) if dtype == "bool" else (int(numpy.iinfo(dtype).min), int(numpy.iinfo(dtype).max))
    near = st.one_of(st.integers(smallest, greatest), st.sampled_from([smallest, greatest]))
    low = draw(near)
    edges = st.sampled_from([255, 65535, 2**32 - 1, 2**32])
    width = draw(st.one_of(st.integers(0, 9), st.integers(0, greatest), edges))
    endpoint = draw(st.booleans())
    return dtype, low, min(low + width, greatest) + (not endpoint), endpoint


SIZES = st.one_of(st.none(), st.integers(0, 40), st.lists(st.integers(0, 4), max_size=3).map(tuple))


@given(SEEDS, st.lists(st.tuples(ranges(), SIZES), min_size=1, max_size=4))
def test_integers(seed: Any, requests: list[Any]) -> None:
    """Pedidos misturados de todos os tipos: a metade guardada passa de um a outro."""
    ours, theirs = pair(seed)
    for (dtype, low, high, endpoint), size in requests:
        options = {"size": size, "dtype": dtype, "endpoint": endpoint}
        assert_same(ours.integers(low, high, **options), theirs.integers(low, high, **options))
        same_place(ours, theirs)


INTEGERS: list[Callable[[Any, Any], Any]] = [
    lambda xp, r: r.integers(10),
    lambda xp, r: r.integers(10, size=()),
    lambda xp, r: r.integers(5, dtype=int),
    lambda xp, r: r.integers(2, dtype=bool),
    lambda xp, r: r.integers(2, dtype="bool"),
    lambda xp, r: r.integers(5, 5, endpoint=True),
    lambda xp, r: r.integers(-3, -1),
    lambda xp, r: r.integers(7.9, size=4),
    lambda xp, r: r.integers([7.9, 1.1]),
    lambda xp, r: r.integers(xp.int64(5)),
    lambda xp, r: r.integers(xp.array(5)),
    lambda xp, r: r.integers([1, 20], [30, 40]),
    lambda xp, r: r.integers([1, 20], [30, 20], endpoint=True),
    lambda xp, r: r.integers(0, xp.array([3, 4, 10]), (5, 3)),
    lambda xp, r: r.integers(xp.array([[0], [5]]), xp.array([10, 100]), dtype="int8"),
    lambda xp, r: r.integers([0, 0], [2, 1], dtype=bool),
    lambda xp, r: r.integers([0, 5], [2**40, 2**20]),
    lambda xp, r: r.integers([]),
    lambda xp, r: r.integers(5, 0, size=0),
    lambda xp, r: r.integers(-5, 0, size=(2, 0), dtype="uint8"),
    lambda xp, r: r.integers(5, 5),
    lambda xp, r: r.integers(10, 5),
    lambda xp, r: r.integers(0),
    lambda xp, r: r.integers(0, [5, 0]),
    lambda xp, r: r.integers(300, dtype="uint8"),
    lambda xp, r: r.integers(256, dtype="uint8", endpoint=True),
    lambda xp, r: r.integers(-1, 5, dtype="uint8"),
    lambda xp, r: r.integers(-1, [5, 6], dtype="uint8"),
    lambda xp, r: r.integers(2**63 + 1),
    lambda xp, r: r.integers(-(2**63) - 1, 0),
    lambda xp, r: r.integers(3, dtype=float),
    lambda xp, r: r.integers(3, dtype=bool),
    lambda xp, r: r.integers(float("nan")),
    lambda xp, r: r.integers(float("inf")),
    lambda xp, r: r.integers(5, size=-1),
    lambda xp, r: r.integers(5, size=2.0),
    lambda xp, r: r.integers([1, 2], [3, 4, 5]),
    lambda xp, r: r.integers(0, [3, 4], size=3),
]


@pytest.mark.parametrize("draw", INTEGERS)
def test_integers_one_by_one(draw: Callable[[Any, Any], Any]) -> None:
    compare(draw)


@given(SEEDS, arrays(shapes(range(1, 5), empty=False)), st.integers(-4, 3))
def test_permutation(seed: Any, x: Pair, axis: int) -> None:
    compare(lambda xp, r: r.permutation(x.ours if xp is reference else x.theirs, axis=axis), seed)


@given(SEEDS, arrays(shapes(range(1, 5))), st.integers(-3, 2))
def test_shuffle(seed: Any, x: Pair, axis: int) -> None:
    """Na vista, e só onde a vista vê; da base, o resto fica como estava."""

    def shuffle(xp: Any, r: Any) -> Any:
        y = xp.array(x.ours if xp is reference else x.theirs)
        r.shuffle(y[::-1], axis=axis)
        return y

    compare(shuffle, seed)


@given(SEEDS, arrays(), st.one_of(st.none(), st.integers(-3, 2)))
def test_permuted(seed: Any, x: Pair, axis: int | None) -> None:
    """Em qualquer jeito de percorrer a memória: sem eixo, a ordem dos sorteios é a da memória."""
    compare(lambda xp, r: r.permuted(x.ours if xp is reference else x.theirs, axis=axis), seed)


LAYOUTS: list[Callable[[Any], Any]] = [
    lambda x: x,
    lambda x: x.T,
    lambda x: x.T[::2],
    lambda x: x.T[::-1, :, ::-1],
    lambda x: x[:, ::2].T,
    lambda x: x.transpose((1, 0, 2)),
    lambda x: x.transpose((2, 0, 1)),
    lambda x: x[:, :1].T,
    lambda x: x[:, :1].transpose((2, 1, 0)),
    lambda x: x[0].T,
    lambda x: x[:, 0, 0],
]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_permuted_without_an_axis_follows_the_memory(layout: Callable[[Any], Any]) -> None:
    compare(lambda xp, r: r.permuted(layout(xp.arange(60).reshape(3, 4, 5))))
    compare(lambda xp, r: r.permuted(layout(xp.broadcast_to(xp.arange(5), (3, 4, 5)))))
    compare(lambda xp, r: r.permuted(layout(xp.broadcast_to(xp.arange(3).reshape(3, 1, 1), (3, 4, 5)))))


OUTS: list[Callable[[Any], Any]] = [
    lambda xp: xp.zeros((3, 4)),
    lambda xp: xp.zeros((4, 3)).T,
    lambda xp: xp.zeros((3, 8))[:, ::2],
    lambda xp: xp.zeros((8, 3)).T[:, ::2],
    lambda xp: xp.zeros((3, 4))[::-1],
    lambda xp: xp.zeros((3, 4), dtype="float32"),
    lambda xp: xp.zeros((3, 4), dtype="int32"),
    lambda xp: xp.zeros((4, 3)),
    lambda xp: xp.broadcast_to(xp.zeros(4), (3, 4)),
    lambda xp: [[0] * 4] * 3,
]


@pytest.mark.parametrize("axis", [None, 0, 1])
@pytest.mark.parametrize("make", OUTS)
def test_permuted_into_something(make: Callable[[Any], Any], axis: int | None) -> None:
    compare(lambda xp, r: r.permuted(xp.arange(12).reshape(3, 4), axis=axis, out=make(xp)))
    ours, theirs = reference.arange(12).reshape(3, 4), numpy.arange(12).reshape(3, 4)
    assert default_rng(1).permuted(ours, axis=axis, out=ours) is ours
    assert_same(ours, numpy.random.default_rng(1).permuted(theirs, axis=axis, out=theirs))


@st.composite
def choices(draw: st.DrawFn) -> dict[str, Any]:
    """Argumentos de `choice`: muitos ou poucos, de um inteiro ou de uma lista, com e sem repetição e chances."""
    count = draw(st.one_of(st.integers(1, 12), st.integers(1, 400)))
    replace = draw(st.booleans())
    size = draw(st.one_of(st.none(), st.integers(0, count + replace * 20)))
    chances = None
    if draw(st.booleans()):
        weights = draw(st.lists(st.integers(0, 9), min_size=count, max_size=count))
        if sum(weights):
            chances = [weight / sum(weights) for weight in weights]
    a = draw(st.sampled_from([count, list(range(5, count + 5))]))
    return {"a": a, "size": size, "replace": replace, "p": chances, "shuffle": draw(st.booleans())}


@given(SEEDS, choices())
def test_choice(seed: Any, arguments: dict[str, Any]) -> None:
    compare(lambda xp, r: r.choice(**arguments), seed)


@given(SEEDS, arrays(shapes(range(1, 5))), st.integers(-3, 2), st.sampled_from([None, (), 2, (2, 1), 0]), st.booleans())
def test_choice_along_an_axis(seed: Any, x: Pair, axis: int, size: Any, replace: bool) -> None:
    compare(lambda xp, r: r.choice(x.ours if xp is reference else x.theirs, size, replace, axis=axis), seed)


@pytest.mark.parametrize("shuffle", [True, False])
@pytest.mark.parametrize("count", [9_999, 10_000, 10_001, 10_050, 20_000])
def test_few_or_many_of_many(count: int, shuffle: bool) -> None:
    """Dos dois lados das fronteiras: acima de dez mil, e de um em cada cinquenta (ou vinte), embaralha-se o fim."""
    for wanted in (1, count // 50, count // 50 + 1, count // 20, count // 20 + 1, count - 1, count):
        compare(lambda xp, r, wanted=wanted: r.choice(count, wanted, replace=False, shuffle=shuffle))


MIXED: list[Callable[[Any, Any], Any]] = [
    lambda xp, r: r.permutation(10),
    lambda xp, r: r.permutation(0),
    lambda xp, r: r.permutation(-3),
    lambda xp, r: r.permutation(True),
    lambda xp, r: r.permutation(xp.int32(6)),
    lambda xp, r: r.permutation([1.5, 2.5, 3.5, 4.5]),
    lambda xp, r: r.permutation(range(5)),
    lambda xp, r: r.permutation(xp.zeros((3, 0))),
    lambda xp, r: r.permutation(xp.zeros((0, 3))),
    lambda xp, r: r.permutation(3.5),
    lambda xp, r: r.permutation([[1, 2]], axis=2),
    lambda xp, r: r.shuffle(5),
    lambda xp, r: r.shuffle((1, 2)),
    lambda xp, r: r.shuffle("abc"),
    lambda xp, r: r.shuffle(xp.array(5)),
    lambda xp, r: r.shuffle(xp.int64(5)),
    lambda xp, r: r.shuffle(xp.zeros((3, 0))),
    lambda xp, r: r.shuffle(xp.broadcast_to(xp.arange(3), (4, 3))),
    lambda xp, r: r.permuted(5),
    lambda xp, r: r.permuted([1, 2, 3]),
    lambda xp, r: r.permuted([1, 2, 3], axis=1),
    lambda xp, r: r.choice(True),
    lambda xp, r: r.choice(5, axis=1),
    lambda xp, r: r.choice(xp.int64(50), (2, 3)),
    lambda xp, r: r.choice(0, 0),
    lambda xp, r: r.choice([], 0),
    lambda xp, r: r.choice([True, False], 5),
    lambda xp, r: r.choice(3, 9, p=xp.array([0.1, 0.2, 0.7], dtype="float32")),
    lambda xp, r: r.choice(0),
    lambda xp, r: r.choice(-1, 2),
    lambda xp, r: r.choice([]),
    lambda xp, r: r.choice(3.5),
    lambda xp, r: r.choice(5, 6, replace=False),
    lambda xp, r: r.choice(5, 3, p=[1, 0, 0, 0, 0], replace=False),
    lambda xp, r: r.choice(3, p=[0.5, 0.5]),
    lambda xp, r: r.choice(3, p=[[0.5, 0.5, 0.0]]),
    lambda xp, r: r.choice(3, p=[0.5, 0.6, -0.1]),
    lambda xp, r: r.choice(3, p=[0.5, 0.5, 0.5]),
    lambda xp, r: r.choice(2, p=[float("nan"), 0.5]),
    lambda xp, r: r.choice(2, -1),
    lambda xp, r: r.choice(2, -1, replace=False),
    lambda xp, r: r.choice([[1, 2]], axis=2),
]


@pytest.mark.parametrize("draw", MIXED)
def test_one_by_one(draw: Callable[[Any, Any], Any]) -> None:
    compare(draw)


def test_shuffle_of_lists_and_foreign_arrays() -> None:
    ours, theirs = pair()
    for make in (lambda: list("abcdefg"), lambda: [[1], [2, 3], None], lambda: bytearray(b"laco"), lambda: []):
        x, y = make(), make()
        assert ours.shuffle(x) is None
        theirs.shuffle(y)
        assert x == y
    for shape in ((12,), (4, 3)):
        x, y = numpy.arange(12).reshape(shape), numpy.arange(12).reshape(shape)
        ours.shuffle(x)
        theirs.shuffle(y)
        assert (x == y).all()
    same_place(ours, theirs)
    with pytest.raises(TypeError, match="eixo"):
        ours.shuffle([1, 2], axis=1)


def test_what_is_read_only_is_not_shuffled_and_nothing_is_drawn() -> None:
    ours, _ = pair()
    frozen = numpy.arange(6)
    frozen.flags.writeable = False
    for x in (reference.asarray(b"abcdef"), frozen):
        with pytest.raises(ValueError):
            ours.shuffle(x)
    assert ours.bit_generator.state == default_rng(3).bit_generator.state


def test_floyd_gives_every_subset_the_same_chance() -> None:
    ours = default_rng(0)
    counts = Counter(frozenset(floyd(ours.bit_generator.below, 5, 2)) for _ in range(5000))
    assert len(counts) == 10 and all(400 < count < 600 for count in counts.values())
