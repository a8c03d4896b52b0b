r"""Da semente ao estado: espalhar os bits de qualquer semente por quantas palavras o gerador quiser.

Sementes vizinhas (0, 1, 2…) são o que as pessoas escolhem, e sementes vizinhas dariam geradores parecidos. Por isso a
semente não vira estado: vira uma **poça** de palavras em que cada bit dela mexeu em todos, e da poça sai o estado. A
poça também sabe ter filhas, uma para cada parte de um programa que precise do seu gerador.
"""

import operator
import os
from collections.abc import Callable, Sequence
from itertools import cycle
from typing import Any

from reference.tensors.dtypes import dtype as dtype_named
from reference.tensors.dtypes import uint32, uint64
from reference.tensors.tensor import Tensor, from_values
from reference.tensors.twister import numbers_in

WORD = 2**32 - 1  # os 32 bits de uma palavra


# --8<-- [start:words_of]
def words_of(seed: Any) -> list[int]:
    """Palavras de 32 bits de um inteiro, da mais baixa à mais alta; de uma sequência, as de um depois das do outro.

    Raises:
        TypeError: Se houver o que não é inteiro.
        ValueError: Se houver um negativo.

    Examples:
        >>> words_of(5), words_of(2**32 + 7), words_of([1, 2])
        ([5], [7, 1], [1, 2])
    """
    if isinstance(seed, list | tuple | range) or getattr(seed, "shape", None):
        return [word for part in seed for word in words_of(part)]
    try:
        number = operator.index(seed)
    except TypeError:
        raise TypeError(f"SeedSequence: a semente é um inteiro, ou uma sequência deles, e não {seed!r}") from None
    if number < 0:
        raise ValueError(f"SeedSequence: a semente não pode ser negativa, e é {seed}")
    words = [number & WORD]
    while number := number >> 32:
        words.append(number & WORD)
    return words
# --8<-- [end:words_of]


# --8<-- [start:scrambler]
def scrambler(constant: int, multiplier: int) -> Callable[[int], int]:
    """Função que embaralha uma palavra; a cada chamada a constante é outra, e a mesma palavra sai diferente.

    Examples:
        >>> scramble = scrambler(3, 5)
        >>> scramble(0), scramble(0)
        (45, 1125)
    """

    def scramble(word: int) -> int:
        nonlocal constant
        word ^= constant
        constant = constant * multiplier & WORD
        word = word * constant & WORD
        return word ^ word >> 16

    return scramble


def mix(x: int, y: int) -> int:
    """Junta duas palavras numa em que cada bit das duas pesa.

    Examples:
        >>> mix(0, 0), mix(1, 0), mix(0, 1)
        (0, 3389076444, 3062677095)
    """
    mixed = 0xCA01F9DD * x - 0x4973F715 * y & WORD
    return mixed ^ mixed >> 16


def fill_pool(words: Sequence[int], size: int) -> list[int]:
    """Poça de `size` palavras, cada uma com um pouco de todas as que entraram.

    Examples:
        >>> fill_pool([0], 4)[:2], fill_pool([1], 4)[:2]
        ([4265667335, 1328953910], [2704793989, 232979121])
    """
    scramble = scrambler(0x43B0D7E5, 0x931E8875)
    pool = [scramble(words[i] if i < len(words) else 0) for i in range(size)]
    for i in range(size):
        for j in range(size):
            if i != j:
                pool[j] = mix(pool[j], scramble(pool[i]))
    for word in words[size:]:
        for j in range(size):
            pool[j] = mix(pool[j], scramble(word))
    return pool
# --8<-- [end:scrambler]


class SeedSequence:
    """Semente de qualquer tamanho, espalhada por uma poça de palavras.

    Args:
        entropy: Inteiro não negativo, sequência deles, ou `None` para uma semente que ninguém conhece.
        spawn_key: De que filha se trata: a posição dela entre as irmãs, depois da da mãe, da avó…
        pool_size: Palavras da poça: 4 ou mais.
        n_children_spawned: Quantas filhas já nasceram.

    Raises:
        TypeError: Se a semente não for de inteiros.
        ValueError: Se houver um inteiro negativo, ou se a poça for pequena demais.

    Examples:
        >>> SeedSequence(5).generate_state(3)
        array([  16823399, 2940995229, 2290007392], dtype=uint32)
    """

    def __init__(
        self, entropy: Any = None, *, spawn_key: Any = (), pool_size: int = 4, n_children_spawned: int = 0
    ) -> None:
        if pool_size < 4:
            raise ValueError(f"SeedSequence: a poça tem de ter 4 palavras ou mais, e não {pool_size}")
        self.entropy = int.from_bytes(os.urandom(4 * pool_size), "little") if entropy is None else entropy
        self.spawn_key, self.pool_size, self.n_children_spawned = tuple(spawn_key), pool_size, n_children_spawned
        words, key = words_of(self.entropy), words_of(self.spawn_key)
        if key:  # zeros no meio, para que a filha 7 da semente 5 não seja a semente [5, 7]
            words += [0] * (pool_size - len(words))
        self.pool = from_values(fill_pool(words + key, pool_size), (pool_size,), uint32)

    def __repr__(self) -> str:
        parts = [f"entropy={self.entropy!r}"]
        usual: dict[str, Any] = {"spawn_key": (), "pool_size": 4, "n_children_spawned": 0}
        parts += [f"{name}={self.state[name]!r}" for name in usual if self.state[name] != usual[name]]
        return "".join(["SeedSequence(\n", *(f"    {part},\n" for part in parts), ")"])

    @property
    def state(self) -> dict[str, Any]:
        """Os argumentos com que se refaz esta semente."""
        return {name: getattr(self, name) for name in ("entropy", "spawn_key", "pool_size", "n_children_spawned")}

    # --8<-- [start:generate_state]
    def generate_state(self, n_words: int, dtype: Any = uint32) -> Tensor:
        """Palavras para encher o estado de um gerador; as mesmas a cada vez que se pede.

        Args:
            n_words: Quantas.
            dtype: `uint32` ou `uint64`.

        Raises:
            ValueError: Se o tipo for outro, ou se `n_words` for negativo.

        Examples:
            >>> SeedSequence(5).generate_state(2, "uint64")
            array([12631478326263854183,  4464650224815488352], dtype=uint64)
        """
        kind = dtype_named(dtype)
        if kind not in (uint32, uint64) or n_words < 0:
            raise ValueError(f"generate_state: espera n_words ≥ 0 e uint32 ou uint64, e não {n_words} e {kind}")
        scramble = scrambler(0x8B51F9DD, 0x58F38DED)
        around = cycle(numbers_in(self.pool))
        words = [scramble(next(around)) for _ in range(n_words * kind.itemsize // 4)]
        if kind is uint64:  # a palavra baixa vem primeiro
            words = [low | high << 32 for low, high in zip(words[::2], words[1::2])]
        return from_values(words, (n_words,), kind)
    # --8<-- [end:generate_state]

    def spawn(self, n_children: int) -> list["SeedSequence"]:
        """Sementes filhas: diferentes entre si, da mãe e das que já nasceram.

        Raises:
            OverflowError: Se `n_children` for negativo.

        Examples:
            >>> [child.spawn_key for child in SeedSequence(5).spawn(2)]
            [(0,), (1,)]
        """
        if n_children < 0:
            raise OverflowError(f"spawn: não há {n_children} filhas")
        first = self.n_children_spawned
        self.n_children_spawned += n_children
        keys = [(*self.spawn_key, i) for i in range(first, self.n_children_spawned)]
        return [SeedSequence(self.entropy, spawn_key=key, pool_size=self.pool_size) for key in keys]
