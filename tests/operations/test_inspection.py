"""O que a biblioteca diz de si é o que ela faz."""

from typing import Any

import array_api_strict
import numpy
import pytest

import reference as np
from reference.operations.inspection import Info

INFO = np.__array_namespace_info__()
KINDS = (
    "bool", "signed integer", "unsigned integer", "integral", "real floating", "complex floating", "numeric",
    ("bool", "real floating"), None,
)  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_the_types_are_the_standards(kind: Any) -> None:
    expected = array_api_strict.__array_namespace_info__().dtypes(kind=kind)
    found = INFO.dtypes(kind=kind, device="cpu")
    assert found.keys() == expected.keys() == numpy.__array_namespace_info__().dtypes(kind=kind).keys()
    for name, d in found.items():
        assert np.zeros(1, dtype=d).dtype is d and d.name == name


def test_the_defaults_are_what_is_born_without_a_type() -> None:
    defaults = INFO.default_dtypes()
    assert {name: d.name for name, d in defaults.items()} == {
        name: d.name for name, d in numpy.__array_namespace_info__().default_dtypes().items()
    }
    born = {
        "real floating": np.zeros(1), "complex floating": np.array([1j]), "integral": np.array([1]),
        "indexing": np.argsort([1.0]),
    }  # fmt: skip
    assert {name: x.dtype for name, x in born.items()} == defaults


def test_devices_and_capabilities() -> None:
    assert INFO.default_device() in INFO.devices() and np.zeros(1).device in INFO.devices()
    expected = array_api_strict.__array_namespace_info__().capabilities()
    assert INFO.capabilities().keys() == expected.keys()
    x = np.arange(4)
    assert INFO.capabilities()["boolean indexing"] and x[x > 1].size == 2
    assert np.zeros((1,) * 70).ndim == 70
    assert isinstance(INFO, Info) and np.__array_api_version__ == "2025.12"


def test_what_does_not_exist() -> None:
    for ask in (lambda: INFO.dtypes(device="gpu"), lambda: INFO.default_dtypes(device="gpu")):
        with pytest.raises(ValueError, match="'gpu' não existe aqui"):
            ask()
    with pytest.raises(ValueError, match="a família 'letras' não existe"):
        INFO.dtypes(kind="letras")
