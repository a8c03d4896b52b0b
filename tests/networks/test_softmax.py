"""Softmax: os números das notas e do PyTorch, a jacobiana por diferenças, e notas que estourariam."""

import math
from collections.abc import Callable
from typing import Any

import array_api_strict
import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from reference.gradients.gradient import check_gradient
from reference.gradients.graph import Variable, backpropagate
from reference.networks.softmax import SoftmaxGate, log_softmax, softmax
from reference.random import RandomState
from tests.networks.peers import LIBRARIES, check_live, check_stored
from tests.oracle import Pair, arrays, assert_same

BOTH = pytest.mark.parametrize("f", [softmax, log_softmax])
CASES = ["softmax", "softmax-0", "log_softmax", "log_softmax-0"]


@pytest.mark.parametrize("build", [list, *LIBRARIES.values()], ids=["list", *LIBRARIES])
@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ([1.0, 2.0, 3.0], [0.09003057, 0.24472847, 0.66524096]),
        ([3.0, 1.0, 0.2], [0.8360188, 0.11314284, 0.05083836]),
        ([1000.0, 1001.0, 1002.0], [0.09003057, 0.24472847, 0.66524096]),
        ([0.0, 0.0, 0.0], [0.33333333, 0.33333333, 0.33333333]),
        ([0.0, 1.0], [0.26894142, 0.73105858]),
        ([-1000.0, 0.0, 1000.0], [0.0, 0.0, 1.0]),
        ([-math.inf, 0.0, 0.0], [0.0, 0.5, 0.5]),
    ],
)
def test_known_probabilities(build: Callable[[Any], Any], scores: list[float], expected: list[float]) -> None:
    found = softmax(build(scores))
    assert [float(found[i]) for i in range(len(scores))] == pytest.approx(expected, abs=5e-9)


@pytest.mark.parametrize("build", LIBRARIES.values(), ids=LIBRARIES)
def test_values_and_gradients_are_those_of_pytorch(build: Callable[[Any], Any]) -> None:
    check_stored(CASES, build)


def test_pytorch_itself_gives_the_stored_figures() -> None:
    check_live(pytest.importorskip("torch"), CASES)


@BOTH
@pytest.mark.parametrize(("shape", "axis"), [((4,), -1), ((3, 5), -1), ((3, 5), 0), ((2, 3, 4), 1), ((2, 1), -1)])
def test_gradients_are_those_of_the_differences(f: Callable[..., Any], shape: tuple[int, ...], axis: int) -> None:
    z = np.asarray(RandomState(sum(shape)).randn(*shape)) * 2.0
    check_gradient(lambda z: f(z, axis=axis), z).require()


@BOTH
def test_equal_scores_are_no_special_point(f: Callable[..., Any]) -> None:
    check_gradient(f, np.zeros((2, 3))).require()


def test_the_gate_multiplies_by_the_jacobian_without_writing_it() -> None:
    """Uma linha da jacobiana de cada vez: o que chega é 1 numa probabilidade só."""
    gate = SoftmaxGate()
    s = gate.forward(np.array([3.0, 1.0, 0.2, -1.0]))
    jacobian = np.diagflat(s) - np.outer(s, s)
    for i, row in enumerate(np.eye(4)):
        assert_same(gate.gradient(0, row), numpy.array(jacobian[i].tolist()), rtol=1e-14, scale=1)


@given(arrays(st.sampled_from([(1,), (5,), (3, 4), (2, 1, 3)]), kinds="f", special=False, domain=(-300, 300)))
def test_our_tensors_and_numpys_give_the_same_numbers(x: Pair) -> None:
    for f in (softmax, log_softmax):
        expected = f(x.theirs)
        tolerance = 1e-5 if expected.dtype.itemsize < 8 else 1e-13
        assert_same(np.asarray(f(x.ours)), numpy.asarray(expected), rtol=tolerance, scale=1)


def test_adding_the_same_to_all_the_scores_changes_nothing() -> None:
    z = np.array([[3.0, 1.0, 0.25], [-2.0, 0.5, 4.0]])
    for shift in (-4096.0, 64.0, 1048576.0):
        assert np.max(np.abs(softmax(z + shift) - softmax(z))) < 1e-15


def test_each_line_adds_up_to_one() -> None:
    z = np.asarray(RandomState(0).randn(20, 7)) * 100.0
    assert np.max(np.abs(np.sum(softmax(z), axis=-1) - 1.0)) < 1e-14
    assert np.max(np.abs(np.sum(softmax(z, axis=0), axis=0) - 1.0)) < 1e-14


def test_the_logarithm_keeps_what_the_probability_loses() -> None:
    z = [0.0, 1000.0]
    assert softmax(z).tolist() == [0.0, 1.0]
    assert log_softmax(z).tolist() == [-1000.0, 0.0]


def test_two_classes_are_a_sigmoid() -> None:
    for z in (-700.0, -2.0, 0.0, 3.0, 700.0):
        assert float(softmax([z, 0.0])[0]) == pytest.approx(1 / (1 + math.exp(-z)), rel=1e-13)


@BOTH
def test_what_is_not_a_number_spreads_along_its_line_only(f: Callable[..., Any]) -> None:
    found = f(np.array([[math.nan, 1.0], [2.0, 2.0]]))
    assert np.isnan(found).tolist() == [[True, True], [False, False]]


@BOTH
@pytest.mark.parametrize("build", [np.array, numpy.array])
def test_types(f: Callable[..., Any], build: Callable[..., Any]) -> None:
    assert str(f(build([1.0, 2.0], dtype="float32")).dtype) == "float32"
    bytes_, doubles = f(build([0, 200, 255], dtype="uint8")), f(build([0.0, 200.0, 255.0]))
    assert bytes_.tolist() == doubles.tolist()


@BOTH
def test_a_device_and_a_type_are_kept_there_and_back(f: Callable[..., Any]) -> None:
    device = array_api_strict.Device("device1")
    z = Variable(array_api_strict.asarray([[1.0, 2.0]], dtype=array_api_strict.float32, device=device))
    output = f(z)
    slope = backpropagate(output, output.value)[z]
    for found in (output.value, slope):
        assert found.device == device and found.dtype == array_api_strict.float32


@BOTH
def test_bad_input(f: Callable[..., Any]) -> None:
    for z in (2.0, np.array(2.0), Variable(2.0)):
        with pytest.raises(ValueError, match="as notas são um tensor, com um eixo de classes"):
            f(z)
    with pytest.raises(IndexError):
        f([1.0, 2.0], axis=1)
    with pytest.raises(ValueError):
        f(np.zeros((2, 0)))


@BOTH
def test_the_scores_are_left_alone(f: Callable[..., Any]) -> None:
    z = np.array([1.0, 2.0])
    f(z)
    assert z.tolist() == [1.0, 2.0]
