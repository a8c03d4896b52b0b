"""Os programas de *Para onde ir*: escritos para cada biblioteca, todos chegam aos mesmos custos, passo a passo."""

import json
import subprocess
import sys
from importlib import import_module

import numpy
import pytest

from tests.elsewhere import with_numpy
from tests.elsewhere.arrays import BUILDERS, NEEDED
from tests.elsewhere.display import CLASSES, PIXELS, SHAPES, first_weights, load
from tests.elsewhere.with_reference import train
from tools import elsewhere

STEPS = 20
KERAS = 1e-6
"""O Keras faz a média dos custos em float32."""


PAGE = elsewhere.ROOT / "docs/sobre/para_onde_ir.md"


@pytest.fixture(scope="module")
def ours() -> list[float]:
    losses = train(*load(), first_weights(), STEPS)
    assert len(losses) == STEPS and losses[-1] < losses[0] / 1.2
    return losses


def test_the_display() -> None:
    images, labels = load(copies=2)
    assert numpy.shape(images) == (2 * CLASSES, PIXELS) and len(set(SHAPES)) == CLASSES
    assert labels == [*range(CLASSES)] * 2 and all(0 <= point <= 1 for row in images for point in row)


@pytest.mark.parametrize("library", elsewhere.OWN)
def test_a_program_of_its_own(library: str, ours: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    if library == "keras":
        pytest.importorskip("torch")
        monkeypatch.setenv("KERAS_BACKEND", "torch")
    pytest.importorskip(library)
    theirs = import_module(f"tests.elsewhere.{elsewhere.OWN[library]}").train(*load(), first_weights(), STEPS)
    numpy.testing.assert_allclose(theirs, ours, rtol=0, atol=KERAS if library == "keras" else 1e-12)


@pytest.mark.parametrize("library", [name for name in BUILDERS if name != "reference"])
def test_one_line_changes(library: str, ours: list[float]) -> None:
    for package in (library, *NEEDED.get(library, ())):
        pytest.importorskip(package)
    numpy.testing.assert_allclose(
        train(*load(), first_weights(), STEPS, array=BUILDERS[library]), ours, rtol=0, atol=1e-12
    )


def test_what_the_page_says_that_they_print() -> None:
    losses = with_numpy.train(*load(), first_weights(), steps=100)
    assert f"custo: {losses[0]:.6f} no começo, {losses[-1]:.6f} no fim\n" in PAGE.read_text(encoding="utf-8")


def test_two_processes() -> None:
    """O programa do Dask, no seu próprio Python: dois processos fazem as contas, e os custos são os de um só."""
    for package in ("distributed", "dask.array", "array_api_compat"):
        pytest.importorskip(package)
    command = [sys.executable, "-W", "error", "-m", "tests.elsewhere.two_processes"]
    run = subprocess.run(command, cwd=elsewhere.ROOT, capture_output=True, encoding="utf-8")
    assert run.returncode == 0 and "run_spec" not in run.stderr, run.stderr  # duas contas com a mesma chave
    workers, losses, difference = run.stdout.splitlines()
    assert f"{workers}\n{losses}\n" in PAGE.read_text(encoding="utf-8") and workers.endswith(" 2")
    assert float(difference.split(": ")[1]) < 1e-12


def test_the_measure_runs_in_miniature() -> None:
    found = [elsewhere.measure(program, "numpy", (8, 12, 6, 3), seconds=0.01) for program in ("same", "own")]
    numpy.testing.assert_allclose(*(one["losses"] for one in found), rtol=0, atol=1e-12)
    assert all(one["seconds"] > 0 for one in found)


def test_the_record() -> None:
    """Há uma linha por programa, e nenhum deles se afastou dos nossos custos."""
    record = json.loads(elsewhere.RECORD.read_text(encoding="utf-8"))
    wanted = [*(("same", name) for name in BUILDERS), *(("own", name) for name in elsewhere.OWN)]
    assert [(row["program"], row["library"]) for row in record["rows"]] == wanted
    for row in record["rows"]:
        assert row["difference"] < (KERAS if row["library"] == "keras" else 1e-12)
    assert {*record["versions"]} == {*BUILDERS, *elsewhere.OWN} - {"reference"}
