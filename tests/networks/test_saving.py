"""Guardar e reler: os mesmos bits de volta, nada pela metade, e um treino morto que continua como se não fosse."""

import importlib
import json
import multiprocessing
import os
import pkgutil
import random
import signal
import struct
import tempfile
import time
import warnings
from pathlib import Path
from typing import Any

import numpy
import pytest

import reference as np
import reference.networks
from reference.networks.layers import Dense, Layer
from reference.networks.saving import read_tensors, write_tensors
from reference.networks.sequential import Sequential
from reference.random import RandomState

KINDS = ["float64", "float32", "int64", "int32", "int16", "int8", "uint64", "uint32", "uint16", "uint8", "bool"]


def network(seed: int = 0, units: int = 4) -> Sequential:
    model = Sequential([Dense(units, activation="tanh"), Dense(1, activation="sigmoid")], seed=seed)
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model


def data() -> tuple[Any, Any]:
    rng = RandomState(1)
    return rng.randn(24, 3), rng.randint(0, 2, (24, 1)).astype("float64")


def values(model: Sequential) -> list[Any]:
    return [w.tolist() for w in model.get_weights()]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("build", [np.array, numpy.array], ids=["reference", "numpy"])
def test_every_type_comes_back_bit_by_bit(kind: str, build: Any, tmp_path: Path) -> None:
    x = build([[0, 1, 1], [1, 0, 1]], dtype=kind)
    special = build([0.1, -0.0, float("inf"), 1e-310]) if kind == "float64" else x
    write_tensors(tmp_path / "t", {"x": x, "y": special, "nada": build([], dtype=kind)}, {"ação": "€"})
    found, metadata = read_tensors(tmp_path / "t")
    assert metadata == {"ação": "€"} and sorted(found) == ["nada", "x", "y"]
    assert str(found["x"].dtype) == kind and found["x"].shape == (2, 3) and found["nada"].shape == (0,)
    assert found["x"].tobytes() == x.tobytes() and found["y"].tobytes() == special.tobytes()


def test_the_file_is_what_the_format_says(tmp_path: Path) -> None:
    write_tensors(tmp_path / "t", {"w": np.array([[1.0, 2.0]])}, {})
    raw = (tmp_path / "t").read_bytes()
    (length,) = struct.unpack("<Q", raw[:8])
    header = json.loads(raw[8 : 8 + length])
    assert length % 8 == 0
    assert header["w"] == {"dtype": "F64", "shape": [1, 2], "data_offsets": [0, 16]}
    assert raw[8 + length :] == struct.pack("<2d", 1.0, 2.0)


def test_a_network_comes_back_and_answers_the_same(tmp_path: Path) -> None:
    x, y = data()
    model = network()
    model.fit(x, y, epochs=2, verbose=0)
    model.save(tmp_path / "rede.safetensors")
    again = Sequential.load(tmp_path / "rede.safetensors")
    assert values(again) == values(model)
    assert again.predict(x).tolist() == model.predict(x).tolist()
    assert os.listdir(tmp_path) == ["rede.safetensors"]


def test_the_safetensors_package_reads_and_writes_the_same(tmp_path: Path) -> None:
    theirs = pytest.importorskip("safetensors.numpy")
    x = {"a": numpy.arange(6.0).reshape(2, 3), "b": numpy.array([True, False]), "c": numpy.arange(3, dtype="uint16")}
    write_tensors(tmp_path / "nosso", x, {"autor": "nós"})
    for name, found in theirs.load_file(tmp_path / "nosso").items():
        assert found.dtype == x[name].dtype and found.tolist() == x[name].tolist()
    theirs.save_file(x, tmp_path / "deles", {"autor": "eles"})
    read, metadata = read_tensors(tmp_path / "deles")
    assert {name: t.tolist() for name, t in read.items()} == {name: t.tolist() for name, t in x.items()}
    assert metadata == {"autor": "eles"}


def test_what_the_safetensors_package_wrote_is_read(tmp_path: Path) -> None:
    """Os bytes que a biblioteca `safetensors` 0.8.0 escreveu para `a`, [[1, 2]] em float32, e `b`, [7]."""
    (tmp_path / "t").write_bytes(
        b'\x90\x00\x00\x00\x00\x00\x00\x00{"__metadata__":{"format":"pt"},"b":{"dtype":"I64","shape":[1],'
        b'"data_offsets":[0,8]},"a":{"dtype":"F32","shape":[1,2],"data_offsets":[8,16]}}   '
        b"\x07\x00\x00\x00\x00\x00\x00\x00\x00\x00\x80?\x00\x00\x00@"
    )
    found, metadata = read_tensors(tmp_path / "t")
    assert metadata == {"format": "pt"} and str(found["a"].dtype) == "float32"
    assert found["a"].tolist() == [[1.0, 2.0]] and found["b"].tolist() == [7]


# Como se faz uma camada de cada tipo, e a forma de uma amostra que ela recebe.
EXAMPLES: dict[str, tuple[dict[str, Any], tuple[int, ...]]] = {
    "Activation": ({"activation": "relu"}, (3,)),
    "AveragePooling2D": ({}, (4, 4, 2)),
    "BatchNormalization": ({}, (3,)),
    "Conv2D": ({"filters": 2, "kernel_size": [3, 3], "activation": "relu"}, (5, 5, 1)),
    "Dense": ({"units": 2, "activation": "tanh", "use_bias": False, "kernel_initializer": "he_normal"}, (3,)),
    "Dropout": ({"rate": 0.25}, (3,)),
    "Embedding": ({"input_dim": 5, "output_dim": 2}, (3,)),
    "Flatten": ({"trainable": False}, (2, 3)),
    "GRU": ({"units": 2}, (4, 3)),
    "Input": ({"shape": (3,)}, (3,)),
    "LSTM": ({"units": 2, "return_sequences": True}, (4, 3)),
    "MaxPooling2D": ({"pool_size": (2, 1)}, (4, 4, 2)),
    "SimpleRNN": ({"units": 2}, (4, 3)),
    "SparseDense": ({"units": 2, "mask": [[1.0, 0.0], [1.0, 1.0], [0.0, 1.0]]}, (3,)),
}


def kinds() -> list[str]:
    """As camadas do pacote, menos as que só servem de base a outras."""
    for module in pkgutil.iter_modules(reference.networks.__path__, "reference.networks."):
        importlib.import_module(module.name)
    ours = {name: kind for name, kind in Layer.kinds.items() if kind.__module__.startswith("reference.")}
    bases = {base.__name__ for kind in ours.values() for base in kind.__mro__[1:]}
    return sorted({name for name in ours if name not in bases} | {"Dense"})


@pytest.mark.parametrize("name", kinds())
def test_every_layer_comes_back_from_its_description(name: str, tmp_path: Path) -> None:
    assert name in EXAMPLES, f"diga em EXAMPLES como se faz uma camada {name}"
    options, shape = EXAMPLES[name]
    model = Sequential([Layer.kinds[name](**options, name="camada")], seed=0)
    model.build(shape)
    model.save(tmp_path / "c")
    again = Sequential.load(tmp_path / "c")
    layer, copy = model.layers[0], again.layers[0]
    assert type(copy) is type(layer) and copy.name == "camada"
    assert json.dumps(copy.get_config()) == json.dumps(layer.get_config())
    for option, value in options.items():
        assert json.dumps(layer.get_config()[option]) == json.dumps(value)
    assert values(again) == values(model)
    x = RandomState(2).randint(0, 5, (6, *shape)).astype("int64" if name == "Embedding" else "float64")
    assert again.predict(x).tolist() == model.predict(x).tolist()


def test_what_cannot_be_described_is_told(tmp_path: Path) -> None:
    network().save(tmp_path / "c")
    before = (tmp_path / "c").read_bytes()
    model = Sequential([Dense(1, kernel_initializer=lambda shape, random: np.ones(shape))])
    with pytest.raises(TypeError, match="não se escreve em JSON"):
        model.save(tmp_path / "c")
    assert (tmp_path / "c").read_bytes() == before
    model.compile(optimizer="sgd", loss="mse")
    model.fit(*data(), verbose=0, checkpoint=tmp_path / "treino")  # um treino não precisa ser descrito
    assert model.fit(*data(), epochs=2, verbose=0, checkpoint=tmp_path / "treino").epoch == [0, 1]


def test_a_layer_nobody_defined_is_told(tmp_path: Path) -> None:
    plan = {"name": "rede", "input_shape": None, "layers": [{"class": "Mágica", "config": {}}]}
    write_tensors(tmp_path / "c", {}, {"architecture": json.dumps(plan)})
    with pytest.raises(ValueError, match=r"não guarda uma rede inteira \(não há camada Mágica; importe"):
        Sequential.load(tmp_path / "c")


@pytest.mark.parametrize(
    "plan", ["[", "[]", "{}", '{"layers": 3}', '{"name": "x", "input_shape": [3], "layers": [{"class": "Dense"}]}']
)
def test_a_broken_description_is_told(plan: str, tmp_path: Path) -> None:
    write_tensors(tmp_path / "c", {}, {"architecture": plan})
    with pytest.raises(ValueError, match="não guarda uma rede inteira"):
        Sequential.load(tmp_path / "c")
    write_tensors(tmp_path / "w", {"weights/0": np.ones((3, 5))}, {"architecture": json.dumps(PLAN)})
    with pytest.raises(ValueError, match=r"não guarda uma rede inteira .*as formas são"):
        Sequential.load(tmp_path / "w")


PLAN = {"name": "x", "input_shape": [3], "layers": [{"class": "Dense", "config": {"units": 4, "use_bias": False}}]}
DAMAGES = ["cortado", "vazio", "texto", "cabeçalho", "deslocamento", "forma", "negativa", "tipo", "lista", "poço"]


def with_header(text: bytes) -> bytes:
    return struct.pack("<Q", len(text)) + text


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_told_and_nothing_changes(damage: str, tmp_path: Path) -> None:
    path = tmp_path / "rede.safetensors"
    model = network()
    model.fit(*data(), epochs=1, verbose=0)
    model.save(path)
    raw = path.read_bytes()
    path.write_bytes(
        {
            "cortado": raw[:-3],
            "vazio": b"",
            "texto": b"isto nao e uma rede, e um texto qualquer",
            "cabeçalho": struct.pack("<Q", 1 << 60) + raw[8:],
            "deslocamento": raw.replace(b"[0, 96]", b"[8, 96]"),
            "forma": raw.replace(b"[3, 4]", b"[3, 5]"),
            "negativa": with_header(b'{"w":{"dtype":"F64","shape":[-1,-2],"data_offsets":[0,16]}}') + bytes(16),
            "tipo": raw.replace(b"F64", b"Q64"),
            "lista": with_header(b"[1, 2]  "),
            "poço": with_header(b"[" * 100_000),
        }[damage]
    )
    before = values(model)
    with pytest.raises(ValueError, match="não é um arquivo safetensors inteiro"):
        Sequential.load(path)
    with pytest.raises(ValueError, match="não é um arquivo safetensors inteiro"):
        model.fit(*data(), epochs=2, verbose=0, checkpoint=path)
    assert values(model) == before


def test_a_file_of_something_else_is_told(tmp_path: Path) -> None:
    write_tensors(tmp_path / "t", {"w": np.array([1.0])}, {})
    with pytest.raises(ValueError, match="falta a arquitetura"):
        Sequential.load(tmp_path / "t")
    network().fit(*data(), epochs=1, verbose=0, checkpoint=tmp_path / "c")
    with pytest.raises(ValueError, match="não guarda o treino desta rede"):
        network(units=5).fit(*data(), epochs=1, verbose=0, checkpoint=tmp_path / "c")


def test_what_was_there_stays_when_the_writing_fails(tmp_path: Path) -> None:
    write_tensors(tmp_path / "t", {"w": np.array([1.0])}, {})
    with pytest.raises(TypeError, match="de tipo object"):
        write_tensors(tmp_path / "t", {"w": np.array([None])}, {})
    assert read_tensors(tmp_path / "t")[0]["w"].tolist() == [1.0]
    assert os.listdir(tmp_path) == ["t"]


@pytest.mark.parametrize("problem", [OSError("disco cheio"), KeyboardInterrupt()])
def test_what_was_there_stays_when_the_disk_fails(
    problem: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(descriptor: int) -> None:
        raise problem

    model = network()
    model.fit(*data(), epochs=1, verbose=0, checkpoint=tmp_path / "c")
    before = (tmp_path / "c").read_bytes()
    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(type(problem)):
        model.fit(*data(), epochs=2, verbose=0, checkpoint=tmp_path / "c")
    assert (tmp_path / "c").read_bytes() == before
    assert os.listdir(tmp_path) == ["c"]


def test_what_a_killed_writing_left_is_swept_away(tmp_path: Path) -> None:
    for name in ("c.123.tmp", "c.tmp", "outro.123.tmp"):
        (tmp_path / name).write_text("pela metade", encoding="utf-8")
    write_tensors(tmp_path / "c", {}, {})
    assert sorted(os.listdir(tmp_path)) == ["c", "c.tmp", "outro.123.tmp"]


def test_a_training_goes_on_only_with_the_same_network_and_optimizer(tmp_path: Path) -> None:
    network().fit(*data(), epochs=1, verbose=0, checkpoint=tmp_path / "c")
    model = network()
    model.compile(optimizer="sgd", loss="binary_crossentropy")
    model.build((3,))
    before = values(model)
    with pytest.raises(ValueError, match="não guarda o treino desta rede"):
        model.fit(*data(), epochs=2, verbose=0, checkpoint=tmp_path / "c")
    network().save(tmp_path / "rede")
    with pytest.raises(ValueError, match="não guarda o treino desta rede"):
        model.fit(*data(), epochs=2, verbose=0, checkpoint=tmp_path / "rede")
    assert values(model) == before


@pytest.mark.parametrize("kind", ["float32", "float64"])
def test_a_numpy_training_goes_on_in_numpy_bit_by_bit(kind: str, tmp_path: Path) -> None:
    x, y = (numpy.array(t.tolist(), dtype=kind) for t in data())
    whole = network()
    whole.fit(x, y, epochs=4, verbose=0)
    network().fit(x, y, epochs=2, verbose=0, checkpoint=tmp_path / "c")
    model = network(seed=5)
    model.fit(x, y, epochs=4, verbose=0, checkpoint=tmp_path / "c")
    for ours, theirs in zip(model.get_weights(), whole.get_weights(), strict=True):
        assert isinstance(ours, numpy.ndarray) and ours.dtype == kind and ours.tobytes() == theirs.tobytes()


@pytest.mark.parametrize("workers", [1, 2])
def test_a_training_in_two_parts_ends_as_one_in_one_part(workers: int, tmp_path: Path) -> None:
    x, y = data()
    whole = network()
    log = whole.fit(x, y, batch_size=5, epochs=4, verbose=0, workers=workers).history
    first = network()
    first.fit(x, y, batch_size=5, epochs=2, verbose=0, workers=workers, checkpoint=tmp_path / "c")
    second = network(seed=99)
    history = second.fit(x, y, batch_size=5, epochs=4, verbose=0, workers=workers, checkpoint=tmp_path / "c")
    assert values(second) == values(whole)
    assert history.history == log and history.epoch == [0, 1, 2, 3]


@pytest.fixture(scope="module")
def whole() -> tuple[Any, float]:
    """O treino sem interrupção: os pesos do fim, e quanto tempo ele leva."""
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        model = big()
        model.fit(*data(), batch_size=24, epochs=EPOCHS, verbose=0, checkpoint=Path(folder) / "c")
    return values(model), time.monotonic() - start


EPOCHS = 30


def big() -> Sequential:
    """Muitos pesos e poucas contas: um bom pedaço do tempo vai em escrever o arquivo."""
    return network(units=500)


def train_to(path: Path) -> None:
    """O que o processo a ser morto faz; no fim, deixa os pesos num arquivo ao lado."""
    model = big()
    model.fit(*data(), batch_size=24, epochs=EPOCHS, verbose=0, checkpoint=path)
    model.save(path.with_name("fim"))


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="kill -9 é do Unix")
def test_killed_at_random_and_resumed_it_ends_with_the_same_bits(tmp_path: Path, whole: tuple[Any, float]) -> None:
    """Vinte mortes, em momentos sorteados; o treino é retomado até terminar.

    Cada processo nasce por `fork`, que não espera o Python começar. Se um termina antes da sua hora, os pesos são
    conferidos e o treino começa outra vez.
    """
    weights, seconds = whole
    path, moments, deaths = tmp_path / "c", random.Random(0), 0
    fork = multiprocessing.get_context("fork")
    while deaths <= 20:
        process = fork.Process(target=train_to, args=(path,))
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", "This process .* is multi-threaded", DeprecationWarning)
            process.start()
        process.join(moments.uniform(0, seconds / 12) if deaths < 20 else None)
        process.kill()
        process.join()
        if path.exists():
            read_tensors(path)  # inteiro, sempre
        if process.exitcode == 0:
            assert sorted(os.listdir(tmp_path)) == ["c", "fim"]
            assert values(Sequential.load(tmp_path / "fim")) == weights
            path.unlink()
        assert process.exitcode in (0, -signal.SIGKILL)
        deaths += deaths == 20 or process.exitcode != 0
