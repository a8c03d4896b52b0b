r"""Descida do gradiente estocástica: o gradiente de um punhado de amostras no lugar do de todas.

A regra é a da descida, $w \leftarrow w - \alpha\,g$. O que muda é de onde vem o $g$: de todas as amostras (lote
completo), de um lote delas (minilote) ou de uma só. Sorteado o lote, o gradiente é o certo na média, com ruído.
"""

from typing import Any

from reference.gradients.momentum import classical, nesterov
from reference.gradients.optimizers import Optimizer, Rate, descend


# --8<-- [start:SGD]
class SGD(Optimizer):
    r"""Descida do gradiente, com ou sem momentum: os nomes, os valores de partida e os números do Keras.

    Sem momentum, $w \leftarrow w - \alpha\,g$. Com ele, $v \leftarrow m\,v - \alpha\,g$, e então $w \leftarrow w + v$
    ou, no de Nesterov, $w \leftarrow w + m\,v - \alpha\,g$.

    Args:
        learning_rate: A taxa de aprendizagem $\alpha$: um número ou uma agenda.
        momentum: Quanto da velocidade sobrevive de um passo para o outro, $m$, de 0 a 1.
        nesterov: Se o passo é o de Nesterov.
        weight_decay: Quanto cada parâmetro encolhe por passo, vezes a taxa.

    Raises:
        ValueError: Se `momentum` não estiver entre 0 e 1.

    Examples:
        >>> from reference.gradients.graph import Variable
        >>> w, optimizer = Variable(1.0), SGD(learning_rate=0.25, momentum=0.5)
        >>> for _ in range(3):
        ...     optimizer.apply([2 * w.value], [w])
        ...     print(w.value)
        0.5
        0.0
        -0.25

    [Notas: Otimização de parâmetros; Stochastic Gradient Descent]
    """

    def __init__(
        self,
        learning_rate: Rate = 0.01,
        momentum: float = 0.0,
        nesterov: bool = False,
        weight_decay: float | None = None,
    ) -> None:
        super().__init__(learning_rate, weight_decay)
        if not 0 <= momentum <= 1:
            raise ValueError(f"SGD: o momentum fica entre 0 e 1, e o pedido é {momentum}")
        self.momentum, self.nesterov = momentum, nesterov
        self.slots = ("velocity",) if momentum else ()

    def update(self, w: Any, g: Any, *state: Any) -> tuple[Any, ...]:
        """A regra: sem velocidade, a descida; com ela, o momentum clássico ou o de Nesterov."""
        if not self.momentum:
            return (descend(w, g, self.rate),)
        rule = nesterov if self.nesterov else classical
        return rule(w, g, state[0], self.rate, self.momentum)
# --8<-- [end:SGD]
