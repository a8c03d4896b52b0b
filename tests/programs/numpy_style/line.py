"""Regressão linear por descida do gradiente, com as entradas padronizadas, e a reta que se recupera no fim."""

import numpy as np

np.random.seed(7)
x = np.random.uniform(20, 120, size=(40, 2))
noise = np.random.normal(0, 2, 40)
y = x @ np.array([3.0, -0.5]) + 10 + noise
print(x.dtype, x.shape, y[:5], x[:3].astype(np.float32))

mean, std = x.mean(axis=0), x.std(axis=0)
A = np.concatenate([np.ones((len(x), 1)), (x - mean) / std], axis=1)
w = np.zeros(A.shape[1])
history = []
for _ in range(200):
    error = A.dot(w) - y
    history.append(float((error**2).mean()))
    w -= 0.1 * 2 / len(y) * A.T.dot(error)

history = np.array(history)
print("custo:", history[[0, 1, 2, 50, -1]].round(4))
print("sempre desce?", bool(np.all(history[1:] <= history[:-1])))
slopes = w[1:] / std
print("inclinações", slopes.round(5), "intercepto", round(float(w[0] - (slopes * mean).sum()), 4))
np.set_printoptions(precision=3, suppress=True)
print(np.abs(A[:3]), (A.T @ A).round(6), sep="\n")
np.set_printoptions(precision=8, suppress=False)
