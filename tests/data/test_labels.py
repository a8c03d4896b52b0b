"""Rótulos: o vetor com um único 1, em qualquer biblioteca, e o que não é rótulo."""

from typing import Any

import array_api_strict
import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from reference.data.labels import to_categorical


@given(st.lists(st.integers(0, 9), min_size=1, max_size=20), st.sampled_from(["uint8", "int32", "int64"]))
def test_rows_of_the_identity(labels: list[int], kind: str) -> None:
    found = to_categorical(np.array(labels, dtype=kind))
    expected = numpy.eye(max(labels) + 1)[labels]
    assert found.shape == expected.shape and found.tolist() == expected.tolist()
    assert np.argmax(found, axis=-1).tolist() == labels


def test_the_number_of_classes_may_be_told() -> None:
    assert to_categorical([0, 1], 4).tolist() == [[1.0, 0.0, 0.0, 0.0], [0.0, 1.0, 0.0, 0.0]]


def test_any_shape() -> None:
    assert to_categorical(np.array([[0, 2], [1, 1]])).shape == (2, 2, 3)


@pytest.mark.parametrize("build", [numpy.array, array_api_strict.asarray], ids=["numpy", "strict"])
def test_the_answer_is_of_the_library_of_who_asks(build: Any) -> None:
    labels = build([2, 0])
    found = to_categorical(labels)
    assert type(found) is type(labels)
    assert [[float(found[i, j]) for j in range(3)] for i in range(2)] == [[0.0, 0.0, 1.0], [1.0, 0.0, 0.0]]


@pytest.mark.parametrize("labels", [[0, 10], [-1, 3]])
def test_what_is_not_a_class_is_an_error(labels: list[int]) -> None:
    with pytest.raises(ValueError, match="as classes vão de 0 a 9"):
        to_categorical(labels, 10)
