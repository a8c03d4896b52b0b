r"""Funções de perda: um número por amostra, que diz quanto a resposta errou; o custo é a média deles.

Todas recebem o alvo e depois a resposta, como no Keras, e dão uma **perda por amostra**. O **custo**, que o treino
diminui, é a média das perdas de um lote. As de classificação aceitam probabilidades ou, melhor, as notas de que elas
saem (`from_logits=True`): o logaritmo de uma probabilidade que arredondou para zero não existe, e o da nota existe.
"""

from collections.abc import Callable
from typing import Any

from reference.gradients.functions import abs, log, maximum, mean, minimum, square, sum, where
from reference.gradients.graph import Variable
from reference.networks.activations import relu, softplus
from reference.networks.softmax import log_softmax
from reference.operations.namespaces import array_namespace, as_floating, as_value, device_of, moved

Loss = Callable[..., Any]
SMALLEST = 1e-7
"""Probabilidade abaixo da qual o logaritmo não desce, como no Keras."""


# --8<-- [start:cost]
def cost(loss: Loss, y_true: Any, y_pred: Any) -> Any:
    r"""Custo: a média das perdas das m amostras, $C = \frac{1}{m}\sum_i L_i$.

    Args:
        loss: A função de perda.
        y_true: Os m alvos.
        y_pred: As m respostas.

    Returns:
        Um número (ou variável sem eixos).

    Examples:
        >>> cost(mean_squared_error, [[1.0], [2.0]], [[1.0], [5.0]])
        np.float64(4.5)

    [Notas: Função de custo]
    """
    return mean(loss(y_true, y_pred))
# --8<-- [end:cost]


def prepared(name: str, y_true: Any, y_pred: Any) -> tuple[Any, Any]:
    """O alvo e a resposta como tensores (ou variável) de mesma forma, o alvo no tipo e na biblioteca da resposta.

    Raises:
        ValueError: Se as formas diferirem, ou se vierem números soltos.

    Examples:
        >>> prepared("mean_squared_error", [1, 0], [0.5, 0.25])
        (array([1., 0.]), array([0.5 , 0.25]))
    """
    y_true, y_pred = as_value(y_true), as_value(y_pred)
    true_shape, pred_shape = (tuple(getattr(y, "shape", ())) for y in (y_true, y_pred))
    if true_shape != pred_shape or not pred_shape:
        raise ValueError(
            f"{name}: o alvo e a resposta têm a mesma forma, de um eixo ou mais, e a de um é {true_shape}, a do outro, "
            f"{pred_shape}"
        )
    if not isinstance(y_pred, Variable):
        y_pred = as_floating(y_pred)
    return y_true if isinstance(y_true, Variable) else moved(y_true, value_of(y_pred)), y_pred


# --8<-- [start:mean_squared_error]
def mean_squared_error(y_true: Any, y_pred: Any) -> Any:
    r"""Erro quadrático médio: $\frac{1}{n}\sum_j (\hat y_j - y_j)^2$.

    Args:
        y_true: Alvos, de forma (m, n).
        y_pred: Respostas, da mesma forma.

    Returns:
        Uma perda por amostra, de forma (m,).

    Examples:
        >>> mean_squared_error([[1.0, 2.0]], [[2.0, 4.0]])
        array([2.5])

    [Notas: Função de perda; Erro quadrático]
    """
    y_true, y_pred = prepared("mean_squared_error", y_true, y_pred)
    return mean(square(y_pred - y_true), axis=-1)
# --8<-- [end:mean_squared_error]


# --8<-- [start:half_squared_error]
def half_squared_error(y_true: Any, y_pred: Any) -> Any:
    r"""Metade do erro quadrático: $\frac12 \sum_j (\hat y_j - y_j)^2$, cuja derivada é só a diferença.

    Args:
        y_true: Alvos, de forma (m, n).
        y_pred: Respostas, da mesma forma.

    Returns:
        Uma perda por amostra, de forma (m,).

    Examples:
        >>> half_squared_error([[88.2]], [[129.9]]).round(3)
        array([869.445])

    [Notas: Erro quadrático]
    """
    y_true, y_pred = prepared("half_squared_error", y_true, y_pred)
    return 0.5 * sum(square(y_pred - y_true), axis=-1)
# --8<-- [end:half_squared_error]


# --8<-- [start:mean_absolute_error]
def mean_absolute_error(y_true: Any, y_pred: Any) -> Any:
    r"""Erro absoluto médio: $\frac{1}{n}\sum_j |\hat y_j - y_j|$, que se importa menos com os erros enormes.

    Args:
        y_true: Alvos, de forma (m, n).
        y_pred: Respostas, da mesma forma.

    Returns:
        Uma perda por amostra, de forma (m,).

    Examples:
        >>> mean_absolute_error([[1.0, 2.0]], [[2.0, 4.0]])
        array([1.5])
    """
    y_true, y_pred = prepared("mean_absolute_error", y_true, y_pred)
    return mean(abs(y_pred - y_true), axis=-1)
# --8<-- [end:mean_absolute_error]


# --8<-- [start:huber]
def huber(y_true: Any, y_pred: Any, *, delta: float = 1.0) -> Any:
    r"""Huber: $\frac12 e^2$ se $|e| \le \delta$, $\delta\,(|e| - \frac{\delta}{2})$ se não: parábola perto, reta longe.

    Args:
        y_true: Alvos, de forma (m, n).
        y_pred: Respostas, da mesma forma.
        delta: Onde a parábola vira reta, na unidade dos alvos.

    Returns:
        Uma perda por amostra, de forma (m,).

    Examples:
        >>> huber([[0.0], [0.0]], [[0.5], [3.0]])
        array([0.125, 2.5  ])
    """
    y_true, y_pred = prepared("huber", y_true, y_pred)
    error = abs(y_pred - y_true)
    near = value_of(error) <= delta
    return mean(where(near, 0.5 * square(error), delta * error - 0.5 * delta * delta), axis=-1)
# --8<-- [end:huber]


# --8<-- [start:hinge]
def hinge(y_true: Any, y_pred: Any) -> Any:
    r"""Margem (*hinge*): $\frac{1}{n}\sum_j \max(0,\ 1 - y_j\,\hat y_j)$, com alvos −1 e 1.

    Args:
        y_true: Alvos, −1 ou 1, de forma (m, n).
        y_pred: Notas, da mesma forma.

    Returns:
        Uma perda por amostra, de forma (m,): zero para quem acertou com folga de 1 ou mais.

    Raises:
        ValueError: Se houver alvo que não seja −1 nem 1: com um 0, a perda seria 1 para qualquer nota.

    Examples:
        >>> hinge([[1.0], [-1.0]], [[0.25], [-3.0]])
        array([0.75, 0.  ])
    """
    y_true, y_pred = prepared("hinge", y_true, y_pred)
    signs = value_of(y_true)
    if not array_namespace(signs).all(signs * signs == 1):
        raise ValueError("hinge: os alvos são −1 e 1, e há outros; de 0 e 1, faça 2 * y - 1")
    return mean(relu(1.0 - y_pred * y_true), axis=-1)
# --8<-- [end:hinge]


# --8<-- [start:categorical_crossentropy]
def categorical_crossentropy(y_true: Any, y_pred: Any, *, from_logits: bool = False) -> Any:
    r"""Entropia cruzada: $-\sum_j y_j \ln p_j$, o preço de ter dado probabilidade $p$ à classe certa.

    Args:
        y_true: Alvos *one-hot*, de forma (m, classes).
        y_pred: Probabilidades, da mesma forma; ou notas, se `from_logits`.
        from_logits: Se `y_pred` são notas, de que a softmax ainda não foi tirada.

    Returns:
        Uma perda por amostra, de forma (m,).

    Examples:
        >>> categorical_crossentropy([[0.0, 1.0, 0.0]], [[0.1, 0.5, 0.4]]).round(4)
        array([0.6931])
        >>> categorical_crossentropy([[1.0, 0.0]], [[0.0, 1000.0]], from_logits=True)
        array([1000.])

    [Notas: Entropia cruzada; Função de perda]
    """
    y_true, y_pred = prepared("categorical_crossentropy", y_true, y_pred)
    return -sum((log_softmax(y_pred) if from_logits else log(clipped(y_pred))) * y_true, axis=-1)
# --8<-- [end:categorical_crossentropy]


# --8<-- [start:sparse_categorical_crossentropy]
def sparse_categorical_crossentropy(y_true: Any, y_pred: Any, *, from_logits: bool = False) -> Any:
    r"""Entropia cruzada com o número da classe por alvo, em vez do *one-hot*: $-\ln p_{y}$.

    Args:
        y_true: Classes, inteiros de 0 a classes − 1, de forma (m,).
        y_pred: Probabilidades, de forma (m, classes); ou notas, se `from_logits`.
        from_logits: Se `y_pred` são notas.

    Returns:
        Uma perda por amostra, de forma (m,).

    Raises:
        ValueError: Se não houver um alvo por amostra, ou se houver alvo que não seja o número de uma classe.

    Examples:
        >>> sparse_categorical_crossentropy([1, 0], [[0.1, 0.5, 0.4], [0.25, 0.25, 0.5]]).round(4)
        array([0.6931, 1.3863])
    """
    y_true, y_pred = as_value(y_true), as_value(y_pred)
    true_shape, pred_shape = (tuple(getattr(y, "shape", ())) for y in (y_true, y_pred))
    if not pred_shape or true_shape != pred_shape[:-1]:
        raise ValueError(
            f"sparse_categorical_crossentropy: uma classe por amostra; as formas são {true_shape} e {pred_shape}"
        )
    values = value_of(y_pred)
    xp = array_namespace(values)
    labels = xp.expand_dims(moved(y_true, values), axis=-1)
    one_hot = xp.astype(labels == xp.arange(pred_shape[-1], dtype=values.dtype, device=device_of(values)), values.dtype)
    if not xp.all(xp.sum(one_hot, axis=-1) == 1):
        raise ValueError(f"sparse_categorical_crossentropy: os alvos são classes, inteiros de 0 a {pred_shape[-1] - 1}")
    return categorical_crossentropy(one_hot, y_pred, from_logits=from_logits)
# --8<-- [end:sparse_categorical_crossentropy]


# --8<-- [start:binary_crossentropy]
def binary_crossentropy(y_true: Any, y_pred: Any, *, from_logits: bool = False) -> Any:
    r"""Entropia cruzada de duas classes: $-\frac{1}{n}\sum_j y_j \ln p_j + (1 - y_j) \ln (1 - p_j)$.

    Das notas, $\ln(1 + e^{z}) - y z$, que é a mesma conta sem o perigo de $\ln 0$.

    Args:
        y_true: Alvos de 0 a 1, de forma (m, n).
        y_pred: Probabilidades, da mesma forma; ou notas, se `from_logits`.
        from_logits: Se `y_pred` são notas, de que a sigmoide ainda não foi tirada.

    Returns:
        Uma perda por amostra, de forma (m,).

    Examples:
        >>> binary_crossentropy([[1.0], [0.0]], [[0.5], [0.5]]).round(4)
        array([0.6931, 0.6931])
        >>> binary_crossentropy([[1.0]], [[-1000.0]], from_logits=True)
        array([1000.])
    """
    y_true, y_pred = prepared("binary_crossentropy", y_true, y_pred)
    if from_logits:
        return mean(softplus(y_pred) - y_pred * y_true, axis=-1)
    p = clipped(y_pred)
    return -mean(log(p) * y_true + log(1.0 - p) * (1.0 - y_true), axis=-1)
# --8<-- [end:binary_crossentropy]


# --8<-- [start:clipped]
def clipped(p: Any) -> Any:
    """Probabilidades afastadas do 0 e do 1, onde o logaritmo não existe.

    Examples:
        >>> clipped(array([0.0, 0.5]))
        array([1.e-07, 5.e-01])
    """
    low = 0.0 * value_of(p) + SMALLEST
    return minimum(maximum(p, low), 1.0 - low)
# --8<-- [end:clipped]


def value_of(x: Any) -> Any:
    """O valor de uma variável; o que não é variável é o seu próprio valor.

    Examples:
        >>> value_of(Variable(2.0)), value_of(3.0)
        (2.0, 3.0)
    """
    return x.value if isinstance(x, Variable) else x


LOSSES: dict[str, Loss] = {
    "mse": mean_squared_error,
    "mae": mean_absolute_error,
    **{
        loss.__name__: loss
        for loss in (
            mean_squared_error,
            half_squared_error,
            mean_absolute_error,
            huber,
            hinge,
            categorical_crossentropy,
            sparse_categorical_crossentropy,
            binary_crossentropy,
        )
    },
}
"""As funções de perda, pelo nome que o Keras lhes dá."""


def get(loss: Loss | str) -> Loss:
    """Função de perda pelo nome (`"mse"`); uma função é ela mesma.

    Raises:
        ValueError: Se não houver função com esse nome.

    Examples:
        >>> get("mse") is mean_squared_error
        True
    """
    if callable(loss):
        return loss
    if loss not in LOSSES:
        raise ValueError(f"loss: não há função de perda {loss!r}; há {', '.join(sorted(LOSSES))}")
    return LOSSES[loss]
