"""O programa do 0 e do 1: os laços, o registro de que a página é feita e, onde há dados, o treino inteiro de novo."""

import math
import random
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from programs import zero_or_one
from programs.zero_or_one import (
    IMAGES,
    answer,
    choose,
    learn,
    loss,
    main,
    mistakes,
    pixels,
    read_record,
    summarize,
    train,
    write_record,
)
from reference.data.mnist import load_data
from reference.networks.activations import sigmoid
from reference.networks.neuron import Neuron, weighted_sum


def toy(count: int, seed: int) -> list[tuple[list[float], int]]:
    """Imagens de quatro pontos: nos zeros acendem os dois primeiros; nos uns, os dois últimos; e há ruído."""
    rng = random.Random(seed)
    found = []
    for k in range(count):
        label = k % 2
        ink = [1 - label, 1 - label, label, label]
        found.append(([max(0.0, x - 0.4 * rng.random()) for x in ink], label))
    return found


@given(st.floats(-700, 700), st.sampled_from([0, 1]))
def test_the_loss_is_minus_the_log_of_the_probability_given_to_the_right_answer(z: float, label: int) -> None:
    probability = sigmoid(z) if label else sigmoid(-z)
    assert math.isclose(loss(z, label), -math.log(probability), rel_tol=1e-12, abs_tol=1e-15)


@given(
    st.lists(st.tuples(st.floats(0, 1), st.floats(-2, 2)), min_size=1, max_size=6),
    st.floats(-2, 2),
    st.sampled_from([0, 1]),
)
def test_a_step_goes_down_the_slope_of_the_loss(terms: list[tuple[float, float]], bias: float, label: int) -> None:
    """A correção é taxa × derivada, e a derivada é a que se mede mexendo em um peso de cada vez."""
    inputs, before = (list(column) for column in zip(*terms, strict=True))
    after = list(before)
    z, new_bias = learn(inputs, label, after, bias, rate=1.0)
    assert z == weighted_sum(inputs, before, bias)

    def slope(change: list[float], extra: float) -> float:
        moved = [weighted_sum(inputs, [w + s * c for w, c in zip(before, change)], bias + s * extra) for s in (1, -1)]
        return (loss(moved[0], label) - loss(moved[1], label)) / 2e-5

    for i in range(len(before)):
        change = [1e-5 if j == i else 0.0 for j in range(len(before))]
        assert math.isclose(before[i] - after[i], slope(change, 0.0), abs_tol=1e-8)
    assert math.isclose(bias - new_bias, slope([0.0] * len(before), 1e-5), abs_tol=1e-8)


def test_a_dark_point_teaches_nothing() -> None:
    weights = [0.5, -0.5]
    learn([0.0, 1.0], 1, weights, 0.0, rate=0.1)
    assert weights[0] == 0.5 and weights[1] > -0.5


def test_it_learns_and_always_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    first, second = (train(toy(60, 1), toy(20, 2), epochs=4, rate=0.1) for _ in range(2))
    assert first == second
    losses = [epoch["loss"] for epoch in first["history"]]
    assert losses == sorted(losses, reverse=True) and losses[-1] < 0.2
    assert first["history"][-1]["right_unseen"] == 1
    assert len(first["losses"]) == 240 and math.isclose(first["losses"][0], math.log(2))
    assert capsys.readouterr().out.splitlines()[0].startswith("época 1: perda ")


def test_the_mistakes_are_the_ones_the_neuron_makes() -> None:
    samples = toy(50, 3)
    weights, bias = [0.1, -0.2, 0.3, -0.4], 0.05
    outputs = Neuron(weights, bias).feedforward([inputs for inputs, _ in samples]).tolist()
    wrong = [k for k, (output, (_, label)) in enumerate(zip(outputs, samples)) if (output >= 0.5) != (label == 1)]
    assert mistakes(samples, weights, bias) == wrong and 0 < len(wrong) < 50


def test_only_zeros_and_ones_are_chosen() -> None:
    images = np.array([[[0, 255]], [[255, 0]], [[51, 0]]], dtype="uint8")
    assert list(choose(images, np.array([1, 7, 0]))) == [([0.0, 1.0], 1), ([0.2, 0.0], 0)]
    assert pixels(images[0]) == [0.0, 1.0]


# O registro


def test_the_record_is_of_these_settings() -> None:
    record = read_record()
    expected = {"images": IMAGES, "epochs": zero_or_one.EPOCHS, "rate": zero_or_one.RATE, "seed": zero_or_one.SEED}
    assert record["settings"] == {**expected, "block": zero_or_one.BLOCK}
    assert len(record["history"]) == zero_or_one.EPOCHS and len(record["curve"]) == 100
    assert record["history"][-1]["right_unseen"] >= 0.998 and record["unseen"] == [980, 1135]
    assert round(1 - len(record["mistakes"]) / 2115, 6) == record["history"][-1]["right_unseen"]


def test_the_recorded_weights_give_the_recorded_answers() -> None:
    record = read_record()
    for digit in record["typical"] + record["doubtful"]:
        z = weighted_sum([tone / 255 for tone in digit["image"]], record["weights"], record["bias"])
        assert (answer(z) != digit["label"]) == (digit["k"] in record["mistakes"])


def test_a_record_reads_as_it_was_written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    samples = toy(20, 4)
    record = summarize(train(samples, samples, epochs=1), len(samples), samples)
    monkeypatch.setattr(zero_or_one, "RECORD", tmp_path / "registro.json")
    write_record(record)
    assert read_record() == record


# O programa


def small_data() -> Any:
    images = np.array([[[0, 255], [255, 0]], [[255, 0], [0, 255]]] * 10, dtype="uint8")
    labels = np.array([0, 1] * 10, dtype="uint8")
    return (images, labels), (images, labels)


def test_the_command(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(zero_or_one, "load_data", small_data)
    monkeypatch.setattr(zero_or_one, "RECORD", tmp_path / "registro.json")
    assert main([]) == 0
    assert "20 imagens para aprender, 20 para a prova" in capsys.readouterr().out
    assert not (tmp_path / "registro.json").exists()
    assert main(["--record"]) == 0
    assert read_record()["unseen"] == [10, 10]


def test_without_data_the_command_says_why(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def missing() -> Any:
        raise FileNotFoundError("load_data: não achei o MNIST")

    monkeypatch.setattr(zero_or_one, "load_data", missing)
    assert main([]) == 1
    assert "não achei o MNIST" in capsys.readouterr().err


def test_the_record_is_what_the_training_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reference.data.mnist.MIRRORS", ())  # um teste não baixa nada
    try:
        (x_train, y_train), (x_test, y_test) = load_data()
    except FileNotFoundError:
        pytest.skip("o MNIST não está nesta máquina (LACO_DADOS ou a pasta de downloads)")
    unseen = list(choose(x_test, y_test))
    found = summarize(train(list(islice(choose(x_train, y_train), IMAGES)), unseen), IMAGES, unseen)
    record = read_record()
    for name in ("bias", "weights", "curve"):  # a exponencial de cada máquina pode variar no último algarismo
        assert found.pop(name) == pytest.approx(record.pop(name), abs=2e-4), name
    for epoch, kept in zip(found.pop("history"), record.pop("history"), strict=True):
        assert epoch == pytest.approx(kept, abs=2e-6)
    assert found == record
