r"""Avisos: quem quer saber o que acontece durante o treino, e talvez interferir.

A rede chama cada um no começo e no fim do treino, de cada época e depois de cada lote. `History` anota; `EarlyStopping`
manda parar; `ModelCheckpoint` guarda os melhores pesos. Em `logs` vão as medidas, por nome: `loss`, `val_accuracy`, …
"""

from collections.abc import Sequence
from typing import Any

Logs = dict[str, float]


# --8<-- [start:Callback]
class Callback:
    """Alguém que quer ser avisado. Quem cria um escreve só os métodos que lhe interessam."""

    model: Any = None

    def on_train_begin(self) -> None:
        """Antes da primeira época."""

    def on_epoch_begin(self, epoch: int) -> None:
        """Antes de cada época."""

    def on_train_batch_end(self, batch: int, logs: Logs) -> None:
        """Depois de cada lote, com as médias da época até aqui."""

    def on_epoch_end(self, epoch: int, logs: Logs) -> None:
        """Depois de cada época, com as medidas dela."""

    def on_train_end(self) -> None:
        """Depois da última época."""
# --8<-- [end:Callback]


class CallbackList(Callback):
    """Todos os que querem ser avisados, na ordem.

    Args:
        callbacks: Quem avisar.
        model: A rede que treina; cada um a conhece como `model`.
    """

    def __init__(self, callbacks: Sequence[Callback], model: Any) -> None:
        self.callbacks = list(callbacks)
        for callback in self.callbacks:
            callback.model = model

    def on_train_begin(self) -> None:
        """Avisa todos."""
        for callback in self.callbacks:
            callback.on_train_begin()

    def on_epoch_begin(self, epoch: int) -> None:
        """Avisa todos."""
        for callback in self.callbacks:
            callback.on_epoch_begin(epoch)

    def on_train_batch_end(self, batch: int, logs: Logs) -> None:
        """Avisa todos."""
        for callback in self.callbacks:
            callback.on_train_batch_end(batch, logs)

    def on_epoch_end(self, epoch: int, logs: Logs) -> None:
        """Avisa todos."""
        for callback in self.callbacks:
            callback.on_epoch_end(epoch, logs)

    def on_train_end(self) -> None:
        """Avisa todos."""
        for callback in self.callbacks:
            callback.on_train_end()


# --8<-- [start:History]
class History(Callback):
    """Histórico: as medidas de cada época.

    Attributes:
        epoch: Os números das épocas.
        history: Uma lista por medida, um número por época.

    Examples:
        >>> history = History()
        >>> history.on_epoch_end(0, {"loss": 2.0})
        >>> history.on_epoch_end(1, {"loss": 1.5})
        >>> history.history
        {'loss': [2.0, 1.5]}
    """

    def __init__(self) -> None:
        self.epoch: list[int] = []
        self.history: dict[str, list[float]] = {}

    def on_epoch_end(self, epoch: int, logs: Logs) -> None:
        """Anota as medidas da época."""
        self.epoch.append(epoch)
        for name, value in logs.items():
            self.history.setdefault(name, []).append(value)
# --8<-- [end:History]
