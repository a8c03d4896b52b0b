"""Grades, e emendas escritas como índice."""

from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from tests.oracle import Pair, agree, arrays, shapes

VECTORS = arrays(shapes(ranks=(0, 1, 1, 1, 2), sides=range(1, 4)), kinds="biuf")


@given(st.lists(VECTORS, max_size=3), st.booleans(), st.sampled_from(["xy", "ij", "ji"]))
def test_meshgrid(vectors: list[Pair], sparse: bool, indexing: str) -> None:
    agree("meshgrid", lambda xp, *v: xp.meshgrid(*v, sparse=sparse, indexing=indexing), *vectors)


def test_meshgrid_copies_unless_told() -> None:
    copied, shared = np.meshgrid([1, 2], [3])[0], np.meshgrid([1, 2], [3, 4], copy=False)[0]
    copied[0, 0] = 9
    assert copied.tolist() == [[9, 2]] and shared.strides[0] == 0


@given(arrays(shapes(ranks=(2,), sides=(3, 4), empty=False)), st.data())
def test_ix(x: Pair, data: st.DataObject) -> None:
    picked = [data.draw(st.lists(st.integers(-3, 2), max_size=4)) for _ in range(2)]
    agree("ix_", lambda xp, x: x[xp.ix_(*picked)], x)
    mask = [bool(i % 2) for i in range(x.theirs.shape[0])]
    agree("ix_", lambda xp, x: x[xp.ix_(xp.asarray(mask), picked[1])], x)


@pytest.mark.parametrize("vectors", [([],), ([[1]],), ([1.5],), ([True, False], [1]), ()])
def test_ix_corners(vectors: Any) -> None:
    agree("ix_", lambda xp: xp.ix_(*vectors))


@pytest.mark.parametrize("shape", [(), (3,), (2, 3), (2, 0), (1, 2, 2)])
def test_indices(shape: tuple[int, ...]) -> None:
    agree("indices", lambda xp: xp.indices(n for n in shape))
    agree("indices", lambda xp: xp.indices(shape, sparse=True))
    agree("indices", lambda xp: xp.indices(shape, dtype="float32"))


KEYS: list[Any] = [
    1,
    2.5,
    [1, 2],
    slice(3),
    slice(1, 4),
    slice(3, 0, -1),
    slice(0, 1, 0.25),
    slice(0, 1, 3j),
    slice(-1, 1, 5j),
    (1, 2),
    (slice(1, 4), 0, [9, 2]),
    ([1, 2], [3.5, 4]),
    ([[1, 2]], [[3, 4]]),
    ([[1], [2]], [3, 4]),
    ([1, 2], [3]),
    (True, 2),
    (),
]


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("name", ["r_", "c_"])
def test_joining_with_brackets(name: str, key: Any) -> None:
    agree(name, lambda xp: getattr(xp, name)[key])


def test_python_numbers_are_weak() -> None:
    for numbers in ((2,), (2.5, slice(1, 3)), (2, True)):
        agree("r_", lambda xp, n=numbers: xp.r_[(xp.asarray([1.5], dtype="float32"), *n)])


@pytest.mark.parametrize("key", [slice(3), slice(0, 1, 3j), (slice(2), slice(1, 4)), (slice(2), slice(0, 1, 3j))])
def test_grids_with_brackets(key: Any) -> None:
    agree("mgrid", lambda xp: xp.mgrid[key])
    agree("ogrid", lambda xp: xp.ogrid[key])


def test_messages() -> None:
    with pytest.raises(ValueError, match="textos como '0,2' não são aceitos aqui"):
        np.r_["0,2", [1, 2]]
    with pytest.raises(ValueError, match="meshgrid: indexing tem de ser 'xy' ou 'ij', e não 'ji'"):
        np.meshgrid([1], indexing="ji")
    with pytest.raises(TypeError, match="falta dizer o fim"):
        np.r_[1:]
    assert numpy.r_[1:3].tolist() == np.r_[1:3].tolist()


PLACES = [
    ([1, 2], [0, 1]), (1, 2), (3, 2), (-1, 2), (5, -3), (1.0, 2), (1,), ([1, 2], [0]), ([1, 2], [0, 1, 2]), (True, 1),
    ([], []), (),
]  # fmt: skip


@pytest.mark.parametrize("mode", ["raise", "wrap", "clip", "outro", ("clip", "wrap"), ("raise",)])
@pytest.mark.parametrize("order", ["C", "F"])
def test_ravel_multi_index(mode: Any, order: str) -> None:
    for places in PLACES:
        agree("ravel_multi_index", lambda xp: xp.ravel_multi_index(places, (3, 4), mode=mode, order=order))  # noqa: B023


def test_ravel_multi_index_undoes_unravel_index() -> None:
    agree("ravel_multi_index", lambda xp: xp.ravel_multi_index(xp.unravel_index(xp.arange(24), (2, 3, 4)), (2, 3, 4)))
    agree("ravel_multi_index", lambda xp: xp.ravel_multi_index(xp.array([[1, 2], [0, 1]]), (3, 4)))
    agree("ravel_multi_index", lambda xp: xp.ravel_multi_index((), ()))
