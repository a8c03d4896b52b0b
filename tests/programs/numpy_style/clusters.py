"""k-médias: cada ponto vai para o centro mais próximo, cada centro vai para a média dos seus pontos."""

import numpy as np

rng = np.random.RandomState(42)
centers = np.array([[0.0, 0.0], [4.0, 1.0], [1.0, 5.0]])
points = np.concatenate([rng.normal(loc=c, scale=0.7, size=(25, 2)) for c in centers])
rng.shuffle(points)
means = points[rng.choice(len(points), 3, replace=False)]
print("começo:", means, sep="\n")

for turn in range(20):
    distances = np.sqrt(((points[:, np.newaxis, :] - means) ** 2).sum(axis=2))
    labels = distances.argmin(axis=1)
    moved = np.array([points[labels == k].mean(axis=0) for k in range(len(means))])
    shift = np.abs(moved - means).max()
    means = moved
    print(f"volta {turn}: inércia {np.min(distances, axis=1).sum():.6f}, passo {shift:.6f}")
    if np.allclose(shift, 0):
        break

print(labels)
print("quantos:", [int((labels == k).sum()) for k in range(3)])
print("desvios:", points[labels == 0].std(axis=0, ddof=1))
print(means)
