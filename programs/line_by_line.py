r"""O programa do MNIST linha a linha: o curto, com os nomes do Keras, e os laços que há debaixo de cada linha dele.

    python3 -m programs.line_by_line             roda os dois em trinta imagens e compara os pesos, bit por bit
    python3 -m programs.line_by_line --record    regrava programs/records/line_by_line.json, a partir do MNIST

Os laços são só listas do Python: nenhum tensor, nenhum grafo, nenhuma camada. A volta e o passo do Adam, com que cada
atualização se faz, moram ao lado, em `one_update`. Trinta imagens de treino e dez da prova vão gravadas, para que o
programa e a página não precisem dos dados.
"""

import argparse
import sys
from math import exp, log
from pathlib import Path
from typing import Any

from programs import _records
from programs.one_update import Rows, adam, backward
from reference.data.labels import to_categorical
from reference.data.mnist import load_data
from reference.networks.layers import Dense
from reference.networks.sequential import Sequential
from reference.operations.reductions import add_in_pairs
from reference.tensors.creation import asarray
from reference.tensors.tensor import Tensor

RECORD = Path(__file__).parent / "records" / "line_by_line.json"
SEEN, UNSEEN = 30, 10
Pair = tuple[Tensor, Tensor]


# --8<-- [start:short]
def short(train: Pair, test: Pair, hidden: int = 512, batch_size: int = 128, epochs: int = 5) -> Sequential:
    """O programa curto, o das notas: devolve a rede treinada."""
    (train_images, train_labels), (test_images, test_labels) = train, test

    model = Sequential(seed=0)
    model.add(Dense(hidden, activation="relu", input_shape=(28 * 28,)))
    model.add(Dense(10, activation="softmax"))
    model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])

    train_images = train_images.reshape((-1, 28 * 28)).astype("float32") / 255
    test_images = test_images.reshape((-1, 28 * 28)).astype("float32") / 255
    test_labels = to_categorical(test_labels, 10)
    train_labels = to_categorical(train_labels, 10)

    model.fit(train_images, train_labels, epochs=epochs, batch_size=batch_size)
    loss, accuracy = model.evaluate(test_images, test_labels)
    answers = model.predict(test_images).argmax(axis=-1)
    print(f"perda {loss:.4f}, acerto {accuracy:.2%}, respostas {answers[:10]}")
    return model
# --8<-- [end:short]


# --8<-- [start:rows]
def rows(images: list[list[list[int]]]) -> Rows:
    """`reshape` e `/ 255`: as linhas de cada imagem, emendadas numa fila só, com tons de 0 a 1.

    Examples:
        >>> rows([[[0, 255], [51, 0]]])
        [[0.0, 1.0, 0.2, 0.0]]
    """
    return [[tone / 255 for line in image for tone in line] for image in images]
# --8<-- [end:rows]


# --8<-- [start:one_hot]
def one_hot(labels: list[int], classes: int = 10) -> Rows:
    """`to_categorical`: por rótulo, uma fila de zeros com um único 1.

    Examples:
        >>> one_hot([2, 0], classes=3)
        [[0.0, 0.0, 1.0], [1.0, 0.0, 0.0]]
    """
    return [[1.0 if k == label else 0.0 for k in range(classes)] for label in labels]
# --8<-- [end:one_hot]


# --8<-- [start:dense]
def dense(x: Rows, w: Rows, b: Rows) -> Rows:
    """`Dense`, antes da ativação: cada entrada leva a sua linha de pesos às somas de todos os neurônios.

    Examples:
        >>> dense([[1.0, 2.0]], [[3.0, 30.0], [4.0, 40.0]], [[0.5, 5.0]])
        [[11.5, 115.0]]
    """
    answers = []
    for sample in x:
        z = [0.0] * len(b[0])
        for x_k, w_k in zip(sample, w):
            if x_k:  # um ponto apagado não soma nada
                z = [z_j + x_k * w_kj for z_j, w_kj in zip(z, w_k)]
        answers.append([z_j + b_j for z_j, b_j in zip(z, b[0])])
    return answers


def relu(z: Rows) -> Rows:
    """`activation="relu"`: o que é negativo vira zero.

    Examples:
        >>> relu([[-1.0, 2.0]])
        [[0.0, 2.0]]
    """
    return [[max(z_j, 0.0) for z_j in sample] for sample in z]
# --8<-- [end:dense]


# --8<-- [start:softmax]
def softmax(z: Rows) -> Rows:
    """`activation="softmax"`: das dez notas de uma imagem, dez probabilidades.

    Examples:
        >>> softmax([[5.0, 5.0]])
        [[0.5, 0.5]]
    """
    answers = []
    for sample in z:
        powers = [exp(z_j - max(sample)) for z_j in sample]
        whole = add_in_pairs(powers)
        answers.append([power / whole for power in powers])
    return answers
# --8<-- [end:softmax]


# --8<-- [start:crossentropy]
def crossentropy(p: Rows, y: Rows) -> list[float]:
    """`loss="categorical_crossentropy"`: de cada imagem, menos o logaritmo da probabilidade dada à classe certa.

    Examples:
        >>> crossentropy([[0.25, 0.75]], [[0.0, 1.0]]) == [-log(0.75)]
        True
    """
    return [-add_in_pairs([y_j * log(min(max(p_j, 1e-7), 1 - 1e-7)) for p_j, y_j in zip(*pair)]) for pair in zip(p, y)]
# --8<-- [end:crossentropy]


# --8<-- [start:slopes]
def slopes(x: Rows, y: Rows, weights: list[Rows]) -> tuple[float, list[Rows]]:
    """Ida, custo e volta: o custo do lote e um gradiente por peso.

    Examples:
        >>> cost, (dw1, db1, dw2, db2) = slopes([[1.0]], [[0.0, 1.0]], [[[2.0]], [[0.0]], [[0.0, 0.0]], [[0.0, 0.0]]])
        >>> cost == log(2), dw2
        (True, [[1.0, -1.0]])
    """
    w1, b1, w2, b2 = weights
    h = relu(dense(x, w1, b1))
    p = softmax(dense(h, w2, b2))
    return add_in_pairs(crossentropy(p, y)) / len(x), backward(x, h, p, y, w2)
# --8<-- [end:slopes]


# --8<-- [start:fit]
def fit(x: Rows, y: Rows, weights: list[Rows], epochs: int, batch_size: int) -> list[float]:
    """`fit`, com `shuffle=False`: muda os pesos no lugar e devolve o custo de cada lote, medido antes da mudança.

    Examples:
        >>> weights = [[[0.5]], [[0.0]], [[0.1, 0.2]], [[0.0, 0.0]]]
        >>> len(fit([[1.0]] * 5, [[0.0, 1.0]] * 5, weights, epochs=3, batch_size=2))
        9
    """
    means, squares = ([[[0.0] * len(row) for row in layer] for layer in weights] for _ in range(2))
    costs: list[float] = []
    for _ in range(epochs):
        for start in range(0, len(x), batch_size):
            cost, gradients = slopes(x[start : start + batch_size], y[start : start + batch_size], weights)
            costs.append(cost)
            adam(weights, gradients, means, squares, t=len(costs))
    return costs
# --8<-- [end:fit]


# --8<-- [start:predict]
def predict(x: Rows, weights: list[Rows]) -> Rows:
    """`predict`: só a ida.

    Examples:
        >>> predict([[1.0]], [[[2.0]], [[0.0]], [[0.0, 0.0]], [[0.0, 0.0]]])
        [[0.5, 0.5]]
    """
    w1, b1, w2, b2 = weights
    return softmax(dense(relu(dense(x, w1, b1)), w2, b2))


def argmax(p: Rows) -> list[int]:
    """`argmax(axis=-1)`: de cada linha, a casa do maior.

    Examples:
        >>> argmax([[0.1, 0.7, 0.2]])
        [1]
    """
    return [max(range(len(row)), key=row.__getitem__) for row in p]


def evaluate(x: Rows, y: Rows, weights: list[Rows]) -> tuple[float, float]:
    """`evaluate`: a perda média e a parte das imagens em que a maior probabilidade está na classe certa.

    Examples:
        >>> evaluate([[1.0]], [[1.0, 0.0]], [[[2.0]], [[0.0]], [[0.0, 0.0]], [[0.0, 0.0]]]) == (log(2), 1.0)
        True
    """
    p = predict(x, weights)
    right = [answer == label for answer, label in zip(argmax(p), argmax(y))]
    return add_in_pairs(crossentropy(p, y)) / len(x), right.count(True) / len(x)
# --8<-- [end:predict]


def matrices(model: Sequential) -> list[Rows]:
    """Os pesos da rede como listas; os vieses, como matrizes de uma linha só.

    Examples:
        >>> [(len(w), len(w[0])) for w in matrices(Sequential([Dense(3, input_shape=(2,))]))]
        [(2, 3), (1, 3)]
    """
    return [w.tolist() if w.ndim == 2 else [w.tolist()] for w in model.get_weights()]


def sample() -> tuple[Pair, Pair]:
    """As imagens gravadas, como `load_data` as daria: as trinta primeiras do treino e as dez primeiras da prova.

    Examples:
        >>> [(images.shape, labels.shape) for images, labels in sample()]
        [((30, 28, 28), (30,)), ((10, 28, 28), (10,))]
    """
    train, test = ([asarray(part, "uint8") for part in read_record()[name]] for name in ("train", "test"))
    return (train[0], train[1]), (test[0], test[1])


def facts(train: Pair, test: Pair) -> dict[str, Any]:
    """O que vai ao registro: o que se diz do MNIST inteiro, e as primeiras imagens e os rótulos delas.

    Examples:
        >>> facts(*sample())["labels"]
        [2, 6, 4, 4, 4, 2, 2, 2, 1, 3]
    """
    tones = bytes(train[0].storage)
    return {
        "shapes": [list(part.shape) for part in (*train, *test)],
        "ink": round(1 - tones.count(0) / len(tones), 4),
        "labels": [train[1].tolist().count(k) for k in range(10)],
        "train": [part[:SEEN].tolist() for part in train],
        "test": [part[:UNSEEN].tolist() for part in test],
    }


def read_record() -> dict[str, Any]:
    """O que está gravado.

    Examples:
        >>> read_record()["shapes"][0]
        [60000, 28, 28]
    """
    return _records.read(RECORD)


def compare(hidden: int, epochs: int, batch_size: int) -> tuple[bool, int]:
    """Treina com `fit` e com os laços, dos mesmos pesos: se acabam iguais até o último bit, e em quantas atualizações.

    Examples:
        >>> compare(hidden=2, epochs=1, batch_size=8)
        (True, 4)
    """
    (images, labels), _ = sample()
    x, y = rows(images.tolist()), one_hot(labels.tolist())
    model = Sequential([Dense(hidden, "relu", input_shape=(784,)), Dense(10, "softmax")], seed=0)
    model.compile(optimizer="adam", loss="categorical_crossentropy")
    weights = matrices(model)
    model.fit(asarray(x), asarray(y), batch_size=batch_size, epochs=epochs, shuffle=False, verbose=0)
    costs = fit(x, y, weights, epochs, batch_size)
    return weights == matrices(model), len(costs)


def main(arguments: list[str]) -> int:
    """O programa; devolve o código de saída."""
    parser = argparse.ArgumentParser(prog="python3 -m programs.line_by_line", description="O MNIST linha a linha.")
    parser.add_argument("--record", action="store_true", help="regrava as imagens, a partir do MNIST")
    if parser.parse_args(arguments).record:
        try:
            _records.write(RECORD, facts(*load_data()))
        except (OSError, ValueError) as problem:
            print(problem, file=sys.stderr)
            return 1
        print(f"gravado em {RECORD}")
    short(*sample(), hidden=32, batch_size=8)
    same, updates = compare(hidden=32, epochs=5, batch_size=8)
    print(f"{updates} atualizações pelos laços: pesos {'iguais' if same else 'diferentes'}, bit por bit, aos de fit")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
