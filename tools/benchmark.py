"""Mede o pacote contra os laços mais simples que fazem o mesmo, e escreve as razões.

    python3 -m tools.benchmark             mede e mostra
    python3 -m tools.benchmark --record    mede, mostra e grava docs/sobre/desempenho.json, de que a página é feita

Tempo de relógio varia de máquina para máquina e de hora para hora; a razão entre dois programas medidos no mesmo minuto
varia pouco. Por isso cada par roda intercalado (A, B, A, B, …), conta-se o tempo de processador, e o que se mostra é a
razão entre as medianas.
"""

import argparse
import json
import math
import os
import platform
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

import reference as np
from tools import benchmark_networks

ROOT = Path(__file__).resolve().parent.parent
RECORD = ROOT / "docs" / "sobre" / "desempenho.json"

Job = Callable[[], Any]
Matrix = list[list[float]]


class Ratio(NamedTuple):
    """Uma comparação: o que foi medido, contra o quê, a razão, o que se espera dela e os dois valores (ms ou MB)."""

    name: str
    against: str
    ratio: float
    wanted: str
    ours: float
    theirs: float


def cpu(job: Job) -> float:
    """Segundos de processador de uma execução."""
    start = time.process_time()
    job()
    return time.process_time() - start


def interleaved(first: Job, second: Job, rounds: int) -> tuple[float, float]:
    """Mediana do tempo de cada um, medidos um depois do outro, `rounds` vezes."""
    first(), second()
    times = [(cpu(first), cpu(second)) for _ in range(rounds)]
    return median(t for t, _ in times), median(t for _, t in times)


def repeat(job: Job, times: int) -> Job:
    """O trabalho feito várias vezes, para que dure o bastante para se medir."""

    def repeated() -> None:
        for _ in range(times):
            job()

    return repeated


# Os adversários: os mesmos números, nos laços mais simples


def naive_product(x: Matrix, y: Matrix) -> Matrix:
    """O produto de matrizes do livro-texto: três laços e índices."""
    m, k, n = len(x), len(y), len(y[0])
    z = [[0.0] * n for _ in range(m)]
    for i in range(m):
        for j in range(n):
            for p in range(k):
                z[i][j] += x[i][p] * y[p][j]
    return z


def tile_product(x: Matrix, y: Matrix) -> Matrix:
    """O melhor que se consegue com laços nus: dezesseis somas parciais em variáveis soltas."""
    m, n = len(x), len(y[0])
    z = [[0.0] * n for _ in range(m)]
    columns = list(zip(*y))
    for i in range(0, m, 4):
        x0, x1, x2, x3 = x[i : i + 4]
        for j in range(0, n, 4):
            a = b = c = d = e = f = g = h = o = p = q = r = s = t = u = v = 0.0
            for k0, k1, k2, k3, l0, l1, l2, l3 in zip(x0, x1, x2, x3, *columns[j : j + 4]):
                a += k0 * l0
                b += k0 * l1
                c += k0 * l2
                d += k0 * l3
                e += k1 * l0
                f += k1 * l1
                g += k1 * l2
                h += k1 * l3
                o += k2 * l0
                p += k2 * l1
                q += k2 * l2
                r += k2 * l3
                s += k3 * l0
                t += k3 * l1
                u += k3 * l2
                v += k3 * l3
            z[i][j : j + 4] = [a, b, c, d]
            z[i + 1][j : j + 4] = [e, f, g, h]
            z[i + 2][j : j + 4] = [o, p, q, r]
            z[i + 3][j : j + 4] = [s, t, u, v]
    return z


def numbers(m: int, n: int, seed: int) -> np.Tensor:
    """Matriz de números sem zeros, sempre os mesmos."""
    return np.array([[math.sin(seed + i * n + j) + 1.5 for j in range(n)] for i in range(m)])


# As medidas


def trained(weights: Matrix, steps: int = 3) -> Matrix:
    """Os pesos como os tem um programa que treina: cada número trocado, um a um, pelos passos do Adam.

    Numa lista nova, os números estão na memória na ordem em que se leem. Depois de uns passos, entre um peso e o
    seguinte moram os dois números que o Adam guarda de cada um, e percorrer uma coluna alcança mais memória.
    """
    w = [list(row) for row in weights]
    m, v = [[0.0] * len(row) for row in w], [[0.0] * len(row) for row in w]
    for _ in range(steps):
        for i in range(len(w)):
            for j in range(len(w[0])):
                g = 0.01 * w[i][j]
                m[i][j] = 0.9 * m[i][j] + 0.1 * g
                v[i][j] = 0.999 * v[i][j] + 0.001 * g * g
                w[i][j] -= 0.001 * m[i][j] / (v[i][j] ** 0.5 + 1e-7)
    return w


def products(rounds: int, small: bool) -> list[Ratio]:
    """Produto de matrizes contra os três laços, de listas novas e de listas que treinaram, e contra o ladrilho 4×4."""
    found, sizes = [], ((32, 256, 128), (8, 784, 512))
    goals = {"listas novas": ("≥ 2,2", "≥ 4,5"), "listas que treinaram": ("≥ 2,2", "≥ 4,5")}
    for which, wanted in goals.items():  # as que treinaram, por último: deixam a memória em pedaços
        for (m, k, n), goal in zip(sizes, wanted):
            x, y = (numbers(4, 4, 1), numbers(4, 4, 2)) if small else (numbers(m, k, 1), numbers(k, n, 2))
            lists = x.tolist(), y.tolist() if which == "listas novas" else trained(y.tolist())
            name = f"produto {m}×{k} · {k}×{n}"
            ours, naive = interleaved(lambda x=x, y=y: np.dot(x, y), lambda pair=lists: naive_product(*pair), rounds)
            found.append(Ratio(name, f"três laços, {which}", naive / ours, goal, ours * 1e3, naive * 1e3))
            if which == "listas novas":
                ours, tile = interleaved(lambda x=x, y=y: np.dot(x, y), lambda pair=lists: tile_product(*pair), rounds)
                found.append(Ratio(name, "ladrilho 4×4 (tempo)", ours / tile, "≤ 1,25", ours * 1e3, tile * 1e3))
    return found


def small_tensors(rounds: int) -> list[Ratio]:
    """O preparo de uma operação: tensores pequenos, em que a conta pesa pouco, contra a mesma conta sobre listas."""
    x, y, w = numbers(1, 3, 1)[0], numbers(1, 3, 2)[0], numbers(16, 16, 3)
    h = numbers(100, 16, 4)
    a, b, rows, columns = x.tolist(), y.tolist(), h.tolist(), w.T.tolist()
    cases: tuple[tuple[str, Job, Job, int], ...] = (
        ("soma de 3 elementos", lambda: np.add(x, y), lambda: [p + q for p, q in zip(a, b)], 2000),
        (
            "produto 100×16 · 16×16",
            lambda: np.dot(h, w),
            lambda: [[sum([p * q for p, q in zip(row, column)]) for column in columns] for row in rows],
            5,
        ),
    )
    found = []
    for name, ours_job, theirs_job, times in cases:
        ours, theirs = interleaved(repeat(ours_job, times), repeat(theirs_job, times), rounds)
        scale = 1e3 / times
        found.append(
            Ratio(f"pequeno: {name}", "compreensão de listas", ours / theirs, "sem meta", ours * scale, theirs * scale)
        )
    return found


def additions(rounds: int) -> list[Ratio]:
    """Soma elemento a elemento contra uma compreensão de listas nua com o mesmo número de parcelas."""
    found = []
    rows, columns = 400, 250
    x, y = numbers(rows, columns, 1), numbers(rows, columns, 2)
    a, b = x.reshape(-1).tolist(), y.reshape(-1).tolist()

    def bare() -> list[float]:
        return [p + q for p, q in zip(a, b)]

    cases = (
        ("contígua", x, y, "≤ 2"),
        ("linha que se repete", x, y[0], "≤ 2"),
        ("coluna que se repete", x, y[:, :1], "≤ 2"),
        ("linhas de 25", x.reshape(-1, 25), y.reshape(-1, 25)[:1], "≤ 2"),
        ("transposta", x, y.reshape(columns, rows).T, "≤ 3"),
    )
    for name, p, q, wanted in cases:
        ours, theirs = interleaved(repeat(lambda p=p, q=q: np.add(p, q), 5), repeat(bare, 5), rounds)
        found.append(Ratio(f"soma {name}", "compreensão de listas", ours / theirs, wanted, ours * 200, theirs * 200))
    return found


def memory() -> list[Ratio]:
    """Bytes por elemento, contra os do NumPy (o tamanho do tipo)."""
    found = []
    for name in ("float64", "float32", "uint8", "bool"):
        tracemalloc.start()
        kept = np.zeros(1_000_000, dtype=name)
        used = tracemalloc.get_traced_memory()[0]
        tracemalloc.stop()
        ours, theirs = used / 1e6, kept.nbytes / 1e6
        found.append(Ratio(f"memória de um milhão de {name}", "NumPy", ours / theirs, "≤ 1,01", ours, theirs))
    return found


def imports(rounds: int) -> list[Ratio]:
    """Tempo de `import reference` contra o de `import numpy`, cada um num Python recém-aberto."""
    program = "import time; began = time.process_time(); import {}; print(time.process_time() - began)"
    seconds: dict[str, list[float]] = {"reference": [], "numpy": []}
    keeping = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for _ in range(rounds + 1):  # a primeira vez compila, e não conta
        for name, measured in seconds.items():
            command = [sys.executable, "-c", program.format(name)]
            run = subprocess.run(command, capture_output=True, check=True, cwd=ROOT, env=keeping)
            measured.append(float(run.stdout))
    ours, theirs = (median(measured[1:]) * 1e3 for measured in seconds.values())
    return [Ratio("import reference", "import numpy (tempo)", ours / theirs, "≤ 1", ours, theirs)]


def training(rounds: int, small: bool) -> list[Ratio]:
    """Os treinos: contra os laços, contra o NumPy, sem o grafo, com dois processos."""
    return [
        Ratio(name, against, theirs / ours if gain else ours / theirs, wanted, ours * 1e3, theirs * 1e3)
        for name, against, ours, theirs, wanted, gain in benchmark_networks.measures(rounds, small)
    ]


def measure(rounds: int, small: bool = False) -> list[Ratio]:
    """Todas as medidas, numa corrida só; `small` troca as matrizes por miniaturas, para conferir que nada falta."""
    tensors = [*products(rounds, small), *small_tensors(rounds), *additions(rounds), *memory(), *imports(rounds)]
    return [*tensors, *training(rounds, small)]


def show(found: list[Ratio]) -> None:
    """Escreve uma linha por medida."""
    for r in found:
        print(f"{r.name:34} {r.ratio:6.2f} × {r.against:32} (espera-se {r.wanted})")


def main(arguments: list[str]) -> int:
    """O comando."""
    about = "Mede as razões da página Desempenho."
    parser = argparse.ArgumentParser(prog="python3 -m tools.benchmark", description=about)
    parser.add_argument("--record", action="store_true", help="grava docs/sobre/desempenho.json")
    parser.add_argument("--rounds", type=int, default=7, help="quantas vezes cada par roda")
    chosen = parser.parse_args(arguments)
    found = measure(chosen.rounds)
    show(found)
    if chosen.record:
        ratios = [r._asdict() for r in found]
        record = {"python": platform.python_version(), "machine": platform.machine(), "ratios": ratios}
        text = json.dumps(record, ensure_ascii=False, indent=1)
        RECORD.write_text(text + "\n", encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
