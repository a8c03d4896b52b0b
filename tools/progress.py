"""O andamento de uma instalação, contado a quem espera: o que o pip anuncia vira uma linha em português."""

import os
import queue
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import PurePath


def say(text: str) -> None:
    """Fala com quem está no terminal, sem se misturar à saída do comando."""
    print(text, file=sys.stderr, flush=True)


def lines_and_silences(process: subprocess.Popen[str]) -> Iterator[str]:
    """As linhas que o processo escreve e, a cada segundo sem nenhuma, um texto vazio."""
    lines: queue.Queue[str | None] = queue.Queue()

    def pump() -> None:
        with suppress(ValueError):  # fecharam o cano: o processo foi interrompido
            for line in process.stdout or ():
                lines.put(line)
        lines.put(None)

    threading.Thread(target=pump, daemon=True).start()
    while True:
        try:
            line = lines.get(timeout=1)
        except queue.Empty:
            line = ""
        if line is None:
            return
        yield line


PACKAGE = r"(?:Collecting|Processing|Requirement already satisfied:) (.+?)(?: in .*| \(from .*)?$"


class Progress:
    """O que o pip anuncia, dito numa linha: num terminal ela se reescreve; num arquivo ou numa CI, uma por passo."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.seen = 0
        self.step = "consultando a lista de pacotes"
        self.began = self.shown = time.monotonic()
        self.live = sys.stderr.isatty() and "CI" not in os.environ

    def read(self, line: str) -> None:
        """Recebe uma linha do pip (vazia: passou um segundo sem nada) e mostra o que ela muda."""
        if line.startswith("Ignoring "):  # um pacote só de outro sistema, ou de outra versão do Python
            self.total -= 1
        elif found := re.match(PACKAGE, line):
            self.seen += 1
            self.start(f"[{self.seen}/{self.total}] {name_and_version(found[1])}")
        elif found := re.match(r"\s+Downloading (\S+) \((.+ MB)\)", line):  # os menores passam num piscar de olhos
            self.start(f"[{self.seen}/{self.total}] baixando {name_and_version(found[1])} ({found[2]})")
        elif "Retrying (" in line:
            self.start("a rede não responde; tentando de novo")
        elif line.startswith("Installing collected"):
            self.start("instalando o que foi baixado")
        elif not line and (self.live or time.monotonic() - self.shown > 15):
            self.show(f"{self.step} … {time.monotonic() - self.began:.0f} s")

    def start(self, step: str) -> None:
        """Começa um passo."""
        self.step, self.began = step, time.monotonic()
        self.show(step)

    def show(self, text: str) -> None:
        """Mostra o passo: por cima do anterior, num terminal."""
        self.shown = time.monotonic()
        if self.live:
            width = shutil.get_terminal_size().columns - 1
            print("\r" + f"  {text}"[:width].ljust(width), end="", file=sys.stderr, flush=True)
        else:
            say(f"  {text}")

    def finish(self) -> None:
        """Fecha a linha que se reescrevia."""
        if self.live:
            say("")


def name_and_version(announced: str) -> str:
    """`numpy==2.4.6`, ou o nome de um arquivo `.whl`, como `numpy 2.4.6`."""
    name = PurePath(announced).name
    return name.replace("==", " ") if "==" in name else " ".join(name.split("-")[:2])
