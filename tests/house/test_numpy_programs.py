"""Um programa escrito para o NumPy roda sem mudar uma letra com `reference` no lugar dele, e imprime o mesmo texto."""

import contextlib
import io
import runpy
import sys
from pathlib import Path

import numpy
import pytest

import reference

FOLDER = Path(__file__).parents[1] / "programs/numpy_style"
PROGRAMS = sorted(FOLDER.glob("*.py"))


def printed(program: Path) -> str:
    """O que o programa imprime, rodado do começo ao fim como se fosse chamado no terminal."""
    with contextlib.redirect_stdout(io.StringIO()) as text, numpy.errstate(all="ignore"):
        runpy.run_path(str(program), run_name="__main__")
    return text.getvalue()


def printed_by_ours(program: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """O mesmo, com `import numpy` dando `reference`; ao sair, o NumPy volta ao lugar."""
    with monkeypatch.context() as patch:
        for name in [name for name in sys.modules if name.partition(".")[0] == "numpy"]:
            patch.delitem(sys.modules, name)
        patch.setitem(sys.modules, "numpy", reference)
        for part in ("linalg", "random", "testing"):
            patch.setitem(sys.modules, f"numpy.{part}", getattr(reference, part))
        return printed(program)


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.stem)
def test_the_same_text_is_printed(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    theirs = printed(program)
    assert theirs.count("\n") >= 5
    assert printed_by_ours(program, monkeypatch) == theirs
    assert sys.modules["numpy"] is numpy


def test_there_are_programs() -> None:
    assert len(PROGRAMS) >= 5


def test_ours_is_really_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "who.py"
    program.write_text("import numpy as np\nfrom numpy.random import rand\nprint(np.__name__, rand.__module__)\n")
    assert printed_by_ours(program, monkeypatch).startswith("reference reference.")


def test_a_difference_in_the_last_digit_shown_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "different.py"
    program.write_text("import numpy as np\nprint(np.array([0.5]) + (np.__name__ == 'numpy') * 1e-8)\n")
    assert printed_by_ours(program, monkeypatch) != printed(program)
