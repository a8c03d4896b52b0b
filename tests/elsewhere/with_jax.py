"""A rede do mostrador em JAX: escreve-se o custo, e `grad` escreve a volta; `jit` compila o passo inteiro."""

from typing import Any

import jax
import jax.numpy as jnp

from tests.elsewhere.display import first_weights, load

jax.config.update("jax_enable_x64", True)


def cost(weights: Any, x: Any, y: Any) -> Any:
    """A ida, até um número só."""
    w1, b1, w2, b2 = weights
    z = jax.nn.relu(x @ w1 + b1) @ w2 + b2
    return -jnp.mean(jnp.take_along_axis(jax.nn.log_softmax(z), y[:, None], axis=1))


@jax.jit
def step(weights: Any, x: Any, y: Any, rate: float) -> Any:
    """Um passo: o custo de agora e os pesos novos."""
    value, slopes = jax.value_and_grad(cost)(weights, x, y)
    return value, [w - rate * g for w, g in zip(weights, slopes)]


def train(images: Any, labels: Any, weights: Any, steps: int, rate: float = 0.5) -> list[float]:
    """O custo antes de cada passo."""
    x, y, weights = jnp.array(images), jnp.array(labels), [jnp.array(w) for w in weights]
    losses = []
    for _ in range(steps):
        value, weights = step(weights, x, y, rate)
        losses.append(float(value))
    return losses


if __name__ == "__main__":
    losses = train(*load(), first_weights(), steps=100)
    print(f"custo: {losses[0]:.6f} no começo, {losses[-1]:.6f} no fim")
