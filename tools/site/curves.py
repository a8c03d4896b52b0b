"""Uma função e a sua derivada num quadro pequeno: o desenho que as figuras das ativações têm em comum."""

from collections.abc import Callable
from typing import Any

from matplotlib.axes import Axes

import reference as np
from reference.gradients.functions import sum as total
from reference.gradients.graph import Variable, gradients
from tools.site.style import GRADIENTE, NEUTRO, SAIDA, SMALL, TINTA


def curve_and_slope(axes: Axes, title: str, f: Callable[[Any], Any], reach: float) -> None:
    """Desenha `f` cheia e a derivada dela tracejada, de `-reach` a `reach`; a derivada é a que o grafo acha."""
    x = np.linspace(-reach, reach, 401)
    variable = Variable(x)
    slope = gradients(total(f(variable)), [variable])[0]
    axes.axhline(0, color=NEUTRO, linewidth=1)
    axes.plot(x.tolist(), f(x).tolist(), color=SAIDA, label="a curva")
    axes.plot(x.tolist(), slope.tolist(), color=GRADIENTE, linestyle="dashed", label="a derivada")
    axes.set_title(title, color=TINTA, fontsize=SMALL)
    axes.set_xticks([-reach, 0, reach])
