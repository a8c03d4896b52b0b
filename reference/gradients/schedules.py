r"""Agendas: a taxa de aprendizagem que muda com o tempo.

Uma agenda (*schedule*) é uma função do número do passo, 0, 1, …, que dá a taxa daquele passo. Longe do mínimo, passos
largos rendem; perto dele, só os curtos assentam. Vale para qualquer otimizador: `SGD(learning_rate=agenda)`. Contada em
épocas, a mesma função serve a quem a consulta uma vez por época.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass


# --8<-- [start:Constant]
@dataclass(frozen=True)
class Constant:
    r"""A mesma taxa do começo ao fim: $\alpha_t = \alpha_0$.

    Args:
        learning_rate: A taxa.

    Examples:
        >>> schedule = Constant(0.1)
        >>> schedule(0), schedule(1000)
        (0.1, 0.1)

    [Notas: Otimizações]
    """

    learning_rate: float

    def __call__(self, step: int) -> float:
        """A taxa do passo `step`."""
        return self.learning_rate
# --8<-- [end:Constant]


# --8<-- [start:StepDecay]
@dataclass(frozen=True)
class StepDecay:
    r"""Em degraus: a taxa se divide por um fator a cada tantas épocas, $\alpha_e = \alpha_0 / f^{\lfloor e/n \rfloor}$.

    Args:
        initial_learning_rate: A taxa do começo, $\alpha_0$.
        decay_epochs: De quantas em quantas épocas, $n$.
        factor: Por quanto se divide, $f$.
        steps_per_epoch: Quantos passos tem uma época; 1, se quem consulta a agenda conta épocas.

    Examples:
        >>> schedule = StepDecay(1.0)
        >>> [schedule(epoch) for epoch in range(7)]
        [1.0, 1.0, 1.0, 0.1, 0.1, 0.1, 0.01]
        >>> StepDecay(1.0, steps_per_epoch=469)(1407)
        0.1

    [Notas: Otimizações]
    """

    initial_learning_rate: float
    decay_epochs: int = 3
    factor: float = 10.0
    steps_per_epoch: int = 1

    def __call__(self, step: int) -> float:
        """A taxa do passo `step`."""
        epoch = step // self.steps_per_epoch
        return self.initial_learning_rate / self.factor ** (epoch // self.decay_epochs)
# --8<-- [end:StepDecay]


@dataclass(frozen=True)
class PiecewiseConstantDecay:
    r"""Em patamares quaisquer: `values[0]` até o passo `boundaries[0]`, inclusive, `values[1]` até o seguinte, etc.

    Args:
        boundaries: O último passo de cada patamar, em ordem crescente.
        values: A taxa de cada patamar, uma a mais que os limites.

    Raises:
        ValueError: Se não houver uma taxa a mais que os limites.

    Examples:
        >>> schedule = PiecewiseConstantDecay([2, 5], [1.0, 0.5, 0.1])
        >>> [schedule(step) for step in range(8)]
        [1.0, 1.0, 1.0, 0.5, 0.5, 0.5, 0.1, 0.1]
    """

    boundaries: Sequence[int]
    values: Sequence[float]

    def __post_init__(self) -> None:
        if len(self.values) != len(self.boundaries) + 1:
            raise ValueError(
                f"PiecewiseConstantDecay: {len(self.boundaries)} limites pedem uma taxa a mais, e há {len(self.values)}"
            )

    def __call__(self, step: int) -> float:
        """A taxa do passo `step`."""
        return self.values[sum(boundary < step for boundary in self.boundaries)]


# --8<-- [start:ExponentialDecay]
@dataclass(frozen=True)
class ExponentialDecay:
    r"""Exponencial: a taxa se multiplica por um fator a cada tantos passos, $\alpha_t = \alpha_0\,r^{t/n}$.

    Args:
        initial_learning_rate: A taxa do começo, $\alpha_0$.
        decay_steps: Em quantos passos a taxa se multiplica por `decay_rate`, $n$.
        decay_rate: Por quanto, $r$.
        staircase: Se o expoente só muda de $n$ em $n$ passos, arredondado para baixo.

    Examples:
        >>> schedule = ExponentialDecay(1.0, decay_steps=10, decay_rate=0.25)
        >>> schedule(0), schedule(5), schedule(10)
        (1.0, 0.5, 0.25)
    """

    initial_learning_rate: float
    decay_steps: int
    decay_rate: float
    staircase: bool = False

    def __call__(self, step: int) -> float:
        """A taxa do passo `step`."""
        periods = step // self.decay_steps if self.staircase else step / self.decay_steps
        return self.initial_learning_rate * self.decay_rate**periods
# --8<-- [end:ExponentialDecay]


# --8<-- [start:InverseTimeDecay]
@dataclass(frozen=True)
class InverseTimeDecay:
    r"""Com o inverso do tempo, 1/t: $\alpha_t = \dfrac{\alpha_0}{1 + r\,t/n}$.

    Args:
        initial_learning_rate: A taxa do começo, $\alpha_0$.
        decay_steps: De quantos passos é a unidade de tempo, $n$.
        decay_rate: Quão depressa ela cai, $r$.
        staircase: Se o tempo só conta unidades inteiras.

    Examples:
        >>> schedule = InverseTimeDecay(1.0, decay_steps=10, decay_rate=1.0)
        >>> schedule(0), schedule(10), schedule(30)
        (1.0, 0.5, 0.25)
    """

    initial_learning_rate: float
    decay_steps: int
    decay_rate: float
    staircase: bool = False

    def __call__(self, step: int) -> float:
        """A taxa do passo `step`."""
        periods = step // self.decay_steps if self.staircase else step / self.decay_steps
        return self.initial_learning_rate / (1 + self.decay_rate * periods)
# --8<-- [end:InverseTimeDecay]


# --8<-- [start:PolynomialDecay]
@dataclass(frozen=True)
class PolynomialDecay:
    r"""De uma taxa a outra por uma reta, ou potência dela: $\alpha_t = (\alpha_0 - \alpha_n)(1 - t/n)^p + \alpha_n$.

    Args:
        initial_learning_rate: A taxa do começo, $\alpha_0$.
        decay_steps: Em quantos passos chega ao fim, $n$; daí em diante, fica lá.
        end_learning_rate: A taxa do fim, $\alpha_n$.
        power: A potência $p$; 1 é a reta.

    Examples:
        >>> schedule = PolynomialDecay(1.0, decay_steps=4, end_learning_rate=0.0)
        >>> [schedule(step) for step in range(6)]
        [1.0, 0.75, 0.5, 0.25, 0.0, 0.0]
    """

    initial_learning_rate: float
    decay_steps: int
    end_learning_rate: float = 0.0001
    power: float = 1.0

    def __call__(self, step: int) -> float:
        """A taxa do passo `step`."""
        left: float = (1 - min(step, self.decay_steps) / self.decay_steps) ** self.power
        return self.end_learning_rate + (self.initial_learning_rate - self.end_learning_rate) * left
# --8<-- [end:PolynomialDecay]


# --8<-- [start:CosineDecay]
@dataclass(frozen=True)
class CosineDecay:
    r"""Meio cosseno: desce devagar, depois depressa, e assenta devagar.

    $$\alpha_t = \alpha_0\left[(1 - a)\,\frac{1 + \cos(\pi t/n)}{2} + a\right]$$

    Args:
        initial_learning_rate: A taxa do começo, $\alpha_0$.
        decay_steps: Em quantos passos chega ao fim, $n$; daí em diante, fica lá.
        alpha: A parte da taxa do começo que sobra no fim, $a$.

    Examples:
        >>> schedule = CosineDecay(1.0, decay_steps=100)
        >>> [f"{schedule(step):.3f}" for step in (0, 25, 50, 75, 100, 200)]
        ['1.000', '0.854', '0.500', '0.146', '0.000', '0.000']
    """

    initial_learning_rate: float
    decay_steps: int
    alpha: float = 0.0

    def __call__(self, step: int) -> float:
        """A taxa do passo `step`."""
        wave = (1 + math.cos(math.pi * min(step, self.decay_steps) / self.decay_steps)) / 2
        return self.initial_learning_rate * ((1 - self.alpha) * wave + self.alpha)
# --8<-- [end:CosineDecay]


# --8<-- [start:WarmUp]
@dataclass(frozen=True)
class WarmUp:
    r"""Aquecimento: sobe em linha reta até a taxa com que outra agenda começa, e daí a segue.

    Args:
        schedule: A agenda que vem depois; o passo 0 dela é o primeiro depois do aquecimento.
        warmup_steps: Quantos passos dura a subida.
        initial_learning_rate: A taxa de que se parte.

    Examples:
        >>> schedule = WarmUp(Constant(0.5), warmup_steps=4)
        >>> [schedule(step) for step in range(6)]
        [0.0, 0.125, 0.25, 0.375, 0.5, 0.5]
    """

    schedule: Callable[[int], float]
    warmup_steps: int
    initial_learning_rate: float = 0.0

    def __call__(self, step: int) -> float:
        """A taxa do passo `step`."""
        if step >= self.warmup_steps:
            return self.schedule(step - self.warmup_steps)
        target = self.schedule(0)
        return self.initial_learning_rate + (target - self.initial_learning_rate) * step / self.warmup_steps
# --8<-- [end:WarmUp]
