"""As agendas: os números do Keras e do PyTorch, as pontas de cada curva, e a serventia por passo e por época."""

from itertools import pairwise
from typing import Any

import pytest

from reference.gradients import schedules
from reference.gradients.graph import Variable
from reference.gradients.schedules import (
    Constant,
    CosineDecay,
    ExponentialDecay,
    InverseTimeDecay,
    PiecewiseConstantDecay,
    PolynomialDecay,
    StepDecay,
    WarmUp,
)
from reference.gradients.sgd import SGD
from tests.gradients.peers import PIECES, RATE, SCHEDULES, WARM_UP, apart, step_rates, stored


@pytest.mark.parametrize("name", SCHEDULES)
def test_the_rates_are_those_of_keras(name: str) -> None:
    kind, options = SCHEDULES[name]
    schedule = getattr(schedules, kind)(RATE, **options)
    assert apart([schedule(step) for step in range(30)], stored()["schedules"][name]) < 1e-12


def test_the_warm_up_of_the_cosine_is_keras() -> None:
    schedule = WarmUp(CosineDecay(RATE, 20), 6, WARM_UP["initial_learning_rate"])
    assert apart([schedule(step) for step in range(30)], stored()["schedules"]["warm-up"]) < 1e-12


def test_the_pieces_change_where_those_of_keras_do() -> None:
    schedule = PiecewiseConstantDecay(**PIECES)
    assert [schedule(step) for step in range(30)] == stored()["schedules"]["pieces"]
    with pytest.raises(ValueError, match="2 limites pedem uma taxa a mais, e há 2"):
        PiecewiseConstantDecay([1, 2], [1.0, 0.5])


def test_ten_times_less_every_three_epochs() -> None:
    by_epoch = [StepDecay(1.0)(epoch) for epoch in range(10)]
    assert by_epoch == pytest.approx([1, 1, 1, 0.1, 0.1, 0.1, 0.01, 0.01, 0.01, 0.001], rel=1e-15)
    assert apart(by_epoch, stored()["step-rates"]) < 1e-12
    by_step = StepDecay(1.0, steps_per_epoch=5)
    assert [by_step(step) for step in range(50)] == [rate for rate in by_epoch for _ in range(5)]


def test_pytorch_itself_gives_the_stored_rates() -> None:
    assert apart(step_rates(pytest.importorskip("torch")), stored()["step-rates"]) < 1e-15


FALLING = [
    StepDecay(0.5, steps_per_epoch=4),
    ExponentialDecay(0.5, 10, 0.5),
    InverseTimeDecay(0.5, 10, 0.5),
    PolynomialDecay(0.5, 40),
    CosineDecay(0.5, 40),
]


@pytest.mark.parametrize("schedule", FALLING, ids=lambda schedule: type(schedule).__name__)
def test_a_falling_schedule_starts_at_the_top_and_never_rises(schedule: Any) -> None:
    rates = [schedule(step) for step in range(100)]
    assert rates[0] == 0.5 and all(a >= b >= 0 for a, b in pairwise(rates)) and rates[-1] < 0.1


def test_the_warm_up_is_a_straight_line_that_meets_the_schedule() -> None:
    after = ExponentialDecay(0.8, 10, 0.5)
    schedule = WarmUp(after, 8)
    assert [schedule(step) for step in range(9)] == pytest.approx([0.1 * step for step in range(9)])
    assert [schedule(8 + step) for step in range(20)] == [after(step) for step in range(20)]


def test_equal_schedules_are_equal_and_do_not_change() -> None:
    assert CosineDecay(0.1, 5) == CosineDecay(0.1, 5) != CosineDecay(0.2, 5)
    with pytest.raises(AttributeError):
        Constant(0.1).learning_rate = 0.2  # type: ignore[misc]


def test_an_optimizer_follows_its_schedule() -> None:
    w, optimizer = Variable(0.0), SGD(PolynomialDecay(1.0, 4, 0.0))
    seen = []
    for _ in range(6):
        optimizer.apply([-1.0], [w])
        seen.append(w.value)
    assert seen == [1.0, 1.75, 2.25, 2.5, 2.5, 2.5]
