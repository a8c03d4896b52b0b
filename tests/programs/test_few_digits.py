"""Poucos algarismos: o registro de que a página é feita, e o programa inteiro com imagens de brinquedo."""

from typing import Any

import pytest

import reference as np
from programs import few_digits
from programs.few_digits import EPOCHS, build, main, read_record
from reference.random import RandomState


def toy(m: int, seed: int) -> tuple[Any, Any]:
    """Imagens de 28×28 com um quadrado aceso numa de dez posições: o rótulo é a posição."""
    labels = RandomState(seed).randint(0, 10, m)
    images = np.zeros((m, 28, 28), dtype="uint8")
    for i, label in enumerate(labels.tolist()):
        images[i, 10:18, 2 * label : 2 * label + 8] = 255
    return images, labels.astype("uint8")


def test_the_record_says_what_the_page_says() -> None:
    record = read_record()
    for kind, found in record.items():
        model = build(kind)
        model.build((28, 28, 1))
        assert found["parameters"] == model.count_params()
        assert [len(values) for values in found["history"].values()] == [EPOCHS] * 2
    few, many = record["convolutional"], record["dense"]
    assert few["parameters"] * 8 < many["parameters"] and few["accuracy"] > many["accuracy"] + 0.01
    assert np.array(few["kernel"]).shape == (5, 5, 1, 8)


def test_the_program_from_end_to_end(tmp_path: Any, monkeypatch: Any, capsys: Any) -> None:
    monkeypatch.setattr(few_digits, "load_data", lambda: (toy(8, 0), toy(4, 1)))
    monkeypatch.setattr(few_digits, "RECORD", tmp_path / "few.json")
    monkeypatch.setattr(few_digits, "EPOCHS", 1)
    assert main(["--record"]) == 0
    out = capsys.readouterr().out
    assert "dense: 25450 pesos" in out and "convolutional: 3098 pesos" in out
    assert sorted(read_record()) == ["convolutional", "dense"]


def test_without_images_it_says_so(monkeypatch: Any, capsys: Any) -> None:
    def missing() -> Any:
        raise FileNotFoundError("não achei as imagens")

    monkeypatch.setattr(few_digits, "load_data", missing)
    assert main([]) == 1 and "não achei" in capsys.readouterr().err


@pytest.mark.parametrize("kind", ["dense", "convolutional"])
def test_each_network_learns_a_toy(kind: str) -> None:
    x, y = few_digits.prepare(*toy(16, 2), 16)
    model = build(kind)
    before = model.evaluate(x, y, verbose=0)[0]
    model.fit(x, y, batch_size=8, epochs=2, verbose=0)
    assert model.evaluate(x, y, verbose=0)[0] < before
