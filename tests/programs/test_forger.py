"""A falsificadora: o registro de que as páginas são feitas, e o começo do treino de novo."""

from dataclasses import asdict, replace
from typing import Any

import pytest

from programs import forger
from programs.forger import RECIPES, SAMPLES, main, read_record, spread, train, truth
from reference.random import RandomState


def test_the_record_is_of_the_recipes_and_says_what_the_pages_say() -> None:
    record = read_record()
    assert list(record) == list(RECIPES)
    for name, recipe in RECIPES.items():
        assert record[name]["settings"] == {**asdict(recipe), "centers": list(recipe.centers)}
        assert [len(values) for values in record[name]["portraits"].values()] == [SAMPLES] * 5
    mean, deviation = spread(record["bell"]["portraits"]["800"])
    assert abs(mean - 4.0) < 0.1 and abs(deviation - 0.5) < 0.1
    mean, deviation = spread(record["collapsed"]["portraits"]["800"])
    assert abs(mean - 4.0) < 0.1 and deviation < 0.1


@pytest.mark.parametrize("name", RECIPES)
def test_the_record_starts_like_a_training_of_today(name: str) -> None:
    recorded = read_record()[name]
    recipe = RECIPES[name]
    gan, random = forger.build(recipe), RandomState(recipe.seed)
    for step in range(2 * forger.EVERY + 1):
        logs = gan.train_on_batch(truth(recipe, recipe.batch_size, random))
        if step % forger.EVERY == 0:
            for network, cost in logs.items():
                assert recorded["costs"][network][step // forger.EVERY] == pytest.approx(cost, abs=1e-3)


def test_the_truth_has_the_hills_of_the_recipe() -> None:
    values = truth(RECIPES["hills"], 2000, RandomState(0)).reshape(-1).tolist()
    low, high = [x for x in values if x < 2.5], [x for x in values if x >= 2.5]
    assert abs(len(low) - len(high)) < 200
    for part, center in ((low, 1.0), (high, 4.0)):
        mean, deviation = spread(part)
        assert abs(mean - center) < 0.1 and abs(deviation - 0.5) < 0.1


def test_the_program_from_end_to_end(tmp_path: Any, monkeypatch: Any, capsys: Any) -> None:
    monkeypatch.setattr(forger, "RECIPES", {"bell": replace(RECIPES["bell"], steps=8, batch_size=4)})
    monkeypatch.setattr(forger, "RECORD", tmp_path / "forger.json")
    assert main(["--record"]) == 0
    assert "bell: média" in capsys.readouterr().out
    found = read_record()["bell"]
    assert found["portraits"] == train(forger.RECIPES["bell"])["portraits"]
    assert list(found["portraits"]) == ["0", "1", "2", "4", "8"]
