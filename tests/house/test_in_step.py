"""A casa em ordem: uma ideia, um módulo, uma página, um arquivo de testes; e importações que vão num sentido só.

Cada regra é uma função que recebe a raiz do repositório e devolve as faltas, uma por linha, como se lê no relatório.
Assim as próprias regras se testam, numa casa de brinquedo.
"""

import ast
import re
import sys
from collections.abc import Callable, Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest
import yaml

from tools.pages import ROOT

PARTS = ("tensors", "operations", "linalg", "gradients", "networks", "data", "programs")
BELOW = {
    "tensors": {"tensors"},
    "operations": {"tensors", "operations"},
    "random": {"tensors", "operations"},
    "linalg": {"tensors", "operations", "linalg"},
    "testing": {"tensors", "operations"},
    "data": {"tensors", "operations", "random", "data"},
    "gradients": {"tensors", "operations", "gradients"},
    "networks": {"tensors", "operations", "gradients", "networks", "random", "data"},
}
"""De que partes cada parte pode importar; `random`, `linalg`, `testing` e `data` ficam ao lado da escada."""
LONGEST = 350
ENGLISH = re.compile(r"\b(the|of|and|is|are|returns?|with|from|that|this|by)\b", re.IGNORECASE)
Rule = Callable[[Path], Iterator[str]]


def sources(folder: Path) -> Iterator[Path]:
    """Arquivos Python de uma pasta."""
    return (path for path in sorted(folder.rglob("*.py")) if "__pycache__" not in path.parts)


def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def dotted(path: Path, root: Path) -> str:
    """`reference/tensors/layout.py` → `reference.tensors.layout`."""
    return path.relative_to(root).with_suffix("").as_posix().replace("/", ".")


def modules(root: Path) -> set[str]:
    """Ideias que têm módulo: `tensors/layout`, `random`, `programs/zero_or_one`."""
    found = {path.relative_to(root / "reference") for path in sources(root / "reference")}
    found |= {path.relative_to(root) for path in sources(root / "programs")}
    return {path.with_suffix("").as_posix() for path in found if not path.name.startswith("_")}


def page_of(idea: str) -> str:
    return f"docs/{idea}.md"


def test_of(idea: str) -> str:
    folder, _, name = f"/{idea}".rpartition("/")
    return f"tests{folder}/test_{name}.py"


test_of.__test__ = False


def without_page_or_test(root: Path) -> Iterator[str]:
    """Todo módulo tem a sua página e o seu arquivo de testes."""
    for idea in sorted(modules(root)):
        for path in (page_of(idea), test_of(idea)):
            if not (root / path).is_file():
                yield f"a ideia {idea} tem módulo, mas não tem {path}"


def without_module(root: Path) -> Iterator[str]:
    """Toda página e todo arquivo de testes das partes tem o seu módulo; a abertura de cada parte é livre."""
    known = modules(root)
    expected = {page_of(idea) for idea in known} | {test_of(idea) for idea in known}
    for folder, pattern in (("docs", "*.md"), ("tests", "test_*.py")):
        paths = [*(root / folder).glob(pattern)]
        for part in PARTS:
            paths += (root / folder / part).rglob(pattern)
        for path in sorted(paths):
            if path.name != "index.md" and path.relative_to(root).as_posix() not in expected:
                yield f"{path.relative_to(root).as_posix()} não tem um módulo de mesmo nome"


def outside_navigation(root: Path) -> Iterator[str]:
    """Toda página está no menu."""
    listed = navigation(root / "mkdocs.yml")
    for path in sorted((root / "docs").rglob("*.md")):
        page = path.relative_to(root / "docs").as_posix()
        if page not in listed and not any(page.startswith(entry) for entry in listed if entry.endswith("/")):
            yield f"docs/{page} não está em nav, no mkdocs.yml"


def navigation(path: Path) -> set[str]:
    """As páginas nomeadas em `nav`."""

    class Loader(yaml.SafeLoader):
        """Lê o que interessa e passa por cima das etiquetas próprias do mkdocs (`!!python/name`, `!ENV`)."""

    Loader.add_multi_constructor("", lambda loader, suffix, node: None)
    found, waiting = set(), [yaml.load(path.read_text(encoding="utf-8"), Loader).get("nav", [])]
    while waiting:
        entry = waiting.pop()
        if isinstance(entry, str):
            found.add(entry)
        elif entry:
            waiting += entry.values() if isinstance(entry, dict) else entry
    return found


def wrong_way_imports(root: Path) -> Iterator[str]:
    """Ninguém importa da parte de cima, da face, nem de dentro de uma função; `reference` não depende de nada."""
    for path in sources(root / "reference"):
        module = path.relative_to(root).as_posix()
        part = path.relative_to(root / "reference").with_suffix("").parts[0]
        for line, name, inside in imports(path):
            if inside == "def":
                yield f"{module}:{line}: importação dentro de uma função"
            if part == "__init__":
                continue
            target, below = name.split("."), BELOW.get(part, set())
            if target[0] == "" or target == ["reference"] or (len(target) == 2 and target[0] == "reference"):
                yield f"{module}:{line}: importe do módulo pelo caminho inteiro, e não {name!r}"
            elif target[0] == "reference" and target[1] not in below:
                yield f"{module}:{line}: {part} não pode importar de {target[1]}"
            elif target[0] not in {*sys.stdlib_module_names, "reference"}:
                yield f"{module}:{line}: {target[0]} não é da biblioteca-padrão"


def imports(path: Path) -> Iterator[tuple[int, str, str]]:
    """De cada importação: a linha, o nome completo (`.` na frente: relativo) e se está num `def` ou `TYPE_CHECKING`."""
    waiting: list[tuple[ast.AST, str]] = [(parse(path), "")]
    while waiting:
        node, inside = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            inside = "def"
        elif isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            inside = "if TYPE_CHECKING"
        elif isinstance(node, ast.Import | ast.ImportFrom):
            source = "." * node.level + f"{node.module or ''}." if isinstance(node, ast.ImportFrom) else ""
            yield from ((node.lineno, source + alias.name, inside) for alias in node.names)
        waiting += [(child, inside) for child in ast.iter_child_nodes(node)]


def circles(root: Path) -> Iterator[str]:
    """Seguindo as importações nunca se volta ao ponto de partida; as que só o mypy lê (`TYPE_CHECKING`) não contam."""
    paths = {dotted(path, root): path for path in sources(root / "reference")}
    graph = {}
    for module, path in paths.items():
        targets = [name for _, name, inside in imports(path) if inside != "if TYPE_CHECKING"]
        graph[module] = {*targets, *(name.rpartition(".")[0] for name in targets)} & paths.keys()
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        yield "importações em círculo: " + " → ".join(error.args[1])


def logic_in_the_face(root: Path) -> Iterator[str]:
    """`reference/__init__.py` só importa e dá nomes: nenhuma função, nenhuma conta, nenhuma chamada."""
    for node in parse(root / "reference/__init__.py").body:
        text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        naming = isinstance(node, ast.Assign | ast.AnnAssign) and not any(
            isinstance(part, ast.Call | ast.BinOp | ast.Lambda | ast.comprehension) for part in ast.walk(node)
        )
        if not (text or naming or isinstance(node, ast.Import | ast.ImportFrom)):
            yield f"reference/__init__.py:{node.lineno}: a face só importa e dá nomes; isto mora num módulo"


def too_long(root: Path) -> Iterator[str]:
    """Um módulo cabe numa leitura."""
    paths = [root / "conftest.py"]
    for folder in ("reference", "programs", "exercises", "tools", "tests", "docs"):
        paths += sources(root / folder)
    for path in paths:
        lines = path.read_text(encoding="utf-8").count("\n") if path.is_file() else 0
        if lines > LONGEST:
            yield f"{path.relative_to(root).as_posix()} tem {lines} linhas; o limite é {LONGEST}"


def badly_documented(root: Path) -> Iterator[str]:
    """Toda função e classe traz um resumo em português; as que se oferecem a quem usa o pacote, também um exemplo."""
    face = {name for _, name, _ in imports(root / "reference/__init__.py")}
    for path in sources(root / "reference"):
        module = dotted(path, root)
        for node in parse(path).body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
                offered = module.split(".")[1] not in ("tensors", "operations") or f"{module}.{node.name}" in face
                if problem := documentation_problem(ast.get_docstring(node) or "", offered):
                    yield f"{path.relative_to(root).as_posix()}:{node.lineno}: {node.name} {problem}"


def documentation_problem(text: str, offered: bool) -> str:
    """O que falta a uma docstring; vazio, se nada."""
    summary = text.split("\n\n")[0]
    if not re.fullmatch(r'["“A-Z0-9À-Ý`$].*[.:?…]\)?', summary, re.DOTALL):
        return "não tem um resumo (uma frase que começa em maiúscula e termina em ponto)"
    words = ENGLISH.search(re.sub(r"`[^`]*`|\$[^$]*\$|\*[^*]+\*", "", summary))
    if words:
        return f"tem um resumo em inglês? ({words[0]!r})"
    return "" if ">>>" in text or not offered else "não tem um exemplo (>>>)"


RULES: tuple[Rule, ...] = (
    without_page_or_test,
    without_module,
    outside_navigation,
    wrong_way_imports,
    circles,
    logic_in_the_face,
    too_long,
    badly_documented,
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_house(rule: Rule) -> None:
    faults = list(rule(ROOT))
    assert not faults, f"{rule.__doc__}\n" + "\n".join(faults)


# As regras, numa casa de brinquedo: cada linha quebra uma coisa e diz que queixa se espera.

GOOD = {
    "mkdocs.yml": "nav:\n  - index.md\n  - Laço: tensors/layout.md\nx: !!python/name:a.b ''\n",
    "docs/index.md": "",
    "docs/tensors/layout.md": "",
    "reference/__init__.py": '"""Face."""\nfrom reference.tensors.layout import f\n__all__ = ["f"]\n',
    "reference/tensors/layout.py": 'import math\n\n\ndef f():\n    """Faz.\n\n    >>> f()\n    """\n',
    "tests/tensors/test_layout.py": "",
}
LAYOUT = "reference/tensors/layout.py"


@pytest.mark.parametrize(
    ("rule", "path", "text", "complaint"),
    [
        (without_page_or_test, "reference/data/toy.py", "", "não tem tests/data/test_toy.py"),
        (without_page_or_test, "reference/random.py", "", "não tem docs/random.md"),
        (without_page_or_test, "programs/digits.py", "", "não tem docs/programs/digits.md"),
        (without_module, "docs/data/toy.md", "", "docs/data/toy.md não tem um módulo"),
        (without_module, "tests/tensors/test_toy.py", "", "test_toy.py não tem um módulo"),
        (without_module, "docs/toy.md", "", "docs/toy.md não tem um módulo"),
        (outside_navigation, "docs/sobre/errata.md", "", "sobre/errata.md não está em nav"),
        (
            wrong_way_imports,
            LAYOUT,
            "from reference.operations.dot import dot",
            "tensors não pode importar de operations",
        ),
        (wrong_way_imports, LAYOUT, "import reference", "caminho inteiro"),
        (wrong_way_imports, LAYOUT, "from reference import dot", "caminho inteiro"),
        (wrong_way_imports, LAYOUT, "from . import dot", "caminho inteiro"),
        (wrong_way_imports, LAYOUT, "def f():\n    import math", "layout.py:2: importação dentro de uma função"),
        (wrong_way_imports, LAYOUT, "import numpy", "numpy não é da biblioteca-padrão"),
        (
            circles,
            LAYOUT,
            "from reference.tensors import layout",
            "reference.tensors.layout → reference.tensors.layout",
        ),
        (circles, LAYOUT, "if TYPE:\n    from reference.tensors.layout import f", "layout → reference.tensors.layout"),
        (logic_in_the_face, "reference/__init__.py", "x = sorted([2, 1])", "__init__.py:1"),
        (logic_in_the_face, "reference/__init__.py", "def f(): ...", "__init__.py:1"),
        (too_long, LAYOUT, "\n" * 351, "tem 351 linhas"),
        (badly_documented, LAYOUT, "def f(): ...", "layout.py:1: f não tem um resumo"),
        (badly_documented, LAYOUT, "def f():\n    'Faz.'", "f não tem um exemplo"),
        (badly_documented, LAYOUT, "def f():\n    'Returns the sum.\\n\\n>>> f()'", "em inglês"),
    ],
)
def test_rules_can_fail(tmp_path: Path, rule: Rule, path: str, text: str, complaint: str) -> None:
    for name, content in GOOD.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    assert not list(rule(tmp_path))
    (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / path).write_text(text, encoding="utf-8")
    assert complaint in "\n".join(rule(tmp_path))
