"""Validação: nada se perde, nada se repete, e cada amostra leva o seu alvo."""

import array_api_strict
import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from reference.data.splitting import cross_validate, k_folds, train_validation_split


@given(st.integers(2, 60), st.floats(0.05, 0.95), st.integers(0, 5))
def test_a_split_is_a_partition(m: int, part: float, seed: int) -> None:
    x = np.arange(m)
    if not 0 < round(m * part) < m:
        with pytest.raises(ValueError, match="deixa um dos lados vazio"):
            train_validation_split(x, x, part, seed)
        return
    (x_train, y_train), (x_val, y_val) = train_validation_split(x, 10 * x, part, seed)
    assert sorted(x_train.tolist() + x_val.tolist()) == list(range(m)) and x_val.shape == (round(m * part),)
    assert y_train.tolist() == [10 * v for v in x_train.tolist()] and y_val.tolist() == [10 * v for v in x_val.tolist()]


def test_the_draw_is_the_one_of_numpy() -> None:
    order = numpy.random.RandomState(7).permutation(10).tolist()
    (x_train, _), (x_val, _) = train_validation_split(np.arange(10), np.arange(10), 0.3, seed=7)
    assert x_val.tolist() == order[:3] and x_train.tolist() == order[3:]


@given(st.data(), st.integers(2, 40), st.none() | st.integers(0, 5))
def test_each_sample_is_validated_once(data: st.DataObject, m: int, seed: int | None) -> None:
    k = data.draw(st.integers(2, m))
    folds = [(train.tolist(), val.tolist()) for train, val in k_folds(m, k, seed)]
    sizes = [len(val) for _, val in folds]
    assert len(folds) == k and max(sizes) - min(sizes) <= 1 and sizes == sorted(sizes, reverse=True)
    assert sorted(i for _, val in folds for i in val) == list(range(m))
    for train, val in folds:
        assert sorted(train + val) == list(range(m))


def test_in_order_the_folds_are_slices() -> None:
    assert [val.tolist() for _, val in k_folds(7, 3)] == [[0, 1, 2], [3, 4], [5, 6]]


def test_other_libraries() -> None:
    x = array_api_strict.reshape(array_api_strict.arange(12.0), (6, 2))
    (x_train, _), (x_val, _) = train_validation_split(x, x, 1 / 3)
    assert type(x_val) is type(x) and x_val.shape == (2, 2) and x_train.shape == (4, 2)


def test_cross_validation_measures_what_was_left_out() -> None:
    x = np.arange(9)
    seen = []

    def measure(train: tuple[np.Tensor, np.Tensor], val: tuple[np.Tensor, np.Tensor]) -> float:
        assert not set(train[0].tolist()) & set(val[0].tolist())
        seen.extend(val[0].tolist())
        return float(val[1].sum())

    found = cross_validate(measure, x, 2 * x, k=4, seed=1)
    assert len(found) == 4 and sum(found) == 72 and sorted(seen) == list(range(9))


@pytest.mark.parametrize("k", [1, 6, 0])
def test_impossible_folds(k: int) -> None:
    with pytest.raises(ValueError, match=f"foram pedidas {k}"):
        next(k_folds(5, k))


def test_a_target_per_sample() -> None:
    for call in (train_validation_split, lambda x, y: cross_validate(lambda a, b: 0.0, x, y)):
        with pytest.raises(ValueError, match="há 3 amostras e 2 alvos"):
            call(np.arange(3), np.arange(2))
