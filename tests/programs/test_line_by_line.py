"""Os laços debaixo do programa do MNIST: os mesmos bits do pacote, linha por linha, e as contas que a página faz."""

from pathlib import Path
from typing import Any

import pytest

import reference as np
from programs import line_by_line
from programs.line_by_line import (
    adam,
    argmax,
    compare,
    crossentropy,
    dense,
    dense_slopes,
    evaluate,
    facts,
    fit,
    main,
    matrices,
    one_hot,
    predict,
    products,
    read_record,
    rows,
    sample,
    short,
    slopes,
    softmax,
)
from reference.data import mnist
from reference.data.batches import count_batches
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


def test_the_slopes_are_the_measured_ones() -> None:
    x, y = data(m=4)
    weights = matrices(network())
    _, found = slopes(x, y, weights)
    h = 1e-6
    for w, g in zip(weights, found):
        for row, slope in zip(w, g):
            for j, value in enumerate(row):
                costs = []
                for row[j] in (value + h, value - h):
                    costs.append(slopes(x, y, weights)[0])
                row[j] = value
                assert slope[j] == pytest.approx((costs[0] - costs[1]) / (2 * h), abs=1e-8)


def test_the_two_gates_together_give_the_difference() -> None:
    """O gradiente do viés da saída é a soma de (p − y) / m."""
    x, y = data()
    weights = matrices(network())
    p = predict(x, weights)
    expected = [sum((a[j] - b[j]) / len(x) for a, b in zip(p, y)) for j in range(10)]
    assert slopes(x, y, weights)[1][3][0] == pytest.approx(expected, abs=1e-15)


@pytest.mark.parametrize(("gradient", "step"), [(-3.0, 1.0), (0.02, -0.99984), (1e-5, -0.7597), (0.0, 0.0)])
def test_the_first_step_of_adam_looks_at_the_sign(gradient: float, step: float) -> None:
    weights: Any = [[[0.0]]]
    adam(weights, [[[gradient]]], [[[0.0]]], [[[0.0]]], t=1)
    assert weights[0][0][0] == pytest.approx(0.001 * step, abs=1e-7)


def test_a_point_dark_in_the_whole_batch_teaches_nothing() -> None:
    (images, labels), _ = sample()
    x, y = rows(images[:8].tolist()), one_hot(labels[:8].tolist())
    gradient = slopes(x, y, matrices(network(784, 16)))[1][0]
    dark = [k for k in range(784) if not any(image[k] for image in x)]
    assert len(dark) == 416 and not any(any(gradient[k]) for k in dark)


def test_a_uniform_answer_costs_the_logarithm_of_ten() -> None:
    assert crossentropy(softmax([[2.0] * 10]), one_hot([4])) == pytest.approx([2.302585], abs=1e-6)


# A conta das multiplicações


class Counted(float):
    """Um número que conta as vezes em que é multiplicado."""

    times = 0

    def __mul__(self, other: float) -> float:
        Counted.times += 1
        return float(self) * other


def counted(matrix: Any) -> Any:
    return [[Counted(value) for value in row] for row in matrix]


def test_the_products_are_the_multiplications_that_the_loops_make() -> None:
    m, inputs, hidden, classes = 3, 4, 5, 2
    x, w1, w2 = [[1.5] * inputs] * m, [[0.5] * hidden] * inputs, [[0.25] * classes] * hidden
    h, dz1, dz2 = [[1.0] * hidden] * m, [[2.0] * hidden] * m, [[3.0] * classes] * m
    Counted.times = 0
    dense(counted(x), w1, [[0.0] * hidden])
    dense(counted(h), w2, [[0.0] * classes])
    assert Counted.times == products(m, (inputs, hidden, classes))[0]
    Counted.times = 0
    dense_slopes(counted(x), dz1)
    dense_slopes(counted(h), dz2)
    back_to_hidden = m * hidden * classes
    assert Counted.times + back_to_hidden == products(m, (inputs, hidden, classes))[1]


def test_the_numbers_of_the_page() -> None:
    assert products(128) == (51_380_224 + 655_360, 52_690_944)
    assert sum(products(1)) == 818_176 and 5 * sum(products(60_000)) == 245_452_800_000
    assert products(10_000)[0] == 4_065_280_000
    assert 5 * count_batches(60_000, 128) == 2345


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
