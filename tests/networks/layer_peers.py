"""As camadas nos números do PyTorch e do Keras: o que sai, o que volta a cada peso, e o que fica nas médias móveis.

O arquivo `layer_peers.json`, ao lado, se refaz num ambiente que tenha os dois, além do que os testes usam, com

    KERAS_BACKEND=torch python3 -m tests.networks.layer_peers
"""

import json
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy

from reference.gradients.functions import sum as total
from reference.gradients.graph import Variable, gradients
from reference.networks.layers import Layer
from reference.operations.namespaces import array_namespace
from reference.random import RandomState
from tests.gradients.peers import LIBRARIES, apart, listed

STORED = Path(__file__).with_name("layer_peers.json")

X = [[0.5, -1.25, 2.0], [3.0, 0.75, -0.5], [-1.0, 0.25, 1.5], [2.0, -0.5, 0.125]]
W, B = [[0.5, -1.0], [0.25, 2.0], [-1.5, 0.125]], [0.1, -0.2]
MASK = [[1.0, 0.0], [1.0, 1.0], [0.0, 1.0]]
GAMMA, BETA = [1.5, -0.5, 2.0], [0.25, 0.0, -1.0]
MEAN, VARIANCE = [0.5, -0.25, 1.0], [2.0, 0.5, 1.25]
TABLE, ROWS = [[1.5, -0.75], [0.25, -2.0], [0.5, 1.0]], [[2, 0], [2, 2], [1, 0]]
L1, L2 = 0.03, 0.01
SHAPES = [(), (7,), (784, 512), (3, 3, 1, 8), (5, 3, 2, 4), (2, 3, 4, 5, 6)]
MOMENTUM, EPSILON = 0.75, 1e-3


def libraries() -> dict[str, Callable[[Any], Any]]:
    """As bibliotecas em que as camadas têm de dar os mesmos números; o PyTorch, onde estiver instalado."""
    if not (find_spec("torch") and find_spec("array_api_compat")):
        return LIBRARIES
    return {**LIBRARIES, "torch": lambda x: import_module("torch").from_numpy(numpy.asarray(x))}


def stored() -> dict[str, Any]:
    return json.loads(STORED.read_text(encoding="utf-8"))


def upstream(shape: tuple[int, ...]) -> Any:
    """Um número diferente por elemento, para que nenhum gradiente se esconda atrás de outro."""
    size = 1
    for n in shape:
        size *= n
    return [1.0 + 0.5 * k for k in range(size)]


def ours(layer: Layer, x: Any, weights: list[Any], build: Callable[[Any], Any], training: bool = True) -> list[Any]:
    """O que a camada responde a um lote, e o gradiente do lote (se varia) e de cada peso que se treina."""
    x = build(x)
    moving = Variable(x) if "float" in str(x.dtype) else x
    layer.build_once(tuple(x.shape[1:]), RandomState(0))
    for weight, value in zip(layer.weights, weights, strict=True):
        weight.value = build(value)
    y = layer.call(moving, training)
    xp = array_namespace(y.value)
    g = xp.reshape(build(upstream(y.shape)), y.shape)
    sources = [moving] if moving is not x else []
    slopes = gradients(total(y * g) + layer.penalty(), [*sources, *layer.trainable_weights])
    return [listed(y.value), *map(listed, slopes)]


def agrees(layer: Callable[[], Layer], x: Any, weights: list[Any], expected: list[Any], training: bool = True) -> None:
    """Os números guardados, em todas as bibliotecas."""
    for name, build in libraries().items():
        assert apart(ours(layer(), x, weights, build, training), expected) < 1e-10, name


def with_torch(torch: Any, f: Callable[..., Any], *values: Any) -> list[Any]:
    """A saída de `f` e os gradientes de cada entrada; a multa, se `f` a der, entra no total."""
    inputs = [torch.tensor(v, dtype=torch.float64, requires_grad=True) for v in values]
    found = f(*inputs)
    y, penalty = found if isinstance(found, tuple) else (found, 0.0)
    g = torch.tensor(upstream(tuple(y.shape)), dtype=torch.float64).reshape(y.shape)
    ((y * g).sum() + penalty).backward()
    return [y.tolist(), *(v.grad.tolist() for v in inputs)]


def moving(keras: Any) -> list[Any]:
    """As médias móveis do Keras depois de dois lotes de treino."""
    layer = keras.layers.BatchNormalization(momentum=MOMENTUM, dtype="float64")
    layer.build((None, 3))
    layer(keras.ops.convert_to_tensor(X, "float64"), training=True)
    layer(keras.ops.convert_to_tensor([[2 * v for v in row] for row in X], "float64"), training=True)
    return [keras.ops.convert_to_numpy(v).tolist() for v in (layer.moving_mean, layer.moving_variance)]


def figures() -> dict[str, Any]:
    """Os números, refeitos agora."""
    torch, keras = import_module("torch"), import_module("keras")
    keras.config.set_floatx("float64")
    fans = import_module("keras.src.initializers.random_initializers").compute_fans
    mask, rows = torch.tensor(MASK, dtype=torch.float64), torch.tensor(ROWS)
    mean, variance = (torch.tensor(v, dtype=torch.float64) for v in (MEAN, VARIANCE))
    normal = torch.nn.functional.batch_norm
    w = torch.tensor(W, dtype=torch.float64)
    return {
        "versions": {"keras": keras.__version__, "torch": torch.__version__},
        "dense": with_torch(torch, lambda x, w, b: torch.tanh(x @ w + b), X, W, B),
        "penalty": with_torch(torch, lambda x, w, b: (x @ w + b, L1 * w.abs().sum() + L2 * (w**2).sum()), X, W, B),
        "penalties": [
            float(kind(factor)(keras.ops.convert_to_tensor(w)))
            for kind, factor in ((keras.regularizers.L1, L1), (keras.regularizers.L2, L2))
        ],
        "sparse": with_torch(torch, lambda x, w, b: torch.tanh(x @ (w * mask) + b), X, W, B),
        "normalization": with_torch(
            torch, lambda x, g, b: normal(x, None, None, g, b, training=True, eps=EPSILON), X, GAMMA, BETA
        ),
        "inference": with_torch(
            torch, lambda x, g, b: normal(x, mean, variance, g, b, training=False, eps=EPSILON), X, GAMMA, BETA
        ),
        "moving": moving(keras),
        "embedding": with_torch(torch, lambda t: torch.nn.functional.embedding(rows, t), TABLE),
        "fans": [list(fans(shape)) for shape in SHAPES],
    }


def main() -> None:
    """Refaz o arquivo."""
    lines = [f"{json.dumps(name)}: {json.dumps(numbers)}" for name, numbers in figures().items()]
    STORED.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
