r"""Derivada: quanto a saída muda por unidade que a entrada muda, medido com duas contas e uma divisão.

Perto de um ponto, uma curva lisa se confunde com uma reta: $f(x + \varepsilon) \approx f(x) + a\,\varepsilon$. O
número $a$ é a derivada. Aqui ela se mede, sem saber nada de `f` além de como calculá-la.
"""

import math
from collections.abc import Callable
from typing import Any

from reference.operations.namespaces import array_namespace


# --8<-- [start:machine_epsilon]
def machine_epsilon(x: Any = 1.0) -> float:
    r"""Épsilon da máquina: o menor $2^{-k}$ que, somado a 1, ainda dá mais que 1.

    Args:
        x: Um valor do tipo que se quer medir: número, ou tensor de qualquer forma.

    Examples:
        >>> machine_epsilon() == 2.0**-52
        True
        >>> machine_epsilon(array([3.0, 4.0], dtype=float32)) == 2.0**-23
        True
    """
    one = array_namespace(x).ones((), dtype=x.dtype) if hasattr(x, "dtype") else 1.0
    epsilon = 1.0
    while one + one * (epsilon / 2) != one:
        epsilon = epsilon / 2
    return epsilon
# --8<-- [end:machine_epsilon]


# --8<-- [start:suitable_step]
def relative_step(x: Any, power: float = 1 / 3) -> float:
    r"""O passo relativo que perde menos algarismos: $\epsilon^{1/3}$, na potência de dois mais próxima.

    Um passo grande erra porque a curva não é reta; um pequeno, porque a subtração apaga os algarismos que mudaram. Na
    diferença central os dois erros se igualam na raiz cúbica do épsilon da máquina; na de um lado só, na quadrada.

    Args:
        x: Um valor do tipo em que se faz a conta: número ou tensor.
        power: O expoente do épsilon: 1/3 para a diferença central, 1/2 para a de um lado.

    Examples:
        >>> relative_step(1.0) == 2.0**-17
        True
        >>> relative_step(array([1.0, 2.0], dtype=float32)) == 2.0**-8
        True
    """
    return float(2.0 ** round(math.log2(machine_epsilon(x)) * power))


def suitable_step(x: Any, power: float = 1 / 3) -> float:
    r"""O passo para derivar em `x`: o relativo vezes $\max(1, |x|)$.

    Args:
        x: Onde se deriva: um número, ou um tensor de ordem 0.
        power: O expoente do épsilon, como em `relative_step`.

    Examples:
        >>> f"{suitable_step(1.0):.1e}", f"{suitable_step(1000.0):.1e}"
        ('7.6e-06', '7.6e-03')
    """
    return relative_step(x, power) * max(1.0, abs(float(x)))
# --8<-- [end:suitable_step]


# --8<-- [start:derivative]
def derivative(f: Callable[[Any], Any], x: Any, step: Any = None) -> Any:
    r"""Derivada por diferença central: $f'(x) \approx \dfrac{f(x + h) - f(x - h)}{2h}$.

    O divisor é a distância entre os dois pontos que a máquina de fato usou, e não $2h$: $x + h$ também se arredonda.

    Args:
        f: Função de um número.
        x: Onde: número de qualquer tipo, ou tensor de ordem 0.
        step: O passo $h$, positivo; sem ele, `suitable_step(x)`.

    Returns:
        A inclinação de `f` em `x`. Em float64, costuma acertar dez algarismos; em float32, quatro.

    Raises:
        ValueError: Se o passo não for positivo, ou for tão pequeno que somado a `x` não o mude.

    Examples:
        >>> f"{derivative(lambda x: x**2, 3.0):.9f}"
        '6.000000000'

    [Notas: O que é uma Derivada?]
    """
    above, below = neighbours("derivative", x, suitable_step(x) if step is None else step)
    return (f(above) - f(below)) / (above - below)
# --8<-- [end:derivative]


# --8<-- [start:one_sided]
def one_sided(f: Callable[[Any], Any], x: Any, side: int = 1, step: Any = None) -> Any:
    r"""Derivada por um lado só: $f'(x) \approx \dfrac{f(x + h) - f(x)}{h}$, com $h$ negativo para olhar à esquerda.

    Num ponto liso dá o mesmo que `derivative`, com metade dos algarismos. Num bico, mostra que os lados discordam.

    Args:
        f: Função de um número.
        x: Onde: número, ou tensor de ordem 0.
        side: 1, a inclinação à direita; −1, à esquerda.
        step: O passo $h$, positivo; sem ele, `suitable_step(x, 1 / 2)`.

    Raises:
        ValueError: Se o passo não for positivo ou não mudar `x`, ou se `side` não for 1 nem −1.

    Examples:
        >>> peak = lambda x: x if x > 0 else -x
        >>> one_sided(peak, 0.0), one_sided(peak, 0.0, side=-1)
        (1.0, -1.0)
    """
    if side not in (1, -1):
        raise ValueError(f"one_sided: o lado é 1 (à direita) ou -1 (à esquerda), e não {side!r}")
    above, below = neighbours("one_sided", x, suitable_step(x, 1 / 2) if step is None else step)
    moved = above if side == 1 else below
    return (f(moved) - f(x)) / (moved - x)
# --8<-- [end:one_sided]


def neighbours(operation: str, x: Any, step: Any) -> tuple[Any, Any]:
    """Os dois vizinhos de `x`, acima e abaixo, se o passo serve.

    Examples:
        >>> neighbours("derivative", 1.0, 0.5)
        (1.5, 0.5)
    """
    if not step > 0:
        raise ValueError(f"{operation}: o passo precisa ser positivo, e é {step}")
    above, below = x + step, x - step
    if above == x or below == x:
        raise ValueError(f"{operation}: o passo {step} é tão pequeno que {x} mais ele ainda é {x}")
    return above, below
