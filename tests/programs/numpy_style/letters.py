"""Rede recorrente que aprende um texto letra a letra, com Adagrad, e depois escreve sorteando."""

import numpy as np

np.random.seed(3)
text = "a rede lê a letra e prevê a letra que vem. "
letters = sorted(set(text))
index = {letter: i for i, letter in enumerate(letters)}
size, hidden, length = len(letters), 16, 11

params = {
    "Wxh": np.random.randn(hidden, size) * 0.05,
    "Whh": np.random.randn(hidden, hidden) * 0.05,
    "Why": np.random.randn(size, hidden) * 0.05,
    "bh": np.zeros((hidden, 1)),
    "by": np.zeros((size, 1)),
}
memory = {name: np.zeros_like(value) for name, value in params.items()}


def one_hot(i):
    x = np.zeros((size, 1))
    x[i] = 1
    return x


def step(x, h):
    h = np.tanh(params["Wxh"] @ x + params["Whh"] @ h + params["bh"])
    y = params["Why"] @ h + params["by"]
    return h, np.exp(y) / np.sum(np.exp(y))


def gradients(inputs, targets, start):
    hs, ps, loss = {-1: np.copy(start)}, {}, 0
    for t, (i, target) in enumerate(zip(inputs, targets)):
        hs[t], ps[t] = step(one_hot(i), hs[t - 1])
        loss += -np.log(ps[t][target, 0])
    found = {name: np.zeros_like(value) for name, value in params.items()}
    following = np.zeros_like(start)
    for t in reversed(range(len(inputs))):
        dy = np.copy(ps[t])
        dy[targets[t]] -= 1
        found["Why"] += np.dot(dy, hs[t].T)
        found["by"] += dy
        draw = (1 - hs[t] * hs[t]) * (np.dot(params["Why"].T, dy) + following)
        found["bh"] += draw
        found["Wxh"] += np.dot(draw, one_hot(inputs[t]).T)
        found["Whh"] += np.dot(draw, hs[t - 1].T)
        following = np.dot(params["Whh"].T, draw)
    for gradient in found.values():
        np.clip(gradient, -5, 5, out=gradient)
    return loss, found, hs[len(inputs) - 1]


def write(seed, count):
    h, i, found = np.zeros((hidden, 1)), seed, []
    for _ in range(count):
        h, p = step(one_hot(i), h)
        i = np.random.choice(range(size), p=p.ravel())
        found.append(letters[i])
    return "".join(found)


h = np.zeros((hidden, 1))
smooth = -np.log(1 / size) * length
for n in range(61):
    p = n * length % (len(text) - length - 1)
    if p < length:
        h = np.zeros((hidden, 1))
    inputs, targets = [index[c] for c in text[p : p + length]], [index[c] for c in text[p + 1 : p + length + 1]]
    loss, found, h = gradients(inputs, targets, h)
    smooth = 0.95 * smooth + 0.05 * loss
    for name in params:
        memory[name] += found[name] ** 2
        params[name] -= 0.1 * found[name] / np.sqrt(memory[name] + 1e-8)
    if n % 20 == 0:
        print(f"{n}: {smooth:.6f} {write(inputs[0], 30)!r}")
print(write(index["a"], 60))
print(params["by"].T)
