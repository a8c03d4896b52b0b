"""Os adversários do benchmark fazem mesmo a conta que o pacote faz, e a corrida gravada tem todas as medidas."""

import json

from reference import dot
from tools import benchmark


def test_opponents_compute_the_same_product():
    x, y = benchmark.numbers(8, 12, 1), benchmark.numbers(12, 16, 2)
    expected = dot(x, y).tolist()
    assert benchmark.naive_product(x.tolist(), y.tolist()) == expected
    assert benchmark.tile_product(x.tolist(), y.tolist()) == expected


def test_record_has_every_measure():
    record = json.loads(benchmark.RECORD.read_text(encoding="utf-8"))
    names = [(ratio["name"], ratio["against"]) for ratio in record["ratios"]]
    assert names == [(r.name, r.against) for r in benchmark.measure(rounds=1, small=True)]


def test_interleaved_runs_both_the_same_number_of_times():
    calls: list[str] = []
    benchmark.interleaved(lambda: calls.append("a"), lambda: calls.append("b"), rounds=3)
    assert calls == ["a", "b"] * 4
