"""O andamento: quieto fora do terminal, sem borrões dentro dele, e o resumo da rede."""

import io
import sys
from typing import Any

import pytest

import reference as np
from reference.networks import progress
from reference.networks.layers import Dense, Flatten, Input
from reference.networks.progress import ProgressBar, duration, line, marks_for
from reference.networks.sequential import Sequential


class Terminal(io.TextIOWrapper):
    """Uma saída que se diz terminal e guarda o que se escreve nela."""

    def __init__(self, encoding: str = "utf-8", terminal: bool = True) -> None:
        super().__init__(io.BytesIO(), encoding=encoding, newline="")
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal

    def written(self) -> str:
        self.flush()
        return self.buffer.getvalue().decode(self.encoding)


def screen(text: str) -> list[str]:
    """O que se vê num terminal: `\\r` volta ao começo da linha, e o que vem escreve por cima."""
    rows = []
    for row in text.split("\n"):
        seen = ""
        for part in row.split("\r"):
            seen = part + seen[len(part) :]
        rows.append(seen.rstrip())
    return rows


def shown(monkeypatch: pytest.MonkeyPatch, output: Any, verbose: Any = "auto", seconds: float = 6.0) -> str:
    """Duas épocas de quatro lotes, um a cada `seconds` segundos; a linha final é mais curta que a última viva."""
    clock = [0.0]
    monkeypatch.setattr(progress, "monotonic", lambda: clock[0])
    monkeypatch.setattr(sys, "stdout", output)
    told = ProgressBar(verbose, 2, 4)
    for epoch in range(2):
        told.on_epoch_begin(epoch)
        for batch in range(4):
            clock[0] += seconds
            told.on_train_batch_end(batch, {"loss": 10.0 ** (batch - epoch)})
        told.on_epoch_end(epoch, {"loss": 0.25})
    monkeypatch.undo()
    return output.written()


def test_in_a_terminal_one_line_an_epoch_remakes_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    text = shown(monkeypatch, Terminal())
    assert text.count("\n") == 4 and text.count("\r") == 10
    assert "\r1/4 ━━━━━─────────────── faltam 18 s · 6000 ms/lote · loss: 1.0000" in text
    final = "4/4 ━━━━━━━━━━━━━━━━━━━━ 24 s · 6000 ms/lote · loss: 0.2500"
    assert screen(text) == ["Época 1/2", final, "Época 2/2", final, ""]


def test_no_more_than_ten_times_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, Terminal(), seconds=0.06).count("\r") == 2 + 2 * 2


@pytest.mark.parametrize(("verbose", "rows"), [(0, 1), (1, 5), (2, 5), ("auto", 5), (True, 5), (False, 1)])
def test_out_of_a_terminal_nothing_remakes_itself(
    verbose: Any, rows: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = shown(monkeypatch, Terminal(terminal=False), verbose)
    assert len(text.split("\n")) == rows
    assert ("\r" in text) == (verbose == 1)


def test_a_narrow_terminal_does_not_break_the_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    remade = [row for row in shown(monkeypatch, Terminal()).split("\r")[1:] if "\n" not in row]
    assert remade and all(len(row) <= 39 for row in remade)


def test_an_output_without_these_letters_does_not_stop_the_training(monkeypatch: pytest.MonkeyPatch) -> None:
    text = shown(monkeypatch, Terminal("ascii"))
    assert "?poca 1/2" in text and "1/4 =====-----" in text


def test_without_an_output_there_is_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    model = Sequential([Dense(1)], seed=0)
    model.compile(loss="mse")
    model.fit(np.ones((3, 2)), np.ones((3, 1)))


def test_times_and_measures() -> None:
    assert [duration(s) for s in (0, 59.4, 59.6, 3599.6)] == ["0 s", "59 s", "1 min 00 s", "1 h 00 min"]
    assert "loss: 0.0001234" in line(1, 1, 1.0, {"loss": 0.0001234})
    assert "loss: nan" in line(1, 1, 1.0, {"loss": float("nan")})
    assert marks_for(None) == "━─" and marks_for("cp1252") == "=-" and marks_for("nenhuma") == "=-"


def test_the_summary(capsys: pytest.CaptureFixture[str]) -> None:
    model = Sequential([Input((28, 28)), Flatten(), Dense(512, activation="relu"), Dense(10, trainable=False)])
    model.summary()
    rows = capsys.readouterr().out.splitlines()
    assert [row.split()[-1] for row in rows[2:6]] == ["0", "0", "920", "130"]
    assert "(None, 784)" in rows[3] and "401 920" in rows[4] and "(None, 10)" in rows[5]
    assert rows[6] == "Total: 407 050 parâmetros, 401 920 treináveis"
    Sequential([Dense(3)]).summary()
    assert "?" in capsys.readouterr().out
