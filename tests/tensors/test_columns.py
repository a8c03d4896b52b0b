"""Colunas: as opções fazem o que fazem no NumPy, e só enquanto valem."""

import math
from typing import Any

import numpy
import pytest

from reference.tensors.columns import get_printoptions, printoptions, set_printoptions
from tests.oracle import to_reference

SAMPLES = (
    [1.0, 2.5, -30.125],
    [0.1, 1 / 3, 2 / 3],
    [1e-5, 1.0],
    [1.0, 1001.0],
    [0.001, 1.0],
    [1e8, 1.0],
    [99999999.0, 1e6],
    [math.nan, 1.0, -math.inf],
    [math.inf],
    [-0.0, 0.0],
    [9.9999, 0.00012],
    [0.7, 0.12345678, 16777216.0],
    [1e-310, 1e300],
    [1e-4, 0.02],  # em float32, pouco menos que 1e-4
    *([k / 1000, k] for k in range(2, 10)),  # em float32, a razão é pouco mais ou pouco menos que 1000
)


def same_print(values: Any, dtype: str, **options: Any) -> None:
    """Os dois lados imprimem o mesmo, com as mesmas opções."""
    theirs = numpy.array(values, dtype=dtype)
    with numpy.printoptions(**options), printoptions(**options):
        ours = to_reference(theirs)
        assert repr(ours) == repr(theirs)
        assert str(ours) == str(theirs)


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("floatmode", ["maxprec", "maxprec_equal", "fixed", "unique"])
@pytest.mark.parametrize("precision", [0, 3, 8, 17])
@pytest.mark.parametrize("sign", ["-", "+", " "])
@pytest.mark.filterwarnings("ignore:overflow")
def test_floats_line_up(dtype: str, floatmode: str, precision: int, sign: str) -> None:
    for values in SAMPLES:
        for suppress in (False, True):
            same_print(values, dtype, floatmode=floatmode, precision=precision, sign=sign, suppress=suppress)


@pytest.mark.parametrize("sign", ["-", "+", " "])
@pytest.mark.parametrize("values", [[1, 20, 300], [-5, 3], [-500, 3], [-1, -2], [0]])
def test_integers_line_up(values: list[int], sign: str) -> None:
    same_print(values, "int64", sign=sign)


@pytest.mark.parametrize("values", [[True], [True, False], True, False])
def test_true_is_as_wide_as_false(values: Any) -> None:
    same_print(values, "bool")


@pytest.mark.parametrize("names", [{"nanstr": "NaN"}, {"infstr": "infinito"}, {"nanstr": "não é número", "sign": "+"}])
def test_special_values_have_the_names_asked_for(names: dict[str, str]) -> None:
    for values in ([math.nan, 1.5], [math.inf, -math.inf], [-math.inf, 1e10]):
        same_print(values, "float64", **names)


@pytest.mark.parametrize(
    "formatter",
    [
        {"all": str},
        {"float": "{:.2f}".format, "all": str},
        {"float_kind": lambda v: f"{v:9.4f}"},
        {"int": hex},
        {"int_kind": "<{}>".format, "int": None},
        {"bool": lambda v: "FT"[int(v)]},
        {"object": lambda v: f"[{v}]"},
        {"complexfloat": str},
    ],
)
@pytest.mark.parametrize(
    ("values", "dtype"), [([0.1, 2.0], "float32"), ([1, 20], "uint8"), ([True, False], "bool"), ([1, None], "object")]
)
def test_your_own_formatter(formatter: Any, values: list[Any], dtype: str) -> None:
    same_print(values, dtype, formatter=formatter)


def test_the_options_start_as_numpy_s() -> None:
    theirs = numpy.get_printoptions()
    assert get_printoptions() == {name: theirs[name] for name in get_printoptions()}


def test_options_last_until_changed_and_formatter_until_the_next_call() -> None:
    with printoptions():
        set_printoptions(precision=3, formatter={"float": str})
        assert get_printoptions()["precision"] == 3
        set_printoptions(edgeitems=2)
        assert (get_printoptions()["precision"], get_printoptions()["formatter"]) == (3, None)
    assert (get_printoptions()["precision"], get_printoptions()["edgeitems"]) == (8, 3)


def test_printoptions_undoes_itself_after_an_error() -> None:
    with pytest.raises(ZeroDivisionError), printoptions(3) as options:
        assert options["precision"] == 3
        1 / 0  # noqa: B018
    assert get_printoptions()["precision"] == 8


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"floatmode": "curto"}, ValueError, "floatmode: 'curto' não é um modo"),
        ({"sign": "x"}, ValueError, "sign: 'x' não é um sinal"),
        ({"threshold": math.nan}, ValueError, "threshold: nan não é um limite"),
        ({"threshold": "tudo"}, TypeError, "threshold é um número"),
        ({"precision": 1.5}, TypeError, "precision é um inteiro"),
        ({"precision": -1}, ValueError, "precision: -1 é negativo"),
    ],
)
def test_options_that_make_no_sense(options: dict[str, Any], error: type[Exception], message: str) -> None:
    before = get_printoptions()
    with pytest.raises(error, match=message):
        set_printoptions(**options)
    assert get_printoptions() == before
