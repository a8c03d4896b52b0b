r"""Dois mil algarismos bastam? Uma rede convolucional e uma densa aprendem com as mesmas poucas imagens.

    python3 -m programs.few_digits             treina as duas, um minuto e meio, e mede em mil imagens novas
    python3 -m programs.few_digits --record    faz o mesmo e regrava programs/records/few_digits.json

As imagens vêm de `reference.data.mnist` (veja lá onde são procuradas).
"""

import argparse
import sys
from pathlib import Path
from time import process_time
from typing import Any

from programs import _records
from reference.data.labels import to_categorical
from reference.data.mnist import load_data
from reference.gradients.adaptive import Adam
from reference.networks.convolution import Conv2D
from reference.networks.layers import Dense, Flatten
from reference.networks.pooling import MaxPooling2D
from reference.networks.sequential import Sequential
from reference.tensors.tensor import Tensor

RECORD = Path(__file__).parent / "records" / "few_digits.json"
SEEN, UNSEEN, EPOCHS, BATCH, RATE, SEED = 2000, 1000, 4, 32, 0.01, 0


# --8<-- [start:build]
def build(kind: str) -> Sequential:
    """A rede, pronta para treinar: `"convolutional"`, com oito filtros de 5×5, ou `"dense"`, com 32 neurônios.

    Examples:
        >>> [build(kind)(zeros((1, 28, 28, 1))).shape for kind in ("convolutional", "dense")]
        [(1, 10), (1, 10)]
    """
    if kind == "convolutional":
        eyes = [Conv2D(8, 5, strides=2, activation="relu"), MaxPooling2D(2), Flatten()]
    else:
        eyes = [Flatten(), Dense(32, activation="relu")]
    model = Sequential([*eyes, Dense(10, activation="softmax")], seed=SEED)
    model.compile(Adam(RATE), "categorical_crossentropy", ["accuracy"])
    return model
# --8<-- [end:build]


def prepare(images: Tensor, labels: Tensor, m: int) -> tuple[Tensor, Tensor]:
    """As `m` primeiras imagens, com o eixo do canal e tons de 0 a 1, e os rótulos como vetores com um único 1.

    Examples:
        >>> prepare(array([[[0, 255]]], dtype="uint8"), array([3], dtype="uint8"), 1)[0]
        array([[[[0.],
                 [1.]]]])
    """
    x = images[:m].astype("float64") / 255
    return x.reshape((*x.shape, 1)), to_categorical(labels[:m], 10)


# --8<-- [start:train]
def train(kind: str, seen: tuple[Tensor, Tensor], unseen: tuple[Tensor, Tensor]) -> dict[str, Any]:
    """Treina uma das redes; devolve o que se grava."""
    model, start = build(kind), process_time()
    history = model.fit(*seen, batch_size=BATCH, epochs=EPOCHS).history
    seconds = process_time() - start
    loss, accuracy = model.evaluate(*unseen, batch_size=500, verbose=0)
    return {
        "parameters": model.count_params(),
        "history": {name: [round(value, 4) for value in values] for name, values in history.items()},
        "accuracy": round(accuracy, 4),
        "loss": round(loss, 4),
        "seconds": round(seconds, 1),
        "kernel": model.get_weights()[0].round(3).tolist() if kind == "convolutional" else [],
    }
# --8<-- [end:train]


def read_record() -> dict[str, Any]:
    """O que o último treino gravado deixou."""
    return _records.read(RECORD)


def main(arguments: list[str]) -> int:
    """O programa; devolve o código de saída."""
    parser = argparse.ArgumentParser(prog="python3 -m programs.few_digits", description="Poucos algarismos.")
    parser.add_argument("--record", action="store_true", help="regrava o registro de que a página é feita")
    options = parser.parse_args(arguments)
    try:
        seen, unseen = load_data()
    except (OSError, ValueError) as problem:
        print(problem, file=sys.stderr)
        return 1
    data = prepare(*seen, SEEN), prepare(*unseen, UNSEEN)
    record = {kind: train(kind, *data) for kind in ("dense", "convolutional")}
    for kind, found in record.items():
        print(f"{kind}: {found['parameters']} pesos, {found['seconds']:.0f} s, acerto {found['accuracy']:.1%}")
    if options.record:
        _records.write(RECORD, record)
        print(f"gravado em {RECORD}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
