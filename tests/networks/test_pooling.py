"""Agrupamento: o maior e a média de cada janela, contra o Keras e as diferenças centrais."""

from typing import Any

import numpy
import pytest
from hypothesis import given, settings

import reference as np
from reference.networks.pooling import AveragePooling2D, MaxPoolGate, MaxPooling2D, SumPoolGate
from tests.gradients.differences import LIBRARIES, check_gate
from tests.networks.keras_peers import AVERAGES, IMAGES, POOLINGS, compare, numbers
from tests.networks.test_convolution import Case, cases

LAYERS = {kind.__name__: kind for kind in (MaxPooling2D, AveragePooling2D)}
COMPARED = [*(("MaxPooling2D", name) for name in POOLINGS), *(("AveragePooling2D", name) for name in AVERAGES)]


@pytest.mark.parametrize("kind", [MaxPoolGate, SumPoolGate])
def test_the_gates_against_differences(kind: Any) -> None:
    @settings(max_examples=15)
    @given(cases())
    def check(case: Case) -> None:
        images, kernels, strides = case
        check_gate(lambda: kind(kernels[:2], strides), [numbers(images)])

    check()


@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize(("kind", "name"), COMPARED)
def test_the_same_numbers_as_keras(kind: str, name: str, library: str) -> None:
    layer = LAYERS[kind](**POOLINGS[name])
    y = compare(kind, name, layer, numbers(IMAGES), LIBRARIES[library])
    assert tuple(y.shape[1:]) == layer.output_shape(IMAGES[1:])


@pytest.mark.parametrize("strides", [(1, 1), (2, 2), (2, 3)])
@pytest.mark.parametrize("kind", LAYERS)
def test_a_framed_window_looks_only_at_the_image(kind: str, strides: tuple[int, int]) -> None:
    """A janela de 3 que para na casa i vê as casas da imagem de i − sobra até i − sobra + 2, e mais nenhuma."""
    x = numbers((1, 5, 6, 2))
    y = LAYERS[kind](3, strides, padding="same")(x)
    tops = [max(0, (-(-n // s) - 1) * s + 3 - n) // 2 for n, s in zip((5, 6), strides)]
    measure = {"MaxPooling2D": numpy.max, "AveragePooling2D": numpy.mean}[kind]
    for i, j, c in numpy.ndindex(y.shape[1:]):
        top, left = i * strides[0] - tops[0], j * strides[1] - tops[1]
        seen = x[0, max(0, top) : top + 3, max(0, left) : left + 3, c]
        assert y[0, i, j, c] == pytest.approx(measure(seen), rel=1e-14)


def test_the_first_of_the_tied_takes_the_gradient() -> None:
    gate = MaxPoolGate((2, 2), (1, 1))
    gate.forward(np.ones((1, 2, 3, 1)))
    (gradient,) = gate.backward(np.array([[[[2.0], [3.0]]]]))
    assert gradient.reshape((2, 3)).tolist() == [[2.0, 3.0, 0.0], [0.0, 0.0, 0.0]]


def test_the_frame_never_wins_nor_counts() -> None:
    x = np.full((1, 3, 3, 1), -5.0)
    assert numpy.unique(MaxPooling2D(2, padding="same")(x).tolist()) == [-5.0]
    assert numpy.unique(AveragePooling2D(2, padding="same")(x).tolist()) == [-5.0]


def test_bad_requests_are_refused() -> None:
    with pytest.raises(ValueError, match="pool_size: espera um inteiro positivo"):
        MaxPooling2D((2, -1))
    with pytest.raises(ValueError, match="maxpooling2d: cada amostra tem forma"):
        MaxPooling2D()(np.ones((2, 3)))
    with pytest.raises(ValueError, match="uma de 4 não cabe numa imagem de 3"):
        AveragePooling2D(4)(np.ones((1, 3, 3, 1)))
