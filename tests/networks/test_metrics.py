"""As métricas: contas que se conferem na mão, contra o NumPy, e iguais em toda biblioteca."""

from typing import Any

import array_api_strict
import numpy
import pytest

import reference as np
from reference.networks.layers import Dense
from reference.networks.metrics import (
    METRICS,
    accuracy,
    binary_accuracy,
    categorical_accuracy,
    confusion_matrix,
    f1_score,
    get,
    precision,
    recall,
    sparse_categorical_accuracy,
    sparse_top_k_categorical_accuracy,
    top_k_categorical_accuracy,
)
from reference.networks.sequential import Sequential

RNG = numpy.random.default_rng(0)
SCORES = RNG.normal(size=(200, 7))
LABELS = RNG.integers(0, 7, 200)
ONE_HOT = numpy.eye(7)[LABELS]
ANSWERS = SCORES.argmax(axis=1)

BUILDERS = {
    "reference": lambda x: np.array(x.tolist()),
    "numpy": numpy.array,
    "strict": lambda x: array_api_strict.asarray(x, device=array_api_strict.Device("device1")),
}


def listed(x: Any) -> list[float]:
    return [float(value) for value in x]


@pytest.mark.parametrize("library", BUILDERS)
def test_a_hit_is_the_largest_score_in_the_right_place(library: str) -> None:
    build, expected = BUILDERS[library], (ANSWERS == LABELS).astype(float).tolist()
    scores, labels, one_hot = build(SCORES), build(LABELS), build(ONE_HOT)
    assert listed(categorical_accuracy(one_hot, scores)) == expected
    assert listed(sparse_categorical_accuracy(labels, scores)) == expected
    assert listed(accuracy(one_hot, scores)) == listed(accuracy(labels, scores)) == expected
    assert listed(accuracy(build(LABELS[:, None]), scores)) == expected


@pytest.mark.parametrize("library", BUILDERS)
@pytest.mark.parametrize("k", [1, 2, 5, 7])
def test_the_right_class_among_the_k_first(library: str, k: int) -> None:
    build = BUILDERS[library]
    first = numpy.argsort(-SCORES, axis=1)[:, :k]
    expected = (first == LABELS[:, None]).any(axis=1).astype(float).tolist()
    assert listed(top_k_categorical_accuracy(build(ONE_HOT), build(SCORES), k)) == expected
    assert listed(sparse_top_k_categorical_accuracy(build(LABELS), build(SCORES), k)) == expected


def test_who_ties_with_the_kth_enters_and_a_nan_does_not() -> None:
    scores = np.array([[0.5, 0.5, 0.5], [0.2, 0.3, np.nan], [np.inf, 0.0, 1.0]])
    assert sparse_top_k_categorical_accuracy([2, 2, 0], scores, k=1).tolist() == [1.0, 0.0, 0.0]


@pytest.mark.parametrize("library", BUILDERS)
def test_yes_or_no(library: str) -> None:
    build = BUILDERS[library]
    given, wanted = numpy.array([[0.2, 0.9], [0.5, 0.51], [1.0, 0.0]]), numpy.array([[0, 1], [1, 1], [0, 1]])
    assert listed(binary_accuracy(build(wanted), build(given))) == [1.0, 0.5, 0.0]
    assert listed(accuracy(build(wanted[:, :1]), build(given[:, :1]))) == [1.0, 0.0, 0.0]
    assert listed(binary_accuracy(build(wanted), build(given), threshold=0.4)) == [1.0, 1.0, 0.0]


def counted(n: int) -> numpy.ndarray:
    matrix = numpy.zeros((n, n), int)
    numpy.add.at(matrix, (LABELS, ANSWERS), 1)
    return matrix


def test_the_confusion_matrix_counts_pairs() -> None:
    assert confusion_matrix(LABELS, ANSWERS).tolist() == counted(7).tolist()
    assert confusion_matrix(LABELS.tolist(), np.array(ANSWERS.tolist()), 9).tolist() == counted(9).tolist()
    assert confusion_matrix([], []).shape == (0, 0)
    assert numpy.trace(counted(7)) / 200 == numpy.mean(ANSWERS == LABELS)


def test_precision_recall_and_f1_by_hand() -> None:
    """Classe 1: quatro respostas, três certas; cinco amostras, três achadas."""
    true, given = [0, 0, 0, 1, 1, 1, 1, 1], [0, 0, 1, 1, 1, 1, 0, 0]
    assert precision(true, given).tolist() == [2 / 4, 3 / 4]
    assert recall(true, given).tolist() == [2 / 3, 3 / 5]
    assert f1_score(true, given).tolist() == [4 / 7, 6 / 9]


def test_precision_recall_and_f1_from_the_counts() -> None:
    p, r, f = (measure(LABELS, ANSWERS).tolist() for measure in (precision, recall, f1_score))
    for c in range(7):
        called, was = c == ANSWERS, c == LABELS
        assert p[c] == pytest.approx((called & was).sum() / called.sum())
        assert r[c] == pytest.approx((called & was).sum() / was.sum())
        assert f[c] == pytest.approx(2 * p[c] * r[c] / (p[c] + r[c]))


def test_a_class_without_answers_or_samples_has_zero() -> None:
    assert precision([0, 1], [0, 0]).tolist() == [0.5, 0.0]
    assert recall([0, 0], [0, 1]).tolist() == [0.5, 0.0]
    assert f1_score([0, 0], [0, 0], 3).tolist() == [1.0, 0.0, 0.0]


def test_bad_requests_say_what_is_wrong() -> None:
    with pytest.raises(ValueError, match="uma resposta por alvo; há 1 para 2 alvos"):
        confusion_matrix([0, 1], [0])
    with pytest.raises(ValueError, match="vão de 0 a 1, e há outras"):
        confusion_matrix([0, 2], [0, 1], 2)
    with pytest.raises(ValueError, match="vão de 0 a 1"):
        confusion_matrix([0, -1], [0, 1])
    with pytest.raises(ValueError, match=r"forma \(200, 7\).*argmax"):
        precision(LABELS, SCORES)
    with pytest.raises(ValueError, match="números inteiros"):
        precision([0, 1], [0.2, 0.9])
    with pytest.raises(ValueError, match="mesma forma"):
        binary_accuracy(np.zeros(4), np.zeros((4, 1)))
    with pytest.raises(ValueError, match=r"não há métrica 'acuracia'; há acc, accuracy"):
        get("acuracia")


def test_a_function_of_ones_own_is_a_metric() -> None:
    def largest_error(y_true: Any, y_pred: Any) -> Any:
        return np.max(np.abs(y_true - y_pred), axis=-1)

    model = Sequential([Dense(1, kernel_initializer="zeros")], seed=0)
    model.compile(loss="mse", metrics=[largest_error, "acc"])
    found = model.evaluate(np.zeros((3, 2)), np.array([[1.0], [2.0], [6.0]]), verbose=0, return_dict=True)
    assert found["largest_error"] == 3.0 and sorted(found) == ["acc", "largest_error", "loss"]


def test_every_name_is_known() -> None:
    for name, function in METRICS.items():
        assert get(name) == (name, function)
        assert get(function) == (function.__name__, function)
