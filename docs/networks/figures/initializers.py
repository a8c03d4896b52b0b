"""O tamanho dos números de camada em camada, com três sorteios: um some, um estoura, o de He fica."""

from functools import partial

from matplotlib.figure import Figure

from reference.networks.initializers import he_normal, random_normal
from reference.networks.layers import Dense
from reference.random import RandomState
from tools.site.style import DADO, ERRO, SAIDA, SMALL, new_chart

CHOICES = [
    ("desvio 1", partial(random_normal, stddev=1.0), ERRO, "s"),
    ("He", he_normal, SAIDA, "^"),
    ("desvio 0,01", partial(random_normal, stddev=0.01), DADO, "o"),
]


def desenhar() -> Figure:
    figure, axes = new_chart(480, 320, "camada", "desvio-padrão das ativações")
    for name, initializer, role, marker in CHOICES:
        random = RandomState(0)
        x = random.randn(50, 50)
        sizes = [float(x.std())]
        for _ in range(10):
            layer = Dense(50, "relu", kernel_initializer=initializer)
            layer.build_once((50,), random)
            x = layer(x).value
            sizes.append(float(x.std()))
        axes.plot(range(11), sizes, marker=marker, color=role, markersize=6)
        axes.annotate(name, (10, sizes[-1]), (8, 0), textcoords="offset points", color=role, va="center", size=SMALL)
    axes.set_yscale("log")
    axes.set_yticks([1e-12, 1e-9, 1e-6, 1e-3, 1, 1e3, 1e6], ["10⁻¹²", "10⁻⁹", "10⁻⁶", "10⁻³", "1", "10³", "10⁶"])
    axes.minorticks_off()
    axes.set_xlim(0, 13.5)
    axes.set_xticks(range(0, 11, 2))
    return figure
