"""Três braços de espiral separados por uma rede densa: ReLU, softmax e entropia cruzada, com momento."""

import numpy as np


class Dense:
    def __init__(self, inputs, outputs):
        self.weights = 0.1 * np.random.randn(inputs, outputs)
        self.biases = np.zeros((1, outputs))
        self.speed = [np.zeros_like(self.weights), np.zeros_like(self.biases)]

    def forward(self, x):
        self.x = x
        return np.dot(x, self.weights) + self.biases

    def backward(self, d):
        self.gradients = [np.dot(self.x.T, d), np.sum(d, axis=0, keepdims=True)]
        return np.dot(d, self.weights.T)

    def update(self, rate, momentum):
        for i, gradient in enumerate(self.gradients):
            self.speed[i] = momentum * self.speed[i] - rate * gradient
        self.weights += self.speed[0]
        self.biases += self.speed[1]


def spiral(points, arms):
    x, y = np.zeros((points * arms, 2)), np.zeros(points * arms, dtype="uint8")
    for arm in range(arms):
        rows = range(points * arm, points * (arm + 1))
        radius = np.linspace(0.0, 1, points)
        angle = np.linspace(arm * 4, (arm + 1) * 4, points) + np.random.randn(points) * 0.2
        x[rows, 0], x[rows, 1] = radius * np.sin(angle), radius * np.cos(angle)
        y[rows] = arm
    return x, y


np.random.seed(0)
X, y = spiral(30, 3)
first, second = Dense(2, 24), Dense(24, 3)
print(X[:4], y.dtype, y[::15])
for epoch in range(121):
    a = np.maximum(0, first.forward(X))
    scores = second.forward(a)
    e = np.exp(scores - np.max(scores, axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    loss = -np.log(np.clip(p[np.arange(len(X)), y], 1e-7, 1 - 1e-7)).mean()
    if epoch % 30 == 0:
        print(f"época {epoch:3d}, perda {loss:.6f}, acerto {np.mean(np.argmax(p, axis=1) == y):.3f}")
    d = p.copy()
    d[range(len(X)), y] -= 1
    d = second.backward(d / len(X))
    d[a <= 0] = 0
    first.backward(d)
    for layer in (first, second):
        layer.update(0.5, 0.9)
print(p[:5])
print(first.weights)
