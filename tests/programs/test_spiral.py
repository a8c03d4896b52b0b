"""O programa da espiral: as respostas das notas, o que o treino faz, e o registro de que a página é feita."""

from pathlib import Path

import numpy
import pytest

import reference as np
from programs import spiral
from programs.spiral import CLASSES, EPOCHS, first_answers, linear, main, network, read_record, train
from reference.data.spiral import spiral_data
from tests.oracle import to_numpy
from tests.programs.peers import stored


def test_the_first_answers_are_those_of_nnfs() -> None:
    found = first_answers()
    assert found.shape == (300, 3) and found.dtype == np.float32
    assert numpy.abs(to_numpy(found) - numpy.array(stored()["nnfs"]["answers"])).max() < 1e-7


def test_a_few_epochs_go_down_and_repeat() -> None:
    first, second = train(network(), epochs=4), train(network(), epochs=4)
    assert first == second and first["loss"] < first["curve"][0]
    assert first["parameters"] == 2 * 16 + 16 + 16 * 16 + 16 + 16 * 3 + 3
    assert train(linear(), epochs=2)["parameters"] == 9


def test_the_recorded_accuracies() -> None:
    record = read_record()
    assert record["network"]["accuracy"] >= 0.94 and record["linear"]["accuracy"] < 0.45
    for found in record.values():
        assert found["epochs"] == EPOCHS and len(found["curve"]) == EPOCHS // spiral.EVERY


@pytest.mark.parametrize("name", ["linear", "network"])
def test_the_recorded_weights_give_the_recorded_accuracy(name: str) -> None:
    record, model = read_record()[name], {"linear": linear, "network": network}[name]()
    model.set_weights([np.array(w) for w in record["weights"]])
    x, y = spiral_data(dtype="float64")
    loss, accuracy = model.evaluate(x, y, batch_size=300, verbose=0)
    assert accuracy == pytest.approx(record["accuracy"], abs=0.004) and loss == pytest.approx(record["loss"], abs=2e-3)


def test_the_record_begins_as_the_training_begins() -> None:
    """As primeiras épocas, refeitas: o resto segue delas."""
    record = read_record()["network"]["curve"]
    assert train(network(), epochs=11)["curve"] == pytest.approx(record[:2], abs=1e-4)


def test_the_command(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(spiral, "RECORD", tmp_path / "registro.json")
    monkeypatch.setattr(spiral, "train", lambda model: {"epochs": 1, "loss": 0.5, "accuracy": 0.25, "weights": []})
    assert main([]) == 0 and not spiral.RECORD.exists()
    assert "network: 1 épocas, perda 0.5000, acerto 25.0%" in capsys.readouterr().out
    assert main(["--record"]) == 0 and sorted(read_record()) == ["linear", "network"]
    assert CLASSES == 3
