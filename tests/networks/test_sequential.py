"""A rede sequencial: os quatro passos do treino, os nomes do Keras, e os mesmos números em qualquer biblioteca."""

from typing import Any

import array_api_strict
import numpy
import pytest

import reference as np
from reference.gradients.derivative import derivative
from reference.gradients.sgd import SGD
from reference.networks import losses
from reference.networks.callbacks import Callback
from reference.networks.layers import Dense, Flatten, Input
from reference.networks.sequential import Sequential
from reference.random import RandomState

XOR = [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], [[0.0], [1.0], [1.0], [0.0]]


def spots(m: int = 40) -> tuple[list[list[float]], list[list[float]]]:
    """Pontos do plano e, de cada um, se os dois números têm o mesmo sinal."""
    points = RandomState(1).randn(m, 2).tolist()
    return points, [[float(a * b > 0)] for a, b in points]


def network(seed: int | None = 0, loss: str = "binary_crossentropy", optimizer: Any = "adam") -> Sequential:
    model = Sequential([Dense(6, activation="tanh"), Dense(1, activation="sigmoid")], seed=seed)
    model.compile(optimizer=optimizer, loss=loss, metrics=["accuracy"])
    return model


BUILDERS = {
    "reference": np.array,
    "numpy": numpy.array,
    "strict": lambda values: array_api_strict.asarray(values, device=array_api_strict.Device("device1")),
}


def trained(build: Any, optimizer: Any) -> list[float]:
    x, y = spots()
    model = network(optimizer=optimizer)
    return model.fit(build(x), build(y), batch_size=8, epochs=4, verbose=0).history["loss"]


@pytest.mark.parametrize("optimizer", ["sgd", "rmsprop", "adagrad", "adam", "adamw"])
@pytest.mark.parametrize("library", ["numpy", "strict"])
def test_the_same_losses_in_any_library(library: str, optimizer: str) -> None:
    """Quatro épocas de cinco lotes são vinte passos."""
    ours, theirs = trained(np.array, optimizer), trained(BUILDERS[library], optimizer)
    assert len(ours) == 4 and ours[-1] != ours[0]
    numpy.testing.assert_allclose(ours, theirs, rtol=0, atol=1e-12)


def test_a_network_moves_from_one_library_to_another() -> None:
    x, y = spots()
    model = network()
    model.fit(np.array(x), np.array(y), epochs=1, verbose=0)
    ours = model.predict(np.array(x)).tolist()
    theirs = model.predict(numpy.array(x))
    assert isinstance(theirs, numpy.ndarray) and isinstance(model.weights[0].value, numpy.ndarray)
    numpy.testing.assert_allclose(theirs, ours, rtol=1e-14)


def test_a_step_goes_down_the_slope_of_the_cost() -> None:
    """Com a descida simples de taxa 1, cada peso anda menos a derivada do custo, medida por diferenças."""
    x, y = np.array(XOR[0]), np.array(XOR[1])
    model = network(optimizer=SGD(1.0), loss="mse")
    model.build((2,))
    before = model.get_weights()

    def cost(place: int, index: tuple[int, ...], value: float) -> float:
        moved = [w.copy() for w in before]
        moved[place][index] = value
        model.set_weights(moved)
        return float(losses.cost(model.loss, y, model(x)).value)

    slopes = [
        (place, index, derivative(lambda v, p=place, i=index: cost(p, i, v), float(w[index])))
        for place, w in enumerate(before)
        for index in np.ndindex(*w.shape)
    ]
    model.set_weights(before)
    model.train_on_batch(x, y)
    for place, index, slope in slopes:
        found = float(before[place][index]) - float(model.get_weights()[place][index])
        assert found == pytest.approx(slope, rel=1e-6, abs=1e-9)


def test_xor_is_learned() -> None:
    x, y = np.array(XOR[0]), np.array(XOR[1])
    model = Sequential([Dense(4, activation="tanh"), Dense(1, activation="sigmoid")], seed=0)
    model.compile(optimizer=SGD(1.0, momentum=0.9), loss="binary_crossentropy", metrics=["accuracy"])
    history = model.fit(x, y, batch_size=4, epochs=200, verbose=0).history
    assert history["loss"][-1] < 0.05 < history["loss"][0]
    assert model.evaluate(x, y, verbose=0)[1] == 1.0


def test_the_same_seed_gives_the_same_network() -> None:
    x, y = (np.array(values) for values in spots())
    weights = []
    for seed in (3, 3, 4):
        model = network(seed)
        model.fit(x, y, batch_size=7, epochs=2, verbose=0)
        weights.append([w.tolist() for w in model.get_weights()])
    assert weights[0] == weights[1] != weights[2]


def test_every_sample_once_an_epoch_and_the_short_batch_weighs_less() -> None:
    x, y = np.arange(10.0).reshape((10, 1)), np.zeros((10, 1))
    model = Sequential([Dense(1, kernel_initializer="ones")], seed=0)
    model.compile(optimizer=SGD(0.0), loss="mse")
    model.fit(x, y, batch_size=4, epochs=1, verbose=0)
    assert model.optimizer.iterations == 3
    history = model.fit(x, y, batch_size=4, epochs=1, verbose=0).history
    assert history["loss"][0] == pytest.approx(sum(i * i for i in range(10)) / 10)
    assert model.evaluate(x, y, batch_size=4, verbose=0) == pytest.approx(28.5)


def test_validation_is_measured_and_not_learned() -> None:
    x, y = (np.array(values) for values in spots())
    split = network().fit(x, y, batch_size=8, epochs=2, validation_split=0.25, verbose=0)
    given = network().fit(x[:30], y[:30], batch_size=8, epochs=2, validation_data=(x[30:], y[30:]), verbose=0)
    assert split.history == given.history
    assert sorted(split.history) == ["accuracy", "loss", "val_accuracy", "val_loss"]


def test_callbacks_are_told_everything_in_order() -> None:
    told: list[Any] = []

    class Teller(Callback):
        def on_train_begin(self) -> None:
            told.append("treino")

        def on_epoch_begin(self, epoch: int) -> None:
            told.append(epoch)

        def on_train_batch_end(self, batch: int, logs: dict[str, float]) -> None:
            told.append("lote")

        def on_epoch_end(self, epoch: int, logs: dict[str, float]) -> None:
            told.append(sorted(logs))
            self.model.stop_training = epoch == 1

        def on_train_end(self) -> None:
            told.append("fim")

    x, y = (np.array(values) for values in spots(16))
    network().fit(x, y, batch_size=8, epochs=9, callbacks=[Teller()], verbose=0)
    epoch = ["lote", "lote", ["accuracy", "loss"]]
    assert told == ["treino", 0, *epoch, 1, *epoch, "fim"]


def test_the_same_calls_as_in_keras() -> None:
    model = Sequential()
    model.add(Input((28, 28)))
    model.add(Flatten())
    model.add(Dense(5, activation="relu"))
    model.add(Dense(3, activation="softmax"))
    assert model.count_params() == 784 * 5 + 5 + 5 * 3 + 3
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    x, y = RandomState(0).rand(6, 28, 28), np.array([0, 1, 2, 0, 1, 2])
    model.fit(x, y, epochs=2, batch_size=4, verbose=0)
    loss, accuracy = model.evaluate(x, y, verbose=0)
    assert loss > 0 and 0 <= accuracy <= 1
    answers = model.predict(x)
    assert answers.shape == (6, 3)
    assert np.allclose(answers.sum(axis=1), 1.0)


def test_the_summary_counts_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    model = Sequential([Dense(512, activation="relu", input_shape=(784,)), Dense(10, activation="softmax")])
    model.summary()
    printed = capsys.readouterr().out
    assert "401 920" in printed and "407 050" in printed
    assert model.count_params() == 407_050


@pytest.mark.parametrize("verbose", [0, 1, 2, "auto"])
def test_what_is_shown(verbose: Any, capsys: pytest.CaptureFixture[str]) -> None:
    x, y = (np.array(values) for values in spots(16))
    network().fit(x, y, batch_size=8, epochs=2, verbose=verbose)
    lines = capsys.readouterr().out.split("\n")[:-1]
    assert len(lines) == (0 if verbose == 0 else 4)
    if verbose:
        assert lines[0] == "Época 1/2" and "2/2" in lines[1] and "loss: 0." in lines[1]


def test_bad_requests_say_what_is_wrong() -> None:
    x, y = (np.array(values) for values in spots(16))
    model = Sequential([Dense(1)])
    with pytest.raises(ValueError, match="compile"):
        model.fit(x, y)
    with pytest.raises(ValueError, match="otimizador 'adan'"):
        model.compile(optimizer="adan", loss="mse")
    with pytest.raises(ValueError, match="perda 'mze'"):
        model.compile(loss="mze")
    with pytest.raises(ValueError, match="métrica"):
        model.compile(loss="mse", metrics=["acuracia"])
    model.compile(loss="mse")
    with pytest.raises(ValueError, match="um alvo por amostra"):
        model.fit(x, y[:3], verbose=0)
    with pytest.raises(ValueError, match="mesma forma"):
        model.fit(x, y.reshape((-1,)), verbose=0)
    model.predict(x)
    with pytest.raises(ValueError, match="set_weights"):
        model.set_weights([np.zeros((3, 1)), np.zeros(1)])
    with pytest.raises(ValueError, match="dense"):
        model.predict(np.zeros((2, 5)))


def test_none_means_the_usual() -> None:
    x, y = (np.array(values) for values in spots(16))
    model = Sequential([Dense(1)], seed=0)
    model.compile(optimizer="sgd", loss="mse", metrics=None)
    assert sorted(model.fit(x, y, callbacks=None, verbose=0).history) == ["loss"]
    for part in (0.01, 1.0, -0.5):
        with pytest.raises(ValueError, match=f"validation_split={part} de 16 amostras"):
            model.fit(x, y, validation_split=part, verbose=0)


def test_the_accuracy_that_the_shapes_ask_for() -> None:
    """Com a mesma perda, a acurácia de uma saída é de sim ou não, e a de várias é de classes, como no Keras."""
    x = np.eye(3)
    model = Sequential([Dense(3, kernel_initializer="ones")], seed=0)
    model.compile(loss="mse", metrics=["accuracy"])
    assert model.evaluate(x, np.array([[0.2, 0.1, 0.1]] * 3), verbose=0)[1] == 1.0
    assert model.evaluate(x, np.array([[0.1, 0.2, 0.1]] * 3), verbose=0)[1] == 0.0


def test_a_failed_fit_leaves_the_weights_as_they_were() -> None:
    x, y = (np.array(values) for values in spots(16))
    model = network()
    model.fit(x, y, epochs=1, verbose=0)
    before = [w.tolist() for w in model.get_weights()]
    with pytest.raises(ValueError):
        model.fit(x, np.zeros((16, 2)), epochs=1, verbose=0)
    assert [w.tolist() for w in model.get_weights()] == before
