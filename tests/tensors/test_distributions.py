"""Distribuições: a igualdade com o NumPy está em test_random; aqui, se cada uma tem a forma que promete."""

import math
import random
from collections import Counter

import numpy
import pytest

from reference.random import RandomState
from reference.tensors import distributions


def near(mean: float, spread: float, found: list[float]) -> None:
    """A média e o desvio padrão medidos ficam a menos de seis erros-padrão dos prometidos."""
    n = len(found)
    center = sum(found) / n
    assert abs(center - mean) < 6 * spread / math.sqrt(n)
    assert abs(math.sqrt(sum((x - center) ** 2 for x in found) / n) - spread) < 12 * spread / math.sqrt(n)


N = 20_000
UNIFORM = random.Random(1).random


def test_polar_is_normal() -> None:
    found = [x for _ in range(N // 2) for x in distributions.polar(UNIFORM)]
    near(0, 1, found)
    for width, share in ((1, 0.6827), (2, 0.9545), (3, 0.9973)):
        assert abs(sum(abs(x) < width for x in found) / N - share) < 0.01


def test_polar_refuses_the_corner_and_the_center() -> None:
    numbers = iter([0.5, 0.5, 1.0, 1.0, 0.0, 0.0, 0.75, 0.75])
    assert distributions.polar(lambda: next(numbers)) == distributions.polar(lambda: 0.75)


def test_means_and_spreads() -> None:
    near(1, 1, [distributions.exponential(UNIFORM) for _ in range(N)])
    near(3, 2 * math.sqrt(2), [distributions.laplace(UNIFORM, 3, 2) for _ in range(N)])
    near(3 + 2 * 0.5772156649, 2 * math.pi / math.sqrt(6), [distributions.gumbel(UNIFORM, 3, 2) for _ in range(N)])


@pytest.mark.parametrize(("n", "p"), [(10, 0.5), (100, 0.2), (50, 0.9), (1000, 0.3), (1000, 0.9), (10**7, 0.4)])
def test_binomial(n: int, p: float) -> None:
    found = [distributions.binomial(UNIFORM, n, p) for _ in range(N)]
    near(n * p, math.sqrt(n * p * (1 - p)), found)
    assert 0 <= min(found) <= max(found) <= n


@pytest.mark.parametrize("n", [0, 1, 5, 61, 5000])
def test_binomial_at_the_ends(n: int) -> None:
    assert {distributions.binomial(UNIFORM, n, 0.0) for _ in range(20)} == {0}
    assert {distributions.binomial(UNIFORM, n, 1.0) for _ in range(20)} == {n}


@pytest.mark.parametrize("p", [0.01, 0.1, 0.31, 0.5, 0.69, 0.999])
@pytest.mark.parametrize("n", [1, 30, 60, 61, 100, 3000, 10**5, 10**9])
def test_binomial_of_every_size_is_numpys(n: int, p: float) -> None:
    """Inversão e rejeição, dos dois lados da fronteira entre elas, das caudas e de ½."""
    assert RandomState(8).binomial(n, p, 500).tolist() == numpy.random.RandomState(8).binomial(n, p, 500).tolist()


def test_multinomial_shares_everything() -> None:
    found = [distributions.multinomial(UNIFORM, 30, [0.2, 0.0, 0.5, 0.3]) for _ in range(2000)]
    assert {sum(counts) for counts in found} == {30}
    assert all(counts[1] == 0 for counts in found)
    near(15, math.sqrt(30 * 0.25), [counts[2] for counts in found])


def test_search_gives_each_its_length() -> None:
    counts = Counter(distributions.search([1, 0, 3], [i / 400 for i in range(400)]))
    assert counts == {0: 100, 2: 300}


def test_distinct_does_not_repeat() -> None:
    chances = [0.97, 0.01, 0.01, 0.01]
    for _ in range(50):
        assert sorted(distributions.distinct(UNIFORM, chances, 4)) == [0, 1, 2, 3]
    assert Counter(distributions.distinct(UNIFORM, chances, 1)[0] for _ in range(500))[0] > 450
