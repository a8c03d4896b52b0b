r"""Otimizadores: o que se faz com um gradiente depois de calculá-lo.

A retropropagação diz para que lado a perda cresce; quem decide o tamanho e o jeito do passo é o otimizador. Cada um é
uma regra curta, `update`, para um parâmetro só. O que é igual em todos está aqui, uma vez: percorrer os parâmetros,
guardar o que a regra precisa lembrar de um passo para o outro, contar os passos, consultar a taxa de aprendizagem.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from reference.gradients.graph import Variable
from reference.operations.namespaces import array_namespace, moved, settled
from reference.operations.one_pass import one_pass

Rate = float | Callable[[int], float]
"""Taxa de aprendizagem: um número ou uma agenda, que do número do passo (0, 1, …) dá um número."""


# --8<-- [start:descend]
@one_pass
def descend(elements: Any, rate: Any) -> list[Any]:
    r"""Um passo contra o gradiente: $w - \alpha\,g$.

    Examples:
        >>> descend(5.0, 10.0, 0.25)
        2.5

    [Notas: Otimização de parâmetros; Stochastic Gradient Descent]
    """
    return [w - rate * g for w, g in elements]
# --8<-- [end:descend]


# --8<-- [start:Optimizer]
class Optimizer:
    r"""O que todos os otimizadores têm em comum: `apply`, a taxa de agora e o que se guarda entre um passo e outro.

    Quem cria um otimizador escreve `update`, e diz em `slots` o nome de cada coisa que a regra guarda por parâmetro.

    Args:
        learning_rate: A taxa de aprendizagem $\alpha$: um número ou uma agenda.
        weight_decay: Quanto cada parâmetro encolhe por passo, vezes a taxa: $w \leftarrow w - \alpha\,\lambda\,w$,
            antes da regra e fora do gradiente, como no Keras; `None` não encolhe.

    Attributes:
        iterations: Quantos passos já foram dados.

    Examples:
        >>> class Sign(Optimizer):
        ...     def update(self, w, g):
        ...         return (w - self.rate * ((g > 0) - (g < 0)),)
        >>> w = Variable(5.0)
        >>> Sign(0.5).apply([123.0], [w])
        >>> w.value
        4.5
    """

    slots: tuple[str, ...] = ()

    def __init__(self, learning_rate: Rate, weight_decay: float | None = None) -> None:
        self.learning_rate, self.weight_decay = learning_rate, weight_decay
        self.iterations = 0
        self.memory: list[tuple[Any, ...]] = []

    @property
    def rate(self) -> float:
        """A taxa de aprendizagem deste passo."""
        return self.learning_rate(self.iterations) if callable(self.learning_rate) else self.learning_rate

    def start(self, w: Any) -> tuple[Any, ...]:
        """O que se guarda de um parâmetro antes do primeiro passo: zeros da forma dele, um por nome de `slots`."""
        return tuple(array_namespace(w).zeros_like(w) for _ in self.slots)

    def update(self, w: Any, g: Any, *state: Any) -> tuple[Any, ...]:
        """A regra, para um parâmetro: do valor, do gradiente e do que se guardou, o valor novo e o que guardar."""
        raise TypeError(f"{type(self).__name__}: este otimizador não diz a sua regra (update)")

    def apply(self, gradients: Sequence[Any], variables: Sequence[Variable]) -> None:
        """Dá um passo: cada variável recebe um valor **novo**; os tensores de antes ficam como estavam.

        Args:
            gradients: Um gradiente por variável, da forma dela.
            variables: As variáveis, sempre as mesmas e na mesma ordem de uma chamada para a outra.

        Raises:
            ValueError: Se não houver um gradiente por variável, da forma dela, ou se a quantidade de variáveis mudar.
        """
        check(gradients, variables)
        memory = self.memory or [self.start(variable.value) for variable in variables]
        if len(memory) != len(variables):
            raise ValueError(f"apply: este otimizador acompanha {len(memory)} variáveis, e recebeu {len(variables)}")
        updated = []
        for variable, g, state in zip(variables, gradients, memory):
            w = variable.value
            if self.weight_decay:
                w = descend(w, w, self.rate * self.weight_decay)
            updated.append(self.update(w, g, *beside(w, state)))
        updated = settled(updated)
        for variable, (w, *_) in zip(variables, updated):
            variable.value = w
        self.memory = [tuple(state) for _, *state in updated]
        self.iterations += 1
    # --8<-- [end:Optimizer]

    # --8<-- [start:state]
    @property
    def state(self) -> dict[str, list[Any]]:
        """Tudo o que o otimizador lembra, em dados simples: o número de passos e, por nome, um valor por variável.

        Atribuído a outro otimizador do mesmo tipo, ele continua de onde este parou, até o último bit.
        """
        saved = {name: [state[i] for state in self.memory] for i, name in enumerate(self.slots)}
        return {"iterations": [self.iterations], **saved}

    @state.setter
    def state(self, saved: Mapping[str, Sequence[Any]]) -> None:
        wanted = ("iterations", *self.slots)
        if sorted(saved) != sorted(wanted) or len({len(saved[name]) for name in self.slots}) > 1:
            raise ValueError(
                f"state: {type(self).__name__} guarda {', '.join(wanted)}, uma lista de cada, com um valor por "
                f"variável; recebeu {', '.join(f'{name} ({len(values)})' for name, values in saved.items())}"
            )
        self.memory = list(zip(*(saved[name] for name in self.slots)))
        self.iterations = int(saved["iterations"][0])
    # --8<-- [end:state]


def beside(w: Any, state: tuple[Any, ...]) -> tuple[Any, ...]:
    """O que se guarda de um parâmetro, onde ele está agora: quem muda de biblioteca no meio do treino leva a memória.

    Examples:
        >>> beside(array([1.0]), (array([0.5], dtype="float32"),))
        (array([0.5]),)
    """
    return tuple(moved(x, w) for x in state) if hasattr(w, "shape") else state


def check(gradients: Sequence[Any], variables: Sequence[Variable]) -> None:
    """Confere se há um gradiente por variável, da forma dela.

    Raises:
        ValueError: Se não houver.

    Examples:
        >>> check([array([1.0, 2.0])], [Variable(array([3.0, 4.0]))])
    """
    if len(gradients) != len(variables):
        raise ValueError(f"apply: um gradiente por variável; há {len(gradients)} para {len(variables)} variáveis")
    for i, (g, variable) in enumerate(zip(gradients, variables)):
        name = variable.name or f"de número {i}"
        if g is None:
            raise ValueError(f"apply: falta o gradiente da variável {name}")
        shape = tuple(getattr(g, "shape", ()))
        if shape != variable.shape:
            raise ValueError(f"apply: a variável {name} tem forma {variable.shape} e o gradiente dela, {shape}")
