"""As afirmações: verdadeiras e falsas nos mesmos casos que no NumPy, e um relato que diz onde."""

from collections.abc import Callable
from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from tests.oracle import Pair, arrays, broadcastable, shapes

NAMES = ["assert_array_equal", "assert_allclose", "assert_array_almost_equal", "assert_array_less", "assert_equal"]


def holds(f: Callable[[], Any]) -> bool:
    """Se a afirmação é verdadeira; qualquer outro erro passa."""
    try:
        assert f() is None
    except AssertionError as error:
        assert str(error)
        return False
    return True


def same_verdict(name: str, ours: tuple[Any, ...], theirs: tuple[Any, ...], **options: Any) -> bool:
    verdict = holds(lambda: getattr(np.testing, name)(*ours, **options))
    with numpy.errstate(all="ignore"):
        assert verdict == holds(lambda: getattr(numpy.testing, name)(*theirs, **options)), (name, theirs, options)
    return verdict


@pytest.mark.parametrize("name", NAMES)
def test_the_same_verdict_as_numpy(name: str) -> None:
    @given(broadcastable(2, shape=shapes(ranks=range(3)), kinds="biuf"))
    def check(pairs: tuple[Pair, Pair]) -> None:
        x, y = pairs
        same_verdict(name, (x.ours, y.ours), (x.theirs, y.theirs))
        same_verdict(name, (x.ours, x.ours), (x.theirs, x.theirs))

    check()


@given(arrays(shapes(ranks=(0, 1, 2)), kinds="f"), st.sampled_from([0, 1e-9, 1e-7, 1e-6, 1e-3, 1.0]))
def test_near(x: Pair, distance: float) -> None:
    with numpy.errstate(all="ignore"):
        far = (x.ours * (1 + distance), x.theirs * (1 + distance))
    for options in ({}, {"rtol": 1e-4}, {"rtol": 0, "atol": 1e-5}, {"equal_nan": False}):
        same_verdict("assert_allclose", (far[0], x.ours), (far[1], x.theirs), **options)
    for decimal in (0, 3, 6):
        for name in ("assert_almost_equal", "assert_array_almost_equal"):
            same_verdict(name, (far[0], x.ours, decimal), (far[1], x.theirs, decimal))


def test_strict_and_weak_shapes() -> None:
    cases: list[tuple[Any, Any]] = [
        ([1, 1], 1), ([1, 1], [1]), ([[1, 2]], [1, 2]), ([1, 2], [1.0, 2.0]), ([], []), ([], 1), (1, 1.0), (1, 2)
    ]  # fmt: skip
    for a, b in cases:
        for strict in (False, True):
            ours, theirs = (np.array(a), np.array(b)), (numpy.array(a), numpy.array(b))
            same_verdict("assert_array_equal", ours, theirs, strict=strict)
            same_verdict("assert_allclose", ours, theirs, strict=strict)


def test_equal_looks_inside() -> None:
    x, y = [1, 2], [1, 3]
    for make in (np.array, numpy.array):
        check = (np if make is np.array else numpy).testing.assert_equal
        check({"w": make(x), "b": [make(y), 2.5]}, {"w": make(x), "b": [make(y), 2.5]})
        check("abc", "abc")
        check(float("nan"), float("nan"))
        check((make(x),), [make(x)])
        for a, b in (({"w": make(x)}, {"w": make(y)}), ({"w": 1}, {"v": 1}), ([1, 2], [1]), ("a", "b"), (None, 1)):
            with pytest.raises(AssertionError):
                check(a, b)


def test_raises() -> None:
    with np.testing.assert_raises(ValueError) as caught:
        np.ones(2) + np.ones(3)
    assert "(2,)" in str(caught.exception)
    np.testing.assert_raises((KeyError, ValueError), np.reshape, np.ones(2), (3,))
    with pytest.raises(AssertionError, match="nenhum erro veio"):
        np.testing.assert_raises(ValueError, np.ones, 2)
    with pytest.raises(TypeError), np.testing.assert_raises(ValueError):
        np.ones("a")
    with pytest.raises(AssertionError, match="não"):
        np.testing.assert_(False, "não")


def test_the_report_says_where() -> None:
    with pytest.raises(AssertionError) as caught:
        np.testing.assert_array_equal([[1, 2], [3, 4]], [[1, 2], [0, 9]], "depois do passo 3")
    assert str(caught.value) == "são iguais: falso em 2 de 4 elementos, o primeiro em (1, 0): 3 e 0\ndepois do passo 3"
    with pytest.raises(AssertionError, match=r"falso, as formas são \(2,\) e \(3,\)"):
        np.testing.assert_allclose([1, 2], [1, 2, 3])
    with pytest.raises(AssertionError, match=r"falso em 1 de 1 elementos: 1\.0 e 2\.0"):
        np.testing.assert_allclose(1.0, 2.0)
    with pytest.raises(AttributeError, match=r"testing\.assert_warns: não é oferecido aqui"):
        np.testing.assert_warns  # noqa: B018
