"""Perdas: os números do PyTorch e do Keras, os gradientes por diferenças, e o que cada uma recusa."""

import math
from collections.abc import Callable
from typing import Any

import array_api_strict
import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from reference.gradients.functions import sum as total
from reference.gradients.gradient import check_gradient
from reference.gradients.graph import Variable, gradients
from reference.networks import losses
from reference.networks.losses import (
    binary_crossentropy,
    categorical_crossentropy,
    cost,
    half_squared_error,
    hinge,
    huber,
    mean_absolute_error,
    mean_squared_error,
    sparse_categorical_crossentropy,
)
from reference.networks.softmax import log_softmax, softmax
from reference.random import RandomState
from tests.networks.peers import CLASSES, LIBRARIES, ONE_HOT, OURS, SCORES, check_live, check_stored

CASES = [name for name in OURS if any(name.startswith(kind) for kind in ("mean", "half", "huber", "hinge", "binary"))]
CASES += [name for name in OURS if name.startswith(("categorical", "sparse"))]
OF_NUMBERS = [mean_squared_error, half_squared_error, mean_absolute_error, huber]
ALL = [*OF_NUMBERS, hinge, categorical_crossentropy, binary_crossentropy]
every = pytest.mark.parametrize("loss", ALL, ids=lambda f: f.__name__)


def sample(loss: Any, *shape: int) -> tuple[Any, Any]:
    """Alvos e respostas sorteados, como a perda os quer."""
    random = RandomState(sum(shape))
    y_pred, y_true = np.asarray(random.uniform(0.1, 0.9, size=shape)), np.asarray(random.uniform(0.0, 1.0, size=shape))
    if loss in OF_NUMBERS:
        return y_true * 6.0 - 3.0, y_pred * 6.0 - 3.0
    return (np.where(y_true < 0.5, -1.0, 1.0) if loss is hinge else y_true), y_pred


@pytest.mark.parametrize("build", LIBRARIES.values(), ids=LIBRARIES)
def test_values_and_gradients_are_those_of_pytorch_and_keras(build: Callable[[Any], Any]) -> None:
    assert len(CASES) == 14
    check_stored(CASES, build)


def test_pytorch_itself_gives_the_stored_figures() -> None:
    check_live(pytest.importorskip("torch"), CASES)


@every
@pytest.mark.parametrize("shape", [(4,), (3, 1), (2, 5), (2, 3, 2)])
def test_gradients_are_those_of_the_differences(loss: Callable[..., Any], shape: tuple[int, ...]) -> None:
    y_true, y_pred = sample(loss, *shape)
    check_gradient(lambda p: loss(y_true, p), y_pred).require()


@pytest.mark.parametrize("loss", [categorical_crossentropy, binary_crossentropy])
@pytest.mark.parametrize("shape", [(4,), (3, 2), (2, 3, 2)])
def test_gradients_from_the_logits(loss: Callable[..., Any], shape: tuple[int, ...]) -> None:
    y_true, logits = sample(loss, *shape)
    check_gradient(lambda z: loss(y_true, z, from_logits=True), logits * 8.0 - 4.0).require()


@pytest.mark.parametrize("from_logits", [False, True])
def test_gradients_of_the_sparse_form(from_logits: bool) -> None:
    _, y_pred = sample(None, 4, 3)
    labels = np.array([0, 2, 1, 2])
    check_gradient(lambda p: sparse_categorical_crossentropy(labels, p, from_logits=from_logits), y_pred).require()


@pytest.mark.parametrize("loss", [mean_squared_error, half_squared_error, huber, mean_absolute_error])
def test_a_right_answer_costs_nothing_and_pulls_nowhere(loss: Callable[..., Any]) -> None:
    y = Variable(np.array([[1.0, -2.0, 0.0]]))
    found = loss(y.value, y)
    assert found.value.tolist() == [0.0] and gradients(total(found), [y])[0].tolist() == [[0.0, 0.0, 0.0]]


def test_corners() -> None:
    """No bico, por convenção: na margem exata, derivada 0; na troca da Huber, os dois lados já concordam."""
    score = Variable(np.array([[1.0, -1.0]]))
    assert gradients(total(hinge([[1.0, -1.0]], score)), [score])[0].tolist() == [[0.0, 0.0]]
    answer = Variable(np.array([[0.5], [-0.5], [0.0], [2.0], [-0.25]]))
    slope = gradients(total(huber(np.zeros((5, 1)), answer, delta=0.5)), [answer])[0]
    assert slope.tolist() == [[0.5], [-0.5], [0.0], [0.5], [-0.25]]


def test_from_logits_the_gradient_is_p_minus_y() -> None:
    z = Variable(np.array(SCORES))
    slope = gradients(total(categorical_crossentropy(ONE_HOT, z, from_logits=True)), [z])[0]
    assert np.max(np.abs(slope - (softmax(z.value) - np.array(ONE_HOT)))) < 1e-15


def test_the_two_ways_to_the_crossentropy_agree() -> None:
    """Das probabilidades e das notas, onde não há corte; do one-hot e do número da classe; de duas classes e de uma."""
    z, y = np.array(SCORES[:1] + SCORES[3:]), np.array(ONE_HOT[:1] + ONE_HOT[3:])
    by_scores = categorical_crossentropy(y, z, from_logits=True)
    assert np.max(np.abs(by_scores - categorical_crossentropy(y, softmax(z)))) < 1e-14
    one_hot = np.array([[float(k == c) for k in range(3)] for c in CLASSES])
    sparse = sparse_categorical_crossentropy(CLASSES, SCORES, from_logits=True)
    assert sparse.tolist() == categorical_crossentropy(one_hot, SCORES, from_logits=True).tolist()
    pair = categorical_crossentropy([[0.25, 0.75]], [[0.0, 1.5]], from_logits=True)
    alone = binary_crossentropy([[0.75]], [[1.5]], from_logits=True)
    assert float(pair[0]) == pytest.approx(float(alone[0]), rel=1e-15)


@pytest.mark.parametrize("build", LIBRARIES.values(), ids=LIBRARIES)
def test_extreme_logits_neither_overflow_nor_vanish(build: Callable[[Any], Any]) -> None:
    z = Variable(build([[-1000.0], [1000.0], [-1000.0], [1000.0]]))
    found = binary_crossentropy(build([[1.0], [1.0], [0.0], [0.0]]), z, from_logits=True)
    slope = gradients(total(found), [z])[0]
    assert [float(found.value[i]) for i in range(4)] == [1000.0, 0.0, 0.0, 1000.0]
    assert [float(slope[i, 0]) for i in range(4)] == [-1.0, 0.0, 0.0, 1.0]


def test_a_probability_of_zero_costs_sixteen_and_teaches_nothing() -> None:
    p = Variable(np.array([[0.0, 1.0]]))
    found = categorical_crossentropy([[1.0, 0.0]], p)
    assert float(found.value[0]) == pytest.approx(-math.log(1e-7), rel=1e-15)
    assert gradients(total(found), [p])[0].tolist() == [[0.0, 0.0]]


@every
def test_what_is_not_a_number_reaches_the_loss_of_its_sample_only(loss: Callable[..., Any]) -> None:
    y_true, y_pred = sample(loss, 2, 3)
    y_pred[0, 1] = math.nan
    assert np.isnan(loss(y_true, y_pred)).tolist() == [True, False]


@pytest.mark.parametrize("loss", [*OF_NUMBERS, hinge])
def test_a_thousand_is_no_trouble(loss: Callable[..., Any]) -> None:
    y_true, y_pred = [[1.0], [-1.0]], [[-999.0], [999.0]]
    expected = {mean_squared_error: 1e6, half_squared_error: 5e5, huber: 999.5}.get(loss, 1000.0)
    assert loss(y_true, y_pred).tolist() == [expected, expected]


@every
def test_types_and_devices(loss: Callable[..., Any]) -> None:
    """A perda é do tipo da resposta, seja o alvo de float64, de inteiros ou uma lista; o gradiente também."""
    device = array_api_strict.Device("device1")
    prediction = array_api_strict.asarray([[0.25], [0.75]], dtype=array_api_strict.float32, device=device)
    targets = [
        [[1], [1]],
        array_api_strict.asarray([[1], [1]], device=device),
        array_api_strict.asarray([[1.0], [1.0]], device=device),
    ]
    for y in targets:
        p = Variable(prediction)
        found = loss(y, p)
        for array in (found.value, gradients(total(found), [p])[0]):
            assert array.dtype == array_api_strict.float32 and array.device == device
    assert str(loss([[1], [1]], numpy.array([[0.25], [0.75]], dtype="float32")).dtype) == "float32"


@pytest.mark.parametrize("build", [np.array, numpy.array])
def test_bytes_do_not_wrap_around(build: Callable[..., Any]) -> None:
    black, white = build([[0]], dtype="uint8"), build([[255]], dtype="uint8")
    for loss, expected in ((mean_squared_error, 65025.0), (mean_absolute_error, 255.0)):
        assert loss(black, white).tolist() == loss(white, black).tolist() == [expected]


@every
def test_different_shapes_are_refused(loss: Callable[..., Any]) -> None:
    """(3,) contra (3, 1) é o engano clássico: o broadcasting faria uma tabela de 3 por 3."""
    for y_true, y_pred in ([[1.0, 1.0, 1.0], [[0.5]] * 3], [1.0, 0.5]):
        with pytest.raises(ValueError, match=rf"{loss.__name__}: o alvo e a resposta têm a mesma forma"):
            loss(y_true, y_pred)


@pytest.mark.parametrize("labels", [[0, 3], [-1, 0], [0.5, 1.0], [math.nan, 1.0]])
@pytest.mark.parametrize("build", [list, np.array, numpy.array])
def test_what_is_not_a_class_is_refused(build: Callable[..., Any], labels: list[float]) -> None:
    with pytest.raises(ValueError, match="os alvos são classes, inteiros de 0 a 2"):
        sparse_categorical_crossentropy(build(labels), [[0.2, 0.3, 0.5], [0.2, 0.3, 0.5]])


def test_one_class_per_sample() -> None:
    for labels in ([0], [[0], [1]], 0):
        with pytest.raises(ValueError, match="uma classe por amostra"):
            sparse_categorical_crossentropy(labels, [[0.2, 0.8], [0.2, 0.8]])


def test_many_classes_with_bytes_as_labels() -> None:
    z = np.zeros((2, 300))
    found = sparse_categorical_crossentropy(np.array([0, 255], dtype="uint8"), z, from_logits=True)
    assert found.tolist() == pytest.approx([math.log(300)] * 2, rel=1e-14)


def test_hinge_refuses_zero_and_one() -> None:
    with pytest.raises(ValueError, match=r"hinge: os alvos são −1 e 1"):
        hinge([[0.0], [1.0]], [[2.0], [2.0]])


def test_names() -> None:
    assert losses.get("mae") is mean_absolute_error and losses.get(huber) is huber
    assert all(losses.get(f.__name__) is f for f in ALL)
    with pytest.raises(ValueError, match="não há função de perda 'erro'; há binary"):
        losses.get("erro")


def test_cost_is_the_mean_of_the_losses() -> None:
    """E por isso o gradiente do custo é a média dos gradientes das perdas."""
    y, p = np.array([[1.0], [2.0], [6.0]]), Variable(np.array([[1.5], [0.0], [5.0]]))
    assert float(cost(half_squared_error, y, p).value) == (0.125 + 2.0 + 0.5) / 3
    slope = gradients(cost(half_squared_error, y, p), [p])[0]
    assert np.reshape(slope, (3,)).tolist() == pytest.approx([0.5 / 3, -2 / 3, -1 / 3], rel=1e-15)


@given(st.lists(st.floats(-30, 30), min_size=2, max_size=6))
def test_the_crossentropy_is_the_log_of_the_true_probability(scores: list[float]) -> None:
    for k in range(len(scores)):
        found = sparse_categorical_crossentropy([k], [scores], from_logits=True)
        assert float(found[0]) == -float(log_softmax(scores)[k])


def test_the_notes_example() -> None:
    """A altura 177 e o peso 88,2 das notas: resposta 129,9, perda 869,445 e derivada 41,7."""
    answer = Variable(np.array([[129.9]]))
    found = half_squared_error([[88.2]], answer)
    assert float(found.value[0]) == pytest.approx(869.445, rel=1e-12)
    assert gradients(total(found), [answer])[0].tolist() == [[pytest.approx(41.7, rel=1e-12)]]
