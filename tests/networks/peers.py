"""As mesmas ativações e perdas noutras casas: valores e gradientes do PyTorch e do Keras, guardados em JSON.

Refazem-se, num ambiente que tenha o Keras e o PyTorch, além do que os testes usam, com

    KERAS_BACKEND=torch python3 -m tests.networks.peers

Quem compara é `test_activations.py`, `test_softmax.py` e `test_losses.py`. A referência é o PyTorch; a do Keras, onde o
PyTorch faz outra conta (o corte das probabilidades), leva `keras` no nome.
"""

import json
from collections.abc import Callable
from functools import lru_cache, partial
from importlib import import_module
from pathlib import Path
from typing import Any

import array_api_strict
import numpy

import reference as np
from reference.gradients.functions import sum as total
from reference.gradients.graph import Variable, gradients
from reference.networks import activations, losses
from reference.networks.softmax import log_softmax, softmax

STORED = Path(__file__).with_name("peers.json")
POINTS = [-1000.0, -30.0, -5.0, -2.0, -1.0, -0.5, -1e-9, 0.0, 1e-9, 0.5, 1.0, 2.0, 5.0, 30.0, 1000.0]
"""Os bicos (−1, 0 e 1), os dois lados de um deles, e os extremos."""
SCORES = [[3.0, 1.0, 0.2], [1000.0, 1001.0, 1002.0], [-1000.0, 0.0, 1000.0], [0.0, 0.0, 0.0], [0.5, -2.0, 0.25]]
ONE_HOT = [[1.0, 0.0, 0.0], [0.0, 0.0, 1.0], [1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.2, 0.3, 0.5]]
CLASSES = [0, 2, 0, 1, 2]
SIGNS = [[1.0, -1.0, 1.0], [-1.0, -1.0, 1.0], [1.0, 1.0, 1.0], [-1.0, 1.0, -1.0], [1.0, -1.0, -1.0]]
BITS = [[1.0, 0.0, 1.0], [0.0, 0.0, 1.0], [1.0, 1.0, 1.0], [0.0, 1.0, 0.25], [1.0, 0.0, 0.5]]
PROBABILITIES = [[0.7, 0.2, 0.1], [0.01, 0.01, 0.98], [0.25, 0.5, 0.25], [0.999, 0.0005, 0.0005], [0.3, 0.3, 0.4]]
EDGES = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.5, 0.5, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]]
"""Certezas: probabilidades de 0 e 1, de que o logaritmo não existe."""

STRICT = partial(array_api_strict.asarray, device=array_api_strict.Device("device1"))
LIBRARIES = {"reference": np.array, "numpy": numpy.array, "strict": STRICT}

Case = tuple[Callable[..., Any], Any, Any]


def loss(name: str, y_true: Any, y_pred: Any, **options: Any) -> Case:
    """Uma perda nossa: o que se deriva é a resposta, e o alvo é constante."""
    return lambda y, p: getattr(losses, name)(y, p, **options), y_pred, y_true


def curve(name: str, **options: Any) -> Case:
    return lambda _, x: getattr(activations, name)(x, **options), POINTS, None


OURS: dict[str, Case] = {
    **{name: curve(name) for name in ("sigmoid", "tanh", "hardtanh", "relu", "leaky_relu", "elu", "gelu", "softplus")},
    "leaky_relu-0.2": curve("leaky_relu", negative_slope=0.2),
    "elu-0.5": curve("elu", alpha=0.5),
    "softmax": (lambda _, z: softmax(z), SCORES, None),
    "softmax-0": (lambda _, z: softmax(z, axis=0), SCORES, None),
    "log_softmax": (lambda _, z: log_softmax(z), SCORES, None),
    "log_softmax-0": (lambda _, z: log_softmax(z, axis=0), SCORES, None),
    "mean_squared_error": loss("mean_squared_error", BITS, SCORES),
    "half_squared_error": loss("half_squared_error", BITS, SCORES),
    "mean_absolute_error": loss("mean_absolute_error", BITS, SCORES),
    "huber": loss("huber", BITS, SCORES),
    "huber-0.5": loss("huber", BITS, SCORES, delta=0.5),
    "hinge": loss("hinge", SIGNS, SCORES),
    "categorical-logits": loss("categorical_crossentropy", ONE_HOT, SCORES, from_logits=True),
    "sparse-logits": loss("sparse_categorical_crossentropy", CLASSES, SCORES, from_logits=True),
    "sparse": loss("sparse_categorical_crossentropy", CLASSES, PROBABILITIES),
    "binary-logits": loss("binary_crossentropy", BITS, SCORES, from_logits=True),
    "binary": loss("binary_crossentropy", BITS, PROBABILITIES),
    "binary-keras": loss("binary_crossentropy", BITS, EDGES),
    "categorical-keras": (lambda y, z: losses.categorical_crossentropy(y, softmax(z)), SCORES, ONE_HOT),
    "sparse-keras": (lambda y, z: losses.sparse_categorical_crossentropy(y, softmax(z)), SCORES, CLASSES),
}


def computed(name: str, build: Callable[[Any], Any] = np.array) -> dict[str, Any]:
    """O valor e o gradiente de um caso, com a nossa função e os tensores de `build`; a saída tem pesos 1, 2, 3…"""
    function, x, target = OURS[name]
    variable = Variable(build(x))
    output = function(None if target is None else build(target), variable)
    weights = build(weights_of(output.shape))
    return {
        "value": numpy.asarray(nested(output.value)),
        "gradient": numpy.asarray(nested(gradients(total(output * weights), [variable])[0])),
    }


def weights_of(shape: tuple[int, ...]) -> Any:
    return numpy.arange(1.0, 1 + numpy.prod(shape)).reshape(shape).tolist()


def nested(x: Any) -> Any:
    """Os números de um tensor como listas; o do array-api-strict não sabe dar a sua."""
    if hasattr(x, "tolist"):
        return x.tolist()
    return [nested(x[i, ...]) for i in range(x.shape[0])] if x.ndim else float(x)


def pytorch(torch: Any) -> dict[str, Callable[..., Any]]:
    """Os casos do PyTorch."""
    f = torch.nn.functional

    def mean_of(kind: Any, **options: Any) -> Callable[..., Any]:
        return lambda y, p: kind(p, y, reduction="none", **options).mean(-1)

    return {
        "sigmoid": lambda _, x: torch.sigmoid(x),
        "tanh": lambda _, x: torch.tanh(x),
        "hardtanh": lambda _, x: f.hardtanh(x),
        "relu": lambda _, x: f.relu(x),
        "leaky_relu": lambda _, x: f.leaky_relu(x),
        "leaky_relu-0.2": lambda _, x: f.leaky_relu(x, 0.2),
        "elu": lambda _, x: f.elu(x),
        "elu-0.5": lambda _, x: f.elu(x, 0.5),
        "gelu": lambda _, x: f.gelu(x, approximate="tanh"),
        "softplus": lambda _, x: f.softplus(x, threshold=100),  # com o de fábrica, 20, ele troca a curva pela reta
        "softmax": lambda _, z: f.softmax(z, -1),
        "softmax-0": lambda _, z: f.softmax(z, 0),
        "log_softmax": lambda _, z: f.log_softmax(z, -1),
        "log_softmax-0": lambda _, z: f.log_softmax(z, 0),
        "mean_squared_error": mean_of(f.mse_loss),
        "half_squared_error": lambda y, p: 0.5 * f.mse_loss(p, y, reduction="none").sum(-1),
        "mean_absolute_error": mean_of(f.l1_loss),
        "huber": mean_of(f.huber_loss),
        "huber-0.5": mean_of(f.huber_loss, delta=0.5),
        "hinge": mean_of(lambda p, y, reduction: f.hinge_embedding_loss(p * y, -y.abs(), reduction=reduction)),
        "categorical-logits": lambda y, z: f.cross_entropy(z, y, reduction="none"),
        "sparse-logits": lambda y, z: f.cross_entropy(z, y, reduction="none"),
        "sparse": lambda y, p: f.nll_loss(p.log(), y, reduction="none"),
        "binary-logits": mean_of(f.binary_cross_entropy_with_logits),
        "binary": mean_of(f.binary_cross_entropy),
    }


def keras(library: Any) -> dict[str, Callable[..., Any]]:
    """Os casos do Keras."""
    library.config.set_floatx("float64")
    theirs, squash = library.losses, library.ops.softmax
    return {
        "binary-keras": lambda y, p: library.ops.binary_crossentropy(y, p).mean(-1),  # a média do Keras é em float32
        "categorical-keras": lambda y, z: theirs.categorical_crossentropy(y, squash(z)),
        "sparse-keras": lambda y, z: theirs.sparse_categorical_crossentropy(y, squash(z)),
    }


def through(torch: Any, name: str, function: Callable[..., Any]) -> dict[str, Any]:
    """O valor e o gradiente de um caso, pelo autograd do PyTorch."""
    _, x, target = OURS[name]
    variable = torch.tensor(x, dtype=torch.float64, requires_grad=True)
    floats = None if target is CLASSES else torch.float64
    output = function(None if target is None else torch.tensor(target, dtype=floats), variable)
    (output * torch.tensor(weights_of(tuple(output.shape)), dtype=torch.float64)).sum().backward()
    return {"value": output.tolist(), "gradient": variable.grad.tolist()}


@lru_cache(maxsize=1)
def stored() -> Any:
    """Os números guardados, por caso."""
    return json.loads(STORED.read_text(encoding="utf-8"))["cases"]


def assert_close(found: dict[str, Any], expected: dict[str, Any], name: str) -> None:
    """Valores e gradientes iguais a menos de 1e-10."""
    for key, numbers in found.items():
        numpy.testing.assert_allclose(numbers, expected[key], rtol=1e-10, atol=1e-10, err_msg=f"{name}: {key}")


def check_stored(names: Any, build: Callable[[Any], Any]) -> None:
    """Os nossos números, com os tensores de `build`, são os guardados."""
    for name in names:
        assert_close(computed(name, build), stored()[name], name)


def check_live(torch: Any, names: Any) -> None:
    """O PyTorch instalado aqui dá os números guardados."""
    functions = pytorch(torch)
    for name in names:
        if name in functions:
            assert_close(through(torch, name, functions[name]), stored()[name], name)


def write() -> None:
    torch, library = import_module("torch"), import_module("keras")
    cases = {name: through(torch, name, f) for name, f in {**pytorch(torch), **keras(library)}.items()}
    head = f'{{\n "made_with": "torch {torch.__version__}, keras {library.__version__}",\n "cases": {{\n  '
    body = ",\n  ".join(f"{json.dumps(name)}: {json.dumps(cases[name])}" for name in OURS)
    STORED.write_text(f"{head}{body}\n }}\n}}\n", encoding="utf-8")


if __name__ == "__main__":
    write()
