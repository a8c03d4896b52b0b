"""Avisos: pedidos, guardados, e nunca dados."""

import warnings

import numpy
import pytest

import reference as np


def test_what_is_asked_is_kept_and_given_back() -> None:
    for xp in (np, numpy):
        first = xp.geterr()
        before = xp.seterr(all="ignore", over="warn")
        assert before == first
        assert xp.geterr() == {"divide": "ignore", "over": "warn", "under": "ignore", "invalid": "ignore"}
        xp.seterr(**before)
        assert xp.geterr() == first
        with xp.errstate(divide="warn"):
            assert xp.geterr()["divide"] == "warn"
        assert xp.geterr() == first


def test_in_a_decorated_function_and_after_an_error() -> None:
    @np.errstate(over="warn")
    def inside() -> str:
        return np.geterr()["over"]

    assert inside() == "warn" and np.geterr()["over"] == "ignore"
    with pytest.raises(KeyError), np.errstate(over="warn"):
        raise KeyError
    assert np.geterr()["over"] == "ignore"


def test_the_answer_is_the_same_and_no_warning_comes() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with np.errstate(all="warn"):
            found = np.array([1.0, -1.0, 0.0]) / 0.0
    with numpy.errstate(all="ignore"):
        assert str(found) == str(numpy.array([1.0, -1.0, 0.0]) / 0.0)


@pytest.mark.parametrize("choice", ["raise", "call", "print", "log"])
def test_what_would_not_happen_is_refused(choice: str) -> None:
    with pytest.raises(ValueError, match=f"invalid='{choice}' não é oferecido aqui"):
        np.seterr(invalid=choice)
    with pytest.raises(ValueError, match="não é oferecido"), np.errstate(all=choice):
        pass
    assert set(np.geterr().values()) == {"ignore"}


def test_messages() -> None:
    with pytest.raises(ValueError, match="over='abc' não existe"):
        np.seterr(over="abc")
    with pytest.raises(TypeError, match=r"\['tudo'\] não existe"):
        np.errstate(tudo="ignore")
    with pytest.raises(TypeError, match="call não é oferecido"):
        np.errstate(call=print)
