"""Treino em mais de um processo: a mesma conta repartida, os mesmos números, e ninguém fica para trás."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import numpy
import pytest

import reference as np
from reference.networks.callbacks import Callback
from reference.networks.layers import Dense, Layer
from reference.networks.normalization import BatchNormalization
from reference.networks.sequential import Sequential
from reference.networks.workers import Team, combine, shares
from reference.random import RandomState

ROOT = Path(__file__).parents[2]
MAIN = os.getpid()
FORKS = pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="não há fork aqui")
POSIX = pytest.mark.skipif(os.name != "posix", reason="sinais e /proc são do Linux")


def fitted(workers: int, m: int = 21, epochs: int = 3, optimizer: str = "adam") -> Sequential:
    random = RandomState(1)
    x, y = random.randn(m, 3), random.randint(0, 2, (m, 1)).astype("float64")
    model = Sequential([Dense(5, activation="tanh"), Dense(1, activation="sigmoid")], seed=0)
    model.compile(optimizer=optimizer, loss="binary_crossentropy", metrics=["accuracy"])
    model.log = model.fit(x, y, batch_size=4, epochs=epochs, verbose=0, workers=workers).history
    return model


def values(model: Sequential) -> list[Any]:
    return [w.tolist() for w in model.get_weights()]


@pytest.mark.parametrize("optimizer", ["sgd", "adam", "rmsprop"])
def test_the_work_is_shared_and_the_numbers_are_the_same(optimizer: str) -> None:
    """21 amostras em lotes de 4: o último lote tem uma só, e um dos processos fica sem nenhuma."""
    alone, two, again = fitted(1, optimizer=optimizer), fitted(2, optimizer=optimizer), fitted(2, optimizer=optimizer)
    assert values(two) == values(again)
    for ours, theirs in zip(values(two), values(alone), strict=True):
        numpy.testing.assert_allclose(ours, theirs, rtol=0, atol=1e-12)
    for name, measured in two.log.items():
        numpy.testing.assert_allclose(measured, alone.log[name], rtol=0, atol=1e-12)


def test_three_processes() -> None:
    for ours, theirs in zip(values(fitted(3)), values(fitted(1)), strict=True):
        numpy.testing.assert_allclose(ours, theirs, rtol=0, atol=1e-12)


def test_what_the_optimizer_remembers_comes_back_whole() -> None:
    two, alone = fitted(2), fitted(1)
    assert two.optimizer.iterations == alone.optimizer.iterations == 18
    for name, found in alone.optimizer.state.items():
        for ours, theirs in zip(two.optimizer.state[name], found, strict=True):
            numpy.testing.assert_allclose(np.asarray(ours).tolist(), np.asarray(theirs).tolist(), rtol=0, atol=1e-12)


def normalized(workers: int, m: int = 23) -> Sequential:
    """Uma época de lotes de 5, com a normalização logo na entrada: a média móvel não depende dos pesos."""
    random = RandomState(1)
    x, y = random.randn(m, 3) + 5.0, random.randint(0, 2, (m, 1)).astype("float64")
    model = Sequential([BatchNormalization(), Constant(), Dense(2, trainable=False), Dense(1)], seed=0)
    model.compile(optimizer="sgd", loss="mse")
    model.fit(x, y, batch_size=5, verbose=0, shuffle=False, workers=workers)
    return model


class Constant(Layer):
    """Uma camada que guarda um número que não se treina e não muda."""

    def build(self, shape: Any, random: RandomState) -> None:
        self.odd = self.add_weight("odd", (1,), "ones", random, trainable=False)
        self.odd.value = self.odd.value / 49

    def call(self, x: Any, training: bool = False) -> Any:
        return x * self.odd.value


def test_the_moving_averages_hear_every_process() -> None:
    """A média das médias das partes é a do lote; a das variâncias é a das partes, com que cada uma se normalizou."""
    alone, two, again = normalized(1), normalized(2), normalized(2)
    assert values(two) == values(again)
    mean, variance = (np.asarray(two.layers[0].weights[i].value) for i in (2, 3))
    numpy.testing.assert_allclose(mean.tolist(), values(alone)[2], rtol=0, atol=1e-12)
    x, expected = numpy.array((RandomState(1).randn(23, 3) + 5.0).tolist()), numpy.ones(3)
    for start in range(0, 23, 5):
        batch = x[start : start + 5]
        parts = [batch[first:last] for first, last in shares(len(batch), 2) if last > first]
        now = sum(len(part) * part.var(axis=0) for part in parts) / len(batch)
        expected = expected * 0.99 + now * 0.01
    numpy.testing.assert_allclose(variance.tolist(), expected, rtol=0, atol=1e-12)


def test_what_nobody_moves_stays_to_the_last_bit() -> None:
    """A média ponderada de dois números iguais pode diferir deles no último bit."""
    new = normalized(1, m=1)
    two = normalized(2)
    for i in (4, 5, 6):  # a constante e a camada congelada
        assert values(two)[i] == values(new)[i]


class Stops(Callback):
    """Um Ctrl-C no meio de uma época."""

    def __init__(self) -> None:
        self.seen = 0

    def on_train_batch_end(self, batch: int, logs: Any) -> None:
        self.seen += 1
        if self.seen == 9:
            self.weights = values(self.model)
            raise KeyboardInterrupt


def test_an_interruption_keeps_the_weights_of_the_last_batch_and_the_optimizer_of_the_last_epoch() -> None:
    """São seis lotes por época: no nono, a segunda vai a meio."""
    random, stops = RandomState(1), Stops()
    x, y = random.randn(21, 3), random.randint(0, 2, (21, 1)).astype("float64")
    model = Sequential([Dense(5, activation="tanh"), Dense(1, activation="sigmoid")], seed=0)
    model.compile(optimizer="adam", loss="binary_crossentropy")
    with pytest.raises(KeyboardInterrupt):
        model.fit(x, y, batch_size=4, epochs=3, verbose=0, workers=2, callbacks=[stops])
    whole = fitted(2, epochs=1)
    assert values(model) == stops.weights != values(whole)
    assert model.optimizer.iterations == 6
    for name, found in whole.optimizer.state.items():
        for ours, theirs in zip(model.optimizer.state[name], found, strict=True):
            assert np.asarray(ours).tolist() == np.asarray(theirs).tolist()


def test_an_interrupted_training_with_a_checkpoint_ends_in_the_same_bits(tmp_path: Path) -> None:
    random = RandomState(1)
    x, y = random.randn(21, 3), random.randint(0, 2, (21, 1)).astype("float64")

    def model() -> Sequential:
        fresh = Sequential([Dense(4), BatchNormalization(), Dense(1, activation="sigmoid")], seed=0)
        fresh.compile(optimizer="adam", loss="binary_crossentropy")
        return fresh

    whole, resumed = model(), model()
    whole.fit(x, y, batch_size=4, epochs=3, verbose=0, workers=2)
    options = {"batch_size": 4, "epochs": 3, "verbose": 0, "workers": 2, "checkpoint": tmp_path / "treino.safetensors"}
    with pytest.raises(KeyboardInterrupt):
        model().fit(x, y, callbacks=[Stops()], **options)
    stops = Stops()
    stops.seen = 99
    resumed.fit(x, y, callbacks=[stops], **options)
    assert values(resumed) == values(whole)


def test_no_one_is_left_when_the_training_ends() -> None:
    model = fitted(1)
    with Team(model, 3) as team:
        team.train_on_batch(np.ones((4, 3)), np.ones((4, 1)))
        processes = [process for process, _ in team.helpers]
        assert all(process.is_alive() for process in processes)
    assert [process.exitcode for process in processes] == [0, 0], "cada um terminou sozinho, ao ver que acabou"


def test_a_dead_helper_is_an_error_and_the_weights_stay() -> None:
    model = fitted(1)
    x, y = np.ones((4, 3)), np.ones((4, 1))
    with Team(model, 2) as team:
        team.train_on_batch(x, y)
        before = values(model)
        team.helpers[0][0].kill()
        team.helpers[0][0].join()
        with pytest.raises(RuntimeError, match="ajudantes morreu"):
            team.train_on_batch(x, y)
    assert values(model) == before


class Breaks(Layer):
    """Uma camada que falha num ajudante, e só nele."""

    problem: Exception

    def call(self, x: Any, training: bool = False) -> Any:
        if training and os.getpid() != MAIN:
            raise self.problem
        return x


class Unfriendly(Exception):
    """Um erro que não se deixa copiar de um processo a outro."""

    def __init__(self, place: str, number: int) -> None:
        super().__init__(f"{place}: {number}")


@FORKS
@pytest.mark.parametrize(
    ("problem", "kind", "words"),
    [
        (ValueError("a camada não gostou"), ValueError, "^a camada não gostou"),
        (FileNotFoundError(2, "não há", "mapa.txt"), FileNotFoundError, "mapa.txt"),
        (Unfriendly("aqui", 7), RuntimeError, "ajudante falhou com Unfriendly: aqui: 7"),
    ],
)
def test_what_fails_in_a_helper_is_told_as_it_is(problem: Exception, kind: type, words: str) -> None:
    layer = Breaks()
    layer.problem = problem
    model = Sequential([Dense(2), layer, Dense(1)], seed=0)
    model.compile(optimizer="adam", loss="mse")
    model.build((3,))
    before = values(model)
    with pytest.raises(kind, match=words) as caught:
        model.fit(np.ones((6, 3)), np.ones((6, 1)), batch_size=4, verbose=0, workers=2)
    assert values(model) == before and not multiprocessing.active_children()
    if kind is not RuntimeError:
        assert "raise self.problem" in caught.value.__notes__[0]


ENDLESS = """
import signal
import reference as np
from reference.networks.callbacks import Callback
from reference.networks.layers import Dense
from reference.networks.sequential import Sequential

class Says(Callback):
    epochs = 0

    def on_epoch_begin(self, epoch):
        self.epochs += 1

    def on_train_batch_end(self, batch, logs):
        if batch == 3 and self.epochs == 1:  # uma vez só: quem lê pode demorar mais que uma época
            import multiprocessing
            print(multiprocessing.active_children()[0].pid, flush=True)

signal.signal(signal.SIGINT, signal.default_int_handler)  # um teste posto em segundo plano nasce surdo ao Ctrl-C
model = Sequential([Dense(4), Dense(1)], seed=0)
model.compile(optimizer="adam", loss="mse")
try:
    x, y = np.ones((4000, 3)), np.ones((4000, 1))
    model.fit(x, y, batch_size=2, epochs=99, workers=2, verbose=0, callbacks=[Says()])
except KeyboardInterrupt:
    print("parou", flush=True)
"""


def is_running(pid: int) -> bool:
    """Se há um processo vivo (e não só à espera de ser esquecido) com esse número."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


@POSIX
@pytest.mark.parametrize("blow", [signal.SIGINT, signal.SIGKILL])
def test_no_orphan_after_an_interruption(blow: signal.Signals) -> None:
    command = [sys.executable, "-c", ENDLESS]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, start_new_session=True) as program:
        assert program.stdout is not None
        helper = int(program.stdout.readline())
        assert is_running(helper)
        if blow == signal.SIGINT:
            os.killpg(program.pid, blow)  # o Ctrl-C do terminal chega a todos
            assert program.stdout.readline() == "parou\n"
        else:
            program.kill()
        program.wait(timeout=20)
    for _ in range(100):
        if not is_running(helper):
            break
        time.sleep(0.1)
    assert not is_running(helper)


def test_shares_cover_everything_once() -> None:
    for n in range(12):
        for workers in range(1, 5):
            found = shares(n, workers)
            assert [i for start, stop in found for i in range(start, stop)] == list(range(n))
            sizes = [stop - start for start, stop in found]
            assert len(sizes) == workers and max(sizes) - min(sizes) <= 1 and sizes[0] == max(sizes)


def test_an_empty_share_does_not_count() -> None:
    assert combine([[np.array([3.0])], []], [2, 0])[0].tolist() == [3.0]


def test_no_process_is_a_bad_request() -> None:
    with pytest.raises(ValueError, match="ao menos um processo"):
        fitted(0)
