"""As questões de um capítulo: o enunciado, a dica e a solução, lidos da página, e a conferência, do módulo."""

import importlib
import re
from dataclasses import dataclass
from pathlib import Path

from exercises.judging import Exercise, plain

ROOT = Path(__file__).resolve().parent.parent
SECTION = re.compile(r"^## Exercícios *\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
QUESTION = re.compile(r"^\d+\. ", re.MULTILINE)
HINT = '??? tip "Dica"'
SOLUTION = '??? success "Solução"'
CODE = re.compile(r"^```python[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Question:
    """Uma questão, do lado de quem a lê: três textos em Markdown."""

    text: str
    hint: str
    solution: str

    @property
    def code(self) -> str:
        """O código da solução, todo junto."""
        return "\n\n".join(plain(block) for block in CODE.findall(self.solution))


def questions(markdown: str) -> list[Question]:
    """As questões da seção `## Exercícios` de uma página.

    Examples:
        >>> page = '## Exercícios\\n\\n1. *Preveja.* 1 + 1?\\n\\n    ??? success "Solução"\\n        Dois.\\n'
        >>> questions(page)
        [Question(text='*Preveja.* 1 + 1?', hint='', solution='Dois.')]
    """
    section = SECTION.search(markdown)
    found = []
    for written in QUESTION.split(section[1])[1:] if section else []:
        body, _, solution = plain(" " * 4 + written).partition(SOLUTION)
        text, _, hint = body.partition(HINT)
        found.append(Question(plain(text), plain(hint), plain(solution)))
    return found


@dataclass(frozen=True)
class Chapter:
    """Um capítulo com exercícios, como `operations/dot`."""

    name: str

    @property
    def page(self) -> Path:
        """O arquivo do capítulo."""
        return ROOT / "docs" / f"{self.name}.md"

    @property
    def title(self) -> str:
        """O título do capítulo."""
        return next(line[2:] for line in self.page.read_text(encoding="utf-8").splitlines() if line.startswith("# "))

    def questions(self) -> list[Question]:
        """O que a página pergunta, na ordem."""
        return questions(self.page.read_text(encoding="utf-8"))

    def exercises(self) -> list[Exercise]:
        """Quem confere, na ordem."""
        module = importlib.import_module(f"exercises.{self.name.replace('/', '.')}")
        return [value for value in vars(module).values() if isinstance(value, Exercise)]

    def right_answer(self, number: int) -> str:
        """Uma resposta certa para a questão `number`, contada de 1."""
        exercise = self.exercises()[number - 1]
        return exercise.given + "\n\n" + (exercise.solution or self.questions()[number - 1].code)


def chapters() -> list[Chapter]:
    """Os capítulos com exercícios, na ordem do livro: a das linhas de `nav`, no mkdocs.yml."""
    menu = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    named = re.findall(r"(?<= )[\w/]+(?=\.md$)", menu, re.MULTILINE)
    return [Chapter(name) for name in named if (ROOT / "exercises" / f"{name}.py").is_file()]
