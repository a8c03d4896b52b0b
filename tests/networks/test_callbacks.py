"""Os avisos: o que fazem é o que o Keras faz, época a época, e um treino interrompido não os confunde."""

import csv
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy
import pytest

import reference as np
from reference.gradients.schedules import StepDecay
from reference.gradients.sgd import SGD
from reference.networks.callbacks import (
    Best,
    Callback,
    CSVLogger,
    EarlyStopping,
    History,
    LearningRateScheduler,
    ModelCheckpoint,
)
from reference.networks.layers import Dense
from reference.networks.sequential import Sequential
from reference.random import RandomState


class Model:
    """Uma rede de mentira, cujos pesos são o número da época."""

    def __init__(self) -> None:
        self.stop_training, self.weights, self.saved = False, [np.array([-1.0])], []

    def get_weights(self) -> list[Any]:
        return list(self.weights)

    def set_weights(self, weights: list[Any]) -> None:
        self.weights = list(weights)

    def save(self, path: str) -> None:
        self.saved.append(path)


def run(callback: Any, values: list[float], name: str = "val_loss") -> Model:
    """Conta a `callback` um treino com essas medidas, até que ele mande parar."""
    model = callback.model = Model()
    callback.on_train_begin()
    for epoch, value in enumerate(values):
        model.weights = [np.array([float(epoch)])]
        callback.on_epoch_begin(epoch)
        callback.on_epoch_end(epoch, {"loss": 9.0, name: value})
        if model.stop_training:
            break
    callback.on_train_end()
    return model


# O que se espera foi contado à mão, com a regra do Keras: a espera cresce a cada época sem melhora; para-se
# quando chega a `patience`; a época 0 nunca é a última.
STOPS: list[tuple[dict[str, Any], list[float], int, int]] = [
    ({}, [5, 4, 4, 3], 2, 1),
    ({}, [5, 6, 1], 1, 0),
    ({"patience": 2}, [5, 4, 6, 3, 7, 8, 1], 5, 3),
    ({"patience": 3}, [5, 4, 6, 3, 7, 8, 1], 0, 6),
    ({"patience": 1, "min_delta": 0.5}, [5, 4.6, 4.3, 4.2], 1, 0),
    ({"patience": 2, "min_delta": -0.5}, [5, 4.6, 4.3, 4.2], 0, 2),
    ({"patience": 2, "baseline": 3.0}, [5, 4, 3.5, 3.4, 2.0], 0, 4),
    ({"patience": 2, "baseline": 3.0}, [5, 4, 4.5, 3.4, 2.0], 2, 1),
    ({"patience": 1, "start_from_epoch": 3}, [1, 2, 3, 4, 5, 1], 4, 3),
    ({"patience": 1, "mode": "max"}, [1, 2, 3, 2.5, 9], 3, 2),
    ({"patience": 1}, [1, float("nan"), 0], 1, 0),
]


@pytest.mark.parametrize(("options", "values", "stopped", "best"), STOPS)
def test_early_stopping_stops_when_it_should(
    options: dict[str, Any], values: list[float], stopped: int, best: int
) -> None:
    stopper = EarlyStopping(restore_best_weights=True, **options)
    model = run(stopper, values)
    assert (stopper.stopped_epoch, stopper.best_epoch) == (stopped, best)
    assert model.weights[0].tolist() == [best]
    assert model.stop_training is bool(stopped)


def test_early_stopping_leaves_the_last_weights_unless_asked(capsys: pytest.CaptureFixture[str]) -> None:
    model = run(EarlyStopping(verbose=1), [5, 4, 4, 3])
    assert model.weights[0].tolist() == [2.0]
    assert capsys.readouterr().out == "Época 3: parada antecipada\n"


def test_a_second_training_starts_from_nothing() -> None:
    stopper = EarlyStopping(patience=1)
    run(stopper, [1, 2])
    run(stopper, [9, 8, 7])
    assert stopper.stopped_epoch == 0 and stopper.best.value == 7


@pytest.mark.parametrize("name", ["accuracy", "val_acc", "val_precision", "top_k_categorical_accuracy"])
def test_what_wants_to_grow_is_known_by_name(name: str) -> None:
    assert Best(name).sign == 1 and Best(name, "min").sign == -1
    assert Best(name.replace("acc", "l").replace("precision", "mse")).sign == -1


def test_bad_requests_say_what_is_wrong() -> None:
    with pytest.raises(ValueError, match="min, max ou auto, e veio 'menor'"):
        EarlyStopping(mode="menor")
    with pytest.raises(ValueError, match="não há a medida 'val_loss'; há accuracy, loss"):
        EarlyStopping().on_epoch_end(0, {"loss": 1.0, "accuracy": 0.5})
    with pytest.raises(ValueError, match="ModelCheckpoint: não há a medida 'val_loss'"):
        ModelCheckpoint("x", save_best_only=True).on_epoch_end(0, {"loss": 1.0})


def test_only_the_best_is_kept() -> None:
    every = run(ModelCheckpoint("rede-{epoch:02d}-{val_loss:.1f}"), [5, 4, 6, 3])
    assert every.saved == ["rede-01-5.0", "rede-02-4.0", "rede-03-6.0", "rede-04-3.0"]
    best = run(ModelCheckpoint("rede-{epoch}", save_best_only=True), [5, 4, 6, 3])
    assert best.saved == ["rede-1", "rede-2", "rede-4"]
    keeper = ModelCheckpoint("rede-{epoch}", "accuracy", save_best_only=True, initial_value_threshold=0.5)
    assert run(keeper, [0.4, 0.6, 0.55], "accuracy").saved == ["rede-2"]


def data() -> tuple[Any, Any]:
    random = RandomState(1)
    x = random.randn(24, 3)
    return x, (x[:, :1] > x[:, 1:2]).astype("float64")


def network(optimizer: Any = "adam", seed: int = 0) -> Sequential:
    model = Sequential([Dense(4, activation="tanh"), Dense(1, activation="sigmoid")], seed=seed)
    model.compile(optimizer=optimizer, loss="binary_crossentropy")
    return model


def test_the_kept_network_is_that_of_the_best_epoch(tmp_path: Path) -> None:
    x, y = data()
    model, path = network(SGD(3.0)), tmp_path / "melhor.safetensors"
    keeper = ModelCheckpoint(path, save_best_only=True)
    history = model.fit(x, y, epochs=8, validation_data=(x[:9], y[:9]), verbose=0, callbacks=[keeper]).history
    again = Sequential.load(path)
    again.compile(loss="binary_crossentropy")
    assert again.evaluate(x[:9], y[:9], verbose=0) == min(history["val_loss"])


def test_the_rate_follows_the_epoch(capsys: pytest.CaptureFixture[str]) -> None:
    x, y = data()
    model = network(SGD(0.5))
    halves = LearningRateScheduler(lambda epoch, rate: rate / 2 if epoch else rate, verbose=1)
    history = model.fit(x, y, epochs=3, verbose=0, callbacks=[halves]).history
    assert history["learning_rate"] == [0.5, 0.25, 0.125]
    assert capsys.readouterr().out.splitlines()[1] == "Época 2: taxa de aprendizagem 0.25"
    stairs = LearningRateScheduler(StepDecay(0.8, decay_epochs=2))
    history = network(SGD(0.5)).fit(x, y, epochs=4, verbose=0, callbacks=[stairs]).history
    numpy.testing.assert_allclose(history["learning_rate"], [0.8, 0.8, 0.08, 0.08])


def test_the_error_of_a_schedule_is_its_own() -> None:
    def broken(epoch: int, rate: float) -> float:
        raise TypeError("a agenda tropeçou")

    with pytest.raises(TypeError, match="a agenda tropeçou"):
        network().fit(*data(), verbose=0, callbacks=[LearningRateScheduler(broken)])


def test_the_sheet_says_what_the_history_says(tmp_path: Path) -> None:
    path = tmp_path / "treino.csv"
    history = network().fit(*data(), epochs=3, verbose=0, callbacks=[CSVLogger(path)], validation_split=0.25)
    rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
    assert [row["epoch"] for row in rows] == ["0", "1", "2"]
    for name, values in history.history.items():
        assert [float(row[name]) for row in rows] == values
    network().fit(*data(), epochs=2, verbose=0, callbacks=[CSVLogger(path, separator=";", append=True)])
    assert path.read_text(encoding="utf-8").splitlines()[4].startswith("0;")
    network().fit(*data(), epochs=2, verbose=0, callbacks=[CSVLogger(path)])
    assert len(path.read_text(encoding="utf-8").splitlines()) == 3


def test_a_training_that_never_starts_leaves_the_sheet_alone(tmp_path: Path) -> None:
    path = tmp_path / "treino.csv"
    path.write_text("o de ontem\n", encoding="utf-8")
    with pytest.raises(ValueError):
        network().fit(*data(), epochs=2, verbose=0, callbacks=[CSVLogger(path)], validation_data=(np.ones((2, 7)), [1]))
    assert path.read_text(encoding="utf-8") == "o de ontem\n"


def test_the_history_keeps_one_number_per_epoch() -> None:
    history = History()
    assert run(history, [3, 2, 1]).stop_training is False
    assert history.epoch == [0, 1, 2] and history.history == {"loss": [9.0] * 3, "val_loss": [3, 2, 1]}


class Dies(Callback):
    """Derruba o treino no começo de uma época."""

    def __init__(self, epoch: int) -> None:
        self.epoch = epoch

    def on_epoch_begin(self, epoch: int) -> None:
        if epoch == self.epoch:
            raise KeyboardInterrupt


def callbacks(folder: Path) -> list[Callback]:
    return [
        EarlyStopping("loss", patience=2, restore_best_weights=True),
        ModelCheckpoint(folder / "melhor", "loss", save_best_only=True),
        LearningRateScheduler(lambda epoch, rate: rate * (1.5 if epoch < 4 else 40)),
    ]


@pytest.mark.parametrize("death", [1, 2, 3, 4, 5, 6, 7, 8])
def test_an_interrupted_training_remembers_what_its_callbacks_did(death: int, tmp_path: Path) -> None:
    """A taxa explode na época 4, a perda piora, e o treino para antes da hora, com os pesos da melhor época."""
    whole, parts = tmp_path / "inteiro", tmp_path / "partes"
    whole.mkdir()
    parts.mkdir()
    alone = network(SGD(0.5))
    history = alone.fit(*data(), batch_size=8, epochs=12, verbose=0, callbacks=callbacks(whole)).history
    assert 5 < len(history["loss"]) < 12
    options: dict[str, Any] = {"batch_size": 8, "epochs": 12, "verbose": 0, "checkpoint": parts / "c"}
    with suppress(KeyboardInterrupt):
        network(SGD(0.5)).fit(*data(), callbacks=[*callbacks(parts), Dies(death)], **options)
    model = network(SGD(0.5), seed=9)
    assert model.fit(*data(), callbacks=callbacks(parts), **options).history == history
    assert [w.tolist() for w in model.get_weights()] == [w.tolist() for w in alone.get_weights()]
    assert (parts / "melhor").read_bytes() == (whole / "melhor").read_bytes()
