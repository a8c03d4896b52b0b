"""A lista de exercícios do livro, colhida dos próprios capítulos."""

import re
from collections.abc import Iterable

MARK = "<!-- exercicios -->"
SECTION = re.compile(r"^## Exercícios *\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
QUESTION = re.compile(r"^\d+\. ", re.MULTILINE)


def count_questions(markdown: str) -> int:
    """Quantas questões há na seção `## Exercícios` de uma página."""
    section = SECTION.search(markdown)
    return len(QUESTION.findall(section[1])) if section else 0


def listing(chapters: Iterable[tuple[str, str, str]]) -> str:
    """A lista em Markdown, a partir de (título, endereço, texto) de cada capítulo na ordem do livro."""
    counted = [(title, address, count_questions(text)) for title, address, text in chapters]
    lines = [
        f"- [{title}]({address}#exercicios) {number} {'questão' if number == 1 else 'questões'}"
        for title, address, number in counted
        if number
    ]
    if not lines:
        return "\nOs primeiros exercícios chegam com os primeiros capítulos.\n"
    return "\n".join(['\n<div class="exercicios" markdown>\n', *lines, "\n</div>\n"])
