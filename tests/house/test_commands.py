"""Os dois comandos, do jeito que alguém os usa: num clone de mentira, com acentos e espaços no caminho, e sem rede.

O clone tem os nossos programas, um requirements.lock que não pede nada e um `pytest` e um `mkdocs` de faz de conta, que
só contam como foram chamados.
"""

import ast
import importlib.util
import io
import json
import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType

import pytest

import tools
from tools import environment, processes, progress

ROOT = Path(__file__).resolve().parents[2]
OURS = ["docs/__main__.py", "tests/__main__.py"]
OURS += [f"tools/{name}.py" for name in ("__init__", "environment", "processes", "progress")]
STAND_IN = """\
import json, os, sys
print(json.dumps([sys.argv[1:], os.getcwd(), sys.prefix, sys.flags.utf8_mode, os.environ["NO_MKDOCS_2_WARNING"]]))
sys.exit(7)
"""


def start(clone: Path, command: str, *arguments: str, python: object = sys.executable, **variables: str):
    """Roda `python3 <clone>/<command>`, de outra pasta, sem terminal, sem entrada e sem rede."""
    variables = {**os.environ, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": "", **variables}
    return subprocess.run(
        [str(python), str(clone / command), *arguments], cwd=clone.parent, env=variables, stdin=subprocess.DEVNULL,
        capture_output=True, encoding="utf-8", timeout=120,
    )  # fmt: skip


def environment_of(clone: Path) -> ModuleType:
    """O módulo `environment` como ele é dentro do clone."""
    spec = importlib.util.spec_from_file_location("environment_of_a_clone", clone / "tools" / "environment.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory):
    """O clone, e o que a primeira partida nele mostrou."""
    clone = tmp_path_factory.mktemp("comandos") / "laço a laço, cópia"
    for name in OURS:
        (clone / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, clone / name)
    for name in ("pytest.py", "mkdocs.py"):
        (clone / name).write_text(STAND_IN, "utf-8")
    (clone / "requirements.lock").write_text("# nada\n", "utf-8")
    return clone, start(clone, "tests", "-k", "nome com espaço", PYTHONPATH="/lugar/nenhum")


@pytest.fixture
def clone(first) -> Path:
    return first[0]


def test_the_first_start_prepares_says_so_and_passes_on_arguments_and_exit_code(first):
    clone, result = first
    assert result.returncode == 7, result.stderr
    arguments, folder, prefix, utf8, quiet = json.loads(result.stdout)
    assert arguments == [*processes.several_processes([]), "-k", "nome com espaço"]
    assert Path(folder).samefile(clone)
    assert Path(prefix).samefile(clone / ".venv")
    assert (utf8, quiet) == (1, "1")
    assert "Preparando" in result.stderr and "criando .venv" in result.stderr and "Ambiente pronto" in result.stderr


def test_the_second_start_has_nothing_to_say_and_is_quick(clone):
    began = time.monotonic()
    result = start(clone, "tests")
    assert (result.returncode, result.stderr) == (7, "")
    assert time.monotonic() - began < 5


def test_it_also_starts_with_the_python_of_the_venv_itself(clone):
    result = start(clone, "tests", python=environment_of(clone).PYTHON)
    assert (result.returncode, result.stderr) == (7, "")


@pytest.mark.skipif(sys.platform == "win32", reason="o Windows não tem a mesma ligação de pastas")
def test_it_does_not_mind_being_reached_through_a_link(clone):
    link = clone.parent / "atalho"
    link.symlink_to(clone, target_is_directory=True)
    assert start(link, "tests").stderr == ""


def test_docs_build_is_strict(clone):
    result = start(clone, "docs", "build")
    assert result.returncode == 7
    assert json.loads(result.stdout)[0] == ["build", "--strict"]


def test_docs_serves_at_the_port_asked_for(clone, free_port):
    for arguments in (["--port", str(free_port)], [f"--port={free_port}"]):
        result = start(clone, "docs", *arguments)
        assert json.loads(result.stdout)[0] == ["serve", "--livereload", "--dev-addr", f"127.0.0.1:{free_port}"]
        assert f"http://127.0.0.1:{free_port}" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "several"),
    [
        ([], True),
        (["tests/house", "-q"], True),
        (["tests/test_random.py", "docs/random.md"], True),
        (["-k", "soma", "--durations=9", "-ra", "--hypothesis-profile=explorar"], True),
        (["tests/test_random.py"], False),
        (["docs/random.md::12", "-q"], False),
        (["-x"], False),
        (["-qx", "docs"], False),
        (["-n4"], False),
        (["--pdb"], False),
        (["--collect-only", "tests"], False),
        (["-s", "tests"], False),
    ],
)
def test_many_files_are_shared_among_the_cores(arguments, several, monkeypatch):
    monkeypatch.setattr(processes.os, "cpu_count", lambda: 2)
    assert ("--numprocesses=auto" in processes.several_processes(arguments)) == several


def test_a_single_core_has_a_single_process(monkeypatch):
    monkeypatch.setattr(processes.os, "cpu_count", lambda: 1)
    assert processes.several_processes([]) == []


@pytest.fixture
def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_a_taken_port_is_told_with_the_way_out(capsys):
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        port = server.getsockname()[1]
        assert environment.docs(["--port", str(port)]) == 1
    said = capsys.readouterr().err
    assert f"A porta {port} não está livre" in said and "python3 docs --port" in said


@pytest.mark.parametrize("arguments", [["constrói"], ["--port"], ["--port", "x"], ["--port", "70000"], ["build", "x"]])
def test_an_unknown_argument_is_told_with_the_help(arguments, capsys):
    assert environment.docs(arguments) == 2
    said = capsys.readouterr().err
    assert " ".join(arguments) in said and "python3 docs build" in said


def test_help_is_in_utf_8_whatever_the_console(clone):
    result = start(clone, "docs", "--help", PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert result.returncode == 0
    assert "constrói o site" in result.stdout


def test_what_changed_is_noticed(clone, monkeypatch):
    ours = environment_of(clone)
    assert ours.ready()
    monkeypatch.setattr(ours.sys, "version", "3.99")
    assert not ours.ready(), "outro Python"
    monkeypatch.undo()
    monkeypatch.setattr(ours, "VENV", clone.parent / "outra pasta" / ".venv")
    assert not ours.ready(), "outro lugar"
    monkeypatch.undo()
    monkeypatch.setattr(ours, "PYTHON", ours.PYTHON.with_name("sumiu"))
    assert not ours.ready(), "um .venv sem Python"
    monkeypatch.undo()
    monkeypatch.setattr(ours, "STAMP", ours.STAMP.with_name("interrompido"))
    assert not ours.ready(), "uma preparação que não terminou"


def test_a_changed_lock_or_a_touched_venv_is_updated_without_starting_over(clone):
    (clone / "requirements.lock").write_text("# nada, de outro jeito\n", "utf-8")
    again = start(clone, "tests")
    assert again.returncode == 7
    assert "atualizando" in again.stderr and "criando" not in again.stderr
    (environment_of(clone).PACKAGES / "intruso.py").touch()
    assert "atualizando" in start(clone, "tests").stderr
    assert start(clone, "tests").stderr == ""


def test_packages_out_of_reach_are_told_with_the_last_words_of_pip(clone):
    lock = clone / "requirements.lock"
    before = lock.read_text("utf-8")
    lock.write_text(f"pacote-que-nao-ha==1.0 --hash=sha256:{'0' * 64}\n", "utf-8")
    result = start(clone, "tests")
    lock.write_text(before, "utf-8")
    assert result.returncode == 1
    assert "sem rede" in result.stderr and "pacote-que-nao-ha" in result.stderr.split("pip:")[1]
    assert "Traceback" not in result.stderr
    assert not environment_of(clone).ready(), "o que falhou não conta como pronto"


def test_a_python_without_venv_is_told_what_to_install(monkeypatch, capsys):
    monkeypatch.setattr(environment.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(environment, "ensure", environment.create_venv)
    assert environment.tests([]) == 1
    assert "sudo apt install python3-venv" in capsys.readouterr().err


def test_an_old_python_is_told_before_it_stumbles():
    assert tools.too_old((3, 11, 0)) is None
    assert "3.11 ou mais novo, e este é o 3.10" in tools.too_old((3, 10, 13))
    for name in ("docs/__main__.py", "tests/__main__.py", "tools/__init__.py"):
        ast.parse((ROOT / name).read_text("utf-8"), name, feature_version=(3, 4))


def test_an_interruption_ends_quietly(monkeypatch, capsys):
    def interrupted() -> Path:
        raise KeyboardInterrupt

    monkeypatch.setattr(environment, "ensure", interrupted)
    assert environment.tests([]) == 130
    assert "Interrompido" in capsys.readouterr().err


def test_two_commands_at_once_take_turns(tmp_path, monkeypatch):
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    with environment.one_at_a_time("teste"), open(tmp_path / ".cache" / "teste.lock", "a+b") as other:
        assert not environment.try_to_lock(other.fileno())
    with open(tmp_path / ".cache" / "teste.lock", "a+b") as other:
        assert environment.try_to_lock(other.fileno())


PIP = """\
Ignoring contourpy: markers 'python_full_version >= "3.12"' don't match your environment
Collecting numpy==2.4.6 (from -r requirements.lock (line 3))
  Downloading numpy-2.4.6-cp311-cp311-manylinux_2_28_x86_64.whl (16.1 MB)
Processing /uma pasta/idna-3.20-py3-none-any.whl (from -r requirements.lock (line 5))
Requirement already satisfied: pluggy==1.7.0 in ./lib (from -r requirements.lock (line 6)) (1.7.0)
Installing collected packages: numpy, idna
"""


def test_progress_counts_what_pip_announces(monkeypatch):
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    told = progress.Progress(total=4)
    for line in PIP.splitlines():
        told.read(line)
    told.read("")
    assert sys.stderr.getvalue().splitlines() == [
        "  [1/3] numpy 2.4.6",
        "  [1/3] baixando numpy 2.4.6 (16.1 MB)",
        "  [2/3] idna 3.20",
        "  [3/3] pluggy 1.7.0",
        "  instalando o que foi baixado",
    ]


def test_progress_is_not_silent_while_pip_is(monkeypatch):
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    told = progress.Progress(total=1)
    told.read("Installing collected packages: numpy")
    told.shown -= 20
    told.began -= 20
    told.read("")
    assert sys.stderr.getvalue().splitlines()[-1] == "  instalando o que foi baixado … 20 s"


@pytest.fixture
def npm_folder(tmp_path, monkeypatch) -> Path:
    """Um clone com package-lock.json e um npm de faz de conta, que só cria a pasta."""
    (tmp_path / "package-lock.json").write_text("{}", "utf-8")
    times = tmp_path / "vezes"
    times.write_text("", "utf-8")

    def npm_ci() -> list[str]:
        times.write_text(times.read_text("utf-8") + "x", "utf-8")
        (tmp_path / "node_modules").mkdir(exist_ok=True)
        return []

    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "npm_ci", npm_ci)
    return tmp_path


def test_npm_runs_once_per_lock(npm_folder):
    find = environment.node_modules.__wrapped__  # sem a memória do processo
    assert find() == find() == npm_folder / "node_modules"
    assert (npm_folder / "vezes").read_text("utf-8") == "x"
    (npm_folder / "package-lock.json").write_text('{"outro": 1}', "utf-8")
    assert find() == npm_folder / "node_modules"
    assert (npm_folder / "vezes").read_text("utf-8") == "xx"


def test_without_npm_the_site_does_without_and_says_so(npm_folder, monkeypatch, capsys):
    monkeypatch.setattr(environment, "npm_ci", lambda: ["npm error code ENOTFOUND"])
    assert environment.node_modules.__wrapped__() is None
    said = capsys.readouterr().err
    assert "AVISO" in said and "ENOTFOUND" in said


def test_the_npm_of_the_environment_runs():
    ran = subprocess.run([*environment.npm(), "--version"], capture_output=True, encoding="utf-8", timeout=60)
    assert ran.returncode == 0 and ran.stdout[0].isdigit(), ran.stderr
    assert environment.node() and environment.node().exists()


def test_lock_files_are_exact_and_name_no_host():
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    assert "://" not in lock and "--index" not in lock
    names = [line for line in lock.splitlines() if line[:1].isalnum()]
    assert all("==" in line for line in names) and lock.count("--hash=") >= len(names)
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text("utf-8")
