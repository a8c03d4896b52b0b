r"""Avisos: quem quer saber o que acontece durante o treino, e talvez interferir.

A rede chama cada um no começo e no fim do treino, de cada época e depois de cada lote. `History` anota; `EarlyStopping`
manda parar; `ModelCheckpoint` guarda os melhores pesos; `LearningRateScheduler` muda a taxa; `CSVLogger` escreve uma
planilha. Em `logs` vão as medidas, por nome: `loss`, `val_accuracy`, … Os nomes e os padrões são os do Keras.
"""

from collections.abc import Callable, Sequence
from inspect import signature
from pathlib import Path
from typing import Any

Logs = dict[str, float]


# --8<-- [start:Callback]
class Callback:
    """Alguém que quer ser avisado. Quem cria um escreve só os métodos que lhe interessam.

    Examples:
        >>> class Cheers(Callback):
        ...     def on_train_end(self):
        ...         print("acabou!")
        >>> Cheers().on_train_end()
        acabou!
    """

    model: Any = None

    @property
    def state(self) -> dict[str, list[Any]]:
        """O que lembrar para que um treino interrompido continue igual: listas de números ou de tensores, por nome."""
        return {}

    @state.setter
    def state(self, saved: dict[str, list[Any]]) -> None:
        """Lembra de novo o que foi guardado."""

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


class CallbackList:
    """Todos os que querem ser avisados, na ordem.

    Args:
        callbacks: Quem avisar.
        model: A rede que treina; cada um a conhece como `model`.

    Examples:
        >>> history = History()
        >>> CallbackList([history], None).tell("on_epoch_end", 0, {"loss": 2.0})
        >>> history.history
        {'loss': [2.0]}
    """

    def __init__(self, callbacks: Sequence[Callback], model: Any) -> None:
        self.callbacks = list(callbacks)
        for callback in self.callbacks:
            callback.model = model

    def tell(self, event: str, *values: Any) -> None:
        """Avisa todos do que aconteceu: `on_train_begin`, `on_epoch_end`, …"""
        for callback in self.callbacks:
            getattr(callback, event)(*values)


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


class Best:
    """Lembra a melhor medida que viu: a menor, se é uma perda; a maior, se é um acerto.

    Args:
        monitor: O nome da medida.
        mode: `"min"`, `"max"` ou `"auto"`, que decide pelo nome: acerto, precisão e afins querem crescer.
        value: De que valor partir.
        min_delta: Quanto é preciso melhorar para que conte.

    Raises:
        ValueError: Se `mode` for outra coisa.

    Examples:
        >>> best = Best("val_loss")
        >>> [best.improved(loss) for loss in (0.5, 0.6, 0.4)]
        [True, False, True]
    """

    def __init__(self, monitor: str, mode: str = "auto", value: float | None = None, min_delta: float = 0.0) -> None:
        if mode not in ("auto", "min", "max"):
            raise ValueError(f"mode: espera-se min, max ou auto, e veio {mode!r}")
        grows = any(word in monitor for word in ("acc", "precision", "recall", "f1", "auc"))
        self.sign = 1 if mode == "max" or (mode == "auto" and grows) else -1
        self.monitor, self.min_delta = monitor, abs(min_delta)
        self.value = -self.sign * float("inf") if value is None else value

    def beats(self, value: float, other: float) -> bool:
        """Se `value` é melhor que `other`, com folga."""
        return self.sign * (value - other) > self.min_delta

    def improved(self, value: float) -> bool:
        """Se `value` é melhor que o melhor até aqui; se é, fica sendo ele."""
        better = self.beats(value, self.value)
        if better:
            self.value = value
        return better

    def measured(self, who: str, logs: Logs) -> float:
        """A medida, entre as da época.

        Raises:
            ValueError: Se ela não está lá.
        """
        if self.monitor not in logs:
            raise ValueError(f"{who}: não há a medida {self.monitor!r}; há {', '.join(sorted(logs))}")
        return logs[self.monitor]


# --8<-- [start:EarlyStopping]
class EarlyStopping(Callback):
    """Parada antecipada: manda parar quando a medida passa `patience` épocas sem melhorar.

    Args:
        monitor: Que medida acompanhar.
        min_delta: Quanto é preciso melhorar para que conte.
        patience: Quantas épocas seguidas esperar por uma melhora.
        verbose: Se 1, diz quando parou.
        mode: `"min"`, `"max"` ou `"auto"`, que decide pelo nome da medida.
        baseline: Valor que uma melhora precisa ultrapassar para zerar a espera.
        restore_best_weights: Se, no fim, a rede volta aos pesos da melhor época.
        start_from_epoch: A partir de que época acompanhar.

    Examples:
        >>> stopper = EarlyStopping("loss", patience=2)
        >>> stopper.on_train_begin()
        >>> class Model:
        ...     stop_training = False
        >>> stopper.model = Model()
        >>> for epoch, loss in enumerate([0.5, 0.3, 0.4, 0.35]):
        ...     stopper.on_epoch_end(epoch, {"loss": loss})
        >>> stopper.best_epoch, stopper.model.stop_training
        (1, True)

    [Notas: Underfitting e overfitting]
    """

    def __init__(
        self,
        monitor: str = "val_loss",
        min_delta: float = 0.0,
        patience: int = 0,
        verbose: int = 0,
        mode: str = "auto",
        baseline: float | None = None,
        restore_best_weights: bool = False,
        start_from_epoch: int = 0,
    ) -> None:
        self.options, self.baseline = (monitor, mode, None, min_delta), baseline
        self.patience, self.verbose, self.start_from_epoch = patience, verbose, start_from_epoch
        self.restore_best_weights = restore_best_weights
        self.on_train_begin()

    def on_train_begin(self) -> None:
        """Esquece o treino anterior."""
        self.best = Best(*self.options)
        self.wait, self.stopped_epoch, self.best_epoch = 0, 0, 0
        self.best_weights: list[Any] = []

    def on_epoch_end(self, epoch: int, logs: Logs) -> None:
        """Conta mais uma época de espera; se melhorou, recomeça a contar; se esperou demais, manda parar."""
        value = self.best.measured("EarlyStopping", logs)
        if epoch < self.start_from_epoch:
            return
        self.wait += 1
        if self.best.improved(value):
            self.best_epoch = epoch
            if self.restore_best_weights:
                self.best_weights = self.model.get_weights()
            if self.baseline is None or self.best.beats(value, self.baseline):
                self.wait = 0
        elif self.wait >= self.patience and epoch > 0:
            self.stopped_epoch, self.model.stop_training = epoch, True

    def on_train_end(self) -> None:
        """Volta aos melhores pesos, se assim se pediu."""
        if self.stopped_epoch and self.verbose:
            print(f"Época {self.stopped_epoch + 1}: parada antecipada")
        if self.best_weights:
            self.model.set_weights(self.best_weights)
# --8<-- [end:EarlyStopping]

    @property
    def state(self) -> dict[str, list[Any]]:
        """A contagem, a melhor medida e os pesos dela."""
        counts = [self.best.value, self.wait, self.stopped_epoch, self.best_epoch]
        return {"counts": counts, "weights": self.best_weights}

    @state.setter
    def state(self, saved: dict[str, list[Any]]) -> None:
        self.best.value = float(saved["counts"][0])
        self.wait, self.stopped_epoch, self.best_epoch = (int(n) for n in saved["counts"][1:])
        self.best_weights = list(saved["weights"])


class ModelCheckpoint(Callback):
    """Guarda a rede ao fim de cada época, ou só ao fim das que melhoram.

    Args:
        filepath: Onde; `{epoch}` e as medidas são trocadas pelo valor: `"rede-{epoch:02d}-{val_loss:.3f}.safetensors"`.
        monitor: Que medida acompanhar.
        verbose: Se 1, diz quando guardou.
        save_best_only: Se só guarda quando a medida melhora.
        mode: `"min"`, `"max"` ou `"auto"`, que decide pelo nome da medida.
        initial_value_threshold: Valor que a primeira medida precisa ultrapassar.

    Examples:
        >>> ModelCheckpoint("rede-{epoch}.safetensors", save_best_only=True).state
        {'best': [inf]}
    """

    def __init__(
        self,
        filepath: Any,
        monitor: str = "val_loss",
        verbose: int = 0,
        save_best_only: bool = False,
        mode: str = "auto",
        initial_value_threshold: float | None = None,
    ) -> None:
        self.filepath, self.verbose, self.save_best_only = str(filepath), verbose, save_best_only
        self.best = Best(monitor, mode, initial_value_threshold)

    def on_epoch_end(self, epoch: int, logs: Logs) -> None:
        """Guarda, se é o caso."""
        if self.save_best_only and not self.best.improved(self.best.measured("ModelCheckpoint", logs)):
            return
        path = self.filepath.format(epoch=epoch + 1, **logs)
        self.model.save(path)
        if self.verbose:
            print(f"Época {epoch + 1}: rede guardada em {path}")

    @property
    def state(self) -> dict[str, list[Any]]:
        """A melhor medida."""
        return {"best": [self.best.value]}

    @state.setter
    def state(self, saved: dict[str, list[Any]]) -> None:
        self.best.value = float(saved["best"][0])


class LearningRateScheduler(Callback):
    """Muda a taxa de aprendizagem no começo de cada época.

    Args:
        schedule: Função da época (0, 1, …) e da taxa de agora, que dá a taxa nova; também serve uma só da época.
        verbose: Se 1, diz a taxa.

    Examples:
        >>> LearningRateScheduler(lambda epoch: 0.1 / (1 + epoch)).schedule(1)
        0.05
    """

    def __init__(self, schedule: Callable[..., float], verbose: int = 0) -> None:
        self.schedule, self.verbose = schedule, verbose

    def on_epoch_begin(self, epoch: int) -> None:
        """Consulta a agenda."""
        optimizer = self.model.optimizer
        known = (epoch, optimizer.rate)[: len(signature(self.schedule).parameters)]
        optimizer.learning_rate = float(self.schedule(*known))
        if self.verbose:
            print(f"Época {epoch + 1}: taxa de aprendizagem {optimizer.learning_rate:g}")

    def on_epoch_end(self, epoch: int, logs: Logs) -> None:
        """Anota a taxa entre as medidas."""
        logs["learning_rate"] = self.model.optimizer.learning_rate


class CSVLogger(Callback):
    """Escreve uma linha por época numa planilha de texto (CSV), que qualquer programa abre.

    Args:
        filename: Onde.
        separator: O que separa as colunas.
        append: Se continua o arquivo que houver, em vez de recomeçá-lo.

    Examples:
        >>> CSVLogger("treino.csv", separator=";").separator
        ';'
    """

    def __init__(self, filename: Any, separator: str = ",", append: bool = False) -> None:
        self.path, self.separator, self.append = Path(filename), separator, append

    def on_train_begin(self) -> None:
        """O arquivo só é mexido quando houver o que escrever."""
        self.names: list[str] = []

    def on_epoch_end(self, epoch: int, logs: Logs) -> None:
        """Escreve a linha; antes da primeira, os nomes das colunas."""
        begun = bool(self.names) or (self.append and self.path.exists() and self.path.stat().st_size > 0)
        self.names = self.names or sorted(logs)
        row = self.separator.join([str(epoch), *(str(logs.get(name, "NA")) for name in self.names)])
        title = self.separator.join(["epoch", *self.names])
        with self.path.open("a" if begun else "w", encoding="utf-8", newline="\n") as file:
            file.write(f"{row}\n" if begun else f"{title}\n{row}\n")
