"""O glossário e o livro em dia: cada termo tem um lugar que o apresenta, e nenhum aparece antes dele."""

import re
from pathlib import Path

import pytest

from tools import terms

TEXT = (terms.ROOT / "docs" / terms.GLOSSARY).read_text(encoding="utf-8")
TERMS = terms.glossary()


def told(uses: list[terms.Use]) -> list[str]:
    return [f"{use.page}:{use.line} {use.words}" for use in uses]


def test_no_term_is_used_before_it_is_introduced() -> None:
    early = [f"docs/{use}, antes de ser apresentado" for use in told(terms.too_early())]
    assert not early, "ponha um link para o glossário, explique em meia frase ou use outra palavra\n" + "\n".join(early)


def test_every_place_exists_and_speaks_of_its_term() -> None:
    assert not terms.missing()


def test_the_page_is_regular_and_in_alphabetical_order() -> None:
    titles = re.findall(r"^### (.+?) \{", TEXT, re.MULTILINE)
    assert [term.name for term in TERMS] == titles, "o verbete depois do último lido foge do molde"
    keys = [terms.slug(title) for title in titles]
    assert keys == sorted(keys)
    letters = re.findall(r"^## (.) \{ #letra-(.) \}$", TEXT, re.MULTILINE)
    assert [letter for letter, _ in letters] == sorted({key[0].upper() for key in keys})
    assert all(letter.lower() == anchor for letter, anchor in letters)


def test_anchors_and_forms_belong_to_one_term() -> None:
    assert len({term.anchor for term in TERMS}) == len(TERMS)
    forms = [form.lower() for term in TERMS for form in term.forms]
    assert sorted(forms) == sorted(set(forms))


def test_definitions_serve_as_plain_text() -> None:
    """Nas páginas a definição aparece como dica, onde não cabem links, ênfase nem fórmulas."""
    for term in TERMS:
        assert term.definition.endswith(".") and not re.search(r"[\]*$<>\"]", term.definition), term.name


# As regras, num livro de brinquedo: a página um apresenta o lote; a zero vem antes dela.

GLOSSARY = """\
# Glossário

### lote { #lote data-formas="lote, lotes" }

*batch*{ lang=en }

Amostras juntas.

Começa em [Um](../p/um.md#a-ideia).
"""
BOOK = {
    "mkdocs.yml": "nav:\n  - Início: index.md\n  - p/zero.md\n  - Um: p/um.md\n  - p/dois.md\n  - sobre/glossario.md\n",
    "docs/index.md": "# Início\n\nLotes.\n",
    "docs/p/zero.md": "# Zero\n\nNada.\n",
    "docs/p/um.md": "# Um lote\n\nOi.\n\n## A ideia\n\nO **lote** (*batch*).\n\n## O laço\n\nNada.\n",
    "docs/p/dois.md": "# Dois\n\nUm lote.\n",
    "docs/sobre/glossario.md": GLOSSARY,
}
ZERO, ONE = "docs/p/zero.md", "docs/p/um.md"


@pytest.fixture
def toy(tmp_path: Path) -> Path:
    for name, content in BOOK.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("path", "text", "early"),
    [
        (ZERO, "# Zero\n\nNada.\n", []),
        (ZERO, "# Zero\n\nOs\nLotes.\n", ["p/zero.md:4 Lotes"]),
        (ZERO, "# Zero\n\n## Exercícios\n\n1. Que lote?\n", ["p/zero.md:5 lote"]),
        (ZERO, "# Zero\n\nUm *lote* de [Um](um.md), e um lote.\n", []),
        (ZERO, "# Zero\n\nUm [lote](../sobre/glossario.md#lote). Um lote.\n", []),
        (ZERO, "# Zero\n\nUm lote. Veja [Um](um.md).\n", ["p/zero.md:3 lote"]),
        (ZERO, "# Zero\n\n- um lote\n- [Um](um.md)\n", ["p/zero.md:3 lote"]),
        (ZERO, "# Zero\n\nUm lote [ali](dois.md).\n", ["p/zero.md:3 lote"]),
        (ZERO, "---\ndescription: O lote.\n---\n\n# Zero\n\nO `lote`, $lote$ e\n\n```python\nlote = 1\n```\n", []),
        (ZERO, "# Zero\n\nO minilote, o lote-mãe e o pelote.\n", []),
        (ONE, "# Um lote\n\n!!! abstract\n    O lote.\n\nOi.\n\n## A ideia\n\nO lote.\n", []),
        (ONE, "# Um\n\nO lote.\n\n## A ideia\n\nO lote.\n", ["p/um.md:3 lote"]),
    ],
)
def test_what_counts_as_too_early(toy: Path, path: str, text: str, early: list[str]) -> None:
    (toy / path).write_text(text, encoding="utf-8")
    assert told(terms.too_early(toy)) == early


def test_a_form_that_only_counts_in_bold(toy: Path) -> None:
    (toy / "docs/sobre/glossario.md").write_text(GLOSSARY.replace("lote, lotes", "!lote"), encoding="utf-8")
    (toy / ZERO).write_text("# Zero\n\nUm lote, e\num **lote**.\n", encoding="utf-8")
    assert told(terms.too_early(toy)) == ["p/zero.md:4 **lote**"]


def test_a_place_that_is_gone_is_reported(toy: Path) -> None:
    assert not terms.missing(toy)
    (toy / ONE).write_text("# Um\n\n## A ideia\n\nNada.\n\n## O laço\n\nO lote.\n", encoding="utf-8")
    assert terms.missing(toy) == ["lote: p/um.md#a-ideia não existe ou não fala dele"]
