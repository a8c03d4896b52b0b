"""Os programas das notas: cada um roda inteiro e imprime os números que tem de imprimir."""

import runpy
from pathlib import Path

import numpy
import pytest

import reference as np
from reference.data import mnist

FOLDER = Path(__file__).parents[1] / "programs/notes"


def printed(name: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """As linhas que o programa imprime."""
    runpy.run_path(str(FOLDER / f"{name}.py"), run_name="__main__")
    return capsys.readouterr().out.splitlines()


def test_neuron(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed("neuron", capsys) == [
        "pesos: [0 1] | viés: 4 | ativação: sigmoid",
        "entrada: [2 3]",
        "saída: 0.999088948806",
    ]


def test_two_layers(capsys: pytest.CaptureFixture[str]) -> None:
    *_, a, b, c = printed("two_layers", capsys)
    found = [[float(number) for number in line.strip("[] ").split()] for line in (a, b, c)]
    assert found == [[0.148296, -0.08397602], [0.14100315, -0.01340469], [0.20124979, -0.07290616]]


def test_keras(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Com imagens de brinquedo: em cada classe acende-se um pedaço da imagem."""
    sets = []
    for count in (60, 20):
        labels = numpy.arange(count) % 10
        images = numpy.zeros((count, 28, 28), dtype=int)
        for image, label in zip(images, labels):
            image[2 * label : 2 * label + 2] = 200
        sets.append((np.array(images.tolist(), dtype="uint8"), np.array(labels.tolist(), dtype="uint8")))
    monkeypatch.setattr(mnist, "load_data", lambda: tuple(sets))
    *progress, last = printed("keras_mnist", capsys)
    assert last.startswith("acerto no teste: ") and float(last.split()[-1].rstrip("%")) > 50
    assert any("5/5" in line for line in progress)
