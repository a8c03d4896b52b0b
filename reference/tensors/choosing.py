r"""Escolher ao acaso: inteiros sem vício, embaralhar, e tirar elementos com ou sem repetição.

Tudo aqui se apoia num sorteio só: um inteiro de 0 a `largest`, todos com a mesma chance (`below`). Embaralhar é
sorteá-lo uma vez por posição; escolher sem repetir é embaralhar e ficar com os primeiros.
"""

import math
from collections.abc import Callable
from typing import Any

from reference.tensors.creation import as_shape, asarray
from reference.tensors.distributions import distinct, search
from reference.tensors.dtypes import bounds, float32, int64
from reference.tensors.dtypes import dtype as dtype_named
from reference.tensors.layout import size_of
from reference.tensors.tensor import Scalar, Tensor, from_values, scalar
from reference.tensors.twister import Twister, fill, numbers_in


# --8<-- [start:below]
def below(word: Callable[[], int], largest: int) -> int:
    """Inteiro de 0 a `largest`, todos com a mesma chance: fica com os bits necessários, e refaz enquanto passar.

    Args:
        word: Dá os próximos 32 bits.
        largest: O maior inteiro que pode sair, de até 64 bits.

    Examples:
        >>> words = iter([0b1110, 0b0111, 0b0101])
        >>> below(lambda: next(words), 5)  # três bits: 6 não serve, 7 não serve, 5 serve
        5
    """
    if largest == 0:
        return 0
    mask = (1 << largest.bit_length()) - 1
    while True:
        value = word() if mask < 2**32 else word() << 32 | word()
        if value & mask <= largest:
            return value & mask
# --8<-- [end:below]


def pieces(word: Callable[[], int], bits: int) -> Callable[[], int]:
    """Corta cada palavra de 32 bits em pedaços menores, dados do mais baixo ao mais alto.

    Examples:
        >>> piece = pieces(lambda: 0x12345678, 8)
        >>> [hex(piece()) for _ in range(5)]
        ['0x78', '0x56', '0x34', '0x12', '0x78']
    """
    waiting: list[int] = []

    def piece() -> int:
        if not waiting:
            whole = word()
            waiting.extend(whole >> shift & 2**bits - 1 for shift in range(32 - bits, -1, -bits))
        return waiting.pop()

    return piece


# --8<-- [start:mix]
def mix(draw: Callable[[int], int], items: Any, first: int = 1) -> None:
    """Embaralha no lugar: do fim para o começo, cada um troca com um dos que vão até ele, ele inclusive.

    Args:
        draw: `draw(i)` dá um inteiro de 0 a `i`, todos com a mesma chance.
        items: Lista.
        first: Posição em que se para: as de antes dela só mudam se alguém trocar com elas.

    Examples:
        >>> items = ["a", "b", "c", "d"]
        >>> mix(lambda i: 0, items)
        >>> items
        ['b', 'c', 'd', 'a']
    """
    for i in range(len(items) - 1, first - 1, -1):
        j = draw(i)
        items[i], items[j] = items[j], items[i]
# --8<-- [end:mix]


def check_mutable(x: Any) -> None:
    """Confere que `x` é uma sequência que se pode embaralhar no lugar.

    Raises:
        TypeError: Se não for.

    Examples:
        >>> check_mutable([1, 2, 3])
    """
    if not hasattr(x, "__setitem__") or isinstance(x, Scalar) or getattr(x, "shape", None) == ():
        raise TypeError(f"shuffle: {type(x).__name__} não é uma sequência que se embaralhe no lugar")


class Chooser(Twister):
    """Gerador que também escolhe: inteiros, ordens e elementos.

    Examples:
        >>> Chooser(0).permutation(5)
        array([2, 0, 1, 3, 4])
    """

    def randint(self, low: Any, high: Any = None, size: Any = None, dtype: Any = int) -> Any:
        """Inteiros de `low` a `high - 1`, todos com a mesma chance; sem `high`, de 0 a `low - 1`.

        Args:
            low: Menor valor.
            high: Fim, que fica de fora.
            size: Forma do resultado.
            dtype: Tipo inteiro (ou `bool`) do resultado.

        Raises:
            ValueError: Se não houver inteiro nenhum no intervalo, ou se ele não couber em `dtype`.
            TypeError: Se `dtype` não for de inteiros.

        Examples:
            >>> Chooser(0).randint(0, 10, 5)
            array([5, 0, 3, 3, 7])
        """
        low, high = (0, low) if high is None else (low, high)
        target = dtype_named(dtype)
        if target.kind not in "biu":
            raise TypeError(f"randint: {target} não é um tipo inteiro")
        smallest, greatest = (0, 1) if target.kind == "b" else bounds(target)
        if any(a < smallest for a in numbers_in(low)) or any(b > greatest + 1 for b in numbers_in(high)):
            raise ValueError(f"randint: o intervalo de {low} a {high} não cabe em {target}")
        if (asarray(low) >= asarray(high)).any():
            raise ValueError(f"randint: não há inteiro entre {low} (dentro) e {high} (fora)")
        bits = 1 if target.kind == "b" else 8 * target.itemsize
        word = self.word if bits >= 32 else pieces(self.word, bits)
        result = fill(lambda a, b: int(a) + below(word, int(b) - 1 - int(a)), size, low, high, dtype=target)
        if isinstance(result, Tensor):
            return result
        return dtype(result) if dtype in (int, bool) else scalar(result, target)

    def shuffle(self, x: Any) -> None:
        """Embaralha ao longo do primeiro eixo, no lugar.

        Raises:
            TypeError: Se `x` não tiver tamanho ou não puder ser mudado.

        Examples:
            >>> x = [1, 2, 3, 4]
            >>> Chooser(0).shuffle(x)
            >>> x
            [3, 4, 2, 1]
        """
        check_mutable(x)
        order = list(range(len(x))) if hasattr(x, "shape") else x
        mix(lambda i: below(self.word, i), order)
        if order is not x:  # de um tensor, embaralham-se as posições: trocar duas vistas apagaria uma delas
            x[...] = x[order]

    def permutation(self, x: Any) -> Any:
        """Cópia embaralhada de `x`; de um inteiro, os de 0 a `x - 1`.

        Raises:
            IndexError: Se `x` for um número que não é inteiro.

        Examples:
            >>> Chooser(0).permutation(5)
            array([2, 0, 1, 3, 4])
            >>> Chooser(0).permutation([[1, 2], [3, 4], [5, 6]])
            array([[5, 6],
                   [3, 4],
                   [1, 2]])

        [Notas: Lotes]
        """
        source = asarray(x)
        if not source.ndim:
            if source.dtype.kind not in "biu":
                raise IndexError(f"permutation: {x} não é inteiro nem tem o que embaralhar")
            count = max(0, int(source))
            source = from_values(list(range(count)), (count,), int64)
        order = list(range(len(source)))
        self.shuffle(order)
        return source[order]

    def choice(self, a: Any, size: Any = None, replace: bool = True, p: Any = None) -> Any:
        """Elementos de `a` (ou de 0 a `a - 1`) escolhidos ao acaso.

        Args:
            a: Vetor, ou inteiro.
            size: Forma do resultado.
            replace: Se um elemento pode sair mais de uma vez.
            p: Probabilidade de cada um; sem ela, todas iguais.

        Raises:
            ValueError: Se `a` estiver vazio ou não for um vetor, se faltarem elementos para escolher sem repetir, ou se
                `p` não for uma distribuição sobre `a`.

        Examples:
            >>> Chooser(0).choice(5, 3, replace=False)
            array([2, 0, 1])
            >>> Chooser(0).choice([10, 20], 4, p=[0.1, 0.9])
            array([20, 20, 20, 20])
        """
        items = asarray(a)
        if items.ndim > 1 or (not items.ndim and items.dtype.kind not in "biu"):
            raise ValueError(f"choice: espera um vetor ou um inteiro, e a forma é {items.shape}, de {items.dtype}")
        count = len(items) if items.ndim else int(items)
        shape = () if size is None else as_shape(size)
        places = self.places(count, size_of(shape), replace, None if p is None else check_chances(p, count))
        if size is None:
            return items[places[0]] if items.ndim else places[0]
        found = from_values(places, shape, int64)
        return asarray(items[found]) if items.ndim else found

    # --8<-- [start:places]
    def places(self, count: int, wanted: int, replace: bool, chances: list[float] | None) -> list[int]:
        """Posições escolhidas entre `count`: `wanted` delas, com ou sem repetição, com chances iguais ou dadas."""
        if wanted and count <= 0:
            raise ValueError("choice: não há de onde escolher")
        if not replace and wanted > (count if chances is None else sum(chance > 0 for chance in chances)):
            raise ValueError(f"choice: não há {wanted} elementos para escolher sem repetir")
        if replace and chances is None:
            return [below(self.word, count - 1) for _ in range(wanted)]
        if chances is None:
            return numbers_in(self.permutation(count))[:wanted]
        if replace:
            return search(chances, [self.uniform_number() for _ in range(wanted)])
        return distinct(self.uniform_number, chances, wanted)
    # --8<-- [end:places]


def check_chances(p: Any, count: int) -> list[float]:
    """Probabilidades como lista de números, conferidas.

    Raises:
        ValueError: Se não for um vetor com uma por elemento, se alguma for negativa, ou se não somarem 1.
    """
    given = asarray(p)
    chances = [float(chance) for chance in numbers_in(given)]
    if given.shape != (count,):
        raise ValueError(f"choice: p tem de ser um vetor de {count} probabilidades, e a forma é {given.shape}")
    if not all(chance >= 0 for chance in chances):
        raise ValueError("choice: probabilidade não pode ser negativa nem nan")
    slack = 3.5e-4 if given.dtype is float32 else 1.5e-8
    if abs(math.fsum(chances) - 1) > slack:
        raise ValueError(f"choice: as probabilidades somam {math.fsum(chances)}, e não 1")
    return chances
