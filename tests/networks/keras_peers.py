"""As mesmas janelas e as mesmas sequências no Keras e no PyTorch: respostas e gradientes, guardados em JSON.

Os números se refazem, num ambiente que tenha o Keras e o PyTorch, além do que os testes usam, com

    KERAS_BACKEND=torch python3 -m tests.networks.keras_peers

Quem compara é `test_convolution.py`, `test_pooling.py` e `test_recurrent.py`.
"""

import json
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy

from reference.gradients.graph import Variable
from reference.random import RandomState
from tests.gradients.differences import to_numpy

STORED = Path(__file__).with_name("keras_peers.json")

IMAGES = (2, 5, 6, 2)
KERNELS = (3, 2, 2, 3)
SEQUENCES, UNITS = (2, 4, 3), 2
CONVOLUTIONS = {
    "valid": ((1, 1), "valid"),
    "strides": ((2, 3), "valid"),
    "same": ((1, 1), "same"),
    "same-strides": ((2, 2), "same"),
}
POOLINGS = {
    "default": ({"pool_size": (2, 2)}),
    "overlap": ({"pool_size": (3, 2), "strides": (1, 2)}),
    "same": ({"pool_size": (3, 3), "strides": (2, 2), "padding": "same"}),
}
AVERAGES = ["default", "overlap"]
"""Sem a moldura: com o PyTorch por baixo, a média do Keras conta as casas dela, e com o TensorFlow, não."""
SIMPLE = {
    "simple": ("SimpleRNN", {}),
    "simple-all": ("SimpleRNN", {"return_sequences": True, "activation": "relu"}),
}
"""Destas, os números são do PyTorch: com ele por baixo, o Keras as calcula em float32."""
RECURRENT = {
    "lstm": ("LSTM", {}),
    "lstm-all": ("LSTM", {"return_sequences": True}),
    "gru": ("GRU", {}),
    "gru-all": ("GRU", {"return_sequences": True}),
}


def numbers(shape: tuple[int, ...], shift: int = 0) -> numpy.ndarray:
    """Números espalhados de −3 a 3, todos diferentes até 127, os mesmos em toda parte, sem sorteio."""
    places = numpy.arange(int(numpy.prod(shape))) + shift
    return ((places * 45) % 127 / 21 - 3).reshape(shape)


def answered(layer: Any, x: numpy.ndarray) -> dict[str, Any]:
    """A resposta da camada do Keras e os gradientes de uma soma com pesos dela, calculados pelo PyTorch."""
    torch = import_module("torch")
    layer.build(x.shape)
    for i, weight in enumerate(layer.weights):
        weight.assign(numbers(tuple(weight.shape), 7 * i) / 4)
    leaf = torch.tensor(x, requires_grad=True)
    y = layer(leaf)
    upstream = torch.tensor(numbers(tuple(y.shape), 3))
    weights = [weight.value for weight in layer.weights]
    found = torch.autograd.grad((y * upstream).sum(), [leaf, *weights])
    return {"y": y.detach().numpy().tolist(), "gradients": [g.detach().numpy().tolist() for g in found]}


def answered_by_torch(x: numpy.ndarray, activation: str = "tanh", return_sequences: bool = False) -> dict[str, Any]:
    """A resposta e os gradientes da recorrente simples do PyTorch, cujos pesos são os transpostos dos nossos."""
    torch = import_module("torch")
    layer = torch.nn.RNN(x.shape[2], UNITS, nonlinearity=activation, batch_first=True, dtype=torch.float64)
    shapes = [(x.shape[2], UNITS), (UNITS, UNITS), (UNITS,)]
    values = [torch.tensor(numbers(shape, 7 * i) / 4, requires_grad=True) for i, shape in enumerate(shapes)]
    kernel, recurrent, bias = values
    leaf = torch.tensor(x, requires_grad=True)
    names = ["weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0"]
    weights = dict(zip(names, [kernel.T, recurrent.T, bias, torch.zeros_like(bias)]))
    y, _ = torch.func.functional_call(layer, weights, (leaf,))
    y = y if return_sequences else y[:, -1]
    upstream = torch.tensor(numbers(tuple(y.shape), 3))
    found = torch.autograd.grad((y * upstream).sum(), [leaf, *values])
    return {"y": y.detach().numpy().tolist(), "gradients": [g.numpy().tolist() for g in found]}


def found() -> dict[str, Any]:
    keras = import_module("keras")
    keras.config.set_floatx("float64")
    layers = keras.layers
    (kh, kw, _, filters), x, sequences = KERNELS, numbers(IMAGES), numbers(SEQUENCES)
    return {
        "convolution": {
            name: answered(layers.Conv2D(filters, (kh, kw), strides=strides, padding=padding), x)
            for name, (strides, padding) in CONVOLUTIONS.items()
        },
        "MaxPooling2D": {name: answered(layers.MaxPooling2D(**options), x) for name, options in POOLINGS.items()},
        "AveragePooling2D": {name: answered(layers.AveragePooling2D(**POOLINGS[name]), x) for name in AVERAGES},
        "recurrent": {
            **{name: answered_by_torch(sequences, **options) for name, (_, options) in SIMPLE.items()},
            **{
                name: answered(getattr(layers, kind)(UNITS, **options), sequences)
                for name, (kind, options) in RECURRENT.items()
            },
        },
    }


def compare(kind: str, name: str, layer: Any, x: numpy.ndarray, convert: Callable[[Any], Any]) -> Any:
    """Confere com o guardado a resposta e os gradientes da nossa camada, numa biblioteca; devolve a resposta."""
    stored = json.loads(STORED.read_text(encoding="utf-8"))[kind][name]
    leaf = Variable(convert(x))
    layer.build_once(x.shape[1:], RandomState(0))
    for i, weight in enumerate(layer.weights):
        weight.value = convert(numbers(weight.shape, 7 * i) / 4)
    y = layer(leaf)
    y.backward(convert(numbers(y.shape, 3)))
    numpy.testing.assert_allclose(to_numpy(y.value), stored["y"], rtol=0, atol=1e-10)
    for variable, expected in zip([leaf, *layer.weights], stored["gradients"], strict=True):
        numpy.testing.assert_allclose(to_numpy(variable.grad), expected, rtol=0, atol=1e-10)
    return y


if __name__ == "__main__":
    STORED.write_text(json.dumps(found(), separators=(",", ":")) + "\n", encoding="utf-8", newline="\n")
