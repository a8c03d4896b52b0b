"""Uma entrada, um neurônio oculto e um de saída: os valores da ida e os gradientes da volta."""

from itertools import pairwise

from matplotlib.figure import Figure

from reference.gradients.functions import square
from reference.gradients.graph import Variable, gradients
from reference.networks.activations import relu
from tools.site.style import DADO, ERRO, GRADIENTE, NEUTRO, PESO, SAIDA, SMALL, arrow, comma, new_figure, node, text

X, Y = 2.0, 1.0
START = {"w_1": 3.0, "b_1": -1.0, "w_2": 0.5, "b_2": 0.5}
LINE = 150


def desenhar() -> Figure:
    figure, axes = new_figure(490, 250)
    w1, b1, w2, b2 = parameters = [Variable(value) for value in START.values()]
    z1 = w1 * X + b1
    o1 = relu(z1)
    z2 = w2 * o1 + b2
    answer = relu(z2)
    loss = square(answer - Y) / 2
    chain = [z1, o1, z2, answer, loss]
    slopes = gradients(loss, [*chain, *parameters])
    roles = [DADO, NEUTRO, NEUTRO, NEUTRO, SAIDA, ERRO]
    names = ["$x$", "$z_1$", "$o_1$", "$z_2$", "$\\hat{y}$", "$L$"]
    values = [X, *(variable.value for variable in chain)]
    boxes = []
    for k, (role, name, value) in enumerate(zip(roles, names, values, strict=True)):
        x = 28 + 86 * k
        boxes.append(node(axes, (x, LINE), comma(value), role, radius=24 if role == SAIDA else 20))
        text(axes, (x, LINE + 40), name, role)
    for k, (here, there) in enumerate(pairwise(boxes)):
        nose = there.left + (7 if roles[k + 1] == SAIDA else 2)
        arrow(axes, (here.right, LINE - 5), (nose, LINE - 5), NEUTRO, label="relu" if k in (1, 3) else "")
        if k:
            arrow(axes, (nose, LINE + 7), (here.right, LINE + 7), GRADIENTE, dashed=True)
            text(axes, ((here.right + nose) / 2, LINE + 24), comma(slopes[k - 1]), GRADIENTE, SMALL)
    for (name, value), slope, x in zip(START.items(), slopes[5:], (78, 150, 250, 322), strict=True):
        target = boxes[1 if x < 200 else 3]
        lean = -1 if x < target.center[0] else 1
        weight = node(axes, (x, 48), comma(value), PESO, radius=22, size=SMALL)
        text(axes, (x, 14), f"${name}$", PESO)
        foot = target.center[0] + lean * 8, target.top + 1
        arrow(axes, (x - 5, weight.bottom - 2), (foot[0] - 5, foot[1]), NEUTRO)
        arrow(axes, (foot[0] + 6, foot[1]), (x + 7, weight.bottom - 2), GRADIENTE, dashed=True)
        text(axes, (x + lean * 22, 96), comma(slope), GRADIENTE, SMALL)
    text(axes, (245, 232), "tracejado: o gradiente que volta", GRADIENTE, SMALL)
    return figure
