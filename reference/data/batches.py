r"""Lotes: os dados entregues aos pedaços, ao longo do eixo das amostras.

Um lote (*batch*) é uma fatia do eixo 0, `x[i * n : (i + 1) * n]`. O último fica com o que sobrar. Uma passada por todos
os lotes é uma **época**; de uma para a outra, costuma-se embaralhar as amostras.
"""

from collections.abc import Iterator
from typing import Any

from reference.operations.namespaces import array_namespace, device_of, settled
from reference.random import RandomState


# --8<-- [start:count]
def count_batches(samples: int, batch_size: int) -> int:
    r"""Quantos lotes são precisos para todas as amostras: $\lceil m / n \rceil$, com o último menor, se não for exato.

    Args:
        samples: Quantas amostras há, $m$.
        batch_size: Quantas vão em cada lote, $n$.

    Raises:
        ValueError: Se o tamanho do lote não for ao menos 1.

    Examples:
        >>> count_batches(60000, 128), count_batches(10000, 100)
        (469, 100)

    [Notas: A noção de batches de dados]
    """
    if batch_size < 1:
        raise ValueError(f"count_batches: um lote tem ao menos uma amostra, e o tamanho pedido é {batch_size}")
    return -(-samples // batch_size)
# --8<-- [end:count]


# --8<-- [start:batches]
def batches(x: Any, batch_size: int) -> Iterator[Any]:
    """Os lotes de `x`, um por vez, na ordem das amostras; o último leva as que sobraram.

    Args:
        x: Tensor de forma (m, …), ou qualquer sequência que se fatie.
        batch_size: Quantas amostras vão em cada lote.

    Returns:
        Iterador de fatias de `x`; de um tensor, são vistas, que não copiam nada.

    Raises:
        ValueError: Se o tamanho do lote não for ao menos 1.

    Examples:
        >>> [batch.shape for batch in batches(zeros((10, 28, 28)), 4)]
        [(4, 28, 28), (4, 28, 28), (2, 28, 28)]

    [Notas: A noção de batches de dados; Batches]
    """
    for i in range(count_batches(samples(x), batch_size)):
        yield part(x, i * batch_size, (i + 1) * batch_size)
# --8<-- [end:batches]


# --8<-- [start:generator]
class BatchGenerator:
    """Entrega lotes de amostras e dos seus alvos, época após época, sem separar uns dos outros.

    Um laço `for` percorre uma época. `next()` dá um lote por vez e, no fim da época, começa outra sozinho.

    Args:
        x: Amostras, de forma (m, …).
        y: Alvos, um por amostra, de forma (m, …).
        batch_size: Quantas amostras vão em cada lote.
        seed: Semente do embaralhamento, refeito a cada época, ou o próprio gerador de sorteios; sem ela, os lotes vêm
            sempre na ordem, e são vistas.

    Raises:
        ValueError: Se não houver um alvo por amostra, se não houver amostra, ou se o tamanho do lote for menor que 1.

    Examples:
        >>> generator = BatchGenerator(arange(5), arange(5) ** 2, batch_size=2, seed=0)
        >>> generator.num_batches
        3
        >>> for x, y in generator:
        ...     print(x, y)
        [2 0] [4 0]
        [1 3] [1 9]
        [4] [16]

    [Notas: BatchGenerator]
    """

    def __init__(self, x: Any, y: Any, batch_size: int = 32, seed: int | RandomState | None = None) -> None:
        if samples(x) != samples(y) or not samples(x):
            raise ValueError(f"BatchGenerator: um alvo por amostra; há {samples(x)} amostras e {samples(y)} alvos")
        self.x, self.y, self.batch_size = x, y, batch_size
        self.num_batches = count_batches(samples(x), batch_size)
        self.random = RandomState(seed) if isinstance(seed, int) else seed
        self.stream = self.epochs()

    def __len__(self) -> int:
        return self.num_batches

    def __iter__(self) -> Iterator[tuple[Any, Any]]:
        if self.random is None:
            yield from map(settled, zip(batches(self.x, self.batch_size), batches(self.y, self.batch_size)))
            return
        for chosen in batches(self.random.permutation(samples(self.x)), self.batch_size):
            yield settled((rows(self.x, chosen), rows(self.y, chosen)))

    def epochs(self) -> Iterator[tuple[Any, Any]]:
        """Os lotes de uma época, e da seguinte, e da seguinte, sem fim."""
        while True:
            yield from self

    def next(self) -> tuple[Any, Any]:
        """O próximo lote: as amostras e os alvos.

        Examples:
            >>> generator = BatchGenerator([10, 20, 30], "abc", batch_size=2)
            >>> [generator.next() for _ in range(3)]
            [([10, 20], 'ab'), ([30], 'c'), ([10, 20], 'ab')]
        """
        return next(self.stream)
# --8<-- [end:generator]


def samples(x: Any) -> int:
    """Quantas amostras há: o tamanho do eixo 0.

    Examples:
        >>> samples(zeros((3, 28, 28))), samples("abcd")
        (3, 4)
    """
    return x.shape[0] if hasattr(x, "shape") else len(x)


def part(x: Any, start: int, stop: int) -> Any:
    """As amostras de `start` até antes de `stop`, do jeito mais rigoroso: sem passar do fim, e com `...` no resto.

    Examples:
        >>> part(array([10, 20, 30]), 1, 5)
        array([20, 30])
    """
    stop = min(stop, samples(x))
    return x[start:stop, ...] if hasattr(x, "shape") else x[start:stop]


def rows(x: Any, chosen: Any) -> Any:
    """As amostras de `x` escolhidas por número, na ordem dada, num tensor da mesma biblioteca.

    Examples:
        >>> rows(array([10, 20, 30]), array([2, 0]))
        array([30, 10])
    """
    xp = array_namespace(x)
    return xp.take(x, xp.asarray(chosen.tolist(), device=device_of(x)), axis=0)
