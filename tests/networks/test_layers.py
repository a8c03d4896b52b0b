"""Camadas: os números das notas e do PyTorch, os gradientes por diferenças, e o que se diz a quem erra."""

import json
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reference as np
from reference.gradients.functions import sum as total
from reference.gradients.gradient import check_gradient
from reference.gradients.graph import Variable
from reference.networks.initializers import random_normal
from reference.networks.layers import Activation, Dense, Dropout, Flatten, Input, Layer, naive_dense
from reference.networks.regularization import L1L2
from reference.networks.saving import rebuilt_layers
from reference.networks.sequential import Sequential
from reference.random import RandomState
from tests.gradients.peers import apart
from tests.networks.layer_peers import L1, L2, B, W, X, agrees, figures, stored


def checked(layer: Layer, x: Any, training: bool = True) -> None:
    """Confere os gradientes da camada: o do lote, se ele varia, e o de cada peso que se treina."""
    layer.build_once(tuple(x.shape[1:]), RandomState(1))
    moving = [x] if "float" in str(x.dtype) else []
    weights = layer.trainable_weights
    check_gradient(
        lambda *given: layer.call(given[0] if moving else x, training), *moving, *weights, tolerance=1e-6
    ).require()
    if not isinstance(layer.penalty(), int):
        check_gradient(lambda *_: layer.penalty(), *weights, tolerance=1e-6).require()


def rebuilt(layer: Layer) -> Layer:
    """A camada refeita do que se guarda num arquivo."""
    config = json.loads(json.dumps(layer.get_config()))
    return rebuilt_layers([{"class": type(layer).__name__, "config": config}])[0]


@pytest.mark.parametrize(
    ("name", "layer"),
    [
        ("dense", partial(Dense, 2, "tanh")),
        ("penalty", partial(Dense, 2, kernel_regularizer=L1L2(L1, L2))),
    ],
)
def test_the_numbers_of_pytorch(name: str, layer: Callable[[], Layer]) -> None:
    agrees(layer, X, [W, B], stored()[name])


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # do próprio Keras
def test_the_stored_numbers_are_theirs() -> None:
    pytest.importorskip("torch")
    pytest.importorskip("keras")
    now, then = figures(), stored()
    assert now.keys() == then.keys()
    for name in now.keys() - {"versions"}:
        assert apart(now[name], then[name]) < 1e-12, name


def test_the_layers_of_the_notes() -> None:
    """`Layer_Dense(4, 5)` e `(5, 2)`, semente 0, pesos normais de desvio 0,1, sobre as três amostras das notas."""
    small = partial(random_normal, stddev=0.1)
    model = Sequential([Dense(5, kernel_initializer=small), Dense(2, kernel_initializer=small)], seed=0)
    x = np.array([[1.0, 2.0, 3.0, 2.5], [2.0, 5.0, -1.0, 2.0], [-1.5, 2.7, 3.3, -0.8]])
    model.build((4,))
    first = model.layers[0](x)
    assert first.value.round(8).tolist() == [
        [0.10758131, 1.03983522, 0.24462411, 0.31821498, 0.18851053],
        [-0.08349796, 0.70846411, 0.00293357, 0.44701525, 0.36360538],
        [-0.50763245, 0.55688422, 0.07987797, -0.34889573, 0.04553042],
    ]
    assert model.predict(x).round(8).tolist() == [
        [0.148296, -0.08397602],
        [0.14100315, -0.01340469],
        [0.20124979, -0.07290616],
    ]


@settings(max_examples=12)
@given(*[st.integers(1, 4)] * 3, st.sampled_from(["tanh", None, "sigmoid"]), st.booleans())
def test_the_gradients_of_dense(m: int, n: int, units: int, activation: Any, bias: bool) -> None:
    checked(Dense(units, activation, bias), RandomState(m + 10 * n).randn(m, n))


def test_the_gradients_of_the_others() -> None:
    x = RandomState(0).randn(2, 3, 2)
    checked(Dense(3, "tanh", kernel_regularizer="l1_l2"), x)
    checked(Flatten(), x)
    checked(Activation("tanh"), x)


@pytest.mark.parametrize("shape", [(4,), (2, 4), (2, 3, 4)])
def test_dense_is_the_product_of_the_last_axis(shape: tuple[int, ...]) -> None:
    layer = Dense(3, kernel_initializer="glorot_normal", bias_initializer="random_uniform")
    x = RandomState(0).randn(5, *shape)
    layer.build_once(shape, RandomState(2))
    w, b = (numpy.array(weight.value.tolist()) for weight in layer.weights)
    expected = numpy.array(x.tolist()) @ w + b
    numpy.testing.assert_allclose(layer(x).value.tolist(), expected, rtol=1e-13)
    assert layer.output_shape(shape) == (*shape[:-1], 3) == expected.shape[1:]


@settings(max_examples=12)
@given(st.integers(0, 4), st.integers(1, 4), st.integers(1, 4))
def test_the_naive_loop_is_numpys(m: int, n: int, units: int) -> None:
    x, w, b = (RandomState(0).randn(*shape) for shape in ((m, n), (n, units), (units,)))
    theirs = [numpy.array(v.tolist()).reshape(v.shape) for v in (x, w, b)]
    expected = theirs[0] @ theirs[1] + theirs[2]
    numpy.testing.assert_allclose(numpy.array(naive_dense(x, w, b).tolist()).reshape(m, units), expected, rtol=1e-13)


def test_a_neuron_is_a_column() -> None:
    layer = Dense(3, kernel_initializer="random_normal")
    x = RandomState(0).randn(4, 2)
    layer.build_once((2,), RandomState(0))
    for j in range(3):
        alone = Dense(1)
        alone.build_once((2,), RandomState(5))
        alone.kernel.value = layer.kernel.value[:, j : j + 1]
        assert alone(x).value[:, 0].tolist() == layer(x).value[:, j].tolist()


LAYERS = [
    lambda: Dense(3),
    lambda: Dense(2, "relu", False, "he_normal", partial(random_normal, stddev=0.5), "l2", name="oculta"),
    lambda: Dense(2, kernel_regularizer=L1L2(0.5, 0.25), trainable=False),
    lambda: Activation("tanh"),
    lambda: Flatten(input_shape=(2, 2)),
    lambda: Dropout(0.25),
    lambda: Input((4,)),
]


@pytest.mark.parametrize("make", LAYERS)
def test_a_layer_is_rebuilt_from_its_options(make: Callable[[], Layer]) -> None:
    layer = make()
    again = rebuilt(layer)
    assert again.get_config() == layer.get_config()
    assert type(again) is type(layer) and repr(again) == repr(layer)


OPTIONS: dict[str, Any] = {
    "units": 5,
    "activation": "relu",
    "use_bias": False,
    "kernel_initializer": "he_normal",
    "bias_initializer": {"name": "constant", "value": 0.5},
    "kernel_regularizer": {"l1": 0.0, "l2": 0.5},
    "name": "oculta",
    "input_shape": (3,),
    "trainable": False,
}


def test_every_option_of_dense_is_kept() -> None:
    assert set(OPTIONS) == set(Dense(2).get_config())
    for name, value in OPTIONS.items():
        assert Dense(**{"units": 2, name: value}).get_config()[name] == value != Dense(2).get_config()[name]


def test_frozen_weights_do_not_train() -> None:
    layer = Dense(2, trainable=False)
    layer.build_once((3,), RandomState(0))
    assert layer.trainable_weights == [] and layer.count_params() == 8


def test_weights_are_born_once() -> None:
    layer = Dense(2)
    layer.build_once((3,), RandomState(0))
    before = layer.kernel
    assert layer.build_once((3,), RandomState(1)) == (2,)
    assert layer.kernel is before


def test_a_layer_written_by_the_reader() -> None:
    class Double(Layer):
        def call(self, x: Any, training: bool = False) -> Any:
            return x * 2.0

    x = Variable(np.array([[1.0, 2.0]]))
    total(Double()(x)).backward()
    assert x.grad.tolist() == [[2.0, 2.0]] and Layer.kinds.pop("Double") is Double


def test_what_is_said_to_who_errs() -> None:
    for units in (0, -1, 2.5, "2"):
        with pytest.raises(ValueError, match="ao menos um neurônio"):
            Dense(units)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="números soltos"):
        Dense(2)(np.array([1.0, 2.0]))
    layer = Dense(2, name="saída")
    layer(np.ones((3, 4)))
    with pytest.raises(ValueError, match=r"saída: cada amostra tem 4 números.*\(3, 5\), têm 5"):
        layer(np.ones((3, 5)))
    with pytest.raises(ValueError, match="ativação"):
        Dense(2, "rellu")
    with pytest.raises(ValueError, match="inicializador 'he'"):
        Dense(2, kernel_initializer="he")(np.ones((3, 4)))
    with pytest.raises(ValueError, match="regularizador 'l3'"):
        Dense(2, kernel_regularizer="l3")
