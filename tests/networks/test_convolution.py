"""Convolução: laços ao pé da letra, imagens deslocadas, Keras e diferenças centrais dão os mesmos números."""

from typing import Any

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reference as np
from reference.networks.convolution import Conv2D, ConvolutionGate, PadGate, naive_convolution, padded
from reference.networks.layers import Dense, Flatten
from reference.networks.pooling import MaxPooling2D
from reference.networks.sequential import Sequential
from tests.gradients.differences import LIBRARIES, check_gate
from tests.networks.keras_peers import CONVOLUTIONS, IMAGES, KERNELS, compare, numbers

Case = tuple[tuple[int, ...], tuple[int, ...], tuple[int, int]]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Formas das imagens e dos filtros e o passo; às vezes o filtro cobre a imagem inteira, às vezes não há lote."""
    window = draw(st.integers(1, 3)), draw(st.integers(1, 3))
    sides = [n + draw(st.integers(0, 3)) for n in window]
    channels, filters = draw(st.integers(1, 2)), draw(st.integers(1, 2))
    strides = draw(st.integers(1, 3)), draw(st.integers(1, 3))
    return (draw(st.integers(1, 2)), *sides, channels), (*window, channels, filters), strides


@settings(max_examples=20)
@given(cases())
def test_the_gate_against_differences(case: Case) -> None:
    images, kernels, strides = case
    check_gate(lambda: ConvolutionGate(kernels[:2], strides), [numbers(images), numbers(kernels, 5)])


@settings(max_examples=30)
@given(cases())
def test_the_plain_loops_and_the_shifted_images_agree(case: Case) -> None:
    images, kernels, (down, across) = case
    x, w = numbers(images), numbers(kernels, 5)
    expected = numpy.array(naive_convolution(x.tolist(), w.tolist()))[:, ::down, ::across]
    for convert in (np.array, numpy.array):
        found = ConvolutionGate(kernels[:2], (down, across)).forward(convert(x.tolist()), convert(w.tolist()))
        numpy.testing.assert_allclose(numpy.array(found.tolist()), expected, rtol=1e-13, atol=1e-13)


@pytest.mark.parametrize(("before", "after"), [((1, 0), (2, 1)), ((0, 0), (0, 3))])
def test_the_frame_against_differences(before: tuple[int, int], after: tuple[int, int]) -> None:
    check_gate(lambda: PadGate(before, after, 7.0), [numbers((2, 2, 3, 1))])


@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize("name", CONVOLUTIONS)
def test_the_same_numbers_as_keras(name: str, library: str) -> None:
    strides, padding = CONVOLUTIONS[name]
    layer = Conv2D(KERNELS[3], KERNELS[:2], strides, padding)
    y = compare("convolution", name, layer, numbers(IMAGES), LIBRARIES[library])
    assert tuple(y.shape[1:]) == layer.output_shape(IMAGES[1:])


def test_the_notes_example() -> None:
    """[1, 2, 3, 4] com [1, −1]: o filtro não se inverte, e a convolução da matemática inverte."""
    layer = Conv2D(1, (1, 2), use_bias=False)
    x = np.array([1.0, 2.0, 3.0, 4.0]).reshape((1, 1, 4, 1))
    layer(x)
    layer.kernel.value = np.array([1.0, -1.0]).reshape((1, 2, 1, 1))
    assert layer(x).value.reshape(-1).tolist() == [-1.0, -1.0, -1.0]
    assert np.convolve([1.0, 2.0, 3.0, 4.0], [1.0, -1.0], "valid").tolist() == [1.0, 1.0, 1.0]


def test_the_frame_is_as_thin_as_it_can_be() -> None:
    x = np.ones((1, 5, 5, 1))
    assert padded(x, (3, 3), (1, 1), "valid") is x and padded(x, (1, 1), (2, 2), "same") is x
    framed = padded(x, (4, 3), (1, 2), "same")
    assert framed.shape == (1, 8, 7, 1)
    assert framed[0, :, 3, 0].tolist() == [0.0, *[1.0] * 5, 0.0, 0.0]


def small(seed: int = 0) -> Sequential:
    layers = [Conv2D(3, 2, activation="tanh"), MaxPooling2D(2, strides=1, padding="same"), Flatten(), Dense(2)]
    model = Sequential(layers, seed=seed)
    model.compile(optimizer="adam", loss="mse")
    return model


def test_twenty_steps_give_the_same_losses_in_any_library() -> None:
    x, y = numbers((6, 4, 5, 1)), numbers((6, 2), 9)
    losses = {}
    for library, convert in LIBRARIES.items():
        history = small().fit(convert(x), convert(y), batch_size=3, epochs=10, verbose=0)
        losses[library] = history.history["loss"]
    assert losses["reference"][-1] < losses["reference"][0]
    for found in losses.values():
        numpy.testing.assert_allclose(found, losses["reference"], rtol=0, atol=1e-12)


def test_a_saved_network_answers_the_same(tmp_path: Any) -> None:
    x, model = np.array(numbers((2, 4, 5, 1)).tolist()), small()
    answer = model.predict(x).tolist()
    model.save(tmp_path / "rede.safetensors")
    assert Sequential.load(tmp_path / "rede.safetensors").predict(x).tolist() == answer


def test_bad_requests_are_refused() -> None:
    image = np.ones((1, 4, 4, 2))
    for wrong, message in [
        (lambda: Conv2D(0, 3), "ao menos um filtro"),
        (lambda: Conv2D(1, (3, 0)), "kernel_size: espera um inteiro positivo"),
        (lambda: Conv2D(1, 3, strides=(1, 1, 1)), "strides: espera"),
        (lambda: Conv2D(1, 3, padding="full"), "'valid' ou 'same', e não 'full'"),
        (lambda: Conv2D(1, 5)(image), "uma de 5 não cabe numa imagem de 4"),
        (lambda: Conv2D(1, 3)(np.ones((2, 4, 4))), r"\(altura, largura, canais\), e a destas é \(4, 4\)"),
    ]:
        with pytest.raises(ValueError, match=message):
            wrong()
    layer = Conv2D(1, 3, name="borda")
    layer(image)
    with pytest.raises(ValueError, match="borda: os filtros veem 2 canais, e há 1"):
        layer(np.ones((1, 4, 4, 1)))
