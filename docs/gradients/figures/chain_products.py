"""A cadeia de três etapas: os valores vão, e o produto das derivadas volta."""

from reference.gradients.drawing import graph_svg
from reference.gradients.graph import Variable


def desenhar() -> str:
    x = Variable(3.0, name="x")
    doubled = x * 2.0
    doubled.name = "u"
    y = doubled**2 + 1.0
    y.name = "y"
    y.backward()
    return graph_svg(y)
