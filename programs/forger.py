r"""Uma rede aprende a falsificar números: os de um sino, e os de dois morros.

    python3 -m programs.forger             treina as três falsificadoras e diz a média e o desvio de cada uma
    python3 -m programs.forger --record    faz o mesmo e regrava programs/records/forger.json

Não há dados a baixar: as amostras verdadeiras são sorteadas. O treino das três leva perto de um minuto.
"""

import argparse
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from programs import _records
from reference.gradients.adaptive import Adam
from reference.networks.adversarial import GAN
from reference.networks.layers import Dense
from reference.networks.sequential import Sequential
from reference.random import RandomState
from reference.tensors.tensor import Tensor

RECORD = Path(__file__).parent / "records" / "forger.json"
SAMPLES, EVERY = 400, 20
"""Quantas amostras falsas se guardam a cada retrato, e de quantos em quantos passos se anotam os custos."""


# --8<-- [start:recipes]
@dataclass(frozen=True)
class Recipe:
    """O que muda de um treino para outro; os morros são normais de desvio 0,5, todos da mesma altura."""

    centers: tuple[float, ...]
    rate: float
    batch_size: int
    seed: int
    steps: int = 800


RECIPES = {
    "bell": Recipe(centers=(4.0,), rate=0.003, batch_size=32, seed=0),
    "collapsed": Recipe(centers=(4.0,), rate=0.003, batch_size=32, seed=2),
    "hills": Recipe(centers=(1.0, 4.0), rate=0.01, batch_size=64, seed=0),
}
"""Os três treinos gravados: o sino, o mesmo sino com outra semente, e os dois morros."""
# --8<-- [end:recipes]


# --8<-- [start:truth]
def truth(recipe: Recipe, m: int, random: RandomState) -> Tensor:
    """Amostras verdadeiras: escolhe-se um morro e sorteia-se em torno do centro dele.

    Examples:
        >>> truth(RECIPES["bell"], 3, RandomState(0)).shape
        (3, 1)
    """
    x = random.normal(recipe.centers[-1], 0.5, size=(m, 1))
    for center in recipe.centers[:-1]:
        x = x + (center - recipe.centers[-1]) * (random.uniform(size=(m, 1)) < 0.5)
    return x
# --8<-- [end:truth]


# --8<-- [start:build]
def build(recipe: Recipe) -> GAN:
    """As duas redes, prontas: 8 neurônios ocultos na geradora, 8 e 8 na discriminadora."""
    generator = Sequential([Dense(8, activation="tanh"), Dense(1)], seed=recipe.seed)
    layers = [Dense(8, activation="relu"), Dense(8, activation="relu"), Dense(1)]
    discriminator = Sequential(layers, seed=recipe.seed + 1)
    gan = GAN(generator, discriminator, latent=1, seed=recipe.seed + 2)

    def falling(rate: float) -> Any:
        return lambda step: rate * (1 - step / recipe.steps)

    gan.compile(Adam(falling(recipe.rate), beta_1=0.5), Adam(falling(0.02), beta_1=0.5))
    return gan
# --8<-- [end:build]


# --8<-- [start:train]
def train(recipe: Recipe) -> dict[str, Any]:
    """Treina uma falsificadora; devolve o que se grava: os custos, e o retrato do que ela faz de tempos em tempos."""
    gan, random = build(recipe), RandomState(recipe.seed)
    noise = RandomState(99).normal(size=(SAMPLES, 1))  # os mesmos sorteios em todos os retratos
    costs: dict[str, list[float]] = {"generator": [], "discriminator": []}
    portraits = {}
    for step in range(recipe.steps + 1):
        if step in (0, recipe.steps // 8, recipe.steps // 4, recipe.steps // 2, recipe.steps):
            portraits[str(step)] = [round(x, 3) for x in gan.generator.predict(noise, SAMPLES).reshape(-1).tolist()]
        if step == recipe.steps:
            break
        logs = gan.train_on_batch(truth(recipe, recipe.batch_size, random))
        if step % EVERY == 0:
            for name, cost in logs.items():
                costs[name].append(round(cost, 4))
    return {"settings": asdict(recipe), "costs": costs, "portraits": portraits}
# --8<-- [end:train]


def spread(values: list[float]) -> tuple[float, float]:
    """Média e desvio de uns números.

    Examples:
        >>> spread([1.0, 3.0])
        (2.0, 1.0)
    """
    mean = sum(values) / len(values)
    return mean, (sum((x - mean) ** 2 for x in values) / len(values)) ** 0.5


def read_record() -> dict[str, Any]:
    """O que o último treino gravado deixou."""
    return _records.read(RECORD)


def write_record(record: dict[str, Any]) -> None:
    """Grava o registro, uma linha por treino."""
    _records.write(RECORD, record)


def main(arguments: list[str]) -> int:
    """O programa; devolve o código de saída."""
    parser = argparse.ArgumentParser(prog="python3 -m programs.forger", description="Uma rede aprende a falsificar.")
    parser.add_argument("--record", action="store_true", help="regrava o registro de que a página é feita")
    options = parser.parse_args(arguments)
    record = {}
    for name, recipe in RECIPES.items():
        record[name] = train(recipe)
        mean, deviation = spread(record[name]["portraits"][str(recipe.steps)])
        print(f"{name}: média {mean:.2f}, desvio {deviation:.2f}", flush=True)
    if options.record:
        write_record(record)
        print(f"gravado em {RECORD}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
