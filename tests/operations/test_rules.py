"""Da regra ao tensor: `vectorize`, `frompyfunc`, `fromfunction`, `select` e `piecewise`."""

from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from tests.oracle import Pair, agree, arrays, broadcastable, shapes


def relu(x: Any) -> Any:
    return x if x > 0 else 0 * x


def both(x: Any, y: Any) -> tuple[Any, bool]:
    return x - y if x > y else y - x, x > y


@given(arrays(shapes(ranks=range(4)), kinds="iuf"), st.sampled_from([None, [float], ["float32"], "d"]))
def test_vectorize(x: Pair, otypes: Any) -> None:
    agree("vectorize", lambda xp, x: xp.vectorize(relu, otypes=otypes)(x), x)


@given(broadcastable(2, kinds=("int64", "float64"), special=False))
def test_vectorize_of_two_tensors_with_two_results(pairs: tuple[Pair, Pair]) -> None:
    agree("vectorize", lambda xp, x, y: xp.vectorize(both)(x, y), *pairs)
    agree("vectorize", lambda xp, x, y: xp.vectorize(both)(y=y, x=x), *pairs)


@pytest.mark.parametrize("case", [
    lambda xp: xp.vectorize(relu)(-2.5), lambda xp: xp.vectorize(relu)([]), lambda xp: xp.vectorize(relu)(),
    lambda xp: xp.vectorize(lambda x: x / 2, otypes=[int])([1, 5]), lambda xp: xp.vectorize(relu)([1, 2.5]),
    lambda xp: xp.vectorize(lambda p, x: sum(p) * x, excluded=[0])([1, 2], [10, 20]),
    lambda xp: xp.vectorize(lambda x, p: sum(p) * x, excluded={"p"})([10, 20], p=[1, 2]),
    lambda xp: xp.vectorize(otypes=[float])(relu)([1, -2]), lambda xp: xp.vectorize(relu)([1, 2], [3]),
    lambda xp: xp.vectorize(relu).__doc__ or relu.__name__, lambda xp: xp.vectorize(both)([[1], [2]], [3, 4]),
])  # fmt: skip
def test_vectorize_corners(case: Any) -> None:
    agree("vectorize", case)


@given(broadcastable(2, kinds=("int64", "float64"), special=False))
def test_frompyfunc(pairs: tuple[Pair, Pair]) -> None:
    agree("frompyfunc", lambda xp, x, y: xp.frompyfunc(both, 2, 2)(x, y), *pairs)
    agree("frompyfunc", lambda xp, x: xp.frompyfunc(relu, 1, 1)(x), pairs[0])


def test_frompyfunc_refuses_the_wrong_number_of_arguments() -> None:
    agree("frompyfunc", lambda xp: xp.frompyfunc(relu, 1, 1)([1], [2]))


@pytest.mark.parametrize("shape", [(3,), (2, 3), (2, 1, 2), (0, 2), 4])
@pytest.mark.parametrize("dtype", [float, int, "float32"])
def test_fromfunction(shape: Any, dtype: Any) -> None:
    agree("fromfunction", lambda xp: xp.fromfunction(lambda *i: sum(i) * 2 + i[0], shape, dtype=dtype))
    agree("fromfunction", lambda xp: xp.fromfunction(lambda *i, k: i[0] == k, shape, dtype=dtype, k=1))


@given(broadcastable(2, kinds="biuf"), broadcastable(2, kinds="b"))
def test_select(values: tuple[Pair, Pair], masks: tuple[Pair, Pair]) -> None:
    def chosen(xp: Any, x: Any, y: Any, p: Any, q: Any) -> Any:
        return xp.select([p, q], [x, y], default=1)

    agree("select", chosen, *values, *masks)
    agree("select", lambda xp, x, p: xp.select([p, p], [x, 7.5]), values[0], masks[0])


@pytest.mark.parametrize("case", [
    lambda xp: xp.select([], []), lambda xp: xp.select([[True]], [1, 2]), lambda xp: xp.select([[1, 0]], [1]),
    lambda xp: xp.select([[True, False], [True, True]], [1, 2], -1), lambda xp: xp.select([True, False], [1, 2.5]),
    lambda xp: xp.select([[True, False]], [[1, 2, 3]]), lambda xp: xp.select([xp.array([True, False])], [3], 2.5),
])  # fmt: skip
def test_select_corners(case: Any) -> None:
    agree("select", case)


@given(arrays(shapes(ranks=range(3), empty=False), kinds="if"))
def test_piecewise(x: Pair) -> None:
    for functions in ([lambda v: -v, lambda v: v * 2], [1, lambda v: v - 1, 0], [lambda v: 2], [1, 2, 3, 4]):
        agree("piecewise", lambda xp, x, f=functions: xp.piecewise(x, [x < 0, x < 2], f), x)
    agree("piecewise", lambda xp, x: xp.piecewise(x, x > 1 if x.ndim < 2 else [x > 1], [lambda v, k: k * v, 0], 3), x)


def test_a_number_and_messages() -> None:
    assert float(np.piecewise(2.0, [True], [lambda v: v * 3])) == float(numpy.piecewise(2.0, [True], [lambda v: v * 3]))
    with pytest.raises(TypeError, match="cache e signature não são oferecidos aqui"):
        np.vectorize(relu, signature="(n)->()")
    with pytest.raises(ValueError, match="diga-o em otypes"):
        np.vectorize(relu)([])
    with pytest.raises(ValueError, match=r"1 condição\(ões\) para 2 valor\(es\)"):
        np.select([[True]], [1, 2])
    with pytest.raises(TypeError, match="máscaras de booleanos"):
        np.select([[1, 0]], [1])
