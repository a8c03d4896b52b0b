"""As palavras são nossas: em lugar nenhum há mais de oito palavras seguidas das notas de que o livro partiu.

Compara-se sem olhar maiúsculas, pontuação, números nem quebras de linha, na prosa e no código. Só as fórmulas ficam de
fora: não são palavras.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from tools.pages import ROOT

LIMIT = 8
FOLDERS = ("docs", "exercises", "reference", "programs", "tests", "tools")
SUFFIXES = {".md", ".py", ".js", ".mjs", ".html", ".css", ".tsv"}
WORD = re.compile(r"[^\W\d_]+")
NOT_WORDS = re.compile(
    r"(?<=\]\()[^)\s]*|https?://\S+|</?[a-z][^<>]*>"  # endereços e HTML
    r"|\$\$.*?\$\$|(?<![\\\w$])\$(?! )[^$\n]+\$",  # fórmulas
    re.DOTALL,
)


def words(text: str) -> list[tuple[str, int]]:
    """As palavras de um texto, em minúsculas, cada uma com a sua linha."""
    text = NOT_WORDS.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    return [(word, number) for number, line in enumerate(text.split("\n"), 1) for word in WORD.findall(line.casefold())]


def runs(text: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Cada sequência de palavras logo acima do limite, e a linha em que começa."""
    found = words(text)
    for start in range(len(found) - LIMIT):
        yield found[start][1], tuple(word for word, _ in found[start : start + LIMIT + 1])


def copied(text: str, notes: set[tuple[str, ...]]) -> Iterator[str]:
    """Cada cópia das notas num texto, como `12: as palavras dela`; uma cópia comprida se diz uma vez, pelo começo."""
    matches = [(-2, 0, ())] + [(place, *run) for place, run in enumerate(runs(text)) if run[1] in notes]
    for (before, _, _), (place, line, run) in pairwise(matches):
        if place > before + 1:
            yield f"{line}: {' '.join(run)}"


def files() -> Iterator[Path]:
    """Tudo o que é texto nosso: as páginas, o código, os testes."""
    yield ROOT / "README.md"
    for folder in FOLDERS:
        yield from (path for path in sorted((ROOT / folder).rglob("*")) if path.suffix in SUFFIXES)


def test_no_file_repeats_the_notes(notes: Path) -> None:
    theirs = {run for path in notes.glob("0*.txt") for _, run in runs(path.read_text(encoding="utf-8"))}
    assert len(theirs) > 10_000
    found = [
        f"{path.relative_to(ROOT).as_posix()}:{copy}"
        for path in files()
        for copy in copied(path.read_text(encoding="utf-8"), theirs)
    ]
    assert not found, "diga com outras palavras:\n" + "\n".join(found)


def test_the_sieve_holds() -> None:
    theirs = {run for _, run in runs("Um dois, três\nquatro. Cinco seis SETE oito nove dez!")}
    assert len(theirs) == 2
    assert not list(copied("um dois três quatro cinco seis sete oito", theirs))
    assert not list(copied("um dois três quatro e cinco seis sete oito nove dez", theirs))
    same = "Antes,\n\n**um** [dois](x.md) *três*, `quatro`, cinco seis 7 sete oito_nove"
    assert list(copied(same, theirs)) == ["3: um dois três quatro cinco seis sete oito nove"]
    assert len(list(copied(same + " dez.", theirs))) == 1
    assert len(list(copied(same + " dez.\n" + same, theirs))) == 2
