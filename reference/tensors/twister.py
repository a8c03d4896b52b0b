r"""O Mersenne twister: da semente ao estado, e do estado a uma fila de números que parecem sorteados.

A máquina guarda 624 palavras de 32 bits e, a cada volta, as troca por outras 624, que saem uma a uma. Nada é sorteado:
com o mesmo estado, as mesmas palavras. Quem dá as voltas aqui é a que já vem no Python, no módulo `random`, igual à do
NumPy; o que muda de uma biblioteca para a outra é como a semente vira estado e como os bits viram números.
"""

import math
import os
import random
from collections.abc import Callable, Sequence
from typing import Any

from reference.tensors.creation import as_shape, asarray
from reference.tensors.dtypes import float64, uint32
from reference.tensors.layout import broadcast_shapes, broadcast_steps, read_all, size_of
from reference.tensors.tensor import from_values

WORDS = 624  # palavras de 32 bits no estado


# --8<-- [start:state_from_seed]
def state_from_seed(seed: int) -> list[int]:
    """Estado a partir de uma semente de 32 bits: cada palavra embaralha a anterior.

    Examples:
        >>> state_from_seed(0)[:3]
        [0, 1, 1812433255]
    """
    words = [seed]
    for i in range(1, WORDS):
        last = words[-1]
        words.append((1812433253 * (last ^ last >> 30) + i) % 2**32)
    return words
# --8<-- [end:state_from_seed]


# --8<-- [start:state_from_seeds]
def state_from_seeds(seeds: Sequence[int]) -> list[int]:
    """Estado a partir de várias sementes, misturadas a um estado fixo: uma volta com elas, e outra sem.

    Examples:
        >>> state_from_seeds([1, 2])[:2]
        [2147483648, 2094130354]
    """
    words, i = state_from_seed(19650218), 1
    for k in range(max(WORDS, len(seeds))):
        j, last = k % len(seeds), words[i - 1]
        words[i] = ((words[i] ^ (last ^ last >> 30) * 1664525) + seeds[j] + j) % 2**32
        i = advance(words, i)
    for _ in range(WORDS - 1):
        last = words[i - 1]
        words[i] = ((words[i] ^ (last ^ last >> 30) * 1566083941) - i) % 2**32
        i = advance(words, i)
    words[0] = 2**31
    return words


def advance(words: list[int], i: int) -> int:
    """A posição seguinte a `i`, de 1 a 623; quando recomeça, a palavra 0 passa a repetir a última."""
    if i + 1 < WORDS:
        return i + 1
    words[0] = words[-1]
    return 1
# --8<-- [end:state_from_seeds]


class Twister:
    """Gerador com estado próprio: palavras de 32 bits, números uniformes e tensores de sorteios.

    Args:
        seed: Inteiro entre 0 e 2³² − 1, sequência deles, ou `None` para uma semente que ninguém conhece.

    Examples:
        >>> Twister(0).word(), Twister(0).uniform_number()
        (2357136044, 0.5488135039273248)
    """

    spare: float | None
    """O segundo número da última dupla do método polar, se ainda não foi usado."""

    def __init__(self, seed: Any = None) -> None:
        self.engine = random.Random()
        self.uniform_number = self.engine.random
        self.seed(seed)

    def word(self) -> int:
        """Os próximos 32 bits, como um inteiro."""
        return self.engine.getrandbits(32)

    def seed(self, seed: Any = None) -> None:
        """Recomeça a sequência a partir de uma semente.

        Raises:
            ValueError: Se alguma semente for negativa ou não couber em 32 bits, ou se não houver nenhuma.
            TypeError: Se não for de inteiros.
        """
        found = asarray([int.from_bytes(os.urandom(4), "little") for _ in range(8)] if seed is None else seed)
        seeds = numbers_in(found)
        if seeds and not all(isinstance(number, int) for number in seeds):
            raise TypeError(f"seed: a semente é um inteiro, ou uma sequência deles, e não {seed!r}")
        alone = len(seeds) == 1 and not isinstance(seed, list | tuple | range)
        if not seeds or (found.ndim > 1 and not alone) or not all(0 <= number < 2**32 for number in seeds):
            raise ValueError(f"seed: a semente tem de estar entre 0 e 2**32 - 1 (ou ser um vetor assim), e não {seed}")
        words = state_from_seed(int(seeds[0])) if alone else state_from_seeds(seeds)
        self.set_state(("MT19937", words, WORDS))

    def get_state(self, legacy: bool = True) -> Any:
        """Estado do gerador, que `set_state` (daqui ou do NumPy) retoma.

        Args:
            legacy: `True` devolve a tupla `("MT19937", palavras, posição, tem_sobra, sobra)`; `False`, um dicionário.
        """
        *words, position = self.engine.getstate()[1]
        key, has, spare = from_values(words, (WORDS,), uint32), int(self.spare is not None), self.spare or 0.0
        if legacy:
            return "MT19937", key, position, has, spare
        return {"bit_generator": "MT19937", "state": {"key": key, "pos": position}, "has_gauss": has, "gauss": spare}

    def set_state(self, state: Any) -> None:
        """Retoma um estado dado por `get_state`, daqui ou do NumPy.

        Raises:
            TypeError: Se não for tupla nem dicionário.
            ValueError: Se não for o estado de um Mersenne twister.
        """
        if isinstance(state, dict):
            inner, normal = state.get("state", {}), (state.get("has_gauss", 0), state.get("gauss", 0.0))
            state = state.get("bit_generator"), inner.get("key", ()), inner.get("pos"), *normal
        if not isinstance(state, tuple | list):
            raise TypeError(f"set_state: o estado é uma tupla ou um dicionário, e não {type(state).__name__}")
        name, words, position, *rest = state
        if name != "MT19937" or len(words) != WORDS:
            raise ValueError(f"set_state: espera o estado de um MT19937, com {WORDS} palavras")
        has_spare, spare = rest or (0, 0.0)
        self.engine.setstate((3, (*map(int, words), int(position)), None))
        self.spare = float(spare) if has_spare else None


# --8<-- [start:fill]
def fill(draw: Callable[..., Any], size: Any, *parameters: Any, dtype: Any = float64) -> Any:
    """Um sorteio por elemento, na ordem dos índices; sem `size` nem tensores, um número do Python.

    Args:
        draw: Recebe os parâmetros de um elemento e devolve o número sorteado.
        size: Forma do resultado; `None`, a forma comum dos parâmetros.
        parameters: Números ou tensores, que se repetem (broadcasting) até a forma do resultado.
        dtype: Tipo do resultado.

    Raises:
        ValueError: Se os parâmetros não se repetirem até `size`.

    Examples:
        >>> fill(lambda a, b: a + b, None, [10, 20], 1)
        array([11., 21.])
    """
    inputs = [asarray(parameter) for parameter in parameters]
    common = broadcast_shapes(*(x.shape for x in inputs))
    if size is None and not common:
        return draw(*(x.item() for x in inputs))
    shape = common if size is None else as_shape(size)
    if not common:
        numbers = [x.item() for x in inputs]
        values = [draw(*numbers) for _ in range(size_of(shape))]
    else:
        columns = [read_all(x.storage, shape, broadcast_steps(x.shape, x.steps, shape), x.offset) for x in inputs]
        values = [draw(*numbers) for numbers in zip(*columns)]
    return from_values(values, shape, dtype)
# --8<-- [end:fill]


def numbers_in(x: Any) -> list[Any]:
    """Os números de um tensor, ou do que vira um, enfileirados.

    Examples:
        >>> numbers_in([[1, 2], [3, 4]]), numbers_in(5)
        ([1, 2, 3, 4], [5])
    """
    x = asarray(x)
    return read_all(x.storage, x.shape, x.steps, x.offset)


def check_scale(name: str, scale: Any) -> None:
    """Confere que a largura de uma distribuição não é negativa (nem o zero negativo).

    Raises:
        ValueError: Se for.

    Examples:
        >>> check_scale("normal", [0.5, 2.0])
    """
    if any(math.copysign(1.0, width) < 0 and width == width for width in numbers_in(scale)):
        raise ValueError(f"{name}: scale não pode ser negativo")


def bytes_from(word: Callable[[], int], length: int) -> bytes:
    """Bytes ao acaso, quatro de cada palavra; de nenhum byte, como no NumPy, uma palavra.

    Raises:
        ValueError: Se `length` for negativo.

    Examples:
        >>> bytes_from(lambda: 0x64636261, 6)
        b'abcdab'
    """
    if length < 0:
        raise ValueError(f"bytes: não há {length} bytes")
    words = [word() for _ in range(max(1, -(-length // 4)))]
    return b"".join(word.to_bytes(4, "little") for word in words)[:length]
