"""Mede o mesmo passo de treino em várias bibliotecas, para a página *Para onde ir*; a que não está instalada fica fora.

    python3 -m tools.elsewhere             mede e mostra
    python3 -m tools.elsewhere --record    mede, mostra e grava docs/sobre/para_onde_ir.json

É a rede das notas, 784-512-10, com lotes de 128, em float64 e num núcleo só. Cada programa roda no seu próprio Python;
conta-se o tempo de processador, e o que se mostra é quantas vezes cada um é mais rápido que os nossos laços.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import time
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median
from typing import Any

from tests.elsewhere.arrays import BUILDERS
from tests.elsewhere.display import first_weights
from tools.benchmark_networks import NOTES, batch

ROOT = Path(__file__).resolve().parent.parent
RECORD = ROOT / "docs" / "sobre" / "para_onde_ir.json"
OWN = {"numpy": "with_numpy", "torch": "with_pytorch", "keras": "with_keras", "jax": "with_jax"}
"""Os programas escritos para cada biblioteca, pelo nome do pacote."""
ONE_THREAD = {
    **dict.fromkeys(("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS"), "1"),
    "XLA_FLAGS": "--xla_cpu_multi_thread_eigen=false",
    "JAX_ENABLE_X64": "1",
    "KERAS_BACKEND": "jax",
}
STEPS, RATE, LONGEST = 5, 0.1, 200


def trainer(program: str, library: str) -> Any:
    """A função que treina: a nossa rede com os tensores de uma biblioteca, ou o programa próprio dela."""
    if program == "own":
        return import_module(f"tests.elsewhere.{OWN[library]}").train
    train, array = import_module("tests.elsewhere.with_reference").train, BUILDERS[library]
    return lambda *given: train(*given, array=array)


def measure(program: str, library: str, sizes: tuple[int, int, int, int] = NOTES, seconds: float = 3.0) -> Any:
    """Segundos de processador por passo, e os custos dos primeiros passos; quem chama está num Python recém-aberto."""
    images, one_hot = (t.tolist() for t in batch(sizes))
    given = images, [row.index(1.0) for row in one_hot], first_weights(sizes[1:])
    train = trainer(program, library)
    losses = train(*given, STEPS, RATE)  # aquece, e compila, quem compila

    def spent(steps: int) -> float:
        start = time.process_time()
        train(*given, steps, RATE)
        return time.process_time() - start

    preparing = spent(1)
    guess = max((spent(3) - preparing) / 2, 1e-5)
    steps = max(2, min(LONGEST, int(seconds / guess)))
    return {"seconds": (spent(1 + steps) - preparing) / steps, "losses": losses}


def apart(program: str, library: str) -> Any:
    """O mesmo, num Python recém-aberto e com uma linha de execução só."""
    command = [sys.executable, "-m", "tools.elsewhere", "--one", program, library]
    run = subprocess.run(command, capture_output=True, check=True, env={**os.environ, **ONE_THREAD}, cwd=ROOT)
    return json.loads(run.stdout)


def installed(library: str) -> str:
    """A versão do pacote; vazia, se ele não está instalado."""
    try:
        return version(library)
    except PackageNotFoundError:
        return ""


def rows(rounds: int) -> list[dict[str, Any]]:
    """Uma linha por programa: quantas vezes mais rápido que os laços, e quanto os custos diferem dos deles."""
    programs = [*(("same", name) for name in BUILDERS), *(("own", name) for name in OWN)]
    programs = [(program, name) for program, name in programs if name == "reference" or installed(name)]
    measured = [[apart(*one) for one in programs] for _ in range(rounds)]  # intercalados, como manda o relógio
    seconds = [median(found["seconds"] for found in column) for column in zip(*measured)]
    losses = [found["losses"] for found in measured[0]]
    return [
        {
            "program": program,
            "library": library,
            "faster": seconds[0] / seconds[i],
            "difference": max(abs(a - b) for a, b in zip(losses[0], losses[i])),
        }
        for i, (program, library) in enumerate(programs)
    ]


def main(arguments: list[str]) -> int:
    """O comando."""
    parser = argparse.ArgumentParser(prog="python3 -m tools.elsewhere", description="Mede um passo em cada biblioteca.")
    parser.add_argument("--record", action="store_true", help="grava docs/sobre/para_onde_ir.json")
    parser.add_argument("--rounds", type=int, default=3, help="quantas vezes cada programa é medido")
    parser.add_argument("--one", nargs=2, metavar=("PROGRAMA", "BIBLIOTECA"), help="mede um só, neste Python")
    chosen = parser.parse_args(arguments)
    if chosen.one:
        print(json.dumps(measure(*chosen.one)))
        return 0
    found = rows(chosen.rounds)
    for row in found:
        told = f"{row['faster']:7.1f} ×   custos a {row['difference']:.0e} dos nossos"
        print(f"{row['program']:5} {row['library']:17} {told}")
    if chosen.record:
        names = sorted({row["library"] for row in found} - {"reference"})
        versions = {name: installed(name) for name in names}
        record = {"python": platform.python_version(), "versions": versions, "rows": found}
        RECORD.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
