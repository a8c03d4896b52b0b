r"""Um neurônio lê algarismos de verdade: aprende, em laços à vista, a separar o 0 do 1 nas imagens do MNIST.

    python3 -m programs.zero_or_one             treina, mostra cada época e o acerto em imagens que nunca viu
    python3 -m programs.zero_or_one --record    faz o mesmo e regrava programs/records/zero_or_one.json

As imagens vêm de `reference.data.mnist` (veja lá onde são procuradas). O treino leva alguns segundos, sem nada além do
Python.
"""

import argparse
import math
import random
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from programs import _records
from reference.data.mnist import load_data
from reference.networks.activations import sigmoid
from reference.networks.neuron import weighted_sum
from reference.tensors.tensor import Tensor

RECORD = Path(__file__).parent / "records" / "zero_or_one.json"
IMAGES, EPOCHS, RATE, SEED = 2000, 5, 0.01, 0
BLOCK = 100
"""De quantas em quantas imagens se anota a perda, para a curva."""
TONES = [tone / 255 for tone in range(256)]

Sample = tuple[list[float], int]


# --8<-- [start:choose]
def pixels(image: Tensor) -> list[float]:
    """A imagem de 28×28 tons como uma fila de 784 números, de 0 (fundo) a 1 (tinta).

    Examples:
        >>> pixels(array([[0, 255], [51, 102]]))
        [0.0, 1.0, 0.2, 0.4]
    """
    return [TONES[tone] for tone in image.reshape(-1).tolist()]


def choose(images: Tensor, labels: Tensor) -> Iterator[Sample]:
    """As imagens de zeros e uns, cada uma com o seu rótulo, na ordem do arquivo."""
    for i, label in enumerate(labels.tolist()):
        if label in (0, 1):
            yield pixels(images[i]), label


# --8<-- [end:choose]


# --8<-- [start:loss]
def loss(z: float, label: int) -> float:
    r"""Perda de uma resposta: $-\ln$ da probabilidade que o neurônio deu ao rótulo certo.

    A probabilidade é $\sigma(m)$, em que $m$ é $z$ se o rótulo é 1 e $-z$ se é 0. Escrita como abaixo, $-\ln\sigma(m)$
    não estoura nunca.

    Examples:
        >>> loss(0.0, 1) == math.log(2), loss(-1000.0, 1)
        (True, 1000.0)
    """
    margin = z if label == 1 else -z
    return max(-margin, 0.0) + math.log1p(math.exp(-abs(margin)))


# --8<-- [end:loss]


# --8<-- [start:learn]
def learn(inputs: list[float], label: int, weights: list[float], bias: float, rate: float) -> tuple[float, float]:
    r"""Mostra uma imagem ao neurônio e o corrige um pouco: $w_i \leftarrow w_i - \alpha\,(a - y)\,x_i$.

    Args:
        inputs: Os 784 tons.
        label: O rótulo $y$, 0 ou 1.
        weights: Os 784 pesos, que são corrigidos no lugar.
        bias: O viés.
        rate: A taxa de aprendizado, $\alpha$.

    Returns:
        A pré-ativação de antes da correção e o viés corrigido.

    Examples:
        >>> weights = [0.0, 0.0]
        >>> learn([1.0, 0.0], 1, weights, 0.0, rate=0.5)
        (0.0, 0.25)
        >>> weights
        [0.25, 0.0]
    """
    z = weighted_sum(inputs, weights, bias)
    error = sigmoid(z) - label
    for i, x_i in enumerate(inputs):
        if x_i:  # a correção é proporcional à entrada: a de um ponto apagado seria zero
            weights[i] -= rate * error * x_i
    return z, bias - rate * error


# --8<-- [end:learn]


# --8<-- [start:train]
def train(samples: list[Sample], unseen: list[Sample], epochs: int = EPOCHS, rate: float = RATE) -> dict[str, Any]:
    """Treina um neurônio que começa do zero, passando `epochs` vezes por todas as imagens, cada vez noutra ordem.

    Args:
        samples: As imagens com que ele aprende.
        unseen: As imagens em que é posto à prova ao fim de cada época, e com as quais nunca aprende.
        epochs: Quantas passagens.
        rate: A taxa de aprendizado.

    Returns:
        Os pesos, o viés, a perda de cada imagem vista e os acertos de cada época.
    """
    weights, bias = [0.0] * len(samples[0][0]), 0.0
    losses, history = [], []
    order, shuffler = list(range(len(samples))), random.Random(SEED)
    for _ in range(epochs):
        shuffler.shuffle(order)
        right = 0
        for k in order:
            inputs, label = samples[k]
            z, bias = learn(inputs, label, weights, bias, rate)
            losses.append(loss(z, label))
            right += answer(z) == label
        mean_loss = sum(losses[-len(samples) :]) / len(samples)
        right_seen = right / len(samples)
        right_unseen = 1 - len(mistakes(unseen, weights, bias)) / len(unseen)
        history.append({"loss": mean_loss, "right": right_seen, "right_unseen": right_unseen})
        report(len(history), mean_loss, right_seen, right_unseen)
    return {"weights": weights, "bias": bias, "losses": losses, "history": history}


# --8<-- [end:train]


# --8<-- [start:mistakes]
def answer(z: float) -> int:
    r"""A resposta do neurônio: 1 se $z \ge 0$, isto é, se $\sigma(z) \ge \tfrac12$."""
    return 1 if z >= 0 else 0


def mistakes(samples: list[Sample], weights: list[float], bias: float) -> list[int]:
    """Posições das imagens em que o neurônio erra."""
    wrong = []
    for k, (inputs, label) in enumerate(samples):
        if answer(weighted_sum(inputs, weights, bias)) != label:
            wrong.append(k)
    return wrong


# --8<-- [end:mistakes]


def report(epoch: int, loss: float, right: float, right_unseen: float) -> None:
    """Conta uma época a quem espera."""
    print(f"época {epoch}: perda {loss:.4f}, acerto {right:.2%}; em imagens novas {right_unseen:.2%}", flush=True)


# O registro, de que a página é feita


def summarize(result: dict[str, Any], seen: int, unseen: list[Sample]) -> dict[str, Any]:
    """O que vale a pena guardar de um treino: os números, arredondados, e algumas das imagens novas."""
    weights, bias, losses = result["weights"], result["bias"], result["losses"]
    sums = [weighted_sum(inputs, weights, bias) for inputs, _ in unseen]
    doubtful = sorted(range(len(unseen)), key=lambda k: sums[k] if unseen[k][1] else -sums[k])[:5]
    typical = [k for label in (0, 1) for k in [k for k in range(len(unseen)) if unseen[k][1] == label][:5]]
    return {
        "settings": {"images": seen, "epochs": len(result["history"]), "rate": RATE, "seed": SEED, "block": BLOCK},
        "unseen": [sum(label == digit for _, label in unseen) for digit in (0, 1)],
        "history": [{name: round(value, 6) for name, value in epoch.items()} for epoch in result["history"]],
        "curve": [round(sum(losses[i : i + BLOCK]) / BLOCK, 5) for i in range(0, len(losses), BLOCK)],
        "bias": round(bias, 4),
        "weights": [round(weight, 4) for weight in weights],
        "mistakes": mistakes(unseen, weights, bias),
        "typical": [picture(k, unseen[k]) for k in typical],
        "doubtful": [picture(k, unseen[k]) for k in doubtful],
    }


def picture(k: int, sample: Sample) -> dict[str, Any]:
    """Uma imagem como vai ao registro: a posição, o rótulo e os 784 tons.

    Examples:
        >>> picture(3, ([0.0, 1.0, 0.2], 1))
        {'k': 3, 'label': 1, 'image': [0, 255, 51]}
    """
    inputs, label = sample
    return {"k": k, "label": label, "image": [round(255 * x) for x in inputs]}


def read_record() -> dict[str, Any]:
    """O que o último treino gravado deixou.

    Examples:
        >>> sorted(read_record())
        ['bias', 'curve', 'doubtful', 'history', 'mistakes', 'settings', 'typical', 'unseen', 'weights']
    """
    return _records.read(RECORD)


def write_record(record: dict[str, Any]) -> None:
    """Grava o registro, uma linha por assunto."""
    _records.write(RECORD, record)


def main(arguments: list[str]) -> int:
    """O programa; devolve o código de saída."""
    parser = argparse.ArgumentParser(prog="python3 -m programs.zero_or_one", description="Um neurônio separa 0 de 1.")
    parser.add_argument("--record", action="store_true", help="regrava o registro de que a página é feita")
    options = parser.parse_args(arguments)
    try:
        (x_train, y_train), (x_test, y_test) = load_data()
    except (OSError, ValueError) as problem:
        print(problem, file=sys.stderr)
        return 1
    samples, unseen = list(islice(choose(x_train, y_train), IMAGES)), list(choose(x_test, y_test))
    print(f"{len(samples)} imagens para aprender, {len(unseen)} para a prova")
    result = train(samples, unseen)
    if options.record:
        write_record(summarize(result, len(samples), unseen))
        print(f"gravado em {RECORD}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
