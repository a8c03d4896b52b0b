"""Seis jeitos de um tensor começar: de listas, de um valor só, da diagonal e das duas progressões."""

from matplotlib.figure import Figure

from reference import arange, array, eye, full, linspace, zeros
from reference.tensors.tensor import Tensor
from tools.site.style import DADO, SAIDA, new_figure, tensor_grid


def typed(x: Tensor) -> list[object]:
    """Os elementos escritos com o seu tipo à vista: `0.0` e não `0`."""
    return [typed(row) if row.ndim else repr(row.item()) for row in x]


def desenhar() -> Figure:
    figure, axes = new_figure(500, 262)
    size = (48, 36)
    tensor_grid(axes, array([[1, 2, 3], [4, 5, 6]]), DADO, at=(4, 30), size=size, label="array(listas)")
    tensor_grid(axes, typed(zeros((2, 3))), SAIDA, at=(178, 30), size=size, label="zeros((2, 3))")
    tensor_grid(axes, full((2, 3), 7), SAIDA, at=(352, 30), size=size, label="full((2, 3), 7)")
    tensor_grid(axes, typed(eye(3)), SAIDA, at=(4, 146), size=size, label="eye(3)")
    tensor_grid(axes, arange(0, 6, 2), SAIDA, at=(178, 146), size=size, label="arange(0, 6, 2)")
    tensor_grid(axes, typed(linspace(0, 1, 3)), SAIDA, at=(352, 146), size=size, label="linspace(0, 1, 3)")
    return figure
