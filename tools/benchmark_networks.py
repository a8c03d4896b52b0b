"""As medidas de treino: uma atualização da rede das notas, o preço do grafo, dois processos, a convolução.

Quem as chama é `tools.benchmark`. Os adversários fazem a mesma conta: em três laços, no NumPy com um núcleo só, e com
os mesmos tensores, mas com a ida e a volta escritas à mão, sem grafo.
"""

import math
import os
import subprocess
import sys
import time
from collections.abc import Callable
from statistics import median
from typing import Any

import reference as np
from reference.gradients.adaptive import Adam
from reference.gradients.graph import Variable
from reference.networks.convolution import ConvolutionGate, naive_convolution
from reference.networks.layers import Dense
from reference.networks.sequential import Sequential
from reference.random import RandomState
from tools.benchmark_moons import moons_against_nodes

Row = list[float]
Matrix = list[Row]
Sizes = tuple[int, int, int, int]
NOTES: Sizes = (128, 784, 512, 10)
"""Amostras por lote, pontos por imagem, neurônios, classes."""


def batch(sizes: Sizes) -> tuple[np.Tensor, np.Tensor]:
    """Um lote como os do MNIST: quatro quintos de zeros, e uma classe por amostra."""
    m, pixels, _, classes = sizes
    random = RandomState(0)
    x = random.uniform(0.0, 1.0, (m, pixels))
    x *= random.uniform(0.0, 1.0, (m, pixels)) < 0.19
    y = np.zeros((m, classes))
    for i in range(m):
        y[i, i % classes] = 1.0
    return x, y


def network(sizes: Sizes, activation: str = "relu") -> Sequential:
    """A rede das notas, compilada."""
    _, pixels, hidden, classes = sizes
    layers = [Dense(hidden, activation=activation, input_shape=(pixels,)), Dense(classes, activation="softmax")]
    model = Sequential(layers, seed=0)
    model.compile(optimizer="adam", loss="categorical_crossentropy")
    return model


# Os adversários


def naive_update(x: Matrix, y: Matrix, weights: list[Any], memory: list[Any], step: int) -> None:
    """Uma atualização em laços com índices, como num caderno: ida, volta e Adam, número por número, no lugar."""
    first, bias1, second, bias2 = weights
    h = naive_layer(x, first, bias1)
    a = [[max(v, 0.0) for v in row] for row in h]
    z = naive_layer(a, second, bias2)
    delta = []
    for row, target in zip(z, y):
        powers = [math.exp(v - max(row)) for v in row]
        delta.append([(p / sum(powers) - t) / len(x) for p, t in zip(powers, target)])
    slope2 = naive_slope(a, delta)
    back = [[0.0] * len(second) for _ in x]
    for i in range(len(x)):
        for j in range(len(second)):
            for k in range(len(second[0])):
                back[i][j] += delta[i][k] * second[j][k]
            if h[i][j] < 0:
                back[i][j] = 0.0
    slopes = [naive_slope(x, back), [sum(c) for c in zip(*back)], slope2, [sum(c) for c in zip(*delta)]]
    rate = 0.001 * math.sqrt(1 - 0.999**step) / (1 - 0.9**step)
    for w, g, (m, v) in zip(weights, slopes, memory):
        rows = zip(w, g, m, v) if isinstance(w[0], list) else [(w, g, m, v)]
        for w_row, g_row, m_row, v_row in rows:
            for j in range(len(w_row)):
                m_row[j] = 0.9 * m_row[j] + 0.1 * g_row[j]
                v_row[j] = 0.999 * v_row[j] + 0.001 * g_row[j] * g_row[j]
                w_row[j] -= rate * m_row[j] / (math.sqrt(v_row[j]) + 1e-7)


def naive_layer(x: Matrix, w: Matrix, b: Row) -> Matrix:
    """$X W + b$ em três laços."""
    z = [list(b) for _ in x]
    for i in range(len(x)):
        for j in range(len(b)):
            for k in range(len(w)):
                z[i][j] += x[i][k] * w[k][j]
    return z


def naive_slope(x: Matrix, delta: Matrix) -> Matrix:
    """$X^T \\Delta$ em três laços."""
    g = [[0.0] * len(delta[0]) for _ in x[0]]
    for k in range(len(g)):
        for j in range(len(g[0])):
            for i in range(len(x)):
                g[k][j] += x[i][k] * delta[i][j]
    return g


def by_hand(xp: Any, x: Any, y: Any, weights: list[Variable], optimizer: Any) -> None:
    """A mesma atualização com tensores e sem grafo: cada linha da volta desfaz uma da ida."""
    w1, b1, w2, b2 = (weight.value for weight in weights)
    h = x @ w1 + b1
    a = xp.where(h < 0, xp.zeros_like(h), h)
    z = a @ w2 + b2
    powers = xp.exp(z - xp.max(z, axis=-1, keepdims=True))
    p = powers / xp.sum(powers, axis=-1, keepdims=True)
    xp.mean(-xp.sum(xp.log(xp.minimum(xp.maximum(p, 1e-7), 1 - 1e-7)) * y, axis=-1))
    delta = (p - y) / x.shape[0]
    back = (delta @ xp.matrix_transpose(w2)) * xp.sign(a)
    first, second = xp.matrix_transpose(x) @ back, xp.matrix_transpose(a) @ delta
    slopes = [first, xp.sum(back, axis=0), second, xp.sum(delta, axis=0)]
    optimizer.apply(slopes, weights)


def small_by_hand(x: Any, y: Any, weights: list[Variable], optimizer: Any) -> None:
    """Uma atualização da rede pequena, de tanh e erro quadrático, sem grafo."""
    w1, b1, w2, b2 = (weight.value for weight in weights)
    a = np.tanh(x @ w1 + b1)
    error = a @ w2 + b2 - y
    np.mean(np.mean(error * error, axis=-1))
    delta = error * (2 / (y.shape[0] * y.shape[1]))
    back = (delta @ np.matrix_transpose(w2)) * (1 - a * a)
    first, second = np.matrix_transpose(x) @ back, np.matrix_transpose(a) @ delta
    optimizer.apply([first, np.sum(back, axis=0), second, np.sum(delta, axis=0)], weights)


# As medidas


def seconds(job: Callable[[], Any]) -> float:
    """Segundos de processador de uma execução."""
    start = time.process_time()
    job()
    return time.process_time() - start


def middle(pairs: list[tuple[float, float]]) -> tuple[float, float]:
    """O par cuja razão é a do meio: medidos um atrás do outro, os dois tempos de um par viram a mesma máquina."""
    return sorted(pairs, key=lambda pair: pair[0] / pair[1])[len(pairs) // 2]


def update_against_loops(sizes: Sizes, rounds: int) -> tuple[float, float]:
    """Uma atualização da rede das notas e a mesma em três laços: o par do meio; as listas dos laços vão treinando."""
    x, y = batch(sizes)
    model = network(sizes)
    rows, targets, weights = x.tolist(), y.tolist(), [w.tolist() for w in model.get_weights()]
    memory = [[zeros_like_lists(w), zeros_like_lists(w)] for w in weights]

    def ours() -> float:
        return median(seconds(lambda: model.train_on_batch(x, y)) for _ in range(3))

    def theirs(step: int) -> float:
        return seconds(lambda: naive_update(rows, targets, weights, memory, step))

    model.train_on_batch(x, y)
    return middle([(ours(), theirs(step)) for step in range(1, rounds + 1)])


def zeros_like_lists(w: Any) -> Any:
    """Zeros na forma de uma lista, de listas ou de números."""
    return [[0.0] * len(row) for row in w] if isinstance(w[0], list) else [0.0] * len(w)


NUMPY_PROGRAM = """
import time, numpy
from tools.benchmark_networks import Adam, Variable, batch, by_hand, network
sizes = {sizes}
x, y = (numpy.array(t.tolist()) for t in batch(sizes))
weights, optimizer = [Variable(numpy.array(w.tolist())) for w in network(sizes).get_weights()], Adam(0.001)
by_hand(numpy, x, y, weights, optimizer)
start = time.process_time()
for _ in range(20):
    by_hand(numpy, x, y, weights, optimizer)
print((time.process_time() - start) / 20)
"""


def numpy_update(sizes: Sizes) -> float:
    """Segundos da atualização no NumPy, em float64 e com um núcleo só."""
    one = dict.fromkeys(("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS"), "1")
    command = [sys.executable, "-c", NUMPY_PROGRAM.format(sizes=sizes)]
    run = subprocess.run(command, capture_output=True, check=True, env={**os.environ, **one}, text=True)
    return float(run.stdout)


def against_hand(model: Sequential, hand: Callable[..., None], x: Any, y: Any, rounds: int) -> tuple[float, float]:
    """Um passo de `fit` e a mesma conta sem grafo: de `rounds` pares seguidos, o da razão do meio."""
    weights, optimizer = [Variable(w.copy()) for w in model.get_weights()], Adam(0.001)
    times = max(1, 2_000 // (x.size * weights[0].shape[1]))

    def with_graph() -> None:
        for _ in range(times):
            model.train_on_batch(x, y)

    def without_graph() -> None:
        for _ in range(times):
            hand(x, y, weights, optimizer)

    with_graph(), without_graph()
    ours, theirs = middle([(seconds(with_graph), seconds(without_graph)) for _ in range(rounds)])
    return ours / times, theirs / times


def small_network() -> Sequential:
    """Uma rede de 2-4-2, de tanh e erro quadrático."""
    model = Sequential([Dense(4, activation="tanh", input_shape=(2,)), Dense(2)], seed=0)
    model.compile(optimizer="adam", loss="mse")
    return model


def convolution_against_loops(small: bool, rounds: int) -> tuple[float, float]:
    """A convolução de um lote de imagens e a mesma em laços: 8 imagens de 28×28, 8 filtros de 3×3."""
    m, side = (1, 6) if small else (8, 28)
    random = RandomState(0)
    images, kernel = random.rand(m, side, side, 1), random.rand(3, 3, 1, 8)
    lists = images.tolist(), kernel.tolist()
    gate = ConvolutionGate((3, 3), (1, 1))
    pairs = [
        (seconds(lambda: gate.forward(images, kernel)), seconds(lambda: naive_convolution(*lists)))
        for _ in range(rounds)
    ]
    return median(a for a, _ in pairs), median(b for _, b in pairs)


def two_processes(sizes: Sizes, updates: int, rounds: int = 1) -> tuple[float, float]:
    """Segundos de relógio de uma época com dois processos e com um, o nascimento do outro incluído: o par do meio."""
    m = sizes[0]
    x, y = batch((m * updates, *sizes[1:]))

    def epoch(workers: int) -> float:
        model = network(sizes)
        model.train_on_batch(x[:m], y[:m])
        start = time.perf_counter()
        model.fit(x, y, batch_size=m, epochs=1, verbose=0, workers=workers)
        return time.perf_counter() - start

    return middle([(epoch(2), epoch(1)) for _ in range(rounds)])


def measures(rounds: int, small: bool) -> list[tuple[str, str, float, float, str, bool]]:
    """Nome, adversário, os nossos segundos, os dele, a meta, e se a razão é a do tempo dele sobre o nosso."""
    sizes = (8, 12, 6, 3) if small else NOTES
    ours, loops = update_against_loops(sizes, min(rounds, 3))
    hand = against_hand(network(sizes), lambda *given: by_hand(np, *given), *batch(sizes), min(rounds, 3))
    small_hand = against_hand(small_network(), small_by_hand, *batch((8, 2, 4, 2)), 10 * rounds)
    images = convolution_against_loops(small, min(rounds, 3))
    two, one = two_processes(sizes, 2 if small else 8, min(rounds, 3))
    return [
        ("atualização 784-512-10", "três laços", ours, loops, "≥ 14", True),
        ("atualização 784-512-10", "NumPy, um núcleo (tempo)", ours, numpy_update(sizes), "≤ 90", False),
        ("atualização 784-512-10", "sem grafo (tempo)", *hand, "≤ 1,05", False),
        ("atualização 2-4-2", "sem grafo (tempo)", *small_hand, "≤ 1,2", False),
        ("passo das luas", "um número por nó", *moons_against_nodes(True, small, min(rounds, 3)), "≥ 250", True),
        ("passo das luas", "o mesmo, sem coletor", *moons_against_nodes(False, small, min(rounds, 3)), "≥ 30", True),
        ("convolução 8×28×28, 8 filtros", "seis laços", *images, "≥ 4", True),
        ("época com dois processos", "um processo (relógio)", two, one, "≥ 1,6", True),
    ]
