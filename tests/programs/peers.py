"""Os números do nnfs, do scikit-learn e do micrograd, guardados em JSON para que a comparação nunca falte.

Refazem-se, num ambiente que tenha os três e mais nada além do NumPy, com

    python3 -m tests.programs.peers

O micrograd leva alguns minutos. Quem compara são os testes da espiral e das luas.
"""

import gc
import hashlib
import json
import random
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy

STORED = Path(__file__).with_name("peers.json")


def stored() -> dict[str, Any]:
    """O que a última conta deixou."""
    return json.loads(STORED.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def moons() -> dict[str, Any]:
    """As cem luas da demonstração do micrograd, com os sorteios globais dela."""
    numpy.random.seed(1337)
    x, y = import_module("sklearn.datasets").make_moons(n_samples=100, noise=0.1)
    return {"x": x.tolist(), "y": y.tolist()}


def micrograd(steps: int = 100) -> list[float]:
    """O custo de cada passo da demonstração: todos os pontos, margem máxima, multa de 1e-4."""
    value, network = import_module("micrograd.engine").Value, import_module("micrograd.nn").MLP
    points = moons()
    random.seed(1337)
    model = network(2, [16, 16, 1])
    sides, found = [2 * label - 1 for label in points["y"]], []
    for k in range(steps):
        answers = [model([value(number) for number in row]) for row in points["x"]]
        margins = [(1 + -side * answer).relu() for side, answer in zip(sides, answers)]
        total = sum(margins) * (1 / len(margins)) + 1e-4 * sum(p * p for p in model.parameters())
        model.zero_grad()
        total.backward()
        for p in model.parameters():
            p.data -= (1 - 0.9 * k / 100) * p.grad
        found.append(float(total.data))
        gc.collect()
    return found


def nnfs() -> dict[str, Any]:
    """A espiral do nnfs, como assinatura dos bytes, e as primeiras respostas do programa das notas."""
    import_module("nnfs").init()
    spiral_data = import_module("nnfs.datasets").spiral_data
    x, y = spiral_data(samples=100, classes=3)
    hidden = numpy.maximum(0, numpy.dot(x, 0.10 * numpy.random.randn(2, 3)))
    notes = numpy.dot(hidden, 0.10 * numpy.random.randn(3, 3))
    powers = numpy.exp(notes - notes.max(axis=1, keepdims=True))
    found = {"answers": (powers / powers.sum(axis=1, keepdims=True)).astype("float64").tolist()}
    for samples, classes in ((7, 2), (30, 4)):
        numpy.random.seed(3)
        found[f"{samples}x{classes}"] = digest(spiral_data(samples=samples, classes=classes)[0])
    return {"x": digest(x), "y": digest(y), **found}


def digest(array: Any) -> str:
    """A assinatura dos bytes de um array."""
    return hashlib.sha256(numpy.ascontiguousarray(array).tobytes()).hexdigest()


if __name__ == "__main__":
    figures = {"moons": moons(), "micrograd": micrograd(), "nnfs": nnfs()}  # o nnfs por último: ele muda o NumPy
    lines = [f"{json.dumps(name)}: {json.dumps(value, separators=(',', ':'))}" for name, value in figures.items()]
    STORED.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
