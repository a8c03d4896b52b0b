"""O grafo (x + y) · max(y, z), com os valores da ida e os gradientes da volta."""

from reference.gradients.drawing import graph_svg
from reference.gradients.functions import maximum
from reference.gradients.graph import Variable


def desenhar() -> str:
    x, y, z = Variable(1.0, name="x"), Variable(2.0, name="y"), Variable(0.0, name="z")
    a, b = x + y, maximum(y, z)
    a.name, b.name = "a", "b"
    f = a * b
    f.name = "f"
    f.backward()
    return graph_svg(f)
