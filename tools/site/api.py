"""As páginas da Referência: uma por módulo público de `reference/`, escritas durante a construção do site."""

import ast
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools.site import ROOT
from tools.site.pages import relative, title_at

PARTS = {
    "tensors": "Representações de dados",
    "operations": "As engrenagens",
    "linalg": "Álgebra linear",
    "gradients": "O motor",
    "networks": "As redes",
    "data": "Os dados",
}
FOLDER = "referencia"


@dataclass(frozen=True)
class Module:
    """Um módulo de `reference/` e os caminhos que dele decorrem."""

    idea: str
    """O caminho sem extensão, a partir de `reference/`: `operations/dot`."""
    summary: str
    """A primeira linha da docstring."""

    @property
    def part(self) -> str:
        """A parte do livro, ou vazio para um módulo solto."""
        return self.idea.rpartition("/")[0]

    @property
    def name(self) -> str:
        """O nome curto."""
        return self.idea.rpartition("/")[2]

    @property
    def dotted(self) -> str:
        """O nome com que se importa."""
        return "reference." + self.idea.replace("/", ".")

    @property
    def page(self) -> str:
        """A página da referência, a partir de docs/."""
        return f"{FOLDER}/{self.idea}.md"

    @property
    def chapter(self) -> str:
        """A página do capítulo, a partir de docs/."""
        return f"{self.idea}.md"


def modules(chapters: Sequence[str] = (), package: Path = ROOT / "reference") -> list[Module]:
    """Os módulos públicos, por parte do livro e na ordem dos capítulos; sem capítulo, depois, em ordem alfabética."""
    order = list(PARTS)
    found = []
    for path in package.rglob("*.py"):
        idea = path.relative_to(package).with_suffix("").as_posix()
        if not any(piece.startswith("_") for piece in idea.split("/")):
            found.append(Module(idea, summary(path)))

    def place(module: Module) -> tuple[int, int, str]:
        part = order.index(module.part) if module.part in order else len(order)
        chapter = chapters.index(module.chapter) if module.chapter in chapters else len(chapters)
        return part, chapter, module.idea

    return sorted(found, key=place)


def pages_in(nav: Any) -> list[str]:
    """Os endereços que há numa navegação do mkdocs.yml, na ordem."""
    if isinstance(nav, str):
        return [nav]
    branches = nav.values() if isinstance(nav, dict) else nav or []
    return [page for branch in branches for page in pages_in(branch)]


def summary(path: Path) -> str:
    """A primeira linha da docstring de um módulo, sem importá-lo."""
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return docstring.strip().partition("\n")[0]


def page_text(module: Module) -> str:
    """O Markdown da página de um módulo; o mkdocstrings faz o resto."""
    chapter = title_at(module.chapter)
    test = f"tests/{module.part}/test_{module.name}.py".replace("//", "/")
    links = [f"Capítulo: [{chapter}]({relative(module.chapter, module.page)})"] if chapter else []
    links += [f"Código: `reference/{module.idea}.py`", f"Testes: `{test}`"]
    return (
        f"---\ndescription: >-\n  Referência do módulo {module.dotted}.\n---\n\n"
        f"# `{module.dotted}`\n\n{' · '.join(links)}\n{{ .caminhos }}\n\n::: {module.dotted}\n"
    )


def index_text(found: list[Module]) -> str:
    """O Markdown da página de abertura da Referência: os módulos por parte, com a primeira linha de cada um."""
    lines = [
        "---\ndescription: Todos os módulos do pacote, com o que cada função recebe, devolve e recusa.\n---\n",
        "# Referência\n",
        "O pacote se importa com `import reference as np` e não depende de nada além do Python. "
        "Cada módulo é uma ideia do livro; cada função traz a fórmula, as formas que aceita, os erros que levanta, "
        "um exemplo que roda e o código-fonte.\n",
    ]
    part = None
    for module in found:
        if module.part != part:
            part = module.part
            lines.append(f"\n## {PARTS.get(part, 'O pacote')}\n")
        lines.append(f"[`{module.name}`]({module.idea}.md)\n:   {module.summary or module.dotted}\n")
    return "\n".join(lines)


def nav_tree(found: list[Module]) -> list[Any]:
    """O que entra na navegação sob a aba Referência."""
    tree: list[Any] = [f"{FOLDER}/index.md"]
    for part in dict.fromkeys(module.part for module in found):
        pages = [{module.name: module.page} for module in found if module.part == part]
        tree += [{PARTS.get(part, part): pages}] if part else pages
    return tree


def mark_notes(html: str) -> str:
    """Dá classe própria às etiquetas `[Notas: …]` das docstrings, que dizem de que trecho das notas vem a função."""
    return re.sub(r"<p>(\[Notas: [^<]*\])</p>", r'<p class="notas">\1</p>', html)
