"""O zigurate: as faixas que o código calcula são as que o NumPy traz prontas, e os sorteios, os mesmos."""

import math
from collections.abc import Iterator
from typing import Any

import numpy
import pytest

from reference.tensors import ziggurat
from reference.tensors.pcg64 import MULTIPLIER, PCG64
from reference.tensors.ziggurat import exponential, exponential_strips, normal, normal_strips, stack, tail
from tests.tensors.test_distributions import near

MANY = 300_000


def numpy_fed_with(first: int, second: int) -> numpy.random.Generator:
    """Gerador do NumPy cujas duas próximas palavras de 64 bits são as que se quer.

    A palavra de um estado de metade alta `h`, com menos de 2⁵⁸, é `h ^ baixa`; e o incremento que leva de um estado a
    outro é o que falta, se for ímpar.
    """
    bits = numpy.random.PCG64(0)
    after_first = first
    for high in (0, 1):
        after_second = high << 64 | (second ^ high)
        increment = (after_second - after_first * MULTIPLIER) % 2**128
        if increment % 2:
            break
    before = (after_first - increment) * pow(MULTIPLIER, -1, 2**128) % 2**128
    inner = {"state": before, "inc": increment}
    bits.state = {"bit_generator": "PCG64", "state": inner, "has_uint32": 0, "uinteger": 0}
    return numpy.random.Generator(bits)


def test_the_words_numpy_is_fed() -> None:
    for first, second in ((5, 9), (2**64 - 1, 2**63), (0, 0), (123456789, 2**50 + 1)):
        assert numpy_fed_with(first, second).bit_generator.random_raw(2).tolist() == [first, second]


class Fed:
    """Gerador de duas palavras escolhidas, como o de cima: o que passa delas é um erro."""

    def __init__(self, *words: int) -> None:
        self.words: Iterator[int] = iter(words)

    def word64(self) -> int:
        return next(self.words)

    def uniform_number(self) -> float:
        return (self.word64() >> 11) * 2.0**-53


def same_draw(kind: str, first: int, second: int) -> bool:
    """Se o sorteio feito com as duas palavras é o do NumPy, com tantas palavras quantas ele; diz se elas bastaram."""
    mine, theirs = Fed(first, second), numpy_fed_with(first, second)
    expected, spent = getattr(theirs, f"standard_{kind}")(), numpy_fed_with(first, second).bit_generator
    try:
        found = getattr(ziggurat, kind)(mine.word64, mine.uniform_number)
    except StopIteration:  # recusado: o NumPy também foi buscar a terceira palavra
        assert theirs.bit_generator.state not in (spent.advance(1).state, spent.advance(1).state)
        return False
    spent.advance(2 - len(list(mine.words)))
    assert (found, theirs.bit_generator.state) == (expected, spent.state), (kind, first, second)
    return True


def normal_word(strip: int, point: int, sign: int = 0) -> int:
    return point << 9 | sign << 8 | strip


def exponential_word(strip: int, point: int, sign: int = 0) -> int:
    return (point << 8 | strip) << 3 | sign


SHAPES: list[tuple[str, Any, Any, int]] = [
    ("normal", normal_strips, normal_word, 52), ("exponential", exponential_strips, exponential_word, 53),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "strips", "word", "bits"), SHAPES)
def test_every_width_and_every_limit(kind: str, strips: Any, word: Any, bits: int) -> None:
    """Em cada faixa: o ponto 1 dá a largura; o último debaixo da de cima é aceito de graça, e o seguinte não."""
    widths, limits, _ = strips()
    assert len(widths) == len(limits) == 256
    for strip in range(256):
        last = limits[strip] - 1
        for point in (0, 1, 2, 3, last, last + 1, (1 << bits) - 1):
            if 0 <= point < 1 << bits:
                for sign in (0, 1):
                    same_draw(kind, word(strip, point, sign), 2**63 + 12345)
        if limits[strip]:
            sure = Fed(word(strip, last))
            assert getattr(ziggurat, kind)(sure.word64, sure.uniform_number) == last * widths[strip]
        with pytest.raises(StopIteration):  # com uma palavra só, quem passa do limite fica sem a segunda
            unsure = Fed(word(strip, limits[strip]))
            getattr(ziggurat, kind)(unsure.word64, unsure.uniform_number)


def accepted(kind: str, first: int, second: int) -> bool:
    """Se as duas palavras bastam para um sorteio."""
    mine = Fed(first, second)
    try:
        getattr(ziggurat, kind)(mine.word64, mine.uniform_number)
    except StopIteration:
        return False
    return True


@pytest.mark.parametrize(("kind", "strips", "word", "bits"), SHAPES)
def test_every_height(kind: str, strips: Any, word: Any, bits: int) -> None:
    """Em cada faixa, o maior número uniforme que ainda é aceito no canto é o mesmo, até o último bit."""
    _, limits, _ = strips()
    for strip in range(1, 256):
        first = word(strip, (limits[strip] + (1 << bits)) // 2)
        yes, no = 0, 2**53 - 1
        assert accepted(kind, first, yes << 11) and not accepted(kind, first, no << 11)
        while no - yes > 1:
            middle = (yes + no) // 2
            yes, no = (middle, no) if accepted(kind, first, middle << 11) else (yes, middle)
        assert same_draw(kind, first, yes << 11)
        assert not same_draw(kind, first, no << 11)


def test_the_pyramid_closes() -> None:
    """As áreas de todas as faixas são iguais, a da cauda inclusive, e a mais alta termina no topo da curva."""
    edge, area = ziggurat.EDGE, ziggurat.AREA
    widths, heights, safe = stack(edge, area, ziggurat.bell, ziggurat.inverse_bell)
    for strip in range(2, 256):
        assert widths[strip] * (heights[strip - 1] - heights[strip]) == pytest.approx(area, rel=1e-12)
        assert safe[strip] == pytest.approx(widths[strip - 1] / widths[strip])
    assert area / widths[1] + heights[1] == pytest.approx(1, abs=1e-12)
    under_the_tail = math.sqrt(math.pi / 2) * math.erfc(edge / math.sqrt(2))
    assert edge * heights[255] + under_the_tail == pytest.approx(area, rel=1e-12)


def stream(kind: str, seed: int) -> list[float]:
    bits = PCG64(seed)
    draw = {"normal": normal, "exponential": exponential}[kind]
    return [draw(bits.word64, bits.uniform_number) for _ in range(MANY)]


@pytest.mark.parametrize("kind", ["normal", "exponential"])
def test_a_long_stream(kind: str) -> None:
    """Tantos sorteios que a cauda, um a cada quatro mil, sai dezenas de vezes."""
    theirs = numpy.random.default_rng(2024)
    assert stream(kind, 2024) == getattr(theirs, f"standard_{kind}")(MANY).tolist()


def test_tail_goes_beyond_the_edge() -> None:
    bits = PCG64(1)
    found = [tail(bits.uniform_number) for _ in range(2000)]
    assert min(found) > ziggurat.EDGE and sum(x > 4 for x in found) / 2000 == pytest.approx(0.2456, abs=0.04)


def test_means_and_spreads() -> None:
    bits = PCG64(5)
    near(0, 1, [normal(bits.word64, bits.uniform_number) for _ in range(20_000)])
    near(1, 1, [exponential(bits.word64, bits.uniform_number) for _ in range(20_000)])
