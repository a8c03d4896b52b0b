"""Rede de duas camadas com sigmoides, escrita do jeito mais curto: o ou-exclusivo das duas primeiras entradas."""

import numpy as np

X = np.array([[0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1]])
y = np.array([[0, 1, 1, 0]]).T
np.random.seed(1)
hidden = 2 * np.random.random((3, 4)) - 1
output = 2 * np.random.random((4, 1)) - 1
for step in range(801):
    a = 1 / (1 + np.exp(-(X @ hidden)))
    z = 1 / (1 + np.exp(-(a @ output)))
    z_delta = (y - z) * (z * (1 - z))
    a_delta = z_delta.dot(output.T) * (a * (1 - a))
    output += a.T.dot(z_delta)
    hidden += X.T.dot(a_delta)
    if step % 200 == 0:
        print(f"passo {step}: erro médio {np.mean(np.abs(y - z)):.8f}")
print(z)
print(hidden.round(4), output.T, sep="\n")
