"""Os laços debaixo do programa do MNIST: os mesmos bits do pacote, linha por linha; o comando e o registro."""

from pathlib import Path
from typing import Any

import pytest

import reference as np
from programs import line_by_line
from programs.line_by_line import (
    argmax,
    compare,
    crossentropy,
    evaluate,
    facts,
    fit,
    main,
    matrices,
    one_hot,
    predict,
    read_record,
    rows,
    sample,
    short,
    slopes,
    softmax,
)
from reference.data import mnist
from reference.data.labels import to_categorical
from reference.data.mnist import load_data
from reference.networks.layers import Dense
from reference.networks.sequential import Sequential
from reference.random import RandomState


def network(inputs: int = 7, hidden: int = 5, classes: int = 10) -> Sequential:
    model = Sequential([Dense(hidden, "relu", input_shape=(inputs,)), Dense(classes, "softmax")], seed=0)
    model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
    return model


def data(m: int = 13, inputs: int = 7) -> tuple[Any, Any]:
    """Amostras com muitos zeros, como as imagens, e um rótulo para cada uma."""
    random = RandomState(1)
    x = random.rand(m, inputs)
    return (x * (x > 0.5)).tolist(), one_hot(random.randint(0, 10, m).tolist())


# Cada linha do programa, contra a do pacote


def test_preparing_is_the_same_to_the_last_bit() -> None:
    (images, labels), _ = sample()
    assert rows(images.tolist()) == (images.reshape((-1, 784)).astype("float64") / 255).tolist()
    assert one_hot(labels.tolist()) == to_categorical(labels, 10).tolist()


@pytest.mark.parametrize("batch_size", [1, 4, 13])
def test_training_is_the_same_to_the_last_bit(batch_size: int) -> None:
    """O último lote de 4 tem uma amostra só."""
    x, y = data()
    model = network()
    weights = matrices(model)
    losses = model.fit(np.array(x), np.array(y), batch_size, epochs=3, shuffle=False, verbose=0).history["loss"]
    costs = fit(x, y, weights, 3, batch_size)
    assert weights == matrices(model) and len(costs) == model.optimizer.iterations == 3 * -(-13 // batch_size)
    if batch_size == 13:
        assert costs == losses
    assert predict(x, weights) == model.predict(np.array(x)).tolist()
    assert [*evaluate(x, y, weights)] == model.evaluate(np.array(x), np.array(y), verbose=0)
    assert argmax(predict(x, weights)) == model.predict(np.array(x)).argmax(axis=-1).tolist()


def test_one_update_of_the_true_network_is_the_same_to_the_last_bit() -> None:
    (images, labels), _ = sample()
    x, y = rows(images[:2].tolist()), one_hot(labels[:2].tolist())
    model = network(784, 512)
    weights = matrices(model)
    assert sum(len(w) * len(w[0]) for w in weights) == model.count_params() == 407_050
    fit(x, y, weights, epochs=1, batch_size=128)
    model.train_on_batch(np.array(x), np.array(y))
    assert weights == matrices(model)


@pytest.mark.parametrize("scale", [1, 1000])
def test_the_slopes_are_those_of_the_graph_even_where_the_logarithm_is_cut(scale: float) -> None:
    x, y = data()
    model = network()
    model.set_weights([w * scale for w in model.get_weights()])
    weights = matrices(model)
    cost, found = slopes(x, y, weights)
    logs, expected = model.slopes(np.array(x), np.array(y))
    assert cost == logs["loss"]
    assert found == [g.tolist() if g.ndim == 2 else [g.tolist()] for g in expected]
    sure = [p for row in predict(x, weights) for p in row if not 1e-7 < p < 1 - 1e-7]
    assert bool(sure) == (scale > 1)


# A matemática


def test_a_uniform_answer_costs_the_logarithm_of_ten() -> None:
    assert crossentropy(softmax([[2.0] * 10]), one_hot([4])) == pytest.approx([2.302585], abs=1e-6)


# O programa e o registro


def test_the_short_program_trains_the_network_of_the_notes(capsys: pytest.CaptureFixture[str]) -> None:
    model = short(*sample(), hidden=16, batch_size=8, epochs=2)
    assert model.optimizer.iterations == 8 and str(model.weights[0].value.dtype) == "float32"
    shown = capsys.readouterr().out
    assert "Época 2/2" in shown and "respostas [" in shown.splitlines()[-1]


def test_both_ways_end_in_the_same_weights_unless_one_of_them_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    assert compare(hidden=3, epochs=2, batch_size=7) == (True, 10)
    monkeypatch.setattr(line_by_line, "adam", lambda *arguments, **options: None)
    assert compare(hidden=3, epochs=2, batch_size=7) == (False, 10)


@pytest.mark.parametrize(("same", "word"), [(True, "iguais"), (False, "diferentes")])
def test_the_command(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str], same: bool, word: str
) -> None:
    """As contas, já provadas acima, ficam de fora; o registro é feito e lido de volta."""
    images = sample()
    monkeypatch.setattr(line_by_line, "load_data", lambda: images)
    monkeypatch.setattr(line_by_line, "short", lambda *data, **options: print(len(data[0][1]), options["batch_size"]))
    monkeypatch.setattr(line_by_line, "compare", lambda **options: (same, 4 * options["epochs"]))
    before = read_record()
    monkeypatch.setattr(line_by_line, "RECORD", tmp_path / "registro.json")
    assert main(["--record"]) == 0
    assert capsys.readouterr().out.splitlines()[1:] == [
        "30 8", f"20 atualizações pelos laços: pesos {word}, bit por bit, aos de fit"
    ]  # fmt: skip
    after = read_record()
    assert (after["train"], after["test"]) == (before["train"], before["test"])
    assert after["shapes"][0] == [30, 28, 28]


def test_without_data_the_command_says_why(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def missing() -> Any:
        raise FileNotFoundError("load_data: não achei o MNIST")

    monkeypatch.setattr(line_by_line, "load_data", missing)
    assert main(["--record"]) == 1
    assert "não achei o MNIST" in capsys.readouterr().err


def test_the_record_is_the_beginning_of_mnist(monkeypatch: pytest.MonkeyPatch) -> None:
    record = read_record()
    assert sum(record["labels"]) == 60_000
    assert [len(part) for part in record["train"] + record["test"]] == [30, 30, 10, 10]
    monkeypatch.setattr(mnist, "MIRRORS", ())  # um teste não baixa nada
    try:
        found = load_data()
    except FileNotFoundError:
        pytest.skip("o MNIST não está nesta máquina (LACO_DADOS ou a pasta de downloads)")
    assert facts(*found) == record
