r"""Rótulos: do número da classe ao vetor com um único 1, e de volta."""

from typing import Any

from reference.operations.namespaces import array_namespace, as_value, device_of


# --8<-- [start:to_categorical]
def to_categorical(labels: Any, num_classes: int | None = None) -> Any:
    """Codificação *one-hot*: cada classe vira um vetor de zeros com um 1 no lugar dela.

    Args:
        labels: Classes, inteiros de 0 a classes − 1, de forma (…,).
        num_classes: Quantas classes; sem dizer, a maior mais um.

    Returns:
        Tensor de ponto flutuante, de forma (…, classes), da biblioteca de `labels`.

    Raises:
        ValueError: Se um rótulo for negativo ou passar da última classe.

    Examples:
        >>> to_categorical([0, 2, 1])
        array([[1., 0., 0.],
               [0., 0., 1.],
               [0., 1., 0.]])

    [Notas: Codificar categoricamente os rótulos]
    """
    labels = as_value(labels)
    xp = array_namespace(labels)
    largest, smallest = int(xp.max(labels)), int(xp.min(labels))
    n = largest + 1 if num_classes is None else num_classes
    if smallest < 0 or largest >= n:
        raise ValueError(f"to_categorical: as classes vão de 0 a {n - 1}, e há rótulos de {smallest} a {largest}")
    classes = xp.arange(n, dtype=labels.dtype, device=device_of(labels))
    return xp.astype(xp.expand_dims(labels, axis=-1) == classes, xp.float64)
# --8<-- [end:to_categorical]
