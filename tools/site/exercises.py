"""A lista de exercícios do livro, colhida dos próprios capítulos, e o comando que os confere."""

from collections.abc import Iterable
from pathlib import PurePosixPath

from exercises.chapters import questions
from tools.site import ROOT

MARK = "<!-- exercicios -->"
HEADING = "\n## Exercícios\n"


def with_command(markdown: str, page: str) -> str:
    """Diz, no alto dos exercícios de um capítulo, como conferir as respostas."""
    name = PurePosixPath(page).with_suffix("").as_posix()
    if not (ROOT / "exercises" / f"{name}.py").is_file():
        return markdown
    told = f"Escreva as respostas à parte e confira-as no terminal: `python3 exercises {name}`."
    return markdown.replace(HEADING, f"{HEADING}\n{told}\n", 1)


def listing(chapters: Iterable[tuple[str, str, str]]) -> str:
    """A lista em Markdown, a partir de (título, endereço, texto) de cada capítulo na ordem do livro."""
    counted = [(title, address, len(questions(text))) for title, address, text in chapters]
    lines = [
        f"- [{title}]({address}#exercicios) {number} {'questão' if number == 1 else 'questões'}"
        for title, address, number in counted
        if number
    ]
    if not lines:
        return "\nOs primeiros exercícios chegam com os primeiros capítulos.\n"
    return "\n".join(['\n<div class="exercicios" markdown>\n', *lines, "\n</div>\n"])
