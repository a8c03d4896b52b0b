r"""Métricas: o que se quer saber de uma rede, mas não serve para treiná-la.

A acurácia não tem derivada que preste: mexa um pouco num peso e, quase sempre, ninguém muda de classe. Por isso se
treina com a perda e se acompanha a métrica. Cada métrica dá um número por amostra; a do conjunto é a média.
"""

from collections.abc import Callable
from typing import Any

from reference.operations.namespaces import array_namespace, as_value, device_of, nested_list
from reference.tensors.creation import zeros
from reference.tensors.tensor import Tensor

Metric = Callable[[Any, Any], Any]
Logs = dict[str, float]


# --8<-- [start:accuracy]
def categorical_accuracy(y_true: Any, y_pred: Any) -> Any:
    """Acerto com alvos *one-hot*: 1 se a maior nota é a da classe certa, 0 se não.

    Args:
        y_true: Alvos *one-hot*, de forma (m, classes).
        y_pred: Notas ou probabilidades, da mesma forma.

    Returns:
        Vetor de zeros e uns, de forma (m,).

    Examples:
        >>> categorical_accuracy([[0, 1], [1, 0]], [[0.3, 0.7], [0.4, 0.6]])
        array([1., 0.])

    [Notas: Métrica]
    """
    y_true, y_pred = as_value(y_true), as_value(y_pred)
    xp = array_namespace(y_pred)
    return xp.astype(xp.argmax(y_true, axis=-1) == xp.argmax(y_pred, axis=-1), y_pred.dtype)
# --8<-- [end:accuracy]


def sparse_categorical_accuracy(y_true: Any, y_pred: Any) -> Any:
    """Acerto com o número da classe por alvo: 1 se a maior nota é a dela, 0 se não.

    Args:
        y_true: Classes, inteiros, de forma (m,) ou (m, 1).
        y_pred: Notas ou probabilidades, de forma (m, classes).

    Returns:
        Vetor de zeros e uns, de forma (m,).

    Examples:
        >>> sparse_categorical_accuracy([1, 0], [[0.3, 0.7], [0.4, 0.6]])
        array([1., 0.])
    """
    y_true, y_pred = class_numbers(y_true, y_pred), as_value(y_pred)
    xp = array_namespace(y_pred)
    return xp.astype(y_true == xp.astype(xp.argmax(y_pred, axis=-1), y_true.dtype), y_pred.dtype)


def class_numbers(y_true: Any, y_pred: Any) -> Any:
    """Os números das classes, sem o eixo de tamanho 1 que sobra em (m, 1).

    Examples:
        >>> class_numbers([[2], [0]], zeros((2, 3)))
        array([2, 0])
    """
    y_true, shape = as_value(y_true), tuple(as_value(y_pred).shape)[:-1]
    return y_true if tuple(y_true.shape) == shape else array_namespace(y_true).reshape(y_true, shape)


def binary_accuracy(y_true: Any, y_pred: Any, *, threshold: float = 0.5) -> Any:
    """Acerto de sim ou não: 1 se a resposta passa de `threshold` quando o alvo é 1, e só então.

    Args:
        y_true: Alvos 0 ou 1, de forma (m, n).
        y_pred: Probabilidades, da mesma forma.
        threshold: Acima de que probabilidade a resposta é sim.

    Returns:
        A parte das respostas certas de cada amostra, de forma (m,).

    Raises:
        ValueError: Se as formas não forem a mesma.

    Examples:
        >>> binary_accuracy([[1], [0]], [[0.9], [0.6]])
        array([1., 0.])
    """
    y_true, y_pred = as_value(y_true), as_value(y_pred)
    if tuple(y_true.shape) != tuple(y_pred.shape):
        shapes = f"os alvos têm forma {tuple(y_true.shape)}, e as respostas, {tuple(y_pred.shape)}"
        raise ValueError(f"binary_accuracy: {shapes}; têm de ser a mesma forma")
    xp = array_namespace(y_pred)
    yes = xp.astype(y_pred > threshold, y_pred.dtype)
    return xp.mean(xp.astype(yes == xp.astype(y_true, y_pred.dtype), y_pred.dtype), axis=-1)


def accuracy(y_true: Any, y_pred: Any) -> Any:
    """Acerto, do jeito que as formas pedem: uma resposta só é sim ou não; várias, e um número por alvo, são classes.

    Args:
        y_true: Alvos: (m, 1) de sim ou não, (m,) de classes, ou (m, classes) *one-hot*.
        y_pred: Respostas, de forma (m, 1) ou (m, classes).

    Examples:
        >>> accuracy([[1], [0]], [[0.9], [0.6]])
        array([1., 0.])
        >>> accuracy([1, 0], [[0.3, 0.7], [0.4, 0.6]])
        array([1., 0.])
    """
    true, predicted = tuple(as_value(y_true).shape), tuple(as_value(y_pred).shape)
    if predicted[-1] == 1:
        return binary_accuracy(y_true, y_pred)
    if len(true) < len(predicted) or true[-1] == 1:
        return sparse_categorical_accuracy(y_true, y_pred)
    return categorical_accuracy(y_true, y_pred)


# --8<-- [start:top_k]
def top_k_categorical_accuracy(y_true: Any, y_pred: Any, k: int = 5) -> Any:
    """Acerto com folga: 1 se a classe certa está entre as `k` de maior nota, 0 se não; quem empata com a k-ésima entra.

    Args:
        y_true: Alvos *one-hot*, de forma (m, classes).
        y_pred: Notas ou probabilidades, da mesma forma.
        k: Quantas respostas se aceitam.

    Returns:
        Vetor de zeros e uns, de forma (m,).

    Examples:
        >>> top_k_categorical_accuracy([[0, 0, 1], [1, 0, 0]], [[0.5, 0.2, 0.3], [0.1, 0.5, 0.4]], k=2)
        array([1., 0.])
    """
    y_true, y_pred = as_value(y_true), as_value(y_pred)
    xp = array_namespace(y_pred)
    score = xp.sum(xp.where(y_true > 0, y_pred, xp.zeros_like(y_pred)), axis=-1, keepdims=True)
    above = xp.sum(xp.astype(y_pred > score, xp.int64), axis=-1)
    return xp.astype((above < k) & xp.isfinite(score)[..., 0], y_pred.dtype)
# --8<-- [end:top_k]


def sparse_top_k_categorical_accuracy(y_true: Any, y_pred: Any, k: int = 5) -> Any:
    """O mesmo, com o número da classe por alvo.

    Args:
        y_true: Classes, inteiros, de forma (m,) ou (m, 1).
        y_pred: Notas ou probabilidades, de forma (m, classes).
        k: Quantas respostas se aceitam.

    Examples:
        >>> sparse_top_k_categorical_accuracy([2, 0], [[0.5, 0.2, 0.3], [0.1, 0.5, 0.4]], k=2)
        array([1., 0.])
    """
    y_true, y_pred = class_numbers(y_true, y_pred), as_value(y_pred)
    xp = array_namespace(y_true)
    classes = xp.arange(y_pred.shape[-1], dtype=y_true.dtype, device=device_of(y_true))
    right = xp.expand_dims(y_true, axis=-1) == classes
    return top_k_categorical_accuracy(xp.astype(right, y_pred.dtype), y_pred, k)


ALL = (
    accuracy, binary_accuracy, categorical_accuracy, sparse_categorical_accuracy, sparse_top_k_categorical_accuracy,
    top_k_categorical_accuracy,
)  # fmt: skip
METRICS: dict[str, Metric] = {"acc": accuracy, **{function.__name__: function for function in ALL}}
"""As métricas, pelo nome que o Keras lhes dá."""

# --8<-- [start:get]
def get(metric: Metric | str) -> tuple[str, Metric]:
    """Nome e função de uma métrica.

    Args:
        metric: O nome (`"accuracy"`, `"acc"`, `"binary_accuracy"`, …), ou a função, que dá um número por amostra.

    Raises:
        ValueError: Se não houver métrica com esse nome.

    Examples:
        >>> get("acc") == ("acc", accuracy)
        True
    """
    if callable(metric):
        return getattr(metric, "__name__", type(metric).__name__), metric
    if metric not in METRICS:
        raise ValueError(f"metrics: não há métrica {metric!r}; há {', '.join(sorted(METRICS))}")
    return metric, METRICS[metric]
# --8<-- [end:get]


def average(values: Any) -> float:
    """Média de um vetor de números, como número do Python.

    Examples:
        >>> average(array([1.0, 0.0]))
        0.5
    """
    return float(array_namespace(values).mean(values))


# --8<-- [start:RunningMean]
class RunningMean:
    """Média das medidas de muitos lotes, cada lote pesando quantas amostras tem.

    Examples:
        >>> mean = RunningMean()
        >>> mean.add({"loss": 1.0}, 3)
        >>> mean.add({"loss": 5.0}, 1)
        >>> mean.result()
        {'loss': 2.0}
    """

    def __init__(self) -> None:
        self.totals: Logs = {}
        self.samples = 0

    def add(self, logs: Logs, samples: int) -> None:
        """Junta as medidas de um lote de `samples` amostras."""
        self.samples += samples
        for name, value in logs.items():
            self.totals[name] = self.totals.get(name, 0.0) + samples * value

    def result(self) -> Logs:
        """As médias até aqui."""
        return {name: total / self.samples for name, total in self.totals.items()}
# --8<-- [end:RunningMean]


# --8<-- [start:confusion_matrix]
def confusion_matrix(y_true: Any, y_pred: Any, num_classes: int | None = None) -> Tensor:
    """Matriz de confusão: na linha i e coluna j, quantas amostras da classe i foram chamadas de j.

    Args:
        y_true: Classes certas, inteiros, de forma (m,).
        y_pred: Classes respondidas, inteiros, de forma (m,).
        num_classes: Quantas classes; sem dizer, a maior mais um.

    Returns:
        Matriz de inteiros, de forma (classes, classes). Na diagonal, os acertos.

    Raises:
        ValueError: Se não houver uma resposta por alvo, ou se uma classe não for um inteiro de 0 a `num_classes` − 1.

    Examples:
        >>> confusion_matrix([0, 1, 1, 2], [0, 1, 2, 2])
        array([[1, 0, 0],
               [0, 1, 1],
               [0, 0, 1]])

    [Notas: Métrica]
    """
    true, predicted = classes_of(y_true), classes_of(y_pred)
    if len(true) != len(predicted):
        raise ValueError(f"confusion_matrix: uma resposta por alvo; há {len(predicted)} para {len(true)} alvos")
    n = 1 + max([*true, *predicted], default=-1) if num_classes is None else num_classes
    if not set(true + predicted) <= set(range(n)):
        raise ValueError(f"confusion_matrix: as classes vão de 0 a {n - 1}, e há outras")
    matrix = zeros((n, n), dtype="int64")
    for i, j in zip(true, predicted):
        matrix[i, j] += 1
    return matrix
# --8<-- [end:confusion_matrix]


def classes_of(values: Any) -> list[int]:
    """Uma fila de classes, como inteiros do Python.

    Raises:
        ValueError: Se não for uma fila de inteiros.

    Examples:
        >>> classes_of(array([2.0, 0.0]))
        [2, 0]
    """
    values = as_value(values)
    numbers = nested_list(values)
    if len(values.shape) != 1 or any(x != int(x) for x in numbers):
        raise ValueError(
            f"métrica: espera-se uma fila de classes, números inteiros, e veio um tensor de forma "
            f"{tuple(values.shape)}; de probabilidades, tire antes a classe: argmax(axis=-1)"
        )
    return [int(x) for x in numbers]


# --8<-- [start:precision]
def precision(y_true: Any, y_pred: Any, num_classes: int | None = None) -> Tensor:
    """Precisão de cada classe: do que a rede chamou dela, que parte era.

    Args:
        y_true: Classes certas, inteiros, de forma (m,).
        y_pred: Classes respondidas, inteiros, de forma (m,).
        num_classes: Quantas classes; sem dizer, a maior mais um.

    Returns:
        Vetor, de forma (classes,); zero na classe que a rede nunca respondeu.

    Examples:
        >>> precision([0, 0, 1, 1, 1], [0, 1, 1, 1, 0])
        array([0.5       , 0.66666667])
    """
    matrix = confusion_matrix(y_true, y_pred, num_classes)
    return ratio(matrix.diagonal(), matrix.sum(axis=0))


def recall(y_true: Any, y_pred: Any, num_classes: int | None = None) -> Tensor:
    """Revocação de cada classe: do que era dela, que parte a rede achou.

    Args:
        y_true: Classes certas.
        y_pred: Classes respondidas; o resto é como em `precision`.

    Returns:
        Vetor, de forma (classes,); zero na classe de que não há amostras.

    Examples:
        >>> recall([0, 0, 1, 1, 1], [0, 1, 1, 1, 0])
        array([0.5       , 0.66666667])
    """
    matrix = confusion_matrix(y_true, y_pred, num_classes)
    return ratio(matrix.diagonal(), matrix.sum(axis=1))


def f1_score(y_true: Any, y_pred: Any, num_classes: int | None = None) -> Tensor:
    r"""Medida F1 de cada classe: a média harmônica das duas, $2PR/(P+R)$.

    Args:
        y_true: Classes certas.
        y_pred: Classes respondidas; o resto é como em `precision`.

    Returns:
        Vetor, de forma (classes,).

    Examples:
        >>> f1_score([0, 0, 1, 1, 1], [0, 1, 1, 1, 1])
        array([0.66666667, 0.85714286])
    """
    matrix = confusion_matrix(y_true, y_pred, num_classes)
    return ratio(2 * matrix.diagonal(), matrix.sum(axis=0) + matrix.sum(axis=1))
# --8<-- [end:precision]


def ratio(part: Tensor, whole: Tensor) -> Tensor:
    """Que parte de cada todo; zero, se o todo é zero.

    Examples:
        >>> ratio(array([1, 0]), array([4, 0]))
        array([0.25, 0.  ])
    """
    return part / (whole + (whole == 0))  # type: ignore[no-any-return]
