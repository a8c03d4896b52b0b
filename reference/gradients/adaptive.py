r"""Otimizadores adaptativos: cada parâmetro com o seu próprio tamanho de passo.

Quem tem recebido gradientes grandes anda com cuidado, quem os recebe pequenos ou raros anda mais. Para isso guarda-se,
por parâmetro, uma soma ou uma média dos gradientes **ao quadrado**, e divide-se o passo pela raiz dela.
"""

from typing import Any

from reference.gradients.optimizers import Optimizer, Rate
from reference.operations.namespaces import array_namespace
from reference.operations.one_pass import one_pass


# --8<-- [start:averages]
@one_pass
def moving_average(elements: Any, part: Any) -> list[Any]:
    r"""Média móvel: anda uma parte do caminho até o valor novo, $\bar x + (x - \bar x)\,p$.

    Examples:
        >>> moving_average(2.0, 10.0, 0.25)
        4.0
    """
    return [average + (x - average) * part for average, x in elements]


@one_pass
def moving_square(elements: Any, part: Any) -> list[Any]:
    r"""Média móvel dos quadrados: $\bar s + (x^2 - \bar s)\,p$.

    Examples:
        >>> moving_square(4.0, 10.0, 0.25)
        28.0
    """
    return [average + (x * x - average) * part for average, x in elements]
# --8<-- [end:averages]


# --8<-- [start:Adagrad]
@one_pass
def total_square(elements: Any) -> list[Any]:
    r"""Soma dos quadrados: $s + g^2$.

    Examples:
        >>> total_square(1.0, 3.0)
        10.0
    """
    return [total + g * g for total, g in elements]


@one_pass
def scaled_step(elements: Any, rate: Any, epsilon: Any) -> list[Any]:
    r"""Um passo contra o gradiente, dividido pelo tamanho costumeiro dele: $w - \alpha\,g / \sqrt{s + \varepsilon}$.

    Examples:
        >>> scaled_step(1.0, 6.0, 9.0, 0.25, 0.0)
        0.5
    """
    return [w - rate * g / (square + epsilon) ** 0.5 for w, g, square in elements]


class Adagrad(Optimizer):
    r"""Adagrad: $s \leftarrow s + g^2$ e $w \leftarrow w - \alpha\,g / \sqrt{s + \varepsilon}$.

    Os números são os do Keras: a soma começa em 0,1 e o $\varepsilon$ fica dentro da raiz. (No PyTorch, a soma começa
    em 0 e o $\varepsilon$, de $10^{-10}$, fica fora.)

    Args:
        learning_rate: A taxa de aprendizagem $\alpha$: um número ou uma agenda.
        initial_accumulator_value: De quanto a soma dos quadrados começa.
        epsilon: $\varepsilon$, para não dividir por zero.
        weight_decay: Quanto cada parâmetro encolhe por passo, vezes a taxa.

    Examples:
        >>> from reference.gradients.graph import Variable
        >>> w = Variable(array([1.0, 1.0]))
        >>> Adagrad(0.5, initial_accumulator_value=0.0).apply([array([100.0, 0.01])], [w])
        >>> w.value.round(2)
        array([0.5, 0.5])

    [Notas: Otimizações; Adagrad]
    """

    slots = ("accumulator",)

    def __init__(
        self,
        learning_rate: Rate = 0.001,
        initial_accumulator_value: float = 0.1,
        epsilon: float = 1e-7,
        weight_decay: float | None = None,
    ) -> None:
        super().__init__(learning_rate, weight_decay)
        self.initial_accumulator_value, self.epsilon = initial_accumulator_value, epsilon

    def start(self, w: Any) -> tuple[Any, ...]:
        """A soma de partida, da forma do parâmetro."""
        return (array_namespace(w).zeros_like(w) + self.initial_accumulator_value,)

    def update(self, w: Any, g: Any, *state: Any) -> tuple[Any, ...]:
        """A regra: soma o quadrado, e divide o passo pela raiz da soma."""
        square = total_square(*state, g)
        return scaled_step(w, g, square, self.rate, self.epsilon), square
# --8<-- [end:Adagrad]


# --8<-- [start:RMSprop]
class RMSprop(Optimizer):
    r"""RMSprop: $s \leftarrow \rho\,s + (1 - \rho)\,g^2$ e $w \leftarrow w - \alpha\,g / \sqrt{s + \varepsilon}$.

    Os números são os do Keras, com o $\varepsilon$ dentro da raiz. (No PyTorch, fica fora, e o $\rho$ é 0,99.)

    Args:
        learning_rate: A taxa de aprendizagem $\alpha$: um número ou uma agenda.
        rho: Quanto da média anterior sobrevive, $\rho$.
        epsilon: $\varepsilon$, para não dividir por zero.
        weight_decay: Quanto cada parâmetro encolhe por passo, vezes a taxa.

    Examples:
        >>> from reference.gradients.graph import Variable
        >>> w = Variable(array([1.0, 1.0]))
        >>> RMSprop(0.25, rho=0.75).apply([array([100.0, 0.01])], [w])
        >>> w.value.round(2)
        array([0.5, 0.5])

    [Notas: Otimizações; RMSProp]
    """

    slots = ("velocity",)

    def __init__(
        self,
        learning_rate: Rate = 0.001,
        rho: float = 0.9,
        *,
        epsilon: float = 1e-7,
        weight_decay: float | None = None,
    ) -> None:
        super().__init__(learning_rate, weight_decay)
        self.rho, self.epsilon = rho, epsilon

    def update(self, w: Any, g: Any, *state: Any) -> tuple[Any, ...]:
        """A regra: a média dos quadrados anda um pouco, e o passo é dividido pela raiz dela."""
        square = moving_square(*state, g, 1 - self.rho)
        return scaled_step(w, g, square, self.rate, self.epsilon), square
# --8<-- [end:RMSprop]


# --8<-- [start:Adam]
@one_pass
def adam_step(elements: Any, rate: Any, epsilon: Any) -> list[Any]:
    r"""Um passo contra o gradiente médio, dividido pelo tamanho costumeiro: $w - \alpha\,m / (\sqrt{s} + \varepsilon)$.

    Examples:
        >>> adam_step(1.0, 6.0, 9.0, 0.25, 0.0)
        0.5
    """
    return [w - rate * mean / (square**0.5 + epsilon) for w, mean, square in elements]


class Adam(Optimizer):
    r"""Adam: a média dos gradientes dividida pela raiz da média dos quadrados deles, ambas corrigidas no começo.

    No passo $t = 1, 2, \dots$

    $$m \leftarrow m + (g - m)(1 - \beta_1) \qquad s \leftarrow s + (g^2 - s)(1 - \beta_2)$$

    $$w \leftarrow w - \alpha\,\frac{\sqrt{1 - \beta_2^t}}{1 - \beta_1^t}\,\frac{m}{\sqrt{s} + \varepsilon}$$

    Os números são os do Keras. A correção do começo vai na taxa, e por isso o $\varepsilon$ de $10^{-7}$ se soma à raiz
    não corrigida. (No PyTorch, $10^{-8}$ se soma à corrigida.)

    Args:
        learning_rate: A taxa de aprendizagem $\alpha$: um número ou uma agenda.
        beta_1: Quanto da média dos gradientes sobrevive, $\beta_1$.
        beta_2: Quanto da média dos quadrados sobrevive, $\beta_2$.
        epsilon: $\varepsilon$, para não dividir por zero.
        weight_decay: Quanto cada parâmetro encolhe por passo, vezes a taxa.

    Examples:
        >>> from reference.gradients.graph import Variable
        >>> w = Variable(array([1.0, 1.0]))
        >>> Adam(0.25).apply([array([100.0, -0.01])], [w])
        >>> w.value.round(2)
        array([0.75, 1.25])

    [Notas: Otimizações; Adam]
    """

    slots = ("momentum", "velocity")

    def __init__(
        self,
        learning_rate: Rate = 0.001,
        beta_1: float = 0.9,
        beta_2: float = 0.999,
        epsilon: float = 1e-7,
        *,
        weight_decay: float | None = None,
    ) -> None:
        super().__init__(learning_rate, weight_decay)
        self.beta_1, self.beta_2, self.epsilon = beta_1, beta_2, epsilon

    def update(self, w: Any, g: Any, *state: Any) -> tuple[Any, ...]:
        """A regra: andam as duas médias, e o passo é uma dividida pela raiz da outra."""
        mean, square = state
        mean = moving_average(mean, g, 1 - self.beta_1)
        square = moving_square(square, g, 1 - self.beta_2)
        t = self.iterations + 1
        rate = self.rate * (1 - self.beta_2**t) ** 0.5 / (1 - self.beta_1**t)
        return adam_step(w, mean, square, rate, self.epsilon), mean, square
# --8<-- [end:Adam]


# --8<-- [start:AdamW]
class AdamW(Adam):
    r"""Adam em que os parâmetros encolhem a cada passo, $w \leftarrow w - \alpha\,\lambda\,w$, fora do gradiente.

    Args:
        learning_rate: A taxa de aprendizagem $\alpha$: um número ou uma agenda.
        weight_decay: Quanto cada parâmetro encolhe por passo, vezes a taxa, $\lambda$.
        beta_1: Quanto da média dos gradientes sobrevive.
        beta_2: Quanto da média dos quadrados sobrevive.
        epsilon: Para não dividir por zero.

    Examples:
        >>> from reference.gradients.graph import Variable
        >>> w = Variable(8.0)
        >>> AdamW(0.5, weight_decay=0.25).apply([0.0], [w])
        >>> w.value
        7.0
    """

    def __init__(
        self,
        learning_rate: Rate = 0.001,
        weight_decay: float = 0.004,
        beta_1: float = 0.9,
        beta_2: float = 0.999,
        epsilon: float = 1e-7,
    ) -> None:
        super().__init__(learning_rate, beta_1, beta_2, epsilon, weight_decay=weight_decay)
# --8<-- [end:AdamW]


# --8<-- [start:SparseAdam]
class SparseAdam(Adam):
    r"""Adam que só toca as linhas que receberam gradiente: as outras, e as médias delas, ficam como estão.

    Serve às tabelas de que cada lote usa poucas linhas, como a de uma camada `Embedding`. O Adam comum continua a mover
    uma linha depois que ela deixa de aparecer, porque a média dos gradientes dela ainda não é zero. A regra e a conta
    dos passos são as de `Adam`, como no `SparseAdam` do PyTorch (lá com $\varepsilon = 10^{-8}$).

    Args:
        learning_rate: A taxa de aprendizagem $\alpha$: um número ou uma agenda.
        beta_1: Quanto da média dos gradientes sobrevive.
        beta_2: Quanto da média dos quadrados sobrevive.
        epsilon: Para não dividir por zero.

    Examples:
        >>> from reference.gradients.graph import Variable
        >>> table = Variable(array([[1.0, 1.0], [2.0, 2.0], [3.0, 3.0]]))
        >>> SparseAdam(0.25).apply([array([[0.0, 0.0], [0.5, -0.5], [0.0, 0.0]])], [table])
        >>> table.value.round(2)
        array([[1.  , 1.  ],
               [1.75, 2.25],
               [3.  , 3.  ]])

    [Notas: Otimizações; SparseAdam]
    """

    def __init__(
        self, learning_rate: Rate = 0.001, beta_1: float = 0.9, beta_2: float = 0.999, epsilon: float = 1e-7
    ) -> None:
        super().__init__(learning_rate, beta_1, beta_2, epsilon)

    def update(self, w: Any, g: Any, *state: Any) -> tuple[Any, ...]:
        """A regra de `Adam`, nas linhas em que algum elemento do gradiente não é zero."""
        if not getattr(w, "shape", ()):
            return super().update(w, g, *state)
        xp, before = array_namespace(w), (w, *state)
        rows = xp.any(xp.reshape(g != 0, (g.shape[0], -1)), axis=1)
        touched = xp.reshape(rows, (g.shape[0], *(1,) * (g.ndim - 1)))
        return tuple(xp.where(touched, new, old) for new, old in zip(super().update(w, g, *state), before))
# --8<-- [end:SparseAdam]
