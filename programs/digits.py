r"""Uma rede lê os dez algarismos do MNIST, da primeira à última conta em Python puro.

    python3 -m programs.digits            784-128-10, SGD, lotes de 32, 3 épocas: uns minutos, mais de 97,5 % de acerto
    python3 -m programs.digits --long     a mesma rede, 6 épocas: o dobro do tempo, mais de 98 %
    python3 -m programs.digits --notes    784-512-10, Adam, lotes de 128, 5 épocas: 2.345 atualizações
    python3 -m programs.digits --half     196-128-10: a de 3 épocas, com imagens de 14×14, num terço do tempo
    python3 -m programs.digits --wide     196-192-10, 4 épocas, as mesmas imagens: mais de 98 %
    … --seed 1                            outra semente
    … --seeds 5                           sementes de 0 a 4, com o NumPy a fazer as contas: só o acerto de cada uma
    … --record                            regrava programs/records/digits_….json, de que a página é feita

As imagens vêm de `reference.data.mnist` (veja lá onde são procuradas).
"""

import argparse
import importlib
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from time import process_time
from typing import Any

from programs import _records
from reference.data.labels import to_categorical
from reference.data.mnist import load_data
from reference.gradients.adaptive import Adam
from reference.gradients.sgd import SGD
from reference.networks.callbacks import Callback, Logs
from reference.networks.layers import Dense, Input
from reference.networks.metrics import confusion_matrix
from reference.networks.pooling import AveragePooling2D
from reference.networks.sequential import Sequential
from reference.tensors.tensor import Tensor

RECORDS = Path(__file__).parent / "records"
CLASSES = 10


# --8<-- [start:recipes]
@dataclass(frozen=True)
class Recipe:
    """O que muda de um treino para outro."""

    hidden: int
    optimizer: str
    rate: float
    batch_size: int
    epochs: int
    shrink: int = 1


RECIPES = {
    "short": Recipe(hidden=128, optimizer="sgd", rate=0.5, batch_size=32, epochs=3),
    "long": Recipe(hidden=128, optimizer="sgd", rate=0.5, batch_size=32, epochs=6),
    "notes": Recipe(hidden=512, optimizer="adam", rate=0.001, batch_size=128, epochs=5),
    "half": Recipe(hidden=128, optimizer="sgd", rate=0.8, batch_size=32, epochs=3, shrink=2),
    "wide": Recipe(hidden=192, optimizer="sgd", rate=0.8, batch_size=32, epochs=4, shrink=2),
}
"""Os treinos: o da página, o mesmo por mais tempo, o da rede das notas, e dois com imagens de metade do lado."""
# --8<-- [end:recipes]


# --8<-- [start:shrunk]
def shrunk(images: Tensor, side: int) -> Tensor:
    """Imagens menores: cada quadrado de side × side pontos vira um só, a média deles.

    Examples:
        >>> shrunk(array([[[0, 8, 1, 1], [4, 8, 1, 1]]]), 2)
        array([[[5., 1.]]], dtype=float32)
    """
    pooled: Tensor = AveragePooling2D(side)(images.astype("float32")[..., None])
    return pooled[..., 0]
# --8<-- [end:shrunk]


# --8<-- [start:prepare]
def prepare(images: Tensor, labels: Tensor, shrink: int = 1) -> tuple[Tensor, Tensor]:
    """As imagens como filas de números de 0 a 1 (784, se `shrink` for 1), e os rótulos como vetores com um único 1.

    Examples:
        >>> x, y = prepare(array([[[0, 255]]], dtype="uint8"), array([3], dtype="uint8"))
        >>> x
        array([[0., 1.]], dtype=float32)
        >>> y
        array([[0., 0., 0., 1., 0., 0., 0., 0., 0., 0.]])
    """
    images = shrunk(images, shrink) if shrink > 1 else images
    rows = images.reshape((images.shape[0], -1)).astype("float32") / 255
    return rows, to_categorical(labels, CLASSES)
# --8<-- [end:prepare]


# --8<-- [start:build]
def falling(rate: float, steps: int) -> Any:
    """Taxa que desce em linha reta, de `rate` no primeiro passo a quase zero no último.

    Examples:
        >>> rate = falling(0.5, 10)
        >>> rate(0), rate(5)
        (0.5, 0.25)
    """
    return lambda step: rate * (1 - step / steps)


def build(recipe: Recipe, pixels: int, updates: int, seed: int) -> Sequential:
    """A rede da receita, pronta para treinar."""
    model = Sequential(seed=seed)
    model.add(Input((pixels,)))
    model.add(Dense(recipe.hidden, activation="relu"))
    model.add(Dense(CLASSES, activation="softmax"))
    optimizer = Adam(recipe.rate) if recipe.optimizer == "adam" else SGD(falling(recipe.rate, updates))
    model.compile(optimizer=optimizer, loss="categorical_crossentropy", metrics=["accuracy"])
    return model
# --8<-- [end:build]


class Stopwatch(Callback):
    """Anota o tempo de processador de cada época e a perda a cada punhado de lotes."""

    def __init__(self, every: int = 100) -> None:
        self.every = every
        self.seconds: list[float] = []
        self.curve: list[float] = []

    def on_epoch_begin(self, epoch: int) -> None:
        """Zera o relógio."""
        self.start = process_time()

    def on_train_batch_end(self, batch: int, logs: Logs) -> None:
        """Anota a perda média da época até aqui."""
        if (batch + 1) % self.every == 0:
            self.curve.append(round(logs["loss"], 5))

    def on_epoch_end(self, epoch: int, logs: Logs) -> None:
        """Anota o tempo da época, antes da medida nas imagens novas."""
        self.seconds.append(round(process_time() - self.start, 1))


# --8<-- [start:train]
def train(recipe: Recipe, seen: tuple[Tensor, Tensor], unseen: tuple[Tensor, Tensor], seed: int = 0) -> dict[str, Any]:
    """Treina com umas imagens e mede em outras; devolve o que se grava.

    Args:
        recipe: O que treinar.
        seen: Imagens e rótulos com que a rede aprende.
        unseen: Imagens e rótulos que ela nunca viu.
        seed: Semente dos pesos e da ordem dos lotes.
    """
    (x, y), (x_test, y_test) = prepare(*seen, recipe.shrink), prepare(*unseen, recipe.shrink)
    updates = recipe.epochs * -(-x.shape[0] // recipe.batch_size)
    model, watch = build(recipe, x.shape[1], updates, seed), Stopwatch()
    history = model.fit(x, y, batch_size=recipe.batch_size, epochs=recipe.epochs, callbacks=[watch])
    loss, accuracy = model.evaluate(x_test, y_test, batch_size=500, verbose=0)
    answers = model.predict(x_test, batch_size=500)
    chosen = answers.argmax(axis=-1)
    wrong = [i for i, (a, b) in enumerate(zip(chosen.tolist(), unseen[1].tolist())) if a != b]
    return {
        "settings": {**asdict(recipe), "seed": seed, "images": x.shape[0], "python": sys.version.split()[0]},
        "parameters": model.count_params(),
        "updates": model.optimizer.iterations,
        "history": {name: [round(v, 5) for v in values] for name, values in history.history.items()},
        "seconds": watch.seconds,
        "curve": watch.curve,
        "test_loss": round(loss, 5),
        "accuracy": round(accuracy, 6),
        "confusion": confusion_matrix(unseen[1], chosen, CLASSES).tolist(),
        "mistakes": [mistake(i, unseen, answers) for i in wrong[:12]],
    }
# --8<-- [end:train]


# --8<-- [start:over_seeds]
def over_seeds(
    recipe: Recipe, seen: tuple[Tensor, Tensor], unseen: tuple[Tensor, Tensor], seeds: int, library: Any
) -> list[float]:
    """O acerto da mesma receita com cada semente; os tensores são os de `library`, para que caiba em minutos.

    Args:
        recipe: O que treinar.
        seen: Imagens e rótulos com que a rede aprende.
        unseen: Imagens e rótulos que ela nunca viu.
        seeds: Quantas sementes, a partir de 0.
        library: Quem faz as contas: o NumPy, ou outra biblioteca com a mesma face.
    """
    pairs = [prepare(*pair, recipe.shrink) for pair in (seen, unseen)]
    (x, y), (x_test, y_test) = ([library.asarray(part) for part in pair] for pair in pairs)
    updates = recipe.epochs * -(-x.shape[0] // recipe.batch_size)
    found = []
    for seed in range(seeds):
        model = build(recipe, x.shape[1], updates, seed)
        model.fit(x, y, batch_size=recipe.batch_size, epochs=recipe.epochs, verbose=0)
        accuracy = model.evaluate(x_test, y_test, batch_size=500, verbose=0)[1]
        print(f"semente {seed}: {accuracy:.2%}", flush=True)
        found.append(round(accuracy, 6))
    return found
# --8<-- [end:over_seeds]


def mistake(i: int, unseen: tuple[Tensor, Tensor], answers: Tensor) -> dict[str, Any]:
    """Um erro como vai ao registro: a imagem, o rótulo, e as dez probabilidades que a rede deu."""
    image, label = unseen[0][i], unseen[1][i]
    given = [round(float(p), 4) for p in answers[i]]
    return {"i": i, "label": int(label), "answer": given, "image": image.reshape(-1).tolist()}


def read_record(name: str) -> dict[str, Any]:
    """O que o último treino gravado com essa receita deixou."""
    return _records.read(RECORDS / f"digits_{name}.json")


def write_record(name: str, record: dict[str, Any]) -> Path:
    """Grava o registro, uma linha por assunto; devolve onde."""
    path = RECORDS / f"digits_{name}.json"
    _records.write(path, record)
    return path


FLAGS = {
    "long": "a mesma rede, 6 épocas em vez de 3",
    "notes": "a rede das notas: 784-512-10, Adam, 5 épocas",
    "half": "a mesma rede, com imagens de 14×14: um terço do tempo",
    "wide": "imagens de 14×14, 192 neurônios, 4 épocas",
}
"""As outras receitas, e o que se diz delas a quem pede ajuda."""


def main(arguments: list[str]) -> int:
    """O programa; devolve o código de saída."""
    parser = argparse.ArgumentParser(prog="python3 -m programs.digits", description="Uma rede lê algarismos.")
    which = parser.add_mutually_exclusive_group()
    for flag, told in FLAGS.items():
        which.add_argument(f"--{flag}", dest="name", action="store_const", const=flag, default="short", help=told)
    parser.add_argument("--seed", type=int, default=0, help="semente dos pesos e da ordem dos lotes")
    parser.add_argument("--seeds", type=int, help="quantas sementes experimentar, com o NumPy a fazer as contas")
    parser.add_argument("--record", action="store_true", help="regrava o registro de que a página é feita")
    options = parser.parse_args(arguments)
    name = options.name
    try:
        seen, unseen = load_data()
    except (OSError, ValueError) as problem:
        print(problem, file=sys.stderr)
        return 1
    if options.seeds:
        accuracies = over_seeds(RECIPES[name], seen, unseen, options.seeds, importlib.import_module("numpy"))
        if options.record:
            print(f"gravado em {write_record(f'{name}_seeds', {'accuracies': accuracies})}")
        return 0
    record = train(RECIPES[name], seen, unseen, options.seed)
    print(f"{record['updates']} atualizações, {process_time():.0f} s de processador, do começo ao fim")
    print(f"acerto em {unseen[0].shape[0]} imagens novas: {record['accuracy']:.2%}")
    if options.record:
        print(f"gravado em {write_record(name, record)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
