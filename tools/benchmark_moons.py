"""A medida das luas: um passo da demonstração do micrograd, com um tensor por nó e com um número por nó.

O adversário faz o que o micrograd faz, do jeito dele: cada conta de dois números cria um objeto, que guarda quem entrou
nela e uma função que leva o gradiente de volta. Um passo cria dezenas de milhares, que apontam uns para os outros, e o
coletor de lixo do Python os visita muitas vezes. Por isso se mede duas vezes: com o coletor, como o Python vem, e sem.
"""

import gc
import random
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from statistics import median
from typing import Any

from programs.moons import PENALTY, POINTS, SEED, SIZES, STEPS, data, start, step


class Node:
    """Um número que lembra de onde veio."""

    def __init__(self, value: float, sources: tuple["Node", ...] = ()) -> None:
        self.value, self.grad = value, 0.0
        self.sources = set(sources)
        self.back: Callable[[], None] = lambda: None

    def __add__(self, other: Any) -> "Node":
        other = other if isinstance(other, Node) else Node(other)
        out = Node(self.value + other.value, (self, other))

        def back() -> None:
            self.grad += out.grad
            other.grad += out.grad

        out.back = back
        return out

    def __mul__(self, other: Any) -> "Node":
        other = other if isinstance(other, Node) else Node(other)
        out = Node(self.value * other.value, (self, other))

        def back() -> None:
            self.grad += other.value * out.grad
            other.grad += self.value * out.grad

        out.back = back
        return out

    __radd__, __rmul__ = __add__, __mul__

    def relu(self) -> "Node":
        """O próprio número, ou zero se for negativo."""
        out = Node(max(self.value, 0.0), (self,))

        def back() -> None:
            self.grad += (out.value > 0) * out.grad

        out.back = back
        return out

    def backward(self) -> None:
        """A volta: os nós em ordem, cada um depois dos que o usaram."""
        order: list[Node] = []
        seen = set()

        def visit(node: Node) -> None:
            if node not in seen:
                seen.add(node)
                for source in node.sources:
                    visit(source)
                order.append(node)

        visit(self)
        self.grad = 1.0
        for node in reversed(order):
            node.back()


Layer = list[tuple[list[Node], Node]]


def neurons() -> list[Layer]:
    """A rede de `programs.moons`, com os mesmos sorteios: de cada neurônio, os pesos e o viés."""
    draw = random.Random(SEED).uniform
    return [
        [([Node(draw(-1, 1)) for _ in range(inputs)], Node(0.0)) for _ in range(outputs)]
        for inputs, outputs in pairwise(SIZES)
    ]


def respond(layers: list[Layer], point: list[float]) -> Node:
    """A nota de um ponto."""
    values = [Node(number) for number in point]
    for i, layer in enumerate(layers):
        sums = [sum((w * x for w, x in zip(weights, values)), bias) for weights, bias in layer]
        values = [z.relu() for z in sums] if i < len(layers) - 1 else sums
    return values[0]


def node_step(layers: list[Layer], points: list[list[float]], sides: list[float], rate: float) -> float:
    """O passo de `programs.moons.step`, número por número; devolve o custo de antes dele."""
    weights = [node for layer in layers for row, bias in layer for node in (*row, bias)]
    margins = [(1.0 + -side * respond(layers, point)).relu() for point, side in zip(points, sides)]
    cost = sum(margins) * (1.0 / len(margins)) + PENALTY * sum(w * w for w in weights)
    for w in weights:
        w.grad = 0.0
    cost.backward()
    for w in weights:
        w.value -= rate * w.grad
    return cost.value


def rate_of(k: int) -> float:
    """A taxa de aprendizagem da demonstração."""
    return 1 - 0.9 * k / STEPS


def with_nodes(points: int, steps: int, collector: bool) -> float:
    """Segundos de processador de um passo, um número por nó: a mediana, sem o primeiro."""
    x, y = (part.T.tolist()[:points] for part in data())
    layers, sides, found = neurons(), [side for (side,) in y], []
    (gc.enable if collector else gc.disable)()
    for k in range(steps + 1):
        began = time.process_time()
        node_step(layers, x, sides, rate_of(k))
        found.append(time.process_time() - began)
        if not collector:
            gc.collect()  # só para que a memória não se encha; fora do tempo
    gc.enable()
    return median(found[1:])


def with_tensors(points: int, steps: int, collector: bool) -> float:
    """Segundos de processador de um passo, um tensor por nó: a média de um treino, em que os passos não são iguais."""
    x, y = (part[:, :points] for part in data())
    weights = start()
    (gc.enable if collector else gc.disable)()
    began = time.process_time()
    for k in range(steps):
        step(x, y, weights, rate_of(k))
    found = time.process_time() - began
    gc.enable()
    return found / steps


def moons_against_nodes(collector: bool, small: bool, rounds: int) -> tuple[float, float]:
    """Os nossos segundos e os do adversário, cada medida num Python só dela, sem o lixo da outra."""
    points, steps = (3, 1) if small else (POINTS, 5)
    ours, theirs = [], []
    for _ in range(rounds):
        ours.append(alone("with_tensors", points, 1 if small else STEPS, collector))
        theirs.append(alone("with_nodes", points, steps, collector))
    return median(ours), median(theirs)


def alone(function: str, *arguments: Any) -> float:
    """O que uma destas funções mede num Python recém-aberto."""
    program = f"from tools.benchmark_moons import {function}; print({function}{arguments})"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    return float(run.stdout)
