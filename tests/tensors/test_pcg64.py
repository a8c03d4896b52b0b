"""O PCG64: palavras, estado, saltos e inteiros sem vício, iguais aos do NumPy em qualquer ponto da sequência."""

import copy
import pickle
from collections import Counter
from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference.tensors.pcg64 import PCG64, lemire
from reference.tensors.seeding import SeedSequence
from tests.oracle import same_error
from tests.tensors.test_seeding import SEEDS

LARGE = st.integers(0, 2**128 - 1)


def both(seed: Any = 3) -> tuple[PCG64, numpy.random.PCG64]:
    return PCG64(seed), numpy.random.PCG64(seed)


@given(SEEDS)
def test_words(seed: Any) -> None:
    ours, theirs = both(seed)
    assert ours.state == theirs.state
    assert [ours.word64() for _ in range(70)] == theirs.random_raw(70).tolist()
    assert ours.state == theirs.state


@given(LARGE, LARGE, st.integers(0, 1), st.integers(0, 2**32 - 1), st.lists(st.sampled_from([32, 64]), max_size=9))
def test_any_state(place: int, increment: int, has_half: int, half: int, order: list[int]) -> None:
    """De qualquer estado, com ou sem a metade guardada, as mesmas palavras de 32 e de 64 bits e o mesmo fim."""
    ours, theirs = both()
    inner = {"state": place, "inc": increment}
    ours.state = theirs.state = {"bit_generator": "PCG64", "state": inner, "has_uint32": has_half, "uinteger": half}
    draw = numpy.random.Generator(theirs)
    for bits in order:
        expected = draw.integers(0, 2**bits, dtype=f"uint{bits}")
        assert (ours.word32() if bits == 32 else ours.word64()) == expected
        assert ours.state == theirs.state
    assert ours.uniform_number() == draw.random()


@given(st.one_of(st.integers(-20, 20), st.integers(-(2**130), 2**130)), st.booleans())
def test_advance(delta: int, half: bool) -> None:
    ours, theirs = both()
    if half:
        ours.word32()
        numpy.random.Generator(theirs).integers(9)
    assert ours.jumped(abs(delta)).state == theirs.jumped(abs(delta)).state
    assert ours.advance(delta) is ours
    assert ours.state == theirs.advance(delta).state


def test_advance_is_so_many_words() -> None:
    for steps in (0, 1, 2, 37, 1000):
        slow, fast = PCG64(8), PCG64(8)
        for _ in range(steps):
            slow.word64()
        assert fast.advance(steps).state == slow.state
        assert slow.advance(-steps).state == PCG64(8).state


def test_children() -> None:
    ours, theirs = both()
    for count in (2, 0, 1):
        assert [child.state for child in ours.spawn(count)] == [child.state for child in theirs.spawn(count)]
    assert PCG64(SeedSequence(5)).state == PCG64(5).state
    assert PCG64().state != PCG64().state


@pytest.mark.parametrize("change", [
    lambda state: 5,
    lambda state: {},
    lambda state: {**state, "bit_generator": "MT19937"},
    lambda state: {"bit_generator": "PCG64"},
    lambda state: {**state, "state": {"state": 5}},
    lambda state: {**state, "state": {"state": 2**128, "inc": 1}},
    lambda state: {**state, "state": {"state": 1, "inc": 2**128}},
    lambda state: {**state, "state": {"state": -1, "inc": 1}},
    lambda state: {**state, "uinteger": 2**32},
    lambda state: {**state, "uinteger": -1},
    lambda state: {**state, "has_uint32": "não"},
])  # fmt: skip
def test_wrong_states_change_nothing(change: Any) -> None:
    def assign(bits: Any) -> None:
        bits.state = change(bits.state)

    ours, theirs = both()
    same_error(lambda: assign(ours), lambda: assign(theirs))
    assert ours.state == PCG64(3).state


@pytest.mark.parametrize("seed", [-1, 1.5, "a", [1.5]])
def test_wrong_seeds(seed: Any) -> None:
    same_error(lambda: PCG64(seed).seed_seq, lambda: numpy.random.PCG64(seed).seed_seq)
    with pytest.raises(TypeError):
        PCG64(3).advance(1.5)  # type: ignore[arg-type]


def test_copies_go_their_own_way() -> None:
    ours = PCG64(6)
    ours.word32()
    for other in (copy.copy(ours), copy.deepcopy(ours), pickle.loads(pickle.dumps(ours))):
        expected = copy.copy(ours)
        assert [other.word32(), other.word64()] == [expected.word32(), expected.word64()]


@pytest.mark.parametrize("largest", range(16))
def test_lemire_is_fair(largest: int) -> None:
    """De todas as palavras de quatro bits, cada inteiro recebe o mesmo número, e as da sobra são recusadas."""
    counts = Counter(lemire(iter([word, 0, 8, 15]).__next__, largest, 4) for word in range(16) if serves(word, largest))
    assert counts == dict.fromkeys(range(largest + 1), 16 // (largest + 1) if largest else 16)


def serves(word: int, largest: int) -> bool:
    """Se uma palavra de quatro bits basta para o inteiro de 0 a `largest`."""
    try:
        return lemire(iter([word]).__next__, largest, 4) >= 0
    except StopIteration:
        return False


@given(st.one_of(st.integers(0, 9), st.integers(0, 2**64 - 1), st.sampled_from([2**32 - 1, 2**32, 2**63, 3 * 2**62])))
def test_below(largest: int) -> None:
    ours, theirs = both(7)
    expected = numpy.random.Generator(theirs).integers(0, largest, 20, dtype="uint64", endpoint=True).tolist()
    assert [ours.below(largest) for _ in range(20)] == expected
    assert ours.state == theirs.state
