r"""Validação: separar parte das amostras para medir, sem nunca aprender com elas.

Quem mede o acerto nas amostras com que aprendeu mede a memória. Separar uma parte resolve; revezar a parte separada,
em $k$ dobras, usa todas as amostras para as duas coisas, uma de cada vez.
"""

from collections.abc import Callable, Iterator
from typing import Any

from reference.data.batches import rows, samples
from reference.random import RandomState
from reference.tensors.creation import asarray
from reference.tensors.ranges import arange
from reference.tensors.tensor import Tensor

Pair = tuple[Any, Any]


# --8<-- [start:split]
def train_validation_split(x: Any, y: Any, validation: float = 0.2, seed: int | RandomState = 0) -> tuple[Pair, Pair]:
    """Separa, por sorteio, uma parte das amostras, com os seus alvos, para medir o modelo sem ensiná-lo.

    Args:
        x: Amostras, tensor de forma (m, …).
        y: Alvos, um por amostra.
        validation: Que parte vai para a validação, entre 0 e 1.
        seed: Semente do sorteio, ou o próprio gerador.

    Returns:
        `(x_train, y_train), (x_val, y_val)`, tensores da biblioteca de `x` e de `y`.

    Raises:
        ValueError: Se não houver um alvo por amostra, ou se um dos lados ficar vazio.

    Examples:
        >>> (x_train, y_train), (x_val, y_val) = train_validation_split(arange(5), arange(5) * 10, 0.4)
        >>> x_train, x_val, y_val
        (array([1, 3, 4]), array([2, 0]), array([20,  0]))

    [Notas: Validação]
    """
    check_targets("train_validation_split", x, y)
    m = samples(x)
    kept_out = round(m * validation)
    if not 0 < kept_out < m:
        raise ValueError(f"train_validation_split: {validation} de {m} amostras deixa um dos lados vazio")
    order = shuffled(m, seed)
    return chosen(x, y, order[kept_out:]), chosen(x, y, order[:kept_out])
# --8<-- [end:split]


# --8<-- [start:k_folds]
def k_folds(m: int, k: int = 5, seed: int | RandomState | None = None) -> Iterator[tuple[Tensor, Tensor]]:
    r"""As $k$ dobras de $m$ amostras: cada amostra está na validação de uma, e no treino de todas as outras.

    As dobras têm $\lfloor m/k \rfloor$ amostras; as $m \bmod k$ primeiras, uma a mais.

    Args:
        m: Quantas amostras há.
        k: Quantas dobras.
        seed: Semente do sorteio da ordem; sem ela, as dobras são fatias, na ordem das amostras.

    Returns:
        Iterador de pares: as posições para treinar e as posições para validar.

    Raises:
        ValueError: Se `k` não estiver entre 2 e `m`.

    Examples:
        >>> for training, validation in k_folds(5, 2):
        ...     print(training, validation)
        [3 4] [0 1 2]
        [0 1 2] [3 4]

    [Notas: Validação cruzada]
    """
    if not 2 <= k <= m:
        raise ValueError(f"k_folds: de 2 a {m} dobras para {m} amostras, e foram pedidas {k}")
    order = shuffled(m, seed)
    start = 0
    for fold in range(k):
        stop = start + m // k + (fold < m % k)
        yield rows(order, concat_positions(start, stop, m)), order[start:stop]
        start = stop
# --8<-- [end:k_folds]


# --8<-- [start:cross_validate]
def cross_validate(
    measure: Callable[[Pair, Pair], float], x: Any, y: Any, k: int = 5, seed: int | RandomState | None = 0
) -> list[float]:
    """Uma medida por dobra: treina-se do zero com as outras, e mede-se nela.

    Args:
        measure: Recebe `(x_train, y_train)` e `(x_val, y_val)`; **cria um modelo novo**, treina e devolve a medida.
        x: Amostras, tensor de forma (m, …).
        y: Alvos, um por amostra.
        k: Quantas dobras.
        seed: Semente do sorteio das dobras; com `None`, elas são fatias.

    Returns:
        As k medidas.

    Raises:
        ValueError: Se não houver um alvo por amostra, ou se `k` não estiver entre 2 e m.

    Examples:
        >>> mean_of_the_others = lambda train, val: float(train[1].mean() - val[1].mean())
        >>> cross_validate(mean_of_the_others, arange(4), arange(4), k=2, seed=None)
        [2.0, -2.0]
    """
    check_targets("cross_validate", x, y)
    return [measure(chosen(x, y, train), chosen(x, y, val)) for train, val in k_folds(samples(x), k, seed)]
# --8<-- [end:cross_validate]


def check_targets(name: str, x: Any, y: Any) -> None:
    """Confere que há um alvo por amostra.

    Examples:
        >>> check_targets("k_folds", [1, 2, 3], [4, 5])
        Traceback (most recent call last):
        ValueError: k_folds: um alvo por amostra; há 3 amostras e 2 alvos
    """
    if samples(x) != samples(y):
        raise ValueError(f"{name}: um alvo por amostra; há {samples(x)} amostras e {samples(y)} alvos")


def chosen(x: Any, y: Any, positions: Tensor) -> Pair:
    """As amostras dessas posições, e os alvos delas.

    Examples:
        >>> chosen(array([1, 2, 3]), array([10, 20, 30]), array([2, 0]))
        (array([3, 1]), array([30, 10]))
    """
    return rows(x, positions), rows(y, positions)


def shuffled(m: int, seed: int | RandomState | None) -> Tensor:
    """As posições de 0 a m − 1, em ordem sorteada; na ordem, se não há semente.

    Examples:
        >>> shuffled(5, None), shuffled(5, 0)
        (array([0, 1, 2, 3, 4]), array([2, 0, 1, 3, 4]))
    """
    if seed is None:
        return arange(m)
    random = seed if isinstance(seed, RandomState) else RandomState(seed)
    return random.permutation(m)  # type: ignore[no-any-return]


def concat_positions(start: int, stop: int, m: int) -> Tensor:
    """As posições de 0 a m − 1, menos as de `start` até antes de `stop`.

    Examples:
        >>> concat_positions(1, 3, 5)
        array([0, 3, 4])
    """
    return asarray([*range(start), *range(stop, m)])
