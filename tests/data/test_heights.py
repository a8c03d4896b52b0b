"""Alturas e pesos: a reta de que foram sorteados é a que a regressão acha."""

import numpy
import pytest

from reference.data.heights import heights_and_weights
from tests.oracle import to_numpy


def test_the_line_is_found_again() -> None:
    heights, weights = (to_numpy(values) for values in heights_and_weights(5000, seed=1))
    slope, start = numpy.polyfit(heights - 172, weights, 1)
    assert slope == pytest.approx(1.1, abs=0.05) and start == pytest.approx(75, abs=0.5)
    assert heights.std() == pytest.approx(9, abs=0.3)
    assert (weights - start - slope * (heights - 172)).std() == pytest.approx(8, abs=0.3)


def test_one_decimal_and_the_same_seed_the_same_people() -> None:
    first, second = heights_and_weights(20, seed=4), heights_and_weights(20, seed=4)
    for a, b in zip(first, second):
        assert a.tolist() == b.tolist() == [round(value, 1) for value in a.tolist()]
    assert heights_and_weights(20, seed=5)[0].tolist() != first[0].tolist()


def test_nobody() -> None:
    with pytest.raises(ValueError, match="foram pedidas 0"):
        heights_and_weights(0)
