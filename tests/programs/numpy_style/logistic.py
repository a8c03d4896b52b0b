"""Regressão logística em lotes embaralhados a cada época, com perda estável, decaimento e matriz de confusão."""

import numpy as np


def sigmoid(z):
    return np.where(z >= 0, 1 / (1 + np.exp(-np.abs(z))), np.exp(-np.abs(z)) / (1 + np.exp(-np.abs(z))))


def loss(w, b):
    z = X @ w + b
    return np.mean(np.logaddexp(0, z) - y * z) + 0.005 * np.sum(w**2)


np.random.seed(2026)
turn = np.pi * np.random.rand(60)
upper = np.stack([np.cos(turn[:30]), np.sin(turn[:30])], axis=1)
lower = np.stack([1 - np.cos(turn[30:]), 0.5 - np.sin(turn[30:])], axis=1)
X = np.concatenate((upper, lower)) + 0.1 * np.random.randn(60, 2)
y = np.concatenate((np.zeros(30), np.ones(30)))
w, b = np.zeros(2), 0.0

for epoch in range(40):
    order = np.random.permutation(len(X))
    for start in range(0, len(X), 16):
        batch = order[start : start + 16]
        d = sigmoid(X[batch] @ w + b) - y[batch]
        w -= 0.5 * (X[batch].T @ d / len(batch) + 0.01 * w)
        b -= 0.5 * d.mean()
    if epoch % 10 == 0:
        print("época", epoch, "perda", loss(w, b).round(6))

predicted = (sigmoid(X @ w + b) > 0.5).astype(int)
confusion = np.zeros((2, 2), dtype=int)
for truth, guess in zip(y.astype(int), predicted):
    confusion[truth, guess] += 1
print(confusion, confusion.sum(), repr(w))
print("pesos: {:.5f} e {:.5f}; viés: {:.5f}".format(*w, b))
