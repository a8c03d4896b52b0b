"""Fashion-MNIST: de uma pasta, com os nomes do MNIST, e o md5 publicado quando vem comprimido."""

import gzip
import hashlib
from pathlib import Path

import pytest

from reference.data import fashion
from reference.data.fashion import NAMES, load_data


def write(folder: Path, packed: bool) -> dict[str, str]:
    """Duas imagens de 1×2 para treinar e uma para testar; devolve o md5 de cada arquivo."""
    folder.mkdir(parents=True)
    digests = {}
    for prefix, count in (("train", 2), ("t10k", 1)):
        parts = {
            "images-idx3": bytes([0, 0, 8, 3, 0, 0, 0, count, 0, 0, 0, 1, 0, 0, 0, 2, *range(2 * count)]),
            "labels-idx1": bytes([0, 0, 8, 1, 0, 0, 0, count, *range(9, 9 - count, -1)]),
        }
        for kind, data in parts.items():
            name = f"{prefix}-{kind}-ubyte"
            data = gzip.compress(data) if packed else data
            (folder / (f"{name}.gz" if packed else name)).write_bytes(data)
            digests[name] = hashlib.md5(data, usedforsecurity=False).hexdigest()
    return digests


@pytest.mark.parametrize("packed", [True, False])
def test_the_four_files(packed: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    digests = write(tmp_path / "fashion-mnist", packed)
    monkeypatch.setattr(fashion, "FILES", digests)
    monkeypatch.setenv("LACO_DADOS", str(tmp_path))
    (x, y), (x_test, y_test) = load_data()
    assert x.tolist() == [[[0, 1]], [[2, 3]]] and y.tolist() == [9, 8] and x_test.shape == (1, 1, 2)
    assert NAMES[y_test[0]] == "bota" and len(NAMES) == 10


def test_another_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "fashion-mnist", packed=True)
    monkeypatch.setenv("LACO_DADOS", str(tmp_path))
    with pytest.raises(ValueError, match="o md5 é outro"):
        load_data()


def test_a_missing_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LACO_DADOS", str(tmp_path))
    with pytest.raises(FileNotFoundError, match="train-images-idx3-ubyte"):
        load_data()
