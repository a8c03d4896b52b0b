"""Escolher ao acaso: inteiros de todo tipo, embaralhar no lugar e escolher, como o NumPy."""

from collections import Counter
from collections.abc import Callable
from itertools import cycle
from typing import Any

import numpy
import pytest

import reference
from reference.random import RandomState
from reference.tensors.choosing import below, pieces
from tests.oracle import KINDS, assert_same, same_error


def pair(seed: int = 3) -> tuple[RandomState, numpy.random.RandomState]:
    return RandomState(seed), numpy.random.RandomState(seed)


def test_below_is_fair() -> None:
    """Passando por todas as palavras possíveis, cada resultado sai o mesmo número de vezes."""
    words = cycle(range(256))
    counts = Counter(below(lambda: next(words), 5) for _ in range(6 * 64))
    assert counts == dict.fromkeys(range(6), 64)


def test_below_reads_two_words_past_32_bits() -> None:
    words = iter([1, 2])
    assert below(lambda: next(words), 2**40) == 2**32 + 2
    assert below(lambda: 1 // 0, 0) == 0


def test_pieces() -> None:
    words = iter([0b10, 0x00020001])
    piece = pieces(lambda: next(words), 1)
    assert [piece() for _ in range(32)] == [0, 1] + [0] * 30
    piece = pieces(lambda: next(words), 16)
    assert [piece(), piece()] == [1, 2]


@pytest.mark.parametrize("dtype", [*KINDS["i"], *KINDS["u"], "bool"])
def test_integers_of_every_type(dtype: str) -> None:
    ours, theirs = pair()
    ends = [(0, 1), (0, 2), (1, 2)]
    if dtype != "bool":
        info = numpy.iinfo(dtype)
        ends += [(3, 100), (info.min, int(info.max) + 1), (0, info.max)]
    for low, high in ends:
        for size in (None, 77, (3, 5)):
            assert_same(ours.randint(low, high, size, dtype=dtype), theirs.randint(low, high, size, dtype=dtype))
    assert ours.rand() == theirs.rand()


DRAWS: list[Callable[[Any, Any], Any]] = [
    lambda xp, r: r.randint(10),
    lambda xp, r: r.randint(2**31, size=5),
    lambda xp, r: r.randint(2**32, size=5),
    lambda xp, r: r.randint(2**32 + 1, size=5),
    lambda xp, r: r.randint(2**63),
    lambda xp, r: r.randint(5, dtype=int),
    lambda xp, r: r.randint(2, dtype=bool),
    lambda xp, r: r.randint(xp.int64(5)),
    lambda xp, r: r.randint(xp.array(5)),
    lambda xp, r: r.randint(0, 10, size=()),
    lambda xp, r: r.randint([1, 20], [30, 40]),
    lambda xp, r: r.randint(0, xp.array([3, 4, 10]), (5, 3)),
    lambda xp, r: r.randint(xp.array([[0], [5]]), xp.array([10, 100]), dtype="int8"),
    lambda xp, r: r.randint([]),
    lambda xp, r: r.permutation(10),
    lambda xp, r: r.permutation(0),
    lambda xp, r: r.permutation(-3),
    lambda xp, r: r.permutation(xp.int32(6)),
    lambda xp, r: r.permutation([1.5, 2.5, 3.5, 4.5]),
    lambda xp, r: r.permutation((1, 2, 3)),
    lambda xp, r: r.permutation([[1, 2], [3, 4], [5, 6], [7, 8]]),
    lambda xp, r: r.permutation(xp.arange(24).reshape(4, 3, 2)),
    lambda xp, r: r.permutation(xp.arange(10)[::-2]),
    lambda xp, r: r.choice(50),
    lambda xp, r: r.choice(50, 20),
    lambda xp, r: r.choice(xp.int64(50), (2, 3)),
    lambda xp, r: r.choice(50, ()),
    lambda xp, r: r.choice([1.5, 2.5, 3.5]),
    lambda xp, r: r.choice([1.5, 2.5, 3.5], ()),
    lambda xp, r: r.choice(xp.array([1.5, 2.5, 3.5], dtype="float32"), (2, 2)),
    lambda xp, r: r.choice(xp.arange(10)[::2], 5, replace=False),
    lambda xp, r: r.choice(50, (4, 5), replace=False),
    lambda xp, r: r.choice(50, replace=False),
    lambda xp, r: r.choice(10, 50, p=[0.1] * 10),
    lambda xp, r: r.choice(4, 4, replace=False, p=[0.7, 0.1, 0.1, 0.1]),
    lambda xp, r: r.choice(4, (3,), False, [0.97, 0.01, 0.02, 0.0]),
    lambda xp, r: r.choice(2, p=[0.5, 0.5]),
    lambda xp, r: r.choice(3, 9, p=xp.array([0.1, 0.2, 0.7], dtype="float32")),
    lambda xp, r: r.choice([], 0),
    lambda xp, r: r.choice(0, 0),
    lambda xp, r: r.choice(5, 0, replace=False),
    lambda xp, r: r.choice([True, False], 5),
]


@pytest.mark.parametrize("draw", DRAWS)
def test_draws(draw: Callable[[Any, Any], Any]) -> None:
    ours, theirs = pair()
    for _ in range(3):
        assert_same(draw(reference, ours), draw(numpy, theirs), rtol=0)
    assert ours.rand() == theirs.rand()


@pytest.mark.parametrize("shape", [(0,), (1,), (20,), (7, 3), (4, 3, 2)])
def test_shuffle_of_tensors(shape: tuple[int, ...]) -> None:
    ours, theirs = pair()
    x, y = reference.arange(numpy.prod(shape).item()).reshape(shape), numpy.arange(numpy.prod(shape)).reshape(shape)
    assert ours.shuffle(x) is None
    theirs.shuffle(y)
    assert_same(x, y)


def test_shuffle_writes_where_the_tensor_is() -> None:
    """Uma vista embaralhada embaralha a base, e só onde a vista a vê."""
    ours, theirs = pair()
    x, y = reference.arange(20), numpy.arange(20)
    ours.shuffle(x[::-3])
    theirs.shuffle(y[::-3])
    assert_same(x, y)
    x, y = x.reshape(5, 4), y.reshape(5, 4)
    ours.shuffle(x.T)
    theirs.shuffle(y.T)
    assert_same(x, y)


def test_shuffle_of_lists_and_foreign_arrays() -> None:
    ours, theirs = pair()
    for make in (lambda: list("abcdefg"), lambda: [[1], [2, 3], None], lambda: bytearray(b"laco"), lambda: []):
        x, y = make(), make()
        ours.shuffle(x)
        theirs.shuffle(y)
        assert x == y
    x, y = numpy.arange(12).reshape(4, 3), numpy.arange(12).reshape(4, 3)
    ours.shuffle(x)
    theirs.shuffle(y)
    assert (x == y).all()


WRONG: list[Callable[[Any, Any], Any]] = [
    lambda xp, r: r.randint(5, 5),
    lambda xp, r: r.randint(10, 5),
    lambda xp, r: r.randint(0, [5, 0]),
    lambda xp, r: r.randint(300, dtype="uint8"),
    lambda xp, r: r.randint(-1, 5, dtype="uint8"),
    lambda xp, r: r.randint(2**64),
    lambda xp, r: r.randint(3, dtype=float),
    lambda xp, r: r.randint(3, dtype=bool),
    lambda xp, r: r.shuffle(5),
    lambda xp, r: r.shuffle((1, 2)),
    lambda xp, r: r.shuffle("abc"),
    lambda xp, r: r.shuffle(xp.array(5)),
    lambda xp, r: r.shuffle(xp.int64(5)),
    lambda xp, r: r.permutation(3.5),
    lambda xp, r: r.choice(0),
    lambda xp, r: r.choice(-1, 2),
    lambda xp, r: r.choice([]),
    lambda xp, r: r.choice([[1, 2]]),
    lambda xp, r: r.choice(3.5),
    lambda xp, r: r.choice(5, 6, replace=False),
    lambda xp, r: r.choice(5, 3, p=[1, 0, 0, 0, 0], replace=False),
    lambda xp, r: r.choice(3, p=[0.5, 0.5]),
    lambda xp, r: r.choice(3, p=[[0.5, 0.5, 0.0]]),
    lambda xp, r: r.choice(3, p=[0.5, 0.6, -0.1]),
    lambda xp, r: r.choice(3, p=[0.5, 0.5, 0.5]),
    lambda xp, r: r.choice(2, p=[float("nan"), 0.5]),
    lambda xp, r: r.choice(2, -1),
]


@pytest.mark.parametrize("draw", WRONG)
def test_errors(draw: Callable[[Any, Any], Any]) -> None:
    ours, theirs = pair()
    same_error(lambda: draw(reference, ours), lambda: draw(numpy, theirs))


def test_a_read_only_tensor_is_not_shuffled() -> None:
    x = reference.asarray(b"abcdef")
    with pytest.raises(ValueError):
        RandomState(0).shuffle(x)
