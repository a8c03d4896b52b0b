"""A rede do mostrador com as peças deste livro; `array` diz de que biblioteca são os tensores."""

from typing import Any

import reference as np
from reference.gradients.sgd import SGD
from reference.networks.layers import Dense
from reference.networks.sequential import Sequential
from tests.elsewhere.display import first_weights, load


def train(images: Any, labels: Any, weights: Any, steps: int, rate: float = 0.5, array: Any = np.array) -> list[float]:
    """O custo antes de cada passo."""
    x, y = array(images), array(labels)
    hidden, answer = Dense(len(weights[1]), activation="relu"), Dense(len(weights[3]), activation="softmax")
    model = Sequential([hidden, answer])
    model.build(x.shape[1:])
    model.set_weights([np.array(w) for w in weights])
    model.compile(optimizer=SGD(rate), loss="sparse_categorical_crossentropy")
    return model.fit(x, y, batch_size=x.shape[0], epochs=steps, shuffle=False, verbose=0).history["loss"]


if __name__ == "__main__":
    losses = train(*load(), first_weights(), steps=100)
    print(f"custo: {losses[0]:.6f} no começo, {losses[-1]:.6f} no fim")
