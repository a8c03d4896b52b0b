"""O tensor: o que ele diz de si, como se percorre e como se copia é o que o NumPy diz e faz."""

import copy
import math
import pickle
import weakref
from fractions import Fraction
from typing import Any

import numpy
import pytest
from hypothesis import given

import reference as np
from reference.tensors.tensor import Tensor, empty_tensor, from_values, scalar
from tests.generate import Pair, arrays, to_reference
from tests.oracle import agree, assert_same, same_error, to_numpy


@given(arrays(kinds="biufO"))
def test_attributes(x: Pair) -> None:
    ours, theirs = x.ours, x.theirs
    for name in ("ndim", "shape", "size", "itemsize", "nbytes", "device"):
        assert getattr(ours, name) == getattr(theirs, name), name
    assert ours.dtype == theirs.dtype.name and len(ours.strides) == ours.ndim
    agree("tolist", lambda xp, x: x.tolist(), x)
    agree("T", lambda xp, x: x.T, x)
    agree("len", lambda xp, x: len(x), x)


@given(arrays(kinds="biufO"))
def test_iteration(x: Pair) -> None:
    agree("iterar", lambda xp, x: list(x), x)
    agree("iterar", lambda xp, x: list(reversed(x)), x)
    agree("desempacotar", lambda xp, x: [*x][:2], x)


def test_iteration_gives_views_of_the_rows() -> None:
    x = np.zeros((3, 2))
    for i, row in enumerate(x):
        row += i
    assert x.tolist() == [[0, 0], [1, 1], [2, 2]]
    first, *_ = np.arange(3)
    assert repr(first) == "np.int64(0)"


def test_membership() -> None:
    x, y = np.arange(6).reshape((2, 3)), numpy.arange(6).reshape((2, 3))
    for value in (3, 7, 2.5, True, [0, 1, 2], [5, 1, 9], "a", None, np.int8(4)):
        assert (value in x) is (value in y)
    same_error(lambda: [1, 2] in x, lambda: [1, 2] in y)


@given(arrays(kinds="biufO"))
def test_copies_and_pickles(x: Pair) -> None:
    ours = x.ours
    for other in (copy.copy(ours), copy.deepcopy(ours), pickle.loads(pickle.dumps(ours))):
        assert_same(other, x.theirs)
        assert type(other) is Tensor and other.writeable and other.base is None
        assert other.storage is not ours.storage


def test_a_pickle_is_little_more_than_the_bytes() -> None:
    """Assim se manda um tensor a outro processo: os números vão em bloco, e não um a um."""
    x = np.arange(4000, dtype="uint8").reshape((40, 100))
    for part in (x, x[::2], x.T):
        assert part.nbytes < len(pickle.dumps(part)) < part.nbytes + 300


def test_a_deep_copy_goes_into_the_objects() -> None:
    x = np.zeros(1, dtype=object)
    x[0] = [1, 2]
    shallow, deep = copy.copy(x), copy.deepcopy(x)
    x[0].append(3)
    assert shallow[0] == [1, 2, 3] and deep[0] == [1, 2]


def test_views_share_memory_and_remember_the_base() -> None:
    x = np.arange(24).reshape((2, 3, 4))
    base = x.base
    views = [x[0], x[:, 1:], x[..., ::-1], x.T, x.reshape(6, 4), x[None], x[0][1][2:], np.broadcast_to(x[0, 0], (5, 4))]
    for view in views:
        assert view.base is base and view.storage is x.storage
    x[0, 1, 2] = 100
    assert [int((view == 100).sum()) for view in views] == [1, 1, 1, 1, 1, 1, 1, 0]
    part = x[1, 1:3]
    part += 1000
    assert x[1].tolist() == [[12, 13, 14, 15], [1016, 1017, 1018, 1019], [1020, 1021, 1022, 1023]]


def test_a_new_shape_in_place() -> None:
    x, y = np.arange(6), numpy.arange(6)
    x.shape = (2, 3)
    assert x.tolist() == y.reshape(2, 3).tolist()
    x.shape = -1
    assert x.shape == (6,)
    with pytest.raises(ValueError):
        x.shape = (4,)
    z = np.arange(6).reshape((2, 3)).T
    with pytest.raises((ValueError, AttributeError)):
        z.shape = (6,)
    assert z.shape == (3, 2)


def test_the_namespace_of_a_tensor() -> None:
    x = np.zeros(2)
    assert x.__array_namespace__() is np is x[0].__array_namespace__(api_version="2024.12")
    with pytest.raises(ValueError, match="a versão '1999' do padrão não existe aqui"):
        x.__array_namespace__(api_version="1999")


def test_a_tensor_can_be_watched_without_being_kept() -> None:
    """Uma biblioteca de gradientes guarda referências fracas aos seus tensores, para que possam ir embora."""
    x = np.zeros(3)
    watched = weakref.ref(x)
    assert watched() is x
    del x
    assert watched() is None


def test_made_by_hand() -> None:
    memory = memoryview(bytearray(range(12)))
    x = Tensor(memory, (3, 4), (4, 1), 0, np.uint8)
    y = Tensor(memory, (2, 2), (-8, 2), 9, np.uint8)
    assert x[1].tolist() == [4, 5, 6, 7] and y.tolist() == [[9, 11], [1, 3]]
    memory[9] = 200
    assert x[2, 1] == y[0, 0] == 200
    assert to_numpy(y).strides == (2, 1) and y.strides == (-8, 2)


def test_helpers() -> None:
    x = from_values([1, 2, 3, 4], (2, 2), np.int16)
    assert x.tolist() == [[1, 2], [3, 4]] and x.dtype is np.int16
    assert empty_tensor((2, 0), np.float32).nbytes == 0
    assert repr(scalar(2.5, np.float32)) == "np.float32(2.5)" and scalar(Fraction(1, 2), np.object_) == Fraction(1, 2)


def test_objects_calculate_exactly() -> None:
    thirds = np.array([Fraction(1, 3)] * 3, dtype=object)
    assert thirds.sum() == 1 and (thirds * 3).tolist() == [1, 1, 1] and thirds[0] == Fraction(1, 3)
    assert sum([0.1] * 3) != 0.3 and np.array([Fraction(1, 10)] * 3).sum() == Fraction(3, 10)


def test_the_video_of_the_chapter_weighs_405_mib() -> None:
    shape = (4, 60 * 4, 144, 256, 3)
    video = Tensor(memoryview(b""), shape, (0,) * 5, 0, np.float32)
    assert (video.size, video.nbytes / 2**20) == (106_168_320, 405.0)


@pytest.mark.parametrize("value", [0.1, math.nan, -0.0, 2**63 - 1, True])
def test_elements_come_back_as_they_went(value: Any) -> None:
    x = np.array([value, value])
    assert repr(x.tolist()[0]) == repr(value) == repr(x.item(1)) and type(x.item(0)) is type(value)
    assert_same(to_reference(numpy.array([value])), numpy.array([value]))
