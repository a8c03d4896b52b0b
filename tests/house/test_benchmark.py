"""Os adversários do benchmark fazem mesmo a conta que o pacote faz, e a corrida gravada tem todas as medidas."""

import json

import pytest

from programs.moons import data, start, step
from reference import dot
from tools import benchmark
from tools.benchmark_moons import neurons, node_step, rate_of


def test_opponents_compute_the_same_product():
    x, y = benchmark.numbers(8, 12, 1), benchmark.numbers(12, 16, 2)
    expected = dot(x, y).tolist()
    assert benchmark.naive_product(x.tolist(), y.tolist()) == expected
    assert benchmark.tile_product(x.tolist(), y.tolist()) == expected


def test_the_network_of_numbers_takes_the_steps_of_the_moons():
    x, y = (part[:, :10] for part in data())
    weights, layers = start(), neurons()
    points, (sides,) = x.T.tolist(), y.tolist()
    for k in range(3):
        cost = node_step(layers, points, sides, rate_of(k))
        assert cost == pytest.approx(step(x, y, weights, rate_of(k)), abs=1e-12, rel=0)


def test_record_has_every_measure():
    record = json.loads(benchmark.RECORD.read_text(encoding="utf-8"))
    names = [(ratio["name"], ratio["against"]) for ratio in record["ratios"]]
    assert names == [(r.name, r.against) for r in benchmark.measure(rounds=1, small=True)]


def test_interleaved_runs_both_the_same_number_of_times():
    calls: list[str] = []
    benchmark.interleaved(lambda: calls.append("a"), lambda: calls.append("b"), rounds=3)
    assert calls == ["a", "b"] * 4
