"""Guardar e reler: os mesmos bits de volta, nada pela metade, e um treino morto que continua como se não fosse."""

import json
import os
import random
import signal
import struct
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import numpy
import pytest

import reference as np
from reference.networks.layers import Dense
from reference.networks.saving import read_tensors, write_tensors
from reference.networks.sequential import Sequential
from reference.random import RandomState

ROOT = Path(__file__).parents[2]
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


PROGRAM = """
import sys
sys.path.insert(0, {root!r})
from tests.networks.test_saving import data, network
model = network()
print("pronto", flush=True)
model.fit(*data(), batch_size=2, epochs=12, verbose=0, checkpoint=sys.argv[1])
print(values := [w.tolist() for w in model.get_weights()], flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="kill -9 é do Unix")
def test_killed_at_random_and_resumed_it_ends_with_the_same_bits(tmp_path: Path) -> None:
    """Vinte mortes, em momentos sorteados; o treino é retomado até terminar."""
    command = [sys.executable, "-c", PROGRAM.format(root=str(ROOT)), str(tmp_path / "c")]
    whole = network()
    whole.fit(*data(), batch_size=2, epochs=12, verbose=0)
    moments, deaths = random.Random(0), 0
    while True:
        program = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
        assert program.stdout is not None
        assert program.stdout.readline() == "pronto\n"
        if deaths == 20:
            break
        time.sleep(moments.uniform(0.0, 0.12))
        program.send_signal(signal.SIGKILL)
        program.communicate()
        deaths += 1
        if (tmp_path / "c").exists():
            read_tensors(tmp_path / "c")
    printed, _ = program.communicate(timeout=60)
    assert printed == f"{values(whole)}\n"
