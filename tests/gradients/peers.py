"""O mesmo treino em toda parte: um problema pequeno, cem passos, e os números do Keras e do PyTorch guardados em JSON.

Os números se refazem, num ambiente que tenha o Keras e o PyTorch, além do que os testes usam, com

    KERAS_BACKEND=torch python3 -m tests.gradients.peers

Quem compara é `test_sgd.py`, `test_momentum.py`, `test_adaptive.py` e `test_schedules.py`.
"""

import json
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import array_api_strict
import numpy

import reference as np
from reference.gradients.graph import Variable
from reference.gradients.optimizers import Optimizer

STORED = Path(__file__).with_name("peers.json")
START = [[[1.5, -0.75, 0.25], [-2.0, 0.5, 1.0]], [0.1, -0.2, 0.3]]
"""Uma matriz e um vetor, como os pesos e o viés de uma camada."""
KEPT = (0, 1, 2, 9, 99)
"""Depois de que passos, contados do zero, se guardam os valores."""

KERAS = {
    "sgd": ("SGD", {"learning_rate": 0.05}),
    "sgd-default": ("SGD", {}),
    "sgd-decay": ("SGD", {"learning_rate": 0.05, "momentum": 0.5, "weight_decay": 0.1}),
    "momentum": ("SGD", {"learning_rate": 0.02, "momentum": 0.9}),
    "nesterov": ("SGD", {"learning_rate": 0.02, "momentum": 0.9, "nesterov": True}),
    "adagrad": ("Adagrad", {"learning_rate": 0.3}),
    "adagrad-default": ("Adagrad", {}),
    "adagrad-options": ("Adagrad", {"learning_rate": 0.3, "initial_accumulator_value": 0.0, "epsilon": 1e-3}),
    "rmsprop": ("RMSprop", {"learning_rate": 0.02}),
    "rmsprop-default": ("RMSprop", {}),
    "rmsprop-options": ("RMSprop", {"learning_rate": 0.02, "rho": 0.7, "epsilon": 1e-3}),
    "adam": ("Adam", {"learning_rate": 0.05}),
    "adam-default": ("Adam", {}),
    "adam-options": ("Adam", {"learning_rate": 0.05, "beta_1": 0.5, "beta_2": 0.9, "epsilon": 1e-3}),
    "adam-decay": ("Adam", {"learning_rate": 0.05, "weight_decay": 0.1}),
    "adamw": ("AdamW", {"learning_rate": 0.05}),
    "adamw-default": ("AdamW", {}),
}
SCHEDULES = {
    "exponential": ("ExponentialDecay", {"decay_steps": 7, "decay_rate": 0.6}),
    "exponential-stairs": ("ExponentialDecay", {"decay_steps": 7, "decay_rate": 0.6, "staircase": True}),
    "inverse": ("InverseTimeDecay", {"decay_steps": 7, "decay_rate": 0.6}),
    "inverse-stairs": ("InverseTimeDecay", {"decay_steps": 7, "decay_rate": 0.6, "staircase": True}),
    "cosine": ("CosineDecay", {"decay_steps": 20}),
    "cosine-floor": ("CosineDecay", {"decay_steps": 20, "alpha": 0.25}),
    "linear": ("PolynomialDecay", {"decay_steps": 20}),
    "square": ("PolynomialDecay", {"decay_steps": 20, "end_learning_rate": 0.01, "power": 2.0}),
}
RATE = 0.3
WARM_UP = {"initial_learning_rate": 0.05, "decay_steps": 20, "warmup_target": RATE, "warmup_steps": 6}
PIECES = {"boundaries": [4, 9], "values": [1.0, 0.5, 0.1]}
ROWS = {0: (1,), 1: (0, 3), 2: (3,), 3: (), 4: (0,)}
"""Que linhas de uma tabela recebem gradiente em cada passo, de cinco em cinco."""


def slope(step: int, w: list[Any], shift: int = 0) -> list[Any]:
    """O gradiente de $w^4/4 - w^2$ com um pouco de ruído, o mesmo em toda parte: só somas e produtos, sem sorteio."""
    if isinstance(w[0], list):
        return [slope(step, row, 3 * i) for i, row in enumerate(w)]
    return [x * x * x - 2 * x + ((7 * step + 5 * (i + shift)) % 11 - 5) / 10 for i, x in enumerate(w)]


def sparse_slope(step: int, w: list[Any]) -> list[Any]:
    """O mesmo gradiente, só em algumas linhas."""
    return [row if i in ROWS[step % 5] else [0.0] * len(row) for i, row in enumerate(slope(step, w))]


TABLE = [[1.5, -0.75], [0.25, -2.0], [0.5, 1.0], [-1.0, 2.0]]


LIBRARIES: dict[str, Callable[[Any], Any]] = {
    "reference": np.array,
    "numpy": numpy.array,
    "array-api-strict": lambda x: array_api_strict.asarray(x, device=array_api_strict.Device("device1")),
}


def listed(x: Any) -> Any:
    """Um tensor de qualquer biblioteca, em listas do Python."""
    if hasattr(x, "tolist"):
        return x.tolist()
    return [listed(x[i, ...]) for i in range(x.shape[0])] if getattr(x, "shape", ()) else float(x)


def trained(
    optimizer: Optimizer,
    build: Callable[[Any], Any] = np.array,
    start: Any = START,
    rule: Any = slope,
    steps: int = 100,
) -> Any:
    """Os mesmos passos, com um otimizador nosso e tensores de uma biblioteca qualquer."""
    variables, kept = [Variable(build(value)) for value in start], []
    for step in range(steps):
        optimizer.apply([build(rule(step, listed(v.value))) for v in variables], variables)
        if step in KEPT:
            kept.append([listed(v.value) for v in variables])
    return kept


def apart(ours: Any, theirs: Any) -> float:
    """A maior diferença entre dois números na mesma posição de listas aninhadas de mesma forma."""
    if isinstance(theirs, list):
        return max((apart(x, y) for x, y in zip(ours, theirs, strict=True)), default=0.0)
    return abs(ours - theirs)


def stored() -> dict[str, Any]:
    """Os números guardados."""
    return json.loads(STORED.read_text(encoding="utf-8"))


def with_keras(keras: Any, kind: str, options: dict[str, Any]) -> list[Any]:
    """Cem passos de um otimizador do Keras."""
    optimizer = getattr(keras.optimizers, kind)(**options)
    variables = [keras.Variable(value, dtype="float64") for value in START]
    kept = []
    for step in range(100):
        gradients = [slope(step, keras.ops.convert_to_numpy(v.value).tolist()) for v in variables]
        optimizer.apply([keras.ops.convert_to_tensor(g, "float64") for g in gradients], variables)
        if step in KEPT:
            kept.append([keras.ops.convert_to_numpy(v.value).tolist() for v in variables])
    return kept


def with_torch(torch: Any, optimizer: Any, start: list[Any] = START, sparse: bool = False) -> list[Any]:
    """Cem passos de um otimizador do PyTorch; `optimizer` o faz, das variáveis."""
    variables = [torch.tensor(value, dtype=torch.float64, requires_grad=True) for value in start]
    moving, kept = optimizer(variables), []
    for step in range(100):
        for v in variables:
            g = torch.tensor((sparse_slope if sparse else slope)(step, v.tolist()), dtype=torch.float64)
            v.grad = g.to_sparse(1) if sparse else g
        moving.step()
        if step in KEPT:
            kept.append([v.tolist() for v in variables])
    return kept


def sparse_adam(torch: Any) -> list[Any]:
    """Cem passos do Adam esparso do PyTorch, com o ε do Keras."""
    return with_torch(torch, lambda v: torch.optim.SparseAdam(v, lr=0.05, eps=1e-7), [TABLE], sparse=True)


def step_rates(torch: Any) -> list[float]:
    """A taxa de cada época no `StepLR` do PyTorch, que a divide por 10 de três em três."""
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0)
    schedule, rates = torch.optim.lr_scheduler.StepLR(optimizer, step_size=3, gamma=0.1), []
    for _ in range(10):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        schedule.step()
    return rates


def main() -> None:
    """Refaz o arquivo."""
    keras, torch = import_module("keras"), import_module("torch")
    keras.config.set_floatx("float64")
    schedules = keras.optimizers.schedules
    made = {name: getattr(schedules, kind)(RATE, **options) for name, (kind, options) in SCHEDULES.items()}
    made["warm-up"] = schedules.CosineDecay(**WARM_UP)
    made["pieces"] = schedules.PiecewiseConstantDecay(**PIECES)
    figures = {
        "versions": {"keras": keras.__version__, "torch": torch.__version__},
        "optimizers": {name: with_keras(keras, *case) for name, case in KERAS.items()},
        "schedules": {name: [float(schedule(step)) for step in range(30)] for name, schedule in made.items()},
        "sparse-adam": sparse_adam(torch),
        "step-rates": step_rates(torch),
    }
    STORED.write_text(json.dumps(figures) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
