"""Uma execução só do pytest confere tudo: os testes, os blocos das páginas e os exemplos das docstrings.

Um bloco de página é um item chamado pela linha (`docs/tensors/tensor.md::42`); uma docstring, pelo nome do que descreve
(`reference/tensors/layout.py::contiguous_steps`).
"""

from collections.abc import Iterator
from contextvars import copy_context
from pathlib import Path

import pytest

from tools.docstrings import docstrings, failures
from tools.pages import ROOT, Page, PageError

DOCUMENTED = ("reference", "programs", "exercises", "tools")
collect_ignore_glob = ["docs/**/*.py"]


class Different(Exception):
    """O que está escrito não é o que o código faz; a mensagem é o relato inteiro."""


class Item(pytest.Item):
    """Um item que falha com o relato e a linha do arquivo, sem o rastro da máquina de testes."""

    line = 1

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> object:
        """`docs/tensors/tensor.md:42: …`, que um editor abre na linha."""
        if isinstance(excinfo.value, Different | PageError):
            line = getattr(excinfo.value, "line", self.line)
            return f"{self.path.relative_to(ROOT).as_posix()}:{line}: {excinfo.value}"
        return super().repr_failure(excinfo)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Onde o item mora e como se chama no título da falha."""
        return self.path, self.line - 1, f"{self.path.relative_to(ROOT).as_posix()}:{self.line}"


class BlockItem(Item):
    """Um bloco de uma página."""

    def runtest(self) -> None:
        """Roda os blocos anteriores que ainda não rodaram (o leitor também os teria lido) e, então, este."""
        assert isinstance(self.parent, PageFile)
        if problem := self.parent.check(self.line):
            raise Different(problem)


class MalformedItem(Item):
    """Uma página que nem se consegue separar em blocos."""

    def runtest(self) -> None:
        """Relata o erro na linha em que está."""
        Page.read(self.path)


class PageFile(pytest.File):
    """Uma página: seus blocos dividem um espaço de nomes."""

    page: Page

    def collect(self) -> Iterator[Item]:
        """Um item por bloco."""
        self.problems: dict[int, str] = {}
        try:
            self.page = Page.read(self.path)
        except PageError as problem:
            item = MalformedItem.from_parent(self, name=str(problem.line))
            item.line = problem.line
            yield item
            return
        for block in self.page.blocks:
            item = BlockItem.from_parent(self, name=str(block.code.first))
            item.line = block.code.first
            yield item

    def check(self, line: int) -> str:
        """O problema do bloco que começa em `line`, rodando antes os que vêm antes dele."""
        for block in self.page.blocks:
            if line in self.problems:
                break
            if block.code.first not in self.problems:
                self.problems[block.code.first] = self.page.check(block)
        return self.problems[line]

    def teardown(self) -> None:
        """Solta o que a página criou."""
        self.page.namespace.clear()


class DocstringItem(Item):
    """Os exemplos de uma docstring."""

    text = ""

    def runtest(self) -> None:
        """Roda-os no espaço de nomes do módulo."""
        if report := copy_context().run(failures, self.text, self.name, self.line, self.path):
            raise Different(f"o exemplo não dá o que a docstring mostra\n{report.strip()}")


class SourceFile(pytest.File):
    """Um arquivo-fonte, visto pelas suas docstrings."""

    def collect(self) -> Iterator[Item]:
        """Um item por docstring que tem exemplo."""
        for name, line, text in docstrings(self.path.read_text(encoding="utf-8")):
            if ">>>" in text:
                item = DocstringItem.from_parent(self, name=name)
                item.line, item.text = line, text
                yield item


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.File | None:
    """Páginas e arquivos-fonte, que o pytest sozinho não conferiria."""
    if file_path.suffix == ".md":
        return PageFile.from_parent(parent, path=file_path)
    if file_path.suffix == ".py" and file_path.relative_to(ROOT).parts[0] in DOCUMENTED:
        return SourceFile.from_parent(parent, path=file_path)
    return None
