"""A mesma rede em toda parte: um objeto só treina com tensores de seis bibliotecas, e as perdas são as mesmas.

O NumPy e o array-api-strict (noutro dispositivo, e sem formas que dependem dos dados) estão sempre aqui; o PyTorch, o
JAX e o Dask, onde estiverem instalados, com o `array_api_compat`.
"""

import json
import math
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

import array_api_strict
import numpy
import pytest

import reference as np
from reference.data.augmentation import add_noise
from reference.data.labels import to_categorical
from reference.gradients import functions
from reference.gradients.adaptive import SparseAdam
from reference.gradients.functions import sum as total
from reference.gradients.graph import Variable
from reference.gradients.sgd import SGD
from reference.networks import metrics
from reference.networks.convolution import Conv2D
from reference.networks.embedding import Embedding
from reference.networks.layers import Dense, Dropout, Flatten, Layer
from reference.networks.normalization import BatchNormalization
from reference.networks.pooling import AveragePooling2D, MaxPooling2D
from reference.networks.recurrent import GRU, LSTM, SimpleRNN
from reference.networks.sequential import Sequential
from reference.networks.sparse import SparseDense
from reference.operations.namespaces import array_namespace, device_of, nested_list
from reference.random import RandomState
from tests.elsewhere.arrays import BUILDERS, NEEDED
from tests.gradients import cases as gates
from tests.networks import peers

Build = Callable[[Any], Any]
THEIRS = [name for name in BUILDERS if name != "reference"]


@pytest.fixture(params=THEIRS)
def build(request: pytest.FixtureRequest) -> Iterator[Build]:
    """Como se faz um tensor da biblioteca; sem ela, o teste não roda."""
    for package in (request.param, *NEEDED.get(request.param, ())):
        pytest.importorskip(package)
    if request.param == "torch":
        torch = import_module("torch")
        kind, _ = torch.get_default_dtype(), torch.set_default_dtype(torch.float64)
        yield BUILDERS["torch"]
        torch.set_default_dtype(kind)
    else:
        with array_api_strict.ArrayAPIStrictFlags(data_dependent_shapes=False):
            yield BUILDERS[request.param]


class Case(NamedTuple):
    """Uma rede, dados que ela entende, e por quantas épocas de cinco lotes treinar."""

    layers: Callable[[], list[Layer]]
    x: Any
    y: Any
    loss: str
    optimizer: Any = "adam"
    epochs: int = 4


DRAWN = RandomState(1)
POINTS, IMAGES, SERIES = (DRAWN.randn(40, *shape).tolist() for shape in ((8,), (6, 6, 1), (3, 2)))
WORDS, LABELS = DRAWN.randint(0, 7, (40, 4)).tolist(), DRAWN.randint(0, 3, 40).tolist()
ONE_HOT = numpy.eye(3)[LABELS].tolist()
SPARSE = "sparse_categorical_crossentropy"


def answer() -> Dense:
    return Dense(3, activation="softmax")


def dense() -> list[Layer]:
    return [Dense(6, activation="relu", kernel_regularizer="l2"), Dropout(0.3), BatchNormalization(), answer()]


def convolutional() -> list[Layer]:
    pools = [MaxPooling2D(2), AveragePooling2D(2, strides=1, padding="same")]
    return [Conv2D(3, 3, padding="same", activation="relu"), BatchNormalization(), *pools, Flatten(), answer()]


def masked() -> list[Layer]:
    return [SparseDense(4, mask=[[1, 0, 0, 1]] * 8, activation="elu"), answer()]


def pair() -> list[Layer]:
    return [Dense(3, activation="tanh"), answer()]


CASES = {
    "dense": Case(dense, POINTS, ONE_HOT, "categorical_crossentropy"),
    "convolution": Case(convolutional, IMAGES, LABELS, SPARSE),
    "embedding": Case(lambda: [Embedding(7, 4), Flatten(), answer()], WORDS, LABELS, SPARSE, SparseAdam),
    "mask": Case(masked, POINTS, ONE_HOT, "huber", "adagrad"),
    "rmsprop": Case(pair, POINTS, ONE_HOT, "mse", "rmsprop"),
    "adamw": Case(pair, POINTS, ONE_HOT, "binary_crossentropy", "adamw"),
    "nesterov": Case(pair, POINTS, ONE_HOT, "mae", lambda: SGD(0.1, momentum=0.9, nesterov=True)),
    "simple": Case(lambda: [SimpleRNN(4), answer()], SERIES, ONE_HOT, "mse", epochs=1),
    "lstm": Case(lambda: [LSTM(3, return_sequences=True), Flatten(), answer()], SERIES, ONE_HOT, "mse", epochs=1),
    "gru": Case(lambda: [GRU(3), answer()], SERIES, ONE_HOT, "mse", epochs=1),
}


def numbers(x: Any) -> numpy.ndarray:
    return numpy.asarray(nested_list(x))


def close(ours: Any, theirs: Any) -> None:
    numpy.testing.assert_allclose(ours, theirs, rtol=0, atol=1e-12)


def network(case: Case) -> Sequential:
    model = Sequential(case.layers(), seed=0)
    optimizer = case.optimizer if isinstance(case.optimizer, str) else case.optimizer()
    model.compile(optimizer, case.loss, metrics=["accuracy"])
    return model


def run(case: Case, build: Build) -> dict[str, Any]:
    """As medidas do treino, a de depois dele, as respostas e os pesos."""
    x, y, model = build(case.x), build(case.y), network(case)
    history = model.fit(x, y, batch_size=8, epochs=case.epochs, validation_data=(x, y), verbose=0).history
    answers, weights = model.predict(x), model.get_weights()
    assert type(answers) is type(x) and {type(w) for w in weights} == {type(x)}
    assert len({w.dtype for w in weights} | {answers.dtype}) == 1 and "float64" in str(answers.dtype)
    kept = {"answers": answers, **{str(i): w for i, w in enumerate(weights)}}
    return {**history, "evaluated": model.evaluate(x, y, verbose=0), **{k: numbers(v) for k, v in kept.items()}}


@cache
def with_our_tensors(name: str) -> dict[str, Any]:
    return run(CASES[name], np.array)


@pytest.mark.parametrize("name", CASES)
def test_the_same_training(name: str, build: Build) -> None:
    """Vinte passos (cinco, nas recorrentes): perdas, métricas, respostas e pesos iguais a menos de 1e-12."""
    ours, theirs = with_our_tensors(name), run(CASES[name], build)
    assert len(ours["loss"]) == CASES[name].epochs and ours.keys() == theirs.keys()
    for key, found in ours.items():
        close(found, theirs[key])


def test_a_network_goes_there_and_comes_back(build: Build, tmp_path: Path) -> None:
    """Começa aqui, continua lá, é guardada, e responde aqui o que respondia lá; como se nunca tivesse saído."""
    case, path = CASES["dense"], tmp_path / "rede.safetensors"
    (x, y), (their_x, their_y) = ([make(numbers) for numbers in (case.x, case.y)] for make in (np.array, build))
    stayed, moved = network(case), network(case)
    for model, data in ((stayed, (x, y)), (moved, (their_x, their_y))):
        model.fit(x, y, batch_size=20, verbose=0)
        model.fit(*data, batch_size=20, verbose=0)
    moved.save(path)
    close(numbers(Sequential.load(path).predict(x)), numbers(stayed.predict(x)))
    close(numbers(moved.predict(their_x)), numbers(stayed.predict(x)))


def test_a_training_taken_up_again(build: Build, tmp_path: Path) -> None:
    """Interrompido e retomado do arquivo, o treino acaba nos mesmos pesos, bit por bit."""
    case, path = CASES["dense"], tmp_path / "treino.safetensors"
    x, y = build(case.x), build(case.y)
    whole, first, second = network(case), network(case), network(case)
    whole.fit(x, y, batch_size=20, epochs=3, verbose=0)
    first.fit(x, y, batch_size=20, epochs=1, verbose=0, checkpoint=path)
    second.fit(x, y, batch_size=20, epochs=3, verbose=0, checkpoint=path)
    for a, b in zip(whole.get_weights(), second.get_weights(), strict=True):
        assert (numbers(a) == numbers(b)).all()


def test_every_activation_and_loss(build: Build) -> None:
    """Valores e gradientes são os do PyTorch e do Keras, guardados."""
    peers.check_stored(peers.OURS, build)


def test_every_gate(build: Build) -> None:
    """Valores e gradientes são os do JAX, guardados, e os gradientes moram onde moram os valores."""
    stored = json.loads(gates.EXPECTED.read_text(encoding="utf-8"))
    facade = SimpleNamespace(**vars(functions))
    facade.take = lambda x, rows: functions.take(x, build(rows))
    for name, (case, inputs) in gates.CASES.items():
        variables = [Variable(build(x) if isinstance(x, list) else x) for x in inputs]
        output = case(facade, *variables)
        start = numpy.reshape(gates.upstream(output.shape, math.prod(output.shape)), output.shape).tolist()
        output.backward(build(start) if output.shape else start)
        close(numbers(output.value).ravel(), stored[name][0])
        for variable, expected in zip(variables, stored[name][1], strict=True):
            found, value = variable.grad, variable.value
            close(numbers(found).ravel(), expected)
            if variable.shape:
                assert type(found) is type(value) and found.dtype == value.dtype
                assert device_of(found) == device_of(value)


def test_metrics(build: Build) -> None:
    scores, one_hot, labels = build(POINTS), build(numpy.eye(8)[WORDS[0] * 10].tolist()), build(WORDS[0] * 10)
    ours = np.array(POINTS), np.eye(8)[WORDS[0] * 10], np.array(WORDS[0] * 10)
    for name in ("categorical_accuracy", "top_k_categorical_accuracy"):
        metric = metrics.METRICS[name]
        close(numbers(metric(one_hot, scores)), numbers(metric(ours[1], ours[0])))
    for name in ("sparse_categorical_accuracy", "sparse_top_k_categorical_accuracy"):
        metric = metrics.METRICS[name]
        close(numbers(metric(labels, scores)), numbers(metric(ours[2], ours[0])))
    said, theirs = np.argmax(ours[0], axis=1), array_namespace(scores).argmax(scores, axis=1)
    for measure in (metrics.confusion_matrix, metrics.precision, metrics.recall, metrics.f1_score):
        assert measure(labels, theirs, 8).tolist() == measure(ours[2], said, 8).tolist()


def test_preparing_the_data(build: Build) -> None:
    assert numbers(to_categorical(build(LABELS), 3)).tolist() == ONE_HOT
    pictures = numpy.clip(IMAGES, 0.0, 1.0).reshape(40, 6, 6).tolist()
    close(numbers(add_noise(build(pictures), seed=3)), numbers(add_noise(np.array(pictures), seed=3)))
    x = Variable(build(POINTS))
    total(x * x).backward()
    close(numbers(x.grad), 2 * numpy.array(POINTS))


def test_dask_computes_once_and_leaves_nothing_for_later() -> None:
    """Cada lote se busca uma vez; depois do passo, pesos e memória do otimizador são números, e não promessas."""
    pytest.importorskip("array_api_compat")
    da, config = pytest.importorskip("dask.array"), import_module("dask").config
    fetched, pieces, epochs = [], 3, 2

    def piece(block_id: tuple[int, ...]) -> numpy.ndarray:
        fetched.append(block_id[0])
        return numpy.random.default_rng(block_id[0]).random((8, 4))

    x = da.map_blocks(piece, chunks=((8,) * pieces, 4), dtype=float, meta=numpy.empty((0, 0)))
    y = da.zeros((8 * pieces, 2), chunks=(8, 2))
    model = Sequential([Dense(3, activation="tanh"), BatchNormalization(), Dense(2)], seed=0)
    model.compile(optimizer="adam", loss="mse", metrics=["accuracy"])
    with config.set(scheduler="synchronous"):
        model.fit(x, y, batch_size=8, epochs=epochs, shuffle=False, verbose=0)
        assert fetched == [*range(pieces)] * epochs
        model.evaluate(x, y, batch_size=8, verbose=0)
        assert fetched == [*range(pieces)] * (epochs + 1)
    for value in [*model.get_weights(), *(x for state in model.optimizer.memory for x in state)]:
        assert len(value.__dask_graph__()) == value.npartitions
