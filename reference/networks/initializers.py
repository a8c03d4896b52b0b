r"""Inicializadores: os primeiros pesos, sorteados na medida certa.

Pesos iguais fazem neurônios iguais, que recebem gradientes iguais e nunca deixam de ser iguais: é preciso sortear. Se o
sorteio é largo demais, a variância cresce de camada em camada; se é estreito, some. Glorot e He a mantêm.
"""

import math
from collections.abc import Callable
from functools import partial
from typing import Any

from reference.operations.joining import stack
from reference.random import RandomState
from reference.tensors.creation import full
from reference.tensors.creation import ones as all_ones
from reference.tensors.creation import zeros as all_zeros

Shape = tuple[int, ...]
Initializer = Callable[[Shape, RandomState], Any]


def zeros(shape: Shape, random: RandomState) -> Any:
    """Zeros: o começo dos vieses (nunca dos pesos).

    Examples:
        >>> zeros((3,), RandomState(0))
        array([0., 0., 0.])
    """
    return all_zeros(shape)


def ones(shape: Shape, random: RandomState) -> Any:
    """Uns: o começo dos fatores que multiplicam.

    Examples:
        >>> ones((3,), RandomState(0))
        array([1., 1., 1.])
    """
    return all_ones(shape)


def constant(shape: Shape, random: RandomState, *, value: float = 0.0) -> Any:
    """Um mesmo valor em toda parte.

    Examples:
        >>> constant((2,), RandomState(0), value=0.5)
        array([0.5, 0.5])
    """
    return full(shape, float(value))


def random_uniform(shape: Shape, random: RandomState, *, minval: float = -0.05, maxval: float = 0.05) -> Any:
    """Uniforme entre `minval` e `maxval`.

    Examples:
        >>> random_uniform((2,), RandomState(0)).round(4)
        array([0.0049, 0.0215])
    """
    return random.uniform(minval, maxval, shape)


def random_normal(shape: Shape, random: RandomState, *, mean: float = 0.0, stddev: float = 0.05) -> Any:
    """Normal de média `mean` e desvio `stddev`.

    Examples:
        >>> random_normal((2,), RandomState(0), stddev=0.01).round(4)
        array([0.0176, 0.004 ])

    [Notas: Distribuição normal; Layer_Dense]
    """
    return random.normal(mean, stddev, shape)


# --8<-- [start:fans]
def fans(shape: Shape) -> tuple[int, int]:
    """Quantas parcelas entram em cada saída e quantas saídas cada entrada alimenta.

    De um núcleo de convolução, (altura, largura, canais de entrada, canais de saída), cada saída soma uma janela
    inteira de todos os canais.

    Args:
        shape: A forma dos pesos.

    Examples:
        >>> fans((784, 512)), fans((3, 3, 1, 8))
        ((784, 512), (9, 72))
    """
    if len(shape) < 2:
        return (shape[0], shape[0]) if shape else (1, 1)
    window = math.prod(shape[:-2])
    return window * shape[-2], window * shape[-1]
# --8<-- [end:fans]


# --8<-- [start:glorot]
def glorot_uniform(shape: Shape, random: RandomState) -> Any:
    r"""Glorot (Xavier) uniforme: entre $\pm\sqrt{6 / (n_{entra} + n_{sai})}$.

    A variância, $2 / (n_{entra} + n_{sai})$, é o meio-termo entre conservar a das ativações, na ida, e a dos
    gradientes, na volta. É o padrão do Keras.

    Examples:
        >>> glorot_uniform((2, 2), RandomState(0)).round(4)
        array([[0.1196, 0.5271],
               [0.2517, 0.1099]])

    [Notas: Inicialização de Xavier]
    """
    limit = math.sqrt(6 / sum(fans(shape)))
    return random.uniform(-limit, limit, shape)


def glorot_normal(shape: Shape, random: RandomState) -> Any:
    r"""Glorot (Xavier) normal: desvio $\sqrt{2 / (n_{entra} + n_{sai})}$.

    Examples:
        >>> glorot_normal((2, 2), RandomState(0)).round(4)
        array([[1.2474, 0.283 ],
               [0.6921, 1.5846]])

    [Notas: Inicialização de Xavier]
    """
    return random.normal(0.0, math.sqrt(2 / sum(fans(shape))), shape)
# --8<-- [end:glorot]


# --8<-- [start:he]
def he_uniform(shape: Shape, random: RandomState) -> Any:
    r"""He uniforme: entre $\pm\sqrt{6 / n_{entra}}$, para a ReLU, que joga fora metade da variância.

    Examples:
        >>> he_uniform((2, 2), RandomState(0)).round(4)
        array([[0.1691, 0.7454],
               [0.356 , 0.1555]])
    """
    limit = math.sqrt(6 / fans(shape)[0])
    return random.uniform(-limit, limit, shape)


def he_normal(shape: Shape, random: RandomState) -> Any:
    r"""He normal: desvio $\sqrt{2 / n_{entra}}$, para a ReLU, que joga fora metade da variância.

    Examples:
        >>> he_normal((2, 2), RandomState(0)).round(4)
        array([[1.7641, 0.4002],
               [0.9787, 2.2409]])
    """
    return random.normal(0.0, math.sqrt(2 / fans(shape)[0]), shape)
# --8<-- [end:he]


# --8<-- [start:orthogonal]
def orthogonal(shape: Shape, random: RandomState, *, gain: float = 1.0) -> Any:
    r"""Ortogonal: linhas (ou colunas, se forem menos) de tamanho 1 e perpendiculares entre si; não estica nem encolhe.

    Cada vetor sorteado perde a sombra que faz sobre os anteriores e é dividido pelo seu tamanho (Gram-Schmidt).

    Args:
        shape: Dois eixos ou mais; todos menos o último contam como um só.
        random: De onde sortear.
        gain: Fator que multiplica tudo.

    Raises:
        ValueError: Se a forma tiver menos de dois eixos.

    Examples:
        >>> w = orthogonal((3, 2), RandomState(0))
        >>> (w.T @ w).round(6) + 0.0
        array([[1., 0.],
               [0., 1.]])
    """
    if len(shape) < 2:
        raise ValueError(f"orthogonal: precisa de dois eixos ou mais, e a forma é {shape}")
    rows, columns = math.prod(shape[:-1]), shape[-1]
    vectors: list[Any] = []
    for v in random.normal(size=(min(rows, columns), max(rows, columns))):
        for u in vectors * 2:  # a segunda passada tira o que o arredondamento da primeira deixou
            v = v - (u @ v) * u
        vectors.append(v / math.sqrt(float(v @ v)))
    basis = stack(vectors)
    return gain * (basis if rows <= columns else basis.T).reshape(shape)
# --8<-- [end:orthogonal]


INITIALIZERS: dict[str, Initializer] = {
    function.__name__: function
    for function in (
        zeros, ones, constant, random_uniform, random_normal,
        glorot_uniform, glorot_normal, he_uniform, he_normal, orthogonal,
    )
}  # fmt: skip
"""Os inicializadores, pelo nome que o Keras lhes dá."""


def get(initializer: Any) -> Initializer:
    """Inicializador pelo nome (`"he_normal"`) ou pelo que `described` deu; uma função `(forma, sorteio)` é ela mesma.

    Raises:
        ValueError: Se não houver inicializador com esse nome.

    Examples:
        >>> get("zeros") is zeros
        True
        >>> get({"name": "constant", "value": 0.5})((2,), RandomState(0))
        array([0.5, 0.5])
    """
    if callable(initializer):
        return initializer  # type: ignore[no-any-return]
    options = dict(initializer) if isinstance(initializer, dict) else {"name": initializer}
    name = options.pop("name", None)
    if name not in INITIALIZERS:
        known = ", ".join(sorted(INITIALIZERS))
        raise ValueError(f"initializer: não há inicializador {name!r}; há {known}")
    return partial(INITIALIZERS[name], **options) if options else INITIALIZERS[name]


def described(initializer: Any) -> Any:
    """Um inicializador em dados simples, que `get` sabe reler: o nome ou, se ele tem opções, o nome e elas.

    Args:
        initializer: Nome, função deste módulo, ou uma delas com opções: `partial(random_normal, stddev=0.1)`.

    Returns:
        O nome, ou um dicionário; uma função alheia é ela mesma, e não cabe num arquivo.

    Examples:
        >>> from functools import partial
        >>> described(he_normal), described(partial(random_normal, stddev=0.1))
        ('he_normal', {'name': 'random_normal', 'stddev': 0.1})
    """
    function = initializer.func if isinstance(initializer, partial) else initializer
    name = getattr(function, "__name__", "")
    if INITIALIZERS.get(name) is not function:
        return initializer
    return {"name": name, **initializer.keywords} if isinstance(initializer, partial) else name
