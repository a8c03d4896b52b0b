"""Os algarismos de 8×8, com o scikit-learn de verdade, se houver, e com um de mentira, sempre."""

import sys
from types import ModuleType, SimpleNamespace

import numpy
import pytest

from reference.data.digits8 import load_digits


def test_the_arrays_become_tensors(monkeypatch: pytest.MonkeyPatch) -> None:
    images = numpy.arange(128.0).reshape(2, 8, 8)
    module = ModuleType("sklearn.datasets")
    module.load_digits = lambda: SimpleNamespace(images=images, target=numpy.array([3, 7]))  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "sklearn", ModuleType("sklearn"))
    monkeypatch.setitem(sys.modules, "sklearn.datasets", module)
    x, y = load_digits()
    assert x.tolist() == images.tolist() and y.tolist() == [3, 7]
    assert (str(x.dtype), str(y.dtype)) == ("float64", "int64")


def test_without_the_package_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sklearn", None)
    monkeypatch.delitem(sys.modules, "sklearn.datasets", raising=False)
    with pytest.raises(ModuleNotFoundError, match="pacote scikit-learn, que não está instalado"):
        load_digits()


def test_the_real_ones() -> None:
    pytest.importorskip("sklearn")
    x, y = load_digits()
    assert x.shape == (1797, 8, 8) and y[:4].tolist() == [0, 1, 2, 3] and (x.min(), x.max()) == (0, 16)
