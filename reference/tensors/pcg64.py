r"""PCG64: um gerador de uma linha, com 128 bits de estado e uma saída que esconde a linha.

O estado anda como o gerador mais velho do mundo: multiplica, soma, fica com o resto da divisão por 2¹²⁸. A conta é
rápida e o período é o maior possível, mas os bits baixos repetem logo. Por isso o estado não sai: o que sai é uma
mistura das duas metades dele, girada de tantas casas quantas dizem os bits de cima, que são os melhores.
"""

import operator
from collections.abc import Callable
from typing import Any

from reference.tensors.seeding import SeedSequence
from reference.tensors.twister import numbers_in

MULTIPLIER = 0x2360ED051FC65DA44385DF649FCCF645
JUMP = 0x9E3779B97F4A7C15F39CC0605CEDC835  # 2¹²⁸ vezes a razão áurea menos um: saltos que nunca caem perto um do outro
LONG, LARGE = 2**64 - 1, 2**128 - 1  # os bits de uma palavra longa e os do estado


# --8<-- [start:lemire]
def lemire(word: Callable[[], int], largest: int, bits: int) -> int:
    """Inteiro de 0 a `largest`, todos com a mesma chance: estica o sorteio e fica com a parte de cima.

    São `largest + 1` caixas para os números que `word` pode dar. Se a divisão não é exata, algumas caixas receberiam um
    número a mais: quem cai na sobra sorteia de novo.

    Args:
        word: Dá os próximos `bits` bits.
        largest: O maior inteiro que pode sair.
        bits: Quantos bits tem cada palavra.

    Examples:
        >>> words = iter([0, 3, 4])
        >>> lemire(lambda: next(words), 5, 3)  # oito números em seis caixas: 0 e 4 são recusados
        2
    """
    if largest == 0:
        return 0
    boxes, whole = largest + 1, 1 << bits
    spare = whole % boxes
    while True:
        product = word() * boxes
        if product % whole >= spare:
            return product >> bits
# --8<-- [end:lemire]


class PCG64:
    """Gerador PCG XSL-RR 128/64: palavras de 64 e de 32 bits, números uniformes e inteiros sem vício.

    Args:
        seed: Inteiro não negativo, sequência deles, `SeedSequence`, ou `None` para uma semente que ninguém conhece.

    Raises:
        TypeError: Se a semente não for de inteiros.
        ValueError: Se houver um inteiro negativo.

    Examples:
        >>> PCG64(0).word64(), PCG64(0).uniform_number()
        (11749869230777074271, 0.6369616873214543)
    """

    place: int
    """O estado: um número de 128 bits, que anda."""

    increment: int
    """O que se soma a cada passo: ímpar, para que o período seja 2¹²⁸, e diferente de uma semente para outra."""

    half: int
    """A metade alta da última palavra de 64 bits de que se pediu só a baixa; vale se `has_half` for 1."""

    def __init__(self, seed: Any = None) -> None:
        self.seed_seq = seed if isinstance(seed, SeedSequence) else SeedSequence(seed)
        a, b, c, d = numbers_in(self.seed_seq.generate_state(4, "uint64"))
        self.increment = (c << 65 | d << 1 | 1) & LARGE
        self.place = self.increment + (a << 64 | b)
        self.has_half = self.half = 0
        self.word64()

    # --8<-- [start:word64]
    def word64(self) -> int:
        """Os próximos 64 bits, como um inteiro."""
        self.place = place = (self.place * MULTIPLIER + self.increment) & LARGE
        mixed = (place >> 64 ^ place) & LONG
        turn = place >> 122
        return (mixed >> turn | mixed << (64 - turn)) & LONG
    # --8<-- [end:word64]

    # --8<-- [start:word32]
    def word32(self) -> int:
        """Os próximos 32 bits: a metade baixa de uma palavra de 64; a alta fica guardada para a próxima vez."""
        if self.has_half:
            self.has_half = 0
            return self.half
        word = self.word64()
        self.has_half, self.half = 1, word >> 32
        return word & 0xFFFFFFFF
    # --8<-- [end:word32]

    def uniform_number(self) -> float:
        """Número uniforme em [0, 1), com 53 bits sorteados."""
        return (self.word64() >> 11) * 2.0**-53

    def below(self, largest: int) -> int:
        """Inteiro de 0 a `largest`, todos com a mesma chance, da menor palavra que o alcança."""
        return lemire(self.word32, largest, 32) if largest < 2**32 else lemire(self.word64, largest, 64)

    # --8<-- [start:advance]
    def advance(self, delta: int) -> "PCG64":
        """Anda `delta` passos de uma vez (ou volta, se negativo); a metade guardada se perde.

        Dois passos são outra conta de multiplicar e somar, quatro também: dobrando, chega-se a qualquer número deles em
        128 voltas.

        Raises:
            TypeError: Se `delta` não for inteiro.

        Examples:
            >>> slow, fast = PCG64(0), PCG64(0)
            >>> for _ in range(1000):
            ...     _ = slow.word64()
            >>> fast.advance(1000).word64() == slow.word64()
            True
        """
        steps = operator.index(delta) & LARGE
        factor, plus, total, total_plus = MULTIPLIER, self.increment, 1, 0
        while steps:
            if steps & 1:
                total, total_plus = total * factor & LARGE, (total_plus * factor + plus) & LARGE
            factor, plus = factor * factor & LARGE, (factor + 1) * plus & LARGE
            steps >>= 1
        self.place = (self.place * total + total_plus) & LARGE
        self.has_half = self.half = 0
        return self
    # --8<-- [end:advance]

    def jumped(self, jumps: int = 1) -> "PCG64":
        """Gerador novo, `jumps` saltos adiante neste: tão longe que as duas sequências não se encontram.

        Examples:
            >>> PCG64(0).jumped().word64() == PCG64(0).word64()
            False
        """
        other = PCG64()
        other.state = self.state
        return other.advance(JUMP * jumps)

    @property
    def state(self) -> dict[str, Any]:
        """Estado do gerador, num dicionário como o do NumPy; atribuí-lo, daqui ou de lá, o retoma.

        Raises:
            TypeError: Se o que se atribui não for um dicionário, ou se um dos números não for inteiro.
            ValueError: Se o estado for de outro gerador.
            KeyError: Se faltar uma parte.
            OverflowError: Se um dos números não couber.
        """
        inner = {"state": self.place, "inc": self.increment}
        return {"bit_generator": "PCG64", "state": inner, "has_uint32": self.has_half, "uinteger": self.half}

    @state.setter
    def state(self, state: Any) -> None:
        if not isinstance(state, dict):
            raise TypeError(f"PCG64: o estado é um dicionário, e não {type(state).__name__}")
        if state.get("bit_generator") != "PCG64":
            raise ValueError(f"PCG64: o estado é de um {state.get('bit_generator')}")
        parts = state["state"]["state"], state["state"]["inc"], state["has_uint32"], state["uinteger"]
        place, increment, has_half, half = map(operator.index, parts)
        if not (0 <= place <= LARGE and 0 <= increment <= LARGE and 0 <= half < 2**32):
            raise OverflowError("PCG64: o estado e o incremento têm até 128 bits; a metade guardada, até 32")
        self.place, self.increment, self.has_half, self.half = place, increment, has_half, half

    def spawn(self, n_children: int) -> list["PCG64"]:
        """Geradores filhos, cada um com uma semente filha da deste.

        Raises:
            OverflowError: Se `n_children` for negativo.

        Examples:
            >>> len(PCG64(0).spawn(3))
            3
        """
        return [PCG64(child) for child in self.seed_seq.spawn(n_children)]
