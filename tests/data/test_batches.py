"""Lotes: toda amostra sai uma vez por época, com o seu alvo, e fatiar não copia."""

from itertools import islice

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from reference.data.batches import BatchGenerator, batches, count_batches

sizes = st.tuples(st.integers(1, 60), st.integers(1, 70))


# Quantos são


@pytest.mark.parametrize(
    ("samples", "batch_size", "expected"),
    [
        (60000, 128, 469),
        (10000, 128, 79),
        (10000, 32, 313),
        (10000, 100, 100),
        (50000, 120, 417),
        (10000, 120, 84),
        (10, 4, 3),
        (0, 4, 0),
    ],
)
def test_how_many_batches(samples: int, batch_size: int, expected: int) -> None:
    assert count_batches(samples, batch_size) == expected == len([*batches(range(samples), batch_size)])


def test_the_batches_of_the_notes() -> None:
    found = [*batches(range(60000), 128)]
    assert 5 * len(found) == 2345 and len(found[-1]) == 96 == 60000 - 468 * 128
    assert (found[99][0], found[99][-1]) == (12672, 12799), "o centésimo tem índice 99"
    assert (found[100][0], found[100][-1]) == (12800, 12927), "o de índice 100 é o centésimo primeiro"


@given(sizes)
def test_all_are_full_but_maybe_the_last(drawn: tuple[int, int]) -> None:
    samples, batch_size = drawn
    *full, last = [len(batch) for batch in batches(range(samples), batch_size)]
    assert set(full) <= {batch_size} and 1 <= last <= batch_size and sum(full) + last == samples


def test_impossible_sizes_raise() -> None:
    for wrong in (0, -1):
        with pytest.raises(ValueError, match=f"o tamanho pedido é {wrong}"):
            count_batches(10, wrong)
        with pytest.raises(ValueError, match=f"o tamanho pedido é {wrong}"):
            next(batches([1, 2], wrong))
        with pytest.raises(ValueError, match=f"o tamanho pedido é {wrong}"):
            BatchGenerator([1, 2], [3, 4], wrong)


# O que são


@given(sizes)
def test_the_same_slices_as_numpys(drawn: tuple[int, int]) -> None:
    samples, batch_size = drawn
    ours = [batch.tolist() for batch in batches(np.arange(2 * samples).reshape(samples, 2), batch_size)]
    theirs = numpy.arange(2 * samples).reshape(samples, 2)
    cuts = [*range(batch_size, samples, batch_size)]
    assert ours == [batch.tolist() for batch in numpy.split(theirs, cuts)]


def test_a_batch_is_a_view() -> None:
    x = np.zeros((10, 3))
    for batch in batches(x, 4):
        batch += 1
    assert x.tolist() == [[1.0] * 3] * 10
    for batch, _ in BatchGenerator(x, x, 4):
        batch += 1
    assert x.tolist() == [[2.0] * 3] * 10


# O gerador


@pytest.mark.parametrize("build", [np.array, numpy.array], ids=lambda b: b.__module__)
@given(sizes, st.none() | st.integers(0, 2**32 - 1), st.integers(1, 3))
def test_each_sample_comes_once_per_epoch_and_with_its_target(
    build: object, drawn: tuple[int, int], seed: int | None, epochs: int
) -> None:
    samples, batch_size = drawn
    x, y = build([[i, -i] for i in range(samples)]), build([i * i for i in range(samples)])
    generator = BatchGenerator(x, y, batch_size, seed)
    for _ in range(epochs):
        seen = []
        for some_x, some_y in generator:
            assert type(some_x) is type(x) and some_x.shape == (len(some_y), 2)
            assert [i * i for i, _ in some_x.tolist()] == some_y.tolist()
            seen += [i for i, _ in some_x.tolist()]
        assert sorted(seen) == [*range(samples)]
        assert seed is not None or seen == [*range(samples)]


def test_the_seed_decides_the_order_and_each_epoch_has_its_own() -> None:
    def epochs(seed: int) -> list[list[int]]:
        generator = BatchGenerator(np.arange(20), np.arange(20), 8, seed)
        return [[i for batch, _ in generator for i in batch.tolist()] for _ in range(3)]

    assert epochs(7) == epochs(7) != epochs(8)
    assert len({tuple(order) for order in epochs(7)}) == 3


def test_the_order_is_the_one_numpy_would_draw() -> None:
    ours = BatchGenerator(np.arange(20), np.arange(20), 8, seed=5)
    theirs = numpy.random.RandomState(5)
    for _ in range(3):
        assert [i for batch, _ in ours for i in batch.tolist()] == theirs.permutation(20).tolist()


@pytest.mark.parametrize("seed", [None, 3])
def test_next_goes_on_to_the_following_epoch_and_is_never_empty(seed: int | None) -> None:
    generator = BatchGenerator(np.arange(10), np.arange(10), 4, seed)
    assert generator.num_batches == len(generator) == 3
    lengths = [len(generator.next()[0]) for _ in range(7)]
    assert lengths == [4, 4, 2, 4, 4, 2, 4]
    whole = BatchGenerator(np.arange(10), np.arange(10), 4, seed)
    expected = [batch.tolist() for _ in range(2) for batch, _ in whole]
    again = BatchGenerator(np.arange(10), np.arange(10), 4, seed)
    assert [again.next()[0].tolist() for _ in range(6)] == expected


def test_the_for_loop_is_one_epoch() -> None:
    generator = BatchGenerator(np.arange(10), np.arange(10), 4)
    assert len([*generator]) == len([*generator]) == 3
    assert len([*islice(generator.epochs(), 7)]) == 7


def test_a_sample_without_a_target_raises() -> None:
    with pytest.raises(ValueError, match="há 10 amostras e 9 alvos"):
        BatchGenerator(np.arange(10), np.arange(9))
    with pytest.raises(ValueError, match="há 0 amostras e 0 alvos"):
        BatchGenerator([], [])
