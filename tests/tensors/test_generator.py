"""O gerador novo: as mesmas sequências do NumPy, o mesmo estado depois de cada uma, e nada sorteado por um erro."""

import copy
import pickle
from collections.abc import Callable
from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference
from reference.random import RandomState
from reference.tensors.generator import Generator, default_rng
from reference.tensors.pcg64 import PCG64
from reference.tensors.seeding import SeedSequence
from tests.oracle import assert_same, same_error
from tests.tensors.test_picking import SIZES, compare, pair, same_place
from tests.tensors.test_seeding import SEEDS

NUMBERS = st.floats(-1e6, 1e6)
N = 2_000

STREAMS: dict[str, Callable[[Any], Any]] = {
    "random": lambda r: r.random(N),
    "random, float32": lambda r: r.random(N + 1, dtype="float32"),
    "integers": lambda r: r.integers(0, 10, N + 1),
    "uniform": lambda r: r.uniform(-2.5, 3.0, N),
    "standard_normal": lambda r: r.standard_normal((N // 5, 5)),
    "normal": lambda r: r.normal(170, 7.5, size=N),
    "standard_exponential": lambda r: r.standard_exponential(N),
    "exponential": lambda r: r.exponential(2.5, N),
    "choice": lambda r: r.choice(1000, N),
    "permutation": lambda r: r.permutation(N),
    "bytes": lambda r: numpy.frombuffer(r.bytes(N + 1), "uint8"),
}


@pytest.mark.parametrize("draw", STREAMS.values(), ids=STREAMS)
def test_streams(draw: Callable[[Any], Any]) -> None:
    for seed in (0, 1, 42, 2024, 2**32, 2**200 + 1, [1, 2, 3], range(6)):
        ours, theirs = pair(seed)
        mine, expected = numpy.asarray(draw(ours)), draw(theirs)
        assert mine.dtype == expected.dtype and mine.shape == expected.shape
        assert mine.tobytes() == expected.tobytes(), f"semente {seed}"
        same_place(ours, theirs)


@st.composite
def calls(draw: st.DrawFn) -> tuple[str, tuple[Any, ...]]:
    """Um método e os argumentos dele, com `size` no fim."""
    names = "random", "uniform", "standard_normal", "normal", "standard_exponential", "exponential"
    name = draw(st.sampled_from(names))
    a, b, size = draw(NUMBERS), draw(NUMBERS), draw(SIZES)
    first = {"uniform": (min(a, b), max(a, b)), "normal": (a, abs(b)), "exponential": (abs(a),)}.get(name, ())
    return name, (*first, size)


@given(SEEDS, st.lists(calls(), min_size=1, max_size=5))
def test_calls_continue_one_another(seed: Any, requests: list[tuple[str, tuple[Any, ...]]]) -> None:
    ours, theirs = pair(seed)
    for name, arguments in requests:
        assert_same(getattr(ours, name)(*arguments), getattr(theirs, name)(*arguments), rtol=0)
        assert_same(ours.random(dtype="float32"), theirs.random(dtype="float32"), rtol=0)
        assert ours.bytes(len(requests)) == theirs.bytes(len(requests))
        same_place(ours, theirs)


ONE_BY_ONE: list[Callable[[Any, Any], Any]] = [
    lambda xp, r: r.random(),
    lambda xp, r: r.random(()),
    lambda xp, r: r.random((2, 0)),
    lambda xp, r: r.random(xp.int64(3)),
    lambda xp, r: r.random(3, dtype=xp.float32),
    lambda xp, r: r.random(3, dtype="int64"),
    lambda xp, r: r.random(-1),
    lambda xp, r: r.random(2.5),
    lambda xp, r: r.standard_normal(dtype="int64"),
    lambda xp, r: r.standard_exponential(dtype="int64"),
    lambda xp, r: r.normal(xp.array([0.0, 10.0, 100.0]), xp.array([[1], [2]])),
    lambda xp, r: r.normal([0, 10], 1, size=(3, 2)),
    lambda xp, r: r.normal(xp.array(1.5), 2),
    lambda xp, r: r.normal(size=xp.array([2, 3])),
    lambda xp, r: r.normal(0, float("nan")),
    lambda xp, r: r.normal(0, -1),
    lambda xp, r: r.normal(0, -0.0),
    lambda xp, r: r.normal(0, [1, -1]),
    lambda xp, r: r.normal([1, 2], [1, 2, 3]),
    lambda xp, r: r.normal([1, 2], 1, size=3),
    lambda xp, r: r.normal([[1, 2]], 1, size=2),
    lambda xp, r: r.normal([1, 2], 1, size=1),
    lambda xp, r: r.uniform(xp.arange(6)[::-2], 10),
    lambda xp, r: r.uniform(-1, xp.ones((2, 3), dtype="float32").T, size=(4, 3, 2)),
    lambda xp, r: r.uniform(2, 2, 3),
    lambda xp, r: r.uniform(1, 0),
    lambda xp, r: r.uniform([1, 0], [0, 1]),
    lambda xp, r: r.uniform(0, float("inf")),
    lambda xp, r: r.uniform(0, float("nan")),
    lambda xp, r: r.uniform(-1e308, 1e308),
    lambda xp, r: r.exponential([]),
    lambda xp, r: r.exponential([[1.0], [50.0]], (2, 2)),
    lambda xp, r: r.exponential(-1),
    lambda xp, r: r.bytes(0),
    lambda xp, r: [child.random() for child in r.spawn(3)],
    lambda xp, r: r.spawn(-1),
]


@pytest.mark.parametrize("draw", ONE_BY_ONE)
def test_one_by_one(draw: Callable[[Any, Any], Any]) -> None:
    compare(draw)


OUTS: list[Callable[[Any], Any]] = [
    lambda xp: xp.zeros(6),
    lambda xp: xp.zeros((2, 3)),
    lambda xp: xp.zeros(()),
    lambda xp: xp.zeros((0, 3)),
    lambda xp: xp.zeros(12)[:6],
    lambda xp: xp.zeros(12)[::2],
    lambda xp: xp.zeros(6, dtype="int64"),
    lambda xp: xp.broadcast_to(xp.zeros(3), (2, 3)),
    lambda xp: [0.0] * 6,
]


@pytest.mark.parametrize("size", [None, 6, (2, 3), ()])
@pytest.mark.parametrize("make", OUTS)
@pytest.mark.parametrize("name", ["random", "standard_normal", "standard_exponential"])
def test_out(name: str, make: Callable[[Any], Any], size: Any) -> None:
    def draw(xp: Any, r: Any) -> Any:
        out = make(xp)
        found = getattr(r, name)(size, out=out)
        assert found is out
        return found

    compare(draw)


def test_out_in_float32() -> None:
    ours, theirs = pair()
    x, y = reference.zeros((2, 3), dtype="float32"), numpy.zeros((2, 3), dtype="float32")
    assert ours.random(dtype="float32", out=x) is x
    assert_same(x, theirs.random(dtype="float32", out=y), rtol=0)
    with pytest.raises(TypeError, match="float32"):
        ours.random(out=x)


def test_where_a_generator_comes_from() -> None:
    bits = PCG64(5)
    shared = default_rng(bits)
    assert shared.bit_generator is bits and default_rng(shared) is shared
    assert default_rng(SeedSequence(5)).random() == default_rng(5).random() == Generator(PCG64([5])).random()
    assert default_rng().random() != default_rng().random()
    same_error(lambda: Generator(5), lambda: numpy.random.Generator(5))  # type: ignore[arg-type]
    for seed in (-1, 1.5, "a", [1.5], {}):
        same_error(lambda s=seed: default_rng(s).random(), lambda s=seed: numpy.random.default_rng(s).random())
    with pytest.raises(TypeError, match="SeedSequence"):
        default_rng(RandomState(0))


def test_the_state_goes_to_numpy_and_back() -> None:
    ours, theirs = pair(9)
    ours.integers(10, size=3), theirs.standard_normal(8)
    theirs.bit_generator.state = ours.bit_generator.state
    assert ours.standard_normal(50).tolist() == theirs.standard_normal(50).tolist()
    theirs.integers(10)
    ours.bit_generator.state = theirs.bit_generator.state
    assert_same(ours.integers(10, size=5), theirs.integers(10, size=5))


def test_children_do_not_repeat_their_mother() -> None:
    ours, theirs = pair()
    for count in (2, 1):
        mine = [child.standard_normal(3).tolist() for child in ours.spawn(count)]
        assert mine == [child.standard_normal(3).tolist() for child in theirs.spawn(count)]
    same_place(ours, theirs)


def test_copies_go_their_own_way() -> None:
    ours = default_rng(6)
    ours.integers(3)
    expected = copy.deepcopy(ours).integers(100, size=5).tolist()
    assert pickle.loads(pickle.dumps(ours)).integers(100, size=5).tolist() == expected
    assert ours.integers(100, size=5).tolist() == expected


def test_its_face() -> None:
    ours, theirs = pair()
    assert str(ours) == str(theirs)
    assert repr(ours) == f"Generator(PCG64) at 0x{id(ours):X}"
    for name in ("gamma", "poisson", "multivariate_normal", "randn"):
        with pytest.raises(AttributeError, match=f"Generator.{name}: não é oferecido aqui"):
            getattr(ours, name)
    for kind in ("float32", "int64"):
        with pytest.raises(TypeError, match="float64"):
            ours.standard_normal(dtype=kind)
