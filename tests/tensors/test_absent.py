"""O que não se oferece diz que não se oferece."""

import warnings

import numpy
import pytest

import reference as np
from reference.tensors.absent import DROPPED, PARTS


@pytest.mark.parametrize("name", sorted(DROPPED))
def test_names_that_numpy_dropped(name: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert not hasattr(numpy, name)
    with pytest.raises(AttributeError, match=f"reference.{name}: o NumPy 2 não tem mais este nome; use"):
        getattr(np, name)


@pytest.mark.parametrize("name", sorted(PARTS))
def test_names_that_are_not_offered(name: str) -> None:
    with pytest.raises(AttributeError, match=f"reference.{name}: não se oferece aqui"):
        getattr(np, name)


def test_any_other_name() -> None:
    with pytest.raises(AttributeError, match=r"reference\.abc: este nome não é oferecido aqui"):
        np.abc  # noqa: B018
    assert not hasattr(np, "abc")


def test_what_is_offered_instead_exists() -> None:
    for instead in DROPPED.values():
        if instead.isidentifier():
            assert hasattr(np, instead), instead
