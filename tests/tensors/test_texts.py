"""Números em texto: o que se lê e o que se escreve, letra por letra como no NumPy."""

import io
from pathlib import Path
from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference as np
from tests.oracle import Pair, agree, arrays, same_error, shapes

READ: list[tuple[list[str], dict[str, Any]]] = [
    (["1 2", "3 4"], {}),
    (["1 2"], {}),
    (["1", "2"], {}),
    (["1"], {}),
    (["1 2", "3"], {}),
    (["1.0 2"], {"dtype": int}),
    (["300 2"], {"dtype": "uint8"}),
    (["-1"], {"dtype": "uint8"}),
    (["1 0 2"], {"dtype": bool}),
    (["True"], {"dtype": bool}),
    (["1 2"], {"dtype": object}),
    (["1 2.5"], {"dtype": "float32"}),
    (["9007199254740993"], {"dtype": int}),
    ([" 1 , 2 ", "3,4"], {"delimiter": ","}),
    (["1,,2"], {"delimiter": ","}),
    (["1, "], {"delimiter": ","}),
    (["1;;2"], {"delimiter": ";;"}),
    (["1\t2"], {"delimiter": "\t"}),
    (["1 2"], {"delimiter": " "}),
    (["1  2"], {"delimiter": " "}),
    ([" , ", "1,2"], {"delimiter": ","}),
    (["", "1,2"], {"delimiter": ","}),
    (["  ", "1"], {}),
    (["# a", "1 2 # b", "", "3 4"], {}),
    (["1 2 // x", "% 3"], {"comments": ["//", "%"]}),
    (["1 2"], {"comments": None}),
    (["1 2"], {"comments": ""}),
    (["1 2", "3 4", "5 6"], {"skiprows": 1, "max_rows": 1}),
    (["# a", "1 2", "3 4", "5 6"], {"skiprows": 1, "max_rows": 2}),
    (["1 2"], {"skiprows": -1}),
    (["1 2"], {"max_rows": -1}),
    (["1 2 3", "4 5 6"], {"usecols": (0, 2)}),
    (["1 2 3", "4 5 6"], {"usecols": (2, 0, 0)}),
    (["1 2 3", "4 5 6"], {"usecols": 1}),
    (["1 2 3", "4 5 6"], {"usecols": -1}),
    (["1 2 3", "4 5"], {"usecols": (0, 1)}),
    (["1 2 3"], {"usecols": 5}),
    (["1 2 3"], {"usecols": 1.5}),
    (["1 2 3", "4 5 6"], {"unpack": True}),
    (["1 2 3"], {"ndmin": 2}),
    (["1"], {"ndmin": 1}),
    (["1"], {"ndmin": 2}),
    (["1", "2"], {"ndmin": 2}),
    (["1", "2"], {"ndmin": 1}),
    (["1 2 3"], {"ndmin": 2, "unpack": True}),
    (["1"], {"ndmin": 3}),
    (["1_0"], {}),
    (["0x10"], {}),
    (["٣"], {}),
    (["nan inf -inf NaN Infinity +1 1. .5 1e5 1e400"], {}),
    (["1% 2%"], {"converters": lambda text: float(text[:-1])}),
    (["1 2%"], {"converters": {1: lambda text: float(text[:-1])}}),
    ([b"1 2"], {}),
    (["1 2\r\n", "3 4\r\n"], {}),
]


@pytest.mark.parametrize(("lines", "options"), READ, ids=[str(lines) for lines, _ in READ])
def test_loadtxt(lines: list[str], options: dict[str, Any]) -> None:
    agree("loadtxt", lambda xp: xp.loadtxt(lines, **options))


@pytest.mark.filterwarnings("ignore")  # o NumPy avisa de que não há números
@pytest.mark.parametrize("options", [{}, {"skiprows": 5}, {"max_rows": 0}, {"ndmin": 1}, {"ndmin": 2}])
def test_nothing_to_read(options: dict[str, Any]) -> None:
    agree("loadtxt", lambda xp: xp.loadtxt([] if "ndmin" in options or not options else ["1 2"], **options))


def test_where_the_text_comes_from(tmp_path: Path) -> None:
    path = tmp_path / "tabela.csv"
    path.write_text("# olá, ção\n1,2\n3,4\n", encoding="utf-8")
    for name in (path, str(path)):
        agree("loadtxt", lambda xp: xp.loadtxt(name, delimiter=","))  # noqa: B023
    path.write_text("# ção\n1,2\n", encoding="latin1")
    agree("loadtxt", lambda xp: xp.loadtxt(path, delimiter=",", encoding="latin1"))
    agree("loadtxt", lambda xp: xp.loadtxt(io.StringIO("1 2\r\n3 4\r\n")))
    agree("loadtxt", lambda xp: xp.loadtxt(io.BytesIO(b"1 2\n3 4")))
    agree("loadtxt", lambda xp: xp.loadtxt(line for line in ("1", "2")))
    for bad in (5, str(tmp_path / "nada")):
        same_error(lambda: np.loadtxt(bad), lambda: numpy.loadtxt(bad))  # noqa: B023


WRITE: list[dict[str, Any]] = [
    {},
    {"fmt": "%d"},
    {"fmt": "%s"},
    {"fmt": "%5.1f", "delimiter": " | "},
    {"fmt": ["%d", "%.2f", "%s"], "delimiter": ","},
    {"fmt": "%d : %.2f (%g)"},
    {"fmt": ["%d"]},
    {"fmt": "abc"},
    {"fmt": "%d%%"},
    {"fmt": "%x"},
    {"fmt": 3},
    {"header": "a\nb", "footer": "c"},
    {"footer": "c"},
    {"header": "a", "comments": "", "newline": "\r\n"},
]


def written(xp: Any, x: Any, **options: Any) -> str:
    file = io.StringIO()
    xp.savetxt(file, x, **options)
    return file.getvalue()


@pytest.mark.parametrize("options", WRITE, ids=repr)
def test_savetxt(options: dict[str, Any]) -> None:
    for dtype in ("float64", "float32", "int64", "uint8", "bool"):
        for x in ([0, 1, 2.5], [[1, 2, 3], [4, 5, 0.1]], [[1, 2, 3]], []):
            same_error(
                lambda: written(np, np.array(x, dtype=dtype), **options),  # noqa: B023
                lambda: written(numpy, numpy.array(x).astype(dtype), **options),  # noqa: B023
                name="savetxt",
            )


@given(arrays(shapes(ranks=range(4)), kinds="biuf"), st.sampled_from(["%.18e", "%.3g", "%s"]))
def test_savetxt_of_anything(x: Pair, fmt: str) -> None:
    agree("savetxt", lambda xp, x: written(xp, x, fmt=fmt), x)


@given(arrays(shapes(ranks=(2,), empty=False), kinds="f"))
def test_what_was_written_reads_back(x: Pair) -> None:
    text = written(np, x.ours)
    agree("loadtxt", lambda xp: xp.loadtxt(io.StringIO(text), dtype=str(x.theirs.dtype), ndmin=2))
    assert np.array_equal(np.loadtxt(io.StringIO(text), x.ours.dtype, ndmin=2), x.ours, equal_nan=True)


def test_paths_and_binary_files(tmp_path: Path) -> None:
    for xp in (np, numpy):
        with (tmp_path / f"{xp.__name__}.bin").open("wb") as file:
            xp.savetxt(file, [1, 2], header="ção")
        xp.savetxt(tmp_path / f"{xp.__name__}.txt", [1, 2], header="ção", encoding="utf-8")
    for suffix in ("bin", "txt"):
        assert (tmp_path / f"reference.{suffix}").read_bytes() == (tmp_path / f"numpy.{suffix}").read_bytes()
    with pytest.raises(ValueError, match="há 2 formato"):
        np.savetxt(tmp_path / "reference.txt", [[1, 2, 3]], fmt="%d %d")
    assert (tmp_path / "reference.txt").read_bytes() == (tmp_path / "numpy.txt").read_bytes()


def test_messages() -> None:
    with pytest.raises(ValueError, match="loadtxt: 'x', na linha 1, coluna 0, não é um float64"):
        np.loadtxt(["1", "x"])
    with pytest.raises(ValueError, match="loadtxt: a linha 1 tem 1 números, e as de cima, 2"):
        np.loadtxt(["1 2", "3"])
    with pytest.raises(TypeError, match="savetxt: o formato '%x' não serve a números do tipo float64"):
        written(np, [1.5], fmt="%x")
    with pytest.raises(ValueError, match=r"savetxt: espera um vetor ou uma matriz, e a forma é \(\)"):
        written(np, 3)


@pytest.mark.parametrize("options", [{}, {"fmt": "%.3f"}, {"fmt": "%d", "delimiter": ","}, {"fmt": ["%s%sj", "%f|%g"]}])
def test_complex_numbers(options: Any) -> None:
    def compute(xp: Any) -> str:
        file = io.StringIO()
        xp.savetxt(file, xp.array([[1 - 2j, 3], [-0.5j, 1e-9 + 1j]]), **options)
        return file.getvalue()

    same_error(lambda: compute(np), lambda: compute(numpy))
    text = [" (1.5e+00-2j) 1+2j", "3 -4j"]
    same_error(lambda: np.loadtxt(text, dtype=complex), lambda: numpy.loadtxt(text, dtype=complex))
    for wrong in ("1+", "i", "1 + 2j)"):
        same_error(lambda: np.loadtxt([wrong], dtype=complex), lambda: numpy.loadtxt([wrong], dtype=complex))  # noqa: B023
