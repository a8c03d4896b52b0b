r"""Momentum: a velocidade que se lembra dos gradientes anteriores.

No lugar de andar contra o gradiente de agora, anda-se na direção de uma velocidade $v$, que perde um pouco a cada passo
e recebe o empurrão do gradiente. O que insiste se soma, o que oscila se cancela.
"""

from typing import Any

from reference.operations.one_pass import one_pass


# --8<-- [start:push]
@one_pass
def push(elements: Any, rate: Any, momentum: Any) -> list[Any]:
    r"""A velocidade depois do empurrão do gradiente: $m\,v - \alpha\,g$.

    Args:
        elements: Pares $(v, g)$, que se formam da velocidade e do gradiente no ponto de agora: números ou tensores.
        rate: A taxa de aprendizagem $\alpha$, positiva.
        momentum: Quanto da velocidade sobrevive, $m$, de 0 a 1.

    Examples:
        >>> push(-0.5, 2.0, 0.25, 0.5)
        -0.75

    [Notas: Stochastic Gradient Descent (momentum, com o sinal corrigido)]
    """
    return [momentum * v - rate * g for v, g in elements]
# --8<-- [end:push]


# --8<-- [start:classical]
def classical(w: Any, g: Any, v: Any, rate: Any, momentum: Any) -> tuple[Any, Any]:
    r"""Momentum clássico: $v \leftarrow m\,v - \alpha\,g$ e $w \leftarrow w + v$.

    Args:
        w: O parâmetro.
        g: O gradiente em `w`.
        v: A velocidade; no primeiro passo, zero.
        rate: A taxa de aprendizagem $\alpha$.
        momentum: Quanto da velocidade sobrevive, $m$.

    Returns:
        O parâmetro e a velocidade, novos.

    Examples:
        >>> classical(1.0, 2.0, -0.5, 0.25, 0.5)
        (0.25, -0.75)
    """
    v = push(v, g, rate, momentum)
    return w + v, v
# --8<-- [end:classical]


# --8<-- [start:nesterov]
def nesterov(w: Any, g: Any, v: Any, rate: Any, momentum: Any) -> tuple[Any, Any]:
    r"""Momentum de Nesterov: a mesma velocidade, e um passo que já conta com a próxima: $w + m\,v - \alpha\,g$.

    Args:
        w: O parâmetro, no ponto adiantado.
        g: O gradiente em `w`.
        v: A velocidade; no primeiro passo, zero.
        rate: A taxa de aprendizagem $\alpha$.
        momentum: Quanto da velocidade sobrevive, $m$.

    Returns:
        O parâmetro e a velocidade, novos.

    Examples:
        >>> nesterov(1.0, 2.0, -0.5, 0.25, 0.5)
        (0.125, -0.75)

    [Notas: Stochastic Gradient Descent (momentum, com o sinal corrigido)]
    """
    v = push(v, g, rate, momentum)
    return w + push(v, g, rate, momentum), v
# --8<-- [end:nesterov]
