"""O que vale para todo otimizador: nada muda no lugar, o estado se guarda e se devolve, o erro não deixa meio passo."""

from fractions import Fraction
from typing import Any

import numpy
import pytest

import reference as np
from reference.gradients.adaptive import Adagrad, Adam, AdamW, RMSprop, SparseAdam
from reference.gradients.graph import Variable, gradients
from reference.gradients.optimizers import Optimizer, descend
from reference.gradients.sgd import SGD
from tests.gradients.peers import LIBRARIES, START, apart, listed, slope, trained

EVERY = {
    "sgd": lambda rate: SGD(rate),
    "momentum": lambda rate: SGD(rate, momentum=0.5),
    "nesterov": lambda rate: SGD(rate, momentum=0.5, nesterov=True, weight_decay=0.01),
    "adagrad": lambda rate: Adagrad(rate),
    "rmsprop": lambda rate: RMSprop(rate),
    "adam": lambda rate: Adam(rate),
    "adamw": lambda rate: AdamW(rate),
    "sparse": lambda rate: SparseAdam(rate),
}
every = pytest.mark.parametrize("make", EVERY.values(), ids=EVERY)


def flat(x: Any) -> list[float]:
    return [y for part in x for y in flat(part)] if isinstance(x, list) else [x]


@every
@pytest.mark.parametrize("build", LIBRARIES.values(), ids=LIBRARIES)
def test_every_library_gives_the_same_numbers(make: Any, build: Any) -> None:
    assert apart(trained(make(0.02), build, steps=20), trained(make(0.02), steps=20)) < 1e-12


@every
def test_python_numbers_too(make: Any) -> None:
    alone = trained(make(0.02), float, flat(START[1]), lambda step, w: slope(step, [w])[0], steps=20)
    together = trained(make(0.02), np.array, [[x] for x in flat(START[1])], steps=20)
    assert apart(flat(alone), flat(together)) < 1e-12


@every
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_the_type_of_the_values_stays(make: Any, dtype: str) -> None:
    for xp in (np, numpy):
        w, optimizer = Variable(xp.asarray([1.0, 2.0], dtype=dtype)), make(0.1)
        for _ in range(3):
            optimizer.apply([xp.asarray([0.5, -0.5], dtype=dtype)], [w])
        kept = [w.value, *(x for name in optimizer.slots for x in optimizer.state[name])]
        assert {str(x.dtype) for x in kept} == {dtype}


@every
@pytest.mark.parametrize("build", LIBRARIES.values(), ids=LIBRARIES)
def test_no_array_of_the_caller_changes(make: Any, build: Any) -> None:
    optimizer, w, g = make(0.1), build([[1.0, 2.0]]), build([[0.5, 0.0]])
    variable = Variable(w)
    optimizer.apply([g], [variable])
    saved, middle = optimizer.state, variable.value
    seen = [listed(x) for name in optimizer.slots for x in saved[name]], listed(middle)
    optimizer.apply([g], [variable])
    assert listed(w) == [[1.0, 2.0]] and listed(g) == [[0.5, 0.0]]
    assert seen == ([listed(x) for name in optimizer.slots for x in saved[name]], listed(middle))
    assert variable.value is not w and listed(variable.value) != listed(middle) != listed(w)


@every
def test_the_state_put_back_resumes_to_the_same_bits(make: Any) -> None:
    def schedule(step: int) -> float:
        return 0.1 / (1 + step)

    def steps(optimizer: Optimizer, variables: list[Variable], which: range) -> list[Any]:
        for step in which:
            optimizer.apply([np.array(slope(step, v.value.tolist())) for v in variables], variables)
        return [v.value.tolist() for v in variables]

    whole = steps(make(schedule), [Variable(np.array(x)) for x in START], range(20))
    first, variables = make(schedule), [Variable(np.array(x)) for x in START]
    half = steps(first, variables, range(8))
    second = make(schedule)
    second.state = first.state
    steps(first, variables, range(3))
    assert second.iterations == 8 and sorted(second.state) == sorted(["iterations", *second.slots])
    assert steps(second, [Variable(np.array(x)) for x in half], range(8, 20)) == whole


def test_a_state_before_the_first_step_is_empty() -> None:
    assert Adam().state == {"iterations": [0], "momentum": [], "velocity": []}
    assert SGD().state == {"iterations": [0]}
    optimizer = Adam(0.5)
    optimizer.state = Adam().state
    w = Variable(1.0)
    optimizer.apply([1.0], [w])
    assert abs(w.value - 0.5) < 1e-5


def test_the_state_of_another_optimizer_is_refused_and_nothing_is_lost() -> None:
    optimizer, w = Adam(), Variable(1.0)
    optimizer.apply([1.0], [w])
    before = optimizer.state
    for foreign in (SGD(momentum=0.5).state, {"iterations": [3], "momentum": [1.0], "velocity": []}, {}):
        with pytest.raises(ValueError, match="state: Adam guarda iterations, momentum, velocity"):
            optimizer.state = foreign
    assert optimizer.state == before


def test_a_schedule_is_asked_once_a_step_with_its_number() -> None:
    w, optimizer = Variable(10.0), SGD(lambda step: 10.0**-step)
    seen = []
    for _ in range(4):
        optimizer.apply([1.0], [w])
        seen.append(round(w.value, 6))
    assert seen == [9.0, 8.9, 8.89, 8.889] and optimizer.iterations == 4
    optimizer.learning_rate = 0.5
    optimizer.apply([1.0], [w])
    assert w.value == pytest.approx(8.389)


def test_weight_decay_shrinks_outside_the_gradient() -> None:
    w = Variable(8.0)
    SGD(0.5, weight_decay=0.25).apply([2.0], [w])
    assert w.value == 8.0 - 0.5 * 0.25 * 8.0 - 0.5 * 2.0
    w = Variable(8.0)
    Adam(0.5, weight_decay=0.25).apply([0.0], [w])
    assert w.value == 7.0


def test_a_fraction_stays_exact() -> None:
    w = Variable(Fraction(1, 3))
    SGD(Fraction(1, 2), momentum=Fraction(1, 7)).apply([Fraction(2, 5)], [w])
    assert w.value == Fraction(1, 3) - Fraction(1, 5)
    assert descend(np.array([Fraction(1, 3)]), np.array([Fraction(1, 3)]), Fraction(1, 3)).tolist() == [Fraction(2, 9)]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ([1.0], "um gradiente por variável; há 1 para 2 variáveis"),
        ([1.0, np.array([1.0])], r"a variável b tem forma \(2,\) e o gradiente dela, \(1,\)"),
        ([1.0, 1.0], r"a variável b tem forma \(2,\) e o gradiente dela, \(\)"),
        ([None, np.array([1.0, 1.0])], "falta o gradiente da variável de número 0"),
    ],
)
def test_bad_gradients_change_nothing(given: list[Any], message: str) -> None:
    optimizer, a, b = Adam(), Variable(1.0), Variable(np.array([1.0, 2.0]), name="b")
    with pytest.raises(ValueError, match=message):
        optimizer.apply(given, [a, b])
    assert a.value == 1.0 and b.value.tolist() == [1.0, 2.0] and optimizer.iterations == 0 and not optimizer.memory


def test_other_variables_are_refused() -> None:
    optimizer, a, b = Adam(), Variable(1.0), Variable(2.0)
    optimizer.apply([1.0, 1.0], [a, b])
    with pytest.raises(ValueError, match="acompanha 2 variáveis, e recebeu 1"):
        optimizer.apply([1.0], [a])
    assert optimizer.iterations == 1


def test_a_rule_that_fails_in_the_middle_gives_no_half_step() -> None:
    class Picky(Optimizer):
        def update(self, w: Any, g: Any, *state: Any) -> tuple[Any, ...]:
            return (w - 1 / g,)

    a, b, optimizer = Variable(1.0), Variable(2.0), Picky(0.1)
    with pytest.raises(ZeroDivisionError):
        optimizer.apply([1.0, 0.0], [a, b])
    assert (a.value, b.value, optimizer.iterations) == (1.0, 2.0, 0)


def test_the_base_class_has_no_rule() -> None:
    with pytest.raises(TypeError, match=r"Optimizer: este otimizador não diz a sua regra \(update\)"):
        Optimizer(0.1).apply([1.0], [Variable(1.0)])


@every
def test_with_the_gradients_of_the_graph_the_loss_falls(make: Any) -> None:
    x, y = Variable(-5.0), Variable(1.0)
    optimizer = make(0.03)

    def loss() -> Any:
        return (x * x + 25 * y * y) / 2

    before = loss().value
    for _ in range(50):
        optimizer.apply(gradients(loss(), [x, y]), [x, y])
    assert loss().value < before


@every
def test_pytorch_tensors_too(make: Any) -> None:
    torch = pytest.importorskip("torch")
    pytest.importorskip("array_api_compat")
    ours = trained(make(0.02), lambda x: torch.tensor(x, dtype=torch.float64), steps=20)
    assert apart(ours, trained(make(0.02), steps=20)) < 1e-12
