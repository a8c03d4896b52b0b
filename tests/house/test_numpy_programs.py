"""Um programa escrito para o NumPy roda sem mudar uma letra com `reference` no lugar dele, e imprime o mesmo texto."""

import sys
from pathlib import Path

import numpy
import pytest

from tools import as_numpy
from tools.as_numpy import both, in_numpys_place, main, parsed, printed

FOLDER = Path(__file__).parents[1] / "programs/numpy_style"
PROGRAMS = sorted(FOLDER.glob("*.py"))


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.stem)
def test_the_same_text_is_printed(program: Path) -> None:
    theirs, ours = both(program)
    assert theirs.count("\n") >= 5
    assert ours == theirs
    assert sys.modules["numpy"] is numpy


def test_there_are_programs() -> None:
    assert len(PROGRAMS) >= 5


# O comando, com programas de poucas linhas


def write(folder: Path, text: str, name: str = "program.py") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_ours_is_really_used(tmp_path: Path) -> None:
    program = write(
        tmp_path, "import numpy as np\nfrom numpy.random import rand\nprint(np.__name__, rand.__module__)\n"
    )
    theirs, ours = both(program)
    assert theirs.startswith("numpy ") and ours.startswith("reference reference.")


def test_a_difference_in_the_last_digit_shown_is_seen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    program = write(tmp_path, "import numpy as np\nprint(np.array([0.5]) + (np.__name__ == 'numpy') * 1e-8)\n")
    assert main(parsed(["--compare", str(program)])) == 1
    shown = capsys.readouterr().out
    assert "-[0.50000001]\n+[0.5]\n" in shown and "textos diferentes, 1 linhas" in shown


def test_the_same_text_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    program = write(tmp_path, "import sys\nimport numpy as np\nprint(np.eye(2), sys.argv[1:])\nsys.exit(3)\n")
    assert main(parsed(["--compare", str(program), "a", "--lines"])) == 0
    assert capsys.readouterr().out == f"{program}: o mesmo texto, 2 linhas\n"
    assert main(parsed([str(program), "b"])) == 0
    assert capsys.readouterr().out == "[[1. 0.]\n [0. 1.]] ['b']\n"


def test_a_program_runs_at_home_and_brings_its_own_modules(tmp_path: Path) -> None:
    write(tmp_path, "import numpy as np\nNAME = np.__name__\n", "layers_of_mine.py")
    write(tmp_path, "12 34", "input.txt")
    program = write(tmp_path, "import layers_of_mine\nprint(layers_of_mine.NAME, open('input.txt').read())\n")
    path, here = sys.path[:], Path.cwd()
    assert both(program) == ("numpy 12 34\n", "reference 12 34\n")
    assert (sys.path, Path.cwd()) == (path, here) and "layers_of_mine" not in sys.modules


def test_who_forgets_the_seed_gets_one(tmp_path: Path) -> None:
    program = write(tmp_path, "import random, numpy as np\nprint(random.random(), np.random.randn(3))\n")
    theirs, ours = both(program)
    assert ours == theirs


def test_a_program_that_never_stops_is_stopped(tmp_path: Path) -> None:
    program = write(tmp_path, "import numpy as np\nwhile True:\n    print(np.arange(3))\n")
    assert both(program, lines=4) == ("[0 1 2]\n" * 4,) * 2


def test_an_error_is_part_of_the_text(tmp_path: Path) -> None:
    program = write(tmp_path, "import numpy as np\nraise ValueError(np.array([1, 2]))\n")
    assert both(program) == ("ValueError: [1 2]\n",) * 2


def test_numpy_comes_back_after_an_error() -> None:
    with pytest.raises(ZeroDivisionError), in_numpys_place():
        1 / 0  # noqa: B018
    assert sys.modules["numpy"] is numpy and sys.modules["numpy.random"] is numpy.random


def test_the_variables_come_before_numpy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(as_numpy, "NO_SIMD", {"LACO_SEM_SIMD": "1"})
    monkeypatch.setenv("LACO_SEM_SIMD", "0")
    program = write(tmp_path, "import os\nprint(os.environ['LACO_SEM_SIMD'])\n")
    assert printed(program, []) == "0\n"
    assert main(parsed(["--compare", "--no-simd", str(program)])) == 0
    assert printed(program, []) == "1\n"
