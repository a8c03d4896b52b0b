"""O estilo: o ruff no projeto inteiro, o mypy estrito no pacote, e o que não pode estar escrito em arquivo nenhum."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# Cada palavra vai partida, para que este arquivo também passe pela própria peneira.
HALVES = [
    ("TO", "DO"), ("FIX", "ME"), ("X", "XX"), ("[Pp]or ", "enquanto"), ("Not", "ImplementedError"),
    ("pypi", "[.]org"), ("pythonhosted", "[.]org"), ("npmjs", "[.]org"),
]  # fmt: skip
UNWANTED = re.compile("|".join(rf"\b{first}{second}\b" for first, second in HALVES))
HERE = [str(folder) for folder in (ROOT, Path.home()) if folder.name]
HOMES = ["/ho" + "me/", "/Use" + "rs/", "/wo" + "rk/", *map(re.escape, HERE)]
A_MACHINE = re.compile(rf"(?<![\w.:/-])(?:{'|'.join(HOMES)})(?!-)")


def tool(*arguments: str) -> None:
    """Roda uma ferramenta do ambiente na raiz do projeto; se ela reclama, o teste falha com a reclamação."""
    ran = subprocess.run(
        [sys.executable, "-m", *arguments], cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8"
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_ruff():
    tool("ruff", "check", "--quiet")


def test_mypy_strict():
    tool("mypy", "--strict", "reference")


def files() -> list[Path]:
    """Os arquivos do repositório, inclusive os ainda não registrados."""
    git = shutil.which("git")
    if not git:
        pytest.skip("aqui não há git")
    command = [git, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True).stdout.decode("utf-8")
    if not listed:
        pytest.skip("esta pasta não é um clone do git")
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def faults(text: str) -> list[str]:
    """Cada linha com algo que não se escreve aqui, como `12: a linha`."""
    return [
        f"{number}: {line.strip()[:120]}"
        for number, line in enumerate(text.splitlines(), 1)
        if UNWANTED.search(line) or A_MACHINE.search(line)
    ]


def test_no_file_has_loose_ends_or_names_a_machine():
    found = []
    for path in files():
        try:
            found += [f"{path.relative_to(ROOT).as_posix()}:{fault}" for fault in faults(path.read_text("utf-8"))]
        except UnicodeDecodeError:
            continue  # imagem, fonte: não é texto
    assert not found, "\n".join(found)


SAMPLES = ["# TO" + "DO: depois", "por " + "enquanto", "https://py" + "pi.org/simple", "em /ho" + "me/ana", str(ROOT)]


@pytest.mark.parametrize("line", SAMPLES)
def test_the_sieve_holds(line):
    assert faults(f"uma linha boa, em docs/home/ e em ../shared\n{line}\n") == [f"2: {line}"]


def test_text_files_end_with_a_newline_and_use_unix_line_endings():
    for path in files():
        if path.suffix in {".py", ".md", ".toml", ".yml", ".css", ".js", ".json"} and path.stat().st_size:
            data = path.read_bytes()
            assert data.endswith(b"\n") and b"\r" not in data, path.relative_to(ROOT)
