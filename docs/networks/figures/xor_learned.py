"""O ou exclusivo aprendido: o custo época a época, e a fronteira que sobra no plano das entradas."""

from matplotlib.figure import Figure

import reference as np
from reference.gradients.sgd import SGD
from reference.networks.layers import Dense
from reference.networks.sequential import Sequential
from tools.site.style import DADO, ERRO, PESO, SAIDA, SMALL, TINTA, new_charts

STEPS = 61


def desenhar() -> Figure:
    x = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    y = np.array([[0.0], [1.0], [1.0], [0.0]])
    random = np.random.RandomState(1)
    model = Sequential([Dense(4, activation="tanh", input_shape=(2,)), Dense(1, activation="sigmoid")], seed=0)
    model.set_weights([random.uniform(-1, 1, (2, 4)), np.zeros(4), random.uniform(-1, 1, (4, 1)), np.zeros(1)])
    model.compile(optimizer=SGD(2.0), loss="mse")
    losses = model.fit(x, y, batch_size=4, epochs=200, shuffle=False, verbose=0).history["loss"]

    figure, [cost, plane] = new_charts(500, 260, 1, 2)
    cost.plot(range(1, 201), losses, color=ERRO)
    cost.set_ylim(0, 0.3)
    cost.set_yticks([0, 0.1, 0.2, 0.3])
    cost.set_xticks([1, 100, 200])
    cost.set_xlabel("época", color=TINTA, fontsize=SMALL)
    cost.set_title("custo", color=ERRO, fontsize=SMALL)

    side = np.linspace(-0.4, 1.4, STEPS).tolist()
    answers = model.predict(np.array([[a, b] for b in side for a in side]), batch_size=500).reshape(-1).tolist()
    rows = [answers[i * STEPS : (i + 1) * STEPS] for i in range(STEPS)]
    plane.contourf(side, side, rows, levels=[0.5, 1], colors=[SAIDA], alpha=0.15)
    plane.contour(side, side, rows, levels=[0.5], colors=[PESO])
    for (a, b), right in zip(x.tolist(), y.reshape(-1).tolist()):
        plane.plot(a, b, "^" if right else "o", color=SAIDA if right else DADO, markersize=11)
    plane.set_xticks([0, 1])
    plane.set_yticks([0, 1])
    plane.set_title("fronteira aprendida", color=TINTA, fontsize=SMALL)
    return figure
