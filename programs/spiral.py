r"""Três braços de espiral: o programa das notas, que só responde, e a rede que aprende a separá-los.

    python3 -m programs.spiral             treina a regressão e a rede: uns segundos, 39 % contra mais de 94 % de acerto
    python3 -m programs.spiral --record    faz o mesmo e regrava programs/records/spiral.json, de que a página é feita
"""

import argparse
import sys
from pathlib import Path
from typing import Any

from programs import _records
from reference.data.spiral import spiral_data
from reference.gradients.adaptive import Adam
from reference.gradients.sgd import SGD
from reference.networks.activations import relu
from reference.networks.layers import Dense
from reference.networks.sequential import Sequential
from reference.networks.softmax import softmax
from reference.random import RandomState
from reference.tensors.tensor import Tensor

RECORD = Path(__file__).parent / "records" / "spiral.json"
SAMPLES, CLASSES, SEED = 100, 3, 0
EPOCHS = 500
EVERY = 10
"""De quantas em quantas épocas a perda vai para o registro."""


# --8<-- [start:notes]
def layer(inputs: int, neurons: int, random: RandomState) -> tuple[Tensor, Tensor]:
    """Pesos de uma camada das notas, um neurônio por coluna: normais de desvio 0,1, em float32; e vieses zero."""
    weights = 0.10 * random.randn(inputs, neurons).astype("float32")
    return weights, weights[:1] * 0


def first_answers() -> Tensor:
    """As probabilidades que o programa das notas dá aos 300 pontos: 2-3-3, sem treino nenhum.

    Examples:
        >>> print(first_answers()[:2].round(5))
        [[0.33333 0.33333 0.33333]
         [0.33332 0.33332 0.33336]]

    [Notas: Implementação final da softmax; Layer_Dense]
    """
    random = RandomState(SEED)
    x, _ = spiral_data(SAMPLES, CLASSES, random)
    (w1, b1), (w2, b2) = layer(2, 3, random), layer(3, CLASSES, random)
    hidden = relu(x @ w1 + b1)
    return softmax(hidden @ w2 + b2)  # type: ignore[no-any-return]
# --8<-- [end:notes]


# --8<-- [start:models]
def linear(seed: int = SEED) -> Sequential:
    """Regressão softmax: três neurônios e nada mais; as fronteiras que ela sabe traçar são retas."""
    model = Sequential([Dense(CLASSES, activation="softmax", input_shape=(2,))], seed=seed)
    model.compile(optimizer=SGD(1.0), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def network(seed: int = SEED) -> Sequential:
    """A rede 2-16-16-3: duas camadas escondidas dobram o plano antes de cortá-lo."""
    model = Sequential(seed=seed)
    model.add(Dense(16, activation="relu", kernel_initializer="he_normal", input_shape=(2,)))
    model.add(Dense(16, activation="relu", kernel_initializer="he_normal"))
    model.add(Dense(CLASSES, activation="softmax"))
    model.compile(optimizer=Adam(0.02), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
# --8<-- [end:models]


# --8<-- [start:train]
def train(model: Sequential, epochs: int = EPOCHS) -> dict[str, Any]:
    """Treina com os 300 pontos de cada vez; devolve o que se grava: a curva da perda, o acerto e os pesos."""
    x, y = spiral_data(SAMPLES, CLASSES, SEED, dtype="float64")
    history = model.fit(x, y, batch_size=x.shape[0], epochs=epochs, shuffle=False, verbose=0)
    loss, accuracy = model.evaluate(x, y, batch_size=x.shape[0], verbose=0)
    return {
        "epochs": epochs,
        "parameters": model.count_params(),
        "curve": [round(value, 5) for value in history.history["loss"][::EVERY]],
        "loss": round(loss, 4),
        "accuracy": round(accuracy, 4),
        "weights": [w.round(5).tolist() for w in model.get_weights()],
    }
# --8<-- [end:train]


def read_record() -> dict[str, Any]:
    """O que o último treino gravado deixou, por modelo.

    Examples:
        >>> sorted(read_record())
        ['linear', 'network']
    """
    return _records.read(RECORD)


def write_record(record: dict[str, Any]) -> None:
    """Grava o registro, uma linha por modelo."""
    _records.write(RECORD, record)


def main(arguments: list[str]) -> int:
    """O programa; devolve o código de saída."""
    parser = argparse.ArgumentParser(prog="python3 -m programs.spiral", description="Separa os braços da espiral.")
    parser.add_argument("--record", action="store_true", help="regrava o registro de que a página é feita")
    options = parser.parse_args(arguments)
    record = {}
    for name, model in (("linear", linear()), ("network", network())):
        record[name] = found = train(model)
        told = f"{found['epochs']} épocas, perda {found['loss']:.4f}, acerto {found['accuracy']:.1%}"
        print(f"{name}: {told}", flush=True)
    if options.record:
        write_record(record)
        print(f"gravado em {RECORD}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
