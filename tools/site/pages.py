"""O que toda página ganha: o código embutido diz de onde vem, e o fim diz os três caminhos da ideia."""

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from tools.site import ROOT

EMBEDDED = re.compile(
    r'^(?P<indent> *)```python\n(?P<body>(?: *--8<-- "(?P<path>[^":]+)(?::[^"]*)?"\n)+)', re.MULTILINE
)
DOCSTRING = re.compile(r'(<span class="sd">"""(?:(?!""")[^\n<])*)</span>\n.*?"""</span>', re.DOTALL)
SOURCE = re.compile(r'<div class="[^"]*\bfonte\b[^"]*".*?</div>', re.DOTALL)
CONTENTS = "<!-- paginas -->"
DESCRIPTION = re.compile(r"^description: (.+)$", re.MULTILINE)
HEADING = re.compile(r"^# (.+)$", re.MULTILINE)


def with_source_titles(markdown: str) -> str:
    """Dá a cada bloco embutido o nome do arquivo de onde vem e a classe `fonte`, que o distingue do que roda."""
    return EMBEDDED.sub(r'\g<indent>```{ .python .fonte title="\g<path>" }\n\g<body>', markdown)


def with_short_docstrings(html: str) -> str:
    """Nos blocos embutidos, deixa só a primeira linha da docstring: o resto está na Referência."""
    return SOURCE.sub(lambda block: DOCSTRING.sub(r'\1"""</span>', block[0]), html)


def title_of(markdown: str) -> str:
    """O título da página: seu primeiro `# `."""
    found = HEADING.search(markdown)
    return found[1].strip() if found else ""


def contents(chapters: Iterable[tuple[str, str]]) -> str:
    """O sumário de uma parte, em Markdown: de (endereço, texto), o título e a descrição de cada página."""
    entries = []
    for address, text in chapters:
        description = DESCRIPTION.search(text)
        entries.append(f"[{title_of(text)}]({address})\n:   {description[1] if description else ''}\n")
    return "\n".join(["", *entries])


def title_at(page: str) -> str:
    """O título de uma página de docs/, ou vazio se ela não existe."""
    path = ROOT / "docs" / page
    return title_of(path.read_text(encoding="utf-8")) if path.is_file() else ""


def relative(target: str, page: str) -> str:
    """O endereço de uma página visto de outra, ambos contados de docs/."""
    return "../" * (len(PurePosixPath(page).parts) - 1) + target


def three_paths(page: str) -> str:
    """A linha do fim de um capítulo: módulo, código e testes. Vazia se a página não é a de um módulo."""
    idea = PurePosixPath(page).with_suffix("")
    test = f"tests/{idea.parent}/test_{idea.name}.py"
    module, program = f"reference/{idea}.py", f"{idea}.py"
    if idea.name == "index":
        return ""
    if (ROOT / module).is_file():
        dotted = module.removesuffix(".py").replace("/", ".")
        place = f"Módulo: [`{dotted}`]({relative(f'referencia/{page}', page)}) · Código: `{module}`"
    elif idea.parts[0] == "programs" and (ROOT / program).is_file():
        place = f"Programa: `{program}`"
    else:
        return ""
    return f"\n\n{place} · Testes: `{test}`\n{{ .caminhos }}\n"
