"""Guardar e reler: os mesmos bits de volta, nada pela metade, e um treino morto que continua como se não fosse."""

import json
import multiprocessing
import os
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
from reference.networks.layers import Dense
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


@pytest.mark.parametrize("damage", ["cortado", "vazio", "texto", "cabeçalho", "deslocamento", "forma"])
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
            assert values(Sequential.load(tmp_path / "fim")) == weights
            path.unlink()
        assert process.exitcode in (0, -signal.SIGKILL)
        deaths += deaths == 20 or process.exitcode != 0
