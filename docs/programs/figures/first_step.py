"""De um neurônio, o tamanho do gradiente de cada um dos 784 pesos e o do passo que o Adam deu com ele."""

from matplotlib.figure import Figure

from programs.line_by_line import matrices, one_hot, rows, sample, slopes
from programs.one_update import adam
from reference import array
from reference.networks.layers import Dense
from reference.networks.sequential import Sequential
from tools.site.style import GRADIENTE, PESO, SMALL, new_figure, pixels, text

NEURON, BATCH = 3, 8


def desenhar() -> Figure:
    (images, labels), _ = sample()
    model = Sequential([Dense(512, "relu", input_shape=(784,)), Dense(10, "softmax")], seed=0)
    weights, before = matrices(model), array([row[NEURON] for row in matrices(model)[0]])
    _, gradients = slopes(rows(images[:BATCH].tolist()), one_hot(labels[:BATCH].tolist()), weights)
    means, squares = ([[[0.0] * len(row) for row in layer] for layer in weights] for _ in range(2))
    adam(weights, gradients, means, squares, t=1)
    gradient = array([row[NEURON] for row in gradients[0]])
    step = array([row[NEURON] for row in weights[0]]) - before

    figure, axes = new_figure(500, 274)
    for left, values, role, words in (
        (8, gradient, GRADIENTE, "tamanho do gradiente"),
        (258, step, PESO, "tamanho do passo"),
    ):
        box = pixels(axes, abs(values).reshape((28, 28)), (left, 8), 234, positive=role)
        text(axes, (box.center[0], box.bottom + 16), words, role, SMALL)
    return figure
