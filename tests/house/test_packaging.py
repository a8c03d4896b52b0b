"""O pacote: só a biblioteca padrão, leve de importar, e instalável onde não há mais nada."""

import os
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def python(*arguments: object, executable: object = sys.executable, cwd: Path = ROOT, **variables: str) -> str:
    """O que um Python recém-aberto escreve; se ele falha, o teste falha com o que ele disse."""
    ran = subprocess.run(
        [str(executable), *map(str, arguments)], cwd=cwd, env={**os.environ, **variables}, stdin=subprocess.DEVNULL,
        capture_output=True, encoding="utf-8",
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def test_importing_loads_only_the_standard_library():
    program = "import sys; before = set(sys.modules); import reference; print(*sys.modules.keys() - before)"
    loaded = {name.partition(".")[0] for name in python("-S", "-c", program).split()}
    assert "reference" in loaded
    assert loaded - sys.stdlib_module_names == {"reference"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Uma pasta com o sdist e, feita dele, a roda; sem rede: o flit_core já está no ambiente."""
    folder = tmp_path_factory.mktemp("pacote")
    python("-m", "build", "--no-isolation", "--outdir", folder, ROOT)
    return folder


def only(folder: Path, pattern: str) -> Path:
    (path,) = folder.glob(pattern)
    return path


def test_the_wheel_has_the_package_whole_and_nothing_else(built):
    with zipfile.ZipFile(only(built, "*.whl")) as wheel:
        names = {name for name in wheel.namelist() if ".dist-info/" not in name}
        metadata = wheel.read(next(name for name in wheel.namelist() if name.endswith("METADATA"))).decode()
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "reference").rglob("*.py")}
    assert names == modules | {"reference/py.typed"}
    assert "Requires-Python: >=3.11" in metadata and "License-Expression: MIT" in metadata
    wanted = [line for line in metadata.splitlines() if line.startswith("Requires-Dist")]
    assert all("extra ==" in line for line in wanted), "o pacote não depende de nada; só os extras"


def test_the_sdist_has_the_book_and_the_proofs(built):
    with tarfile.open(only(built, "*.tar.gz")) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
    assert {"pyproject.toml", "requirements.lock", "LICENSE", "mkdocs.yml", "docs/__main__.py"} <= names
    assert {"conftest.py", "tests/house/test_packaging.py", "tools/environment.py", "reference/py.typed"} <= names
    assert not [name for name in names if "__pycache__" in name]


def test_the_wheel_installs_and_imports_in_an_empty_environment(built, tmp_path):
    python("-m", "venv", "--without-pip", tmp_path / "vazio")
    alone = tmp_path / "vazio" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    wheel = only(built, "*.whl")
    python("-m", "pip", "--python", alone, "install", "--no-deps", "--no-index", "--no-compile", wheel)
    said = python("-c", "import reference; print(reference.__file__)", executable=alone, cwd=tmp_path)
    assert Path(said.strip()).is_relative_to(tmp_path / "vazio")
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    program = "from importlib.metadata import version; print(version('laco-a-laco'))"
    assert python("-c", program, executable=alone, cwd=tmp_path).strip() == version
