"""Roda um programa escrito para o NumPy, sem mudar uma letra dele, com `reference` no lugar do NumPy.

    python3 -m tools.as_numpy programa.py argumentos…             roda com `reference`
    python3 -m tools.as_numpy --compare programa.py argumentos…   roda com cada um e mostra onde os textos diferem
    python3 -m tools.as_numpy --compare --lines 200 programa.py   até a linha 200, que há programas que não param
    python3 -m tools.as_numpy --compare --no-simd programa.py     com o NumPy somando um número de cada vez

O programa roda na pasta dele, como no terminal. Na comparação, os geradores de números aleatórios começam da mesma
semente, para que também um programa que não a escolhe imprima o mesmo dos dois lados.

Um programa que imprime todos os algarismos mostra também o último, que depende da ordem das somas: o NumPy soma
quatro ou oito números de cada vez, nós da esquerda para a direita. Com `--no-simd` ele deixa de fazê-lo. Se então os
textos são iguais, era só isso.
"""

import argparse
import contextlib
import difflib
import importlib
import io
import os
import random
import runpy
import sys
import sysconfig
import warnings
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import reference
from tools import environment

INSTALLED = tuple(sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib"))
NO_SIMD = {"NPY_DISABLE_CPU_FEATURES": "X86_V3 X86_V4 AVX512_ICL AVX512_SPR", "OPENBLAS_CORETYPE": "Prescott"}
"""Variáveis que o NumPy e o OpenBLAS leem ao começar, num processador x86, para não usar instruções vetoriais novas."""


class Enough(BaseException):
    """O programa já imprimiu as linhas que se queria."""


class FirstLines(io.StringIO):
    """Texto que para o programa depois de `count` linhas."""

    def __init__(self, count: float) -> None:
        super().__init__()
        self.left = count

    def write(self, text: str) -> int:
        """Guarda o texto; se já chega, levanta `Enough`."""
        self.left -= text.count("\n")
        written = super().write(text)
        if self.left <= 0:
            raise Enough
        return written


@contextlib.contextmanager
def in_numpys_place() -> Iterator[None]:
    """Enquanto dura o `with`, `import numpy` dá `reference`; ao sair, o NumPy volta ao lugar."""
    away = {name: module for name, module in sys.modules.items() if name.partition(".")[0] == "numpy"}
    for name in away:
        del sys.modules[name]
    parts = {name: getattr(reference, name) for name in reference.__all__}
    ours = {f"numpy.{name}": part for name, part in parts.items() if isinstance(part, ModuleType)}
    ours["numpy"] = reference
    sys.modules.update(ours)
    try:
        yield
    finally:
        for name in ours:
            del sys.modules[name]
        sys.modules.update(away)


def run(program: Path, arguments: list[str]) -> None:
    """Roda o programa do começo ao fim; depois, esquece os módulos dele, que a próxima vez há de importar de novo."""
    program = program.resolve()
    path, argv, before = sys.path[:], sys.argv[:], set(sys.modules)
    sys.path.insert(0, str(program.parent))
    sys.argv[:] = [str(program), *arguments]
    try:
        with contextlib.chdir(program.parent), contextlib.suppress(SystemExit):
            runpy.run_path(str(program), run_name="__main__")
    finally:
        sys.path[:], sys.argv[:] = path, argv
        for name in set(sys.modules) - before:
            if not (getattr(sys.modules[name], "__file__", None) or INSTALLED[0]).startswith(INSTALLED):
                del sys.modules[name]


def printed(program: Path, arguments: list[str], lines: float = float("inf")) -> str:
    """O que o programa imprime, até a linha `lines`, com o que `import numpy` der agora; se falha, diz o erro."""
    random.seed(0)
    importlib.import_module("numpy.random").seed(0)
    with contextlib.redirect_stdout(FirstLines(lines)) as text, warnings.catch_warnings(), contextlib.suppress(Enough):
        warnings.simplefilter("ignore")  # o NumPy avisa de uma divisão por zero; o que se compara é o que ela dá
        try:
            run(program, arguments)
        except Exception as error:
            print(f"{type(error).__name__}: {error}")  # há programas que acabam assim, e também isso se compara
    return text.getvalue()


def both(program: Path, arguments: list[str] | None = None, lines: float = float("inf")) -> tuple[str, str]:
    """O que o mesmo programa imprime com o NumPy e com `reference`."""
    theirs = printed(program, arguments or [], lines)
    with in_numpys_place():
        return theirs, printed(program, arguments or [], lines)


def main(options: argparse.Namespace) -> int:
    """Roda ou compara; devolve 1 se os textos diferem."""
    if not options.compare:
        with in_numpys_place():
            run(options.program, options.arguments)
        return 0
    if options.no_simd:
        os.environ.update(NO_SIMD)
    theirs, ours = both(options.program, options.arguments, options.lines)
    for line in difflib.unified_diff(theirs.splitlines(), ours.splitlines(), "NumPy", "reference", lineterm="", n=1):
        print(line)
    count = theirs.count("\n")
    print(f"{options.program}: {'o mesmo texto' if ours == theirs else 'textos diferentes'}, {count} linhas")
    return int(ours != theirs)


def parsed(words: list[str]) -> argparse.Namespace:
    """Os argumentos do comando; o que vem depois do programa é dele."""
    parser = argparse.ArgumentParser(prog="python3 -m tools.as_numpy", description="Roda um programa do NumPy.")
    parser.add_argument("--compare", action="store_true", help="roda também com o NumPy e compara os textos")
    parser.add_argument("--no-simd", action="store_true", help="na comparação, o NumPy sem instruções vetoriais")
    parser.add_argument("--lines", type=int, default=float("inf"), help="compara só as primeiras linhas")
    parser.add_argument("program", type=lambda name: Path(name).resolve())
    parser.add_argument("arguments", nargs=argparse.REMAINDER)
    return parser.parse_args(words)


if __name__ == "__main__":
    wanted = parsed(sys.argv[1:])
    if not wanted.compare or Path(sys.prefix).resolve() == environment.VENV.resolve():
        raise SystemExit(main(wanted))
    words = [str(wanted.program) if Path(word).resolve() == wanted.program else word for word in sys.argv[1:]]
    raise SystemExit(environment.told(lambda: environment.run("tools.as_numpy", *words)))
