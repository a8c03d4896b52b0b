"""A semente que se espalha: a poça e as palavras de qualquer semente são as do NumPy, e as filhas também."""

from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference
from reference.tensors.seeding import SeedSequence, fill_pool, scrambler, words_of
from tests.oracle import assert_same, same_error

INTEGERS = st.one_of(st.integers(0, 20), st.integers(0, 2**32), st.integers(0, 2**300))
SEEDS = st.one_of(INTEGERS, st.lists(INTEGERS, max_size=12))
KEYS = st.lists(INTEGERS, max_size=3).map(tuple)


@given(SEEDS, KEYS, st.integers(4, 9), st.integers(0, 40), st.sampled_from(["uint32", "uint64"]))
def test_state(seed: Any, key: tuple[int, ...], size: int, words: int, dtype: str) -> None:
    ours = SeedSequence(seed, spawn_key=key, pool_size=size)
    theirs = numpy.random.SeedSequence(seed, spawn_key=key, pool_size=size)
    assert_same(ours.pool, theirs.pool)
    assert_same(ours.generate_state(words, dtype), theirs.generate_state(words, dtype))
    assert (repr(ours), ours.state) == (repr(theirs), theirs.state)


@given(SEEDS, st.lists(st.integers(0, 3), max_size=3))
def test_children(seed: Any, counts: list[int]) -> None:
    """Filhas, netas e irmãs mais novas, com a contagem de quem já nasceu."""
    ours, theirs = SeedSequence(seed), numpy.random.SeedSequence(seed)
    for count in counts:
        mine, others = ours.spawn(count), theirs.spawn(count)
        assert [child.pool.tolist() for child in mine] == [child.pool.tolist() for child in others]
        assert repr(ours) == repr(theirs)
        if count:
            ours, theirs = mine[-1], others[-1]


KINDS = [
    True, range(5), (1, 2), [[1, 2], [3]], [1, (2, [3])], numpy.int8(5), numpy.arange(3),
    numpy.array([2**63], "uint64"), numpy.array([[1, 2], [3, 4]]), numpy.array([7, 8], dtype="uint32"),
    [numpy.uint64(2**64 - 1), 3], [],
]  # fmt: skip


@pytest.mark.parametrize("seed", KINDS)
def test_kinds_of_seed(seed: Any) -> None:
    assert SeedSequence(seed).pool.tolist() == numpy.random.SeedSequence(seed).pool.tolist()
    if isinstance(seed, numpy.ndarray):
        assert SeedSequence(reference.array(seed)).pool.tolist() == SeedSequence(seed).pool.tolist()


WRONG = [-1, [-1], [3, -1], 1.5, [1.5], "5", {}, {1}, object(), numpy.float64(3), numpy.array([3.0]), b"5", [None]]


@pytest.mark.parametrize("seed", WRONG)
def test_wrong_seeds(seed: Any) -> None:
    same_error(lambda: SeedSequence(seed).pool, lambda: numpy.random.SeedSequence(seed).pool)


@pytest.mark.parametrize("call", [
    lambda kind: kind(5, pool_size=3),
    lambda kind: kind(5, spawn_key=7),
    lambda kind: kind(5, spawn_key=(-7,)),
    lambda kind: kind(5, 6),
    lambda kind: kind(5).spawn(-1),
    lambda kind: kind(5).generate_state(-1),
    lambda kind: kind(5).generate_state(3, "int64"),
    lambda kind: kind(5).generate_state(3, "float32"),
])  # fmt: skip
def test_errors(call: Any) -> None:
    same_error(lambda: call(SeedSequence), lambda: call(numpy.random.SeedSequence))


def test_no_seed_is_a_new_seed_that_can_be_used_again() -> None:
    first, second = SeedSequence(), SeedSequence()
    assert first.entropy != second.entropy and first.entropy.bit_length() > 64
    assert SeedSequence(first.entropy).pool.tolist() == first.pool.tolist()
    assert SeedSequence(pool_size=8).entropy.bit_length() > 200


def test_a_child_is_not_a_longer_seed() -> None:
    assert SeedSequence(5, spawn_key=(7,)).pool.tolist() != SeedSequence([5, 7]).pool.tolist()
    assert SeedSequence(5, spawn_key=(7,)).pool.tolist() == SeedSequence([5, 0, 0, 0, 7]).pool.tolist()


def test_every_bit_reaches_every_word() -> None:
    """Trocar um bit da semente troca, de cada palavra, perto da metade dos bits."""
    base = fill_pool(words_of(2**90), 4)
    for bit in range(120):
        changed = fill_pool(words_of(2**90 ^ 1 << bit | 2**119), 4)
        for before, after in zip(base, changed):
            assert 4 <= (before ^ after).bit_count() <= 28


def test_scramble_loses_nothing() -> None:
    """Palavras diferentes saem diferentes: o multiplicador é ímpar, e o deslocamento se desfaz."""
    assert len({scrambler(0x43B0D7E5, 0x931E8875)(word) for word in range(20_000)}) == 20_000
