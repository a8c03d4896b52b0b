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
from reference.networks.layers import Dense, Layer
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
import sys
import reference as np
from reference.networks.callbacks import Callback
from reference.networks.layers import Dense
from reference.networks.sequential import Sequential

class Says(Callback):
    def on_train_batch_end(self, batch, logs):
        if batch == 3:
            import multiprocessing
            print(multiprocessing.active_children()[0].pid, flush=True)

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
