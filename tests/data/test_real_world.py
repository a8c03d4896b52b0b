"""Dados do mundo real: as formas das notas, as duas ordens dos canais e a conta da memória."""

import math
from collections import Counter

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

import reference as np
from reference.data.real_world import (
    count_words,
    encode_text,
    in_units,
    memory,
    normalize_bytes,
    to_channels_first,
    to_channels_last,
)
from tests.oracle import to_numpy, to_reference

images = hnp.arrays("uint8", hnp.array_shapes(min_dims=3, max_dims=5, max_side=4))
VIDEO = (4, 240, 144, 256, 3)


# A memória


def test_the_video_of_the_notes() -> None:
    assert VIDEO[1] == 60 * 4, "60 segundos a 4 quadros por segundo"
    assert math.prod(VIDEO) == 106_168_320 == memory(VIDEO, "uint8")
    assert memory(VIDEO, "float32") == 424_673_280 == 405 * 2**20
    assert in_units(memory(VIDEO)) == "405 MiB (424.67 MB)"


@pytest.mark.parametrize(
    ("shape", "dtype", "expected"),
    [
        ((100000, 3), "float32", 1_200_000),
        ((500, 20000), "float32", 40_000_000),
        ((250, 390, 3), "float64", 2_340_000),
        ((1000000, 280, 128), "uint8", 35_840_000_000),
        ((128, 256, 256, 1), "uint8", 8_388_608),
        ((128, 256, 256, 3), "float32", 100_663_296),
        ((60000, 28, 28), "uint8", 47_040_000),
        ((), "float64", 8),
        ((3, 0), "int64", 0),
    ],
)
def test_memory(shape: tuple[int, ...], dtype: str, expected: int) -> None:
    assert memory(shape, dtype) == expected


@given(hnp.array_shapes(min_dims=0, max_dims=4), st.sampled_from(["bool", "uint8", "int16", "float32", "float64"]))
def test_memory_is_the_nbytes_of_the_real_thing(shape: tuple[int, ...], dtype: str) -> None:
    assert memory(shape, dtype) == np.zeros(shape, dtype=dtype).nbytes == numpy.zeros(shape, dtype).nbytes


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1000, "1000 B (1 kB)"),
        (1023, "1023 B (1.023 kB)"),
        (1024, "1 KiB (1.024 kB)"),
        (2**20 - 1, "1024 KiB (1.0486 MB)"),
        (2**20, "1 MiB (1.0486 MB)"),
        (10**9, "953.67 MiB (1 GB)"),
        (2**50, "1024 TiB (1125.9 TB)"),
    ],
)
def test_units(count: int, expected: str) -> None:
    assert in_units(count) == expected


# Textos


@given(st.lists(st.lists(st.sampled_from(["sol", "mar", "Sol", "lua", "paz"])).map(" ".join), max_size=5))
def test_words_are_counted(texts: list[str]) -> None:
    vocabulary = ["sol", "mar", "paz"]
    expected = [[Counter(text.lower().split())[word] for word in vocabulary] for text in texts]
    found = count_words(texts, vocabulary)
    assert found.tolist() == expected and found.shape == (len(texts), 3)


def test_texts_may_come_one_by_one() -> None:
    assert count_words((text for text in ["a b", "b"]), ["b"]).tolist() == [[1], [1]]


@given(st.text(st.characters(max_codepoint=127), max_size=20))
def test_a_text_is_one_one_per_character(text: str) -> None:
    encoded = to_numpy(encode_text(text, steps=20))
    assert encoded.shape == (20, 128) and str(encoded.dtype) == "uint8" and encoded.sum() == len(text)
    codes = [ord(character) for character in text]
    assert numpy.array_equal(encoded[: len(text)], numpy.eye(128, dtype="uint8")[codes])
    assert "".join(chr(code) for code in encoded[: len(text)].argmax(axis=1)) == text


def test_a_tweet_has_the_shape_of_the_notes() -> None:
    assert encode_text("bom dia").shape == (280, 128)


def test_what_does_not_fit_raises() -> None:
    with pytest.raises(ValueError, match="281 caracteres e há 280 passos"):
        encode_text("a" * 281)
    with pytest.raises(ValueError, match="'ã' tem código 227; o alfabeto vai até 127"):
        encode_text("maçã".replace("ç", "c"))
    with pytest.raises(ValueError, match="'d' tem código 100"):
        encode_text("d", alphabet=100)


# Imagens


@given(images)
def test_the_channels_move_and_the_pixels_do_not(image: numpy.ndarray) -> None:
    first = to_channels_first(to_reference(image))
    assert numpy.array_equal(to_numpy(first), numpy.moveaxis(image, -1, -3))
    assert numpy.array_equal(to_numpy(to_channels_last(first)), image)


@pytest.mark.parametrize(
    ("last", "first"),
    [
        ((256, 256, 3), (3, 256, 256)),
        ((128, 256, 256, 1), (128, 1, 256, 256)),
        ((128, 256, 256, 3), (128, 3, 256, 256)),
        ((4, 2, 6, 8, 3), (4, 2, 3, 6, 8)),
    ],
)
def test_the_shapes_of_the_notes(last: tuple[int, ...], first: tuple[int, ...]) -> None:
    x = np.broadcast_to(np.array(0, dtype="uint8"), last)
    assert to_channels_first(x).shape == first and to_channels_last(to_channels_first(x)).shape == last


def test_changing_the_order_copies_nothing() -> None:
    image = np.zeros((2, 3, 3), dtype="uint8")
    to_channels_first(image)[0, 1, 2] = 255
    assert image[1, 2].tolist() == [255, 0, 0]


def test_an_image_without_channels_raises() -> None:
    for f in (to_channels_first, to_channels_last):
        with pytest.raises(ValueError, match=rf"{f.__name__}: espera altura, largura e canais.*\(28, 28\)"):
            f(np.zeros((28, 28)))


@given(images, st.sampled_from(["float32", "float64"]))
def test_bytes_become_numbers_from_zero_to_one(image: numpy.ndarray, dtype: str) -> None:
    found = to_numpy(normalize_bytes(to_reference(image), dtype))
    assert str(found.dtype) == dtype and found.min() >= 0 and found.max() <= 1
    assert numpy.array_equal(found, image.astype(dtype) / 255)
    assert numpy.array_equal(numpy.rint(found * 255), image)


def test_dividing_twice_raises() -> None:
    with pytest.raises(TypeError, match="float32; já não foi dividido"):
        normalize_bytes(normalize_bytes(np.array([255], dtype="uint8")))
    with pytest.raises(TypeError, match="int64"):
        normalize_bytes([0, 255])
