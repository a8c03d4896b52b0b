"""A rede do mostrador em Keras: as mesmas palavras deste livro."""

from typing import Any

import keras
import numpy as np
from keras.layers import Dense, Input

from tests.elsewhere.display import first_weights, load


def train(images: Any, labels: Any, weights: Any, steps: int, rate: float = 0.5) -> list[float]:
    """O custo antes de cada passo."""
    keras.config.set_floatx("float64")
    x, y = np.array(images), np.array(labels)
    hidden, answer = Dense(len(weights[1]), activation="relu"), Dense(len(weights[3]), activation="softmax")
    model = keras.Sequential([Input(x.shape[1:]), hidden, answer])
    model.set_weights([np.array(w) for w in weights])
    model.compile(optimizer=keras.optimizers.SGD(rate), loss="sparse_categorical_crossentropy")
    return model.fit(x, y, batch_size=len(x), epochs=steps, shuffle=False, verbose=0).history["loss"]


if __name__ == "__main__":
    losses = train(*load(), first_weights(), steps=100)
    print(f"custo: {losses[0]:.6f} no começo, {losses[-1]:.6f} no fim")
