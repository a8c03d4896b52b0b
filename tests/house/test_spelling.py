"""A ortografia: o hunspell, com o dicionário do português do Brasil e a nossa lista, lê tudo o que se diz em prosa.

São as páginas, o README, as docstrings de `reference/`, que a Referência mostra, e o que os exercícios dizem no
terminal. A nossa lista, `palavras.txt`, tem os
nomes próprios, os termos em inglês que o livro explica e as palavras da área que o dicionário não conhece: uma por
linha, em ordem. Uma palavra da lista vale também com a inicial maiúscula.
"""

import ast
import keyword
import re
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from exercises.chapters import chapters
from tools.docstrings import docstrings
from tools.pages import ROOT, fences

LIST = Path(__file__).with_name("palavras.txt")
WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ſ]+(?:[-’'][A-Za-zÀ-ÖØ-öø-ſ]+)*")
NOT_PROSE = [
    re.compile(pattern, re.DOTALL | re.MULTILINE)
    for pattern in (
        r"\A---\n.*?^---$",  # os metadados, de que só a descrição volta
        r"<!--.*?-->",
        r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)",  # código no meio da frase
        r"\[?\*[^*\n]+\*(?:\]\([^)\n]*\))?\{ lang=en \}",  # o que está em inglês, e o diz ao leitor de tela
        r"\$\$.*?\$\$",
        r"(?<![\\\w$])\$(?! )[^$\n]+\$",
        r"https?://[^\s)>\"]+|\b(?:arXiv|doi):[^\s\]]+",
        r"</?[a-z][^<>]*>",
        r"(?<=\]\()[^)\s]*",  # o endereço de um link ou de uma figura; a legenda, que vem depois dele, fica
        r"\{ ?[.:#][^}\n]*\}",  # atributos
        r"^ *(?:!!!|\?\?\?\+?|===) *\w*",  # o tipo de um aviso; o título fica
        r"^ *\[[^\]]+\]:.*?$|\[\^[\w-]+\]",
    )
]
NOT_PROSE_IN_DOCSTRINGS = [
    re.compile(pattern, re.DOTALL | re.MULTILINE)
    for pattern in (
        r"^ *>>>.*?(?:\n\s*\n|\Z)",
        r"^ *(?:Args|Attributes|Examples|Raises|Returns|Yields):$",
        r"^ +\*{0,2}\w+(?:, \w+)*: ",  # o nome de um argumento; a explicação fica
    )
]


def blank(match: re.Match[str]) -> str:
    """Espaços no lugar do que se tira, para que o resto continue na linha em que está."""
    return re.sub(r"[^\n]", " ", match[0])


def prose(text: str) -> str:
    """A prosa de uma página: sem código, fórmulas, endereços nem HTML, e nas mesmas linhas."""
    lines = text.split("\n")
    for fence in fences(text):
        lines[fence.first - 1 : fence.last] = [""] * (fence.last - fence.first + 1)
    description = re.match(r"(?:---\n)(?:.*\n)*?description:(.*)\n(?:.*\n)*?---\n", text)
    text = "\n".join(lines)
    for pattern in NOT_PROSE:
        text = pattern.sub(blank, text)
    return (description[1] if description else "") + text


def docstring_prose(text: str) -> str:
    """A prosa de uma docstring: sem exemplos nem nomes de argumentos."""
    for pattern in NOT_PROSE_IN_DOCSTRINGS:
        text = pattern.sub(blank, text)
    return prose(text)


def messages(source: str) -> Iterator[tuple[int, str]]:
    """O que um arquivo de conferência diz: a linha e o texto de cada mensagem e de cada comentário das respostas."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("expect", "Mistake"):
            for part in ast.walk(node.args[-1]):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield part.lineno, prose(part.value)
        if isinstance(node, ast.keyword) and node.arg in ("given", "start") and isinstance(node.value, ast.Constant):
            for number, line in enumerate(node.value.value.split("\n"), node.value.lineno):
                yield number, re.sub(r'"[^"]*"', "", line.partition("#")[2])


def answers() -> Iterator[tuple[Path, int, str]]:
    """O que os exercícios dizem, sem as palavras da página (ou ela já se leu, ou são nomes do código) nem os nomes."""
    for chapter in chapters():
        path = ROOT / "exercises" / f"{chapter.name}.py"
        code = [re.sub("#.*", "", exercise.template) for exercise in chapter.exercises()]
        known = {*keyword.kwlist, *WORD.findall("\n".join([chapter.page.read_text(encoding="utf-8"), *code]))}
        for line, text in messages(path.read_text(encoding="utf-8")):
            yield path, line, " ".join(word for word in WORD.findall(text) if word not in known)


def texts() -> Iterator[tuple[Path, int, str]]:
    """De tudo o que se diz: o arquivo, a linha em que o trecho começa e a prosa."""
    for path in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]:
        yield path, 1, prose(path.read_text(encoding="utf-8"))
    for path in sorted((ROOT / "reference").rglob("*.py")):
        for _, line, text in docstrings(path.read_text(encoding="utf-8")):
            yield path, line, docstring_prose(text)
    yield from answers()


def places() -> dict[str, list[str]]:
    """Onde está cada palavra."""
    found = defaultdict(list)
    for path, first, text in texts():
        for number, line in enumerate(text.split("\n"), first):
            for word in WORD.findall(line):
                found[word].append(f"{path.relative_to(ROOT).as_posix()}:{number}")
    return found


def listed() -> list[str]:
    return LIST.read_text(encoding="utf-8").splitlines()


def unknown(words: set[str]) -> set[str]:
    """As palavras que o dicionário não conhece."""
    hunspell = shutil.which("hunspell")
    if not hunspell:
        pytest.skip("aqui não há o hunspell (no Debian: apt install hunspell hunspell-pt-br)")
    command = [hunspell, "-i", "utf-8", "-d", "pt_BR", "-l"]
    ran = subprocess.run(command, input="\n".join(sorted(words)), capture_output=True, encoding="utf-8")
    if "Can't open" in ran.stderr:
        pytest.skip("ao hunspell daqui falta o dicionário pt_BR (no Debian: apt install hunspell-pt-br)")
    assert ran.returncode == 0, ran.stderr
    return words & set(ran.stdout.split())


def misspelled(words: set[str]) -> set[str]:
    """As que nem o dicionário nem a nossa lista conhecem."""
    ours = set(listed())
    return {word for word in unknown(words) if not {word, word[0].lower() + word[1:]} & ours}


def test_every_word_is_spelled_right() -> None:
    found = places()
    wrong = misspelled(set(found))
    assert not wrong, "corrija, ou acrescente a tests/house/palavras.txt:\n" + "\n".join(
        f"{found[word][0]}: {word}" for word in sorted(wrong)
    )


def test_our_list_is_in_order_and_has_only_what_the_book_uses() -> None:
    ours, used = listed(), {spelled for word in places() for spelled in (word, word[0].lower() + word[1:])}
    assert ours == sorted(set(ours), key=lambda word: (word.casefold(), word))
    assert not [word for word in ours if word not in used]


PAGE = """\
---
title: Titulo
description: Uma descricao.
---

# Um `codigo`

!!! danger "Armadilha: a ortografía"
    Vale $pezo_{i}$ e custa [o doubro](pajina.md){ .botao }, <span class="x">não</span> *tripplo*.
    Em *englissh*{ lang=en } ou em [*bookk*](https://a.b){ lang=en }, [doi:10.1/xpt](https://a.b).

```python
isto_nao_se_le = 1
```

$$
\\sum_i \\text{pezo}
$$

![Um dezenho](figures/figura.py "A leguenda da figura.")
"""
WRONG = {"descricao", "ortografía", "doubro", "tripplo", "dezenho", "leguenda"}


def test_the_sieve_holds() -> None:
    text = prose(PAGE)
    assert misspelled(set(WORD.findall(text))) == WRONG
    assert [number for number, line in enumerate(text.split("\n"), 1) if "tripplo" in line] == [9]


def test_the_sieve_holds_in_docstrings() -> None:
    text = "Faz umma conta.\n\nArgs:\n    xpto: O pezo.\n\nExamples:\n    >>> conta(naada)\n    neem\n"
    assert misspelled(set(WORD.findall(docstring_prose(text)))) == {"umma", "pezo"}


def test_the_sieve_holds_in_the_exercises() -> None:
    source = """\
@exercise(
    given="x = pezo  # umma linha",
    start=\'\'\'
        y = ...  # como em "abxz", o doubro
    \'\'\',
    wrong={"y = naada": "errado"},
)
def question(y):
    expect(near(y, "nadda"), f"y: {y} é a somma" if y else "o rezultado")
    raise Mistake("faltta `coddigo`")
"""
    found = {(line, word) for line, text in messages(source) for word in misspelled(set(WORD.findall(text)))}
    assert found == {(2, "umma"), (4, "doubro"), (9, "somma"), (9, "rezultado"), (10, "faltta")}
