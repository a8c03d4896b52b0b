"""Adagrad, RMSprop, Adam e companhia: os números do Keras e do PyTorch, e o que cada regra promete."""

from functools import partial
from typing import Any

import pytest

import reference as np
from reference.gradients import adaptive
from reference.gradients.adaptive import Adagrad, Adam, AdamW, RMSprop, SparseAdam
from reference.gradients.graph import Variable
from tests.gradients.peers import (
    KERAS,
    LIBRARIES,
    TABLE,
    apart,
    listed,
    sparse_adam,
    sparse_slope,
    stored,
    trained,
    with_torch,
)

CASES = [name for name, (kind, _) in KERAS.items() if kind != "SGD"]


@pytest.mark.parametrize("name", CASES)
def test_a_hundred_steps_are_those_of_keras(name: str) -> None:
    kind, options = KERAS[name]
    assert apart(trained(getattr(adaptive, kind)(**options)), stored()["optimizers"][name]) < 1e-12


@pytest.mark.parametrize("build", LIBRARIES.values(), ids=LIBRARIES)
def test_the_sparse_form_is_that_of_pytorch(build: Any) -> None:
    assert apart(trained(SparseAdam(0.05), build, [TABLE], sparse_slope), stored()["sparse-adam"]) < 1e-12


def test_pytorch_itself_gives_the_stored_sparse_figures() -> None:
    assert apart(sparse_adam(pytest.importorskip("torch")), stored()["sparse-adam"]) < 1e-12


def test_with_a_vanishing_epsilon_the_numbers_are_pytorchs() -> None:
    """Só o lugar do ε separa as duas formas."""
    torch = pytest.importorskip("torch")
    pairs = [
        (Adam(0.05, epsilon=1e-30), partial(torch.optim.Adam, lr=0.05, eps=1e-30)),
        (AdamW(0.05, 0.1, epsilon=1e-30), partial(torch.optim.AdamW, lr=0.05, weight_decay=0.1, eps=1e-30)),
        (RMSprop(0.02, 0.9, epsilon=1e-30), partial(torch.optim.RMSprop, lr=0.02, alpha=0.9, eps=1e-30)),
        (
            Adagrad(0.3, epsilon=1e-30),
            partial(torch.optim.Adagrad, lr=0.3, initial_accumulator_value=0.1, eps=1e-30),
        ),
    ]
    for ours, theirs in pairs:
        assert apart(trained(ours), with_torch(torch, theirs)) < 1e-12


def test_rows_without_gradient_do_not_move_and_neither_do_their_averages() -> None:
    table, optimizer = Variable(np.array(TABLE)), SparseAdam(0.1)
    for step in range(10):
        before = [table.value, *(optimizer.state[name][0] for name in optimizer.slots if optimizer.state[name])]
        g = sparse_slope(step, table.value.tolist())
        optimizer.apply([np.array(g)], [table])
        after = [table.value, *(optimizer.state[name][0] for name in optimizer.slots)]
        for x, y in zip(before, after):
            for i, row in enumerate(g):
                assert (x[i].tolist() != y[i].tolist()) == any(row)


def test_the_common_form_keeps_moving_them() -> None:
    for make, moves in ((Adam, True), (SparseAdam, False)):
        table, optimizer = Variable(np.array([[1.0], [1.0]])), make(0.1)
        optimizer.apply([np.array([[1.0], [0.0]])], [table])
        first = table.value.tolist()
        optimizer.apply([np.array([[0.0], [1.0]])], [table])
        assert (table.value.tolist()[0] != first[0]) == moves


def test_one_element_with_gradient_is_enough_to_move_its_row() -> None:
    table, optimizer = Variable(np.array([[1.0, 1.0], [1.0, 1.0]])), SparseAdam(0.25)
    optimizer.apply([np.array([[0.0, 4.0], [0.0, 0.0]])], [table])
    assert apart(table.value.tolist(), [[1.0, 0.75], [1.0, 1.0]]) < 1e-6


def test_where_every_row_has_gradient_the_sparse_form_is_the_common_one() -> None:
    assert trained(SparseAdam(0.05)) == trained(Adam(0.05))


@pytest.mark.parametrize("value", [1.0, [1.0, 2.0], [[[1.0], [2.0]]]])
def test_the_sparse_form_takes_any_number_of_axes(value: Any) -> None:
    for build in LIBRARIES.values():
        w = Variable(build(value))
        SparseAdam(0.25).apply([build(value)], [w])
        assert apart(listed(w.value), listed(build(value) - 0.25)) < 1e-6


@pytest.mark.parametrize("scale", [0.1, 10.0, 1e6])
@pytest.mark.parametrize("make", [lambda: Adagrad(0.1, 0.0), lambda: RMSprop(0.1), lambda: Adam(0.1)])
def test_the_size_of_the_gradient_hardly_matters(make: Any, scale: float) -> None:
    """Multiplicar a perda por uma constante não muda o caminho, a menos do ε."""
    assert apart(walk(make(), scale), walk(make(), 1.0)) < 0.01


def walk(optimizer: Any, scale: float) -> list[float]:
    w, seen = Variable(1.0), []
    for _ in range(20):
        optimizer.apply([scale * (2 * w.value - 0.5)], [w])
        seen.append(w.value)
    return seen


def test_the_first_step_of_adam_is_the_rate_whatever_the_gradient() -> None:
    for g in (1e-3, 1.0, -1e8):
        w = Variable(0.0)
        Adam(0.25).apply([g], [w])
        assert abs(w.value) == pytest.approx(0.25, rel=1e-2)


def test_a_zero_gradient_with_no_epsilon_is_not_a_number_on_arrays() -> None:
    """O laço de uma passada cai para as operações inteiras, e o resultado é o do NumPy: 0/0 é nan."""
    w = Variable(np.array([1.0, 1.0]))
    Adam(0.5, epsilon=0.0).apply([np.array([0.0, 4.0])], [w])
    assert str(w.value.round(6).tolist()) == "[nan, 0.5]"
