r"""Regularização: multas que a rede paga por pesos grandes, para não decorar o que devia aprender.

A multa entra na conta que se minimiza: custo $+\ \lambda \sum w^2$ (L2) ou custo $+\ \lambda \sum |w|$ (L1). Não há
nada mais a fazer: o gradiente do total já puxa cada peso para o zero. O dropout, a outra defesa, é uma camada, e mora
com elas.
"""

import math
from typing import Any

from reference.gradients.functions import abs, square, sum


# --8<-- [start:L1L2]
class L1L2:
    r"""Multa $\lambda_1 \sum_i |w_i| + \lambda_2 \sum_i w_i^2$ sobre os pesos de uma camada.

    O gradiente dela é $\lambda_1 \operatorname{sinal}(w_i) + 2 \lambda_2 w_i$: o primeiro puxa todo peso com a mesma
    força, e leva muitos a zero; o segundo puxa mais quem é maior.

    Args:
        l1: $\lambda_1$, ao menos 0.
        l2: $\lambda_2$, ao menos 0; sem o ½ que alguns livros põem na frente, como no Keras.

    Raises:
        ValueError: Se um dos dois for negativo ou não for um número finito.

    Examples:
        >>> L1L2(l1=0.1, l2=0.01)(array([3.0, -4.0])).round(6)
        np.float64(0.95)

    [Notas: Como evitar o sobreajuste; Regularização L2]
    """

    def __init__(self, l1: float = 0.0, l2: float = 0.0) -> None:
        for name, factor in (("l1", l1), ("l2", l2)):
            if not 0 <= factor < math.inf:
                raise ValueError(f"{type(self).__name__}: {name} é quanto se multa, de zero para cima, e veio {factor}")
        self.l1, self.l2 = float(l1), float(l2)

    def __call__(self, w: Any) -> Any:
        """A multa de um tensor de pesos, ou de uma variável."""
        if not self.l1:
            return sum(square(w)) * self.l2
        first = sum(abs(w)) * self.l1
        return first + sum(square(w)) * self.l2 if self.l2 else first

    def get_config(self) -> dict[str, float]:
        """As opções, em dados simples."""
        return {"l1": self.l1, "l2": self.l2}

    def __repr__(self) -> str:
        return f"L1L2(l1={self.l1}, l2={self.l2})"
# --8<-- [end:L1L2]


class L1(L1L2):
    r"""Multa $\lambda \sum_i |w_i|$: a que zera pesos.

    Examples:
        >>> L1(0.5)(array([3.0, -4.0]))
        np.float64(3.5)
    """

    def __init__(self, l1: float = 0.01) -> None:
        super().__init__(l1=l1)


class L2(L1L2):
    r"""Multa $\lambda \sum_i w_i^2$: a que encolhe pesos.

    Examples:
        >>> L2(0.01)(array([3.0, -4.0]))
        np.float64(0.25)
    """

    def __init__(self, l2: float = 0.01) -> None:
        super().__init__(l2=l2)


def get(regularizer: Any) -> Any:
    """Regularizador pelo nome (`"l1"`, `"l2"`, `"l1_l2"`) ou pelas opções que `get_config` deu; função é ela mesma.

    Raises:
        ValueError: Se não houver regularizador com esse nome.

    Examples:
        >>> get("l2"), get({"l1": 0.5, "l2": 0.0}), get(None)
        (L1L2(l1=0.0, l2=0.01), L1L2(l1=0.5, l2=0.0), None)
    """
    if regularizer is None or callable(regularizer):
        return regularizer
    if isinstance(regularizer, dict):
        return L1L2(**regularizer)
    known = {"l1": L1(), "l2": L2(), "l1_l2": L1L2(0.01, 0.01)}
    if regularizer not in known:
        raise ValueError(f"regularizer: não há regularizador {regularizer!r}; há {', '.join(known)}")
    return known[regularizer]


def described(regularizer: Any) -> Any:
    """Um regularizador em dados simples, que `get` sabe reler; uma função alheia é ela mesma, e não cabe num arquivo.

    Examples:
        >>> described(L2(0.01)), described(None)
        ({'l1': 0.0, 'l2': 0.01}, None)
    """
    return regularizer.get_config() if hasattr(regularizer, "get_config") else regularizer
