"""Os exemplos das docstrings: acha todas as de um arquivo e roda cada uma no espaço de nomes do seu módulo.

As docstrings são lidas do código-fonte, e não dos objetos: assim a de uma função que um decorador transformou em outra
coisa (uma operação da tabela, por exemplo) também roda, e o erro aponta a linha certa do arquivo.
"""

import ast
import doctest
import importlib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from tools.pages import ROOT

Documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def docstrings(source: str) -> Iterator[tuple[str, int, str]]:
    """Nome, linha e texto de cada docstring de um arquivo, inclusive as de métodos e de funções internas.

    Examples:
        >>> list(docstrings("def f():\\n    'Faz.'\\n"))
        [('f', 2, 'Faz.')]
    """
    waiting: list[tuple[str, ast.AST]] = [("", ast.parse(source))]
    while waiting:
        name, node = waiting.pop(0)
        if isinstance(node, Documented) and (text := ast.get_docstring(node, clean=False)):
            yield name or "o módulo", node.body[0].lineno, text
        for child in ast.iter_child_nodes(node):
            waiting.append((".".join(filter(None, (name, getattr(child, "name", "")))), child))


def names_for(module: ModuleType) -> dict[str, Any]:
    """O que um exemplo enxerga: os nomes públicos de `reference`, ela mesma como `np` e, por cima, os do seu módulo."""
    face = importlib.import_module("reference")
    public = {name: value for name, value in vars(face).items() if not name.startswith("_")}
    return {**public, "np": face, **vars(module)}


def module_name(path: Path, root: Path = ROOT) -> str:
    """`reference/tensors/layout.py` → `reference.tensors.layout`."""
    parts = path.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def failures(text: str, name: str, line: int, path: Path, root: Path = ROOT) -> str:
    """Roda os exemplos de uma docstring; devolve o relato do que saiu diferente, vazio se nada saiu."""
    names = names_for(importlib.import_module(module_name(path, root)))
    test = doctest.DocTestParser().get_doctest(text, names, name, str(path), line - 1)
    report: list[str] = []
    doctest.DocTestRunner(verbose=False, optionflags=doctest.REPORT_NDIFF).run(test, out=report.append)
    return "".join(report)
