r"""Gráficos: a história de um treino, os pesos de uma camada e a fronteira de uma rede, para quem tem o matplotlib.

O pacote não depende dele. Quem quer os gráficos instala o extra, `pip install laco-a-laco[plots]`; cada função desenha
num `Axes` dado, ou num novo, e devolve onde desenhou, para que se salve ou se mude o que quiser.
"""

from importlib import import_module
from typing import Any

from reference.networks.callbacks import History
from reference.tensors.creation import asarray
from reference.tensors.ranges import linspace


def matplotlib(name: str) -> Any:
    """Um módulo do matplotlib.

    Raises:
        ImportError: Se o matplotlib não está instalado.

    Examples:
        >>> matplotlib("matplotlib.figure").__name__
        'matplotlib.figure'
    """
    try:
        return import_module(name)
    except ImportError as problem:
        raise ImportError(
            "plots: os gráficos são feitos pelo matplotlib, que não está instalado; instale-o com "
            "pip install laco-a-laco[plots]"
        ) from problem


# --8<-- [start:new_axes]
def new_axes(width: float = 6.0, height: float = 4.0) -> Any:
    """Um `Axes` numa figura nova, sem janela: `.figure.savefig("nome.png")` a guarda.

    Args:
        width: Largura, em polegadas.
        height: Altura, em polegadas.

    Examples:
        >>> new_axes().get_xlabel()
        ''
    """
    figure = matplotlib("matplotlib.figure").Figure(figsize=(width, height), layout="constrained")
    return figure.add_subplot()
# --8<-- [end:new_axes]


# --8<-- [start:plot_history]
def plot_history(history: History, measure: str = "loss", axes: Any = None) -> Any:
    """Uma medida, época a época: no treino, cheia; na validação, tracejada.

    Args:
        history: O que `fit` devolve.
        measure: Que medida.
        axes: Onde desenhar.

    Returns:
        O `Axes`.

    Raises:
        ValueError: Se o histórico não tem essa medida.

    Examples:
        >>> history = History()
        >>> for epoch, loss in enumerate([0.9, 0.5, 0.4]):
        ...     history.on_epoch_end(epoch, {"loss": loss, "val_loss": loss + 0.1})
        >>> [line.get_label() for line in plot_history(history).lines]
        ['treino', 'validação']
    """
    kept = history.history
    if measure not in kept:
        raise ValueError(f"plot_history: não há a medida {measure!r}; há {', '.join(sorted(kept)) or 'nenhuma'}")
    axes = axes or new_axes()
    epochs = [epoch + 1 for epoch in history.epoch]
    axes.plot(epochs, kept[measure], "o-", label="treino")
    if f"val_{measure}" in kept:
        axes.plot(epochs, kept[f"val_{measure}"], "s--", label="validação")
    axes.set_xlabel("época")
    axes.set_ylabel(measure)
    axes.legend()
    return axes
# --8<-- [end:plot_history]


# --8<-- [start:plot_weights]
def plot_weights(weights: Any, shape: tuple[int, int] | None = None, axes: Any = None) -> Any:
    """Os pesos como imagem: azul é negativo, branco é zero, vermelho é positivo.

    Args:
        weights: Matriz de pesos, tensor ou variável; ou, com `shape`, os pesos de um neurônio.
        shape: Altura e largura em que dispor uma fila de pesos, como (28, 28).
        axes: Onde desenhar.

    Returns:
        O `Axes`.

    Raises:
        ValueError: Se o que se quer desenhar não for uma matriz.

    Examples:
        >>> axes = plot_weights(array([0.0, 1.0, -2.0, 0.5]), shape=(2, 2))
        >>> axes.images[0].get_clim()
        (-2.0, 2.0)
    """
    values = getattr(weights, "value", weights)
    rows = asarray(values.tolist())
    rows = rows if shape is None else rows.reshape(shape)
    if rows.ndim != 2:
        raise ValueError(f"plot_weights: desenha-se uma matriz, e a forma é {rows.shape}; diga shape=(altura, largura)")
    axes = axes or new_axes()
    largest = float(abs(rows).max()) or 1.0
    image = axes.imshow(rows.tolist(), cmap="RdBu_r", vmin=-largest, vmax=largest)
    axes.figure.colorbar(image, ax=axes)
    return axes
# --8<-- [end:plot_weights]


# --8<-- [start:plot_boundary]
def plot_boundary(model: Any, x: Any, y: Any, axes: Any = None, steps: int = 60) -> Any:
    """O plano como a rede o vê: uma cor por classe que ela responde, e os pontos por cima.

    Args:
        model: A rede: de dois números, uma probabilidade ou uma nota por classe.
        x: Os pontos, de forma (m, 2).
        y: As classes deles, inteiros, de forma (m,) ou (m, 1).
        axes: Onde desenhar.
        steps: Em quantos passos dividir cada lado.

    Returns:
        O `Axes`.

    Raises:
        ValueError: Se os pontos não forem do plano.

    Examples:
        >>> from reference.networks.layers import Dense
        >>> from reference.networks.sequential import Sequential
        >>> model = Sequential([Dense(2, activation="softmax")], seed=0)
        >>> plot_boundary(model, array([[0.0, 0.0], [1.0, 2.0]]), array([0, 1]), steps=4).images[0].get_array().shape
        (4, 4)
    """
    points = asarray(x.tolist())
    if points.ndim != 2 or points.shape[1] != 2:
        raise ValueError(f"plot_boundary: os pontos são do plano, de forma (m, 2), e a forma é {points.shape}")
    (left, bottom), (right, top) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
    wide, high = 0.1 * (right - left or 1.0), 0.1 * (top - bottom or 1.0)
    across = linspace(left - wide, right + wide, steps).tolist()
    down = linspace(bottom - high, top + high, steps).tolist()
    answers = model.predict(asarray([[a, b] for b in down for a in across]), batch_size=256)
    classes = [int(row[0] > 0.5) if len(row) == 1 else row.index(max(row)) for row in answers.tolist()]
    axes = axes or new_axes()
    picture = [classes[i * steps : (i + 1) * steps] for i in range(steps)]
    wanted = asarray(y.tolist()).reshape(-1).tolist()
    most = max(1, *classes, *wanted)
    extent = (across[0], across[-1], down[0], down[-1])
    axes.imshow(picture, origin="lower", extent=extent, aspect="auto", cmap="viridis", vmin=0, vmax=most, alpha=0.4)
    axes.scatter(*points.T.tolist(), c=wanted, cmap="viridis", vmin=0, vmax=most, edgecolors="black")
    return axes
# --8<-- [end:plot_boundary]
