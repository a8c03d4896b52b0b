"""Combinar linhas: os mesmos bits do laço triplo, com menos trabalho quando há zeros."""

import math
import random
from typing import Any

import pytest

import reference as np
from reference.operations import combining
from reference.operations.combining import combine_columns, combine_rows, multiply_rows
from reference.tensors.dtypes import float64
from tests.operations.test_dot import bits, triple_loop


@pytest.mark.parametrize("k", range(20))
def test_terms_are_added_from_left_to_right(k: int) -> None:
    rng = random.Random(k)
    coefficients, rows = [rng.gauss(0, 1) for _ in range(k)], [[rng.gauss(0, 1)] for _ in range(k)]
    total = 0.0
    for c, (r,) in zip(coefficients, rows):
        total += c * r
    assert combine_rows([0.0], coefficients, rows) == [total]


@pytest.mark.parametrize("k", [0, 8, 24])
def test_joined_columns_give_the_same_bits(k: int) -> None:
    rng = random.Random(k)
    coefficients, rows = [rng.gauss(0, 1) for _ in range(k)], [[rng.gauss(0, 1) for _ in range(3)] for _ in range(k)]
    eights = [list(zip(*rows[first : first + 8])) for first in range(0, k, 8)]
    assert combine_columns([1.0] * 3, coefficients, eights) == combine_rows([1.0] * 3, coefficients, rows)


@pytest.mark.parametrize("used", [1.0, 0.5, 0.0])
@pytest.mark.parametrize(("m", "k", "n"), [(1, 1, 1), (3, 40, 5), (2, 130, 3), (5, 9, 2000), (1, 300, 2000)])
def test_with_or_without_zeros_the_bits_are_those_of_the_triple_loop(used: float, m: int, k: int, n: int) -> None:
    rng = random.Random(k)
    x = [[rng.choice([0.0, -0.0, rng.gauss(0, 1)]) for _ in range(k)] for _ in range(m)]
    y = [[rng.gauss(0, 1) for _ in range(n)] for _ in range(k)]
    rows = multiply_rows(np.array(x), np.array(y), float64, used)
    assert bits([list(row) for row in rows]) == bits(triple_loop(x, y))


def test_zeros_stay_in_before_an_infinity() -> None:
    y = np.ones((9, 2))
    y[4, 1] = math.inf
    ((finite, infinite),) = multiply_rows(np.zeros((1, 9)), y, float64, used=0.0)
    assert finite == 0 and math.isnan(infinite)


@pytest.mark.parametrize("zeros_on", ["left", "right"])
@pytest.mark.parametrize(("m", "n"), [(60, 40), (40, 60)])
def test_the_zeros_of_either_side_are_left_out(zeros_on: str, m: int, n: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Conta quantas multiplicações cada combinação faz: só as dos coeficientes que não são zero."""
    done = []

    def counted(total: list[Any], coefficients: list[Any], *rest: Any) -> list[Any]:
        done.append(len(coefficients) * len(total))
        return combine_rows(total, coefficients, *rest)

    monkeypatch.setattr(combining, "combine_rows", counted)
    x, y = np.ones((m, 100)), np.ones((100, n))
    if zeros_on == "left":
        x[:, 10:] = 0
    else:
        y[10:] = 0
    np.matmul(x, y)
    assert sum(done) == m * 10 * n


@pytest.mark.parametrize(("m", "n"), [(2, 40), (40, 2)])
def test_the_longer_side_gives_the_rows(m: int, n: int, monkeypatch: pytest.MonkeyPatch) -> None:
    lengths = set()

    def measured(total: list[Any], *rest: Any) -> list[Any]:
        lengths.add(len(total))
        return combine_rows(total, *rest)

    monkeypatch.setattr(combining, "combine_rows", measured)
    np.matmul(np.ones((m, 30)), np.ones((30, n)))
    assert lengths == {40}


@pytest.mark.parametrize("memory", ["in order", "transposed", "sliced", "repeated"])
def test_any_walk_through_memory_gives_the_same(memory: str) -> None:
    rng = random.Random(7)
    values = np.array([[rng.gauss(0, 1) for _ in range(24)] for _ in range(24)])
    views = {"in order": values, "transposed": values.T, "sliced": values[::2, ::-3], "repeated": values[:1, :]}
    x = np.broadcast_to(views[memory], (24, 24)) if memory == "repeated" else views[memory]
    assert bits((x @ x.T).tolist()) == bits(triple_loop(x.tolist(), x.T.tolist()))
