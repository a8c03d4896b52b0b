"""Andamento: a barra que mostra o treino enquanto ele acontece, e o resumo de uma rede.

Num terminal, uma linha por época se refaz a cada lote: quantos lotes já foram, quanto tempo falta, as médias até aqui.
Fora dele (um arquivo, uma página), só a linha final de cada época, para que ninguém guarde mil linhas iguais.
"""

import math
import sys
from collections.abc import Sequence
from shutil import get_terminal_size
from time import monotonic
from typing import Any

from reference.networks.callbacks import Callback, Logs

WIDTH = 20
"""Quantos traços tem a barra."""


# --8<-- [start:bar]
def bar(done: int, total: int, marks: str = "━─") -> str:
    """A barra: traços grossos no que já foi, finos no que falta.

    Examples:
        >>> bar(5, 20)
        '━━━━━───────────────'
    """
    filled = WIDTH * done // max(total, 1)
    return marks[0] * filled + marks[1] * (WIDTH - filled)


def duration(seconds: float) -> str:
    """Um tempo, sem mais algarismos que os que importam.

    Examples:
        >>> duration(7.4), duration(184), duration(7260)
        ('7 s', '3 min 04 s', '2 h 01 min')
    """
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    minutes, rest = divmod(whole, 60)
    return f"{minutes} min {rest:02d} s" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02d} min"


def line(done: int, total: int, seconds: float, logs: Logs, marks: str = "━─") -> str:
    """A linha de um treino: lotes, barra, tempo e medidas.

    Examples:
        >>> line(235, 469, 2.0, {"accuracy": 0.91, "loss": 0.3})
        '235/469 ━━━━━━━━━━────────── faltam 2 s · 9 ms/lote · accuracy: 0.9100 · loss: 0.3000'
    """
    rate = seconds / max(done, 1)
    time = duration(seconds) if done >= total else f"faltam {duration((total - done) * rate)}"
    shown = [f"{name}: {value:{'.4f' if abs(value) > 1e-3 else '.4g'}}" for name, value in sorted(logs.items())]
    return " · ".join([f"{done}/{total} {bar(done, total, marks)} {time}", f"{1000 * rate:.0f} ms/lote", *shown])
# --8<-- [end:bar]


def marks_for(encoding: str | None) -> str:
    """Os traços da barra que a saída sabe escrever.

    Examples:
        >>> marks_for("utf-8"), marks_for("ascii")
        ('━─', '=-')
    """
    try:
        "━─·".encode(encoding or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return "=-"
    return "━─"


class ProgressBar(Callback):
    """Mostra o andamento de um treino.

    Args:
        verbose: 0 não mostra nada; 1, a barra; 2, uma linha por época; `"auto"`, 1 num terminal e 2 fora dele.
        epochs: Até que época vai o treino; `None`, se não é um treino.
        total: Quantos lotes há por época.

    Examples:
        >>> ProgressBar(2, epochs=3, total=10).on_epoch_begin(0)
        Época 1/3
    """

    def __init__(self, verbose: Any, epochs: int | None, total: int) -> None:
        terminal = sys.stdout is not None and sys.stdout.isatty()
        self.live = verbose == 1 or (verbose == "auto" and terminal)
        self.quiet = verbose == 0
        self.epochs, self.total = epochs, total
        self.marks = marks_for(getattr(sys.stdout, "encoding", None))
        self.shown, self.length = 0.0, 0

    def on_epoch_begin(self, epoch: int) -> None:
        """Diz em que época está."""
        self.start = monotonic()
        if self.epochs and not self.quiet:
            self.show(f"Época {epoch + 1}/{self.epochs}\n")

    def on_train_batch_end(self, batch: int, logs: Logs) -> None:
        """Refaz a linha, não mais de dez vezes por segundo."""
        now = monotonic()
        if self.live and now - self.shown > 0.1:
            self.shown = now
            text = line(batch + 1, self.total, now - self.start, logs, self.marks)
            text = text[: get_terminal_size().columns - 1]  # uma linha que quebra não se refaz
            self.show("\r" + text.ljust(self.length))
            self.length = len(text)

    def on_epoch_end(self, epoch: int, logs: Logs) -> None:
        """Deixa a linha final da época, por cima da que se refazia."""
        if not self.quiet:
            text = line(self.total, self.total, monotonic() - self.start, logs, self.marks)
            self.show(("\r" if self.live else "") + text.ljust(self.length) + "\n")
            self.length = 0

    def show(self, text: str) -> None:
        """Escreve já; o que a saída não sabe escrever vira um ponto de interrogação, e o treino continua."""
        encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
        print(text.encode(encoding, "replace").decode(encoding), end="", flush=True)


# --8<-- [start:summary]
def summary_of(name: str, layers: Sequence[Any]) -> str:
    """Resumo de uma rede: por camada, a forma do que sai e quantos números há nos pesos.

    Args:
        name: Nome da rede.
        layers: As camadas, na ordem.

    Examples:
        >>> from reference.networks.layers import Dense
        >>> layer = Dense(2, input_shape=(3,))
        >>> _ = layer(zeros((1, 3)))
        >>> print(summary_of("rede", [layer]))
        rede
        camada   tipo    saída       parâmetros
        dense    Dense   (None, 2)            8
        Total: 8 parâmetros, 8 treináveis
    """
    shape = layers[0].input_shape if layers else None
    rows = []
    for layer in layers:
        shape = layer.output_shape(shape) if shape is not None and layer.built else None
        given = "?" if shape is None else str((None, *shape))
        rows.append((layer.name, type(layer).__name__, given, spaced(layer.count_params())))
    table = [("camada", "tipo", "saída", "parâmetros"), *rows]
    widths = [max(len(row[i]) for row in table) for i in range(4)]
    lines = [
        f"{a:{widths[0] + 2}} {b:{widths[1] + 2}} {c:{widths[2] + 2}} {d:>{widths[3]}}" for a, b, c, d in table
    ]
    total = sum(layer.count_params() for layer in layers)
    trained = sum(math.prod(w.shape) for layer in layers for w in layer.trainable_weights)
    return "\n".join([name, *lines, f"Total: {spaced(total)} parâmetros, {spaced(trained)} treináveis"])
# --8<-- [end:summary]


def spaced(n: int) -> str:
    """Um inteiro com os algarismos de três em três.

    Examples:
        >>> spaced(407050)
        '407 050'
    """
    return f"{n:,}".replace(",", " ")
