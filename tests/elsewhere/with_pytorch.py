"""A rede do mostrador em PyTorch: o laço de treino é seu, e a volta é dele."""

from typing import Any

import torch
from torch import nn

from tests.elsewhere.display import first_weights, load


def train(images: Any, labels: Any, weights: Any, steps: int, rate: float = 0.5) -> list[float]:
    """O custo antes de cada passo."""
    x, y = torch.tensor(images, dtype=torch.float64), torch.tensor(labels)
    w1, b1, w2, b2 = (torch.tensor(w, dtype=torch.float64) for w in weights)
    model = nn.Sequential(nn.Linear(*w1.shape), nn.ReLU(), nn.Linear(*w2.shape)).double()
    with torch.no_grad():  # `Linear` guarda a matriz transposta: uma linha por neurônio
        for parameter, w in zip(model.parameters(), (w1.T, b1, w2.T, b2)):
            parameter.copy_(w)
    cost_of = nn.CrossEntropyLoss()  # recebe as notas: a softmax está dentro dela
    optimizer = torch.optim.SGD(model.parameters(), lr=rate)
    losses = []
    for _ in range(steps):
        cost = cost_of(model(x), y)
        losses.append(cost.item())
        optimizer.zero_grad()
        cost.backward()
        optimizer.step()
    return losses


if __name__ == "__main__":
    losses = train(*load(), first_weights(), steps=100)
    print(f"custo: {losses[0]:.6f} no começo, {losses[-1]:.6f} no fim")
