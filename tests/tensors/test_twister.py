"""O twister: o estado que cada semente dá, e o estado que vai e volta entre nós e o NumPy."""

import copy
import pickle
import random
from typing import Any

import numpy
import pytest

import reference
from reference.random import RandomState
from reference.tensors.twister import Twister, numbers_in, state_from_seed, state_from_seeds
from tests.oracle import same_error


def theirs(seed: Any) -> list[int]:
    return numpy.random.RandomState(seed).get_state()[1].tolist()


@pytest.mark.parametrize("seed", [0, 1, 42, 2**31, 2**32 - 1])
def test_state_from_seed(seed: int) -> None:
    assert state_from_seed(seed) == theirs(seed)


@pytest.mark.parametrize("seeds", [[0], [1, 2, 3], [7] * 623, [7] * 624, list(range(2000)), [2**32 - 1] * 5])
def test_state_from_seeds(seeds: list[int]) -> None:
    assert state_from_seeds(seeds) == theirs(seeds)


def test_python_seeds_as_a_list_of_one() -> None:
    for seed in (0, 1, 99):
        assert Twister([seed]).uniform_number() == random.Random(seed).random()


def test_words_are_numpys() -> None:
    words = numpy.random.RandomState(9).randint(0, 2**32, 2000, dtype="uint32").tolist()
    ours = Twister(9)
    assert [ours.word() for _ in range(2000)] == words


SEEDS = [
    (True, True),
    (reference.int64(5), 5),
    (numpy.uint8(5), 5),
    ([5], [5]),
    (reference.array([5]), numpy.array([5])),
    (numpy.array([[5]]), 5),
    (reference.arange(5), [0, 1, 2, 3, 4]),
    ((1, 2), (1, 2)),
    (range(3), range(3)),
]


@pytest.mark.parametrize(("seed", "known"), SEEDS)
def test_kinds_of_seed(seed: Any, known: Any) -> None:
    assert numbers_in(RandomState(seed).get_state()[1]) == theirs(known)


@pytest.mark.parametrize("seed", [-1, 2**32, 1.5, "a", [], [[1, 2]], [1, -1], [1.5], [2**32], 2**70])
def test_wrong_seeds(seed: Any) -> None:
    same_error(lambda: Twister(seed).seed(1), lambda: numpy.random.RandomState(seed).seed(1))


def test_no_seed_is_a_new_seed() -> None:
    assert Twister().word() != Twister().word() or Twister().word() != Twister().word()


@pytest.mark.parametrize("legacy", [True, False])
@pytest.mark.parametrize("already", [0, 1, 2, 623, 1249])
def test_state_goes_to_numpy_and_back(already: int, legacy: bool) -> None:
    """Em qualquer ponto da volta, com ou sem a sobra da normal guardada."""
    ours, other = RandomState(11), numpy.random.RandomState(99)
    ours.rand(already)
    ours.randn(already % 2)
    other.set_state(ours.get_state(legacy=legacy))
    assert ours.randn(999).tolist() == other.randn(999).tolist()
    other.rand(7)
    ours.set_state(other.get_state(legacy=legacy))
    assert ours.randn(5).tolist() == other.randn(5).tolist()


def test_state_looks_like_numpys() -> None:
    ours, other = RandomState(4), numpy.random.RandomState(4)
    ours.randn(3), other.randn(3)
    name, key, *rest = ours.get_state()
    assert (name, key.dtype, key.tolist(), *rest) == (
        "MT19937", reference.uint32, other.get_state()[1].tolist(), *other.get_state()[2:],
    )  # fmt: skip
    ours.set_state(other.get_state()[:3])  # sem a sobra, como as versões antigas o gravavam
    assert ours.spare is None


@pytest.mark.parametrize("state", [3, ("x", [1], 2), ("MT19937", [1], 2), {}, {"bit_generator": "PCG64"}])
def test_wrong_states(state: Any) -> None:
    expected = TypeError if state == 3 else ValueError
    with pytest.raises(expected, match="set_state"):
        RandomState(0).set_state(state)


def test_copies_go_their_own_way() -> None:
    ours = RandomState(6)
    ours.randn(3)
    for other in (copy.deepcopy(ours), pickle.loads(pickle.dumps(ours))):
        assert other.randn(3).tolist() == RandomState(6).randn(6)[3:].tolist()
