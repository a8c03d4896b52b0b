"""O programa dos dez algarismos: o preparo, a receita das notas, o registro de que a página é feita."""

import json
from typing import Any

import numpy
import pytest

import reference as np
from programs import digits
from programs.digits import (
    RECIPES,
    Recipe,
    build,
    falling,
    main,
    over_seeds,
    prepare,
    read_record,
    shrunk,
    train,
    write_record,
)
from reference.data import mnist
from reference.data.mnist import load_data
from reference.random import RandomState

TOY = Recipe(hidden=8, optimizer="sgd", rate=0.5, batch_size=16, epochs=3)


def toy(count: int, seed: int) -> tuple[Any, Any]:
    """Imagens de 5×4 em que a classe k acende o ponto k, sobre um fundo de ruído."""
    random = RandomState(seed)
    labels = random.randint(0, 10, count)
    images = random.randint(0, 60, (count, 20))
    for i, label in enumerate(labels.tolist()):
        images[i, label] = 255
    return images.reshape((count, 5, 4)).astype("uint8"), labels.astype("uint8")


def test_what_the_network_sees() -> None:
    x, y = prepare(*toy(7, seed=0))
    assert x.shape == (7, 20) and str(x.dtype) == "float32" and float(x.max()) == 1.0
    assert y.shape == (7, 10) and y.sum(axis=1).tolist() == [1.0] * 7


def test_each_square_becomes_its_mean() -> None:
    images = toy(7, seed=0)[0][:, :4]
    expected = numpy.array(images.tolist()).reshape(7, 2, 2, 2, 2).mean(axis=(2, 4))
    assert shrunk(images, 2).tolist() == expected.tolist()
    x, y = prepare(images, toy(7, seed=0)[1], shrink=2)
    assert x.shape == (7, 4) and str(x.dtype) == "float32" and y.shape == (7, 10)
    assert numpy.allclose(x.tolist(), expected.reshape(7, 4) / 255)


def test_the_rate_falls_to_nothing() -> None:
    rate = falling(0.5, 4)
    assert [rate(step) for step in range(5)] == [0.5, 0.375, 0.25, 0.125, 0.0]


def test_the_recipe_of_the_notes() -> None:
    recipe = RECIPES["notes"]
    model = build(recipe, 784, 2345, seed=0)
    assert model.count_params() == 407_050
    assert recipe.epochs * -(-60_000 // recipe.batch_size) == 2345
    optimizer = model.optimizer
    assert type(optimizer).__name__ == "Adam" and optimizer.learning_rate == 0.001


@pytest.mark.parametrize("optimizer", ["sgd", "adam"])
def test_a_toy_training_learns_and_reports_what_happened(
    optimizer: str, capsys: pytest.CaptureFixture[str]
) -> None:
    recipe = Recipe(hidden=16, optimizer=optimizer, rate=1.0 if optimizer == "sgd" else 0.02, batch_size=16, epochs=8)
    record = train(recipe, toy(200, seed=0), toy(60, seed=1))
    assert record["updates"] == 8 * 13 and record["parameters"] == 20 * 16 + 16 + 160 + 10
    assert record["history"]["loss"][-1] < record["history"]["loss"][0] and len(record["seconds"]) == 8
    assert record["accuracy"] > 0.8
    matrix = record["confusion"]
    assert sum(map(sum, matrix)) == 60
    assert sum(matrix[k][k] for k in range(10)) / 60 == pytest.approx(record["accuracy"], abs=1e-6)
    for mistake in record["mistakes"]:
        assert max(range(10), key=mistake["answer"].__getitem__) != mistake["label"]
    assert "Época 8/8" in capsys.readouterr().out


def test_the_same_seed_the_same_record() -> None:
    found = [train(TOY, toy(60, seed=0), toy(30, seed=1), seed) for seed in (0, 0, 1)]
    for record in found:
        del record["seconds"], record["settings"]
    assert found[0] == found[1] != found[2]


def test_records_come_back(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(digits, "RECORDS", tmp_path)
    record = train(TOY, toy(40, seed=0), toy(20, seed=1))
    write_record("toy", record)
    assert read_record("toy") == json.loads(json.dumps(record))


LEAST = {"short": 0.975, "long": 0.98, "notes": 0.975, "half": 0.975, "wide": 0.98}


@pytest.mark.parametrize(("name", "least"), LEAST.items())
def test_what_was_recorded_is_what_the_recipe_says(name: str, least: float) -> None:
    record, recipe = read_record(name), RECIPES[name]
    settings = record["settings"]
    assert {key: settings[key] for key in vars(recipe)} == vars(recipe) and settings["images"] == 60_000
    assert record["updates"] == recipe.epochs * -(-60_000 // recipe.batch_size)
    assert len(record["history"]["loss"]) == len(record["seconds"]) == recipe.epochs
    right = sum(record["confusion"][k][k] for k in range(10))
    assert sum(map(sum, record["confusion"])) == 10_000 and record["accuracy"] == right / 10_000
    assert record["accuracy"] >= least


def test_the_recorded_seeds_have_the_accuracy_of_the_pure_run_among_them() -> None:
    """O NumPy soma noutra ordem: a mesma semente dá quase o mesmo acerto, e não os mesmos bits."""
    accuracies = read_record("notes_seeds")["accuracies"]
    assert len(accuracies) == 5 and len(set(accuracies)) > 1 and min(accuracies) >= 0.975
    assert abs(accuracies[0] - read_record("notes")["accuracy"]) < 0.003


def test_each_flag_asks_for_its_recipe(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    monkeypatch.setattr(digits, "RECORDS", tmp_path)
    monkeypatch.setattr(digits, "load_data", lambda: (toy(20, seed=0), toy(20, seed=1)))
    asked = []
    monkeypatch.setattr(digits, "train", lambda recipe, *_: asked.append(recipe) or {"updates": 1, "accuracy": 0.5})
    for name in RECIPES:
        assert main([*([] if name == "short" else [f"--{name}"]), "--record"]) == 0
    assert asked == list(RECIPES.values()) and len(list(tmp_path.iterdir())) == len(RECIPES)


def test_seeds_are_tried_one_by_one(capsys: pytest.CaptureFixture[str]) -> None:
    seen, unseen = toy(60, seed=0), toy(30, seed=1)
    found = over_seeds(TOY, seen, unseen, 2, numpy)
    assert found == pytest.approx([train(TOY, seen, unseen, seed)["accuracy"] for seed in (0, 1)], abs=1e-6)
    assert "semente 1: " in capsys.readouterr().out


def test_without_data_the_program_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def nothing() -> None:
        raise OSError("o MNIST não está aqui")

    monkeypatch.setattr(digits, "load_data", nothing)
    assert main([]) == 1
    assert "não está aqui" in capsys.readouterr().err


def test_on_the_real_images(monkeypatch: pytest.MonkeyPatch) -> None:
    """Mil imagens, uma época: longe do recorde, mas muito acima do acaso."""
    monkeypatch.setattr(mnist, "MIRRORS", ())  # um teste não baixa nada
    try:
        (x, y), (x_test, y_test) = load_data()
    except FileNotFoundError:
        pytest.skip("o MNIST não está nesta máquina (LACO_DADOS ou a pasta de downloads)")
    recipe = Recipe(hidden=16, optimizer="sgd", rate=0.3, batch_size=32, epochs=1)
    record = train(recipe, (x[:1000], y[:1000]), (x_test[:200], y_test[:200]))
    assert record["accuracy"] > 0.6
    assert np.asarray(record["confusion"]).shape == (10, 10)
