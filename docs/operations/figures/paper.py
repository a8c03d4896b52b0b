"""O papel amassado, depois de cada camada que o desamassa, e o que a pilha daria sem as ReLUs."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from reference.operations.geometry import CRUMPLED, affine, crease, crease_stack, flatten_creases, through, two_sheets
from reference.tensors.tensor import Tensor
from tools.site.style import DADO, DPI, ERRO, PESO, SMALL, TINTA


def panel(axes: Axes, points: Tensor, title: str, role: str = TINTA) -> None:
    first, second = points.reshape(2, -1, 2).tolist()
    axes.plot(*zip(*first), "-", color=DADO, linewidth=1.5)
    axes.plot(*zip(*first), "o", color=DADO, markersize=4)
    axes.plot(*zip(*second), "--", color=TINTA, linewidth=1.5)
    axes.plot(*zip(*second), "s", color=TINTA, markersize=3.2)
    axes.set_aspect("equal")
    axes.axis("off")
    axes.set_title(title, color=role, fontsize=SMALL)


def desenhar() -> Figure:
    figure = Figure(figsize=(500 / DPI, 740 / DPI), dpi=DPI, layout="constrained")
    panels = list(figure.subplots(4, 2).flat)
    points = through(two_sheets().reshape(-1, 2), crease_stack(CRUMPLED))
    without = points
    for matrix, displacement in crease_stack(flatten_creases(CRUMPLED)):
        without = affine(without, matrix, displacement)
    panel(panels[0], points, "amassado")
    for k, undo in enumerate(flatten_creases(CRUMPLED), 1):
        points = crease(points, *undo)
        panel(panels[k], points, f"camada {k}")
    for axes in panels[:7]:
        axes.set_xlim(-3.1, 2.4)
        axes.set_ylim(-0.5, 3.4)
    panels[6].axhline(0, color=PESO, linewidth=2)
    panel(panels[7], without, "sem as ReLUs", ERRO)
    return figure
