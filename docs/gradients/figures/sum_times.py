"""O grafo (x + y) · z, com os valores da ida e os gradientes da volta."""

from reference.gradients.drawing import graph_svg
from reference.gradients.graph import Variable


def desenhar() -> str:
    x, y, z = Variable(-2.0, name="x"), Variable(5.0, name="y"), Variable(-4.0, name="z")
    q = x + y
    q.name = "q"
    f = q * z
    f.name = "f"
    f.backward()
    return graph_svg(f)
