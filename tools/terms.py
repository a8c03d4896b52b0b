"""Os termos do livro: o que o glossário define, onde cada um começa e onde aparece pela primeira vez.

A página `docs/sobre/glossario.md` é a única lista. Cada termo é um título de terceiro nível, com a âncora e as outras
formas da palavra, e três parágrafos: o nome em inglês, a definição e o lugar onde o livro o apresenta.

    ### lote { #lote data-formas="lotes" }

    *batch*{ lang=en }

    As amostras que a rede vê de uma vez, antes de mudar os pesos.

    Começa em [O laço](../networks/neuron.md#o-laco).

Uma forma com `!` na frente só conta em negrito: serve às palavras que também querem dizer outra coisa (`!forma`).

Na ordem do livro, nenhum termo pode aparecer antes de ser apresentado. Aparecer num link para o glossário, ou numa
frase que leva ao lugar que o apresenta, é prometer, e isso se pode. Este comando mostra a lista e o que está fora dela:

    python3 -m tools.terms
"""

import posixpath
import re
import sys
import unicodedata
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GLOSSARY = "sobre/glossario.md"
ENTRY = re.compile(
    r'^### (?P<name>.+?) \{ #(?P<anchor>[\w-]+)(?: data-formas="(?P<forms>[^"]+)")? \}\n\n'
    r"\*(?P<english>[^\n]+?)\*\{ lang=en \}(?P<others>[^\n]*)\n\n(?P<definition>[^\n]+)\n\n"
    r"Começa em \[[^\]]+\]\((?P<page>[^)#]+)#(?P<section>[\w-]+)\)",
    re.MULTILINE,
)
BOLD = re.compile(r"^!(.+)")
NAV = re.compile(r"^ +- (?:[^:\n]+: )?([\w/]+\.md)$", re.MULTILINE)
HEADING = re.compile(r"^(#+) +(.+?)(?: *\{[^}#]*#(?P<anchor>[\w-]+)[^}]*\})? *$", re.MULTILINE)
LINK = re.compile(r'(?<!!)\[(?P<text>[^\]]*)\]\((?P<target>[^)\s#]*)(?:#(?P<anchor>[^)\s]*))?(?: "[^"]*")?\)')
UNREAD = re.compile(
    r"\A---\n.*?\n---\n|^( *)(?P<fence>`{3,})[^\n]*\n.*?^\1(?P=fence) *$|<!--.*?-->|<[^>\n]+>"
    r"|\$\$.*?\$\$|(`+).+?\3|\$[^$\n]+\$|(?<=\])\([^)\s]*|\{[^}\n]*\}",
    re.MULTILINE | re.DOTALL,
)
STOP = re.compile(r"[.!?…](?=[\s”\")*])|\n\s*\n|\n(?=\s*(?:[-|]|\d+\.) ?)|:(?=\n)")
AHEAD = re.compile(r"^# .*|^!!! abstract .*\n(?:(?: {4}.*)?\n)*", re.MULTILINE)
"""O título e a caixa do alto de uma página: dizem o que nela se vai aprender."""


@dataclass(frozen=True)
class Term:
    """Um verbete: o nome, as formas em que aparece no texto e o lugar (página e seção) que o apresenta."""

    name: str
    anchor: str
    forms: tuple[str, ...]
    english: str
    definition: str
    page: str
    section: str


@dataclass(frozen=True)
class Use:
    """Um termo no texto de uma página; `told` se ele já foi apresentado na página, ou se a frase leva aonde ele o é."""

    term: Term
    page: str
    line: int
    words: str
    told: bool


def entries(text: str) -> list[Term]:
    """Os verbetes escritos na página do glossário, na ordem dela."""
    terms = []
    for entry in ENTRY.finditer(text):
        forms = tuple(BOLD.sub(r"**\1**", form) for form in (entry["forms"] or entry["name"]).split(", "))
        page = posixpath.normpath(posixpath.join(posixpath.dirname(GLOSSARY), entry["page"]))
        about = entry["english"], entry["definition"]
        terms.append(Term(entry["name"], entry["anchor"], forms, *about, page, entry["section"]))
    return terms


def glossary(root: Path = ROOT) -> list[Term]:
    """Os verbetes do livro."""
    return entries((root / "docs" / GLOSSARY).read_text(encoding="utf-8"))


def book(root: Path = ROOT) -> list[str]:
    """As páginas na ordem do livro, que é a do menu."""
    return NAV.findall((root / "mkdocs.yml").read_text(encoding="utf-8"))


def prose(text: str) -> str:
    """O texto de uma página com espaços no lugar do que não é prosa: código, fórmulas e endereços.

    Examples:
        >>> prose("A *rede* `x` tem $n$ [pesos](a.md#b).")
        'A *rede*     tem     [pesos]       ).'
    """
    return UNREAD.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def pattern(terms: list[Term]) -> tuple[re.Pattern[str], dict[str, Term]]:
    """A expressão que acha qualquer forma de qualquer termo, a mais comprida primeiro, e de quem é cada forma."""
    owner = {form.lower(): term for term in terms for form in term.forms}
    branches = []
    for initial, forms in groupby(sorted(owner), key=lambda form: form[0]):  # uma letra decide quase sempre
        spaced = (re.escape(form).replace(r"\ ", r"\s+") for form in sorted(forms, key=len, reverse=True))
        branches.append(f"(?={re.escape(initial)})(?:{'|'.join(spaced)})")
    return re.compile(rf"(?<![\w-])(?:{'|'.join(branches)})(?![\w-])", re.IGNORECASE), owner


def slug(title: str) -> str:
    """A âncora que o site dá a um título.

    Examples:
        >>> slug("O laço, `dot` e *mais*")
        'o-laco-dot-e-mais'
    """
    plain = unicodedata.normalize("NFKD", re.sub(r"\$[^$]*\$", "", title)).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


def sections(text: str) -> dict[str, tuple[int, int]]:
    """De cada âncora de uma página, onde começa o título e onde acaba a seção."""
    bare = re.sub(r"^( *)(`{3,}).*?^\1\2 *$", lambda m: re.sub(r"[^\n]", " ", m[0]), text, flags=re.M | re.S)
    found = list(HEADING.finditer(bare))
    places = {}
    for i, heading in enumerate(found):
        after = (other.start() for other in found[i + 1 :] if len(other[1]) <= len(heading[1]))
        places.setdefault(heading["anchor"] or slug(heading[2]), (heading.start(), next(after, len(text))))
    return places


def links(text: str, page: str) -> list[tuple[int, int, str, str]]:
    """Os links de uma página: onde começam e acabam, e a página e a âncora a que levam."""
    folder = posixpath.dirname(page)
    return [
        (*link.span(), posixpath.normpath(posixpath.join(folder, link["target"] or posixpath.basename(page))),
         link["anchor"] or "")
        for link in LINK.finditer(text)
    ]  # fmt: skip


def uses(page: str, text: str, finder: re.Pattern[str], owner: dict[str, Term]) -> Iterator[Use]:
    """Cada vez que um termo aparece na prosa de uma página."""
    seen, places = links(text, page), sections(text)
    stops = [0, *(stop.end() for stop in STOP.finditer(text)), len(text)]
    ahead = [match.span() for match in AHEAD.finditer(text)]
    for match in finder.finditer(prose(text)):
        term = owner[re.sub(r"\s+", " ", match[0]).lower()]
        after = bisect(stops, match.start())
        start, end = stops[after - 1], stops[after]
        told = any(
            start < finish and begin < end and (target == term.page or (target, anchor) == (GLOSSARY, term.anchor))
            for begin, finish, target, anchor in seen
        )
        if page == term.page:
            told |= match.start() >= places[term.section][0] or any(a <= match.start() < b for a, b in ahead)
        yield Use(term, page, text.count("\n", 0, match.start()) + 1, match[0], told)


def first_uses(root: Path = ROOT) -> Iterator[Use]:
    """O primeiro uso de cada termo em cada página do livro; as aberturas, que anunciam o que vem, ficam de fora."""
    finder, owner = pattern(glossary(root))
    for page in book(root):
        if posixpath.basename(page) == "index.md" or page.startswith("sobre/"):
            continue
        met: set[Term] = set()
        for use in uses(page, (root / "docs" / page).read_text(encoding="utf-8"), finder, owner):
            if use.term not in met:
                met.add(use.term)
                yield use


def too_early(root: Path = ROOT) -> list[Use]:
    """Os termos que uma página usa antes de o livro os apresentar, sem levar o leitor até a explicação."""
    order = {page: number for number, page in enumerate(book(root))}
    return [use for use in first_uses(root) if not use.told and order[use.page] <= order[use.term.page]]


def missing(root: Path = ROOT) -> list[str]:
    """Os verbetes cujo lugar não existe, ou não fala do termo."""
    faults = []
    for term in glossary(root):
        path = root / "docs" / term.page
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        start, end = sections(text).get(term.section, (0, 0))
        if not pattern([term])[0].search(prose(text)[start:end]):
            faults.append(f"{term.name}: {term.page}#{term.section} não existe ou não fala dele")
    return faults


def main() -> int:
    """Mostra, na ordem do livro, onde cada termo começa e onde aparece primeiro; devolve 1 se algum se adianta."""
    first: dict[Term, Use] = {}
    for use in first_uses():
        first.setdefault(use.term, use)
    for term in in_book_order(glossary()):
        place = f"{first[term].page}:{first[term].line}" if term in first else "só numa abertura"
        print(f"{term.name:28} {term.page + '#' + term.section:52} {place}")
    faults = [
        f"docs/{use.page}:{use.line}: {use.words!r} antes de {use.term.page}#{use.term.section}" for use in too_early()
    ]
    print("", *missing(), *(faults or ["Nenhum termo se adianta."]), sep="\n")
    return 1 if faults or missing() else 0


def in_book_order(terms: list[Term], root: Path = ROOT) -> list[Term]:
    """Os verbetes na ordem em que o livro os apresenta."""
    order = {page: number for number, page in enumerate(book(root))}

    def place(term: Term) -> tuple[int, int]:
        text = (root / "docs" / term.page).read_text(encoding="utf-8")
        return order[term.page], sections(text)[term.section][0]

    return sorted(terms, key=place)


if __name__ == "__main__":
    sys.exit(main())
