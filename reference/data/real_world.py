r"""Dados do mundo real: como pessoas, textos, séries, imagens e vídeos viram tensores.

O primeiro eixo é o das amostras; os outros dizem o que há em cada uma. Escolher a forma é decidir o que é vizinho de
quê, e quanta memória se gasta.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from reference.operations.reshaping import moveaxis
from reference.tensors.creation import asarray, astype, zeros
from reference.tensors.dtypes import dtype as dtype_named
from reference.tensors.dtypes import float32, int64, uint8
from reference.tensors.layout import size_of
from reference.tensors.tensor import Tensor

BINARY, DECIMAL = ("B", "KiB", "MiB", "GiB", "TiB"), ("B", "kB", "MB", "GB", "TB")


# --8<-- [start:memory]
def memory(shape: Sequence[int], dtype: Any = float32) -> int:
    r"""Bytes de um tensor que ninguém criou ainda: o produto dos tamanhos dos eixos, vezes os bytes de um elemento.

    Args:
        shape: A forma.
        dtype: O tipo dos elementos.

    Examples:
        >>> memory((4, 240, 144, 256, 3))
        424673280
        >>> memory((4, 240, 144, 256, 3), "uint8")
        106168320

    [Notas: Dados de vídeo]
    """
    return size_of(tuple(shape)) * dtype_named(dtype).itemsize


def in_units(count: int) -> str:
    """Uma quantidade de bytes na maior unidade que cabe: de 1024 em 1024 (KiB, MiB, …) e de 1000 em 1000 (kB, MB, …).

    Examples:
        >>> in_units(424673280)
        '405 MiB (424.67 MB)'
        >>> in_units(392)
        '392 B'
    """
    found = []
    for base, names in ((1024, BINARY), (1000, DECIMAL)):
        power = 0
        while power + 1 < len(names) and count >= base ** (power + 1):
            power += 1
        found.append(f"{count / base**power:.5g} {names[power]}")
    return found[0] if count < 1000 else f"{found[0]} ({found[1]})"
# --8<-- [end:memory]


# Vetores


# --8<-- [start:count_words]
def count_words(texts: Iterable[str], vocabulary: Sequence[str]) -> Tensor:
    """Cada texto como um vetor: quantas vezes aparece nele cada palavra do vocabulário.

    Args:
        texts: Os m textos; as palavras são o que há entre espaços, em minúsculas.
        vocabulary: As n palavras que se contam; as outras são ignoradas.

    Returns:
        Tensor de int64 de forma (m, n): (amostras, atributos).

    Examples:
        >>> count_words(["o gato viu o rato", "o rato fugiu"], ["o", "rato", "gato"])
        array([[2, 1, 1],
               [1, 1, 0]])

    [Notas: Dados vetoriais]
    """
    column = {word: j for j, word in enumerate(vocabulary)}
    texts = list(texts)
    counts = zeros((len(texts), len(vocabulary)), dtype=int64)
    for i, text in enumerate(texts):
        for word in text.lower().split():
            if word in column:
                counts[i, column[word]] += 1
    return counts
# --8<-- [end:count_words]


# Sequências


# --8<-- [start:encode_text]
def encode_text(text: str, steps: int = 280, alphabet: int = 128) -> Tensor:
    """Um texto como sequência de vetores: em cada passo, 1 na posição do código do caractere e 0 nas outras.

    Args:
        text: Texto de até `steps` caracteres.
        steps: Quantos passos de tempo; depois do fim do texto, só zeros.
        alphabet: Quantos caracteres há no alfabeto: os de código 0 a `alphabet - 1` (128 é o ASCII).

    Returns:
        Tensor de uint8 de forma (steps, alphabet): (passos, atributos).

    Raises:
        ValueError: Se o texto não couber nos passos, ou se um caractere não estiver no alfabeto.

    Examples:
        >>> encode_text("cab", steps=4, alphabet=100)[:, 97:]
        array([[0, 0, 1],
               [1, 0, 0],
               [0, 1, 0],
               [0, 0, 0]], dtype=uint8)

    [Notas: Dados de série temporal ou dados de sequência]
    """
    if len(text) > steps:
        raise ValueError(f"encode_text: o texto tem {len(text)} caracteres e há {steps} passos")
    encoded = zeros((steps, alphabet), dtype=uint8)
    for step, character in enumerate(text):
        if ord(character) >= alphabet:
            code, last = ord(character), alphabet - 1
            raise ValueError(f"encode_text: {character!r} tem código {code}; o alfabeto vai até {last}")
        encoded[step, ord(character)] = 1
    return encoded
# --8<-- [end:encode_text]


# Imagens e vídeo


# --8<-- [start:channels]
def to_channels_first(images: Any) -> Tensor:
    """De (…, altura, largura, canais) para (…, canais, altura, largura): a mesma memória, lida em outra ordem.

    Args:
        images: Imagem (3 eixos), lote de imagens (4) ou de vídeos (5), com os canais no fim.

    Returns:
        Vista com o eixo dos canais antes da altura e da largura.

    Raises:
        ValueError: Se não houver um eixo de canais.

    Examples:
        >>> to_channels_first(zeros((128, 256, 256, 3))).shape
        (128, 3, 256, 256)

    [Notas: Dados de imagens]
    """
    images = asarray(images)
    check_channels("to_channels_first", images)
    return moveaxis(images, -1, -3)


def to_channels_last(images: Any) -> Tensor:
    """De (…, canais, altura, largura) para (…, altura, largura, canais); desfaz `to_channels_first`.

    Examples:
        >>> to_channels_last(zeros((4, 240, 3, 144, 256))).shape
        (4, 240, 144, 256, 3)

    [Notas: Dados de imagens]
    """
    images = asarray(images)
    check_channels("to_channels_last", images)
    return moveaxis(images, -3, -1)
# --8<-- [end:channels]


def check_channels(name: str, images: Tensor) -> None:
    """Confere que há altura, largura e canais.

    Raises:
        ValueError: Se faltar um eixo.

    Examples:
        >>> check_channels("to_channels_last", zeros((28, 28)))
        Traceback (most recent call last):
        ValueError: to_channels_last: espera altura, largura e canais, e a forma é (28, 28)
    """
    if images.ndim < 3:
        raise ValueError(f"{name}: espera altura, largura e canais, e a forma é {images.shape}")


# --8<-- [start:normalize_bytes]
def normalize_bytes(x: Any, dtype: Any = float32) -> Tensor:
    r"""Tons de um byte, de 0 a 255, como números de 0 a 1: $x / 255$.

    Args:
        x: Tensor de uint8.
        dtype: Tipo de ponto flutuante do resultado.

    Returns:
        Tensor novo, da forma de `x`.

    Raises:
        TypeError: Se `x` não for de uint8: dividido duas vezes, um tensor fica quase preto e ninguém nota.

    Examples:
        >>> normalize_bytes(array([0, 51, 255], dtype="uint8"))
        array([0. , 0.2, 1. ], dtype=float32)

    [Notas: Preparando os dados]
    """
    x = asarray(x)
    if x.dtype != uint8:
        raise TypeError(f"normalize_bytes: espera bytes (uint8), e o tipo é {x.dtype}; já não foi dividido?")
    scaled: Tensor = astype(x, dtype) / 255
    return scaled
# --8<-- [end:normalize_bytes]
