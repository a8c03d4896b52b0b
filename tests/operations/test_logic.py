"""Lógica e bits."""

from itertools import product

import pytest

import reference as np
from reference.operations.universal import OPERATIONS

TRUTH = list(product([False, True], repeat=2))


@pytest.mark.parametrize(
    ("name", "expected"),
    [("logical_and", [0, 0, 0, 1]), ("logical_or", [0, 1, 1, 1]), ("logical_xor", [0, 1, 1, 0])],
)
def test_truth_tables(name: str, expected: list[int]) -> None:
    x, y = np.array(TRUTH).T
    for bitwise in (name, name.replace("logical", "bitwise")):
        found = OPERATIONS[bitwise](x, y)
        assert found.tolist() == [bool(value) for value in expected] and found.dtype == "bool"


def test_any_number_but_zero_is_true() -> None:
    assert np.logical_not([0, -3, 5]).tolist() == [True, False, False]
    assert np.logical_and([np.nan, 0.0, -0.0], 1).tolist() == [True, False, False]
    assert np.logical_or(np.array([0, 256]), np.array([0.0, 0.0])).tolist() == [False, True]


def test_operators() -> None:
    x = np.array([0b0110, 0b0101])
    assert ((x & 3).tolist(), (x | 3).tolist(), (x ^ 3).tolist()) == ([2, 1], [7, 7], [5, 6])
    assert ((~x).tolist(), (x << 1).tolist(), (x >> 1).tolist()) == ([-7, -6], [12, 10], [3, 2])
    assert (~np.array([True, False])).tolist() == [False, True]
    assert (~np.array([0, 255], dtype="uint8")).tolist() == [255, 0]


@pytest.mark.parametrize("bits", [8, 16, 32, 64])
def test_shifting_everything_out(bits: int) -> None:
    x = np.asarray([-1, 1], dtype=f"int{bits}")
    assert (x << bits).tolist() == [0, 0]
    assert (x >> bits).tolist() == [-1, 0]
    assert (x << (bits - 1)).tolist() == [-(2 ** (bits - 1))] * 2


@pytest.mark.parametrize("name", ["bitwise_and", "bitwise_invert", "bitwise_left_shift"])
def test_floats_have_no_bits_to_show(name: str) -> None:
    with pytest.raises(TypeError, match=f"{name}: não existe para elementos do tipo float64"):
        OPERATIONS[name](*[1.5] * OPERATIONS[name].nin)


def test_other_names() -> None:
    assert np.invert is np.bitwise_not is np.bitwise_invert
    assert np.left_shift is np.bitwise_left_shift and np.right_shift is np.bitwise_right_shift
