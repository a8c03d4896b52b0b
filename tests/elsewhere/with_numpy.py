"""A rede do mostrador em NumPy: sem rede pronta, com a volta escrita à mão."""

from typing import Any

import numpy as np

from tests.elsewhere.display import first_weights, load


def train(images: Any, labels: Any, weights: Any, steps: int, rate: float = 0.5) -> list[float]:
    """O custo antes de cada passo."""
    x, w1, b1, w2, b2 = map(np.array, (images, *weights))
    y = np.eye(len(b2))[labels]
    losses = []
    for _ in range(steps):
        h = np.maximum(x @ w1 + b1, 0)
        z = h @ w2 + b2
        p = np.exp(z - z.max(axis=1, keepdims=True))
        p /= p.sum(axis=1, keepdims=True)
        losses.append(float(-np.log((p * y).sum(axis=1)).mean()))

        dz = (p - y) / len(x)
        dh = dz @ w2.T * (h > 0)
        w1, b1 = w1 - rate * x.T @ dh, b1 - rate * dh.sum(axis=0)
        w2, b2 = w2 - rate * h.T @ dz, b2 - rate * dz.sum(axis=0)
    return losses


if __name__ == "__main__":
    losses = train(*load(), first_weights(), steps=100)
    print(f"custo: {losses[0]:.6f} no começo, {losses[-1]:.6f} no fim")
