r"""Métricas: o que se quer saber de uma rede, mas não serve para treiná-la.

A acurácia não tem derivada que preste: mexa um pouco num peso e, quase sempre, ninguém muda de classe. Por isso se
treina com a perda e se acompanha a métrica. Cada métrica dá um número por amostra; a do conjunto é a média.
"""

from collections.abc import Callable
from typing import Any

from reference.operations.namespaces import array_namespace, as_value
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
        y_true: Classes, inteiros, de forma (m,).
        y_pred: Notas ou probabilidades, de forma (m, classes).

    Returns:
        Vetor de zeros e uns, de forma (m,).

    Examples:
        >>> sparse_categorical_accuracy([1, 0], [[0.3, 0.7], [0.4, 0.6]])
        array([1., 0.])
    """
    y_true, y_pred = as_value(y_true), as_value(y_pred)
    xp = array_namespace(y_pred)
    return xp.astype(y_true == xp.astype(xp.argmax(y_pred, axis=-1), y_true.dtype), y_pred.dtype)


def binary_accuracy(y_true: Any, y_pred: Any, *, threshold: float = 0.5) -> Any:
    """Acerto de sim ou não: 1 se a resposta passa de `threshold` quando o alvo é 1, e só então.

    Args:
        y_true: Alvos 0 ou 1, de forma (m, n).
        y_pred: Probabilidades, da mesma forma.
        threshold: Acima de que probabilidade a resposta é sim.

    Returns:
        A parte das respostas certas de cada amostra, de forma (m,).

    Examples:
        >>> binary_accuracy([[1], [0]], [[0.9], [0.6]])
        array([1., 0.])
    """
    y_true, y_pred = as_value(y_true), as_value(y_pred)
    xp = array_namespace(y_pred)
    yes = xp.astype(y_pred > threshold, y_pred.dtype)
    return xp.mean(xp.astype(yes == xp.astype(y_true, y_pred.dtype), y_pred.dtype), axis=-1)


METRICS: dict[str, Metric] = {
    function.__name__: function for function in (categorical_accuracy, sparse_categorical_accuracy, binary_accuracy)
}
"""As métricas, pelo nome que o Keras lhes dá."""


# --8<-- [start:get]
def get(metric: Metric | str, loss: Any) -> tuple[str, Metric]:
    """Nome e função de uma métrica; `"accuracy"` é a que combina com a perda.

    Args:
        metric: O nome (`"accuracy"`, `"acc"`, `"binary_accuracy"`, …), ou a função.
        loss: A função de perda da rede.

    Raises:
        ValueError: Se não houver métrica com esse nome.

    Examples:
        >>> from reference.networks.losses import categorical_crossentropy
        >>> get("accuracy", categorical_crossentropy) == ("accuracy", categorical_accuracy)
        True
    """
    if callable(metric):
        return metric.__name__, metric
    if metric in ("accuracy", "acc"):
        kind = getattr(loss, "__name__", "").rpartition("_")[0]
        return metric, METRICS.get(f"{kind.removesuffix('_crossentropy')}_accuracy", binary_accuracy)
    if metric not in METRICS:
        raise ValueError(f"metrics: não há métrica {metric!r}; há accuracy, {', '.join(sorted(METRICS))}")
    return metric, METRICS[metric]
# --8<-- [end:get]


def average(values: Any) -> float:
    """Média de um vetor de números, como número do Python."""
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
        ValueError: Se não houver uma resposta por alvo.

    Examples:
        >>> confusion_matrix([0, 1, 1, 2], [0, 1, 2, 2])
        array([[1, 0, 0],
               [0, 1, 1],
               [0, 0, 1]])
    """
    pairs = list(zip(as_value(y_true).tolist(), as_value(y_pred).tolist(), strict=True))
    n = num_classes or 1 + max(max(pair) for pair in pairs)
    matrix = zeros((n, n), dtype="int64")
    for true, predicted in pairs:
        matrix[true, predicted] += 1
    return matrix
# --8<-- [end:confusion_matrix]
