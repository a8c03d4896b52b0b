r"""Números que parecem sorteados e se repetem: o gerador clássico do NumPy, bit por bit.

Uma semente põe em movimento o Mersenne twister (`twister`), que dá 32 bits de cada vez; com eles se fazem números
uniformes e, destes, os de qualquer distribuição (`distributions`). Aqui eles viram tensores. As funções deste módulo
são os métodos de um `RandomState` que todas dividem.
"""

import builtins
import math
from importlib import import_module
from typing import Any

from reference.tensors import distributions
from reference.tensors.choosing import Chooser
from reference.tensors.creation import as_shape, asarray
from reference.tensors.dtypes import float64, int64
from reference.tensors.layout import size_of
from reference.tensors.tensor import Tensor, from_values
from reference.tensors.twister import bytes_from, check_scale, fill, numbers_in


class RandomState(Chooser):
    """Gerador com estado próprio: com a mesma semente, a mesma sequência, igual à do NumPy.

    Args:
        seed: Inteiro entre 0 e 2³² − 1, sequência deles, ou `None` para uma semente que ninguém conhece.

    Examples:
        >>> RandomState(0).rand(3)
        array([0.5488135 , 0.71518937, 0.60276338])

    [Notas: Sementes; Números aleatórios]
    """

    def __repr__(self) -> str:
        return "RandomState(MT19937)"

    def random_sample(self, size: Any = None) -> Any:
        """Números uniformes em [0, 1), com 53 bits sorteados.

        Examples:
            >>> RandomState(0).random_sample((2, 2))
            array([[0.5488135 , 0.71518937],
                   [0.60276338, 0.54488318]])
        """
        return fill(self.uniform_number, size)

    random = ranf = sample = random_sample

    def rand(self, *shape: int) -> Any:
        """`random_sample` com os tamanhos dos eixos em argumentos soltos.

        Examples:
            >>> RandomState(42).rand()
            0.3745401188473625
        """
        return self.random_sample(loose("rand", shape))

    def uniform(self, low: Any = 0.0, high: Any = 1.0, size: Any = None) -> Any:
        """Números uniformes em [low, high).

        Raises:
            OverflowError: Se a distância entre os dois não for finita.

        Examples:
            >>> RandomState(0).uniform(-1, 1, 3)
            array([0.09762701, 0.43037873, 0.20552675])
        """
        if not all(math.isfinite(width) for width in numbers_in(asarray(high, float64) - asarray(low, float64))):
            raise OverflowError(f"uniform: a distância de {low} a {high} não é finita")
        return fill(lambda a, b: a + (b - a) * self.uniform_number(), size, low, high)

    # --8<-- [start:gauss]
    def gauss(self) -> float:
        """Um número da normal padrão; o método polar dá dois, e o segundo fica guardado para a próxima vez."""
        if self.spare is None:
            value, self.spare = distributions.polar(self.uniform_number)
        else:
            value, self.spare = self.spare, None
        return value
    # --8<-- [end:gauss]

    def standard_normal(self, size: Any = None) -> Any:
        """Números da distribuição normal padrão: média 0, desvio padrão 1.

        Examples:
            >>> RandomState(0).standard_normal(3)
            array([1.76405235, 0.40015721, 0.97873798])
        """
        return fill(self.gauss, size)

    def randn(self, *shape: int) -> Any:
        """`standard_normal` com os tamanhos dos eixos em argumentos soltos.

        Examples:
            >>> RandomState(0).randn(2)
            array([1.76405235, 0.40015721])

        [Notas: Camada densa; Distribuição normal]
        """
        return self.standard_normal(loose("randn", shape))

    def normal(self, loc: Any = 0.0, scale: Any = 1.0, size: Any = None) -> Any:
        """Números da distribuição normal de média `loc` e desvio padrão `scale`.

        Raises:
            ValueError: Se `scale` for negativo.

        Examples:
            >>> RandomState(1).normal(170, 10, 2)
            array([186.24345364, 163.88243586])
        """
        check_scale("normal", scale)
        return fill(lambda mean, deviation: mean + deviation * self.gauss(), size, loc, scale)

    def exponential(self, scale: Any = 1.0, size: Any = None) -> Any:
        """Números da distribuição exponencial de média `scale`.

        Raises:
            ValueError: Se `scale` for negativo.

        Examples:
            >>> RandomState(0).exponential(2.0, 2)
            array([1.59174902, 2.51186153])
        """
        check_scale("exponential", scale)
        return fill(lambda mean: mean * distributions.exponential(self.uniform_number), size, scale)

    def standard_exponential(self, size: Any = None) -> Any:
        """Números da distribuição exponencial de média 1.

        Examples:
            >>> RandomState(0).standard_exponential(2)
            array([0.79587451, 1.25593076])
        """
        return self.exponential(1.0, size)

    def binomial(self, n: Any, p: Any, size: Any = None) -> Any:
        """Quantos acertos em `n` tentativas, cada uma com probabilidade `p`.

        Raises:
            ValueError: Se `n` for negativo ou `p` não estiver entre 0 e 1.

        Examples:
            >>> RandomState(0).binomial(1, 0.5, 8)
            array([1, 1, 1, 1, 0, 1, 0, 1])

        [Notas: Dropout]
        """
        if any(trials < 0 for trials in numbers_in(n)) or not all(0 <= chance <= 1 for chance in numbers_in(p)):
            raise ValueError("binomial: n não pode ser negativo e p tem de estar entre 0 e 1")
        return fill(lambda m, q: distributions.binomial(self.uniform_number, int(m), q), size, n, p, dtype=int64)

    def multinomial(self, n: int, pvals: Any, size: Any = None) -> Tensor:
        """De `n` sorteios entre k resultados, quantas vezes saiu cada um.

        Args:
            n: Quantos sorteios.
            pvals: Vetor de k probabilidades; a última é o que faltar para 1.
            size: Forma dos experimentos, que vem antes do eixo dos k resultados; `None`, um só.

        Raises:
            ValueError: Se `n` for negativo ou se as probabilidades não forem de uma distribuição.

        Examples:
            >>> RandomState(0).multinomial(12, [0.5, 0.25, 0.25])
            array([6, 4, 2])
        """
        given = asarray(pvals, float64)
        chances = numbers_in(given)
        if n < 0 or given.ndim != 1 or not all(0 <= chance <= 1 for chance in chances) or sum(chances[:-1]) > 1 + 1e-12:
            raise ValueError("multinomial: espera n ≥ 0 e um vetor de probabilidades que não somem mais de 1")
        shape = () if size is None else as_shape(size)
        values: list[int] = []
        for _ in range(size_of(shape)):
            values += distributions.multinomial(self.uniform_number, int(n), chances)
        return from_values(values, (*shape, len(chances)), int64)

    def laplace(self, loc: Any = 0.0, scale: Any = 1.0, size: Any = None) -> Any:
        """Números da distribuição de Laplace: dois lados exponenciais em torno de `loc`.

        Raises:
            ValueError: Se `scale` for negativo.

        Examples:
            >>> RandomState(0).laplace(0, 1, 2)
            array([0.10272733, 0.56278358])
        """
        check_scale("laplace", scale)
        return fill(lambda a, b: distributions.laplace(self.uniform_number, a, b), size, loc, scale)

    def gumbel(self, loc: Any = 0.0, scale: Any = 1.0, size: Any = None) -> Any:
        """Números da distribuição de Gumbel, a do maior entre muitos.

        Raises:
            ValueError: Se `scale` for negativo.

        Examples:
            >>> RandomState(0).gumbel(0, 1, 2)
            array([ 0.22831376, -0.22787694])
        """
        check_scale("gumbel", scale)
        return fill(lambda a, b: distributions.gumbel(self.uniform_number, a, b), size, loc, scale)

    def bytes(self, length: int) -> builtins.bytes:
        """Bytes ao acaso, quatro por palavra.

        Raises:
            ValueError: Se `length` for negativo.

        Examples:
            >>> RandomState(0).bytes(5)
            b'\\xac\\n\\x7f\\x8c/'
        """
        return bytes_from(self.word, length)


def loose(name: str, shape: tuple[Any, ...]) -> tuple[Any, ...] | None:
    """Forma dada em argumentos soltos; sem nenhum, `None`.

    Raises:
        TypeError: Se a forma vier numa tupla.

    Examples:
        >>> loose("rand", (2, 3)), loose("rand", ())
        ((2, 3), None)
    """
    if any(hasattr(length, "__len__") and not hasattr(length, "__index__") for length in shape):
        raise TypeError(f"{name}: os tamanhos vão soltos, {name}(2, 3), e não numa tupla")
    return shape or None


shared = RandomState()
"""O gerador que as funções deste módulo dividem."""

seed, get_state, set_state = shared.seed, shared.get_state, shared.set_state
random, random_sample, ranf, sample = shared.random, shared.random_sample, shared.ranf, shared.sample
rand, uniform = shared.rand, shared.uniform
randn, standard_normal, normal = shared.randn, shared.standard_normal, shared.normal
exponential, standard_exponential = shared.exponential, shared.standard_exponential
laplace, gumbel, binomial, multinomial = shared.laplace, shared.gumbel, shared.binomial, shared.multinomial
randint, choice, bytes = shared.randint, shared.choice, shared.bytes
shuffle, permutation = shared.shuffle, shared.permutation


MODERN = {"default_rng": "generator", "Generator": "generator", "PCG64": "pcg64", "SeedSequence": "seeding"}
"""O gerador novo do NumPy e o módulo em que mora, que só se carrega quando alguém o pede."""


# --8<-- [start:getattr]
def __getattr__(name: str) -> Any:
    """O gerador novo, na primeira vez em que se pede; do que não se oferece, diz o que usar."""
    if name in MODERN:
        globals()[name] = getattr(import_module(f"reference.tensors.{MODERN[name]}"), name)
        return globals()[name]
    if name in ("BitGenerator", "MT19937", "PCG64DXSM", "Philox", "SFC64"):
        raise AttributeError(f"random.{name}: não é oferecido aqui; há o PCG64, do default_rng, e o do RandomState")
    raise AttributeError(f"random.{name}: não é oferecido aqui")
# --8<-- [end:getattr]


def __dir__() -> list[str]:
    """Os nomes daqui, com os do gerador novo, que ainda podem não ter sido carregados."""
    return sorted({*globals(), *MODERN})
